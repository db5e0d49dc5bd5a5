"""What file and records tell of a photo beside its caption, as DA/T 54-2014 names it."""

from datetime import UTC
from pathlib import Path

from inspector.core.canonical import spell_decimal
from inspector.core.evidence import Photo
from inspector.core.photodata import ShotFacts
from inspector.core.photos import OffsetSource, taken_at
from inspector.photos.details import CameraDetails, camera_details
from inspector.words.language import N_, _

_SENSORS = {
    1: N_("未定义"),
    2: N_("单芯片彩色面阵"),
    3: N_("双芯片彩色面阵"),
    4: N_("三芯片彩色面阵"),
    5: N_("彩色顺序面阵"),
    7: N_("三线传感器"),
    8: N_("彩色顺序线性传感器"),
}
"""EXIF's numbers of SensingMethod (CIPA DC-008, 4.6.6)."""


def shot_facts(photo: Photo, original: Path | None = None) -> ShotFacts:
    """Gather the elements; without the original those that only the file itself has are empty."""
    facts, position = photo.facts, photo.facts.position
    details = camera_details(original) if original else CameraDetails()
    return ShotFacts(
        taken_at=f"{facts.taken_local or ''}{_offset(photo)}",
        digitized_at=details.digitized,
        utc=details.gps_utc or _utc(photo),
        gps_version=details.gps_version,
        latitude_ref=("N" if position.latitude >= 0 else "S") if position else "",
        longitude_ref=("E" if position.longitude >= 0 else "W") if position else "",
        altitude_ref=_altitude_ref(photo),
        altitude=spell_decimal(abs(facts.altitude_m)) if facts.altitude_m is not None else "",
        direction_ref=facts.direction_ref or "" if facts.direction_deg is not None else "",
        make=facts.make or "",
        model=facts.model or "",
        serial=details.serial,
        sensor=_(_SENSORS[details.sensing]) if details.sensing in _SENSORS else "",
        software=facts.software or "",
        artist=details.artist,
        format=facts.mime,
        width=str(facts.width or ""),
        height=str(facts.height or ""),
    )


def _offset(photo: Photo) -> str:
    """Give the offset of the camera's clock, where the file or its satellites said it."""
    said = photo.facts.offset_source not in {None, OffsetSource.ASSUMED}
    return photo.facts.utc_offset or "" if said and photo.facts.taken_local else ""


def _utc(photo: Photo) -> str:
    """Give the hour in UTC where the offset was not merely assumed."""
    at = taken_at(photo.facts) if _offset(photo) else None
    return at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ") if at else ""


def _altitude_ref(photo: Photo) -> str:
    if photo.facts.altitude_m is None:
        return ""
    return _("海平面以上") if photo.facts.altitude_m >= 0 else _("海平面以下")
