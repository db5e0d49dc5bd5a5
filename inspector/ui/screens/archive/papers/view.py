"""A paper of the tree, as it will be printed; one that is made already opens as a file."""

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from inspector.ui.kit.painting import Pen
from inspector.ui.kit.style.tokens import SPACE_2, SPACE_3, SPACE_4, Tone
from inspector.ui.kit.touch import scrolled
from inspector.ui.kit.widgets.buttons import IconButton, KeyButton
from inspector.ui.kit.widgets.pages import PageView
from inspector.ui.kit.widgets.panels import Ground
from inspector.ui.kit.widgets.texts import ElidedLabel, Words
from inspector.ui.screens.archive.model import Looked
from inspector.words.language import _

_A4 = 297 / 210
"""Height of a page by its width."""


class SheetView(PageView):
    """One page, as wide as there is room, so that it can be read."""

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Take the height that the width asks for."""
        super().resizeEvent(event)
        self.setFixedHeight(round(self.width() * _A4))


class PaperPane(Ground):
    """The pages of one paper, one at a time.

    Signals:
        open_wanted(object): the person wants to open the file (Path).
    """

    open_wanted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(canvas=True, edges="top", parent=parent)
        self._looked = Looked(name="")
        self._first = 0
        self._name = ElidedLabel("", Pen(bold=True))
        self._count = ElidedLabel("", Pen(tone=Tone.MUTED))
        self._back = IconButton("chevron-left", _("上一页"))
        self._on = IconButton("chevron-right", _("下一页"))
        self._open = KeyButton(_("打开"))
        self._close = IconButton("cross", _("收起预览"))
        for button, name in (
            (self._back, "pages_back"),
            (self._on, "pages_on"),
            (self._open, "open_paper"),
            (self._close, "close_paper"),
        ):
            button.setObjectName(name)
        self.view = SheetView(_("文件预览"))
        self._sheet = scrolled(self.view, _("文件预览"))
        self._sheet.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._told = Words("", Pen(tone=Tone.MUTED))
        self._back.clicked.connect(lambda: self._turn(-1))
        self._on.clicked.connect(lambda: self._turn(1))
        self._open.clicked.connect(self._want_open)
        self._close.clicked.connect(self.hide)
        self._lay_out()
        self.hide()

    def show_looked(self, looked: Looked | None) -> None:
        """Show a paper from its first page; nothing goes away."""
        self.setVisible(looked is not None)
        if looked is None:
            return
        self._looked, self._first = looked, 0
        if looked.drawn:
            self.view.load_fonts()
        self._name.set(looked.name)
        self._open.setVisible(looked.file is not None)
        self._told.set("" if looked.drawn else _told(looked))
        self._told.setVisible(not looked.drawn)
        self._sheet.setVisible(bool(looked.drawn))
        self._turn(0)

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setContentsMargins(SPACE_4, 2, SPACE_2, 0)
        row.setSpacing(SPACE_2)
        row.addWidget(self._name, 2)
        row.addWidget(self._count, 1)
        for button in (self._back, self._on, self._open, self._close):
            row.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 1, 0, SPACE_2)
        column.setSpacing(0)
        column.addLayout(row)
        self._told.setContentsMargins(SPACE_4, SPACE_3, SPACE_4, SPACE_3)
        column.addWidget(self._told)
        column.addWidget(self._sheet, 1)

    def _turn(self, step: int) -> None:
        drawn = self._looked.drawn
        self._first = max(0, min(self._first + step, max(len(drawn) - 1, 0)))
        self.view.show_pages(drawn[self._first : self._first + 1])
        several = len(drawn) > 1
        said = _("第 {number} 页，共 {count} 页")
        self._count.set(said.format(number=self._first + 1, count=len(drawn)) if several else "")
        self._back.setVisible(several)
        self._on.setVisible(several)
        self._back.setEnabled(self._first > 0)
        self._on.setEnabled(self._first + 1 < len(drawn))

    def _want_open(self) -> None:
        if isinstance(self._looked.file, Path):
            self.open_wanted.emit(self._looked.file)


def _told(looked: Looked) -> str:
    if looked.file is None:
        return _("这份文件在封存时出具。")
    if looked.pages:
        return _("{pages} 页，按出具时的原样放入。").format(pages=looked.pages)
    return _("按收到时的原样放入。")
