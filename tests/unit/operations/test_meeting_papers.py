"""The acceptance report of a meeting: its chapters, in all three forms, and no resident's name."""

import zipfile
from datetime import timedelta

import pytest

from inspector.core.checklists import AnswerState
from inspector.core.conclusion import ConclusionKind
from inspector.core.meetings import GroupKind, Presence, Satisfaction, Stance
from inspector.core.papers import PaperIdentity
from inspector.core.progress import Unwatched
from inspector.core.projects import PartyRole, PlaceKind
from inspector.operations.acceptance import gather_acceptance
from inspector.operations.inspecting import set_result
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
from inspector.operations.opinions import ConditionDraft, OpinionDraft, give_opinion
from inspector.operations.reports import issue_acceptance_report
from tests.kit.builders import (
    FIRST_DAY,
    make_party,
    make_place,
    make_project,
    make_spot,
    make_visit,
)
from tests.kit.pdf import joined, whole_text

DUE = FIRST_DAY + timedelta(days=20)


@pytest.fixture
def held(workspace):
    """Give a project whose meeting heard two parties, a group and a resident."""
    project = make_project(workspace)
    place = make_place(workspace, project, kind=PlaceKind.COMMUNITY, code="JF2", name="解放二村")
    visit = make_visit(workspace, project)
    spot = make_spot(workspace, project, place, visit, "RD-005")
    set_result(workspace, visit, spot, AnswerState.FAIL)
    set_result(workspace, visit, spot, AnswerState.NOT_APPLICABLE, "此处无路面")
    owner = make_party(workspace, project, "建设街道", role=PartyRole.OWNER)
    builder = make_party(workspace, project, "市政集团")
    draft = MeetingDraft(
        held_on=FIRST_DAY, venue="社区会议室", chair="周主任", agenda="先报告，后查验"
    )
    meeting = create_meeting(workspace, project.id, draft).value
    note_attendance(
        *(workspace, meeting.id, owner.id),
        AttendanceDraft(presence=Presence.LATE, representative="陈敏", post="项目负责人"),
    )
    condition = ConditionDraft(text="补种行道树", owner_id=builder.id, due_on=DUE)
    give_opinion(
        *(workspace, meeting.id, owner.id),
        OpinionDraft(stance=Stance.CONDITIONAL, text="绿化未补齐", conditions=(condition,)),
    )
    put_group(
        *(workspace, meeting.id),
        GroupDraft(
            kind=GroupKind.PAPERS,
            name="资料组",
            scope="竣工资料",
            items=("RD-005",),
            stance=Stance.AGREE,
            missing=("竣工图",),
        ),
    )
    add_resident(
        *(workspace, meeting.id),
        ResidentDraft(
            level=Satisfaction.FAIRLY,
            home="12幢",
            comment="楼道灯偏暗",
            name="赵阿姨",
            phone="13900001111",
        ),
    )
    return project, meeting


def test_no_name_of_a_residents_representative_is_in_any_paper(workspace, held, tmp_path):
    project, meeting = held
    watch = make_party(workspace, project, "居民监督小组", role=PartyRole.WATCH)
    before = identity_free(workspace, project, tmp_path)
    named = AttendanceDraft(presence=Presence.PRESENT, representative="钱大爷")
    note_attendance(workspace, meeting.id, watch.id, named)
    for ending in ("pdf", "docx", "xlsx"):
        out = tmp_path / f"公开.{ending}"
        issue_acceptance_report(workspace, project.id, out)
        text = joined(whole_text(out)) if ending == "pdf" else editions_text(out)
        assert "不公开" in text
        assert "钱大爷" not in text
        assert "王经理" in text
    assert before.parties == identity_free(workspace, project, tmp_path).parties


def identity_free(workspace, project, tmp_path):
    identity = PaperIdentity(number="1", made_at=workspace.now(), program="x")
    return gather_acceptance(workspace, project.id, identity, Unwatched())


def text_of(workspace, project, tmp_path):
    out = tmp_path / f"{workspace.now_ms()}.pdf"
    made = issue_acceptance_report(workspace, project.id, out).value
    return joined(whole_text(out)), made


def test_a_report_before_any_meeting_says_so(workspace, tmp_path):
    project = make_project(workspace)
    text, _made = text_of(workspace, project, tmp_path)
    assert "（未经会议）" in text
    assert "联合竣工验收会议未记录" in text


def test_the_report_rests_on_the_meeting(workspace, held, tmp_path):
    text, made = text_of(workspace, held[0], tmp_path)
    assert "未经会议" not in text
    for told in (
        *(
            "四、验收组织",
            "社区会议室",
            "主持人：周主任",
            "议程：先报告，后查验",
            "判定规则：通用规则",
            "陈敏",
            "迟到",
        ),
        *("资料组", "缺少：竣工图", "八、居民意见", "基本满意1人", "楼道灯偏暗"),
        *("各参加单位意见", "有条件同意", "补种行道树", "会议尚未宣布结论", "必到单位"),
        *("八、居民意见", "原判不合格，后改为不适用：此处无路面"),
    ):
        assert told in text, told
    for personal in ("赵阿姨", "13900001111"):
        assert personal not in text
    assert made.report.conclusion == ConclusionKind.UNDECIDED


def test_an_override_prints_with_its_reason(workspace, held, tmp_path):
    project, meeting = held
    declare_verdict(workspace, meeting.id, kind=ConclusionKind.FAIL, reason="消防车道当场试车不通")
    text, made = text_of(workspace, project, tmp_path)
    assert "结论：不通过" in text
    assert "结论由周主任宣布" in text
    assert "计算的结论为“不能判定”；主持人另作结论，理由：消防车道当场试车不通" in text
    assert made.report.conclusion == ConclusionKind.FAIL


def test_opinions_of_all_rounds_print(workspace, held, tmp_path):
    project, _first = held
    again = create_meeting(workspace, project.id, MeetingDraft(held_on=DUE)).value
    with workspace.read() as office:
        owner = office.parties.of_project(project.id)[0]
    draft = OpinionDraft(stance=Stance.DISAGREE, text="行道树仍未补种")
    give_opinion(workspace, again.id, owner.id, draft)
    text, _made = text_of(workspace, project, tmp_path)
    assert "绿化未补齐" in text
    assert "行道树仍未补种" in text
    assert "第2轮联合竣工验收会议" in text


@pytest.mark.parametrize("ending", ["docx", "xlsx"])
def test_word_and_excel_tell_the_same(workspace, held, tmp_path, ending):
    out = tmp_path / f"报告.{ending}"
    issue_acceptance_report(workspace, held[0].id, out)
    text = editions_text(out)
    for told in ("四、验收组织", "陈敏", "有条件同意", "楼道灯偏暗", "竣工图"):
        assert told in text
    assert "赵阿姨" not in text


def editions_text(path):
    """Read all text of a Word or Excel file as its XML has it."""
    with zipfile.ZipFile(path) as whole:
        names = [name for name in whole.namelist() if name.endswith(".xml")]
        return "".join(whole.read(name).decode() for name in names)
