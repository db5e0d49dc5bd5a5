"""Which kind of image a file is, told by its first bytes and never by its name."""

from dataclasses import dataclass

HEAD_BYTES = 64
"""How much of a file `format_of` wants to see."""

_MOST_BRANDS = 10
_HEIC_BRANDS = frozenset({b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx", b"hevm", b"hevs"})
_HEIF_BRANDS = frozenset({b"mif1", b"mif2", b"msf1", b"miaf", b"MiHE", b"MiHB"})
_AVIF_BRANDS = frozenset({b"avif", b"avis"})


@dataclass(frozen=True, slots=True)
class ImageFormat:
    """A kind of image: its media type and the ending of its file in the workspace."""

    mime: str
    ending: str


JPEG = ImageFormat("image/jpeg", "jpg")
PNG = ImageFormat("image/png", "png")
WEBP = ImageFormat("image/webp", "webp")
TIFF = ImageFormat("image/tiff", "tif")
HEIC = ImageFormat("image/heic", "heic")
HEIF = ImageFormat("image/heif", "heif")
AVIF = ImageFormat("image/avif", "avif")
JXL = ImageFormat("image/jxl", "jxl")

FORMATS = (JPEG, PNG, WEBP, TIFF, HEIC, HEIF, AVIF, JXL)
BMFF_MIMES = frozenset({HEIC.mime, HEIF.mime, AVIF.mime})

_JXL_BOX = b"\0\0\0\x0cJXL \r\n\x87\n"
_SIGNATURES = (
    (b"\xff\xd8\xff", JPEG),
    (b"\x89PNG\r\n\x1a\n", PNG),
    (b"II*\0", TIFF),
    (b"MM\0*", TIFF),
    (_JXL_BOX, JXL),
)


def format_of(head: bytes) -> ImageFormat | None:
    """Tell the format from a file's first bytes; None means that it is no photo."""
    for signature, kind in _SIGNATURES:
        if head.startswith(signature):
            return kind
    if head[:4] == b"RIFF" and head[8:12] == b"WEBP":
        return WEBP
    return _by_brand(head) if head[4:8] == b"ftyp" else None


def _by_brand(head: bytes) -> ImageFormat | None:
    """Look at the brands of an ISO base media file (ISO/IEC 23008-12, clause 10)."""
    major, length = head[8:12], int.from_bytes(head[:4], "big")
    last = min(length, len(head), 16 + 4 * _MOST_BRANDS)
    brands = {major, *(head[at : at + 4] for at in range(16, last, 4))}
    if major in _AVIF_BRANDS:
        return AVIF
    if brands & _HEIC_BRANDS:
        return HEIC
    if brands & _AVIF_BRANDS:
        return AVIF
    return HEIF if brands & _HEIF_BRANDS else None


def ending_of(mime: str) -> str:
    """Give the file ending that belongs to a media type."""
    return next((kind.ending for kind in FORMATS if kind.mime == mime), "bin")
