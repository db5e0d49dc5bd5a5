"""The photos of one record beside each other, and the button that adds some."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from inspector.core.evidence import Photo
from inspector.ui.kit.pictures import Pictures
from inspector.ui.kit.widgets.buttons import KeyButton, Kind
from inspector.ui.kit.widgets.flow import FlowLayout
from inspector.ui.kit.widgets.photos import PhotoThumb

KINDS = "JPEG/HEIC/PNG (*.jpg *.jpeg *.heic *.heif *.png *.webp *.tif *.tiff *.avif)"
KEPT = 80
"""How many small pictures a tab keeps."""


class ShotStrip(QWidget):
    """The photos of one record.

    Signals:
        asked(): the person would add photos.
        opened(str): look at this photo.
    """

    asked = Signal()
    opened = Signal(str)

    def __init__(self, pictures: Pictures, name: str, text: str) -> None:
        super().__init__()
        self._pictures = pictures
        self._photos: tuple[Photo, ...] = ()
        self._thumbs: list[PhotoThumb] = []
        self.button = KeyButton(text, icon="camera", kind=Kind.QUIET)
        self.button.setObjectName(name)
        self.button.clicked.connect(self.asked)
        strip = QWidget()
        self._flow = FlowLayout(strip, gap=8, line_gap=8)
        self._flow.addWidget(self.button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(strip)
        pictures.ready.connect(self._arrived)

    def show_photos(self, photos: Sequence[Photo]) -> None:
        """Show these photos."""
        if [one.id for one in photos] == [one.id for one in self._photos]:
            return
        self._photos = tuple(photos)
        for thumb in self._thumbs:
            self._flow.removeWidget(thumb)
            thumb.hide()
            thumb.deleteLater()
        self._flow.removeWidget(self.button)
        self._thumbs = [self._thumb(photo) for photo in self._photos]
        self._flow.addWidget(self.button)
        for photo in self._photos:
            if self._pictures.picture(photo.sha256) is not None:
                self._arrived(photo.sha256)

    def shown(self) -> list[str]:
        """Give the ids of the photos that are shown."""
        return [photo.id for photo in self._photos]

    def _thumb(self, photo: Photo) -> PhotoThumb:
        thumb = PhotoThumb(photo.caption or photo.name)
        thumb.clicked.connect(partial(self.opened.emit, photo.id))
        self._flow.addWidget(thumb)
        thumb.show()
        return thumb

    def _arrived(self, sha256: str) -> None:
        for photo, thumb in zip(self._photos, self._thumbs, strict=False):
            if photo.sha256 == sha256:
                thumb.set_picture(self._pictures.picture(sha256))
