"""What comes of comparing a paper that somebody holds with the records."""

from dataclasses import dataclass
from enum import StrEnum

from inspector.core.certificates import PdfSeal
from inspector.core.issued import IssuedReport


class FileState(StrEnum):
    """How a file stands to the bytes that were made.

    An extended PDF begins with all of them: signatures are put behind (ISO 32000-1, 7.5.6). So
    may be other things, which change what is shown; it counts as signed only where every
    signature in it holds.
    """

    EXACT = "exact"
    SIGNED = "signed"
    EXTENDED = "extended"
    DIFFERS = "differs"


_SOUND = frozenset({None, FileState.EXACT, FileState.SIGNED})


class PaperState(StrEnum):
    """What came of comparing a paper with the records.

    ALTERED: the code names a record that has another content. UNCOMPARED: the paper is on record,
    but was made before its parts were kept, or is of a kind that cannot be gathered again.
    """

    SAME = "same"
    CHANGED = "changed"
    ALTERED = "altered"
    UNCOMPARED = "uncompared"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckedPaper:
    """A paper as it stands to the records now.

    `changed` are the keys of the parts that differ, `newer` is the version that came after it,
    `program` is the one that made it, where that is another than this one: its wordings differ.
    `paper` names a paper that has no report of its own, such as a notice.
    """

    state: PaperState
    asked: str
    report: IssuedReport | None = None
    paper: str | None = None
    changed: tuple[str, ...] = ()
    newer: int | None = None
    file: FileState | None = None
    program: str | None = None
    seals: tuple[PdfSeal, ...] = ()
    """The certificate signatures on the file that was given."""

    @property
    def is_good(self) -> bool:
        """Tell whether nothing speaks against the paper."""
        return self.state is PaperState.SAME and self.file in _SOUND
