"""What a check found: one word, the figures, and every fault in a sentence."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QGuiApplication, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from inspector.ui.kit.icons import draw_icon
from inspector.ui.kit.paged import PagedListModel
from inspector.ui.kit.painting import Mark, Pen, draw_mark
from inspector.ui.kit.rows import RowDelegate, RowList
from inspector.ui.kit.style.look import font, tokens
from inspector.ui.kit.style.tokens import BASE, HUGE, SMALL, SPACE_2, SPACE_3, SPACE_4, Tone
from inspector.ui.kit.touch import scrolled
from inspector.ui.kit.widgets.buttons import KeyButton
from inspector.ui.kit.widgets.panels import EmptyPanel
from inspector.ui.kit.widgets.texts import ElidedLabel, Pairs, SectionLabel, Words, small
from inspector.ui.screens.archive.result.model import FaultRow, Result, hash_lines
from inspector.words.language import _

_HEIGHT = 60
_SIGN = 30


class FaultDelegate(RowDelegate[FaultRow]):
    """A sentence on two lines, behind a cross."""

    def paint_row(self, painter: QPainter, area: QRectF, row: FaultRow, *, chosen: bool) -> None:
        """Paint the row's words."""
        del chosen
        now = tokens()
        draw_icon(painter, "cross", QRectF(area.x(), area.y() + 12, 16, 16), now.failed)
        room = area.adjusted(28, 8, 0, -8)
        written = font(BASE)
        shown = QFontMetrics(written).elidedText(
            row.text, Qt.TextElideMode.ElideRight, int(room.width() * 2 - 60)
        )
        painter.setFont(written)
        painter.setPen(QColor(now.text))
        flags = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop
        painter.drawText(room, flags | Qt.TextFlag.TextWordWrap, shown)


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


class SoundPage(QWidget):
    """The facts of a sound bundle: what it says of itself, and its hash."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        content = QWidget()
        self._pairs = Pairs()
        self._hash = Words()
        self._hash.setObjectName("tag_manifest_hash")
        self._copy = KeyButton(_("复制校验值"))
        self._copy.setObjectName("copy_hash")
        self._copy.clicked.connect(self._copy_hash)
        self._remarks = small()
        self._sha256 = ""
        inside = QVBoxLayout(content)
        inside.setContentsMargins(SPACE_4, 0, SPACE_4, SPACE_3)
        inside.setSpacing(SPACE_2)
        inside.addWidget(self._pairs)
        inside.addWidget(SectionLabel(_("标签清单的 SHA-256（抄在移交书上，可核对整包）")))
        row = QHBoxLayout()
        row.addWidget(self._hash, 1)
        row.addWidget(self._copy)
        inside.addLayout(row)
        inside.addWidget(self._remarks)
        inside.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(scrolled(content, _("核验结果")))

    def show_result(self, result: Result) -> None:
        """Show the facts."""
        self._pairs.set(result.facts)
        self._sha256 = result.sha256
        self._hash.set(hash_lines(result.sha256))
        self._remarks.set("\n".join(result.remarks))
        self._remarks.setVisible(bool(result.remarks))

    def _copy_hash(self) -> None:
        QGuiApplication.clipboard().setText(self._sha256)


class ResultPane(QWidget):
    """Nothing checked yet, being checked, or what was found.

    Signals:
        wanted(): the person wants to choose a bundle.
    """

    wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.result: Result | None = None
        self._faults: Sequence[FaultRow] = ()
        self.model = PagedListModel[FaultRow](self._page, say=lambda row: row.whole)
        self.model.setParent(self)
        self._empty = EmptyPanel(
            "archive",
            _("核验归档包"),
            _("把归档包（ZIP 文件或文件夹）拖到这里，或选择一个文件。"),
            _("核验归档包…"),
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
        self._empty.set(_("正在核验…"), name)
        self._stack.setCurrentIndex(0)

    def invite(self, name: str = "") -> None:
        """Say what belongs here; with a name, that letting go checks it."""
        if name:
            self._empty.set(_("松开即核验"), name)
            self._stack.setCurrentIndex(0)
            return
        self._empty.set(
            _("核验归档包"),
            _("把归档包（ZIP 文件或文件夹）拖到这里，或选择一个文件。"),
            _("核验归档包…"),
        )
        self._stack.setCurrentIndex(1 if self.result else 0)

    def show_result(self, result: Result) -> None:
        """Show what was found."""
        self.result = result
        self._name.set(result.path.name)
        self._word.set(result.word, result.tone)
        self._sign.set_mark(Mark.PASS if result.is_sound else Mark.FAIL)
        self._sentence.set(result.sentence)
        self._record.set(result.record, result.record_tone)
        self._record.setVisible(bool(result.record))
        self._faults = result.faults
        self.model.show_ids([])
        self.model.show_ids([str(number) for number in range(len(result.faults))])
        self._sound.show_result(result)
        self._body.setCurrentIndex(0 if result.is_sound else 1)
        self.invite()

    def _found(self) -> QWidget:
        page = QWidget()
        self._sound = SoundPage()
        self.faults = RowList(_("发现的问题"), FaultDelegate(_HEIGHT, margin=16))
        self.faults.setObjectName("faults")
        self.faults.setModel(self.model)
        self._body = QStackedWidget()
        self._body.addWidget(self._sound)
        self._body.addWidget(self.faults)
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(self._head())
        column.addWidget(self._body, 1)
        return page

    def _head(self) -> QVBoxLayout:
        self._name = ElidedLabel("", Pen(size=SMALL, tone=Tone.MUTED))
        self._sign = Sign()
        self._word = Words("", Pen(size=HUGE, bold=True))
        self._word.setObjectName("result_word")
        self._copy = KeyButton(_("复制结果"))
        self._copy.setObjectName("copy_result")
        self._copy.clicked.connect(self._copy_result)
        self._sentence = Words()
        self._sentence.setObjectName("result_sentence")
        self._record = Words("", Pen(bold=True))
        self._record.setObjectName("result_record")
        line = QHBoxLayout()
        line.setSpacing(SPACE_2)
        line.addWidget(self._sign)
        line.addWidget(self._word, 1)
        line.addWidget(self._copy)
        head = QVBoxLayout()
        head.setContentsMargins(SPACE_4, SPACE_3, SPACE_4, SPACE_2)
        head.setSpacing(2)
        head.addWidget(self._name)
        head.addLayout(line)
        head.addWidget(self._sentence)
        head.addWidget(self._record)
        return head

    def _copy_result(self) -> None:
        if self.result is not None:
            QGuiApplication.clipboard().setText(self.result.report())

    def _page(self, ids: Sequence[str]) -> Mapping[str, FaultRow]:
        return {one: self._faults[int(one)] for one in ids}
