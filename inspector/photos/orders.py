"""What previews there are, what is asked of a preview worker and what it may answer."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum, auto
from pathlib import Path


class PreviewKind(StrEnum):
    """A small picture made from a photo."""

    THUMBNAIL = auto()
    SCREEN = auto()
    PRINT = auto()


class Trouble(StrEnum):
    """Why there is no small picture, or only a part of one."""

    MISSING = auto()
    UNDECODABLE = auto()
    TOO_LARGE = auto()
    TOO_SLOW = auto()
    DISK_FULL = auto()
    NOT_WRITABLE = auto()
    CUT_SHORT = auto()
    """The file ends too early; what there is of it is shown."""


@dataclass(frozen=True, slots=True)
class Order:
    """Which original to decode, and where its small pictures go."""

    original: Path
    targets: Mapping[PreviewKind, Path]
