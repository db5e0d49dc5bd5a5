"""Backups: made while work goes on, read back before they count, never written over anything."""

import json
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inspector.core.checks import backups_to_keep
from inspector.core.errors import Cancelled, InspectorError, Problem
from inspector.core.progress import Unwatched
from inspector.operations import backups
from inspector.operations.backups import (
    backup_workspace,
    list_backups,
    restore_workspace,
    verify_backup,
)
from inspector.operations.photos import IntakeOrder, import_photos
from inspector.operations.upkeep import check_workspace, workspace_info
from inspector.operations.workspace import open_workspace
from inspector.photos.intake import find_original
from inspector.store.database import DATABASE_NAME
from tests.kit.builders import StoppedClock, make_defect, make_place, make_project
from tests.kit.journals import assert_journal_explains_tables
from tests.kit.photo_files import make_jpeg


@pytest.fixture
def project(workspace):
    return make_project(workspace)


@pytest.fixture
def photo(workspace, project, tmp_path):
    file = tmp_path / "card" / "IMG_1.jpg"
    file.parent.mkdir()
    file.write_bytes(make_jpeg())
    return import_photos(workspace, [file], IntakeOrder(project_id=project.id)).value.taken[0]


def problem_of(attempt):
    with pytest.raises(InspectorError) as caught:
        attempt()
    return caught.value.problem


def tree_of(folder):
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file()
    }


def test_a_backup_restores_to_an_equal_workspace(workspace, project, photo, tmp_path):
    make_defect(workspace, project, make_place(workspace, project))
    made = backup_workspace(workspace, photos=True)
    folder = restore_workspace(made, tmp_path / "restored")
    before, after = workspace_info(workspace.folder), workspace_info(folder)
    assert (after.content_hash, after.counts) == (before.content_hash, before.counts)
    assert check_workspace(folder).findings == ()
    again = open_workspace(folder, workspace.profile, StoppedClock())
    assert_journal_explains_tables(again)
    again.close()


def test_a_backup_without_photos_says_so_and_the_check_names_them(workspace, photo, tmp_path):
    made = backup_workspace(workspace)
    (told,) = list_backups(workspace.folder / "backups")
    assert (told.folder, told.has_photos) == (made, False)
    folder = restore_workspace(made, tmp_path / "restored")
    (finding,) = check_workspace(folder).findings
    assert finding.facts == {"count": 1, "names": (photo.name,)}


def test_photos_are_linked_on_one_disk(workspace, photo):
    made = backup_workspace(workspace, photos=True)
    original = find_original(workspace.folder, photo.sha256)
    assert find_original(made, photo.sha256).samefile(original)


def test_photos_are_copied_where_the_disk_links_nothing(workspace, photo, monkeypatch):
    monkeypatch.setattr(backups, "_linked", lambda _source, _target: False)
    made = backup_workspace(workspace, photos=True)
    original = find_original(workspace.folder, photo.sha256)
    copy = find_original(made, photo.sha256)
    assert copy.read_bytes() == original.read_bytes()
    assert not copy.samefile(original)


class Busy(Unwatched):
    """A progress during which somebody goes on recording."""

    def __init__(self, workspace, project, place):
        self.todo = [workspace, project, place]

    def report(self, *_how_far):
        if self.todo:
            workspace, project, place = self.todo
            self.todo = []
            make_defect(workspace, project, place)


def test_work_goes_on_beside_a_backup_that_holds_one_moment(workspace, project, tmp_path):
    place = make_place(workspace, project)
    before = workspace_info(workspace.folder).content_hash
    made = backup_workspace(workspace, tmp_path / "stick", Busy(workspace, project, place))
    assert workspace_info(made).content_hash == before
    assert workspace_info(workspace.folder).counts["defect"] == 1


def test_two_backups_in_one_second_have_two_names(workspace):
    first, second = backup_workspace(workspace), backup_workspace(workspace)
    assert first != second
    assert len(list_backups(workspace.folder / "backups")) == 2


class Impatient(Unwatched):
    def wants_stop(self):
        return True


def test_a_backup_that_is_stopped_leaves_nothing(workspace, tmp_path):
    with pytest.raises(Cancelled):
        backup_workspace(workspace, tmp_path / "stick", Impatient())
    assert list((tmp_path / "stick").iterdir()) == []


def test_a_backup_that_cannot_be_read_back_gets_no_name(workspace, tmp_path, monkeypatch):
    whole = backups.copy_to

    def harm(source, target, on_pages):
        whole(source, target, on_pages)
        content = bytearray(target.read_bytes())
        content[8192:12288] = bytes(4096)
        target.write_bytes(content)

    monkeypatch.setattr(backups, "copy_to", harm)
    stick = tmp_path / "stick"
    assert problem_of(lambda: backup_workspace(workspace, stick)) is Problem.BACKUP_DAMAGED
    assert list(stick.iterdir()) == []


def test_a_full_disk_is_said_so(workspace, tmp_path, monkeypatch):
    def full(_source, _target):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(backups, "_linked", lambda _source, _target: False)
    monkeypatch.setattr(backups, "_copy", full)
    stick = tmp_path / "stick"
    assert problem_of(lambda: backup_workspace(workspace, stick)) is Problem.DISK_FULL
    assert list(stick.iterdir()) == []


def test_old_backups_are_thinned_but_not_those_elsewhere(workspace, clock, tmp_path):
    for _day in range(15):
        backup_workspace(workspace)
        backup_workspace(workspace, tmp_path / "stick")
        clock.tick(timedelta(days=1))
    days = [backup.made_at.day for backup in list_backups(workspace.folder / "backups")]
    assert days[:12] == list(range(25, 13, -1))
    assert len(days) < 15
    assert len(list_backups(tmp_path / "stick")) == 15


@pytest.fixture
def backup(workspace, project, tmp_path):
    return backup_workspace(workspace, tmp_path / "stick", photos=True)


def test_nothing_is_ever_overwritten_by_restoring(workspace, backup, tmp_path):
    before = tree_of(workspace.folder / "files")
    problem = problem_of(lambda: restore_workspace(backup, workspace.folder))
    assert problem is Problem.WORKSPACE_EXISTS
    assert tree_of(workspace.folder / "files") == before
    other = tmp_path / "mine"
    other.mkdir()
    (other / "letter.txt").write_text("mine", encoding="utf-8")
    assert problem_of(lambda: restore_workspace(backup, other)) is Problem.FOLDER_NOT_EMPTY
    assert tree_of(other) == {"letter.txt": b"mine"}


def test_an_empty_folder_takes_a_backup(backup, tmp_path):
    (tmp_path / "new").mkdir()
    folder = restore_workspace(backup, tmp_path / "new")
    assert {"photos", "files", "backups", "exports"} <= {path.name for path in folder.iterdir()}
    assert [path.name for path in tmp_path.iterdir() if path.name.endswith(".part")] == []


def harm_database(backup):
    (backup / DATABASE_NAME).write_bytes((backup / DATABASE_NAME).read_bytes()[:-9000])


def lose_database(backup):
    (backup / DATABASE_NAME).unlink()


def lose_card(backup):
    (backup / "backup.json").unlink()


def harm_card(backup):
    (backup / "backup.json").write_text("{", encoding="utf-8")


def forge_card(backup):
    card = json.loads((backup / "backup.json").read_text(encoding="utf-8"))
    card["content_hash"] = "0" * 64
    (backup / "backup.json").write_text(json.dumps(card), encoding="utf-8")


@pytest.mark.parametrize("harm", [harm_database, lose_database, lose_card, harm_card, forge_card])
def test_a_damaged_backup_is_not_restored(backup, tmp_path, harm):
    verify_backup(backup)
    harm(backup)
    assert problem_of(lambda: restore_workspace(backup, tmp_path / "new")) is Problem.BACKUP_DAMAGED
    assert not (tmp_path / "new").exists()


def test_restoring_that_is_stopped_leaves_nothing(backup, tmp_path):
    with pytest.raises(Cancelled):
        restore_workspace(backup, tmp_path / "new", Impatient())
    assert not (tmp_path / "new").exists()
    assert not list(tmp_path.glob(".*.part"))


# -- which to keep ------------------------------------------------------------------------------

MOMENTS = st.datetimes(datetime(2024, 1, 1), datetime(2026, 12, 31), timezones=st.just(UTC))  # noqa: DTZ001 - Hypothesis adds the zone


@given(st.sets(MOMENTS, max_size=60))
def test_the_newest_backup_and_all_of_the_last_day_are_kept(made):
    now = max(made, default=datetime(2026, 1, 1, tzinfo=UTC))
    keep = backups_to_keep(made, now)
    assert keep <= made
    assert {at for at in made if now - at < timedelta(days=1)} <= keep
    assert not made or max(made) in keep


def test_a_year_of_daily_backups_becomes_days_weeks_and_months():
    now = datetime(2026, 12, 31, 12, tzinfo=UTC)
    made = [now - timedelta(days=day) for day in range(365)]
    keep = backups_to_keep(made, now)
    assert {at for at in made if now - at < timedelta(days=12)} <= keep
    assert 20 <= len(keep) <= 12 + 10 + 9
    assert len({at.strftime("%Y-%m") for at in keep}) == 9


def test_thinning_again_takes_nothing_more():
    now = datetime(2026, 12, 31, 12, tzinfo=UTC)
    keep = backups_to_keep([now - timedelta(days=day) for day in range(365)], now)
    assert backups_to_keep(keep, now) >= {at for at in keep if now - at < timedelta(days=12)}
