"""What may be written into a field that people left in conflict, besides the values there are."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal, InvalidOperation
from enum import StrEnum

from inspector.core.canonical import spell_decimal
from inspector.core.checklists import Duty, Severity
from inspector.core.errors import InspectorError, Problem
from inspector.core.text import LONGEST_TEXT, clean


class ValueKind(StrEnum):
    """How a field is written by hand."""

    TEXT = "text"
    NUMBER = "number"
    DAY = "day"
    WORD = "word"
    """One of a few words: `words_of` lists them."""
    FIXED = "fixed"
    """Only one of the values that stand against each other: a link, or a value of several parts."""


_WORDS: Mapping[str, tuple[str, ...]] = {"severity": tuple(Severity), "duty": tuple(Duty)}
_TEXTS = frozenset(
    {
        *("text", "note", "demand", "measured", "caption", "photographer", "address", "title"),
        *("name", "unit", "representative", "phone", "district", "subdistrict", "structure"),
        *("approval_number", "approved_by", "approval_paper", "explanation"),
        *("part", "item", "quantity", "receiver", "paper", "body", "agreement"),
        *("people", "background", "taken_said", "group_title", "gaps_reason"),
        *("works_code", "region_code", "owner_code", "filing_number", "archive_opinion"),
    }
)
_NUMBERS = frozenset(
    {
        *("value", "design_value", "investment_yuan", "floor_area_m2", "height_m"),
        *("estimate_yuan", "contract_yuan", "settled_yuan", "final_yuan"),
        *("fiscal_yuan", "residents_yuan", "social_yuan"),
        *("latitude", "longitude"),
    }
)
_NOT_TYPED = frozenset({("reading", "position"), ("place", "has_lift")})


def kind_of(table: str, column: str, *, is_whole: bool) -> ValueKind:
    """Tell how a field is written by hand."""
    if column in _WORDS:
        return ValueKind.WORD
    if column.endswith("_on"):
        return ValueKind.DAY
    if (is_whole or column in _NUMBERS) and (table, column) not in _NOT_TYPED:
        return ValueKind.NUMBER
    return ValueKind.TEXT if column in _TEXTS else ValueKind.FIXED


def words_of(column: str) -> tuple[str, ...]:
    """List the words that a field of few words can hold."""
    return _WORDS[column]


def written(column: str, kind: ValueKind, typed: str, *, is_whole: bool) -> str | int:
    """Spell what a person typed as the field keeps it, or refuse it."""
    text = clean(typed)
    refusal = InspectorError(Problem.FIELD_INVALID, field=column, value=text)
    if not text or len(text) > LONGEST_TEXT or kind is ValueKind.FIXED:
        raise refusal
    if kind is ValueKind.WORD and text not in _WORDS[column]:
        raise refusal
    try:
        if kind is ValueKind.DAY:
            return date.fromisoformat(text).isoformat()
        if kind is ValueKind.NUMBER:
            return int(text) if is_whole else _decimal(text)
    except (ValueError, InvalidOperation):
        raise refusal from None
    return text


def _decimal(text: str) -> str:
    value = Decimal(text)
    if not value.is_finite():
        raise ValueError(text)
    return spell_decimal(value)
