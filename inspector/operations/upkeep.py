"""Looking after a workspace: what it is, and whether everything in it is still as recorded.

Both only read, beside a program that may be writing, so that a check sees what is there before
anything mends it.
"""

import hashlib
import logging
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from inspector.core.checks import CheckReport, Finding, Flaw
from inspector.core.errors import InspectorError, Problem
from inspector.core.people import Person
from inspector.core.progress import Progress, Unwatched, tracked
from inspector.folders import FILES, PHOTOS
from inspector.operations.blobs import blob_path, stored_elsewhere
from inspector.operations.files import content_name, unfinished_in
from inspector.operations.workspace import Workspace
from inspector.store.checks import (
    changed_private_values,
    changed_structure,
    count_rows,
    damages,
    dangling_links,
    named_contents,
    named_originals,
    once_named,
)
from inspector.store.content import content_hash, row_counts, table_rows
from inspector.store.database import reading
from inspector.store.engine import engine_version
from inspector.store.migrations import applied_names, trigger_differences
from inspector.store.office import Office
from inspector.sync.rebuilding import rebuild
from inspector.sync.segments import all_segments, broken_segments

_log = logging.getLogger(__name__)
_EXAMPLES = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class WorkspaceInfo:
    """What a workspace is and holds."""

    folder: Path
    schema_version: int
    content_hash: str
    counts: dict[str, int]
    engine: str
    person: Person
    device_code: str
    database_id: str
    replica: str
    operations: int
    unsealed_segments: int


def workspace_info(folder: Path) -> WorkspaceInfo:
    """Tell what a workspace is and holds, also while another program writes to it."""
    with reading(folder) as office:
        journal = office.journal
        return WorkspaceInfo(
            folder=folder,
            schema_version=len(applied_names(office.db)),
            content_hash=content_hash(office.db),
            counts=row_counts(office.db),
            engine=engine_version(),
            person=office.people.get(journal.user_id() or ""),
            device_code=office.devices.of_replica(journal.replica()).code,
            database_id=journal.db_uuid(),
            replica=journal.replica().hex(),
            operations=journal.op_count(),
            unsealed_segments=len(journal.unsealed()),
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Named:
    """What the database names, taken down before the files are looked at."""

    rows: int = 0
    segments: int = 0
    originals: tuple[tuple[str, str], ...] = ()
    contents: tuple[tuple[str, str], ...] = ()
    once: frozenset[str] = frozenset()
    elsewhere: frozenset[str] = frozenset()


def check_workspace(
    workspace: Workspace | Path, progress: Progress | None = None, *, photos: bool = True
) -> CheckReport:
    """Check everything: file, triggers, journal, tables, and with `photos` every original.

    A workspace that is open is checked as it lies on the disk; what opening it mended has been
    logged then.
    """
    folder = workspace.folder if isinstance(workspace, Workspace) else workspace
    watched = progress or Unwatched()
    try:
        findings, named = _check_database(folder, watched)
    except InspectorError as error:
        if error.problem is not Problem.DATABASE_DAMAGED:
            raise
        findings, named = [_damage(str(error.__cause__))], _Named()
    findings += _check_files(folder, named, watched, photos=photos)
    return CheckReport(
        rows=named.rows,
        segments=named.segments,
        originals=len(named.originals) if photos else 0,
        findings=tuple(findings),
    )


def _check_database(folder: Path, progress: Progress) -> tuple[list[Finding], _Named]:
    with reading(folder) as office:
        findings = _structure(office)
        if findings:
            return findings, _Named()
        parts = (_damages, _triggers, _segments, _rows, _private_values, _links)
        for part in tracked(parts, len(parts), progress):
            findings += part(office)
        named = _Named(
            rows=count_rows(office.db),
            segments=sum(1 for _kept in office.journal.sealed()),
            originals=tuple(named_originals(office.db)),
            contents=tuple(named_contents(office.db)),
            once=frozenset(once_named(office.db)),
            elsewhere=frozenset(stored_elsewhere(office)),
        )
    return findings, named


def _damage(said: str) -> Finding:
    return Finding(Flaw.DATABASE_DAMAGED, {"detail": said})


def _damages(office: Office) -> list[Finding]:
    return [_damage(said) for said in damages(office.db)]


def _structure(office: Office) -> list[Finding]:
    """Look at tables and indexes first: nothing else can be asked of a database without them."""
    return [
        Finding(Flaw.STRUCTURE_CHANGED, {"name": name}) for name in changed_structure(office.db)
    ]


def _private_values(office: Office) -> list[Finding]:
    return [
        Finding(Flaw.PRIVATE_VALUE_CHANGED, {"id": row_id, "field": column})
        for row_id, column in changed_private_values(office.db)
    ]


def _triggers(office: Office) -> list[Finding]:
    found = [Finding(Flaw.TRIGGER_CHANGED, {"name": n}) for n in trigger_differences(office.db)]
    if office.journal.is_suspended():
        found.append(Finding(Flaw.JOURNAL_SUSPENDED))
    return found


def _segments(office: Office) -> list[Finding]:
    return [
        Finding(Flaw.SEGMENT_BROKEN, {"hash": digest}) for digest in broken_segments(office.journal)
    ]


def _rows(office: Office) -> list[Finding]:
    """Rebuild the tables from the journal alone and name the rows that differ."""
    try:
        rebuilt = rebuild(all_segments(office.journal))
    except (ValueError, LookupError, TypeError, zlib.error):
        _log.info("a segment cannot be read; the tables are not compared")
        return []
    return [
        Finding(Flaw.ROW_DIFFERS, {"record": table, "id": row_id})
        for table, there in rebuilt.items()
        for row_id in _differing(table_rows(office.db, table), there)
    ]


def _differing(here: Mapping[str, object], there: Mapping[str, object]) -> list[str]:
    return sorted(row for row in here.keys() | there.keys() if here.get(row) != there.get(row))


def _links(office: Office) -> list[Finding]:
    return [
        Finding(
            Flaw.LINK_DANGLING, {"record": table, "id": row_id, "field": column, "target": target}
        )
        for table, row_id, column, target in dangling_links(office.db)
    ]


def _check_files(
    folder: Path, named: _Named, progress: Progress, *, photos: bool
) -> Iterator[Finding]:
    yield from _check_contents(folder, named)
    if photos:
        yield from _check_originals(folder, named, progress)
    known = {digest for digest, _name in (*named.originals, *named.contents)} | named.once
    for part in (PHOTOS, FILES):
        for digest, path in sorted(_files_by_hash(folder / part).items()):
            if digest not in known:
                yield Finding(Flaw.FILE_UNKNOWN, {"file": path.relative_to(folder).as_posix()})
    for path in unfinished_in(folder):
        yield Finding(Flaw.FILE_UNFINISHED, {"file": path.relative_to(folder).as_posix()})


def _check_contents(folder: Path, named: _Named) -> Iterator[Finding]:
    """Hash every file that rows name again."""
    contents = _files_by_hash(folder / FILES)
    for digest, name in named.contents:
        path = contents.get(digest)
        if path is None:
            yield Finding(Flaw.CONTENT_MISSING, {"name": name, "hash": digest})
        elif _hash_of(path) != digest:
            yield Finding(Flaw.CONTENT_CHANGED, {"name": name, "hash": digest})


def _check_originals(folder: Path, named: _Named, progress: Progress) -> Iterator[Finding]:
    """Hash every original again; those that are not here are counted, a few of them named."""
    absent: dict[Flaw, list[str]] = {}
    for digest, name in tracked(named.originals, len(named.originals), progress):
        path = blob_path(folder, digest)
        if path is None:
            is_known = digest in named.elsewhere
            flaw = Flaw.ORIGINALS_ELSEWHERE if is_known else Flaw.ORIGINALS_MISSING
            absent.setdefault(flaw, []).append(name or digest[:12])
        elif _hash_of(path) != digest:
            yield Finding(Flaw.ORIGINAL_CHANGED, {"name": name, "hash": digest})
    for flaw, names in absent.items():
        yield Finding(flaw, {"count": len(names), "names": tuple(names[:_EXAMPLES])})


def _hash_of(path: Path) -> str | None:
    try:
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError:
        return None


def _files_by_hash(folder: Path) -> dict[str, Path]:
    """List what lies under its hash: ab/cdef….ending."""
    return {
        content_name(path): path
        for path in folder.glob("??/*")
        if path.is_file() and not path.name.startswith(".")
    }
