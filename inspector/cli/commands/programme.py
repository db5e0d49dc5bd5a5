"""`programme`: create, list and edit programmes; set the targets of a year."""

from argparse import ArgumentTypeError, Namespace
from collections.abc import Callable, Sequence
from pathlib import Path
from unicodedata import normalize

from inspector.cli.lookup import day, file_out
from inspector.cli.parsing import Parser, add_action
from inspector.cli.session import Session
from inspector.cli.shapes import programme_shape
from inspector.cli.telling import Told, table
from inspector.core.amounts import COUNT_UNITS, read_amount
from inspector.core.projects import Programme
from inspector.core.sums import SumCheck
from inspector.operations.programmes import (
    PlanTargets,
    YearLine,
    check_sums,
    create_programme,
    edit_programme,
    find_programme,
    import_programme,
    list_programmes,
    list_years,
    plan_year,
    save_programme_template,
)
from inspector.words.language import _
from inspector.words.process import sum_text
from inspector.words.records import field_name

_COUNTS = ("communities", "buildings", "flats", "households", "floor_area_m2")
_WHOLE = ("first_year", "last_year", "cutoff_year", *_COUNTS)


def count_of(name: str) -> Callable[[str], int]:
    """Read a count with 万 and its own unit, as the sheet does: 2.5万套."""

    def count(text: str) -> int:
        found = read_amount(text)
        units = COUNT_UNITS[name]
        if (
            found is None
            or found[0] % 1
            or found[1] not in {"", *(normalize("NFKC", one) for one in units)}
        ):
            said = _("“{text}”不是数量。请用阿拉伯数字，可写万，如 30000、3万、2.5万{unit}。")
            raise ArgumentTypeError(said.format(text=text, unit=units[0]))
        return int(found[0])

    return count


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
            kind = count_of(name) if name in _COUNTS else int
            given.add_argument(option, type=kind, metavar="N", help=field_name(name))
    add_action(actions, "list", _("列出改造计划"), list_all)
    show = add_action(actions, "show", _("查看改造计划和各年度"), show_one)
    show.add_argument("programme", help=_("计划（名称或 id）"))
    bring = add_action(actions, "import", _("从填好的表格导入计划和各年度"), import_one)
    bring.add_argument("file", type=Path, help=_("按模板填写的 xlsx"))
    export = add_action(actions, "export", _("导出空白的计划模板"), export_template)
    export.add_argument("--template", action="store_true", required=True, help=_("导出空白模板"))
    file_out(export, _("要写的 xlsx 文件"))
    plan = add_action(actions, "plan", _("填写一个年度的目标"), plan_one)
    plan.add_argument("programme", help=_("计划（名称或 id）"))
    plan.add_argument("--year", type=int, required=True, metavar="YEAR", help=field_name("year"))
    for name in _COUNTS:
        option = f"--{name.replace('_', '-')}"
        plan.add_argument(option, type=count_of(name), metavar="N", help=field_name(name))
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
        years, sums = list_years(workspace, found.id), check_sums(workspace, found.id)
    return _told(found, years, sums)


def import_one(session: Session, given: Namespace) -> Told:
    """Put a programme on record from a workbook; sums that do not hold are told."""
    with session.writing() as workspace:
        made = import_programme(workspace, given.file).value
        return _told(made, list_years(workspace, made.id), check_sums(workspace, made.id))


def export_template(_session: Session, given: Namespace) -> Told:
    """Write the empty workbook."""
    out = save_programme_template(given.out)
    return Told(data={"file": out}, lines=(str(out),))


def plan_one(session: Session, given: Namespace) -> Told:
    """Set the targets of a year."""
    targets = PlanTargets(
        **{name: getattr(given, name) for name in PlanTargets.__dataclass_fields__}
    )
    with session.writing() as workspace:
        found = find_programme(workspace, given.programme)
        plan_year(workspace, found.id, given.year, targets)
        years, sums = list_years(workspace, found.id), check_sums(workspace, found.id)
    return _told(found, years, sums)


def _facts(given: Namespace) -> dict[str, object]:
    named = {name: getattr(given, name) for name in ("district", *_WHOLE)}
    return {name: value for name, value in named.items() if value is not None}


def _told(programme: Programme, years: list[YearLine], sums: Sequence[SumCheck] = ()) -> Told:
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
    warnings = tuple(sum_text(one) for one in sums)
    data = {**programme_shape(programme, years), "warnings": warnings}
    return Told(data=data, lines=lines, sentences=warnings)
