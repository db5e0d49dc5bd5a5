"""Make the small pictures of a photo; runs in a worker process only.

Fixed parameters and no metadata, so that a cache that was deleted is made again to the same
bytes. Time goes into decoding, so a JPEG is decoded at the scale that its own transform offers
(libjpeg's 1/2, 1/4, 1/8) and never resampled from the full size.
"""

import errno
import io
import os
import warnings
from dataclasses import dataclass
from pathlib import Path

import pi_heif
from PIL import Image, ImageFile

from inspector.core.photos import upright
from inspector.photos import tiff
from inspector.photos.carve import Carved, carve
from inspector.photos.formats import (
    AVIF,
    BMFF_MIMES,
    HEAD_BYTES,
    JPEG,
    ImageFormat,
    format_of,
)
from inspector.photos.orders import Order, PreviewKind, Trouble

THUMBNAIL_PX = 256
_SCREEN_PX = 1600  # the least; a 12-MP photo gives 2016
_PRINT_PX = 1000
_PRINT_MOST_PX = 1200
_MOST_PIXELS = 220_000_000  # the 200-MP modes of phones, and no more
_SAME_SHAPE = 0.03
_QUALITY = 80
_WHITE = (255, 255, 255)

_TURNS = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}


def prepare() -> None:
    """Set the limits of this process, on purpose: Pillow's own refuse a phone's 200 MP."""
    Image.MAX_IMAGE_PIXELS = _MOST_PIXELS
    warnings.simplefilter("ignore")
    warnings.simplefilter("error", Image.DecompressionBombWarning)
    Image.init()


def fulfil(order: Order) -> Trouble | None:
    """Make the pictures of an order; what cannot be made is told, not raised."""
    try:
        return _fulfil_whole(order)
    except (Image.DecompressionBombError, Image.DecompressionBombWarning, MemoryError):
        return Trouble.TOO_LARGE
    except FileNotFoundError:
        return Trouble.MISSING
    except Exception as error:  # noqa: BLE001 - decoders raise anything on hostile bytes
        return _trouble_of(error)


def _trouble_of(error: Exception) -> Trouble:
    """Tell the disk's refusals, which carry a number, from the decoders', which carry none."""
    number = error.errno if isinstance(error, OSError) else None
    if number is None:
        return Trouble.UNDECODABLE
    full = number in {errno.ENOSPC, errno.EDQUOT}
    return Trouble.DISK_FULL if full else Trouble.NOT_WRITABLE


def _fulfil_whole(order: Order) -> Trouble | None:
    try:
        _make(order)
    except OSError as error:
        if error.errno is not None:
            raise
        ImageFile.LOAD_TRUNCATED_IMAGES = True
        try:
            _make(order)
        finally:
            ImageFile.LOAD_TRUNCATED_IMAGES = False
        return Trouble.CUT_SHORT
    return None


def _make(order: Order) -> None:
    with order.original.open("rb") as stream:
        kind = format_of(stream.read(HEAD_BYTES))
        carved = carve(stream, kind) if kind else Carved()
    if kind is None:
        raise ValueError(order.original)
    turn = upright(tiff.orientation_of(carved.block) if carved.block else None, kind.mime)
    source = _Source(order.original, kind, carved, turn)
    thumbnail_only = set(order.targets) == {PreviewKind.THUMBNAIL}
    if kind is JPEG and thumbnail_only:
        _save(_thumbnail(source), order.targets[PreviewKind.THUMBNAIL])
        return
    screen = _screen(source)
    for wanted, path in order.targets.items():
        if wanted is PreviewKind.THUMBNAIL and kind is JPEG:
            _save(_thumbnail(source), path)
        else:
            _save(_REDUCTIONS[wanted](screen), path)


@dataclass(frozen=True, slots=True)
class _Source:
    path: Path
    kind: ImageFormat
    carved: Carved
    turn: int


def _thumbnail(source: _Source) -> Image.Image:
    """Take the embedded thumbnail of a JPEG where it serves, else decode at 1/8."""
    embedded = _embedded(source.carved)
    if embedded is not None:
        return _turned(_fitted(embedded, THUMBNAIL_PX), source.turn)
    with Image.open(source.path) as image:
        return _turned(_fitted(_rgb(_at_scale(image, THUMBNAIL_PX)), THUMBNAIL_PX), source.turn)


def _embedded(carved: Carved) -> Image.Image | None:
    """Give the embedded thumbnail if it is large enough and shows the same cut-out."""
    data = tiff.thumbnail_of(carved.block) if carved.block else None
    if data is None or carved.size is None:
        return None
    try:
        with Image.open(io.BytesIO(data)) as image:
            width, height = image.size
            shape = carved.size[0] / carved.size[1]
            serves = max(width, height) >= THUMBNAIL_PX
            same = abs(width / height - shape) <= _SAME_SHAPE * shape
            return _rgb(_at_scale(image, THUMBNAIL_PX)) if serves and same else None
    except (OSError, SyntaxError, ValueError):
        return None


def _screen(source: _Source) -> Image.Image:
    if source.kind.mime in BMFF_MIMES and source.kind is not AVIF:
        image: Image.Image = pi_heif.open_heif(str(source.path)).to_pillow()
        return _reduced(_rgb(image), _SCREEN_PX)
    with Image.open(source.path) as image:
        turn = _avif_turn(image) if source.kind is AVIF else source.turn
        return _turned(_reduced(_rgb(_at_scale(image, _SCREEN_PX)), _SCREEN_PX), turn)


def _avif_turn(image: Image.Image) -> int:
    """Take the turn that Pillow made of the container's own rotation and mirroring."""
    return int(image.getexif().get(0x0112, 1))


def _at_scale(image: Image.Image, least: int) -> Image.Image:
    """Decode a JPEG at the smallest scale that still gives the wanted long side."""
    scale = next((s for s in (8, 4, 2) if max(image.size) // s >= least), 1)
    image.draft("RGB", (max(1, image.width // scale), 1))
    image.load()
    return image


def _rgb(image: Image.Image) -> Image.Image:
    """Bring any mode to RGB: transparent on white, 16 bits to 8."""
    if image.mode == "RGB":
        return image
    if image.mode.startswith("I"):
        return image.convert("I").point(lambda value: value * (1 / 256)).convert("L").convert("RGB")
    if image.mode in {"RGBA", "LA", "PA"} or "transparency" in image.info:
        above = image.convert("RGBA")
        below = Image.new("RGB", above.size, _WHITE)
        below.paste(above, mask=above.getchannel("A"))
        return below
    return image.convert("RGB")


def _reduced(image: Image.Image, least: int) -> Image.Image:
    factor = max(image.size) // least
    return image.reduce(factor) if factor > 1 else image


def _fitted(image: Image.Image, longest: int) -> Image.Image:
    small = _reduced(image, longest)
    if max(small.size) <= longest:
        return small
    ratio = longest / max(small.size)
    size = (max(1, round(small.width * ratio)), max(1, round(small.height * ratio)))
    return small.resize(size, Image.Resampling.HAMMING)


def _for_print(screen: Image.Image) -> Image.Image:
    small = _reduced(screen, _PRINT_PX)
    return small if max(small.size) <= _PRINT_MOST_PX else _fitted(small, _PRINT_PX)


_REDUCTIONS = {
    PreviewKind.THUMBNAIL: lambda screen: _fitted(screen, THUMBNAIL_PX),
    PreviewKind.SCREEN: lambda screen: screen,
    PreviewKind.PRINT: _for_print,
}


def _turned(image: Image.Image, turn: int) -> Image.Image:
    return image.transpose(_TURNS[turn]) if turn in _TURNS else image


def _save(image: Image.Image, path: Path) -> None:
    """Write beside, then rename; a cache needs no fsync, a half file must not be seen."""
    path.parent.mkdir(parents=True, exist_ok=True)
    waiting = path.with_name(f"{path.name}.{os.getpid()}.tmp")
    image.info.clear()
    image.save(waiting, "JPEG", quality=_QUALITY)
    waiting.replace(path)
