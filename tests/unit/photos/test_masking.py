"""Pictures for publication: nothing of what a box hides, nothing but pixels, upright."""

import io
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from inspector.core.masks import Box
from inspector.photos.exif import ExifReader
from inspector.photos.intake import take_in
from inspector.photos.masking import BLOCK, masked_jpeg
from inspector.photos.orders import PreviewKind
from inspector.photos.previews import PreviewMaker
from inspector.photos.sample.exif import SHORT, tiff_block
from tests.kit.leaks import shows
from tests.kit.photo_files import PREFIX, encoded, segment

MAGENTA, GREEN = (255, 0, 255), (60, 160, 60)
HEIC = sorted((Path(__file__).parents[3] / "resources" / "sample").glob("*.heic"))
TURNS = {
    1: None,
    3: Image.Transpose.ROTATE_180,
    6: Image.Transpose.ROTATE_270,
    8: Image.Transpose.ROTATE_90,
}
"""How an upright picture lies in a file of this EXIF orientation: turned back."""
BACK = {3: Image.Transpose.ROTATE_180, 6: Image.Transpose.ROTATE_90, 8: Image.Transpose.ROTATE_270}


@pytest.fixture(scope="module")
def published(tmp_path_factory):
    """Take a photo in, and give its picture for publication."""
    folder = tmp_path_factory.mktemp("masking")
    reader = ExifReader()
    with PreviewMaker(folder, workers=1) as maker:

        def publish(source, *boxes):
            taken = take_in(source, folder, reader)
            return masked_jpeg(maker.preview(taken.sha256, PreviewKind.SCREEN), boxes)[0]

        first = folder / "first.jpg"
        first.write_bytes(encoded(Image.new("RGB", (64, 48)), "JPEG"))
        publish(first)  # threads start here, not in the first test
        yield publish
    reader.close()


def upright(size=(2400, 3200)):
    """Give an upright picture with a face at the upper left."""
    picture = Image.new("RGB", size, GREEN)
    picture.paste(MAGENTA, (240, 320, 720, 960))
    return picture


FACE = Box(1000, 1000, 3000, 3000)


@pytest.mark.parametrize("orientation", TURNS)
def test_a_box_hides_what_a_person_saw_upright(published, tmp_path, orientation):
    picture = upright()
    if orientation in BACK:
        picture = picture.transpose(BACK[orientation])
    jpeg = encoded(picture, "JPEG", quality=90)
    block = segment(0xE1, PREFIX + tiff_block({0x0112: (SHORT, [orientation])}))
    source = tmp_path / "turned.jpg"
    source.write_bytes(jpeg[:2] + block + jpeg[2:])
    with Image.open(io.BytesIO(published(source))) as bare:
        assert bare.height > bare.width
        assert shows(bare.convert("RGB"), MAGENTA)
    with Image.open(io.BytesIO(published(source, FACE))) as hidden:
        assert not shows(hidden.convert("RGB"), MAGENTA)
        assert shows(hidden.convert("RGB"), GREEN)


@pytest.mark.parametrize("source", HEIC, ids=lambda path: path.stem)
def test_a_heic_becomes_a_bare_jpeg(published, source):
    content = published(source, FACE)
    with Image.open(io.BytesIO(content)) as picture:
        assert picture.format == "JPEG"
        assert set(picture.info) <= {"jfif", "jfif_version", "jfif_unit", "jfif_density"}
        assert not picture.getexif()
    assert b"Exif" not in content
    assert b"http://" not in content


def preview(folder, size):
    path = folder / f"{size[0]}x{size[1]}.jpg"
    if not path.exists():
        noise = Image.effect_noise(size, 90).convert("RGB")
        noise.save(path, "JPEG", quality=80, comment=b"COMMENT", exif=b"Exif\0\0II*\0")
    return path


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    return tmp_path_factory.mktemp("previews")


@given(
    left=st.integers(0, 9_000),
    top=st.integers(0, 9_000),
    wide=st.integers(20, 9_000),
    high=st.integers(20, 9_000),
    size=st.sampled_from([(640, 480), (333, 517), (16, 16), (17, 9)]),
)
@settings(max_examples=60)
def test_pixels_under_a_box_do_not_touch_the_picture(folder, left, top, wide, high, size):
    """Two originals that differ only under the box give one picture: nothing of it is left."""
    box = Box(left, top, min(left + wide, 10_000), min(top + high, 10_000))
    path = preview(folder, size)
    other = folder / "other.png"
    with Image.open(path) as image:
        changed = image.convert("RGB")
    one = folder / "one.png"
    changed.save(one)
    changed.paste(MAGENTA, box.pixels(*size, BLOCK))
    changed.save(other)
    assert masked_jpeg(one, [box])[0] == masked_jpeg(other, [box])[0]
    assert b"COMMENT" not in masked_jpeg(path, [])[0]
