"""Read EXIF values from a carved block, in a worker that a hostile file cannot take hostage."""

import io
import logging
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from inspector.core.geotags import Ratio, RawExif, Text, facts_of
from inspector.core.photos import PhotoFacts, PhotoNote
from inspector.photos.carve import Carved, carve
from inspector.photos.formats import HEAD_BYTES, JXL, ImageFormat, format_of
from inspector.photos.worker import Limits, Worker, WorkerLostError

_log = logging.getLogger(__name__)

_LIMITS = Limits(deadline_s=2.0, memory_bytes=1 << 30)


class ExifReader:
    """Reads what photos say about themselves; one for a whole import.

    The worker starts with the first block and ends with the context.
    """

    def __init__(self, limits: Limits = _LIMITS) -> None:
        self._limits = limits
        self._worker: Worker | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def close(self) -> None:
        """End the worker."""
        if self._worker is not None:
            self._worker.close()
            self._worker = None

    def facts(self, path: Path) -> PhotoFacts:
        """Read a file of any format; bad metadata is noted and never raises."""
        with path.open("rb") as stream:
            kind = format_of(stream.read(HEAD_BYTES))
            return self.facts_in(carve(stream, kind), kind) if kind else PhotoFacts()

    def facts_in(self, carved: Carved, kind: ImageFormat) -> PhotoFacts:
        """Read a carved block and join what the container said."""
        raw = self.read(carved.block) if carved.block else None
        lost = carved.refused or (carved.block is not None and raw is None)
        facts = facts_of(raw or RawExif())
        notes = [PhotoNote.EXIF_UNREADABLE] if lost else []
        if carved.size is None and kind is not JXL:
            notes.append(PhotoNote.IMAGE_DAMAGED)
        width, height = carved.size or (None, None)
        return replace(
            facts,
            width=width,
            height=height,
            mime=kind.mime,
            unreadable=lost,
            notes=(*facts.notes, *notes),
        )

    def read(self, block: bytes) -> RawExif | None:
        """Parse a block that was checked; None where the worker gave no answer in time."""
        try:
            answer = self._ready().ask(block)
        except WorkerLostError as error:
            _log.info("exif unreadable: %s", error)
            return None
        return answer if isinstance(answer, RawExif) else None

    def _ready(self) -> Worker:
        if self._worker is None:
            self._worker = Worker(parse, self._limits, prepare=_load_parser)
        return self._worker


def _load_parser() -> None:
    import exifread  # noqa: F401 - imported for its own sake, so that the first photo finds it


def parse(block: bytes) -> RawExif:
    """Let exifread parse a block; call it in a worker only, since it may hang or raise.

    `details=False` leaves out maker notes; `.printable` and `builtin_types` are never used,
    since they turn 0/0 into 0 and lose bytes that are not UTF-8.
    """
    import exifread

    logging.getLogger("exifread").setLevel(logging.CRITICAL)
    found = exifread.process_file(io.BytesIO(block), details=False, extract_thumbnail=False)
    values = {name: tag.values for name, tag in found.items() if hasattr(tag, "values")}
    return RawExif(
        latitude=_ratios(values, "GPS GPSLatitude"),
        latitude_ref=_text(values, "GPS GPSLatitudeRef"),
        longitude=_ratios(values, "GPS GPSLongitude"),
        longitude_ref=_text(values, "GPS GPSLongitudeRef"),
        altitude=_ratio(values, "GPS GPSAltitude"),
        altitude_ref=_number(values, "GPS GPSAltitudeRef") or 0,
        direction=_ratio(values, "GPS GPSImgDirection"),
        direction_ref=_text(values, "GPS GPSImgDirectionRef"),
        error=_ratio(values, "GPS Tag 0x001F"),  # GPSHPositioningError, nameless in exifread
        datum=_text(values, "GPS GPSMapDatum"),
        method=_text(values, "GPS GPSProcessingMethod"),
        gps_date=_text(values, "GPS GPSDate"),
        gps_time=_ratios(values, "GPS GPSTimeStamp"),
        taken=_text(values, "EXIF DateTimeOriginal"),
        fraction=_text(values, "EXIF SubSecTimeOriginal"),
        offset=_text(values, "EXIF OffsetTimeOriginal"),
        make=_text(values, "Image Make"),
        model=_text(values, "Image Model"),
        software=_text(values, "Image Software"),
        orientation=_number(values, "Image Orientation"),
    )


Values = Mapping[str, Any]


def _ratios(values: Values, name: str) -> tuple[Ratio, ...]:
    found = values.get(name)
    if not isinstance(found, Sequence) or isinstance(found, Text):
        return ()
    return tuple(pair for pair in map(_pair, found) if pair is not None)


def _pair(value: object) -> Ratio | None:
    """Take a ratio apart; a whole number in its place counts as itself over one."""
    if isinstance(value, int):
        return value, 1
    top, bottom = getattr(value, "num", None), getattr(value, "den", None)
    return (top, bottom) if isinstance(top, int) and isinstance(bottom, int) else None


def _ratio(values: Values, name: str) -> Ratio | None:
    found = _ratios(values, name)
    return found[0] if found else None


def _number(values: Values, name: str) -> int | None:
    found = values.get(name)
    first = found[0] if isinstance(found, list) and found else None
    return first if isinstance(first, int) else None


def _text(values: Values, name: str) -> Text:
    found = values.get(name)
    if isinstance(found, Text):
        return found
    if isinstance(found, list) and all(isinstance(byte, int) and 0 <= byte < 256 for byte in found):  # noqa: PLR2004 - a byte
        return bytes(found)
    return ""
