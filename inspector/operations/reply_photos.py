"""The pictures of a reply sheet as photos of the project; those of no row stay loose in it."""

import shutil
import tempfile
import zipfile
import zlib
from collections.abc import Mapping, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, replace
from pathlib import Path
from typing import IO

from inspector.core.defects import Defect, Notice
from inspector.core.errors import InspectorError, Problem
from inspector.core.progress import Progress, tracked
from inspector.core.replies import Picture
from inspector.operations.photos import IntakeOrder, Refused, import_photos
from inspector.operations.workspace import Workspace
from inspector.sheets.ooxml import OfficeFile, opened
from inspector.sheets.reply_photos import PhotosBeside, photos_beside

_PIECE = 1 << 20


@dataclass(frozen=True, slots=True, kw_only=True)
class PhotosTaken:
    """What became of the pictures: the photos of each row, new ones of no row, those refused."""

    by_row: Mapping[int, tuple[str, ...]]
    loose: int = 0
    refused: tuple[Refused, ...] = ()
    linked: int = 0
    """How many were linked to a defect anew."""

    def of_row(self, row: int) -> tuple[str, ...]:
        """Give the photos of a row, each once."""
        return self.by_row.get(row, ())

    def having_linked(self, count: int) -> "PhotosTaken":
        """Give the same, with how many were linked."""
        return replace(self, linked=count)


def take_pictures(
    workspace: Workspace,
    notice: Notice,
    sources: tuple[Path, Path | None],
    rows: Mapping[int, Defect],
    pictures: Sequence[Picture],
    progress: Progress,
) -> PhotosTaken:
    """Take every picture in; `sources` are the sheet and what lies beside it.

    A file that is no photo (a drawing, an emblem in vectors) is refused by name; it stays in the
    sheet, which is kept as it came.
    """
    with workspace.read() as office:
        party = next(
            (
                one
                for one in office.parties.of_project(notice.project_id)
                if one.id == notice.party_id
            ),
            None,
        )
    unit = party.unit if party else None
    taking = _Taking(workspace, notice, unit, rows)
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="inspector-reply-")))
        file = stack.enter_context(opened(sources[0]))
        beside = stack.enter_context(photos_beside(sources[1]))
        copied = [_copied(one, file, beside, folder / str(at)) for at, one in enumerate(pictures)]
        for at, picture in enumerate(tracked(pictures, len(pictures), progress)):
            taking.take(picture, copied[at])
    return taking.told()


def _copied(picture: Picture, file: OfficeFile, beside: PhotosBeside, folder: Path) -> Path:
    """Copy a picture out of its container; all are copied before the first is taken in."""
    folder.mkdir()
    path = folder / picture.part.rpartition("/")[2]
    source: IO[bytes] = beside.open(picture.part) if picture.is_beside else file.open(picture.part)
    with source, path.open("wb") as target:
        try:
            shutil.copyfileobj(source, target, _PIECE)
        except (zipfile.BadZipFile, zlib.error, EOFError) as error:
            raise InspectorError(
                Problem.REPLY_DAMAGED, file=source.name or "", part=picture.part
            ) from error
    return path


class _Taking:
    """One reply's pictures on their way in."""

    def __init__(
        self, workspace: Workspace, notice: Notice, unit: str | None, rows: Mapping[int, Defect]
    ) -> None:
        self._workspace = workspace
        self._notice = notice
        self._unit = unit
        self._rows = rows
        self._by_row: dict[int, list[str]] = {}
        self._loose = 0
        self._refused: list[Refused] = []

    def take(self, picture: Picture, path: Path) -> None:
        """Take one picture in; where nobody can tell its row, a person will hang it."""
        defect = self._rows.get(picture.row or 0)
        order = IntakeOrder(
            project_id=self._notice.project_id,
            place_id=defect.place_id if defect else None,
            photographer=self._unit,
        )
        receipt = import_photos(self._workspace, [path], order).value
        path.unlink()
        self._refused += receipt.refused
        if defect is None:
            self._loose += len(receipt.taken)
        else:
            photos = self._by_row.setdefault(picture.row or 0, [])
            photos += [one.id for one in (*receipt.taken, *receipt.known) if one.id not in photos]

    def told(self) -> PhotosTaken:
        """Say what became of them."""
        by_row = {row: tuple(photos) for row, photos in self._by_row.items()}
        return PhotosTaken(by_row=by_row, loose=self._loose, refused=tuple(self._refused))
