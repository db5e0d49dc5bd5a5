"""The rate of first re-checks passed, by responsible party, counted from the records."""

from fractions import Fraction

import pytest

from inspector.core.defects import DefectStep
from inspector.core.firstchecks import FirstChecks, together
from inspector.core.papers import PaperIdentity
from inspector.operations.acceptance import gather_acceptance
from inspector.operations.defects import MoveDraft, move_defect
from inspector.operations.firstchecks import party_checks
from inspector.operations.photos import IntakeOrder, import_photos
from inspector.operations.workspace import change_person
from inspector.words.notices import first_checks_line
from tests.kit.builders import make_defect, make_party, make_place, make_project
from tests.kit.commands import command_data
from tests.kit.photo_files import make_block, make_jpeg
from tests.unit.operations.test_defects import DUE

PASS, FAIL = DefectStep.RECHECK_PASS, DefectStep.RECHECK_FAIL


@pytest.fixture
def site(workspace, tmp_path):
    project = make_project(workspace)
    place = make_place(workspace, project)
    parties = [make_party(workspace, project, unit) for unit in ("市政公司", "电梯公司")]
    path = tmp_path / "after.jpg"
    path.write_bytes(make_jpeg(make_block()))
    after = import_photos(workspace, [path], IntakeOrder(project_id=project.id)).value.taken[0]
    return workspace, project, place, (*parties, after.id)


def defect_of(site, party):
    workspace, project, place, _parties = site
    return make_defect(workspace, project, place, party_id=party.id)


def checked(site, party, *steps):
    """Put a defect through its re-checks, each after a reply by another person."""
    workspace = site[0]
    defect = defect_of(site, party)
    move = MoveDraft(step=DefectStep.ISSUE, due_on=DUE, party_id=party.id)
    move_defect(workspace, defect.id, move)
    for step in steps:
        change_person(workspace, "王经理", party.unit)
        reply = MoveDraft(step=DefectStep.REPLY, reason="已修", photo_ids=(site[3][2],))
        move_defect(workspace, defect.id, reply)
        change_person(workspace, "李工", "监督站")
        reason = "仍不平" if step is FAIL else None
        move_defect(workspace, defect.id, MoveDraft(step=step, reason=reason))
    return defect


@pytest.mark.parametrize(
    ("passed", "checked", "percent"),
    [
        (2, 3, "66.7"),
        (1, 3, "33.3"),
        (1, 8, "12.5"),
        (1, 16, "6.3"),
        (0, 5, "0.0"),
        (5, 5, "100.0"),
    ],
)
def test_a_share_is_exact_and_rounds_half_up(passed, checked, percent):
    row = FirstChecks("x", checked, passed)
    assert (row.rate, row.percent) == (Fraction(passed, checked), percent)


def test_nothing_checked_has_no_rate():
    nobody = together([])
    assert (nobody.rate, nobody.percent) == (None, None)


def test_only_the_first_recheck_counts_and_for_each_party(site):
    workspace, project, _place, (roads, lifts, _photo) = site
    checked(site, roads, PASS)
    checked(site, roads, FAIL, PASS)
    checked(site, roads, FAIL)
    checked(site, lifts, PASS)
    checked(site, lifts)  # issued, never re-checked
    found = party_checks(workspace, project.id)
    assert [(one.unit, one.checks.passed, one.checks.checked) for one in found] == [
        ("市政公司", 1, 3),
        ("电梯公司", 1, 1),
    ]
    assert first_checks_line([(one.unit, one.checks) for one in found]) == (
        "一次复验合格率：市政公司 1/3（33.3 %）；电梯公司 1/1（100.0 %）；合计 2/4（50.0 %）。"
    )


def test_a_voided_defect_does_not_count_and_a_reopened_one_keeps_its_first(site):
    workspace, project, _place, (roads, _lifts, _photo) = site
    gone = checked(site, roads, FAIL)
    move_defect(workspace, gone.id, MoveDraft(step=DefectStep.VOID, reason="误录"))
    again = checked(site, roads, PASS)
    move_defect(workspace, again.id, MoveDraft(step=DefectStep.REOPEN, reason="又坏"))
    (row,) = party_checks(workspace, project.id)
    assert (row.checks.passed, row.checks.checked) == (1, 1)


def test_the_report_and_the_command_tell_it(site):
    workspace, project, _place, (roads, lifts, _photo) = site
    checked(site, roads, PASS)
    checked(site, roads, FAIL, PASS)
    checked(site, lifts, PASS)
    identity = PaperIdentity(
        number="ZH-1", made_at=workspace.now(), program="x", made_by="李工", unit="监督站"
    )
    paper = gather_acceptance(workspace, project.id, identity, None)
    assert any("市政公司 1/2（50.0 %）" in line for line in paper.defect_lines)
    workspace.close()
    told = command_data("--workspace", workspace.folder, "notice", "rates")
    assert [one["rate"] for one in told["parties"]] == ["1/2", "1"]
    assert told["together"]["percent"] == "66.7"
