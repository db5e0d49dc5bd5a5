"""A day in the office: twenty laptops, 73 communities, 100,000 answers, sticks in any order."""

import logging
import multiprocessing
from concurrent.futures import ProcessPoolExecutor
from functools import partial

import pytest

from tests.kit.district import Round, found_district, settle_all, spend_day, take_all, take_one

_log = logging.getLogger(__name__)

LAPTOPS, COMMUNITIES = 20, 73
ANSWERS = 100_000
AT_ODDS = (0, 7, 13)
"""Laptops whose first answer the next laptop contradicts."""


@pytest.fixture
def hands():
    """Give two processes: what laptops and offices do, they do each for itself."""
    fresh = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(2, mp_context=fresh) as pool:
        yield pool


def rounds(communities):
    """Deal the communities out, and let three pairs of people contradict each other."""
    spots = [spot for community in communities for spot in community]
    quota, share = ANSWERS // LAPTOPS, len(spots) // LAPTOPS
    shares = [spots[at : at + quota] for at in range(0, LAPTOPS * share, share)]
    assert share >= quota
    against = {(one + 1) % LAPTOPS: shares[one][0] for one in AT_ODDS}
    return [
        Round(
            name=str(number),
            passing=tuple(share[: quota - (number in against)]),
            failing=(against[number],) if number in against else (),
        )
        for number, share in enumerate(shares)
    ]


def test_the_office_ends_equal_in_whatever_order_the_sticks_come(tmp_path, hands):
    base, ref, communities = found_district(tmp_path / "base", COMMUNITIES)
    days = rounds(communities)
    work = partial(spend_day, base)
    folders = [tmp_path / f"laptop-{day.name}" for day in days]
    sticks = list(hands.map(work, folders, [ref] * LAPTOPS, days))

    offices = [tmp_path / name for name in ("east", "west")]
    take = partial(take_all, base)
    east, west = hands.map(take, offices, [sticks, sticks[::-1]], [1, 2])

    wanted = tuple(sorted(days[one].passing[0].answer_id for one in AT_ODDS))
    for evening in (east, west):
        assert evening.answers == ANSWERS - len(AT_ODDS)
        assert evening.merged >= ANSWERS
        assert evening.conflicts == wanted
        told = "taken in: %.0f s, of them busy %.0f s; peak %.0f MB"
        _log.info(told, evening.seconds, evening.busy, evening.peak_mb)
    assert east.content == west.content

    stick, settled = hands.submit(settle_all, offices[0]).result()
    told = hands.submit(take_one, offices[1], stick).result()
    assert settled.conflicts == told.conflicts == ()
    assert settled.content == told.content != east.content
