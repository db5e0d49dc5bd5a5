"""93 photos of real cameras and phones, against the values that ExifTool reads.

The files are read from a folder beside the project, where it is there.
"""

import json
import time
from decimal import Decimal
from pathlib import Path

import pytest

from inspector.photos.exif import ExifReader

FOLDER = Path(__file__).parents[3] / ".." / "shared" / "testdata" / "photos"

pytestmark = pytest.mark.skipif(
    not (FOLDER / "expected.json").is_file(),
    reason="the folder with real photos (../shared/testdata/photos) is not here",
)

GENEROUS_S = 5.0


@pytest.fixture(scope="module")
def expected():
    return json.loads((FOLDER / "expected.json").read_text(encoding="utf-8"))["files"]


@pytest.fixture(scope="module")
def read(expected):
    """Read all files once: facts and seconds for each."""
    found = {}
    with ExifReader() as reader:
        for name in expected:
            start = time.perf_counter()
            facts = reader.facts(FOLDER / name)
            found[name] = (facts, time.perf_counter() - start)
    return found


def same_number(said, wanted):
    return said is not None and abs(Decimal(str(wanted)) - said) <= Decimal("0.0000001")


def same_time(said, wanted):
    return (said or "")[:19] == wanted.replace(":", "-", 2).replace(" ", "T")


CHECKS = {
    "dto": lambda facts, wanted: same_time(facts.taken_local, wanted),
    "subsec": lambda facts, wanted: (
        facts.taken_local is None or facts.taken_local[20:] == str(wanted).strip()[:6]
    ),
    "offset_dto": lambda facts, wanted: (facts.utc_offset, facts.offset_source) == (wanted, "exif"),
    "orient": lambda facts, wanted: facts.orientation == wanted,
    "make": lambda facts, wanted: facts.make == str(wanted).strip(),
    "model": lambda facts, wanted: facts.model == str(wanted).strip(),
    "alt": lambda facts, wanted: same_number(facts.altitude_m, wanted),
    "imgdir": lambda facts, wanted: same_number(facts.direction_deg, wanted),
    "imgdirref": lambda facts, wanted: facts.direction_ref == wanted,
    "hpe": lambda facts, wanted: same_number(facts.accuracy_m, wanted),
    "datum": lambda facts, wanted: facts.datum == wanted,
}


def test_no_value_that_exiftool_reads_is_missed(read, expected, record_property):
    wrong, total = [], 0
    for name, entry in expected.items():
        for field, wanted in entry["expected"].items():
            if field in CHECKS:
                total += 1
                if not CHECKS[field](read[name][0], wanted):
                    wrong.append((name, field, wanted))
    record_property("values", total)
    assert total > 250
    assert len(wrong) <= total * 0.005, wrong


def test_every_position_and_every_reason_is_right(read, expected):
    for name, entry in expected.items():
        facts = read[name][0]
        place = facts.position
        said = [float(place.latitude), float(place.longitude)] if place else None
        assert said == entry["position_after_rules"], name
        assert str(facts.position_reason or "ok") == entry["position_reason"], name


def test_no_file_keeps_the_reader_busy(read):
    assert {name: seconds for name, (_facts, seconds) in read.items() if seconds > GENEROUS_S} == {}
