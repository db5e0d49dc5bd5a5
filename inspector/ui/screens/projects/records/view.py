"""A list of records beside the sheet of the chosen one: what several tabs have in common."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from inspector.ui.kit.paged import PagedListModel
from inspector.ui.kit.painting import Pen
from inspector.ui.kit.rows import RowDelegate, RowList
from inspector.ui.kit.widgets.buttons import KeyButton, Kind
from inspector.ui.kit.widgets.panels import EmptyPanel
from inspector.ui.kit.widgets.panes import DetailPane, ListPane
from inspector.ui.kit.widgets.texts import ElidedLabel, small, title
from inspector.ui.screens.projects.forms.model import FieldSpec
from inspector.ui.screens.projects.forms.view import RecordForm
from inspector.words.language import _

R = TypeVar("R")


@dataclass(frozen=True, slots=True, kw_only=True)
class Empty:
    """What an empty list says, and the one next step."""

    icon: str
    heading: str
    text: str
    step: str
    keys: str = "Ctrl+N"


def empty_panel(empty: Empty) -> EmptyPanel:
    """Make a panel of its words."""
    return EmptyPanel(empty.icon, empty.heading, empty.text, empty.step, empty.keys)


class RecordList(QWidget, Generic[R]):
    """A head with count and acts over a list of rows, or what to do while there are none."""

    def __init__(
        self,
        name: str,
        delegate: RowDelegate[R],
        say: Callable[[R], str],
        empty: Empty,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._rows: Mapping[str, R] = {}
        self.model: PagedListModel[R] = PagedListModel(lambda _ids: self._rows, say=say)
        self.model.setParent(self)
        self.list = RowList(name, delegate)
        self.list.setModel(self.model)
        self.pane = ListPane()
        self.count = ElidedLabel("", Pen(bold=True))
        self.pane.head.addWidget(self.count, 1)
        self.empty = empty_panel(empty)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.list)
        self._stack.addWidget(self.empty)
        self.pane.column.addWidget(self._stack, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.pane)

    def show_rows(self, rows: Mapping[str, R], count: str) -> None:
        """Show these rows; the chosen one stays if it is still there."""
        before = self.chosen_id()
        self._rows = rows
        self.model.show_ids(list(rows))
        self.count.set(count)
        self._stack.setCurrentIndex(0 if rows else 1)
        if rows:
            self.list.choose(max(self.model.place_of(before), 0))

    def take_focus(self, new: "DraftSheet | None" = None) -> None:
        """Put the keys to the list, or to the one thing that can be done."""
        if self._rows:
            self.list.setFocus()
        elif new is not None:
            focus_beside(self.empty, new)
        else:
            self.empty.button.setFocus()

    def chosen_id(self) -> str:
        """Give the id of the chosen row, or nothing."""
        index = self.list.currentIndex()
        return self.model.id_at(index.row()) if index.isValid() else ""

    def row(self, record_id: str) -> R | None:
        """Give a row."""
        return self._rows.get(record_id)

    def choose(self, record_id: str) -> None:
        """Make a record the chosen one."""
        self.list.choose(self.model.place_of(record_id))


class Sheet(DetailPane):
    """The chosen record: its title, its fields that save themselves, and what can be done.

    Signals:
        given(str, object): a field got another value.
        history_wanted(), removal_wanted(): the person wants that of the record.
    """

    given = Signal(str, object)
    history_wanted = Signal()
    removal_wanted = Signal()

    def __init__(
        self, name: str, specs: Sequence[FieldSpec], *, columns: int = 2, removal: str = ""
    ) -> None:
        super().__init__(name)
        self.title = title()
        self.remark = small()
        self.form = RecordForm(specs, columns=columns, saves=True)
        self.form.given.connect(self.given)
        self.body.addWidget(self.title)
        self.body.addWidget(self.remark)
        self.body.addWidget(self.form)
        self.body.addStretch(1)
        history = KeyButton(_("历史"), keys="Ctrl+H", icon="history", kind=Kind.QUIET)
        history.clicked.connect(self.history_wanted)
        self.foot.addWidget(history)
        self.foot.addStretch(1)
        self.remove = KeyButton(removal, keys="Delete", icon="trash")
        self.remove.setObjectName("remove")
        self.remove.clicked.connect(self.removal_wanted)
        self.foot.addWidget(self.remove)
        self.remove.setVisible(bool(removal))


class DraftSheet(DetailPane):
    """A record that is being made: fields, and one button that makes it.

    Signals:
        given(object): all values, each fit for its field.
        left(): the person does not want one after all.
    """

    given = Signal(object)
    left = Signal()

    def __init__(
        self, heading: str, specs: Sequence[FieldSpec], make: str, *, columns: int = 1
    ) -> None:
        super().__init__(heading)
        self.title = title(heading)
        self.remark = small()
        self.remark.hide()
        self.form = RecordForm(specs, columns=columns)
        self.form.entered.connect(self.give)
        self.body.addWidget(self.title)
        self.body.addWidget(self.remark)
        self.body.addWidget(self.form)
        self.body.addStretch(1)
        no = KeyButton(_("取消"), keys="Esc", kind=Kind.QUIET)
        no.clicked.connect(self.left)
        yes = KeyButton(make, keys="Enter", kind=Kind.PRIMARY)
        yes.setObjectName("make")
        yes.clicked.connect(self.give)
        self.foot.addWidget(no)
        self.foot.addStretch(1)
        self.foot.addWidget(yes)

    def is_seen(self) -> bool:
        """Tell whether the person has the sheet before the eyes."""
        return self.isVisibleTo(self.window())

    def say(self, text: str) -> None:
        """Say under the title what will be made."""
        self.remark.set(text)
        self.remark.setVisible(bool(text))

    def give(self) -> None:
        """Give the values, or say in place what is wrong."""
        values = self.form.read()
        if values is not None:
            self.given.emit(values)


def focus_beside(empty: EmptyPanel, sheet: DraftSheet) -> None:
    """Put the keys into the sheet of the first record, or to what opens it where it is folded."""
    if sheet.is_seen():
        sheet.form.begin()
    else:
        empty.button.setFocus()
