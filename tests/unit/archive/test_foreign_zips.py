"""Hostile and lying ZIP files are refused with the reason, and nothing is read beyond them."""

import io
import struct
import zipfile

import pytest

from inspector.archive.verify import verify
from inspector.archive.zipbag import seal
from inspector.core.faults import FaultCode, FileState
from inspector.core.progress import Unwatched
from inspector.words.archive import fault_sentence
from tests.kit.bundles import make_plan

QUIET = Unwatched()
ROOT = "LJ-2026-0137_景芳二区验收"
FIRST = "data/说明文件.TXT"


@pytest.fixture(scope="module")
def sound(tmp_path_factory):
    folder = tmp_path_factory.mktemp("sound")
    seal(make_plan(folder / "src", (0, 1, 700)), folder / "b.zip", QUIET)
    return (folder / "b.zip").read_bytes()


@pytest.fixture
def found(tmp_path):
    """Verify bytes as a bundle; every finding must be said in a sentence."""

    def found(content):
        path = tmp_path / "b.zip"
        path.write_bytes(content)
        result = verify(path, QUIET)
        for fault in (*result.faults, *result.remarks):
            assert "{" not in fault_sentence(fault)
        return result

    return found


def faults(result):
    return {(fault.code, fault.member) for fault in result.faults}


def files_of(sound):
    with zipfile.ZipFile(io.BytesIO(sound)) as archive:
        return [(name, archive.read(name)) for name in archive.namelist()]


def packed(files, method=zipfile.ZIP_STORED, target=None):
    out = target or io.BytesIO()
    with zipfile.ZipFile(out, "w", method) as archive:
        for name, content in files:
            archive.writestr(name, content)
    return out.getvalue()


class Pipe(io.RawIOBase):
    """A target that cannot seek: zipfile then puts the sums behind each file."""

    def __init__(self):
        super().__init__()
        self.content = bytearray()

    def writable(self):
        return True

    def write(self, data):
        self.content += bytes(data)
        return len(data)

    def getvalue(self):
        return bytes(self.content)


def patched(content, signature, number, at, value):
    """Put bytes at a place of the n-th header with a signature."""
    place = -1
    for _ in range(number + 1):
        place = content.index(signature, place + 1)
    return content[: place + at] + value + content[place + at + len(value) :]


LOCAL, CENTRAL = b"PK\x03\x04", b"PK\x01\x02"


def test_a_zip_written_in_one_go_is_read(sound, found):
    content = packed(files_of(sound), target=Pipe())
    result = found(content)
    assert result.ok
    assert [remark.code for remark in result.remarks] == [FaultCode.REPACKED]


def test_sums_behind_a_file_that_lie_are_seen(sound, found):
    content = packed(files_of(sound), target=Pipe())
    lying = patched(content, b"PK\x07\x08", 0, 4, b"\0\0\0\0")
    assert faults(found(lying)) == {(FaultCode.LOCAL_DIFFERS, FIRST)}


@pytest.mark.parametrize("method", [zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED])
@pytest.mark.parametrize(
    ("at", "value"),
    [(8, b"\x07\0"), (14, b"\0\0\0\0"), (18, b"\1\0\0\0"), (22, b"\1\0\0\0"), (32, b"X")],
    ids=["method", "crc", "packed", "size", "name"],
)
def test_a_header_that_tells_another_story_than_the_directory_is_seen(
    sound, found, at, value, method
):
    lying = patched(packed(files_of(sound), method), LOCAL, 0, at, value)
    said = {(FaultCode.LOCAL_DIFFERS, FIRST), (FaultCode.MEMBER_UNREADABLE, FIRST)}
    assert said & faults(found(lying))


def test_a_name_that_is_given_the_bytes_of_another_is_seen(sound, found):
    files = [*files_of(sound), (f"{ROOT}/data/a", b"x"), (f"{ROOT}/data/b", b"x")]
    content = packed(files)
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        at = archive.getinfo(f"{ROOT}/data/a").header_offset
    lying = patched(content, CENTRAL, len(files) - 1, 42, struct.pack("<L", at))
    assert (FaultCode.MEMBER_EXTRA, "data/b") in faults(found(lying))


def test_encrypted_members_are_named_and_not_read(sound, found):
    content = packed(files_of(sound))
    locked = patched(content, CENTRAL, 0, 8, b"\x01\x08")
    result = found(locked)
    assert faults(result) >= {(FaultCode.MEMBER_ENCRYPTED, FIRST)}
    assert (FaultCode.MEMBER_UNREADABLE, FIRST) not in faults(result)
    assert {(m.name, m.state) for m in result.members} >= {(FIRST, FileState.DAMAGED)}


@pytest.mark.parametrize(
    ("name", "code"),
    [
        (f"{ROOT}/data/a\0b.txt", FaultCode.NAME_HOSTILE),
        (f"{ROOT}/data/..\\..\\evil", FaultCode.NAME_HOSTILE),
        (f"{ROOT}\\data\\evil", FaultCode.NAME_HOSTILE),
        ("\\\\server\\share", FaultCode.NAME_HOSTILE),
        ("//server/share", FaultCode.NAME_HOSTILE),
        ("~/evil", FaultCode.NAME_HOSTILE),
        (f"{ROOT}/data/./a", FaultCode.NAME_HOSTILE),
    ],
)
def test_names_that_lead_elsewhere_are_refused(sound, found, name, code):
    spare = f"{ROOT}/data/" + "n" * (len(name.encode()) - len(f"{ROOT}/data/".encode()))
    if len(spare.encode()) == len(name.encode()):  # zipfile itself would mend the name
        content = packed([*files_of(sound), (spare, b"x")]).replace(spare.encode(), name.encode())
    else:
        content = packed([*files_of(sound), (name, b"x")])
    assert (code, name) in faults(found(content))


@pytest.mark.parametrize("other", ["data/说明文件.txt", "data/DIR/x", "data/Ä", "data/dir"])
def test_names_that_fall_together_on_windows_are_refused(sound, found, other):
    alike = {
        "data/说明文件.txt": FIRST,
        "data/DIR/x": "data/dir/X",
        "data/Ä": "data/A\u0308",
        "data/dir": "data/dir/X",
    }[other]
    more = [] if alike == FIRST else [(f"{ROOT}/{alike}", b"x")]
    content = packed([*files_of(sound), *more, (f"{ROOT}/{other}", b"x")])
    assert (FaultCode.NAMES_ALIKE, other) in faults(found(content))


def test_a_bomb_by_declared_size_is_not_unpacked(sound, found):
    content = packed(files_of(sound), zipfile.ZIP_DEFLATED)
    lying = patched(content, CENTRAL, 0, 24, struct.pack("<L", 0xFFFFFFF0))
    result = found(lying)
    assert FaultCode.TOO_LARGE in {fault.code for fault in result.faults}
    assert result.bytes == 0


def test_overlapping_members_are_no_bomb(sound, found):
    """Many names for one packed file: together they claim more than the ZIP holds."""
    inside = [(f"{ROOT}/data/{n:03d}", b"\0" * 100_000) for n in range(40)]
    content = packed([*files_of(sound), inside[0]], zipfile.ZIP_STORED)
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        kernel = archive.getinfo(inside[0][0])
        start = archive.start_dir
    headers = content[start : content.index(b"PK\x05\x06", start)]
    one = headers[headers.rindex(CENTRAL) :]
    more = b"".join(one.replace(b"/000", f"/{n:03d}".encode()) for n in range(1, 40))
    count = len(archive.infolist()) + 39
    size = len(headers) + len(more)
    end = struct.pack("<4s4H2LH", b"PK\x05\x06", 0, 0, count, count, size, start, 0)
    result = found(content[:start] + headers + more + end)
    assert FaultCode.TOO_LARGE in {fault.code for fault in result.faults}
    assert kernel.file_size == 100_000


def test_two_members_that_share_bytes_are_named(sound, found):
    files = files_of(sound)
    content = packed(files)
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        infos = archive.infolist()
    empty = next(n for n, info in enumerate(infos) if info.file_size == 0)
    onto = next(info for info in infos if info.file_size == 700)
    lying = patched(content, CENTRAL, empty, 42, struct.pack("<L", onto.header_offset))
    result = found(lying)
    assert {code for code, _name in faults(result)} >= {FaultCode.MEMBERS_OVERLAP}


@pytest.mark.parametrize("size", [0, 1, 699, 701, 1 << 40, (1 << 64) - 1])
def test_a_64_bit_size_that_lies_is_seen(sound, found, size):
    """Give one member a ZIP64 field in the directory with a false length."""
    content = packed(files_of(sound))
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        start, infos = archive.start_dir, archive.infolist()
    at = next(n for n, info in enumerate(infos) if info.file_size == 700)
    place = start
    for _ in range(at):
        place = content.index(CENTRAL, place + 1)
    name = struct.unpack_from("<H", content, place + 28)[0]
    extra = struct.pack("<HHQQ", 1, 16, size, size)
    head = bytearray(content[place : place + 46])
    struct.pack_into("<2L", head, 20, 0xFFFFFFFF, 0xFFFFFFFF)
    struct.pack_into("<H", head, 30, len(extra))
    middle = place + 46 + name
    rest = content[middle : content.index(b"PK\x05\x06", middle)]
    directory = content[start:place] + bytes(head) + content[place + 46 : middle] + extra + rest
    end = struct.pack(
        "<4s4H2LH", b"PK\x05\x06", 0, 0, len(infos), len(infos), len(directory), start, 0
    )
    result = found(content[:start] + directory + end)
    assert not result.ok
    assert result.bytes < 1 << 20


def test_a_directory_of_64_bits_that_points_nowhere_is_no_zip(sound, found):
    content = sound[: sound.index(b"PK\x05\x06")]
    far = struct.pack("<4sQ2H2L4Q", b"PK\x06\x06", 44, 45, 45, 0, 0, 8, 8, 1 << 40, 1 << 60)
    where = struct.pack("<4sLQL", b"PK\x06\x07", 0, 1 << 62, 1)
    end = struct.pack("<4s4H2LH", b"PK\x05\x06", 0, 0, 0xFFFF, 0xFFFF, 0xFFFFFFFF, 0xFFFFFFFF, 0)
    result = found(content + far + where + end)
    assert not result.ok
