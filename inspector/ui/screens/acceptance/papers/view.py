"""The reports that were made, what is to know of the last one, and what can be done with each."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from inspector.ui.kit.paged import PagedListModel
from inspector.ui.kit.painting import Pen, draw_tag, draw_text, tag_size
from inspector.ui.kit.rows import RowDelegate, RowList
from inspector.ui.kit.style.tokens import SMALL, SPACE_2, SPACE_3, Tone
from inspector.ui.kit.touch import scrolled
from inspector.ui.kit.widgets.buttons import IconButton, KeyButton
from inspector.ui.kit.widgets.flow import FlowLayout
from inspector.ui.kit.widgets.panels import EmptyPanel, Ground
from inspector.ui.kit.widgets.panes import ListPane
from inspector.ui.kit.widgets.texts import ElidedLabel, Words
from inspector.ui.screens.acceptance.papers.model import PaperRow
from inspector.words.language import _

_HEIGHT = 96
_MOST_NOTES = 168


class PaperDelegate(RowDelegate[PaperRow]):
    """Three lines: version and number; when and how long; the pages' code and the conclusion."""

    def paint_row(self, painter: QPainter, area: QRectF, row: PaperRow, *, chosen: bool) -> None:
        """Paint the row's words."""
        del chosen
        top = QRectF(area.x(), area.y() + 12, area.width(), 24)
        middle = QRectF(area.x(), top.bottom() + 1, area.width(), 22)
        foot = QRectF(area.x(), middle.bottom() + 1, area.width(), 22)
        if row.conclusion:
            tag = tag_size(row.conclusion)
            right = QRectF(foot.right() - tag.width(), foot.y() - 1, tag.width(), tag.height())
            draw_tag(painter, right, row.conclusion, row.tone)
            foot = foot.adjusted(0, 0, -tag.width() - 8, 0)
        draw_text(painter, top, row.head, Pen(bold=True))
        draw_text(painter, middle, row.made, Pen(size=SMALL, tone=Tone.MUTED))
        if row.is_here:
            draw_text(painter, foot, row.code, Pen(size=SMALL, tone=Tone.MUTED))
        else:
            text = _("{code} · 本机没有它的文件").format(code=row.code)
            draw_text(painter, foot, text, Pen(size=SMALL, tone=Tone.WARN))


class NotePanel(Ground):
    """What the paper shows differently than wished, line by line, until it is put away."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(canvas=True, edges="bottom", parent=parent)
        self._head = Words("", Pen(bold=True, tone=Tone.WARN))
        close = IconButton("cross", _("收起提示"))
        close.setObjectName("close_notes")
        close.clicked.connect(self.hide)
        row = QHBoxLayout()
        row.setContentsMargins(SPACE_3, 0, 4, 0)
        row.addWidget(self._head, 1)
        row.addWidget(close)
        content = QWidget()
        self._text = Words()
        inside = QVBoxLayout(content)
        inside.setContentsMargins(SPACE_3, 0, SPACE_3, SPACE_3)
        inside.addWidget(self._text)
        inside.addStretch(1)
        self._area = scrolled(content, _("提示"))
        self._area.setFixedHeight(_MOST_NOTES)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 2, 0, 2)
        column.setSpacing(0)
        column.addLayout(row)
        column.addWidget(self._area)
        self._lines: list[str] = []

    def show_lines(self, lines: Sequence[str]) -> None:
        """Say these things; nothing to say hides the panel."""
        self._lines = list(lines)
        self._head.set(_("⚠ 这份报告有 {count} 处需要留意").format(count=len(lines)))
        self._text.set("\n".join(f"· {line}" for line in lines))
        short = 4
        self._area.setFixedHeight(_MOST_NOTES if len(lines) > short else 28 + 42 * len(lines))
        self.setVisible(bool(lines))

    def lines(self) -> list[str]:
        """Give what is said."""
        return list(self._lines)


class PapersPane(ListPane):
    """The list of reports with the acts on the chosen one.

    Signals:
        open_wanted(str), folder_wanted(str), copy_wanted(str), seal_wanted(str): for a report's id.
        make_wanted(): there is none yet, and the person wants one.
    """

    open_wanted = Signal(str)
    folder_wanted = Signal(str)
    copy_wanted = Signal(str)
    seal_wanted = Signal(str)
    make_wanted = Signal()

    def __init__(self, model: PagedListModel[PaperRow], parent: QWidget | None = None) -> None:
        super().__init__(edges="left", parent=parent)
        self.column.setContentsMargins(1, 0, 0, 0)
        self._model = model
        self._count = ElidedLabel("", Pen(bold=True))
        self.head.addWidget(self._count, 1)
        self.notes = NotePanel()
        self.notes.hide()
        self.list = RowList(_("报告"), PaperDelegate(_HEIGHT, margin=16))
        self.list.setObjectName("papers")
        self.list.setModel(model)
        self.list.chosen.connect(self._choose)
        self.list.opened.connect(lambda _row: self.open_wanted.emit(self.current()))
        self._nothing = EmptyPanel(
            "report",
            _("还没有报告"),
            _("报告按此刻的记录生成，可以随时再生成新的一版。"),
        )
        self._stack = QStackedWidget()
        self._stack.addWidget(self._nothing)
        self._stack.addWidget(self.list)
        self.column.addWidget(self.notes)
        self.column.addWidget(self._stack, 1)
        self._acts = self._make_acts()
        self.column.addWidget(self._acts)

    def reread(self, ids: Sequence[str]) -> None:
        """List these reports; the chosen one stays chosen."""
        before = self.current()
        self._model.show_ids(ids)
        self._count.set(_("报告 {count}").format(count=len(ids)) if ids else _("报告"))
        self._stack.setCurrentIndex(1 if ids else 0)
        self._acts.setVisible(bool(ids))
        self.choose(before if before in ids else next(iter(ids), ""))

    def choose(self, report_id: str) -> None:
        """Make a report the current one."""
        self.list.choose(self._model.place_of(report_id))
        self._choose(self._model.row_at(self._model.place_of(report_id)))

    def current(self) -> str:
        """Give the id of the chosen report."""
        return self._model.id_at(self.list.currentIndex().row())

    def _make_acts(self) -> QWidget:
        acts = Ground(edges="top")
        self._open = KeyButton(_("打开"), keys="Ctrl+Enter")
        self._folder = KeyButton(_("打开文件夹"))
        self._copy = KeyButton(_("另存为…"), keys="Ctrl+S")
        self._seal = KeyButton(_("证书签名…"), icon="seal")
        named = {"open_paper": self._open, "show_folder": self._folder, "save_copy": self._copy}
        named["seal_paper"] = self._seal
        for name, button in named.items():
            button.setObjectName(name)
        self._open.clicked.connect(lambda: self.open_wanted.emit(self.current()))
        self._folder.clicked.connect(lambda: self.folder_wanted.emit(self.current()))
        self._copy.clicked.connect(lambda: self.copy_wanted.emit(self.current()))
        self._seal.clicked.connect(lambda: self.seal_wanted.emit(self.current()))
        flow = FlowLayout(gap=SPACE_2, line_gap=0)
        for button in named.values():
            flow.addWidget(button)
        column = QVBoxLayout(acts)
        column.setContentsMargins(SPACE_3, SPACE_2, SPACE_3, SPACE_2)
        column.addLayout(flow)
        return acts

    def _choose(self, row: object) -> None:
        is_here = isinstance(row, PaperRow) and row.is_here
        for button in (self._open, self._folder, self._copy, self._seal):
            button.setEnabled(is_here)
