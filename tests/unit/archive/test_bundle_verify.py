"""Whatever befalls a bundle after sealing is found, and said of the right file."""

import hashlib
import io
import re
import struct
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from inspector.archive.folderbag import seal_folder
from inspector.archive.verify import verify
from inspector.archive.zipbag import seal
from inspector.core.errors import InspectorError, Problem
from inspector.core.faults import FaultCode, FileState
from inspector.core.progress import Unwatched
from inspector.words.archive import fault_sentence
from tests.kit.bundles import make_plan

QUIET = Unwatched()
ROOT = "LJ-2026-0137_景芳二区验收"


@pytest.fixture(scope="module")
def sound(tmp_path_factory):
    """Give the bytes of one small sound bundle."""
    folder = tmp_path_factory.mktemp("sound")
    seal(make_plan(folder / "src", (0, 1, 700)), folder / "b.zip", QUIET)
    return (folder / "b.zip").read_bytes()


@pytest.fixture
def put(tmp_path):
    def put(content):
        path = tmp_path / "b.zip"
        path.write_bytes(content)
        return path

    return put


@pytest.fixture
def folder(sound, put, tmp_path):
    """Give the bundle unpacked."""
    with zipfile.ZipFile(put(sound)) as archive:
        archive.extractall(tmp_path / "x")
    return tmp_path / "x" / ROOT


def faults_of(path):
    return {(fault.code, fault.member) for fault in verify(path, QUIET).faults}


def codes_of(path):
    return {fault.code for fault in verify(path, QUIET).faults}


def test_a_sound_bundle_passes(sound, put):
    found = verify(put(sound), QUIET)
    assert found.ok
    assert found.remarks == ()
    assert (found.files, found.bytes) == (4, 14 + 0 + 1 + 700)
    assert dict(found.info)["Source-Organization"] == "某区住建局"


def test_check_and_seal_name_the_same_anchor(tmp_path):
    sealed = seal(make_plan(tmp_path / "s"), tmp_path / "b.zip", QUIET)
    assert verify(tmp_path / "b.zip", QUIET).sha256 == sealed.sha256


def test_a_sound_folder_passes(folder):
    assert verify(folder, QUIET).ok
    assert verify(folder.parent, QUIET).ok


@settings(
    max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(changes=st.dictionaries(st.integers(0, 10_000), st.integers(1, 255), min_size=1, max_size=4))
def test_several_changed_bytes_are_seen(sound, tmp_path, changes):
    content = bytearray(sound)
    for at, mask in changes.items():
        content[at % len(content)] ^= mask
    if bytes(content) == sound:
        return
    path = tmp_path / "b.zip"
    path.write_bytes(content)
    assert not verify(path, QUIET).ok


@settings(
    max_examples=100, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(content=st.binary(max_size=400))
@example(content=b"")
@example(content=b"PK\x05\x06" + b"\0" * 18)
def test_any_bytes_get_an_answer(tmp_path, content):
    path = tmp_path / "any.zip"
    path.write_bytes(content)
    assert not verify(path, QUIET).ok


@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(length=st.integers(0, 10_000))
def test_a_cut_bundle_is_seen(sound, tmp_path, length):
    path = tmp_path / "b.zip"
    path.write_bytes(sound[: length % len(sound)])
    assert not verify(path, QUIET).ok


@pytest.mark.parametrize(
    ("before", "after"), [(b"", b"\0"), (b"x", b""), (b"", b"PK\x05\x06" + b"\0" * 18)]
)
def test_bytes_before_or_behind_are_seen(sound, put, before, after):
    assert not verify(put(before + sound + after), QUIET).ok


def rewritten(sound, change, method=zipfile.ZIP_STORED):
    """Write the bundle again with zipfile, its list of (name, content) changed."""
    with zipfile.ZipFile(io.BytesIO(sound)) as archive:
        files = [(name, archive.read(name)) for name in archive.namelist()]
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", method) as archive:
        for name, content in change(files):
            archive.writestr(name, content)
    return out.getvalue()


@pytest.mark.parametrize(
    "change", [list, lambda files: [files[1], files[0], *files[2:]]], ids=["same order", "other"]
)
@pytest.mark.parametrize("method", [zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED])
def test_a_zip_packed_anew_is_told_from_the_sealed_one(sound, put, change, method):
    found = verify(put(rewritten(sound, change, method)), QUIET)
    assert found.ok
    assert [remark.code for remark in found.remarks] == [FaultCode.REPACKED]
    assert {one.state for one in found.members} == {FileState.OK, FileState.NOT_LISTED}


@pytest.mark.parametrize("behind", [b"PK evil", b"\0"])
def test_bytes_behind_a_zip_packed_anew_are_seen(sound, put, behind):
    found = verify(put(rewritten(sound, list) + behind), QUIET)
    (fault,) = found.faults
    assert fault.code is FaultCode.BYTES_BEHIND
    assert fault.facts == {"bytes": len(behind)}


def test_a_folder_of_a_zip_that_leads_out_is_named(sound, put):
    path = put(rewritten(sound, lambda files: [*files, ("../evil/", b"")]))
    assert (FaultCode.NAME_HOSTILE, "../evil/") in faults_of(path)


def test_a_zip_that_got_a_list_more_is_not_only_packed_anew(sound, put):
    path = put(rewritten(sound, lambda files: [*files, (f"{ROOT}/tagmanifest-zzz.txt", b"x")]))
    assert (FaultCode.MEMBER_EXTRA, "tagmanifest-zzz.txt") in faults_of(path)


def test_one_header_that_differs_is_damage_and_no_packing_anew(sound, put):
    content = bytearray(sound)
    content[10] ^= 1
    assert faults_of(put(content)) == {(FaultCode.HEADER_DIFFERS, "data/说明文件.TXT")}


def test_a_zip_packed_anew_with_a_changed_file_is_damaged(sound, put):
    path = put(rewritten(sound, lambda files: [(files[0][0], b"x"), *files[1:]]))
    found = verify(path, QUIET)
    assert not found.ok
    assert ("data/说明文件.TXT", FileState.DAMAGED) in {(m.name, m.state) for m in found.members}


def test_every_file_has_a_state(sound, put):
    path = put(rewritten(sound, lambda files: [*files[1:], (f"{ROOT}/neu.txt", b"x")]))
    states = {one.name: one.state for one in verify(path, QUIET).members}
    assert states["data/说明文件.TXT"] is FileState.MISSING
    assert states["neu.txt"] is FileState.EXTRA
    assert states["tagmanifest-sha256.txt"] is FileState.NOT_LISTED
    assert states["data/电子档案/照片/LJ-0001 100％.jpg"] is FileState.OK


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_a_member_that_is_there_twice_is_seen(sound, put):
    path = put(rewritten(sound, lambda files: [*files, files[0]]))
    assert (FaultCode.NAME_TWICE, f"{ROOT}/data/说明文件.TXT") in faults_of(path)


@pytest.mark.parametrize(
    "name", ["../evil", "/etc/passwd", f"{ROOT}/../../evil", "C:/evil", f"{ROOT}\\evil"]
)
def test_a_name_that_leads_out_is_named_and_not_read(sound, put, name):
    path = put(rewritten(sound, lambda files: [*files, (name, b"x")]))
    assert (FaultCode.NAME_HOSTILE, name) in faults_of(path)


def test_a_file_outside_the_bag_is_seen(sound, put):
    path = put(rewritten(sound, lambda files: [*files, ("other.txt", b"x")]))
    assert (FaultCode.MEMBER_EXTRA, "other.txt") in faults_of(path)


def test_a_missing_member_is_named(sound, put):
    path = put(rewritten(sound, lambda files: files[1:]))
    found = faults_of(path)
    assert (FaultCode.MEMBER_MISSING, "data/说明文件.TXT") in found
    assert (FaultCode.OXUM_DIFFERS, "bag-info.txt") in found


def test_a_zip_without_a_bag_is_no_bundle(put):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("a/b.txt", b"x")
    assert faults_of(put(out.getvalue())) == {(FaultCode.NOT_A_BUNDLE, "")}


def test_a_zip_bomb_is_not_unpacked(sound, put):
    def bomb(files):
        return [*files, (f"{ROOT}/data/bomb", b"\0" * (80 << 20))]

    with zipfile.ZipFile(io.BytesIO(sound)) as archive:
        files = [(name, archive.read(name)) for name in archive.namelist()]
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in bomb(files):
            archive.writestr(name, content)
    assert FaultCode.TOO_LARGE in codes_of(put(out.getvalue()))


def test_a_size_that_lies_does_not_fill_the_memory(sound, put):
    """Claim 4 GiB for a stored member in the central directory."""
    content = bytearray(sound)
    central = content.index(b"PK\x01\x02")
    content[central + 20 : central + 28] = struct.pack("<LL", 0xFFFFFFF0, 0xFFFFFFF0)
    assert not verify(put(content), QUIET).ok


def test_a_path_where_nothing_lies_is_refused(tmp_path):
    with pytest.raises(InspectorError) as caught:
        verify(tmp_path / "none.zip", QUIET)
    assert caught.value.problem is Problem.FILE_MISSING


@pytest.mark.parametrize("is_folder", [True, False])
def test_a_bundle_that_may_not_be_read_is_refused(put, sound, folder, monkeypatch, is_folder):
    path = folder if is_folder else put(sound)

    def refuse(*_, **__):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "stat" if is_folder else "open", refuse)
    monkeypatch.setattr(Path, "is_dir", lambda _: is_folder)
    with pytest.raises(InspectorError) as caught:
        verify(path, QUIET)
    assert caught.value.problem is Problem.FILE_UNREADABLE


def test_an_empty_folder_is_no_bundle(tmp_path):
    assert codes_of(tmp_path) == {FaultCode.NOT_A_BUNDLE}


def drop_tag_manifest(folder):
    (folder / "tagmanifest-sha256.txt").unlink()


def rename(folder):
    (folder / "data/说明文件.TXT").rename(folder / "data/说明.TXT")


def swap(folder):
    one, other = (folder / "data/电子档案/照片" / f"LJ-000{n} 100％.jpg" for n in (2, 3))
    kept = one.read_bytes()
    one.write_bytes(other.read_bytes())
    other.write_bytes(kept)


def drop(folder):
    (folder / "data/说明文件.TXT").unlink()


def add_payload(folder):
    (folder / "data/new.txt").write_text("x", encoding="utf-8")


def add_tag(folder):
    (folder / "notes.txt").write_text("x", encoding="utf-8")


def add_list(folder):
    (folder / "tagmanifest-zzz.txt").write_text("x", encoding="utf-8")


def add_empty_list(folder):
    (folder / "tagmanifest-sm3.txt").write_text("", encoding="utf-8")


def vouch_above(folder):
    """List a file more in the tag manifest, where no other tool would look for it."""
    (folder / "data/new.txt").write_text("x", encoding="utf-8")
    digest = hashlib.sha256(b"x").hexdigest()
    path = folder / "tagmanifest-sha256.txt"
    path.write_text(f"{path.read_text(encoding='utf-8')}{digest}  data/new.txt\n", encoding="utf-8")


def change_payload(folder):
    (folder / "data/说明文件.TXT").write_text("y", encoding="utf-8")


def change_info(folder):
    path = folder / "bag-info.txt"
    path.write_bytes(path.read_bytes().replace("某区".encode(), "别区".encode()))


def link(folder):
    (folder / "data/link").symlink_to("/etc/passwd")


def break_manifest(folder):
    (folder / "manifest-sha256.txt").write_text("???\n", encoding="utf-8")


def drop_manifest(folder):
    (folder / "manifest-sha256.txt").unlink()


def break_declaration(folder):
    (folder / "bagit.txt").write_text("BagIt-Version: 1.0\n", encoding="utf-8")


def seal_some_time(folder):
    path = folder / "bag-info.txt"
    path.write_bytes(re.sub(rb"(Sealed-At: ).*", rb"\1yesterday", path.read_bytes()))


def fetch_later(folder):
    (folder / "fetch.txt").write_text("http://x - data/a\n", encoding="utf-8")


def point_outside(folder):
    path = folder / "manifest-sha256.txt"
    path.write_bytes(path.read_bytes() + b"0" * 64 + b"  ../../secret\n")


@pytest.mark.parametrize(
    ("harm", "fault"),
    [
        (drop, (FaultCode.MEMBER_MISSING, "data/说明文件.TXT")),
        (add_payload, (FaultCode.MEMBER_EXTRA, "data/new.txt")),
        (add_tag, (FaultCode.MEMBER_EXTRA, "notes.txt")),
        (add_list, (FaultCode.MEMBER_EXTRA, "tagmanifest-zzz.txt")),
        (add_empty_list, (FaultCode.MANIFEST_SHORT, "tagmanifest-sm3.txt")),
        (vouch_above, (FaultCode.MEMBER_EXTRA, "data/new.txt")),
        (change_payload, (FaultCode.HASH_DIFFERS, "data/说明文件.TXT")),
        (change_info, (FaultCode.HASH_DIFFERS, "bag-info.txt")),
        (link, (FaultCode.NAME_HOSTILE, "data/link")),
        (break_manifest, (FaultCode.MANIFEST_WRONG, "manifest-sha256.txt")),
        (drop_manifest, (FaultCode.MANIFEST_MISSING, "")),
        (drop_tag_manifest, (FaultCode.TAG_MANIFEST_MISSING, "")),
        (rename, (FaultCode.MEMBER_RENAMED, "data/说明.TXT")),
        (swap, (FaultCode.MEMBER_SWAPPED, "data/电子档案/照片/LJ-0002 100％.jpg")),
        (swap, (FaultCode.MEMBER_SWAPPED, "data/电子档案/照片/LJ-0003 100％.jpg")),
        (break_declaration, (FaultCode.BAGIT_WRONG, "bagit.txt")),
        (seal_some_time, (FaultCode.INFO_WRONG, "bag-info.txt")),
        (fetch_later, (FaultCode.FETCH_LISTED, "fetch.txt")),
        (point_outside, (FaultCode.NAME_HOSTILE, "../../secret")),
    ],
)
def test_harm_to_a_folder_is_said_of_the_right_file(folder, harm, fault):
    harm(folder)
    assert fault in faults_of(folder)
    for found in verify(folder, QUIET).faults:
        assert "{" not in fault_sentence(found)


def test_without_a_tag_manifest_that_is_the_one_thing_wrong(folder):
    drop_tag_manifest(folder)
    assert faults_of(folder) == {(FaultCode.TAG_MANIFEST_MISSING, "")}


def test_a_renamed_file_is_told_once_with_both_names(folder):
    rename(folder)
    found = verify(folder, QUIET)
    (fault,) = found.faults
    assert fault.facts == {"was": "data/说明文件.TXT"}
    states = {one.name: one.state for one in found.members}
    assert states["data/说明文件.TXT"] is FileState.MISSING
    assert states["data/说明.TXT"] is FileState.EXTRA


def test_files_of_equal_content_are_not_said_to_be_exchanged(tmp_path):
    """Of two empty files nobody can say which one was renamed."""
    seal_folder(make_plan(tmp_path / "s", (0, 0, 5)), tmp_path / "x", QUIET)
    photos = tmp_path / "x/data/电子档案/照片"
    (photos / "LJ-0001 100％.jpg").rename(photos / "other.jpg")
    assert faults_of(tmp_path / "x") == {
        (FaultCode.MEMBER_MISSING, "data/电子档案/照片/LJ-0001 100％.jpg"),
        (FaultCode.MEMBER_EXTRA, "data/电子档案/照片/other.jpg"),
    }


@pytest.mark.parametrize("packing", [zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED])
@pytest.mark.parametrize("algorithm", ["md5", "sha512"])
def test_a_foreign_bag_is_verified_and_said_to_be_foreign(tmp_path, packing, algorithm):
    bag = tmp_path / "bag"
    bag.mkdir()
    (bag / "照片.jpg").write_bytes(b"photo" * 1000)
    subprocess.run(  # noqa: S603 - our own interpreter
        [sys.executable, "-W", "ignore", "-m", "bagit", f"--{algorithm}", "--quiet", str(bag)],
        check=True,
        capture_output=True,
    )
    path = tmp_path / "bag.zip"
    with zipfile.ZipFile(path, "w", packing) as archive:
        for file in sorted(bag.rglob("*")):
            archive.write(file, Path("bag") / file.relative_to(bag))
    for bundle in (path, bag):
        found = verify(bundle, QUIET)
        assert found.ok
        assert [remark.code for remark in found.remarks] == [FaultCode.FOREIGN]
    (bag / "data/照片.jpg").write_bytes(b"other" * 1000)
    assert (FaultCode.HASH_DIFFERS, "data/照片.jpg") in faults_of(bag)
