"""The whole job on the sample community, headlessly: inspect, report, seal, verify."""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from inspector.core.bundles import BundleForm
from inspector.core.errors import InspectorError, Problem
from inspector.core.progress import Progress
from inspector.operations.bundles import seal_bundle, verify_bundle
from inspector.operations.projects import summarise_project
from inspector.operations.reports import issue_acceptance_report
from inspector.operations.sample.after import AFTER_LAST_DAY, take_archive_over, tell_after
from inspector.operations.sample.clock import StoryClock, moment
from inspector.operations.sample.days import FIRST_DAY
from inspector.operations.sample.people import CLERK
from inspector.operations.sample.plan import SampleSize
from inspector.operations.sample.story import SEED, Sample, make_sample
from inspector.operations.workspace import Clock, Workspace, create_workspace
from inspector.words.language import _

WORKSPACE_NAME = "workspace"
REPORT_NAME = "JF2-acceptance.pdf"
BUNDLE_NAME = "JF2-archive.zip"


@dataclass(frozen=True, slots=True)
class DemoCounts:
    """How much the sample holds."""

    answers: int
    defects: int
    photos: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Demo:
    """What was made, and where it lies."""

    workspace_folder: Path
    report: Path
    bundle: Path
    counts: DemoCounts


def make_demo(
    folder: Path,
    profile: Path,
    clock: Clock,
    progress: Progress,
    *,
    seed: int = SEED,
    photos: bool = True,
) -> Demo:
    """Make the sample community in an empty folder and do the whole job on it.

    Its papers bear the present moment, or the story's end where that is later. Without `photos`
    the pictures are drawn small, which is quicker. Where it is stopped or fails, the folder keeps
    what was made so far and is refused the next time.
    """
    _refuse_full(folder)
    story = StoryClock(moment(FIRST_DAY, 7, 45))
    workspace = create_workspace(folder / WORKSPACE_NAME, profile, story, CLERK.name, CLERK.unit)
    try:
        sample = make_sample(
            workspace,
            story,
            SampleSize.FULL,
            seed=seed,
            progress=progress,
            small_pictures=not photos,
        )
        tell_after(workspace, story, sample.project_id, small_pictures=not photos)
        story.reach(_papers_at(clock))
        return _finish(workspace, folder, sample, progress)
    finally:
        workspace.close()


def _refuse_full(folder: Path) -> None:
    """Refuse a folder that holds anything: a demo never mixes with somebody's work."""
    if folder.is_dir() and any(folder.iterdir()):
        raise InspectorError(Problem.FOLDER_NOT_EMPTY, folder=folder)


def _papers_at(clock: Clock) -> datetime:
    return max(clock(), moment(AFTER_LAST_DAY, 17, 30))


def _finish(workspace: Workspace, folder: Path, sample: Sample, progress: Progress) -> Demo:
    """Make the papers from what is on record, and check the bundle as a third party would."""
    report, bundle = folder / REPORT_NAME, folder / BUNDLE_NAME
    issue_acceptance_report(workspace, sample.project_id, report, progress)
    form = BundleForm(gaps_reason=_("示例没有收入前期、施工和监理等文件的原件。"))
    seal_bundle(workspace, sample.project_id, bundle, progress, form)
    verified = verify_bundle(bundle, progress)
    if not verified.ok:
        fault = verified.faults[0]
        message = f"the bundle that was just sealed does not verify: {fault}"
        raise RuntimeError(message)
    take_archive_over(workspace, sample.project_id)
    summary = summarise_project(workspace, sample.project_id)
    counts = DemoCounts(sample.answers, sample.defects, summary.photos)
    return Demo(workspace_folder=workspace.folder, report=report, bundle=bundle, counts=counts)
