"""A photo's bytes get into the workspace whole, under their hash, or not at all."""

import errno
import hashlib
import os
from pathlib import Path

import pytest

from inspector.core.errors import InspectorError, Problem
from inspector.photos import intake
from inspector.photos.exif import ExifReader
from inspector.photos.intake import (
    find_original,
    original_path,
    rehash,
    settle_folders,
    sweep,
    take_in,
)
from tests.kit.photo_files import bomb, make_block, make_jpeg, make_png


@pytest.fixture(scope="module")
def reader():
    with ExifReader() as one:
        yield one


@pytest.fixture
def workspace(tmp_path):
    folder = tmp_path / "workspace"
    folder.mkdir()
    return folder


def make_source(tmp_path, name="IMG_0001.jpg", data=None) -> Path:
    path = tmp_path / name
    path.write_bytes(make_jpeg(make_block()) if data is None else data)
    return path


def files_in(workspace):
    return sorted(
        str(path.relative_to(workspace)) for path in workspace.rglob("*") if path.is_file()
    )


def test_the_bytes_lie_under_their_hash_and_are_the_same(tmp_path, workspace, reader):
    source = make_source(tmp_path)
    taken = take_in(source, workspace, reader)
    digest = hashlib.sha256(source.read_bytes()).hexdigest()
    assert taken.sha256 == digest
    assert files_in(workspace) == [f"photos/{digest[:2]}/{digest[2:]}.jpg"]
    assert taken.path.read_bytes() == source.read_bytes()
    assert (taken.size, taken.mime, taken.name) == (
        source.stat().st_size,
        "image/jpeg",
        source.name,
    )
    assert taken.facts.position is not None
    assert not taken.was_there


def test_the_same_photo_twice_lies_there_once(tmp_path, workspace, reader):
    first = take_in(make_source(tmp_path), workspace, reader)
    second = take_in(make_source(tmp_path, "copy of it.jpeg"), workspace, reader)
    assert (first.was_there, second.was_there) == (False, True)
    assert first.path == second.path
    assert len(files_in(workspace)) == 1


def test_a_cut_off_original_is_made_whole_by_the_next_copy(tmp_path, workspace, reader):
    taken = take_in(make_source(tmp_path), workspace, reader)
    taken.path.write_bytes(b"\xff\xd8\xff")
    again = take_in(make_source(tmp_path), workspace, reader)
    assert not again.was_there
    assert rehash(again.path) == again.sha256


def test_the_ending_follows_the_bytes_not_the_name(tmp_path, workspace, reader):
    taken = take_in(make_source(tmp_path, "really.heic", make_png()), workspace, reader)
    assert (taken.mime, taken.path.suffix) == ("image/png", ".png")


@pytest.mark.parametrize(
    "name",
    [
        "㛃𠮷䶮𬭎楼道.jpg",
        'it\'s "quoted" & <b>bold<br>.jpg',
        "控制\x07字符\x1b[31m.jpg",
        "%s{file}.jpg",
    ],
)
def test_strange_names_are_kept_without_control_characters(tmp_path, workspace, reader, name):
    if os.name == "nt" and set(name) & set('<>"\x07\x1b'):
        pytest.skip("Windows allows no such name")
    taken = take_in(make_source(tmp_path, name), workspace, reader)
    assert taken.name == "".join(char for char in name if char.isprintable())


def test_a_name_that_is_no_text_does_not_break_anything(tmp_path, workspace, reader):
    if os.name == "nt":
        pytest.skip("Windows names are text")
    path = tmp_path / os.fsdecode(b"IMG_\xff\xfe.jpg")
    path.write_bytes(make_jpeg(make_block()))
    assert take_in(path, workspace, reader).name == "IMG_.jpg"


@pytest.mark.parametrize(
    ("data", "problem"),
    [
        ("这是一段文字".encode(), Problem.NOT_A_PHOTO),
        (b"", Problem.NOT_A_PHOTO),
        (b"%PDF-1.7 not a photo", Problem.NOT_A_PHOTO),
    ],
)
def test_a_file_that_is_no_photo_is_refused_by_name(tmp_path, workspace, reader, data, problem):
    with pytest.raises(InspectorError) as refused:
        take_in(make_source(tmp_path, "说明.jpg", data), workspace, reader)
    assert refused.value.problem is problem
    assert refused.value.facts["file"] == "说明.jpg"
    assert files_in(workspace) == []


def test_a_missing_file_and_a_folder_are_refused_by_name(tmp_path, workspace, reader):
    with pytest.raises(InspectorError) as missing:
        take_in(tmp_path / "gone.jpg", workspace, reader)
    assert missing.value.problem is Problem.FILE_MISSING
    assert "gone.jpg" in str(missing.value.facts["file"])
    with pytest.raises(InspectorError) as folder:
        take_in(workspace, workspace, reader)
    assert folder.value.problem is Problem.FILE_IS_FOLDER


def test_a_damaged_photo_is_kept_and_marked(tmp_path, workspace, reader):
    whole = make_jpeg(make_block())
    taken = take_in(make_source(tmp_path, data=whole[:500]), workspace, reader)
    assert "image_damaged" in taken.facts.notes
    assert taken.path.read_bytes() == whole[:500]


def test_a_photo_with_a_bomb_in_its_exif_is_kept_and_marked(tmp_path, workspace, reader):
    taken = take_in(make_source(tmp_path, data=make_jpeg(bomb())), workspace, reader)
    assert "exif_unreadable" in taken.facts.notes
    assert (taken.facts.width, taken.facts.height) == (64, 48)


@pytest.mark.parametrize(
    "refusal",
    [
        (errno.ENOSPC, Problem.DISK_FULL),
        (errno.EDQUOT, Problem.DISK_FULL),
        (errno.EROFS, Problem.FOLDER_NOT_WRITABLE),
        (errno.EACCES, Problem.FOLDER_NOT_WRITABLE),
    ],
)
@pytest.mark.parametrize("call", ["fsync", "replace"])
def test_a_disk_that_refuses_leaves_nothing_behind(
    tmp_path, workspace, reader, monkeypatch, refusal, call
):
    number, problem = refusal

    def refuse(*_args, **_more):
        raise OSError(number, os.strerror(number))

    if call == "fsync":
        monkeypatch.setattr(intake.os, "fsync", refuse)
    else:
        monkeypatch.setattr(Path, "replace", refuse)
    with pytest.raises(InspectorError) as refused:
        take_in(make_source(tmp_path), workspace, reader)
    assert refused.value.problem is problem
    assert refused.value.facts == {"file": "IMG_0001.jpg", "folder": str(workspace)}
    assert files_in(workspace) == []


def test_a_really_full_disk_is_said_and_leaves_nothing_behind(tmp_path, workspace, reader):
    resource = pytest.importorskip("resource", reason="only POSIX limits the size of a file")
    import signal

    source = make_source(tmp_path, data=make_jpeg(make_block(), size=(1200, 900)))
    take_in(make_source(tmp_path, "small.png", make_png()), workspace, reader)
    kept = files_in(workspace)
    old = resource.getrlimit(resource.RLIMIT_FSIZE)
    ignored = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (4096, old[1]))
    try:
        with pytest.raises(InspectorError) as refused:
            take_in(source, workspace, reader)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, old)
        signal.signal(signal.SIGXFSZ, ignored)
    assert refused.value.problem is Problem.DISK_FULL
    assert files_in(workspace) == kept


def test_a_card_that_fails_while_reading_is_the_source_s_fault(
    tmp_path, workspace, reader, monkeypatch
):
    class Failing:
        def __init__(self, stream):
            self.stream, self.reads = stream, 0

        def __enter__(self):
            return self

        def __exit__(self, *_what):
            self.stream.close()

        def read(self, size):
            self.reads += 1
            if self.reads > 1:
                raise OSError(errno.EIO, "Input/output error")
            return self.stream.read(size)

    source = make_source(tmp_path)
    real_open = Path.open
    monkeypatch.setattr(
        Path,
        "open",
        lambda path, *how: (
            Failing(real_open(path, *how)) if path == source else real_open(path, *how)
        ),
    )
    with pytest.raises(InspectorError) as refused:
        take_in(source, workspace, reader)
    assert refused.value.problem is Problem.FILE_UNREADABLE
    assert files_in(workspace) == []


def test_a_file_in_the_place_of_the_photo_folder_is_said(tmp_path, workspace, reader):
    (workspace / "photos").write_text("in the way")
    with pytest.raises(InspectorError) as refused:
        take_in(make_source(tmp_path), workspace, reader)
    assert refused.value.problem is Problem.FOLDER_NOT_WRITABLE


def test_the_sweep_removes_what_was_not_finished_and_nothing_else(tmp_path, workspace, reader):
    taken = take_in(make_source(tmp_path), workspace, reader)
    (workspace / "photos" / ".incoming-abc").write_bytes(b"half")
    assert sweep(workspace) == 1
    assert sweep(workspace) == 0
    assert taken.path.is_file()


def test_sweeping_a_new_workspace_is_harmless(workspace):
    assert sweep(workspace) == 0


def test_folders_are_made_durable_once_for_a_batch(tmp_path, workspace, reader, monkeypatch):
    synced = []
    monkeypatch.setattr(intake, "_sync_folder", synced.append)
    photos = [
        take_in(
            make_source(tmp_path, f"{n}.jpg", make_jpeg(make_block(), size=(16 + n, 16))),
            workspace,
            reader,
            settle=False,
        )
        for n in range(3)
    ]
    assert synced == []
    settle_folders(workspace, photos)
    assert len(synced) == len(set(synced))
    assert set(synced) == {workspace / "photos", *(photo.path.parent for photo in photos)}


def test_an_original_is_found_by_its_hash_or_said_to_be_lost(tmp_path, workspace, reader):
    taken = take_in(make_source(tmp_path), workspace, reader)
    assert find_original(workspace, taken.sha256) == taken.path
    assert original_path(workspace, taken.sha256, taken.mime) == taken.path
    taken.path.unlink()
    with pytest.raises(InspectorError) as lost:
        find_original(workspace, taken.sha256)
    assert lost.value.problem is Problem.PHOTO_LOST
    with pytest.raises(InspectorError):
        rehash(taken.path)
