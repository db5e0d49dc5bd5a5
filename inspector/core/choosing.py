"""Settling many conflicts by one rule: which of them it covers, and whose value it takes."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from inspector.core.exchange import FAST_CLOCK_MS, Conflict, ConflictKind, ConflictValue


class Preference(StrEnum):
    """Whose value is taken."""

    SHOWN = "shown"
    """The one that is shown meanwhile."""
    LATEST = "latest"
    """The one written last by the clocks, where no clock is known to be wrong."""
    LAPTOP = "laptop"
    """What one laptop wrote."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ChoiceRule:
    """A rule: `device` for `LAPTOP`, an empty `project_id` for all of them.

    Without `with_critical` what bears on a verdict is left to be looked at one by one.
    """

    preference: Preference = Preference.SHOWN
    device: str = ""
    project_id: str = ""
    with_critical: bool = False


def choices_by(
    rule: ChoiceRule, conflicts: Iterable[Conflict]
) -> list[tuple[Conflict, ConflictValue]]:
    """Give the conflicts that a rule covers, each with the value that it takes."""
    found = []
    for conflict in conflicts:
        value = _taken(rule, conflict) if _is_covered(rule, conflict) else None
        if value is not None:
            found.append((conflict, value))
    return found


def _is_covered(rule: ChoiceRule, conflict: Conflict) -> bool:
    """Leave out records deleted by some, other projects, and what is critical unless wished."""
    return (
        conflict.kind is ConflictKind.FIELD
        and rule.project_id in ("", conflict.project_id)
        and (rule.with_critical or not conflict.is_critical)
    )


def _taken(rule: ChoiceRule, conflict: Conflict) -> ConflictValue | None:
    values = conflict.values
    if rule.preference is Preference.SHOWN:
        return next((one for one in values if one.is_shown), None)
    if rule.preference is Preference.LATEST:
        if any(one.skew_ms >= FAST_CLOCK_MS for one in values):
            return None
        last = max(one.at_ms for one in values)
        return _only([one for one in values if one.at_ms == last], conflict)
    return _only([one for one in values if one.device == rule.device], conflict)


def _only(values: list[ConflictValue], conflict: Conflict) -> ConflictValue | None:
    """Give what these say if they say one thing."""
    sides = [side for side in conflict.sides() if any(one in values for one in side)]
    return values[0] if len(sides) == 1 else None
