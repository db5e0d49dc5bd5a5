"""The demo does the whole job: the full sample, its report, its bundle."""

from datetime import date
from pathlib import Path

import pytest

from inspector.core.aftercare.care import CarePoint
from inspector.core.aftercare.claim import ClaimState
from inspector.core.defects import DefectState, DefectStep
from inspector.core.errors import InspectorError, Problem
from inspector.core.process.names import ProjectState
from inspector.core.progress import Unwatched
from inspector.operations.aftercare import aftercare_of
from inspector.operations.bundles import list_bundles, verify_bundle
from inspector.operations.defects import list_defects, show_defect
from inspector.operations.demo import Demo, make_demo
from inspector.operations.photos import list_photos
from inspector.operations.process import process_of
from inspector.operations.projects import find_project, summarise_project
from inspector.operations.reports import list_reports
from inspector.operations.sample.after import AFTER_LAST_DAY
from inspector.operations.sample.clock import moment
from inspector.operations.sample.days import FIRST_DAY
from inspector.operations.workspace import Workspace, open_workspace

EARLIER = moment(FIRST_DAY, 8)


def check_counts(workspace: Workspace, demo: Demo, project_id: str) -> None:
    summary = summarise_project(workspace, project_id)
    assert summary.buildings == 30
    assert summary.answered == summary.due >= 2000
    assert summary.open_critical == 0
    assert summary.photos == demo.counts.photos >= 120
    assert demo.counts.defects >= 60
    assert demo.counts.answers >= 3000
    with workspace.read() as office:
        assert len(office.answers.of_project(project_id)) == demo.counts.answers


def check_defects(workspace: Workspace, demo: Demo, project_id: str) -> None:
    lines = list_defects(workspace, project_id)
    sheets = [show_defect(workspace, line.defect.id) for line in lines]
    assert len(sheets) == demo.counts.defects
    assert {sheet.defect.state for sheet in sheets} == {
        DefectState.CLOSED,
        DefectState.LEFT_OPEN,
        DefectState.CONCEDED,
        DefectState.VOIDED,
    }
    steps = {event.step for sheet in sheets for event in sheet.events}
    assert steps == set(DefectStep) - {DefectStep.REOPEN, DefectStep.WITHDRAW}
    for sheet in sheets:
        by = {event.step: event.by for event in sheet.events}
        if DefectStep.RECHECK_PASS in by:
            assert by[DefectStep.RECHECK_PASS] != by[DefectStep.REPLY]
        if DefectStep.RECHECK_FAIL in by:
            assert max(event.round for event in sheet.events) == 2


def check_what_followed(workspace: Workspace, project_id: str) -> None:
    """The sample is walked to the last state, with claims and photos of long-term visits."""
    seen = process_of(workspace, project_id).seen
    assert seen.state is ProjectState.MANAGED
    assert seen.next_gate is None
    view = aftercare_of(workspace, project_id)
    assert [one.claim.state for one in view.claims] == [ClaimState.CLOSED, ClaimState.OPEN]
    assert [len(one.answers) for one in view.visits] == [len(CarePoint)] * 2
    assert [sum(map(len, one.photos.values())) for one in view.visits] == [4, 4]
    assert view.lacks == ()


@pytest.mark.slow
def test_a_demo_makes_a_community_of_real_size_with_report_and_bundle(tmp_path: Path):
    demo = make_demo(
        tmp_path / "demo", tmp_path / "profile", lambda: EARLIER, Unwatched(), photos=False
    )
    assert demo.report.read_bytes().startswith(b"%PDF")
    assert verify_bundle(demo.bundle).ok
    workspace = open_workspace(demo.workspace_folder, tmp_path / "profile", lambda: EARLIER)
    try:
        project_id = find_project(workspace, "JF2").id
        check_counts(workspace, demo, project_id)
        check_defects(workspace, demo, project_id)
        photos = list_photos(workspace, project_id)
        assert {doubt for line in photos for doubt in line.doubts} == set()
        assert {line.photo.facts.mime for line in photos} == {"image/jpeg", "image/heic"}
        (report,) = list_reports(workspace, project_id)
        assert date.fromisoformat(report.made_at[:10]) == AFTER_LAST_DAY
        assert len(list_bundles(workspace, project_id)) == 1
        assert workspace.person().name == "沈若冰"
        check_what_followed(workspace, project_id)
    finally:
        workspace.close()


def test_a_demo_refuses_a_folder_that_holds_anything(tmp_path: Path):
    (tmp_path / "letter.txt").write_text("mine", encoding="utf-8")
    with pytest.raises(InspectorError) as refused:
        make_demo(tmp_path, tmp_path / "profile", lambda: EARLIER, Unwatched())
    assert refused.value.problem is Problem.FOLDER_NOT_EMPTY
    assert [path.name for path in tmp_path.iterdir()] == ["letter.txt"]
