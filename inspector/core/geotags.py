"""From the raw numbers of EXIF to a position and a time, never a false one.

The rules are those of CIPA DC-008 (Exif 2.32), 4.6.6, read with the mistrust that real phones
teach: a denominator of zero, a place of (0, 0) and a GPS clock that is a day off all occur.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from decimal import Decimal

from inspector.core.photos import (
    ASSUMED_DATUM,
    HOME_OFFSET,
    OffsetSource,
    PhotoFacts,
    PhotoNote,
    Position,
    PositionReason,
    offset_of,
)
from inspector.core.text import clean

Ratio = tuple[int, int]
"""Numerator and denominator as they stand in the file; the denominator may be 0."""

Text = str | bytes

_DEGREE_STEP = Decimal("0.0000001")  # 11 mm on the ground: finer than any receiver
_VALUE_STEP = Decimal("0.000000001")
_PARTS_OF_AN_ANGLE = 3
_SIXTY = 60
_LONGEST_TEXT = 200
_FIRST_YEAR, _LAST_YEAR = 1900, 9998  # a camera's unset clock says 0000 or 0001
_QUARTER = timedelta(minutes=15)
_SLACK = timedelta(minutes=5)
_WEST_MOST, _EAST_MOST = timedelta(hours=-12), timedelta(hours=14)
_WALL_TIME = re.compile(r"^(\d{4})[:\-/](\d{2})[:\-/](\d{2})[ T](\d{2}):(\d{2}):(\d{2})$")
_GPS_DATE = re.compile(r"^(\d{4})[:\-/](\d{1,2})[:\-/](\d{1,2})$")
_OFFSET = re.compile(r"^[+-]\d{2}:[0-5]\d$")
_CELL_METHODS = frozenset({"CELLID", "NETWORK"})
_CHARACTER_CODES = (b"ASCII\0\0\0", b"JIS\0\0\0\0\0", b"UNICODE\0", b"\0\0\0\0\0\0\0\0")
_BELOW_SEA = frozenset({1, 3})  # 3: below the ellipsoid, Exif 3.0 (CIPA DC-008-2023) 4.6.6.5


@dataclass(frozen=True, slots=True, kw_only=True)
class RawExif:
    """The few EXIF values that matter, as they stand in the file."""

    latitude: tuple[Ratio, ...] = ()
    latitude_ref: Text = ""
    longitude: tuple[Ratio, ...] = ()
    longitude_ref: Text = ""
    altitude: Ratio | None = None
    altitude_ref: int = 0
    direction: Ratio | None = None
    direction_ref: Text = ""
    error: Ratio | None = None
    datum: Text = ""
    method: Text = ""
    gps_date: Text = ""
    gps_time: tuple[Ratio, ...] = ()
    taken: Text = ""
    fraction: Text = ""
    offset: Text = ""
    make: Text = ""
    model: Text = ""
    software: Text = ""
    orientation: int | None = None


def facts_of(raw: RawExif) -> PhotoFacts:
    """Read everything that a photo says; what is wrong becomes absent, with its reason."""
    place = position_of(raw)
    position = place if isinstance(place, Position) else None
    taken = wall_time_of(raw.taken, raw.fraction)
    offset, source = offset_for(taken, raw)
    method = _method_of(raw.method)
    direction = _direction_of(raw.direction)
    return PhotoFacts(
        position=position,
        position_reason=place if isinstance(place, PositionReason) else None,
        datum=position.datum if position else text_of(raw.datum) or None,
        altitude_m=altitude_of(raw.altitude, raw.altitude_ref),
        direction_deg=direction,
        direction_ref=_direction_ref(raw.direction_ref) if direction is not None else None,
        accuracy_m=accuracy_of(raw.error),
        taken_local=taken,
        utc_offset=offset,
        offset_source=source,
        make=text_of(raw.make) or None,
        model=text_of(raw.model) or None,
        software=text_of(raw.software) or None,
        processing_method=method or None,
        orientation=raw.orientation if raw.orientation in range(1, 9) else None,
        notes=(PhotoNote.CELL_POSITION,) if position and method.upper() in _CELL_METHODS else (),
    )


def position_of(raw: RawExif) -> Position | PositionReason:
    """Give the position, or the reason why there is none; never a silent zero."""
    if not raw.latitude and not raw.longitude:
        return PositionReason.ABSENT
    if not raw.latitude or not raw.longitude:
        return PositionReason.INCOMPLETE
    latitude, longitude = angle_of(raw.latitude, 90), angle_of(raw.longitude, 180)
    for angle in (latitude, longitude):
        if isinstance(angle, PositionReason):
            return angle
    return _signed(latitude, longitude, raw)


def angle_of(parts: Sequence[Ratio], limit: int) -> Decimal | PositionReason:
    """Add up degrees, minutes and seconds.

    0/0 seconds count as none, since a Nikon D5000 that writes them names the same point in its
    XMP; a zero denominator anywhere else makes the angle undefined.
    """
    if any(bottom == 0 and (top, place) != (0, 2) for place, (top, bottom) in enumerate(parts)):
        return PositionReason.GPS_UNDEFINED
    if len(parts) != _PARTS_OF_AN_ANGLE:
        return PositionReason.INCOMPLETE
    degrees, minutes, seconds = (_divided(part) or Decimal(0) for part in parts)
    if min(degrees, minutes, seconds) < 0 or max(minutes, seconds) > _SIXTY:
        return PositionReason.OUT_OF_RANGE
    angle = degrees + minutes / 60 + seconds / 3600
    return angle if angle <= limit else PositionReason.OUT_OF_RANGE


def _signed(
    latitude: Decimal | PositionReason, longitude: Decimal | PositionReason, raw: RawExif
) -> Position | PositionReason:
    if isinstance(latitude, PositionReason) or isinstance(longitude, PositionReason):
        return PositionReason.GPS_UNDEFINED
    lat, lon = latitude.quantize(_DEGREE_STEP), longitude.quantize(_DEGREE_STEP)
    if lat == 0 and lon == 0:
        return PositionReason.ZERO_ZERO
    north, east = _hemisphere(raw.latitude_ref, "NS"), _hemisphere(raw.longitude_ref, "EW")
    if not north or not east:
        return PositionReason.NO_HEMISPHERE
    return Position(
        latitude=lat * north + 0,  # no minus zero
        longitude=lon * east + 0,
        datum=text_of(raw.datum) or ASSUMED_DATUM,
        accuracy_m=accuracy_of(raw.error),
    )


def _hemisphere(ref: Text, letters: str) -> int:
    """Give 1, -1, or 0 for a letter that is neither; lower case occurs."""
    letter = text_of(ref).upper()
    if letter not in tuple(letters):
        return 0
    return 1 if letter == letters[0] else -1


def altitude_of(ratio: Ratio | None, ref: int) -> Decimal | None:
    """Give the altitude in metres, negative below the sea."""
    value = _tidy(ratio)
    if value is None:
        return None
    return -value if ref in _BELOW_SEA and value > 0 else value


def accuracy_of(ratio: Ratio | None) -> Decimal | None:
    """Give GPSHPositioningError in metres; a zero or negative error is no statement."""
    value = _tidy(ratio)
    return value if value is not None and value > 0 else None


def _direction_of(ratio: Ratio | None) -> Decimal | None:
    value = _tidy(ratio)
    return value if value is not None and 0 <= value <= 360 else None  # noqa: PLR2004 - a full turn


def _direction_ref(ref: Text) -> str | None:
    letter = text_of(ref).upper()
    return letter if letter in {"T", "M"} else None


def wall_time_of(taken: Text, fraction: Text = "") -> str | None:
    """Give the local time as read in ISO form; blanks and impossible dates are no time."""
    found = _WALL_TIME.match(text_of(taken))
    if not found:
        return None
    year, *rest = (int(part) for part in found.groups())
    if not _FIRST_YEAR <= year <= _LAST_YEAR:
        return None
    try:
        wall = datetime(year, *rest)  # type: ignore[arg-type]  # noqa: DTZ001 - a wall time has no zone
    except ValueError:
        return None
    digits = text_of(fraction)
    more = f".{digits[:6]}" if digits.isascii() and digits.isdigit() else ""
    return wall.isoformat() + more


def offset_for(taken: str | None, raw: RawExif) -> tuple[str | None, OffsetSource | None]:
    """Tell how far the camera's clock stood from UTC, and who said so."""
    if taken is None:
        return None, None
    said = text_of(raw.offset)
    said = "+00:00" if said == "Z" else said
    if _OFFSET.match(said) and _WEST_MOST <= offset_of(said) <= _EAST_MOST:
        return said, OffsetSource.EXIF
    inferred = _offset_by_gps(taken, raw)
    if inferred is not None:
        return inferred, OffsetSource.GPS
    return HOME_OFFSET, OffsetSource.ASSUMED


def _offset_by_gps(taken: str, raw: RawExif) -> str | None:
    """Compare the wall time with the satellites' UTC, which must fit to a quarter of an hour.

    GPSDateStamp is a UTC date: at 00:30 in China it names the day before. A Nikon P6000 writes
    GPS times that are a day off; such a difference is no offset.
    """
    utc = _gps_moment(raw.gps_date, raw.gps_time)
    if utc is None:
        return None
    apart = datetime.fromisoformat(taken[:19]) - utc
    quarters = round(apart / _QUARTER)
    offset = quarters * _QUARTER
    if abs(apart - offset) >= _SLACK or not _WEST_MOST <= offset <= _EAST_MOST:
        return None
    minutes = abs(quarters) * 15
    return f"{'-' if quarters < 0 else '+'}{minutes // 60:02d}:{minutes % 60:02d}"


def _gps_moment(date: Text, time: Sequence[Ratio]) -> datetime | None:
    found = _GPS_DATE.match(text_of(date))
    clock = [_divided(part) for part in time]
    if not found or len(clock) != _PARTS_OF_AN_ANGLE or None in clock:
        return None
    hours, minutes, seconds = (int(part or 0) for part in clock)
    try:
        year, month, day = (int(part) for part in found.groups())
        return datetime(year, month, day, hours, minutes, min(seconds, 59))  # noqa: DTZ001 - compared with a wall time
    except ValueError:
        return None


def _method_of(method: Text) -> str:
    """Read GPSProcessingMethod, which begins with an 8-byte character code (4.6.6.28)."""
    if isinstance(method, bytes):
        if method.startswith(b"UNICODE\0"):
            return text_of(method[8:].decode("utf-16-le", errors="replace"))
        method = method[8:] if method.startswith(_CHARACTER_CODES) else method
    return text_of(method)


def text_of(value: Text) -> str:
    """Read a text of unknown encoding: UTF-8, else GB 18030 (many makers), else Latin-1."""
    if isinstance(value, str):
        return _short(value)
    kept = value.split(b"\0", 1)[0]
    for encoding in ("utf-8", "gb18030"):
        try:
            return _short(kept.decode(encoding))
        except UnicodeDecodeError:
            continue
    return _short(kept.decode("latin-1"))


def _short(text: str) -> str:
    return " ".join(clean(text.split("\0", 1)[0]).split())[:_LONGEST_TEXT].strip()


def _divided(ratio: Ratio) -> Decimal | None:
    top, bottom = ratio
    return Decimal(top) / Decimal(bottom) if bottom else None


def _tidy(ratio: Ratio | None) -> Decimal | None:
    """Divide, round to a billionth and drop the zeros behind, so that 98.9 stays 98.9."""
    value = _divided(ratio) if ratio is not None else None
    if value is None:
        return None
    rounded = value.quantize(_VALUE_STEP)
    return Decimal(format(rounded.normalize(), "f"))
