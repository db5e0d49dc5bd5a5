"""The dialog in which it is said how a bundle is sealed."""

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from inspector.core.bundles import BundleForm, BundleSigner
from inspector.ui.kit.painting import Pen
from inspector.ui.kit.style.tokens import LARGE, SMALL, SPACE_2, SPACE_3, SPACE_4, SPACE_6, Tone
from inspector.ui.kit.touch import scrolled
from inspector.ui.kit.widgets.buttons import KeyButton, Kind
from inspector.ui.kit.widgets.chips import Segmented
from inspector.ui.kit.widgets.fields import ChoiceBox, FieldRow, line_edit, text_edit
from inspector.ui.kit.widgets.panels import Banner
from inspector.ui.kit.widgets.texts import Words
from inspector.ui.screens.archive.public.view import PublicPart
from inspector.ui.screens.archive.sealing.model import (
    Disc,
    Purpose,
    Sealable,
    SealWish,
    Shape,
    Signer,
    disc_choices,
    disc_line,
    gaps_line,
    part_bytes,
    purpose_choices,
    shape_choices,
    signer_choices,
)
from inspector.words.language import _

_WIDTH, _FOOT, _ROOM_AROUND = 640, 68, 60
_PLAIN, _SM3 = "plain", "sm3"


class SealForm(QDialog):
    """What is made, as what, on which discs, signed by whom, and why where something is missing.

    It stays open until what was filled in is found usable.

    Signals:
        wished(object): it is filled in (SealWish).
        gaps_wanted(): the person wants to see what is missing.
        certificate_wanted(): the person wants to choose a certificate's file.
        photos_wanted(): the person wants to look at the photos before they are published.
    """

    wished = Signal(object)
    gaps_wanted = Signal()
    certificate_wanted = Signal()
    photos_wanted = Signal()

    def __init__(self, one: Sealable, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("seal_form")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(_("封存归档包"))
        self._one = one
        self._file: Path | None = None
        self.refusal = Banner()
        self._make_editors()
        self._make_rows()
        self._lay_out()
        self._connect()
        self._follow()

    def _make_editors(self) -> None:
        one = self._one
        self.purpose = Segmented(purpose_choices(), _("做什么"))
        self.public = PublicPart(one.publishable)
        self.signer = ChoiceBox(signer_choices(one), _("证书签名"))
        self.phrase = line_edit("")
        self.phrase.setObjectName("seal_passphrase")
        self.phrase.setEchoMode(QLineEdit.EchoMode.Password)
        self.shape = Segmented(shape_choices(), _("写成"))
        self.disc = ChoiceBox(disc_choices(), _("分盘"))
        self.own = line_edit("", _("每盘多少 MB"))
        self.own.setObjectName("own_size")
        self.sums = Segmented(((_PLAIN, "SHA-256"), (_SM3, _("SHA-256 和国密 SM3"))), _("校验清单"))
        self.reason = text_edit("", _("如：竣工图由城建档案馆另行接收"), lines=3)
        self.reason.setObjectName("gaps_reason")
        self._told = Words("", Pen(size=SMALL, tone=Tone.MUTED))

    def _make_rows(self) -> None:
        self._own_row = FieldRow(_("每盘多少 MB"), self.own)
        self._reason_row = FieldRow(_("为什么仍要封存（写入归档包）"), self.reason)
        self._phrase_row = FieldRow(_("证书的口令"), self.phrase)
        self._signer_row = FieldRow(_("证书签名"), self.signer)
        self._sums_row = FieldRow(_("校验清单"), self.sums)

    def _connect(self) -> None:
        self.purpose.chosen.connect(self._follow)
        self.public.photos_wanted.connect(self._look_at_photos)
        self.signer.chosen.connect(self._choose_signer)
        self.disc.chosen.connect(self._follow)
        self.own.textChanged.connect(self._follow)

    def _lay_out(self) -> None:
        content = QWidget()
        inside = QVBoxLayout(content)
        inside.setContentsMargins(SPACE_6, SPACE_4, SPACE_6, SPACE_2)
        inside.setSpacing(SPACE_2)
        heading = _("封存：{project}").format(project=self._one.project)
        inside.addWidget(Words(heading, Pen(size=LARGE, bold=True)))
        inside.addWidget(self.refusal)
        inside.addWidget(self.purpose)
        inside.addWidget(self.public)
        self.gaps = Banner()
        inside.addWidget(self.gaps)
        inside.addWidget(self._reason_row)
        inside.addLayout(_beside(FieldRow(_("写成"), self.shape), FieldRow(_("分盘"), self.disc)))
        inside.addWidget(self._own_row)
        inside.addWidget(self._told)
        inside.addLayout(_beside(self._sums_row, self._signer_row))
        inside.addWidget(self._phrase_row)
        note = _("封存前不会改动任何记录。中途断电或被关闭的，再次封存到同一位置会接着写。")
        inside.addWidget(Words(note, Pen(size=SMALL, tone=Tone.MUTED)))
        inside.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(scrolled(content, heading), 1)
        column.addLayout(self._foot())
        self._content = content

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

    def _look_at_photos(self) -> None:
        self.reject()
        self.photos_wanted.emit()

    def take_certificate(self, path: Path) -> None:
        """Sign with this file."""
        self._file = path
        self._follow()

    def refuse(self, sentence: str) -> None:
        """Say why it is not sealed so; what was filled in stays."""
        self.refusal.say(sentence, Tone.FAIL)

    def is_public(self) -> bool:
        """Tell whether a copy without personal data is wanted."""
        return self.purpose.current() == Purpose.PUBLIC

    def _choose_signer(self, key: str) -> None:
        if key == Signer.FILE:
            self.certificate_wanted.emit()
        self._follow()

    def _follow(self) -> None:
        is_public = self.is_public()
        owes = self._one.needs_reason and not is_public
        self._reason_row.setVisible(owes)
        self.gaps.setVisible(owes)
        if owes:
            self.gaps.say(gaps_line(self._one.gaps), Tone.WARN, _("看清单"), self._look)
        self.public.setVisible(is_public)
        self._signer_row.setVisible(not is_public)
        self._sums_row.setVisible(not is_public)
        self._phrase_row.setVisible(not is_public and self.signer.current() != Signer.NONE)
        self._phrase_row.set_hint(self._file.name if self._file and self._takes_file() else "")
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
        for row in (self._own_row, self._reason_row, self._phrase_row):
            row.clear_error()
        try:
            size = part_bytes(self.disc.current(), self.own.text())
        except ValueError:
            self._own_row.show_error(_("请写整数，至少 1（MB）。"))
            return
        if self._is_filled():
            self.refusal.hide()
            self.wished.emit(self._wish(size))

    def _is_filled(self) -> bool:
        if self.is_public():
            return True
        if self._one.needs_reason and not self._reason():
            self._reason_row.show_error(_("请写明理由，或先补齐缺少的材料。"))
            return False
        if self._takes_file() and self._file is None:
            self._phrase_row.show_error(_("请选择证书文件。"))
            self.certificate_wanted.emit()
            return False
        if self.signer.current() != Signer.NONE and not self.phrase.text():
            self._phrase_row.show_error(_("请填写内容。"))
            return False
        return True

    def _wish(self, size: int | None) -> SealWish:
        as_folder = self.shape.current() == Shape.FOLDER
        if self.is_public():
            return SealWish(
                form=BundleForm(as_folder=as_folder, part_bytes=size),
                purpose=Purpose.PUBLIC,
                leave_unreviewed=self.public.leaves_unreviewed(),
                released=self.public.released(),
            )
        form = BundleForm(
            as_folder=as_folder,
            part_bytes=size,
            with_sm3=self.sums.current() == _SM3,
            signer=self._signer(),
            gaps_reason=self._reason() if self._one.needs_reason else "",
        )
        return SealWish(form=form)

    def _signer(self) -> BundleSigner | None:
        path = self._file if self._takes_file() else self._one.own
        if self.signer.current() == Signer.NONE or path is None:
            return None
        return BundleSigner(certificate=path, passphrase=self.phrase.text())

    def _takes_file(self) -> bool:
        return self.signer.current() == Signer.FILE

    def _reason(self) -> str:
        return self.reason.toPlainText().strip()


def _beside(*rows: QWidget) -> QHBoxLayout:
    line = QHBoxLayout()
    line.setSpacing(SPACE_4)
    for row in rows:
        line.addWidget(row, 1)
    return line
