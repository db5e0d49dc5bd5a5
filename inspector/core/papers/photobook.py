"""The contact sheets of a volume's photos (照片册; DA/T 50-2014, GB/T 11821-2002)."""

from dataclasses import dataclass

from inspector.core.bundles import Volume
from inspector.core.papers.defects import PaperPhoto
from inspector.core.papers.kinds import PaperIdentity

PHOTOS_PER_BOOK = 200
"""Photos of one file of contact sheets, so that it opens soon and fits on every disc."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BookPhoto:
    """One photo with its archival number and six caption elements; an unknown one is empty.

    `group` is the group of photos (照片组) that it belongs to, where there are groups;
    `group_title` is what the group shows, told with its first photo.
    """

    shown: PaperPhoto
    matter: str
    taken: str
    place: str
    people: str
    background: str
    photographer: str
    group: str = ""
    group_title: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PhotoBookPaper:
    """One book of contact sheets, of the so many that the photos of a volume take."""

    identity: PaperIdentity
    volume: Volume
    book: int
    books: int
    photos_total: int
    photos: tuple[BookPhoto, ...]
