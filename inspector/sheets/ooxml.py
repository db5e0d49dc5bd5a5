"""Open a workbook or a Word document as what it is, a ZIP of XML parts, without trusting it.

Nothing is unpacked but what is asked for, no part is larger than it may be, and XML that defines
entities or names a DTD is refused: neither a ZIP bomb nor an entity bomb goes off.
"""

import posixpath
import struct
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path, PurePosixPath
from typing import IO, Any
from urllib.parse import unquote

from defusedxml.common import DefusedXmlException
from defusedxml.ElementTree import ParseError, fromstring

from inspector.core.errors import InspectorError, Problem

Element = Any
"""An element of the standard library's tree, which the guarded reader makes."""

REL = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_PACKAGE_REL = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
_MOST_XML = 64 << 20
_MOST_XML_IN_ALL = 200 << 20
_MOST_PICTURE = 256 << 20
_MOST_MEMBERS = 50_000
_MEDIA = "/media/"
_ENCRYPTED = 0x1
_FEW = 1 << 30
_MOST_RATIO = 100
PHOTO_ENDINGS = frozenset(
    f".{ending}"
    for ending in (
        *("jpg", "jpeg", "jpe", "jfif", "mpo", "heic", "heif", "hif", "avif", "jxl"),
        *("png", "webp", "tif", "tiff"),
    )
)
BROKEN_ZIP = (
    zipfile.BadZipFile,
    zlib.error,
    struct.error,
    NotImplementedError,
    RuntimeError,
    ValueError,
    EOFError,
    OSError,
)
"""What zipfile raises on bytes that are no sound ZIP."""


class OfficeFile:
    """A workbook or document that is open for reading."""

    def __init__(self, path: Path, archive: zipfile.ZipFile) -> None:
        self._path = path
        self._archive = archive
        self._names = frozenset(archive.namelist())

    def __contains__(self, part: str) -> bool:
        """Tell whether there is such a part."""
        return part in self._names

    def media(self) -> list[str]:
        """List the pictures that it carries, placed or not."""
        return sorted(name for name in self._names if _MEDIA in name and not name.endswith("/"))

    def xml(self, part: str) -> Element:
        """Read a part as XML; one that is missing is damage."""
        try:
            if self._archive.getinfo(part).file_size > _MOST_XML:
                raise ParseError(part)  # noqa: TRY301 - the same refusal as for other damage
            return fromstring(self._archive.read(part), forbid_dtd=True)
        except (ParseError, DefusedXmlException, KeyError, *BROKEN_ZIP) as error:
            raise InspectorError(Problem.REPLY_DAMAGED, file=str(self._path), part=part) from error

    def related(self, part: str) -> dict[str, str]:
        """Give the parts that a part points at, by the id that it calls them.

        What lies outside the file (a picture that is only linked) has an empty name.
        """
        folder, name = posixpath.split(part)
        relations = f"{folder}/_rels/{name}.rels"
        if relations not in self._names:
            return {}
        return {
            one.get("Id", ""): ""
            if one.get("TargetMode") == "External"
            else _resolved(folder, one.get("Target", ""))
            for one in self.xml(relations).iter(_PACKAGE_REL)
        }

    def open(self, part: str) -> IO[bytes]:
        """Open a picture to be copied."""
        return self._archive.open(part)


def _resolved(folder: str, target: str) -> str:
    return posixpath.normpath(posixpath.join("/", folder, unquote(target))).lstrip("/")


@contextmanager
def opened(path: Path) -> Iterator[OfficeFile]:
    """Open an office file, or refuse it by a problem that names it."""
    try:
        archive = zipfile.ZipFile(path)
    except BROKEN_ZIP as error:
        raise InspectorError(Problem.REPLY_DAMAGED, file=str(path), part="ZIP") from error
    with archive:
        check_members(archive, path)
        yield OfficeFile(path, archive)


def check_members(archive: zipfile.ZipFile, path: Path) -> None:
    """Refuse a container that is locked, or would fill memory or disk when it is read."""
    members = archive.infolist()
    if any(one.flag_bits & _ENCRYPTED for one in members):
        raise InspectorError(Problem.REPLY_ENCRYPTED, file=str(path))
    pictures = [one for one in members if _is_picture(one.filename)]
    texts = [one.file_size for one in members if not _is_picture(one.filename)]
    too_large = (
        len(members) > _MOST_MEMBERS
        or max(texts, default=0) > _MOST_XML
        or sum(texts) > _MOST_XML_IN_ALL
        or any(one.file_size > _MOST_PICTURE for one in pictures)
        or _swells(pictures)
    )
    if too_large:
        raise InspectorError(
            Problem.REPLY_TOO_LARGE,
            file=str(path),
            text=_MOST_XML_IN_ALL >> 20,
            picture=_MOST_PICTURE >> 20,
        )


def _is_picture(name: str) -> bool:
    return _MEDIA in name or PurePosixPath(name).suffix.lower() in PHOTO_ENDINGS


def _swells(pictures: list[zipfile.ZipInfo]) -> bool:
    """Tell whether pictures grow as no picture does: they are packed already."""
    unpacked = sum(one.file_size for one in pictures)
    packed = sum(one.compress_size for one in pictures)
    return unpacked > _FEW and unpacked > _MOST_RATIO * packed
