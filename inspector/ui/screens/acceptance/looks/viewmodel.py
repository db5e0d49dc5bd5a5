"""Checks the text of the layout file as it is typed, draws what it does, and keeps it."""

from PySide6.QtCore import QObject, QTimer, Signal

from inspector.core.changes import Outcome
from inspector.core.errors import InspectorError
from inspector.core.marks import DrawnPage
from inspector.core.papers import PaperLook
from inspector.core.progress import Progress
from inspector.operations.looks import (
    check_look,
    keep_look,
    look_text,
    preview_look,
    shipped_look,
)
from inspector.ui.kit.desk import Desk
from inspector.ui.kit.jobs import Job
from inspector.words.language import _

_PAUSE_MS = 250
"""How long a person pauses in typing before the pages are drawn again."""


class LooksBoard(QObject):
    """The layout file of the workspace while it is edited.

    Signals:
        drawn(object): the pages of the newest text without a fault (tuple of DrawnPage).
        faulty(str): what is wrong with the text; empty where nothing is.
        kept(bool): whether the text shown is the one in use.
    """

    drawn = Signal(object)
    faulty = Signal(str)
    kept = Signal(bool)

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._text = ""
        self._wanted: PaperLook | None = None
        self._drawing = False
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._pause.timeout.connect(self.look_now)

    def text_in_use(self) -> str:
        """Give the text that papers are made with."""
        return look_text(self._desk.workspace)

    def shipped(self) -> str:
        """Give the text that comes with the program."""
        return shipped_look()

    def typed(self, text: str) -> None:
        """Take a text as it stands; it is looked at when the person pauses."""
        self._text = text
        self._pause.start()

    def look_now(self) -> None:
        """Check the text, and draw what it does."""
        self._pause.stop()
        try:
            look = check_look(self._desk.workspace, self._text)
            is_kept = self._text == self.text_in_use()
        except InspectorError as error:
            self.faulty.emit(self._desk.ask.explain(error))
            self.kept.emit(False)
            return
        self.faulty.emit("")
        self.kept.emit(is_kept)
        self._wanted = look
        self._draw()

    def stop(self) -> None:
        """Look at nothing more: the pane is left."""
        self._pause.stop()

    def _draw(self) -> None:
        """Draw one at a time; what was typed meanwhile is drawn after."""
        if self._drawing or self._wanted is None:
            return
        look, self._wanted, self._drawing = self._wanted, None, True

        def work(_progress: Progress) -> tuple[DrawnPage, ...]:
            return preview_look(look)

        def ended() -> None:
            self._drawing = False
            self._draw()

        self._desk.jobs.acts.start(
            Job(
                work=work,
                on_success=self.drawn.emit,
                on_refusal=self._desk.ask.refuse,
                on_crash=self._desk.crashed,
                on_end=ended,
            )
        )

    def keep(self) -> None:
        """Keep the text as the file in use."""
        text, workspace = self._text, self._desk.workspace

        def work() -> Outcome[PaperLook]:
            return Outcome(keep_look(workspace, text))

        def done(_look: PaperLook) -> None:
            self.kept.emit(self._text == text)
            self._desk.toast(_("版面已保存，之后生成的报告按此版面"))

        def refused(error: InspectorError) -> None:
            self.faulty.emit(self._desk.ask.explain(error))

        self._desk.act(work, done, refused)
