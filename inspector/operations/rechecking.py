"""Look through a shelf of bundles again, and write down what was found."""

import os
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from inspector.archive.record import RecordError, read_record, record_bytes
from inspector.archive.repair import repair
from inspector.archive.tags import BAGIT
from inspector.core.bundles import Sealed
from inspector.core.checkvalues import whole_value
from inspector.core.errors import InspectorError, Problem
from inspector.core.faults import Fault, FaultCode, Verification
from inspector.core.progress import Progress, Share, Unwatched
from inspector.core.rechecks import (
    RECORD_NAME,
    BundleState,
    Recheck,
    absent,
    first_known,
    recheck_of,
)
from inspector.operations.bundle_seals import signature_holds
from inspector.operations.bundles import verify_bundle
from inspector.operations.files import write_whole
from inspector.operations.table_files import table_bytes
from inspector.words.archive import bundle_state_name, fault_sentence
from inspector.words.language import N_, _

_REPORT_HEADERS = (
    *(N_("归档包"), N_("档号"), N_("题名"), N_("本次检查"), N_("本次结果")),
    *(N_("上次检查"), N_("上次结果"), N_("完好"), N_("已损坏"), N_("缺少"), N_("多出")),
    *(N_("校验值"), N_("说明")),
)
_WIDTHS = (32, 24, 40, 26, 16, 26, 16, 8, 8, 8, 8, 66, 60)
_SENTENCES = 20
"""How many findings one line of the record spells out."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ShelfReport:
    """What a recheck found, and the record that it was written to."""

    rows: tuple[Recheck, ...]
    record: Path

    @property
    def is_well(self) -> bool:
        """Tell whether every bundle that must be there is there and sound."""
        return all(row.is_well for row in self.rows if row.state is not BundleState.NOT_A_BUNDLE)


@dataclass(frozen=True, slots=True, kw_only=True)
class ShelfLine:
    """One bundle of a shelf, or one that the record knows: its last check and the one before."""

    place: str
    path: Path
    is_here: bool
    newest: Recheck | None = None
    former: Recheck | None = None


def look_at_shelf(shelf: Path, record: Path | None = None) -> tuple[ShelfLine, ...]:
    """List the bundles of a shelf as its record last found them; nothing is verified."""
    if not shelf.is_dir():
        raise InspectorError(Problem.FOLDER_MISSING, file=shelf)
    rows: dict[str, list[Recheck]] = {}
    for row in _former(record or shelf / RECORD_NAME):
        rows.setdefault(row.place, []).append(row)
    here = dict(_bundles(shelf))
    return tuple(
        ShelfLine(
            place=place,
            path=shelf / place,
            is_here=place in here,
            newest=next(iter(rows.get(place, [])[-1:]), None),
            former=next(iter(rows.get(place, [])[-2:-1]), None),
        )
        for place in sorted({*here, *rows})
    )


def write_shelf_report(lines: Iterable[ShelfLine], out: Path) -> Path:
    """Write the last check of each bundle beside the one before, as a workbook or as CSV."""
    if out.exists():
        raise InspectorError(Problem.FILE_EXISTS, file=out)
    headers = tuple(_(name) for name in _REPORT_HEADERS)
    write_whole(out, table_bytes(_("归档包复查"), headers, _WIDTHS, map(_report_row, lines), out))
    return out


def _report_row(line: ShelfLine) -> tuple[str, ...]:
    newest, former = line.newest, line.former
    counts = (newest.ok, newest.damaged, newest.missing, newest.extra) if newest else ()
    return (
        line.place,
        newest.number if newest else "",
        newest.title if newest else "",
        *_checked_cells(newest),
        *_checked_cells(former),
        *(str(count) for count in counts or ("",) * 4),
        newest.sha256 if newest else "",
        newest.remark if newest else "",
    )


def _checked_cells(row: Recheck | None) -> tuple[str, str]:
    if row is None:
        return "", ""
    return row.checked_at.isoformat(sep=" ", timespec="seconds"), bundle_state_name(row.state)


def recheck_shelf(
    shelf: Path,
    clock: Callable[[], datetime],
    record: Path | None = None,
    progress: Progress | None = None,
) -> ShelfReport:
    """Verify every bundle below a folder and add a line for each to the shelf's record.

    A bundle that the record knows must still be there, and be the same. After the person's stop
    the lines of the bundles that were read are kept.
    """
    if not shelf.is_dir():
        raise InspectorError(Problem.FOLDER_MISSING, file=shelf)
    target = record or shelf / RECORD_NAME
    former = _former(target)
    known = first_known(former)
    bundles = dict(_bundles(shelf))
    if not bundles and not known:
        raise InspectorError(Problem.SHELF_EMPTY, file=shelf)
    rows: list[Recheck] = []
    try:
        for row in _checked(bundles, known, clock, progress or Unwatched()):
            rows.append(row)  # noqa: PERF402 - what was read before a stop must be kept
        rows.extend(absent(row, clock()) for place, row in known.items() if place not in bundles)
    finally:
        write_whole(target, record_bytes([*former, *rows]))
    return ShelfReport(rows=tuple(rows), record=target)


def repair_bundle(
    damaged: Path, copy: Path, out: Path, sha256: str = "", progress: Progress | None = None
) -> Sealed:
    """Write a damaged bundle anew from what is sound in it and in a second copy."""
    for path in (damaged, copy):
        if not path.exists():
            raise InspectorError(Problem.FILE_MISSING, file=path)
    if out.exists():
        raise InspectorError(Problem.FILE_EXISTS, file=out)
    if not out.parent.is_dir():
        raise InspectorError(Problem.FOLDER_MISSING, file=out.parent)
    wanted = whole_value(sha256) if sha256 else ""
    watch = progress or Unwatched()
    return repair(damaged, copy, out, watch, sha256=wanted, holds=signature_holds)


def _former(record: Path) -> list[Recheck]:
    """Read the record so far; refuse one that could not be written back."""
    if not os.access(record.parent, os.W_OK):
        raise InspectorError(Problem.FOLDER_NOT_WRITABLE, folder=record.parent)
    try:
        content = record.read_bytes()
    except FileNotFoundError:
        return []
    except OSError as error:
        reason = error.strerror or ""
        raise InspectorError(Problem.FILE_UNREADABLE, file=record, reason=reason) from error
    try:
        return read_record(content)
    except RecordError as error:
        raise InspectorError(Problem.RECORD_UNREADABLE, file=record, row=error.line) from None


def _bundles(shelf: Path) -> Iterator[tuple[str, Path]]:
    """Find what may be a bundle, by its path below the shelf: ZIP files, folders with a bag."""
    for above, folders, files in os.walk(shelf):
        here = Path(above)
        if BAGIT in files:
            folders.clear()
            yield here.relative_to(shelf).as_posix(), here
            continue
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(files):
            if name.lower().endswith(".zip") and not name.startswith("."):
                yield (here / name).relative_to(shelf).as_posix(), here / name


def _checked(
    bundles: Mapping[str, Path],
    known: Mapping[str, Recheck],
    clock: Callable[[], datetime],
    progress: Progress,
) -> Iterator[Recheck]:
    total, before = sum(map(_length, bundles.values())), 0
    for place, path in bundles.items():
        first = known[place].sha256 if place in known else ""
        try:
            found = verify_bundle(path, Share(progress, before, total))
        except InspectorError:
            unread = Fault(FaultCode.MEMBER_UNREADABLE, place)
            found = Verification(faults=(unread,))
        yield recheck_of(place, found, clock(), first, _findings(found))
        before += _length(path)


def _length(path: Path) -> int:
    if path.is_file():
        return path.stat().st_size
    return sum(one.stat().st_size for one in path.rglob("*") if one.is_file())


def _findings(found: Verification) -> str:
    """Spell out the first findings; what only says that it is no bundle is said by the state."""
    told = [fault_sentence(fault) for fault in (*found.faults, *found.remarks)]
    more = len(told) - _SENTENCES
    rest = [_("另有 {count} 处。").format(count=more)] if more > 0 else []
    return "".join([*told[:_SENTENCES], *rest])
