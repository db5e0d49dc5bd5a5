"""The SM3 manifest: right by the standard's own vectors, checked, and no hindrance to others."""

import hashlib
import shutil
import subprocess
import sys
import zipfile
from dataclasses import replace

import pytest

from inspector.archive import journal, sources, zipbag
from inspector.archive.folderbag import seal_folder
from inspector.archive.repair import repair
from inspector.archive.verify import verify
from inspector.archive.zipbag import seal
from inspector.core.bundles import Member
from inspector.core.errors import InspectorError, Problem
from inspector.core.faults import FaultCode
from inspector.core.progress import Unwatched
from tests.kit.bundles import make_plan

QUIET = Unwatched()
VECTORS = {
    b"abc": "66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0",
    b"abcd" * 16: "debe9ff92275b8a138604889c18e5a4d6fdb70e5387e5765293dcba39c0c5732",
}
"""GB/T 32905-2016, annex A."""


def sm3_plan(folder, **changes):
    return replace(make_plan(folder, **changes), with_sm3=True)


@pytest.fixture
def bag(tmp_path):
    """Give a sealed folder with SM3."""
    seal_folder(sm3_plan(tmp_path / "src"), tmp_path / "bag", QUIET)
    return tmp_path / "bag"


def run(*command, at=None):
    return subprocess.run(command, capture_output=True, check=False, cwd=at)  # noqa: S603 - fixed


def test_the_manifest_holds_the_sums_of_the_standard(tmp_path):
    members = tuple(Member(f"{number}.bin", one) for number, one in enumerate(VECTORS))
    seal_folder(sm3_plan(tmp_path / "src", members=members), tmp_path / "bag", QUIET)
    lines = (tmp_path / "bag/manifest-sm3.txt").read_text().splitlines()
    assert [line.split("  ")[0] for line in lines] == list(VECTORS.values())


def test_it_is_in_zip_and_folder_alike_and_both_are_sound(tmp_path, bag):
    plan = sm3_plan(tmp_path / "src")
    sealed = seal(plan, tmp_path / "b.zip", QUIET)
    with zipfile.ZipFile(sealed.path) as archive:
        last = [name.partition("/")[2] for name in archive.namelist()][-6:]
        assert archive.read(f"{plan.root}/manifest-sm3.txt") == (
            (bag / "manifest-sm3.txt").read_bytes()
        )
    assert last == [
        *("bagit.txt", "bag-info.txt", "manifest-sha256.txt", "manifest-sm3.txt"),
        *("tagmanifest-sha256.txt", "tagmanifest-sm3.txt"),
    ]
    found = verify(sealed.path, QUIET)
    assert (found.faults, found.remarks) == ((), ())
    assert found.sha256 == sealed.sha256 == verify(bag, QUIET).sha256
    assert verify(bag, QUIET).ok


def test_without_it_the_bytes_stay_as_they_were(tmp_path):
    seal_folder(make_plan(tmp_path / "src"), tmp_path / "plain", QUIET)
    assert not list((tmp_path / "plain").glob("*sm3*"))


def test_other_tools_agree(bag):
    assert run(sys.executable, "-m", "bagit", "--validate", bag).returncode == 0
    sums = run("sha256sum", "-c", "manifest-sha256.txt", "tagmanifest-sha256.txt", at=bag)
    assert sums.returncode == 0, sums.stderr
    if shutil.which("openssl"):
        for line in (bag / "tagmanifest-sm3.txt").read_text().splitlines():
            digest, _, name = line.partition("  ")
            told = run("openssl", "dgst", "-sm3", "-r", bag / name).stdout.decode()
            assert told.split()[0] == digest


def test_a_list_that_lost_a_line_is_found(bag):
    path = bag / "tagmanifest-sm3.txt"
    path.write_text("".join(path.read_text().splitlines(keepends=True)[1:]))
    (fault,) = verify(bag, QUIET).faults
    assert (fault.code, fault.member) == (FaultCode.MANIFEST_SHORT, path.name)


@pytest.mark.parametrize("name", ["manifest-sm3.txt", "tagmanifest-sm3.txt"])
def test_a_sum_that_differs_is_found(bag, name):
    text = (bag / name).read_text()
    (bag / name).write_text(("0" if text[0] != "0" else "1") + text[1:])
    codes = {(fault.code, fault.facts.get("algorithm")) for fault in verify(bag, QUIET).faults}
    assert (FaultCode.HASH_DIFFERS, "sm3") in codes


def test_a_file_that_differs_is_found_by_sm3_too(bag):
    file = bag / "data/说明文件.TXT"
    file.write_bytes(file.read_bytes().replace(b"5", b"6"))
    found = {(fault.member, fault.facts.get("algorithm")) for fault in verify(bag, QUIET).faults}
    assert found == {("data/说明文件.TXT", "sha256"), ("data/说明文件.TXT", "sm3")}


def test_a_damaged_copy_is_repaired_to_the_sealed_bytes(tmp_path, bag):
    sealed = seal(sm3_plan(tmp_path / "src"), tmp_path / "b.zip", QUIET)
    whole = sealed.path.read_bytes()
    (bag / "manifest-sm3.txt").unlink()
    (bag / "bag-info.txt").write_bytes(b"")
    copy = bag.rename(tmp_path / make_plan(tmp_path / "src").root)
    made = repair(copy, sealed.path, tmp_path / "new.zip", QUIET)
    assert made.path.read_bytes() == whole


def test_a_computer_without_sm3_says_so_before_it_writes(tmp_path, monkeypatch):
    monkeypatch.setattr(sources.hashlib, "algorithms_available", {"sha256"})
    with pytest.raises(InspectorError) as caught:
        seal(sm3_plan(tmp_path / "src"), tmp_path / "b.zip", QUIET)
    assert caught.value.problem is Problem.SM3_ABSENT
    assert not (tmp_path / "b.zip.part").exists()


def test_a_computer_without_sm3_still_verifies_by_sha256(bag, monkeypatch):
    monkeypatch.setattr(hashlib, "algorithms_available", {"sha256"})
    assert verify(bag, QUIET).ok


def test_the_journal_of_a_killed_run_keeps_the_sums(tmp_path, monkeypatch):
    monkeypatch.setattr(journal, "SYNC_EVERY", 0)
    plan = sm3_plan(tmp_path / "src")
    out = tmp_path / "b.zip"
    monkeypatch.setattr(zipbag, "_close_bag", _die)
    monkeypatch.setattr(zipbag.Path, "unlink", lambda *_given, **_more: None)
    with pytest.raises(RuntimeError):
        seal(plan, out, QUIET)
    monkeypatch.undo()
    assert zipbag.goes_on(plan, out)
    assert not zipbag.goes_on(replace(plan, with_sm3=False), out)
    monkeypatch.setattr(zipbag._Copying, "_copied", _die)
    seal(plan, out, QUIET)
    assert verify(out, QUIET).ok


def _die(*_given):
    raise RuntimeError
