"""居民代表意见表: what residents and their watch group say, without any name (guide 2.7)."""

from collections import Counter
from collections.abc import Sequence

from inspector.core.meetings import ResidentVoice, Satisfaction
from inspector.core.papers import FormSheet, FormTable, FormValue, SignBox
from inspector.operations.forms.book import (
    PERSONAL,
    FormBook,
    day_blank,
    meeting_facts,
    opinion_lines,
)
from inspector.operations.verdicts import PartyLine
from inspector.words.language import _
from inspector.words.meetings import satisfaction_name
from inspector.words.records import role_name

_FEWEST_ROWS = 8
_SIGN_MM = 10


def resident_sheets(book: FormBook) -> tuple[FormSheet, ...]:
    """Give one sheet: the tally, what each said, and boxes for those who stand for residents."""
    voices = book.sheet.residents if book.sheet else ()
    boxes = tuple(_box(one) for one in book.parties if one.party.role in PERSONAL)
    lines = (
        _("姓名和电话属个人信息，不印入本表；签名栏由本人签字。"),
        *(() if voices else (_("尚未登记居民意见，以下各栏由居民代表填写。"),)),
    )
    return (
        FormSheet(
            title=_("居民代表与监督小组意见"),
            facts=(*meeting_facts(book), *_tally(voices)),
            lines=lines,
            tables=(_voices(voices),),
            signs=boxes,
        ),
    )


def _tally(voices: Sequence[ResidentVoice]) -> tuple[tuple[str, FormValue], ...]:
    counts = Counter(one.level for one in voices)
    told = _("、").join(
        _("{level} {count} 人").format(level=satisfaction_name(level), count=counts[level])
        for level in Satisfaction
    )
    return ((_("征询居民（人）"), len(voices)), (_("满意程度"), told if voices else None))


def _voices(voices: Sequence[ResidentVoice]) -> FormTable:
    """Give a line for each resident asked, and blank ones besides."""
    rows: list[tuple[FormValue, ...]] = [
        (number, one.home, satisfaction_name(one.level), one.comment or "", "", "")
        for number, one in enumerate(voices, start=1)
    ]
    first = len(rows) + 1
    rows += [
        (number, "", "", "", "", "") for number in range(first, max(_FEWEST_ROWS, first + 1) + 1)
    ]
    return FormTable(
        title=_("居民意见"),
        head=(
            *(_("序号"), _("楼栋单元"), _("满意程度")),
            *(_("意见和建议"), _("签名"), _("日期")),
        ),
        rows=tuple(rows),
        widths=(12, 30, 22, 52, 22, 22),
        row_mm=_SIGN_MM,
    )


def _box(line: PartyLine) -> SignBox:
    return SignBox(
        title=_("{role}：{unit}").format(role=role_name(line.party.role), unit=line.party.unit),
        told=opinion_lines(line),
        lines=(_("签字："), "", day_blank()),
        has_seal=False,
    )
