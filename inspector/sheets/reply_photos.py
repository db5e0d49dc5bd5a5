"""Photos that lie beside a reply sheet, in a folder or a ZIP, named by the row that they show."""

import re
import zipfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path, PurePosixPath
from typing import IO

from inspector.core.errors import InspectorError, Problem
from inspector.core.replies import Picture
from inspector.sheets.ooxml import BROKEN_ZIP, PHOTO_ENDINGS, check_members

_SERIAL = re.compile(r"\A(?:第|序号|No\.?)?\s*0*(\d{1,6})(?!\d)(?![年月日.]\d)")
_GBK = "gb18030"
_UTF8_FLAG = 0x800


class PhotosBeside:
    """Photos beside a sheet: their names, and where to copy their bytes from."""

    def __init__(
        self,
        files: Mapping[str, Path | zipfile.ZipInfo],
        archive: zipfile.ZipFile | None,
    ) -> None:
        self._files = files
        self._archive = archive

    def pictures(
        self, rows_by_number: Mapping[str, int], serials: Mapping[int, str]
    ) -> list[Picture]:
        """Give every photo, with the row that its name tells, if it tells one."""
        return [
            Picture(name, _row_of(name, rows_by_number, serials), is_beside=True)
            for name in sorted(self._files)
        ]

    def open(self, name: str) -> IO[bytes]:
        """Open a photo to be copied."""
        found = self._files[name]
        if isinstance(found, Path) or self._archive is None:
            return Path(str(found)).open("rb")
        return self._archive.open(found)


@contextmanager
def photos_beside(path: Path | None) -> Iterator[PhotosBeside]:
    """Open a folder or a ZIP of photos; nothing given is an empty one."""
    if path is None:
        yield PhotosBeside({}, None)
    elif path.is_dir():
        files = (one for one in path.rglob("*") if one.is_file() and _is_photo(one.name))
        yield PhotosBeside({one.relative_to(path).as_posix(): one for one in files}, None)
    else:
        with _zip(path) as archive:
            members = (one for one in archive.infolist() if not one.is_dir())
            named = {_name(one): one for one in members}
            yield PhotosBeside({k: one for k, one in named.items() if _is_photo(k)}, archive)


@contextmanager
def _zip(path: Path) -> Iterator[zipfile.ZipFile]:
    try:
        archive = zipfile.ZipFile(path)
    except BROKEN_ZIP as error:
        raise InspectorError(Problem.REPLY_PHOTOS_UNREADABLE, file=str(path)) from error
    with archive:
        check_members(archive, path)
        yield archive


def _name(member: zipfile.ZipInfo) -> str:
    """Give a member's name; Windows packs Chinese names in GBK and says nothing of it."""
    if member.flag_bits & _UTF8_FLAG:
        return member.filename
    try:
        return member.filename.encode("cp437").decode(_GBK)
    except UnicodeError:
        return member.filename


def _is_photo(name: str) -> bool:
    path = PurePosixPath(name)
    return (
        path.suffix.lower() in PHOTO_ENDINGS
        and not path.name.startswith(".")
        and ("__MACOSX" not in path.parts)
    )


def _row_of(name: str, rows_by_number: Mapping[str, int], serials: Mapping[int, str]) -> int | None:
    """Give the row that a name tells: by the problem's number, or by its serial in the sheet.

    The file's own name goes first, then the folders that it lies in, nearest first.
    """
    path = PurePosixPath(name)
    for part in (path.stem, *reversed(path.parts[:-1])):
        upper = part.upper()
        for number, row in rows_by_number.items():
            if upper == number or upper.startswith((f"{number}-", f"{number}_", f"{number} ")):
                return row
        found = _SERIAL.match(part)
        number = serials.get(int(found[1]), "") if found else ""
        if number in rows_by_number:
            return rows_by_number[number]
    return None
