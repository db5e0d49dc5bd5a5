"""The two rounds of the joint acceptance: one that asks for rework, one that passes."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from inspector.core.meetings import GroupKind, Meeting, Presence, Satisfaction, Stance
from inspector.operations.meetings import (
    AttendanceDraft,
    GroupDraft,
    MeetingDraft,
    ResidentDraft,
    add_resident,
    create_meeting,
    declare_verdict,
    note_attendance,
    put_group,
)
from inspector.operations.opinions import OpinionDraft, give_opinion
from inspector.operations.rules import RULES
from inspector.operations.sample.clock import StoryClock
from inspector.operations.sample.people import HEAD
from inspector.operations.workspace import Workspace

_RULES = """\
format = 1
name = "××区联合竣工验收判定规则（示例）"

[parties]
# 本区由街道任建设单位，不另要求属地街道到会
required = ["office", "owner", "design", "contractor", "supervisor", "community", "residents"]

[opinions]
satisfied_share = "80%"
"""
_AGENDA = (
    "一、建设、设计、施工、监理单位报告；二、资料组、现场组、居民意见组报告查验情况；"
    "三、各方发表意见；四、宣布结论；五、签字"
)
_VENUE = "景芳二区社区居民委员会二楼会议室"
_POSTS = {
    "office": "常务副主任",
    "quality": "站长助理",
    "fire": "防火监督员",
    "owner": "项目负责人",
    "survey": "项目负责人",
    "design": "项目负责人",
    "build": "项目经理",
    "pipes": "项目经理",
    "lifts": "项目经理",
    "supervisor": "总监理工程师",
    "community": "社区书记",
    "watch": "组长",
    "water": "片区主管",
    "property": "项目主管",
}
_GOOD, _FAIR, _BAD = Satisfaction.SATISFIED, Satisfaction.FAIRLY, Satisfaction.DISSATISFIED
_Voice = tuple[Satisfaction, str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class RoundPlan:
    """What one round brought; whoever is not named was present and agreed."""

    held_on: date
    presences: Mapping[str, Presence]
    opinions: Mapping[str, tuple[Stance, str]]
    groups: tuple[GroupDraft, ...]
    voices: tuple[_Voice, ...]


FIRST = RoundPlan(
    held_on=date(2026, 11, 20),
    presences={"fire": Presence.LATE, "water": Presence.LEFT_EARLY, "survey": Presence.ABSENT},
    opinions={
        "quality": (Stance.AGREE, "同意整改后复验，抽检发现的问题须全部销项。"),
        "watch": (Stance.DISAGREE, "联合查验发现的问题尚未整改，黄土裸露、楼道灯须先处理。"),
    },
    groups=(
        GroupDraft(
            kind=GroupKind.PAPERS,
            name="资料组",
            scope="竣工资料和验收前置条件 24 项",
            members="林知夏、陈䶮",
            stance=Stance.AGREE,
            text="资料齐全，专项验收意见已经办公室批准免交",
            missing=(),
        ),
        GroupDraft(
            kind=GroupKind.SITE,
            name="现场一组",
            scope="室外道路、管线、绿化、停车",
            items=("RD-006", "PP-008", "GR-007", "PK-003"),
            members="周怀瑾、何静远、孙芸",
            stance=Stance.CONDITIONAL,
            text="所列问题整改后复验",
        ),
        GroupDraft(
            kind=GroupKind.SITE,
            name="现场二组",
            scope="楼栋、单元、消防和安防设施",
            items=("FS-007", "BE-004", "LT-003", "SC-001"),
            members="张㛃、罗炎、丁国强",
            stance=Stance.CONDITIONAL,
            text="所列问题整改后复验",
        ),
        GroupDraft(
            kind=GroupKind.RESIDENTS,
            name="居民意见组",
            scope="入户走访 12 户",
            members="钱月华",
            stance=Stance.AGREE,
        ),
    ),
    voices=(
        (_GOOD, "2幢1单元", "路平了，下雨不再积水。"),
        (_GOOD, "4幢2单元", ""),
        (_FAIR, "5幢1单元", "停车位画得清楚，晚上还是不够停。"),
        (_BAD, "7幢3单元", "四楼楼道灯感应不灵。"),
        (_GOOD, "9幢1单元", "加了扶手，老人上下楼方便。"),
        (_GOOD, "11幢2单元", ""),
        (_FAIR, "12幢1单元", "花坛还有一块黄土没有补种。"),
        (_GOOD, "14幢2单元", ""),
        (_GOOD, "16幢1单元", ""),
        (_FAIR, "19幢3单元", "施工时灰尘大。"),
        (_GOOD, "22幢2单元", "充电棚装得及时。"),
        (_GOOD, "27幢1单元", ""),
    ),
)
SECOND = RoundPlan(
    held_on=date(2026, 11, 22),
    presences={},
    opinions={
        "quality": (Stance.AGREE, "抽检和联合查验发现的问题已复验销项。"),
        "community": (Stance.CONDITIONAL, "遗留问题请按期完成，由社区参加销项。"),
        "watch": (Stance.AGREE, "整改情况已到现场看过。"),
    },
    groups=(
        GroupDraft(
            kind=GroupKind.PAPERS,
            name="资料组",
            scope="整改回复和复验记录",
            members="林知夏、陈䶮",
            stance=Stance.AGREE,
            text="资料齐全",
            missing=(),
        ),
        GroupDraft(
            kind=GroupKind.SITE,
            name="复验组",
            scope="第一轮所列全部问题",
            members="顾长青、陈䶮、孙芸",
            stance=Stance.AGREE,
            text="除按期留办的轻微问题外，均已整改合格",
        ),
    ),
    voices=(
        (_GOOD, "2幢1单元", ""),
        (_GOOD, "5幢1单元", "增加的错时车位有用。"),
        (_GOOD, "7幢3单元", "楼道灯修好了。"),
        (_GOOD, "9幢1单元", ""),
        (_GOOD, "12幢1单元", "花坛补种了。"),
        (_FAIR, "19幢3单元", ""),
    ),
)


def put_rules(workspace: Workspace) -> None:
    """Lay the office's own rule table into the workspace; its meetings go by it."""
    own = workspace.folder / RULES
    own.parent.mkdir(exist_ok=True)
    own.write_text(_RULES, encoding="utf-8")


def hold_round(
    workspace: Workspace,
    clock: StoryClock,
    project_id: str,
    parties: Mapping[str, str],
    plan: RoundPlan,
) -> Meeting:
    """Hold one round: sign in, hear groups, parties and residents, read the verdict out.

    Who agrees on a condition does so on the first defect that is still open.
    """
    draft = MeetingDraft(held_on=plan.held_on, venue=_VENUE, chair=HEAD.name, agenda=_AGENDA)
    meeting = create_meeting(workspace, project_id, draft).value
    for key, party_id in parties.items():
        clock.tick(5)
        presence = plan.presences.get(key, Presence.PRESENT)
        attendance = AttendanceDraft(presence=presence, post=_POSTS.get(key))
        note_attendance(workspace, meeting.id, party_id, attendance)
    for group in plan.groups:
        clock.tick(10)
        put_group(workspace, meeting.id, group)
    for level, home, comment in plan.voices:
        clock.tick(5)
        voice = ResidentDraft(level=level, home=home, comment=comment)
        add_resident(workspace, meeting.id, voice)
    left = _left_open(workspace, project_id)
    for key, party_id in parties.items():
        if plan.presences.get(key) is not Presence.ABSENT:
            clock.tick(5)
            give_opinion(workspace, meeting.id, party_id, _opinion(plan, key, left))
    clock.tick(20)
    return declare_verdict(workspace, meeting.id).value.meeting


def _opinion(plan: RoundPlan, key: str, left: Sequence[str]) -> OpinionDraft:
    stance, text = plan.opinions.get(key, (Stance.AGREE, ""))
    if stance is Stance.CONDITIONAL and not left:
        stance = Stance.AGREE
    on = tuple(left[:1]) if stance is Stance.CONDITIONAL else ()
    return OpinionDraft(stance=stance, text=text, defect_ids=on)


def _left_open(workspace: Workspace, project_id: str) -> list[str]:
    with workspace.read() as office:
        return [one.id for one in office.defects.of_project(project_id) if one.is_open]
