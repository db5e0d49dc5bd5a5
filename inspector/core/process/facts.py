"""What the conditions of the gates look at, and what they say."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from inspector.core.aftercare.account import FinalAccount
from inspector.core.aftercare.handover import HandoverRow
from inspector.core.aftercare.management import Management
from inspector.core.conclusion import Figures
from inspector.core.defects import DefectState
from inspector.core.inspections import VisitKind
from inspector.core.process.names import (
    Condition,
    DocumentKind,
    EventKind,
    GateId,
    ProjectState,
    VoteSubject,
)
from inspector.core.process.records import GateDocument, GateRecord, Objection, Publicity
from inspector.core.process.states import gates_up_to
from inspector.core.process.votes import Vote
from inspector.core.projects import AnnualPlan, PartyRole, Programme, Project
from inspector.core.workdays import WorkCalendar


class Why(StrEnum):
    """What a condition found, met or not; `words` makes the sentence."""

    BUILT_IN_TIME = "built_in_time"
    BUILT_TOO_LATE = "built_too_late"
    BUILT_YEAR_UNKNOWN = "built_year_unknown"
    CUTOFF_UNKNOWN = "cutoff_unknown"
    CONFIRMED = "confirmed"
    DENIED = "denied"
    NOT_CONFIRMED = "not_confirmed"
    VOTE_COUNTED = "vote_counted"
    VOTE_MISSING = "vote_missing"
    PARTY_KNOWN = "party_known"
    PARTY_MISSING = "party_missing"
    PAPERS_THERE = "papers_there"
    PAPERS_MISSING = "papers_missing"
    OPINION_AGREES = "opinion_agrees"
    OPINION_OTHER = "opinion_other"
    PUBLICITY_LASTED = "publicity_lasted"
    PUBLICITY_SHORT = "publicity_short"
    PUBLICITY_RUNNING = "publicity_running"
    PUBLICITY_MISSING = "publicity_missing"
    YEAR_WITHOUT_TABLE = "year_without_table"
    PHOTOS_THERE = "photos_there"
    PHOTOS_MISSING = "photos_missing"
    PHOTO_OF_OTHER_DAY = "photo_of_other_day"
    NO_OBJECTION = "no_objection"
    OBJECTIONS_ANSWERED = "objections_answered"
    OBJECTIONS_OPEN = "objections_open"
    DECLARED_BY = "declared_by"
    DECLARED_LATE = "declared_late"
    DEADLINE_UNKNOWN = "deadline_unknown"
    DAY_UNKNOWN = "day_unknown"
    APPROVAL_NUMBERED = "approval_numbered"
    ISSUERS_COMPLETE = "issuers_complete"
    ISSUERS_LACKING = "issuers_lacking"
    HANDED_IN_AFTER = "handed_in_after"
    VISIT_MISSING = "visit_missing"
    DEFECTS_CLOSED = "defects_closed"
    DEFECTS_OPEN = "defects_open"
    PRECONDITIONS_THERE = "preconditions_there"
    PRECONDITIONS_LACKING = "preconditions_lacking"
    ITEMS_UNCHECKED = "items_unchecked"
    NOTHING_TO_CHECK = "nothing_to_check"
    ITEMS_QUALIFIED = "items_qualified"
    ITEMS_CONCEDED = "items_conceded"
    ITEMS_FAILED = "items_failed"
    SHARE_REACHED = "share_reached"
    DEFECTS_NOT_ASSIGNED = "defects_not_assigned"
    DEFECTS_ASSIGNED = "defects_assigned"
    NO_DEFECT_OPEN = "no_defect_open"
    DEFECTS_UNANSWERED = "defects_unanswered"
    DEFECTS_WITHOUT_PHOTO = "defects_without_photo"
    DEFECTS_ALL_ANSWERED = "defects_all_answered"
    NOTHING_ISSUED = "nothing_issued"
    BUNDLE_MISSING = "bundle_missing"
    ACCOUNT_MISSING = "account_missing"
    ACCOUNT_LACKING = "account_lacking"
    ACCOUNT_APPROVED = "account_approved"
    SETTLED = "settled"
    NOT_SETTLED = "not_settled"
    HANDOVER_MISSING = "handover_missing"
    HANDOVER_OPEN = "handover_open"
    HANDED_OVER = "handed_over"
    BODY_MISSING = "body_missing"
    BODY_UNSIGNED = "body_unsigned"
    BODY_SIGNED = "body_signed"
    AGREEMENT_OVER = "agreement_over"
    IN_FORCE = "in_force"
    ALL_SIGNED = "all_signed"
    NOT_SIGNED = "not_signed"
    CHANGED_SINCE_SIGNED = "changed_since_signed"
    NOT_FORBIDDEN = "not_forbidden"
    FORBIDDEN = "forbidden"


@dataclass(frozen=True, slots=True)
class Seen:
    """What a condition found: whether it is met, and why, with the figures."""

    is_met: bool
    why: Why
    facts: Mapping[str, object] = field(default_factory=dict)


def met(why: Why, **facts: object) -> Seen:
    """Say that a condition is met."""
    return Seen(is_met=True, why=why, facts=facts)


def lacking(why: Why, **facts: object) -> Seen:
    """Say that a condition is not met."""
    return Seen(is_met=False, why=why, facts=facts)


@dataclass(frozen=True, slots=True, kw_only=True)
class Posted:
    """A publicity with what hangs on it: objections, and the days of its first and last photos.

    Each photo gives the day on which it was taken, or None where its file does not say.
    """

    publicity: Publicity
    objections: tuple[Objection, ...] = ()
    first_photos: tuple[date | None, ...] = ()
    last_photos: tuple[date | None, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class SignedMeeting:
    """Who signed what the newest meeting came to, of the parties that have to.

    Attributes:
        lacking: the units that did not sign.
        changed: the units whose signed content changed since (签后有变更).
        unknown: roles that have to sign and have no party on record.
    """

    number: str
    signed: int
    lacking: tuple[str, ...] = ()
    changed: tuple[str, ...] = ()
    unknown: tuple[PartyRole, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class DefectFact:
    """What the gates ask of a defect."""

    number: str
    state: DefectState
    is_open: bool
    is_assigned: bool
    has_photo_after: bool
    is_issued: bool
    found_at: VisitKind | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ProcessFacts:
    """Everything on record that a gate looks at."""

    project: Project
    today: date
    calendar: WorkCalendar
    figures: Figures
    programme: Programme | None = None
    plan: AnnualPlan | None = None
    built_years: tuple[int | None, ...] = ()
    roles: frozenset[PartyRole] = frozenset()
    documents: tuple[GateDocument, ...] = ()
    votes: tuple[Vote, ...] = ()
    posted: tuple[Posted, ...] = ()
    events: tuple[GateRecord, ...] = ()
    visits: frozenset[VisitKind] = frozenset()
    defects: tuple[DefectFact, ...] = ()
    notices: int = 0
    reports: int = 0
    bundles: int = 0
    account: FinalAccount | None = None
    handover: tuple[HandoverRow, ...] = ()
    management: Management | None = None
    signing: SignedMeeting | None = None
    """None while nobody signed in this program: then a person says that they did."""
    general_reached: bool = False
    """Whether the general items reach the share by which the newest verdict was computed."""

    def document(self, kind: DocumentKind) -> GateDocument | None:
        """Give the newest document of a kind."""
        own = [one for one in self.documents if one.kind is kind]
        return max(own, key=lambda one: (one.issued_on or date.min, one.id), default=None)

    def has(self, kind: DocumentKind) -> bool:
        """Tell whether a document of a kind is on record, or the records themselves are it."""
        return self.document(kind) is not None or kind in self.supplied()

    def supplied(self) -> frozenset[DocumentKind]:
        """List the papers that the records of this program are: nobody need file them again."""
        posted = self.newest_posted()
        told = {
            DocumentKind.PUBLICITY_PHOTOS: bool(
                posted and posted.first_photos and posted.last_photos
            ),
            DocumentKind.OBJECTION_RECORD: posted is not None,
            DocumentKind.PRE_ACCEPTANCE_RECORD: VisitKind.PRELIMINARY in self.visits,
            DocumentKind.SPOT_CHECK_RECORD: VisitKind.SPOT_CHECK in self.visits,
            DocumentKind.ACCEPTANCE_REPORT: self.reports > 0,
            DocumentKind.ASSET_LIST: bool(self.handover)
            and all(row.is_done for row in self.handover),
            DocumentKind.RECTIFICATION_NOTICE: self.notices > 0,
            DocumentKind.RECTIFICATION_REPLY: self.notices > 0
            and all(one.state is not DefectState.ISSUED for one in self.defects if one.is_issued),
        }
        return frozenset(kind for kind, is_there in told.items() if is_there)

    def missing(self, kinds: Iterable[DocumentKind]) -> tuple[DocumentKind, ...]:
        """List those of some kinds that are not on record."""
        return tuple(kind for kind in kinds if not self.has(kind))

    def newest_vote(self, subject: VoteSubject) -> Vote | None:
        """Give the newest vote on a subject: it counts, also where an older one passed."""
        own = [vote for vote in self.votes if vote.subject is subject]
        return max(own, key=lambda vote: (vote.last_on, vote.id), default=None)

    def newest_posted(self) -> Posted | None:
        """Give the newest publicity."""
        return max(
            self.posted, key=lambda one: (one.publicity.end_on, one.publicity.id), default=None
        )

    def said(self, condition: Condition) -> GateRecord | None:
        """Give the newest confirmation, or its contrary, of a condition."""
        return self._newest(EventKind.CONFIRM, condition.value)

    def waiver(self, target: str) -> GateRecord | None:
        """Give the newest waiver of a gate or a precondition."""
        found = self._newest(EventKind.WAIVE, target)
        return found if found is not None and found.holds else None

    def asserted_gates(self) -> frozenset[GateId]:
        """List the gates that the state asserted last lies behind (a project taken in half-way)."""
        said = self.newest_of(EventKind.ASSERT)
        return gates_up_to(ProjectState(said.target)) if said else frozenset()

    def newest_of(self, *kinds: EventKind) -> GateRecord | None:
        """Give the newest event of some kinds."""
        own = [one for one in self.events if one.kind in kinds]
        return max(own, key=_order, default=None)

    def _newest(self, kind: EventKind, target: str) -> GateRecord | None:
        own = [one for one in self.events if one.kind is kind and one.target == target]
        return max(own, key=_order, default=None)


def _order(event: GateRecord) -> tuple[date, str]:
    return event.said_on, event.id
