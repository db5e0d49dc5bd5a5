"""What was done and tried out, and what follows the acceptance (T3, T9, annexes C and D)."""

from dataclasses import dataclass
from decimal import Decimal


@dataclass(frozen=True, slots=True, kw_only=True)
class BlockRow:
    """A building or outdoor part: how many of its check items stand where (T3)."""

    place: str
    items: int
    passed: int
    failed: int
    not_applicable: int
    unchecked: int


@dataclass(frozen=True, slots=True, kw_only=True)
class QuantityRow:
    """A piece of work at a place whose quantity was recorded (T3)."""

    item: str
    place: str
    planned: str | None = None
    done: str | None = None
    difference: str | None = None
    note: str | None = None
    is_against: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class SampleRow:
    """How an item is looked at, how much of it must be, and how much was (chapter 4)."""

    item: str
    control: str
    method: str
    sampling: str
    places: int
    checked: int


@dataclass(frozen=True, slots=True, kw_only=True)
class TrialRow:
    """An item that a test proves, with the places of one result (T9)."""

    item: str
    demand: str
    places: str
    days: str | None = None
    verdict: str
    note: str | None = None
    is_against: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class WorksText:
    """What was done, how it was sampled, and what tests came to."""

    blocks: tuple[BlockRow, ...] = ()
    quantities: tuple[QuantityRow, ...] = ()
    samples: tuple[SampleRow, ...] = ()
    trials: tuple[TrialRow, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class CareRow:
    """A paper of the long-term management or of the handover, as far as it is on record."""

    name: str
    document: str | None = None
    day: str | None = None
    issuer: str | None = None
    status: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CareItemRow:
    """What a visit found for an item of the long-term management."""

    item: str
    place: str
    verdict: str
    note: str | None = None
    is_against: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class HandoverLine:
    """A thing that is handed over: to whom, when, on which paper; without a day it waits."""

    kind: str
    item: str
    quantity: str | None = None
    receiver: str | None = None
    day: str | None = None
    paper: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class WarrantyLine:
    """A part under warranty, from a day to a day."""

    kind: str
    part: str
    days: str
    unit: str | None = None
    paper: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class SpotRow:
    """Where a place lies: the mean of its photos' positions, in degrees (annex D)."""

    label: str
    place: str
    latitude: Decimal
    longitude: Decimal
    datum: str
    photos: int


@dataclass(frozen=True, slots=True, kw_only=True)
class AfterText:
    """Long-term management and handover (annex C), and where the places lie (annex D)."""

    care: tuple[CareRow, ...] = ()
    care_items: tuple[CareItemRow, ...] = ()
    managed: str | None = None
    handover: tuple[HandoverLine, ...] = ()
    warranties: tuple[WarrantyLine, ...] = ()
    spots: tuple[SpotRow, ...] = ()
