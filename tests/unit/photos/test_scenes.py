"""The drawn scenes: seeded, phone-sized, with EXIF like a phone's."""

import hashlib
import io
from decimal import Decimal

import pytest
from PIL import Image, ImageStat

from inspector.core.geotags import facts_of
from inspector.core.photos import OffsetSource
from inspector.photos import tiff
from inspector.photos.carve import carve_bytes
from inspector.photos.exif import parse
from inspector.photos.scenes import PHONE_SIZE, SceneKind, draw_scene
from tests.kit.photo_files import make_shot

SMALL = (408, 306)


def draw(kind=SceneKind.DRAIN, seed=1, **changes):
    return draw_scene(kind, seed, **{"shot": make_shot(), "size": SMALL, **changes})


@pytest.mark.parametrize("kind", SceneKind)
def test_a_scene_differs_before_and_after_and_is_no_flat_colour(kind):
    before, after = draw(kind), draw(kind, after=True)
    assert before != after
    for data in (before, after):
        with Image.open(io.BytesIO(data)) as image:
            assert image.size == SMALL
            assert min(ImageStat.Stat(image).stddev) > 10


def test_equal_seeds_give_equal_bytes_and_others_do_not():
    digests = {hashlib.sha256(draw(seed=seed)).hexdigest() for seed in (1, 1, 2, 3)}
    assert len(digests) == 3


def test_a_photo_has_eight_megapixels_and_says_where_and_when():
    data = draw(size=PHONE_SIZE)
    found = carve_bytes(data)
    assert found.size == (3264, 2448)
    facts = facts_of(parse(found.block))
    assert facts.position is not None
    assert facts.position.latitude == Decimal("36.0671230")
    assert facts.taken_local == "2026-11-19T09:41:07.123"
    assert facts.offset_source is OffsetSource.EXIF
    assert tiff.thumbnail_of(found.block) is None


def test_a_camera_without_offset_is_taken_to_stand_in_china():
    data = draw(shot=make_shot(utc_offset=None))
    assert facts_of(parse(carve_bytes(data).block)).offset_source is OffsetSource.ASSUMED


def test_the_embedded_thumbnail_shows_the_same_picture():
    data = draw(thumbnail=True)
    with Image.open(io.BytesIO(tiff.thumbnail_of(carve_bytes(data).block))) as small:
        assert small.size == (512, 384)
        with Image.open(io.BytesIO(data)) as large:
            apart = zip(ImageStat.Stat(small).mean, ImageStat.Stat(large).mean, strict=True)
            assert all(abs(one - other) < 4 for one, other in apart)
