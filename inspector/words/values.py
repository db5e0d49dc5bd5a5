"""Values of the journal as people read them."""

import json
from collections.abc import Callable, Mapping
from typing import Any

from inspector.core.aftercare.care import CarePoint, CareState
from inspector.core.aftercare.handover import HandoverKind
from inspector.core.aftercare.management import ManagementMode
from inspector.core.aftercare.warranty import WarrantyKind
from inspector.core.checklists import AnswerState, Duty, Severity
from inspector.core.conclusion import ConclusionKind
from inspector.core.defects import DefectState
from inspector.core.inspections import VisitKind
from inspector.core.meetings import GroupKind, Presence, Satisfaction, Stance
from inspector.core.papers import check_code
from inspector.core.projects import PartyRole, PlaceKind
from inspector.core.signatures import SignatureKind, read_shown
from inspector.words.acceptance import conclusion_title
from inspector.words.aftercare import (
    care_state_name,
    handover_kind_name,
    mode_name,
    point_name,
    warranty_kind_name,
)
from inspector.words.checklists import duty_name, severity_name, state_name
from inspector.words.language import _
from inspector.words.meetings import (
    group_kind_name,
    presence_name,
    satisfaction_name,
    stance_name,
)
from inspector.words.records import field_name, place_kind_name, role_name, visit_kind_name
from inspector.words.records import state_name as defect_state_name
from inspector.words.signatures import signature_kind_name

_HIDDEN = frozenset({"id", "project_id", "deleted", "position", "pack"})


def value_text(
    table: str, column: str, value: object, names: Mapping[str, str] | None = None
) -> str:
    """Write what a field held; `names` resolves the ids of other records.

    What a newer program wrote, and no word is known for, is shown as it stands.
    """
    if value is None or value == "":
        return _("空")
    if isinstance(value, dict):
        return _whole(table, value, names or {})
    written = _WRITTEN.get((table, column)) or _WRITTEN.get(("", column))
    text = str(value)
    try:
        return written(text) if written else (names or {}).get(text, text)
    except (ValueError, KeyError, TypeError, AttributeError):
        return text


def _whole(table: str, record: Mapping[str, object], names: Mapping[str, str]) -> str:
    """Write a record that was inserted, field by field."""
    return _("，").join(
        f"{field_name(name)} {value_text(table, name, value, names)}"
        for name, value in record.items()
        if name not in _HIDDEN and value not in (None, "")
    )


def _result(text: str) -> str:
    told: dict[str, Any] = json.loads(text)
    word = state_name(AnswerState(told.get("state", AnswerState.UNCHECKED)))
    reason = told.get("reason") or told.get("rule")
    return _("{state}（{reason}）").format(state=word, reason=reason) if reason else word


def _defect_state(text: str) -> str:
    told: dict[str, Any] = json.loads(text)
    word, reason = defect_state_name(DefectState(told["state"])), told.get("reason")
    return _("{state}（{reason}）").format(state=word, reason=reason) if reason else word


def _days(text: str) -> str:
    told: dict[str, str] = json.loads(text)
    return " — ".join(dict.fromkeys((told["first"], told["last"])))


def _parts(text: str) -> str:
    """Write a value of several parts that needs no names: quantity and unit, people."""
    told: dict[str, Any] = json.loads(text)
    said = (_("、").join(map(str, v)) if isinstance(v, list) else str(v) for v in told.values())
    return " ".join(said)


def _said(text: str) -> str:
    """Write an opinion: what was said, and in which words."""
    told: dict[str, Any] = json.loads(text)
    word, more = stance_name(Stance(told["stance"])), told.get("text")
    return _("{state}（{reason}）").format(state=word, reason=more) if more else word


def _verdict(text: str) -> str:
    """Write a verdict that was read out, and why where the chair decided otherwise."""
    told: dict[str, Any] = json.loads(text)
    word, reason = conclusion_title(ConclusionKind(told["kind"])), told.get("reason")
    return _("{state}（{reason}）").format(state=word, reason=reason) if reason else word


def _listed(text: str) -> str:
    return _("、").join(json.loads(text)) or _("空")


_WRITTEN: Mapping[tuple[str, str], Callable[[str], str]] = {
    ("", "result"): _result,
    ("", "severity"): lambda text: severity_name(Severity(text)),
    ("", "duty"): lambda text: duty_name(Duty(text)),
    ("defect", "state"): _defect_state,
    ("visit", "days"): _days,
    ("visit", "kind"): lambda text: visit_kind_name(VisitKind(text)),
    ("visit", "inspectors"): lambda text: _("、").join(json.loads(text)["names"]),
    ("place", "kind"): lambda text: place_kind_name(PlaceKind(text)),
    ("place", "has_lift"): lambda text: _("有") if text == "1" else _("无"),
    ("party", "role"): lambda text: role_name(PartyRole(text)),
    ("party", "dismissed"): lambda text: str(json.loads(text)["reason"]),
    ("scheme_row", "planned"): _parts,
    ("", "pack"): lambda text: "{id} {version}".format(**json.loads(text)),
    ("warranty", "kind"): lambda text: warranty_kind_name(WarrantyKind(text)),
    ("handover_row", "kind"): lambda text: handover_kind_name(HandoverKind(text)),
    ("management", "mode"): lambda text: mode_name(ManagementMode(text)),
    ("care_answer", "point"): lambda text: point_name(CarePoint(text)),
    ("care_answer", "state"): lambda text: care_state_name(CareState(text)),
    ("", "said"): _said,
    ("meeting", "verdict"): _verdict,
    ("attendance", "presence"): lambda text: presence_name(Presence(text)),
    ("meeting_group", "kind"): lambda text: group_kind_name(GroupKind(text)),
    ("meeting_group", "items"): _listed,
    ("meeting_group", "missing"): _listed,
    ("resident_voice", "level"): lambda text: satisfaction_name(Satisfaction(text)),
    ("signature", "shown"): lambda text: check_code(read_shown(text).sha256),
    ("signature", "kind"): lambda text: signature_kind_name(SignatureKind(text)),
    ("signature", "ink"): lambda _hash: _("有"),
    ("signature", "withdrawn"): lambda text: str(json.loads(text)["reason"]),
    ("reading", "value"): lambda text: text.replace("-", "−"),
}
