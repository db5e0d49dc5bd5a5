"""Sending: the page over its board."""

from collections.abc import Iterable
from pathlib import Path

from PySide6.QtCore import QObject

from inspector.ui.kit.ask import FileQuestion
from inspector.ui.kit.desk import Desk
from inspector.ui.kit.style.tokens import Tone
from inspector.ui.screens.sync.sending.view import SendPage
from inspector.ui.screens.sync.sending.viewmodel import SendBoard
from inspector.words.language import _


class Sender(QObject):
    """Shows what can be sent to whom, how large it is, and writes it."""

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._wanted: frozenset[str] = frozenset()
        self.board = SendBoard(desk, self)
        self.page = SendPage()
        board, page = self.board, self.page
        board.offered.connect(self._show_offer)
        board.planned.connect(lambda: page.show_sum(board.sum, is_working=board.is_working))
        board.written.connect(lambda: page.written.show_written(board.last))
        board.refused.connect(lambda error: page.banner.say(desk.ask.explain(error), Tone.FAIL))
        page.wished.connect(self._plan)
        page.send_wanted.connect(self._send)

    def begin(self, receivers: Iterable[str]) -> None:
        """Begin anew, to these laptops or to anybody."""
        self.board.forget()
        self.page.show_offer(self.board.offer)
        self.page.whom.choose(receivers)
        self._wanted = frozenset(receivers)
        self.board.reread()

    def _show_offer(self) -> None:
        self.page.show_offer(self.board.offer)
        if self._wanted:
            self.page.whom.choose(self._wanted)
            self._wanted = frozenset()
        self._plan()

    def _plan(self) -> None:
        self.page.banner.hide()
        self.board.plan(self.page.wish())

    def _send(self, folder: Path | None) -> None:
        wish = self.page.wish()
        if folder is not None:
            self.board.send(wish, folder)
            return
        question = FileQuestion(title=_("选择 U 盘或文件夹"))
        self._desk.ask.folder(question, lambda path: self.board.send(wish, path))
