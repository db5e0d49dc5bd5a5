"""What a rule would settle, line by line."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from inspector.core.choosing import ChoiceRule, choices_by
from inspector.core.exchange import Conflict, ConflictValue
from inspector.ui.screens.sync.inbox.model import Inbox, author, said_text, short
from inspector.words.language import _
from inspector.words.records import field_name


@dataclass(frozen=True, slots=True, kw_only=True)
class Preview:
    """What a rule covers: the choices, each as a line, and how many bear on a verdict."""

    choices: Sequence[tuple[Conflict, ConflictValue]] = ()
    lines: Sequence[tuple[str, str]] = ()
    total: int = 0

    @property
    def critical(self) -> int:
        """Count what bears on a verdict."""
        return sum(conflict.is_critical for conflict, _value in self.choices)

    def text(self) -> str:
        """Say how many it is."""
        told = _("待定 {total} 处，按此规则裁定其中 {count} 处").format(
            total=self.total, count=len(self.choices)
        )
        if not self.critical:
            return told
        return _("{told}（{critical} 处影响结论）").format(told=told, critical=self.critical)


def preview_of(rule: ChoiceRule, inbox: Inbox, now: datetime) -> Preview:
    """Say what a rule would settle."""
    choices = choices_by(rule, inbox.conflicts)
    return Preview(
        choices=choices,
        lines=[_line(conflict, value, inbox, now) for conflict, value in choices],
        total=len(inbox.conflicts),
    )


def laptops_in(inbox: Inbox) -> list[str]:
    """List the laptops whose values stand against others."""
    return sorted({value.device for one in inbox.conflicts for value in one.values})


def projects_in(inbox: Inbox) -> list[tuple[str, str]]:
    """List the projects in which something is open, with their names."""
    found = {one.project_id for one in inbox.conflicts}
    named = [(one, inbox.names.get(one, one)) for one in found]
    return sorted(named, key=lambda pair: pair[1])


def _line(conflict: Conflict, value: ConflictValue, inbox: Inbox, now: datetime) -> tuple[str, str]:
    """Give what is settled, and with whose value."""
    left = [
        short(said_text(conflict, side[0], inbox.names))
        for side in conflict.sides()
        if value not in side
    ]
    text = _("采用“{value}”（{who}），不用“{left}”").format(
        value=short(said_text(conflict, value, inbox.names)),
        who=author(value, now),
        left=_("”、“").join(left),
    )
    return f"{conflict.title} {field_name(conflict.column)}", text
