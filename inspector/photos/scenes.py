"""Site pictures drawn for the sample community: seeded, phone-sized, with real EXIF.

They are drawings and say so in their file names and in the sample's own text; they carry EXIF
like a phone's so that everything behind the camera is exercised for real.
"""

import io
import struct
from collections.abc import Callable
from enum import StrEnum, auto

from PIL import Image, ImageOps

from inspector.photos.sample import grounds, walls
from inspector.photos.sample.exif import Shot, exif_block
from inspector.photos.sample.stage import Stage
from inspector.photos.sample.texture import Hand

PHONE_SIZE = (3264, 2448)
"""Eight megapixels."""

_THUMBNAIL = (512, 384)
_QUALITY = 80


class SceneKind(StrEnum):
    """What a drawn picture shows."""

    ROAD_SURFACE = auto()
    MANHOLE = auto()
    FIRE_LANE = auto()
    PARKING = auto()
    DRAIN = auto()
    TREE_PIT = auto()
    ROOF = auto()
    HYDRANT = auto()
    STAIRWELL = auto()
    RAMP = auto()
    WALL_PIPES = auto()
    STREET_LAMP = auto()
    EBIKE_SHED = auto()
    WASTE_STATION = auto()


_SCENES: dict[SceneKind, Callable[..., None]] = {
    SceneKind.ROAD_SURFACE: grounds.road_surface,
    SceneKind.MANHOLE: grounds.manhole,
    SceneKind.FIRE_LANE: grounds.fire_lane,
    SceneKind.PARKING: grounds.parking,
    SceneKind.DRAIN: grounds.drain,
    SceneKind.TREE_PIT: grounds.tree_pit,
    SceneKind.ROOF: grounds.roof,
    SceneKind.HYDRANT: walls.hydrant,
    SceneKind.STAIRWELL: walls.stairwell,
    SceneKind.RAMP: walls.ramp,
    SceneKind.WALL_PIPES: walls.wall_pipes,
    SceneKind.STREET_LAMP: walls.street_lamp,
    SceneKind.EBIKE_SHED: walls.ebike_shed,
    SceneKind.WASTE_STATION: walls.waste_station,
}


def draw_scene(
    kind: SceneKind,
    seed: int,
    *,
    shot: Shot,
    after: bool = False,
    thumbnail: bool = False,
    size: tuple[int, int] = PHONE_SIZE,
) -> bytes:
    """Draw a JPEG of a scene, before (with its defect) or after; equal seeds, equal bytes.

    The seed decides place and light, so that before and after of one seed show one place.
    """
    stage = Stage(Hand(f"{kind}-{seed}"))
    _SCENES[kind](stage, after=after)
    small = ImageOps.mirror(stage.light()) if seed % 2 else stage.light()
    large = small.resize(size, Image.Resampling.BILINEAR)
    block = exif_block(shot, size, _jpeg(small.resize(_THUMBNAIL), 70) if thumbnail else None)
    return _with_exif(_jpeg(large, _QUALITY), block)


def _jpeg(image: Image.Image, quality: int) -> bytes:
    target = io.BytesIO()
    image.save(target, "JPEG", quality=quality)
    return target.getvalue()


def _with_exif(jpeg: bytes, block: bytes) -> bytes:
    """Put the block into an APP1 segment right behind the start of the image."""
    segment = b"Exif\0\0" + block
    return jpeg[:2] + b"\xff\xe1" + struct.pack(">H", len(segment) + 2) + segment + jpeg[2:]
