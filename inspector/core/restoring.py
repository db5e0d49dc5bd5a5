"""Which fields may be given back a value that they once had."""

from collections.abc import Mapping

_EDITED: Mapping[str, frozenset[str]] = {
    "person": frozenset({"name", "unit"}),
    "document": frozenset({"title", "issued_on", "issuer", "opinion"}),
    "photo": frozenset(
        {"caption", "photographer", "place_id", "visit_id"}
        | {"people", "background", "taken_said", "group_title"}
    ),
}
"""Of these tables only what people edit."""
_WHOLE = frozenset(
    {
        *("programme", "annual_plan", "project", "place", "party", "scheme_row", "visit"),
        *("answer", "reading", "defect", "meeting", "attendance", "opinion", "opinion_condition"),
        *("meeting_group", "resident_voice"),
        *("vote", "publicity", "objection"),
        *("final_account", "warranty", "handover_row", "management", "care_answer"),
        "warranty_claim",
        *("filing", "appraisal"),
    }
)
_FIXED = frozenset({"number", "code", "position", "pack", "item_id", "answer_id"})
"""Numbers and codes are never given twice; the others say which record this is."""
_STEPPED = frozenset(
    {
        *(("defect", "state"), ("meeting", "verdict"), ("meeting", "rules")),
        *(("party", "dismissed"), ("warranty_claim", "closed_on"), ("warranty_claim", "closed_by")),
    }
)
"""They change by acts of their own: steps that leave an event, a verdict that is read out."""

DELETED = "deleted"


def is_restorable(table: str, column: str) -> bool:
    """Tell whether a field may be set to a value that it once had; ledgers are never edited."""
    if (table, column) in _STEPPED or column in _FIXED:
        return False
    if table in _EDITED:
        return column in _EDITED[table]
    return table in _WHOLE
