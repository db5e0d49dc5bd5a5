"""Look at the structure of a finished PDF: its pages, and what speaks against keeping it.

This is no validator: it tells what a bundle's check can tell on any computer. Scripts, encryption
and fonts that lack are what makes a paper unreadable later.
"""

import logging
import re
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO

from inspector.core.pdflooks import PdfLook, PdfTrouble

if TYPE_CHECKING:
    from pyhanko.pdf_utils.reader import PdfFileReader

_MADE_HERE = "Inspector"
_KEPT_BYTES = 16 << 20
_RUNS = frozenset(
    f"/{name}"
    for name in (
        *("JavaScript", "Launch", "ImportData", "SubmitForm", "ResetForm"),
        *("Rendition", "Movie", "Sound", "RichMediaExecute"),
    )
)
_DEVICE_COLOURS = frozenset({"/DeviceRGB", "/DeviceGray", "/DeviceCMYK"})
_FONT_FILES = frozenset({"/FontFile", "/FontFile2", "/FontFile3"})
_PART = re.compile(rb"pdfaid:part(?:>|\s*=\s*[\"'])\s*([1-4])")
_CONFORMANCE = re.compile(rb"pdfaid:conformance(?:>|\s*=\s*[\"'])\s*([ABUEF])", re.IGNORECASE)

Found = dict[tuple[PdfTrouble, str], None]


def look_at_pdf(stream: BinaryIO) -> PdfLook:
    """Count the pages of a PDF and look at every object in it."""
    from pyhanko.pdf_utils.reader import PdfFileReader

    logging.getLogger("pyhanko").setLevel(logging.CRITICAL)
    try:
        reader = PdfFileReader(stream, strict=False)
        if "/Encrypt" in reader.trailer:
            return PdfLook(troubles=((PdfTrouble.ENCRYPTED, ""),))
        return _look(reader)
    except _unreadable():
        return PdfLook(troubles=((PdfTrouble.UNREADABLE, ""),))


def count_pages(file: Path) -> int | None:
    """Count the pages of a received PDF; None where it cannot be read, or is encrypted."""
    from pyhanko.pdf_utils.reader import PdfFileReader

    logging.getLogger("pyhanko").setLevel(logging.CRITICAL)
    with suppress(*_unreadable()), file.open("rb") as stream:
        reader = PdfFileReader(stream, strict=False)
        if "/Encrypt" not in reader.trailer:
            return _count_pages(reader.root) or None
    return None


def _unreadable() -> tuple[type[Exception], ...]:
    """List what reading a broken PDF may raise."""
    from pyhanko.pdf_utils.misc import PdfError

    return (
        *(PdfError, ValueError, LookupError, TypeError, AttributeError, AssertionError),
        *(RecursionError, NotImplementedError, ArithmeticError, OSError),
    )


def _look(reader: "PdfFileReader") -> PdfLook:
    root: Any = reader.root
    found: Found = {}
    uses_device = False
    for each in _dictionaries_of(reader):
        found |= _troubles(each)
        uses_device = uses_device or bool(_DEVICE_COLOURS & set(_plain_values(each)))
    info: Any = _got(reader.trailer_view, "/Info", {})
    is_ours = str(_got(info, "/Creator", "")).startswith(_MADE_HERE)
    if (uses_device or is_ours) and not _has_intent(root):
        found[PdfTrouble.INTENT_ABSENT, ""] = None
    return PdfLook(pages=_count_pages(root), level=_level(root), troubles=tuple(found))


def _dictionaries_of(reader: "PdfFileReader") -> Iterator[Any]:
    """Yield every dictionary of the file; memory stays flat, whatever the streams hold."""
    seen: set[tuple[int, int]] = set()
    kept = 0
    for revision in range(reader.xrefs.total_revisions):
        for ref in reader.xrefs.explicit_refs_in_revision(revision):
            if (ref.idnum, ref.generation) in seen:
                continue
            seen.add((ref.idnum, ref.generation))
            found: Any = ref.get_object()
            yield from _dictionaries(found)
            kept += len(getattr(found, "_encoded_data", None) or b"")
            if kept > _KEPT_BYTES:
                reader.resolved_objects.clear()
                kept = 0


def _dictionaries(value: Any) -> Iterator[Any]:
    """Yield a dictionary and those that stand in it; others are reached by their own number."""
    if isinstance(value, dict):
        yield value
        for inner in dict.values(value):
            yield from _dictionaries(inner)
    elif isinstance(value, list):
        for inner in list.__iter__(value):
            yield from _dictionaries(inner)


def _plain_values(each: Any) -> Iterator[str]:
    for value in dict.values(each):
        for one in list.__iter__(value) if isinstance(value, list) else (value,):
            if isinstance(one, str):
                yield str(one)


def _troubles(each: Any) -> Found:
    found: Found = {}
    if str(dict.get(each, "/S")) in _RUNS or "/JS" in each:
        found[PdfTrouble.SCRIPT, ""] = None
    is_stream = hasattr(each, "encoded_data")
    if (is_stream and "/F" in each) or ("/Ref" in each and "/BBox" in each):
        found[PdfTrouble.OUTSIDE, ""] = None
    if "/Resources" in each:
        fonts: Any = _got(each["/Resources"], "/Font", {})
        for name in fonts:
            found |= _font_troubles(fonts[name])
    return found


def _font_troubles(font: Any) -> Found:
    kind = str(_got(font, "/Subtype", ""))
    if kind == "/Type3":
        return {}
    described: Any = font["/DescendantFonts"][0] if kind == "/Type0" else font
    descriptor: Any = _got(described, "/FontDescriptor", {})
    if _FONT_FILES & set(descriptor):
        return {}
    return {(PdfTrouble.FONT_ABSENT, str(_got(font, "/BaseFont", "?")).lstrip("/")): None}


def _got(each: Any, key: str, otherwise: Any) -> Any:
    """Give what a key leads to."""
    return each[key] if key in each else otherwise  # noqa: SIM401 - `get` follows no reference


def _has_intent(root: Any) -> bool:
    intents: Any = _got(root, "/OutputIntents", [])
    return any(
        str(_got(one, "/S", "")) == "/GTS_PDFA1" and "/DestOutputProfile" in one
        for one in (intents[number] for number in range(len(intents)))
    )


def _level(root: Any) -> str:
    metadata: Any = _got(root, "/Metadata", None)
    text = metadata.data if metadata is not None else b""
    part, conformance = _PART.search(text), _CONFORMANCE.search(text)
    level = conformance[1].decode().lower() if conformance else ""
    return f"{part[1].decode()}{level}" if part else ""


def _count_pages(root: Any) -> int:
    """Count the leaves of the tree of pages; what the tree says of itself is not believed."""
    waiting, seen, count = [root["/Pages"]], {id(None)}, 0
    while waiting:
        node = waiting.pop()
        kids: Any = _got(node, "/Kids", None)
        if kids is None:
            count += 1
            continue
        for number in range(len(kids)):
            ref = list.__getitem__(kids, number)
            mark = getattr(ref, "idnum", id(ref))
            if mark not in seen:
                seen.add(mark)
                waiting.append(kids[number])
    return count
