"""The gates as rows, what each asks for as lines, and the forms that answer it."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction
from functools import partial
from typing import Any

from inspector.core.errors import InspectorError, Problem
from inspector.core.evidence import PhotoRole
from inspector.core.process.facts import ProcessFacts, Why
from inspector.core.process.names import (
    Condition,
    DocumentKind,
    DocumentOpinion,
    EventKind,
    GateId,
    ProjectState,
    VoteSubject,
)
from inspector.core.process.path import ConditionSeen, GateSeen, GateStatus, PaperSeen, ProcessSeen
from inspector.core.process.preconditions import PRECONDITIONS, Precondition, is_excused, is_met
from inspector.core.process.states import MAIN_LINE
from inspector.core.process.votes import (
    DEFAULT_RULES,
    Ballot,
    VoteBase,
    VoteMeasure,
    VoteRule,
    area_ballot,
)
from inspector.operations.recording import DocumentDraft, PublicityDraft, Saying, VoteDraft
from inspector.ui.kit.painting import Mark
from inspector.ui.kit.style.tokens import Tone
from inspector.ui.kit.widgets.lines import Line
from inspector.ui.screens.projects.calendar.model import calendar_specs
from inspector.ui.screens.projects.forms.model import FieldKind, FieldSpec
from inspector.words.language import _
from inspector.words.preconditions import precondition_name
from inspector.words.process import (
    base_name,
    condition_name,
    document_name,
    event_name,
    gate_name,
    gate_status_name,
    measure_name,
    opinion_name,
    project_state_name,
    seen_text,
    subject_name,
)
from inspector.words.records import field_name, photo_role_name


class Form(StrEnum):
    """What can be put on record."""

    VOTE = "vote"
    PUBLICITY = "publicity"
    PHOTOS = "photos"
    OBJECTION = "objection"
    ANSWER = "answer"
    DOCUMENT = "document"
    CONFIRM = "confirm"
    WAIVE = "waive"
    ASSERT = "assert"
    STOP = "stop"
    RESUME = "resume"
    CALENDAR = "calendar"


MARKS: Mapping[GateStatus, Mark] = {
    GateStatus.PASSED: Mark.PASS,
    GateStatus.WAIVED: Mark.NONE,
    GateStatus.ASSERTED: Mark.NONE,
    GateStatus.READY: Mark.PASS,
    GateStatus.OPEN: Mark.OPEN,
}
_VOTES = {
    Condition.RESIDENTS_WILLING: VoteSubject.WILLINGNESS,
    Condition.SCHEME_APPROVED: VoteSubject.SCHEME,
}
_OF_CONDITIONS = {
    Condition.RESIDENTS_WILLING: Form.VOTE,
    Condition.SCHEME_APPROVED: Form.VOTE,
    Condition.PUBLICIZED_LONG_ENOUGH: Form.PUBLICITY,
    Condition.POSTED_WITH_PHOTOS: Form.PHOTOS,
    Condition.OBJECTIONS_ANSWERED: Form.OBJECTION,
}
ELSEWHERE = {
    Condition.SETTLEMENT_AUDITED: "closing",
    Condition.FINAL_ACCOUNT_APPROVED: "closing",
    Condition.ASSETS_HANDED_OVER: "handover",
    Condition.BODY_SIGNED: "closing",
    Condition.RULES_IN_FORCE: "closing",
}
"""Conditions that the tab of what follows an acceptance answers, and the part of it."""
_NO_FILE, _WITH_FILE = "no", "yes"
_BOTH = "both"
_AS_SUBJECT = ""


def status_text(row: GateSeen) -> str:
    """Say how a gate stands, and how much an open one lacks."""
    name = gate_status_name(row.status)
    if row.status is GateStatus.OPEN:
        return _("{status}，缺 {count} 项").format(status=name, count=row.missing)
    return name


def row_text(row: GateSeen) -> str:
    """Say a gate for those who hear it."""
    return f"{row.gate.id} {gate_name(row.gate.id)} {status_text(row)}"


def head_text(seen: ProcessSeen) -> str:
    """Say where the project stands, and which gate is next."""
    state = project_state_name(seen.state)
    if seen.stop is not None:
        return _("{state}：{reason}").format(state=state, reason=seen.stop.reason)
    if seen.next_gate is None:
        return state
    gate = seen.next_gate.gate.id
    return _("{state} · 下一关 {gate} {name}").format(state=state, gate=gate, name=gate_name(gate))


def condition_line(one: ConditionSeen) -> Line:
    """Show a condition with what was found."""
    is_met = one.seen.is_met
    return Line(
        key=one.condition.value,
        text=_("{name}：{found}").format(
            name=condition_name(one.condition), found=seen_text(one.seen)
        ),
        word=_("已满足") if is_met else _("未满足"),
        word_tone=Tone.PASS if is_met else Tone.WARN,
        mark=Mark.PASS if is_met else Mark.OPEN,
        leads=form_of(one) is not None or one.condition in ELSEWHERE,
    )


def paper_line(one: PaperSeen) -> Line:
    """Show a paper, with number and day where it is on record."""
    told = (one.document.number, one.document.issued_on) if one.document else ()
    words = " · ".join(str(part) for part in told if part)
    there = words or (_("由记录得出") if one.is_supplied and not one.document else _("已归入"))
    return Line(
        key=one.kind.value,
        text=document_name(one.kind),
        word=there if one.is_there else _("缺少"),
        word_tone=Tone.MUTED if one.is_there else Tone.WARN,
        mark=Mark.PASS if one.is_there else Mark.OPEN,
        leads=True,
    )


def precondition_line(one: Precondition, facts: ProcessFacts) -> Line:
    """Show a precondition of the acceptance; one that lacks leads to its waiver."""
    met, excused = is_met(one, facts), is_excused(one, facts)
    word = _("已齐") if met else _("已豁免") if excused else _("缺少")
    name = precondition_name(one)
    if one.vote is not None:
        name = _("{papers}，{subject}表决通过").format(papers=name, subject=subject_name(one.vote))
    return Line(
        key=one.target,
        text=f"{one.number}. {name}",
        word=word,
        word_tone=Tone.MUTED if met or excused else Tone.WARN,
        mark=Mark.PASS if met else Mark.NONE if excused else Mark.OPEN,
        leads=not met and not excused,
    )


def waived_name(target: str) -> str:
    """Name what a waiver is about: a gate, or a precondition of the acceptance."""
    found = next((one for one in PRECONDITIONS if one.target == target), None)
    if found is not None:
        return _("前置条件 {number} {name}").format(
            number=found.number, name=precondition_name(found)
        )
    return f"{target} {gate_name(GateId(target))}"


def form_of(one: ConditionSeen) -> Form | None:
    """Tell what puts a condition right from here; the others are met elsewhere in the program."""
    if one.seen.why is Why.YEAR_WITHOUT_TABLE:
        return Form.CALENDAR
    return Form.CONFIRM if one.is_stated else _OF_CONDITIONS.get(one.condition)


def subject_of(condition: str) -> str:
    """Give the subject of the vote that a condition asks for."""
    return _VOTES.get(Condition(condition), VoteSubject.WILLINGNESS).value


# -- forms ----------


def heading(form: Form) -> str:
    """Head a form."""
    return {
        Form.VOTE: _("登记表决"),
        Form.PUBLICITY: _("登记公示"),
        Form.PHOTOS: _("加上公示照片"),
        Form.OBJECTION: _("登记异议"),
        Form.ANSWER: _("答复异议"),
        Form.DOCUMENT: _("归入文件"),
        Form.CONFIRM: _("确认条件"),
        Form.WAIVE: _("豁免此关口"),
        Form.ASSERT: _("认定接入状态"),
        Form.STOP: _("暂停或撤回"),
        Form.RESUME: _("恢复进行"),
        Form.CALENDAR: _("节假日和调休"),
    }[form]


def specs(form: Form) -> tuple[FieldSpec, ...]:
    """Give the fields of a form."""
    return _SPECS[form]()


def _vote_specs() -> tuple[FieldSpec, ...]:
    subjects = tuple((one.value, subject_name(one)) for one in VoteSubject)
    counts = (("entitled", True), ("agreeing", True), ("taking_part", False))
    return (
        _choice("subject", field_name("subject"), subjects),
        *(
            _number(name, _("{what}（户）").format(what=field_name(name)), is_needed=owed)
            for name, owed in counts
        ),
        *(
            FieldSpec(
                key=f"{name}_area",
                label=_("{what}（㎡）").format(what=field_name(name)),
                kind=FieldKind.DECIMAL,
            )
            for name, _owed in counts
        ),
        _day("first_on"),
        _day("last_on"),
        FieldSpec(key="method", label=field_name("method"), is_wide=True),
        *_rule_specs(),
    )


def _rule_specs() -> tuple[FieldSpec, ...]:
    """Give the fields of a rule of one's own; what is not said is as the subject's rule has it."""
    shares = _("另定规则时填，如 2/3；不填则按事项的规定。")
    same = (_AS_SUBJECT, _("按事项的规定"))
    bases = (same, *((one.value, base_name(one)) for one in VoteBase))
    several = (_BOTH, _("户数和面积"))
    measures = (same, *((one.value, measure_name(one)) for one in VoteMeasure), several)
    reaches = (same, (_NO_FILE, _("达到即通过")), (_WITH_FILE, _("须超过")))
    return (
        FieldSpec(key="threshold", label=field_name("threshold"), hint=shares),
        FieldSpec(key="quorum", label=_("参加比例")),
        FieldSpec(key="base", label=_("比例的基数"), kind=FieldKind.CHOICE, choices=bases),
        FieldSpec(key="measures", label=_("按什么计"), kind=FieldKind.CHOICE, choices=measures),
        FieldSpec(key="exceeds", label=_("怎样算通过"), kind=FieldKind.CHOICE, choices=reaches),
    )


def _publicity_specs() -> tuple[FieldSpec, ...]:
    place = FieldSpec(key="place", label=_("张贴地点"), is_needed=True, is_wide=True)
    return (_day("start_on"), _day("end_on"), place)


def _photo_specs() -> tuple[FieldSpec, ...]:
    roles = (PhotoRole.FIRST_DAY, PhotoRole.LAST_DAY)
    return (
        _choice("role", _("哪一天"), tuple((one.value, photo_role_name(one)) for one in roles)),
    )


def _objection_specs() -> tuple[FieldSpec, ...]:
    text = _("异议内容（不写姓名）")
    return (FieldSpec(key="text", label=text, is_needed=True, is_wide=True), _day("raised_on"))


def _answer_specs() -> tuple[FieldSpec, ...]:
    text = field_name("answer_text")
    return (FieldSpec(key="text", label=text, is_needed=True, is_wide=True), _day("answered_on"))


def _document_specs() -> tuple[FieldSpec, ...]:
    kinds = tuple((one.value, document_name(one)) for one in DocumentKind)
    opinions = (("", _("没有意见栏")), *((one.value, opinion_name(one)) for one in DocumentOpinion))
    files = ((_WITH_FILE, _("选择扫描件或电子文件")), (_NO_FILE, _("只登记，没有文件")))
    return (
        _choice("kind", field_name("kind"), kinds),
        FieldSpec(key="number", label=field_name("number")),
        FieldSpec(key="issued_on", label=field_name("issued_on"), kind=FieldKind.DAY),
        FieldSpec(key="issuer", label=field_name("issuer")),
        _choice("opinion", _("意见"), opinions),
        _choice("with_file", field_name("document"), files),
    )


def _confirm_specs() -> tuple[FieldSpec, ...]:
    answers = ((_WITH_FILE, _("符合")), (_NO_FILE, _("不符合")))
    return (_choice("holds", _("结论"), answers), *_said(paper=False, reason=False))


def _waive_specs() -> tuple[FieldSpec, ...]:
    return _said(paper=True, reason=True)


def _assert_specs() -> tuple[FieldSpec, ...]:
    states = (ProjectState.CANDIDATE, *(step.to for step in MAIN_LINE))
    words = tuple((one.value, project_state_name(one)) for one in states)
    return (_choice("target", field_name("state"), words), *_said(paper=True, reason=False))


def _stop_specs() -> tuple[FieldSpec, ...]:
    kinds = (EventKind.SUSPEND, EventKind.WITHDRAW)
    words = tuple((one.value, event_name(one)) for one in kinds)
    return (_choice("kind", field_name("kind"), words), *_said(paper=False, reason=True))


def _resume_specs() -> tuple[FieldSpec, ...]:
    return _said(paper=False, reason=True)


def _said(*, paper: bool, reason: bool) -> tuple[FieldSpec, ...]:
    owed = (("authority", True), ("paper", paper), ("reason", reason))
    return tuple(
        FieldSpec(key=name, label=field_name(name), is_needed=is_owed, is_wide=True)
        for name, is_owed in owed
    )


def _choice(key: str, label: str, choices: tuple[tuple[str, str], ...]) -> FieldSpec:
    return FieldSpec(key=key, label=label, kind=FieldKind.CHOICE, choices=choices, is_wide=True)


def _number(key: str, label: str, *, is_needed: bool) -> FieldSpec:
    return FieldSpec(key=key, label=label, kind=FieldKind.WHOLE, is_needed=is_needed)


def _day(key: str) -> FieldSpec:
    return FieldSpec(key=key, label=field_name(key), kind=FieldKind.DAY, is_needed=True)


_SPECS = {
    Form.VOTE: _vote_specs,
    Form.PUBLICITY: _publicity_specs,
    Form.PHOTOS: _photo_specs,
    Form.OBJECTION: _objection_specs,
    Form.ANSWER: _answer_specs,
    Form.DOCUMENT: _document_specs,
    Form.CONFIRM: _confirm_specs,
    Form.WAIVE: _waive_specs,
    Form.ASSERT: _assert_specs,
    Form.STOP: _stop_specs,
    Form.RESUME: _resume_specs,
    Form.CALENDAR: calendar_specs,
}


# -- from values to drafts ----------


def vote_draft(values: Mapping[str, Any]) -> VoteDraft:
    """Make a vote of a form's values."""
    return VoteDraft(
        subject=VoteSubject(values["subject"]),
        households=_households(*_counts(values, "")),
        area_m2=area_ballot(*_counts(values, "_area")),
        first_on=values["first_on"],
        last_on=values["last_on"],
        method=values["method"] or "",
        rule=_rule(values),
    )


def _rule(values: Mapping[str, Any]) -> VoteRule | None:
    """Make the rule of what was said of it, or refuse a share that is none."""
    makers: dict[str, tuple[str, Callable[[str], object]]] = {
        "share": ("threshold", partial(_share, "threshold")),
        "base": ("base", VoteBase),
        "measures": ("measures", _measures),
        "exceeds": ("exceeds", lambda said: said == _WITH_FILE),
        "quorum": ("quorum", partial(_share, "quorum")),
    }
    told: dict[str, Any] = {
        name: make(values[key]) for name, (key, make) in makers.items() if values.get(key)
    }
    whole = DEFAULT_RULES[VoteSubject(values["subject"])]
    return replace(whole, **told).checked() if told else None


def _measures(told: str) -> tuple[VoteMeasure, ...]:
    return tuple(VoteMeasure) if told == _BOTH else (VoteMeasure(told),)


def _share(field: str, text: str) -> Fraction:
    try:
        return Fraction(text.strip().replace("／", "/"))
    except (ValueError, ZeroDivisionError):
        raise InspectorError(Problem.FIELD_INVALID, field=field, value=text) from None


def _counts(values: Mapping[str, Any], ending: str) -> tuple[Decimal | None, ...]:
    typed = (values[f"{name}{ending}"] for name in ("entitled", "agreeing", "taking_part"))
    return tuple(None if one is None else Decimal(one) for one in typed)


def _households(
    entitled: Decimal | None, agreeing: Decimal | None, taking_part: Decimal | None
) -> Ballot:
    none = Decimal(0)
    return Ballot(entitled=entitled or none, agreeing=agreeing or none, taking_part=taking_part)


def publicity_draft(values: Mapping[str, Any]) -> PublicityDraft:
    """Make a publicity of a form's values."""
    return PublicityDraft(
        start_on=values["start_on"], end_on=values["end_on"], place=values["place"]
    )


def wants_file(values: Mapping[str, Any]) -> bool:
    """Tell whether a document comes with its file."""
    return bool(values["with_file"] == _WITH_FILE)


def document_draft(values: Mapping[str, Any]) -> DocumentDraft:
    """Make a document of a form's values, without its file."""
    return DocumentDraft(
        kind=DocumentKind(values["kind"]),
        number=values["number"] or "",
        issued_on=values["issued_on"],
        issuer=values["issuer"] or "",
        opinion=DocumentOpinion(values["opinion"]) if values["opinion"] else None,
    )


def saying(kind: EventKind, target: str, values: Mapping[str, Any]) -> Saying:
    """Make what somebody says of a form's values."""
    return Saying(
        kind=EventKind(values.get("kind") or kind),
        target=str(values.get("target") or target),
        authority=values["authority"] or "",
        paper=values["paper"] or "",
        reason=values["reason"] or "",
        holds=values.get("holds", _WITH_FILE) == _WITH_FILE,
    )


def beginnings(form: Form, target: str, today: date) -> dict[str, object]:
    """Give what a form begins with."""
    began: dict[Form, dict[str, object]] = {
        Form.VOTE: {
            "subject": target or VoteSubject.WILLINGNESS.value,
            "base": _AS_SUBJECT,
            "measures": _AS_SUBJECT,
            "exceeds": _AS_SUBJECT,
        },
        Form.PHOTOS: {"role": PhotoRole.FIRST_DAY.value},
        Form.OBJECTION: {"raised_on": today},
        Form.ANSWER: {"answered_on": today},
        Form.DOCUMENT: {"kind": target or DocumentKind.OTHER.value, "with_file": _WITH_FILE},
        Form.CONFIRM: {"holds": _WITH_FILE},
        Form.ASSERT: {"target": ProjectState.BUILDING.value},
        Form.STOP: {"kind": EventKind.SUSPEND.value},
    }
    return began.get(form, {})


FIRST_FIELDS = {
    Form.VOTE: "agreeing",
    Form.PUBLICITY: "end_on",
    Form.PHOTOS: "role",
    Form.OBJECTION: "raised_on",
    Form.ANSWER: "answered_on",
    Form.DOCUMENT: "issued_on",
    Form.CONFIRM: "authority",
    Form.WAIVE: "authority",
    Form.ASSERT: "target",
    Form.STOP: "reason",
    Form.RESUME: "reason",
    Form.CALENDAR: "off",
}
"""Where a refusal is said: the field that it is mostly about."""
