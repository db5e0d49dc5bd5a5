"""A sealing that was killed goes on, in another process and at another time of day."""

import os
import signal
import subprocess
import sys
import textwrap
from datetime import timedelta
from pathlib import Path

import pytest

from inspector.archive import zipbag
from inspector.archive.tags import read_time
from inspector.archive.verify import verify
from inspector.core.progress import Unwatched
from inspector.operations.bundles import seal_bundle
from inspector.operations.projects import list_projects
from inspector.operations.workspace import open_workspace
from tests.kit.builders import StoppedClock, make_visit
from tests.kit.bundles import GAPS
from tests.kit.sample import sample_workspace

ROOT = Path(__file__).parents[3]
KILLED = """
    import os, signal, sys
    from pathlib import Path
    from inspector.archive import journal
    from inspector.operations.bundles import seal_bundle
    from inspector.operations.workspace import open_workspace
    from tests.kit.builders import StoppedClock
    from tests.kit.bundles import GAPS

    folder, profile, project, out = Path(sys.argv[1]), Path(sys.argv[2]), sys.argv[3], sys.argv[4]
    journal.SYNC_EVERY, note, count = 10, journal.Journal.note, [0]

    def note_and_die(self, *given):
        note(self, *given)
        count[0] += 1
        if count[0] == 12:
            os.kill(os.getpid(), signal.SIGKILL)

    journal.Journal.note = note_and_die
    workspace = open_workspace(folder, profile, StoppedClock())
    seal_bundle(workspace, project, Path(out), form=GAPS)
"""


def killed(tmp_path, out):
    """Have a sealing killed in its middle; give the sample that it was of."""
    with sample_workspace(tmp_path) as sample:
        folder, profile = sample.workspace.folder, sample.workspace.profile
    arguments = [str(one) for one in (folder, profile, sample.project_id, out)]
    done = subprocess.run(  # noqa: S603 - our own interpreter
        [sys.executable, "-c", textwrap.dedent(KILLED), *arguments],
        cwd=ROOT,
        capture_output=True,
        check=False,
    )
    assert done.returncode == -signal.SIGKILL, done.stderr.decode()
    return folder, profile, sample.project_id


@pytest.fixture
def later():
    clock = StoppedClock()
    clock.at += timedelta(hours=5)
    return clock


def sealed_at(found):
    return dict(found.info)["Inspector-Sealed-At"]


@pytest.mark.skipif(os.name == "nt", reason="SIGKILL is a matter of POSIX")
def test_after_a_change_it_is_begun_anew_under_its_own_time(tmp_path, later):
    out = tmp_path / "b.zip"
    folder, profile, project_id = killed(tmp_path, out)
    again = open_workspace(folder, profile, later)
    try:
        make_visit(again, list_projects(again)[0].project)
        seal_bundle(again, project_id, out, form=GAPS)
    finally:
        again.close()
    found = verify(out, Unwatched())
    assert found.ok
    assert read_time(sealed_at(found)) == later().replace(microsecond=0)


@pytest.mark.skipif(os.name == "nt", reason="SIGKILL is a matter of POSIX")
def test_what_was_written_before_the_kill_is_not_written_again(tmp_path, monkeypatch, later):
    out = tmp_path / "b.zip"
    folder, profile, project_id = killed(tmp_path, out)
    copied, copy = [], zipbag._Copying._copied
    monkeypatch.setattr(
        zipbag._Copying, "_copied", lambda self, s, m: (copied.append(s), copy(self, s, m))[1]
    )
    again = open_workspace(folder, profile, later)
    try:
        made = seal_bundle(again, project_id, out, form=GAPS).value
    finally:
        again.close()
    assert len(copied) <= made.files - 11
    assert verify(out, Unwatched()).ok
    assert sorted(path.name for path in tmp_path.glob("b.zip*")) == ["b.zip"]
