"""The list of defects with its filters: shelves as chips, the rest in a panel that folds."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QStackedWidget, QVBoxLayout, QWidget

from inspector.core.checklists import Severity
from inspector.operations.defects import DefectFilter
from inspector.ui.kit.paged import PagedListModel
from inspector.ui.kit.rows import RowList
from inspector.ui.kit.style.tokens import SPACE_2, SPACE_3, Tone
from inspector.ui.kit.widgets.buttons import KeyButton, Kind
from inspector.ui.kit.widgets.chips import ChipRow, ChipSpec
from inspector.ui.kit.widgets.fields import ChoiceBox, line_edit
from inspector.ui.kit.widgets.panels import EmptyPanel, Ground
from inspector.ui.kit.widgets.panes import ListPane
from inspector.ui.screens.defects.delegate import DefectDelegate
from inspector.ui.screens.defects.model import Row, Shelf, filters_on
from inspector.words.checklists import severity_name
from inspector.words.language import _

Choices = Sequence[tuple[str, str]]


class FilterPanel(Ground):
    """What narrows the list besides the shelves.

    Signals:
        changed(DefectFilter): list only these.
    """

    changed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(canvas=True, edges="bottom", parent=parent)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._wanted = DefectFilter()
        severities = [(one.value, severity_name(one)) for one in Severity]
        self.text = line_edit("", _("编号或问题描述"))
        self.text.setAccessibleName(_("编号或问题描述"))
        self.text.textChanged.connect(self._tell)
        self.severity = ChoiceBox([("", _("不限严重程度")), *severities], _("严重程度"))
        self.party = ChoiceBox((), _("责任单位"))
        self.place = ChoiceBox((), _("部位"))
        self.clear = KeyButton(_("清除"), kind=Kind.QUIET)
        self.clear.setObjectName("clear_filter")
        self.clear.clicked.connect(lambda: self.show_filter(DefectFilter(), tell=True))
        for box in (self.severity, self.party, self.place):
            box.chosen.connect(self._tell)
        self._lay_out()
        self.offer((), ())

    def offer(self, parties: Choices, places: Choices) -> None:
        """Offer these parties and places; what is chosen stays."""
        self.party.set_choices([("", _("不限责任单位")), *parties])
        self.place.set_choices([("", _("不限部位")), *places])

    def show_filter(self, wanted: DefectFilter, *, tell: bool = False) -> None:
        """Show what narrows the list."""
        self._wanted = DefectFilter()
        if not tell and wanted == self._given():
            return
        self.text.blockSignals(True)
        self.text.setText(wanted.text)
        self.text.blockSignals(False)
        self.severity.choose(next(iter(wanted.severities), ""))
        self.party.choose(wanted.party_id or "")
        self.place.choose(wanted.place_id or "")
        if tell:
            self._tell()

    def _given(self) -> DefectFilter:
        severity = self.severity.current()
        return replace(
            self._wanted,
            text=self.text.text().strip(),
            severities=frozenset({Severity(severity)} if severity else ()),
            party_id=self.party.current() or None,
            place_id=self.place.current() or None,
        )

    def _tell(self, *_what: object) -> None:
        self.changed.emit(self._given())

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE_3, SPACE_2, SPACE_3, SPACE_2)
        column.setSpacing(2)
        column.addWidget(self.text)
        column.addWidget(self.party)
        column.addWidget(self.place)
        row = QHBoxLayout()
        row.addWidget(self.severity, 1)
        row.addWidget(self.clear)
        column.addLayout(row)


class DefectSide(ListPane):
    """Chips, filter panel and list; an empty list says what to do next.

    Signals:
        shelf_chosen(str): list this shelf.
        filter_changed(DefectFilter): list only these.
        empty_asked(): the person wants the step that the empty list offers.
    """

    shelf_chosen = Signal(str)
    filter_changed = Signal(object)
    empty_asked = Signal()

    def __init__(self, model: PagedListModel[Row], parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.chips = ChipRow()
        self.chips.chosen.connect(self.shelf_chosen)
        self.filter_button = KeyButton(_("筛选"))
        self.filter_button.setObjectName("open_filter")
        self.filter_button.setToolTip(_("按单位、部位、严重程度和文字筛选（Ctrl+F）"))
        self.filter_button.clicked.connect(self.fold_filter)
        self.panel = FilterPanel()
        self.panel.changed.connect(self.filter_changed)
        self.panel.setVisible(False)
        self.list = RowList(_("问题"), DefectDelegate())
        self.list.setObjectName("defect_list")
        self.list.setModel(model)
        self.empty = EmptyPanel("alert", _("没有问题"), "", " ")
        self.empty.asked.connect(self.empty_asked)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.list)
        self._stack.addWidget(self.empty)
        self.head.addWidget(self.chips, 1)
        self.head.addWidget(self.filter_button)
        self.column.addWidget(self.panel)
        self.column.addWidget(self._stack, 1)
        self._add_foot()

    def _add_foot(self) -> None:
        self.new_button = KeyButton(_("记问题"), keys="Ctrl+N", icon="plus")
        self.new_button.setObjectName("new_defect")
        self.notice_button = KeyButton(_("下发通知单"), icon="report", kind=Kind.QUIET)
        self.notice_button.setObjectName("new_notice")
        self.notice_button.setToolTip(_("把一个单位待下发的问题一次下发（Ctrl+Shift+N）"))
        self.notices_button = KeyButton(_("通知单"), icon="list", kind=Kind.QUIET)
        self.notices_button.setObjectName("all_notices")
        self.notices_button.setToolTip(_("各份通知单的期限、超期、回复和撤回（Ctrl+Shift+L）"))
        foot = Ground(edges="top")
        row = QHBoxLayout(foot)
        row.setContentsMargins(SPACE_3, 4, SPACE_3, 8)
        row.setSpacing(SPACE_2)
        row.addWidget(self.new_button)
        row.addWidget(self.notice_button)
        row.addWidget(self.notices_button)
        row.addStretch(1)
        self.column.addWidget(foot)

    def show_counts(self, counts: dict[Shelf, int], shelf: Shelf) -> None:
        """Show how many lie on each shelf, and which one is listed."""
        tones = {Shelf.RECHECK: Tone.WARN, Shelf.OVERDUE: Tone.FAIL}
        names = {
            Shelf.OPEN: _("未销项"),
            Shelf.RECHECK: _("待复验"),
            Shelf.OVERDUE: _("超期"),
            Shelf.ALL: _("全部"),
        }
        self.chips.set_chips(
            [
                ChipSpec(
                    key=one.value,
                    text=names[one],
                    count=counts[one],
                    tone=tones.get(one, Tone.PLAIN) if counts[one] else Tone.PLAIN,
                )
                for one in Shelf
            ]
        )
        self.chips.choose(shelf.value)

    def show_filter(self, wanted: DefectFilter) -> None:
        """Show what narrows the list, on the button too."""
        self.panel.show_filter(wanted)
        count = filters_on(wanted)
        self.filter_button.set_text(_("筛选 {count}").format(count=count) if count else _("筛选"))

    def fold_filter(self) -> None:
        """Open the filter panel, or close it."""
        self.panel.setVisible(self.panel.isHidden())
        if not self.panel.isHidden():
            self.panel.text.setFocus()

    def show_rows(self, *, is_empty: bool) -> None:
        """Show the list, or what to do as there is nothing to list."""
        self._stack.setCurrentIndex(1 if is_empty else 0)

    def say_empty(self, heading: str, text: str, step: str) -> None:
        """Say why there is nothing, and what could be done."""
        self.empty.set(heading, text, step)
