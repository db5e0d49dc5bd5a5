"""分组验收意见表: a sheet for each group, with what it sampled and found (guide 2.7)."""

import re
from collections.abc import Iterator

from inspector.core.checklists import AnswerState
from inspector.core.defects import Defect
from inspector.core.meetings import GroupKind, MeetingGroup
from inspector.core.papers import FormSheet, FormTable, FormValue, SignBox
from inspector.operations.forms.book import FormBook, day_blank, meeting_facts, stance_boxes
from inspector.operations.paper_photos import place_text
from inspector.operations.standing import Finding
from inspector.words.checklists import item_title, severity_name
from inspector.words.checklists import state_name as answer_name
from inspector.words.language import _
from inspector.words.records import state_name

_FEWEST_MEMBERS = 4
_MEMBER_MM = 10
_PARTED = re.compile(r"[、,，;；\n]+")


def group_sheets(book: FormBook) -> tuple[FormSheet, ...]:
    """Give a sheet for each group; without groups a blank one to be filled in by hand."""
    groups = book.sheet.groups if book.sheet else ()
    if not groups:
        return (_blank(book),)
    return tuple(_sheet(book, group) for group in groups)


def _blank(book: FormBook) -> FormSheet:
    facts = ((_("组别"), ""), (_("查验范围"), ""), (_("抽查的检查项"), ""), (_("发现的问题"), ""))
    return FormSheet(
        title=_("验收组"),
        facts=(*meeting_facts(book), *facts),
        lines=(_("本次会议未登记分组，以下各栏由验收组填写。"),),
        tables=(_members(""),),
        signs=(_opinion(None, None),),
    )


def _sheet(book: FormBook, group: MeetingGroup) -> FormSheet:
    findings = [one for one in book.standing.findings if one.item.id in group.items]
    defects = [one for one in book.defects if one.item_id in group.items]
    tables = (
        *([_results(findings)] if findings else []),
        *([_defects(book, defects)] if defects else []),
        _members(_named(group)),
    )
    return FormSheet(
        title=group.name,
        facts=tuple(_facts(book, group)),
        lines=tuple(_lines(group, findings, defects)),
        tables=tables,
        signs=(_opinion(group, group.text),),
    )


def _facts(book: FormBook, group: MeetingGroup) -> Iterator[tuple[str, FormValue]]:
    yield from meeting_facts(book)
    yield _("组别"), group.name
    yield _("查验范围"), group.scope
    yield _("抽查的检查项"), _("、").join(group.items) or None
    if group.missing:
        yield _("缺少的资料"), _("、").join(group.missing)


def _lines(group: MeetingGroup, findings: list[Finding], defects: list[Defect]) -> Iterator[str]:
    if not group.items:
        yield _("本组未登记抽查的检查项。")
        return
    if not findings:
        yield _("抽查的检查项不在改造方案范围内，没有查验结果。")
    if not defects:
        yield _("抽查的检查项未登记问题。")


def _results(findings: list[Finding]) -> FormTable:
    """Count the results of each sampled item over all its places."""
    items = {one.item.id: one.item for one in findings}
    rows: list[tuple[FormValue, ...]] = [
        (
            f"{item.id} {item_title(item)}",
            *_counts([one for one in findings if one.item.id == item.id]),
        )
        for item in items.values()
    ]
    states = (AnswerState.PASS, AnswerState.FAIL, AnswerState.NOT_APPLICABLE, AnswerState.UNCHECKED)
    return FormTable(
        title=_("抽查结果"),
        head=(_("检查项"), _("应查"), *(answer_name(state) for state in states)),
        rows=(*rows, (_("合计"), *_counts(findings))),
        widths=(80, 16, 16, 16, 16, 16),
    )


def _counts(findings: list[Finding]) -> tuple[int, ...]:
    states = [one.state for one in findings]
    counted = (AnswerState.PASS, AnswerState.FAIL, AnswerState.NOT_APPLICABLE)
    return (
        len(states),
        *(states.count(state) for state in counted),
        states.count(AnswerState.UNCHECKED),
    )


def _defects(book: FormBook, defects: list[Defect]) -> FormTable:
    return FormTable(
        title=_("发现的问题"),
        head=(_("问题编号"), _("部位"), _("问题描述"), _("程度"), _("状态")),
        rows=tuple(
            (
                *(one.number, place_text(one.place_id, book.places), one.text),
                *(severity_name(one.severity), state_name(one.state)),
            )
            for one in defects
        ),
        widths=(30, 34, 64, 14, 18),
    )


def _named(group: MeetingGroup) -> str:
    """Name the members, but never residents (guide 2.7)."""
    return "" if group.kind is GroupKind.RESIDENTS else group.members or ""


def _members(members: str) -> FormTable:
    """Give a line for each member that is known, and blank ones besides."""
    names = [name.strip() for name in _PARTED.split(members) if name.strip()]
    blanks = max(_FEWEST_MEMBERS - len(names), 1)
    rows = [(number, name, "", "", "", "") for number, name in enumerate(names, start=1)]
    rows += [
        (number, "", "", "", "", "") for number in range(len(names) + 1, len(names) + blanks + 1)
    ]
    return FormTable(
        title=_("组员签名"),
        head=(_("序号"), _("姓名"), _("单位"), _("职务"), _("签名"), _("日期")),
        rows=tuple(rows),
        widths=(12, 26, 46, 24, 28, 24),
        row_mm=_MEMBER_MM,
    )


def _opinion(group: MeetingGroup | None, text: str | None) -> SignBox:
    return SignBox(
        title=_("分组意见"),
        told=(
            stance_boxes(group.stance if group else None),
            *([_("说明：{text}").format(text=text)] if text else []),
        ),
        lines=(_("组长（签字）："), day_blank()),
        has_seal=False,
    )
