"""Search all bytes of a bundle as somebody would who wants to know: unpacked, inflated, decoded.

Every file is searched as it lies there, and so is what is inside: members of ZIPs (docx and xlsx
are some), streams of PDFs, the text that pages show, pictures inside of anything.
"""

import base64
import io
import re
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path

import pypdfium2
from PIL import Image

_STREAM = re.compile(rb"stream\r?\n")
_JPEG = b"\xff\xd8\xff"


def layers(path: Path) -> Iterator[tuple[str, bytes]]:
    """Yield the bytes of a file or folder, and of everything that is packed in them, by name."""
    if path.is_dir():
        for inner in sorted(path.rglob("*")):
            if inner.is_file():
                yield f"name of {inner.name}", inner.name.encode()
                yield from _inside(inner.name, inner.read_bytes())
        return
    yield from _inside(path.name, path.read_bytes())


def _inside(name: str, content: bytes) -> Iterator[tuple[str, bytes]]:
    yield name, content
    if content.startswith(b"PK"):
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            for member in archive.infolist():
                told = f"{name}/{member.filename}"
                yield f"name of {told}", member.filename.encode()
                yield f"fields of {told}", member.comment + member.extra
                yield from _inside(told, archive.read(member))
    if content.startswith(b"%PDF"):
        yield from _pdf(name, content)


def _pdf(name: str, content: bytes) -> Iterator[tuple[str, bytes]]:
    for number, start in enumerate(_STREAM.finditer(content)):
        try:
            yield f"{name}/stream {number}", zlib.decompressobj().decompress(content[start.end() :])
        except zlib.error:
            continue
    document = pypdfium2.PdfDocument(content)
    try:
        for number in range(len(document)):
            text = document[number].get_textpage().get_text_range()
            yield f"{name}/page {number + 1}", "".join(text.split()).encode()
        told = document.get_metadata_dict()
        yield f"{name}/properties", repr(told).encode()
    finally:
        document.close()


def forms(value: str | bytes) -> set[bytes]:
    """Give how a value may be spelled in a file."""
    if isinstance(value, bytes):
        plain = {value}
    else:
        joined = "".join(value.split())
        plain = {
            told.encode(code)
            for told in (value, joined)
            for code in ("utf-8", "utf-16-le", "utf-16-be", "gb18030")
        }
        plain.add(value.encode("unicode_escape"))
        plain.add("".join(f"&#{ord(char)};" for char in value).encode())
    spelled = set(plain)
    for one in plain:
        spelled |= {one.hex().encode(), one.hex().upper().encode()}
        spelled |= {_base64(one, before) for before in range(3)}
    return spelled


def _base64(content: bytes, before: int) -> bytes:
    """Give the characters that a content surely has in base64 where so many bytes stand before."""
    whole = base64.b64encode(b"\0" * before + content)
    first = -(-before * 8 // 6)
    last = (before + len(content)) * 8 // 6
    return whole[first:last]


def leaks(path: Path, canaries: dict[str, str | bytes]) -> dict[str, str]:
    """Give the canaries that are found, each with one place where it is."""
    spelled = {name: forms(value) for name, value in canaries.items()}
    found: dict[str, str] = {}
    for place, content in layers(path):
        for name, wanted in spelled.items():
            if name not in found and any(one in content for one in wanted):
                found[name] = place
    return found


def pictures(path: Path) -> Iterator[tuple[str, Image.Image]]:
    """Yield every JPEG that lies anywhere: also thumbnails in metadata, and pictures in PDFs."""
    for place, content in layers(path):
        if place.endswith(".zip"):
            continue
        at = content.find(_JPEG)
        while at >= 0:
            try:
                with Image.open(io.BytesIO(content[at:])) as image:
                    yield f"{place} at {at}", image.convert("RGB")
            except OSError:
                pass
            at = content.find(_JPEG, at + 1)


def shows(image: Image.Image, colour: tuple[int, int, int], near: int = 60) -> bool:
    """Tell whether a picture has pixels near a colour."""
    small = image.quantize(64).convert("RGB") if image.width * image.height > 1 << 22 else image
    colours = small.getcolors(1 << 24) or []
    return any(
        all(abs(one - other) <= near for one, other in zip(told, colour, strict=True))
        for _count, told in colours
    )
