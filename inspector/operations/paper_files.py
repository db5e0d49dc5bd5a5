"""Tell whether a file is a paper as we wrote it, one that was signed since, or another one."""

import hashlib
import mmap
import re
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from inspector.core.errors import InspectorError, Problem

_CODE = re.compile(rb"[0-9A-F]{4}-[0-9A-F]{4}-[0-9A-F]{4}")
_KEYWORDS = re.compile(rb"/Keywords \([^)]{0,200}?([0-9A-F]{4}-[0-9A-F]{4}-[0-9A-F]{4})\)")
_MEMBERS = ("docProps/core.xml", "xl/sharedStrings.xml", "xl/worksheets/sheet1.xml")
_LARGEST_MEMBER = 4_000_000
_UNREADABLE = (
    *(zipfile.BadZipFile, zlib.error, OSError),
    *(NotImplementedError, RuntimeError, EOFError),
)
_CHUNK = 1 << 20


def file_sha256(path: Path) -> str:
    """Hash a file."""
    digest = hashlib.sha256()
    try:
        with path.open("rb") as file:
            while chunk := file.read(_CHUNK):
                digest.update(chunk)
    except FileNotFoundError:
        raise InspectorError(Problem.FILE_MISSING, file=path) from None
    except IsADirectoryError:
        raise InspectorError(Problem.FILE_IS_FOLDER, file=path) from None
    except OSError:
        raise InspectorError(Problem.FILE_UNREADABLE, file=path) from None
    return digest.hexdigest()


def codes_in(path: Path) -> list[str]:
    """Find the check codes that a file carries: of a PDF its keywords, of Word and Excel texts."""
    with path.open("rb") as file:
        head = file.read(5)
    if head == b"%PDF-":
        with path.open("rb") as file, mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as told:
            found = [match[1] for match in _KEYWORDS.finditer(told)]
    else:
        found = [code for text in _texts(path) for code in _CODE.findall(text)]
    return list(dict.fromkeys(code.decode("ascii") for code in found))


def _texts(path: Path) -> Iterator[bytes]:
    """Read the few members that carry the code; however large one says it is, a little is read."""
    with suppress(*_UNREADABLE), zipfile.ZipFile(path) as whole:
        for name in _MEMBERS:
            if name in whole.namelist():
                with whole.open(name) as member:
                    yield member.read(_LARGEST_MEMBER)


def begins_with(path: Path, made: Path) -> bool:
    """Tell whether a file begins with all bytes of another."""
    with path.open("rb") as file, made.open("rb") as first:
        while chunk := first.read(_CHUNK):
            if file.read(len(chunk)) != chunk:
                return False
    return True
