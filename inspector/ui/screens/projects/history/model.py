"""A record's history in the words of the trade."""

from collections.abc import Sequence
from datetime import UTC, datetime, tzinfo
from typing import Any

from inspector.core.checklists import Duty
from inspector.core.inspections import VisitKind
from inspector.core.projects import PartyRole, PlaceKind
from inspector.operations.history import HistoryLine
from inspector.ui.kit.style.tokens import Tone
from inspector.ui.kit.widgets.stories import Event
from inspector.words.checklists import duty_name
from inspector.words.language import _
from inspector.words.records import field_name, place_kind_name, role_name, visit_kind_name

MOST_EVENTS = 200
_HIDDEN = frozenset({"id", "project_id", "deleted", "position"})


def events_of(lines: Sequence[HistoryLine], zone: tzinfo | None) -> list[Event]:
    """Tell the newest part of a history, oldest first."""
    return [_event(line, zone) for line in lines[-MOST_EVENTS:]]


def _event(line: HistoryLine, zone: tzinfo | None) -> Event:
    when = datetime.fromtimestamp(line.at_ms / 1000, UTC).astimezone(zone)
    return Event(
        when=f"{when:%Y-%m-%d %H:%M}",
        text=_sentence(line),
        detail=_("{person} · {device} 机").format(person=line.person or "—", device=line.device),
        tone=_tone(line),
    )


def _tone(line: HistoryLine) -> Tone:
    if line.column == "deleted":
        return Tone.FAIL if line.after else Tone.PASS
    return Tone.ACCENT if line.column == "*" else Tone.MUTED


def _sentence(line: HistoryLine) -> str:
    if line.column == "*":
        return _("建立：{values}").format(values=_inserted(line))
    if line.column == "deleted":
        return _("删除") if line.after else _("恢复")
    if line.is_withheld:
        return _("{field}：改过（个人信息不在本机）").format(field=field_name(line.column))
    return _("{field}：{before} → {after}").format(
        field=field_name(line.column),
        before=value_text(line.column, line.before),
        after=value_text(line.column, line.after),
    )


def _inserted(line: HistoryLine) -> str:
    values = line.after if isinstance(line.after, dict) else {}
    parts = [
        f"{field_name(name)} {value_text(name, value)}"
        for name, value in values.items()
        if name not in _HIDDEN and value not in {None, ""} and not isinstance(value, dict)
    ]
    return _("，").join(parts)


def value_text(field: str, value: Any) -> str:
    """Write a value of the journal as people read it."""
    if value is None or value == "":
        return _("空")
    if isinstance(value, bool):
        return _("有") if value else _("无")
    if isinstance(value, dict):
        parts = (
            f"{field_name(key)} {value_text(key, item)}" for key, item in value.items() if item
        )
        return _("，").join(parts) or _("空")
    if isinstance(value, list):
        return _("、").join(value_text(field, item) for item in value)
    return _named(field, str(value))


def _named(field: str, text: str) -> str:
    """Name a code where the field has one."""
    for known in (PlaceKind, VisitKind, PartyRole, Duty):
        if text in set(known) and field in {"kind", "role", "duty"}:
            return str(_NAMES[known](known(text)))
    return text


_NAMES: dict[Any, Any] = {
    PlaceKind: place_kind_name,
    VisitKind: visit_kind_name,
    PartyRole: role_name,
    Duty: duty_name,
}
