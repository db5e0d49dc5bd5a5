"""A party that leaves the register: gone from what comes, there in what was."""

from datetime import timedelta

import pytest

from inspector.core.conclusion import ConclusionKind
from inspector.core.errors import InspectorError, Problem
from inspector.core.meetings import Presence
from inspector.core.projects import PartyRole
from inspector.operations.defects import list_defects
from inspector.operations.history import undo
from inspector.operations.meetings import (
    AttendanceDraft,
    MeetingDraft,
    create_meeting,
    declare_verdict,
    note_attendance,
)
from inspector.operations.projects import (
    dismiss_party,
    list_dismissed,
    list_parties,
    readmit_party,
)
from inspector.operations.signing import show_signatures
from inspector.operations.verdicts import show_meeting
from tests.kit.builders import FIRST_DAY, make_defect, make_party
from tests.kit.signing import Held


@pytest.fixture
def held(workspace):
    made = Held(workspace)
    made.sign(made.builder)
    return made


def units(workspace, meeting):
    return [line.party.unit for line in show_meeting(workspace, meeting.id).parties]


def test_a_party_that_left_stays_in_a_meeting_that_was_read_out(held, workspace):
    before = show_signatures(workspace, held.meeting.id)
    left = dismiss_party(workspace, held.builder.id, "合同终止").value
    assert (left.dismissed.reason, left.dismissed.at_ms) == ("合同终止", workspace.now_ms())
    assert held.builder.unit not in [one.unit for one in list_parties(workspace, held.project.id)]
    assert list_dismissed(workspace, held.project.id) == [left]
    after = show_signatures(workspace, held.meeting.id)
    assert [line.counts for line in after.lines] == [True]
    assert after.shown == before.shown


def test_the_next_round_is_without_it(held, workspace):
    dismiss_party(workspace, held.builder.id, "合同终止")
    later = MeetingDraft(held_on=FIRST_DAY + timedelta(days=9))
    again = create_meeting(workspace, held.project.id, later).value
    assert held.builder.unit in units(workspace, held.meeting)
    assert held.builder.unit not in units(workspace, again)
    draft = AttendanceDraft(presence=Presence.PRESENT)
    with pytest.raises(InspectorError) as refused:
        note_attendance(workspace, again.id, held.builder.id, draft)
    assert refused.value.problem is Problem.PARTY_DISMISSED
    readmit_party(workspace, held.builder.id)
    note_attendance(workspace, again.id, held.builder.id, draft)
    assert held.builder.unit in units(workspace, again)


def test_what_it_owes_keeps_its_name(held, workspace):
    defect = make_defect(workspace, held.project, held.place, party_id=held.builder.id)
    dismiss_party(workspace, held.builder.id, "合同终止")
    named = {one.defect.id: one.party for one in list_defects(workspace, held.project.id)}
    assert named[defect.id].unit == held.builder.unit


def test_it_leaves_once_with_a_reason_and_undo_brings_it_back(held, workspace):
    with pytest.raises(InspectorError) as refused:
        dismiss_party(workspace, held.builder.id, "  ")
    assert refused.value.problem is Problem.NAME_EMPTY
    act = dismiss_party(workspace, held.builder.id, "误录").act
    with pytest.raises(InspectorError) as refused:
        dismiss_party(workspace, held.builder.id, "再次")
    assert refused.value.problem is Problem.PARTY_DISMISSED
    undo(workspace, act)
    assert held.builder.id in [one.id for one in list_parties(workspace, held.project.id)]


def test_a_party_put_on_the_register_later_is_none_of_a_meeting_that_was_read_out(held, workspace):
    before = show_signatures(workspace, held.meeting.id)
    workspace.clock.tick()
    later = make_party(workspace, held.project, "燃气公司", role=PartyRole.OPERATOR)
    after = show_signatures(workspace, held.meeting.id)
    assert later.unit not in units(workspace, held.meeting)
    assert after.shown == before.shown
    with pytest.raises(InspectorError) as refused:
        held.sign(later)
    assert refused.value.problem is Problem.PARTY_NOT_AT_MEETING
    held.attend(later)
    assert later.unit in units(workspace, held.meeting)


def test_a_verdict_read_out_again_goes_by_the_register_of_then(held, workspace):
    workspace.clock.tick()
    later = make_party(workspace, held.project, "燃气公司", role=PartyRole.OPERATOR)
    declare_verdict(workspace, held.meeting.id, kind=ConclusionKind.PASS, reason="当场整改完毕")
    assert later.unit in units(workspace, held.meeting)
