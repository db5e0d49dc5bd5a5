"""What proves what: links from photos to the records that they show."""

from dataclasses import dataclass
from enum import StrEnum

from inspector.core.photos import PhotoFacts


class Whereabouts(StrEnum):
    """Where the original of a photo lies, as far as this workspace knows."""

    HERE = "here"
    ELSEWHERE = "elsewhere"
    """Another laptop that counts says that it has it."""
    MISSING = "missing"


class Retained(StrEnum):
    """Why an original stays on this laptop although somebody asked to release it."""

    NOT_HERE = "not_here"
    NOT_STORED = "not_stored"
    """No laptop that counts has said that it holds the bytes."""
    RELIED_UPON = "relied_upon"
    """The laptops that hold it may release theirs, since this one has it."""


class Target(StrEnum):
    """The kind of record that a photo is linked to."""

    PLACE = "place"
    ANSWER = "answer"
    DEFECT = "defect"
    PUBLICITY = "publicity"
    CARE = "care"
    """What a visit of long-term management found of a point."""
    CLAIM = "claim"
    """A claim within a warranty."""


class PhotoRole(StrEnum):
    """What a photo shows of its record."""

    EVIDENCE = "evidence"
    FAR = "far"
    NEAR = "near"
    BEFORE = "before"
    AFTER = "after"
    RECHECK = "recheck"
    FIRST_DAY = "first_day"
    LAST_DAY = "last_day"


@dataclass(frozen=True, slots=True, kw_only=True)
class PhotoLink:
    """One photo linked to one record."""

    id: str
    project_id: str
    photo_id: str
    target: Target
    target_id: str
    role: PhotoRole
    position: int = 0
    event_id: str | None = None
    """The step of a defect that it came with."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Photo:
    """One photo of a project: its original bytes by hash, and what it says about itself."""

    id: str
    project_id: str
    sha256: str
    size: int
    name: str
    facts: PhotoFacts
    visit_id: str | None = None
    place_id: str | None = None
    photographer: str | None = None
    caption: str | None = None
    people: str | None = None
    background: str | None = None
    taken_said: str | None = None
    """When it was taken, in a person's words: for a file that does not say."""
    group_title: str | None = None
    """The group of photos (照片组) that a person put it in."""
