"""Check one bundle, or all parts of one, as a whole; write down what was found."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from inspector.archive.texts import csv_bytes
from inspector.core.bundles import Part
from inspector.core.errors import InspectorError, Problem
from inspector.core.faults import FileState, Verification
from inspector.core.progress import Progress, Stage, Unwatched
from inspector.core.proofs import Proven
from inspector.operations.bundles import bundles_meant, lacking_parts, verify_bundle
from inspector.operations.files import write_whole
from inspector.operations.proving import prove
from inspector.operations.table_files import CSV, text_sheet
from inspector.reports.layout.qrcode import dots_of
from inspector.sheets.writing import workbook_bytes
from inspector.words.archive import fault_sentence, file_meaning, file_state_name
from inspector.words.language import _, language

_TOLD_WIDTHS = (20, 90)
_WIDTHS = (28, 60, 12, 14, 60)
_SUMS, _ALL = 3, 4
"""How much of a check the sums count for; the rest is to open what was summed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BundleCheck:
    """What a check found: each bag by its path, and the parts of it that lack."""

    found: tuple[tuple[Path, Verification], ...]
    absent: tuple[Part, ...] = ()
    proven: tuple[Proven, ...] = ()
    """Of each bag the checks one by one; what they found stands in `found` too."""

    @property
    def ok(self) -> bool:
        """Tell whether nothing is wrong and nothing lacks."""
        return not self.absent and all(one.ok for _path, one in self.found)

    @property
    def files(self) -> int:
        """Count the files of all bags."""
        return sum(one.files for _path, one in self.found)

    @property
    def bytes(self) -> int:
        """Count the bytes of all bags."""
        return sum(one.bytes for _path, one in self.found)


@dataclass(frozen=True, slots=True, kw_only=True)
class FileLine:
    """One file in a report of a check; a fault that concerns no single file has no state."""

    bundle: str
    name: str
    state: FileState | None
    size: int
    meaning: str


def check_bundles(
    paths: Sequence[Path], progress: Progress | None = None, trusted: Sequence[Path] = ()
) -> BundleCheck:
    """Check bundles; a folder that is no bundle itself stands for those in it.

    `trusted` are files of certificates: some signature on each must come from one.
    """
    watch = progress or Unwatched()
    for path in paths:
        if not path.exists():
            raise InspectorError(Problem.FILE_MISSING, file=path)
    meant = bundles_meant(paths)
    lengths = [_length(path) for path in meant]
    whole = sum(lengths)
    sums = Stage(watch, 0, whole * _SUMS // _ALL, whole)
    found: list[tuple[Path, Verification]] = []
    for at, path in enumerate(meant):
        stage = Stage(sums, sum(lengths[:at]), lengths[at], whole)
        found.append((path, verify_bundle(path, stage, trusted)))
    proven = prove(found, Stage(watch, sums.span, whole - sums.span, whole))
    watch.report(whole, whole)
    return BundleCheck(
        found=tuple((one.path, one.found) for one in proven),
        absent=lacking_parts(one for _path, one in found),
        proven=proven,
    )


def file_lines(check: BundleCheck) -> tuple[FileLine, ...]:
    """Say of each file what was found: what concerns no file, faults, then the rest."""
    lines = [line for path, one in check.found for line in _lines(path, one)]
    lines += [
        FileLine(bundle="", name="", state=None, size=0, meaning=lacking_sentence(part))
        for part in check.absent
    ]
    return tuple(sorted(lines, key=lambda line: _RANKS[line.state]))


_UNTOUCHED = frozenset({FileState.OK, FileState.NOT_LISTED})
_RANKS = {
    None: 0,
    FileState.DAMAGED: 1,
    FileState.MISSING: 2,
    FileState.EXTRA: 3,
    FileState.NOT_LISTED: 4,
    FileState.OK: 5,
}


def lacking_sentence(part: Part) -> str:
    """Say that a part of a bundle is not among those that were checked."""
    return _("缺少归档包 {group} 的第 {number} 部分（共 {count} 部分）。").format(
        group=part.group, number=part.number, count=part.count
    )


def value_dots(text: str) -> list[list[bool]]:
    """Give the dots of a code, as the hand-over form has it."""
    return dots_of(text)


def write_check_report(check: BundleCheck, out: Path, at: datetime) -> Path:
    """Write a check down, file by file, as a workbook or (by the name's ending) as CSV."""
    if out.exists():
        raise InspectorError(Problem.FILE_EXISTS, file=out)
    headers = (_("归档包"), _("文件"), _("结果"), _("字节数"), _("说明"))
    rows = [
        (
            line.bundle,
            line.name,
            file_state_name(line.state) if line.state else _("整包"),
            str(line.size) if line.state else "",
            line.meaning,
        )
        for line in file_lines(check)
    ]
    if out.suffix.lower() == CSV:
        write_whole(out, csv_bytes(headers, rows))
        return out
    told = (_("项目"), _("内容"))
    sheets = [
        text_sheet(_("校验结论"), told, _TOLD_WIDTHS, _summary(check, at)),
        text_sheet(_("逐个文件"), headers, _WIDTHS, rows),
    ]
    write_whole(out, workbook_bytes(sheets))
    return out


def _summary(check: BundleCheck, at: datetime) -> Iterator[tuple[str, str]]:
    yield _("校验时间"), at.isoformat(sep=" ", timespec="seconds")
    yield _("结论"), _("通过") if check.ok else _("不通过")
    yield _("文件数"), str(check.files)
    yield _("字节数"), str(check.bytes)
    for path, one in check.found:
        yield _("归档包"), str(path)
        yield _("校验值"), one.sha256
        yield from one.info
        for fault in (*one.faults, *one.remarks):
            yield _("说明"), fault_sentence(fault)
    for part in check.absent:
        yield _("说明"), lacking_sentence(part)


def _lines(path: Path, found: Verification) -> Iterator[FileLine]:
    """Say what concerns no file's own bytes, then each file."""
    wrong = {one.name for one in found.members if one.state not in _UNTOUCHED}
    told: dict[str, list[str]] = {}
    for fault in found.faults:
        owner = fault.member if fault.member in wrong else ""
        told.setdefault(owner, []).append(fault_sentence(fault))
    for sentence in told.get("", []):
        yield FileLine(bundle=path.name, name="", state=None, size=0, meaning=sentence)
    for one in found.members:
        said = [file_meaning(one.state), *told.get(one.name, [])]
        yield FileLine(
            bundle=path.name,
            name=one.name,
            state=one.state,
            size=one.size,
            meaning=(" " if language() == "en" else "").join(said),
        )


def _length(path: Path) -> int:
    if path.is_file():
        return path.stat().st_size
    return sum(one.stat().st_size for one in path.rglob("*") if one.is_file())
