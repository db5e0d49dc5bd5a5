"""What the acceptance report shows of its meeting: the newest round, and opinions of all rounds."""

from collections import Counter
from collections.abc import Iterator
from typing import TYPE_CHECKING

from inspector.core.defects import Defect
from inspector.core.meetings import PERSONAL_ROLES, MeetingGroup, Satisfaction, Stance
from inspector.core.papers import (
    ConclusionText,
    GroupRow,
    MeetingText,
    MemberRow,
    OpinionRow,
    PartyRow,
    ReasonLine,
    ResidentRow,
)
from inspector.core.projects import PartyRole
from inspector.operations.standing import Standing
from inspector.operations.verdicts import MeetingSheet, PartyLine, sheet_over
from inspector.operations.workspace import Workspace
from inspector.store.office import Office
from inspector.words.acceptance import conclusion_title, day_text
from inspector.words.language import _
from inspector.words.meetings import (
    clause_text,
    line_result,
    presence_name,
    round_name,
    said_name,
    satisfaction_name,
    stance_name,
    verdict_title,
    verdict_wording,
)
from inspector.words.records import role_name, state_name

if TYPE_CHECKING:
    from inspector.core.joint import Judgement


def meeting_sheets(
    workspace: Workspace, office: Office, standing: Standing
) -> tuple[MeetingSheet, ...]:
    """Gather all rounds of a project, oldest first."""
    meetings = office.meetings.of_project(standing.project.id)
    return tuple(sheet_over(workspace, office, one, standing) for one in meetings)


def meeting_text(sheets: tuple[MeetingSheet, ...]) -> MeetingText | None:
    """Put the newest round into words, with what was said in every round."""
    if not sheets:
        return None
    sheet = sheets[-1]
    meeting = sheet.meeting
    counts = Counter(voice.level for voice in sheet.residents)
    return MeetingText(
        title=round_name(meeting.round),
        day=day_text(meeting.held_on) or "",
        venue=meeting.venue,
        chair=meeting.chair,
        agenda=meeting.agenda,
        rules=sheet.judgement.rules,
        members=tuple(_member(line) for line in sheet.parties),
        groups=tuple(_group(group) for group in sheet.groups),
        opinions=tuple(row for one in sheets for row in _opinions(one)),
        satisfaction=tuple(
            (satisfaction_name(level), counts[level]) for level in Satisfaction if counts
        ),
        comments=tuple(
            ResidentRow(home=one.home, level=satisfaction_name(one.level), comment=one.comment)
            for one in sheet.residents
            if one.comment
        ),
    )


def meeting_conclusion(sheet: MeetingSheet) -> ConclusionText:
    """Put the verdict into words: as it was read out, with what it rested on then."""
    basis: Judgement = sheet.declared or sheet.judgement
    return ConclusionText(
        kind=sheet.kind,
        title=verdict_title(sheet.judgement, sheet.kind),
        wording=verdict_wording(sheet.kind),
        reasons=tuple(
            ReasonLine(
                clause_text(line),
                line.is_met,
                binding=line.consequence is not None,
                consequence=line_result(line) if line.decides else None,
            )
            for line in basis.lines
        ),
        without_meeting=False,
        notes=tuple(_notes(sheet)),
    )


def attending_parties(sheet: MeetingSheet) -> tuple[PartyRow, ...]:
    """Give the parties as they were represented at the meeting."""
    return tuple(
        PartyRow(
            role=role_name(line.party.role),
            unit=line.party.unit,
            representative=_representative(line),
            post=line.attendance.post if line.attendance else None,
        )
        for line in sheet.parties
    )


def printed_name(role: PartyRole, name: str | None) -> str | None:
    """Give the name of a unit's representative; of those who stand for residents none prints.

    So a paper is the same whether the laptop that makes it holds the personal value or not.
    """
    return None if role in PERSONAL_ROLES else name


def _representative(line: PartyLine) -> str | None:
    named = (line.attendance and line.attendance.representative) or line.party.representative
    return printed_name(line.party.role, named)


def _notes(sheet: MeetingSheet) -> Iterator[str]:
    said = sheet.meeting.declared
    if said is None:
        yield _("会议尚未宣布结论，以上为按判定规则计算的结果。")
        return
    yield _("结论由 {chair} 宣布。").format(chair=sheet.meeting.chair or sheet.declared_by or "—")
    if sheet.declared is not None and sheet.is_override:
        yield _("按判定规则计算的结论为“{computed}”；主持人另作结论，理由：{reason}").format(
            computed=conclusion_title(sheet.declared.kind), reason=said.reason or "—"
        )
    if sheet.declared is not None and sheet.judgement.kind is not sheet.declared.kind:
        yield _("宣布以后记录有变化，现按判定规则计算为“{now}”。").format(
            now=conclusion_title(sheet.judgement.kind)
        )


def _member(line: PartyLine) -> MemberRow:
    attendance = line.attendance
    return MemberRow(
        role=role_name(line.party.role),
        unit=line.party.unit,
        presence=presence_name(attendance.presence if attendance else None),
        representative=_("不公开") if line.party.role in PERSONAL_ROLES else _representative(line),
        post=attendance.post if attendance else None,
        letter=_("有") if attendance and attendance.letter else None,
    )


def _group(group: MeetingGroup) -> GroupRow:
    told = [
        *([stance_name(group.stance)] if group.stance else []),
        *([group.text] if group.text else []),
        *(
            [_("缺少：{papers}").format(papers=_("、").join(group.missing))]
            if group.missing
            else []
        ),
    ]
    return GroupRow(
        name=group.name,
        scope=group.scope,
        items=_("、").join(group.items) or None,
        members=group.members,
        opinion=_("；").join(told) or None,
    )


def _opinions(sheet: MeetingSheet) -> Iterator[OpinionRow]:
    for line in sheet.parties:
        if line.opinion is not None:
            yield OpinionRow(
                round=str(sheet.meeting.round),
                unit=line.party.unit,
                stance=said_name(line.opinion, line.presence),
                text=line.opinion.text,
                conditions=tuple(_condition(defect) for defect in line.conditions),
                is_against=line.opinion.stance is Stance.DISAGREE,
            )


def _condition(defect: Defect) -> str:
    return _("{text}（{number}，{state}，期限 {due}）").format(
        text=defect.text,
        number=defect.number,
        state=state_name(defect.state),
        due=defect.due_on or "—",
    )
