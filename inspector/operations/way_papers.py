"""What the acceptance report tells of the project's way: chapter 2, from the process on record."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from inspector.core.canonical import spell_decimal
from inspector.core.errors import InspectorError
from inspector.core.papers import (
    GateRow,
    PreconditionRow,
    PublicityRow,
    SayingRow,
    VoteRow,
    WayText,
)
from inspector.core.process.facts import Posted, ProcessFacts
from inspector.core.process.names import Condition, DocumentKind, EventKind, GateId, ProjectState
from inspector.core.process.path import GateSeen, GateStatus, ProcessSeen, see_process
from inspector.core.process.preconditions import PRECONDITIONS, Precondition
from inspector.core.process.records import GateRecord
from inspector.core.process.states import MAIN_LINE
from inspector.core.process.votes import (
    Ballot,
    ShareLine,
    Vote,
    VoteMeasure,
    count_vote,
    passes,
)
from inspector.core.workdays import WorkCalendar
from inspector.words.acceptance import day_text
from inspector.words.language import _
from inspector.words.process import (
    condition_name,
    document_name,
    event_name,
    gate_name,
    gate_status_name,
    measure_name,
    project_state_name,
    seen_text,
    share_text,
    subject_name,
)


def way_text(facts: ProcessFacts) -> WayText:
    """Put a project's way into words."""
    seen = see_process(facts)
    return WayText(
        lines=tuple(_lines(facts, seen)),
        gates=tuple(_gates(seen)),
        preconditions=tuple(_preconditions(facts)),
        votes=tuple(row for vote in facts.votes for row in _votes(vote)),
        publicities=tuple(_publicity(posted, facts.calendar) for posted in facts.posted),
        sayings=tuple(_saying(event) for event in facts.events),
    )


# -- where it stands ----------


def _lines(facts: ProcessFacts, seen: ProcessSeen) -> Iterator[str]:
    if facts.programme is not None:
        yield _planned(facts)
    if seen.assertion is not None:
        yield _("本项目中途接入：{authority}于 {day} 认定已处于“{state}”，依据{paper}。").format(
            authority=seen.assertion.authority,
            day=day_text(seen.assertion.said_on),
            state=project_state_name(ProjectState(seen.assertion.target)),
            paper=seen.assertion.paper,
        )
    if seen.stop is not None:
        yield _("本项目现为“{state}”：{reason}。").format(
            state=project_state_name(seen.state), reason=seen.stop.reason.rstrip("。")
        )


def _planned(facts: ProcessFacts) -> str:
    plan = facts.plan
    number = plan.document_number if plan else None
    return _("本项目列入“{programme}”{year}{number}。").format(
        programme=facts.programme.name if facts.programme else "—",
        year=_("{year} 年度计划").format(year=facts.project.plan_year)
        if facts.project.plan_year
        else "",
        number=_("（{number}）").format(number=number) if number else "",
    )


def _gates(seen: ProcessSeen) -> Iterator[GateRow]:
    """Give the gates of the line up to the call for acceptance; what follows it is not due."""
    for step in MAIN_LINE:
        gate = seen.gate(step.gate)
        yield GateRow(
            gate=step.gate.value,
            name=gate_name(step.gate),
            status=gate_status_name(gate.status),
            note=_gate_note(gate),
            is_against=gate.status is GateStatus.OPEN,
        )
        if step.gate is GateId.G13:
            return


def _gate_note(gate: GateSeen) -> str | None:
    if gate.status is GateStatus.WAIVED and gate.waiver is not None:
        return _("{authority}豁免，见豁免、认定和确认").format(authority=gate.waiver.authority)
    if gate.status is not GateStatus.OPEN:
        return None
    told = [
        _("{condition}：{why}").format(
            condition=condition_name(one.condition), why=seen_text(one.seen)
        )
        for one in gate.conditions
        if not one.seen.is_met
    ]
    lack = _("、").join(document_name(one.kind) for one in gate.papers if not one.is_there)
    return _("；").join([*told, *([_("缺少{papers}").format(papers=lack)] if lack else [])]) or None


# -- preconditions (T4) ----------


@dataclass(frozen=True, slots=True)
class Standing:
    """How a paper that is owed stands: said in a word, and why."""

    status: str
    note: str | None = None
    is_against: bool = False


def paper_standing(kind: DocumentKind, facts: ProcessFacts, gate: GateId) -> Standing:
    """Say of a paper that a gate asks for whether it is there, waived, asserted, or missing."""
    count = sum(one.kind is kind for one in facts.documents)
    if count:
        more = _("另有 {count} 份").format(count=count - 1) if count > 1 else None
        return Standing(_("有"), more)
    if kind in facts.supplied():
        return Standing(_("有"), _("由现场记录生成"))
    owed = next((one for one in PRECONDITIONS if kind in one.papers), None)
    return _excuse(facts, owed.gate, owed.target) if owed else _excuse(facts, gate)


def _excuse(facts: ProcessFacts, gate: GateId, target: str = "") -> Standing:
    """Say by what something missing is excused, if by anything: a waiver, an asserted state."""
    waiver = facts.waiver(target) or facts.waiver(gate.value)
    if waiver is not None:
        note = _("{authority}，{paper}").format(authority=waiver.authority, paper=waiver.paper)
        return Standing(_("已豁免"), note)
    if gate in facts.asserted_gates():
        return Standing(_("认定"), _("接入时认定"))
    return Standing(_("缺"), is_against=True)


def _preconditions(facts: ProcessFacts) -> Iterator[PreconditionRow]:
    for one in PRECONDITIONS:
        for kind in one.papers:
            yield _paper_row(one, kind, facts)
        if one.vote is not None:
            yield _vote_row(one, facts)


def _paper_row(one: Precondition, kind: DocumentKind, facts: ProcessFacts) -> PreconditionRow:
    document, stands = facts.document(kind), paper_standing(kind, facts, one.gate)
    day = document.issued_on if document else None
    return PreconditionRow(
        number=one.number,
        content=document_name(kind),
        document=document.number if document else None,
        day=day.isoformat() if day else None,
        issuer=document.issuer if document else None,
        status=stands.status,
        note=stands.note,
        is_against=stands.is_against,
    )


def _vote_row(one: Precondition, facts: ProcessFacts) -> PreconditionRow:
    vote = facts.newest_vote(one.vote) if one.vote else None
    stands = _excuse(facts, one.gate, one.target)
    if vote is not None and passes(vote):
        stands = Standing(_("达标"))
    elif vote is not None and stands.is_against:
        stands = Standing(_("未达标"), is_against=True)
    told = _("；").join(share_text(line) for line in count_vote(vote)) if vote else None
    return PreconditionRow(
        number=one.number,
        content=_("“{subject}”表决").format(subject=subject_name(one.vote) if one.vote else "—"),
        day=vote.last_on.isoformat() if vote else None,
        status=stands.status,
        note=_("；").join(part for part in (told, stands.note) if part) or None,
        is_against=stands.is_against,
    )


# -- votes and publicity ----------


def _votes(vote: Vote) -> Iterator[VoteRow]:
    """Count a vote by each measure on record, with the comparison that decides."""
    lines = count_vote(vote)
    for measure in VoteMeasure:
        ballot = vote.households if measure is VoteMeasure.HOUSEHOLDS else vote.area_m2
        own = [line for line in lines if line.measure is measure]
        if ballot is not None or own:
            yield _vote_line(vote, measure, ballot, own)


def _vote_line(
    vote: Vote, measure: VoteMeasure, ballot: Ballot | None, lines: list[ShareLine]
) -> VoteRow:
    is_met = all(line.is_met for line in lines)
    return VoteRow(
        subject=subject_name(vote.subject),
        days=f"{vote.first_on.isoformat()}\n{vote.last_on.isoformat()}",
        measure=measure_name(measure),
        entitled=_figure(ballot.entitled) if ballot else "—",
        taking_part=_figure(ballot.taking_part) if ballot and ballot.taking_part else None,
        agreeing=_figure(ballot.agreeing) if ballot else "—",
        comparison="\n".join(share_text(line) for line in lines) or None,
        verdict=(_("达标") if is_met else _("未达标")) if lines else None,
        is_against=not is_met,
    )


def _figure(count: Decimal) -> str:
    return spell_decimal(count)


def _publicity(posted: Posted, calendar: WorkCalendar) -> PublicityRow:
    publicity, objections = posted.publicity, posted.objections
    answered = sum(1 for one in objections if one.answer)
    return PublicityRow(
        title=publicity.title,
        days=f"{publicity.start_on.isoformat()}\n{publicity.end_on.isoformat()}",
        workdays=_workdays(posted, calendar),
        place=publicity.place,
        photos=_("首日 {first} 张，末日 {last} 张").format(
            first=len(posted.first_photos), last=len(posted.last_photos)
        ),
        objections=_("{count} 条，已答复 {answered} 条").format(
            count=len(objections), answered=answered
        )
        if objections
        else _("没有异议"),
    )


def _workdays(posted: Posted, calendar: WorkCalendar) -> str | None:
    """Count the working days; of a year without a table of holidays nobody can tell."""
    try:
        days = calendar.working_days(posted.publicity.start_on, posted.publicity.end_on)
    except InspectorError:
        return None
    return _("{days} 个工作日").format(days=days)


# -- what people said ----------


def _saying(event: GateRecord) -> SayingRow:
    return SayingRow(
        kind=event_name(event.kind) if event.holds else _("撤销或否定"),
        subject=_subject(event),
        authority=event.authority or "—",
        paper=event.paper or None,
        reason=event.reason or None,
        day=event.said_on.isoformat(),
    )


def _subject(event: GateRecord) -> str:
    """Name what was said: a condition, a gate, a precondition, a state."""
    target = event.target
    if event.kind is EventKind.CONFIRM:
        return condition_name(Condition(target))
    if event.kind is EventKind.ASSERT:
        return project_state_name(ProjectState(target))
    if event.kind is not EventKind.WAIVE:
        return _("本项目")
    owed = next((one for one in PRECONDITIONS if one.target == target), None)
    if owed is not None:
        papers = _("、").join(document_name(kind) for kind in owed.papers)
        return _("第 {number} 项：{papers}").format(number=owed.number, papers=papers)
    return _("{gate} {name}").format(gate=target, name=gate_name(GateId(target)))
