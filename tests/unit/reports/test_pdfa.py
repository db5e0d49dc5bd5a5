"""The parts that make a PDF archival are spelled as the standard wants them."""

import io
from datetime import UTC, datetime
from xml.etree import ElementTree

from hypothesis import given
from hypothesis import strategies as st
from PIL import ImageCms

from inspector.reports.layout.pdfa import FileFacts, pdf_date, srgb_profile, to_unicode, xmp
from tests.kit.sample_papers import MADE_AT


def facts(**changes):
    fields = {
        "title": "报告",
        "author": "张㛃",
        "subject": "题",
        "keywords": "k",
        "program": "Inspector",
        "made_at": MADE_AT,
        "snapshot": "ab" * 32,
        "language": "zh-CN",
    }
    return FileFacts(**{**fields, **changes})


def test_a_character_beyond_the_basic_plane_is_two_units_of_utf16():
    assert "<01> <D872DF4E>" in to_unicode([0x20, 0x2CB4E])


def test_values_that_the_standard_forbids_are_left_out():
    assert "beginbfchar" not in to_unicode([0, 0xFEFF, 0xFFFE])


def test_blocks_hold_at_most_a_hundred_characters():
    text = to_unicode(list(range(0x4E00, 0x4E00 + 250)))
    sizes = [int(line.split()[0]) for line in text.splitlines() if line.endswith("beginbfchar")]
    assert sizes == [100, 100, 50]


@given(text=st.text())
def test_any_title_makes_well_formed_metadata(text):
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        return
    packet = xmp(facts(title=text, author=text)).decode("utf-8").lstrip("\ufeff")
    assert ElementTree.fromstring(packet) is not None


def test_a_date_carries_its_offset():
    assert pdf_date(MADE_AT) == "D:20261122164000+08'00'"
    assert pdf_date(datetime(2026, 1, 2, tzinfo=UTC)) == "D:20260102000000+00'00'"


def test_the_colour_profile_is_one_that_a_colour_engine_takes():
    profile = ImageCms.ImageCmsProfile(io.BytesIO(srgb_profile()))
    assert "sRGB" in ImageCms.getProfileDescription(profile)
    transform = ImageCms.buildTransform(profile, ImageCms.createProfile("sRGB"), "RGB", "RGB")
    from PIL import Image

    red = ImageCms.applyTransform(Image.new("RGB", (1, 1), (200, 100, 50)), transform)
    assert all(abs(a - b) <= 2 for a, b in zip(red.getpixel((0, 0)), (200, 100, 50), strict=True))
