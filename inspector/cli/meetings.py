"""How a meeting looks on the command line: as data and as lines."""

from inspector.cli.shapes import Shape
from inspector.cli.telling import Told, facts, table
from inspector.core.joint import ClauseLine, Judgement
from inspector.core.meetings import Meeting, MeetingGroup
from inspector.operations.verdicts import MeetingSheet, PartyLine
from inspector.words.acceptance import conclusion_title
from inspector.words.conflicts import conflict_field, short_values
from inspector.words.language import _
from inspector.words.meetings import (
    clause_text,
    line_result,
    presence_name,
    round_name,
    said_name,
    satisfaction_name,
    verdict_title,
)
from inspector.words.records import field_name, role_name


def meeting_shape(meeting: Meeting) -> Shape:
    """Show a meeting by itself."""
    said = meeting.declared
    return {
        "id": meeting.id,
        "code": meeting.number,
        "title": round_name(meeting.round),
        "project_id": meeting.project_id,
        "round": meeting.round,
        "held_on": meeting.held_on,
        "venue": meeting.venue,
        "chair": meeting.chair,
        "agenda": meeting.agenda,
        "declared": None
        if said is None
        else {"kind": said.kind, "by": said.by, "at_ms": said.at_ms, "reason": said.reason},
    }


def meeting_told(meeting: Meeting) -> Told:
    """Tell of a meeting that was written."""
    shape = meeting_shape(meeting)
    return Told(data=shape, lines=(f"{meeting.number}　{shape['title']}　{meeting.id}",))


def sheet_shape(sheet: MeetingSheet) -> Shape:
    """Show everything about a meeting; residents' names and phones stay out."""
    return {
        **meeting_shape(sheet.meeting),
        "verdict": sheet.kind,
        "verdict_title": verdict_title(sheet.judgement, sheet.kind),
        "is_override": sheet.is_override,
        "judgement": _judgement_shape(sheet.judgement),
        "basis": _judgement_shape(sheet.declared) if sheet.declared else None,
        "parties": [_party_shape(line) for line in sheet.parties],
        "absent": [line.party.id for line in sheet.absent],
        "groups": [_group_shape(group) for group in sheet.groups],
        "residents": [
            {"id": one.id, "code": one.level, "title": one.home, "comment": one.comment}
            for one in sheet.residents
        ],
    }


def sheet_told(sheet: MeetingSheet) -> Told:
    """Tell everything about a meeting, its verdict line by line."""
    meeting = sheet.meeting
    said = meeting.declared
    judgement = sheet.judgement
    heads = facts(
        [
            (field_name("number"), meeting.number),
            (field_name("held_on"), meeting.held_on),
            (field_name("venue"), meeting.venue),
            (field_name("chair"), meeting.chair),
            (field_name("agenda"), meeting.agenda),
            (field_name("rules"), judgement.rules),
            (_("计算结论"), verdict_title(judgement)),
            (_("宣布结论"), verdict_title(judgement, said.kind) if said else None),
            (_("另作结论的理由"), said.reason if said else None),
            (_("居民满意度"), _residents_line(sheet) or None),
        ]
    )
    parties = table(
        (_("参加方"), field_name("role"), field_name("presence"), field_name("said"), _("条件")),
        (_party_cells(line) for line in sheet.parties),
    )
    lines = table((_("条款"), _("结果")), (_line_cells(line) for line in judgement.lines))
    return Told(data=sheet_shape(sheet), lines=(*heads, "", *parties, "", *lines))


def _party_cells(line: PartyLine) -> tuple[object, ...]:
    unit = (
        _("{unit}（重复登记）").format(unit=line.party.unit) if line.is_double else line.party.unit
    )
    if line.disputes:
        unit = _("{unit}（所记不一：{values}）").format(
            unit=unit, values=_("；").join(map(short_values, line.disputes))
        )
    conditions = f"{line.open_conditions}/{len(line.conditions)}" if line.conditions else None
    return (
        unit,
        role_name(line.party.role),
        presence_name(line.attendance.presence if line.attendance else None),
        said_name(line.opinion, line.presence),
        conditions,
    )


def _line_cells(line: ClauseLine) -> tuple[str, str]:
    return clause_text(line), line_result(line)


def _judgement_shape(judgement: Judgement) -> Shape:
    return {
        "verdict": judgement.kind,
        "title": conclusion_title(judgement.kind),
        "rules": judgement.rules,
        "open_conditions": judgement.open_conditions,
        "lines": [
            {
                "code": line.clause,
                "title": clause_text(line),
                "is_met": line.is_met,
                "consequence": line.consequence,
                "against": line.against,
                "allowed": line.allowed,
                "needed": None if line.needed is None else str(line.needed),
                "shares": [[share.part, share.whole, share.label] for share in line.shares],
                "units": [*line.roles, *line.units],
                "excused": line.excused,
            }
            for line in judgement.lines
        ],
    }


def _party_shape(line: PartyLine) -> Shape:
    attendance, opinion = line.attendance, line.opinion
    return {
        "id": line.party.id,
        "code": line.party.role,
        "title": line.party.unit,
        "is_double": line.is_double,
        "disputes": [
            {"field": conflict_field(one), "title": short_values(one)} for one in line.disputes
        ],
        "presence": attendance.presence if attendance else None,
        "representative": attendance.representative if attendance else line.party.representative,
        "post": attendance.post if attendance else None,
        "letter": attendance.letter.sha256 if attendance and attendance.letter else None,
        "stance": opinion.stance if opinion else None,
        "text": opinion.text if opinion else None,
        "opinion_letter": opinion.letter.sha256 if opinion and opinion.letter else None,
        "is_heard": line.is_heard,
        "conditions": [
            {
                "id": defect.id,
                "code": defect.number,
                "title": defect.text,
                "due_on": defect.due_on,
                "party_id": defect.party_id,
                "is_open": defect.is_open,
            }
            for defect in line.conditions
        ],
    }


def _group_shape(group: MeetingGroup) -> Shape:
    return {
        "id": group.id,
        "code": group.kind,
        "title": group.name,
        "scope": group.scope,
        "items": group.items,
        "members": group.members,
        "stance": group.stance,
        "text": group.text,
        "missing": group.missing,
    }


def _residents_line(sheet: MeetingSheet) -> str:
    """Sum up how content the residents are."""
    counts: dict[str, int] = {}
    for voice in sheet.residents:
        name = satisfaction_name(voice.level)
        counts[name] = counts.get(name, 0) + 1
    return _("、").join(f"{name} {count}" for name, count in counts.items())
