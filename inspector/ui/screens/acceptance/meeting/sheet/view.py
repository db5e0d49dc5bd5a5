"""What a form of the meeting stands on: fields in two columns, refusals on top, acts below."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from inspector.ui.kit.painting import Pen
from inspector.ui.kit.style.tokens import SPACE_2, SPACE_3, SPACE_4, TITLE, Tone
from inspector.ui.kit.touch import scrolled
from inspector.ui.kit.widgets.buttons import KeyButton, Kind
from inspector.ui.kit.widgets.fields import ChoiceBox, FieldRow, line_edit
from inspector.ui.kit.widgets.panels import Banner, Ground
from inspector.ui.kit.widgets.texts import ElidedLabel, Words
from inspector.words.language import _

Choose = Callable[[Callable[[Path], object]], object]


class Fitted(QWidget):
    """Content of a scroll area that is as high as it really needs to be at its width.

    Qt asks wrapped labels for the height that they need at their narrowest, and adds that up.
    """

    def event(self, event: QEvent) -> bool:
        """Measure again when the content or its width is another."""
        layout = self.layout()
        if layout is not None and event.type() in {QEvent.Type.LayoutRequest, QEvent.Type.Resize}:
            height = layout.totalHeightForWidth(self.width())
            if height > 0 and self.minimumHeight() != height:
                self.setMinimumHeight(height)
        return super().event(event)


class Form(Ground):
    """Fields in two columns, all of them in sight; Enter gives it.

    Signals:
        given(): the person is done with it.
        left(): the person wants nothing.
    """

    given = Signal()
    left = Signal()

    def __init__(self, name: str, heading: str, yes: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self.heading = Words(heading, Pen(size=TITLE, bold=True))
        self.refusal = Banner()
        self.grid = QGridLayout()
        self.more = QHBoxLayout()
        self.no = KeyButton(_("取消"), keys="Esc")
        self.no.setObjectName(f"{name}_leave")
        self.no.clicked.connect(self.left)
        self.yes = KeyButton(yes, keys="Enter", kind=Kind.PRIMARY)
        self.yes.setObjectName(f"{name}_give")
        self.yes.clicked.connect(self.given)
        self._at = 0
        self._rows: list[FieldRow] = []
        self._lay_out()

    def add(
        self, label: str, editor: QWidget, hint: str = "", *, is_wide: bool = False
    ) -> FieldRow:
        """Add a field beside the one before it, or in the whole width below all."""
        row = FieldRow(label, editor, hint)
        if is_wide:
            self._at += self._at % 2
        span = 2 if is_wide else 1
        self.grid.addWidget(row, self._at // 2, self._at % 2, 1, span)
        self._at += span
        self._rows.append(row)
        if isinstance(editor, QLineEdit):
            editor.returnPressed.connect(self.given)
        if isinstance(editor, ChoiceBox):
            editor.entered.connect(self.given)
        return row

    def line(self, key: str, text: str | None = None, placeholder: str = "") -> QLineEdit:
        """Make a one-line editor that tests find by the form's name and its key."""
        editor = line_edit(text or "", placeholder)
        editor.setObjectName(f"{self.objectName()}_{key}")
        return editor

    def first(self) -> QWidget:
        """Give the field in which the person begins."""
        return next(row.editor for row in self._rows if row.editor.isEnabled())

    def draft(self) -> Any | None:
        """Give what was filled in; None where something is missing, which the field then says."""
        raise NotImplementedError

    def refuse(self, sentence: str) -> None:
        """Say why it was not done; what was typed stays."""
        self.refusal.say(sentence, Tone.FAIL)

    def _lay_out(self) -> None:
        content = Fitted()
        inside = QVBoxLayout(content)
        inside.setContentsMargins(SPACE_4, SPACE_3, SPACE_4, SPACE_3)
        inside.setSpacing(SPACE_2)
        self.grid.setHorizontalSpacing(SPACE_4)
        self.grid.setVerticalSpacing(SPACE_2)
        self.grid.setColumnStretch(0, 1)
        self.grid.setColumnStretch(1, 1)
        inside.addWidget(self.heading)
        inside.addWidget(self.refusal)
        inside.addLayout(self.grid)
        inside.addStretch(1)
        foot = QHBoxLayout()
        foot.setContentsMargins(SPACE_4, 0, SPACE_4, SPACE_3)
        foot.addLayout(self.more)
        foot.addStretch(1)
        foot.addWidget(self.no)
        foot.addWidget(self.yes)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(scrolled(content, self.heading.words()), 1)
        column.addLayout(foot)


class FileField(QWidget):
    """A file to be taken in: its name, and the button that chooses one."""

    def __init__(self, name: str, before: str, choose: Choose) -> None:
        super().__init__()
        self.path: Path | None = None
        self.name = ElidedLabel(before or _("没有文件"), Pen(tone=Tone.MUTED))
        self.button = KeyButton(_("选择文件…"), icon="file")
        self.button.setObjectName(name)
        self.button.clicked.connect(lambda: choose(self._take))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.button)
        row.addWidget(self.name, 1)

    def _take(self, path: Path) -> None:
        self.path = path
        self.name.set(path.name)
