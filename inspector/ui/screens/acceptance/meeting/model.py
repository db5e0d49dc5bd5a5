"""What the meeting's pages show: its steps, its parties, the verdict line by line."""

import re
from dataclasses import dataclass

from inspector.core.checklists import Severity
from inspector.core.conclusion import ConclusionKind
from inspector.core.joint import ClauseLine
from inspector.core.meetings import (
    PERSONAL_ROLES,
    GroupKind,
    MeetingGroup,
    Presence,
    ResidentVoice,
    Satisfaction,
    Stance,
)
from inspector.core.projects import PartyRole
from inspector.core.rules import Clause
from inspector.operations.verdicts import MeetingSheet, PartyLine
from inspector.ui.kit.painting import Mark
from inspector.ui.kit.style.tokens import LARGE, Tone
from inspector.ui.kit.widgets.lines import Line
from inspector.words.acceptance import result_line
from inspector.words.checklists import item_title, reason_said, severity_name
from inspector.words.conflicts import short_values
from inspector.words.language import N_, _
from inspector.words.meetings import (
    clause_text,
    group_kind_name,
    line_result,
    presence_name,
    satisfaction_name,
    stance_name,
    verdict_title,
)
from inspector.words.records import role_name

Choices = list[tuple[str, str]]
"""Keys with their words."""

SIGN = "sign"
"""The page on which parties sign."""
STEPS = (
    ("attend", N_("签到")),
    ("results", N_("查验与资料")),
    ("defects", N_("问题")),
    ("opinions", N_("各方意见")),
    ("verdict", N_("结论")),
    (SIGN, N_("签字")),
)
"""The pages in their order (guide 2.5)."""
NONE = ""
"""The choice of those of whom nothing is noted yet."""

_TONES = {
    ConclusionKind.PASS: Tone.PASS,
    ConclusionKind.IN_PRINCIPLE: Tone.WARN,
    ConclusionKind.REWORK: Tone.WARN,
    ConclusionKind.FAIL: Tone.FAIL,
    ConclusionKind.UNDECIDED: Tone.MUTED,
}


def group_kinds() -> Choices:
    """Give what a group may look at."""
    return [(kind.value, group_kind_name(kind)) for kind in GroupKind]


def levels() -> Choices:
    """Give how content a resident may be."""
    return [(one.value, satisfaction_name(one)) for one in Satisfaction]


def severities() -> Choices:
    """Give how grave a condition may be."""
    return [(one.value, severity_name(one)) for one in Severity]


def party_roles() -> Choices:
    """Give the parts that a party may have."""
    return [(role.value, role_name(role)) for role in PartyRole]


def presences() -> Choices:
    """Give how a party may have attended."""
    return [(NONE, _("未签")), *((one.value, presence_name(one)) for one in Presence)]


def stances() -> Choices:
    """Give what a party may say."""
    return [(NONE, _("未表态")), *((one.value, stance_name(one)) for one in Stance)]


UNSEEN, COMPLETE, LACKING = "", "complete", "lacking"
"""What the group for papers may say."""


def paper_choices() -> Choices:
    """Give what the group for papers may say."""
    return [(UNSEEN, _("未核查")), (COMPLETE, _("齐全")), (LACKING, _("有缺少"))]


def papers_state(sheet: MeetingSheet) -> str:
    """Tell what the group for papers says (its choice)."""
    spoken = [g for g in sheet.groups if g.kind is GroupKind.PAPERS and g.stance is not None]
    if not spoken:
        return UNSEEN
    return LACKING if any(group.missing for group in spoken) else COMPLETE


def told_more(voice: ResidentVoice) -> bool:
    """Tell whether a resident said more than how content they are."""
    return any((voice.home, voice.comment, voice.name, voice.phone))


def group_line(group: MeetingGroup) -> Line:
    """Say of a group what it looks at and what it says."""
    missing = _("、").join(group.missing)
    told = (
        group.scope,
        _("、").join(group.items),
        group.text,
        _("缺少：{papers}").format(papers=missing) if missing else "",
    )
    has_said = group.stance is not None
    tones = {Stance.AGREE: Tone.PASS, Stance.CONDITIONAL: Tone.WARN, Stance.DISAGREE: Tone.FAIL}
    return Line(
        key=group.id,
        text="　".join(filter(None, (group.name, *told))),
        word=stance_name(group.stance) if group.stance else _("未表态"),
        word_tone=tones[group.stance] if group.stance else Tone.MUTED,
        mark=Mark.PASS if has_said else Mark.OPEN,
        leads=True,
    )


def voice_line(voice: ResidentVoice) -> Line:
    """Say what a resident said."""
    is_bad = voice.level is Satisfaction.DISSATISFIED
    return Line(
        key=voice.id,
        text="　".join(filter(None, (voice.home, voice.comment))) or _("（无意见内容）"),
        word=satisfaction_name(voice.level),
        word_tone=Tone.FAIL if is_bad else Tone.PLAIN,
        mark=Mark.WARN if is_bad else Mark.PASS,
        leads=True,
    )


def lacking_line(sheet: MeetingSheet) -> str:
    """Say which papers lack by the records and by the group, and which were waived."""
    complete = (one for one in sheet.judgement.lines if one.clause is Clause.PAPERS_COMPLETE)
    return next(map(clause_text, complete), "")


def satisfaction_count(sheet: MeetingSheet, level: Satisfaction) -> str:
    """Name a level with how many residents chose it."""
    count = sum(voice.level is level for voice in sheet.residents)
    return _("{level} {count}").format(level=satisfaction_name(level), count=count)


def split_list(text: str) -> tuple[str, ...]:
    """Read a typed list: 顿号, comma, semicolon or a new line part its members."""
    return tuple(part.strip() for part in re.split(r"[、，,;；\n]", text) if part.strip())


@dataclass(frozen=True, slots=True, kw_only=True)
class PartyRow:
    """One party as the pages show it: `person` stands for it, `remark` says what hangs on it."""

    id: str
    unit: str
    role: str
    presence: str
    stance: str
    remark: str
    said: str = ""
    person: str = ""
    post: str = ""
    letter: str = ""
    is_double: bool = False
    is_heard: bool = True
    dispute: str = ""
    is_personal: bool = False

    @property
    def doubt(self) -> str:
        """Say what two laptops wrote that cannot both stand."""
        double = _("重复登记") if self.is_double else ""
        unheard = "" if self.is_heard else _("缺席而登记为同意，不计")
        dispute = _("所记不一：{values}").format(values=self.dispute) if self.dispute else ""
        return "　".join(filter(None, (double, unheard, dispute)))

    @property
    def came_with(self) -> str:
        """Say who stands for it and by which letter."""
        letter = _("授权书：{name}").format(name=self.letter) if self.letter else ""
        told = (self.person, self.post, letter)
        return "　".join(filter(None, told))

    @property
    def state(self) -> str:
        """Say in a word how far the party is."""
        if self.dispute:
            return _("所记不一")
        if self.stance:
            return stance_name(Stance(self.stance))
        return presence_name(Presence(self.presence)) if self.presence else _("未签")

    @property
    def tone(self) -> Tone:
        """Give the tone of that word."""
        if self.dispute:
            return Tone.FAIL
        if not self.is_heard:
            return Tone.FAIL
        if self.stance:
            told = {Stance.AGREE: Tone.PASS, Stance.CONDITIONAL: Tone.WARN}
            return told.get(Stance(self.stance), Tone.FAIL)
        return Tone.PLAIN if self.presence else Tone.MUTED


def party_rows(sheet: MeetingSheet) -> list[PartyRow]:
    """Give the parties of a meeting in their order."""
    return [_party_row(line) for line in sheet.parties]


def _party_row(line: PartyLine) -> PartyRow:
    attendance = line.attendance
    letter = line.opinion.letter if line.opinion else None
    named = (attendance and attendance.representative) or line.party.representative
    remarks = [
        *([_("书面意见：{name}").format(name=letter.name)] if letter else []),
        *([line.opinion.text] if line.opinion and line.opinion.text else []),
        *(f"{one.text}（{one.due_on or '—'}）" for one in line.conditions),
    ]
    return PartyRow(
        id=line.party.id,
        unit=line.party.unit,
        role=role_name(line.party.role),
        presence=attendance.presence.value if attendance else NONE,
        stance=line.opinion.stance.value if line.opinion else NONE,
        remark=_("；").join(remarks),
        said=(line.opinion and line.opinion.text) or "",
        person=named or "",
        post=(attendance and attendance.post) or "",
        letter=attendance.letter.name if attendance and attendance.letter else "",
        is_double=line.is_double,
        is_heard=line.is_heard,
        dispute=_("；").join(map(short_values, line.disputes)),
        is_personal=line.party.role in PERSONAL_ROLES,
    )


def owner_choices(rows: list[PartyRow]) -> Choices:
    """Give who may owe a condition, the contractors first."""
    builder = role_name(PartyRole.CONTRACTOR)
    ordered = sorted(rows, key=lambda row: row.role != builder)
    return [(row.id, row.unit) for row in ordered]


@dataclass(frozen=True, slots=True)
class Todo:
    """What is left to do before the verdict can be read out, and on which page."""

    step: str
    text: str


_OWED = {
    Clause.ALL_CHECKED: ("results", N_("未查 {count} 项")),
    Clause.NO_CONFLICT: ("opinions", N_("{count} 处冲突未裁定")),
    Clause.ALL_ARRIVED: ("results", N_("{count} 项记录未到")),
    Clause.NO_TARGET_MISSING: ("results", N_("{count} 条记录所指的内容未到")),
    Clause.PAPERS_REVIEWED: ("results", N_("资料未核查")),
    Clause.REQUIRED_PRESENT: ("attend", N_("必到单位缺 {count} 方（{names}）")),
    Clause.OPINIONS_GIVEN: ("opinions", N_("{count} 方未表态（{names}）")),
}


def todos(sheet: MeetingSheet) -> list[Todo]:
    """List what is left to do, in the order of the pages."""
    unsigned = sum(line.attendance is None for line in sheet.parties)
    doubles = sum(line.is_double for line in sheet.parties)
    told = [
        *([Todo("attend", _("{count} 方未签到").format(count=unsigned))] if unsigned else []),
        *([Todo("attend", _("{count} 方重复登记").format(count=doubles))] if doubles else []),
        *(
            _todo(line)
            for line in sheet.judgement.lines
            if not line.is_met and line.clause in _OWED
        ),
    ]
    steps = [key for key, _text in STEPS]
    return sorted(told, key=lambda todo: steps.index(todo.step))


def _todo(line: ClauseLine) -> Todo:
    step, text = _OWED[line.clause]
    names = _("、").join((*(role_name(role) for role in line.roles), *line.units))
    return Todo(step, _(text).format(count=line.against, names=names))


def todo_line(sheet: MeetingSheet) -> Line:
    """Say in one line what is left to do; it leads to the first page that has some of it."""
    left = todos(sheet)
    if sheet.meeting.declared is not None:
        text, mark = _("结论已宣布，请各方签字"), Mark.PASS
    elif left:
        text = _("还差：{list}").format(list=_("；").join(todo.text for todo in left))
        mark = Mark.OPEN
    else:
        text, mark = _("都齐了，可以宣布结论"), Mark.PASS
    step = left[0].step if left else "verdict"
    step = step if sheet.meeting.declared is None else SIGN
    return Line(key=step, text=text, mark=mark, leads=True, is_loud=bool(left))


def defect_choices(sheet: MeetingSheet) -> Choices:
    """Give the open defects on which a consent may hang."""
    return [(one.id, f"{one.number}　{one.text}") for one in sheet.open_defects]


def verdict_word(sheet: MeetingSheet) -> tuple[str, Tone]:
    """Say the verdict as it stands: read out, else computed."""
    return verdict_title(sheet.judgement, sheet.kind), _TONES[sheet.kind]


def verdict_basis(sheet: MeetingSheet) -> str:
    """Say whether it was read out, by whom, and why it differs where it does."""
    said = sheet.meeting.declared
    if said is None:
        return _("按判定规则计算，尚未宣布：{rules}").format(rules=sheet.judgement.rules)
    told = _("已宣布 · {who}").format(who=sheet.meeting.chair or sheet.declared_by)
    if sheet.is_override and sheet.declared is not None:
        told += _(" · 计算结论为“{computed}”，另作结论的理由：{reason}").format(
            computed=verdict_title(sheet.declared), reason=said.reason or "—"
        )
    return told


def verdict_lines(sheet: MeetingSheet) -> tuple[list[Line], list[Line]]:
    """Give the verdict's lines: those that are not met, what decides first, and those that are."""
    basis = sheet.declared or sheet.judgement
    against = [_line(line) for line in basis.lines if not line.is_met]
    met = [_line(line) for line in basis.lines if line.is_met]
    return sorted(against, key=lambda line: not line.is_loud), met


def _line(line: ClauseLine) -> Line:
    mark = Mark.PASS if line.is_met else Mark.FAIL if line.decides else Mark.WARN
    return Line(
        key=line.clause.value,
        text=clause_text(line),
        word=line_result(line),
        word_tone=mark.tone,
        mark=mark,
        is_loud=line.decides,
        size=LARGE,
        is_tall=False,
    )


def result_lines(sheet: MeetingSheet) -> list[str]:
    """Say what the inspections found."""
    standing = sheet.standing
    rows = [one.summary.together for one in standing.disciplines]
    failed = sum(row.failed for row in rows)
    na = sum(row.not_applicable for row in rows)
    unchecked = sum(row.unchecked for row in rows)
    return [
        result_line(
            standing.figures,
            places=len({finding.row.place_id for finding in standing.findings}),
            checked=sum(row.total for row in rows) - unchecked,
            failed=failed,
            na=na,
        )
    ]


def dropped_lines(sheet: MeetingSheet) -> list[Line]:
    """List what had failed and was then said not to apply, each with its reason."""
    return [
        Line(
            key=finding.row.id,
            text=_("{item}　{place}：原判不合格，后改为不适用").format(
                item=f"{finding.item.id} {item_title(finding.item)}",
                place=finding.place.name if finding.place else "—",
            ),
            word=reason_said(finding.item, finding.answer.result) if finding.answer else "",
            mark=Mark.WARN,
        )
        for finding in sheet.dropped
    ]


def defect_lines(sheet: MeetingSheet) -> list[Line]:
    """Count what is still open, by severity."""
    figures = sheet.standing.figures
    counts = {
        Severity.CRITICAL: figures.open_critical,
        Severity.MAJOR: figures.open_major,
        Severity.MINOR: figures.open_minor,
    }
    return [
        Line(
            key=severity.value,
            text=_("未销项的{severity}问题").format(severity=severity_name(severity)),
            word=_("{count} 条").format(count=count),
            word_tone=Tone.FAIL if count and severity is not Severity.MINOR else Tone.PLAIN,
            mark=Mark.PASS if not count else Mark.OPEN,
            leads=count > 0,
            is_loud=count > 0,
            size=LARGE,
        )
        for severity, count in counts.items()
    ]
