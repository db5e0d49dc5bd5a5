"""The sample community on record: its defects, photos and journal tell one story."""

import json
from collections.abc import Iterator
from datetime import UTC, datetime

import pytest

from inspector.core.checklists import AnswerState
from inspector.core.conclusion import ConclusionKind
from inspector.core.defects import DefectState, DefectStep
from inspector.core.disclosures import untold
from inspector.core.errors import Cancelled
from inspector.core.evidence import PhotoRole
from inspector.core.ink import checked_ink
from inspector.core.inspections import VisitKind
from inspector.core.meetings import Stance
from inspector.core.process.names import GateId, ProjectState
from inspector.core.process.path import GateStatus
from inspector.core.rules import Clause
from inspector.operations.defects import DefectSheet, list_defects, show_defect
from inspector.operations.history import history_of
from inspector.operations.inspecting import list_items, list_progress
from inspector.operations.notices import list_notices
from inspector.operations.photos import list_photos
from inspector.operations.process import process_of
from inspector.operations.projects import find_project, summarise_project
from inspector.operations.sample.clock import StoryClock, moment
from inspector.operations.sample.days import BY_ROUND, FIRST_DAY
from inspector.operations.sample.finding import Round
from inspector.operations.sample.people import CLERK, REPAIRER
from inspector.operations.sample.plan import SampleSize
from inspector.operations.sample.signing import SIGNERS, handwriting
from inspector.operations.sample.story import make_sample
from inspector.operations.signing import show_signatures
from inspector.operations.verdicts import MeetingSheet, list_meetings, show_meeting
from inspector.operations.visits import list_visits
from inspector.operations.workspace import create_workspace
from inspector.words.meetings import clause_text
from tests.kit.sample import SampleWorkspace, sample_workspace


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Iterator[SampleWorkspace]:
    with sample_workspace(tmp_path_factory.mktemp("sample")) as found:
        yield found


@pytest.fixture(scope="module")
def sheets(made: SampleWorkspace) -> list[DefectSheet]:
    lines = list_defects(made.workspace, made.project_id)
    return [show_defect(made.workspace, line.defect.id) for line in lines]


def test_counts_on_record_are_those_of_the_plan(made):
    summary = summarise_project(made.workspace, made.project_id)
    assert find_project(made.workspace, "JF2").id == made.project_id
    assert summary.buildings == 2
    assert summary.due == summary.answered == len(made.sample.plan.scopes)
    assert summary.photos == len(made.sample.photos)
    assert summary.visits == 6
    assert summary.open_critical == 0
    with made.workspace.read() as office:
        assert len(office.answers.of_project(made.project_id)) == made.sample.answers


def test_the_joint_visit_answers_every_item(made):
    joint = next(v for v in list_visits(made.workspace, made.project_id) if v.kind == "joint")
    for line in list_progress(made.workspace, joint):
        assert line.progress.answered == line.progress.due
        assert line.progress.mandatory_unchecked == 0


def test_no_answer_contradicts_its_readings(made):
    for visit in list_visits(made.workspace, made.project_id):
        for line in list_progress(made.workspace, visit):
            for item in list_items(made.workspace, visit, line.place.id):
                assert item.contradiction is None, item.spot


def test_every_failing_answer_has_its_defect(made, sheets):
    owed = {(sheet.defect.place_id, sheet.defect.item_id) for sheet in sheets}
    with made.workspace.read() as office:
        answers = office.answers.of_project(made.project_id)
    failing = [a for a in answers if a.result.state is AnswerState.FAIL]
    assert failing
    assert all((answer.place_id, answer.item_id) in owed for answer in failing)


def test_every_defect_has_gone_its_way_by_legal_steps(sheets):
    for sheet in sheets:
        defect, events = sheet.defect, list(sheet.events)
        assert [event.at_ms for event in events] == sorted(event.at_ms for event in events)
        assert events[0].step is DefectStep.RECORD
        assert len({event.by for event in events}) >= 2
        assert defect.state in {DefectState.CLOSED, DefectState.LEFT_OPEN}


def test_whoever_closed_a_defect_did_not_repair_it(sheets):
    for sheet in sheets:
        steps = {event.step: event.by for event in sheet.events}
        if DefectStep.RECHECK_PASS in steps:
            assert steps[DefectStep.RECHECK_PASS] != steps[DefectStep.REPLY]
            assert steps[DefectStep.RECORD] != steps[DefectStep.REPLY]


def test_a_closed_defect_shows_before_and_later_after(sheets):
    for sheet in sheets:
        by_role = {photo.link.role: photo.photo.facts.taken_local for photo in sheet.photos}
        assert PhotoRole.BEFORE in by_role
        if sheet.defect.state is DefectState.CLOSED:
            assert by_role[PhotoRole.AFTER] > by_role[PhotoRole.BEFORE]


def test_a_photo_after_is_older_than_the_recheck_and_a_photo_before_than_its_defect(sheets):
    for sheet in sheets:
        steps = {event.step: event.at_ms for event in sheet.events}
        for shown in sheet.photos:
            local = datetime.fromisoformat(shown.photo.facts.taken_local).replace(
                tzinfo=moment(FIRST_DAY, 8).tzinfo
            )
            taken_ms = int(local.timestamp() * 1000)
            step = DefectStep.RECORD if shown.link.role is PhotoRole.BEFORE else DefectStep.REPLY
            assert taken_ms < steps[step]


def test_each_defect_stands_in_a_notice_of_its_party(made, sheets):
    notices = {
        line.notice.number: line.notice for line in list_notices(made.workspace, made.project_id)
    }
    for sheet in sheets:
        assert len(sheet.notice_numbers) == 1
        assert notices[sheet.notice_numbers[0]].party_id == sheet.defect.party_id


def test_a_party_without_the_program_answers_by_sheet(made, sheets):
    replies = [event for sheet in sheets for event in sheet.events if event.reply_id]
    assert replies
    assert {event.done_by for event in replies} == {REPAIRER["pipes"].name}
    with made.workspace.read() as office:
        kept = {reply.id for reply in office.replies.of_project(made.project_id)}
    assert {event.reply_id for event in replies} == kept


def test_what_the_joint_visit_found_was_told_once_whole(made):
    with made.workspace.read() as office:
        (told,) = office.disclosures.of_project(made.project_id)
        kinds = {visit.id: visit.kind for visit in office.visits.of_project(made.project_id)}
        found = office.defects.of_project(made.project_id)
    assert kinds[told.visit_id] is VisitKind.JOINT
    assert untold([one for one in found if one.visit_id == told.visit_id], [told]) == []


def test_what_is_left_is_minor_and_has_its_day_and_reason(sheets):
    left = [sheet.defect for sheet in sheets if sheet.defect.is_open]
    assert [defect.state for defect in left] == [DefectState.LEFT_OPEN]
    assert left[0].severity == "minor"
    assert left[0].due_on is not None
    assert left[0].standing.reason


def test_no_photo_raises_a_doubt(made):
    lines = list_photos(made.workspace, made.project_id)
    assert [line.doubts for line in lines] == [()] * len(lines)
    for line in lines:
        facts = line.photo.facts
        assert line.is_here
        assert line.links
        assert facts.direction_deg is not None
        assert facts.position.accuracy_m is not None
        assert line.photo.photographer
        assert line.photo.place_id


def test_the_journal_keeps_the_time_of_the_story(made, sheets):
    first, last = moment(FIRST_DAY, 7), made.clock()
    for sheet in sheets:
        for line in history_of(made.workspace, sheet.defect.id):
            at = datetime.fromtimestamp(line.at_ms / 1000, UTC)
            assert first <= at <= last
            assert line.person
            assert line.device == "K7"


def test_numbers_of_defects_begin_with_project_building_and_machine(sheets):
    assert {sheet.defect.number.rpartition("-")[0] for sheet in sheets} == {
        "JF2-00-K7",
        "JF2-12-K7",
        "JF2-20-K7",
    }


def test_the_first_round_asks_for_rework_and_the_second_hears_everybody_again(made):
    first, second = (
        show_meeting(made.workspace, one.id)
        for one in list_meetings(made.workspace, made.project_id)
    )
    assert (first.kind, first.meeting.number) == (ConclusionKind.REWORK, "JF2-HY1")
    assert [line.party.unit for line in first.absent] == ["××勘测院有限公司"]
    assert second.absent == ()
    assert first.meeting.declared.at_ms < second.meeting.declared.at_ms
    stances = [line.opinion.stance for line in second.parties]
    assert stances.count(Stance.CONDITIONAL) == 1
    assert Stance.DISAGREE not in stances
    (waiting,) = [line for line in second.parties if line.conditions]
    assert waiting.open_conditions == 1
    assert second.groups
    assert second.residents
    lines = {line.clause: line for line in second.declared.lines}
    assert lines[Clause.PAPERS_COMPLETE].is_met
    assert "示例联审" in clause_text(lines[Clause.PAPERS_COMPLETE])


def said_at(sheet: MeetingSheet) -> list[object]:
    """Spell a meeting without ids."""
    parties = [
        [
            line.party.unit,
            line.attendance and line.attendance.presence,
            line.opinion and [line.opinion.stance, line.opinion.text],
            [defect.number for defect in line.conditions],
        ]
        for line in sheet.parties
    ]
    return [
        *(sheet.meeting.number, sheet.meeting.declared.basis, parties),
        [[group.name, group.items, group.text] for group in sheet.groups],
        sorted([voice.level, voice.home, voice.comment] for voice in sheet.residents),
    ]


def told(made: SampleWorkspace) -> str:
    """Spell what a sample tells, without ids."""
    meetings = list_meetings(made.workspace, made.project_id)
    with made.workspace.read() as office:
        answers = office.answers.of_project(made.project_id)
        readings = office.answers.readings_of_project(made.project_id)
        photos = office.photos.of_project(made.project_id)
        defects = office.defects.of_project(made.project_id)
    content = {
        "answers": sorted(
            [
                a.item_id,
                a.result.state,
                a.note or "",
                [str(r.value) for r in readings.get(a.id, [])],
            ]
            for a in answers
        ),
        "defects": [[d.number, d.text, d.measured, d.state] for d in defects],
        "photos": [[p.sha256, p.name, p.caption, p.photographer] for p in photos],
        "meetings": [said_at(show_meeting(made.workspace, one.id)) for one in meetings],
    }
    return json.dumps(content, sort_keys=True, default=str)


@pytest.mark.slow
def test_the_same_seed_makes_the_same_texts_values_and_pictures_again(made, tmp_path):
    clock = StoryClock(moment(FIRST_DAY, 7, 45))
    again = create_workspace(tmp_path / "w", tmp_path / "p", clock, CLERK.name, CLERK.unit)
    try:
        sample = make_sample(again, clock, SampleSize.SMALL)
        other = SampleWorkspace(workspace=again, clock=clock, sample=sample)
        assert told(other) == told(made)
    finally:
        again.close()


def test_the_first_and_the_last_recheck_are_different_visits(made):
    titles = [visit.title for visit in list_visits(made.workspace, made.project_id)]
    assert titles == [BY_ROUND[one].title for one in Round]


class StopsAfter:
    """A person who asks to stop once some days are told."""

    def __init__(self, days: int) -> None:
        self._days = days
        self._done = 0

    def report(self, done: int, _total: int) -> None:
        self._done = done

    def wants_stop(self) -> bool:
        return self._done >= self._days


def test_a_story_that_is_stopped_leaves_a_whole_workspace(tmp_path):
    clock = StoryClock(moment(FIRST_DAY, 7, 45))
    workspace = create_workspace(tmp_path / "w", tmp_path / "p", clock, CLERK.name, CLERK.unit)
    try:
        with pytest.raises(Cancelled):
            make_sample(workspace, clock, SampleSize.SMALL, progress=StopsAfter(1))
        project = find_project(workspace, "JF2")
        assert [visit.kind for visit in list_visits(workspace, project.id)] == ["patrol"]
    finally:
        workspace.close()


def test_the_project_was_taken_in_half_way_and_is_put_right_after_its_acceptance(made):
    seen = process_of(made.workspace, made.project_id).seen
    assert seen.state is ProjectState.RECTIFYING
    assert seen.assertion.target == ProjectState.PLANNED
    assert seen.gate(GateId.G13).status is GateStatus.PASSED
    assert seen.next_gate.gate.id is GateId.G14


def test_those_who_carry_the_work_signed_what_stands(made):
    held = list_meetings(made.workspace, made.project_id)
    signing = show_signatures(made.workspace, held[-1].id)
    signed = [line for line in signing.lines if line.counts and line.signature.ink]
    assert len(signed) == len(signing.lines) == len(SIGNERS)
    assert len({line.signature.signed_at for line in signed}) == len(SIGNERS)
    assert handwriting("陈䶮") == handwriting("陈䶮") == checked_ink(handwriting("陈䶮"))
    assert handwriting("陈䶮") != handwriting("孙芸")
