"""The tree of places on the left, the items of a place in the middle."""

from PySide6.QtCore import QModelIndex, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from inspector.core.checklists import AnswerState
from inspector.ui.kit.icons import draw_icon
from inspector.ui.kit.painting import (
    RIGHT,
    Mark,
    Pen,
    bar_height,
    draw_bar,
    draw_mark,
    draw_tag,
    draw_text,
    tag_size,
    text_width,
)
from inspector.ui.kit.rows import RowDelegate, RowList, RowTree
from inspector.ui.kit.style.look import look, tokens
from inspector.ui.kit.style.tokens import ROW, SMALL, SPACE_2, SPACE_3, Tone
from inspector.ui.kit.widgets.chips import ChipRow, ChipSpec
from inspector.ui.kit.widgets.panels import EmptyPanel, Ground
from inspector.ui.kit.widgets.panes import ListPane
from inspector.ui.kit.widgets.texts import ElidedLabel
from inspector.ui.screens.inspect.facts import axes, verdict
from inspector.ui.screens.inspect.model import (
    HEAD_MARK,
    Counts,
    HeadRow,
    ItemFilter,
    ItemRow,
    ItemsModel,
    PlaceRow,
    PlacesModel,
    Row,
)
from inspector.ui.screens.inspect.viewmodel import Board
from inspector.words.checklists import item_title
from inspector.words.language import _

MARKS = {
    AnswerState.UNCHECKED: Mark.OPEN,
    AnswerState.PASS: Mark.PASS,
    AnswerState.FAIL: Mark.FAIL,
    AnswerState.NOT_APPLICABLE: Mark.NONE,
}
_HEAD = 32
_PLACE = 48
_CODE = 60
_AXES_FROM = 470
"""Below this width of the list, duty and control give their room to the title."""
_OPEN_UP_TO = 14
"""A tree of so few places is shown open."""


class PlaceDelegate(RowDelegate[PlaceRow]):
    """A place with its progress, and how much of it fails."""

    def __init__(self) -> None:
        super().__init__(_PLACE, lines=False, rounded=True, margin=10)

    def paint_row(self, painter: QPainter, area: QRectF, row: PlaceRow, *, chosen: bool) -> None:
        """Paint name and figures over the bar."""
        top = QRectF(area.x(), area.y() + 6, area.width(), 22)
        if not row.whole.due:
            draw_text(painter, top.translated(0, 6), row.name, Pen(bold=chosen, tone=Tone.MUTED))
            return
        width = self._paint_figures(painter, top, row)
        draw_text(painter, top.adjusted(0, 0, -width - 6, 0), row.name, Pen(bold=chosen))
        height = bar_height()
        bar = QRectF(area.x(), area.bottom() - 6 - height, area.width(), height)
        draw_bar(painter, bar, row.whole.answered / row.whole.due)

    def _paint_figures(self, painter: QPainter, top: QRectF, row: PlaceRow) -> float:
        """Write 12/20 and ✗2 at the right; give the width that they took."""
        width = 0.0
        if row.whole.failed:
            failed = str(row.whole.failed)
            pen = Pen(size=SMALL, bold=True, tone=Tone.FAIL, align=RIGHT)
            width = text_width(failed, pen) + 16.0
            draw_text(painter, top, failed, pen)
            mark = QRectF(top.right() - width + 2, top.center().y() - 6, 12, 12)
            draw_icon(painter, Mark.FAIL.value, mark, tokens().failed)
            width += 4
        done = f"{row.whole.answered}/{row.whole.due}"
        pen = Pen(size=SMALL, tone=Tone.MUTED, align=RIGHT)
        draw_text(painter, top.adjusted(0, 0, -width, 0), done, pen)
        return width + text_width(done, pen)


class ItemDelegate(RowDelegate[Row]):
    """An item with its mark and verdict, or the head of a discipline."""

    def paint_row(self, painter: QPainter, area: QRectF, row: Row, *, chosen: bool) -> None:
        """Paint one row."""
        if isinstance(row, HeadRow):
            self._paint_head(painter, area, row)
        else:
            self._paint_item(painter, area, row, chosen=chosen)

    def _paint_head(self, painter: QPainter, area: QRectF, row: HeadRow) -> None:
        now = tokens()
        ground = area.adjusted(-self._margin, 0, self._margin, -1)
        painter.fillRect(ground, QColor(now.canvas))
        width = draw_text(painter, area, row.title, Pen(size=SMALL, bold=True))
        count = Pen(size=SMALL, tone=Tone.MUTED)
        draw_text(painter, area.adjusted(width + 8, 0, 0, 0), f"{row.answered}/{row.due}", count)

    def _paint_item(self, painter: QPainter, area: QRectF, row: ItemRow, *, chosen: bool) -> None:
        line = row.line
        mark = Mark.WARN if line.conflicts else MARKS[line.state]
        draw_mark(painter, mark, QPointF(area.x() + 8, area.center().y()))
        tone = Tone.PLAIN if mark is Mark.OPEN else mark.tone
        right = area.right() - draw_text(
            painter, area, verdict(line), Pen(bold=True, tone=tone, align=RIGHT)
        )
        if line.conflicts:
            right -= self._paint_tag(painter, area, right, _("冲突"))
        if line.contradiction:
            draw_mark(painter, Mark.WARN, QPointF(right - 12, area.center().y()), 16)
            right -= 22
        if area.width() > _AXES_FROM:
            right = self._paint_axes(painter, area, axes(line), right)
        x = area.x() + 28
        code = QRectF(x, area.y(), _CODE, area.height())
        draw_text(painter, code, line.item.id, Pen(tone=Tone.MUTED))
        room = QRectF(x + _CODE + 4, area.y(), right - x - _CODE - 14, area.height())
        draw_text(painter, room, item_title(line.item), Pen(bold=chosen))

    def _paint_tag(self, painter: QPainter, area: QRectF, right: float, text: str) -> float:
        """Tag the row at the left of its verdict; give the width that this took."""
        size = tag_size(text)
        spot = QRectF(right - size.width() - 8, 0, size.width(), size.height())
        spot.moveTop(area.center().y() - size.height() / 2)
        draw_tag(painter, spot, text, Tone.FAIL)
        return size.width() + 12.0

    def _paint_axes(self, painter: QPainter, area: QRectF, text: str, right: float) -> float:
        """Write duty and control in a column of their own, if the verdict leaves it free."""
        pen = Pen(size=SMALL, tone=Tone.MUTED)
        column = area.right() - 216
        if right - column < text_width(text, pen):
            return right
        draw_text(painter, QRectF(column, area.y(), 130, area.height()), text, pen)
        return column


class PlacesPane(Ground):
    """The tree, and what the whole visit still lacks below it.

    Signals:
        picked(): the person chose a place with the pointer or a finger.
    """

    picked = Signal()

    def __init__(self, board: Board) -> None:
        super().__init__(edges="right")
        self._board = board
        self._model = PlacesModel(_say_place)
        self._model.setParent(self)
        self.tree = RowTree(_("部位"), PlaceDelegate())
        self.tree.setObjectName("places")
        self.tree.setModel(self._model)
        self.tree.chosen.connect(self._choose)
        self.tree.clicked.connect(self._pick)
        self._foot = _Totals()
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE_2, SPACE_2, SPACE_2 + 1, 0)
        column.setSpacing(0)
        column.addWidget(self.tree, 1)
        column.addWidget(self._foot)
        board.places_changed.connect(self.show_places)

    def show_places(self) -> None:
        """Show the tree as the board has it, opened down to the place that is chosen."""
        before = self._model.rowCount()
        self._model.show(self._board.place_rows())
        if before != self._model.rowCount():
            self._open_some()
        index = self._model.index_of(self._board.place_id)
        if index.isValid() and index != self.tree.currentIndex():
            self.tree.setCurrentIndex(index)
            self.tree.scrollTo(index)
        whole = self._board.whole()
        self._foot.set(whole.unchecked, whole.mandatory_unchecked)

    def _open_some(self) -> None:
        """Open few places whole, and the one community that all others lie in."""
        self.tree.setRootIsDecorated(self._model.rowCount() != 1)
        if len(self._board.place_rows()) <= _OPEN_UP_TO:
            self.tree.expandAll()
        elif self._model.rowCount() == 1:
            self.tree.expandToDepth(0)

    def _choose(self, row: PlaceRow | None) -> None:
        if row is not None:
            self._board.choose_place(row.id)

    def _pick(self, _index: QModelIndex) -> None:
        self.picked.emit()


class _Totals(QWidget):
    """未查 205 · 必改 138."""

    def __init__(self) -> None:
        super().__init__()
        self.setFixedHeight(48)
        self._texts = ("", "")

    def set(self, unchecked: int, mandatory: int) -> None:
        """Show these numbers."""
        self._texts = (str(unchecked), str(mandatory))
        words = _("本次未查 {unchecked}，其中必改 {mandatory}")
        self.setAccessibleName(words.format(unchecked=unchecked, mandatory=mandatory))
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint it from the tokens."""
        now = tokens()
        painter = QPainter(self)
        area = QRectF(self.rect())
        painter.fillRect(QRectF(area.x(), area.y(), area.width(), now.line_px), QColor(now.line))
        quiet = Pen(size=SMALL, tone=Tone.MUTED)
        x = area.x() + SPACE_3
        parts = (
            (_("本次未查"), quiet),
            (self._texts[0], Pen(size=SMALL, bold=True)),
            (_("· 必改"), quiet),
            (self._texts[1], Pen(size=SMALL, bold=True, tone=Tone.FAIL)),
        )
        for text, pen in parts:
            x += draw_text(painter, area.adjusted(x, 0, 0, 0), text, pen) + 5


class ItemsPane(ListPane):
    """The items of the place: title, filters, list.

    Signals:
        opened(): the person wants to see the item that was chosen.
    """

    opened = Signal()

    def __init__(self, board: Board) -> None:
        super().__init__()
        self._board = board
        self._model = ItemsModel(board.page, say=_say_row)
        self._model.setParent(self)
        self.list = RowList(_("检查项"), ItemDelegate())
        self.list.setObjectName("items")
        self.list.setModel(self._model)
        self.list.chosen.connect(self._choose)
        self.list.clicked.connect(lambda _index: self.opened.emit())
        self._title = ElidedLabel("", Pen(bold=True))
        self._count = ElidedLabel("", Pen(tone=Tone.MUTED))
        self.chips = ChipRow(_chips(Counts()))
        self.chips.chosen.connect(lambda key: board.choose_filter(ItemFilter(key)))
        self._empty = EmptyPanel("list", "", "")
        self._empty.asked.connect(self._help)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.list)
        self._stack.addWidget(self._empty)
        self._lay_out()
        board.items_changed.connect(self.show_items)
        board.line_changed.connect(self._show_line)
        board.current_changed.connect(self._follow)
        look().changed.connect(self.list.viewport().update)

    def name_shown(self, *, is_shown: bool) -> None:
        """Leave the place's name away where the button of the folded tree says it."""
        self._title.setVisible(is_shown)

    def show_items(self) -> None:
        """Show the list as the board has it."""
        self._model.show_ids(self._board.listed())
        for place, row_id in enumerate(self._board.listed()):
            self.list.setRowHeight(place, _HEAD if row_id.startswith(HEAD_MARK) else ROW)
        self._show_head()
        nothing = not self._board.listed()
        self._stack.setCurrentIndex(int(nothing))
        if nothing:
            self._say_empty()
        self._follow()

    def _lay_out(self) -> None:
        words = QHBoxLayout()
        words.setSpacing(SPACE_2)
        words.addWidget(self._title, 0, Qt.AlignmentFlag.AlignVCenter)
        words.addWidget(self._count, 1, Qt.AlignmentFlag.AlignVCenter)
        self.head.addLayout(words, 1)
        self.head.addWidget(self.chips)
        self.column.addWidget(self._stack, 1)

    def _show_line(self, item_id: str) -> None:
        self._model.refresh(frozenset({item_id}))
        self._show_head()

    def _show_head(self) -> None:
        counts, place = self._board.counts(), self._board.place()
        name = place.name if place else ""
        self._title.set(name)
        self._title.setMaximumWidth(self._title.sizeHint().width() + 2)
        self._count.set(f"{counts.answered} / {counts.due}" if counts.due else "")
        self.chips.set_chips(_chips(counts))
        self.chips.choose(self._board.filter)

    def _say_empty(self) -> None:
        if self._board.counts().due:
            self._empty.set(
                _("没有这样的检查项"), _("这个部位的检查项不在所选范围内。"), _("看全部")
            )
        else:
            self._empty.set(
                _("这个部位没有检查项"),
                _("方案没有把检查项放在这里。"),
                _("去有检查项的部位") if self._board.whole().due else "",
            )

    def _help(self) -> None:
        if self._board.counts().due:
            self._board.choose_filter(ItemFilter.ALL)
        else:
            self._board.step_place(1)

    def _follow(self) -> None:
        place = self._model.place_of(self._board.item_id)
        if place >= 0 and place != self.list.currentIndex().row():
            self.list.choose(place)
            if place == 1:
                self.list.scrollToTop()

    def _choose(self, row: Row | None) -> None:
        if isinstance(row, ItemRow):
            self._board.choose_item(row.line.item.id)


def _chips(counts: Counts) -> list[ChipSpec]:
    """Offer the filters with what they would show."""
    fails = counts.failed > 0
    return [
        ChipSpec(key=ItemFilter.ALL, text=_("全部")),
        ChipSpec(key=ItemFilter.OPEN, text=_("未查"), count=counts.unchecked),
        ChipSpec(
            key=ItemFilter.FAILED,
            text=_("不合格"),
            count=counts.failed,
            tone=Tone.FAIL if fails else Tone.PLAIN,
            mark=Mark.FAIL if fails else None,
        ),
    ]


def _say_place(row: PlaceRow) -> str:
    """Say a place for screen readers."""
    words = _("{name}，已查 {answered}，共 {due}，不合格 {failed}")
    whole = row.whole
    return words.format(name=row.name, answered=whole.answered, due=whole.due, failed=whole.failed)


def _say_row(row: Row) -> str:
    """Say a row for screen readers."""
    if isinstance(row, HeadRow):
        return f"{row.title} {row.answered}/{row.due}"
    line = row.line
    return f"{line.item.id} {item_title(line.item)} {axes(line)} {verdict(line)}"
