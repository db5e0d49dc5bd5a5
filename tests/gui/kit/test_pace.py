"""The pace of long work tells when it ends."""

from inspector.ui.kit.pace import Pace


class Clock:
    def __init__(self):
        self.at = 100.0

    def __call__(self):
        return self.at


def test_it_tells_nothing_at_first_then_the_rest_at_the_pace_so_far():
    clock = Clock()
    pace = Pace(clock)
    assert pace.left(0, 100) is None
    clock.at += 2
    assert pace.left(20, 100) is None
    clock.at += 2
    assert pace.left(40, 100) == 6
    assert pace.left(100, 100) is None


def test_a_new_stretch_is_judged_by_itself():
    clock = Clock()
    pace = Pace(clock)
    pace.left(0, 10)
    clock.at += 60
    assert pace.left(9, 10) == 7
    assert pace.left(0, 1000) is None
    clock.at += 5
    assert pace.left(500, 1000) == 5


def test_work_that_goes_on_counts_what_was_done_before_as_no_speed():
    clock = Clock()
    pace = Pace(clock)
    assert pace.left(900, 1000) is None
    clock.at += 10
    assert pace.left(950, 1000) == 10
