"""版面: the text of the layout file at the left, two pages of what it does at the right."""

from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from inspector.ui.kit.desk import Desk
from inspector.ui.kit.painting import Pen
from inspector.ui.kit.style.tokens import SMALL, SPACE_2, SPACE_3, SPACE_4
from inspector.ui.kit.style.tokens import Tone as Shade
from inspector.ui.kit.widgets.buttons import KeyButton, Kind
from inspector.ui.kit.widgets.fields import FieldRow, text_edit
from inspector.ui.kit.widgets.pages import PageView
from inspector.ui.kit.widgets.panels import Ground
from inspector.ui.kit.widgets.texts import Words
from inspector.ui.screens.acceptance.looks.viewmodel import LooksBoard
from inspector.words.language import _


class LooksPane(Ground):
    """Edits the layout file with a live preview."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.board = LooksBoard(desk, self)
        self.editor = text_edit("")
        self.editor.setObjectName("look_text")
        self.editor.setMinimumHeight(160)
        self.editor.setMaximumHeight(16_777_215)
        self.editor.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)
        note = _("保存后，之后生成的报告和表格按此版面；内容和校验码不因版面而变。")
        self.field = FieldRow(_("版面文件 rules/papers.toml"), self.editor, note)
        self.field.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)
        self.view = PageView(_("版面预览"))
        self.keep = KeyButton(_("保存版面"), kind=Kind.PRIMARY)
        self.keep.setObjectName("keep_look")
        self.shipped = KeyButton(_("恢复随附版面"))
        self.shipped.setObjectName("shipped_look")
        self._lay_out()
        self.editor.textChanged.connect(lambda: self.board.typed(self.editor.toPlainText()))
        self.keep.clicked.connect(self.board.keep)
        self.shipped.clicked.connect(lambda: self.editor.setPlainText(self.board.shipped()))
        self.board.drawn.connect(self.view.show_pages)
        self.board.faulty.connect(self._say_fault)
        self.board.kept.connect(self._say_kept)

    def open(self) -> None:
        """Show the file in use, with the fonts of papers."""
        self.view.load_fonts()
        self.editor.setPlainText(self.board.text_in_use())
        self.board.typed(self.editor.toPlainText())
        self.board.look_now()

    def _lay_out(self) -> None:
        acts = QHBoxLayout()
        acts.setSpacing(SPACE_2)
        acts.addWidget(self.keep)
        acts.addWidget(self.shipped)
        acts.addStretch(1)
        left = QVBoxLayout()
        left.setSpacing(SPACE_2)
        left.addWidget(self.field, 1)
        left.addLayout(acts)
        right = QVBoxLayout()
        right.setSpacing(SPACE_2)
        right.addWidget(Words(_("预览（示例内容）"), Pen(size=SMALL, tone=Shade.MUTED)))
        right.addWidget(self.view, 1)
        row = QHBoxLayout(self)
        row.setContentsMargins(SPACE_4, SPACE_3, SPACE_3, SPACE_3)
        row.setSpacing(SPACE_4)
        row.addLayout(left, 4)
        row.addLayout(right, 6)

    def _say_fault(self, fault: str) -> None:
        if fault:
            had_focus = self.editor.hasFocus()
            self.field.show_error(fault)
            if not had_focus:
                self.editor.clearFocus()
        else:
            self.field.clear_error()
        self.keep.setEnabled(not fault)

    def _say_kept(self, is_kept: bool) -> None:
        self.keep.setEnabled(not is_kept and not self.field.error())
