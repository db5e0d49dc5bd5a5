"""The meeting's table: which round, how it stands, and the acts of the one who runs it."""

import re
from collections.abc import Callable
from datetime import timedelta
from typing import Any

from PySide6.QtCore import QObject, Signal

from inspector.core.changes import Outcome
from inspector.core.conclusion import ConclusionKind
from inspector.core.errors import InspectorError
from inspector.core.meetings import GroupKind, Presence, Satisfaction, Stance
from inspector.core.progress import Progress
from inspector.operations.meetings import (
    AttendanceDraft,
    ConditionDraft,
    GroupDraft,
    MeetingDraft,
    OpinionDraft,
    ResidentDraft,
    add_resident,
    create_meeting,
    declare_verdict,
    give_opinion,
    note_attendance,
    put_group,
    withdraw_opinion,
    withdraw_verdict,
)
from inspector.operations.verdicts import MeetingSheet, list_meetings, show_meeting
from inspector.ui.kit.desk import Desk
from inspector.ui.kit.jobs import Job
from inspector.ui.screens.acceptance.meeting.model import NONE
from inspector.words.language import _

Act = Callable[[], Outcome[Any]]
USUAL_DAYS = 15
"""How long a condition may take unless the person says otherwise."""


class MeetingBoard(QObject):
    """Reads the newest round of a project and acts for the person.

    Signals:
        changed(): another meeting, or it stands differently.
        refused(object): something was not written (InspectorError).
    """

    changed = Signal()
    refused = Signal(object)

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.project_id = ""
        self.sheet: MeetingSheet | None = None
        self.is_read = False
        self._reading: Job | None = None
        self._again = False

    def show_project(self, project_id: str) -> None:
        """Turn to a project and read its newest round off the window's thread."""
        if project_id != self.project_id:
            self.project_id, self.sheet, self.is_read = project_id, None, False
            self.changed.emit()
        self.reread()

    def reread(self) -> None:
        """Read once at a time; what changed meanwhile is read after."""
        if not self.project_id:
            return
        if self._reading is not None:
            self._again = True
            return
        workspace, project_id = self._desk.workspace, self.project_id

        def work(_progress: Progress) -> MeetingSheet | None:
            held = list_meetings(workspace, project_id)
            return show_meeting(workspace, held[-1].id) if held else None

        self._reading = Job(
            work=work,
            on_success=self._take,
            on_refusal=self._desk.ask.refuse,
            on_crash=self._desk.crashed,
            on_end=self._ended,
        )
        self._desk.jobs.acts.start(self._reading)

    def _take(self, sheet: MeetingSheet | None) -> None:
        if sheet is None or sheet.meeting.project_id == self.project_id:
            self.sheet, self.is_read = sheet, True
            self.changed.emit()

    def _ended(self) -> None:
        self._reading = None
        if self._again:
            self._again = False
            self.reread()

    # -- acts ---------------------------------------------------------------------------------

    def open_round(self) -> None:
        """Open the next round, today."""
        workspace, project_id = self._desk.workspace, self.project_id
        draft = MeetingDraft(held_on=workspace.today())
        self._act(lambda: create_meeting(workspace, project_id, draft))

    def attend(self, party_id: str, presence: str) -> None:
        """Note how a party attended."""
        if presence == NONE:
            self.changed.emit()
            return
        workspace, meeting_id = self._desk.workspace, self._meeting()
        draft = AttendanceDraft(presence=Presence(presence))
        self._act(lambda: note_attendance(workspace, meeting_id, party_id, draft))

    def agree(self, party_id: str) -> None:
        """Put down that a party agrees."""
        self._say(party_id, OpinionDraft(stance=Stance.AGREE))

    def refuse(self, party_id: str, reason: str) -> None:
        """Put down that a party refuses, and why."""
        self._say(party_id, OpinionDraft(stance=Stance.DISAGREE, text=reason))

    def agree_if(self, party_id: str, text: str, owner_id: str) -> None:
        """Put down that a party agrees on a condition, which its owner must meet in time."""
        due = self._desk.workspace.today() + timedelta(days=USUAL_DAYS)
        condition = ConditionDraft(text=text, owner_id=owner_id, due_on=due)
        self._say(party_id, OpinionDraft(stance=Stance.CONDITIONAL, conditions=(condition,)))

    def take_back(self, party_id: str) -> None:
        """Take back what a party said."""
        workspace, meeting_id = self._desk.workspace, self._meeting()
        self._act(lambda: withdraw_opinion(workspace, meeting_id, party_id))

    def review_papers(self, missing: str) -> None:
        """Put down what the group for papers found: what is missing, in a list, or nothing."""
        names = tuple(re.split(r"[、，,;；\n]", missing))
        draft = GroupDraft(
            kind=GroupKind.PAPERS, name=_("资料组"), stance=Stance.AGREE, missing=names
        )
        workspace, meeting_id = self._desk.workspace, self._meeting()
        self._act(lambda: put_group(workspace, meeting_id, draft))

    def tally(self, level: str) -> None:
        """Count one resident who says how content they are."""
        workspace, meeting_id = self._desk.workspace, self._meeting()
        draft = ResidentDraft(level=Satisfaction(level))
        self._act(lambda: add_resident(workspace, meeting_id, draft))

    def declare(self) -> None:
        """Read the computed verdict out."""
        workspace, meeting_id = self._desk.workspace, self._meeting()
        self._act(lambda: declare_verdict(workspace, meeting_id))

    def override(self, kind: str, reason: str) -> None:
        """Read another verdict out, with a written reason."""
        workspace, meeting_id = self._desk.workspace, self._meeting()
        said = ConclusionKind(kind)
        self._act(lambda: declare_verdict(workspace, meeting_id, kind=said, reason=reason))

    def take_verdict_back(self) -> None:
        """Take the verdict that was read out back."""
        workspace, meeting_id = self._desk.workspace, self._meeting()
        self._act(lambda: withdraw_verdict(workspace, meeting_id))

    def follow_defects(self, severity: str) -> None:
        """Lead to the open defects of a severity."""
        self._desk.go("defects", project=self.project_id, state="open", severity=severity)

    def _say(self, party_id: str, draft: OpinionDraft) -> None:
        workspace, meeting_id = self._desk.workspace, self._meeting()
        self._act(lambda: give_opinion(workspace, meeting_id, party_id, draft))

    def _meeting(self) -> str:
        return self.sheet.meeting.id if self.sheet else ""

    def _act(self, work: Act) -> None:
        def told(error: InspectorError) -> None:
            self.changed.emit()
            self.refused.emit(error)

        self._desk.act(work, None, told)
