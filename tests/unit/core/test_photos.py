"""Doubts, distances and which way up."""

from datetime import UTC, datetime
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inspector.core.photos import (
    Doubt,
    Occasion,
    OffsetSource,
    PhotoFacts,
    PhotoNote,
    Position,
    distance_m,
    doubts,
    taken_at,
    upright,
    upright_size,
)


def make_position(latitude="36.0671230", longitude="120.3826440"):
    return Position(latitude=Decimal(latitude), longitude=Decimal(longitude))


def make_facts(**changes):
    told = {
        "position": make_position(),
        "position_reason": None,
        "taken_local": "2026-11-19T09:41:07.5",
        "utc_offset": "+08:00",
        "offset_source": OffsetSource.EXIF,
    }
    return PhotoFacts(**{**told, **changes})


VISIT = Occasion(
    visit_from_at=datetime(2026, 11, 19, 1, 0, tzinfo=UTC),
    visit_to_at=datetime(2026, 11, 19, 4, 0, tzinfo=UTC),
    site=make_position(),
)


def test_one_degree_of_latitude_is_111_195_metres():
    assert distance_m(make_position("36"), make_position("37")) == 111_195


def test_a_distance_across_the_date_line_is_short():
    assert distance_m(make_position("0", "179.9"), make_position("0", "-179.9")) == 22_239


latitudes = st.decimals(-90, 90, places=7)
longitudes = st.decimals(-180, 180, places=7)
positions = st.builds(Position, latitude=latitudes, longitude=longitudes)


@given(positions, positions)
def test_distance_is_the_same_both_ways_and_never_beyond_half_the_earth(here, there):
    assert distance_m(here, there) == distance_m(there, here)
    assert 0 <= distance_m(here, there) <= 20_015_116
    assert distance_m(here, here) == 0


@pytest.mark.parametrize("mime", ["image/jpeg", "image/png", "image/webp", "image/tiff"])
def test_exif_turns_formats_that_have_no_rotation_of_their_own(mime):
    assert upright(6, mime) == 6


@pytest.mark.parametrize("mime", ["image/heic", "image/heif", "image/avif", "image/jxl"])
def test_exif_never_turns_what_the_decoder_has_turned(mime):
    assert upright(6, mime) == 1


@pytest.mark.parametrize("orientation", [None, 0, 9, -1, 65535])
def test_an_impossible_orientation_is_upright(orientation):
    assert upright(orientation, "image/jpeg") == 1


def test_a_picture_on_its_side_swaps_width_and_height():
    facts = make_facts(width=4032, height=3024, orientation=6, mime="image/jpeg")
    assert upright_size(facts) == (3024, 4032)
    assert upright_size(make_facts(width=4032, height=3024, mime="image/jpeg")) == (4032, 3024)
    assert upright_size(make_facts()) is None


def test_a_wall_time_becomes_utc_by_its_offset():
    assert taken_at(make_facts()) == datetime(2026, 11, 19, 1, 41, 7, 500000, tzinfo=UTC)
    west = make_facts(utc_offset="-03:30")
    assert taken_at(west) == datetime(2026, 11, 19, 13, 11, 7, 500000, tzinfo=UTC)


def test_a_photo_of_the_visit_raises_no_doubt():
    assert doubts(make_facts(), VISIT) == ()


@pytest.mark.parametrize(
    ("changes", "doubt"),
    [
        ({"taken_local": "2026-11-19T08:59:59"}, Doubt.OUTSIDE_VISIT),
        ({"taken_local": "2026-11-19T12:00:01"}, Doubt.OUTSIDE_VISIT),
        ({"taken_local": None}, Doubt.NO_TIME),
        ({"position": None}, Doubt.NO_POSITION),
        ({"position": make_position("36.0721")}, Doubt.FAR_FROM_SITE),
        ({"notes": (PhotoNote.CELL_POSITION,)}, Doubt.CELL_POSITION),
    ],
)
def test_each_doubt_is_raised_by_its_own_fact(changes, doubt):
    assert doubts(make_facts(**changes), VISIT) == (doubt,)


def test_a_photo_used_elsewhere_says_so():
    assert doubts(make_facts(), Occasion(used_elsewhere=True)) == (Doubt.REUSED,)


def test_what_nobody_knows_raises_no_doubt():
    assert doubts(make_facts(), Occasion()) == ()
