"""The photos of an answer, and what speaks against them."""

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any

from inspector.core.inspections import Visit
from inspector.core.photos import (
    ASSUMED_DATUM,
    HOME_OFFSET,
    Doubt,
    Occasion,
    PhotoFacts,
    Position,
    doubts,
    offset_of,
)
from inspector.operations.attaching import list_photos_of, request_thumbnail
from inspector.operations.defects import LinkedPhoto
from inspector.ui.screens.inspect.viewmodel import Board
from inspector.words.language import _
from inspector.words.photos import DOUBTS, POSITION_REASONS, POSITION_SOURCES, absence_sentence

if TYPE_CHECKING:
    from concurrent.futures import Future


class PhotoShelf:
    """The photos of the item that is looked at."""

    def __init__(self, board: Board) -> None:
        self._board = board

    def photos(self) -> tuple[LinkedPhoto, ...]:
        """List the photos of the answer."""
        line = self._board.line()
        if line is None or line.answer is None or not line.photo_count:
            return ()
        return list_photos_of(self._board.workspace, line.answer.id)

    def picture(self, sha256: str) -> "Future[Any]":
        """Ask for the small picture of a photo."""
        return request_thumbnail(self._board.workspace, sha256)

    def doubts(self, photo: LinkedPhoto) -> Sequence[str]:
        """Say what speaks against a photo as evidence of this visit."""
        visit = self._board.visit
        found = doubts(photo.photo.facts, occasion(visit)) if visit else ()
        said = [_(DOUBTS[doubt]) for doubt in found if doubt is not Doubt.FAR_FROM_SITE]
        return [*said, *filter(None, [absence_sentence(photo.where)])]


def occasion(visit: Visit) -> Occasion:
    """Give the days of a visit as moments."""
    days = (visit.first_on, visit.last_on + timedelta(days=1))
    begin, end = (
        datetime(day.year, day.month, day.day, tzinfo=UTC) - offset_of(HOME_OFFSET) for day in days
    )
    return Occasion(visit_from_at=begin, visit_to_at=end)


def facts_of_photo(facts: PhotoFacts) -> str:
    """Write where and when a photo was taken, and who says so."""
    lines = [_place_text(facts)]
    if facts.taken_local:
        lines.append(facts.taken_local[:16].replace("T", " "))
    return "\n".join(lines)


def _place_text(facts: PhotoFacts) -> str:
    if facts.position is None:
        return _(POSITION_REASONS[facts.position_reason]) if facts.position_reason else ""
    position = facts.position
    datum = _("WGS-84（推定）") if position.datum == ASSUMED_DATUM else position.datum
    lines = [*_degrees(position), datum, _(POSITION_SOURCES[position.source])]
    if position.accuracy_m is not None:
        lines[-1] += f" · ±{position.accuracy_m.normalize():f} m"
    return "\n".join(lines)


def _degrees(position: Position) -> tuple[str, str]:
    north, east = position.latitude, position.longitude
    return (
        f"{abs(north):.5f}°{'N' if north >= 0 else 'S'}",
        f"{abs(east):.5f}°{'E' if east >= 0 else 'W'}",
    )
