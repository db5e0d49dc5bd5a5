"""The forms of a joint acceptance: from the records, in three editions, and no resident's name."""

import re
from datetime import date
from decimal import Decimal

import pytest

from inspector.core.aftercare.care import CarePoint, CareState
from inspector.core.aftercare.handover import HandoverKind
from inspector.core.aftercare.warranty import WarrantyKind
from inspector.core.checklists import AnswerState
from inspector.core.inspections import VisitKind
from inspector.core.issued import FORMS, OF_PROJECT, PaperKind
from inspector.core.meetings import GroupKind, Presence, Satisfaction, Stance
from inspector.core.projects import PartyRole
from inspector.operations.aftercare import (
    HandoverDraft,
    WarrantyDraft,
    add_handover,
    add_warranty,
    answer_care,
    state_account,
    state_management,
)
from inspector.operations.forms.gathering import gather_form
from inspector.operations.inspecting import set_result
from inspector.operations.meetings import (
    AttendanceDraft,
    GroupDraft,
    MeetingDraft,
    ResidentDraft,
    add_resident,
    create_meeting,
    note_attendance,
    put_group,
)
from inspector.operations.opinions import OpinionDraft, give_opinion
from inspector.operations.papers import list_papers, make_paper
from inspector.operations.reports import list_reports
from inspector.operations.visits import VisitDraft, create_visit
from inspector.reports.outlines import outline_of
from inspector.sheets.workbook import read_workbook
from tests.kit.builders import (
    FIRST_DAY,
    make_defect,
    make_party,
    make_place,
    make_project,
    make_spot,
    make_visit,
    national_pack,
)
from tests.kit.pdf import joined, whole_text
from tests.kit.sample_papers import IDENTITY
from tests.unit.operations.test_meeting_papers import editions_text

PERSONAL = ("赵阿姨", "13900001111", "孙阿婆", "李楼长")
ENDS = (".pdf", ".docx", ".xlsx")


@pytest.fixture
def project(workspace):
    """Give a project whose meeting heard parties, groups and residents, with their names."""
    made = make_project(workspace)
    place = make_place(workspace, made)
    visit = make_visit(workspace, made)
    for item, state in (("RD-005", AnswerState.PASS), ("RD-006", AnswerState.FAIL)):
        spot = make_spot(workspace, made, place, visit, item)
        set_result(workspace, visit, spot, state)
    ref, _pack = national_pack(workspace)
    make_defect(workspace, made, place, "井框高差过大", item_id="RD-006", pack=ref)
    owner = make_party(workspace, made, "建设街道", role=PartyRole.OWNER)
    builder = make_party(workspace, made, "市政集团")
    bureau = make_party(workspace, made, "区住建局", role=PartyRole.DEPARTMENT)
    people = make_party(workspace, made, "12幢居民", role=PartyRole.RESIDENTS)
    draft = MeetingDraft(held_on=FIRST_DAY, venue="社区会议室", chair="周主任")
    meeting = create_meeting(workspace, made.id, draft).value
    came = AttendanceDraft(presence=Presence.PRESENT, representative="陈敏", post="负责人")
    note_attendance(workspace, meeting.id, owner.id, came)
    came = AttendanceDraft(presence=Presence.LATE, representative="刘洋")
    note_attendance(workspace, meeting.id, builder.id, came)
    heard = AttendanceDraft(presence=Presence.PRESENT, representative="孙阿婆")
    note_attendance(workspace, meeting.id, people.id, heard)
    said = OpinionDraft(stance=Stance.DISAGREE, text="消防车道未画线")
    give_opinion(workspace, meeting.id, bureau.id, said)
    for group in (
        GroupDraft(
            kind=GroupKind.SITE,
            name="现场组",
            scope="12 幢周边",
            items=("RD-005", "RD-006"),
            members="张工、王工",
            stance=Stance.AGREE,
            text="总体良好",
        ),
        GroupDraft(kind=GroupKind.RESIDENTS, name="居民组", members="李楼长"),
    ):
        put_group(workspace, meeting.id, group)
    voice = ResidentDraft(
        level=Satisfaction.FAIRLY,
        home="12幢",
        comment="楼道灯偏暗",
        name="赵阿姨",
        phone="13900001111",
    )
    add_resident(workspace, meeting.id, voice)
    _put_aftercare(workspace, made, builder)
    return made


def _put_aftercare(workspace, project, builder):
    sums = {"estimate": "1000000", "contract": "990000", "settled": "980000.5"}
    told = {f"{name}_yuan": Decimal(value) for name, value in sums.items()}
    told |= {"final_yuan": Decimal("979999.5"), "fiscal_yuan": Decimal("979999.5")}
    state_account(workspace, project.id, told)
    state_management(workspace, project.id, {"body": "安居物业", "signed_on": date(2026, 5, 7)})
    roof = WarrantyDraft(
        kind=WarrantyKind.WATERPROOFING,
        part="12幢屋面防水",
        starts_on=date(2026, 5, 6),
        party_id=builder.id,
    )
    add_warranty(workspace, project.id, roof)
    thing = HandoverDraft(kind=HandoverKind.FACILITY, item="消防栓", quantity="24处")
    add_handover(workspace, project.id, thing)
    draft = VisitDraft(kind=VisitKind.AFTERCARE, first_on=FIRST_DAY)
    visit = create_visit(workspace, project.id, draft).value
    answer_care(workspace, visit.id, CarePoint.ROADS, CareState.LACKING, "道路塌陷")


TOLD = {
    PaperKind.GROUPS: ("现场组", "张工", "王工", "RD-006", "井框高差过大", "■同意", "总体良好"),
    PaperKind.DEPARTMENTS: ("区住建局", "■不同意", "消防车道未画线", "（公章）"),
    PaperKind.RESIDENTS: ("12幢", "基本满意", "楼道灯偏暗", "12幢居民"),
    PaperKind.FIVE_PARTIES: (
        "建设街道",
        "陈敏",
        "市政集团",
        "刘洋",
        "勘察单位：未登记",
        "不能判定",
    ),
    PaperKind.AFTERCARE: (
        "决算比概算少 20,000.50 元",
        "没有批准",
        "12幢屋面防水",
        "2031-05-06",
        "市政集团",
        "消防栓",
        "24处",
        "安居物业",
        "六有 0/6",
        "道路塌陷",
        "建设街道",
    ),
}


@pytest.mark.parametrize("kind", TOLD)
def test_a_form_tells_the_records_in_three_editions(workspace, project, tmp_path, kind):
    outs = [tmp_path / f"{kind}{end}" for end in ENDS]
    made = [make_paper(workspace, project.id, kind, out).value for out in outs]
    texts = [whole_text(outs[0]), *(joined(editions_text(out)) for out in outs[1:])]
    for text in texts:
        for told in (*TOLD[kind], "第1轮联合竣工验收会议", "社区会议室", project.code):
            assert joined(told) in text, told
        for personal in PERSONAL:
            assert personal not in text
    assert [one.report.version for one in made] == [1, 2, 3]
    assert len({one.report.number for one in made}) == 1


@pytest.mark.parametrize("kind", FORMS)
def test_the_figures_of_a_form_agree_in_its_editions(workspace, project, tmp_path, kind):
    paper = gather_form(workspace, project.id, kind, IDENTITY)
    outline = outline_of(paper)
    for end in ENDS:
        make_paper(workspace, project.id, kind, tmp_path / f"f{end}")
    pages = whole_text(tmp_path / "f.pdf")
    word = joined(editions_text(tmp_path / "f.docx"))
    sheets = read_workbook(tmp_path / "f.xlsx")
    cells = {joined(str(cell)) for sheet in sheets for row in sheet.rows for cell in row}
    figures = {
        joined(str(value))
        for section in outline.sections[:-1]
        for table in section.tables
        for row in table.rows
        for value in row
        if value is not None and re.search(r"\d", str(value))
    }
    assert figures
    for figure in figures:
        assert figure in pages
        assert figure in word
        assert figure in cells


def test_the_sampled_items_are_counted_over_their_places(workspace, project):
    paper = gather_form(workspace, project.id, PaperKind.GROUPS, IDENTITY)
    results = paper.sheets[0].tables[0]
    assert [row[1:] for row in results.rows] == [
        (1, 1, 0, 0, 0),
        (1, 0, 1, 0, 0),
        (2, 1, 1, 0, 0),
    ]


@pytest.mark.parametrize("kind", TOLD)
def test_before_any_meeting_a_form_is_blank_and_says_so(workspace, tmp_path, kind):
    project = make_project(workspace)
    out = tmp_path / "f.pdf"
    make_paper(workspace, project.id, kind, out)
    text = whole_text(out)
    assert "尚未召开联合验收会议" in text
    assert "■" not in text


def test_the_list_tells_what_was_made_of_each(workspace, project, tmp_path):
    assert [line.kind for line in list_papers(workspace, project.id)] == list(OF_PROJECT)
    assert not any(line.made for line in list_papers(workspace, project.id))
    for number in (1, 2):
        make_paper(workspace, project.id, PaperKind.GROUPS, tmp_path / f"{number}.pdf")
    lines = {line.kind: line for line in list_papers(workspace, project.id)}
    assert lines[PaperKind.GROUPS].made == 2
    assert lines[PaperKind.GROUPS].newest.version == 2
    assert lines[PaperKind.DEPARTMENTS].newest is None
    assert len(list_reports(workspace, project.id)) == 2


@pytest.mark.parametrize("kind", FORMS)
def test_no_form_names_a_resident(workspace, project, tmp_path, kind):
    for end in ENDS:
        out = tmp_path / f"{kind}{end}"
        make_paper(workspace, project.id, kind, out)
        text = whole_text(out) if end == ".pdf" else joined(editions_text(out))
        assert project.code in text
        assert [name for name in PERSONAL if name in text] == []
