"""The EXIF block is found in every container, and what is unsafe is refused."""

import io
import zlib

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from inspector.photos import tiff
from inspector.photos.carve import carve, carve_bytes
from inspector.photos.formats import FORMATS, format_of
from tests.kit.photo_files import (
    bomb,
    box,
    chunk,
    encoded,
    garbage_second_directory,
    loop,
    make_block,
    make_heif,
    make_image,
    make_jpeg,
    make_png,
    make_webp,
    raw_profile,
    segment,
)

BLOCK = make_block()
PREFIXED = b"Exif\0\0" + BLOCK
ODD_BLOCK = BLOCK + b"\0" if len(BLOCK) % 2 == 0 else BLOCK
THREE_FAR = segment(0xE6, b"MMIMETA" + b"x" * 60_000) * 2 + segment(0xE6, b"x" * 23_000)

CONTAINERS = {
    "plain JPEG": make_jpeg(BLOCK),
    "JPEG of a MediaTek phone, EXIF behind 143 KB": make_jpeg(BLOCK, before=THREE_FAR),
    "JPEG with a long colour profile first": make_jpeg(BLOCK, before=segment(0xE2, b"i" * 65_000)),
    "JPEG with XMP first": make_jpeg(
        BLOCK, before=segment(0xE1, b"http://ns.adobe.com/xap/1.0/\0" + b"x" * 5000)
    ),
    "JPEG with a comment first": make_jpeg(BLOCK, before=segment(0xFE, b"c" * 5000)),
    "JPEG with fill bytes": make_jpeg(BLOCK, before=b"\xff" * 5000),
    "JPEG with garbage between": make_jpeg(BLOCK, before=segment(0xFE, b"c") + bytes(40)),
    "PNG with eXIf": make_png((b"eXIf", BLOCK)),
    "PNG with prefixed eXIf": make_png((b"eXIf", PREFIXED)),
    "PNG of ImageMagick, compressed": make_png(
        (b"zTXt", b"Raw profile type exif\0\0" + zlib.compress(raw_profile(BLOCK)))
    ),
    "PNG of ImageMagick, plain": make_png(
        (b"tEXt", b"Raw profile type APP1\0" + raw_profile(BLOCK))
    ),
    "PNG with a broken chunk type": make_png((b"\xff\xfe\x80\x81", b"abc"), (b"eXIf", BLOCK)),
    "WebP after its specification": make_webp(BLOCK),
    "WebP with a prefix": make_webp(BLOCK, prefix=b"Exif\0\0"),
    "WebP with odd chunks": make_webp(ODD_BLOCK, odd=True),
    "HEIC": make_heif(PREFIXED, header=b"\0\0\0\6"),
    "HEIC without prefix, as libheif writes": make_heif(BLOCK),
    "HEIC of 10 bits": make_heif(PREFIXED, brand=b"heix", header=b"\0\0\0\6"),
    "HIF of a camera": make_heif(PREFIXED, brand=b"MiHE", header=b"\0\0\0\6"),
    "HEIC with a minor version": make_heif(PREFIXED, minor=7, header=b"\0\0\0\6"),
    "HEIC with EXIF in idat": make_heif(BLOCK, in_idat=True),
    "HEIC with a wrong header offset": make_heif(PREFIXED, header=b"\0\0\x99\0"),
    "AVIF": make_heif(BLOCK, brand=b"avif"),
    "JPEG XL": b"\0\0\0\x0cJXL \r\n\x87\n" + box(b"Exif", b"\0\0\0\0" + BLOCK),
}


@pytest.mark.parametrize("name", CONTAINERS)
def test_the_block_is_found_in(name):
    found = carve_bytes(CONTAINERS[name])
    assert found.block is not None
    assert found.block.startswith(BLOCK[:8])
    assert len(found.block) >= len(BLOCK)
    assert not found.refused


@pytest.mark.parametrize("name", [name for name in CONTAINERS if "HEIC" not in name])
def test_the_size_is_told_without_decoding(name):
    expected = {"JPEG XL": None, "AVIF": (4032, 3024), "HIF of a camera": (4032, 3024)}
    assert carve_bytes(CONTAINERS[name]).size == expected.get(name, (64, 48))


@pytest.mark.parametrize(
    ("irot", "size"), [(None, (4032, 3024)), (2, (4032, 3024)), (3, (3024, 4032))]
)
def test_the_size_of_a_heic_is_that_after_its_own_rotation(irot, size):
    assert carve_bytes(make_heif(BLOCK, irot=irot)).size == size


def test_a_tiff_is_its_own_block():
    data = encoded(make_image(), "TIFF")
    found = carve_bytes(data)
    assert found.size == (64, 48)
    assert found.block is not None


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "TIFF", "AVIF"])
def test_formats_are_told_by_their_bytes(kind):
    found = format_of(encoded(make_image(), kind)[:64])
    assert found is not None
    assert found.mime == f"image/{kind.lower()}"


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"\xff\xd8",
        "现场照片说明".encode(),
        b"GIF89a" + bytes(20),
        b"RIFF\0\0\0\0WAVEfmt ",
        b"\0\0\0\x18ftypmp42\0\0\0\0isommp42",
        b"%PDF-1.7",
        b"<html>",
    ],
)
def test_what_is_no_photo_has_no_format(data):
    assert format_of(data) is None


def test_a_bomb_of_sixty_kilobytes_is_refused_before_it_is_parsed():
    data = bomb()
    assert 50_000 < len(data) < 64_000
    found = carve_bytes(make_jpeg(data))
    assert found.block is None
    assert found.refused


def test_a_loop_of_directories_is_cut():
    block = tiff.checked_block(loop())
    assert block is not None
    assert tiff.orientation_of(block) == 1


def test_a_second_directory_outside_of_the_block_is_cut_off():
    block = tiff.checked_block(garbage_second_directory())
    assert block is not None
    assert tiff.thumbnail_of(block) is None


def test_a_chain_of_directories_ends_with_the_second():
    thumbnail = encoded(make_image((16, 12)), "JPEG")
    block = tiff.checked_block(make_block(thumbnail=thumbnail))
    assert block is not None
    assert tiff.thumbnail_of(block) == thumbnail


def test_a_block_larger_than_any_honest_one_is_left_alone():
    huge = b"RIFF\0\0\0\0WEBPEXIF\xff\xff\xff\xff" + BLOCK
    assert carve_bytes(huge).block is None


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.data())
def test_mutated_files_never_raise(data):
    name = data.draw(st.sampled_from(sorted(CONTAINERS)))
    body = bytearray(CONTAINERS[name])
    for _change in range(data.draw(st.integers(1, 8))):
        body[data.draw(st.integers(0, len(body) - 1))] = data.draw(st.integers(0, 255))
    cut = data.draw(st.integers(0, len(body)))
    carve_bytes(bytes(body))
    carve_bytes(bytes(body[:cut]))


@settings(deadline=None)
@given(st.binary(max_size=600))
@example(b"")
def test_any_bytes_behind_any_signature_never_raise(tail):
    for kind in FORMATS:
        carve(io.BytesIO(b"0123456789ab" + tail), kind)
    for start in (b"II*\0", b"MM\0*"):
        tiff.checked_block(start + tail)
        tiff.thumbnail_of(start + tail)
        tiff.size_of_tiff(start + tail)


def test_a_chunk_s_name_does_not_matter_to_its_length():
    assert chunk(b"eXIf", b"ab")[:4] == b"\0\0\0\2"
