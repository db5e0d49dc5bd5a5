"""The small program in a bundle says of every file what our own check says."""

import hashlib
import shutil
import subprocess
import zipfile

import pytest

from inspector.archive.checkers import powershell_checker, shell_checker
from inspector.archive.verify import verify
from inspector.archive.zipbag import seal
from inspector.core.bundles import Member
from inspector.core.checkvalues import grouped
from inspector.core.faults import FileState
from inspector.core.progress import Unwatched
from tests.kit.bundles import make_plan

SHELLS = [shell for shell in ("dash", "bash", "busybox", "ksh", "zsh") if shutil.which(shell)]
SAID = {
    "完好": FileState.OK,
    "已损坏": FileState.DAMAGED,
    "清单有误": FileState.DAMAGED,
    "缺少": FileState.MISSING,
    "多出": FileState.EXTRA,
}
PHOTO = "data/电子档案/照片/LJ-0003 100％.jpg"
OTHER = "data/电子档案/照片/LJ-0002 100％.jpg"


@pytest.fixture
def bag(tmp_path):
    """Give an unpacked bundle that has the small program in it."""
    plan = make_plan(tmp_path / "src", (0, 1, 700))
    members = (*plan.members, Member("其他/校验.sh", shell_checker()))
    sealed = seal(
        make_plan(tmp_path / "src", (0, 1, 700), members=members),
        tmp_path / "b.zip",
        Unwatched(),
    )
    with zipfile.ZipFile(sealed.path) as archive:
        archive.extractall(tmp_path / "x")
    return next((tmp_path / "x").iterdir())


def run(bag, shell="dash", *, at=None):
    command = [shell, *(["sh"] if shell == "busybox" else [])]
    script = ["data/其他/校验.sh"] if at is None else [str(bag / "data/其他/校验.sh"), str(bag)]
    done = subprocess.run(  # noqa: S603 - our own script
        [*command, *script], cwd=at or bag, capture_output=True, text=True, check=False
    )
    assert done.stderr == ""
    return done


def said_of(done):
    found = {}
    for line in done.stdout.splitlines():
        word, *rest = line.split(maxsplit=2)
        if word in SAID and len(rest) == 2 and "，" not in line:
            found[rest[1]] = SAID[word]
    return found


def ours(bag):
    found = verify(bag, Unwatched())
    good = (FileState.OK, FileState.NOT_LISTED)
    return found.ok, {one.name: one.state for one in found.members if one.state not in good}


@pytest.mark.skipif(not SHELLS, reason="no POSIX shell on this machine")
@pytest.mark.parametrize("shell", SHELLS)
def test_a_sound_bundle_is_sound_in_every_shell(bag, shell):
    done = run(bag, shell)
    assert done.returncode == 0, done.stdout
    value = verify(bag, Unwatched()).sha256
    assert value in done.stdout.splitlines()
    assert grouped(value) in done.stdout.splitlines()
    assert said_of(done) == {}


def test_it_works_from_another_folder_on_a_bundle_named(bag, tmp_path):
    assert run(bag, at=tmp_path).returncode == 0


def flip(path):
    content = bytearray(path.read_bytes())
    content[len(content) // 2] ^= 1
    path.write_bytes(content)


def swap(one, other):
    first, second = one.read_bytes(), other.read_bytes()
    one.write_bytes(second)
    other.write_bytes(first)


def vouch_above(bag):
    """List a file more where only the lists themselves belong."""
    (bag / "data/多.txt").write_text("x")
    line = f"{hashlib.sha256(b'x').hexdigest()}  data/多.txt\n"
    path = bag / "tagmanifest-sha256.txt"
    path.write_bytes(path.read_bytes() + line.encode())


HARMS = {
    "a photo flipped": lambda bag: flip(bag / PHOTO),
    "a photo removed": lambda bag: (bag / PHOTO).unlink(),
    "a photo emptied": lambda bag: (bag / PHOTO).write_bytes(b""),
    "a photo renamed": lambda bag: (bag / PHOTO).rename(bag / "data/新 名.jpg"),
    "two photos swapped": lambda bag: swap(bag / PHOTO, bag / OTHER),
    "a file added": lambda bag: (bag / "data/-多出 的.txt").write_text("x"),
    "a file added above": lambda bag: (bag / "多出.txt").write_text("x"),
    "a folder of files added": lambda bag: shutil.copytree(bag / "data", bag / "data/又"),
    "a list added": lambda bag: (bag / "tagmanifest-zzz.txt").write_text("x"),
    "a file listed above only": vouch_above,
    "the info changed": lambda bag: flip(bag / "bag-info.txt"),
    "a line of the manifest lost": lambda bag: lose_line(bag / "manifest-sha256.txt"),
    "the manifest lost": lambda bag: (bag / "manifest-sha256.txt").unlink(),
}


def lose_line(manifest):
    lines = manifest.read_bytes().splitlines(keepends=True)
    manifest.write_bytes(b"".join(line for line in lines if b"LJ-0003" not in line))


@pytest.mark.skipif(not SHELLS, reason="no POSIX shell on this machine")
@pytest.mark.parametrize("harm", HARMS.values(), ids=HARMS.keys())
def test_each_harm_is_named_as_our_own_check_names_it(bag, harm):
    harm(bag)
    done = run(bag)
    assert done.returncode == 1, done.stdout
    ok, files = ours(bag)
    assert not ok
    assert said_of(done) == files


def test_a_link_is_followed_for_reading_and_its_content_compared(bag):
    (bag / PHOTO).unlink()
    (bag / PHOTO).symlink_to(bag / OTHER)
    assert said_of(run(bag)) == {PHOTO: FileState.DAMAGED}
    assert ours(bag) == (False, {PHOTO: FileState.EXTRA})


@pytest.mark.skipif(not SHELLS, reason="no POSIX shell on this machine")
def test_a_folder_that_is_no_bundle_is_told_apart(tmp_path):
    script = tmp_path / "check.sh"
    script.write_bytes(shell_checker())
    done = subprocess.run(  # noqa: S603 - our own script
        [shutil.which("sh"), script, tmp_path], capture_output=True, text=True, check=False
    )
    assert done.returncode == 2
    assert "bagit.txt" in done.stdout


def test_the_scripts_end_their_lines_as_their_systems_want_them():
    assert b"\r" not in shell_checker()
    script = powershell_checker()
    assert script.startswith(b"\xef\xbb\xbf#")
    assert script.count(b"\r\n") == script.count(b"\n") > 50


def test_both_scripts_know_the_same_words():
    for word in (*SAID, "归档包完好", "归档包有问题"):
        assert word.encode() in shell_checker()
        assert word.encode() in powershell_checker()
