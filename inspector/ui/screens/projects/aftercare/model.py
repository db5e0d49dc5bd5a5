"""What follows an acceptance as rows, and the fields of each kind of record."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from inspector.core.aftercare.account import SOURCES, STAGES, FinalAccount
from inspector.core.aftercare.handover import HandoverKind, HandoverRow
from inspector.core.aftercare.management import Management, ManagementMode
from inspector.core.aftercare.warranty import Warranty, WarrantyKind, WarrantyState
from inspector.core.inspections import VisitKind
from inspector.core.official_filing import Filing
from inspector.core.projects import Party
from inspector.operations.aftercare import (
    Aftercare,
    CareVisit,
    ClaimLine,
    HandoverDraft,
    WarrantyDraft,
)
from inspector.operations.visits import VisitDraft
from inspector.ui.kit.painting import Mark
from inspector.ui.kit.style.tokens import Tone
from inspector.ui.kit.widgets.lines import Line
from inspector.ui.screens.projects.claims.model import claim_word
from inspector.ui.screens.projects.forms.model import FieldKind, FieldSpec
from inspector.ui.screens.projects.visits.model import draft_of as visit_of
from inspector.words.aftercare import (
    difference_text,
    handover_kind_name,
    lack_text,
    least_text,
    mode_name,
    tally_text,
    warranty_kind_name,
    warranty_state_name,
    yuan_text,
)
from inspector.words.language import N_, _
from inspector.words.records import field_name

Record = FinalAccount | Management | Filing | Warranty | HandoverRow | CareVisit | ClaimLine


class Section(StrEnum):
    """The parts of the tab."""

    CLOSING = "closing"
    WARRANTY = "warranty"
    HANDOVER = "handover"
    CLAIM = "claim"
    CARE = "care"


SECTIONS: Mapping[Section, str] = {
    Section.CLOSING: N_("决算与管理"),
    Section.WARRANTY: N_("质量保修"),
    Section.HANDOVER: N_("移交清单"),
    Section.CLAIM: N_("质保报修"),
    Section.CARE: N_("长效管理"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One record of the tab: what kind, its name, and how it stands."""

    key: str
    label: str
    name: str
    word: str
    tone: Tone
    record: Record

    def spoken(self) -> str:
        """Say the row for those who hear it."""
        return " ".join(part for part in (self.label, self.name, self.word) if part)


def rows_of(view: Aftercare, section: Section) -> dict[str, Row]:
    """Give the rows of a part."""
    return {row.key: row for row in _ROWS[section](view)}


def count_text(view: Aftercare, section: Section) -> str:
    """Say how a part stands in a few words."""
    if section is Section.CLOSING:
        accepted = view.accepted_on
        return _("验收日期 {day}").format(day=accepted) if accepted else _("还没有通过验收")
    if section is Section.HANDOVER:
        done = sum(row.is_done for row in view.handover)
        return _("已移交 {done}/{count} 项").format(done=done, count=len(view.handover))
    if section is Section.WARRANTY:
        return _("{count} 项保修").format(count=len(view.warranties))
    if section is Section.CLAIM:
        still = sum(one.claim.closed_on is None for one in view.claims)
        return _("{count} 项报修，{open} 项未销项").format(count=len(view.claims), open=still)
    return _("{count} 次检查").format(count=len(view.visits))


def _closing(view: Aftercare) -> Iterable[Row]:
    account, management = view.account, view.management
    word, tone = _account_word(view)
    final = account.final_yuan
    yield Row(
        key=account.id,
        label=field_name("final_account"),
        name=_("{yuan} 元").format(yuan=yuan_text(final)) if final is not None else "",
        word=word,
        tone=tone,
        record=account,
    )
    signed = management.signed_on
    yield Row(
        key=management.id,
        label=field_name("management"),
        name=management.body or "",
        word=_("{day} 签约").format(day=signed) if signed else _("未签约"),
        tone=Tone.PASS if signed else Tone.MUTED,
        record=management,
    )
    yield _filing(view)


def _filing(view: Aftercare) -> Row:
    filing, due = view.filing, view.filing_due_on
    if filing.filed_on:
        word, tone = _("{day} 已备案").format(day=filing.filed_on), Tone.PASS
    elif due is None:
        word, tone = _("未备案"), Tone.MUTED
    else:
        late = due < view.today
        word = (_("逾期，期限 {day}") if late else _("期限 {day}")).format(day=due)
        tone = Tone.FAIL if late else Tone.WARN
    return Row(
        key=filing.id,
        label=field_name("filing"),
        name=filing.filing_number or "",
        word=word,
        tone=tone,
        record=filing,
    )


def _account_word(view: Aftercare) -> tuple[str, Tone]:
    if view.account.approved_on and not view.lacks:
        return _("已批准"), Tone.PASS
    if view.is_overdue:
        return _("逾期，期限 {day}").format(day=view.due_on), Tone.FAIL
    if view.due_on:
        return _("期限 {day}").format(day=view.due_on), Tone.WARN
    return _("未填"), Tone.MUTED


_WARRANTY_TONES = {
    WarrantyState.RUNNING: Tone.MUTED,
    WarrantyState.ENDING: Tone.WARN,
    WarrantyState.OVER: Tone.MUTED,
}


def _warranties(view: Aftercare) -> Iterable[Row]:
    for one in view.warranties:
        state = one.state(view.today)
        yield Row(
            key=one.id,
            label=warranty_kind_name(one.kind),
            name=one.part,
            word=_("{state}，至 {day}").format(state=warranty_state_name(state), day=one.ends_on),
            tone=_WARRANTY_TONES[state],
            record=one,
        )


def _handover(view: Aftercare) -> Iterable[Row]:
    for row in view.handover:
        yield Row(
            key=row.id,
            label=handover_kind_name(row.kind),
            name=" ".join(part for part in (row.item, row.quantity) if part),
            word=_("{day} 已移交").format(day=row.handed_on) if row.is_done else _("待移交"),
            tone=Tone.PASS if row.is_done else Tone.WARN,
            record=row,
        )


def _care(view: Aftercare) -> Iterable[Row]:
    for one in reversed(view.visits):
        yield Row(
            key=one.visit.id,
            label=one.visit.first_on.isoformat(),
            name=one.visit.title,
            word="　".join(tally_text(tally) for tally in one.tallies),
            tone=Tone.MUTED,
            record=one,
        )


def _claims(view: Aftercare) -> Iterable[Row]:
    for line in reversed(view.claims):
        word, tone = claim_word(line)
        yield Row(
            key=line.claim.id,
            label=line.claim.reported_on.isoformat(),
            name=" ".join(filter(None, (line.place, line.claim.text))),
            word=word,
            tone=tone,
            record=line,
        )


_ROWS: Mapping[Section, Callable[[Aftercare], Iterable[Row]]] = {
    Section.CLOSING: _closing,
    Section.WARRANTY: _warranties,
    Section.HANDOVER: _handover,
    Section.CLAIM: _claims,
    Section.CARE: _care,
}


# -- what is said beside the fields ----------


def account_lines(view: Aftercare) -> list[Line]:
    """Say how the sums differ, and what keeps the account open."""
    lines = [
        Line(
            key=f"{one.whole}_{one.part}",
            text=difference_text(one),
            word=_("超出") if one.is_over else "",
            word_tone=Tone.WARN,
            mark=Mark.OPEN if one.is_over else Mark.PASS,
            is_tall=False,
        )
        for one in view.differences
    ]
    lines += [
        Line(key=lack, text=lack_text(lack), mark=Mark.OPEN, is_tall=False) for lack in view.lacks
    ]
    return lines


def remark_of(row: Row) -> str:
    """Say what a person should know of a record before changing it."""
    record = row.record
    if isinstance(record, FinalAccount):
        funded = record.funded
        total = _("资金来源合计 {yuan} 元").format(yuan=yuan_text(funded)) if funded else ""
        rule = _("完工后 3 个月内编报（财建〔2016〕503号）")
        return " · ".join(part for part in (row.word, total, rule) if part)
    if isinstance(record, Filing):
        rule = _("验收合格之日起 15 日内（质量管理条例第四十九条）；备案表在“验收”里生成")
        return f"{row.word} · {rule}"
    if isinstance(record, Warranty):
        law = _("法定期限：{least}").format(least=least_text(record.kind))
        return f"{row.word} · {law}"
    if isinstance(record, CareVisit):
        people = _("、").join(record.visit.inspectors)
        return f"{record.visit.number} · {people} · {row.word}"
    return row.word


# -- fields ----------


def account_fields() -> tuple[FieldSpec, ...]:
    """Give the fields of the final account."""
    return (
        *(_field(name, FieldKind.DECIMAL) for name in (*STAGES, *SOURCES)),
        _field("due_on", FieldKind.DAY, label=_("决算期限（另有约定时）")),
        _field("explanation", is_wide=True),
        _field("approved_by"),
        _field("approved_on", FieldKind.DAY),
        _field("approval_paper"),
    )


def management_fields() -> tuple[FieldSpec, ...]:
    """Give the fields of who manages the place."""
    modes = (("", _("未落实")), *((one.value, mode_name(one)) for one in ManagementMode))
    return (
        _field("mode", FieldKind.CHOICE, choices=modes),
        _field("body"),
        _field("agreement"),
        *(_field(name, FieldKind.DAY) for name in ("signed_on", "until_on", "fund_on", "rules_on")),
        _field("note"),
    )


def filing_fields() -> tuple[FieldSpec, ...]:
    """Give the fields of the filing."""
    return (
        _field("works_code", hint=_("不填则用项目编码。")),
        _field("region_code", hint=_("6 位县级、9 位街道或 12 位社区代码。")),
        _field("owner_code", hint=_("统一社会信用代码，18 位。")),
        _field("filing_number"),
        _field("filed_on", FieldKind.DAY),
        _field("archive_opinion", is_wide=True),
    )


def warranty_fields() -> tuple[FieldSpec, ...]:
    """Give the fields of a warranty."""
    kinds = tuple((one.value, warranty_kind_name(one)) for one in WarrantyKind)
    return (
        _field("kind", FieldKind.CHOICE, choices=kinds),
        _field("part", is_needed=True, placeholder=_("例如：1–12 幢屋面")),
        _field("starts_on", FieldKind.DAY, hint=_("不填则从验收通过之日起。")),
        _field("months", FieldKind.WHOLE, hint=_("不填则按法定最低期限。"), least=1),
        _field("ends_on", FieldKind.DAY, hint=_("合同写明日期时填写。")),
        _field("party_id", FieldKind.CHOICE, choices=(("", _("未指定")),)),
        _field("paper", label=_("保修书编号")),
    )


def handover_fields() -> tuple[FieldSpec, ...]:
    """Give the fields of a thing that is handed over."""
    kinds = tuple((one.value, handover_kind_name(one)) for one in HandoverKind)
    return (
        _field("kind", FieldKind.CHOICE, choices=kinds),
        _field("item", is_needed=True),
        _field("quantity"),
        _field("receiver"),
        _field("paper", label=_("移交书编号")),
        _field("handed_on", FieldKind.DAY),
        _field("note"),
    )


def visit_fields() -> tuple[FieldSpec, ...]:
    """Give the fields of a visit of long-term management."""
    return (
        _field("first_on", FieldKind.DAY, label=_("检查日期"), is_needed=True),
        _field("inspectors", hint=_("多人用顿号分开；不填则为操作人。")),
    )


def _field(
    key: str, kind: FieldKind = FieldKind.TEXT, *, label: str = "", **more: Any
) -> FieldSpec:
    return FieldSpec(key=key, label=label or field_name(key), kind=kind, **more)


def party_choices(parties: Iterable[Party]) -> list[tuple[str, str]]:
    """Give the parties to choose from."""
    return [("", _("未指定")), *((party.id, party.unit) for party in parties)]


def values_of(record: Record) -> dict[str, object]:
    """Give a record's values as a form shows them."""
    if isinstance(record, CareVisit):
        return {}
    if isinstance(record, ClaimLine):
        return values_of_fields(record.claim)
    return values_of_fields(record)


def values_of_fields(record: Any) -> dict[str, object]:
    """Give the values of a plain record."""
    names = record.__dataclass_fields__
    return {name: _shown(getattr(record, name)) for name in names}


def _shown(value: object) -> object:
    return value.value if isinstance(value, StrEnum) else value


_WORDS: Mapping[tuple[type, str], type[StrEnum]] = {
    (Management, "mode"): ManagementMode,
    (Warranty, "kind"): WarrantyKind,
    (HandoverRow, "kind"): HandoverKind,
}


def fact_of(record: Record, key: str, value: object) -> object:
    """Give a form's value as the record holds it."""
    word = _WORDS.get((type(record), key))
    if value in (None, ""):
        return None
    return word(str(value)) if word else value


# -- from values to drafts ----------


def warranty_draft(values: Mapping[str, Any]) -> WarrantyDraft:
    """Make a warranty of a form's values."""
    return WarrantyDraft(
        kind=WarrantyKind(values["kind"]),
        part=values["part"],
        starts_on=values["starts_on"],
        months=values["months"],
        ends_on=values["ends_on"],
        party_id=values["party_id"] or None,
        paper=values["paper"],
    )


def handover_draft(values: Mapping[str, Any]) -> HandoverDraft:
    """Make a line of the handover list of a form's values."""
    return HandoverDraft(**{**values, "kind": HandoverKind(values["kind"])})


def visit_draft(values: Mapping[str, Any]) -> VisitDraft:
    """Make a visit of a form's values."""
    first = values["first_on"]
    whole = {**values, "kind": VisitKind.AFTERCARE.value, "last_on": None, "title": ""}
    return visit_of(whole, first)
