"""One project at a glance: its way, its numbers, its buildings by discipline, its facts."""

import math
from collections.abc import Mapping, Sequence
from functools import partial

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QResizeEvent, QTextOption
from PySide6.QtWidgets import (
    QHeaderView,
    QSizePolicy,
    QStackedWidget,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from inspector.core.tallies import Tally
from inspector.operations.projects import ProjectSummary
from inspector.operations.standing import Standing
from inspector.ui.kit.paged import ROW_ROLE
from inspector.ui.kit.painting import (
    MIDDLE,
    Mark,
    Pen,
    draw_bar,
    draw_box,
    draw_mark,
    draw_ring,
    draw_text,
    text_width,
)
from inspector.ui.kit.rows import settle_view
from inspector.ui.kit.style.look import font, tokens
from inspector.ui.kit.style.tokens import SMALL, SPACE_2, SPACE_3, SPACE_4, TITLE, Tone
from inspector.ui.kit.widgets.buttons import PaintedButton
from inspector.ui.kit.widgets.flow import FlowLayout
from inspector.ui.kit.widgets.folding import FoldingPanes
from inspector.ui.kit.widgets.panels import EmptyPanel, Ground
from inspector.ui.kit.widgets.panes import DetailPane
from inspector.ui.kit.widgets.stories import Step, Stepper, StepState
from inspector.ui.kit.widgets.texts import SectionLabel, Words, small
from inspector.ui.screens.projects.begin.model import fact_fields
from inspector.ui.screens.projects.cards.model import Number, numbers_of, place_line, stage_of
from inspector.ui.screens.projects.forms.model import FieldSpec
from inspector.ui.screens.projects.forms.view import RecordForm
from inspector.ui.screens.projects.overview.model import Heat, HeatCell, HeatModel
from inspector.words.acceptance import reason_text
from inspector.words.language import _

Index = QModelIndex | QPersistentModelIndex
_CELL = QSize(50, 44)
_HEAD_PEN, _HEAD_PAD = Pen(size=SMALL), 3
_LYING, _STANDING = 70, 124
_FEWEST_BROKEN = 2
_LOW = 520


class NumberButton(PaintedButton):
    """A number with its name, that opens its list."""

    def __init__(self, key: str, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.setObjectName(f"number_{key}")
        self._number = Number(key=key, name="", value="")
        self._is_short = False

    def shorten(self, *, is_short: bool) -> None:
        """Stand in one line where the window is low."""
        self._is_short = is_short
        self.updateGeometry()
        self.update()

    def set(self, number: Number) -> None:
        """Show another number."""
        self._number = number
        self.setText(number.text)
        self.setAccessibleName(number.text)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Ask for the room that the content needs."""
        if self._is_short:
            return QSize(text_width(self._number.text, Pen(bold=True)) + 24, 44)
        value = text_width(self._number.value, Pen(size=TITLE, bold=True))
        name = text_width(self._number.name, Pen(size=SMALL))
        return QSize(max(value, name, 64) + 32, 68)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint it from the tokens."""
        now = tokens()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        fill = now.hover() if self.underMouse() else now.surface
        box = box.adjusted(0, 4, 0, -4) if self._is_short else box
        draw_box(painter, box, fill=fill, line=now.line, width=now.line_px)
        if self.shows_ring():
            draw_ring(painter, box, gap=1)
        tone = Tone.PLAIN if self._number.tone is Tone.MUTED else self._number.tone
        if self._is_short:
            draw_text(painter, box, self._number.text, Pen(bold=True, tone=tone, align=MIDDLE))
        else:
            self._paint_two_lines(painter, box, tone)

    def _paint_two_lines(self, painter: QPainter, box: QRectF, tone: Tone) -> None:
        room = box.adjusted(SPACE_3, 7, -SPACE_3, -7)
        name = QRectF(room.left(), room.top(), room.width(), 20)
        draw_text(painter, name, self._number.name, Pen(size=SMALL, tone=Tone.MUTED))
        value = QRectF(room.left(), name.bottom() + 2, room.width(), room.bottom() - name.bottom())
        draw_text(painter, value, self._number.value, Pen(size=TITLE, bold=True, tone=tone))


class HeatDelegate(QStyledItemDelegate):
    """Paints a cell: a word or number first, a tint after it."""

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        """Ask for the room that the content needs."""
        return _CELL

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one cell."""
        cell = index.data(ROW_ROLE)
        if not isinstance(cell, HeatCell):
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = QRectF(option.rect)  # type: ignore[attr-defined]  # missing in the stubs of 6.9
        state = option.state  # type: ignore[attr-defined]  # likewise
        box = area.adjusted(1.5, 1.5, -1.5, -1.5)
        paint_tally(painter, box, cell.tally)
        if state & QStyle.StateFlag.State_Selected and state & QStyle.StateFlag.State_HasFocus:
            draw_box(painter, box, line=tokens().accent, width=2, radius=4)
        elif state & QStyle.StateFlag.State_MouseOver and cell.tally.total:
            draw_box(painter, box, line=tokens().muted, width=1, radius=4)
        painter.restore()


def paint_tally(painter: QPainter, box: QRectF, tally: Tally) -> None:
    """Paint counts: ✓ where all is well, ✗ with the failures, else what was checked of all."""
    if not tally.total:
        draw_text(painter, box, "–", Pen(tone=Tone.MUTED, align=MIDDLE))
        return
    checked = tally.total - tally.unchecked
    now = tokens()
    tone = _tone_of(tally)
    plain = now.line if now.line_px == 1 else now.text
    draw_box(
        painter,
        box,
        fill=now.tint(tone) if tone is not Tone.MUTED else now.surface,
        line=now.tone(tone) if tone is not Tone.MUTED else plain,
        width=1,
        radius=4,
    )
    if tally.failed:
        upper = QRectF(box.left(), box.top() + 2, box.width(), box.height() / 2 - 1)
        lower = QRectF(box.left(), upper.bottom() - 1, box.width(), upper.height())
        width = text_width(str(tally.failed), Pen(size=SMALL, bold=True)) + 16
        left = upper.center().x() - width / 2
        draw_mark(painter, Mark.FAIL, QRectF(left, upper.top(), 14, upper.height()).center(), 13)
        spot = QRectF(left + 16, upper.top(), width, upper.height())
        draw_text(painter, spot, str(tally.failed), Pen(size=SMALL, bold=True, tone=Tone.FAIL))
        _write(painter, lower, f"{checked}/{tally.total}", Tone.PLAIN)
    elif tally.unchecked:
        upper = QRectF(box.left(), box.top() + 4, box.width(), box.height() - 14)
        _write(painter, upper, f"{checked}/{tally.total}", Tone.PLAIN if checked else Tone.MUTED)
        if now.line_px == 1:  # an outlined bar of this size says nothing
            bar = QRectF(box.left() + 8, box.bottom() - 9, box.width() - 16, 4)
            draw_bar(painter, bar, checked / tally.total)
    else:
        upper = QRectF(box.left(), box.top(), box.width(), box.height())
        width = text_width(str(tally.total), Pen(size=SMALL)) + 18
        left = upper.center().x() - width / 2
        draw_mark(painter, Mark.PASS, QRectF(left, upper.top(), 14, upper.height()).center(), 14)
        spot = QRectF(left + 18, upper.top(), width, upper.height())
        draw_text(painter, spot, str(tally.total), Pen(size=SMALL, tone=Tone.PASS))


def _write(painter: QPainter, area: QRectF, text: str, tone: Tone) -> None:
    draw_text(painter, area, text, Pen(size=SMALL, tone=tone, align=MIDDLE))


def _tone_of(tally: Tally) -> Tone:
    if tally.failed:
        return Tone.FAIL
    return Tone.MUTED if tally.unchecked else Tone.PASS


class HeatHead(QHeaderView):
    """The disciplines over their columns; upright where a Latin word is wider than a column."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.setMinimumSectionSize(_CELL.width())
        self.setHighlightSections(False)
        self.setSectionsClickable(False)

    def stands(self) -> bool:
        """Tell whether the words stand upright."""
        room = self.sectionSize(0) - 2 * _HEAD_PAD if self.count() else _CELL.width()
        words = [word for number in range(self.count()) for word in self._title(number).split()]
        return any(word.isascii() and text_width(word, _HEAD_PEN) > room for word in words)

    def sizeHint(self) -> QSize:
        """Ask for the room that the content needs."""
        return QSize(super().sizeHint().width(), _STANDING if self.stands() else _LYING)

    def paintSection(self, painter: QPainter, rect: QRect, logical: int) -> None:
        """Paint it from the tokens."""
        now = tokens()
        painter.save()
        painter.fillRect(rect, QColor(now.canvas))
        area = QRectF(rect)
        foot = QRectF(area.left(), area.bottom() - now.line_px, area.width(), now.line_px)
        painter.fillRect(foot, QColor(now.line))
        painter.setFont(font(SMALL))
        painter.setPen(QColor(now.muted))
        manner, title = QTextOption(Qt.AlignmentFlag.AlignCenter), self._title(logical)
        if not self.stands():
            title = even_lines(title, rect.width() - 2 * _HEAD_PAD)
        else:
            manner.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
            painter.translate(area.left(), area.bottom())
            painter.rotate(-90)
            area = QRectF(0, 0, area.height(), area.width())
        painter.drawText(area.adjusted(4, 2, -4, -2), title, manner)
        painter.restore()

    def _title(self, number: int) -> str:
        return str(self.model().headerData(number, self.orientation()) or "")


def even_lines(title: str, room: float) -> str:
    """Break a Chinese title into lines of like length: no character stands alone."""
    lines = math.ceil(text_width(title, _HEAD_PEN) / room)
    if " " in title or lines < _FEWEST_BROKEN:
        return title
    each = math.ceil(len(title) / lines)
    return "\n".join(title[at : at + each] for at in range(0, len(title), each))


class HeatTable(QTableView):
    """The map with its heads standing still.

    Signals:
        opened(object): the person wants to see a cell's items (a HeatCell).
    """

    opened = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        settle_view(self, _("楼栋与专业"))
        self.setObjectName("heat")
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.setItemDelegate(HeatDelegate(self))
        self.setShowGrid(False)
        self.setFrameShape(QTableView.Shape.NoFrame)
        self.setCornerButtonEnabled(False)
        self.setHorizontalHeader(HeatHead(self))
        down = self.verticalHeader()
        down.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        down.setDefaultSectionSize(_CELL.height())
        down.setHighlightSections(False)
        down.setSectionsClickable(False)
        down.setFixedWidth(104)
        self.clicked.connect(self._open)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open the cell on Enter."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._open(self.currentIndex())
            return
        super().keyPressEvent(event)

    def _open(self, index: QModelIndex) -> None:
        cell = index.data(ROW_ROLE)
        if isinstance(cell, HeatCell) and cell.tally.total:
            self.opened.emit(cell)


class OverviewPane(QWidget):
    """The first page of a project.

    Signals:
        number_pressed(str): a number that opens its list.
        cell_opened(object): a HeatCell.
        step_chosen(str): a step of the way.
        fact_given(str, object): a fact of the project was changed.
    """

    number_pressed = Signal(str)
    cell_opened = Signal(object)
    step_chosen = Signal(str)
    fact_given = Signal(str, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.heat_model = HeatModel()
        self.heat_model.setParent(self)
        self.heat = HeatTable()
        self.heat.setModel(self.heat_model)
        self.heat.opened.connect(self.cell_opened)
        self._project = ""
        self.panes = FoldingPanes(None, self._middle(), self._side(), detail_share=0.24)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.panes)

    def take_focus(self) -> None:
        """Put the keys to the map, or to the one thing that can be done."""
        (self.heat if self._body.currentIndex() == 0 else self._nothing.button).setFocus()

    def show_summary(self, summary: ProjectSummary) -> None:
        """Show a project's stage, numbers and facts."""
        project = summary.project
        is_other = project.id != self._project
        self._project = project.id
        numbers = {number.key: number for number in numbers_of(summary)}
        for key, button in self._numbers.items():
            button.setVisible(key in numbers)
            if key in numbers:
                button.set(numbers[key])
        self._way.set(steps_of(summary))
        stage = stage_of(summary)
        self._stage.set(f"{stage.text} · {stage.next_step}")
        self._where.set(place_line(summary))
        self.form.load(_facts(summary), is_other=is_other)
        if not summary.due:
            self._body.setCurrentIndex(1)
            step = _("录入楼栋与部位") if not summary.buildings else _("编制改造方案")
            self._nothing.set(_("还没有要查的内容"), stage.next_step, step)
            self._next = "places" if not summary.buildings else "scheme"
        else:
            self._body.setCurrentIndex(0)

    def suggest_programmes(self, names: Sequence[str]) -> None:
        """Offer the programmes that a project can belong to."""
        self.form.suggest("programme", names)

    def show_standing(self, heat: Heat, standing: Standing) -> None:
        """Show the map, and what stands against acceptance."""
        self.heat_model.show(heat)
        if not standing.figures.due:
            self._against.set(_("还没有列入检查的内容。"))
            return
        against = [reason for reason in standing.conclusion.reasons if not reason.is_met]
        self._against.set(
            "\n".join(reason_text(reason) for reason in against)
            if against
            else _("记录上没有不符合的条件。")
        )

    def show_remarks(self, types: Sequence[str], sums: Sequence[str]) -> None:
        """Show what the renovation is called, and the sums that do not hold."""
        for head, words, lines in (
            (self._types_head, self.types, types),
            (self._sums_head, self.sums, sums),
        ):
            words.set("\n".join(lines))
            head.setVisible(bool(lines))
            words.setVisible(bool(lines))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the map its room in a low window."""
        super().resizeEvent(event)
        for button in self._numbers.values():
            button.shorten(is_short=self.height() < _LOW)

    def show_error(self, key: str, text: str) -> None:
        """Say at a fact what is wrong with it."""
        self.form.show_error(key, text)

    def _middle(self) -> QWidget:
        ground = Ground()
        self._way = Stepper(_("项目进程"))
        self._way.chosen.connect(self.step_chosen)
        self._stage = Words("", Pen(bold=True))
        self._where = small()
        numbers = QWidget()
        flow = FlowLayout(numbers, gap=8, line_gap=8)
        self._numbers = {key: NumberButton(key) for key in _KEYS}
        for key, button in self._numbers.items():
            button.clicked.connect(partial(self.number_pressed.emit, key))
            flow.addWidget(button)
        self._body = QStackedWidget()
        self._body.addWidget(self.heat)
        self._next = "places"
        self._nothing: EmptyPanel = EmptyPanel("grid", "", "")
        self._nothing.asked.connect(lambda: self.step_chosen.emit(self._next))
        self._body.addWidget(self._nothing)
        self._body.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        column = QVBoxLayout(ground)
        column.setContentsMargins(SPACE_4, SPACE_3, SPACE_3, 0)
        column.setSpacing(SPACE_2)
        column.addWidget(self._way)
        column.addWidget(numbers)
        column.addWidget(SectionLabel(_("楼栋 × 专业"), _("✓ 全部合格　✗ 不合格数　已查/应查")))
        column.addWidget(self._body, 1)
        return ground

    def _side(self) -> DetailPane:
        pane = DetailPane(_("项目资料"))
        pane.show_foot(is_shown=False)
        pane.body.addWidget(self._stage)
        pane.body.addWidget(self._where)
        pane.body.addWidget(SectionLabel(_("验收条件")))
        self._against = small()
        pane.body.addWidget(self._against)
        self._types_head = SectionLabel(_("改造类型"), _("由方案得出"))
        self.types = small()
        self._sums_head = SectionLabel(_("数据核对"), _("不影响验收"))
        self.sums = Words("", Pen(size=SMALL, tone=Tone.WARN))
        for widget in (self._sums_head, self.sums, self._types_head, self.types):
            pane.body.addWidget(widget)
            widget.hide()
        pane.body.addWidget(SectionLabel(_("项目资料"), _("改后自动保存")))
        self.form = RecordForm(
            (FieldSpec(key="name", label=_("项目名称"), is_needed=True), *fact_fields()),
            saves=True,
        )
        self.form.given.connect(self.fact_given)
        pane.body.addWidget(self.form)
        pane.body.addStretch(1)
        return pane


_KEYS = ("conflicts", "answered", "failed", "critical", "defects", "photos", "visits")


def _facts(summary: ProjectSummary) -> Mapping[str, object]:
    keys = ("name", *(spec.key for spec in fact_fields()))
    own = {key: getattr(summary.project, key) for key in keys if key != "programme"}
    return {**own, "programme": summary.programme}


def steps_of(summary: ProjectSummary) -> list[Step]:
    """Give the way of a project as its records have it."""
    is_checked = 0 < summary.due <= summary.answered
    is_accepted = summary.accepted_on is not None
    done = (
        summary.buildings > 0 or summary.due > 0,
        summary.due > 0,
        is_checked,
        is_accepted or (is_checked and not summary.open_defects and not summary.failed),
        is_accepted,
    )
    texts = (
        ("places", _("建档")),
        ("scheme", _("编制方案")),
        ("visits", _("查验")),
        ("defects", _("整改")),
        ("acceptance", _("验收")),
    )
    steps, is_now = [], True
    for (key, text), is_done in zip(texts, done, strict=True):
        state = StepState.DONE if is_done and is_now else StepState.NEXT
        if not is_done and is_now:
            state, is_now = StepState.NOW, False
        steps.append(Step(key, text, state))
    return steps
