"""The tab of visits: what a visit found, told once in writing, supplemented, printed."""

from inspector.operations.disclosures import lists_of_visit
from tests.kit.builders import make_defect, make_place, make_visit


def test_what_a_visit_found_is_told_once_and_supplemented(
    workspace, project, screen, hands, ask, qtbot
):
    place = make_place(workspace, project)
    visit = make_visit(workspace, project)
    make_defect(workspace, project, place, visit_id=visit.id)
    screen.show_project(project.id, "visits")
    hands.wait()
    visits = screen.project.visits
    assert visits.told.words() == "登记问题 1 条，尚未告知。"
    ask.answers = ["当场送达"]
    hands.press("freeze_visit", visits)
    (first,) = lists_of_visit(workspace, visit.id).lists
    assert (first.note, [line.key for line in visits.told.list.lines()]) == ("当场送达", [first.id])
    make_defect(workspace, project, place, "井盖异响", visit_id=visit.id)
    visits.told.show_visit(visit.id)
    assert visits.told.words() == "告知后新增 1 条，尚未补充告知。"
    ask.answers = ["雨后复看"]
    hands.press("supplement_visit", visits)
    _first, second = lists_of_visit(workspace, visit.id).lists
    assert second.reason == "雨后复看"
    assert visits.told.words() == ""
    out = workspace.folder / "exports" / "told.pdf"
    ask.answers = [out]
    hands.press(f"told_{second.id}", visits)
    qtbot.waitUntil(out.is_file, timeout=20_000)
    hands.wait()
