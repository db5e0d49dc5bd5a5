"""What a photo says about itself, where it was taken, and what makes one doubt it."""

import math
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from enum import StrEnum, auto

EARTH_RADIUS_M = 6_371_008.8
"""Mean radius of the GRS 80 ellipsoid, (2a + b) / 3 (Moritz, Geodetic Reference System 1980)."""

ASSUMED_DATUM = "WGS-84 (assumed)"
"""What phones measure in when a file names no datum: GNSS receivers give WGS-84."""

HOME_OFFSET = "+08:00"
"""China has one time zone; a camera that tells no offset is taken to stand in it."""

UPRIGHT = 1
_SIDEWAYS = frozenset({5, 6, 7, 8})
_ROTATED_BY_DECODER = frozenset({"image/heic", "image/heif", "image/avif", "image/jxl"})


class PositionReason(StrEnum):
    """Why a photo has no position."""

    ABSENT = auto()
    GPS_UNDEFINED = auto()
    ZERO_ZERO = auto()
    OUT_OF_RANGE = auto()
    INCOMPLETE = auto()
    NO_HEMISPHERE = auto()
    WITHHELD = auto()
    """It is not published."""


class PositionSource(StrEnum):
    """Who said where it was."""

    EXIF = auto()
    NMEA = auto()
    MAP = auto()
    BUILDING = auto()
    MANUAL = auto()


class OffsetSource(StrEnum):
    """Who said how far the camera's clock stood from UTC."""

    EXIF = auto()
    GPS = auto()
    ASSUMED = auto()


class PhotoNote(StrEnum):
    """What intake noticed about a file that it kept all the same."""

    EXIF_UNREADABLE = auto()
    CELL_POSITION = auto()
    IMAGE_DAMAGED = auto()


class Doubt(StrEnum):
    """What a reader should know before taking a photo as evidence."""

    OUTSIDE_VISIT = auto()
    FAR_FROM_SITE = auto()
    REUSED = auto()
    NO_TIME = auto()
    NO_POSITION = auto()
    CELL_POSITION = auto()


@dataclass(frozen=True, slots=True, kw_only=True)
class Position:
    """A point on the ground as it was read, never shifted for a map."""

    latitude: Decimal
    longitude: Decimal
    datum: str = ASSUMED_DATUM
    source: PositionSource = PositionSource.EXIF
    accuracy_m: Decimal | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PhotoFacts:
    """What a file says about itself; nothing here is guessed without saying so.

    `taken_local` is the wall time as read (2026-11-19T09:41:07.123); `width` and `height` are
    those of the decoded image before the EXIF orientation turns it.
    """

    position: Position | None = None
    position_reason: PositionReason | None = PositionReason.ABSENT
    datum: str | None = None
    altitude_m: Decimal | None = None
    direction_deg: Decimal | None = None
    direction_ref: str | None = None
    accuracy_m: Decimal | None = None
    taken_local: str | None = None
    utc_offset: str | None = None
    offset_source: OffsetSource | None = None
    make: str | None = None
    model: str | None = None
    software: str | None = None
    processing_method: str | None = None
    orientation: int | None = None
    width: int | None = None
    height: int | None = None
    mime: str = ""
    unreadable: bool = False
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Occasion:
    """Where and when a photo is claimed to belong; an unknown part raises no doubt."""

    visit_from_at: datetime | None = None
    visit_to_at: datetime | None = None
    site: Position | None = None
    limit_m: int = 500
    used_elsewhere: bool = False


def distance_m(here: Position, there: Position) -> int:
    """Give the great-circle distance in whole metres (haversine formula)."""
    lat_a, lat_b = math.radians(here.latitude), math.radians(there.latitude)
    half_lat = (lat_b - lat_a) / 2
    half_lon = math.radians(there.longitude - here.longitude) / 2
    chord = math.sin(half_lat) ** 2 + math.cos(lat_a) * math.cos(lat_b) * math.sin(half_lon) ** 2
    return round(2 * EARTH_RADIUS_M * math.asin(math.sqrt(min(1.0, chord))))


def upright(orientation: int | None, mime: str) -> int:
    """Give the EXIF turn that a viewer must make (1-8; 1 is none).

    Decoders of HEIF, AVIF and JPEG XL apply the container's own rotation; a phone leaves the
    same turn in EXIF, so that turning again would lay the picture on its side
    (ISO/IEC 23008-12, 6.5.10 and A.2.1 note on Exif orientation).
    """
    if orientation is None or not 1 <= orientation <= 8 or mime in _ROTATED_BY_DECODER:  # noqa: PLR2004 - CIPA DC-008 4.6.4: orientation is 1 to 8
        return UPRIGHT
    return orientation


def upright_size(facts: PhotoFacts) -> tuple[int, int] | None:
    """Give width and height as a person sees the picture, where the file tells them."""
    if facts.width is None or facts.height is None:
        return None
    if upright(facts.orientation, facts.mime) in _SIDEWAYS:
        return facts.height, facts.width
    return facts.width, facts.height


def taken_at(facts: PhotoFacts) -> datetime | None:
    """Give the moment of the shot in UTC, if the file tells a wall time."""
    if facts.taken_local is None:
        return None
    wall = datetime.fromisoformat(facts.taken_local)
    return (wall - offset_of(facts.utc_offset or HOME_OFFSET)).replace(tzinfo=UTC)


def offset_of(text: str) -> timedelta:
    """Read an offset such as +08:00."""
    hours, minutes = int(text[1:3]), int(text[4:6])
    size = timedelta(hours=hours, minutes=minutes)
    return -size if text[0] == "-" else size


def doubts(facts: PhotoFacts, occasion: Occasion) -> tuple[Doubt, ...]:
    """List what speaks against a photo as evidence of a visit; it is kept in any case."""
    found = [*_doubts_of_time(facts, occasion), *_doubts_of_place(facts, occasion)]
    if occasion.used_elsewhere:
        found.append(Doubt.REUSED)
    return tuple(found)


def _doubts_of_time(facts: PhotoFacts, occasion: Occasion) -> list[Doubt]:
    at = taken_at(facts)
    if at is None:
        return [Doubt.NO_TIME]
    early = occasion.visit_from_at is not None and at < occasion.visit_from_at
    late = occasion.visit_to_at is not None and at > occasion.visit_to_at
    return [Doubt.OUTSIDE_VISIT] if early or late else []


def _doubts_of_place(facts: PhotoFacts, occasion: Occasion) -> list[Doubt]:
    if facts.position is None:
        return [Doubt.NO_POSITION]
    found = []
    if occasion.site and distance_m(facts.position, occasion.site) > occasion.limit_m:
        found.append(Doubt.FAR_FROM_SITE)
    if PhotoNote.CELL_POSITION in facts.notes:
        found.append(Doubt.CELL_POSITION)
    return found
