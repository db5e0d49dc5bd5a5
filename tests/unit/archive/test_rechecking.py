"""A shelf looked through again: what changed since is named; a second copy mends what broke."""

import csv
import hashlib
import shutil
import zipfile
from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inspector.archive.record import RecordError, read_record, record_bytes
from inspector.archive.zipbag import seal
from inspector.core.checkvalues import grouped
from inspector.core.errors import Cancelled, InspectorError, Problem
from inspector.core.progress import Unwatched
from inspector.core.rechecks import RECORD_NAME, BundleState, Recheck
from inspector.operations.rechecking import (
    look_at_shelf,
    recheck_shelf,
    repair_bundle,
    write_shelf_report,
)
from tests.kit.builders import StoppedClock
from tests.kit.bundles import MADE_AT, make_plan
from tests.kit.commands import command

PHOTO = "data/电子档案/照片/LJ-0003 100％.jpg"
TEXT = st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=12)


def sealed(folder, name="一.zip", sizes=(0, 1, 700)):
    folder.mkdir(exist_ok=True)
    source = folder.parent / f"src {sizes}"
    plan = make_plan(source, sizes, root=f"LJ-{len(sizes)}")
    return seal(plan, folder / name, Unwatched())


def unpacked(path, into):
    with zipfile.ZipFile(path) as archive:
        archive.extractall(into)
    return next(into.iterdir())


def flip(path, at=None):
    content = bytearray(path.read_bytes())
    content[len(content) // 2 if at is None else at] ^= 1
    path.write_bytes(content)


def flip_member(path, name):
    with zipfile.ZipFile(path) as archive:
        info = next(one for one in archive.infolist() if one.filename.endswith(name))
        content = archive.read(info)
    flip(path, path.read_bytes().index(content, info.header_offset))


@pytest.fixture
def shelf(tmp_path):
    folder = tmp_path / "shelf"
    sealed(folder)
    (folder / "2026").mkdir()
    unpacked(sealed(tmp_path / "other", sizes=(5, 9)).path, folder / "2026" / "二")
    return folder


@pytest.fixture
def clock():
    return StoppedClock()


def states(report):
    return {row.place: row.state for row in report.rows}


def test_a_shelf_is_checked_and_remembered(shelf, clock):
    report = recheck_shelf(shelf, clock)
    assert report.is_well
    assert states(report) == {
        "一.zip": BundleState.SOUND,
        "2026/二/LJ-2": BundleState.SOUND,
    }
    clock.at += timedelta(days=365)
    again = recheck_shelf(shelf, clock)
    assert states(again) == states(report)
    with (shelf / RECORD_NAME).open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    assert [row["结果"] for row in rows] == ["完好"] * 4
    assert len({row["检查时间"] for row in rows}) == 2
    assert rows[0]["完好文件"] == str(again.rows[0].ok)


def test_damage_and_loss_and_exchange_are_told_apart(shelf, clock, tmp_path):
    recheck_shelf(shelf, clock)
    flip_member(shelf / "一.zip", "LJ-0003 100％.jpg")
    shutil.rmtree(shelf / "2026")
    sealed(shelf, "三.zip", (3, 3, 3, 3))
    report = recheck_shelf(shelf, clock)
    assert not report.is_well
    assert states(report) == {
        "一.zip": BundleState.DAMAGED,
        "三.zip": BundleState.SOUND,
        "2026/二/LJ-2": BundleState.MISSING,
    }
    damaged = next(row for row in report.rows if row.place == "一.zip")
    assert (damaged.damaged, damaged.missing) == (1, 0)
    assert "LJ-0003" in damaged.remark
    (shelf / "一.zip").unlink()
    sealed(shelf, "一.zip")
    assert states(recheck_shelf(shelf, clock))["一.zip"] is BundleState.SOUND
    (shelf / "一.zip").unlink()
    shutil.copy(shelf / "三.zip", shelf / "一.zip")
    assert states(recheck_shelf(shelf, clock))["一.zip"] is BundleState.REPLACED


def test_a_bundle_packed_anew_is_well(shelf, clock):
    with zipfile.ZipFile(shelf / "一.zip") as archive:
        files = [(name, archive.read(name)) for name in archive.namelist()]
    with zipfile.ZipFile(shelf / "一.zip", "w") as archive:
        for name, content in files:
            archive.writestr(name, content)
    report = recheck_shelf(shelf, clock)
    assert states(report)["一.zip"] is BundleState.REPACKED
    assert report.is_well


def test_another_zip_on_the_shelf_is_no_failure(shelf, clock):
    with zipfile.ZipFile(shelf / "文件.zip", "w") as archive:
        archive.writestr("a/b.txt", b"x")
    report = recheck_shelf(shelf, clock)
    assert states(report)["文件.zip"] is BundleState.NOT_A_BUNDLE
    assert report.is_well


def test_a_stop_keeps_what_was_read(shelf, clock):
    class StopAfterOne:
        told = 0

        def report(self, done, total):
            self.told = done

        def wants_stop(self):
            return self.told > 2000

    sealed(shelf, "又.zip", (1, 2, 3_000_000))
    with pytest.raises(Cancelled):
        recheck_shelf(shelf, clock, progress=StopAfterOne())
    assert read_record((shelf / RECORD_NAME).read_bytes())


def test_a_record_that_is_not_ours_is_left_alone(shelf, clock):
    record = shelf / RECORD_NAME
    recheck_shelf(shelf, clock)
    content = record.read_bytes() + b"x,y\r\n"
    record.write_bytes(content)
    with pytest.raises(InspectorError) as caught:
        recheck_shelf(shelf, clock)
    assert caught.value.problem is Problem.RECORD_UNREADABLE
    assert caught.value.facts["row"] == 4
    assert record.read_bytes() == content


@given(
    place=TEXT,
    title=TEXT,
    remark=TEXT,
    state=st.sampled_from(BundleState),
    counts=st.tuples(*[st.integers(0, 9)] * 4),
)
def test_a_record_is_read_back_as_it_was_written(place, title, remark, state, counts):
    ok, damaged, missing, extra = counts
    row = Recheck(
        checked_at=MADE_AT,
        place=f"a/{place}",
        state=state,
        title=title,
        remark=remark,
        ok=ok,
        damaged=damaged,
        missing=missing,
        extra=extra,
    )
    assert read_record(record_bytes([row, row])) == [row, row]


@pytest.mark.parametrize("content", [b"", b"\xff", b"a,b\r\n", "检查时间\r\n".encode()])
def test_what_is_no_record_is_refused(content):
    with pytest.raises(RecordError):
        read_record(content)


def test_two_damaged_copies_give_the_sealed_bytes_back(tmp_path):
    good = sealed(tmp_path / "a", sizes=(5, 6, 700))
    whole = good.path.read_bytes()
    other = unpacked(good.path, tmp_path / "copy")
    flip_member(good.path, "LJ-0003 100％.jpg")
    flip_member(good.path, "manifest-sha256.txt")
    (other / "data/电子档案/照片/LJ-0002 100％.jpg").unlink()
    flip(other / "bag-info.txt")
    made = repair_bundle(good.path, other, tmp_path / "new.zip")
    assert made.path.read_bytes() == whole
    assert sorted(path.name for path in tmp_path.iterdir() if path.is_file()) == ["new.zip"]


def test_what_both_have_lost_is_named_and_nothing_written(tmp_path):
    good = sealed(tmp_path / "a", sizes=(5, 6, 700))
    other = unpacked(good.path, tmp_path / "copy")
    flip_member(good.path, "LJ-0003 100％.jpg")
    (other / PHOTO).unlink()
    with pytest.raises(InspectorError) as caught:
        repair_bundle(good.path, other, tmp_path / "new.zip")
    assert caught.value.problem is Problem.COPY_TOO_DAMAGED
    assert caught.value.facts["names"] == PHOTO
    assert not (tmp_path / "new.zip").exists()
    assert not list(tmp_path.glob(".repair-*"))


def test_a_copy_of_another_bundle_is_refused_unless_the_form_decides(tmp_path):
    one = sealed(tmp_path / "a", sizes=(5, 6, 700))
    other = sealed(tmp_path / "b", sizes=(5, 6))
    with pytest.raises(InspectorError) as caught:
        repair_bundle(one.path, other.path, tmp_path / "new.zip")
    assert caught.value.problem is Problem.COPY_OF_ANOTHER
    typed = grouped(one.sha256).upper()
    made = repair_bundle(one.path, other.path, tmp_path / "new.zip", typed)
    assert made.sha256 == one.sha256
    with pytest.raises(InspectorError) as caught:
        repair_bundle(one.path, other.path, tmp_path / "newer.zip", "0" * 64)
    assert caught.value.problem is Problem.COPY_OF_ANOTHER


def test_a_bag_of_another_program_is_not_written_anew(tmp_path):
    good = sealed(tmp_path / "a")
    bag = unpacked(good.path, tmp_path / "copy")
    info = (bag / "bag-info.txt").read_text().replace("Payload-Oxum", "X-Oxum")
    (bag / "bag-info.txt").write_text(info)
    bagit_lines = (bag / "tagmanifest-sha256.txt").read_text().splitlines()
    digest = hashlib.sha256(info.encode()).hexdigest()
    lines = [f"{digest}  bag-info.txt" if "bag-info" in line else line for line in bagit_lines]
    (bag / "tagmanifest-sha256.txt").write_text("\n".join(lines) + "\n")
    with pytest.raises(InspectorError) as caught:
        repair_bundle(bag, bag, tmp_path / "new.zip")
    assert caught.value.problem is Problem.BUNDLE_NOT_OURS


def test_the_commands_say_what_they_found(shelf, tmp_path):
    ended = command("bundle", "recheck", shelf, "--json")
    assert ended.code == 0
    assert [one["state"] for one in ended.data["bundles"]] == ["sound", "sound"]
    copy = shutil.copy(shelf / "一.zip", tmp_path / "copy.zip")
    flip_member(shelf / "一.zip", "LJ-0003 100％.jpg")
    ended = command("bundle", "recheck", shelf)
    assert ended.code == 1
    assert "已损坏" in ended.out
    out = tmp_path / "mended.zip"
    ended = command("bundle", "repair", shelf / "一.zip", "--from", copy, "--out", out, "--json")
    assert ended.code == 0
    assert out.read_bytes() == Path(copy).read_bytes()
    for wrong in (("recheck", tmp_path / "no"), ("repair", out, "--from", copy, "--out", out)):
        ended = command("bundle", *wrong)
        assert ended.code == 1
        assert ended.err.strip()


# -- looking at a shelf without reading it ----------


def test_a_shelf_is_shown_as_its_record_last_found_it(shelf, clock):
    before = {line.place: line for line in look_at_shelf(shelf)}
    assert {line.newest for line in before.values()} == {None}
    first = clock.at
    recheck_shelf(shelf, clock)
    clock.at += timedelta(days=365)
    flip_member(shelf / "一.zip", PHOTO.rpartition("/")[2])
    shutil.rmtree(shelf / "2026" / "二")
    sealed(shelf, "三.zip", sizes=(3,))
    recheck_shelf(shelf, clock)
    sealed(shelf, "四.zip", sizes=(4, 4))

    lines = {line.place: line for line in look_at_shelf(shelf)}
    assert list(lines) == ["2026/二/LJ-2", "一.zip", "三.zip", "四.zip"]
    broken = lines["一.zip"]
    assert (broken.newest.state, broken.newest.checked_at) == (BundleState.DAMAGED, clock.at)
    assert (broken.former.state, broken.former.checked_at) == (BundleState.SOUND, first)
    gone = lines["2026/二/LJ-2"]
    assert (gone.is_here, gone.newest.state) == (False, BundleState.MISSING)
    assert (lines["三.zip"].newest.state, lines["三.zip"].former) == (BundleState.SOUND, None)
    assert lines["四.zip"].newest is None


def test_the_report_of_a_shelf_sets_this_check_beside_the_last(shelf, clock, tmp_path):
    recheck_shelf(shelf, clock)
    clock.at += timedelta(days=365)
    flip_member(shelf / "一.zip", PHOTO.rpartition("/")[2])
    ended = command("bundle", "recheck", shelf, "--report", tmp_path / "r.csv", clock=clock)
    assert ended.code == 1
    head, *rows = csv.reader((tmp_path / "r.csv").read_text("utf-8-sig").splitlines())
    row = dict(zip(head, next(row for row in rows if row[0] == "一.zip"), strict=True))
    assert (row["本次结果"], row["上次结果"]) == ("已损坏", "完好")
    assert row["本次检查"] > row["上次检查"]
    assert write_shelf_report(look_at_shelf(shelf), tmp_path / "r.xlsx").stat().st_size
    with pytest.raises(InspectorError) as caught:
        write_shelf_report((), tmp_path / "r.csv")
    assert caught.value.problem is Problem.FILE_EXISTS


def test_a_shelf_that_is_not_there_is_refused(tmp_path):
    with pytest.raises(InspectorError) as caught:
        look_at_shelf(tmp_path / "nowhere")
    assert caught.value.problem is Problem.FOLDER_MISSING


def test_a_shelf_without_a_bundle_is_refused_and_gets_no_record(tmp_path, clock):
    (tmp_path / "notes.txt").write_text("no bundle")
    with pytest.raises(InspectorError) as caught:
        recheck_shelf(tmp_path, clock)
    assert caught.value.problem is Problem.SHELF_EMPTY
    assert [one.name for one in tmp_path.iterdir()] == ["notes.txt"]
