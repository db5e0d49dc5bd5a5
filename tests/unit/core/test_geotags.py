"""From raw numbers to a position and a time: never a false one."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inspector.core.geotags import RawExif, facts_of, offset_for, position_of, text_of, wall_time_of
from inspector.core.photos import OffsetSource, PhotoNote, Position, PositionReason

NORTH = ((36, 1), (4, 1), (164, 100))
EAST = ((120, 1), (22, 1), (5752, 100))


def make_raw(**changes):
    told = {"latitude": NORTH, "latitude_ref": "N", "longitude": EAST, "longitude_ref": "E"}
    return RawExif(**{**told, **changes})


def test_degrees_minutes_and_seconds_add_up():
    place = position_of(make_raw())
    assert isinstance(place, Position)
    assert (place.latitude, place.longitude) == (Decimal("36.0671222"), Decimal("120.3826444"))
    assert place.datum == "WGS-84 (assumed)"


def test_south_and_west_are_negative_also_in_lower_case_and_as_bytes():
    place = position_of(make_raw(latitude_ref="s", longitude_ref=b"w\0"))
    assert isinstance(place, Position)
    assert (place.latitude, place.longitude) == (Decimal("-36.0671222"), Decimal("-120.3826444"))


def test_undefined_seconds_count_as_none():
    place = position_of(make_raw(latitude=((36, 1), (4, 1), (0, 0))))
    assert isinstance(place, Position)
    assert place.latitude == Decimal("36.0666667")


ZERO = ((0, 1), (0, 1), (0, 1))
NOTHING = ((0, 0), (0, 0), (0, 0))


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({"latitude": (), "longitude": ()}, PositionReason.ABSENT),
        ({"longitude": ()}, PositionReason.INCOMPLETE),
        ({"latitude": ()}, PositionReason.INCOMPLETE),
        ({"latitude": ((36, 1), (4, 1))}, PositionReason.INCOMPLETE),
        ({"latitude": NOTHING, "longitude": NOTHING}, PositionReason.GPS_UNDEFINED),
        ({"latitude": ((0, 0), (4, 1), (1, 1))}, PositionReason.GPS_UNDEFINED),
        ({"latitude": ((36, 1), (0, 0), (1, 1))}, PositionReason.GPS_UNDEFINED),
        ({"latitude": ((36, 1), (4, 1), (7, 0))}, PositionReason.GPS_UNDEFINED),
        ({"latitude": ZERO, "longitude": ZERO}, PositionReason.ZERO_ZERO),
        ({"latitude": ((91, 1), (0, 1), (0, 1))}, PositionReason.OUT_OF_RANGE),
        ({"latitude": ((90, 1), (0, 1), (1, 1))}, PositionReason.OUT_OF_RANGE),
        ({"longitude": ((181, 1), (0, 1), (0, 1))}, PositionReason.OUT_OF_RANGE),
        ({"latitude": ((36, 1), (61, 1), (0, 1))}, PositionReason.OUT_OF_RANGE),
        ({"latitude": ((-36, 1), (4, 1), (0, 1))}, PositionReason.OUT_OF_RANGE),
        ({"latitude": ((4294967295, 1), (0, 1), (0, 1))}, PositionReason.OUT_OF_RANGE),
        ({"latitude_ref": ""}, PositionReason.NO_HEMISPHERE),
        ({"longitude_ref": "N"}, PositionReason.NO_HEMISPHERE),
        ({"latitude_ref": "NS"}, PositionReason.NO_HEMISPHERE),
    ],
)
def test_a_position_that_cannot_be_trusted_is_none_with_its_reason(changes, reason):
    assert position_of(make_raw(**changes)) is reason
    facts = facts_of(make_raw(**changes))
    assert (facts.position, facts.position_reason) == (None, reason)


ratios = st.tuples(st.integers(-(2**31), 2**32 - 1), st.integers(-(2**31), 2**32 - 1))
angles = st.lists(ratios, max_size=5).map(tuple)
scraps = st.one_of(st.text(max_size=30), st.binary(max_size=30))


@given(
    st.builds(
        RawExif,
        latitude=angles,
        latitude_ref=st.one_of(st.sampled_from("NSns"), scraps),
        longitude=angles,
        longitude_ref=st.one_of(st.sampled_from("EWew"), scraps),
        altitude=st.one_of(st.none(), ratios),
        altitude_ref=st.integers(),
        direction=st.one_of(st.none(), ratios),
        direction_ref=scraps,
        error=st.one_of(st.none(), ratios),
        datum=scraps,
        method=scraps,
        gps_date=st.one_of(scraps, st.just("2026:11:19")),
        gps_time=angles,
        taken=st.one_of(scraps, st.just("2026:11:19 09:41:07")),
        fraction=scraps,
        offset=scraps,
        make=scraps,
        model=scraps,
        software=scraps,
        orientation=st.one_of(st.none(), st.integers()),
    )
)
def test_whatever_stands_in_a_file_gives_facts_within_their_bounds(raw):
    facts = facts_of(raw)
    assert (facts.position is None) is (facts.position_reason is not None)
    if facts.position is not None:
        assert abs(facts.position.latitude) <= 90
        assert abs(facts.position.longitude) <= 180
        assert (facts.position.latitude, facts.position.longitude) != (0, 0)
        assert len(raw.latitude) == len(raw.longitude) == 3
    assert facts.orientation in {None, 1, 2, 3, 4, 5, 6, 7, 8}
    assert facts.direction_deg is None or 0 <= facts.direction_deg <= 360
    assert (facts.taken_local is None) is (facts.utc_offset is None)


whole = st.integers(0, 59)


@given(st.integers(0, 89), whole, st.integers(0, 599_999), st.integers(0, 179), whole)
def test_a_sound_angle_is_read_to_a_ten_millionth(degrees, minutes, seconds, east, east_minutes):
    raw = make_raw(
        latitude=((degrees, 1), (minutes, 1), (seconds, 10_000)),
        longitude=((east, 1), (east_minutes, 1), (1, 1)),
    )
    place = position_of(raw)
    assert isinstance(place, Position)
    exact = Decimal(degrees) + Decimal(minutes) / 60 + Decimal(seconds) / 36_000_000
    assert abs(place.latitude - exact) <= Decimal("0.00000005")


@pytest.mark.parametrize(
    ("taken", "fraction", "wall"),
    [
        ("2026:11:19 09:41:07", "", "2026-11-19T09:41:07"),
        ("2026:11:19 09:41:07", "123", "2026-11-19T09:41:07.123"),
        ("2026:11:19 09:41:07", "780685", "2026-11-19T09:41:07.780685"),
        ("2026-11-19T09:41:07", "x", "2026-11-19T09:41:07"),
        (b"2026:11:19 09:41:07\0", b"9 ", "2026-11-19T09:41:07.9"),
        ("0000:00:00 00:00:00", "", None),
        ("0001:01:01 00:00:00", "", None),
        ("    :  :     :  :  ", "", None),
        ("2026:13:19 09:41:07", "", None),
        ("2026:02:29 09:41:07", "", None),
        ("2026:11:19 24:00:00", "", None),
        ("", "", None),
    ],
)
def test_a_time_is_kept_as_read_or_is_none(taken, fraction, wall):
    assert wall_time_of(taken, fraction) == wall


def clock(hours, minutes, seconds):
    return ((hours, 1), (minutes, 1), (seconds, 1))


@pytest.mark.parametrize(
    ("changes", "offset", "source"),
    [
        ({"offset": "+08:00"}, "+08:00", OffsetSource.EXIF),
        ({"offset": "-03:30"}, "-03:30", OffsetSource.EXIF),
        ({"offset": "Z"}, "+00:00", OffsetSource.EXIF),
        ({"offset": "+15:00"}, "+08:00", OffsetSource.ASSUMED),
        ({"offset": "   :  "}, "+08:00", OffsetSource.ASSUMED),
        ({}, "+08:00", OffsetSource.ASSUMED),
        ({"gps_date": "2026:11:18", "gps_time": clock(16, 30, 4)}, "+08:00", OffsetSource.GPS),
        ({"gps_date": "2026:11:18", "gps_time": clock(18, 45, 0)}, "+05:45", OffsetSource.GPS),
        ({"gps_date": "2026:11:18", "gps_time": clock(16, 22, 0)}, "+08:00", OffsetSource.ASSUMED),
        ({"gps_date": "2026:11:17", "gps_time": clock(16, 30, 0)}, "+08:00", OffsetSource.ASSUMED),
        ({"gps_date": "2026:11:18", "gps_time": ((0, 0),) * 3}, "+08:00", OffsetSource.ASSUMED),
        ({"gps_date": "1999:99:99", "gps_time": clock(1, 1, 1)}, "+08:00", OffsetSource.ASSUMED),
        ({"gps_date": "2026:11:18", "gps_time": clock(99, 1, 1)}, "+08:00", OffsetSource.ASSUMED),
    ],
)
def test_the_offset_says_where_it_came_from(changes, offset, source):
    raw = RawExif(**changes)
    assert offset_for("2026-11-19T00:30:00", raw) == (offset, source)


def test_without_a_time_there_is_no_offset():
    assert offset_for(None, RawExif(offset="+08:00")) == (None, None)


@pytest.mark.parametrize(
    ("raw", "read"),
    [
        ("华为", "华为"),
        ("华为".encode("gbk"), "华为"),
        ("小米\0rubbish", "小米"),
        (b"HUAWEI  \0\xff", "HUAWEI"),
        ("a\x07b\u202ec", "abc"),
        ("㛃𠮷䶮𬭎", "㛃𠮷䶮𬭎"),
        (b"\x80\xff", "\xff"),
    ],
)
def test_a_maker_s_name_is_read_whatever_its_encoding(raw, read):
    assert text_of(raw) == read


def test_a_position_from_a_radio_cell_is_noted():
    facts = facts_of(make_raw(method=b"ASCII\0\0\0CELLID"))
    assert facts.processing_method == "CELLID"
    assert facts.notes == (PhotoNote.CELL_POSITION,)


@pytest.mark.parametrize(
    ("ref", "altitude"), [(0, "12.4"), (1, "-12.4"), (3, "-12.4"), (9, "12.4")]
)
def test_below_the_sea_is_negative(ref, altitude):
    assert facts_of(make_raw(altitude=(124, 10), altitude_ref=ref)).altitude_m == Decimal(altitude)


def test_values_without_a_denominator_are_absent():
    facts = facts_of(make_raw(altitude=(1, 0), direction=(0, 0), error=(0, 0), direction_ref="T"))
    assert (facts.altitude_m, facts.direction_deg, facts.accuracy_m) == (None, None, None)
    assert facts.direction_ref is None
