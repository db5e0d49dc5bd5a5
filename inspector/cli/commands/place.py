"""`place`: list the tree of a project's places, add one."""

from argparse import Namespace

from inspector.cli.lookup import add_project_option, place_meant, project_meant
from inspector.cli.parsing import Parser, add_action
from inspector.cli.session import Session
from inspector.cli.shapes import place_shape
from inspector.cli.telling import Told, table
from inspector.core.projects import Place, PlaceKind
from inspector.operations.projects import PlaceDraft, add_place, list_places
from inspector.words.language import _
from inspector.words.records import field_name, place_kind_name


def declare(parser: Parser) -> None:
    """Declare the actions."""
    actions = parser.actions()
    listing = add_action(actions, "list", _("列出部位"), list_all)
    add_project_option(listing)
    adding = add_action(actions, "add", _("添加部位"), add_one)
    add_project_option(adding)
    adding.add_argument(
        "--kind",
        choices=[kind.value for kind in PlaceKind],
        default=PlaceKind.BUILDING.value,
        help=_("类型，缺省为楼栋（building）"),
    )
    adding.add_argument("--code", required=True, help=_("编码，如 12，同一上级内不能重复"))
    adding.add_argument("--name", required=True, help=_("名称，如 12幢"))
    adding.add_argument("--parent", metavar="L", help=_("上级部位（编码、名称或 id）"))


def list_all(session: Session, given: Namespace) -> Told:
    """List the places of a project as a tree."""
    with session.reading() as workspace:
        project = project_meant(workspace, given.project)
        found = list_places(workspace, project.id)
    return Told(data=[place_shape(place, depth) for depth, place in found], lines=_lines(found))


def add_one(session: Session, given: Namespace) -> Told:
    """Put a place on record."""
    with session.writing() as workspace:
        project = project_meant(workspace, given.project)
        parent = place_meant(workspace, project, given.parent) if given.parent else None
        draft = PlaceDraft(
            kind=PlaceKind(given.kind),
            code=given.code,
            name=given.name,
            parent_id=parent.id if parent else None,
        )
        place = add_place(workspace, project.id, draft).value
    return Told(data=place_shape(place), lines=_lines([(0, place)]))


def _lines(found: list[tuple[int, Place]]) -> tuple[str, ...]:
    headers = (field_name("code"), field_name("name"), field_name("kind"), "id")
    rows = (
        (f"{'· ' * depth}{place.code}", place.name, place_kind_name(place.kind), place.id)
        for depth, place in found
    )
    return table(headers, rows)
