"""The dialog in which it is said how a bundle is sealed."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from inspector.core.bundles import BundleForm
from inspector.ui.kit.painting import Pen
from inspector.ui.kit.style.tokens import LARGE, SMALL, SPACE_2, SPACE_3, SPACE_4, SPACE_6, Tone
from inspector.ui.kit.touch import scrolled
from inspector.ui.kit.widgets.buttons import KeyButton, Kind
from inspector.ui.kit.widgets.chips import Segmented
from inspector.ui.kit.widgets.fields import ChoiceBox, FieldRow, line_edit, text_edit
from inspector.ui.kit.widgets.panels import Banner
from inspector.ui.kit.widgets.texts import Words
from inspector.ui.screens.archive.sealing.model import (
    Disc,
    Sealable,
    Shape,
    disc_choices,
    disc_line,
    gaps_line,
    part_bytes,
    shape_choices,
)
from inspector.words.language import _

_WIDTH, _FOOT, _ROOM_AROUND = 640, 68, 60
_PLAIN, _SM3 = "plain", "sm3"


class SealForm(QDialog):
    """As what a bundle is written, on which discs, and why where something is missing.

    Signals:
        wished(object): it is filled in (BundleForm).
        gaps_wanted(): the person wants to see what is missing.
    """

    wished = Signal(object)
    gaps_wanted = Signal()

    def __init__(self, one: Sealable, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("seal_form")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(_("封存归档包"))
        self._one = one
        self.shape = Segmented(shape_choices(), _("写成"))
        self.disc = ChoiceBox(disc_choices(), _("分盘"))
        self.own = line_edit("", _("每盘多少 MB"))
        self.own.setObjectName("own_size")
        self.sums = Segmented(((_PLAIN, "SHA-256"), (_SM3, _("SHA-256 和国密 SM3"))), _("校验清单"))
        self.reason = text_edit("", _("如：竣工图由城建档案馆另行接收"), lines=3)
        self.reason.setObjectName("gaps_reason")
        self._told = Words("", Pen(size=SMALL, tone=Tone.MUTED))
        self._own_row = FieldRow(_("每盘多少 MB"), self.own)
        self._reason_row = FieldRow(_("为什么仍要封存（写入归档包）"), self.reason)
        self.disc.chosen.connect(self._follow)
        self.own.textChanged.connect(self._follow)
        self._lay_out()
        self._follow()

    def _lay_out(self) -> None:
        content = QWidget()
        inside = QVBoxLayout(content)
        inside.setContentsMargins(SPACE_6, SPACE_4, SPACE_6, SPACE_2)
        inside.setSpacing(SPACE_2)
        heading = _("封存：{project}").format(project=self._one.project)
        inside.addWidget(Words(heading, Pen(size=LARGE, bold=True)))
        if self._one.needs_reason:
            self._add_gaps(inside)
        inside.addWidget(FieldRow(_("写成"), self.shape))
        inside.addWidget(FieldRow(_("分盘"), self.disc))
        inside.addWidget(self._own_row)
        inside.addWidget(self._told)
        inside.addWidget(FieldRow(_("校验清单"), self.sums))
        note = _("封存前不会改动任何记录。中途断电或被关闭的，再次封存到同一位置会接着写。")
        inside.addWidget(Words(note, Pen(size=SMALL, tone=Tone.MUTED)))
        inside.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(scrolled(content, heading), 1)
        column.addLayout(self._foot())
        self._content = content

    def _add_gaps(self, inside: QVBoxLayout) -> None:
        self.gaps = Banner()
        self.gaps.say(gaps_line(self._one.gaps), Tone.WARN, _("看清单"), self._look)
        inside.addWidget(self.gaps)
        inside.addWidget(self._reason_row)

    def _foot(self) -> QHBoxLayout:
        no = KeyButton(_("取消"), keys="Esc")
        no.setObjectName("seal_leave")
        no.clicked.connect(self.reject)
        yes = KeyButton(_("选位置并封存…"), keys="Ctrl+Enter", icon="seal", kind=Kind.PRIMARY)
        yes.setObjectName("seal_give")
        yes.setShortcut("Ctrl+Return")
        yes.clicked.connect(self._give)
        foot = QHBoxLayout()
        foot.setContentsMargins(SPACE_6, 0, SPACE_6, SPACE_3)
        foot.addStretch(1)
        foot.addWidget(no)
        foot.addWidget(yes)
        return foot

    def _look(self) -> None:
        self.reject()
        self.gaps_wanted.emit()

    def _follow(self) -> None:
        self._own_row.setVisible(self.disc.current() == Disc.OWN)
        self._own_row.clear_error()
        self._told.set(disc_line(self._one, self._size_so_far()))
        room = self.screen().availableGeometry().height() - _ROOM_AROUND
        self.resize(_WIDTH, min(self._content.sizeHint().height() + _FOOT, room))

    def _size_so_far(self) -> int | None:
        try:
            return part_bytes(self.disc.current(), self.own.text())
        except ValueError:
            return None

    def _give(self) -> None:
        self._own_row.clear_error()
        self._reason_row.clear_error()
        try:
            size = part_bytes(self.disc.current(), self.own.text())
        except ValueError:
            self._own_row.show_error(_("请写整数，至少 1（MB）。"))
            return
        reason = self.reason.toPlainText().strip()
        if self._one.needs_reason and not reason:
            self._reason_row.show_error(_("请写明理由，或先补齐缺少的材料。"))
            return
        self.accept()
        self.wished.emit(
            BundleForm(
                as_folder=self.shape.current() == Shape.FOLDER,
                part_bytes=size,
                with_sm3=self.sums.current() == _SM3,
                gaps_reason=reason if self._one.needs_reason else "",
            )
        )
