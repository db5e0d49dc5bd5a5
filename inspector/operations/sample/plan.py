"""The story as a plan: everything that will be answered, when, by whom; pure and seeded."""

import random
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from inspector.core.checklists import AnswerState, AnswerType, Pack, PackRef
from inspector.operations.sample.days import (
    BY_ROUND,
    VISITS,
    VisitPlan,
    afternoon,
    looks_at,
    share_out,
    times,
)
from inspector.operations.sample.finding import Fate, Finding, Round
from inspector.operations.sample.findings import FINDINGS
from inspector.operations.sample.people import Actor
from inspector.operations.sample.places import SitePlace, site
from inspector.operations.sample.readings import passing_readings
from inspector.operations.sample.scheme import Scope, scheme

Spot = tuple[str, str]
"""Key of a place and id of an item."""


class SampleSize(StrEnum):
    """How much of the community is made."""

    SMALL = "small"
    FULL = "full"


@dataclass(frozen=True, slots=True, kw_only=True)
class PlannedAnswer:
    """One answer of the story; `opens` tells that its finding is put on record with it."""

    round: Round
    scope: Scope
    at: datetime
    by: Actor
    state: AnswerState
    reason: str | None = None
    readings: tuple[str, ...] = ()
    choice: str | None = None
    note: str | None = None
    finding: Finding | None = None
    opens: bool = False

    @property
    def spot(self) -> Spot:
        """Give the place and item that it answers."""
        return self.scope.place.key, self.scope.item.id


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """The whole story before anything is written."""

    seed: int
    size: SampleSize
    pack: PackRef
    places: tuple[SitePlace, ...]
    scopes: tuple[Scope, ...]
    findings: tuple[Finding, ...]
    answers: tuple[PlannedAnswer, ...]

    @property
    def answer_count(self) -> int:
        """Count the answers that will stand on record: one per visit, place and item."""
        return len({(answer.round, answer.spot) for answer in self.answers})

    def of_day(self, round_: Round, day: date) -> list[PlannedAnswer]:
        """List what a visit answers on one day, in order."""
        return [a for a in self.answers if a.round is round_ and a.at.date() == day]


_SMALL_PLACES = frozenset(
    {"C", "B12", "B12-1", "B12-2", "B20", "B20-1", "B20-2", "L3", "R1", "P1", "G2"}
)
_WITHOUT = {
    "FS-005": "六～七层住宅，建筑高度不大于 27 m，设计不设登高操作场地",
    "BE-009": "经鉴定不属危险房屋，未列入加固范围",
}
_WITHOUT_AT: Mapping[Spot, str] = {
    ("W1", "BF-013"): "设计未设盲道",
    ("W1", "BF-014"): "设计未设盲道",
    ("W2", "BF-013"): "设计未设盲道",
    ("W2", "BF-014"): "设计未设盲道",
    ("G5", "GR-011"): "下凹绿地设计无花卉种植",
    ("K2", "PK-006"): "北门停车场未设充电桩",
    ("K2", "PK-007"): "北门停车场未设充电桩",
    ("K2", "BF-017"): "无障碍车位集中设在中心停车场",
    ("C", "WS-005"): "大件垃圾由街道集中堆点收运，小区内不设",
}
_NOTES = {
    "BE-001": "蓄水 24 h 后查看顶层楼道顶板，未见渗漏。",
    "BE-003": "山墙淋水 30 min，内侧未见渗水。",
    "PP-004": "逐段灌水、通水，排水通畅，接口不渗。",
    "PP-015": "核对冲洗消毒记录与水质检验报告。",
    "PP-017": "核对强度、严密性试验和通气记录，燃气企业已签认。",
    "EL-002": "核对监督检验报告与使用登记证。",
    "FS-008": "逐座开启试水，启闭灵活。",
    "LM-002": "核对维修资金账户与续筹决议。",
    "LM-008": "核对移交清单与保修书。",
    "SC-006": "断市电后设备由后备电源供电。",
}


def make_plan(pack: Pack, size: SampleSize, seed: int) -> Plan:
    """Lay the story out; the same seed gives the same plan."""
    small = size is SampleSize.SMALL
    places = tuple(p for p in site() if not small or p.key in _SMALL_PLACES)
    scopes = scheme(pack, places, small=small)
    spots = {(scope.place.key, scope.item.id) for scope in scopes}
    findings = tuple(finding for finding in FINDINGS if finding.spot in spots)
    teller = _Teller(scopes, findings, seed)
    answers = tuple(answer for visit in VISITS for answer in teller.answers(visit))
    return Plan(
        seed=seed,
        size=size,
        pack=pack.ref,
        places=places,
        scopes=scopes,
        findings=findings,
        answers=answers,
    )


class _Teller:
    """Works out what each visit finds."""

    def __init__(self, scopes: Sequence[Scope], findings: Sequence[Finding], seed: int) -> None:
        self._scopes = scopes
        self._by_spot = {(scope.place.key, scope.item.id): scope for scope in scopes}
        self._findings = {finding.spot: finding for finding in findings}
        self._seed = seed

    def answers(self, visit: VisitPlan) -> list[PlannedAnswer]:
        if visit.round in {Round.FIRST_RECHECK, Round.LAST_RECHECK}:
            return self._rechecks(visit)
        scopes = [scope for scope in self._scopes if self._is_due(visit.round, scope)]
        return [
            answer
            for day, share in zip(visit.days, share_out(scopes, len(visit.days)), strict=True)
            for answer in self._of_day(visit, day, share)
        ]

    def _is_due(self, round_: Round, scope: Scope) -> bool:
        finding = self._findings.get((scope.place.key, scope.item.id))
        return looks_at(round_, scope) or (finding is not None and finding.found is round_)

    def _of_day(self, visit: VisitPlan, day: date, scopes: list[Scope]) -> list[PlannedAnswer]:
        shifts = share_out(scopes, len(visit.actors))
        actors = [actor for actor, s in zip(visit.actors, shifts, strict=True) for _ in s]
        return [
            self._answer(visit.round, scope, at, actor)
            for scope, at, actor in zip(scopes, times(day, len(scopes)), actors, strict=True)
        ]

    def _answer(self, round_: Round, scope: Scope, at: datetime, by: Actor) -> PlannedAnswer:
        finding = self._findings.get((scope.place.key, scope.item.id))
        if finding is not None and finding.found is round_:
            return self._opening(finding, scope, at, by)
        if finding is not None and finding.fate is Fate.EXTENDED and round_ is Round.JOINT:
            return self._failing(finding, scope, (round_, at, by), "整改中，已批准延期。")
        reason = _WITHOUT.get(scope.item.id) or _WITHOUT_AT.get((scope.place.key, scope.item.id))
        if reason is not None:
            return PlannedAnswer(
                round=round_,
                scope=scope,
                at=at,
                by=by,
                state=AnswerState.NOT_APPLICABLE,
                reason=reason,
            )
        return self._passing(scope, (round_, at, by), _NOTES.get(scope.item.id))

    def _opening(self, finding: Finding, scope: Scope, at: datetime, by: Actor) -> PlannedAnswer:
        state = AnswerState.PASS if finding.passes else AnswerState.FAIL
        return PlannedAnswer(
            round=finding.found,
            scope=scope,
            at=at,
            by=by,
            state=state,
            readings=self._readings(finding.found, scope, finding.bad),
            choice=_choice(scope, finding.bad),
            finding=finding,
            opens=True,
        )

    def _failing(
        self, finding: Finding, scope: Scope, when: tuple[Round, datetime, Actor], note: str
    ) -> PlannedAnswer:
        round_, at, by = when
        return PlannedAnswer(
            round=round_,
            scope=scope,
            at=at,
            by=by,
            state=AnswerState.FAIL,
            readings=self._readings(round_, scope, finding.bad),
            choice=_choice(scope, finding.bad),
            note=note,
            finding=finding,
        )

    def _passing(
        self,
        scope: Scope,
        when: tuple[Round, datetime, Actor],
        note: str | None = None,
        finding: Finding | None = None,
    ) -> PlannedAnswer:
        round_, at, by = when
        return PlannedAnswer(
            round=round_,
            scope=scope,
            at=at,
            by=by,
            state=AnswerState.PASS,
            readings=self._readings(round_, scope, self._repaired(round_, scope)),
            choice=_choice(scope, ""),
            note=note,
            finding=finding,
        )

    def _repaired(self, round_: Round, scope: Scope) -> str:
        """Give what was measured after the repair, once there was one."""
        finding = self._findings.get((scope.place.key, scope.item.id))
        rounds = list(Round)
        is_over = finding is not None and rounds.index(round_) > rounds.index(finding.found)
        return finding.good if finding is not None and is_over else ""

    def _readings(self, round_: Round, scope: Scope, set_values: str) -> tuple[str, ...]:
        """Draw passing readings, and put the story's own values at the points of its finding."""
        if scope.item.answer.type in {AnswerType.CHOICE, AnswerType.PASS_FAIL_NA}:
            return ()
        readings = list(passing_readings(scope, self._chance(round_.value, scope)))
        values = set_values.split()
        points = self._chance("points", scope).sample(range(len(readings)), len(values))
        for point, value in zip(sorted(points), values, strict=True):
            readings[point] = value
        return tuple(readings)

    def _chance(self, purpose: str, scope: Scope) -> random.Random:
        seed = f"{self._seed} {purpose} {scope.place.key} {scope.item.id}"
        return random.Random(seed)  # noqa: S311 - a story, not keys

    def _rechecks(self, visit: VisitPlan) -> list[PlannedAnswer]:
        chosen = [f for f in self._findings.values() if f.rechecked is visit.round]
        days = recheck_days(chosen, visit)
        return [answer for day in visit.days for answer in self._rechecks_of(visit, day, days)]

    def _rechecks_of(
        self, visit: VisitPlan, day: date, days: Mapping[Spot, tuple[date, ...]]
    ) -> list[PlannedAnswer]:
        todays = [self._findings[spot] for spot, on in days.items() if day in on]
        made = []
        for finding, at in zip(todays, afternoon(day, len(todays)), strict=True):
            scope, when = self._by_spot[finding.spot], (visit.round, at, visit.actors[0])
            if day == days[finding.spot][-1]:
                made.append(self._passing(scope, when, "复验合格。", finding))
            else:
                made.append(self._failing(finding, scope, when, finding.reason))
        return made


def recheck_days(findings: Sequence[Finding], visit: VisitPlan) -> dict[Spot, tuple[date, ...]]:
    """Tell on which days each repair is checked; one that fails first has two of them."""
    first, last = visit.days[0], visit.days[-1]
    days: dict[Spot, tuple[date, ...]] = {}
    for index, finding in enumerate(findings):
        if finding.fate is Fate.SECOND:
            days[finding.spot] = (first, last)
        elif finding.fate is Fate.EXTENDED:
            days[finding.spot] = (first,)
        elif finding.heic is not None:
            days[finding.spot] = (last,)
        else:
            days[finding.spot] = (visit.days[index % len(visit.days)],)
    return days


def visit_of(round_: Round) -> VisitPlan:
    """Give the plan of a visit."""
    return BY_ROUND[round_]


def _choice(scope: Scope, given: str) -> str | None:
    answer = scope.item.answer
    if answer.type is not AnswerType.CHOICE:
        return None
    return given or answer.pass_options[0]
