"""The list of projects as cards; numbers on a card open their lists."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QPoint, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QStackedWidget,
    QStyle,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from inspector.operations.projects import ProjectSummary
from inspector.ui.kit.paged import ROW_ROLE, PagedListModel
from inspector.ui.kit.painting import (
    MIDDLE,
    RIGHT,
    Pen,
    bar_height,
    draw_bar,
    draw_box,
    draw_ring,
    draw_tag,
    draw_text,
    tag_size,
    text_width,
)
from inspector.ui.kit.rows import Index, RowDelegate, RowList
from inspector.ui.kit.style.look import tokens
from inspector.ui.kit.style.tokens import LARGE, SMALL, SPACE_2, SPACE_3, SPACE_4, TARGET, Tone
from inspector.ui.kit.widgets.buttons import KeyButton, Kind
from inspector.ui.kit.widgets.flow import FlowLayout
from inspector.ui.kit.widgets.panels import Banner, Ground
from inspector.ui.kit.widgets.texts import title
from inspector.ui.screens.projects.cards.model import (
    Number,
    numbers_of,
    place_line,
    sentence_of,
    stage_of,
)
from inspector.ui.screens.projects.records.view import Empty, empty_panel
from inspector.words.language import _

_HEIGHT = 140
_LEAST_BAR = 60


class CardDelegate(RowDelegate[ProjectSummary]):
    """Paints a project: name and stage, where it is, progress and numbers."""

    def __init__(self) -> None:
        super().__init__(_HEIGHT, lines=False, margin=0)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one card."""
        row = index.data(ROW_ROLE)
        if not isinstance(row, ProjectSummary):
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        state = option.state  # type: ignore[attr-defined]  # missing in the stubs of 6.9
        card = card_in(QRectF(option.rect))  # type: ignore[attr-defined]  # likewise
        now = tokens()
        over = bool(state & QStyle.StateFlag.State_MouseOver)
        fill = now.hover() if over else now.surface
        draw_box(painter, card, fill=fill, line=now.line, width=now.line_px)
        if state & QStyle.StateFlag.State_HasFocus:
            draw_ring(painter, card, gap=0)
        self._paint_words(painter, inside(card), row)
        painter.restore()

    def _paint_words(self, painter: QPainter, area: QRectF, row: ProjectSummary) -> None:
        stage = stage_of(row)
        tag = tag_size(stage.text)
        head = QRectF(area.left(), area.top(), area.width(), 28)
        spot = QRectF(head.right() - tag.width(), head.top() + 2, tag.width(), tag.height())
        draw_tag(painter, spot, stage.text, stage.tone)
        room = head.adjusted(0, 0, -tag.width() - 120, 0)
        taken = draw_text(painter, room, row.project.name, Pen(size=LARGE, bold=True))
        code = QRectF(head.left() + taken + 12, head.top() + 1, 96, head.height())
        draw_text(painter, code, row.project.code, Pen(tone=Tone.MUTED))
        second = QRectF(area.left(), head.bottom() + 2, area.width(), 24)
        step = Pen(size=SMALL, align=RIGHT)
        draw_text(painter, second, stage.next_step, step)
        room = second.adjusted(0, 0, -text_width(stage.next_step, step) - 16, 0)
        draw_text(painter, room, place_line(row), Pen(size=SMALL, tone=Tone.MUTED))
        self._paint_numbers(painter, area, row)

    def _paint_numbers(self, painter: QPainter, area: QRectF, row: ProjectSummary) -> None:
        spots = number_spots(area, row)
        for number, spot in spots:
            draw_box(painter, spot.adjusted(0, 6, 0, -6), line=tokens().line)
            draw_text(painter, spot, number.text, _pen(number))
        length = spots[0][1].left() - 16 - area.left()
        if length >= _LEAST_BAR:
            height = bar_height()
            top = spots[0][1].center().y() - height / 2
            share = row.answered / row.due if row.due else 0.0
            draw_bar(painter, QRectF(area.left(), top, length, height), share)


def card_in(row: QRectF) -> QRectF:
    """Give the card within its row."""
    return row.adjusted(SPACE_4, SPACE_3, -SPACE_4, 0)


def inside(card: QRectF) -> QRectF:
    """Give the room within a card."""
    return card.adjusted(SPACE_4, 10, -SPACE_4, -4)


def number_spots(area: QRectF, row: ProjectSummary) -> list[tuple[Number, QRectF]]:
    """Place the numbers of a card along its foot, from the right."""
    numbers = numbers_of(row)
    widths = [text_width(number.text, _pen(number)) + 22 for number in numbers]
    x = area.right() - sum(widths) - 6 * (len(widths) - 1)
    top = area.bottom() - TARGET
    spots = []
    for number, width in zip(numbers, widths, strict=True):
        spots.append((number, QRectF(x, top, width, TARGET)))
        x += width + 6
    return spots


def _pen(number: Number) -> Pen:
    is_loud = number.tone not in {Tone.PLAIN, Tone.MUTED}
    return Pen(size=SMALL, bold=is_loud, tone=number.tone, align=MIDDLE)


class CardList(RowList):
    """The cards; a press on a number opens its list, a press elsewhere the project.

    Signals:
        number_pressed(str, str): a number's key, and the project's id.
    """

    number_pressed = Signal(str, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(_("项目"), CardDelegate(), parent)
        self.setObjectName("project_cards")
        self._pressed = QPoint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the cards on the canvas, not on a surface."""
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), tokens().canvas)
        painter.end()
        super().paintEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Remember where the press began: a drag is no press."""
        self._pressed = event.position().toPoint()
        super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Open what was pressed."""
        super().mouseReleaseEvent(event)
        spot = event.position().toPoint()
        index = self.indexAt(spot)
        moved = (spot - self._pressed).manhattanLength() > TARGET / 2
        if event.button() is not Qt.MouseButton.LeftButton or moved or not index.isValid():
            return
        row = index.data(ROW_ROLE)
        key = self.number_at(index.row(), QPointF(spot))
        if key:
            self.number_pressed.emit(key, row.project.id)
        elif row is not None:
            self.opened.emit(row)

    def number_at(self, place: int, spot: QPointF) -> str:
        """Tell which number lies under a point, if any."""
        index = self.model().index(place, 0)
        area = inside(card_in(QRectF(self.visualRect(index))))
        row = index.data(ROW_ROLE)
        spots = number_spots(area, row) if row is not None else []
        return next((number.key for number, place in spots if place.contains(spot)), "")


class CardsPage(Ground):
    """All projects, or what to do where there are none.

    Signals:
        opened(str): a project's id.
        number_pressed(str, str): a number's key, and the project's id.
        begin_wanted(), import_wanted(), template_wanted(), packs_wanted(),
            programmes_wanted(): the next steps.
        conflicts_wanted(): settle what several laptops wrote differently.
    """

    opened = Signal(str)
    number_pressed = Signal(str, str)
    begin_wanted = Signal()
    import_wanted = Signal()
    template_wanted = Signal()
    packs_wanted = Signal()
    programmes_wanted = Signal()
    conflicts_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(canvas=True, parent=parent)
        self._rows: dict[str, ProjectSummary] = {}
        self.model: PagedListModel[ProjectSummary] = PagedListModel(self._page, say=sentence_of)
        self.model.setParent(self)
        self.cards = CardList()
        self.cards.setModel(self.model)
        self.cards.opened.connect(lambda row: self.opened.emit(row.project.id))
        self.cards.number_pressed.connect(self.number_pressed)
        self.banner = Banner()
        self._stack = QStackedWidget()
        self._stack.addWidget(self._full())
        self._stack.addWidget(self._empty())
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._stack)

    def show_projects(self, summaries: list[ProjectSummary]) -> None:
        """Show these projects."""
        self._rows = {summary.project.id: summary for summary in summaries}
        self.model.show_ids(list(self._rows))
        self._count.set(_("{count} 个项目").format(count=len(summaries)))
        self._stack.setCurrentIndex(0 if summaries else 1)
        self._tell_conflicts(sum(summary.conflicts for summary in summaries))
        if summaries and not self.cards.currentIndex().isValid():
            self.cards.choose(0)

    def take_focus(self) -> None:
        """Put the keys to the cards, or to the one thing that can be done."""
        (self.cards if self._rows else self._panel.button).setFocus()

    def _tell_conflicts(self, count: int) -> None:
        text = _("有 {count} 处待定：几台电脑改了同一处，选定之前报告不是最终稿。")
        if count:
            told = text.format(count=count)
            self.banner.say(told, Tone.WARN, _("去选定"), self.conflicts_wanted.emit)
        else:
            self.banner.hide()

    def _page(self, _ids: Sequence[str]) -> dict[str, ProjectSummary]:
        return self._rows

    def _full(self) -> QWidget:
        whole = QWidget()
        self._count = title()
        head = QHBoxLayout()
        head.setContentsMargins(SPACE_4 + 2, SPACE_3, SPACE_4, 0)
        head.addWidget(self._count, 1)
        head.addWidget(self._acts())
        column = QVBoxLayout(whole)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        told = QHBoxLayout()
        told.setContentsMargins(SPACE_4, SPACE_2, SPACE_4, 0)
        told.addWidget(self.banner)
        column.addLayout(told)
        column.addWidget(self.cards, 1)
        return whole

    def _acts(self) -> QWidget:
        """Give the acts of the head; they take a second line where room is short."""
        acts = QWidget()
        flow = FlowLayout(acts, gap=4, line_gap=4)
        begin = _button(_("新建项目"), self.begin_wanted.emit, "Ctrl+N", kind=Kind.PRIMARY)
        begin.setObjectName("begin_project")
        for button in (
            self._programmes_button(),
            _button(_("检查清单"), self.packs_wanted.emit, icon="list"),
            _button(_("保存模板"), self.template_wanted.emit, icon="export"),
            _button(_("从表格导入"), self.import_wanted.emit, "Ctrl+I", icon="import"),
            begin,
        ):
            flow.addWidget(button)
        return acts

    def _programmes_button(self) -> KeyButton:
        made = _button(_("改造计划"), self.programmes_wanted.emit, icon="flag")
        made.setObjectName("show_programmes")
        return made

    def _empty(self) -> QWidget:
        whole = QWidget()
        panel = empty_panel(
            Empty(
                icon="home",
                heading=_("还没有项目"),
                text=_("新建一个项目，或把已有的楼栋、单位和改造方案从表格一次导入。"),
                step=_("新建项目"),
            )
        )
        panel.asked.connect(self.begin_wanted)
        self._panel = panel
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(_button(_("从表格导入"), self.import_wanted.emit, "Ctrl+I", icon="import"))
        row.addWidget(_button(_("保存模板"), self.template_wanted.emit, icon="export"))
        row.addWidget(_button(_("检查清单"), self.packs_wanted.emit, icon="list"))
        row.addWidget(self._programmes_button())
        row.addStretch(1)
        column = QVBoxLayout(whole)
        column.setContentsMargins(0, 0, 0, 0)
        column.addStretch(2)
        column.addWidget(panel)
        column.addLayout(row)
        column.addStretch(3)
        return whole


def _button(
    text: str,
    slot: Callable[[], object],
    keys: str = "",
    *,
    icon: str = "",
    kind: Kind = Kind.PLAIN,
) -> KeyButton:
    made = KeyButton(text, keys=keys, icon=icon, kind=kind)
    made.clicked.connect(lambda _checked: slot())
    return made
