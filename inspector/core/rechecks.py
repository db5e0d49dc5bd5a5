"""A shelf of bundles looked through again, years later: what each one is found to be."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum, auto

from inspector.core.faults import FaultCode, FileState, Verification

RECORD_NAME = "归档包复查记录.csv"
"""The record of a shelf, beside its bundles."""


class BundleState(StrEnum):
    """What a recheck says of one bundle.

    `REPACKED` holds the same files in a ZIP that another program wrote; `REPLACED` is sound in
    itself, but not the bundle that lay here when it was first recorded.
    """

    SOUND = auto()
    REPACKED = auto()
    DAMAGED = auto()
    REPLACED = auto()
    MISSING = auto()
    NOT_A_BUNDLE = auto()


_WELL = frozenset({BundleState.SOUND, BundleState.REPACKED})


@dataclass(frozen=True, slots=True, kw_only=True)
class Recheck:
    """One line of the record of a shelf; `place` is the path below the shelf."""

    checked_at: datetime
    place: str
    state: BundleState
    number: str = ""
    title: str = ""
    sha256: str = ""
    ok: int = 0
    damaged: int = 0
    missing: int = 0
    extra: int = 0
    remark: str = ""

    @property
    def is_well(self) -> bool:
        """Tell whether all of its files are as they were sealed."""
        return self.state in _WELL


def recheck_of(
    place: str, found: Verification, checked_at: datetime, known: str = "", remark: str = ""
) -> Recheck:
    """Say what a bundle is found to be; `known` is the check value it was first recorded with."""
    info = dict(found.info)
    states = [one.state for one in found.members]
    return Recheck(
        checked_at=checked_at,
        place=place,
        state=_state(found, known),
        number=info.get("External-Identifier", ""),
        title=info.get("External-Description", ""),
        sha256=found.sha256,
        ok=states.count(FileState.OK),
        damaged=states.count(FileState.DAMAGED),
        missing=states.count(FileState.MISSING),
        extra=states.count(FileState.EXTRA),
        remark=remark,
    )


def _state(found: Verification, known: str) -> BundleState:
    if any(fault.code is FaultCode.NOT_A_BUNDLE for fault in found.faults):
        return BundleState.DAMAGED if known else BundleState.NOT_A_BUNDLE
    if not found.ok:
        return BundleState.DAMAGED
    if known and known != found.sha256:
        return BundleState.REPLACED
    repacked = any(remark.code is FaultCode.REPACKED for remark in found.remarks)
    return BundleState.REPACKED if repacked else BundleState.SOUND


def first_known(record: Iterable[Recheck]) -> Mapping[str, Recheck]:
    """Give of each place the bundle that was first found well there: later ones must equal it."""
    known: dict[str, Recheck] = {}
    for row in record:
        if row.is_well:
            known.setdefault(row.place, row)
    return known


def absent(row: Recheck, checked_at: datetime) -> Recheck:
    """Say that a bundle which was recorded lies there no more."""
    return Recheck(
        checked_at=checked_at,
        place=row.place,
        state=BundleState.MISSING,
        number=row.number,
        title=row.title,
        sha256=row.sha256,
        missing=row.ok + row.missing + row.damaged,
    )
