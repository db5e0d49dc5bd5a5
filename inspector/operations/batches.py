"""Make the records of all buildings and the sheets of the meeting; a stop or failure costs one."""

import logging
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from inspector.core.batches import LIST_NAME, Batch, BatchEntry, EntryState, read_batch
from inspector.core.bundles import fit_part
from inspector.core.changes import Act, Changes, Outcome, Topic
from inspector.core.errors import Cancelled, InspectorError, Problem
from inspector.core.issued import EDITIONS, PaperKind
from inspector.core.progress import Progress, Unwatched, tracked
from inspector.core.projects import Place
from inspector.operations.building_papers import building_number, list_buildings
from inspector.operations.files import refuse_target, write_whole
from inspector.operations.paper_files import file_sha256
from inspector.operations.reports import MadeReport, issue_building_report, issue_form, list_reports
from inspector.operations.workspace import Workspace
from inspector.words.language import _
from inspector.words.problems import explain
from inspector.words.records import address_text, paper_name

_log = logging.getLogger(__name__)


def make_batch(
    workspace: Workspace,
    project_id: str,
    folder: Path,
    edition: str = EDITIONS[0],
    progress: Progress | None = None,
    sheets: Sequence[PaperKind] = (),
) -> Outcome[Batch]:
    """Make the record of each building, and `sheets`, into a folder; what is made already stays.

    The list in the folder is written after every paper, so that the same call goes on after a
    stop or a crash. What failed is tried again by the next call.
    """
    batch = _begun(workspace, project_id, folder, edition)
    batch = _with_sheets(workspace, folder, batch, sheets)
    buildings = {place.id: place for place in list_buildings(workspace, project_id)}
    made: set[str] = set()
    act = Act()
    for entry in tracked(batch.entries, len(batch.entries), progress or Unwatched()):
        if _stands(folder, entry):
            continue
        done, outcome = _made(workspace, project_id, buildings, folder, entry)
        if outcome is not None:
            made.add(outcome.value.report.id)
            act = outcome.act
        batch = batch.having(done)
        _keep(folder, batch)
    return Outcome(batch, Changes.of(Topic.REPORTS, ids=made), act)


# -- the list ----------


def _begun(workspace: Workspace, project_id: str, folder: Path, edition: str) -> Batch:
    """Go on with the list that lies in the folder, or begin one."""
    if edition not in EDITIONS:
        raise InspectorError(Problem.EDITION_UNKNOWN, file=edition, editions=" ".join(EDITIONS))
    path = folder / LIST_NAME
    if not path.exists():
        refuse_target(workspace.folder, folder if not folder.exists() else path)
        return _planned(workspace, project_id, folder, edition)
    batch = read_batch(_text_of(path), path.name)
    if (batch.project_id, batch.edition) != (project_id, edition):
        raise InspectorError(Problem.BATCH_FOREIGN, file=path.name)
    return _swept(workspace, folder, batch)


def _text_of(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError):
        raise InspectorError(Problem.BATCH_FOREIGN, file=path.name) from None


def _planned(workspace: Workspace, project_id: str, folder: Path, edition: str) -> Batch:
    """Name the paper of every building; a name that is taken already fails from the start."""
    buildings = list_buildings(workspace, project_id)
    with workspace.read() as office:
        project = office.projects.get(project_id)
        numbers = {place.id: building_number(office, place) for place in buildings}
    if not buildings:
        raise InspectorError(Problem.BATCH_EMPTY, name=project.name)
    folder.mkdir(exist_ok=True)
    entries = (_entry(folder, place, numbers[place.id], edition) for place in buildings)
    batch = Batch(project_id=project_id, edition=edition, entries=tuple(entries))
    _keep(folder, batch)
    return batch


def _with_sheets(
    workspace: Workspace, folder: Path, batch: Batch, sheets: Sequence[PaperKind]
) -> Batch:
    """Add the sheets that a list lacks; one that was begun without them goes on with them."""
    known = {entry.paper for entry in batch.entries}
    lacking = [kind for kind in sheets if kind not in known]
    if not lacking:
        return batch
    with workspace.read() as office:
        code = office.projects.get(batch.project_id).code
    entries = (_sheet_entry(folder, code, kind, batch.edition) for kind in lacking)
    batch = replace(batch, entries=(*batch.entries, *entries))
    _keep(folder, batch)
    return batch


def _sheet_entry(folder: Path, code: str, kind: PaperKind, edition: str) -> BatchEntry:
    title = paper_name(kind)
    file = fit_part(f"{code} {title}", edition)
    return _unless_there(folder, BatchEntry(place_id="", title=title, file=file, paper=kind))


def _entry(folder: Path, place: Place, number: str, edition: str) -> BatchEntry:
    title = address_text((place,))
    file = fit_part(f"{number} {title}", edition)
    return _unless_there(folder, BatchEntry(place_id=place.id, title=title, file=file))


def _unless_there(folder: Path, entry: BatchEntry) -> BatchEntry:
    """Give the entry; a file of its name that is there is a person's own and stays."""
    out = folder / entry.file
    if not out.exists():
        return entry
    reason = explain(InspectorError(Problem.FILE_EXISTS, file=out))
    return replace(entry, state=EntryState.FAILED, reason=reason)


def _keep(folder: Path, batch: Batch) -> None:
    write_whole(folder / LIST_NAME, batch.spelled().encode("utf-8"))


def _swept(workspace: Workspace, folder: Path, batch: Batch) -> Batch:
    """Settle what a crash left between a paper and the list.

    A file of a paper that was still to be made is ours, as the list was begun without it: on
    record it counts as made, else it is taken away to be made again.
    """
    recorded = {report.sha256 for report in list_reports(workspace, batch.project_id)}
    for entry in batch.in_state(EntryState.WAITING):
        path = folder / entry.file
        if not path.is_file():
            continue
        sha256 = file_sha256(path)
        if sha256 in recorded:
            batch = batch.having(replace(entry, state=EntryState.DONE, sha256=sha256))
        else:
            path.unlink()
    return batch


def _stands(folder: Path, entry: BatchEntry) -> bool:
    """Tell whether a paper was made and still lies there."""
    return entry.state is EntryState.DONE and (folder / entry.file).is_file()


# -- one paper ----------


def _made(
    workspace: Workspace,
    project_id: str,
    buildings: Mapping[str, Place],
    folder: Path,
    entry: BatchEntry,
) -> tuple[BatchEntry, Outcome[MadeReport] | None]:
    """Make one paper, or say why not; the others go on."""
    try:
        outcome = _issued(workspace, project_id, buildings, folder / entry.file, entry)
    except Cancelled:
        raise
    except InspectorError as error:
        return replace(entry, state=EntryState.FAILED, reason=explain(error)), None
    except Exception as error:  # noqa: BLE001 - one paper's fault must not cost the others
        _log.exception("a paper of a batch failed")
        reason = _("程序出错：{error}").format(error=type(error).__name__)
        return replace(entry, state=EntryState.FAILED, reason=reason), None
    sha256 = outcome.value.report.sha256
    return replace(entry, state=EntryState.DONE, sha256=sha256, reason=None), outcome


def _issued(
    workspace: Workspace,
    project_id: str,
    buildings: Mapping[str, Place],
    out: Path,
    entry: BatchEntry,
) -> Outcome[MadeReport]:
    if entry.paper is not None:
        return issue_form(workspace, project_id, entry.paper, out)
    building = buildings.get(entry.place_id)
    if building is None:
        raise InspectorError(Problem.RECORD_MISSING, record="place", id=entry.title)
    return issue_building_report(workspace, building, out)
