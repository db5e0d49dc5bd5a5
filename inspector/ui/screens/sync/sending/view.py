"""The page of sending: whom, what, how large; the foot writes it."""

from collections.abc import Iterable, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from inspector.ui.kit.painting import Mark, Pen
from inspector.ui.kit.sticks import Stick
from inspector.ui.kit.style.tokens import LARGE, SMALL, SPACE_2, Tone
from inspector.ui.kit.widgets.buttons import KeyButton, Kind
from inspector.ui.kit.widgets.chips import Chip, ChipSpec, Segmented
from inspector.ui.kit.widgets.flow import FlowLayout
from inspector.ui.kit.widgets.panels import Card
from inspector.ui.kit.widgets.texts import SectionLabel, Words, small
from inspector.ui.screens.sync.page.view import Marked, Page
from inspector.ui.screens.sync.sending.model import Named, Offer, Sum, Wish
from inspector.ui.screens.sync.sending.viewmodel import Written
from inspector.words.language import _
from inspector.words.sizes import size_text

ALL = ""
_MOST_STICKS = 2
_LONG = 16
_WITH, _WITHOUT = "photos", "thumbs"


class Picks(QWidget):
    """Chips of which several can be on; the first stands for all, and for none of the others.

    Signals:
        changed(): the person chose otherwise.
    """

    changed = Signal()

    def __init__(self, name: str, everything: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self._flow = FlowLayout(self, gap=SPACE_2, line_gap=0)
        self._everything = everything
        self._chips: dict[str, Chip] = {}
        self.show_choices(())

    def show_choices(self, choices: Sequence[Named]) -> None:
        """Offer these; what was chosen stays chosen while it is offered."""
        specs = {ALL: self._everything, **{one.id: one.name for one in choices}}
        if specs == {key: chip.spec.text for key, chip in self._chips.items()}:
            return
        before = self.chosen()
        for chip in self._chips.values():
            self._flow.removeWidget(chip)
            chip.hide()
            chip.deleteLater()
        self._chips = {key: self._chip(key, text) for key, text in specs.items()}
        self.choose(before)

    def chosen(self) -> frozenset[str]:
        """Give what is chosen; nothing where it is all."""
        return frozenset(key for key, chip in self._chips.items() if key and chip.isChecked())

    def choose(self, keys: Iterable[str]) -> None:
        """Choose these without telling."""
        wanted = set(keys) & set(self._chips) or {ALL}
        for key, chip in self._chips.items():
            chip.setChecked(key in wanted)

    def _chip(self, key: str, text: str) -> Chip:
        chip = Chip(ChipSpec(key=key or "all", text=text))
        chip.clicked.connect(partial(self._clicked, key))
        self._flow.addWidget(chip)
        return chip

    def _clicked(self, key: str) -> None:
        self.choose(self.chosen() if key else ())
        self.changed.emit()


def _short(name: str) -> str:
    """Keep the end of a long name: that of a folder says most there."""
    return name if len(name) <= _LONG else f"…{name[-_LONG:]}"


class WrittenCard(Card):
    """Says that everything is on the stick, and that it can be taken out."""

    def __init__(self) -> None:
        super().__init__(tone=Tone.PASS)
        self.setObjectName("written")
        self._lines = QVBoxLayout()
        head = _("已写好，并从盘上读回核对过，可以拔出 U 盘")
        self.column.addWidget(Words(head, Pen(size=LARGE, bold=True, tone=Tone.PASS)))
        self._where = small()
        self.column.addWidget(self._where)
        self._files = Words("", Pen(size=SMALL))
        self.column.addWidget(self._files)

    def show_written(self, written: Written | None) -> None:
        """Say what was written, or go away."""
        self.setVisible(written is not None)
        if written is not None:
            self._where.set(_("位置：{folder}").format(folder=written.folder))
            self._files.set("\n".join(written.lines))


class SendPage(Page):
    """What to send to whom.

    Signals:
        wished(): the person chose otherwise.
        send_wanted(object): write it into this folder; None: ask where.
    """

    wished = Signal()
    send_wanted = Signal(object)

    def __init__(self) -> None:
        super().__init__(_("发出"))
        self.written = WrittenCard()
        self.written.hide()
        self.whom = Picks(_("给谁"), _("任何电脑"))
        self.projects = Picks(_("项目"), _("全部项目"))
        self.photos = Segmented([(_WITH, _("带照片原件")), (_WITHOUT, _("只带缩略图"))], _("照片"))
        self._missing = Marked(Mark.WARN, "")
        self._sum = Words("", Pen(bold=True))
        self._closed = small()
        self._sticks = QWidget()
        self._buttons = QHBoxLayout(self._sticks)
        self._buttons.setContentsMargins(0, SPACE_2, 0, 0)
        self._buttons.addStretch(1)
        self._shown: list[Stick] | None = None
        self._can = False
        self._lay_out()
        for picks in (self.whom, self.projects):
            picks.changed.connect(self.wished)
        self.photos.chosen.connect(lambda _key: self.wished.emit())
        self.show_sticks([])

    def wish(self) -> Wish:
        """Give what is chosen."""
        return Wish(
            receivers=self.whom.chosen(),
            projects=self.projects.chosen(),
            photos=self.photos.current() == _WITH,
        )

    def show_offer(self, offer: Offer) -> None:
        """Offer these laptops and projects."""
        self.whom.show_choices(offer.receivers)
        self.projects.show_choices(offer.projects)
        waiting = _("有 {count} 项记录还没有送到任何一台电脑").format(count=offer.unsent)
        none = _("本机的记录都已有别的电脑收到")
        self.set_title(_("发出"), waiting if offer.unsent else none)

    def show_sum(self, found: Sum | None, *, is_working: bool) -> None:
        """Say what it comes to; while that is not known, nothing can be written."""
        counting = _("正在写入…") if is_working else _("正在计算大小…")
        self._sum.set(found.text if found else counting)
        self._closed.set(found.closed if found else "")
        self._closed.setVisible(found is not None)
        lacking = found.missing if found else 0
        text = _("另有 {count} 个照片或文件的原件不在本机，这次带不上。")
        self._missing.words.set(text.format(count=lacking))
        self._missing.setVisible(lacking > 0)
        self._can = found is not None and not is_working
        self._enable()

    def show_sticks(self, sticks: Sequence[Stick]) -> None:
        """Offer to write to what is plugged in."""
        writable = [one for one in sticks if not one.is_protected][:_MOST_STICKS]
        if writable == self._shown:
            return
        self._shown = writable
        for old in self._sticks.findChildren(KeyButton):
            self._buttons.removeWidget(old)
            old.hide()
            old.setParent(None)
            old.deleteLater()
        elsewhere = _("写到别处…") if writable else _("选择 U 盘或文件夹…")
        kind = Kind.PLAIN if writable else Kind.PRIMARY
        keys = "" if writable else "Ctrl+Enter"
        self._add(elsewhere, "send_elsewhere", None, kind, keys)
        for number, stick in reversed(list(enumerate(writable))):
            text = _("写到 {stick}（剩 {free}）").format(
                stick=_short(stick.name), free=size_text(stick.free)
            )
            first = number == 0
            kind, keys = (Kind.PRIMARY, "Ctrl+Enter") if first else (Kind.PLAIN, "")
            self._add(text, f"send_{number}", stick.path, kind, keys)
        self._enable()

    def send(self) -> None:
        """Write it where the primary button says."""
        if self._can:
            self.send_wanted.emit(self._shown[0].path if self._shown else None)

    def _add(self, text: str, name: str, path: Path | None, kind: Kind, keys: str) -> None:
        button = KeyButton(text, keys=keys, icon="export", kind=kind)
        button.setObjectName(name)
        button.clicked.connect(partial(self.send_wanted.emit, path))
        self._buttons.addWidget(button)

    def _enable(self) -> None:
        for button in self._sticks.findChildren(KeyButton):
            button.setEnabled(self._can)

    def _lay_out(self) -> None:
        anybody = _("没有登记过的电脑也能收；指定电脑时，只装它还没有的，小得多。")
        self.body.addWidget(self.written)
        for head, widget, hint in (
            (_("给谁"), self.whom, anybody),
            (_("照片"), self.photos, _("只带缩略图：记录齐全，照片只供辨认，小得多。")),
            (_("项目"), self.projects, ""),
        ):
            self.body.addSpacing(SPACE_2)
            self.body.addWidget(SectionLabel(head))
            self.body.addWidget(widget)
            if hint:
                self.body.addWidget(small(hint))
        self.body.addWidget(self._missing)
        self.body.addStretch(1)
        told = QVBoxLayout()
        told.setSpacing(0)
        told.addWidget(self._sum)
        told.addWidget(self._closed)
        told.addWidget(self._sticks)
        self.foot.addLayout(told, 1)
        self.show_foot()
