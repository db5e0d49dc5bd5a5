"""`project`: create, list, show, import from a workbook, export the empty workbook."""

from argparse import Namespace
from pathlib import Path

from inspector.cli.lookup import day, file_out, project_meant
from inspector.cli.parsing import Parser, add_action
from inspector.cli.process_shapes import process_lines, process_shape
from inspector.cli.session import Session
from inspector.cli.shapes import party_shape, place_shape, project_shape, summary_shape, visit_shape
from inspector.cli.telling import Told, facts, table
from inspector.core.canonical import spell_decimal
from inspector.core.projects import Project
from inspector.core.verdicts import parse_reading
from inspector.operations.claims import count_claims
from inspector.operations.imports import import_project, save_template
from inspector.operations.process import process_of
from inspector.operations.programmes import sums_of_project
from inspector.operations.projects import (
    create_project,
    list_parties,
    list_places,
    list_projects,
    summarise_project,
)
from inspector.operations.taxonomies import renovation_types
from inspector.operations.visits import list_visits
from inspector.words.aftercare import claims_text
from inspector.words.language import _
from inspector.words.process import sum_text
from inspector.words.records import field_name
from inspector.words.taxonomies import taxonomy_level, taxonomy_title

_TEXTS = ("district", "subdistrict", "address", "approval_number")
_DAYS = ("planned_start_on", "planned_finish_on", "started_on", "finished_on")


def declare(parser: Parser) -> None:
    """Declare the actions."""
    actions = parser.actions()
    create = add_action(actions, "create", _("新建项目"), create_one)
    create.add_argument("--code", required=True, help=_("项目编码，如 JF2，之后不能改"))
    create.add_argument("--name", required=True, help=_("项目名称"))
    for name in _TEXTS:
        create.add_argument(_option(name), help=field_name(name))
    create.add_argument("--programme", metavar="NAME", help=field_name("programme"))
    for name in _DAYS:
        create.add_argument(_option(name), type=day, metavar="DATE", help=field_name(name))
    create.add_argument("--plan-year", type=int, metavar="YEAR", help=field_name("plan_year"))
    create.add_argument("--investment-yuan", metavar="N", help=field_name("investment_yuan"))
    add_action(actions, "list", _("列出项目"), list_all)
    show = add_action(actions, "show", _("查看项目"), show_one)
    show.add_argument("project", nargs="?", help=_("项目（编码或 id）"))
    show.add_argument("--project", dest="named", metavar="P", help=_("项目（编码或 id）"))
    status = add_action(actions, "status", _("项目走到哪一步，各关口缺什么"), tell_status)
    status.add_argument("project", nargs="?", help=_("项目（编码或 id）"))
    status.add_argument("--project", dest="named", metavar="P", help=_("项目（编码或 id）"))
    bring = add_action(actions, "import", _("从填好的表格建立项目"), import_one)
    bring.add_argument("file", type=Path, help=_("按模板填写的 xlsx"))
    export = add_action(actions, "export", _("导出空白的导入模板"), export_template)
    export.add_argument("--template", action="store_true", required=True, help=_("导出空白模板"))
    file_out(export, _("要写的 xlsx 文件"))


def _option(name: str) -> str:
    return f"--{name.replace('_', '-')}"


def create_one(session: Session, given: Namespace) -> Told:
    """Put a project on record."""
    known = {name: getattr(given, name) for name in (*_TEXTS, *_DAYS, "plan_year", "programme")}
    known["investment_yuan"] = given.investment_yuan and parse_reading(given.investment_yuan)
    told = {name: value for name, value in known.items() if value is not None}
    with session.writing() as workspace:
        project = create_project(workspace, given.code, given.name, **told).value
    return _told(project)


def list_all(session: Session, _given: Namespace) -> Told:
    """List all projects."""
    with session.reading() as workspace:
        found = list_projects(workspace)
    headers = (
        *(field_name("code"), field_name("name"), _("楼栋"), _("应查")),
        *(_("已查"), _("不合格"), _("未了结问题"), _("照片")),
    )
    rows = (
        (
            *(one.project.code, one.project.name, one.buildings, one.due),
            *(one.answered, one.failed, one.open_defects, one.photos),
        )
        for one in found
    )
    return Told(data=[summary_shape(one) for one in found], lines=table(headers, rows))


def show_one(session: Session, given: Namespace) -> Told:
    """Show a project with its places, parties and visits."""
    with session.reading() as workspace:
        project = project_meant(workspace, given.project or given.named)
        summary = summarise_project(workspace, project.id)
        places = list_places(workspace, project.id)
        parties = list_parties(workspace, project.id)
        visits = list_visits(workspace, project.id)
        types = renovation_types(workspace, project.id)
        warnings = tuple(sum_text(one) for one in sums_of_project(workspace, project.id))
    data = {
        **summary_shape(summary),
        "places": [place_shape(place, depth) for depth, place in places],
        "parties": [party_shape(party) for party in parties],
        "visits": [visit_shape(visit) for visit in visits],
        "types": [
            {"id": one.profile.code, "title": taxonomy_title(one.profile), "name": one.name}
            for one in types
        ],
        "warnings": warnings,
    }
    told = facts((taxonomy_title(one.profile), taxonomy_level(one.name)) for one in types)
    return Told(data=data, lines=(*_lines(project), *told), sentences=warnings)


def tell_status(session: Session, given: Namespace) -> Told:
    """Tell where a project stands on its way, and what its gates lack."""
    with session.reading() as workspace:
        project = project_meant(workspace, given.project or given.named)
        view = process_of(workspace, project.id)
        claims = count_claims(workspace, project.id)
    data = {**process_shape(view), "claims": claims}
    told = (claims_text(**claims),) if claims["total"] else ()
    return Told(data=data, lines=(*process_lines(view), *told))


def import_one(session: Session, given: Namespace) -> Told:
    """Make a project of a filled workbook."""
    with session.writing() as workspace:
        project = import_project(workspace, given.file, session.progress).value
        summary = summarise_project(workspace, project.id)
    return Told(data=summary_shape(summary), lines=_lines(project))


def export_template(_session: Session, given: Namespace) -> Told:
    """Write the empty workbook."""
    out = save_template(given.out)
    return Told(data={"file": out}, lines=(str(out),))


def _told(project: Project) -> Told:
    return Told(data=project_shape(project), lines=_lines(project))


def _lines(project: Project) -> tuple[str, ...]:
    money = project.investment_yuan
    shown = [
        ("id", project.id),
        (field_name("code"), project.code),
        (field_name("name"), project.name),
        *((field_name(name), getattr(project, name)) for name in ("plan_year", *_TEXTS, *_DAYS)),
        (field_name("investment_yuan"), None if money is None else spell_decimal(money)),
    ]
    return facts(shown)
