"""The meeting's table: which round, how it stands, and the acts of the one who runs it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Signal

from inspector.core.changes import Outcome
from inspector.core.conclusion import ConclusionKind
from inspector.core.errors import InspectorError, Problem
from inspector.core.meetings import GroupKind, Presence, Satisfaction, Stance
from inspector.core.progress import Progress
from inspector.operations.meetings import (
    AttendanceDraft,
    GroupDraft,
    MeetingDraft,
    MeetingEdit,
    ResidentDraft,
    add_resident,
    create_meeting,
    declare_verdict,
    edit_meeting,
    note_attendance,
    put_group,
    remove_group,
    remove_resident,
    withdraw_attendance,
    withdraw_verdict,
)
from inspector.operations.opinions import OpinionDraft, give_opinion, withdraw_opinion
from inspector.operations.projects import PartyDraft, add_party
from inspector.operations.verdicts import MeetingSheet, list_meetings, show_meeting
from inspector.ui.kit.ask import FileQuestion, Question
from inspector.ui.kit.desk import Desk
from inspector.ui.kit.jobs import Job
from inspector.ui.screens.acceptance.meeting.model import NONE, split_list
from inspector.words.language import _

Act = Callable[[], Outcome[Any]]
Done = Callable[[], object] | None


@dataclass(frozen=True, slots=True)
class Remedy:
    """What a person may do at once about a refusal."""

    title: str
    yes: str
    on_yes: Callable[[], object]


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
        """Note how a party attended, or take it back."""
        workspace, meeting_id = self._desk.workspace, self._meeting()
        if presence == NONE:
            self._act(lambda: withdraw_attendance(workspace, meeting_id, party_id))
        else:
            self.note(party_id, AttendanceDraft(presence=Presence(presence)))

    def note(self, party_id: str, draft: AttendanceDraft, done: Done = None) -> None:
        """Note how a party attended, who stands for it and by which letter."""
        workspace, meeting_id = self._desk.workspace, self._meeting()

        def withdraws() -> None:
            self.note(party_id, replace(draft, withdraws_opinion=True), done)

        remedy = Remedy(_("改为缺席"), _("改为缺席并撤回意见"), withdraws)
        self._act(
            lambda: note_attendance(workspace, meeting_id, party_id, draft),
            done,
            {Problem.ABSENT_WITH_OPINION: remedy},
        )

    def agree(self, party_id: str) -> None:
        """Put down that a party agrees."""
        self.say(party_id, OpinionDraft(stance=Stance.AGREE))

    def refuse(self, party_id: str, reason: str) -> None:
        """Put down that a party refuses, and why."""
        self.say(party_id, OpinionDraft(stance=Stance.DISAGREE, text=reason))

    def say(self, party_id: str, draft: OpinionDraft, done: Done = None) -> None:
        """Put down what a party says; each condition must be met by its owner in time."""
        workspace, meeting_id = self._desk.workspace, self._meeting()

        def choose() -> None:
            def take(path: Path) -> None:
                self.say(party_id, replace(draft, letter=path), done)

            self.choose_file(_("书面意见"), _("书面意见 (*.pdf *.jpg *.jpeg *.png)"), take)

        remedy = Remedy(_("缺席单位的意见"), _("附上书面意见…"), choose)
        self._act(
            lambda: give_opinion(workspace, meeting_id, party_id, draft),
            done,
            {Problem.OPINION_WHILE_ABSENT: remedy},
        )

    def take_back(self, party_id: str) -> None:
        """Take back what a party said."""
        workspace, meeting_id = self._desk.workspace, self._meeting()
        self._act(lambda: withdraw_opinion(workspace, meeting_id, party_id))

    def review_papers(self, missing: str) -> None:
        """Put down what the group for papers found: what is missing, in a list, or nothing."""
        groups = self.sheet.groups if self.sheet else ()
        name = next((one.name for one in groups if one.kind is GroupKind.PAPERS), _("资料组"))
        self.put_group(
            GroupDraft(
                kind=GroupKind.PAPERS, name=name, stance=Stance.AGREE, missing=split_list(missing)
            )
        )

    def put_group(self, draft: GroupDraft, done: Done = None) -> None:
        """Put a group on record, or what it says."""
        workspace, meeting_id = self._desk.workspace, self._meeting()
        self._act(lambda: put_group(workspace, meeting_id, draft), done)

    def remove_group(self, name: str, done: Done = None) -> None:
        """Take a group off the record."""
        workspace, meeting_id = self._desk.workspace, self._meeting()
        self._act(lambda: remove_group(workspace, meeting_id, name), done)

    def tally(self, level: str) -> None:
        """Count one resident who says how content they are."""
        self.add_resident(ResidentDraft(level=Satisfaction(level)))

    def add_resident(
        self, draft: ResidentDraft, done: Done = None, voice_id: str | None = None
    ) -> None:
        """Put down what a resident says, or put it right."""
        workspace, meeting_id = self._desk.workspace, self._meeting()
        self._act(lambda: add_resident(workspace, meeting_id, draft, voice_id), done)

    def remove_resident(self, voice_id: str, done: Done = None) -> None:
        """Take back what a resident said."""
        workspace, meeting_id = self._desk.workspace, self._meeting()
        self._act(lambda: remove_resident(workspace, meeting_id, voice_id), done)

    def edit(self, edit: MeetingEdit, done: Done = None) -> None:
        """Change the meeting's day, place, chair or rules."""
        workspace, meeting_id = self._desk.workspace, self._meeting()
        self._act(lambda: edit_meeting(workspace, meeting_id, edit), done)

    def add_party(self, draft: PartyDraft, done: Done = None) -> None:
        """Put a party on record that came without being expected."""
        workspace, project_id = self._desk.workspace, self.project_id
        self._act(lambda: add_party(workspace, project_id, draft), done)

    def today(self) -> date:
        """Give the day."""
        today: date = self._desk.workspace.today()
        return today

    def choose_file(self, title: str, kinds: str, on_path: Callable[[Path], object]) -> None:
        """Let the person choose one file."""
        question = FileQuestion(title=title, kinds=kinds)
        self._desk.ask.files(question, lambda paths: on_path(paths[0]))

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

    def _meeting(self) -> str:
        return self.sheet.meeting.id if self.sheet else ""

    def _act(
        self, work: Act, done: Done = None, remedies: Mapping[Problem, Remedy] | None = None
    ) -> None:
        def told(error: InspectorError) -> None:
            self.changed.emit()
            remedy = (remedies or {}).get(error.problem)
            if remedy is None:
                self.refused.emit(error)
                return
            text = self._desk.ask.explain(error)
            question = Question(title=remedy.title, text=text, yes=remedy.yes, is_grave=True)
            self._desk.ask.confirm(question, remedy.on_yes)

        self._desk.act(work, lambda _made: done() if done else None, told)
