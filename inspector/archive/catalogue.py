"""The catalogues of a volume: in-volume catalogue, photo catalogue, file and volume lists."""

import csv
import io
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import PurePosixPath

from inspector.archive.texts import day_of
from inspector.core.bundles import (
    ArchivePhoto,
    CatalogueEntry,
    Paper,
    Volume,
    VolumeFiles,
    date8,
    fit_part,
)
from inspector.core.volumelist import VolumeRow

CATALOGUE_HEADERS = ("序号", "文件编号", "责任者", "文件题名", "日期", "页次", "备注")
"""Columns of 卷内目录 (GB/T 50328)."""

PHOTO_HEADERS = (
    "照片号",
    "事由",
    "时间",
    "地点",
    "人物",
    "背景",
    "摄影者",
    "经度",
    "纬度",
    "坐标系",
    "镜头方向",
    "文件名",
    "原文件名",
    "字节数",
    "SHA-256",
    "备注",
)
"""Six caption elements (DA/T 50-2014), position as DA/T 54-2014 asks, and what proves identity."""

LIST_HEADERS = ("顺序号", "档号", "责任者", "题名", "日期", "密级", "电子档案名称", "备注")
"""Elements of 文件目录.XML and 案卷目录.XML (电子档案移交与接收办法, 2012, annex 2)."""

VOLUME_HEADERS = (
    *("案卷号", "档号", "案卷题名", "文字页数", "图样页数", "页数", "照片张数", "文件件数"),
    *("编制单位", "编制日期", "保管期限", "密级", "备注"),
)
"""Columns of 案卷目录 (GB/T 50328)."""

COVER_HEADERS = (
    *("档号", "案卷题名", "编制单位", "起止日期", "密级", "保管期限"),
    *("案卷总量", "本卷排序"),
)
"""Fields of 案卷封面 (GB/T 50328)."""

NOTE_HEADERS = (
    *("档号", "共有文件材料页数", "文字材料页数", "图样材料页数", "照片张数", "说明"),
    *("立卷人", "立卷日期", "审核人", "审核日期"),
)
"""Fields of 卷内备考表 (GB/T 50328)."""

PHOTO_FOLDER = "照片"
VOLUME_LIST = "案卷目录"
"""The name of the list of volumes below 其他/, whatever its ending."""


@dataclass(frozen=True, slots=True)
class NamedPhoto:
    """A photo with its archival number and the file name made from it."""

    number: str
    file_name: str
    photo: ArchivePhoto


def catalogue(
    papers: Sequence[Paper], photos: Sequence[ArchivePhoto] = (), unit: str = ""
) -> tuple[CatalogueEntry, ...]:
    """Give the documents of a volume, a row each, pages counted on from 1.

    The photos have one row, of the unit that files them; their own catalogue lists them.
    """
    entries: list[CatalogueEntry] = []
    page = 1
    last = max((at for at, paper in enumerate(papers, start=1) if paper.pages), default=0)
    for sequence, paper in enumerate(papers, start=1):
        is_last = sequence == last
        entries.append(_paper_entry(sequence, paper, page, is_last=is_last))
        page += paper.pages
    if photos:
        entries.append(_photo_entry(len(entries) + 1, photos, unit))
    return tuple(entries)


def paper_file_name(sequence: int, title: str, ending: str = ".pdf") -> str:
    """Name a paper by its three-digit number and title (CJJ/T 117-2017, 5.4)."""
    return fit_part(f"{sequence:03d}_{title}", ending)


def book_name(number: int, books: int) -> str:
    """Name a book of contact sheets: before the papers, as it is no page of the volume."""
    return "000_照片册.pdf" if books == 1 else f"000_照片册_{number:02d}.pdf"


def named_photos(volume: Volume, photos: Sequence[ArchivePhoto]) -> list[NamedPhoto]:
    """Name the photos after the volume's pattern; the catalogue keeps the original name."""
    named: list[NamedPhoto] = []
    for number, photo in enumerate(photos, start=1):
        code = _photo_code(volume, photo, number)
        suffix = PurePosixPath(photo.original_name).suffix.lower()
        named.append(NamedPhoto(code, fit_part(code, suffix if suffix.isascii() else ""), photo))
    return named


def _photo_code(volume: Volume, photo: ArchivePhoto, number: int) -> str:
    """Fill the office's pattern: by the volume, or by the group of photos (DA/T 50-2014)."""
    facts = {"volume": volume.code, "year": volume.year, "retention": volume.retention}
    group = photo.group.number if photo.group else 0
    in_group = photo.place_in_group or number
    return volume.photo_pattern.format(**facts, number=number, group=group, group_number=in_group)


def catalogue_rows(entries: Iterable[CatalogueEntry]) -> list[tuple[str, ...]]:
    """Give the rows of the in-volume catalogue as texts, for paper, CSV and XLSX alike."""
    return [
        (
            str(entry.sequence),
            entry.number,
            entry.creator,
            entry.title,
            entry.date8,
            entry.pages_text,
            entry.remark,
        )
        for entry in entries
    ]


def photo_rows(named: Iterable[NamedPhoto], folder: str) -> list[tuple[str, ...]]:
    """Give the rows of the photo catalogue as texts; `folder` is that of their volume."""
    return [_photo_row(each, folder) for each in named]


def file_list_rows(
    volume: Volume, entries: Sequence[CatalogueEntry], named: Sequence[NamedPhoto], folder: str
) -> list[tuple[str, ...]]:
    """Give a volume's rows of 文件目录: every paper and photo with its path below `data/`.

    The running number over all volumes is put before them by `numbered`.
    """
    papers = [entry for entry in entries if entry.file_name != PHOTO_FOLDER]
    rows: list[tuple[str, ...]] = [
        (
            f"{volume.code}-{entry.sequence:03d}",
            entry.creator,
            entry.title,
            entry.date8,
            volume.secrecy,
            f"{folder}/{entry.file_name}",
            entry.remark or PurePosixPath(entry.file_name).suffix.lstrip(".").upper(),
        )
        for entry in papers
    ]
    rows += [
        (
            each.number,
            each.photo.photographer,
            each.photo.matter or each.photo.original_name,
            date8(each.photo.taken_on) if each.photo.taken_on else "",
            volume.secrecy,
            f"{folder}/{PHOTO_FOLDER}/{each.file_name}",
            each.photo.remark or "原图",
        )
        for each in named
    ]
    return rows


def volume_rows(volumes: Iterable[VolumeFiles]) -> tuple[VolumeRow, ...]:
    """Give the rows of 案卷目录, with what each volume holds in numbers."""
    return tuple(
        VolumeRow(
            number=one.volume.volume_number,
            code=one.volume.code,
            title=one.volume.title,
            text_pages=one.pages - one.drawing_pages,
            drawing_pages=one.drawing_pages,
            photos=len(one.photos),
            files=len(one.papers) + len(one.photos),
            unit=one.volume.unit,
            day8=day_of(one.volume.made_at).replace("-", ""),
            retention=one.volume.retention,
            secrecy=one.volume.secrecy,
        )
        for one in volumes
    )


def volume_cells(rows: Iterable[VolumeRow]) -> list[tuple[str, ...]]:
    """Give the rows of 案卷目录 as texts, under VOLUME_HEADERS."""
    return [
        (
            str(row.number),
            row.code,
            row.title,
            str(row.text_pages),
            str(row.drawing_pages),
            str(row.pages),
            str(row.photos),
            str(row.files),
            row.unit,
            row.day8,
            row.retention,
            row.secrecy,
            row.remark,
        )
        for row in rows
    ]


def read_volume_cells(content: bytes) -> tuple[VolumeRow, ...] | None:
    """Read 案卷目录.csv as it lies in a bundle; None where it is not one that we write."""
    try:
        table = list(
            csv.DictReader(io.StringIO(content.decode("utf-8-sig"), newline=""), strict=True)
        )
        return tuple(_read_volume(cells) for cells in table)
    except (ValueError, KeyError, TypeError, csv.Error):
        return None


def _read_volume(cells: dict[str, str]) -> VolumeRow:
    return VolumeRow(
        number=int(cells["案卷号"]),
        code=cells["档号"],
        title=cells["案卷题名"],
        text_pages=int(cells["文字页数"]),
        drawing_pages=int(cells["图样页数"]),
        photos=int(cells["照片张数"]),
        files=int(cells["文件件数"]),
        unit=cells["编制单位"],
        day8=cells["编制日期"],
        retention=cells["保管期限"],
        secrecy=cells["密级"],
        remark=cells["备注"],
    )


def numbered(rows: Iterable[tuple[str, ...]]) -> list[tuple[str, ...]]:
    """Put a running number before each row."""
    return [(f"{number:03d}", *row) for number, row in enumerate(rows, start=1)]


def volume_list_rows(
    volumes: Iterable[tuple[Volume, VolumeRow, str]],
) -> list[tuple[str, ...]]:
    """Give the rows of 案卷目录.XML from each volume, what it holds, and its folder."""
    return numbered(
        (
            volume.code,
            volume.unit,
            volume.title,
            day_of(volume.made_at).replace("-", ""),
            volume.secrecy,
            folder,
            f"共{row.files}件，{row.pages}页，照片{row.photos}张，保管期限：{volume.retention}",
        )
        for volume, row, folder in volumes
    )


def _paper_entry(sequence: int, paper: Paper, page: int, *, is_last: bool) -> CatalogueEntry:
    entry = CatalogueEntry(
        sequence=sequence,
        number=paper.number,
        creator=paper.creator,
        title=paper.title,
        date8=date8(paper.dated_on) if paper.dated_on else "",
        is_last=is_last,
        remark=paper.remark,
        file_name=paper_file_name(sequence, paper.title, paper.file.suffix.lower() or ".pdf"),
        size=paper.size,
        sha256=paper.sha256,
    )
    if paper.pages < 1:
        return replace(entry, is_unpaged=True)
    return replace(entry, first_page=page, last_page=page + paper.pages - 1)


def _photo_entry(sequence: int, photos: Sequence[ArchivePhoto], unit: str) -> CatalogueEntry:
    days = sorted(photo.taken_on for photo in photos if photo.taken_on)
    span = f"{date8(days[0])}-{date8(days[-1])}" if days and days[0] != days[-1] else ""
    return CatalogueEntry(
        sequence=sequence,
        number="",
        creator=unit,
        title=f"工程照片（{len(photos)}张）",
        date8=span or (date8(days[0]) if days else ""),
        remark="电子照片，见照片目录",
        file_name=PHOTO_FOLDER,
        size=sum(photo.size for photo in photos),
    )


def _photo_row(each: NamedPhoto, folder: str) -> tuple[str, ...]:
    photo = each.photo
    return (
        each.number,
        photo.matter,
        photo.taken,
        photo.place,
        photo.people,
        photo.background,
        photo.photographer,
        photo.longitude,
        photo.latitude,
        photo.datum,
        photo.direction,
        f"{folder}/{PHOTO_FOLDER}/{each.file_name}",
        photo.original_name,
        str(photo.size),
        photo.sha256,
        photo.remark,
    )
