"""The works in the report: by building, quantities, sampling and tests, where places lie."""

from decimal import Decimal

import pytest

from inspector.core.checklists import AnswerState, EvidenceKind
from inspector.core.evidence import Photo
from inspector.core.photos import PhotoFacts, Position
from inspector.operations.inspecting import set_result
from inspector.operations.standing import stand_of
from inspector.operations.work_papers import difference_text, spots, works_text
from tests.kit.builders import make_place, make_project, make_spot, make_visit, national_pack


@pytest.fixture
def worked(workspace):
    """Give the works of a project with a tested item in five buildings."""
    project = make_project(workspace)
    visit = make_visit(workspace, project)
    _ref, pack = national_pack(workspace)
    tested = next(
        item.id for item in pack.by_id().values() if EvidenceKind.TEST_REPORT in item.evidence
    )
    places = [make_place(workspace, project, str(number)) for number in range(1, 6)]

    def answer(states):
        for place, state in zip(places, states, strict=True):
            spot = make_spot(workspace, project, place, visit, tested)
            if state is not AnswerState.UNCHECKED:
                set_result(workspace, visit, spot, state)
        with workspace.read() as office:
            known = {place.id: place for place in office.places.of_project(project.id)}
        return works_text(stand_of(workspace, project.id).findings, known)

    return answer


def test_a_test_with_one_result_names_all_places_at_once(worked):
    (trial,) = worked([AnswerState.PASS] * 5).trials
    assert (trial.places, trial.verdict, trial.is_against) == ("全部 5 处", "合格", False)


def test_a_test_that_failed_somewhere_names_where_and_what_nobody_tried(worked):
    works = worked([AnswerState.PASS] * 3 + [AnswerState.FAIL, AnswerState.UNCHECKED])
    told = {trial.verdict: (trial.places, trial.is_against) for trial in works.trials}
    assert told == {
        "合格": ("1号楼；2号楼；3号楼", False),
        "不合格": ("4号楼", True),
        "未查": ("5号楼", True),
    }


def test_buildings_count_their_items_and_samples_what_was_looked_at(worked):
    works = worked([AnswerState.PASS] * 4 + [AnswerState.UNCHECKED])
    assert [(row.place, row.items, row.passed, row.unchecked) for row in works.blocks] == [
        *((f"{number}号楼", 1, 1, 0) for number in range(1, 5)),
        ("5号楼", 1, 0, 1),
    ]
    (sample,) = works.samples
    assert (sample.places, sample.checked) == (5, 4)
    assert sample.method
    assert sample.sampling


@pytest.mark.parametrize(
    ("difference", "text"),
    [(None, None), (Decimal("0.0"), "0"), (Decimal("2.50"), "+2.50"), (Decimal(-3), "−3")],
)
def test_differences_carry_their_sign(difference, text):
    shown = difference_text(difference)
    assert (shown or "").replace("-", "−") == (text or "")


def a_photo(number, place, latitude, longitude, datum="WGS-84"):
    position = Position(latitude=Decimal(latitude), longitude=Decimal(longitude), datum=datum)
    return Photo(
        id=f"f{number}",
        project_id="p",
        sha256=f"{number:064x}",
        size=1,
        name="a.jpg",
        facts=PhotoFacts(position=position),
        place_id=place.id,
    )


def test_a_place_lies_at_the_mean_of_its_photos_and_datums_stay_apart(workspace):
    project = make_project(workspace)
    first, second = (make_place(workspace, project, code) for code in ("1", "2"))
    places = {place.id: place for place in (first, second)}
    photos = [
        a_photo(1, second, "30.2", "120.2"),
        a_photo(2, first, "30.1", "120.1"),
        a_photo(3, first, "30.3", "120.3"),
        a_photo(4, first, "30.5", "120.5", datum="GCJ-02"),
    ]
    told = [
        (one.label, one.place, one.latitude, one.longitude, one.datum, one.photos)
        for one in spots(photos, places)
    ]
    assert told == [
        ("1", "1号楼", Decimal("30.50000"), Decimal("120.50000"), "GCJ-02", 1),
        ("2", "1号楼", Decimal("30.20000"), Decimal("120.20000"), "WGS-84", 2),
        ("3", "2号楼", Decimal("30.20000"), Decimal("120.20000"), "WGS-84", 1),
    ]
