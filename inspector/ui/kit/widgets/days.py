"""A day in a form: typed, or counted from today."""

from datetime import date, timedelta
from functools import partial

from PySide6.QtWidgets import QHBoxLayout, QWidget

from inspector.ui.kit.widgets.buttons import KeyButton, Kind
from inspector.ui.kit.widgets.fields import FieldRow, line_edit
from inspector.words.language import _

_QUICK_DAYS = (3, 7, 15)


class DayField(QWidget):
    """A day, typed or counted from today."""

    def __init__(self, today: date, day: date | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.editor = line_edit(day.isoformat() if day else "", _("年-月-日，如 2026-11-22"))
        self.editor.setAccessibleName(_("日期"))
        self.setFocusProxy(self.editor)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        row.addWidget(self.editor, 1)
        for days in _QUICK_DAYS:
            button = KeyButton(_("{days} 天").format(days=days), kind=Kind.QUIET)
            button.setObjectName(f"in_{days}_days")
            to = (today + timedelta(days=days)).isoformat()
            button.clicked.connect(partial(self._put, to))
            row.addWidget(button)

    def _put(self, day: str, *_checked: bool) -> None:
        self.editor.setText(day)

    def text(self) -> str:
        """Give what is typed."""
        return self.editor.text().strip()

    def day(self) -> date | None:
        """Give the day; None for nothing, ValueError for what is no day."""
        return date.fromisoformat(self.text()) if self.text() else None


def day_of(row: FieldRow, field: DayField, *, is_owed: bool = False) -> tuple[bool, date | None]:
    """Read a day; say under the field what is wrong with it."""
    row.clear_error()
    try:
        day = field.day()
    except ValueError:
        row.show_error(_("请按“年-月-日”填写，如 2026-11-22。"))
        return False, None
    if is_owed and day is None:
        row.show_error(_("请填写日期。"))
        return False, None
    return True, day
