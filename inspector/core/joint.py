"""The verdict of a joint acceptance: computed from the rule table, every line with its figures.

Counts are cumulative on purpose: a refusal also counts where a reserve would, a critical defect
also where a major one would. So nothing that gets worse can lift the verdict (a property test
holds it), whatever limits and consequences an office writes into its table.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction

from inspector.core.checklists import AnswerState, Control, Severity
from inspector.core.conclusion import DECIDED, ConclusionKind
from inspector.core.meetings import Presence, Satisfaction, Stance
from inspector.core.projects import PartyRole
from inspector.core.rules import FIXED, Clause, RuleTable
from inspector.core.verdicts import Assessment, Contradiction, contradiction


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckedItem:
    """One item in scope at a place as the newest visit left it.

    `is_waived` tells that its failure was formally accepted (让步接收, GB 50300-2013 5.0.6).
    """

    discipline: str
    control: Control | None
    is_mandatory: bool
    state: AnswerState
    seen: Assessment | None = None
    is_waived: bool = False
    was_failing: bool = False
    """Whether it had been 不合格 before it became 不适用."""

    @property
    def counts_as(self) -> AnswerState:
        """Give the state that counts: readings that speak against a stated 合格 prevail.

        A series that lacks due points makes the item unchecked; it is never passed (guide 2.2).
        """
        against = contradiction(self.state, self.seen)
        if against is Contradiction.PASS_BUT_FAILING:
            return AnswerState.FAIL
        if against is Contradiction.PASS_BUT_INCOMPLETE:
            return AnswerState.UNCHECKED
        return self.state

    @property
    def is_good(self) -> bool:
        """Tell whether it counts as qualified or as waived."""
        fails = self.counts_as is AnswerState.FAIL
        return self.counts_as is AnswerState.PASS or (fails and self.is_waived)

    @property
    def applies(self) -> bool:
        """Tell whether it belongs to the whole of a share."""
        return self.state is not AnswerState.NOT_APPLICABLE


@dataclass(frozen=True, slots=True, kw_only=True)
class Voice:
    """A party at the meeting: how it attended, what it says, which of its conditions are open."""

    role: PartyRole
    unit: str
    presence: Presence | None = None
    stance: Stance | None = None
    open_conditions: int = 0

    @property
    def has_reserve(self) -> bool:
        """Tell whether it does not agree without reserve: refused, or waits for a condition."""
        waits = self.stance is Stance.CONDITIONAL and self.open_conditions > 0
        return waits or self.stance is Stance.DISAGREE


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupVoice:
    """A group of the meeting with its opinion; None while it has not given one."""

    name: str
    stance: Stance | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """Everything that the rule table is applied to.

    `papers_missing` names what the records or the group for papers lack, `papers_excused` what
    need not be there: waived, or asserted when the project was taken in. `disputed`, `waiting`
    and `missing` count what keeps the records from having come together (DESIGN, 8).
    """

    items: tuple[CheckedItem, ...] = ()
    open_defects: tuple[Severity, ...] = ()
    voices: tuple[Voice, ...] = ()
    groups: tuple[GroupVoice, ...] = ()
    papers_reviewed: bool = False
    papers_missing: tuple[str, ...] = ()
    papers_excused: tuple[str, ...] = ()
    residents: tuple[Satisfaction, ...] = ()
    disputed: int = 0
    waiting: int = 0
    missing: int = 0


@dataclass(frozen=True, slots=True)
class Share:
    """A share of a whole; `label` names the part of the work where there are several."""

    part: int
    whole: int
    label: str | None = None

    def reaches(self, needed: Fraction) -> bool:
        """Compare exactly: 2/3 reached is enough; of nothing, everything is reached."""
        return self.part * needed.denominator >= needed.numerator * self.whole


@dataclass(frozen=True, slots=True, kw_only=True)
class ClauseLine:
    """A clause as it stands, with what it was computed from.

    `consequence` is what follows while it is not met, None where it only reminds. `against`
    counts what stands against it where no more than `allowed` may; `units` and `roles` name them,
    `excused` what would count but was waived.
    """

    clause: Clause
    is_met: bool
    consequence: ConclusionKind | None
    against: int = 0
    allowed: int = 0
    needed: Fraction | None = None
    shares: tuple[Share, ...] = ()
    units: tuple[str, ...] = ()
    roles: tuple[PartyRole, ...] = ()
    excused: tuple[str, ...] = ()

    @property
    def decides(self) -> bool:
        """Tell whether it stands against passing."""
        return not self.is_met and self.consequence is not None


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement:
    """The computed verdict with every clause of the table."""

    kind: ConclusionKind
    lines: tuple[ClauseLine, ...]
    rules: str
    open_conditions: int = 0

    @property
    def unknown(self) -> tuple[ClauseLine, ...]:
        """Give the clauses that leave open how the works are: nobody can say that they pass.

        The chair may judge otherwise what was found and who came, never what nobody looked at or
        what has not come together: 未查 = 0 is a rule for every office (guide 2.2).
        """
        return tuple(line for line in self.lines if line.clause in FIXED and not line.is_met)

    @property
    def is_conditional(self) -> bool:
        """Tell whether a passing verdict is 附条件: a party's condition is still open."""
        return self.open_conditions > 0


def judge(table: RuleTable, case: Case) -> Judgement:
    """Compute the verdict: undecided while something must still happen, else the worst line."""
    judging = _Judging(table, case)
    lines = tuple(judging.lines())
    found = {line.consequence for line in lines if line.decides}
    return Judgement(
        kind=_worst(found),
        lines=lines,
        rules=table.name,
        open_conditions=sum(voice.open_conditions for voice in case.voices),
    )


def _worst(found: set[ConclusionKind | None]) -> ConclusionKind:
    if ConclusionKind.UNDECIDED in found:
        return ConclusionKind.UNDECIDED
    return next((kind for kind in reversed(DECIDED) if kind in found), ConclusionKind.PASS)


@dataclass(frozen=True, slots=True)
class _Judging:
    """One table applied to one case."""

    table: RuleTable
    case: Case

    def lines(self) -> Iterator[ClauseLine]:
        yield from self._records()
        yield from self._parties()
        yield from self._residents()
        yield from self._groups_and_papers()
        yield from self._items()
        yield from self._defects()

    def _records(self) -> Iterator[ClauseLine]:
        case = self.case
        yield self._counted(Clause.NO_CONFLICT, case.disputed)
        yield self._counted(Clause.ALL_ARRIVED, case.waiting)
        yield self._counted(Clause.NO_TARGET_MISSING, case.missing)
        unchecked = sum(item.counts_as is AnswerState.UNCHECKED for item in case.items)
        yield self._counted(Clause.ALL_CHECKED, unchecked if case.items else 1)
        doubtful = sum(item.counts_as is not item.state for item in case.items)
        yield self._counted(Clause.NO_CONTRADICTION, doubtful)
        dropped = sum(item.was_failing and not item.applies for item in case.items)
        yield self._counted(Clause.NO_FAILURE_DROPPED, dropped)

    def _parties(self) -> Iterator[ClauseLine]:
        table, voices = self.table, self.case.voices
        came = {voice.role for voice in voices if voice.presence in table.attends}
        missing = tuple(role for role in PartyRole if role in table.required - came)
        yield self._counted(Clause.REQUIRED_PRESENT, len(missing), roles=missing)
        owing = table.required | table.veto
        silent = [
            voice
            for voice in voices
            if voice.role in owing and voice.presence in table.attends and voice.stance is None
        ]
        waiting = [group.name for group in self.case.groups if group.stance is None]
        units = (*(voice.unit for voice in silent), *waiting)
        yield self._counted(Clause.OPINIONS_GIVEN, len(units), units=units)
        refusing = [voice for voice in voices if voice.stance is Stance.DISAGREE]
        yield self._voiced(Clause.NO_VETO, [v for v in refusing if v.role in table.veto])
        yield self._voiced(Clause.NO_REFUSAL, refusing, table.disagree_max)
        yield self._voiced(Clause.NO_RESERVE, [v for v in voices if v.has_reserve])

    def _residents(self) -> Iterator[ClauseLine]:
        table = self.table
        if table.residents_share:
            said = [
                voice.stance
                for voice in self.case.voices
                if voice.role is PartyRole.RESIDENTS and voice.stance is not None
            ]
            agreeing = sum(stance is not Stance.DISAGREE for stance in said)
            shares = (Share(agreeing, len(said)),)
            yield self._shared(Clause.RESIDENTS_AGREE, table.residents_share, shares, owed=True)
        if table.satisfied_share:
            asked = self.case.residents
            content = sum(level is not Satisfaction.DISSATISFIED for level in asked)
            shares = (Share(content, len(asked)),)
            yield self._shared(Clause.RESIDENTS_SATISFIED, table.satisfied_share, shares, owed=True)

    def _groups_and_papers(self) -> Iterator[ClauseLine]:
        case, groups = self.case, self.case.groups
        if groups:
            against = [one.name for one in groups if one.stance is Stance.DISAGREE]
            yield self._counted(Clause.GROUPS_AGREE, len(against), units=tuple(against))
        if not self.table.papers:
            return
        yield self._counted(Clause.PAPERS_REVIEWED, int(not case.papers_reviewed))
        missing = case.papers_missing
        complete = self._counted(Clause.PAPERS_COMPLETE, len(missing), units=missing)
        yield replace(complete, excused=case.papers_excused)

    def _items(self) -> Iterator[ClauseLine]:
        table = self.table
        items = [item for item in self.case.items if item.applies]
        dominant = [item for item in items if item.control is not Control.GENERAL]
        mandatory = [item for item in items if item.is_mandatory]
        general = [item for item in items if item.control is Control.GENERAL]
        yield self._shared(Clause.DOMINANT_SHARE, table.dominant_share, (_share(dominant),))
        yield self._shared(Clause.MANDATORY_SHARE, table.mandatory_share, (_share(mandatory),))
        by_discipline = tuple(
            _share([item for item in general if item.discipline == code], code)
            for code in dict.fromkeys(item.discipline for item in general)
        )
        yield self._shared(Clause.GENERAL_SHARE, table.general_share, by_discipline)

    def _defects(self) -> Iterator[ClauseLine]:
        table, opened = self.table, self.case.open_defects
        critical = opened.count(Severity.CRITICAL)
        major = critical + opened.count(Severity.MAJOR)
        yield self._counted(Clause.OPEN_CRITICAL, critical, table.critical_max)
        yield self._counted(Clause.OPEN_MAJOR, major, table.major_max)
        yield self._counted(Clause.OPEN_MINOR, len(opened), table.minor_max)

    # -- the three forms of a line ------------------------------------------------------------

    def _counted(
        self,
        clause: Clause,
        against: int,
        allowed: int = 0,
        *,
        units: tuple[str, ...] = (),
        roles: tuple[PartyRole, ...] = (),
    ) -> ClauseLine:
        return ClauseLine(
            clause=clause,
            is_met=against <= allowed,
            consequence=self.table.consequence(clause),
            against=against,
            allowed=allowed,
            units=units,
            roles=roles,
        )

    def _voiced(self, clause: Clause, voices: Sequence[Voice], allowed: int = 0) -> ClauseLine:
        units = tuple(voice.unit for voice in voices)
        return self._counted(clause, len(voices), allowed, units=units)

    def _shared(
        self, clause: Clause, needed: Fraction, shares: tuple[Share, ...], *, owed: bool = False
    ) -> ClauseLine:
        """Judge shares; one that is `owed` must be a share of something."""
        met = all(share.reaches(needed) and (share.whole or not owed) for share in shares)
        return ClauseLine(
            clause=clause,
            is_met=met,
            consequence=self.table.consequence(clause),
            needed=needed,
            shares=shares,
        )


def _share(items: Sequence[CheckedItem], label: str | None = None) -> Share:
    return Share(sum(item.is_good for item in items), len(items), label)
