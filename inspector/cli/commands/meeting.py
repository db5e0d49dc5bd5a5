"""`meeting`: the joint acceptance meeting, from signing in to the verdict."""

from argparse import Namespace
from pathlib import Path
from typing import TYPE_CHECKING

from inspector.cli.lookup import (
    add_project_option,
    day,
    defect_meant,
    meeting_meant,
    party_meant,
    project_meant,
)
from inspector.cli.meetings import meeting_shape, meeting_told, sheet_told
from inspector.cli.parsing import Actions, Parser, UsageError, add_action
from inspector.cli.session import Session
from inspector.cli.shapes import party_shape
from inspector.cli.telling import Told, facts, table
from inspector.core.checklists import Severity
from inspector.core.conclusion import DECIDED, ConclusionKind
from inspector.core.meetings import GroupKind, Meeting, Presence, Satisfaction, Stance
from inspector.core.projects import PartyRole
from inspector.operations.meetings import (
    AttendanceDraft,
    GroupDraft,
    MeetingDraft,
    MeetingEdit,
    ResidentDraft,
    add_resident,
    create_meeting,
    declare_verdict,
    edit_meeting,
    note_attendance,
    put_group,
    remove_group,
    remove_resident,
    withdraw_attendance,
    withdraw_verdict,
)
from inspector.operations.opinions import (
    ConditionDraft,
    OpinionDraft,
    give_opinion,
    withdraw_opinion,
)
from inspector.operations.projects import PartyDraft, add_party
from inspector.operations.rules import check_rules, export_rules
from inspector.operations.verdicts import list_meetings, show_meeting
from inspector.words.acceptance import conclusion_title
from inspector.words.language import _
from inspector.words.meetings import presence_name, satisfaction_name, stance_name
from inspector.words.records import field_name

if TYPE_CHECKING:
    from datetime import date

    from inspector.operations.workspace import Workspace


def declare(parser: Parser) -> None:
    """Declare the actions."""
    actions = parser.actions()
    _declare_meeting(actions)
    _declare_people(actions)
    _declare_opinions(actions)
    _declare_verdict(actions)
    rules = add_action(actions, "rules", _("判定规则：取出一份、检查一份"), rules_file)
    rules.add_argument("--out", type=Path, metavar="FILE", help=_("取出现用规则，另存为此文件"))
    rules.add_argument("--check", type=Path, metavar="FILE", help=_("检查一份规则文件"))


def _declare_meeting(actions: Actions) -> None:
    create = add_action(actions, "create", _("新建一轮验收会议"), create_one)
    add_project_option(create)
    create.add_argument("--date", type=day, metavar="DATE", help=_("会议日期（缺省：今天）"))
    create.add_argument("--round", type=int, metavar="N", help=_("轮次（缺省：下一轮）"))
    edit = add_action(actions, "edit", _("修改会议的日期、地点、主持人、判定规则"), edit_one)
    _meeting_option(edit)
    edit.add_argument("--date", type=day, metavar="DATE", help=field_name("held_on"))
    for given in (create, edit):
        given.add_argument("--venue", help=field_name("venue"))
        given.add_argument("--chair", help=field_name("chair"))
        given.add_argument("--agenda", help=field_name("agenda"))
        given.add_argument("--rules", type=Path, metavar="FILE", help=_("判定规则文件（TOML）"))
    listing = add_action(actions, "list", _("列出验收会议"), list_all)
    add_project_option(listing)
    show = add_action(actions, "show", _("查看一次会议的全部内容和结论"), show_one)
    _meeting_option(show)


def _declare_people(actions: Actions) -> None:
    party = add_action(actions, "party", _("登记一个参加方"), party_one)
    add_project_option(party)
    roles = [role.value for role in PartyRole]
    party.add_argument("--role", required=True, choices=roles, help=_("角色"))
    party.add_argument("--unit", required=True, help=_("单位名称"))
    party.add_argument("--representative", help=field_name("representative"))
    party.add_argument("--phone", help=_("电话（个人信息，只存本机）"))
    attend = add_action(actions, "attend", _("签到：到、迟到、早退、缺席"), attend_one)
    _meeting_option(attend)
    attend.add_argument("party", help=_("参加方（单位、角色或 id）"))
    presences = [*(one.value for one in Presence), "withdraw"]
    attend.add_argument("presence", choices=presences, help=_("到会情况"))
    attend.add_argument("--representative", help=field_name("representative"))
    attend.add_argument("--post", help=field_name("post"))
    attend.add_argument(
        "--letter", type=Path, metavar="F", help=_("授权书文件（PDF、JPEG、PNG），收入并关联")
    )
    attend.add_argument(
        "--withdraw-opinion", action="store_true", help=_("改为缺席时，同时撤回其已登记的“同意”")
    )
    group = add_action(actions, "group", _("登记分组：范围、抽查项、意见、缺少的资料"), group_one)
    _meeting_option(group)
    group.add_argument("name", help=_("组名"))
    group.add_argument("--remove", action="store_true", help=_("撤去这个组"))
    kinds = [kind.value for kind in GroupKind]
    group.add_argument("--kind", choices=kinds, default=GroupKind.SITE.value, help=_("类型"))
    group.add_argument("--scope", help=field_name("scope"))
    group.add_argument("--items", nargs="*", metavar="I", help=field_name("items"))
    group.add_argument("--members", help=field_name("members"))
    group.add_argument("--stance", choices=[one.value for one in Stance], help=field_name("said"))
    group.add_argument("--text", help=_("意见内容"))
    group.add_argument("--missing", nargs="*", metavar="T", help=_("缺少的资料（资料组）"))


def _declare_opinions(actions: Actions) -> None:
    opinion = add_action(actions, "opinion", _("登记一方的意见及条件"), opinion_one)
    _meeting_option(opinion)
    opinion.add_argument("party", help=_("参加方（单位、角色或 id）"))
    opinion.add_argument(
        "stance", choices=[*(one.value for one in Stance), "withdraw"], help=field_name("said")
    )
    opinion.add_argument("--text", help=_("意见内容"))
    opinion.add_argument(
        "--letter", type=Path, metavar="F", help=_("书面意见（PDF、JPEG、PNG）；缺席的须有")
    )
    opinion.add_argument(
        "--condition", action="append", default=[], metavar="T", help=_("条件内容，可多次")
    )
    opinion.add_argument(
        "--defect",
        action="append",
        default=[],
        metavar="D",
        help=_("以已有的问题为条件（编号或 id），可多次"),
    )
    opinion.add_argument("--owner", metavar="PARTY", help=_("条件的责任单位（单位、角色或 id）"))
    opinion.add_argument("--due", type=day, metavar="DATE", help=_("条件的期限"))
    opinion.add_argument(
        "--severity",
        choices=[one.value for one in Severity],
        default=Severity.MINOR.value,
        help=_("条件所成问题的严重程度"),
    )
    tally = add_action(actions, "tally", _("登记一位居民的满意度"), tally_one)
    _meeting_option(tally)
    tally.add_argument("level", choices=[one.value for one in Satisfaction], help=_("满意程度"))
    tally.add_argument("--home", help=field_name("home"))
    tally.add_argument("--comment", help=field_name("comment"))
    tally.add_argument("--name", help=_("姓名（个人信息，不进公开版）"))
    tally.add_argument("--phone", help=_("电话（个人信息，不进公开版）"))
    remove = add_action(actions, "untally", _("撤回一位居民的满意度"), untally_one)
    _meeting_option(remove)
    remove.add_argument("voice", metavar="ID", help="id")


def _declare_verdict(actions: Actions) -> None:
    verdict = add_action(actions, "verdict", _("逐条说明结论；可宣布、撤回"), verdict_one)
    _meeting_option(verdict)
    verdict.add_argument("--declare", action="store_true", help=_("宣布计算所得的结论"))
    verdict.add_argument("--withdraw", action="store_true", help=_("撤回已宣布的结论"))
    override = add_action(actions, "override", _("主持人另作结论，须写明理由"), override_one)
    _meeting_option(override)
    override.add_argument("kind", choices=[kind.value for kind in DECIDED], help=_("结论"))
    override.add_argument("--reason", required=True, help=field_name("reason"))


def _meeting_option(parser: Parser) -> None:
    add_project_option(parser)
    parser.add_argument("--meeting", metavar="M", help=_("会议（编号或 id）；缺省为项目最近一轮"))


def create_one(session: Session, given: Namespace) -> Told:
    """Open a round."""
    with session.writing() as workspace:
        project = project_meant(workspace, given.project)
        draft = MeetingDraft(
            held_on=given.date or workspace.today(),
            venue=given.venue,
            chair=given.chair,
            agenda=given.agenda,
            round=given.round,
            rules=given.rules,
        )
        return meeting_told(create_meeting(workspace, project.id, draft).value)


def edit_one(session: Session, given: Namespace) -> Told:
    """Change a meeting."""
    edit = MeetingEdit(
        held_on=given.date,
        venue=given.venue,
        chair=given.chair,
        agenda=given.agenda,
        rules=given.rules,
    )
    with session.writing() as workspace:
        meeting = _meeting(workspace, given)
        return meeting_told(edit_meeting(workspace, meeting.id, edit).value)


def list_all(session: Session, given: Namespace) -> Told:
    """List the rounds of a project."""
    with session.reading() as workspace:
        found = list_meetings(workspace, project_meant(workspace, given.project).id)
    headers = (
        field_name("number"),
        field_name("round"),
        field_name("held_on"),
        field_name("verdict"),
    )
    rows = (
        (
            *(one.number, one.round, one.held_on),
            conclusion_title(one.declared.kind) if one.declared else None,
        )
        for one in found
    )
    return Told(data=[meeting_shape(one) for one in found], lines=table(headers, rows))


def show_one(session: Session, given: Namespace) -> Told:
    """Show everything about a meeting."""
    with session.reading() as workspace:
        sheet = show_meeting(workspace, _meeting(workspace, given).id)
    return sheet_told(sheet)


def party_one(session: Session, given: Namespace) -> Told:
    """Put a party on record."""
    draft = PartyDraft(
        role=PartyRole(given.role),
        unit=given.unit,
        representative=given.representative,
        phone=given.phone,
    )
    with session.writing() as workspace:
        project = project_meant(workspace, given.project)
        party = add_party(workspace, project.id, draft).value
    return Told(data=party_shape(party), lines=(f"{party.unit}　{party.id}",))


def attend_one(session: Session, given: Namespace) -> Told:
    """Note how a party attended, or take it back."""
    if given.presence == "withdraw":
        return _attend_no_more(session, given)
    draft = AttendanceDraft(
        presence=Presence(given.presence),
        representative=given.representative,
        post=given.post,
        letter=given.letter,
        withdraws_opinion=given.withdraw_opinion,
    )
    with session.writing() as workspace:
        meeting = _meeting(workspace, given)
        party = party_meant(workspace, project_meant(workspace, meeting.project_id), given.party)
        made = note_attendance(workspace, meeting.id, party.id, draft).value
    told = {
        "id": made.id,
        "code": party.role,
        "title": party.unit,
        "presence": made.presence,
        "representative": made.representative,
        "post": made.post,
        "letter": made.letter,
    }
    name = presence_name(made.presence)
    return Told(data=told, lines=(f"{party.unit}　{name}　{made.representative or ''}",))


def _attend_no_more(session: Session, given: Namespace) -> Told:
    with session.writing() as workspace:
        meeting = _meeting(workspace, given)
        party = party_meant(workspace, project_meant(workspace, meeting.project_id), given.party)
        withdraw_attendance(workspace, meeting.id, party.id)
    told = _("已撤回 {id}").format(id=party.unit)
    return Told(data={"id": party.id, "code": party.role, "title": party.unit}, lines=(told,))


def group_one(session: Session, given: Namespace) -> Told:
    """Put a group on record, or take it off."""
    if given.remove:
        with session.writing() as workspace:
            remove_group(workspace, _meeting(workspace, given).id, given.name)
        return Told(data={"title": given.name}, lines=(_("已撤回 {id}").format(id=given.name),))
    draft = GroupDraft(
        kind=GroupKind(given.kind),
        name=given.name,
        scope=given.scope,
        items=None if given.items is None else tuple(given.items),
        members=given.members,
        stance=Stance(given.stance) if given.stance else None,
        text=given.text,
        missing=None if given.missing is None else tuple(given.missing),
    )
    with session.writing() as workspace:
        made = put_group(workspace, _meeting(workspace, given).id, draft).value
    return Told(data=made, lines=(f"{made.name}　{stance_name(made.stance)}",))


def opinion_one(session: Session, given: Namespace) -> Told:
    """Put down what a party says, or take it back."""
    with session.writing() as workspace:
        meeting = _meeting(workspace, given)
        project = project_meant(workspace, meeting.project_id)
        party = party_meant(workspace, project, given.party)
        if given.stance == "withdraw":
            withdraw_opinion(workspace, meeting.id, party.id)
        else:
            owner = party_meant(workspace, project, given.owner).id if given.owner else ""
            draft = OpinionDraft(
                stance=Stance(given.stance),
                text=given.text,
                letter=given.letter,
                conditions=_conditions(given, owner),
                defect_ids=tuple(defect_meant(workspace, one).id for one in given.defect),
            )
            give_opinion(workspace, meeting.id, party.id, draft)
        sheet = show_meeting(workspace, meeting.id)
    return sheet_told(sheet)


def _conditions(given: Namespace, owner: str) -> tuple[ConditionDraft, ...]:
    if not given.condition:
        return ()
    due: date | None = given.due
    if not owner or due is None:
        raise UsageError(
            "inspector meeting opinion", _("条件须用 --owner 和 --due 写明责任单位和期限")
        )
    severity = Severity(given.severity)
    return tuple(
        ConditionDraft(text=text, owner_id=owner, due_on=due, severity=severity)
        for text in given.condition
    )


def tally_one(session: Session, given: Namespace) -> Told:
    """Put down what a resident says."""
    draft = ResidentDraft(
        level=Satisfaction(given.level),
        home=given.home,
        comment=given.comment,
        name=given.name,
        phone=given.phone,
    )
    with session.writing() as workspace:
        made = add_resident(workspace, _meeting(workspace, given).id, draft).value
    told = {"id": made.id, "code": made.level, "title": made.home, "comment": made.comment}
    return Told(data=told, lines=(f"{satisfaction_name(made.level)}　{made.id}",))


def untally_one(session: Session, given: Namespace) -> Told:
    """Take back what a resident said."""
    with session.writing() as workspace:
        remove_resident(workspace, _meeting(workspace, given).id, given.voice)
    return Told(data={"id": given.voice}, lines=(_("已撤回 {id}").format(id=given.voice),))


def verdict_one(session: Session, given: Namespace) -> Told:
    """Explain the verdict; read it out or take it back where asked."""
    if given.declare and given.withdraw:
        raise UsageError("inspector meeting verdict", _("--declare 和 --withdraw 只能用一个"))
    if not given.declare and not given.withdraw:
        return show_one(session, given)
    with session.writing() as workspace:
        meeting = _meeting(workspace, given)
        if given.withdraw:
            withdraw_verdict(workspace, meeting.id)
        else:
            declare_verdict(workspace, meeting.id)
        return sheet_told(show_meeting(workspace, meeting.id))


def override_one(session: Session, given: Namespace) -> Told:
    """Let the chair read out another verdict, with a written reason."""
    with session.writing() as workspace:
        meeting = _meeting(workspace, given)
        kind = ConclusionKind(given.kind)
        return sheet_told(
            declare_verdict(workspace, meeting.id, kind=kind, reason=given.reason).value
        )


def rules_file(session: Session, given: Namespace) -> Told:
    """Write the table in use to a file, or check one."""
    if (given.out is None) == (given.check is None):
        raise UsageError("inspector meeting rules", _("请给出 --out 或 --check 之一"))
    if given.check is not None:
        table_read = check_rules(given.check)
        return Told(
            data={"id": None, "code": None, "title": table_read.name},
            lines=facts([(field_name("rules"), table_read.name)]),
        )
    with session.reading() as workspace:
        out = export_rules(workspace, given.out)
    return Told(data={"file": out}, lines=(str(out),))


def _meeting(workspace: "Workspace", given: Namespace) -> Meeting:
    return meeting_meant(workspace, given.project, given.meeting)
