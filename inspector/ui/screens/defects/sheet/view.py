"""The sheet of one defect: what, where, before and after, facts, story, and what comes next."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QSizePolicy, QVBoxLayout, QWidget

from inspector.core.defects import DefectStep
from inspector.ui.kit.painting import Pen
from inspector.ui.kit.pictures import Pictures
from inspector.ui.kit.style.tokens import SPACE_1, SPACE_2, SPACE_6, Tone
from inspector.ui.kit.widgets.buttons import IconButton, KeyButton, Kind
from inspector.ui.kit.widgets.chips import Tag
from inspector.ui.kit.widgets.flow import FlowLayout
from inspector.ui.kit.widgets.panels import Banner, Line
from inspector.ui.kit.widgets.stories import Event, Timeline
from inspector.ui.kit.widgets.texts import Words, small, title
from inspector.ui.screens.defects.model import Acts, step_label
from inspector.ui.screens.defects.pair.view import PairView
from inspector.ui.screens.defects.parts.view import FittedPane
from inspector.ui.screens.defects.viewmodel import Told
from inspector.words.language import _

_INLINE = 28  # longer facts take a line of their own


class Facts(QWidget):
    """Quiet names with their values: short ones run on in lines, long ones wrap below."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(6)
        self._short = QWidget()
        self._flow = FlowLayout(self._short, gap=SPACE_6, line_gap=4)
        self._column.addWidget(self._short)
        self._parts: list[QWidget] = []

    def set(self, facts: Sequence[tuple[str, str]]) -> None:
        """Show these facts; one without a value is left out."""
        for part in self._parts:
            part.hide()
            part.deleteLater()
        self._parts = []
        for name, value in facts:
            if value:
                is_short = len(value) <= _INLINE
                part = _fact(name, value, wraps=not is_short)
                (self._flow if is_short else self._column).addWidget(part)
                self._parts.append(part)


def _fact(name: str, value: str, *, wraps: bool) -> QWidget:
    part = QWidget()
    row = QHBoxLayout(part)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(12)
    label, words = Words(name, Pen(tone=Tone.MUTED)), Words(value)
    label.setWordWrap(False)
    words.setWordWrap(wraps)
    row.addWidget(label, 0, Qt.AlignmentFlag.AlignTop)
    row.addWidget(words, 1)
    return part


class Foot(QWidget):
    """The next steps; those that are rare fold into a menu where room is short.

    Signals:
        chosen(str): the person wants this step.
    """

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(6)
        self._others: list[KeyButton] = []
        self._more = KeyButton(_("其他…"), keys="Ctrl+.")
        self._more.setObjectName("other_steps")
        self._more.clicked.connect(self.open_menu)
        self.primary = KeyButton("", keys="1", kind=Kind.PRIMARY)
        self.primary.setObjectName("next_step")
        self.beside = KeyButton("", keys="2")
        self.beside.setObjectName("beside_step")
        self._acts = Acts(None, None, ())
        self._row.addWidget(self._more)
        self._row.addStretch(1)
        self._row.addWidget(self.beside)
        self._row.addWidget(self.primary)
        self.primary.clicked.connect(self.press_primary)
        self.beside.clicked.connect(self.press_beside)

    def set(self, acts: Acts) -> None:
        """Offer these steps."""
        self._acts = acts
        self._dress(self.primary, acts.primary)
        self._dress(self.beside, acts.beside)
        for button in self._others:
            self._row.removeWidget(button)
            button.hide()
            button.deleteLater()
        self._others = [self._quiet(step) for step in acts.others]
        for place, button in enumerate(self._others):
            self._row.insertWidget(place, button)
        self._fold()

    def press_primary(self) -> None:
        """Take the next step."""
        if self._acts.primary is not None:
            self.chosen.emit(self._acts.primary.value)

    def press_beside(self) -> None:
        """Take the other of the two steps."""
        if self._acts.beside is not None:
            self.chosen.emit(self._acts.beside.value)

    def open_menu(self) -> None:
        """Offer the rare steps."""
        if not self._acts.others:
            return
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for step in self._acts.others:
            act = menu.addAction(step_label(step))
            act.triggered.connect(lambda _on=False, step=step: self.chosen.emit(step.value))
        menu.popup(self.mapToGlobal(QPoint(0, -menu.sizeHint().height())))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fold what has no room."""
        super().resizeEvent(event)
        self._fold()

    def _quiet(self, step: DefectStep) -> KeyButton:
        button = KeyButton(step_label(step))
        button.setObjectName(f"step_{step.value}")
        button.clicked.connect(lambda: self.chosen.emit(step.value))
        return button

    def _dress(self, button: KeyButton, step: DefectStep | None) -> None:
        button.setVisible(step is not None)
        if step is None:
            return
        button.set_text(step_label(step))
        kind, sign = _DRESS.get(step, (Kind.PRIMARY, ""))
        button.set_kind(kind)
        button.set_icon(sign)

    def _fold(self) -> None:
        main = [button for button in (self.beside, self.primary) if not button.isHidden()]
        taken = sum(button.sizeHint().width() + 6 for button in main)
        wanted = sum(button.sizeHint().width() + 6 for button in self._others)
        folds = wanted + taken > self.width()
        for button in self._others:
            button.setVisible(not folds)
        self._more.setVisible(folds and bool(self._others))


_DRESS = {
    DefectStep.RECHECK_PASS: (Kind.PASS, "check"),
    DefectStep.RECHECK_FAIL: (Kind.PLAIN, "cross"),
    DefectStep.START_REPAIR: (Kind.PLAIN, ""),
    DefectStep.REOPEN: (Kind.PLAIN, "undo"),
}


class DefectPane(FittedPane):
    """Everything about one defect, and its next steps at the foot."""

    def __init__(self, pictures: Pictures, parent: QWidget | None = None) -> None:
        super().__init__(_("问题详情"), parent)
        self._head = small()
        self._title = title()
        self._severity, self._duty = Tag(""), Tag("")
        self.edit_button = IconButton("pen", _("修改"), keys="Ctrl+E")
        self.edit_button.setObjectName("edit_defect")
        self.history_button = IconButton("history", _("历史"), keys="Ctrl+H")
        self.history_button.setObjectName("defect_history")
        self.photo_button = IconButton("camera", _("加照片"), keys="Ctrl+I")
        self.photo_button.setObjectName("add_photos")
        self.refusal, self.dispute = Banner(), Banner()
        self.dispute.setObjectName("dispute")
        self.pair = PairView(pictures)
        self.facts = Facts()
        self.story = Timeline()
        self.steps = Foot()
        self._lay_out()

    def show_defect(self, told: Told) -> None:
        """Show this defect."""
        self._head.set(told.head)
        self._title.set(told.defect.text)
        self._severity.set(told.severity.text, told.severity.tone)
        self._duty.set(told.duty)
        self._duty.setVisible(bool(told.duty))
        self.refusal.hide()
        self.dispute.hide()
        if told.disputes:
            self.dispute.say("\n".join(told.disputes), Tone.FAIL)
        self.pair.set(told.pairs)
        self.facts.set(told.facts)
        self.story.set(
            [
                Event(when=line.when, text=line.text, detail=line.detail, tone=line.tone)
                for line in told.story
            ]
        )
        self.steps.set(told.acts)

    def title_words(self) -> str:
        """Give the title that is shown."""
        return self._title.words()

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.setSpacing(SPACE_2)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self._head)
        words.addWidget(self._title)
        top.addLayout(words, 1)
        corner = QWidget()
        marks = QHBoxLayout(corner)
        marks.setContentsMargins(0, 0, 0, 0)
        marks.setSpacing(SPACE_1)
        marks.addWidget(self._severity)
        marks.addWidget(self._duty)
        for button in (self.photo_button, self.edit_button, self.history_button):
            marks.addWidget(button)
        top.addWidget(corner, 0, Qt.AlignmentFlag.AlignTop)
        self.body.addLayout(top)
        self.body.addWidget(self.refusal)
        self.body.addWidget(self.dispute)
        self.body.addWidget(self.pair)
        self.body.addWidget(self.facts)
        self.body.addWidget(Line())
        self.body.addWidget(self.story)
        self.body.addStretch(1)
        self.foot.addWidget(self.steps)
