"""Photos made for tests: right ones, and each fault that real files and hostile ones have."""

import io
import struct
import zlib
from datetime import datetime
from decimal import Decimal

from PIL import Image

from inspector.photos.sample.exif import (
    BYTE,
    LONG,
    RATIONAL,
    SHORT,
    Directory,
    Shot,
    exif_block,
    text,
    tiff_block,
)

SITE = (Decimal("36.0671230"), Decimal("120.3826440"))
PREFIX = b"Exif\0\0"


def make_shot(**changes):
    facts = {
        "taken_local": datetime.fromisoformat("2026-11-19T09:41:07.123"),
        "latitude": SITE[0],
        "longitude": SITE[1],
        "direction_deg": Decimal("215.3"),
    }
    return Shot(**{**facts, **changes})


def make_block(size=(64, 48), thumbnail=None, **changes) -> bytes:
    return exif_block(make_shot(**changes), size, thumbnail)


def gps_block(place: Directory, details: Directory | None = None) -> bytes:
    """Give a block whose GPS directory is exactly this."""
    return tiff_block({0x0110: text("TEST")}, details, place)


def angle(*parts):
    return RATIONAL, list(parts)


GOOD_GPS: Directory = {
    1: text("N"),
    2: angle((36, 1), (4, 1), (164, 100)),
    3: text("E"),
    4: angle((120, 1), (22, 1), (5752, 100)),
}


def make_image(size=(64, 48), mode="RGB"):
    image = Image.new(mode, size)
    if mode == "RGB":
        image.paste((200, 40, 40), (0, 0, size[0] // 2, size[1] // 2))
    return image


def encoded(image, kind, **options) -> bytes:
    target = io.BytesIO()
    image.save(target, kind, **options)
    return target.getvalue()


def segment(marker: int, data: bytes) -> bytes:
    return bytes((0xFF, marker)) + struct.pack(">H", len(data) + 2) + data


def make_jpeg(block=None, *, before=b"", size=(64, 48), mode="RGB") -> bytes:
    """Give a JPEG whose EXIF stands behind whatever is put before it."""
    jpeg = encoded(make_image(size, mode), "JPEG", quality=80)
    exif = segment(0xE1, PREFIX + block) if block is not None else b""
    return jpeg[:2] + before + exif + jpeg[2:]


def make_png(*chunks: tuple[bytes, bytes], size=(64, 48)) -> bytes:
    png = encoded(make_image(size), "PNG")
    return png[:33] + b"".join(chunk(*pair) for pair in chunks) + png[33:]


def chunk(name: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))


def raw_profile(block: bytes) -> bytes:
    """Give the text that ImageMagick keeps EXIF in."""
    data = PREFIX + block
    lines = data.hex()
    broken = "\n".join(lines[at : at + 72] for at in range(0, len(lines), 72))
    return f"\nexif\n{len(data):8d}\n{broken}\n".encode()


def make_webp(block: bytes, *, prefix=b"", odd=False, size=(64, 48)) -> bytes:
    plain = encoded(make_image(size), "WEBP", quality=60)
    body = plain[12:]
    if odd:
        body = b"JUNK" + struct.pack("<I", 3) + b"abc\0" + body
    vp8x = struct.pack("<I", 8) + _short3(size[0] - 1) + _short3(size[1] - 1)
    data = prefix + block
    chunks = b"VP8X" + struct.pack("<I", 10) + vp8x + body
    chunks += b"EXIF" + struct.pack("<I", len(data)) + data + b"\0" * (len(data) & 1)
    return b"RIFF" + struct.pack("<I", len(chunks) + 4) + b"WEBP" + chunks


def _short3(value: int) -> bytes:
    return struct.pack("<I", value)[:3]


def box(name: bytes, body: bytes) -> bytes:
    return struct.pack(">I", len(body) + 8) + name + body


def make_heif(block, *, brand=b"heic", minor=0, header=b"\0\0\0\0", in_idat=False, irot=None):
    """Give a HEIF whose EXIF can be found and whose picture cannot be decoded."""
    item = header + block
    infe = box(b"infe", b"\2\0\0\0" + struct.pack(">HH", 1, 0) + b"hvc1\0")
    infe += box(b"infe", b"\2\0\0\0" + struct.pack(">HH", 2, 0) + b"Exif\0")
    iinf = box(b"iinf", b"\0\0\0\0" + struct.pack(">H", 2) + infe)
    pitm = box(b"pitm", b"\0\0\0\0" + struct.pack(">H", 1))
    props = box(b"ispe", b"\0\0\0\0" + struct.pack(">II", 4032, 3024))
    owned = [1]
    if irot is not None:
        props += box(b"irot", bytes([irot]))
        owned.append(2)
    ipma = box(b"ipma", b"\0\0\0\0" + struct.pack(">IHB", 1, 1, len(owned)) + bytes(owned))
    iprp = box(b"iprp", box(b"ipco", props) + ipma)
    ftyp = box(b"ftyp", brand + struct.pack(">I", minor) + b"mif1" + brand)
    idat = box(b"idat", item) if in_idat else b""

    def meta(offset: int) -> bytes:
        method = struct.pack(">H", 1 if in_idat else 0)
        entry = struct.pack(">H", 2) + method + struct.pack(">HHII", 0, 1, offset, len(item))
        iloc = box(b"iloc", b"\1\0\0\0" + b"\x44\x00" + struct.pack(">H", 1) + entry)
        return box(b"meta", b"\0\0\0\0" + pitm + iinf + iloc + iprp + idat)

    start = 0 if in_idat else len(ftyp) + len(meta(0)) + 8
    return ftyp + meta(start) + (b"" if in_idat else box(b"mdat", item))


def bomb() -> bytes:
    """Give 60 KB on which exifread alone works for half a minute: many directories, all full."""
    entries = 500
    table = struct.pack("<H", entries)
    for number in range(entries):
        table += struct.pack("<HHII", 0x9C9B + number, BYTE, 999, 0)
    table += struct.pack("<I", 0)
    chain = b""
    at = 8
    for _directory in range(9):
        body = table[:-4] + struct.pack("<I", at + len(table))
        chain += body
        at += len(table)
    return b"II*\0" + struct.pack("<I", 8) + chain + table


def loop() -> bytes:
    """Give a block whose EXIF and GPS directories are the first one again, and so is the next."""
    main = struct.pack("<H", 3)
    main += struct.pack("<HHII", 0x0112, SHORT, 1, 1)
    main += struct.pack("<HHII", 0x8769, LONG, 1, 8) + struct.pack("<HHII", 0x8825, LONG, 1, 8)
    return b"II*\0" + struct.pack("<I", 8) + main + struct.pack("<I", 8)


def garbage_second_directory() -> bytes:
    """Give a good block that links to a second directory outside of it, as old cameras do."""
    block = bytearray(make_block())
    count = struct.unpack_from("<H", block, 8)[0]
    struct.pack_into("<I", block, 10 + 12 * count, len(block) + 5000)
    return bytes(block)


def wide_flat_jpeg(size=(16384, 12288)) -> bytes:
    """Give a 200-megapixel JPEG that is cheap to make: one grey, no colour."""
    return encoded(Image.new("L", size, 120), "JPEG", quality=30)
