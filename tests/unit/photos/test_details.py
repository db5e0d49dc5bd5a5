"""The values that only an archive asks for are read where they stand, and nowhere else."""

import random

import pytest
from PIL import Image

from inspector.photos.details import CameraDetails, camera_details, details_in
from tests.kit.photo_files import make_block, make_jpeg


@pytest.fixture
def full():
    exif = Image.Exif()
    exif[0x013B] = "王工".encode()
    inner = exif.get_ifd(0x8769)
    inner[0x9004] = "2026:05:11 09:41:07"
    inner[0xA217] = 2
    inner[0xA431] = "SN-0099"
    gps = exif.get_ifd(0x8825)
    gps[0x0000] = b"\2\3\0\0"
    gps[0x0007] = (1.0, 41.0, 7.0)
    gps[0x001D] = "2026:05:11"
    return exif.tobytes()[6:]


def test_each_value_is_read(full):
    assert details_in(full) == CameraDetails(
        artist="王工",
        digitized="2026:05:11 09:41:07",
        serial="SN-0099",
        sensing=2,
        gps_version="2.3.0.0",
        gps_utc="2026-05-11T01:41:07Z",
    )


def test_a_file_without_them_says_nothing(tmp_path):
    file = tmp_path / "a.jpg"
    file.write_bytes(make_jpeg(make_block()))
    found = camera_details(file)
    assert (found.serial, found.sensing, found.artist) == ("", None, "")
    file.write_bytes(make_jpeg())
    assert camera_details(file) == CameraDetails()
    file.write_bytes(b"no photo")
    assert camera_details(file) == CameraDetails()
    assert camera_details(tmp_path / "none.jpg") == CameraDetails()


def test_a_broken_block_ends_quietly_within_its_bounds(full, tmp_path):
    chance = random.Random(7)  # noqa: S311 - reproducible
    file = tmp_path / "x.jpg"
    for _round in range(400):
        harmed = bytearray(full)
        for _hit in range(chance.randint(1, 12)):
            harmed[chance.randrange(8, len(harmed))] = chance.randrange(256)
        file.write_bytes(make_jpeg(bytes(harmed[: chance.randint(20, len(harmed))])))
        found = camera_details(file)
        assert all(len(text) <= 200 for text in (found.artist, found.serial, found.digitized))
