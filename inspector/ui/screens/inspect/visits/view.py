"""The dialog that begins a visit."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QDate, Qt
from PySide6.QtWidgets import QDateEdit, QDialog, QHBoxLayout, QVBoxLayout, QWidget

from inspector.core.inspections import VisitKind
from inspector.operations.visits import VisitDraft
from inspector.ui.kit.painting import Pen
from inspector.ui.kit.style.tokens import LARGE, TARGET
from inspector.ui.kit.widgets.buttons import KeyButton, Kind
from inspector.ui.kit.widgets.fields import ChoiceBox, FieldRow, line_edit
from inspector.ui.kit.widgets.texts import Words
from inspector.words.language import _
from inspector.words.records import visit_kind_name

_APART = "、,，;；"


class NewVisitDialog(QDialog):
    """Asks for kind, day, title and inspectors; everything is filled in."""

    def __init__(
        self,
        today: date,
        person: str,
        on_draft: Callable[[VisitDraft], object],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("new_visit")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(_("新查验"))
        self.setMinimumWidth(420)
        self._on_draft = on_draft
        kinds = [
            (one.value, visit_kind_name(one)) for one in VisitKind if one is not VisitKind.AFTERCARE
        ]
        self._kind = ChoiceBox(kinds, _("查验类型"))
        self._kind.setObjectName("visit_kind")
        self._kind.chosen.connect(self._name_it)
        self._day = QDateEdit(QDate(today.year, today.month, today.day))
        self._day.setObjectName("visit_day")
        self._day.setButtonSymbols(QDateEdit.ButtonSymbols.NoButtons)
        self._day.setDisplayFormat("yyyy-MM-dd")
        self._day.setMinimumHeight(TARGET)
        self._day.dateChanged.connect(self._name_it)
        self._title = line_edit()
        self._title.setObjectName("visit_title")
        self._people = line_edit(person)
        self._people.setObjectName("visit_people")
        self._name_it()
        self._lay_out()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 16)
        column.setSpacing(12)
        column.addWidget(Words(_("新查验"), Pen(size=LARGE, bold=True)))
        column.addWidget(FieldRow(_("查验类型"), self._kind))
        column.addWidget(FieldRow(_("日期"), self._day))
        column.addWidget(FieldRow(_("标题"), self._title, _("不填则用日期和类型。")))
        column.addWidget(FieldRow(_("查验人员"), self._people, _("几个人之间用顿号隔开。")))
        yes = KeyButton(_("开始查验"), keys="Enter", kind=Kind.PRIMARY)
        yes.setObjectName("give_visit")
        yes.setShortcut("Return")
        yes.clicked.connect(self._give)
        no = KeyButton(_("取消"), keys="Esc")
        no.clicked.connect(self.reject)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(no)
        row.addWidget(yes)
        column.addLayout(row)

    def _name_it(self, *_changed: object) -> None:
        """Suggest the title that a visit without one gets."""
        kind = visit_kind_name(VisitKind(self._kind.current()))
        self._title.setPlaceholderText(f"{self._day.date().toString('MM-dd')} {kind}")

    def _give(self) -> None:
        day = self._day.date()
        names = self._people.text()
        for mark in _APART:
            names = names.replace(mark, "\n")
        draft = VisitDraft(
            kind=VisitKind(self._kind.current()),
            first_on=date(day.year(), day.month(), day.day()),
            title=self._title.text(),
            inspectors=tuple(name.strip() for name in names.splitlines() if name.strip()),
        )
        self.accept()
        self._on_draft(draft)
