"""Consent votes: who may vote, how many agree, and whether that is enough, in whole numbers.

Ratios are compared by multiplying out (3·agree >= 2·entitled), never by a rounded percentage, so
that exactly two thirds pass, 667 of 1000 pass and 666 do not (S1 双三分之二; Civil Code 278).
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction
from itertools import pairwise

from inspector.core.days import check_days, check_not_later
from inspector.core.errors import InspectorError, Problem
from inspector.core.process.names import VoteSubject

TWO_THIRDS, THREE_QUARTERS, HALF = Fraction(2, 3), Fraction(3, 4), Fraction(1, 2)


class VoteBase(StrEnum):
    """Of whom a share is taken."""

    ENTITLED = "entitled"
    TAKING_PART = "taking_part"


class VoteMeasure(StrEnum):
    """What is counted."""

    HOUSEHOLDS = "households"
    AREA = "area"


class ShareKind(StrEnum):
    """Which share a line of a count is about."""

    TURNOUT = "turnout"
    AGREEMENT = "agreement"


@dataclass(frozen=True, slots=True)
class VoteRule:
    """How much agreement is enough, of whom, counted how.

    `exceeds` means more than the share, otherwise reaching it is enough; a `quorum` is the share
    of the entitled that must take part.
    """

    share: Fraction
    base: VoteBase = VoteBase.ENTITLED
    measures: tuple[VoteMeasure, ...] = (VoteMeasure.HOUSEHOLDS,)
    exceeds: bool = False
    quorum: Fraction | None = None

    def checked(self) -> "VoteRule":
        """Return the rule, or refuse a share that is none."""
        for share in (self.share, self.quorum):
            if share is not None and not 0 < share <= 1:
                raise InspectorError(Problem.FIELD_INVALID, field="threshold", value=share)
        return self


_BOTH = (VoteMeasure.HOUSEHOLDS, VoteMeasure.AREA)
_OF_THOSE_TAKING_PART = VoteBase.TAKING_PART
DEFAULT_RULES: Mapping[VoteSubject, VoteRule] = {
    VoteSubject.WILLINGNESS: VoteRule(TWO_THIRDS),
    VoteSubject.SCHEME: VoteRule(TWO_THIRDS),
    VoteSubject.LIFT: VoteRule(
        THREE_QUARTERS, _OF_THOSE_TAKING_PART, _BOTH, exceeds=False, quorum=TWO_THIRDS
    ),
    VoteSubject.FUND: VoteRule(
        THREE_QUARTERS, _OF_THOSE_TAKING_PART, _BOTH, exceeds=False, quorum=TWO_THIRDS
    ),
    VoteSubject.FUND_USE: VoteRule(
        HALF, _OF_THOSE_TAKING_PART, _BOTH, exceeds=True, quorum=TWO_THIRDS
    ),
    VoteSubject.PROPERTY: VoteRule(
        HALF, _OF_THOSE_TAKING_PART, _BOTH, exceeds=True, quorum=TWO_THIRDS
    ),
}
"""The plan's two votes by households of all entitled (S1); the others by Civil Code 278: two
thirds of area and of heads take part; three quarters of those agree to alter shared parts (a
lift) or raise the fund, more than half to use it or to choose the property service."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Ballot:
    """One measure of a vote: households, or square metres of floor area."""

    entitled: Decimal
    agreeing: Decimal
    taking_part: Decimal | None = None

    def checked(self, measure: VoteMeasure) -> "Ballot":
        """Return the ballot, or refuse more voices than there are."""
        chain = [("entitled", self.entitled), ("agreeing", self.agreeing)]
        if self.taking_part is not None:
            chain.insert(1, ("taking_part", self.taking_part))
        for (most_name, most), (name, count) in pairwise(chain):
            if count > most:
                raise InspectorError(
                    Problem.VOTE_OVERCOUNTED,
                    measure=measure,
                    part=name,
                    count=count,
                    whole=most_name,
                    most=most,
                )
        if self.agreeing < 0 or self.entitled <= 0:
            raise InspectorError(Problem.FIELD_INVALID, field="entitled", value=self.entitled)
        return self


def area_ballot(
    entitled: Decimal | None, agreeing: Decimal | None, taking_part: Decimal | None
) -> Ballot | None:
    """Give the areas of a vote, None where there are none; half of them are refused."""
    if entitled is None or agreeing is None:
        if (entitled, agreeing, taking_part) == (None, None, None):
            return None
        raise InspectorError(Problem.VOTE_AREA_INCOMPLETE)
    return Ballot(entitled=entitled, agreeing=agreeing, taking_part=taking_part)


@dataclass(frozen=True, slots=True, kw_only=True)
class Vote:
    """A vote of residents: only counts, no names (guide 5.1)."""

    id: str
    project_id: str
    subject: VoteSubject
    households: Ballot
    first_on: date
    last_on: date
    area_m2: Ballot | None = None
    rule: VoteRule | None = None
    method: str | None = None
    note: str | None = None

    @property
    def rule_in_force(self) -> VoteRule:
        """Give the rule that the vote is counted by: its own, or that of its subject."""
        return self.rule or DEFAULT_RULES[self.subject]

    def checked(self, today: date) -> "Vote":
        """Return the vote, or refuse counts and days that cannot be."""
        self.households.checked(VoteMeasure.HOUSEHOLDS)
        if self.area_m2 is not None:
            self.area_m2.checked(VoteMeasure.AREA)
        for count in (self.households.entitled, self.households.agreeing):
            if count != count.to_integral_value():
                raise InspectorError(Problem.FIELD_INVALID, field="households", value=count)
        if self.rule is not None:
            self.rule.checked()
        check_days("first_on", self.first_on, "last_on", self.last_on)
        check_not_later("last_on", self.last_on, today)
        return self


@dataclass(frozen=True, slots=True, kw_only=True)
class ShareLine:
    """One comparison of a count: `count` of `whole` against a share.

    None of `count` or `whole` was not recorded. `needed` is the least that is enough.
    """

    kind: ShareKind
    measure: VoteMeasure
    count: Decimal | None
    whole: Decimal | None
    share: Fraction
    exceeds: bool = False

    @property
    def is_met(self) -> bool:
        """Tell whether the share is reached, or exceeded where it must be."""
        if self.count is None or self.whole is None or self.whole <= 0:
            return False
        have, need = self._sides(self.count, self.whole)
        return have > need if self.exceeds else have >= need

    @property
    def needed(self) -> int | Decimal | None:
        """Give the least count that is enough: whole households, areas as finely as measured."""
        if self.whole is None:
            return None
        places = self._places
        least = Fraction(self.whole) * self.share * 10**places
        steps = int(least) + 1 if self.exceeds else -int(-least // 1)
        return Decimal(steps).scaleb(-places) if places else steps

    @property
    def _places(self) -> int:
        """Count the decimals of an area; households have none."""
        if self.measure is VoteMeasure.HOUSEHOLDS:
            return 0
        told = (one.as_tuple().exponent for one in (self.count, self.whole) if one is not None)
        return max(0, *(-power for power in told if isinstance(power, int)))

    def _sides(self, count: Decimal, whole: Decimal) -> tuple[Fraction, Fraction]:
        return Fraction(count) * self.share.denominator, Fraction(whole) * self.share.numerator


def count_vote(vote: Vote) -> tuple[ShareLine, ...]:
    """Count a vote by its rule, line by line, so that a reader can repeat it by hand."""
    return tuple(_lines(vote, vote.rule_in_force))


def passes(vote: Vote) -> bool:
    """Tell whether every line of the count is met."""
    return all(line.is_met for line in count_vote(vote))


def _lines(vote: Vote, rule: VoteRule) -> Iterator[ShareLine]:
    for measure in rule.measures:
        ballot = vote.households if measure is VoteMeasure.HOUSEHOLDS else vote.area_m2
        entitled = ballot.entitled if ballot else None
        taking_part = ballot.taking_part if ballot else None
        if rule.quorum is not None:
            yield ShareLine(
                kind=ShareKind.TURNOUT,
                measure=measure,
                count=taking_part,
                whole=entitled,
                share=rule.quorum,
            )
        yield ShareLine(
            kind=ShareKind.AGREEMENT,
            measure=measure,
            count=ballot.agreeing if ballot else None,
            whole=entitled if rule.base is VoteBase.ENTITLED else taking_part,
            share=rule.share,
            exceeds=rule.exceeds,
        )
