"""The pad over the whole screen: what is signed in large words, the paper, two large buttons."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from inspector.ui.kit.painting import Pen
from inspector.ui.kit.style.tokens import HUGE, LARGE, SPACE_2, SPACE_3, SPACE_4, TITLE, Tone
from inspector.ui.kit.widgets.buttons import KeyButton, Kind
from inspector.ui.kit.widgets.fields import line_edit
from inspector.ui.kit.widgets.inkpad import InkPad
from inspector.ui.kit.widgets.panels import Banner
from inspector.ui.kit.widgets.texts import ElidedLabel, Words
from inspector.ui.screens.acceptance.meeting.signing.model import PadText
from inspector.words.language import _


class PadWindow(QDialog):
    """One party signs; Esc leaves without a signature.

    Signals:
        finished_drawing(object, object, str): what was shown, the drawing, and who drew it.
    """

    finished_drawing = Signal(object, object, str)

    def __init__(self, text: PadText, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("pad_window")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setWindowTitle(_("签字"))
        self.text = text
        self.subject = ElidedLabel("", Pen(size=LARGE, tone=Tone.MUTED))
        self.verdict = Words("", Pen(size=HUGE, bold=True))
        self.unit = Words("", Pen(size=TITLE, bold=True))
        self.opinion = Words("", Pen(size=LARGE))
        self.code = Words("", Pen(size=LARGE, tone=Tone.MUTED))
        self.banner = Banner()
        self.pad = InkPad()
        self.signer: QLineEdit = line_edit(text.signer)
        self.signer.setObjectName("pad_signer")
        self.signer.setAccessibleName(_("签字人"))
        self.signer.setPlaceholderText(_("签字人姓名"))
        self.leave = KeyButton(_("不签"), keys="Esc", kind=Kind.QUIET, size=TITLE)
        self.clear = KeyButton(_("清除"), icon="trash", size=TITLE)
        self.keep = KeyButton(_("完成"), keys="Enter", kind=Kind.PRIMARY, size=TITLE)
        named = {"pad_leave": self.leave, "pad_clear": self.clear, "pad_done": self.keep}
        for name, button in named.items():
            button.setObjectName(name)
        self._lay_out()
        self._connect()
        self.show_text(text)

    def _lay_out(self) -> None:
        left = QVBoxLayout()
        left.setSpacing(0)
        left.addWidget(self.subject)
        left.addWidget(self.verdict)
        right = QVBoxLayout()
        right.setSpacing(0)
        right.addWidget(self.unit)
        right.addWidget(self.opinion)
        top = QHBoxLayout()
        top.setSpacing(SPACE_4)
        top.addLayout(left, 1)
        top.addLayout(right, 1)
        foot = QHBoxLayout()
        foot.setSpacing(SPACE_3)
        foot.addWidget(self.leave)
        foot.addWidget(self.code, 1)
        foot.addWidget(self.signer)
        foot.addWidget(self.clear)
        foot.addWidget(self.keep)
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE_4, SPACE_3, SPACE_4, SPACE_3)
        column.setSpacing(SPACE_2)
        column.addLayout(top)
        column.addWidget(self.banner)
        column.addWidget(self.pad, 1)
        column.addLayout(foot)

    def _connect(self) -> None:
        self.leave.clicked.connect(self.reject)
        self.clear.clicked.connect(self.pad.clear)
        self.keep.clicked.connect(self._finish)
        self.pad.changed.connect(self._follow_pad)

    def show_text(self, text: PadText) -> None:
        """Say what is signed; if that is something else than before, one begins anew."""
        if text.shown.sha256 != self.text.shown.sha256:
            self.pad.clear()
        self.text = text
        self.subject.set(text.subject)
        self.verdict.set(text.verdict)
        self.unit.set(text.unit)
        self.opinion.set(text.opinion)
        self.code.set(_("校验码 {code}").format(code=text.code))
        self._follow_pad()

    def refuse(self, sentence: str) -> None:
        """Say why nothing was kept."""
        self.banner.say(sentence, Tone.FAIL, "", None)

    def _follow_pad(self) -> None:
        drawn = not self.pad.is_blank()
        self.clear.setEnabled(drawn)
        self.keep.setEnabled(drawn)

    def _finish(self) -> None:
        signer = self.signer.text().strip()
        if not signer:
            self.refuse(_("请先写明签字人姓名。"))
            self.signer.setFocus()
            return
        self.banner.hide()
        self.finished_drawing.emit(self.text.shown, self.pad.ink(), signer)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Finish by Enter where there is something to keep."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            if self.keep.isEnabled():
                self._finish()
            return
        super().keyPressEvent(event)
