"""Writes the finished paper to the disk in one pass, whole or not at all.

Objects go to the file as they are formatted; photos are copied from their files and never held
in memory. ReportLab alone would join the whole file in memory twice.
"""

import contextlib
import errno
import hashlib
import os
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, BinaryIO

from reportlab.pdfbase import pdfdoc
from reportlab.pdfbase.ttfonts import SUBSETN

from inspector.core.errors import InspectorError, Problem
from inspector.reports.layout.jpegs import JpegFile
from inspector.reports.layout.pdfa import (
    PRODUCER,
    FileFacts,
    pdf_date,
    srgb_profile,
    to_unicode,
    xmp,
)

_CHUNK = 1 << 20
_FULL = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})
_CLOSED = frozenset({errno.EACCES, errno.EPERM, errno.EROFS, errno.ENOENT, errno.ENOTDIR})
_STREAM_END = b"\r\nendstream\n"
_HEADER = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"


@dataclass(slots=True)
class _Sink:
    """The open file: counts and hashes what passes through."""

    file: BinaryIO
    at: int = 0
    digest: Any = field(default_factory=hashlib.sha256)

    def put(self, data: bytes) -> int:
        """Write bytes and tell where they begin."""
        start = self.at
        self.file.write(data)
        self.digest.update(data)
        self.at += len(data)
        return start


def write_file(canvas: Any, facts: FileFacts, out: Path) -> tuple[str, int]:
    """Write a drawn paper under its name; give its SHA-256 and size."""
    document = canvas._doc  # noqa: SLF001 - ReportLab gives no public way to it
    _declare(document, canvas, facts)
    with whole_file(out) as file:
        sink = _Sink(file)
        _write_objects(document, facts, sink)
    return sink.digest.hexdigest(), sink.at


@contextlib.contextmanager
def whole_file(out: Path) -> Iterator[BinaryIO]:
    """Lend a file that takes its name only when everything is on the disk."""
    part = out.with_name(f".{out.name}.{os.getpid()}.part")
    try:
        with part.open("wb", buffering=_CHUNK) as file:
            yield file
            file.flush()
            os.fsync(file.fileno())
        part.replace(out)
        _sync_folder(out.parent)
    except OSError as error:
        raise _refusal(error, out) from error
    finally:
        with contextlib.suppress(OSError):
            part.unlink(missing_ok=True)


def _refusal(error: OSError, out: Path) -> Exception:
    if error.errno in _FULL:
        return InspectorError(Problem.DISK_FULL, file=out, folder=out.parent)
    if error.errno in _CLOSED:
        return InspectorError(Problem.FOLDER_NOT_WRITABLE, folder=out.parent)
    return error


def _sync_folder(folder: Path) -> None:
    if os.name == "nt":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


# -- what the document declares


def _declare(document: Any, canvas: Any, facts: FileFacts) -> None:
    """Add fonts, outline, metadata and output intent, in a fixed order."""
    _add_fonts(document)
    document.Outlines.prepare(document, canvas)
    catalog = document.Catalog
    if document.Outlines.ready < 0:
        catalog.Outlines = None
    else:
        catalog.PageMode = pdfdoc.PDFName("UseOutlines")
    packet = pdfdoc.PDFStream(content=xmp(facts), filters=[])
    packet.dictionary["Type"] = pdfdoc.PDFName("Metadata")
    packet.dictionary["Subtype"] = pdfdoc.PDFName("XML")
    catalog.Metadata = packet
    catalog.__NoDefault__ = [*catalog.__NoDefault__, "OutputIntents"]
    catalog.OutputIntents = pdfdoc.PDFArray([_output_intent(document)])
    catalog.ViewerPreferences = pdfdoc.PDFDictionary({"DisplayDocTitle": "true"})
    document.info = _information(facts)
    document.Reference(catalog)
    document.Reference(document.info)


def _add_fonts(document: Any) -> None:
    for font in document.delayedFonts:
        subsets = font.state[document].subsets
        font.addObjects(document)
        for number, subset in enumerate(subsets):
            name = b"".join((SUBSETN(number), b"+", font.face.name, font.face.subfontNameX))
            stream = document.idToObject[f"toUnicodeCMap:{name.decode('ascii')}"]
            stream.content = to_unicode(subset)


def _output_intent(document: Any) -> Any:
    profile = pdfdoc.PDFStream(content=srgb_profile(), filters=[pdfdoc.PDFZCompress])
    profile.dictionary["N"] = 3
    return pdfdoc.PDFDictionary(
        {
            "Type": pdfdoc.PDFName("OutputIntent"),
            "S": pdfdoc.PDFName("GTS_PDFA1"),
            "OutputConditionIdentifier": pdfdoc.PDFString("sRGB IEC61966-2.1"),
            "RegistryName": pdfdoc.PDFString("http://www.color.org"),
            "Info": pdfdoc.PDFString("sRGB IEC61966-2.1"),
            "DestOutputProfile": document.Reference(profile),
        }
    )


def _information(facts: FileFacts) -> Any:
    texts = {
        "Title": facts.title,
        "Author": facts.author,
        "Subject": facts.subject,
        "Keywords": facts.keywords,
        "Creator": facts.program,
        "Producer": PRODUCER,
        "CreationDate": pdf_date(facts.made_at),
        "ModDate": pdf_date(facts.made_at),
    }
    held = {name: pdfdoc.PDFString(_storable(text)) for name, text in texts.items()}
    return pdfdoc.PDFDictionary(held)


def _storable(text: str) -> str:
    return text.encode("utf-16-be", "replace").decode("utf-16-be")


# -- the bytes


def _write_objects(document: Any, facts: FileFacts, sink: _Sink) -> None:
    sink.put(_HEADER)
    offsets: list[int] = []
    while len(offsets) + 1 in document.numberToId:  # formatting may add objects
        number = len(offsets) + 1
        content = document.idToObject[document.numberToId[number]]
        offsets.append(sink.put(b"%d 0 obj\n" % number))
        if isinstance(content, JpegFile):
            _copy_photo(content, sink)
        else:
            sink.put(_formatted(content, document))
        sink.put(b"endobj\n")
    _write_end(document, facts, sink, offsets)


def _formatted(content: Any, document: Any) -> bytes:
    if isinstance(content, pdfdoc.PDFStream):
        return _formatted_stream(content, document)
    made: bytes = pdfdoc.format(content, document, toplevel=1)
    return made if made.endswith(b"\n") else made + b"\n"


def _formatted_stream(stream: Any, document: Any) -> bytes:
    """Write a stream with an end of line before `endstream` (ISO 19005-2, 6.1.7.1).

    The end of line is CR LF: after a body that itself ends with CR, a lone LF would leave open
    where the body ends.
    """
    content = stream.content
    body: bytes = content.encode("utf-8") if isinstance(content, str) else bytes(content)
    entries = pdfdoc.PDFDictionary(stream.dictionary.dict)
    if stream.filters:
        body = zlib.compress(body)
        entries["Filter"] = pdfdoc.PDFName("FlateDecode")
    entries["Length"] = len(body)
    head: bytes = pdfdoc.format(entries, document)
    return head + b"\nstream\n" + body + _STREAM_END


def _copy_photo(photo: JpegFile, sink: _Sink) -> None:
    sink.put(photo.head())
    start = sink.at
    try:
        with photo.path.open("rb") as file:
            while chunk := file.read(_CHUNK):
                sink.put(chunk)
    except FileNotFoundError:
        raise InspectorError(Problem.FILE_MISSING, file=photo.path) from None
    if sink.at - start != photo.size:
        raise InspectorError(Problem.FILE_MISSING, file=photo.path)
    sink.put(_STREAM_END)


def _write_end(document: Any, facts: FileFacts, sink: _Sink, offsets: list[int]) -> None:
    rows = b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    count = len(offsets) + 1
    start = sink.put(b"xref\n0 %d\n0000000000 65535 f \n" % count + rows)
    identity = facts.snapshot[:32].upper().encode("ascii")
    root = pdfdoc.format(document.Reference(document.Catalog), document)
    info = pdfdoc.format(document.Reference(document.info), document)
    sink.put(
        b"trailer\n<< /Size %d /Root %s /Info %s /ID [<%s> <%s>] >>\nstartxref\n%d\n%%%%EOF\n"
        % (count, root, info, identity, identity, start)
    )
