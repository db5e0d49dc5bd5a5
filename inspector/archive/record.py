"""The record of a shelf's rechecks: a CSV table that grows, readable without our program."""

import csv
import io
from collections.abc import Iterable
from datetime import datetime

from inspector.archive.texts import csv_bytes
from inspector.core.rechecks import BundleState, Recheck

HEADERS = (
    *("检查时间", "位置", "结果", "档号", "题名", "校验值（tagmanifest-sha256.txt 的 SHA-256）"),
    *("完好文件", "已损坏文件", "缺少文件", "多出文件", "说明"),
)
STATES = {
    BundleState.SOUND: "完好",
    BundleState.REPACKED: "重新打包，内容完好",
    BundleState.DAMAGED: "已损坏",
    BundleState.REPLACED: "不是首次登记的那一份",
    BundleState.MISSING: "缺失",
    BundleState.NOT_A_BUNDLE: "不是归档包",
}
"""The words of the record: it stays Chinese, whatever language the program speaks."""

_BY_WORD = {word: state for state, word in STATES.items()}


class RecordError(ValueError):
    """A line that is not one of ours; carries its number, the headers being line 1."""

    def __init__(self, line: int) -> None:
        super().__init__(line)
        self.line = line


def record_bytes(rows: Iterable[Recheck]) -> bytes:
    """Write the whole record."""
    return csv_bytes(HEADERS, (_cells(row) for row in rows))


def _cells(row: Recheck) -> tuple[str, ...]:
    counts = (row.ok, row.damaged, row.missing, row.extra)
    return (
        row.checked_at.isoformat(timespec="seconds"),
        row.place,
        STATES[row.state],
        *(row.number, row.title, row.sha256),
        *(str(count) for count in counts),
        row.remark,
    )


def read_record(content: bytes) -> list[Recheck]:
    """Read a record back; raise RecordError at the first line that is not one of ours."""
    try:
        lines = list(csv.reader(io.StringIO(content.decode("utf-8-sig"), newline=""), strict=True))
    except (UnicodeDecodeError, csv.Error):
        raise RecordError(1) from None
    if not lines or tuple(lines[0]) != HEADERS:
        raise RecordError(1)
    return [_row(number, line) for number, line in enumerate(lines[1:], start=2) if any(line)]


def _row(number: int, cells: list[str]) -> Recheck:
    try:
        at, place, word, *texts, ok, damaged, missing, extra, remark = map(_plain, cells)
        archive_number, title, sha256 = texts
        return Recheck(
            checked_at=datetime.fromisoformat(at),
            place=place,
            state=_BY_WORD[word],
            number=archive_number,
            title=title,
            sha256=sha256,
            ok=int(ok),
            damaged=int(damaged),
            missing=int(missing),
            extra=int(extra),
            remark=remark,
        )
    except (ValueError, KeyError):
        raise RecordError(number) from None


def _plain(cell: str) -> str:
    """Take off the apostrophe that keeps a spreadsheet program from running a cell."""
    return cell.removeprefix("'")
