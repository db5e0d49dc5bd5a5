"""Photos and previews that the benchmarks are made of."""

import io
import random
from datetime import datetime
from decimal import Decimal
from pathlib import Path

from PIL import Image

from inspector.photos.sample.exif import Shot
from inspector.photos.scenes import SceneKind, draw_scene

TWELVE_MEGAPIXELS = (4000, 3000)


def draw_photos(folder: Path, count: int, *, distinct: int = 6) -> list[Path]:
    """Write 12-MP JPEGs without embedded thumbnails; each file's bytes differ."""
    folder.mkdir(parents=True, exist_ok=True)
    kinds = list(SceneKind)
    drawn = [
        draw_scene(kinds[i % len(kinds)], i, shot=_shot(i), size=TWELVE_MEGAPIXELS)
        for i in range(distinct)
    ]
    paths = []
    for number in range(count):
        path = folder / f"IMG_{number:04d}.jpg"
        path.write_bytes(_marked(drawn[number % distinct], number))
        paths.append(path)
    return paths


def draw_previews(folder: Path, count: int) -> list[Path]:
    """Write ready print previews of 1000 px, about 290 kB each, as photos of a site give."""
    folder.mkdir(parents=True, exist_ok=True)
    paths = []
    noise = random.Random(7)  # noqa: S311 - pictures, not secrets
    base = [_grain(noise) for _i in range(8)]
    for number in range(count):
        path = folder / f"{number:04d}.jpg"
        path.write_bytes(_marked(base[number % len(base)], number))
        paths.append(path)
    return paths


def _marked(jpeg: bytes, number: int) -> bytes:
    """Give each file a comment of its own, so that no two have the same bytes."""
    comment = number.to_bytes(8)
    return jpeg[:2] + b"\xff\xfe" + (len(comment) + 2).to_bytes(2) + comment + jpeg[2:]


def _grain(noise: random.Random) -> bytes:
    small = Image.frombytes("RGB", (500, 375), noise.randbytes(500 * 375 * 3))
    picture = small.resize((1000, 750), Image.Resampling.BILINEAR)
    stream = io.BytesIO()
    picture.save(stream, "JPEG", quality=80)
    return stream.getvalue()


def _shot(number: int) -> Shot:
    return Shot(
        taken_local=datetime(2026, 11, 20, 9, number % 60),  # noqa: DTZ001 - wall time
        latitude=Decimal("30.27415"),
        longitude=Decimal("120.20201"),
    )
