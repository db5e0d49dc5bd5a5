"""Pictures for publication: boxes filled with one colour, encoded anew from pixels alone."""

import io
from collections.abc import Iterable
from pathlib import Path

from PIL import Image

from inspector.core.masks import Box

BLOCK = 16
"""The widest block of a JPEG: 8 samples, twice that where colour is kept at half the scale."""
_FILL = (96, 96, 96)
_QUALITY = 85


def masked_jpeg(preview: Path, boxes: Iterable[Box]) -> tuple[bytes, tuple[int, int]]:
    """Give a JPEG of a screen preview without what lies under the boxes, and its size.

    The preview is upright and was made by us; its pixels are copied into a new picture, so that
    nothing but pixels can come along: no metadata, thumbnail, profile, comment or second image.
    """
    with Image.open(preview) as opened:
        opened.load()
        picture = Image.new("RGB", opened.size)
        picture.paste(opened.convert("RGB"))
    for box in boxes:
        picture.paste(_FILL, box.pixels(*picture.size, BLOCK))
    out = io.BytesIO()
    picture.save(out, "JPEG", quality=_QUALITY)
    return out.getvalue(), picture.size
