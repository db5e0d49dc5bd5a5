"""What of a photo must not be published: rectangles that a person draws by hand."""

import re
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from inspector.core.canonical import canonical
from inspector.core.errors import InspectorError, Problem

WHOLE = 10_000
"""A box is told in ten-thousandths of the upright picture's width and height."""
LEAST = 20
"""The least side of a box: a smaller one is a slip of the hand."""

_FRACTION = re.compile(r"(?:0|1)(?:\.\d{1,6})?|\.\d{1,6}")
_SIDES = 4


class MaskKind(StrEnum):
    """What a box takes out of a photo."""

    FACE = "face"
    PLATE = "plate"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle of the upright picture; whole numbers, so that it has one spelling."""

    left: int
    top: int
    right: int
    bottom: int

    def checked(self) -> "Box":
        """Give the box cut to the picture; one that is too small, or outside, is refused."""
        left, right = _within(self.left), _within(self.right)
        top, bottom = _within(self.top), _within(self.bottom)
        if right - left < LEAST or bottom - top < LEAST:
            raise InspectorError(Problem.MASK_TOO_SMALL)
        return Box(left, top, right, bottom)

    def moved(self, across: int, down: int) -> "Box":
        """Give the box at another place, as far as the picture reaches."""
        across = max(-self.left, min(across, WHOLE - self.right))
        down = max(-self.top, min(down, WHOLE - self.bottom))
        return Box(self.left + across, self.top + down, self.right + across, self.bottom + down)

    def pixels(self, width: int, height: int, block: int) -> tuple[int, int, int, int]:
        """Give left, top, right and bottom in pixels, grown to whole blocks of the picture.

        The blocks of a JPEG mix the pixels in them, so that what lies at the rim of a box would
        still tell of what was under it.
        """
        return (
            self.left * width // WHOLE // block * block,
            self.top * height // WHOLE // block * block,
            min(width, _up(_up(self.right * width, WHOLE), block) * block),
            min(height, _up(_up(self.bottom * height, WHOLE), block) * block),
        )


def _within(value: int) -> int:
    return max(0, min(value, WHOLE))


def _up(value: int, by: int) -> int:
    return -(-value // by)


def corners(x: int, y: int, other_x: int, other_y: int) -> Box:
    """Give the box between two corners, in whatever order they were touched."""
    return Box(min(x, other_x), min(y, other_y), max(x, other_x), max(y, other_y))


def spell_box(box: Box) -> str:
    """Spell a box for its column."""
    return canonical([box.left, box.top, box.right, box.bottom])


def box_text(box: Box) -> str:
    """Write a box as a person gives it: left, top, width and height as fractions."""
    sides = (box.left, box.top, box.right - box.left, box.bottom - box.top)
    return ",".join(f"{Decimal(side) / WHOLE:f}" for side in sides)


def parse_box(text: str) -> Box:
    """Read `left,top,width,height` as fractions of the upright picture."""
    told = [part.strip() for part in text.replace("，", ",").split(",")]
    if len(told) != _SIDES or not all(_FRACTION.fullmatch(part) for part in told):
        raise InspectorError(Problem.MASK_UNREADABLE, text=text)
    left, top, width, height = (round(Decimal(part) * WHOLE) for part in told)
    return Box(left, top, left + width, top + height).checked()


@dataclass(frozen=True, slots=True, kw_only=True)
class PhotoMask:
    """One box on one photo: what it hides, who drew it, and when (ms since 1970 UTC)."""

    id: str
    project_id: str
    photo_id: str
    kind: MaskKind
    box: Box
    at_ms: int
    by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PhotoReview:
    """That a person looked at a photo and drew all boxes that it needs, or found none needed."""

    id: str
    project_id: str
    photo_id: str
    at_ms: int
    by: str
