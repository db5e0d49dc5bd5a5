"""The catalogue of all photos of a bundle, and of their groups, as a workbook."""

from collections.abc import Sequence

from inspector.archive.catalogue import named_photos
from inspector.archive.photolist import ELEMENT_HEADERS, GROUP_HEADERS, element_rows, group_rows
from inspector.archive.tree import volume_folder
from inspector.core.bundles import VolumeFiles
from inspector.sheets.writing import ColumnWritten, SheetWritten, workbook_bytes

PHOTO_WORKBOOK = "照片目录.xlsx"
"""Its name below 其他/."""
_GROUPS = "照片组目录"
_WIDTH, _WIDE = 16, 44
_WIDE_HEADERS = frozenset({"事由", "文件名", "SHA-256", "总说明", "题名", "组题名", "地点"})


def photo_workbook(volumes: Sequence[VolumeFiles]) -> bytes:
    """Write both lists of the photos of all volumes."""
    named = [(one.volume, named_photos(one.volume, one.photos)) for one in volumes]
    rows = [
        row
        for volume, photos in named
        for row in element_rows(volume, photos, volume_folder(volume))
    ]
    groups = [row for _volume, photos in named for row in group_rows(photos)]
    return workbook_bytes(
        [_sheet("照片目录", ELEMENT_HEADERS, rows), _sheet(_GROUPS, GROUP_HEADERS, groups)]
    )


def _sheet(title: str, headers: Sequence[str], rows: Sequence[tuple[str, ...]]) -> SheetWritten:
    columns = tuple(
        ColumnWritten(
            header=header, width=_WIDE if header in _WIDE_HEADERS else _WIDTH, is_text=True
        )
        for header in headers
    )
    return SheetWritten(title, columns, rows)
