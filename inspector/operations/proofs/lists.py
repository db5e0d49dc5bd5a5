"""The catalogues of a bundle as they are read back."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from inspector.archive.contents import OTHERS, Contents
from inspector.archive.tags import PAYLOAD
from inspector.core.bundles import fit_part
from inspector.core.faults import Fault, FaultCode
from inspector.sheets.list_xml import read_list

FILES, VOLUMES = f"{PAYLOAD}文件目录.XML", f"{PAYLOAD}案卷目录.XML"
PHOTO_TABLE, VOLUME_TABLE = f"{OTHERS}照片目录.csv", f"{OTHERS}案卷目录.csv"
_NUMBER, _PLACE, _PAGES = "档号", "电子档案名称", "页次"

Row = dict[str, str]


@dataclass(slots=True)
class Lists:
    """All catalogues that are there; what cannot be read is a fault, told once."""

    bag: Contents
    faults: list[Fault] = field(default_factory=list)

    def files(self) -> list[tuple[str, Row]]:
        """Give the rows of 文件目录 with the file that each names."""
        return self._placed(FILES)

    def volumes(self) -> list[tuple[str, Row]]:
        """Give the rows of 案卷目录 with the folder that each names."""
        return self._placed(VOLUMES)

    def _placed(self, name: str) -> list[tuple[str, Row]]:
        if not self.bag.has(name):
            return []
        try:
            rows = read_list(self.bag.content(name))
        except ValueError:
            self._unreadable(name)
            return []
        return [(f"{PAYLOAD}{row.get(_PLACE, '')}", row) for row in rows]

    def table(self, name: str) -> list[Row]:
        """Give the rows of a CSV catalogue; none where it is not there."""
        if not self.bag.has(name):
            return []
        try:
            return self.bag.table(name)
        except ValueError:
            self._unreadable(name)
            return []

    def _unreadable(self, name: str) -> None:
        fault = Fault(FaultCode.LIST_UNREADABLE, name)
        if fault not in self.faults:
            self.faults.append(fault)


def contents_name(code: str) -> str:
    """Name the CSV form of the in-volume catalogue of a volume."""
    return f"{OTHERS}{fit_part(f'卷内目录_{code}', '.csv')}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Stated:
    """How many pages a catalogue says a file has, as its place among the pages tells."""

    file: str
    source: str
    pages: int


def stated_pages(lists: Lists) -> Iterator[Stated]:
    """Tell of each file with pages how many there must be (GB/T 50328: 页次)."""
    files = {row.get(_NUMBER, ""): name for name, row in lists.files()}
    totals = {row.get(_NUMBER, ""): row.get("页数", "") for row in lists.table(VOLUME_TABLE)}
    for _folder, volume in lists.volumes():
        code = volume.get(_NUMBER, "")
        source = contents_name(code)
        spans = _spans(lists.table(source), totals.get(code, ""))
        for sequence, pages in spans:
            file = files.get(f"{code}-{sequence:03d}")
            if file is not None:
                yield Stated(file=file, source=source, pages=pages)


def _spans(rows: list[Row], total: str) -> list[tuple[int, int]]:
    """Give (number in the volume, pages): a document ends where the next one begins."""
    starts: list[tuple[int, int]] = []
    end = int(total) if total.isdecimal() else 0
    for row in rows:
        match = re.fullmatch(r"(\d+)(?:-(\d+))?", row.get(_PAGES, ""))
        if match and row.get("序号", "").isdecimal():
            starts.append((int(row["序号"]), int(match[1])))
            end = int(match[2]) if match[2] else end
    ends = [*(start - 1 for _number, start in starts[1:]), end]
    return [
        (number, last - start + 1)
        for (number, start), last in zip(starts, ends, strict=False)
        if last >= start
    ]
