"""Rows of what was looked at: visits, disciplines, measured items, answers."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class VisitRow:
    """One visit on which the results rest."""

    kind: str
    day: str
    people: str | None = None
    scope: str | None = None
    answers: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class DisciplineRow:
    """The results of a discipline (T7); percentages are exact texts, None where nothing is due."""

    discipline: str
    due: int
    passed: int
    failed: int
    not_applicable: int
    unchecked: int
    dominant_percent: str | None
    general_percent: str | None
    verdict: str
    is_against: bool = False

    @property
    def checked(self) -> int:
        """Count what somebody looked at."""
        return self.due - self.unchecked


@dataclass(frozen=True, slots=True)
class ReadingText:
    """One reading as typed, and whether it holds its limit."""

    text: str
    holds: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class MeasuredRow:
    """A measured item at a place with the computation that a reader can repeat (T8)."""

    item: str
    place: str
    limit: str
    readings: tuple[ReadingText, ...]
    computation: tuple[str, ...]
    verdict: str
    unit: str | None = None
    worst: str | None = None
    is_against: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class NotApplicableRow:
    """An item that does not apply at some places, and why: a person's reason or a rule."""

    item: str
    places: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerRow:
    """What a visit found for one item at one place."""

    item: str
    place: str
    verdict: str
    reason: str | None = None
    readings: str | None = None
    computation: str | None = None
    note: str | None = None
    is_against: bool = False
