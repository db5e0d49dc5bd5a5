"""A live database on a network share is refused; everything else is not."""

import pytest

from inspector.core.errors import InspectorError, Problem
from inspector.store import database, disk
from inspector.store.disk import file_system_of, on_network_share
from tests.kit.builders import make_workspace, reopen

MOUNTS = """\
/dev/sda1 / ext4 rw,relatime 0 0
proc /proc proc rw 0 0
tmpfs /tmp tmpfs rw 0 0
//office/share /mnt/office cifs rw,vers=3.0 0 0
office:/export /mnt/nfs nfs4 rw 0 0
user@host: /mnt/by\\040ssh fuse.sshfs rw 0 0
/dev/sdb1 /media/usb vfat rw 0 0
/dev/sdc1 /mnt/office/local ext4 rw 0 0
host0 /mnt/host 9p rw 0 0
broken-line
"""


@pytest.mark.parametrize(
    ("folder", "kind"),
    [
        ("/home/li", "ext4"),
        ("/", "ext4"),
        ("/tmp/x", "tmpfs"),  # noqa: S108 - a name in a table of mounts
        ("/mnt/office", "cifs"),
        ("/mnt/office/a/b", "cifs"),
        ("/mnt/officer", "ext4"),
        ("/mnt/office/local/a", "ext4"),
        ("/mnt/nfs/a", "nfs4"),
        ("/mnt/by ssh/a", "fuse.sshfs"),
        ("/media/usb", "vfat"),
        ("/mnt/host/a", "9p"),
    ],
)
def test_the_longest_mount_that_holds_a_folder_decides(folder, kind):
    assert file_system_of(folder, MOUNTS) == kind


@pytest.mark.parametrize(
    ("kind", "is_refused"),
    [
        *((kind, True) for kind in ("cifs", "smb3", "smbfs", "nfs", "nfs4", "9p", "fuse.sshfs")),
        *(
            (kind, False)
            for kind in ("ext4", "xfs", "btrfs", "vfat", "tmpfs", "overlay", "fuseblk")
        ),
    ],
)
def test_only_kinds_that_go_over_the_network_are_refused(tmp_path, monkeypatch, kind, is_refused):
    table = tmp_path / "mounts"
    table.write_text(f"somewhere / {kind} rw 0 0\n", encoding="utf-8")
    monkeypatch.setattr(disk, "_MOUNTS", table)
    assert on_network_share(tmp_path) is is_refused


def test_where_nobody_tells_the_mounts_nothing_is_refused(tmp_path, monkeypatch):
    monkeypatch.setattr(disk, "_MOUNTS", tmp_path / "none")
    assert on_network_share(tmp_path) is False


def test_a_workspace_on_a_share_is_neither_made_nor_opened(tmp_path, monkeypatch):
    make_workspace(tmp_path).close()
    before = (tmp_path / "workspace" / "inspector.db").read_bytes()
    monkeypatch.setattr(database, "on_network_share", lambda _folder: True)
    for attempt in (lambda: reopen(tmp_path), lambda: make_workspace(tmp_path / "new")):
        with pytest.raises(InspectorError) as caught:
            attempt()
        assert caught.value.problem is Problem.WORKSPACE_ON_NETWORK_SHARE
    assert (tmp_path / "workspace" / "inspector.db").read_bytes() == before
    assert not (tmp_path / "new" / "workspace" / "inspector.db").exists()
