"""The strip of photos: what is linked, one more, and what the chosen one says of itself."""

from functools import partial
from itertools import pairwise

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from inspector.operations.defects import LinkedPhoto
from inspector.ui.kit.ask import FileQuestion
from inspector.ui.kit.painting import RIGHT, Mark, Pen
from inspector.ui.kit.pictures import Pictures
from inspector.ui.kit.style.tokens import SMALL, SPACE_3, Tone
from inspector.ui.kit.widgets.buttons import KeyButton, Kind
from inspector.ui.kit.widgets.flow import FlowLayout
from inspector.ui.kit.widgets.photos import PhotoThumb
from inspector.ui.kit.widgets.texts import Words
from inspector.ui.screens.inspect.acts import ItemActs
from inspector.ui.screens.inspect.facts import photos_owed
from inspector.ui.screens.inspect.pictures.viewmodel import PhotoShelf, facts_of_photo
from inspector.words.language import _

_KINDS = "JPEG/HEIC/PNG (*.jpg *.jpeg *.heic *.heif *.png *.webp *.tif *.tiff *.avif)"
_KEPT = 60


class PhotoStrip(QWidget):
    """The photos of the answer; Tab comes to them from `stop_before`.

    Signals:
        chosen(str): a photo was chosen; its facts are shown.
    """

    chosen = Signal(str)

    def __init__(self, acts: ItemActs, stop_before: QWidget) -> None:
        super().__init__()
        self._acts = acts
        self._stop_before = stop_before
        self._shelf = PhotoShelf(acts.board)
        self._pictures = Pictures(self._shelf.picture, _KEPT, self)
        self._pictures.ready.connect(self._arrive)
        self._thumbs: list[PhotoThumb] = []
        self._photos: tuple[LinkedPhoto, ...] = ()
        self._at = -1
        self._is_picked = False
        self.add_button = KeyButton(_("照片"), keys="Ctrl+P", icon="plus")
        self.add_button.setObjectName("add_photo")
        self.add_button.clicked.connect(self.ask)
        self._facts = Words("", Pen(size=SMALL, tone=Tone.MUTED, align=RIGHT))
        self._facts.setWordWrap(False)
        self._owed = Words("", Pen(size=SMALL, tone=Tone.WARN))
        self._owed.setObjectName("photos_owed")
        self._open = KeyButton(_("看大图"), icon="expand", kind=Kind.QUIET)
        self._open.clicked.connect(self._show_large)
        self._off = KeyButton(_("取下"), icon="cross", kind=Kind.QUIET)
        self._off.setObjectName("unlink_photo")
        self._off.clicked.connect(self._unlink)
        self._lay_out()

    def ask(self) -> None:
        """Ask for files to take in."""
        question = FileQuestion(title=_("选择照片"), kinds=_("照片") + f" ({_KINDS})")
        self._acts.board.desk.ask.files(question, self._acts.attach)

    def show_photos(self) -> None:
        """Show the photos of the item as they are linked now."""
        self._pictures.forget_broken()
        before = [photo.link.id for photo in self._photos]
        self._photos = self._shelf.photos()
        if before != [photo.link.id for photo in self._photos]:
            self._at, self._is_picked = len(self._photos) - 1, False
            self._make_thumbs()
        line = self._acts.line
        self._owed.set(photos_owed(line) if line else "")
        self._owed.setVisible(bool(self._owed.words()))
        self._show_facts()

    def _lay_out(self) -> None:
        self._box = QWidget()
        self._flow = FlowLayout(self._box, gap=8, line_gap=8)
        self._flow.addWidget(self.add_button)
        self._tools = QWidget()
        tools = QHBoxLayout(self._tools)
        tools.setContentsMargins(0, 0, 0, 0)
        tools.setSpacing(0)
        tools.addWidget(self._open)
        tools.addWidget(self._off)
        tools.addStretch(1)
        row = QHBoxLayout()
        row.setSpacing(SPACE_3)
        row.addWidget(self._box, 1)
        row.addWidget(self._facts, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(row)
        column.addWidget(self._owed)
        column.addWidget(self._tools)

    def _make_thumbs(self) -> None:
        for thumb in self._thumbs:
            self._flow.removeWidget(thumb)
            thumb.hide()
            thumb.deleteLater()
        self._flow.removeWidget(self.add_button)
        self._thumbs = [self._thumb(number, one) for number, one in enumerate(self._photos)]
        for thumb in self._thumbs:
            self._flow.addWidget(thumb)
            thumb.show()
        for before, after in pairwise([self._stop_before, *self._thumbs]):
            QWidget.setTabOrder(before, after)
        self._flow.addWidget(self.add_button)
        self._box.updateGeometry()
        for photo in self._photos:
            if self._pictures.picture(photo.photo.sha256) is not None:
                self._arrive(photo.photo.sha256)

    def _thumb(self, number: int, linked: LinkedPhoto) -> PhotoThumb:
        thumb = PhotoThumb(linked.photo.caption or linked.photo.name, parent=self._box)
        thumb.setObjectName(f"photo_{number}")
        thumb.setCheckable(True)
        doubts = self._shelf.doubts(linked)
        if doubts:
            thumb.set_mark(Mark.WARN, "\n".join(doubts))
        thumb.clicked.connect(partial(self._choose, number))
        return thumb

    def _choose(self, number: int) -> None:
        self._at, self._is_picked = number, True
        self._show_facts()
        self.chosen.emit(self._photos[number].photo.id)

    def _show_facts(self) -> None:
        for number, thumb in enumerate(self._thumbs):
            thumb.setChecked(self._is_picked and number == self._at)
        there = 0 <= self._at < len(self._photos)
        self._facts.set(facts_of_photo(self._photos[self._at].photo.facts) if there else "")
        self._facts.setVisible(there)
        self._tools.setVisible(there and self._is_picked)

    def _arrive(self, sha256: str) -> None:
        for photo, thumb in zip(self._photos, self._thumbs, strict=False):
            if photo.photo.sha256 == sha256:
                thumb.set_picture(self._pictures.picture(sha256))

    def _show_large(self) -> None:
        photo = self._photos[self._at].photo
        self._acts.board.desk.go("photos", project=photo.project_id, photo=photo.id)

    def _unlink(self) -> None:
        self._acts.unlink(self._photos[self._at].link.id)
