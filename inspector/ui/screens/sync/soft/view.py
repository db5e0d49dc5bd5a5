"""The page of what wants a look: nothing here must be settled, each line leads to its record."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout

from inspector.core.soft import SoftConflict
from inspector.ui.kit.painting import Pen
from inspector.ui.kit.widgets.buttons import KeyButton
from inspector.ui.kit.widgets.panels import Card, EmptyPanel
from inspector.ui.kit.widgets.texts import Words, small
from inspector.ui.screens.sync.page.view import Page, Stacked
from inspector.words.conflicts import soft_sentence
from inspector.words.language import _

MOST = 100
"""How many records are listed."""


class SoftCard(Card):
    """A record that wants a look.

    Signals:
        opened(): show it.
    """

    opened = Signal()

    def __init__(self, soft: SoftConflict, text: str, *, leads: bool) -> None:
        super().__init__()
        self.soft, self.text = soft, text
        self.column.addWidget(Words(soft.title, Pen(bold=True)))
        row = QHBoxLayout()
        row.addWidget(Words(text), 1)
        if leads:
            show = KeyButton(_("打开记录"))
            show.setObjectName(f"look_{soft.row}")
            show.clicked.connect(self.opened)
            row.addWidget(show)
        self.column.addLayout(row)


class SoftPage(Page):
    """All that wants a look.

    Signals:
        opened(object): show the record (SoftConflict).
    """

    opened = Signal(object)

    def __init__(self) -> None:
        super().__init__(_("值得看一眼"))
        self._list = Stacked()
        self._more = small()
        self._empty = EmptyPanel(
            "check",
            _("没有要看的"),
            _("几台电脑的记录合在一起后，同号的、所指已删的、各改了一部分的，会列在这里。"),
        )
        for widget in (self._list, self._more):
            self.body.addWidget(widget)
        self.body.addWidget(self._empty, 1)
        self.body.addStretch(0)

    def show_records(self, found: Sequence[SoftConflict], leads: frozenset[str]) -> None:
        """List these."""
        cards = []
        for soft in found[:MOST]:
            card = SoftCard(soft, soft_sentence(soft), leads=soft.table in leads)
            card.opened.connect(partial(self.opened.emit, soft))
            cards.append(card)
        self._list.show_parts([*cards])
        hidden = len(found) - len(cards)
        self._more.set(_("另有 {count} 处").format(count=hidden))
        self._more.setVisible(hidden > 0)
        self._empty.setVisible(not found)
        remark = _("都已收入，不必裁定；看一眼是否合适") if found else ""
        self.set_title(_("值得看一眼"), remark)

    def texts(self) -> list[str]:
        """Give what is shown."""
        return [part.text for part in self._list.parts() if isinstance(part, SoftCard)]
