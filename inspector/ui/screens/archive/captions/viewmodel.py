"""Reading which photos lack caption elements, and saying them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from inspector.core.bundles import PhotoElement
from inspector.operations.archive_photos import captioned_photos
from inspector.operations.filing_templates import office_template
from inspector.operations.photos import (  # type: ignore[attr-defined]  # PreviewKind: see there
    PreviewKind,
    describe_photos,
    request_preview,
)
from inspector.operations.projects import list_places
from inspector.ui.kit.desk import Desk
from inspector.ui.kit.jobs import Job
from inspector.ui.screens.archive.captions.model import (
    CaptionRow,
    caption_rows,
    place_options,
    words_of,
)
from inspector.words.language import _

if TYPE_CHECKING:
    from concurrent.futures import Future

    from inspector.operations.workspace import Workspace


@dataclass(frozen=True, slots=True, kw_only=True)
class Captioned:
    """The photos of a project with what they lack, and its places."""

    rows: tuple[CaptionRow, ...]
    places: tuple[tuple[str, str], ...]


class CaptionBoard(QObject):
    """Reads and says the caption elements of a project's photos.

    Signals:
        ready(object): the photos as they stand (Captioned).
        refused(object): nothing was said (InspectorError).
    """

    ready = Signal(object)
    refused = Signal(object)

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._workspace: Workspace = desk.workspace
        self._project = ""

    def open(self, project_id: str) -> None:
        """Read the photos of a project."""
        self._project = project_id
        self.read()

    def read(self) -> None:
        """Read again how they stand."""
        workspace, project_id = self._workspace, self._project

        def work(_progress: object) -> Captioned:
            wanted = office_template(workspace).photo_elements
            return Captioned(
                rows=tuple(caption_rows(captioned_photos(workspace, project_id), wanted)),
                places=tuple(place_options(list_places(workspace, project_id))),
            )

        self._desk.jobs.acts.start(
            Job(
                work=work,
                on_success=self.ready.emit,
                on_refusal=self.refused.emit,
                on_crash=self._desk.crashed,
            )
        )

    def say(self, photo_ids: Sequence[str], changed: Mapping[PhotoElement, str]) -> None:
        """Say the same of some photos, in one act that can be undone."""
        count = len(photo_ids)

        def done(_photos: object) -> None:
            self._desk.toast(_("已写到 {count} 张照片，Ctrl+Z 撤销").format(count=count))
            self.read()

        words = words_of(changed)
        self._desk.act(
            lambda: describe_photos(self._workspace, list(photo_ids), words),
            done,
            self.refused.emit,
        )

    def picture(self, sha256: str) -> "Future[Any]":
        """Ask for the picture of a photo."""
        return request_preview(self._workspace, sha256, PreviewKind.SCREEN)
