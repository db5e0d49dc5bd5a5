"""Packages from anybody: each defect is refused with its reason, and nothing is written."""

import hashlib
import json
import os
import shutil
import warnings
import zipfile
import zlib
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inspector.core import zipform
from inspector.core.canonical import canonical
from inspector.core.errors import Cancelled, InspectorError, Problem
from inspector.core.manifests import manifest_bytes, manifest_of, private_bytes
from inspector.core.progress import Unwatched
from inspector.sync.envelope import envelope_key
from inspector.sync.opening import open_package
from inspector.sync.package import SIGNED_CONTEXT, STAMP, Contents, Sealing, write_package
from inspector.words.problems import explain
from tests.kit.packages import (
    key_of,
    make_blob,
    make_contents,
    make_manifest,
    make_private,
    make_segment,
    read_all,
    write_small,
)


@pytest.fixture(scope="module")
def room(tmp_path_factory):
    return tmp_path_factory.mktemp("packages")


@pytest.fixture(scope="module")
def small(room):
    return write_small(room).read_bytes()


def problem_of(path, scratch, keys=()):
    with pytest.raises(InspectorError) as caught:
        read_all(path, scratch, keys)
    error = caught.value
    assert str(path) in explain(error)
    return error.problem


def refused(content, folder, name="x.ipkg"):
    path = folder / name
    path.write_bytes(content)
    return problem_of(path, folder)


def members_of(content, folder):
    (folder / "in.zip").write_bytes(content)
    with zipfile.ZipFile(folder / "in.zip") as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def forged(files, stamp=STAMP):
    """Make a package file of these members, whether they agree with each other or not."""
    entries = zipform.placed((name, len(content)) for name, content in files)
    summed = [
        replace(entry, crc=zlib.crc32(content))
        for entry, (_, content) in zip(entries, files, strict=True)
    ]
    body = b"".join(
        zipform.local_header(entry, stamp) + content
        for entry, (_, content) in zip(summed, files, strict=True)
    )
    return body + zipform.directory(summed, stamp, len(body))


def resigned(raw, key=None):
    return [("manifest.json", raw), ("manifest.sig", (key or key_of()).sign(SIGNED_CONTEXT + raw))]


def saying(small, folder, **changes):
    """Sign a manifest again after changing what it says; the rest stays."""
    files = members_of(small, folder)
    head = json.loads(files.pop("manifest.json")) | changes
    del files["manifest.sig"]
    raw = json.dumps(head, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()
    return forged([*resigned(raw), *files.items()])


# -- bytes lost or changed on the way ------------------------------------------------------------


def test_each_changed_byte_is_found(tmp_path):
    contents = make_contents(tmp_path / "blobs", (20,))
    sealing = Sealing(key=key_of())
    (path,) = write_package(tmp_path / "x.ipkg", make_manifest(), contents, sealing)
    small = path.read_bytes()
    for position in range(len(small)):
        changed = bytearray(small)
        changed[position] ^= 1 << position % 8
        path.write_bytes(changed)
        with pytest.raises(InspectorError) as caught:
            read_all(path, tmp_path)
        assert caught.value.problem in {
            Problem.PACKAGE_CHANGED,
            Problem.PACKAGE_FOREIGN,
            Problem.PACKAGE_CUT,
            Problem.PACKAGE_INVALID,
        }


def test_each_cut_is_found(small, tmp_path):
    path = tmp_path / "x.ipkg"
    for length in range(0, len(small), 7):
        path.write_bytes(small[:length])
        assert problem_of(path, tmp_path) is Problem.PACKAGE_CUT


def test_a_file_that_was_only_made_and_never_filled_is_found(small, tmp_path):
    assert refused(bytes(len(small)), tmp_path) is Problem.PACKAGE_FOREIGN
    half = small[: len(small) // 2]
    assert refused(half + bytes(len(small) - len(half)), tmp_path) is Problem.PACKAGE_CHANGED


def test_bytes_before_or_behind_are_found(small, tmp_path):
    assert refused(small + b"\0", tmp_path) is Problem.PACKAGE_CHANGED
    assert refused(b"\0" + small, tmp_path) is Problem.PACKAGE_FOREIGN
    assert refused(small + small, tmp_path) is Problem.PACKAGE_CHANGED


@given(data=st.data())
def test_any_mangling_is_refused(small, room, data):
    """Cut, move, repeat, overwrite pieces: what still opens is what was packed."""
    content = bytearray(small)
    for _ in range(data.draw(st.integers(1, 3))):
        start, length, target = (
            data.draw(st.integers(0, max(0, len(content) - 1))) for _ in range(3)
        )
        piece = bytes(content[start : start + length])
        how = data.draw(st.sampled_from(["drop", "repeat", "move", "write"]))
        if how in {"drop", "move"}:
            del content[start : start + length]
        if how in {"repeat", "move"}:
            content[target:target] = piece
        if how == "write":
            junk = data.draw(st.binary(min_size=1, max_size=40))
            content[start : start + len(junk)] = junk
    path = room / "mangled.ipkg"
    path.write_bytes(content)
    if bytes(content) == small:
        assert read_all(path, room).manifest.projects == make_manifest().projects
    else:
        problem_of(path, room)


@given(order=st.permutations(range(8)), extra=st.integers(-1, 8))
def test_other_orders_missing_and_extra_members_are_refused(small, room, order, extra):
    files = list(members_of(small, room).items())
    chosen = [files[index] for index in order if index != extra]
    if chosen != files:
        refused(forged(chosen), room)
    refused(forged([*files, files[extra % 8]]), room)


def test_each_changed_byte_of_a_sealed_package_is_found(tmp_path):
    key = envelope_key(tmp_path / "a")
    content = write_small(tmp_path, recipients=[key.recipient]).read_bytes()
    path = tmp_path / "x.ipkg.age"
    for position in range(0, len(content), 5):
        changed = bytearray(content)
        changed[position] ^= 1 << position % 8
        path.write_bytes(changed)
        assert problem_of(path, tmp_path, (key,)) in {
            Problem.PACKAGE_CHANGED,
            Problem.PACKAGE_SEALED,
            Problem.PACKAGE_FOREIGN,
        }


def test_each_cut_of_a_sealed_package_is_found(tmp_path):
    key = envelope_key(tmp_path / "a")
    contents = make_contents(tmp_path / "blobs", (200_000,))
    sealing = Sealing(key=key_of(), recipients=[key.recipient])
    (path,) = write_package(tmp_path / "p.ipkg", make_manifest(), contents, sealing)
    content = path.read_bytes()
    for length in range(len(content) - 1, 30, -7000):
        path.write_bytes(content[:length])
        assert problem_of(path, tmp_path, (key,)) is Problem.PACKAGE_CHANGED


# -- built to deceive ----------------------------------------------------------------------------


def rezipped(small, folder, **options):
    """Pack the same members with another program."""
    out = folder / "out.zip"
    files = members_of(small, folder)
    with zipfile.ZipFile(out, "w") as archive:
        for name, content in files.items():
            archive.writestr(zipfile.ZipInfo(name), content, **options)
    return out.read_bytes()


def test_compressed_members_are_refused(small, tmp_path):
    deflated = rezipped(small, tmp_path, compress_type=zipfile.ZIP_DEFLATED)
    assert refused(deflated, tmp_path) is Problem.PACKAGE_CHANGED


def test_duplicate_names_are_refused(small, tmp_path):
    out = tmp_path / "twice.zip"
    out.write_bytes(small)
    with zipfile.ZipFile(out, "a") as archive, warnings.catch_warnings():
        warnings.simplefilter("ignore")
        archive.writestr("manifest.json", b"{}")
    assert problem_of(out, tmp_path) is Problem.PACKAGE_CHANGED


@pytest.mark.parametrize("at", ["local", "central"])
def test_members_marked_as_encrypted_are_refused(small, tmp_path, at):
    content = bytearray(small)
    local = content.rindex(b"PK\x03\x04")
    central = content.rindex(b"PK\x01\x02")
    content[local + 6 if at == "local" else central + 8] |= 1
    assert refused(content, tmp_path) is Problem.PACKAGE_CHANGED


def test_members_that_overlap_are_refused(small, tmp_path):
    content = bytearray(small)
    last = content.rindex(b"PK\x01\x02")
    before = content.rindex(b"PK\x01\x02", 0, last)
    content[last + 42 : last + 46] = content[before + 42 : before + 46]
    assert refused(content, tmp_path) is Problem.PACKAGE_CHANGED


def test_a_wrong_sum_said_in_both_places_is_refused(small, tmp_path):
    content = bytearray(small)
    local = content.rindex(b"PK\x03\x04")
    central = content.rindex(b"PK\x01\x02")
    content[local + 14] ^= 1
    content[central + 16] ^= 1
    assert refused(content, tmp_path) is Problem.PACKAGE_CHANGED


@pytest.mark.parametrize("name", ["../../evil", "/etc/evil", "C:\\evil", "blobs/../../evil"])
def test_names_that_lead_elsewhere_are_never_used(small, tmp_path, name):
    files = [*members_of(small, tmp_path).items(), (name, b"evil")]
    before = sorted(path.name for path in tmp_path.iterdir())
    assert refused(forged(files), tmp_path, "in.zip") is Problem.PACKAGE_CHANGED
    assert sorted(path.name for path in tmp_path.iterdir()) == before
    for field in ("sha256", "of"):
        blob = {"kind": "thumbnail", "mime": "", "of": "aa" * 32, "sha256": "aa" * 32, "size": 4}
        evil = saying(small, tmp_path, blobs=[blob | {field: name}])
        assert refused(evil, tmp_path) is Problem.PACKAGE_INVALID


def test_a_manifest_that_says_it_is_endless_is_refused_unread(tmp_path):
    header = zipform.local_header(zipform.Entry("manifest.json", 3_000_000_000, 0), STAMP)
    assert refused(header + b"{" * 1000, tmp_path) is Problem.PACKAGE_INVALID


@pytest.mark.parametrize(
    "raw",
    [
        b"[" * 100_000,
        b'{"a":' * 300_000,
        b"[" + b"[]," * 1_000_000 + b"[]]",
        b"[" + b"1," * 4_000_000 + b"1]",
        b"\xff\xfe",
        b"{}",
        b"[]",
        b"null",
        b'{"format":' + b"9" * 5000 + b"}",
        b'{"format":NaN}',
    ],
    ids=lambda raw: raw[:12],
)
def test_hostile_json_is_refused(tmp_path, raw):
    assert refused(forged(resigned(raw)), tmp_path) is Problem.PACKAGE_CHANGED


@pytest.mark.parametrize(
    ("count", "problem"),
    [
        (1_000_000, Problem.PACKAGE_INVALID),  # by the length of the manifest
        (410_000, Problem.PACKAGE_CHANGED),  # before it is parsed
        (200_001, Problem.PACKAGE_INVALID),  # by the rule
    ],
)
def test_too_many_members_are_refused(tmp_path, count, problem):
    head = json.loads(manifest_bytes(make_manifest()))
    head["blobs"] = ["?"]
    blob = '{"kind":"original","mime":"","of":"","sha256":"%064x","size":0}'
    many = ",".join(blob % number for number in range(count))
    raw = canonical(head).replace('"?"', many).encode()
    assert refused(forged(resigned(raw)), tmp_path) is problem


def _with_segment(part, tmp_path):
    """Sign a package around a segment without the writer's own check."""
    manifest = replace(make_manifest(), segments=(part.entry,))
    return forged([*resigned(manifest_bytes(manifest)), (part.entry.member, part.body)])


def test_a_body_that_unpacks_without_end_is_refused(tmp_path):
    bomb = zlib.compress(bytes(100 << 20), 9)
    part = replace(make_segment(), body=bomb, raw_length=1000)
    assert refused(_with_segment(part, tmp_path), tmp_path) is Problem.PACKAGE_CHANGED


@pytest.mark.parametrize("body", [b"no zlib", b"", "cut", "followed"])
def test_a_body_that_is_no_whole_body_is_refused(tmp_path, body):
    part = make_segment()
    bodies = {"cut": part.body[:-3], "followed": part.body + b"x"}
    part = replace(part, body=bodies.get(body, body) or b"x")
    assert refused(_with_segment(part, tmp_path), tmp_path) is Problem.PACKAGE_CHANGED


def test_a_segment_signed_by_another_key_is_refused(tmp_path):
    part = replace(make_segment(), key=key_of(9).public)
    assert refused(_with_segment(part, tmp_path), tmp_path) is Problem.PACKAGE_INVALID


def test_a_manifest_signed_by_another_key_is_refused(small, tmp_path):
    files = members_of(small, tmp_path)
    raw = files.pop("manifest.json")
    del files["manifest.sig"]
    other = forged([*resigned(raw, key_of(5)), *files.items()])
    assert refused(other, tmp_path) is Problem.PACKAGE_CHANGED


def test_a_manifest_of_another_package_is_refused(small, tmp_path):
    files = members_of(small, tmp_path)
    older = write_package(
        tmp_path / "older.ipkg",
        make_manifest(),
        make_contents(tmp_path / "other", (3000, 11)),
        Sealing(key=key_of()),
    )[0].read_bytes()
    replayed = members_of(older, tmp_path)
    for name in ("manifest.json", "manifest.sig"):
        files[name] = replayed[name]
    refused(forged(list(files.items())), tmp_path)


def test_a_blob_swapped_for_one_of_the_same_length_is_refused(small, tmp_path):
    files = members_of(small, tmp_path)
    name = next(name for name in files if name.startswith("blobs/"))
    files[name] = files[name][::-1].replace(files[name][:1], b"?")
    path = tmp_path / "x.ipkg"
    path.write_bytes(forged(list(files.items())))
    with open_package(path, (), tmp_path) as package:
        given_out = []
        with pytest.raises(InspectorError) as caught:
            given_out.extend(package.blob(package.manifest.blobs[0]))
    assert caught.value.problem is Problem.PACKAGE_CHANGED
    assert given_out == []


def test_a_long_wrong_blob_never_comes_whole(tmp_path):
    content = os.urandom(5 << 20)
    blob = make_blob(tmp_path / "blobs", content)
    sealing = Sealing(key=key_of())
    (path,) = write_package(tmp_path / "p.ipkg", make_manifest(), Contents(blobs=(blob,)), sealing)
    changed = bytearray(path.read_bytes())
    changed[len(changed) // 2] ^= 1
    path.write_bytes(changed)
    given_out = []
    with open_package(path, (), tmp_path) as package, pytest.raises(InspectorError) as caught:
        given_out.extend(package.blob(blob.part))
    assert caught.value.problem is Problem.PACKAGE_CHANGED
    assert 0 < sum(map(len, given_out)) < len(content)


@pytest.mark.parametrize("field", ["value", "salt", "digest"])
def test_a_personal_value_that_is_not_the_hashed_one_is_refused(tmp_path, field):
    honest = private_bytes([make_private()])
    items = json.loads(honest)
    items[0][field] = items[0][field][::-1]
    lying = json.dumps(items, sort_keys=True, separators=(",", ":")).encode()
    assert lying != honest
    for raw, said in ((lying, lying), (lying, honest)):
        manifest = replace(
            make_manifest(), private=hashlib.sha256(said).hexdigest(), private_bytes=len(said)
        )
        content = forged([*resigned(manifest_bytes(manifest)), ("private.json", raw)])
        wanted = Problem.PACKAGE_INVALID if raw == said else Problem.PACKAGE_CHANGED
        assert refused(content, tmp_path) is wanted


# -- other reasons -------------------------------------------------------------------------------


def test_a_later_format_asks_for_an_update(small, tmp_path):
    later = saying(small, tmp_path, format=3, min_reader=2, anything={"new": [1]})
    path = tmp_path / "x.ipkg"
    path.write_bytes(later)
    with pytest.raises(InspectorError) as caught:
        read_all(path, tmp_path)
    assert caught.value.problem is Problem.PACKAGE_NEWER
    assert (caught.value.facts["found"], caught.value.facts["known"]) == (2, 1)


def test_a_later_format_that_this_one_may_read_opens(small, tmp_path):
    path = tmp_path / "x.ipkg"
    path.write_bytes(saying(small, tmp_path, format=2, anything={"new": [1.5]}))
    assert read_all(path, tmp_path).manifest.format == 2


def test_a_manifest_has_one_spelling(small, tmp_path):
    raw = members_of(small, tmp_path)["manifest.json"]
    assert manifest_bytes(manifest_of(raw)) == raw
    files = list(members_of(small, tmp_path).items())[2:]
    for other in (raw.replace(b",", b", ", 1), raw[:-1] + b',"zzz":1}', b" " + raw):
        assert refused(forged([*resigned(other), *files]), tmp_path) is Problem.PACKAGE_INVALID


@pytest.mark.parametrize("name", ["x.sync-conflict-20261127-134844-ABCDEFG.ipkg"])
def test_a_conflict_copy_is_named_so(small, tmp_path, name):
    assert refused(small, tmp_path, name) is Problem.PACKAGE_CONFLICT_COPY


def test_other_files_are_no_packages(tmp_path):
    assert refused(b"%PDF-1.7", tmp_path) is Problem.PACKAGE_FOREIGN
    out = tmp_path / "docs.zip"
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("word/document.xml", b"<w/>" * 100)
    assert problem_of(out, tmp_path) is Problem.PACKAGE_FOREIGN
    assert problem_of(tmp_path, tmp_path) is Problem.FILE_IS_FOLDER
    assert problem_of(tmp_path / "none.ipkg", tmp_path) is Problem.FILE_MISSING


@pytest.mark.skipif(os.name == "nt", reason="pipes of Unix")
def test_a_pipe_is_not_waited_for(tmp_path):
    os.mkfifo(tmp_path / "p.ipkg")
    assert problem_of(tmp_path / "p.ipkg", tmp_path) is Problem.PACKAGE_FOREIGN


def test_a_scratch_folder_that_is_not_there_is_named(tmp_path):
    key = envelope_key(tmp_path / "a")
    path = write_small(tmp_path, recipients=[key.recipient])
    with pytest.raises(InspectorError) as caught:
        read_all(path, tmp_path / "none", (key,))
    assert caught.value.facts["folder"] == str(tmp_path / "none")


def test_stop_while_decrypting_leaves_nothing(tmp_path):
    class Stop(Unwatched):
        def wants_stop(self):
            return True

    key = envelope_key(tmp_path / "a")
    path = write_small(tmp_path, recipients=[key.recipient])
    scratch = tmp_path / "scratch"
    scratch.mkdir()
    with pytest.raises(Cancelled), open_package(path, (key,), scratch, Stop()):
        pass
    assert list(scratch.iterdir()) == []


def test_the_medium_is_only_read(tmp_path):
    key = envelope_key(tmp_path / "a")
    stick, scratch = tmp_path / "stick", tmp_path / "scratch"
    scratch.mkdir()
    stick.mkdir()
    shutil.copy(write_small(tmp_path), stick)
    shutil.copy(write_small(tmp_path, recipients=[key.recipient]), stick)
    before = {path.name: (path.read_bytes(), path.stat().st_mtime_ns) for path in stick.iterdir()}
    for path in stick.iterdir():
        path.chmod(0o444)
    stick.chmod(0o555)
    for path in stick.iterdir():
        read_all(path, scratch, (key,))
    stick.chmod(0o755)
    assert before == {
        path.name: (path.read_bytes(), path.stat().st_mtime_ns) for path in stick.iterdir()
    }
    assert list(scratch.iterdir()) == []


def test_a_zip_bomb_of_others_is_no_package(tmp_path):
    out = tmp_path / "bomb.ipkg"
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("manifest.json", b"0" * (120 << 20))
    assert problem_of(out, tmp_path) in {Problem.PACKAGE_INVALID, Problem.PACKAGE_CUT}
