"""Votes, publicity, papers of gates and what people say of them, as rows."""

from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING, Any

from inspector.core.process.names import (
    DocumentKind,
    DocumentOpinion,
    EventKind,
    VoteSubject,
)
from inspector.core.process.records import GateDocument, GateRecord, Objection, Publicity
from inspector.core.process.votes import Ballot, Vote, VoteBase, VoteMeasure, VoteRule
from inspector.store.rows import Row, Rows, from_day, from_json, to_day, to_json

if TYPE_CHECKING:
    from sqlite_utils import Database as Tables

TABLES = ("vote", "publicity", "objection", "document", "gate_record")


class ProcessRepository:
    """What is on record of a project's way."""

    def __init__(self, db: "Tables") -> None:
        self._rows = {name: Rows(db, name) for name in TABLES}

    def votes(self, project_id: str) -> list[Vote]:
        """List the votes of a project, oldest first."""
        rows = self._rows["vote"].of_project(project_id, "ORDER BY last_on, id")
        return [_vote(row) for row in rows]

    def publicities(self, project_id: str) -> list[Publicity]:
        """List the publicities of a project, oldest first."""
        rows = self._rows["publicity"].of_project(project_id, "ORDER BY start_on, id")
        return [_publicity(row) for row in rows]

    def publicity(self, publicity_id: str) -> Publicity:
        """Read one publicity."""
        return _publicity(self._rows["publicity"].get(publicity_id))

    def objections(self, project_id: str) -> list[Objection]:
        """List the objections of a project, oldest first."""
        rows = self._rows["objection"].of_project(project_id, "ORDER BY raised_on, id")
        return [_objection(row) for row in rows]

    def objection(self, objection_id: str) -> Objection:
        """Read one objection."""
        return _objection(self._rows["objection"].get(objection_id))

    def documents(self, project_id: str) -> list[GateDocument]:
        """List the documents of a project, oldest first."""
        rows = self._rows["document"].of_project(project_id, "ORDER BY issued_on, id")
        return [_document(row) for row in rows]

    def document(self, document_id: str) -> GateDocument:
        """Read one document."""
        return _document(self._rows["document"].get(document_id))

    def records(self, project_id: str) -> list[GateRecord]:
        """List what was said of a project's gates, oldest first."""
        rows = self._rows["gate_record"].of_project(project_id, "ORDER BY said_on, id")
        return [_record(row) for row in rows]

    def table_of(self, record_id: str) -> str | None:
        """Tell in which of these tables a record stands."""
        return next((name for name in TABLES if self._rows[name].find(record_id)), None)

    def put_vote(self, vote: Vote) -> None:
        """Keep a vote."""
        self._rows["vote"].put(
            {
                "id": vote.id,
                "project_id": vote.project_id,
                "subject": vote.subject.value,
                "households": _ballot_text(vote.households),
                "area_m2": _ballot_text(vote.area_m2),
                "rule": _rule_text(vote.rule),
                "first_on": to_day(vote.first_on),
                "last_on": to_day(vote.last_on),
                "method": vote.method,
                "note": vote.note,
            }
        )

    def put_publicity(self, publicity: Publicity) -> None:
        """Keep a publicity."""
        self._rows["publicity"].put(_plain(publicity))

    def put_objection(self, objection: Objection) -> None:
        """Keep an objection."""
        self._rows["objection"].put(_plain(objection))

    def put_document(self, document: GateDocument) -> None:
        """Keep a document."""
        self._rows["document"].put(_plain(document))

    def add_record(self, record: GateRecord) -> None:
        """Keep what was said; such records are never edited."""
        row = _plain(record)
        by_id = row.pop("by")
        self._rows["gate_record"].put({**row, "by_id": by_id, "holds": int(record.holds)})

    def delete(self, table: str, record_id: str) -> None:
        """Mark a record as deleted."""
        self._rows[table].delete(record_id)


def _plain(record: object) -> Row:
    """Spell a record whose fields are the columns: days and words as text."""
    names = getattr(record, "__dataclass_fields__", {})
    values = {name: getattr(record, name) for name in names}
    return {
        name: to_day(value) if isinstance(value, date) else _word(value)
        for name, value in values.items()
    }


def _word(value: Any) -> Any:
    return str(value.value) if hasattr(value, "value") else value


def _ballot_text(ballot: Ballot | None) -> str | None:
    if ballot is None:
        return None
    values: dict[str, Decimal | None] = {
        "entitled": ballot.entitled,
        "taking_part": ballot.taking_part,
        "agreeing": ballot.agreeing,
    }
    return to_json({name: value for name, value in values.items() if value is not None})


def _ballot(text: str | None) -> Ballot | None:
    told = {name: Decimal(value) for name, value in from_json(text).items()}
    return Ballot(**told) if told else None


def _rule_text(rule: VoteRule | None) -> str | None:
    if rule is None:
        return None
    return to_json(
        {
            "share": str(rule.share),
            "base": rule.base.value,
            "measures": [one.value for one in rule.measures],
            "exceeds": rule.exceeds,
            "quorum": str(rule.quorum) if rule.quorum is not None else None,
        }
    )


def _rule(text: str | None) -> VoteRule | None:
    told = from_json(text)
    if not told:
        return None
    return VoteRule(
        share=Fraction(told["share"]),
        base=VoteBase(told["base"]),
        measures=tuple(VoteMeasure(one) for one in told["measures"]),
        exceeds=told["exceeds"],
        quorum=Fraction(told["quorum"]) if "quorum" in told else None,
    )


def _vote(row: Row) -> Vote:
    households = _ballot(row["households"])
    if households is None:
        message = "a vote without its count of households was stored"
        raise ValueError(message)
    return Vote(
        id=row["id"],
        project_id=row["project_id"],
        subject=VoteSubject(row["subject"]),
        households=households,
        area_m2=_ballot(row["area_m2"]),
        rule=_rule(row["rule"]),
        first_on=_day(row["first_on"]),
        last_on=_day(row["last_on"]),
        method=row["method"],
        note=row["note"],
    )


def _publicity(row: Row) -> Publicity:
    return Publicity(
        id=row["id"],
        project_id=row["project_id"],
        title=row["title"] or "",
        start_on=_day(row["start_on"]),
        end_on=_day(row["end_on"]),
        place=row["place"] or "",
    )


def _objection(row: Row) -> Objection:
    return Objection(
        id=row["id"],
        project_id=row["project_id"],
        publicity_id=row["publicity_id"] or "",
        text=row["text"] or "",
        raised_on=_day(row["raised_on"]),
        answer=row["answer"],
        answered_on=from_day(row["answered_on"]),
    )


def _document(row: Row) -> GateDocument:
    names = ("id", "project_id", "title", "number", "issuer", "sha256", "size", "name")
    values = {name: row[name] for name in names}
    return GateDocument(
        **values,
        kind=DocumentKind(row["kind"]),
        issued_on=from_day(row["issued_on"]),
        opinion=DocumentOpinion(row["opinion"]) if row["opinion"] else None,
    )


def _record(row: Row) -> GateRecord:
    return GateRecord(
        id=row["id"],
        project_id=row["project_id"],
        kind=EventKind(row["kind"]),
        target=row["target"] or "",
        said_on=_day(row["said_on"]),
        authority=row["authority"] or "",
        paper=row["paper"] or "",
        reason=row["reason"] or "",
        holds=row["holds"] != 0,
        by=row["by_id"] or "",
    )


def _day(text: str | None) -> date:
    day = from_day(text)
    if day is None:
        message = "a record of the process without its day was stored"
        raise ValueError(message)
    return day
