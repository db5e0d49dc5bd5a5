"""Defects and photos as papers show them."""

from dataclasses import dataclass, field
from pathlib import Path

_OUTSIDE = {"hashed": False}


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperPhoto:
    """A photo as a paper shows it: the original by its hash, drawn from a ready JPEG preview.

    The texts are finished, such as “朝向 212°（真北）”. Where the preview lies is no part of the
    snapshot. Without one, `trouble` says why. `absence` says of an original that is not on the
    computer on which the paper was made where it is.
    """

    number: str
    sha256: str
    caption: str | None = None
    taken: str | None = None
    place: str | None = None
    position: str | None = None
    direction: str | None = None
    photographer: str | None = None
    trouble: str | None = field(default=None, metadata=_OUTSIDE)
    absence: str | None = field(default=None, metadata=_OUTSIDE)
    preview: Path | None = field(default=None, metadata=_OUTSIDE)


@dataclass(frozen=True, slots=True, kw_only=True)
class PhotoPair:
    """A defect before and after its repair, and how far apart they were taken (“相距 2 m”)."""

    before: PaperPhoto | None
    after: PaperPhoto | None
    distance: str | None = None
    doubt: str | None = None
    """Why the two do not fit together: the later one is older."""


@dataclass(frozen=True, slots=True, kw_only=True)
class EventRow:
    """One thing that happened to a defect."""

    at: str
    step: str
    by: str | None = None
    note: str | None = None
    photos: str | None = None
    """The numbers of the photos that came with it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DefectSheet:
    """One defect of the register with its history and photos (T10)."""

    number: str
    place: str
    text: str
    severity: str
    status: str
    item: str | None = None
    demand: str | None = None
    measured: str | None = None
    basis: str | None = None
    party: str | None = None
    due: str | None = None
    overdue: str | None = None
    """By how many days it was late on the day of the report, where it was."""
    late: str | None = None
    """Why it is marked: the list of its visit did not tell it."""
    recheck: str | None = None
    rechecks: int = 0
    is_open: bool = False
    events: tuple[EventRow, ...] = ()
    pairs: tuple[PhotoPair, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class NoticeRow:
    """One defect of a notice."""

    number: str
    place: str
    text: str
    severity: str
    demand: str | None = None
    measured: str | None = None
    basis: str | None = None
    photo_numbers: str | None = None
