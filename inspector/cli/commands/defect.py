"""`defect`: list, show, add, edit, move, export."""

from argparse import Namespace
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from inspector.cli.lookup import (
    add_project_option,
    day,
    file_out,
    item_meant,
    party_meant,
    place_meant,
    project_meant,
    visit_meant,
)
from inspector.cli.parsing import Actions, Parser, UsageError, add_action
from inspector.cli.session import Session
from inspector.cli.shapes import defect_shape, photo_shape
from inspector.cli.telling import Told, facts, table
from inspector.core.checklists import Severity
from inspector.core.defects import FOLLOWING, DefectState, DefectStep, steps_from
from inspector.core.projects import Project
from inspector.core.text import LONGEST_TEXT, named
from inspector.operations.defects import (
    DefectDraft,
    DefectFilter,
    DefectLine,
    MoveDraft,
    edit_defect,
    list_defects,
    move_defect,
    record_defect,
    show_defect,
)
from inspector.operations.photos import IntakeOrder, import_photos, list_photos
from inspector.operations.projects import list_projects
from inspector.operations.registers import export_defects
from inspector.words.checklists import severity_name
from inspector.words.language import _
from inspector.words.records import address_text, field_name, state_name, step_name

if TYPE_CHECKING:
    from inspector.operations.workspace import Workspace

_SEVERITIES = [severity.value for severity in Severity]
_LINKED = {"place": "place_id", "party": "party_id", "due": "due_on"}


def declare(parser: Parser) -> None:
    """Declare the actions."""
    actions = parser.actions()
    listing = add_action(actions, "list", _("列出问题"), list_some)
    _filters(listing)
    show = add_action(actions, "show", _("查看一个问题的全部内容"), show_one)
    show.add_argument("defect", help=_("问题（编号或 id）"))
    _declare_add(actions)
    edit = add_action(actions, "edit", _("修改问题的内容"), edit_one)
    edit.add_argument("defect", help=_("问题（编号或 id）"))
    edit.add_argument(
        "--set",
        nargs="+",
        action="extend",
        required=True,
        metavar="FIELD=VALUE",
        help=_("可改：text severity party place measured demand due_on；值为空表示清除"),
    )
    _declare_move(actions)
    export = add_action(actions, "export", _("导出问题台账（xlsx）"), export_some)
    _filters(export)
    file_out(export, _("要写的 xlsx 文件"))


def _declare_add(actions: Actions) -> None:
    adding = add_action(actions, "add", _("记录一个问题"), add_one)
    add_project_option(adding)
    adding.add_argument("--place", required=True, metavar="L", help=_("部位（编码、名称或 id）"))
    adding.add_argument("--item", metavar="I", help=_("检查项，如 RD-005"))
    adding.add_argument(
        "--severity", choices=_SEVERITIES, default=Severity.MAJOR.value, help=_("严重程度")
    )
    adding.add_argument("--text", required=True, metavar="T", help=field_name("text"))
    adding.add_argument("--visit", metavar="V", help=_("查验（编号或 id）"))
    adding.add_argument("--party", help=_("责任单位（单位、角色或 id）"))
    adding.add_argument("--due", type=day, metavar="DATE", help=field_name("due_on"))
    adding.add_argument("--measured", help=field_name("measured"))
    adding.add_argument("--demand", help=field_name("demand"))
    _photo_option(adding)


def _declare_move(actions: Actions) -> None:
    move = add_action(actions, "move", _("问题流转：下发、回复、复验、销项等"), move_one)
    move.add_argument("defect", help=_("问题（编号或 id）"))
    steps = [step.value for step in DefectStep if step not in FOLLOWING]
    move.add_argument("step", choices=steps, help=_("步骤"))
    move.add_argument("--reason", help=field_name("reason"))
    move.add_argument("--due", type=day, metavar="DATE", help=field_name("due_on"))
    move.add_argument("--party", help=_("回复的单位（单位、角色或 id）"))
    _photo_option(move)


def _photo_option(parser: Parser) -> None:
    parser.add_argument(
        "--photo",
        nargs="+",
        action="extend",
        default=[],
        type=Path,
        metavar="F",
        help=_("照片文件，收入并关联，可多个"),
    )


def _filters(parser: Parser) -> None:
    add_project_option(parser)
    states = [state.value for state in DefectState]
    parser.add_argument("--state", action="append", choices=states, default=[], help=_("状态"))
    parser.add_argument(
        "--severity", action="append", choices=_SEVERITIES, default=[], help=_("严重程度")
    )
    parser.add_argument("--open", action="store_true", help=_("只列未了结的"))
    parser.add_argument("--overdue", action="store_true", help=_("只列已超期的"))
    parser.add_argument("--text", default="", help=_("编号或描述中含有的文字"))


def _wanted(given: Namespace) -> DefectFilter:
    return DefectFilter(
        states=frozenset(map(DefectState, given.state)),
        severities=frozenset(map(Severity, given.severity)),
        only_open=given.open,
        only_overdue=given.overdue,
        text=given.text,
    )


def list_some(session: Session, given: Namespace) -> Told:
    """List defects, of all projects where none is named."""
    with session.reading() as workspace:
        if given.project is None:
            projects = [summary.project for summary in list_projects(workspace)]
        else:
            projects = [project_meant(workspace, given.project)]
        wanted = _wanted(given)
        found = [line for one in projects for line in list_defects(workspace, one.id, wanted)]
    return Told(data=[defect_shape(line) for line in found], lines=_table(found))


def show_one(session: Session, given: Namespace) -> Told:
    """Show everything about one defect."""
    with session.reading() as workspace:
        sheet = show_defect(workspace, given.defect)
        linked = {one.photo.id for one in sheet.photos}
        photos = [
            line
            for line in list_photos(workspace, sheet.defect.project_id)
            if line.photo.id in linked
        ]
    data = {
        **defect_shape(sheet.line),
        "events": [{**_event(event), "by": sheet.people.get(event.by)} for event in sheet.events],
        "photos": [photo_shape(line) for line in photos],
        "notices": sheet.notice_numbers,
        "next_steps": steps_from(sheet.defect.state),
    }
    return Told(data=data, lines=_facts(sheet.line))


def _event(event: object) -> dict[str, object]:
    names = ("id", "step", "at_ms", "round", "reason", "due_on", "party_id")
    return {name: getattr(event, name) for name in names}


def add_one(session: Session, given: Namespace) -> Told:
    """Put a defect on record, with the photos that show it."""
    with session.writing() as workspace:
        project = project_meant(workspace, given.project)
        draft = _draft(workspace, project, given)
        taken = _take_in(session, workspace, project, draft.visit_id, given.photo)
        draft = replace(draft, photo_ids=taken)
        defect = record_defect(workspace, project.id, draft).value
        line = show_defect(workspace, defect.id).line
    return Told(data=defect_shape(line), lines=_facts(line))


def _draft(workspace: "Workspace", project: Project, given: Namespace) -> DefectDraft:
    """Check everything that was typed before a photo is taken in."""
    pack, item = item_meant(workspace, project, given.item) if given.item else (None, None)
    visit = visit_meant(workspace, project, given.visit) if given.visit else None
    return DefectDraft(
        place_id=place_meant(workspace, project, given.place).id,
        text=named(given.text, "text", LONGEST_TEXT),
        severity=Severity(given.severity),
        item_id=item,
        pack=pack,
        visit_id=visit.id if visit else None,
        party_id=party_meant(workspace, project, given.party).id if given.party else None,
        measured=given.measured,
        demand=given.demand,
        due_on=given.due,
    )


def _take_in(
    session: Session,
    workspace: "Workspace",
    project: Project,
    visit_id: str | None,
    files: list[Path],
) -> tuple[str, ...]:
    """Take the photos in; one that is no photo stops the defect too."""
    if not files:
        return ()
    order = IntakeOrder(project_id=project.id, visit_id=visit_id)
    receipt = import_photos(workspace, files, order, session.progress).value
    for refused in receipt.refused:
        raise refused.error
    return tuple(dict.fromkeys(photo.id for photo in (*receipt.taken, *receipt.known)))


def edit_one(session: Session, given: Namespace) -> Told:
    """Change fields of a defect."""
    pairs = [text.partition("=") for text in given.set]
    for name, equals, _value in pairs:
        if not equals:
            raise UsageError(
                "defect edit ID --set FIELD=VALUE …", _("缺少等号：{text}").format(text=name)
            )
    changed = {_LINKED.get(name.strip(), name.strip()): value for name, _equals, value in pairs}
    with session.writing() as workspace:
        defect = show_defect(workspace, given.defect).defect
        project = project_meant(workspace, defect.project_id)
        edit_defect(workspace, defect.id, **_resolved(workspace, project, changed))
        line = show_defect(workspace, defect.id).line
    return Told(data=defect_shape(line), lines=_facts(line))


def _resolved(
    workspace: "Workspace", project: Project, changed: dict[str, str]
) -> dict[str, object]:
    """Put ids in the place of codes."""
    found: dict[str, object] = dict(changed)
    if changed.get("place_id"):
        found["place_id"] = place_meant(workspace, project, changed["place_id"]).id
    if changed.get("party_id"):
        found["party_id"] = party_meant(workspace, project, changed["party_id"]).id
    return found


def move_one(session: Session, given: Namespace) -> Told:
    """Take a defect one step on."""
    with session.writing() as workspace:
        defect = show_defect(workspace, given.defect).defect
        project = project_meant(workspace, defect.project_id)
        party = party_meant(workspace, project, given.party) if given.party else None
        draft = MoveDraft(
            step=DefectStep(given.step),
            reason=given.reason,
            due_on=given.due,
            party_id=party.id if party else None,
            photo_ids=_take_in(session, workspace, project, None, given.photo),
        )
        move_defect(workspace, defect.id, draft)
        sheet = show_defect(workspace, defect.id)
    steps = [step_name(event.step) for event in sheet.events]
    return Told(data=defect_shape(sheet.line), lines=(*_facts(sheet.line), " → ".join(steps)))


def export_some(session: Session, given: Namespace) -> Told:
    """Write the register of defects as a workbook."""
    with session.reading() as workspace:
        project = project_meant(workspace, given.project)
        found = list_defects(workspace, project.id, _wanted(given))
        out = export_defects(project, found, given.out)
    return Told(data={"file": out, "defects": len(found)}, lines=(str(out),))


def _table(lines: list[DefectLine]) -> tuple[str, ...]:
    names = ("number", "severity", "state", "place_id", "text", "party_id", "due_on")
    rows = (
        (
            *(one.defect.number, severity_name(one.defect.severity), state_name(one.defect.state)),
            *(address_text(one.address, "/"), one.defect.text),
            *(one.party.unit if one.party else "", one.defect.due_on),
        )
        for one in lines
    )
    return table([field_name(name) for name in names], rows)


def _facts(line: DefectLine) -> tuple[str, ...]:
    defect = line.defect
    shown = [
        ("id", defect.id),
        (field_name("number"), defect.number),
        (field_name("place_id"), "/".join(place.name for place in line.place_path)),
        (field_name("text"), defect.text),
        (field_name("severity"), severity_name(defect.severity)),
        (field_name("state"), state_name(defect.state)),
        (field_name("party_id"), line.party.unit if line.party else None),
        (field_name("due_on"), defect.due_on),
        (field_name("measured"), defect.measured),
        (field_name("demand"), defect.demand),
        (field_name("photo"), len(line.photo_ids) or None),
    ]
    return facts(shown)
