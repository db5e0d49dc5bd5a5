"""The pane at the left of the room."""

from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from inspector.ui.kit.icons import draw_icon
from inspector.ui.kit.painting import draw_box
from inspector.ui.kit.style.look import tokens
from inspector.ui.kit.style.tokens import SPACE_2, SPACE_3, SPACE_4, Tone
from inspector.ui.kit.widgets.buttons import KeyButton, Kind
from inspector.ui.kit.widgets.flow import FlowLayout
from inspector.ui.kit.widgets.panes import DetailPane
from inspector.ui.kit.widgets.texts import SectionLabel, Words
from inspector.ui.screens.sync.intake.view import LastIntake
from inspector.ui.screens.sync.laptops.view import LaptopList
from inspector.ui.screens.sync.model import NextStep, Todo
from inspector.ui.screens.sync.page.view import BigButton
from inspector.words.language import _

_ICONS = {
    Todo.TAKE: "import",
    Todo.SETTLE: "alert",
    Todo.ENROL: "lock",
    Todo.SEND: "export",
    Todo.NOTHING: "check",
}


class NextCard(QWidget):
    """The one thing to do next."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("next_step")
        self.step = NextStep(Todo.NOTHING, "", Tone.PASS)
        row = QHBoxLayout(self)
        row.setContentsMargins(SPACE_4 + 24, SPACE_2, SPACE_3, SPACE_2)
        self._words = Words("")
        row.addWidget(self._words, 1)

    def show_step(self, step: NextStep) -> None:
        """Say it."""
        self.step = step
        self._words.set(step.text)
        self.update()

    def words(self) -> str:
        """Give what is said."""
        return self._words.words()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint it from the tokens."""
        now, painter = tokens(), QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ink, area = now.tone(self.step.tone), QRectF(self.rect())
        draw_box(painter, area, fill=now.tint(self.step.tone), line=ink, width=now.line_px)
        spot = QRectF(12, area.center().y() - 10, 20, 20)
        draw_icon(painter, _ICONS[self.step.todo], spot, ink)


class SidePane(DetailPane):
    """The two big buttons, the next step, what came last, the laptops, the organisation.

    Signals:
        office_wanted(): show the organisation.
    """

    office_wanted = Signal()

    def __init__(self) -> None:
        super().__init__(_("收发"), edges="right")
        self.show_foot(is_shown=False)
        self.take = BigButton(_("收取"), keys="Ctrl+R", icon="import", kind=Kind.PRIMARY)
        self.take.setObjectName("take")
        self.send = BigButton(_("发出"), keys="Ctrl+S", icon="export")
        self.send.setObjectName("send")
        self.next = NextCard()
        self.last = LastIntake()
        self.laptops = LaptopList()
        self.inbox_button = _quiet(_("待定"), "show_inbox", "chevron-right")
        self.inbox_button.hide()
        self.files = _quiet(_("选文件…"), "take_files", "file")
        self.folder = _quiet(_("选文件夹…"), "take_folder", "folder")
        self.office = _quiet(_("单位"), "show_office", "users")
        self.office.clicked.connect(self.office_wanted)
        self._lay_out()

    def show_office(self, name: str) -> None:
        """Name the organisation on its button."""
        told = _("单位：{name}").format(name=name) if name else _("还没有建立单位")
        self.office.setToolTip(_("{told}（{keys}）").format(told=told, keys="Ctrl+U"))
        self.office.setAccessibleDescription(told)

    def show_step(self, step: NextStep, ready: int) -> None:
        """Say what to do next; with packages that lie ready, 收取 says how many."""
        self.next.show_step(step)
        self.take.set_text(_("收取 {count} 包").format(count=ready) if ready else _("收取"))

    def _lay_out(self) -> None:
        big = QHBoxLayout()
        big.setSpacing(SPACE_3)
        big.addWidget(self.take)
        big.addWidget(self.send)
        more = QWidget()
        flow = FlowLayout(more, gap=0, line_gap=0)
        for button in (self.files, self.folder, self.inbox_button):
            flow.addWidget(button)
        self.body.setSpacing(SPACE_2)
        self.body.addLayout(big)
        self.body.addWidget(self.next)
        self.body.addWidget(more)
        self.body.addWidget(self.last)
        head = QHBoxLayout()
        head.addWidget(SectionLabel(_("各台电脑")), 1)
        head.addWidget(self.office)
        self.body.addLayout(head)
        self.body.addWidget(self.laptops)
        self.body.addStretch(1)


def _quiet(text: str, name: str, icon: str) -> KeyButton:
    button = KeyButton(text, icon=icon, kind=Kind.QUIET)
    button.setObjectName(name)
    return button
