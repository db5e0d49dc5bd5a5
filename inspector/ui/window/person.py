"""Say who acts from now on."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from inspector.operations.workspace import Workspace, list_people
from inspector.ui.kit.painting import Pen
from inspector.ui.kit.style.tokens import LARGE, Tone
from inspector.ui.kit.widgets.buttons import KeyButton, Kind
from inspector.ui.kit.widgets.fields import ChoiceBox, FieldRow, line_edit
from inspector.ui.kit.widgets.texts import Words
from inspector.words.language import _


class PersonDialog(QDialog):
    """Asks for name and unit; somebody who has acted here before is one choice away."""

    def __init__(
        self, workspace: Workspace, on_person: Callable[[str, str], object], parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(_("谁在操作"))
        self.setMinimumWidth(420)
        self._on_person = on_person
        self._known = {person.id: person for person in list_people(workspace)}
        current = workspace.person()
        self._name, self._unit = line_edit(current.name), line_edit(current.unit)
        self._name.setObjectName("person_name")
        self._unit.setObjectName("person_unit")
        self._name_row = FieldRow(_("姓名"), self._name)
        self._unit_row = FieldRow(_("单位"), self._unit)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 16)
        column.setSpacing(12)
        column.addWidget(Words(_("谁在操作"), Pen(size=LARGE, bold=True, tone=Tone.PLAIN)))
        column.addWidget(
            Words(
                _("以后的记录都记在此人名下；此前的记录不变。"),
                Pen(tone=Tone.MUTED),
            )
        )
        if len(self._known) > 1:
            column.addWidget(FieldRow(_("以前用过"), self._known_box(current.id)))
        column.addWidget(self._name_row)
        column.addWidget(self._unit_row)
        column.addLayout(self._buttons())

    def _known_box(self, current: str) -> ChoiceBox:
        choices = [(one.id, f"{one.name}　{one.unit}") for one in self._known.values()]
        box = ChoiceBox(choices, _("以前用过"))
        box.choose(current)
        box.chosen.connect(self._take_known)
        return box

    def _buttons(self) -> QHBoxLayout:
        yes = KeyButton(_("确定"), keys="Enter", kind=Kind.PRIMARY)
        yes.setObjectName("give_person")
        yes.setShortcut("Return")
        yes.clicked.connect(self._give)
        no = KeyButton(_("取消"), keys="Esc")
        no.clicked.connect(self.reject)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(no)
        row.addWidget(yes)
        return row

    def _take_known(self, person_id: str) -> None:
        person = self._known[person_id]
        self._name.setText(person.name)
        self._unit.setText(person.unit)

    def _give(self) -> None:
        name, unit = self._name.text().strip(), self._unit.text().strip()
        for row, text in ((self._name_row, name), (self._unit_row, unit)):
            row.clear_error()
            if not text:
                row.show_error(_("请填写。"))
        if name and unit:
            self.accept()
            self._on_person(name, unit)
