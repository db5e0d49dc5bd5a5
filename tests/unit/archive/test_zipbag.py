"""One-pass bundles: readable by others, deterministic, whole or absent, resumable."""

import errno
import hashlib
import os
import shutil
import signal
import subprocess
import sys
import textwrap
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest

from inspector.archive import journal as journal_module
from inspector.archive import placing, zipbag
from inspector.archive.verify import verify
from inspector.archive.zipbag import seal
from inspector.core.bundles import Member
from inspector.core.errors import Cancelled, InspectorError, Problem
from inspector.core.progress import Unwatched
from tests.kit.bundles import MADE_AT, make_plan

QUIET = Unwatched()
ROOT = Path(__file__).parents[3]


def left_over(folder):
    return sorted(path.name for path in folder.iterdir() if path.is_file())


@pytest.fixture
def out(tmp_path):
    folder = tmp_path / "out"
    folder.mkdir()
    return folder / "包.zip"


def refusal(plan, out, **options):
    with pytest.raises(InspectorError) as caught:
        seal(plan, out, QUIET, **options)
    return caught.value


def test_a_bundle_is_read_by_other_programs(tmp_path, out):
    plan = make_plan(tmp_path / "src")
    sealed = seal(plan, out, QUIET)
    assert sealed.path == out
    assert (sealed.files, sealed.bytes) == (4, sum(len(_content(m)) for m in plan.members))
    with zipfile.ZipFile(out) as archive:
        assert archive.testzip() is None
        for member in plan.members:
            assert archive.read(f"{plan.root}/data/{member.name}") == _content(member)
        assert all(info.date_time == (2026, 11, 22, 16, 30, 14) for info in archive.infolist())
        archive.extractall(tmp_path / "x")
    bag = tmp_path / "x" / plan.root
    tag_manifest = (bag / "tagmanifest-sha256.txt").read_bytes()
    assert sealed.sha256 == hashlib.sha256(tag_manifest).hexdigest()
    _run([sys.executable, "-W", "ignore", "-m", "bagit", "--validate", "--quiet", str(bag)])
    if shutil.which("unzip"):
        _run(["unzip", "-tqq", str(out)])
    if shutil.which("sha256sum"):
        _run(
            ["sha256sum", "-c", "--quiet", "manifest-sha256.txt", "tagmanifest-sha256.txt"], cwd=bag
        )


def _content(member):
    return member.source if isinstance(member.source, bytes) else member.source.read_bytes()


def _run(command, **options):
    done = subprocess.run(  # noqa: S603 - commands of this file
        command, capture_output=True, text=True, check=False, **options
    )
    assert done.returncode == 0, done.stdout + done.stderr


def test_equal_plans_give_equal_bytes(tmp_path, out):
    plan = make_plan(tmp_path / "src")
    seal(plan, out, QUIET)
    again = out.with_name("again.zip")
    seal(plan, again, QUIET)
    assert again.read_bytes() == out.read_bytes()


def test_the_path_without_pwrite_gives_the_same_bytes(tmp_path, out, monkeypatch):
    plan = make_plan(tmp_path / "src", tuple(range(1000, 200_000, 30_000)))
    seal(plan, out, QUIET)
    monkeypatch.delattr(os, "pwrite")
    again = out.with_name("again.zip")
    seal(plan, again, QUIET)
    assert again.read_bytes() == out.read_bytes()


def test_nothing_but_the_bundle_is_left(tmp_path, out):
    seal(make_plan(tmp_path / "src"), out, QUIET)
    assert left_over(out.parent) == ["包.zip"]


def test_an_existing_file_is_replaced_only_if_asked(tmp_path, out):
    plan = make_plan(tmp_path / "src")
    out.write_bytes(b"old")
    assert refusal(plan, out).problem is Problem.BUNDLE_EXISTS
    assert out.read_bytes() == b"old"
    seal(plan, out, QUIET, replace_existing=True)
    assert verify(out, QUIET).ok


def test_a_folder_of_that_name_is_never_replaced(tmp_path, out):
    out.mkdir()
    error = refusal(make_plan(tmp_path / "src"), out, replace_existing=True)
    assert error.problem is Problem.BUNDLE_EXISTS


def test_a_photo_that_differs_from_its_intake_stops_the_bundle(tmp_path, out):
    plan = make_plan(tmp_path / "src")
    victim = plan.members[3]
    content = bytearray(victim.source.read_bytes())
    content[1000] ^= 1
    victim.source.write_bytes(content)
    error = refusal(plan, out)
    assert error.problem is Problem.BUNDLE_SOURCE_DIFFERS
    assert (error.facts["member"], error.facts["file"]) == (victim.name, str(victim.source))
    assert left_over(out.parent) == []


@pytest.mark.parametrize("growth", [-1, 1, 400_000])
def test_a_file_that_changes_size_meanwhile_stops_the_bundle(tmp_path, out, monkeypatch, growth):
    plan = make_plan(tmp_path / "src")
    victim = plan.members[3].source
    lay_out = zipbag.laid_out

    def lay_out_then_change(plan):
        sources = lay_out(plan)
        victim.write_bytes((victim.read_bytes() * 3)[: 300_000 + growth])
        return sources

    monkeypatch.setattr(zipbag, "laid_out", lay_out_then_change)
    assert refusal(plan, out).problem is Problem.BUNDLE_SOURCE_CHANGED
    assert left_over(out.parent) == []


def test_a_file_rewritten_meanwhile_stops_the_bundle(tmp_path, out, monkeypatch):
    plan = make_plan(tmp_path / "src")
    member = plan.members[3]
    plan = replace(plan, members=(Member(member.name, member.source),))
    lay_out = zipbag.laid_out

    def lay_out_then_touch(plan):
        sources = lay_out(plan)
        os.utime(member.source, ns=(1, 1))
        return sources

    monkeypatch.setattr(zipbag, "laid_out", lay_out_then_touch)
    assert refusal(plan, out).problem is Problem.BUNDLE_SOURCE_CHANGED


def test_a_missing_file_is_named_before_anything_is_written(tmp_path, out):
    plan = make_plan(tmp_path / "src")
    plan.members[1].source.unlink()
    error = refusal(plan, out)
    assert error.problem is Problem.BUNDLE_SOURCE_MISSING
    assert error.facts["file"].endswith("源1.jpg")
    assert left_over(out.parent) == []


def test_a_disk_without_room_is_refused_before_starting(tmp_path, out, monkeypatch):
    plan = make_plan(tmp_path / "src")
    monkeypatch.setattr(shutil, "disk_usage", lambda _: shutil._ntuple_diskusage(1, 1, 1000))
    monkeypatch.setattr(zipbag, "open_placing", None)
    assert refusal(plan, out).problem is Problem.DISK_FULL
    assert left_over(out.parent) == []


@pytest.mark.parametrize("name", ["write_at", "finish"])
def test_a_disk_that_fills_up_leaves_nothing_behind(tmp_path, out, monkeypatch, name):
    def full(*_):
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(placing._Placed, name, full)
    error = refusal(make_plan(tmp_path / "src"), out)
    assert error.problem is Problem.DISK_FULL
    assert error.facts["file"] == str(out)
    assert left_over(out.parent) == []


def lost(*_given, **_more):
    raise OSError(errno.EIO, os.strerror(errno.EIO))


@pytest.mark.parametrize("name", ["write_at", "finish"])
def test_a_disk_pulled_out_in_mid_write_is_named(tmp_path, out, monkeypatch, name):
    plan = make_plan(tmp_path / "src")
    monkeypatch.setattr(placing._Placed, name, lost)
    monkeypatch.setattr(Path, "unlink", lost)
    error = refusal(plan, out)
    assert error.problem is Problem.BUNDLE_DISK_LOST
    assert error.facts["file"] == str(out)
    assert not out.exists()


def test_advice_that_the_file_system_does_not_take_harms_nothing(tmp_path, out, monkeypatch):
    monkeypatch.setattr(placing, "_FLOW_EVERY", 1000)
    monkeypatch.setattr(os, "posix_fadvise", lost, raising=False)
    seal(make_plan(tmp_path / "src"), out, QUIET)
    assert verify(out, QUIET).ok


def test_a_folder_that_is_not_there_is_refused(tmp_path, out):
    plan = make_plan(tmp_path / "src")
    error = refusal(plan, out.parent / "none" / "b.zip")
    assert error.problem is Problem.FOLDER_NOT_WRITABLE


class StopAtOnce(Unwatched):
    def wants_stop(self):
        return True


def test_a_stop_leaves_nothing_behind(tmp_path, out):
    with pytest.raises(Cancelled):
        seal(make_plan(tmp_path / "src"), out, StopAtOnce())
    assert left_over(out.parent) == []


class Watching(Unwatched):
    def __init__(self):
        self.told = []

    def report(self, done, total):
        self.told.append((done, total))


def test_progress_ends_at_the_total(tmp_path, out):
    watching = Watching()
    plan = make_plan(tmp_path / "src")
    sealed = seal(plan, out, watching)
    assert watching.told[-1] == (sealed.bytes, sealed.bytes)


KILLED = """
    import os, signal, sys
    from pathlib import Path
    from inspector.archive import journal, parallel, zipbag
    from inspector.core.progress import Unwatched
    from tests.kit.bundles import MADE_AT, make_plan

    journal.SYNC_EVERY = 200_000
    parallel._MOST_THREADS = 1
    note, count = journal.Journal.note, [0]

    def note_and_die(self, *given):
        note(self, *given)
        count[0] += 1
        if count[0] == 6:
            os.kill(os.getpid(), signal.SIGKILL)

    journal.Journal.note = note_and_die
    zipbag.seal(make_plan(Path(sys.argv[1]), (100_000,) * 10), Path(sys.argv[2]), Unwatched())
"""


def killed_run(source, out):
    done = subprocess.run(  # noqa: S603 - our own interpreter
        [sys.executable, "-c", textwrap.dedent(KILLED), str(source), str(out)],
        cwd=ROOT,
        capture_output=True,
        check=False,
    )
    assert done.returncode == -signal.SIGKILL, done.stderr.decode()


@pytest.mark.skipif(os.name == "nt", reason="SIGKILL is a matter of POSIX")
def test_a_killed_run_goes_on_and_gives_the_same_bytes(tmp_path, out, monkeypatch):
    source = tmp_path / "src"
    plan = make_plan(source, (100_000,) * 10)
    whole = out.with_name("whole.zip")
    seal(plan, whole, QUIET)
    killed_run(source, out)
    assert left_over(out.parent) == ["whole.zip", "包.zip.journal", "包.zip.part"]
    copied = []
    copy = zipbag._Copying._copied
    monkeypatch.setattr(
        zipbag._Copying, "_copied", lambda self, s, m: (copied.append(s), copy(self, s, m))[1]
    )
    seal(plan, out, QUIET)
    assert 0 < len(copied) < len(plan.members) - 3
    assert out.read_bytes() == whole.read_bytes()
    assert left_over(out.parent) == ["whole.zip", "包.zip"]


@pytest.mark.skipif(os.name == "nt", reason="SIGKILL is a matter of POSIX")
def test_a_killed_run_of_another_plan_is_begun_anew(tmp_path, out):
    source = tmp_path / "src"
    killed_run(source, out)
    plan = make_plan(source, (100_000,) * 10, info=(("Source-Organization", "另一单位"),))
    seal(plan, out, QUIET)
    found = verify(out, QUIET)
    assert found.ok
    assert dict(found.info)["Source-Organization"] == "另一单位"


@pytest.mark.skipif(os.name == "nt", reason="SIGKILL is a matter of POSIX")
def test_a_killed_run_tells_the_time_at_which_it_was_sealing(tmp_path, out):
    assert zipbag.begun_at(out) is None
    killed_run(tmp_path / "src", out)
    assert zipbag.begun_at(out) == MADE_AT
    out.with_name("包.zip.journal").write_bytes(b"\xff")
    assert zipbag.begun_at(out) is None


@pytest.mark.parametrize("rubbish", [b"", b"\xff\xfe", b"plan\nx", b"plan\n0 0 zz\n"])
def test_a_torn_journal_does_no_harm(tmp_path, out, rubbish):
    plan = make_plan(tmp_path / "src")
    digest = zipbag._plan_name(plan, zipbag.laid_out(plan)).encode()
    out.with_name("包.zip.journal").write_bytes(rubbish.replace(b"plan", digest))
    out.with_name("包.zip.part").write_bytes(b"\0" * 1_000_000)
    seal(plan, out, QUIET)
    assert verify(out, QUIET).ok


def test_a_journal_ahead_of_its_file_is_not_believed(tmp_path, out):
    plan = make_plan(tmp_path / "src")
    digest = zipbag._plan_name(plan, zipbag.laid_out(plan))
    line = f"{digest}\n3 1 {'0' * 64}\n"
    out.with_name("包.zip.journal").write_text(line, encoding="utf-8")
    out.with_name("包.zip.part").write_bytes(b"short")
    seal(plan, out, QUIET)
    assert verify(out, QUIET).ok


def test_the_journal_never_runs_ahead_of_the_bytes(tmp_path, monkeypatch):
    order = []

    class Target:
        def sync(self):
            order.append("bytes")

    monkeypatch.setattr(journal_module, "SYNC_EVERY", 10)
    monkeypatch.setattr(os, "fsync", lambda _: order.append("journal"))
    journal = journal_module.Journal(tmp_path / "j", "plan")
    journal.start()
    journal.note(0, journal_module.Digest(1, "a" * 64), 5, Target())
    assert order == []
    journal.note(1, journal_module.Digest(2, "b" * 64), 5, Target())
    assert order == ["bytes", "journal"]
    assert sorted(journal.read()) == [0, 1]


@pytest.mark.slow
def test_more_members_than_a_plain_zip_counts(tmp_path, out):
    members = tuple(Member(f"{n // 1000}/{n}.txt", b"%d" % n) for n in range(66_000))
    plan = make_plan(tmp_path / "src", (), members=members)
    seal(plan, out, QUIET)
    assert verify(out, QUIET).ok
    with zipfile.ZipFile(out) as archive:
        assert len(archive.namelist()) == 66_004
        assert archive.read(f"{plan.root}/data/65/65999.txt") == b"65999"
