"""What the meeting's pages show: its steps, its parties, the verdict line by line."""

from dataclasses import dataclass

from inspector.core.checklists import Severity
from inspector.core.conclusion import ConclusionKind
from inspector.core.joint import ClauseLine
from inspector.core.meetings import GroupKind, Presence, Satisfaction, Stance
from inspector.core.projects import PartyRole
from inspector.operations.verdicts import MeetingSheet, PartyLine
from inspector.ui.kit.painting import Mark
from inspector.ui.kit.style.tokens import LARGE, Tone
from inspector.ui.kit.widgets.lines import Line
from inspector.words.acceptance import result_line
from inspector.words.checklists import severity_name
from inspector.words.language import N_, _
from inspector.words.meetings import (
    clause_text,
    line_result,
    presence_name,
    satisfaction_name,
    stance_name,
    verdict_title,
)
from inspector.words.records import role_name

STEPS = (
    ("attend", N_("签到")),
    ("results", N_("查验与资料")),
    ("defects", N_("问题")),
    ("opinions", N_("各方意见")),
    ("verdict", N_("结论")),
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


def presences() -> list[tuple[str, str]]:
    """Give how a party may have attended."""
    return [(NONE, _("未签")), *((one.value, presence_name(one)) for one in Presence)]


def stances() -> list[tuple[str, str]]:
    """Give what a party may say."""
    return [(NONE, _("未表态")), *((one.value, stance_name(one)) for one in Stance)]


UNSEEN, COMPLETE, LACKING = "", "complete", "lacking"
"""What the group for papers may say."""


def paper_choices() -> list[tuple[str, str]]:
    """Give what the group for papers may say."""
    return [(UNSEEN, _("未核查")), (COMPLETE, _("齐全")), (LACKING, _("有缺少"))]


def papers_state(sheet: MeetingSheet) -> tuple[str, str]:
    """Tell what the group for papers says (its choice), and what it misses."""
    spoken = [g for g in sheet.groups if g.kind is GroupKind.PAPERS and g.stance is not None]
    missing = [name for group in spoken for name in group.missing]
    if not spoken:
        return UNSEEN, ""
    return (LACKING if missing else COMPLETE), _("、").join(missing)


def satisfaction_count(sheet: MeetingSheet, level: Satisfaction) -> str:
    """Name a level with how many residents chose it."""
    count = sum(voice.level is level for voice in sheet.residents)
    return _("{level} {count}").format(level=satisfaction_name(level), count=count)


@dataclass(frozen=True, slots=True, kw_only=True)
class PartyRow:
    """One party as the pages show it: `remark` says what hangs on it."""

    id: str
    unit: str
    role: str
    presence: str
    stance: str
    remark: str

    @property
    def state(self) -> str:
        """Say in a word how far the party is."""
        if self.stance:
            return stance_name(Stance(self.stance))
        return presence_name(Presence(self.presence)) if self.presence else _("未签")

    @property
    def tone(self) -> Tone:
        """Give the tone of that word."""
        if self.stance:
            told = {Stance.AGREE: Tone.PASS, Stance.CONDITIONAL: Tone.WARN}
            return told.get(Stance(self.stance), Tone.FAIL)
        return Tone.PLAIN if self.presence else Tone.MUTED


def party_rows(sheet: MeetingSheet) -> list[PartyRow]:
    """Give the parties of a meeting in their order."""
    return [_party_row(line) for line in sheet.parties]


def _party_row(line: PartyLine) -> PartyRow:
    remarks = [
        *([_("重复登记")] if line.is_double else []),
        *([line.opinion.text] if line.opinion and line.opinion.text else []),
        *(f"{one.text}（{one.due_on or '—'}）" for one in line.conditions),
    ]
    return PartyRow(
        id=line.party.id,
        unit=line.party.unit,
        role=role_name(line.party.role),
        presence=line.attendance.presence.value if line.attendance else NONE,
        stance=line.opinion.stance.value if line.opinion else NONE,
        remark=_("；").join(remarks),
    )


def owner_choices(rows: list[PartyRow]) -> list[tuple[str, str]]:
    """Give who may owe a condition, the contractors first."""
    builder = role_name(PartyRole.CONTRACTOR)
    ordered = sorted(rows, key=lambda row: row.role != builder)
    return [(row.id, row.unit) for row in ordered]


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


def verdict_lines(sheet: MeetingSheet) -> list[Line]:
    """Give the verdict's lines, those that stand against it first."""
    basis = sheet.declared or sheet.judgement
    return sorted((_line(line) for line in basis.lines), key=lambda line: not line.is_loud)


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
