"""`visit`: begin a visit, list the visits of a project."""

from argparse import Namespace

from inspector.cli.lookup import add_project_option, day, project_meant
from inspector.cli.parsing import Parser, add_action
from inspector.cli.session import Session
from inspector.cli.shapes import visit_shape
from inspector.cli.telling import Told, table
from inspector.core.inspections import Visit, VisitKind
from inspector.operations.visits import VisitDraft, create_visit, list_visits
from inspector.words.language import _
from inspector.words.records import field_name, visit_kind_name


def declare(parser: Parser) -> None:
    """Declare the actions."""
    actions = parser.actions()
    create = add_action(actions, "create", _("新建查验"), create_one)
    add_project_option(create)
    create.add_argument(
        "--kind",
        choices=[kind.value for kind in VisitKind],
        default=VisitKind.PATROL.value,
        help=_("类型，缺省为巡查（patrol）"),
    )
    create.add_argument(
        "--from", dest="first", type=day, metavar="DATE", help=_("开始日期，缺省今天")
    )
    create.add_argument("--to", dest="last", type=day, metavar="DATE", help=_("结束日期"))
    create.add_argument("--title", default="", help=_("标题，缺省由日期和类型组成"))
    create.add_argument("--inspector", action="append", default=[], help=_("查验人员，可重复"))
    create.add_argument("--note", help=field_name("note"))
    listing = add_action(actions, "list", _("列出查验"), list_all)
    add_project_option(listing)


def create_one(session: Session, given: Namespace) -> Told:
    """Begin a visit."""
    with session.writing() as workspace:
        project = project_meant(workspace, given.project)
        draft = VisitDraft(
            kind=VisitKind(given.kind),
            first_on=given.first or workspace.today(),
            last_on=given.last,
            title=given.title,
            inspectors=tuple(given.inspector),
            note=given.note,
        )
        visit = create_visit(workspace, project.id, draft).value
    return Told(data=visit_shape(visit), lines=_lines([visit]))


def list_all(session: Session, given: Namespace) -> Told:
    """List the visits of a project, oldest first."""
    with session.reading() as workspace:
        found = list_visits(workspace, project_meant(workspace, given.project).id)
    return Told(data=[visit_shape(visit) for visit in found], lines=_lines(found))


def _lines(visits: list[Visit]) -> tuple[str, ...]:
    headers = (
        *(field_name("number"), field_name("title"), field_name("kind")),
        *(field_name("first_on"), field_name("last_on"), field_name("inspectors")),
    )
    rows = (
        (
            *(one.number, one.title, visit_kind_name(one.kind)),
            *(one.first_on, one.last_on, one.inspectors),
        )
        for one in visits
    )
    return table(headers, rows)
