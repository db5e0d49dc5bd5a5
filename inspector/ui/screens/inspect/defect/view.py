"""The panel in which a defect is recorded, where the item stands."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout

from inspector.core.checklists import Severity
from inspector.core.errors import InspectorError
from inspector.ui.kit.ask import Explain
from inspector.ui.kit.draft import DraftKeeper
from inspector.ui.kit.painting import Pen
from inspector.ui.kit.style.tokens import LARGE, SMALL, SPACE_3, Tone
from inspector.ui.kit.widgets.buttons import KeyButton, Kind
from inspector.ui.kit.widgets.chips import Segmented
from inspector.ui.kit.widgets.fields import ChoiceBox, FieldRow, text_edit
from inspector.ui.kit.widgets.panels import Card
from inspector.ui.kit.widgets.texts import ElidedLabel, Words
from inspector.ui.screens.inspect.defect.viewmodel import DefectDesk, DefectForm
from inspector.words.checklists import severity_name
from inspector.words.language import _

_SEVERITIES = (Severity.CRITICAL, Severity.MAJOR, Severity.MINOR)


class DefectPanel(Card):
    """A defect about to be recorded; everything known is filled in.

    Signals:
        closed(): it is recorded, or was not wanted.
    """

    closed = Signal()

    def __init__(self, desk: DefectDesk, keeper: DraftKeeper, explain: Explain) -> None:
        super().__init__()
        self._desk = desk
        self._keeper = keeper
        self._explain = explain
        self.text = text_edit("", _("哪里、什么不符合要求"), 2)
        self.text.setObjectName("defect_text")
        self.text.setAcceptDrops(False)
        self._text_row = FieldRow(_("问题描述"), self.text)
        self._severity = Segmented([(s, severity_name(s)) for s in _SEVERITIES], _("严重程度"))
        self._severity.setObjectName("defect_severity")
        self._severity.chosen.connect(self._follow_severity)
        self._party = ChoiceBox(name=_("责任单位"))
        self._party.setObjectName("defect_party")
        self._days = ChoiceBox(name=_("整改期限"))
        self._days.setObjectName("defect_days")
        self._days.setMinimumWidth(132)
        self._with = ElidedLabel("", Pen(size=SMALL, tone=Tone.MUTED))
        self._lay_out()
        self.hide()

    def open(self) -> bool:
        """Fill in what is known and put the person into the text."""
        form = self._desk.begin()
        if form is None:
            return False
        self._text_row.clear_error()
        self._keeper.attach(self.text, form.key)
        self.text.setPlainText(form.half_typed or form.text)
        self.text.document().setModified(False)
        self._severity.choose(form.severity)
        self._party.set_choices(self._desk.parties())
        self._party.choose(form.party_id)
        self._days.set_choices(self._desk.days())
        self._days.choose(form.days)
        self._with.set(self._enclosed())
        self.show()
        self.text.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.text.selectAll()
        return True

    def give(self) -> None:
        """Record it."""
        form = DefectForm(
            text=self.text.toPlainText(),
            severity=Severity(self._severity.current()),
            party_id=self._party.current(),
            days=self._days.current(),
        )
        if not form.text.strip():
            self._text_row.show_error(_("请写明问题。"))
            return
        self._desk.record(form, self._refuse)
        self.dismiss()

    def dismiss(self) -> None:
        """Close without recording."""
        self._keeper.given(self.text)
        self.hide()
        self.closed.emit()

    def _lay_out(self) -> None:
        heading = QHBoxLayout()
        heading.addWidget(Words(_("记问题"), Pen(size=LARGE, bold=True)), 1)
        self.column.addLayout(heading)
        self.column.addWidget(self._text_row)
        self.column.addWidget(FieldRow(_("严重程度"), self._severity))
        choices = QHBoxLayout()
        choices.setSpacing(SPACE_3)
        choices.addWidget(FieldRow(_("责任单位"), self._party), 3)
        choices.addWidget(FieldRow(_("整改期限"), self._days), 2)
        self.column.addLayout(choices)
        self.column.addWidget(self._with)
        self.column.addLayout(self._buttons())

    def _buttons(self) -> QHBoxLayout:
        give = KeyButton(_("记下问题"), keys="Ctrl+Enter", kind=Kind.PRIMARY)
        give.setObjectName("give_defect")
        give.clicked.connect(self.give)
        no = KeyButton(_("不记"), keys="Esc")
        no.clicked.connect(self.dismiss)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(no)
        row.addWidget(give)
        return row

    def _enclosed(self) -> str:
        count = self._desk.photo_count()
        photos = _("附本项照片 {count} 张").format(count=count) if count else _("本项还没有照片")
        return photos + (_("；要求：{demand}").format(demand=self._desk.demand()))

    def _follow_severity(self, severity: str) -> None:
        self._days.choose(self._desk.days_for(Severity(severity)))

    def _refuse(self, error: InspectorError) -> None:
        self.show()
        self._text_row.show_error(self._explain(error))
