"""The sketch of annex D: distances hold, north is up, labels cover nothing."""

import pytest

from inspector.reports.layout.sketch import Spot, bar_metres, placed

WIDE, HIGH = 400.0, 250.0
SPOTS = (
    Spot("1", 30.0, 120.0),
    Spot("2", 30.001, 120.0),
    Spot("3", 30.0, 120.001),
)


def test_every_spot_lies_in_the_frame_and_one_scale_holds_both_ways():
    scale, (origin, north, east) = placed(SPOTS, WIDE, HIGH)
    for x, y in (origin, north, east):
        assert -1e-6 <= x <= WIDE + 1e-6
        assert -1e-6 <= y <= HIGH + 1e-6
    assert north[0] == pytest.approx(origin[0])
    assert east[1] == pytest.approx(origin[1])
    assert (north[1] - origin[1]) / scale == pytest.approx(111.32)
    assert (east[0] - origin[0]) / scale == pytest.approx(111.32 * 0.866, rel=1e-3)


def test_north_is_up_and_east_is_right():
    _scale, (origin, north, east) = placed(SPOTS, WIDE, HIGH)
    assert north[1] > origin[1]
    assert east[0] > origin[0]


@pytest.mark.parametrize("spots", [SPOTS[:1], (SPOTS[0], SPOTS[0])])
def test_spots_in_one_place_stand_in_the_middle(spots):
    _scale, points = placed(spots, WIDE, HIGH)
    assert points[0] == pytest.approx((WIDE / 2, HIGH / 2))


@pytest.mark.parametrize(
    ("longest", "metres"), [(0.2, 1), (1.9, 1), (2.0, 2), (7.5, 5), (99.9, 50), (230.0, 200)]
)
def test_the_bar_is_a_round_number_of_metres(longest, metres):
    assert bar_metres(longest) == metres
