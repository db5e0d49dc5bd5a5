"""`visit`: begin a visit, list the visits of a project, tell once in writing what it found."""

from argparse import Namespace

from inspector.cli.lookup import add_project_option, day, project_meant, visit_meant
from inspector.cli.parsing import Actions, Parser, add_action
from inspector.cli.session import Session
from inspector.cli.shapes import lists_shape, visit_shape
from inspector.cli.telling import Told, table
from inspector.core.inspections import Visit, VisitKind
from inspector.operations.defects import show_defect
from inspector.operations.disclosures import (
    VisitLists,
    freeze_visit,
    lists_of_visit,
    supplement_visit,
)
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
    _declare_lists(actions)


def _declare_lists(actions: Actions) -> None:
    freezing = add_action(actions, "freeze", _("固定一次查验的问题清单，一次性告知"), freeze_one)
    _visit_option(freezing)
    freezing.add_argument("--note", default="", help=field_name("note"))
    adding = add_action(
        actions, "supplement", _("补充告知后来增加的问题，写明原因"), supplement_one
    )
    _visit_option(adding)
    adding.add_argument("--reason", required=True, help=field_name("reason"))
    adding.add_argument(
        "--defect",
        nargs="+",
        action="extend",
        default=[],
        metavar="D",
        help=_("问题（编号或 id）；缺省为这次查验尚未告知的全部问题"),
    )
    telling = add_action(actions, "told", _("列出一次查验已告知和尚未告知的问题"), tell_lists)
    _visit_option(telling)


def _visit_option(parser: Parser) -> None:
    add_project_option(parser)
    parser.add_argument("--visit", metavar="V", help=_("查验（编号或 id），缺省为最近一次"))


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


def freeze_one(session: Session, given: Namespace) -> Told:
    """Tell what a visit found, once and for all."""
    with session.writing() as workspace:
        visit = visit_meant(workspace, project_meant(workspace, given.project), given.visit)
        freeze_visit(workspace, visit.id, given.note)
        return _told(lists_of_visit(workspace, visit.id))


def supplement_one(session: Session, given: Namespace) -> Told:
    """Tell what came later."""
    with session.writing() as workspace:
        visit = visit_meant(workspace, project_meant(workspace, given.project), given.visit)
        chosen = tuple(show_defect(workspace, code).defect.id for code in given.defect)
        supplement_visit(workspace, visit.id, given.reason, chosen)
        return _told(lists_of_visit(workspace, visit.id))


def tell_lists(session: Session, given: Namespace) -> Told:
    """List what was told of a visit and what was not."""
    with session.reading() as workspace:
        visit = visit_meant(workspace, project_meant(workspace, given.project), given.visit)
        return _told(lists_of_visit(workspace, visit.id))


def _told(known: VisitLists) -> Told:
    headers = (field_name("number"), _("告知日期"), _("问题"), field_name("reason"))
    told = ((one.number, one.issued_on, len(one.rows), one.reason) for one in known.lists)
    rest = (_("尚未告知"), None, len(known.untold), None)
    return Told(data=lists_shape(known), lines=table(headers, [*told, rest]))


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
