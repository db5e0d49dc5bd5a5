"""A scanned page that parties signed on paper: its check code, its file, and who signed it."""

import math
from collections.abc import Sequence

from PySide6.QtWidgets import QCheckBox, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from inspector.operations.scans import ScanDraft
from inspector.ui.kit.style.tokens import SPACE_4
from inspector.ui.kit.widgets.buttons import KeyButton, Kind
from inspector.ui.screens.acceptance.meeting.sheet.view import Choose, FileField, Form
from inspector.ui.screens.acceptance.meeting.signing.model import SignerRow
from inspector.words.language import _

_NARROW = 372
"""Names of this width stand in three columns."""


class SignersField(QWidget):
    """Whose signatures stand on the page: one tick for each party, in two or three columns.

    Ticked at first is who has not signed yet.
    """

    def __init__(self, rows: Sequence[SignerRow]) -> None:
        super().__init__()
        self._ticks = {row.party_id: _tick(row) for row in rows}
        grid = QGridLayout()
        grid.setHorizontalSpacing(SPACE_4)
        grid.setVerticalSpacing(0)
        widest = max((tick.sizeHint().width() for tick in self._ticks.values()), default=0)
        high = math.ceil(len(rows) / (3 if widest <= _NARROW else 2))
        for at, tick in enumerate(self._ticks.values()):
            grid.addWidget(tick, at % high, at // high)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(self._quick())
        column.addLayout(grid)

    def _quick(self) -> QHBoxLayout:
        row = QHBoxLayout()
        for name, text, is_on in (("all", _("全选"), True), ("none", _("全不选"), False)):
            button = KeyButton(text, kind=Kind.QUIET)
            button.setObjectName(f"scan_{name}")
            button.clicked.connect(lambda _on=False, is_on=is_on: self._set_all(is_on=is_on))
            row.addWidget(button)
        row.addStretch(1)
        return row

    def _set_all(self, *, is_on: bool) -> None:
        for tick in self._ticks.values():
            tick.setChecked(is_on)

    def chosen(self) -> tuple[str, ...]:
        """Give the parties that are ticked."""
        return tuple(key for key, tick in self._ticks.items() if tick.isChecked())


class ScanForm(Form):
    """A scanned page of signatures."""

    def __init__(self, rows: Sequence[SignerRow], choose: Choose) -> None:
        super().__init__("scan", _("收入签字页扫描件"), _("收入"))
        self.code = self.line("code")
        self.file = FileField("scan_file", "", choose)
        self.signers = SignersField(rows)
        self._code_row = self.add(_("页脚的校验码"), self.code, _("如 07C3-1F8F-1E2A"))
        hint = _("PDF、JPEG 或 PNG，原样保存。")
        self._file_row = self.add(_("扫描件"), self.file, hint)
        hint = _("只勾选在这一页上签了字的单位；没有签的以后再收。")
        self._signers_row = self.add(_("谁在这一页上签了字"), self.signers, hint, is_wide=True)

    def draft(self) -> ScanDraft | None:
        """Give what was filled in, or say what is missing."""
        for row in (self._code_row, self._file_row, self._signers_row):
            row.clear_error()
        chosen, code, path = self.signers.chosen(), self.code.text().strip(), self.file.path
        if not code:
            self._code_row.show_error(_("请填写页脚的校验码。"))
        elif path is None:
            self._file_row.show_error(_("请选择扫描文件。"))
        elif not chosen:
            self._signers_row.show_error(_("请至少勾选一个签了字的单位。"))
        else:
            return ScanDraft(file=path, code=code, party_ids=chosen)
        return None


def _tick(row: SignerRow) -> QCheckBox:
    tick = QCheckBox(_said(row).replace("&", "&&"))
    tick.setObjectName(f"scan_party_{row.party_id}")
    tick.setChecked(not row.is_signed and not row.is_absent)
    return tick


def _said(row: SignerRow) -> str:
    if row.is_absent:
        return _("{unit}（缺席）").format(unit=row.unit)
    return _("{unit}（已签）").format(unit=row.unit) if row.is_signed else row.unit
