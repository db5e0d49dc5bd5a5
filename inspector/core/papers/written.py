"""A paper that was written, and what it had to show differently than wished."""

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from inspector.core.papers.snapshot import check_code


class WarningCode(StrEnum):
    """What a finished paper had to show differently than wished."""

    GLYPH_MISSING = "glyph_missing"
    PHOTO_MISSING = "photo_missing"
    PHOTO_BROKEN = "photo_broken"


@dataclass(frozen=True, slots=True)
class PaperWarning:
    """One such thing: `subject` is the character's code point or the photo's number."""

    code: WarningCode
    subject: str
    detail: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """A paper that lies on the disk, whole."""

    path: Path
    sha256: str
    size: int
    pages: int
    snapshot: str
    warnings: tuple[PaperWarning, ...] = ()

    @property
    def check_code(self) -> str:
        """Give the check code that stands at the foot of its pages."""
        return check_code(self.snapshot)
