"""An answer given in one act: all of it or nothing."""

from decimal import Decimal
from itertools import count

import pytest

from inspector.core.checklists import AnswerState
from inspector.core.errors import InspectorError, Problem
from inspector.core.verdicts import Status
from inspector.operations.answering import AnswerDraft, answer_item
from inspector.operations.inspecting import Spot
from inspector.operations.scheme import list_scheme
from inspector.store.content import content_hash
from tests.kit.builders import make_place, make_project, make_spot, make_visit, make_workspace

NUMBERS = count(1)


@pytest.fixture(scope="module")
def workspace(tmp_path_factory):
    made = make_workspace(tmp_path_factory.mktemp("answering"))
    yield made
    made.close()


@pytest.fixture
def site(workspace):
    project = make_project(workspace, f"P{next(NUMBERS)}")
    place = make_place(workspace, project)
    visit = make_visit(workspace, project)
    return visit, make_spot(workspace, project, place, visit, "RD-006")


def test_verdict_readings_and_note_are_one_act(workspace, site):
    visit, spot = site
    draft = AnswerDraft(
        state=AnswerState.PASS, readings=("1.0", "2", "3.5"), note=" 直尺 ", due_points=3
    )
    line = answer_item(workspace, visit, spot, draft).value
    assert line.state is AnswerState.PASS
    assert [reading.value for reading in line.readings] == [Decimal("1.0"), 2, Decimal("3.5")]
    assert [reading.position for reading in line.readings] == [1, 2, 3]
    assert line.answer.note == "直尺"
    assert line.assessment.status is Status.PASS


def test_readings_are_added_and_other_fields_stay(workspace, site):
    visit, spot = site
    answer_item(workspace, visit, spot, AnswerDraft(readings=("1",), note="一"))
    line = answer_item(workspace, visit, spot, AnswerDraft(readings=("2",))).value
    assert [reading.value for reading in line.readings] == [1, 2]
    assert line.answer.note == "一"
    assert line.state is AnswerState.UNCHECKED


@pytest.mark.parametrize(
    ("fields", "problem"),
    [
        ({"readings": ("1", "abc")}, Problem.READING_INVALID),
        ({"state": AnswerState.NOT_APPLICABLE}, Problem.REASON_NEEDED),
        ({"variant": "nope"}, Problem.VARIANT_UNKNOWN),
        ({"choice": "nope"}, Problem.FIELD_INVALID),
        ({"due_points": 0}, Problem.FIELD_INVALID),
        ({"due_points": 10**20}, Problem.FIELD_INVALID),
        ({"design_value": "wide"}, Problem.READING_INVALID),
    ],
)
def test_one_bad_field_keeps_the_whole_answer_out(workspace, site, fields, problem):
    visit, spot = site
    before = hash_now(workspace)
    draft = AnswerDraft(**{"note": "x", "state": AnswerState.FAIL, "readings": ("9",), **fields})
    with pytest.raises(InspectorError) as refused:
        answer_item(workspace, visit, spot, draft)
    assert refused.value.problem is problem
    assert hash_now(workspace) == before


def hash_now(workspace):
    with workspace.read() as office:
        return content_hash(office.db)


def test_an_item_outside_the_scheme_is_refused_unless_it_may_widen_it(workspace, site):
    visit, spot = site
    other = Spot(spot.visit_id, spot.place_id, "FS-001")
    with pytest.raises(InspectorError) as refused:
        answer_item(workspace, visit, other, AnswerDraft(state=AnswerState.PASS))
    assert refused.value.problem is Problem.ITEM_NOT_IN_SCHEME
    draft = AnswerDraft(state=AnswerState.PASS, widens_scheme=True)
    assert answer_item(workspace, visit, other, draft).value.state is AnswerState.PASS
    assert {row.item_id for row in list_scheme(workspace, visit.project_id)} == {"RD-006", "FS-001"}


def test_the_first_item_of_a_project_stands_under_the_national_pack(workspace):
    project = make_project(workspace, "FIRST")
    place = make_place(workspace, project)
    visit = make_visit(workspace, project)
    draft = AnswerDraft(
        state=AnswerState.NOT_APPLICABLE, reason="本小区无此设施", widens_scheme=True
    )
    line = answer_item(workspace, visit, Spot(visit.id, place.id, "EL-001"), draft).value
    assert line.scheme.pack.pack_id == "cn-national"
    assert line.answer.result.reason == "本小区无此设施"


def test_fields_can_be_taken_back(workspace, site):
    visit, spot = site
    answer_item(workspace, visit, spot, AnswerDraft(note="一", design_value="5.0", reason="二"))
    line = answer_item(
        workspace, visit, spot, AnswerDraft(note="", design_value="", reason="")
    ).value
    assert (line.answer.note, line.answer.design_value) == (None, None)
    assert line.answer.result.reason is None
