"""The device key lies in the person's profile, is made once and never half."""

import stat
from concurrent.futures import ThreadPoolExecutor

from inspector.sync.keys import device_key


def test_the_key_is_made_once_and_read_afterwards(tmp_path):
    first = device_key(tmp_path)
    assert device_key(tmp_path).public == first.public
    assert device_key(tmp_path / "other").public != first.public


def test_only_its_owner_can_read_the_key(tmp_path):
    device_key(tmp_path)
    (file,) = [path for path in tmp_path.rglob("*") if path.is_file()]
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert file.stat().st_size == 32


def test_several_first_starts_at_once_make_one_key(tmp_path):
    with ThreadPoolExecutor(8) as pool:
        keys = list(pool.map(lambda _n: device_key(tmp_path).public, range(16)))
    assert len(set(keys)) == 1
    assert [path.name for path in tmp_path.rglob("*.part")] == []


def test_the_key_is_not_in_the_workspace(workspace):
    private = next(workspace.profile.rglob("*.ed25519")).read_bytes()
    for file in workspace.folder.rglob("*"):
        assert not file.is_file() or private not in file.read_bytes()
