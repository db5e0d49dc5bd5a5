"""The page where one rule settles many conflicts."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QWidget

from inspector.core.choosing import ChoiceRule, Preference
from inspector.ui.kit.painting import Pen
from inspector.ui.kit.style.tokens import SPACE_3
from inspector.ui.kit.widgets.buttons import KeyButton, Kind
from inspector.ui.kit.widgets.chips import Segmented
from inspector.ui.kit.widgets.fields import ChoiceBox
from inspector.ui.kit.widgets.panels import Card
from inspector.ui.kit.widgets.texts import Words, small, strong
from inspector.ui.screens.sync.bulk.model import Preview
from inspector.ui.screens.sync.page.view import Page, Stacked
from inspector.words.exchange import laptop_name
from inspector.words.language import _

MOST = 100
"""How many lines of what a rule covers are shown."""
ALL = ""


class BulkPage(Page):
    """One rule, and what it would settle.

    Signals:
        ruled(): the person chose another rule.
        given(): settle what the rule covers.
    """

    ruled = Signal()
    given = Signal()

    def __init__(self) -> None:
        super().__init__(_("批量裁定"))
        self.preference = Segmented(
            [
                (Preference.SHOWN, _("目前显示的")),
                (Preference.LATEST, _("最后填写的")),
                (Preference.LAPTOP, _("某台电脑的")),
            ],
            _("采用哪个值"),
        )
        self.laptop = ChoiceBox((), _("电脑"))
        self.project = ChoiceBox(((ALL, _("全部项目")),), _("项目"))
        self.critical = QCheckBox(_("连影响结论的一起裁定（建议逐条看）"))
        self.critical.setObjectName("with_critical")
        self._hint = small()
        self._card = Card()
        self._lines = Stacked(gap=0)
        self._more = small()
        self._told = Words("", Pen(bold=True))
        self.give = KeyButton(_("裁定"), keys="Ctrl+Enter", kind=Kind.PRIMARY)
        self.give.setObjectName("give_rule")
        self._lay_out()
        self.preference.chosen.connect(lambda _key: self.ruled.emit())
        self.laptop.chosen.connect(lambda _key: self.ruled.emit())
        self.project.chosen.connect(lambda _key: self.ruled.emit())
        self.critical.toggled.connect(lambda _on: self.ruled.emit())
        self.give.clicked.connect(self.given)

    def rule(self) -> ChoiceRule:
        """Give the rule that is chosen."""
        return ChoiceRule(
            preference=Preference(self.preference.current()),
            device=self.laptop.current(),
            project_id=self.project.current(),
            with_critical=self.critical.isChecked(),
        )

    def offer(self, laptops: Sequence[str], projects: Sequence[tuple[str, str]]) -> None:
        """Offer the laptops and projects in which something is open."""
        named = [(code, laptop_name(code)) for code in laptops]
        self.laptop.set_choices(named)
        self.project.set_choices([(ALL, _("全部项目")), *projects])

    def show_preview(self, preview: Preview, *, may_settle: bool) -> None:
        """Show what the rule covers."""
        preference = Preference(self.preference.current())
        self.laptop.setVisible(preference is Preference.LAPTOP)
        self._hint.set(_hint(preference))
        lines = preview.lines[:MOST]
        self._lines.show_parts([_Line(title, text) for title, text in lines])
        self._card.setVisible(bool(lines))
        hidden = len(preview.lines) - len(lines)
        self._more.set(_("另有 {count} 处").format(count=hidden))
        self._more.setVisible(hidden > 0)
        self._told.set(preview.text())
        self.give.set_text(_("裁定这 {count} 处").format(count=len(preview.choices)))
        self.give.setEnabled(may_settle and bool(preview.choices))

    def lines(self) -> list[str]:
        """Give what is shown."""
        return [part.text for part in self._lines.parts() if isinstance(part, _Line)]

    def _lay_out(self) -> None:
        chosen = QHBoxLayout()
        chosen.setSpacing(SPACE_3)
        for widget in (self.preference, self.laptop, self.project):
            chosen.addWidget(widget)
        chosen.addStretch(1)
        self.body.addWidget(strong(_("采用哪个值")))
        self.body.addLayout(chosen)
        self.body.addWidget(self._hint)
        self.body.addWidget(self.critical)
        self._card.column.addWidget(self._lines)
        self._card.column.addWidget(self._more)
        self.body.addWidget(self._card)
        self.body.addStretch(1)
        self.foot.addWidget(self._told, 1)
        self.foot.addWidget(self.give)
        self.show_foot()


class _Line(QWidget):
    """A conflict that the rule covers, and the value that it takes."""

    def __init__(self, title: str, text: str) -> None:
        super().__init__()
        self.text = text
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 4, 0, 4)
        row.setSpacing(SPACE_3)
        row.addWidget(Words(title, Pen(bold=True)), 2)
        row.addWidget(Words(text), 3)


def _hint(preference: Preference) -> str:
    if preference is Preference.SHOWN:
        return _("各台电脑目前都显示这个值，裁定后它就算数。")
    if preference is Preference.LATEST:
        return _("按各台电脑自己的时钟比先后；有一台时钟不准的，不在其列。")
    return _("这台电脑没有填过的，不在其列。")
