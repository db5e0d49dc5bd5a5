"""What kind of disk a folder lies on: a live database on a network share would be damaged."""

import os
import sys
from pathlib import Path

_NETWORK = frozenset(
    {"cifs", "smb3", "smbfs", "nfs", "nfs4", "9p", "fuse.sshfs", "fuse.rclone", "afpfs", "ncpfs"}
)
_MOUNTS = Path("/proc/self/mounts")
_REMOTE_DRIVE = 4


def on_network_share(folder: Path) -> bool:
    """Tell whether a folder lies on a network share (notes on reliability, B4)."""
    if sys.platform == "win32":
        return _windows_remote(folder)
    try:
        mounts = _MOUNTS.read_text(encoding="utf-8", errors="replace")
    except OSError:
        return False
    return file_system_of(folder, mounts) in _NETWORK


def file_system_of(folder: Path, mounts: str) -> str:
    """Give the file system type of a folder by a table of mounts: the longest prefix decides."""
    real = os.path.realpath(folder)
    best, kind = "", ""
    for line in mounts.splitlines():
        _device, point, found, *_rest = [*line.split(" "), "", "", ""]
        point = point.replace("\\040", " ")
        inside = real == point or real.startswith(point.rstrip("/") + "/")
        if inside and len(point) >= len(best):
            best, kind = point, found
    return kind


def sync_folder(folder: Path) -> None:
    """Make the names in a folder durable, where the system offers that."""
    if os.name == "nt":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _windows_remote(folder: Path) -> bool:
    import ctypes

    drive = os.path.splitdrive(os.path.realpath(folder))[0]
    if drive.startswith("\\\\"):
        return True
    windows = getattr(ctypes, "windll", None)
    return bool(windows and windows.kernel32.GetDriveTypeW(f"{drive}\\") == _REMOTE_DRIVE)
