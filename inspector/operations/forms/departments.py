"""部门会签意见表: a box for each department of the district (guide 2.7)."""

from inspector.core.papers import FormSheet, SignBox
from inspector.core.projects import PartyRole
from inspector.operations.forms.book import (
    FormBook,
    day_blank,
    meeting_facts,
    opinion_lines,
    representative_of,
    stance_boxes,
)
from inspector.operations.verdicts import PartyLine
from inspector.words.language import _
from inspector.words.records import role_name

SIGNING = (PartyRole.OFFICE, PartyRole.DEPARTMENT, PartyRole.SUBDISTRICT, PartyRole.COMMUNITY)
"""The public bodies that sign besides the five parties (guide 2.3)."""
_BLANKS = 4


def department_sheets(book: FormBook) -> tuple[FormSheet, ...]:
    """Give one sheet with a box for each body; blank boxes where none is registered."""
    lines = [one for one in book.parties if one.party.role in SIGNING]
    lines.sort(key=lambda one: (SIGNING.index(one.party.role), one.party.position))
    boxes = tuple(_box(one) for one in lines) or tuple(_blank() for _number in range(_BLANKS))
    said = () if lines else (_("尚未登记职能部门，以下各栏由会签部门填写。"),)
    return (FormSheet(title=_("部门会签意见"), facts=meeting_facts(book), lines=said, signs=boxes),)


def _box(line: PartyLine) -> SignBox:
    name = representative_of(line) or ""
    return SignBox(
        title=_("{role}：{unit}").format(role=role_name(line.party.role), unit=line.party.unit),
        told=opinion_lines(line),
        lines=(
            _("经办人：{name}").format(name=name),
            _("负责人（签字）："),
            day_blank(),
        ),
    )


def _blank() -> SignBox:
    return SignBox(
        title=_("单位："),
        told=(_("意见：{boxes}").format(boxes=stance_boxes(None)), _("条件：")),
        lines=(_("经办人：{name}").format(name=""), _("负责人（签字）："), day_blank()),
    )
