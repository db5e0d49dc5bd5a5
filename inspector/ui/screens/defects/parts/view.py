"""What the panels are made of: photos to be added, a form with its foot."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QEvent, QMimeData, QObject, QSize, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from inspector.core.evidence import Photo
from inspector.ui.kit.pictures import Pictures
from inspector.ui.kit.style.tokens import SPACE_2, SPACE_3, TARGET, Tone
from inspector.ui.kit.widgets.buttons import KeyButton, Kind
from inspector.ui.kit.widgets.flow import FlowLayout
from inspector.ui.kit.widgets.panels import Banner
from inspector.ui.kit.widgets.panes import DetailPane
from inspector.ui.kit.widgets.photos import PhotoThumb
from inspector.ui.kit.widgets.texts import small, title
from inspector.words.language import _


def dropped(mime: QMimeData) -> list[Path]:
    """Give the files and folders that are dragged in."""
    return [Path(url.toLocalFile()) for url in mime.urls() if url.isLocalFile()]


class FittedPane(DetailPane):
    """A pane that scrolls only where its content is really higher than the view.

    Qt asks wrapped labels for the height that they need at their narrowest, and adds that up.
    """

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(name, edges="left", parent=parent)
        self.body.setContentsMargins(20, 12, 20, 12)
        self.foot.setContentsMargins(18, 4, 18, 8)
        self.area.widget().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Measure again when the content or its width is another."""
        if event.type() in {QEvent.Type.LayoutRequest, QEvent.Type.Resize}:
            content = self.area.widget()
            height = self.body.totalHeightForWidth(content.width())
            if height > 0 and content.minimumHeight() != height:
                content.setMinimumHeight(height)
        return super().eventFilter(watched, event)


class FormPane(FittedPane):
    """A panel with fields: Ctrl+Enter gives it, Esc leaves it; refusals stand on top.

    Signals:
        given(): the person is done with it.
        left(): the person wants nothing.
    """

    given = Signal()
    left = Signal()

    def __init__(self, heading: str, yes: str, parent: QWidget | None = None) -> None:
        super().__init__(heading, parent)
        self.body.setSpacing(SPACE_3)
        self.heading = title(heading)
        self.refusal = Banner()
        self.body.addWidget(self.heading)
        self.body.addWidget(self.refusal)
        self.no = KeyButton(_("取消"), keys="Esc")
        self.no.setObjectName("leave_form")
        self.no.clicked.connect(self.left)
        self.yes = KeyButton(yes, keys="Ctrl+Enter", kind=Kind.PRIMARY)
        self.yes.setObjectName("give_form")
        self.yes.clicked.connect(self.given)
        self.foot.addStretch(1)
        self.foot.addWidget(self.no)
        self.foot.addWidget(self.yes)

    def refuse(self, sentence: str) -> None:
        """Say why it was not done; what was typed stays."""
        self.refusal.say(sentence, Tone.FAIL)
        self.area.verticalScrollBar().setValue(0)


class AttachStrip(QWidget):
    """Photos that will belong to the step: chosen, dropped, shown as they are taken in.

    Signals:
        asked(): choose files.
        wanted(list[Path]): take these in.
    """

    asked = Signal()
    wanted = Signal(object)

    def __init__(self, pictures: Pictures, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAcceptDrops(True)
        self._pictures = pictures
        self._photos: dict[str, Photo] = {}
        self._thumbs: dict[str, PhotoThumb] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE_2)
        strip = QWidget()
        self._flow = FlowLayout(strip, gap=8, line_gap=8)
        self.button = KeyButton(_("加照片…"), icon="camera", keys="Ctrl+I")
        self.button.setObjectName("attach_photos")
        self.button.clicked.connect(self.asked)
        self._flow.addWidget(self.button)
        self._remark = small(_("也可以把照片文件拖到这里。"))
        column.addWidget(strip)
        column.addWidget(self._remark)
        pictures.ready.connect(self._arrived)

    def add(self, photos: Sequence[Photo]) -> None:
        """Show photos that were taken in."""
        for photo in photos:
            if photo.id not in self._photos:
                self._photos[photo.id] = photo
                thumb = PhotoThumb(photo.name, size=QSize(88, max(TARGET, 72)))
                self._thumbs[photo.sha256] = thumb
                self._flow.addWidget(thumb)
                self._arrived(photo.sha256)

    def say(self, text: str) -> None:
        """Tell what became of files that could not be taken in."""
        self._remark.set(text, Tone.FAIL)

    def photo_ids(self) -> tuple[str, ...]:
        """Give the photos in the order in which they came."""
        return tuple(self._photos)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take files."""
        if event.mimeData().hasUrls():
            event.setDropAction(Qt.DropAction.CopyAction)
            event.accept()

    def dropEvent(self, event: QDropEvent) -> None:
        """Take the files in."""
        paths = dropped(event.mimeData())
        if paths:
            event.acceptProposedAction()
            self.wanted.emit(paths)

    def _arrived(self, sha256: str) -> None:
        thumb = self._thumbs.get(sha256)
        if thumb is None:
            return
        picture = self._pictures.picture(sha256)
        if picture is not None or self._pictures.is_broken(sha256):
            thumb.set_picture(picture)
