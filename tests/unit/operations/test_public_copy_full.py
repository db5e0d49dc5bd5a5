"""A disk that is full while a public copy is made is named, and nothing is left half."""

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from inspector.core.errors import Problem

ROOT = Path(__file__).parents[3]
UNSHARE = shutil.which("unshare")


def may_mount():
    """Tell whether this computer lets us mount in a namespace of our own."""
    if UNSHARE is None or not sys.platform.startswith("linux"):
        return False
    tried = [UNSHARE, "-m", "/bin/sh", "-c", "mount -t tmpfs none /mnt"]
    return subprocess.run(tried, capture_output=True, check=False).returncode == 0  # noqa: S603


@pytest.mark.skipif(not may_mount(), reason="mounting needs Linux and root")
@pytest.mark.parametrize("kilobytes", [1_200, 7_000])
def test_a_full_disk_is_named_and_nothing_is_left(tmp_path, kilobytes):
    program = ["-m", sys.executable, "-m", "tests.kit.full_exports", str(tmp_path), str(kilobytes)]
    done = subprocess.run(  # noqa: S603 - our own program
        [UNSHARE, *program], cwd=ROOT, capture_output=True, text=True, check=True
    )
    told = json.loads(done.stdout)
    assert told["problem"] == Problem.DISK_FULL
    assert str(tmp_path) in told["sentence"]
    assert (told["left"], told["copies"]) == ([], 0)
