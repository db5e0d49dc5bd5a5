"""Files under their hash: there whole, or not at all."""

import errno
import hashlib
import os

import pytest

from inspector.core.errors import InspectorError, Problem
from inspector.operations.files import content_name, content_path, keep_content, write_whole

CONTENT = "归档".encode()
SHA256 = hashlib.sha256(CONTENT).hexdigest()


def test_content_lies_under_its_hash_and_its_name_tells_it(tmp_path):
    path = keep_content(tmp_path, SHA256, ".json", CONTENT)
    assert path == content_path(tmp_path, SHA256, ".json")
    assert path.parent.name == SHA256[:2]
    assert content_name(path) == SHA256
    assert path.read_bytes() == CONTENT


def test_what_is_there_is_left_alone(tmp_path):
    path = keep_content(tmp_path, SHA256, ".json", CONTENT)
    before = path.stat().st_mtime_ns, path.stat().st_ino
    keep_content(tmp_path, SHA256, ".json", CONTENT)
    assert (path.stat().st_mtime_ns, path.stat().st_ino) == before


@pytest.mark.parametrize(
    ("number", "problem"),
    [
        (errno.ENOSPC, Problem.DISK_FULL),
        (errno.EDQUOT, Problem.DISK_FULL),
        (errno.EFBIG, Problem.DISK_FULL),
        (errno.EACCES, Problem.FOLDER_NOT_WRITABLE),
        (errno.EROFS, Problem.FOLDER_NOT_WRITABLE),
    ],
)
def test_a_disk_that_refuses_leaves_the_old_file_and_no_new_one(
    tmp_path, monkeypatch, number, problem
):
    path = tmp_path / "paper.pdf"
    write_whole(path, b"old")

    def refuse(_descriptor):
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(os, "fsync", refuse)
    with pytest.raises(InspectorError) as caught:
        write_whole(path, b"new")
    assert caught.value.problem is problem
    assert [file.name for file in tmp_path.iterdir()] == ["paper.pdf"]
    assert path.read_bytes() == b"old"


def test_an_unknown_failure_stays_what_it_is(tmp_path, monkeypatch):
    def fail(_descriptor):
        raise OSError(errno.EIO, "broken disk")

    monkeypatch.setattr(os, "fsync", fail)
    with pytest.raises(OSError, match="broken disk"):
        write_whole(tmp_path / "paper.pdf", b"new")
    assert list(tmp_path.iterdir()) == []
