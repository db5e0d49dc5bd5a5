"""The dialog in which a report is signed with a certificate."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QDialog, QGridLayout, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from inspector.core.errors import InspectorError
from inspector.core.issued import IssuedReport
from inspector.ui.kit.desk import Desk
from inspector.ui.kit.painting import Pen
from inspector.ui.kit.style.tokens import LARGE, SMALL, SPACE_2, SPACE_3, SPACE_4, SPACE_6, Tone
from inspector.ui.kit.touch import scrolled
from inspector.ui.kit.widgets.buttons import KeyButton, Kind
from inspector.ui.kit.widgets.fields import ChoiceBox, FieldRow, line_edit
from inspector.ui.kit.widgets.lines import LineList
from inspector.ui.kit.widgets.panels import Banner
from inspector.ui.kit.widgets.texts import Words
from inspector.ui.screens.acceptance.meeting.sheet.view import Choose, FileField
from inspector.ui.screens.acceptance.sealing.model import (
    Sealable,
    SealWish,
    heading,
    party_choices,
    seal_lines,
)
from inspector.ui.screens.acceptance.sealing.viewmodel import SealingBoard
from inspector.words.language import _
from inspector.words.records import field_name

_WIDTH, _FOOT, _ROOM_AROUND = 680, 64, 60


class SealDialog(QDialog):
    """Who signs for which party, with which certificate.

    Without a certificate of one's own, and with none chosen, one is made from name and unit.

    Signals:
        wished(object): it is filled in (SealWish).
    """

    wished = Signal(object)

    def __init__(self, one: Sealable, board: SealingBoard, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("seal_dialog")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(_("证书签名"))
        self._one = one
        self.refusal = Banner()
        self.lines = LineList("seal")
        self.lines.show_lines(seal_lines(one))
        self.party = ChoiceBox()
        self.party.set_choices(party_choices(one))
        before = one.own.name if one.own else _("没有，将按下面制作")
        self.file = FileField("choose_certificate", before, self._chooser(board))
        self.holder = _line("seal_holder")
        self.unit = _line("seal_unit")
        self.phrase = _secret("seal_passphrase")
        self.again = _secret("seal_again")
        self._make_rows()
        self._lay_out()
        self._follow()

    def _chooser(self, board: SealingBoard) -> Choose:
        def choose(take: Callable[[Path], object]) -> None:
            def taken(path: Path) -> None:
                take(path)
                self._follow()

            board.choose_certificate(taken)

        return choose

    def _make_rows(self) -> None:
        self._party_row = FieldRow(_("签名单位"), self.party)
        self._file_row = FieldRow(_("证书文件"), self.file)
        self._holder_row = FieldRow(field_name("signer"), self.holder)
        self._unit_row = FieldRow(field_name("unit"), self.unit)
        self._phrase_row = FieldRow(_("证书的口令"), self.phrase)
        self._again_row = FieldRow(_("再输一次口令"), self.again)

    def _lay_out(self) -> None:
        content = QWidget()
        inside = QVBoxLayout(content)
        inside.setContentsMargins(SPACE_6, SPACE_4, SPACE_6, SPACE_2)
        inside.setSpacing(SPACE_2)
        inside.addWidget(Words(heading(self._one), Pen(size=LARGE, bold=True)))
        inside.addWidget(self.refusal)
        inside.addWidget(self.lines)
        grid = QGridLayout()
        grid.setHorizontalSpacing(SPACE_4)
        rows = (self._party_row, self._file_row, self._holder_row, self._unit_row)
        for at, row in enumerate((*rows, self._phrase_row, self._again_row)):
            grid.addWidget(row, at // 2, at % 2)
            grid.setColumnStretch(at % 2, 1)
        inside.addLayout(grid)
        note = _("自制证书证明内容未改、由该密钥签名，不是可靠电子签名；口令遗失不能找回。")
        inside.addWidget(Words(note, Pen(size=SMALL, tone=Tone.MUTED)))
        inside.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(scrolled(content, heading(self._one)), 1)
        column.addLayout(self._foot())
        room = self.screen().availableGeometry().height() - _ROOM_AROUND
        self.resize(_WIDTH, min(content.sizeHint().height() + _FOOT, room))

    def _foot(self) -> QHBoxLayout:
        no = KeyButton(_("取消"), keys="Esc")
        no.setObjectName("seal_leave")
        no.clicked.connect(self.reject)
        yes = KeyButton(_("签名并另存…"), keys="Enter", icon="seal", kind=Kind.PRIMARY)
        yes.setObjectName("seal_give")
        yes.clicked.connect(self._give)
        for editor in (self.holder, self.unit, self.phrase, self.again):
            editor.returnPressed.connect(self._give)
        foot = QHBoxLayout()
        foot.setContentsMargins(SPACE_6, 0, SPACE_6, SPACE_3)
        foot.addStretch(1)
        foot.addWidget(no)
        foot.addWidget(yes)
        return foot

    def _makes_one(self) -> bool:
        return self._one.own is None and self.file.path is None

    def _follow(self) -> None:
        for row in (self._holder_row, self._unit_row, self._again_row):
            row.setVisible(self._makes_one())

    def refuse(self, sentence: str) -> None:
        """Say why nothing was signed; what was typed stays."""
        self.refusal.say(sentence, Tone.FAIL)

    def _give(self) -> None:
        self.refusal.hide()
        for row in (self._holder_row, self._unit_row, self._phrase_row, self._again_row):
            row.clear_error()
        if self._is_filled():
            self.wished.emit(
                SealWish(
                    party_id=self.party.current(),
                    passphrase=self.phrase.text(),
                    certificate=self.file.path,
                    holder=self.holder.text(),
                    unit=self.unit.text(),
                )
            )

    def _is_filled(self) -> bool:
        owed = [(self._phrase_row, self.phrase)]
        if self._makes_one():
            owed = [(self._holder_row, self.holder), (self._unit_row, self.unit), *owed]
        for row, editor in owed:
            if not editor.text().strip():
                row.show_error(_("请填写内容。"))
                return False
        if self._makes_one() and self.again.text() != self.phrase.text():
            self._again_row.show_error(_("两次口令不一样。"))
            return False
        return True


class SealingFlow(QObject):
    """From the press beside a report to the signed file, over a screen."""

    def __init__(self, desk: Desk, screen: QWidget) -> None:
        super().__init__(screen)
        self._desk, self._screen = desk, screen
        self.dialog: SealDialog | None = None
        self.board = SealingBoard(desk, self)
        self.board.ready.connect(self._open)
        self.board.sealed.connect(self._told)
        self.board.refused.connect(self._refuse)

    def begin(self, report: IssuedReport) -> None:
        """Sign this report."""
        if self.dialog is None:
            self.board.begin(report)

    def _open(self, one: Sealable) -> None:
        dialog = SealDialog(one, self.board, self._screen.window())
        dialog.wished.connect(lambda wish: self.board.seal(one, wish))
        dialog.finished.connect(self._closed)
        self.dialog = dialog
        dialog.open()

    def _closed(self) -> None:
        self.dialog = None

    def _told(self, path: Path) -> None:
        if self.dialog is not None:
            self.dialog.accept()
        self._desk.toast(_("已签名：{name}").format(name=path.name))

    def _refuse(self, error: InspectorError) -> None:
        if self.dialog is not None:
            self.dialog.refuse(self._desk.ask.explain(error))


def _line(name: str) -> QLineEdit:
    editor = line_edit("")
    editor.setObjectName(name)
    return editor


def _secret(name: str) -> QLineEdit:
    editor = _line(name)
    editor.setEchoMode(QLineEdit.EchoMode.Password)
    return editor
