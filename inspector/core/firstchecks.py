"""How often a repair passed when it was first re-checked (一次复验合格率), by responsible party."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from inspector.core.defects import Defect, DefectEvent, DefectState, DefectStep

_RECHECKS = frozenset({DefectStep.RECHECK_PASS, DefectStep.RECHECK_FAIL})


@dataclass(frozen=True, slots=True)
class FirstChecks:
    """Of so many defects that were re-checked, so many passed the first time.

    A party of None is nobody: defects that were put to no party.
    """

    party_id: str | None
    checked: int
    passed: int

    @property
    def rate(self) -> Fraction | None:
        """Give the exact share; None where nothing was re-checked."""
        return Fraction(self.passed, self.checked) if self.checked else None

    @property
    def percent(self) -> str | None:
        """Write it with one decimal, rounded half up from the exact share: 66.7 of two in three."""
        if not self.checked:
            return None
        tenths = (2 * 1000 * self.passed + self.checked) // (2 * self.checked)
        return f"{tenths // 10}.{tenths % 10}"


def first_checks(
    defects: Iterable[Defect], events: Mapping[str, Sequence[DefectEvent]]
) -> tuple[FirstChecks, ...]:
    """Count by the party that owed the repair when it was first re-checked.

    Events stand in their order. Voided defects do not count; what was opened again keeps its
    first re-check.
    """
    found: dict[str | None, list[bool]] = {}
    for defect in defects:
        told = None if defect.state is DefectState.VOIDED else _first(events.get(defect.id, ()))
        if told is not None:
            party_id, has_passed = told
            found.setdefault(party_id or defect.party_id, []).append(has_passed)
    return tuple(FirstChecks(key, len(seen), sum(seen)) for key, seen in found.items())


def _first(events: Sequence[DefectEvent]) -> tuple[str | None, bool] | None:
    """Give who owed the repair and whether its first re-check passed."""
    party_id: str | None = None
    for event in events:
        if event.step in _RECHECKS:
            return party_id, event.step is DefectStep.RECHECK_PASS
        party_id = event.party_id or party_id
    return None


def together(rows: Iterable[FirstChecks]) -> FirstChecks:
    """Add the parties up."""
    known = list(rows)
    return FirstChecks(None, sum(row.checked for row in known), sum(row.passed for row in known))
