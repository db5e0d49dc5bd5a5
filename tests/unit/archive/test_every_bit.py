"""One flipped bit anywhere in a bundle is found, and said of the file that it hit."""

import random
import zipfile

import pytest

from inspector.archive.folderbag import seal_folder
from inspector.archive.verify import verify
from inspector.archive.zipbag import seal
from inspector.core.faults import FileState
from inspector.core.progress import Unwatched
from tests.kit.bundles import make_plan

QUIET = Unwatched()
SAMPLE = 1_000


class Flipping:
    """A bundle on the disk of which one bit is wrong for as long as it is verified."""

    def __init__(self, path):
        self.path = path
        self.content = path.read_bytes()

    def found(self, at, bit):
        with self.path.open("r+b", buffering=0) as file:
            file.seek(at)
            file.write(bytes([self.content[at] ^ 1 << bit]))
            try:
                return verify(self.path, QUIET)
            finally:
                file.seek(at)
                file.write(self.content[at : at + 1])


@pytest.fixture(scope="module")
def bundle(tmp_path_factory):
    folder = tmp_path_factory.mktemp("bits")
    seal(make_plan(folder / "src", (0, 1, 60), root="LJ"), folder / "b.zip", QUIET)
    return Flipping(folder / "b.zip")


@pytest.fixture(scope="module")
def spans(bundle):
    """Give where the bytes of each file lie."""
    with zipfile.ZipFile(bundle.path) as archive:
        root = archive.namelist()[0].partition("/")[0]
        return {
            info.orig_filename.removeprefix(f"{root}/"): (
                info.header_offset + 30 + len(info.orig_filename.encode()),
                info.file_size,
            )
            for info in archive.infolist()
        }


def damaged(found):
    return {one.name for one in found.members if one.state is FileState.DAMAGED}


def test_the_bundle_is_sound_before_and_after(bundle):
    assert verify(bundle.path, QUIET).ok


def test_one_bit_in_every_file_is_said_of_that_file(bundle, spans):
    for name, (start, size) in spans.items():
        for at in {start, start + size // 2, start + size - 1} if size else ():
            found = bundle.found(at, at % 8)
            assert not found.ok
            if name.startswith("data/"):
                assert damaged(found) == {name}
            elif name != "bagit.txt":
                assert name in {fault.member for fault in found.faults}


def test_a_thousand_bits_of_a_larger_bundle_are_found(tmp_path):
    seal(make_plan(tmp_path / "src", (90_000, 40_000)), tmp_path / "b.zip", QUIET)
    bundle = Flipping(tmp_path / "b.zip")
    choose = random.Random(1)  # noqa: S311 - a sample, not a secret
    for _ in range(SAMPLE):
        at, bit = choose.randrange(len(bundle.content)), choose.randrange(8)
        assert not bundle.found(at, bit).ok, f"bit {bit} of byte {at}"
    assert verify(bundle.path, QUIET).ok


@pytest.mark.slow
@pytest.mark.parametrize("bit", range(8))
def test_every_bit_of_every_byte_is_found(bundle, bit):
    for at in range(len(bundle.content)):
        assert not bundle.found(at, bit).ok, f"bit {bit} of byte {at}"


def test_one_bit_in_every_file_of_a_folder_is_said_of_that_file(tmp_path):
    seal_folder(make_plan(tmp_path / "src", (1, 700)), tmp_path / "bag", QUIET)
    for path in sorted((tmp_path / "bag").rglob("*")):
        content = path.read_bytes() if path.is_file() else b""
        for at in range(0, len(content), max(len(content) // 3, 1)):
            path.write_bytes(content[:at] + bytes([content[at] ^ 1 << at % 8]) + content[at + 1 :])
            found = verify(tmp_path / "bag", QUIET)
            assert not found.ok, f"byte {at} of {path.name}"
            if "data" in path.parts:
                assert damaged(found) == {path.relative_to(tmp_path / "bag").as_posix()}
            path.write_bytes(content)
    assert verify(tmp_path / "bag", QUIET).ok
