"""A record's history in the words of the trade."""

import json
from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, datetime, tzinfo
from typing import Any

from inspector.core.checklists import Duty
from inspector.core.inspections import VisitKind
from inspector.core.projects import PartyRole, PlaceKind
from inspector.operations.history import HistoryLine
from inspector.operations.past import PastRecord
from inspector.ui.kit.style.tokens import Tone
from inspector.ui.kit.widgets.stories import Event
from inspector.ui.screens.projects.visits.model import span_text
from inspector.words.checklists import duty_name
from inspector.words.history import restore_text, writer_text
from inspector.words.language import _
from inspector.words.records import field_name, place_kind_name, role_name, visit_kind_name

MOST_EVENTS = 200
_HIDDEN = frozenset({"id", "project_id", "deleted", "position"})


def events_of(
    lines: Sequence[HistoryLine], zone: tzinfo | None, names: Mapping[str, str]
) -> list[Event]:
    """Tell the newest part of a history, oldest first; `names` resolves ids of other records."""
    return [_event(line, zone, names) for line in lines[-MOST_EVENTS:]]


def _event(line: HistoryLine, zone: tzinfo | None, names: Mapping[str, str]) -> Event:
    when = datetime.fromtimestamp(line.at_ms / 1000, UTC).astimezone(zone)
    return Event(
        when=f"{when:%Y-%m-%d %H:%M}",
        text=_sentence(line, names),
        detail=_detail(line),
        tone=_tone(line),
        act=restore_text(value_text(line.column, line.offer.value, names)) if line.offer else "",
        key=str(line.opid),
    )


def _detail(line: HistoryLine) -> str:
    file = line.origin.name if line.origin else ""
    return writer_text(
        line.person, line.device, file=file, settles=line.settles, skew_ms=line.skew_ms
    )


def facts_then(record: PastRecord, names: Mapping[str, str]) -> list[tuple[str, str]]:
    """List the fields of a record as it was."""
    return [
        (field_name(name), value_text(name, value, names))
        for name, value in record.fields.items()
        if name not in _HIDDEN and value not in (None, "")
    ]


def _tone(line: HistoryLine) -> Tone:
    if line.column == "deleted":
        return Tone.FAIL if line.after else Tone.PASS
    return Tone.ACCENT if line.column == "*" else Tone.MUTED


def _sentence(line: HistoryLine, names: Mapping[str, str]) -> str:
    if line.column == "*":
        return _("建立：{values}").format(values=_inserted(line, names))
    if line.column == "deleted":
        return _("删除") if line.after else _("恢复")
    if line.is_withheld:
        return _("{field}：改过（个人信息不在本机）").format(field=field_name(line.column))
    return _("{field}：{before} → {after}").format(
        field=field_name(line.column),
        before=value_text(line.column, line.before, names),
        after=value_text(line.column, line.after, names),
    )


def _inserted(line: HistoryLine, names: Mapping[str, str]) -> str:
    values = line.after if isinstance(line.after, dict) else {}
    parts = [
        f"{field_name(name)} {value_text(name, value, names)}"
        for name, value in values.items()
        if name not in _HIDDEN and value not in {None, ""}
    ]
    return _("，").join(parts)


def value_text(field: str, value: object, names: Mapping[str, str]) -> str:
    """Write a value of the journal as people read it."""
    if value is None or value == "":
        return _("空")
    if field == "has_lift":
        return _("有") if value else _("无")
    text = str(value)
    if field in _TOGETHER:
        return _TOGETHER[field](json.loads(text))
    if field in _NAMED:
        return _NAMED[field](text)
    return names.get(text, text)


def _days(fields: Mapping[str, str]) -> str:
    return span_text(fields["first"], fields["last"])


def _planned(fields: Mapping[str, str]) -> str:
    return " ".join(part for key in ("quantity", "unit") if (part := fields.get(key)))


_TOGETHER: Mapping[str, Callable[[Any], str]] = {
    "days": _days,
    "inspectors": lambda fields: _("、").join(fields["names"]),
    "pack": lambda fields: f"{fields['id']} {fields['version']}",
    "planned": _planned,
}
"""Columns that change together and are kept as one JSON text."""


def _kind(text: str) -> str:
    in_tree = text in set(PlaceKind)
    return place_kind_name(PlaceKind(text)) if in_tree else visit_kind_name(VisitKind(text))


_NAMED: Mapping[str, Callable[[str], str]] = {
    "kind": _kind,
    "role": lambda text: role_name(PartyRole(text)),
    "duty": lambda text: duty_name(Duty(text)),
}
