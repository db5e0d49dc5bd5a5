"""Meetings as rows: rounds, attendance, opinions with their conditions, groups, residents."""

import json
from typing import TYPE_CHECKING

from inspector.core.conclusion import ConclusionKind
from inspector.core.meetings import (
    PERSONAL_ROLES,
    Attendance,
    Declared,
    GroupKind,
    Letter,
    Meeting,
    MeetingGroup,
    Opinion,
    OpinionCondition,
    Presence,
    ResidentVoice,
    Satisfaction,
    Stance,
)
from inspector.store.rows import Row, Rows, from_day, from_json, to_day, to_json

if TYPE_CHECKING:
    from sqlite_utils import Database as Tables


class MeetingRepository:
    """The rounds of a project's acceptance and all that belongs to them."""

    def __init__(self, db: "Tables") -> None:
        self._rows = Rows(db, "meeting")
        self._attendance = Rows(db, "attendance")
        self._opinions = Rows(db, "opinion")
        self._conditions = Rows(db, "opinion_condition")
        self._groups = Rows(db, "meeting_group")
        self._residents = Rows(db, "resident_voice")
        self._parties = Rows(db, "party")

    def get(self, meeting_id: str) -> Meeting:
        """Read one meeting."""
        return _meeting(self._rows.get(meeting_id))

    def of_project(self, project_id: str) -> list[Meeting]:
        """List the meetings of a project by round."""
        return [_meeting(row) for row in self._rows.of_project(project_id, "ORDER BY round, id")]

    def named(self, code: str) -> list[Meeting]:
        """List the meetings with this id or number."""
        found = self._rows.where("id = ? OR number = ?", [code, code.upper()])
        return [_meeting(row) for row in found]

    def put(self, meeting: Meeting) -> None:
        """Keep a meeting."""
        self._rows.put(
            {
                "id": meeting.id,
                "project_id": meeting.project_id,
                "number": meeting.number,
                "round": meeting.round,
                "held_on": to_day(meeting.held_on),
                "venue": meeting.venue,
                "chair": meeting.chair,
                "agenda": meeting.agenda,
                "rules": meeting.rules,
                "verdict": None if meeting.declared is None else _declared_json(meeting.declared),
            }
        )

    def attendance(self, meeting_id: str) -> list[Attendance]:
        """List how the parties attended."""
        return [_attendance(row) for row in self._attendance.where("meeting_id = ?", [meeting_id])]

    def put_attendance(self, one: Attendance) -> None:
        """Keep how a party attended; a resident's name is kept as a personal value."""
        party = self._parties.find(one.party_id)
        is_personal = party is not None and party["role"] in PERSONAL_ROLES
        self._attendance.put(
            {
                "id": one.id,
                "project_id": one.project_id,
                "meeting_id": one.meeting_id,
                "party_id": one.party_id,
                "presence": one.presence.value,
                "representative": None if is_personal else one.representative,
                "resident": one.representative if is_personal else None,
                "post": one.post,
                "letter_sha256": one.letter.sha256 if one.letter else None,
                "letter_name": one.letter.name if one.letter else None,
            }
        )

    def delete_attendance(self, attendance_id: str) -> None:
        """Mark what was noted of a party's attendance as taken back."""
        self._attendance.delete(attendance_id)

    def opinions(self, meeting_id: str) -> list[Opinion]:
        """List what the parties said."""
        return [_opinion(row) for row in self._opinions.where("meeting_id = ?", [meeting_id])]

    def put_opinion(self, one: Opinion) -> None:
        """Keep what a party said."""
        self._opinions.put(
            {
                "id": one.id,
                "project_id": one.project_id,
                "meeting_id": one.meeting_id,
                "party_id": one.party_id,
                "said": to_json({"stance": one.stance.value, "text": one.text}),
                "letter_sha256": one.letter.sha256 if one.letter else None,
                "letter_name": one.letter.name if one.letter else None,
            }
        )

    def delete_opinion(self, opinion_id: str) -> None:
        """Mark an opinion as taken back."""
        self._opinions.delete(opinion_id)

    def conditions(self, project_id: str) -> list[OpinionCondition]:
        """List the conditions of a project's rounds, oldest first."""
        names = ("id", "project_id", "meeting_id", "party_id", "defect_id")
        rows = self._conditions.of_project(project_id, "ORDER BY id")
        return [OpinionCondition(**{name: row[name] for name in names}) for row in rows]

    def put_condition(self, one: OpinionCondition) -> None:
        """Keep that a consent hangs on a defect."""
        names = ("id", "project_id", "meeting_id", "party_id", "defect_id")
        self._conditions.put({name: getattr(one, name) for name in names})

    def groups(self, meeting_id: str) -> list[MeetingGroup]:
        """List the groups of a meeting in order."""
        rows = self._groups.where("meeting_id = ?", [meeting_id], "ORDER BY position, name, id")
        return [_group(row) for row in rows]

    def put_group(self, one: MeetingGroup) -> None:
        """Keep a group."""
        said = None if one.stance is None else {"stance": one.stance.value, "text": one.text}
        self._groups.put(
            {
                "id": one.id,
                "project_id": one.project_id,
                "meeting_id": one.meeting_id,
                "kind": one.kind.value,
                "name": one.name,
                "scope": one.scope,
                "items": to_json(list(one.items)),
                "members": one.members,
                "said": None if said is None else to_json(said),
                "missing": to_json(list(one.missing)),
                "position": one.position,
            }
        )

    def delete_group(self, group_id: str) -> None:
        """Mark a group as taken off the record."""
        self._groups.delete(group_id)

    def residents(self, meeting_id: str) -> list[ResidentVoice]:
        """List what residents said, in the order in which they were asked."""
        return [
            _resident(row)
            for row in self._residents.where("meeting_id = ?", [meeting_id], "ORDER BY id")
        ]

    def put_resident(self, one: ResidentVoice) -> None:
        """Keep what a resident said; name and phone as personal values."""
        self._residents.put(
            {
                "id": one.id,
                "project_id": one.project_id,
                "meeting_id": one.meeting_id,
                "home": one.home,
                "level": one.level.value,
                "comment": one.comment,
                "resident": one.name,
                "phone": one.phone,
            }
        )

    def delete_resident(self, voice_id: str) -> None:
        """Mark what a resident said as taken back."""
        self._residents.get(voice_id)
        self._residents.delete(voice_id)


def _declared_json(declared: Declared) -> str:
    return to_json(
        {
            "kind": declared.kind.value,
            "by": declared.by,
            "at": declared.at_ms,
            "basis": declared.basis,
            "reason": declared.reason,
        }
    )


def _meeting(row: Row) -> Meeting:
    held_on, told = from_day(row["held_on"]), from_json(row["verdict"])
    if held_on is None:
        message = "a meeting without its day was stored"
        raise ValueError(message)
    declared = (
        Declared(
            kind=ConclusionKind(told["kind"]),
            by=told["by"],
            at_ms=int(told["at"]),
            basis=told["basis"],
            reason=told.get("reason"),
        )
        if told
        else None
    )
    return Meeting(
        id=row["id"],
        project_id=row["project_id"],
        number=row["number"] or "",
        round=row["round"] or 0,
        held_on=held_on,
        rules=row["rules"] or "",
        venue=row["venue"],
        chair=row["chair"],
        agenda=row["agenda"],
        declared=declared,
    )


def _attendance(row: Row) -> Attendance:
    return Attendance(
        id=row["id"],
        project_id=row["project_id"],
        meeting_id=row["meeting_id"],
        party_id=row["party_id"],
        presence=Presence(row["presence"]),
        representative=row["representative"] or row["resident"],
        post=row["post"],
        letter=_letter(row),
    )


def _letter(row: Row) -> Letter | None:
    digest = row["letter_sha256"]
    return None if digest is None else Letter(sha256=digest, name=row["letter_name"] or "")


def _opinion(row: Row) -> Opinion:
    said = from_json(row["said"])
    return Opinion(
        id=row["id"],
        project_id=row["project_id"],
        meeting_id=row["meeting_id"],
        party_id=row["party_id"],
        stance=Stance(said["stance"]),
        text=said.get("text"),
        letter=_letter(row),
    )


def _group(row: Row) -> MeetingGroup:
    said = from_json(row["said"])
    return MeetingGroup(
        id=row["id"],
        project_id=row["project_id"],
        meeting_id=row["meeting_id"],
        kind=GroupKind(row["kind"]),
        name=row["name"] or "",
        scope=row["scope"],
        items=_texts(row["items"]),
        members=row["members"],
        stance=Stance(said["stance"]) if said else None,
        text=said.get("text"),
        missing=_texts(row["missing"]),
        position=row["position"] or 0,
    )


def _texts(text: str | None) -> tuple[str, ...]:
    return tuple(json.loads(text)) if text else ()


def _resident(row: Row) -> ResidentVoice:
    return ResidentVoice(
        id=row["id"],
        project_id=row["project_id"],
        meeting_id=row["meeting_id"],
        home=row["home"],
        level=Satisfaction(row["level"]),
        comment=row["comment"],
        name=row["resident"],
        phone=row["phone"],
    )
