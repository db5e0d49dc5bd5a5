"""Defects, their events, and notices as rows."""

from collections.abc import Sequence
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from inspector.core.checklists import Severity
from inspector.core.defects import (
    Defect,
    DefectEvent,
    DefectState,
    DefectStep,
    Notice,
    RecheckMode,
    Standing,
    Withdrawal,
)
from inspector.core.ids import natural_id
from inspector.store.inspections import pack_from_json, pack_to_json
from inspector.store.rows import Row, Rows, from_day, from_json, to_day, to_json

if TYPE_CHECKING:
    from sqlite_utils import Database as Tables


class DefectRepository:
    """Defects of a project."""

    def __init__(self, db: "Tables") -> None:
        self._rows = Rows(db, "defect")
        self._events = Rows(db, "defect_event")

    def get(self, defect_id: str) -> Defect:
        """Read one defect."""
        return _defect(self._rows.get(defect_id))

    def named(self, number_or_id: str) -> list[Defect]:
        """List the defects that have this id or number."""
        found = self._rows.where("id = ? OR number = ?", [number_or_id, number_or_id.upper()])
        return [_defect(row) for row in found]

    def of_project(self, project_id: str) -> list[Defect]:
        """List the defects of a project by number."""
        return [_defect(row) for row in self._rows.of_project(project_id, "ORDER BY number, id")]

    def of_answer(self, answer_id: str) -> list[Defect]:
        """List the defects that came of an answer."""
        found = self._rows.where("answer_id = ?", [answer_id], "ORDER BY number, id")
        return [_defect(row) for row in found]

    def put(self, defect: Defect) -> None:
        """Keep a defect."""
        standing = defect.standing
        state: dict[str, Any] = {
            "state": standing.state.value,
            "by": standing.by,
            "at": standing.at_ms,
            "reason": standing.reason,
        }
        self._rows.put(
            {
                "id": defect.id,
                "project_id": defect.project_id,
                "number": defect.number,
                "visit_id": defect.visit_id,
                "place_id": defect.place_id,
                "item_id": defect.item_id,
                "pack": pack_to_json(defect.pack),
                "answer_id": defect.answer_id,
                "text": defect.text,
                "severity": defect.severity.value,
                "party_id": defect.party_id,
                "due_on": to_day(defect.due_on),
                "measured": defect.measured,
                "demand": defect.demand,
                "state": to_json(state),
            }
        )

    def events(self, defect_id: str) -> list[DefectEvent]:
        """List what happened to a defect, oldest first."""
        found = self._events.where("defect_id = ?", [defect_id], "ORDER BY at_ms, id")
        return [_event(row) for row in found]

    def events_of_project(self, project_id: str) -> dict[str, list[DefectEvent]]:
        """Give all events of a project by defect."""
        grouped: dict[str, list[DefectEvent]] = {}
        for row in self._events.of_project(project_id, "ORDER BY at_ms, id"):
            grouped.setdefault(row["defect_id"], []).append(_event(row))
        return grouped

    def add_event(self, event: DefectEvent) -> None:
        """Keep what happened; events are never edited."""
        self._events.put(
            {
                "id": event.id,
                "project_id": event.project_id,
                "defect_id": event.defect_id,
                "step": event.step.value,
                "at_ms": event.at_ms,
                "by_id": event.by,
                "round": event.round,
                "reason": event.reason,
                "due_on": to_day(event.due_on),
                "party_id": event.party_id,
                "done_on": to_day(event.done_on),
                "done_by": event.done_by,
                "reply_id": event.reply_id,
            }
        )

    def serials(self, project_id: str, machine: str) -> list[str]:
        """List the numbers that a machine has given in a project, deleted defects included."""
        db = self._rows.database
        return [
            number
            for (number,) in db.execute(
                "SELECT number FROM defect WHERE project_id = ? AND number LIKE ?",
                [project_id, f"%-{machine}-%"],
            )
        ]


class NoticeRepository:
    """Rectification notices with their rows."""

    def __init__(self, db: "Tables") -> None:
        self._rows = Rows(db, "notice")
        self._lines = Rows(db, "notice_row")

    def get(self, notice_id: str) -> Notice:
        """Read one notice."""
        return self._notice(self._rows.get(notice_id))

    def of_project(self, project_id: str) -> list[Notice]:
        """List the notices of a project by number."""
        rows = self._rows.of_project(project_id, "ORDER BY number, id")
        return [self._notice(row) for row in rows]

    def in_force(self, project_id: str) -> list[Notice]:
        """List the notices of a project that were not withdrawn, by number."""
        return [notice for notice in self.of_project(project_id) if notice.withdrawn is None]

    def put(self, notice: Notice) -> None:
        """Keep a notice and its rows."""
        self._rows.put(
            {
                "id": notice.id,
                "project_id": notice.project_id,
                "number": notice.number,
                "party_id": notice.party_id,
                "issued_on": to_day(notice.issued_on),
                "due_on": to_day(notice.due_on),
                "recheck_mode": notice.recheck_mode.value,
                "demand": notice.demand,
                "by_id": notice.by,
                "term": notice.term,
                "withdrawn": _withdrawal_json(notice.withdrawn),
            }
        )
        self._put_lines(notice.project_id, notice.id, notice.defect_ids)

    def _put_lines(self, project_id: str, notice_id: str, defect_ids: Sequence[str]) -> None:
        for position, defect_id in enumerate(defect_ids, start=1):
            self._lines.put(
                {
                    "id": natural_id(project_id, "notice_row", notice_id, defect_id),
                    "project_id": project_id,
                    "notice_id": notice_id,
                    "defect_id": defect_id,
                    "position": position,
                }
            )

    def _notice(self, row: Row) -> Notice:
        lines = self._lines.where("notice_id = ?", [row["id"]], "ORDER BY position, id")
        issued, due = from_day(row["issued_on"]), from_day(row["due_on"])
        if issued is None or due is None:
            message = "a notice without its days was stored"
            raise ValueError(message)
        return Notice(
            id=row["id"],
            project_id=row["project_id"],
            number=row["number"],
            party_id=row["party_id"],
            issued_on=issued,
            due_on=due,
            recheck_mode=RecheckMode(row["recheck_mode"]),
            defect_ids=tuple(line["defect_id"] for line in lines),
            by=row["by_id"],
            demand=row["demand"],
            term=row["term"],
            withdrawn=_withdrawal(row["withdrawn"]),
        )


def _withdrawal_json(withdrawn: Withdrawal | None) -> str | None:
    return None if withdrawn is None else to_json(asdict(withdrawn))


def _withdrawal(text: str | None) -> Withdrawal | None:
    if text is None:
        return None
    told = from_json(text)
    return Withdrawal(told["by"], int(told["at_ms"]), told["reason"])


def _defect(row: Row) -> Defect:
    state = from_json(row["state"])
    return Defect(
        id=row["id"],
        project_id=row["project_id"],
        number=row["number"] or "",
        place_id=row["place_id"] or "",
        text=row["text"] or "",
        severity=Severity(row["severity"]),
        standing=Standing(
            DefectState(state["state"]), state["by"], int(state["at"]), state.get("reason")
        ),
        visit_id=row["visit_id"],
        item_id=row["item_id"],
        pack=pack_from_json(row["pack"]),
        answer_id=row["answer_id"],
        party_id=row["party_id"],
        measured=row["measured"],
        demand=row["demand"],
        due_on=from_day(row["due_on"]),
    )


def _event(row: Row) -> DefectEvent:
    return DefectEvent(
        id=row["id"],
        project_id=row["project_id"],
        defect_id=row["defect_id"],
        step=DefectStep(row["step"]),
        at_ms=row["at_ms"],
        by=row["by_id"],
        round=row["round"] or 0,
        reason=row["reason"],
        due_on=from_day(row["due_on"]),
        party_id=row["party_id"],
        done_on=from_day(row["done_on"]),
        done_by=row["done_by"],
        reply_id=row["reply_id"],
    )
