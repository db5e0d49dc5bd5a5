"""The part of the form that a public copy asks for."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from inspector.core.publishing import Publishable
from inspector.ui.kit.painting import Pen
from inspector.ui.kit.style.tokens import SMALL, SPACE_2, Tone
from inspector.ui.kit.widgets.fields import ChoiceBox, FieldRow
from inspector.ui.kit.widgets.panels import Banner
from inspector.ui.kit.widgets.texts import Words
from inspector.ui.screens.archive.public.model import (
    LEAVE,
    photos_line,
    received_line,
    unreviewed_choices,
)
from inspector.words.language import _


class PublicPart(QWidget):
    """What becomes of photos that nobody looked at, and which received files go in.

    Signals:
        photos_wanted(): the person wants to look at the photos first.
    """

    photos_wanted = Signal()

    def __init__(self, one: Publishable | None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.photos = Banner()
        self.unreviewed = ChoiceBox(unreviewed_choices(), _("没有审看过的照片"))
        received = one.received if one else ()
        self.ticks = {file.sha256: QCheckBox(received_line(file)) for file in received}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE_2)
        column.addWidget(self.photos)
        self._choice = FieldRow(_("没有审看过的照片"), self.unreviewed)
        column.addWidget(self._choice)
        told = _("收到的文件可能含个人信息，只原样收入勾选的；请先打开看过。其余列入清单。")
        self._told = Words(told, Pen(size=SMALL, tone=Tone.MUTED))
        self._told.setVisible(bool(self.ticks))
        column.addWidget(self._told)
        for tick in self.ticks.values():
            column.addWidget(tick)
        if one is not None:
            self._say(one)

    def _say(self, one: Publishable) -> None:
        step = _("去审看") if one.unseen else ""
        tone = Tone.WARN if one.unseen else Tone.PASS
        self.photos.say(photos_line(one), tone, step, self.photos_wanted.emit if step else None)
        self._choice.setVisible(bool(one.unseen))

    def leaves_unreviewed(self) -> bool:
        """Tell whether photos that nobody looked at stay out."""
        return self.unreviewed.current() == LEAVE

    def released(self) -> tuple[str, ...]:
        """Give the received files that go in, by their hashes."""
        return tuple(sha256 for sha256, tick in self.ticks.items() if tick.isChecked())
