"""What a check found: one word, the figures, and every file with its state."""

from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import QGuiApplication, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from inspector.ui.kit.painting import Mark, Pen, draw_mark
from inspector.ui.kit.style.tokens import HUGE, SMALL, SPACE_2, SPACE_3, SPACE_4, Tone
from inspector.ui.kit.widgets.buttons import KeyButton
from inspector.ui.kit.widgets.chips import Segmented
from inspector.ui.kit.widgets.flow import FlowLayout
from inspector.ui.kit.widgets.panels import EmptyPanel, Ground
from inspector.ui.kit.widgets.texts import ElidedLabel, Words
from inspector.ui.screens.archive.result.files.view import FilesPage
from inspector.ui.screens.archive.result.model import Result
from inspector.ui.screens.archive.result.summary.view import SummaryPage
from inspector.words.language import _

_SIGN = 30
_FACTS, _FILES = "facts", "files"


class Sign(QWidget):
    """The mark beside the word, as large as the word."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._mark = Mark.PASS
        self.setFixedSize(_SIGN, _SIGN)

    def set_mark(self, mark: Mark) -> None:
        """Show another mark."""
        self._mark = mark
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint it from the tokens."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        draw_mark(painter, self._mark, QRectF(self.rect()).center(), _SIGN)


class ResultPane(QWidget):
    """Nothing checked yet, being checked, or what was found.

    Signals:
        wanted(): the person wants to choose a bundle.
        save_wanted(), repair_wanted(), restore_wanted(), register_wanted(), folder_wanted(): the
            acts on what was checked.
    """

    wanted = Signal()
    save_wanted = Signal()
    repair_wanted = Signal()
    restore_wanted = Signal()
    register_wanted = Signal()
    folder_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.result: Result | None = None
        self._empty = EmptyPanel(
            "archive",
            _("校验归档包"),
            _("把归档包（ZIP、文件夹或各部分）拖到窗口里，或选择文件。"),
            _("校验归档包…"),
            "Ctrl+O",
        )
        self._empty.asked.connect(self.wanted)
        self._stack = QStackedWidget()
        self._stack.addWidget(self._empty)
        self._stack.addWidget(self._found())
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._stack)

    def wait_for(self, name: str) -> None:
        """Say that a bundle is being checked."""
        self._empty.set(_("正在校验…"), name)
        self._stack.setCurrentIndex(0)

    def invite(self, name: str = "") -> None:
        """Say what belongs here; with a name, that letting go checks it."""
        if name:
            self._empty.set(_("松开即校验"), name)
            self._stack.setCurrentIndex(0)
            return
        self._empty.set(
            _("校验归档包"),
            _("把归档包（ZIP、文件夹或各部分）拖到窗口里，或选择文件。"),
            _("校验归档包…"),
        )
        self._stack.setCurrentIndex(1 if self.result else 0)

    def show_result(self, result: Result) -> None:
        """Show what was found."""
        self.result = result
        self._name.set(result.name)
        self._word.set(result.word, result.tone)
        self._sign.set_mark(Mark.PASS if result.is_sound else Mark.FAIL)
        self._sentence.set(result.sentence)
        self._record.set(result.record, result.record_tone)
        self._record.setVisible(bool(result.record))
        self.files.show_rows(result.rows)
        self.summary.show_result(result)
        self._repair.setVisible(not result.is_sound and len(result.check.found) == 1)
        self._restore.setVisible(result.is_sound)
        self._register.setVisible(result.is_sound)
        self.turn_to(_FACTS if result.is_sound else _FILES)
        self.invite()

    def turn_to(self, key: str) -> None:
        """Show the facts, or the files."""
        self.switch.choose(key)
        self._body.setCurrentIndex(0 if key == _FACTS else 1)

    def _found(self) -> QWidget:
        page = QWidget()
        self.summary = SummaryPage()
        self.files = FilesPage()
        self._body = QStackedWidget()
        self._body.addWidget(self.summary)
        self._body.addWidget(self.files)
        self.switch = Segmented(
            ((_FACTS, _("概要与校验值")), (_FILES, _("逐个文件"))), _("校验结果")
        )
        self.switch.setObjectName("result_switch")
        self.switch.chosen.connect(self.turn_to)
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(self._head())
        column.addWidget(self._body, 1)
        column.addWidget(self._foot())
        return page

    def _head(self) -> QVBoxLayout:
        self._name = ElidedLabel("", Pen(size=SMALL, tone=Tone.MUTED))
        self._sign = Sign()
        self._word = Words("", Pen(size=HUGE, bold=True))
        self._word.setObjectName("result_word")
        self._sentence = Words()
        self._sentence.setObjectName("result_sentence")
        self._record = Words("", Pen(bold=True))
        self._record.setObjectName("result_record")
        line = QHBoxLayout()
        line.setSpacing(SPACE_2)
        line.addWidget(self._sign)
        line.addWidget(self._word, 1)
        line.addWidget(self.switch)
        head = QVBoxLayout()
        head.setContentsMargins(SPACE_4, SPACE_3, SPACE_4, SPACE_2)
        head.setSpacing(2)
        head.addWidget(self._name)
        head.addLayout(line)
        head.addWidget(self._sentence)
        head.addWidget(self._record)
        return head

    def _foot(self) -> QWidget:
        foot = Ground(edges="top")
        self._save = _named(KeyButton(_("保存校验报告…")), "save_report")
        self._copy = _named(KeyButton(_("复制结果")), "copy_result")
        self._repair = _named(KeyButton(_("用另一份修复…")), "repair_bundle")
        self._restore = _named(KeyButton(_("恢复成工作区…")), "restore_bundle")
        self._register = _named(KeyButton(_("移交登记表…")), "hand_over")
        self._folder = _named(KeyButton(_("打开文件夹")), "open_checked")
        self._register.clicked.connect(self.register_wanted)
        self._folder.clicked.connect(self.folder_wanted)
        self._save.clicked.connect(self.save_wanted)
        self._copy.clicked.connect(self._copy_result)
        self._repair.clicked.connect(self.repair_wanted)
        self._restore.clicked.connect(self.restore_wanted)
        flow = FlowLayout(gap=SPACE_2, line_gap=0)
        acts = (self._repair, self._register, self._folder, self._save, self._copy, self._restore)
        for button in acts:
            flow.addWidget(button)
        column = QVBoxLayout(foot)
        column.setContentsMargins(SPACE_4 - 2, SPACE_2, SPACE_3, SPACE_2)
        column.addLayout(flow)
        return foot

    def _copy_result(self) -> None:
        if self.result is not None:
            QGuiApplication.clipboard().setText(self.result.report())


def _named(button: KeyButton, name: str) -> KeyButton:
    button.setObjectName(name)
    return button
