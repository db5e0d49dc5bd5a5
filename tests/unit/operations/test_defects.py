"""Moving defects: a step that is refused leaves day, state and history as they were."""

from datetime import timedelta

import pytest

from inspector.core.defects import DefectStep
from inspector.core.errors import InspectorError, Problem
from inspector.operations.defects import MoveDraft, move_defect, show_defect
from tests.kit.builders import FIRST_DAY, make_defect, make_place, make_project

DUE = FIRST_DAY + timedelta(days=14)


@pytest.fixture
def issued(workspace):
    project = make_project(workspace)
    defect = make_defect(workspace, project, make_place(workspace, project))
    return move_defect(workspace, defect.id, MoveDraft(step=DefectStep.ISSUE, due_on=DUE)).value


@pytest.mark.parametrize(
    ("step", "days", "problem"),
    [
        (DefectStep.EXTEND, 0, Problem.DEFECT_DAY_NOT_LATER),
        (DefectStep.EXTEND, -1, Problem.DEFECT_DAY_NOT_LATER),
        (DefectStep.START_REPAIR, 7, Problem.DEFECT_STEP_SETS_NO_DAY),
        (DefectStep.REPLY, 7, Problem.DEFECT_STEP_SETS_NO_DAY),
    ],
)
def test_a_refused_day_leaves_everything_as_it_was(workspace, issued, step, days, problem):
    before = show_defect(workspace, issued.id)
    draft = MoveDraft(step=step, reason="材料未到", due_on=DUE + timedelta(days=days))
    with pytest.raises(InspectorError) as refused:
        move_defect(workspace, issued.id, draft)
    assert refused.value.problem is problem
    assert show_defect(workspace, issued.id) == before


def test_an_extension_is_told_with_its_day(workspace, issued):
    later = DUE + timedelta(days=1)
    draft = MoveDraft(step=DefectStep.EXTEND, reason="材料未到", due_on=later)
    move_defect(workspace, issued.id, draft)
    sheet = show_defect(workspace, issued.id)
    assert sheet.defect.due_on == later
    assert [event.due_on for event in sheet.events] == [None, DUE, later]
