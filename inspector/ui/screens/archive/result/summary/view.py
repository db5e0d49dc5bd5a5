"""What a bundle says of itself, and its check value beside that of the paper."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from inspector.core.checkvalues import Likeness, compare_values, qr_of, typed_value
from inspector.operations.bundle_checks import value_dots
from inspector.ui.kit.painting import Pen
from inspector.ui.kit.style.tokens import SMALL, SPACE_2, SPACE_3, SPACE_4
from inspector.ui.kit.touch import scrolled
from inspector.ui.kit.widgets.buttons import KeyButton
from inspector.ui.kit.widgets.codes import CodeView
from inspector.ui.kit.widgets.fields import line_edit
from inspector.ui.kit.widgets.lines import LineList
from inspector.ui.kit.widgets.texts import Pairs, SectionLabel, Words, small
from inspector.ui.screens.archive.result.model import Result, comparison_words, hash_lines
from inspector.words.language import _

_ORDER = (Likeness.SAME, Likeness.SO_FAR, Likeness.DIFFERS, Likeness.NOTHING)
"""Of several check values the one counts that is most like what was typed."""

_WHOLE = 64


class SummaryPage(QWidget):
    """The facts, the check values in groups of four, and a field for that of the paper."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        content = QWidget()
        self._values: tuple[tuple[str, str], ...] = ()
        self._make_parts()
        inside = QVBoxLayout(content)
        inside.setContentsMargins(SPACE_4, SPACE_2, SPACE_4, SPACE_3)
        inside.setSpacing(SPACE_2)
        inside.addWidget(self._pairs)
        inside.addWidget(self._remarks)
        inside.addWidget(SectionLabel(_("校验值（标签清单的 SHA-256，与移交登记表核对）")))
        inside.addLayout(self._values_row())
        inside.addWidget(SectionLabel(_("逐项校验")))
        inside.addWidget(self.checks)
        inside.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(scrolled(content, _("校验结果")))

    def _values_row(self) -> QHBoxLayout:
        """Put the value and the field for that of the paper beside the code."""
        left, top = Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignTop
        texts = QVBoxLayout()
        texts.setSpacing(SPACE_2)
        texts.addWidget(self._hash)
        texts.addWidget(self._copy, 0, left)
        texts.addWidget(SectionLabel(_("纸上登记的校验值")))
        texts.addWidget(self.typed)
        texts.addWidget(self._told)
        texts.addStretch(1)
        row = QHBoxLayout()
        row.setSpacing(SPACE_3)
        row.addLayout(texts, 1)
        row.addWidget(self._code, 0, top)
        return row

    def _make_parts(self) -> None:
        self._pairs = Pairs()
        self._hash = Words()
        self._hash.setObjectName("tag_manifest_hash")
        self._code = CodeView(_("校验值的二维码"))
        self._copy = KeyButton(_("复制校验值"))
        self._copy.setObjectName("copy_hash")
        self._copy.clicked.connect(self._copy_hash)
        self._remarks = small()
        self.checks = LineList("check")
        self.typed = line_edit("", _("如 3f9a 02c4 …"))
        self.typed.setObjectName("typed_value")
        self.typed.setAccessibleName(_("纸上登记的校验值"))
        self.typed.textChanged.connect(self._compare)
        self._told = Words("", Pen(size=SMALL))
        self._told.setObjectName("typed_told")

    def show_result(self, result: Result) -> None:
        """Show the facts; what was typed for another bundle goes."""
        self._values = result.values
        self._pairs.set(result.facts)
        self.checks.show_lines(result.checks)
        self._hash.set(_hashes(self._values))
        self._code.setVisible(bool(result.sha256))
        if result.sha256:
            self._code.show_dots(value_dots(qr_of(result.sha256)))
        self._remarks.set("\n".join(result.remarks))
        self._remarks.setVisible(bool(result.remarks))
        self.typed.clear()
        self._compare("")

    def told(self) -> str:
        """Give what is said of the typed value."""
        return self._told.words()

    def whole_value(self) -> str:
        """Give the typed check value where it is whole, as the hand-over form has it."""
        typed = typed_value(self.typed.text())
        return typed if len(typed) == _WHOLE else ""

    def _compare(self, text: str) -> None:
        found = [compare_values(text, value) for _name, value in self._values]
        best = min(found, key=lambda one: _ORDER.index(one.likeness), default=None)
        if best is None:
            self._told.set("")
            return
        words, tone = comparison_words(best)
        self._told.set(words, tone)

    def _copy_hash(self) -> None:
        values = "\n".join(value for _name, value in self._values)
        QGuiApplication.clipboard().setText(values)


def _hashes(values: tuple[tuple[str, str], ...]) -> str:
    """Write one check value on two lines, or those of several bags below their names."""
    if len(values) == 1:
        return hash_lines(values[0][1])
    return "\n".join(f"{name}\n{hash_lines(value)}" for name, value in values)
