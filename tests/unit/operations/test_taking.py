"""Packages come in whole, in any order, as often as they come; a refused one changes nothing."""

import shutil
from pathlib import Path

import pytest

from inspector.core.errors import Cancelled, Problem
from inspector.core.exchange import SetAside
from inspector.core.progress import Unwatched
from inspector.core.times import wall_time
from inspector.operations.defects import edit_defect
from inspector.operations.exchange import list_receipts, sync_status
from inspector.operations.organisation import found_organisation, organisation_of
from inspector.operations.photos import IntakeOrder, import_photos
from inspector.operations.refusals import list_refusals
from inspector.operations.taking import find_packages, take_packages
from tests.kit.builders import make_defect, make_place, make_project
from tests.kit.commands import command, command_data
from tests.kit.exchanging import (
    PHRASE,
    admit,
    assert_sound,
    codes_in,
    everything_in,
    hand_over,
    laptops,
    meet,
    refusal,
    shows,
    stick,
    taken,
)
from tests.kit.photo_files import make_jpeg

PHOTOS = 6


class StopAt(Unwatched):
    """Wants to stop at some step of the work."""

    def __init__(self, step):
        self.step = step

    def wants_stop(self):
        self.step -= 1
        return self.step < 0


class StopAtPhoto(Unwatched):
    """Wants to stop when so many photos have come."""

    def __init__(self, folder, count):
        self._folder, self._count = folder, count

    def wants_stop(self):
        return len(photos_in(self._folder)) >= self._count


def photos_in(folder):
    """Name each photo as it lies on the disk: one that was copied again is another file."""
    return {photo.stat().st_ino for photo in (folder / "photos").rglob("*.jpg")}


@pytest.fixture
def three(tmp_path):
    with laptops(tmp_path, "甲", "乙", "丙") as made:
        yield made


@pytest.fixture
def two(tmp_path):
    with laptops(tmp_path, "甲", "乙") as made:
        yield made


def write_some(workspace, code="JF2"):
    project = make_project(workspace, code, f"{code}小区")
    return make_defect(workspace, project, make_place(workspace, project))


def test_what_one_wrote_comes_over_a_relay(three):
    first, relay, last = three
    write_some(first)
    (receipt,) = hand_over(first, relay)
    assert receipt.applied == receipt.received > 0
    assert receipt.sender == sync_status(first).replica
    (receipt,) = hand_over(relay, last)
    assert receipt.waiting == receipt.quarantined == 0
    assert codes_in(last) == ["JF2"]
    meet(*three)
    assert_sound(*three)


def test_each_keeps_what_all_wrote_whatever_the_order(three):
    for code, workspace in zip(("JF1", "JF2", "JF3"), three, strict=True):
        write_some(workspace, code)
    old = [stick(one) for one in three]
    for workspace in three:
        taken(workspace, *reversed(old))
    assert [codes_in(one) for one in three] == [["JF1", "JF2", "JF3"]] * 3
    meet(*three)
    assert_sound(*three)


def test_a_package_again_changes_no_record(two):
    giver, taker = two
    write_some(giver)
    path = stick(giver)
    taken(taker, path)
    before = shows(taker)
    (receipt,) = taken(taker, path)
    assert (receipt.same, receipt.applied) == (receipt.received, 0)
    assert receipt.backup == ""
    assert shows(taker) == before


def test_an_old_package_after_a_newer_one_takes_nothing_back(two):
    giver, taker = two
    defect = write_some(giver)
    old = stick(giver)
    edit_defect(giver, defect.id, text="屋面渗漏")
    taken(taker, stick(giver))
    taken(taker, old)
    with taker.read() as office:
        assert office.defects.get(defect.id).text == "屋面渗漏"
    taken(giver, stick(taker))
    assert_sound(giver, taker)


def test_the_newer_package_may_come_first(two):
    """A package repeats what is not acknowledged, so none depends on an earlier one."""
    giver, taker = two
    defect = write_some(giver)
    stick(giver)
    edit_defect(giver, defect.id, text="屋面渗漏")
    (receipt,) = taken(taker, stick(giver, to=taker))
    assert (receipt.waiting, receipt.applied) == (0, receipt.received)


def test_what_is_acknowledged_is_not_sent_again(two):
    giver, taker = two
    write_some(giver)
    hand_over(giver, taker)
    assert sync_status(giver).unsent > 0
    hand_over(taker, giver)
    assert sync_status(giver).unsent == 0
    (receipt,) = hand_over(giver, taker, to=taker)
    assert receipt.received == 0


def test_receipts_are_kept_newest_first(two):
    giver, taker = two
    write_some(giver)
    paths = [stick(giver), stick(giver)]
    taken(taker, *paths)
    kept = list_receipts(taker)
    assert [receipt.name for receipt in kept] == [path.name for path in reversed(paths)]
    assert Path(kept[1].backup).is_dir()
    assert kept[0].backup == kept[1].backup


# -- organisations ---------------------------------------------------------------------------------


def test_a_package_of_another_organisation_is_refused(two):
    for workspace, name in zip(two, ("甲局", "乙局"), strict=True):
        found_organisation(workspace, name, PHRASE)
    assert refusal(two[1], stick(two[0])) is Problem.PACKAGE_OTHER_ORGANISATION


def test_joining_is_asked_for(two):
    office, laptop = two
    write_some(office)
    found_organisation(office, "区住建局", PHRASE)
    path = stick(office)
    assert refusal(laptop, path) is Problem.ORGANISATION_NOT_JOINED
    taken(laptop, path, join=True)
    assert organisation_of(laptop).name == "区住建局"
    assert codes_in(laptop) == ["JF2"]


def test_what_is_refused_joins_nothing(two):
    office, laptop = two
    found_organisation(office, "区住建局", PHRASE)
    path = stick(office)
    path.write_bytes(path.read_bytes()[:-30])
    assert refusal(laptop, path, join=True) is Problem.PACKAGE_CUT
    assert organisation_of(laptop) is None


def test_a_stop_joins_nothing(two):
    office, laptop = two
    found_organisation(office, "区住建局", PHRASE)
    path = stick(office)
    laptop.seal()
    before = everything_in(laptop)
    with pytest.raises(Cancelled):
        take_packages(laptop, [path], StopAt(0), join=True)
    assert everything_in(laptop) == before


def test_an_unknown_laptop_is_set_aside_until_it_is_enrolled(two):
    office, laptop = two
    found_organisation(office, "区住建局", PHRASE)
    write_some(laptop)
    (receipt,) = hand_over(laptop, office)
    assert receipt.quarantined == receipt.received > 0
    assert {line.reason for line in receipt.lines} == {SetAside.UNKNOWN_KEY}
    assert codes_in(office) == []
    admit(office, laptop)
    assert codes_in(office) == ["JF2"]
    assert sync_status(office).quarantined == 0


def test_what_is_still_set_aside_is_not_told_as_here_when_it_comes_again(two):
    office, laptop = two
    found_organisation(office, "区住建局", PHRASE)
    write_some(laptop)
    path = stick(laptop)
    (first,) = taken(office, path)
    (again,) = taken(office, path)
    assert (again.same, again.quarantined) == (0, first.quarantined)
    assert again.lines == first.lines
    admit(office, laptop)
    (after,) = taken(office, path)
    assert (after.same, after.quarantined, after.lines) == (after.received, 0, ())


def test_the_enrolment_may_come_from_elsewhere_after_the_work(three):
    office, other, laptop = three
    found_organisation(office, "区住建局", PHRASE)
    admit(office, other)
    taken(other, stick(office), join=True)
    write_some(laptop)
    (receipt,) = hand_over(laptop, other)
    assert receipt.quarantined == receipt.received
    admit(office, laptop)
    hand_over(office, other)
    assert codes_in(other) == ["JF2"]


# -- what is no package ----------------------------------------------------------------------------


@pytest.mark.parametrize("share", [0, 1, 10, 50, 99])
def test_a_half_copied_package_is_refused(two, share):
    giver, taker = two
    write_some(giver)
    path = stick(giver)
    content = path.read_bytes()
    path.write_bytes(content[: len(content) * share // 100])
    assert refusal(taker, path) is Problem.PACKAGE_CUT


def test_a_conflict_copy_of_a_shared_folder_is_refused(two):
    giver, taker = two
    path = stick(giver)
    copy = path.with_name("stick.sync-conflict-20260511-090000-ABCDEFG.ipkg")
    shutil.copy(path, copy)
    assert refusal(taker, copy) is Problem.PACKAGE_CONFLICT_COPY


def test_a_file_that_is_none_or_away_is_refused(two, tmp_path):
    taker = two[0]
    (tmp_path / "x.ipkg").write_bytes(b"no package at all" * 40)
    assert refusal(taker, tmp_path / "x.ipkg") is Problem.PACKAGE_FOREIGN
    assert refusal(taker, tmp_path / "away.ipkg") is Problem.FILE_MISSING


def test_of_a_folder_the_good_packages_come_in(two, tmp_path):
    giver, taker = two
    folder = tmp_path / "usb"
    folder.mkdir()
    write_some(giver, "JF1")
    good = [shutil.copy(stick(giver), folder / "1.ipkg")]
    write_some(giver, "JF2")
    good.append(shutil.copy(stick(giver), folder / "3.ipkg"))
    (folder / "2.ipkg").write_bytes(Path(good[0]).read_bytes()[:400])
    (folder / "notes.txt").write_text("not ours")
    (folder / "deep.ipkg").mkdir()
    before = {path: path.read_bytes() for path in folder.iterdir() if path.is_file()}
    intake = take_packages(taker, [folder]).value
    assert [receipt.name for receipt in intake.receipts] == ["1.ipkg", "3.ipkg"]
    assert [(path.name, error.problem) for path, error in intake.refused] == [
        ("2.ipkg", Problem.PACKAGE_CUT)
    ]
    assert codes_in(taker) == ["JF1", "JF2"]
    assert {path: path.read_bytes() for path in folder.iterdir() if path.is_file()} == before


def test_a_refused_package_leaves_a_line_until_it_comes_in_whole(two, tmp_path):
    giver, taker = two
    write_some(giver)
    path = stick(giver)
    cut = tmp_path / "cut.ipkg"
    cut.write_bytes(path.read_bytes()[:400])
    for _once_more in range(2):
        assert refusal(taker, cut) is Problem.PACKAGE_CUT
    assert refusal(taker, tmp_path / "away.ipkg") is Problem.FILE_MISSING
    (kept,) = list_refusals(taker)
    assert (kept.name, kept.size, kept.problem) == ("cut.ipkg", 400, Problem.PACKAGE_CUT)
    taken(taker, path)
    assert list_refusals(taker) == [kept]
    two[1].close()
    told = command("sync", "log", "--workspace", taker.folder).out
    assert f"“cut.ipkg”：{wall_time(kept.at_ms):%Y-%m-%d %H:%M} 没有收入。" in told
    assert told.index(path.name) < told.index("cut.ipkg")


def test_a_list_of_refusals_that_cannot_be_read_is_empty(two):
    (two[0].folder / "inbox" / "refused.json").write_text("[{]")
    assert list_refusals(two[0]) == []


def test_a_folder_without_packages_is_nothing(two, tmp_path):
    assert find_packages([tmp_path]) == []
    assert take_packages(two[0], [tmp_path]).value.receipts == ()


def test_the_command_says_that_a_folder_holds_no_package(two, tmp_path):
    (tmp_path / "stick").mkdir()
    two[0].close()
    ended = command("sync", "take", tmp_path / "stick", "--workspace", two[0].folder)
    assert (ended.code, ended.out) == (0, "“stick”里没有同步包\n")


def test_of_a_folder_packages_in_capitals_come_in_too(two, tmp_path):
    giver, taker = two
    write_some(giver)
    (tmp_path / "stick").mkdir()
    stick(giver).rename(tmp_path / "stick" / "A.IPKG")
    assert len(taken(taker, tmp_path / "stick")) == 1


def test_a_folder_that_cannot_be_read_is_refused(two, tmp_path):
    assert refusal(two[0], tmp_path / "nowhere") is Problem.FILE_MISSING


# -- stop ------------------------------------------------------------------------------------------


def test_a_stop_at_any_step_is_as_if_nothing_had_come(two):
    giver, taker = two
    write_some(giver)
    path = stick(giver)
    taker.seal()
    before, stops = everything_in(taker), 0
    for step in range(50):
        try:
            take_packages(taker, [path], StopAt(step))
        except Cancelled:
            assert everything_in(taker) == before
            stops += 1
        else:
            break
    assert stops > 2
    assert codes_in(taker) == ["JF2"]
    assert list_receipts(taker)[0].is_balanced


def test_photos_that_came_before_a_stop_are_not_copied_again(two, tmp_path):
    giver, taker = two
    project = make_project(giver)
    files = [tmp_path / f"{number}.jpg" for number in range(PHOTOS)]
    for number, file in enumerate(files):
        file.write_bytes(make_jpeg(size=(60 + number, 40)))
    import_photos(giver, files, IntakeOrder(project_id=project.id))
    path = stick(giver)
    came = set()
    for count in range(1, PHOTOS - 1):
        with pytest.raises(Cancelled):
            take_packages(taker, [path], StopAtPhoto(taker.folder, count))
        assert (len(photos_in(taker.folder)), photos_in(taker.folder) >= came) == (count, True)
        assert codes_in(taker) == []
        came = photos_in(taker.folder)
    (receipt,) = taken(taker, path)
    assert (receipt.photos_received, receipt.photos_new) == (PHOTOS, PHOTOS - len(came))
    assert photos_in(taker.folder) > came


# -- a new laptop ----------------------------------------------------------------------------------


def create_from(package, folder):
    return command("workspace", "create", folder, "--person", "新工", "--from", package)


def test_a_new_laptop_starts_from_a_package(two, tmp_path):
    write_some(two[0])
    found_organisation(two[0], "区住建局", PHRASE)
    ended = create_from(stick(two[0]), tmp_path / "new")
    assert (ended.code, ended.err) == (0, "")
    told = command_data("--workspace", tmp_path / "new", "project", "list")
    assert [project["code"] for project in told] == ["JF2"]
    assert not [path for path in tmp_path.iterdir() if path.name.startswith(".")]


def test_from_a_bad_package_no_workspace_comes(two, tmp_path):
    path = stick(two[0])
    path.write_bytes(path.read_bytes()[:-30])
    before = sorted(tmp_path.iterdir())
    assert create_from(path, tmp_path / "new").code == 1
    assert sorted(tmp_path.iterdir()) == before
    assert create_from(stick(two[0]), tmp_path / "new").code == 0


def test_a_folder_that_holds_anything_is_left_alone(two, tmp_path):
    (tmp_path / "new").mkdir()
    (tmp_path / "new" / "thesis.txt").write_text("mine")
    assert create_from(stick(two[0]), tmp_path / "new").code == 1
    assert [path.name for path in (tmp_path / "new").iterdir()] == ["thesis.txt"]
