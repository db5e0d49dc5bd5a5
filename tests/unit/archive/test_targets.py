"""A target that is full, read-only, too small for one file or pulled out leaves nothing half."""

import errno
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from inspector.archive import placing, zipbag
from inspector.archive.zipbag import seal
from inspector.core.errors import InspectorError, Problem
from inspector.core.progress import Unwatched
from tests.kit.bundles import make_plan

ROOT = Path(__file__).parents[3]
UNSHARE = shutil.which("unshare")


def may_mount():
    """Tell whether this computer lets us mount in a namespace of our own."""
    if UNSHARE is None or not sys.platform.startswith("linux"):
        return False
    tried = [UNSHARE, "-m", "/bin/sh", "-c", "mount -t tmpfs none /mnt"]
    return subprocess.run(tried, capture_output=True, check=False).returncode == 0  # noqa: S603


@pytest.mark.skipif(not may_mount(), reason="mounting needs Linux and root")
@pytest.mark.parametrize("form", ["zip", "folder"])
@pytest.mark.parametrize(
    ("how", "problem"),
    [
        ("full", Problem.DISK_FULL),
        ("filled", Problem.DISK_FULL),
        ("read-only", Problem.FOLDER_NOT_WRITABLE),
        ("limited", Problem.BUNDLE_TARGET_LIMIT),
        ("pulled", Problem.BUNDLE_DISK_LOST),
    ],
)
def test_a_target_that_fails_is_named_and_nothing_is_left(tmp_path, how, problem, form):
    done = subprocess.run(  # noqa: S603 - our own program
        [UNSHARE, "-m", sys.executable, "-m", "tests.kit.targets", how, form, str(tmp_path)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    told = json.loads(done.stdout)
    assert told["problem"] == problem
    assert str(tmp_path / "target") in told["sentence"]
    assert told["left"] == []


@pytest.mark.parametrize("code", [errno.EIO, errno.ENODEV, errno.ENXIO, errno.ESTALE])
@pytest.mark.parametrize("at", ["write_at", "finish", "sync"])
def test_a_disk_that_breaks_is_told_from_one_that_is_full(tmp_path, monkeypatch, code, at):
    def broken(*_given, **_more):
        raise OSError(code, os.strerror(code))

    monkeypatch.setattr(placing._Placed, at, broken)
    monkeypatch.setattr(zipbag.Path, "unlink", broken)
    with pytest.raises(InspectorError) as caught:
        seal(make_plan(tmp_path / "src"), tmp_path / "b.zip", Unwatched())
    assert caught.value.problem is Problem.BUNDLE_DISK_LOST
    assert caught.value.facts["detail"] == os.strerror(code)
    assert not (tmp_path / "b.zip").exists()
