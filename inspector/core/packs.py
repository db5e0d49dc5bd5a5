"""What can be wrong in a pack's file, and what differs between two versions."""

from dataclasses import dataclass
from enum import StrEnum

from inspector.core.checklists import PackRef


class FaultCode(StrEnum):
    """What can be wrong in a pack's file."""

    SYNTAX = "syntax"
    UNREADABLE = "unreadable"
    TOO_LARGE = "too_large"
    FIELD_UNKNOWN = "field_unknown"
    FIELD_MISSING = "field_missing"
    TYPE_WRONG = "type_wrong"
    VALUE_UNKNOWN = "value_unknown"
    TEXT_EMPTY = "text_empty"
    TEXT_UNCLEAN = "text_unclean"
    NUMBER_OUT_OF_RANGE = "number_out_of_range"
    CODE_INVALID = "code_invalid"
    DUPLICATE = "duplicate"
    REFERENCE_UNKNOWN = "reference_unknown"
    LIMITS_MISSING = "limits_missing"
    LIMITS_UNWANTED = "limits_unwanted"
    LIMITS_REVERSED = "limits_reversed"
    LIMITS_TWICE = "limits_twice"
    TOLERANCE_SIGN = "tolerance_sign"
    OPTIONS_MISSING = "options_missing"
    OPTIONS_UNWANTED = "options_unwanted"
    CONTROL_WITHOUT_BASIS = "control_without_basis"
    RULE_IN_CIRCLE = "rule_in_circle"
    RULE_NEVER_SHOWS = "rule_never_shows"
    ITEMS_MISSING = "items_missing"


@dataclass(frozen=True, slots=True, kw_only=True)
class PackFault:
    """One thing wrong in a pack: in which file, at which item and field, and the facts."""

    file: str
    code: FaultCode
    item: str = ""
    field: str = ""
    facts: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class FieldChange:
    """A field that reads differently in two versions; a missing value is empty."""

    field: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class ItemChange:
    """An item that is in both versions and differs."""

    item_id: str
    fields: tuple[FieldChange, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PackDiff:
    """What differs between two versions, item by item."""

    before: PackRef
    after: PackRef
    head: tuple[FieldChange, ...] = ()
    added: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()
    changed: tuple[ItemChange, ...] = ()

    @property
    def is_empty(self) -> bool:
        """Tell whether the two versions say the same."""
        return not (self.head or self.added or self.removed or self.changed)
