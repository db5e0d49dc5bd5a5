"""What people put on record for the gates: publicity, papers, confirmations, waivers."""

from dataclasses import dataclass
from datetime import date

from inspector.core.days import check_days, check_not_later
from inspector.core.errors import InspectorError, Problem
from inspector.core.process.names import DocumentKind, DocumentOpinion, EventKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Objection:
    """What somebody had against a scheme in publicity, and what was answered; no names."""

    id: str
    project_id: str
    publicity_id: str
    text: str
    raised_on: date
    answer: str | None = None
    answered_on: date | None = None

    def checked(self, today: date) -> "Objection":
        """Return the objection, or refuse an answer older than it, or days to come."""
        check_not_later("raised_on", self.raised_on, today)
        if self.answered_on is not None:
            check_days("raised_on", self.raised_on, "answered_on", self.answered_on)
            check_not_later("answered_on", self.answered_on, today)
        return self


@dataclass(frozen=True, slots=True, kw_only=True)
class Publicity:
    """A scheme posted for the residents to see, from a day to a day."""

    id: str
    project_id: str
    title: str
    start_on: date
    end_on: date
    place: str

    def checked(self) -> "Publicity":
        """Return the publicity, or refuse one that ends before it begins."""
        check_days("start_on", self.start_on, "end_on", self.end_on)
        return self


@dataclass(frozen=True, slots=True, kw_only=True)
class GateDocument:
    """A paper of a gate: what it is, who issued it when, and its file by hash."""

    id: str
    project_id: str
    kind: DocumentKind
    title: str
    number: str | None = None
    issued_on: date | None = None
    issuer: str | None = None
    opinion: DocumentOpinion | None = None
    sha256: str | None = None
    size: int | None = None
    name: str | None = None

    def checked(self, today: date) -> "GateDocument":
        """Return the document, or refuse one dated after today."""
        if self.issued_on is not None:
            check_not_later("issued_on", self.issued_on, today)
        return self


@dataclass(frozen=True, slots=True, kw_only=True)
class GateRecord:
    """What somebody said of the process: a confirmation, a waiver, an asserted state, a stop.

    `target` is a condition, a gate or precondition, or a state; `authority` is who says so, on the
    strength of `paper`.
    """

    id: str
    project_id: str
    kind: EventKind
    target: str
    said_on: date
    authority: str = ""
    paper: str = ""
    reason: str = ""
    holds: bool = True
    by: str = ""

    def checked(self, today: date) -> "GateRecord":
        """Return the event, or refuse one that lacks what its kind owes.

        A waiver owes authority, paper and reason, an asserted state who says so on what paper,
        a stop its reason (process rules of the plans).
        """
        for field in _OWED[self.kind]:
            if not getattr(self, field):
                raise InspectorError(Problem.NAME_EMPTY, field=field)
        check_not_later("said_on", self.said_on, today)
        return self


_OWED = {
    EventKind.CONFIRM: ("target", "authority"),
    EventKind.WAIVE: ("target", "authority", "paper", "reason"),
    EventKind.ASSERT: ("target", "authority", "paper"),
    EventKind.SUSPEND: ("authority", "reason"),
    EventKind.WITHDRAW: ("authority", "reason"),
    EventKind.RESUME: ("authority", "reason"),
}
