"""The photos of an answer, and their small pictures brought home from the maker's threads."""

from collections.abc import Sequence
from concurrent.futures import Future
from datetime import UTC, datetime, timedelta
from functools import partial
from typing import Any

from PySide6.QtCore import QObject, Qt, Signal, Slot
from shiboken6 import isValid

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
from inspector.words.photos import DOUBTS, POSITION_REASONS, POSITION_SOURCES


class PhotoShelf(QObject):
    """The photos of the item that is looked at.

    Signals:
        arrived(str, str): the small picture of a photo lies at a path; no path: there is none.
    """

    arrived = Signal(str, str)
    _came = Signal(str, str)

    def __init__(self, board: Board, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._board = board
        self._came.connect(self._tell, Qt.ConnectionType.QueuedConnection)

    def photos(self) -> tuple[LinkedPhoto, ...]:
        """List the photos of the answer."""
        line = self._board.line()
        if line is None or line.answer is None or not line.photo_count:
            return ()
        return list_photos_of(self._board.workspace, line.answer.id)

    def ask_for(self, sha256: str) -> None:
        """Ask for a small picture; `arrived` tells when it is there."""
        future = request_thumbnail(self._board.workspace, sha256)
        future.add_done_callback(partial(self._carry, sha256))

    def doubts(self, photo: LinkedPhoto) -> Sequence[str]:
        """Say what speaks against a photo as evidence of this visit."""
        visit = self._board.visit
        found = doubts(photo.photo.facts, occasion(visit)) if visit else ()
        return [_(DOUBTS[doubt]) for doubt in found if doubt is not Doubt.FAR_FROM_SITE]

    def _carry(self, sha256: str, future: Future[Any]) -> None:
        """Hand the news to the main thread; a window that has gone hears nothing."""
        if future.cancelled() or future.exception() is not None or not isValid(self):
            return
        self._came.emit(sha256, str(future.result().path or ""))

    @Slot(str, str)
    def _tell(self, sha256: str, path: str) -> None:
        self.arrived.emit(sha256, path)


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
