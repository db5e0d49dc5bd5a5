"""What the forms draw on: one consistent state of a project's records."""

from dataclasses import dataclass

from inspector.core.defects import Defect
from inspector.core.meetings import Meeting, Stance
from inspector.core.papers import FormValue
from inspector.core.projects import PartyRole, Place, Project
from inspector.operations.aftercare import Aftercare, aftercare_over
from inspector.operations.paper_photos import PhotoSheet
from inspector.operations.signing import SigningSheet, signing_over
from inspector.operations.standing import Standing, standing_over
from inspector.operations.verdicts import MeetingSheet, PartyLine, latest_meeting, sheet_over
from inspector.operations.workspace import Workspace
from inspector.store.office import Office
from inspector.words.acceptance import day_text
from inspector.words.language import _
from inspector.words.meetings import round_name, said_name, stance_name
from inspector.words.records import state_name

PERSONAL = frozenset({PartyRole.RESIDENTS, PartyRole.WATCH})
"""Those for whom residents stand: their names never print (guide 2.7, ADR 0007)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FormBook:
    """A project with the newest round of its meeting; before any was held the forms are blank."""

    standing: Standing
    places: dict[str, Place]
    defects: tuple[Defect, ...]
    parties: tuple[PartyLine, ...]
    sheet: MeetingSheet | None
    signing: SigningSheet | None
    aftercare: Aftercare
    shots: PhotoSheet
    """The photos of what followed the acceptance."""

    @property
    def project(self) -> Project:
        """Give the project."""
        return self.standing.project

    @property
    def meeting(self) -> Meeting | None:
        """Give the newest round."""
        return self.sheet.meeting if self.sheet else None


def open_book(workspace: Workspace, office: Office, project_id: str) -> FormBook:
    """Gather what the forms draw on."""
    standing = standing_over(workspace, office, project_id)
    meeting = latest_meeting(office, project_id)
    sheet = sheet_over(workspace, office, meeting, standing) if meeting else None
    known = office.parties.in_force(project_id)
    unheld = tuple(PartyLine(party=one, attendance=None, opinion=None) for one in known)
    places = {place.id: place for place in office.places.of_project(project_id)}
    aftercare = aftercare_over(office, project_id, workspace.today())
    return FormBook(
        standing=standing,
        places=places,
        defects=tuple(office.defects.of_project(project_id)),
        parties=sheet.parties if sheet else unheld,
        sheet=sheet,
        signing=signing_over(office, sheet) if sheet else None,
        aftercare=aftercare,
        shots=PhotoSheet(list(aftercare.photos), places),
    )


def meeting_facts(book: FormBook) -> tuple[tuple[str, FormValue], ...]:
    """Say which project and which meeting a form belongs to."""
    meeting = book.meeting
    return (
        (_("工程名称"), book.project.name),
        (_("项目编码"), book.project.code),
        (_("会议"), round_name(meeting.round) if meeting else _("尚未召开联合验收会议")),
        (_("日期"), day_text(meeting.held_on) if meeting else None),
        (_("地点"), meeting.venue if meeting else None),
    )


def stance_boxes(said: Stance | None) -> str:
    """Give the three opinions with the one that is on record marked; none where nothing is."""
    marked = ("■" if said is stance else "□" for stance in Stance)
    names = (stance_name(stance) for stance in Stance)
    return "　".join(f"{mark}\u00a0{name}" for mark, name in zip(marked, names, strict=True))


def conditions_text(line: PartyLine) -> str | None:
    """Name the conditions of a party and how each stands."""
    told = (
        _("{text}（{number}，{state}，期限 {due}）").format(
            text=one.text, number=one.number, state=state_name(one.state), due=one.due_on or "—"
        )
        for one in line.conditions
    )
    return _("；").join(told) or None


def representative_of(line: PartyLine) -> str | None:
    """Name who stood for a party; of residents nobody is named."""
    if line.party.role in PERSONAL:
        return None
    return (line.attendance and line.attendance.representative) or line.party.representative


def opinion_lines(line: PartyLine) -> tuple[str, ...]:
    """Say what a party said, as far as it is on record."""
    opinion = line.opinion
    conditions = conditions_text(line)
    return (
        _("意见：{boxes}").format(boxes=stance_boxes(opinion.stance if opinion else None)),
        *([] if line.is_heard else [said_name(opinion, line.presence)]),
        *([_("说明：{text}").format(text=opinion.text)] if opinion and opinion.text else []),
        *([_("条件：{text}").format(text=conditions)] if conditions else []),
    )


def day_blank() -> str:
    """Give the room in which a date is written by hand."""
    return _("　　　年　　月　　日")
