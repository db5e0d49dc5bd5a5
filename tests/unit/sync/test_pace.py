"""Steps of taking in are short on a slow computer as well."""

import pytest

from inspector.sync.pace import LEAST_OPS, STEP_OPS, STEP_S, Pace


@pytest.mark.parametrize(
    ("ops", "seconds", "following"),
    [
        (250, STEP_S, 250),
        (250, STEP_S / 2, 250),
        (250, 5 * STEP_S, 50),
        (250, 1000 * STEP_S, LEAST_OPS),
        (250, 0.0, 250),
    ],
)
def test_a_step_that_took_too_long_is_followed_by_shorter_ones(ops, seconds, following):
    pace = Pace()
    pace.took(ops, seconds)
    assert pace.ops == following


def test_when_it_goes_well_again_steps_grow_back():
    pace = Pace()
    pace.took(STEP_OPS, 10 * STEP_S)
    grown = []
    while pace.ops < STEP_OPS:
        pace.took(pace.ops, STEP_S / 100)
        grown.append(pace.ops)
    assert grown == [50, 100, 200, 250]


def test_a_quick_rest_of_a_segment_does_not_make_steps_short():
    pace = Pace()
    pace.took(1, STEP_S / 10)
    assert pace.ops == STEP_OPS
