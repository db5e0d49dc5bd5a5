"""Photos are measured by their markers; what is no whole JPEG is refused."""

import contextlib
import struct

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from inspector.reports.layout.jpegs import NotAJpeg, read_jpeg
from tests.kit.sample_papers import draw_photo


def test_the_size_is_read_without_decoding(tmp_path):
    jpeg = read_jpeg(draw_photo(tmp_path / "a.jpg", 1, (640, 480)))
    assert (jpeg.width, jpeg.height, jpeg.components) == (640, 480, 3)
    assert jpeg.size == (tmp_path / "a.jpg").stat().st_size


def test_a_grey_photo_has_one_component(tmp_path):
    Image.new("L", (8, 8)).save(tmp_path / "g.jpg")
    assert b"DeviceGray" in read_jpeg(tmp_path / "g.jpg").head()


def test_a_four_colour_photo_is_refused(tmp_path):
    Image.new("CMYK", (8, 8)).save(tmp_path / "c.jpg")
    with pytest.raises(NotAJpeg):
        read_jpeg(tmp_path / "c.jpg")


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"text named .jpg",
        b"\xff\xd8",
        b"\xff\xd8\xff",
        b"\xff\xd8\xff\xe0\x00",
        b"\xff\xd8" + b"\xff\xe0\x00\x02" * 2000 + b"\xff\xd9",
        b"\xff\xd8\xff\xc0\x00\x0b\x08",
        b"\xff\xd8\xff\xc0" + struct.pack(">HBHHB", 11, 8, 0, 5, 3) + b"\xff\xd9",
        b"\xff\xd8\xff\xc0" + struct.pack(">HBHHB", 11, 12, 5, 5, 3) + b"\xff\xd9",
    ],
)
def test_what_is_not_a_jpeg_is_refused(tmp_path, content):
    (tmp_path / "x.jpg").write_bytes(content)
    with pytest.raises((NotAJpeg, OSError)):
        read_jpeg(tmp_path / "x.jpg")


def test_a_photo_cut_short_is_refused(tmp_path):
    whole = draw_photo(tmp_path / "a.jpg", 1).read_bytes()
    (tmp_path / "half.jpg").write_bytes(whole[: len(whole) // 2])
    with pytest.raises(NotAJpeg):
        read_jpeg(tmp_path / "half.jpg")


@given(content=st.binary(max_size=200))
def test_any_bytes_are_read_or_refused(tmp_path_factory, content):
    path = tmp_path_factory.mktemp("j") / "x.jpg"
    path.write_bytes(b"\xff\xd8" + content)
    with contextlib.suppress(NotAJpeg, OSError):
        assert read_jpeg(path).width > 0
