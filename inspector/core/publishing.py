"""What a public copy leaves out."""

from dataclasses import dataclass
from enum import StrEnum


class Origin(StrEnum):
    """What kind of thing was left out."""

    PHOTO = "photo"
    DOCUMENT = "document"
    REPLY = "reply"
    LETTER = "letter"
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
