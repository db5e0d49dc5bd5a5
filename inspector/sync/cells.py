"""What a record shows, decided from the operations on it alone (sync design, 3.7).

Pure: the same operations give the same answer, in whatever order they came.
"""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

NOT_SAID = "null"
DELETED, PRESENT = "1", "0"


@dataclass(frozen=True, slots=True)
class Candidate:
    """An operation that may be what a field shows.

    `rank` grows along every chain; `segment` and `index` break ties. `value` is JSON text. An
    insert stands in for each field that it sets, with `prev` None. `parents` are what it
    replaces besides `prev`; only who `may_resolve` replaces values that differ from `prev`'s.
    """

    opid: int
    rank: int
    segment: bytes
    index: int
    value: str
    prev: int | None = None
    parents: tuple[int, ...] = ()
    may_resolve: bool = True

    @property
    def order(self) -> tuple[int, bytes, int]:
        """Give what the greatest is chosen by."""
        return self.rank, self.segment, self.index


def heads_of(candidates: Sequence[Candidate]) -> list[Candidate]:
    """Give the operations of one field that no other replaces, the greatest first."""
    if len(candidates) == 1:
        return list(candidates)
    values = {candidate.opid: candidate.value for candidate in candidates}
    replaced: set[int] = set()
    for candidate in candidates:
        replaced.update(_replaced_by(candidate, values))
    live = [candidate for candidate in candidates if candidate.opid not in replaced]
    return sorted(live, key=lambda candidate: candidate.order, reverse=True)


def _replaced_by(candidate: Candidate, values: Mapping[int, str]) -> Iterable[int]:
    if candidate.prev is not None:
        yield candidate.prev
        seen = values.get(candidate.prev, NOT_SAID)
        for parent in candidate.parents:
            if candidate.may_resolve or values.get(parent, NOT_SAID) == seen:
                yield parent


def shown_value(
    heads: Sequence[Candidate], candidates: Sequence[Candidate], *, whole: bool
) -> str | int | None:
    """Give the winner's value, or where it does not fit the column the one it replaced."""
    by_id = {candidate.opid: candidate for candidate in candidates}
    found = heads[0] if heads else None
    while found is not None:
        value: str | int | None = json.loads(found.value)
        if _fits(value, whole=whole):
            return value
        found = by_id.get(found.prev) if found.prev is not None else None
    return None


def _fits(value: object, *, whole: bool) -> bool:
    if value is None:
        return True
    if whole:
        return isinstance(value, int) and not isinstance(value, bool) and -(2**63) <= value < 2**63
    return isinstance(value, str)


def is_disputed(heads: Sequence[Candidate]) -> bool:
    """Tell whether people left different values that nobody has chosen between."""
    return len({head.value for head in heads}) > 1


def uncovered(
    delete_heads: Sequence[Candidate], parents: Mapping[int, Sequence[int]], live: Iterable[int]
) -> list[int]:
    """List what whoever deleted the record had not seen: while there is any, the record stays.

    `delete_heads` are the heads of the field `deleted`; `parents` what each of them covers;
    `live` the record's inserts and the heads of its other fields.
    """
    if not delete_heads or delete_heads[0].value != DELETED:
        return []
    covered = {
        parent
        for head in delete_heads
        if head.value == DELETED
        for parent in parents.get(head.opid, ())
    }
    return sorted(opid for opid in live if opid not in covered)
