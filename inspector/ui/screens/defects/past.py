"""The history of a record in words: which field, from what to what."""

import json
from collections.abc import Mapping, Sequence
from datetime import tzinfo
from typing import Any

from inspector.core.checklists import Severity
from inspector.core.defects import DefectState, DefectStep
from inspector.core.evidence import PhotoRole
from inspector.operations.history import HistoryLine
from inspector.operations.past import PastRecord
from inspector.ui.kit.style.tokens import Tone
from inspector.ui.screens.defects.model import StoryLine, clock
from inspector.words.checklists import severity_name
from inspector.words.history import restore_text, writer_text
from inspector.words.language import _
from inspector.words.records import field_name, photo_role_name, state_name, step_name

_LONGEST = 60
_HIDDEN = frozenset({"project_id", "pack", "answer_id", "visit_id"})


def past_lines(
    lines: Sequence[HistoryLine], names: Mapping[str, str], zone: tzinfo | None
) -> list[StoryLine]:
    """Tell what was written, newest first; `names` resolves the ids of places and parties."""
    return [
        StoryLine(
            when=clock(line.at_ms, zone, year=True),
            text=_what(line, names),
            detail=_who(line),
            tone=Tone.ACCENT if line.column == "*" else Tone.MUTED,
            act=restore_text(_said(line.column, line.offer.value, names)) if line.offer else "",
            key=str(line.opid),
        )
        for line in reversed(lines)
    ]


def _who(line: HistoryLine) -> str:
    file = line.origin.name if line.origin else ""
    told = writer_text(
        line.person, line.device, file=file, settles=line.settles, skew_ms=line.skew_ms
    )
    return " · ".join((told, _("已封存"))) if line.sealed else told


def facts_then(record: PastRecord, names: Mapping[str, str]) -> list[tuple[str, str]]:
    """List the fields of a defect as it was."""
    return [
        (field_name(name), _said(name, value, names))
        for name, value in record.fields.items()
        if name not in _HIDDEN and value not in (None, "")
    ]


def _what(line: HistoryLine, names: Mapping[str, str]) -> str:
    if line.column == "*":
        return _made(line)
    if line.column == "deleted":
        said = _("删除{record}") if line.after else _("恢复{record}")
        return said.format(record=field_name(line.table))
    before, after = (_said(line.column, value, names) for value in (line.before, line.after))
    return _("{field}：{before} → {after}").format(
        field=field_name(line.column), before=before, after=after
    )


def _made(line: HistoryLine) -> str:
    told = line.after if isinstance(line.after, dict) else {}
    made = _("新增{record}").format(record=field_name(line.table))
    if line.table == "defect_event" and "step" in told:
        return _("{made}：{what}").format(made=made, what=step_name(DefectStep(told["step"])))
    if line.table == "photo_link" and "role" in told:
        return _("{made}：{what}").format(made=made, what=photo_role_name(PhotoRole(told["role"])))
    if "text" in told:
        return _("{made}：{what}").format(made=made, what=_short(str(told["text"])))
    return made


def _said(column: str, value: Any, names: Mapping[str, str]) -> str:
    if value is None or value == "":
        return _("（空）")
    if column == "state":
        told = value if isinstance(value, dict) else json.loads(value)
        return state_name(DefectState(told["state"]))
    if column == "severity":
        return severity_name(Severity(value))
    return _short(names.get(str(value), str(value)))


def _short(text: str) -> str:
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"
