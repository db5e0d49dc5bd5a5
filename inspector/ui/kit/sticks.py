"""Sticks and cards that are plugged in, as far as the system tells."""

import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QStorageInfo

_WHERE = {"linux": ("/media/", "/run/media/"), "darwin": ("/Volumes/",)}


@dataclass(frozen=True, slots=True)
class Stick:
    """A stick: where it is mounted, what people call it, how many bytes fit, if any can go on."""

    path: Path
    name: str
    free: int
    is_protected: bool = False


Sticks = Callable[[], list[Stick]]


def plugged_in() -> list[Stick]:
    """List what is plugged in, beside the disks of the system and of the person's files."""
    found = [volume for volume in QStorageInfo.mountedVolumes() if _is_stick(volume)]
    return [
        Stick(
            path=Path(volume.rootPath()),
            name=volume.displayName() or volume.rootPath(),
            free=volume.bytesAvailable(),
            is_protected=volume.isReadOnly(),
        )
        for volume in found
    ]


def _is_stick(volume: QStorageInfo) -> bool:
    if not volume.isValid() or not volume.isReady() or volume.isRoot():
        return False
    place = volume.rootPath()
    if sys.platform == "win32":
        return Path(place).drive != Path.home().drive
    return place.startswith(_WHERE.get(sys.platform, ()))
