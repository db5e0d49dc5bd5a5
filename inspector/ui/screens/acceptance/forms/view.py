"""表格和报告: every paper with its newest version, all buildings in one go, looking one up."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from inspector.core.errors import InspectorError
from inspector.core.issued import OF_PROJECT, PaperKind
from inspector.core.lookups import CheckedPaper
from inspector.ui.kit.desk import Desk
from inspector.ui.kit.painting import Pen
from inspector.ui.kit.style.tokens import SMALL, SPACE_2, SPACE_3, SPACE_4, TITLE, Tone
from inspector.ui.kit.touch import scrolled
from inspector.ui.kit.widgets.buttons import KeyButton, Kind
from inspector.ui.kit.widgets.chips import Segmented
from inspector.ui.kit.widgets.fields import line_edit
from inspector.ui.kit.widgets.panels import Banner, Ground
from inspector.ui.kit.widgets.texts import ElidedLabel, SectionLabel, Words
from inspector.ui.screens.acceptance.forms.model import FormLine
from inspector.ui.screens.acceptance.forms.viewmodel import FormsBoard, Retry
from inspector.ui.screens.acceptance.looks.view import LooksPane
from inspector.words.language import _
from inspector.words.reports import checked_lines


class PaperRow(Ground):
    """One paper: its name, its newest version, and what can be done with it."""

    def __init__(self, board: FormsBoard, kind: PaperKind, parent: QWidget | None = None) -> None:
        super().__init__(edges="bottom", parent=parent)
        self._title = ElidedLabel("", Pen(bold=True))
        self.told = ElidedLabel("", Pen(size=SMALL, tone=Tone.MUTED))
        self.make = KeyButton(_("生成"), icon="report")
        self.make.setObjectName(f"make_{kind.value}")
        self.open = KeyButton(_("打开"))
        self.open.setObjectName(f"open_{kind.value}")
        self.make.clicked.connect(partial(board.make, kind))
        self.open.clicked.connect(partial(board.open_newest, kind))
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self._title)
        words.addWidget(self.told)
        row = QHBoxLayout(self)
        row.setContentsMargins(SPACE_4, SPACE_2, SPACE_3, SPACE_2)
        row.setSpacing(SPACE_2)
        row.addLayout(words, 1)
        row.addWidget(self.open)
        row.addWidget(self.make)

    def show_line(self, line: FormLine, *, is_working: bool) -> None:
        """Show what was made."""
        self._title.set(line.title)
        self.told.set(line.told)
        self.open.setEnabled(line.is_here)
        self.make.setEnabled(not is_working)


class LookUp(QWidget):
    """Takes a code or a file, and says how that paper stands to the records."""

    def __init__(self, board: FormsBoard, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.code = line_edit("")
        self.code.setObjectName("paper_code")
        self.code.setAccessibleName(_("二维码内容、校验码或报告编号"))
        self.code.setPlaceholderText(_("二维码内容、校验码或报告编号"))
        self.check = KeyButton(_("核对"), icon="check")
        self.check.setObjectName("check_paper")
        file = KeyButton(_("核对文件…"))
        file.setObjectName("check_file")
        self.answer = Words("")
        self.answer.setObjectName("paper_answer")
        self.code.returnPressed.connect(lambda: board.check(self.code.text()))
        self.check.clicked.connect(lambda: board.check(self.code.text()))
        file.clicked.connect(board.check_file)
        row = QHBoxLayout()
        row.setSpacing(SPACE_2)
        row.addWidget(self.code, 1)
        row.addWidget(self.check)
        row.addWidget(file)
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE_4, SPACE_2, SPACE_3, SPACE_3)
        column.addLayout(row)
        column.addWidget(self.answer)

    def show_answer(self, look: CheckedPaper) -> None:
        """Say how a paper stands to the records."""
        self.answer.set("\n".join(checked_lines(look)), Tone.PASS if look.is_good else Tone.WARN)


class FormsPane(Ground):
    """The papers of a project.

    Signals:
        left(): back to the preparation.
    """

    left = Signal()

    def __init__(
        self, desk: Desk, open_path: Callable[[Path], object], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent=parent)
        self._desk = desk
        self.board = FormsBoard(desk, open_path, self)
        self.back = KeyButton(_("返回现状"), keys="Esc", icon="chevron-left", kind=Kind.QUIET)
        self.back.setObjectName("leave_forms")
        self.back.clicked.connect(self.left)
        self.banner = Banner()
        self.rows = {kind: PaperRow(self.board, kind) for kind in OF_PROJECT}
        self.batch = KeyButton(_("逐幢生成…"), icon="report")
        self.batch.setObjectName("make_batch")
        self.batch.clicked.connect(self.board.make_all)
        self.told = Words("")
        self.told.setObjectName("batch_told")
        self.look_up = LookUp(self.board)
        self.looks = LooksPane(desk)
        self.faces = Segmented([("papers", _("表格")), ("looks", _("版面"))], _("表格和报告，版面"))
        self.faces.setObjectName("forms_faces")
        self._lay_out()
        self.faces.chosen.connect(self._turn)
        self.board.changed.connect(self._show)
        self.board.working.connect(lambda _is_working: self._show())
        self.board.refused.connect(self._refuse)
        self.board.told.connect(self._tell)
        self.board.checked.connect(self.look_up.show_answer)

    def _lay_out(self) -> None:
        head = Ground(edges="bottom")
        top = QHBoxLayout(head)
        top.setContentsMargins(SPACE_4, SPACE_2, SPACE_3, SPACE_2)
        top.addWidget(ElidedLabel(_("表格和报告"), Pen(size=TITLE, bold=True)), 1)
        top.addWidget(self.faces)
        top.addWidget(self.back)
        content = QWidget()
        inside = QVBoxLayout(content)
        inside.setContentsMargins(0, 0, 0, SPACE_3)
        inside.setSpacing(0)
        for row in self.rows.values():
            inside.addWidget(row)
        inside.addWidget(self._batch_part())
        inside.addWidget(_padded(SectionLabel(_("核对一份纸件或文件"), _("与现在的记录比对"))))
        inside.addWidget(self.look_up)
        inside.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(head)
        column.addWidget(self.banner)
        self._stack = QStackedWidget()
        self._stack.addWidget(scrolled(content, _("表格和报告")))
        self._stack.addWidget(self.looks)
        column.addWidget(self._stack, 1)

    def _turn(self, key: str) -> None:
        """Show the papers, or how they are set."""
        self._stack.setCurrentIndex(int(key == "looks"))
        if key == "looks":
            self.looks.open()

    def _batch_part(self) -> QWidget:
        part = Ground(edges="bottom")
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(ElidedLabel(_("分幢查验记录和会议各表"), Pen(bold=True)))
        note = _("每幢一份，另有分组、部门、居民意见表和五方签署页；中断后选同一个文件夹会接着做")
        words.addWidget(ElidedLabel(note, Pen(size=SMALL, tone=Tone.MUTED)))
        row = QHBoxLayout()
        row.addLayout(words, 1)
        row.addWidget(self.batch)
        column = QVBoxLayout(part)
        column.setContentsMargins(SPACE_4, SPACE_2, SPACE_3, SPACE_2)
        column.addLayout(row)
        column.addWidget(self.told)
        self.told.hide()
        return part

    def _show(self) -> None:
        working = self.board.is_working
        for line in self.board.lines():
            self.rows[line.kind].show_line(line, is_working=working)
        self.batch.setEnabled(not working)
        if working:
            self.banner.hide()

    def _tell(self, text: str, is_good: bool) -> None:
        self.told.set(text, Tone.PASS if is_good else Tone.WARN)
        self.told.setVisible(bool(text))

    def _refuse(self, error: InspectorError, retry: Retry | None) -> None:
        step = _("另选") if retry else ""
        self.banner.say(self._desk.ask.explain(error), Tone.FAIL, step, retry)


def _padded(widget: QWidget) -> QWidget:
    holder = QWidget()
    row = QHBoxLayout(holder)
    row.setContentsMargins(SPACE_4, SPACE_3, SPACE_3, 0)
    row.addWidget(widget)
    return holder
