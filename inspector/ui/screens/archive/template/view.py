"""The dialog of templates: which there are, what each rules, and using another."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from inspector.core.errors import InspectorError
from inspector.operations.filing_templates import OWN, TemplateChoice
from inspector.ui.kit.desk import Desk
from inspector.ui.kit.painting import Pen
from inspector.ui.kit.style.tokens import LARGE, SPACE_2, SPACE_3, SPACE_4, SPACE_6, Tone
from inspector.ui.kit.touch import scrolled
from inspector.ui.kit.widgets.buttons import KeyButton, Kind
from inspector.ui.kit.widgets.flow import FlowLayout
from inspector.ui.kit.widgets.lines import LineList
from inspector.ui.kit.widgets.panels import Banner
from inspector.ui.kit.widgets.texts import Pairs, Words
from inspector.ui.screens.archive.template.model import choice_lines, template_facts
from inspector.ui.screens.archive.template.viewmodel import TemplateBoard
from inspector.words.language import _

_WIDTH, _HEIGHT, _ROOM_AROUND = 760, 640, 60


class TemplateDialog(QDialog):
    """The templates above, what the chosen one rules below."""

    def __init__(self, board: TemplateBoard, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("template_dialog")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(_("归档模板"))
        self._board, self._desk = board, desk
        self._choices: Sequence[TemplateChoice] = ()
        self._chosen = ""
        self.banner = Banner()
        self.lines = LineList("template")
        self.facts = Pairs()
        self.lines.followed.connect(self._choose)
        self._lay_out()
        board.ready.connect(self.show_choices)
        board.refused.connect(self._refuse)
        board.told.connect(self._tell)

    def show_choices(self, choices: Sequence[TemplateChoice]) -> None:
        """Show the templates, and what the one in use rules."""
        self._choices = choices
        used = next((one.key for one in choices if one.is_used), "")
        self._choose(used)

    def chosen(self) -> TemplateChoice | None:
        """Give the template that is shown."""
        return next((one for one in self._choices if one.key == self._chosen), None)

    def _lay_out(self) -> None:
        content = QWidget()
        inside = QVBoxLayout(content)
        inside.setContentsMargins(SPACE_6, SPACE_4, SPACE_6, SPACE_3)
        inside.setSpacing(SPACE_3)
        inside.addWidget(Words(_("归档模板"), Pen(size=LARGE, bold=True)))
        inside.addWidget(self.banner)
        inside.addWidget(self.lines)
        inside.addWidget(self.facts)
        inside.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(scrolled(content, _("归档模板")), 1)
        column.addLayout(self._foot())
        room = self.screen().availableGeometry()
        self.resize(
            min(_WIDTH, room.width() - _ROOM_AROUND), min(_HEIGHT, room.height() - _ROOM_AROUND)
        )

    def _foot(self) -> QHBoxLayout:
        board = self._board
        quiet = {
            "template_take_out": (_("取出一份修改…"), self._take_out),
            "template_check": (_("检查文件…"), board.check_file),
            "template_file": (_("选用文件…"), board.take_file),
        }
        flow = FlowLayout(gap=SPACE_2, line_gap=0)
        for name, (text, slot) in quiet.items():
            button = KeyButton(text)
            button.setObjectName(name)
            button.clicked.connect(slot)
            flow.addWidget(button)
        self._use = KeyButton(_("按它立卷"), kind=Kind.PRIMARY)
        self._use.setObjectName("template_use")
        self._use.clicked.connect(self._take)
        leave = KeyButton(_("关闭"), keys="Esc")
        leave.setObjectName("template_leave")
        leave.clicked.connect(self.accept)
        foot = QHBoxLayout()
        foot.setContentsMargins(SPACE_6, 0, SPACE_6, SPACE_3)
        foot.addLayout(flow, 1)
        foot.addWidget(leave)
        foot.addWidget(self._use)
        return foot

    def _choose(self, key: str) -> None:
        self._chosen = key
        self.lines.show_lines(choice_lines(self._choices, key))
        choice = self.chosen()
        if choice is None:
            return
        self.facts.set(template_facts(choice.template) if choice.template else ())
        if choice.fault is not None:
            self._refuse(choice.fault)
        self._use.setEnabled(not choice.is_used and choice.key != OWN)

    def _take(self) -> None:
        choice = self.chosen()
        if choice is not None:
            self.banner.hide()
            self._board.use(choice)

    def _take_out(self) -> None:
        choice = self.chosen()
        if choice is not None:
            self._board.take_out(choice)

    def _refuse(self, error: InspectorError) -> None:
        self.banner.say(self._desk.ask.explain(error), Tone.FAIL)

    def _tell(self, text: str) -> None:
        self.banner.say(text, Tone.PASS)


class TemplateFlow(QObject):
    """Opens the dialog over a screen."""

    def __init__(self, desk: Desk, screen: QWidget) -> None:
        super().__init__(screen)
        self._desk, self._screen = desk, screen
        self.board = TemplateBoard(desk, self)
        self.dialog: TemplateDialog | None = None

    def begin(self) -> None:
        """Show the templates."""
        if self.dialog is not None:
            return
        self.dialog = TemplateDialog(self.board, self._desk, self._screen.window())
        self.dialog.finished.connect(self._closed)
        self.dialog.open()
        self.board.read()

    def _closed(self) -> None:
        self.dialog = None
