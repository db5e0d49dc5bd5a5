"""What a look at the structure of a PDF file tells of its fitness for keeping."""

from dataclasses import dataclass
from enum import StrEnum, auto


class PdfTrouble(StrEnum):
    """What speaks against keeping a PDF file for long (PDF/A, ISO 19005-2)."""

    UNREADABLE = auto()
    ENCRYPTED = auto()
    SCRIPT = auto()
    """Holds a script, or an action that runs something."""
    OUTSIDE = auto()
    """Shows content that lies in another file."""
    FONT_ABSENT = auto()
    INTENT_ABSENT = auto()
    """Says not which colours its numbers mean."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PdfLook:
    """The pages that were counted, and the PDF/A level that the file says it follows.

    `pages` is None where they cannot be counted, `level` empty where the file claims none.
    """

    pages: int | None = None
    level: str = ""
    troubles: tuple[tuple[PdfTrouble, str], ...] = ()
