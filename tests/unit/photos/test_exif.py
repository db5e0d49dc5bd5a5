"""What a photo says is read in a worker that a hostile file cannot take hostage."""

import io
import threading
import time
from decimal import Decimal

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from inspector.core.photos import OffsetSource, PhotoNote, PositionReason
from inspector.photos.carve import Carved, carve_bytes
from inspector.photos.exif import ExifReader, parse
from inspector.photos.formats import JPEG
from inspector.photos.sample.exif import RATIONAL, text, tiff_block
from inspector.photos.worker import Limits, Worker, WorkerLostError
from tests.kit.photo_files import (
    GOOD_GPS,
    angle,
    bomb,
    garbage_second_directory,
    gps_block,
    loop,
    make_block,
    make_jpeg,
)


@pytest.fixture(scope="module")
def reader():
    with ExifReader() as one:
        yield one


def facts_of_block(reader, block):
    return reader.facts_in(carve_bytes(make_jpeg(block)), JPEG)


def test_everything_that_a_phone_says_is_read(reader):
    facts = facts_of_block(reader, make_block())
    assert facts.position is not None
    assert (facts.position.latitude, facts.position.longitude) == (
        Decimal("36.0671230"),
        Decimal("120.3826440"),
    )
    assert facts.altitude_m == Decimal("12.4")
    assert (facts.direction_deg, facts.direction_ref) == (Decimal("215.3"), "M")
    assert facts.accuracy_m == Decimal("4.8")
    assert facts.taken_local == "2026-11-19T09:41:07.123"
    assert (facts.utc_offset, facts.offset_source) == ("+08:00", OffsetSource.EXIF)
    assert (facts.make, facts.model) == ("HUAWEI", "ALN-AL80")
    assert (facts.width, facts.height, facts.mime) == (64, 48, "image/jpeg")
    assert facts.notes == ()


def test_a_position_south_and_west_is_read(reader):
    facts = facts_of_block(
        reader, make_block(latitude=Decimal("-33.8567844"), longitude=Decimal("-70.5"))
    )
    assert facts.position is not None
    assert facts.position.latitude == Decimal("-33.8567844")
    assert facts.position.longitude == Decimal("-70.5")


@pytest.mark.parametrize(
    ("place", "reason"),
    [
        ({}, PositionReason.ABSENT),
        ({**GOOD_GPS, 2: angle((0, 0), (0, 0), (0, 0))}, PositionReason.GPS_UNDEFINED),
        (
            {**GOOD_GPS, 2: angle((0, 1), (0, 1), (0, 1)), 4: angle((0, 1), (0, 1), (0, 1))},
            PositionReason.ZERO_ZERO,
        ),
        ({2: GOOD_GPS[2], 4: GOOD_GPS[4]}, PositionReason.NO_HEMISPHERE),
        ({1: GOOD_GPS[1], 2: GOOD_GPS[2]}, PositionReason.INCOMPLETE),
        ({**GOOD_GPS, 2: angle((4294967295, 1), (0, 1), (0, 1))}, PositionReason.OUT_OF_RANGE),
    ],
)
def test_a_place_that_is_none_says_why(reader, place, reason):
    facts = facts_of_block(reader, gps_block(place))
    assert (facts.position, facts.position_reason) == (None, reason)
    assert facts.model == "TEST"


def test_lower_case_letters_of_the_hemisphere_are_read(reader):
    facts = facts_of_block(reader, gps_block({**GOOD_GPS, 1: text("n"), 3: text("e")}))
    assert facts.position is not None


def test_a_gps_clock_that_is_a_day_off_is_no_offset(reader):
    late = {**GOOD_GPS, 7: angle((1, 1), (41, 1), (7, 1)), 29: text("2026:11:18")}
    details = {0x9003: text("2026:11:19 09:41:07")}
    facts = facts_of_block(reader, gps_block(late, details))
    assert (facts.utc_offset, facts.offset_source) == ("+08:00", OffsetSource.ASSUMED)
    right = {**late, 29: text("2026:11:19")}
    facts = facts_of_block(reader, gps_block(right, details))
    assert (facts.utc_offset, facts.offset_source) == ("+08:00", OffsetSource.GPS)


def test_a_maker_in_gbk_is_read(reader):
    block = tiff_block({0x010F: text("华为".encode("gbk")), 0x0110: text("畅享".encode())})
    facts = facts_of_block(reader, block)
    assert (facts.make, facts.model) == ("华为", "畅享")


def test_an_old_camera_s_broken_link_costs_nothing(reader):
    facts = facts_of_block(reader, garbage_second_directory())
    assert facts.position is not None
    assert not facts.unreadable


def test_a_loop_is_read_once(reader):
    facts = facts_of_block(reader, loop())
    assert facts.orientation == 1


def test_a_bomb_is_kept_out_and_noted(reader):
    facts = facts_of_block(reader, bomb())
    assert facts.unreadable
    assert facts.notes == (PhotoNote.EXIF_UNREADABLE,)
    assert facts.position_reason is PositionReason.ABSENT


def test_a_bomb_that_came_through_is_ended_by_the_deadline():
    with ExifReader(Limits(deadline_s=0.2, memory_bytes=1 << 30)) as reader:
        facts = reader.facts_in(Carved(block=bomb(), size=(64, 48)), JPEG)
        assert facts.notes == (PhotoNote.EXIF_UNREADABLE,)
        after = reader.facts_in(Carved(block=make_block(), size=(64, 48)), JPEG)
        assert after.position is not None


def test_a_picture_without_a_frame_is_noted_as_damaged(reader):
    facts = reader.facts_in(carve_bytes(make_jpeg(make_block())[:400]), JPEG)
    assert PhotoNote.IMAGE_DAMAGED in facts.notes


@settings(max_examples=120, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.tuples(st.integers(0, 10_000), st.integers(0, 255)), max_size=12))
def test_mutated_blocks_never_give_a_position_out_of_bounds(changes):
    block = bytearray(make_block())
    for at, byte in changes:
        block[at % len(block)] = byte
    with ExifReader() as reader:
        reader.read = in_process
        facts = reader.facts_in(carve_bytes(make_jpeg(bytes(block))), JPEG)
    if facts.position is not None:
        assert abs(facts.position.latitude) <= 90
        assert (facts.position.latitude, facts.position.longitude) != (0, 0)


def in_process(block):
    """Stand in for the worker: what it answers with `None`, an exception, is one here too."""
    try:
        return parse(block)
    except Exception:  # noqa: BLE001 - as the worker does
        return None


def slow_echo(request):
    time.sleep(request)
    return request


def die(_request):
    import os

    os._exit(3)


def hungry(size):
    return len(bytearray(size))


LIMITS = Limits(deadline_s=0.3, memory_bytes=1 << 30)


def test_a_worker_that_is_too_slow_is_ended_and_the_next_question_answered():
    with Worker(slow_echo, LIMITS) as worker:
        with pytest.raises(WorkerLostError, match="deadline"):
            worker.ask(60)
        assert worker.ask(0) == 0


def test_a_worker_that_dies_is_replaced():
    with Worker(die, LIMITS) as worker:
        for _try in range(2):
            with pytest.raises(WorkerLostError, match="died"):
                worker.ask(1)


def fail_to_start():
    raise ImportError


def test_a_worker_that_cannot_start_is_our_fault_and_not_a_photo_s(capfd):
    worker = Worker(slow_echo, LIMITS, prepare=fail_to_start)
    with worker, pytest.raises(RuntimeError, match="slow_echo"):
        worker.ask(0)
    assert "ImportError" in capfd.readouterr().err


def test_a_worker_cannot_take_all_memory():
    pytest.importorskip("resource", reason="only POSIX limits the memory of a process")
    with Worker(hungry, Limits(deadline_s=20, memory_bytes=1 << 29)) as worker:
        with pytest.raises(WorkerLostError, match="MemoryError"):
            worker.ask(1 << 30)
        assert worker.ask(10) == 10


def test_a_closed_worker_refuses_and_leaves_no_process():
    import multiprocessing

    worker = Worker(slow_echo, LIMITS)
    assert worker.ask(0) == 0
    assert len(multiprocessing.active_children()) >= 1
    before = {child.pid for child in multiprocessing.active_children()}
    worker.close()
    assert len({child.pid for child in multiprocessing.active_children()}) == len(before) - 1
    with pytest.raises(WorkerLostError, match="closed"):
        worker.ask(0)


def test_facts_of_a_file_are_read_by_its_path(reader, tmp_path):
    path = tmp_path / "㛃𠮷䶮𬭎 “楼”.heic"
    path.write_bytes(make_jpeg(make_block()))
    assert reader.facts(path).mime == "image/jpeg"
    path.write_text("no photo")
    assert reader.facts(path).mime == ""


def test_ratios_are_the_type_that_degrees_have():
    assert GOOD_GPS[2][0] == RATIONAL
    assert parse(gps_block(GOOD_GPS)).latitude == ((36, 1), (4, 1), (41, 25))
    assert isinstance(io.BytesIO(b""), io.BytesIO)


def test_closing_while_the_worker_starts_ends_in_order():
    """Closing once killed a process that had not begun yet and left the threads behind."""
    for pause_s in (0.0, 0.002, 0.01, 0.03):
        worker = Worker(slow_echo, Limits(deadline_s=5.0, memory_bytes=1 << 30))
        outcome: list[object] = []

        def ask(worker: Worker = worker, outcome: list[object] = outcome) -> None:
            try:
                outcome.append(worker.ask(0))
            except WorkerLostError as error:
                outcome.append(error)

        asking = threading.Thread(target=ask)
        asking.start()
        threading.Event().wait(pause_s)
        worker.close()
        asking.join(20)
        assert not asking.is_alive()
        assert len(outcome) == 1
