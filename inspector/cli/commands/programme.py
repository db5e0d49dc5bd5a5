"""`programme`: create, list and edit programmes; set the targets of a year."""

from argparse import Namespace

from inspector.cli.lookup import day
from inspector.cli.parsing import Parser, add_action
from inspector.cli.session import Session
from inspector.cli.shapes import programme_shape
from inspector.cli.telling import Told, table
from inspector.core.projects import Programme
from inspector.operations.programmes import (
    PlanTargets,
    YearLine,
    create_programme,
    edit_programme,
    find_programme,
    list_programmes,
    list_years,
    plan_year,
)
from inspector.words.language import _
from inspector.words.records import field_name

_COUNTS = ("communities", "buildings", "flats", "households", "floor_area_m2")
_WHOLE = ("first_year", "last_year", "cutoff_year", *_COUNTS)


def declare(parser: Parser) -> None:
    """Declare the actions."""
    actions = parser.actions()
    create = add_action(actions, "create", _("新建改造计划"), create_one)
    create.add_argument("name", help=_("计划名称"))
    edit = add_action(actions, "edit", _("修改改造计划"), edit_one)
    edit.add_argument("programme", help=_("计划（名称或 id）"))
    edit.add_argument("--name", help=_("计划名称"))
    for given in (create, edit):
        given.add_argument("--district", help=field_name("district"))
        for name in _WHOLE:
            option = f"--{name.replace('_', '-')}"
            given.add_argument(option, type=int, metavar="N", help=field_name(name))
    add_action(actions, "list", _("列出改造计划"), list_all)
    show = add_action(actions, "show", _("查看改造计划和各年度"), show_one)
    show.add_argument("programme", help=_("计划（名称或 id）"))
    plan = add_action(actions, "plan", _("填写一个年度的目标"), plan_one)
    plan.add_argument("programme", help=_("计划（名称或 id）"))
    plan.add_argument("--year", type=int, required=True, metavar="YEAR", help=field_name("year"))
    for name in _COUNTS:
        option = f"--{name.replace('_', '-')}"
        plan.add_argument(option, type=int, metavar="N", help=field_name(name))
    plan.add_argument("--declare-by", type=day, metavar="DATE", help=field_name("declare_by"))
    plan.add_argument("--document-number", metavar="NO", help=field_name("document_number"))


def create_one(session: Session, given: Namespace) -> Told:
    """Put a programme on record."""
    with session.writing() as workspace:
        made = create_programme(workspace, given.name, **_facts(given)).value
    return _told(made, [])


def edit_one(session: Session, given: Namespace) -> Told:
    """Change facts of a programme."""
    facts = _facts(given) | ({"name": given.name} if given.name is not None else {})
    with session.writing() as workspace:
        found = find_programme(workspace, given.programme)
        changed = edit_programme(workspace, found.id, **facts).value
        years = list_years(workspace, changed.id)
    return _told(changed, years)


def list_all(session: Session, _given: Namespace) -> Told:
    """List all programmes."""
    with session.reading() as workspace:
        found = list_programmes(workspace)
    headers = (field_name("name"), field_name("district"), *(field_name(name) for name in _WHOLE))
    rows = ((one.name, one.district, *(getattr(one, name) for name in _WHOLE)) for one in found)
    return Told(data=[programme_shape(one) for one in found], lines=table(headers, rows))


def show_one(session: Session, given: Namespace) -> Told:
    """Show a programme with its years."""
    with session.reading() as workspace:
        found = find_programme(workspace, given.programme)
        years = list_years(workspace, found.id)
    return _told(found, years)


def plan_one(session: Session, given: Namespace) -> Told:
    """Set the targets of a year."""
    targets = PlanTargets(
        **{name: getattr(given, name) for name in PlanTargets.__dataclass_fields__}
    )
    with session.writing() as workspace:
        found = find_programme(workspace, given.programme)
        plan_year(workspace, found.id, given.year, targets)
        years = list_years(workspace, found.id)
    return _told(found, years)


def _facts(given: Namespace) -> dict[str, object]:
    named = {name: getattr(given, name) for name in ("district", *_WHOLE)}
    return {name: value for name, value in named.items() if value is not None}


def _told(programme: Programme, years: list[YearLine]) -> Told:
    headers = (
        field_name("year"),
        *(field_name(name) for name in _COUNTS),
        *(field_name("declare_by"), _("在册项目")),
    )
    rows = (
        (
            one.year,
            *(getattr(one.targets, name) for name in _COUNTS),
            *(one.targets.declare_by, one.projects),
        )
        for one in years
    )
    lines = (f"{programme.name}　{programme.id}", *(table(headers, rows) if years else ()))
    return Told(data=programme_shape(programme, years), lines=lines)
