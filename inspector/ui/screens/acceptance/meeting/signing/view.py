"""The parties below each other, each with how far its signature is."""

import math

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from inspector.core.errors import InspectorError
from inspector.core.ink import Ink
from inspector.core.signatures import Shown
from inspector.ui.kit.ask import TextQuestion
from inspector.ui.kit.desk import Desk
from inspector.ui.kit.painting import Pen
from inspector.ui.kit.style.tokens import LARGE, SMALL, SPACE_2, SPACE_4, SPACE_6, Tone
from inspector.ui.kit.touch import scrolled
from inspector.ui.kit.widgets.buttons import KeyButton, Kind
from inspector.ui.kit.widgets.panels import Banner
from inspector.ui.kit.widgets.texts import ElidedLabel, Words
from inspector.ui.screens.acceptance.meeting.signing.model import (
    SignerRow,
    can_sign,
    heading,
    pad_text,
    progress,
    signer_rows,
)
from inspector.ui.screens.acceptance.meeting.signing.pad.view import PadWindow
from inspector.ui.screens.acceptance.meeting.signing.viewmodel import SigningBoard
from inspector.words.language import _

_ONE_COLUMN = 6
"""How many parties stand below each other before they take two columns."""


class SignerLine(QWidget):
    """One party.

    Signals:
        sign_wanted(str): the party would sign.
        withdraw_wanted(str): its signature shall be taken back.
    """

    sign_wanted = Signal(str)
    withdraw_wanted = Signal(str)

    def __init__(self, row: SignerRow) -> None:
        super().__init__()
        self.row = row
        self.unit = ElidedLabel("", Pen(size=LARGE, bold=True))
        self.under = ElidedLabel("", Pen(size=SMALL, tone=Tone.MUTED))
        self.state = ElidedLabel("", Pen(size=SMALL, bold=True))
        self.state.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.withdraw = KeyButton(_("撤回签名"), kind=Kind.QUIET)
        self.withdraw.setObjectName(f"withdraw_{row.party_id}")
        self.sign = KeyButton(_("签字"), icon="pen", kind=Kind.PRIMARY)
        self.sign.setObjectName(f"sign_{row.party_id}")
        self.sign.clicked.connect(lambda: self.sign_wanted.emit(self.row.party_id))
        self.withdraw.clicked.connect(lambda: self.withdraw_wanted.emit(self.row.signature_id))
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self.unit)
        below = QHBoxLayout()
        below.setSpacing(SPACE_2)
        below.addWidget(self.state)
        below.addWidget(self.under, 1)
        words.addLayout(below)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(SPACE_2)
        line.addLayout(words, 1)
        line.addWidget(self.withdraw)
        line.addWidget(self.sign)
        self.show_row(row)

    def show_row(self, row: SignerRow) -> None:
        """Show how the party stands."""
        self.row = row
        self.unit.set(row.unit)
        self.state.set(row.state, row.tone)
        self.under.set(row.under)
        self.withdraw.setVisible(bool(row.signature_id))
        self.sign.setVisible(row.may_sign)


class SignPage(QWidget):
    """The step of signing.

    Signals:
        scan_wanted(): a page that was signed on paper shall be taken in.
    """

    scan_wanted = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.board = SigningBoard(desk, self)
        self.pad: PadWindow | None = None
        self._lines: dict[str, SignerLine] = {}
        self.heading = Words("", Pen(size=LARGE, bold=True))
        self.heading.setObjectName("sign_heading")
        self.progress = Words("", Pen(size=LARGE, tone=Tone.MUTED))
        self.progress.setWordWrap(False)
        self.scan = KeyButton(_("收入签字页扫描件…"), icon="import", size=LARGE)
        self.scan.setObjectName("take_scan")
        self.banner = Banner()
        self._lay_out()
        self.scan.clicked.connect(self.scan_wanted)
        self.board.changed.connect(self._show)
        self.board.signed.connect(self._signed)
        self.board.refused.connect(self._refuse)

    def _lay_out(self) -> None:
        content = QWidget()
        self.grid = QGridLayout()
        self.grid.setHorizontalSpacing(SPACE_6)
        self.grid.setVerticalSpacing(0)
        self.grid.setColumnStretch(0, 1)
        self.grid.setColumnStretch(1, 1)
        inside = QVBoxLayout(content)
        inside.setContentsMargins(SPACE_4, 0, SPACE_4, SPACE_2)
        inside.addLayout(self.grid)
        inside.addStretch(1)
        top = QHBoxLayout()
        top.setContentsMargins(SPACE_4, SPACE_2, SPACE_4, 0)
        top.setSpacing(SPACE_4)
        top.addWidget(self.heading, 1)
        top.addWidget(self.progress)
        top.addWidget(self.scan)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(top)
        column.addWidget(self.banner)
        column.addWidget(scrolled(content, _("签字")), 1)

    def show_meeting(self, meeting_id: str) -> None:
        """Read the signatures of a meeting and show them."""
        self.board.show_meeting(meeting_id)

    def _show(self) -> None:
        signing = self.board.signing
        rows = signer_rows(signing) if signing else []
        self.heading.set(heading(signing) if signing else _("正在读取…"))
        self.progress.set(progress(signing) if signing else "")
        self.scan.setEnabled(signing is not None and can_sign(signing))
        self._show_rows(rows)
        if self.pad is not None and signing is not None:
            self.pad.show_text(pad_text(signing, self.pad.text.party_id))

    def _show_rows(self, rows: list[SignerRow]) -> None:
        for gone in set(self._lines) - {row.party_id for row in rows}:
            line = self._lines.pop(gone)
            line.hide()
            line.deleteLater()
        columns = 1 if len(rows) <= _ONE_COLUMN else 2
        high = math.ceil(len(rows) / columns)
        for at, row in enumerate(rows):
            if row.party_id not in self._lines:
                self._lines[row.party_id] = self._line(row)
            line = self._lines[row.party_id]
            line.show_row(row)
            self.grid.addWidget(line, at % high, at // high)

    def _line(self, row: SignerRow) -> SignerLine:
        line = SignerLine(row)
        line.sign_wanted.connect(self.open_pad)
        line.withdraw_wanted.connect(self._ask_reason)
        return line

    # -- the pad ------------------------------------------------------------------------------

    def open_pad(self, party_id: str) -> None:
        """Let a party sign over the whole screen."""
        signing = self.board.signing
        if signing is None or self.pad is not None:
            return
        self.banner.hide()
        self.pad = PadWindow(pad_text(signing, party_id), self.window())
        self.pad.finished_drawing.connect(self._keep)
        self.pad.finished.connect(self._closed)
        self.pad.showFullScreen()

    def _keep(self, shown: Shown, ink: Ink, signer: str) -> None:
        if self.pad is not None:
            self.board.sign(self.pad.text.party_id, shown, ink, signer)

    def _signed(self, party_id: str) -> None:
        if self.pad is not None and self.pad.text.party_id == party_id:
            self.pad.accept()

    def _closed(self) -> None:
        self.pad = None

    def _refuse(self, error: InspectorError) -> None:
        sentence = self._desk.ask.explain(error)
        if self.pad is not None:
            self.pad.refuse(sentence)
        else:
            self.banner.say(sentence, Tone.FAIL, "", None)

    # -- taking back --------------------------------------------------------------------------

    def _ask_reason(self, signature_id: str) -> None:
        question = TextQuestion(title=_("撤回签名"), label=_("理由"), yes=_("撤回签名"))
        self._desk.ask.text(question, lambda reason: self.board.withdraw(signature_id, reason))
