"""Write the papers that open, list, close and hand over the volumes of a bundle."""

from collections.abc import Sequence
from enum import StrEnum
from pathlib import Path

from inspector.archive.catalogue import (
    CATALOGUE_HEADERS,
    COVER_HEADERS,
    NOTE_HEADERS,
    VOLUME_HEADERS,
    VOLUME_LIST,
    catalogue,
    catalogue_rows,
    volume_cells,
    volume_rows,
)
from inspector.archive.texts import csv_bytes
from inspector.core.bundles import ArchivePhoto, Volume, VolumeFiles, fit_part
from inspector.core.filing import DRAWING_KINDS, FiledVolume
from inspector.core.marks import DrawnPage
from inspector.core.papers import (
    CataloguePaper,
    CoverPaper,
    NoteFormPaper,
    PaperIdentity,
    TransferPaper,
    VolumeListPaper,
)
from inspector.core.progress import Progress
from inspector.folders import fonts
from inspector.operations.photo_books import book_paths, write_photo_books
from inspector.operations.workspace import Workspace
from inspector.reports.handing import transfer_facts, write_transfer, write_volume_list
from inspector.reports.volume import (
    draw_catalogue,
    draw_cover,
    draw_note_form,
    write_catalogue,
    write_cover,
    write_note_form,
)
from inspector.sheets.writing import ColumnWritten, SheetWritten, workbook_bytes
from inspector.words.language import _

_CATALOGUE_WIDTHS = (8, 24, 24, 44, 12, 12, 16)
_LIST_WIDTHS = (8, 24, 60, 10, 10, 10, 10, 10, 30, 12, 10, 8, 20)
_FACT_WIDTHS = (24, 80)
_FACT_HEADERS = ("项目", "内容")
_COVER_WIDTHS = (24, 60, 30, 20, 8, 10, 10, 10)
_NOTE_WIDTHS = (24, 10, 10, 10, 10, 60, 14, 14, 14, 14)
_CSV, _XLSX, _PDF = ".csv", ".xlsx", ".pdf"
TRANSFER = "移交书"
"""What the files of the letter of transfer begin with."""
_LIST, _COVERS, _NOTES = VOLUME_LIST, "案卷封面", "卷内备考表"
LIST_NAMES = (
    *(f"{_LIST}{end}" for end in (_PDF, _CSV, _XLSX)),
    *(f"{TRANSFER}{end}" for end in (_PDF, _CSV, _XLSX)),
    *(f"{name}{end}" for name in (_COVERS, _NOTES) for end in (_CSV, _XLSX)),
)
"""The files that list all volumes of a bundle, as they are named below 其他/."""

Listed = list[tuple[str, Path | bytes]]


# -- one volume ----------------------------------------------------------------------------------


def volume_files(
    volume: Volume, filed: FiledVolume, photos: Sequence[ArchivePhoto], folder: Path
) -> VolumeFiles:
    """Say what goes into a volume and where its own papers will lie; nothing is written."""
    own = folder / f"{filed.serial:03d}"
    return VolumeFiles(
        volume=volume,
        papers=tuple(one.paper for one in filed.papers),
        photos=tuple(photos),
        cover=own / "cover.pdf",
        contents=own / "contents.pdf",
        closing=own / "closing.pdf",
        drawing_pages=sum(one.paper.pages for one in filed.papers if one.kind in DRAWING_KINDS),
        books=book_paths(own, len(photos)),
    )


def write_volume_papers(
    workspace: Workspace, identity: PaperIdentity, files: VolumeFiles, progress: Progress
) -> None:
    """Write the cover, the catalogue, the note form and the contact sheets of a volume."""
    files.cover.parent.mkdir(exist_ok=True)
    entries = catalogue(files.papers, files.photos, files.volume.unit)
    contents = CataloguePaper(identity=identity, volume=files.volume, entries=entries)
    write_cover(_cover(identity, files), files.cover, fonts())
    write_catalogue(contents, files.contents, fonts())
    write_note_form(_closing(identity, files), files.closing, fonts())
    write_photo_books(workspace, identity, files, progress)


class OwnPaper(StrEnum):
    """The papers that a volume makes for itself."""

    COVER = "cover"
    CONTENTS = "contents"
    CLOSING = "closing"


def draw_volume_paper(
    which: OwnPaper, identity: PaperIdentity, files: VolumeFiles
) -> tuple[DrawnPage, ...]:
    """Draw a paper of a volume as sealing would write it; nothing is written."""
    if which is OwnPaper.COVER:
        return draw_cover(_cover(identity, files), fonts())
    if which is OwnPaper.CLOSING:
        return draw_note_form(_closing(identity, files), fonts())
    entries = catalogue(files.papers, files.photos, files.volume.unit)
    contents = CataloguePaper(identity=identity, volume=files.volume, entries=entries)
    return draw_catalogue(contents, fonts())


def _cover(identity: PaperIdentity, files: VolumeFiles) -> CoverPaper:
    days = [paper.dated_on for paper in files.papers if paper.dated_on]
    days += [photo.taken_on for photo in files.photos if photo.taken_on]
    return CoverPaper(
        identity=identity,
        volume=files.volume,
        first_on=min(days, default=None),
        last_on=max(days, default=None),
        volumes_total=files.volume.volumes_total,
    )


def _closing(identity: PaperIdentity, files: VolumeFiles) -> NoteFormPaper:
    return NoteFormPaper(
        identity=identity,
        volume=files.volume,
        text_pages=files.pages - files.drawing_pages,
        drawing_pages=files.drawing_pages,
        photo_count=len(files.photos),
        note=_note(files),
    )


def _note(files: VolumeFiles) -> str | None:
    """Say what a reader must know to count the volume (说明 of 卷内备考表)."""
    unpaged = sum(1 for paper in files.papers if not paper.pages)
    said = []
    if files.pages:
        said.append(_("文件为电子原件，未另加盖页码；页次自 1 起连续计算，见卷内目录。"))
    if unpaged:
        said.append(_("其中 {count} 件电子文件未计页数，见卷内目录。").format(count=unpaged))
    if files.photos:
        said.append(_("照片为原始文件，未作任何修改；说明见照片目录和照片册。"))
    return "".join(said) or None


# -- all volumes ---------------------------------------------------------------------------------


def list_files(
    head: Volume, identity: PaperIdentity, volumes: Sequence[VolumeFiles], folder: Path
) -> Listed:
    """Write what lists and hands over all volumes: as paper, as CSV and as a workbook."""
    rows = volume_rows(volumes)
    listed = VolumeListPaper(
        identity=identity,
        project_name=head.project_name,
        project_code=head.project_code,
        unit=head.unit,
        rows=rows,
        forms=volumes[0].volume.forms if volumes else head.forms,
    )
    transfer = TransferPaper(identity=identity, listed=listed)
    made = write_volume_list(listed, folder / "list.pdf", fonts()).path
    letter = write_transfer(transfer, folder / "transfer.pdf", fonts()).path
    covers = [_cover_cells(identity, one) for one in volumes]
    notes = [_note_cells(identity, one) for one in volumes]
    return [
        (f"{_LIST}{_PDF}", made),
        *_tables(_LIST, VOLUME_HEADERS, _LIST_WIDTHS, volume_cells(rows)),
        (f"{TRANSFER}{_PDF}", letter),
        *_tables(TRANSFER, _FACT_HEADERS, _FACT_WIDTHS, transfer_facts(transfer)),
        *_tables(_COVERS, COVER_HEADERS, _COVER_WIDTHS, covers),
        *_tables(_NOTES, NOTE_HEADERS, _NOTE_WIDTHS, notes),
    ]


def _cover_cells(identity: PaperIdentity, files: VolumeFiles) -> tuple[str, ...]:
    volume, paper = files.volume, _cover(identity, files)
    days = [f"{day:%Y%m%d}" for day in (paper.first_on, paper.last_on) if day]
    return (
        volume.code,
        volume.title,
        volume.unit,
        "-".join(days),
        volume.secrecy,
        volume.retention,
        str(volume.volumes_total),
        str(volume.volume_number),
    )


def _note_cells(identity: PaperIdentity, files: VolumeFiles) -> tuple[str, ...]:
    paper = _closing(identity, files)
    return (
        files.volume.code,
        str(paper.total_pages),
        str(paper.text_pages),
        str(paper.drawing_pages),
        str(paper.photo_count),
        paper.note or "",
        files.volume.compiled_by,
        *("",) * 3,
    )


def workbook_name(volume: Volume) -> str:
    """Name the workbook of a volume's catalogue, below 其他/."""
    return fit_part(f"卷内目录_{volume.code}", _XLSX)


def catalogue_workbook(files: VolumeFiles) -> bytes:
    """Write the catalogue of a volume as a workbook."""
    rows = catalogue_rows(catalogue(files.papers, files.photos, files.volume.unit))
    return _workbook("卷内目录", CATALOGUE_HEADERS, _CATALOGUE_WIDTHS, rows)


def _tables(
    name: str, headers: Sequence[str], widths: Sequence[int], rows: Sequence[tuple[str, ...]]
) -> Listed:
    """Write a table as CSV and as a workbook."""
    return [
        (f"{name}{_CSV}", csv_bytes(headers, rows)),
        (f"{name}{_XLSX}", _workbook(name, headers, widths, rows)),
    ]


def _workbook(
    title: str, headers: Sequence[str], widths: Sequence[int], rows: Sequence[tuple[str, ...]]
) -> bytes:
    """Write one list as a workbook whose cells are texts."""
    columns = tuple(
        ColumnWritten(header=header, width=width, is_text=True)
        for header, width in zip(headers, widths, strict=True)
    )
    return workbook_bytes([SheetWritten(title, columns, rows)])
