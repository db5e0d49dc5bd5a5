"""The joint acceptance meeting: who came, what each says, what residents think (guide 2.3-2.7)."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from inspector.core.conclusion import ConclusionKind
from inspector.core.ids import natural_id
from inspector.core.projects import PartyRole

PERSONAL_ROLES = frozenset({PartyRole.RESIDENTS, PartyRole.WATCH})
"""Those for whom residents stand: their names are personal values and never print (ADR 0007)."""


class Presence(StrEnum):
    """How a party attended (到/迟到/早退/缺席)."""

    PRESENT = "present"
    LATE = "late"
    LEFT_EARLY = "left_early"
    ABSENT = "absent"


class Stance(StrEnum):
    """What a party says of the acceptance (同意/有条件同意/不同意), the mildest first."""

    AGREE = "agree"
    CONDITIONAL = "conditional"
    DISAGREE = "disagree"


class Satisfaction(StrEnum):
    """How content a resident is (满意/基本满意/不满意)."""

    SATISFIED = "satisfied"
    FAIRLY = "fairly"
    DISSATISFIED = "dissatisfied"


class GroupKind(StrEnum):
    """What a group of the meeting looks at (资料组/现场组/居民意见组, guide 2.5)."""

    PAPERS = "papers"
    SITE = "site"
    RESIDENTS = "residents"


@dataclass(frozen=True, slots=True, kw_only=True)
class Declared:
    """The verdict as the chair read it out: who, when, and on what it rested then.

    `basis` is the judgement of that moment as data. A verdict other than the computed one is an
    override, which needs a reason.
    """

    kind: ConclusionKind
    by: str
    at_ms: int
    basis: str
    reason: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Meeting:
    """One round of the joint acceptance; `rules` is the text of the rule table it goes by.

    The same round of a project is one record, whichever laptops write parts of it.
    """

    id: str
    project_id: str
    number: str
    round: int
    held_on: date
    rules: str
    venue: str | None = None
    chair: str | None = None
    agenda: str | None = None
    declared: Declared | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Letter:
    """A letter of authority as it lies in the workspace, by its hash."""

    sha256: str
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Attendance:
    """How a party attended a meeting and who stood for it; of residents the name is personal."""

    id: str
    project_id: str
    meeting_id: str
    party_id: str
    presence: Presence
    representative: str | None = None
    post: str | None = None
    letter: Letter | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Opinion:
    """What a party said in one round; `letter` is the paper on which it said so in writing."""

    id: str
    project_id: str
    meeting_id: str
    party_id: str
    stance: Stance
    text: str | None = None
    letter: Letter | None = None

    def is_heard(self, presence: Presence | None) -> bool:
        """Tell whether it counts: who is absent consents in writing only; a refusal always counts.

        Leaving a consent uncounted never lifts a verdict, leaving a refusal uncounted would.
        """
        is_absent = presence is Presence.ABSENT
        return not is_absent or self.letter is not None or self.stance is Stance.DISAGREE


@dataclass(frozen=True, slots=True, kw_only=True)
class OpinionCondition:
    """That a party's consent hangs on a defect; the acceptance is 附条件 while it is open."""

    id: str
    project_id: str
    meeting_id: str
    party_id: str
    defect_id: str


@dataclass(frozen=True, slots=True, kw_only=True)
class MeetingGroup:
    """A group of the meeting: its scope, the items it sampled, what it found and says.

    Of the group that goes through the papers, `missing` names those not found.
    """

    id: str
    project_id: str
    meeting_id: str
    kind: GroupKind
    name: str
    scope: str | None = None
    items: tuple[str, ...] = ()
    members: str | None = None
    stance: Stance | None = None
    text: str | None = None
    missing: tuple[str, ...] = ()
    position: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class ResidentVoice:
    """One resident asked: how content, in what words; name and phone are personal values."""

    id: str
    project_id: str
    meeting_id: str
    home: str | None
    level: Satisfaction
    comment: str | None = None
    name: str | None = None
    phone: str | None = None


def meeting_id(project_id: str, round_number: int) -> str:
    """Give the id of a round: laptops that open it apart make one record."""
    return natural_id(project_id, "meeting", str(round_number))
