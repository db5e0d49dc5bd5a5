"""Who is admitted and who may settle conflicts: a pure function of the segments that are here.

Mandates count only where the organisation's own key signed them. A mandate that ended still
holds for what the end accepts: the segments behind its tips. So neither the order of arrival
nor any clock matters (sync design, 3.10).
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum


class MandateKind(StrEnum):
    """What a mandate gives: a laptop may write, or a person may settle conflicts."""

    LAPTOP = "laptop"
    ROLE = "role"
    ORGANISATION = "organisation"
    """Says the organisation's own name, of the key as its subject."""


SUPERVISOR = "supervisor"


@dataclass(frozen=True, slots=True)
class Mandate:
    """Something that the organisation allows: to a key (`laptop`) or to a person (`role`).

    `code` is the 机号 that it gives a laptop, `seal_key` the age recipient that packages for it
    are sealed to.
    """

    id: str
    kind: str
    subject: str
    role: str = ""
    name: str = ""
    code: str = ""
    seal_key: str = ""


@dataclass(frozen=True, slots=True)
class MandateEnd:
    """The end of a mandate: it still holds for what lies behind these segments."""

    mandate_id: str
    accepts: frozenset[str]


@dataclass(frozen=True, slots=True)
class Stub:
    """As much of a segment as admission asks for."""

    hash: str
    prev: str | None
    key: str
    user: str | None


@dataclass(frozen=True, slots=True)
class Admission:
    """What the organisation has said; without a `root` it has said nothing, and all may write.

    `own_key` is this laptop's: it always shows its own work, enrolled or not.
    """

    root: str = ""
    own_key: str = ""
    mandates: tuple[Mandate, ...] = ()
    accepted: Mapping[str, tuple[frozenset[str], ...]] = field(default_factory=dict)
    """Of each mandate that ended: the segments that each end still accepts."""

    def admits(self, stub: Stub) -> bool:
        """Tell whether a segment's laptop may write."""
        if not self.root or stub.key in (self.root, self.own_key):
            return True
        return self._holds(MandateKind.LAPTOP, stub.key, stub.hash)

    def may_resolve(self, stub: Stub) -> bool:
        """Tell whether a segment's person may settle what others left open."""
        if not self.root or stub.key == self.root:
            return True
        return self._holds(MandateKind.ROLE, stub.user or "", stub.hash)

    def holding(self, kind: MandateKind, subject: str) -> tuple[Mandate, ...]:
        """List the mandates of a kind that hold without limit for a key or a person."""
        return tuple(
            mandate
            for mandate in self.mandates
            if (mandate.kind, mandate.subject) == (kind, subject)
            and mandate.id not in self.accepted
            and (kind is not MandateKind.ROLE or mandate.role == SUPERVISOR)
        )

    def knows(self, key: str) -> bool:
        """Tell whether a key ever had a mandate: then what is not admitted was revoked."""
        return any(m.kind == MandateKind.LAPTOP and m.subject == key for m in self.mandates)

    def _holds(self, kind: MandateKind, subject: str, segment: str) -> bool:
        return any(
            mandate.kind == kind
            and mandate.subject == subject
            and (kind is MandateKind.LAPTOP or mandate.role == SUPERVISOR)
            and all(segment in accepted for accepted in self.accepted.get(mandate.id, ()))
            for mandate in self.mandates
        )


def admission_of(
    root: str,
    own_key: str,
    mandates: Iterable[Mandate],
    ends: Iterable[MandateEnd],
    prevs: Mapping[str, str | None],
) -> Admission:
    """Put together what the organisation has said; `prevs` chains the segments that are here."""
    accepted: dict[str, list[frozenset[str]]] = {}
    for end in ends:
        accepted.setdefault(end.mandate_id, []).append(behind(end.accepts, prevs))
    return Admission(
        root, own_key, tuple(mandates), {name: tuple(sets) for name, sets in accepted.items()}
    )


def behind(tips: Iterable[str], prevs: Mapping[str, str | None]) -> frozenset[str]:
    """Give the segments from which a tip descends, the tips included."""
    found: set[str] = set()
    for tip in tips:
        step: str | None = tip
        while step is not None and step in prevs and step not in found:
            found.add(step)
            step = prevs[step]
    return frozenset(found)
