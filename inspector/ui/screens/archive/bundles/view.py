"""The bundles that were sealed, a card each, with what can be done."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from inspector.ui.kit.painting import Pen
from inspector.ui.kit.style.tokens import SMALL, SPACE_2, Tone
from inspector.ui.kit.widgets.buttons import KeyButton
from inspector.ui.kit.widgets.panels import Card
from inspector.ui.kit.widgets.texts import ElidedLabel, small
from inspector.ui.screens.archive.bundles.model import BundleRow
from inspector.words.language import _


class BundleCard(Card):
    """One sealed bundle.

    Signals:
        check_wanted(), folder_wanted(): the buttons.
    """

    check_wanted = Signal()
    folder_wanted = Signal()

    def __init__(self, row: BundleRow, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.row = row
        self.column.setSpacing(2)
        self.column.addWidget(ElidedLabel(row.number, Pen(bold=True)))
        self.column.addWidget(small(row.made))
        self.column.addWidget(ElidedLabel(row.name, Pen(size=SMALL, tone=Tone.MUTED)))
        sha256 = _("SHA-256 {hash}").format(hash=row.sha256)
        self.column.addWidget(ElidedLabel(sha256, Pen(size=SMALL, tone=Tone.MUTED)))
        self.column.addLayout(self._acts())

    def _acts(self) -> QHBoxLayout:
        check = KeyButton(_("校验"))
        check.setAccessibleName(_("校验 {number}").format(number=self.row.number))
        check.setObjectName(f"check_{self.row.id}")
        check.clicked.connect(self.check_wanted)
        acts = QHBoxLayout()
        acts.setSpacing(SPACE_2)
        acts.addWidget(check)
        if self.row.path is not None:
            folder = KeyButton(_("打开文件夹"))
            folder.setAccessibleName(_("打开 {number} 的文件夹").format(number=self.row.number))
            folder.setObjectName(f"folder_{self.row.id}")
            folder.clicked.connect(self.folder_wanted)
            acts.addWidget(folder)
        acts.addStretch(1)
        return acts


class BundleCards(QWidget):
    """All sealed bundles, newest first.

    Signals:
        check_wanted(str), folder_wanted(str): for a bundle's id.
    """

    check_wanted = Signal(str)
    folder_wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(SPACE_2)
        self._cards: list[BundleCard] = []
        self._nothing = small(_("还没有封存过。封存之后，这里列出每一份和它的校验值。"))
        self._column.addWidget(self._nothing)

    def show_rows(self, rows: Sequence[BundleRow]) -> None:
        """Show these bundles."""
        if list(rows) == self.rows():
            return
        for card in self._cards:
            self._column.removeWidget(card)
            card.hide()
            card.deleteLater()
        self._cards = [BundleCard(row, self) for row in rows]
        for card in self._cards:
            card.check_wanted.connect(partial(self.check_wanted.emit, card.row.id))
            card.folder_wanted.connect(partial(self.folder_wanted.emit, card.row.id))
            self._column.addWidget(card)
        self._nothing.setVisible(not rows)

    def rows(self) -> list[BundleRow]:
        """Give what is shown."""
        return [card.row for card in self._cards]
