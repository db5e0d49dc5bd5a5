"""What the volumes of a bundle hold, in numbers: 案卷目录 (GB/T 50328) and its sums."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum


class FormSet(StrEnum):
    """By which standard the forms of a volume are laid out: cover, note form, list of volumes."""

    CONSTRUCTION = "GB/T 50328"
    SCIENCE = "GB/T 11822"


@dataclass(frozen=True, slots=True, kw_only=True)
class VolumeRow:
    """One volume in 案卷目录; `files` counts its papers and photos, `day8` is when it was made."""

    number: int
    code: str
    title: str
    text_pages: int
    drawing_pages: int
    photos: int
    files: int
    unit: str
    day8: str
    retention: str
    secrecy: str
    remark: str = ""

    @property
    def pages(self) -> int:
        """Add up the pages of text and of drawings."""
        return self.text_pages + self.drawing_pages


@dataclass(frozen=True, slots=True, kw_only=True)
class Holdings:
    """How much there is: the sums that every paper of the hand-over states."""

    volumes: int
    files: int
    text_pages: int
    drawing_pages: int
    photos: int

    @property
    def pages(self) -> int:
        """Add up the pages of text and of drawings."""
        return self.text_pages + self.drawing_pages


def holdings_of(rows: Iterable[VolumeRow]) -> Holdings:
    """Add up the rows of 案卷目录."""
    listed = tuple(rows)
    return Holdings(
        volumes=len(listed),
        files=sum(row.files for row in listed),
        text_pages=sum(row.text_pages for row in listed),
        drawing_pages=sum(row.drawing_pages for row in listed),
        photos=sum(row.photos for row in listed),
    )
