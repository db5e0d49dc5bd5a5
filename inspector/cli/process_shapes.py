"""How the process and its records look in `--json` and in lines."""

from collections.abc import Iterable
from typing import Any

from inspector.cli.telling import table
from inspector.core.canonical import spell_decimal
from inspector.core.process.facts import ProcessFacts
from inspector.core.process.path import GateSeen, GateStatus
from inspector.core.process.preconditions import PRECONDITIONS, is_excused, is_met
from inspector.core.process.records import GateDocument, GateRecord, Objection, Publicity
from inspector.core.process.votes import Ballot, Vote, count_vote, passes
from inspector.core.workdays import WorkCalendar
from inspector.operations.process import ProcessView
from inspector.words.language import _
from inspector.words.process import (
    condition_name,
    document_name,
    event_name,
    gate_name,
    gate_status_name,
    opinion_name,
    phase_name,
    project_state_name,
    seen_text,
    share_text,
    subject_name,
)
from inspector.words.records import field_name

Shape = dict[str, object]


def process_shape(view: ProcessView) -> Shape:
    """Show where a project stands, gate by gate."""
    seen = view.seen
    return {
        "id": view.project.id,
        "code": view.project.code,
        "title": view.project.name,
        "state": seen.state,
        "state_title": project_state_name(seen.state),
        "reached": seen.reached,
        "phase": seen.phase,
        "next_gate": seen.next_gate.gate.id if seen.next_gate else None,
        "asserted": record_shape(seen.assertion) if seen.assertion else None,
        "stopped": record_shape(seen.stop) if seen.stop else None,
        "gates": [_gate_shape(one) for one in seen.gates],
        "preconditions": [
            {
                "id": one.target,
                "code": one.target,
                "title": _("、").join(document_name(kind) for kind in one.papers),
                "gate": one.gate,
                "met": is_met(one, view.facts),
                "excused": is_excused(one, view.facts),
            }
            for one in PRECONDITIONS
        ],
    }


def _gate_shape(seen: GateSeen) -> Shape:
    return {
        "id": seen.gate.id,
        "code": seen.gate.id,
        "title": gate_name(seen.gate.id),
        "status": seen.status,
        "ready": seen.status is GateStatus.READY,
        "met": seen.is_met,
        "missing": seen.missing,
        "source": seen.gate.source,
        "waiver": record_shape(seen.waiver) if seen.waiver else None,
        "conditions": [
            {
                "id": one.condition,
                "title": condition_name(one.condition),
                "met": one.seen.is_met,
                "stated": one.is_stated,
                "why": one.seen.why,
                "text": seen_text(one.seen),
            }
            for one in seen.conditions
        ],
        "documents": [
            {
                "id": one.kind,
                "title": document_name(one.kind),
                "there": one.is_there,
                "from_records": one.is_supplied,
                "document": document_shape(one.document) if one.document else None,
            }
            for one in seen.papers
        ],
    }


def process_lines(view: ProcessView) -> tuple[str, ...]:
    """Write where a project stands, and what each open gate lacks."""
    seen = view.seen
    head = f"{view.project.code} {view.project.name}　{project_state_name(seen.state)}"
    rows = (
        (one.gate.id, gate_name(one.gate.id), gate_status_name(one.status), one.missing or "")
        for one in seen.gates
    )
    headers = ("", _("关口"), field_name("state"), _("缺"))
    lines = (head, phase_name(seen.phase), *table(headers, rows))
    return (*lines, *_lacks(seen.next_gate)) if seen.next_gate else lines


def _lacks(gate: GateSeen) -> Iterable[str]:
    yield _("下一关 {gate} {name} 还缺：").format(gate=gate.gate.id, name=gate_name(gate.gate.id))
    for one in gate.conditions:
        if not one.seen.is_met:
            yield f"  {condition_name(one.condition)}：{seen_text(one.seen)}"
    for paper in gate.papers:
        if not paper.is_there:
            yield f"  {document_name(paper.kind)}"


def vote_shape(vote: Vote) -> Shape:
    """Show a vote with its count."""
    rule = vote.rule_in_force
    return {
        "id": vote.id,
        "code": vote.subject,
        "title": subject_name(vote.subject),
        "first_on": vote.first_on,
        "last_on": vote.last_on,
        "households": vote.households,
        "area_m2": vote.area_m2,
        "share": str(rule.share),
        "base": rule.base,
        "measures": rule.measures,
        "exceeds": rule.exceeds,
        "quorum": str(rule.quorum) if rule.quorum else None,
        "method": vote.method,
        "note": vote.note,
        "passes": passes(vote),
        "count": [
            {
                "kind": line.kind,
                "measure": line.measure,
                "count": line.count,
                "of": line.whole,
                "needed": line.needed,
                "met": line.is_met,
            }
            for line in count_vote(vote)
        ],
    }


def vote_lines(vote: Vote) -> tuple[str, ...]:
    """Write a vote and how it counts."""
    verdict = _("达标") if passes(vote) else _("未达标")
    head = f"{subject_name(vote.subject)}　{verdict}　{vote.id}"
    return (head, *(f"  {share_text(line)}" for line in count_vote(vote)))


def publicity_shape(publicity: Publicity) -> Shape:
    """Show a publicity."""
    return {
        "id": publicity.id,
        "code": publicity.start_on,
        "title": publicity.title,
        "start_on": publicity.start_on,
        "end_on": publicity.end_on,
        "place": publicity.place,
    }


def objection_shape(objection: Objection) -> Shape:
    """Show an objection."""
    return {
        "id": objection.id,
        "code": objection.raised_on,
        "title": objection.text,
        "publicity_id": objection.publicity_id,
        "raised_on": objection.raised_on,
        "answer": objection.answer,
        "answered_on": objection.answered_on,
    }


def document_shape(document: GateDocument) -> Shape:
    """Show a document."""
    return {
        "id": document.id,
        "code": document.kind,
        "title": document.title,
        "number": document.number,
        "issued_on": document.issued_on,
        "issuer": document.issuer,
        "opinion": document.opinion,
        "sha256": document.sha256,
        "size": document.size,
        "name": document.name,
    }


def record_shape(record: GateRecord) -> Shape:
    """Show what somebody said."""
    return {
        "id": record.id,
        "code": record.kind,
        "title": event_name(record.kind),
        "target": record.target,
        "said_on": record.said_on,
        "authority": record.authority,
        "paper": record.paper,
        "reason": record.reason,
        "holds": record.holds,
        "by": record.by,
    }


def records_shape(facts: ProcessFacts) -> Shape:
    """Show everything on record of a project's way."""
    return {
        "votes": [vote_shape(one) for one in facts.votes],
        "publicity": [
            {
                **publicity_shape(one.publicity),
                "first_photos": one.first_photos,
                "last_photos": one.last_photos,
                "objections": [objection_shape(objection) for objection in one.objections],
            }
            for one in facts.posted
        ],
        "documents": [document_shape(one) for one in facts.documents],
        "records": [record_shape(one) for one in facts.events],
    }


def record_lines(facts: ProcessFacts) -> tuple[str, ...]:
    """Write everything on record of a project's way, one line each."""
    votes = (
        (field_name("vote"), one.last_on, subject_name(one.subject), _share(one.households), one.id)
        for one in facts.votes
    )
    posted = (
        (field_name("publicity"), p.start_on, p.title, f"{p.start_on}..{p.end_on}", p.id)
        for p in (one.publicity for one in facts.posted)
    )
    objections = (
        (field_name("objection"), one.raised_on, one.text, one.answer or "—", one.id)
        for posted_one in facts.posted
        for one in posted_one.objections
    )
    documents = (
        (field_name("document"), one.issued_on, one.title, _document_words(one), one.id)
        for one in facts.documents
    )
    said = (
        (event_name(one.kind), one.said_on, one.target, one.authority, one.id)
        for one in facts.events
    )
    headers = (field_name("record"), field_name("days"), field_name("name"), "", "id")
    return table(headers, [*votes, *posted, *objections, *documents, *said])


def _share(ballot: Ballot) -> str:
    return f"{spell_decimal(ballot.agreeing)}/{spell_decimal(ballot.entitled)}"


def _document_words(document: GateDocument) -> str:
    opinion = opinion_name(document.opinion) if document.opinion else ""
    parts = (document.number or "", document.issuer or "", opinion)
    return " ".join(part for part in parts if part)


def calendar_shape(
    calendar: WorkCalendar, own: list[int], year: int | None
) -> list[dict[str, Any]]:
    """Show the tables of holidays, or that of one year."""
    return [
        {
            "year": one,
            "is_own": one in own,
            "off": sorted(days.off),
            "work": sorted(days.work),
        }
        for one, days in sorted(calendar.years.items())
        if year in {None, one}
    ]
