"""The history of an answer in words: who, when, on which laptop, which field, from what to what."""

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import UTC, datetime
from typing import Any

from inspector.core.checklists import AnswerState, Item
from inspector.core.errors import InspectorError
from inspector.core.photos import HOME_OFFSET, offset_of
from inspector.operations.history import HistoryLine
from inspector.operations.past import PastRecord
from inspector.ui.kit.style.tokens import Tone
from inspector.ui.kit.widgets.stories import Event
from inspector.words.checklists import state_name, variant_label
from inspector.words.history import restore_text, writer_text
from inspector.words.language import _
from inspector.words.records import field_name

_TONES = {AnswerState.PASS: Tone.PASS, AnswerState.FAIL: Tone.FAIL}
Told = tuple[HistoryLine, str]
_QUIET = frozenset({"deleted", "position", "pack", "id", "project_id"})


def events_of(lines: Sequence[HistoryLine], item: Item) -> list[Event]:
    """Tell the history, oldest first; readings typed in one go are one event."""
    told = [(line, text) for line in lines if (text := _text(line, item))]
    return [
        Event(
            when=_when(first.at_ms),
            text=_("、").join([text, *(_read(line) for line, _text in rest)]),
            detail=_detail(first),
            tone=_tone(first),
            act="" if rest else _offered(first, item),
            key=str(first.opid),
        )
        for (first, text), *rest in _runs(told)
    ]


def facts_then(records: Sequence[PastRecord], item: Item) -> list[tuple[str, str]]:
    """List what an answer said: its fields, its readings, how many photos; nothing without it."""
    there = [record for record in records if not record.is_deleted]
    answers = [record for record in there if record.table == "answer"]
    if not answers:
        return []
    fields = answers[0].fields
    said = [
        (field_name(name), _value(name, fields[name], item))
        for name in _SAID
        if fields.get(name) not in (None, "")
    ]
    readings = [record.fields for record in there if record.table == "reading"]
    readings.sort(key=lambda reading: reading["position"] or 0)
    numbers = _("、").join(_number(reading["value"]) for reading in readings)
    photos = sum(record.table == "photo_link" for record in there)
    return [
        *said,
        *([(field_name("reading"), numbers)] if numbers else []),
        *([(field_name("photo"), _("{count} 张").format(count=photos))] if photos else []),
    ]


def _offered(line: HistoryLine, item: Item) -> str:
    """Say what an entry can give back; nothing where it offers nothing."""
    return restore_text(_value(line.column, line.offer.value, item)) if line.offer else ""


def _detail(line: HistoryLine) -> str:
    file = line.origin.name if line.origin else ""
    return writer_text(
        line.person, line.device, file=file, settles=line.settles, skew_ms=line.skew_ms
    )


def _runs(told: Sequence[Told]) -> Iterator[list[Told]]:
    """Gather new readings that follow each other in the same second by the same hand."""
    run: list[Told] = []
    for one in told:
        if run and _goes_on(run[-1][0], one[0]):
            run.append(one)
            continue
        if run:
            yield run
        run = [one]
    if run:
        yield run


def _goes_on(before: HistoryLine, line: HistoryLine) -> bool:
    both_new = all(one.table == "reading" and one.column == "*" for one in (before, line))
    same_hand = (before.person, before.device) == (line.person, line.device)
    return both_new and same_hand and before.at_ms // 1000 == line.at_ms // 1000


def _read(line: HistoryLine) -> str:
    fields: Mapping[str, Any] = line.after if isinstance(line.after, dict) else {}
    return _number(fields.get("value", ""))


def _when(at_ms: int) -> str:
    home = datetime.fromtimestamp(at_ms / 1000, tz=UTC) + offset_of(HOME_OFFSET)
    return f"{home:%m-%d %H:%M:%S}"


def _text(line: HistoryLine, item: Item) -> str:
    if line.column == "*":
        return _beginning(line, item)
    if line.column == "deleted":
        words = _("删除{record}") if line.after else _("恢复{record}")
        return words.format(record=field_name(line.table))
    if line.column in _QUIET:
        return ""
    return _("{field}：{before} → {after}").format(
        field=field_name(line.column),
        before=_value(line.column, line.before, item),
        after=_value(line.column, line.after, item),
    )


def _beginning(line: HistoryLine, item: Item) -> str:
    """Tell what a new record says: an answer its verdict, a reading its value."""
    fields: Mapping[str, Any] = line.after if isinstance(line.after, dict) else {}
    if line.table == "reading":
        return _("加读数 {value}").format(value=_read(line))
    if line.table == "photo_link":
        return _("关联照片")
    said = [
        f"{field_name(name)}：{_value(name, value, item)}"
        for name, value in fields.items()
        if name in _SAID and value not in (None, "")
    ]
    return _("，").join(said) or field_name(line.table)


def _value(column: str, value: object, item: Item) -> str:
    if value in (None, ""):
        return _("空")
    written = _WRITTEN.get(column)
    return written(value, item) if written else str(value)


def _result(value: Any, _item: Item) -> str:
    fields = _fields(value)
    word = state_name(AnswerState(fields.get("state", AnswerState.UNCHECKED)))
    rule = fields.get("rule")
    reason = _("清单规则 {rule}").format(rule=rule) if rule else fields.get("reason")
    return _("{state}（{reason}）").format(state=word, reason=reason) if reason else word


def _fields(value: Any) -> Mapping[str, Any]:
    """Read columns that are kept as one canonical JSON text."""
    found = json.loads(value) if isinstance(value, str) else value
    return found if isinstance(found, dict) else {}


def _variant(value: Any, item: Item) -> str:
    try:
        return variant_label(item.variant(str(value)))
    except InspectorError:
        return str(value)


def _number(value: Any, _item: Item | None = None) -> str:
    return str(value).replace("-", "−")


_WRITTEN: Mapping[str, Callable[[Any, Item], str]] = {
    "result": _result,
    "variant": _variant,
    "value": _number,
    "design_value": _number,
}
_SAID = ("result", "variant", "choice", "design_value", "due_points", "note")


def _tone(line: HistoryLine) -> Tone:
    began = line.after.get("result") if isinstance(line.after, dict) else None
    result = _fields(line.after if line.column == "result" else began)
    return _TONES.get(AnswerState(result.get("state", AnswerState.UNCHECKED)), Tone.MUTED)
