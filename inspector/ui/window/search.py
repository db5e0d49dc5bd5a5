"""The search sheet under the header: type, arrows, Enter.

A sheet inside the window, no popup: input methods do not work in popups everywhere.
"""

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import QEvent, QObject, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QFrame, QVBoxLayout, QWidget

from inspector.core.progress import Progress
from inspector.ui.kit.jobs import Job, JobRunner
from inspector.ui.kit.paged import PagedListModel
from inspector.ui.kit.painting import RIGHT, Pen, draw_box, draw_text, text_width
from inspector.ui.kit.rows import RowDelegate, RowList
from inspector.ui.kit.style.look import tokens
from inspector.ui.kit.style.tokens import ROW, SMALL, Tone
from inspector.ui.kit.widgets.fields import line_edit
from inspector.ui.kit.widgets.texts import Words, small
from inspector.ui.window.spec import Find, Hit
from inspector.words.language import _

PAUSE_MS = 150
_SHOWN = 9


class HitDelegate(RowDelegate[Hit]):
    """A hit: what kind, its name, and where it stands."""

    def paint_row(self, painter: QPainter, area: QRectF, row: Hit, *, chosen: bool) -> None:
        """Paint kind, title and detail."""
        kind = QRectF(area.x(), area.y(), 64, area.height())
        draw_text(painter, kind, row.kind, Pen(size=SMALL, tone=Tone.MUTED))
        quiet = Pen(size=SMALL, tone=Tone.MUTED, align=RIGHT)
        detail = min(text_width(row.detail, quiet) + 4.0, area.width() * 0.45)
        room = QRectF(area.x() + 72, area.y(), area.width() - 84 - detail, area.height())
        draw_text(painter, room, row.title, Pen(bold=chosen))
        right = QRectF(area.right() - detail, area.y(), detail, area.height())
        draw_text(painter, right, row.detail, quiet)


class SearchSheet(QFrame):
    """Finds while the person types; the newest question wins.

    Signals:
        picked(Hit): the person wants to go there.
    """

    picked = Signal(object)

    def __init__(
        self,
        find: Find,
        commands: Callable[[str], Sequence[Hit]],
        runner: JobRunner,
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._find, self._commands, self._runner = find, commands, runner
        self._hits: list[Hit] = []
        self._asked = ""
        self._before: QWidget | None = None
        self._build()
        self.list.setVisible(False)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MS)
        self._pause.timeout.connect(self._ask)
        self.editor.textChanged.connect(self._pause.start)
        self.editor.installEventFilter(self)
        self.setVisible(False)

    def open(self, below: QWidget) -> None:
        """Drop under a widget and take the focus."""
        home = self.parentWidget()
        width = min(560, (home.width() if home else 560) - 32)
        corner = below.mapTo(home, below.rect().bottomRight()) if home else below.pos()
        self.move(max(corner.x() - width, 16), corner.y() + 2)
        self.resize(width, self._height())
        was_open = self.isVisible()
        if not was_open:
            self._before = QApplication.focusWidget()
        self.show()
        self.raise_()
        self.editor.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.editor.selectAll()
        application = QApplication.instance()
        if isinstance(application, QApplication) and not was_open:
            application.focusChanged.connect(self._follow_focus)

    def dismiss(self) -> None:
        """Go away."""
        self._pause.stop()
        application = QApplication.instance()
        if self.isVisible() and isinstance(application, QApplication):
            application.focusChanged.disconnect(self._follow_focus)
            if self.editor.hasFocus() and self._before is not None:
                self._before.setFocus(Qt.FocusReason.OtherFocusReason)
        self._before = None
        self.hide()

    def hits(self) -> Sequence[Hit]:
        """Give what is shown."""
        return self._hits

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let arrows walk the hits while the person types."""
        if watched is self.editor and isinstance(event, QKeyEvent) and self.isVisible():
            if event.type() is QEvent.Type.KeyPress:
                return self._walk(event.key())
            if event.type() is QEvent.Type.ShortcutOverride and event.key() in _OURS:
                event.accept()
                return True
        return super().eventFilter(watched, event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint it from the tokens."""
        now = tokens()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        width = max(now.line_px, 1.5)
        draw_box(painter, QRectF(self.rect()), fill=now.surface, line=now.accent, width=width)

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 8, 8, 8)
        column.setSpacing(4)
        self.editor = line_edit(placeholder=_("搜索部位、检查项、问题、人员、命令"))
        self.editor.setAccessibleName(_("搜索"))
        self.editor.setObjectName("search_text")
        self._model: PagedListModel[Hit] = PagedListModel(self._page, say=lambda hit: hit.title)
        self._model.setParent(self)
        self.list = RowList(_("搜索结果"), HitDelegate(lines=False, rounded=True))
        self.list.setModel(self._model)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.clicked.connect(lambda index: self._pick(index.row()))
        self._note: Words = small("")
        column.addWidget(self.editor)
        column.addWidget(self.list, 1)
        column.addWidget(self._note)

    def _page(self, ids: Sequence[str]) -> Mapping[str, Hit]:
        return {key: self._hits[int(key)] for key in ids}

    def _ask(self) -> None:
        text = self._asked = self.editor.text().strip()
        if not text:
            self._show([])
            return

        def work(_progress: Progress) -> tuple[str, Sequence[Hit]]:
            return text, self._find(text)

        self._runner.start(Job(work=work, on_success=self._found))

    def _found(self, answer: tuple[str, Sequence[Hit]]) -> None:
        text, hits = answer
        if text == self._asked:
            self._show([*hits, *self._commands(text)])

    def _show(self, hits: Sequence[Hit]) -> None:
        self._hits = list(hits)
        self._model.show_ids([])
        self._model.show_ids([str(number) for number in range(len(hits))])
        self.list.choose(0)
        nothing = _("没有找到。可以换一个编号或名称。")
        self.list.setVisible(bool(hits))
        self.resize(self.width(), self._height())
        self._note.set(nothing if self._asked and not hits else _("↑ ↓ 选择　Enter 前往　Esc 关闭"))

    def _height(self) -> int:
        """Give room to what was found, within the window."""
        wanted = 84 + (ROW * min(len(self._hits), _SHOWN) + 4 if self._hits else 0)
        home = self.parentWidget()
        return min(wanted, home.height() - self.y() - 8) if home else wanted

    def _walk(self, key: int) -> bool:
        place = self.list.currentIndex().row()
        if key == Qt.Key.Key_Down:
            self.list.choose(place + 1)
        elif key == Qt.Key.Key_Up:
            self.list.choose(place - 1)
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._pick(place)
        elif key == Qt.Key.Key_Escape:
            self.dismiss()
        else:
            return False
        return True

    def _pick(self, place: int) -> None:
        if 0 <= place < len(self._hits):
            self.dismiss()
            self.picked.emit(self._hits[place])

    def _follow_focus(self, _old: QWidget | None, new: QWidget | None) -> None:
        if new is not None and new is not self and not self.isAncestorOf(new):
            self.dismiss()


_OURS = {
    Qt.Key.Key_Down,
    Qt.Key.Key_Up,
    Qt.Key.Key_Return,
    Qt.Key.Key_Enter,
    Qt.Key.Key_Escape,
}
