"""`aftercare`: final account, warranties, handover and long-term management after acceptance."""

from argparse import Namespace
from decimal import Decimal
from pathlib import Path

from inspector.cli.aftercare_shapes import (
    account_lines,
    account_shape,
    aftercare_lines,
    aftercare_shape,
    care_lines,
    care_shape,
    handover_lines,
    handover_shape,
    management_lines,
    warranty_lines,
    warranty_shape,
)
from inspector.cli.lookup import add_project_option, day, party_meant, project_meant, visit_meant
from inspector.cli.parsing import Actions, Parser, add_action
from inspector.cli.session import Session
from inspector.cli.telling import Told
from inspector.core.aftercare.account import SOURCES, STAGES
from inspector.core.aftercare.care import CarePoint, CareState
from inspector.core.aftercare.handover import HandoverKind
from inspector.core.aftercare.management import ManagementMode
from inspector.core.aftercare.warranty import WarrantyKind
from inspector.core.amounts import read_amount
from inspector.core.errors import InspectorError, Problem
from inspector.operations.aftercare import (
    HandoverDraft,
    WarrantyDraft,
    add_handover,
    add_warranty,
    aftercare_of,
    answer_care,
    edit_handover,
    edit_warranty,
    remove_aftercare_record,
    state_account,
    state_management,
)
from inspector.operations.attaching import attach_care_photos
from inspector.words.language import _
from inspector.words.records import field_name

_SUMS = (*STAGES, *SOURCES)
_ACCOUNT_TEXTS = ("explanation", "approved_by", "approval_paper")
_ACCOUNT_DAYS = ("due_on", "approved_on")
_MANAGED_TEXTS = ("body", "agreement", "note")
_MANAGED_DAYS = ("signed_on", "until_on", "fund_on", "rules_on")
_HANDED_TEXTS = ("item", "quantity", "receiver", "paper", "note")
_OPEN = "open"
_MONEY = frozenset({"", "元"})


def declare(parser: Parser) -> None:
    """Declare the actions."""
    actions = parser.actions()
    show = add_action(actions, "show", _("查看决算、保修、移交和长效管理"), show_all)
    add_project_option(show)
    _declare_records(actions)
    _declare_warranty(actions)
    _declare_handover(actions)
    care = add_action(actions, "care", _("填写长效管理检查的一个要点"), answer_one)
    add_project_option(care)
    care.add_argument("point", choices=[one.value for one in CarePoint], help=field_name("point"))
    states = [*(one.value for one in CareState), _OPEN]
    care.add_argument("state", choices=states, help=field_name("result"))
    care.add_argument("--visit", metavar="V", help=_("查验（编号或 id），缺省为最近一次"))
    care.add_argument("--note", help=_("不全或没有时写明缺什么"))
    care.add_argument(
        *("--photo",), nargs="+", default=[], type=Path, metavar="PATH", help=_("这一点的照片")
    )
    remove = add_action(actions, "remove", _("删除一条误录的记录"), remove_one)
    remove.add_argument("record", help="id")


def _declare_records(actions: Actions) -> None:
    account = add_action(actions, "account", _("填写竣工财务决算"), account_one)
    manage = add_action(actions, "manage", _("填写管理单位、协议和生效日期"), manage_one)
    modes = [one.value for one in ManagementMode]
    manage.add_argument("--mode", choices=modes, help=field_name("mode"))
    for name in _SUMS:
        account.add_argument(_option(name), metavar="N", help=field_name(name))
    for parser, texts, days in (
        (account, _ACCOUNT_TEXTS, _ACCOUNT_DAYS),
        (manage, _MANAGED_TEXTS, _MANAGED_DAYS),
    ):
        add_project_option(parser)
        for name in texts:
            parser.add_argument(_option(name), help=field_name(name))
        for name in days:
            label = _("决算期限") if name == "due_on" else field_name(name)
            parser.add_argument(_option(name), type=day, metavar="DATE", help=label)
        choices = (*(_SUMS if parser is account else ("mode",)), *texts, *days)
        parser.add_argument(
            "--clear", nargs="+", default=[], choices=choices, help=_("清空这些字段")
        )


def _declare_warranty(actions: Actions) -> None:
    kinds = [one.value for one in WarrantyKind]
    for name, text, run in (
        ("warranty", _("登记一项质量保修"), add_one_warranty),
        ("edit-warranty", _("修改一项质量保修"), edit_one_warranty),
    ):
        parser = add_action(actions, name, text, run)
        is_new = name == "warranty"
        if not is_new:
            parser.add_argument("warranty", help="id")
        add_project_option(parser)
        parser.add_argument("--kind", required=is_new, choices=kinds, help=field_name("kind"))
        parser.add_argument("--part", required=is_new, help=field_name("part"))
        for one in ("starts_on", "ends_on"):
            parser.add_argument(_option(one), type=day, metavar="DATE", help=field_name(one))
        parser.add_argument("--months", type=int, metavar="N", help=field_name("months"))
        parser.add_argument("--party", metavar="P", help=field_name("party_id"))
        parser.add_argument("--paper", help=field_name("paper"))


def _declare_handover(actions: Actions) -> None:
    kinds = [one.value for one in HandoverKind]
    adding = add_action(actions, "handover", _("在移交清单上加一项"), add_one_handover)
    adding.add_argument("--kind", choices=kinds, default=HandoverKind.FACILITY.value)
    handed = add_action(actions, "handed", _("登记几项已移交，或修改它们"), hand_over)
    handed.add_argument("rows", nargs="+", metavar="ID", help="id")
    handed.add_argument("--kind", choices=kinds)
    for parser in (adding, handed):
        add_project_option(parser)
        for name in _HANDED_TEXTS:
            is_owed = parser is adding and name == "item"
            parser.add_argument(_option(name), required=is_owed, help=field_name(name))
        parser.add_argument("--handed-on", type=day, metavar="DATE", help=field_name("handed_on"))


def show_all(session: Session, given: Namespace) -> Told:
    """Tell everything on record."""
    with session.reading() as workspace:
        view = aftercare_of(workspace, project_meant(workspace, given.project).id)
    return Told(data=aftercare_shape(view), lines=aftercare_lines(view))


def account_one(session: Session, given: Namespace) -> Told:
    """Set fields of the final account."""
    told = _given(given, (*_ACCOUNT_TEXTS, *_ACCOUNT_DAYS))
    for name, text in _given(given, _SUMS).items():
        told[name] = None if text is None else _sum(name, str(text))
    with session.writing() as workspace:
        project = project_meant(workspace, given.project)
        state_account(workspace, project.id, told)
        view = aftercare_of(workspace, project.id)
    return Told(data=account_shape(view), lines=account_lines(view))


def _sum(name: str, text: str) -> Decimal:
    """Read a sum in yuan: 1234567.89, 123万, 1.2亿元."""
    found = read_amount(text)
    if found is None or found[1] not in _MONEY:
        raise InspectorError(Problem.AMOUNT_INVALID, field=name, value=text, unit="元")
    return found[0]


def manage_one(session: Session, given: Namespace) -> Told:
    """Set who manages the place."""
    told = _given(given, (*_MANAGED_TEXTS, *_MANAGED_DAYS))
    if given.mode:
        told["mode"] = ManagementMode(given.mode)
    with session.writing() as workspace:
        project = project_meant(workspace, given.project)
        state_management(workspace, project.id, told)
        view = aftercare_of(workspace, project.id)
    return Told(data=view.management, lines=management_lines(view))


def add_one_warranty(session: Session, given: Namespace) -> Told:
    """Put a warranty on record."""
    with session.writing() as workspace:
        project = project_meant(workspace, given.project)
        party = party_meant(workspace, project, given.party) if given.party else None
        draft = WarrantyDraft(
            kind=WarrantyKind(given.kind),
            part=given.part,
            starts_on=given.starts_on,
            months=given.months,
            ends_on=given.ends_on,
            party_id=party.id if party else None,
            paper=given.paper,
        )
        warranty = add_warranty(workspace, project.id, draft).value
        view = aftercare_of(workspace, project.id)
    return Told(data=warranty_shape(view, warranty), lines=warranty_lines(view, [warranty]))


def edit_one_warranty(session: Session, given: Namespace) -> Told:
    """Change facts of a warranty."""
    told = _given(given, ("part", "starts_on", "ends_on", "months", "paper"))
    if given.kind:
        told["kind"] = WarrantyKind(given.kind)
    with session.writing() as workspace:
        project = project_meant(workspace, given.project)
        if given.party:
            told["party_id"] = party_meant(workspace, project, given.party).id
        warranty = edit_warranty(workspace, given.warranty, told).value
        view = aftercare_of(workspace, warranty.project_id)
    return Told(data=warranty_shape(view, warranty), lines=warranty_lines(view, [warranty]))


def add_one_handover(session: Session, given: Namespace) -> Told:
    """Put a thing on the handover list."""
    told = _given(given, (*_HANDED_TEXTS, "handed_on"))
    draft = HandoverDraft(kind=HandoverKind(given.kind), **told)  # type: ignore[arg-type]  # by their names
    with session.writing() as workspace:
        row = add_handover(workspace, project_meant(workspace, given.project).id, draft).value
    return Told(data=handover_shape(row), lines=handover_lines([row]))


def hand_over(session: Session, given: Namespace) -> Told:
    """Put on record that things were handed over, or change their lines."""
    told = _given(given, (*_HANDED_TEXTS, "handed_on"))
    if given.kind:
        told["kind"] = HandoverKind(given.kind)
    with session.writing() as workspace:
        rows = edit_handover(workspace, given.rows, told).value
    return Told(data=[handover_shape(row) for row in rows], lines=handover_lines(rows))


def answer_one(session: Session, given: Namespace) -> Told:
    """Put on record what a visit found of a point."""
    state = None if given.state == _OPEN else CareState(given.state)
    with session.writing() as workspace:
        project = project_meant(workspace, given.project)
        visit = visit_meant(workspace, project, given.visit)
        point = CarePoint(given.point)
        answer_care(workspace, visit.id, point, state, given.note)
        if given.photo:
            attach_care_photos(workspace, visit.id, point, given.photo, session.progress)
        view = aftercare_of(workspace, project.id)
    found = next(one for one in view.visits if one.visit.id == visit.id)
    return Told(data=care_shape(found), lines=care_lines(found))


def remove_one(session: Session, given: Namespace) -> Told:
    """Take a record off."""
    with session.writing() as workspace:
        remove_aftercare_record(workspace, given.record)
    return Told(data={"id": given.record, "deleted": True}, lines=(given.record,))


def _option(name: str) -> str:
    return f"--{name.replace('_', '-')}"


def _given(given: Namespace, names: tuple[str, ...]) -> dict[str, object]:
    """Give what was typed of some fields, and None for those to be cleared."""
    typed = {name: getattr(given, name) for name in names if getattr(given, name) is not None}
    cleared = [name for name in getattr(given, "clear", []) if name not in typed]
    return {**dict.fromkeys(cleared), **typed}
