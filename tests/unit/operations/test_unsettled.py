"""No report is final while its records have not come together (DESIGN, 8)."""

import pytest

from inspector.core.checklists import AnswerState
from inspector.core.conclusion import ConclusionKind, Condition
from inspector.operations.conflicts import (
    count_conflicts,
    list_conflicts,
    settle_conflict,
    settle_deleted,
)
from inspector.operations.defects import edit_defect
from inspector.operations.inspecting import (
    add_readings,
    change_reading,
    remove_reading,
    set_note,
    set_result,
)
from inspector.operations.packing import PackOrder
from inspector.operations.reports import issue_acceptance_report
from inspector.operations.standing import stand_of
from inspector.operations.taking import take_packages
from tests.kit.builders import (
    make_defect,
    make_place,
    make_project,
    make_spot,
    make_visit,
    random_id,
)
from tests.kit.commands import command, command_data
from tests.kit.crossing import carry, cross, make_laptop, packed
from tests.kit.pdf import joined, page_texts, whole_text


@pytest.fixture
def pair(tmp_path):
    """Give two laptops that hold the same project."""
    one, other = make_laptop(tmp_path, "甲"), make_laptop(tmp_path, "乙")
    yield one, other
    one.close()
    other.close()


@pytest.fixture
def site(pair, tmp_path):
    """Give project, place, visit and an item in scope, on both laptops."""
    one, other = pair
    project = make_project(one)
    place = make_place(one, project)
    visit = make_visit(one, project)
    spot = make_spot(one, project, place, visit)
    carry(one, other, tmp_path)
    return project, place, visit, spot


def unmet(workspace, project):
    conclusion = stand_of(workspace, project.id).conclusion
    return {reason.condition: reason.against for reason in conclusion.reasons if not reason.is_met}


def test_two_verdicts_on_one_item_leave_the_report_unfinished(pair, site, tmp_path):
    one, other = pair
    project, _place, visit, spot = site
    set_result(one, visit, spot, AnswerState.PASS)
    set_result(other, visit, spot, AnswerState.FAIL)
    cross(one, other, tmp_path)
    for workspace in pair:
        standing = stand_of(workspace, project.id)
        assert not standing.conclusion.is_final
        assert standing.conclusion.kind is ConclusionKind.UNDECIDED
        assert unmet(workspace, project)[Condition.NO_CONFLICT] == 1
    (conflict,) = list_conflicts(one, project.id)
    settle_conflict(one, conflict, conflict.values[0].value)
    assert stand_of(one, project.id).conclusion.is_final


def test_a_conflict_that_is_not_critical_does_not_hold_the_report_up(pair, site, tmp_path):
    one, other = pair
    project, _place, visit, spot = site
    set_note(one, visit, spot, "东侧")
    set_note(other, visit, spot, "西侧")
    cross(one, other, tmp_path)
    assert [one.column for one in list_conflicts(one, project.id)] == ["note"]
    assert stand_of(one, project.id).conclusion.is_final


def test_conflicts_of_another_project_do_not_count(pair, site, tmp_path):
    one, other = pair
    project = site[0]
    neighbour = make_project(one, "JF3", "解放三村")
    defect = make_defect(one, neighbour, make_place(one, neighbour))
    carry(one, other, tmp_path)
    edit_defect(one, defect.id, severity="critical")
    edit_defect(other, defect.id, severity="major")
    cross(one, other, tmp_path)
    assert list_conflicts(one, project.id) == []
    assert stand_of(one, project.id).conclusion.is_final
    assert not stand_of(one, neighbour.id).conclusion.is_final


def test_a_reading_deleted_by_one_and_corrected_by_the_other_counts(pair, site, tmp_path):
    one, other = pair
    project, _place, visit, spot = site
    reading = add_readings(one, visit, spot, ["3"]).value.readings[0]
    carry(one, other, tmp_path)
    remove_reading(one, visit, spot, reading.id)
    change_reading(other, visit, spot, reading.id, "5")
    cross(one, other, tmp_path)
    (conflict,) = list_conflicts(other, project.id)
    assert (conflict.table, conflict.is_critical) == ("reading", True)
    assert unmet(other, project)[Condition.NO_CONFLICT] == 1
    settle_deleted(other, conflict, keep=True)
    assert stand_of(other, project.id).conclusion.is_final


def test_what_is_disputed_of_a_deleted_record_is_nobodys_matter(pair, site, tmp_path):
    one, other = pair
    project, place, *_rest = site
    defect = make_defect(one, project, place)
    carry(one, other, tmp_path)
    edit_defect(one, defect.id, text="东侧裂缝")
    edit_defect(other, defect.id, text="西侧裂缝")
    cross(one, other, tmp_path)
    assert count_conflicts(one) == 1
    with one.act() as writing:
        writing.office.rows("defect").delete(defect.id)
    assert list_conflicts(one) == []
    assert count_conflicts(one) == 0


def test_records_that_wait_for_others_leave_the_report_unfinished(pair, site, tmp_path):
    one, other = pair
    project, place, *_rest = site
    make_defect(other, project, place, "先")
    lost = packed(other, tmp_path)
    believe_held(other, one, project)
    make_defect(other, project, place, "后")
    receiver = one.key().public.hex()
    later = packed(other, tmp_path, PackOrder(receiver=receiver))
    take_packages(one, [later])
    assert unmet(one, project)[Condition.ALL_ARRIVED] > 0
    assert not stand_of(one, project.id).conclusion.is_final
    take_packages(one, [lost])
    assert Condition.ALL_ARRIVED not in unmet(one, project)


def believe_held(workspace, peer, project):
    """Let a workspace believe that a peer holds all it has itself: the peer was restored since."""
    with peer.read() as office:
        replica = office.journal.replica().hex()
    with workspace.act() as writing:
        segments = writing.office.segments
        tips, digest = segments.tips(project.id), segments.set_digest(project.id)
        writing.office.peers.hold(replica, project.id, tips, digest)


def test_a_record_that_names_what_has_not_come_leaves_the_report_unfinished(pair, site):
    one, _other = pair
    project, place, *_rest = site
    defect = make_defect(one, project, place)
    with one.act() as writing:
        writing.office.rows("defect").set_columns(defect.id, {"party_id": random_id()})
    assert unmet(one, project)[Condition.NO_TARGET_MISSING] == 1
    (missing,) = stand_of(one, project.id).unsettled.missing
    assert (missing.table, missing.row, missing.column) == ("defect", defect.id, "party_id")


def test_the_report_says_that_it_is_not_final_and_shows_both_values(pair, site, tmp_path):
    one, other = pair
    project, _place, visit, spot = site
    set_result(one, visit, spot, AnswerState.PASS)
    set_result(other, visit, spot, AnswerState.FAIL)
    cross(one, other, tmp_path)
    made = issue_acceptance_report(one, project.id, tmp_path / "r.pdf").value
    assert not made.is_final
    assert made.unmet[0].startswith("未裁定的关键冲突 1 处")
    (row,) = made.conflicts
    assert [text.partition("（")[0] for text in sorted(row.values)] == ["不合格", "合格"]
    pages = page_texts(made.path)
    assert all("未定稿" in joined(page) for page in pages)
    whole = joined("".join(pages))
    assert "未裁定的冲突" in whole
    assert "合格（甲工，" in whole
    assert "不合格（乙工，" in whole


def test_a_report_of_records_that_have_come_together_is_final(pair, site, tmp_path):
    one, _other = pair
    made = issue_acceptance_report(one, site[0].id, tmp_path / "r.pdf").value
    assert made.is_final
    assert made.unmet == ("检查项未全部查验：未查 1 项",)
    assert "未定稿" not in joined(whole_text(made.path))


def test_the_command_line_tells_whether_a_report_is_final(pair, site, tmp_path, monkeypatch):
    one, other = pair
    project, _place, visit, spot = site
    set_result(one, visit, spot, AnswerState.PASS)
    set_result(other, visit, spot, AnswerState.FAIL)
    cross(one, other, tmp_path)
    one.close()
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "甲"))
    where = ("--workspace", one.folder)
    words = ("report", "acceptance", "--project", project.code)
    told = command_data(*where, *words, "--out", tmp_path / "r.docx")
    assert told["final"] is False
    assert told["unmet"][0].startswith("未裁定的关键冲突 1 处")
    assert len(told["conflicts"][0]["values"]) == 2
    said = command(*where, *words, "--out", tmp_path / "r.xlsx")
    assert "本报告未定稿" in said.out
