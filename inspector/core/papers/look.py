"""How an office sets its papers: photos on a page, what stands below them, seals, letterhead.

Nothing of it is content: papers that differ only here have one check code.
"""

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

PHOTOS_PER_PAGE = (1, 2, 4, 6, 9)
SEAL_MM = range(30, 61)
"""Diameters of seals: 42 mm for most units, more for some (guide 2.7)."""
MOST_LETTERHEAD_LINES = 3
LEFT_MM, TOP_MM, BOTTOM_MM = range(15, 36), range(18, 41), range(16, 41)
"""Margins that a printer can keep; the text is always as wide, so that left and right move."""
PICTURE_MM = range(8, 41)
PICTURE_ENDS = (".jpg", ".jpeg")


class CaptionField(StrEnum):
    """What may stand below a photo besides its number (DA/T 50-2014)."""

    CAPTION = "caption"
    TAKEN = "taken"
    PHOTOGRAPHER = "photographer"
    PLACE = "place"
    DIRECTION = "direction"
    POSITION = "position"


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperLook:
    """The settings of an office; without a file of its own everything is as shipped.

    `picture` names a file beside the settings, `picture_at` is where it was found.
    """

    photos_per_page: int = 6
    caption: frozenset[CaptionField] = frozenset(CaptionField)
    seal_mm: int | None = 42
    letterhead: tuple[str, ...] = ()
    picture: str | None = None
    picture_at: Path | None = None
    picture_mm: int = 15
    left_mm: int = 25
    top_mm: int = 22
    bottom_mm: int = 20

    @property
    def photo_columns(self) -> int:
        """Tell how many photos stand side by side."""
        return {1: 1, 2: 1, 9: 3}.get(self.photos_per_page, 2)

    @property
    def photo_mm(self) -> tuple[float, float]:
        """Give the frame of a photo in millimetres, so that as many fit on a page."""
        frames = {1: (150.0, 150.0), 2: (124.0, 90.0), 4: (74.0, 86.0), 9: (47.0, 44.0)}
        return frames.get(self.photos_per_page, (66.0, 49.5))


USUAL = PaperLook()
