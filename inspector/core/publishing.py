"""What may go into a public copy, and what it leaves out."""

from dataclasses import dataclass
from enum import StrEnum


class Origin(StrEnum):
    """What kind of thing was left out."""

    PHOTO = "photo"
    DOCUMENT = "document"
    REPLY = "reply"
    LETTER = "letter"
    WRITTEN_OPINION = "written_opinion"
    SIGNED_PAGE = "signed_page"


class Why(StrEnum):
    """Why it was left out."""

    NOT_REVIEWED = "not_reviewed"
    NOT_RELEASED = "not_released"
    NOT_HERE = "not_here"
    UNDECODABLE = "undecodable"


@dataclass(frozen=True, slots=True, kw_only=True)
class LeftOut:
    """One thing that the public copy does not hold; `title` is freed of what is personal."""

    origin: Origin
    title: str
    sha256: str
    why: Why


@dataclass(frozen=True, slots=True)
class Received:
    """A file that somebody handed in: what it is called, and the hash of its bytes."""

    origin: Origin
    title: str
    sha256: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Publishable:
    """What there is to publish of a project: photos, those nobody looked at, received files."""

    project_id: str
    photos: int
    unseen: int
    received: tuple[Received, ...]
