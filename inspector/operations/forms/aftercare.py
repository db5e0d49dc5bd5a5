"""决算、保修与移交管理表: what follows the acceptance, for those who take the place over.

Nothing in it depends on the day on which it is printed: the same records give the same paper.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from inspector.core.aftercare.account import SOURCES, STAGES
from inspector.core.aftercare.care import GROUPS, CarePoint
from inspector.core.aftercare.warranty import Warranty
from inspector.core.evidence import Photo
from inspector.core.papers import FormSheet, FormTable, FormValue, PaperPhoto, SignBox
from inspector.core.projects import PartyRole
from inspector.operations.aftercare import Aftercare, CareVisit, ClaimLine
from inspector.operations.forms.book import FormBook, day_blank, meeting_facts
from inspector.words.acceptance import day_text
from inspector.words.aftercare import (
    care_state_name,
    cover_text,
    difference_text,
    group_name,
    handover_kind_name,
    lack_text,
    least_text,
    mode_name,
    point_name,
    point_text,
    tally_text,
    warranty_kind_name,
    yuan_text,
)
from inspector.words.language import _
from inspector.words.records import field_name, role_name

_SIGNING = (
    PartyRole.OWNER,
    PartyRole.SUBDISTRICT,
    PartyRole.COMMUNITY,
    PartyRole.CONTRACTOR,
    PartyRole.PROPERTY,
)
"""Those who hand over and take over (guide 2.10)."""


def aftercare_sheets(book: FormBook) -> tuple[FormSheet, ...]:
    """Give one sheet with the final account, warranties, handover and long-term management."""
    view = book.aftercare
    return (
        FormSheet(
            title=_("验收之后"),
            facts=(*meeting_facts(book), *_facts(view)),
            lines=tuple(_remarks(view)),
            tables=(
                _account(view),
                _warranties(view),
                _handover(view),
                *([_claims(book)] if view.claims else []),
                _management(view),
                *([_care(book, view.visits[-1])] if view.visits else []),
            ),
            photos=tuple(_shots(book)),
            signs=tuple(_boxes(book)),
        ),
    )


def _facts(view: Aftercare) -> Iterator[tuple[str, FormValue]]:
    account = view.account
    yield _("完工日期"), day_text(view.project.finished_on)
    yield _("验收日期"), day_text(view.accepted_on)
    yield _("决算期限"), day_text(view.due_on)
    yield field_name("approved_by"), account.approved_by
    yield field_name("approved_on"), day_text(account.approved_on)
    yield field_name("approval_paper"), account.approval_paper


def _remarks(view: Aftercare) -> Iterator[str]:
    """Say how the sums differ, and what keeps the final account open."""
    told = [difference_text(one) for one in view.differences]
    if told:
        yield _("差异：{lines}。").format(lines=_("；").join(told))
    if view.account.explanation:
        yield _("差异说明：{text}").format(text=view.account.explanation)
    lacks = [lack_text(one) for one in view.lacks]
    if lacks:
        yield _("决算尚缺：{lines}。").format(lines=_("；").join(lacks))
    if view.visits:
        one = view.visits[-1]
        yield _("长效管理检查：{visit}（{tallies}）").format(
            visit=one.visit.title, tallies=_("，").join(tally_text(each) for each in one.tallies)
        )


def _account(view: Aftercare) -> FormTable:
    account = view.account
    rows = [(field_name(name), _yuan(view, name)) for name in (*STAGES, *SOURCES)]
    total = account.funded
    rows.append((field_name("funded"), None if total is None else yuan_text(total)))
    return FormTable(
        title=field_name("final_account"),
        head=(_("项"), _("金额（元）")),
        rows=tuple(rows),
        widths=(80, 80),
    )


def _yuan(view: Aftercare, name: str) -> str | None:
    value = getattr(view.account, name)
    return None if value is None else yuan_text(value)


def _warranties(view: Aftercare) -> FormTable:
    rows = (
        (
            *(warranty_kind_name(one.kind), one.part, least_text(one.kind)),
            *(one.starts_on.isoformat(), one.ends_on.isoformat()),
            _unit(view, one),
        )
        for one in view.warranties
    )
    names = ("part", "starts_on", "ends_on", "party_id")
    part, starts, ends, party = (field_name(name) for name in names)
    return FormTable(
        title=field_name("warranty"),
        head=(field_name("kind"), part, _("法定最低"), starts, ends, party),
        rows=tuple(rows),
        widths=(26, 34, 28, 22, 22, 28),
        note=_("最低保修期限依据《建设工程质量管理条例》第四十条，自竣工验收合格之日起计算。"),
    )


def _unit(view: Aftercare, one: Warranty) -> str | None:
    party = view.parties.get(one.party_id or "")
    return party.unit if party else None


def _handover(view: Aftercare) -> FormTable:
    rows = (
        (
            *(number, handover_kind_name(row.kind), row.item, row.quantity, row.receiver),
            *(row.handed_on.isoformat() if row.handed_on else None, row.paper),
        )
        for number, row in enumerate(view.handover, start=1)
    )
    names = ("kind", "item", "quantity", "receiver", "handed_on", "paper")
    return FormTable(
        title=field_name("handover_row"),
        head=(_("序号"), *(field_name(name) for name in names)),
        rows=tuple(rows),
        widths=(10, 20, 40, 18, 30, 20, 22),
    )


def _management(view: Aftercare) -> FormTable:
    one = view.management
    days = ("signed_on", "until_on", "fund_on", "rules_on")
    return FormTable(
        title=field_name("management"),
        head=(_("项"), _("内容")),
        rows=(
            (field_name("mode"), mode_name(one.mode) if one.mode else None),
            *((field_name(name), getattr(one, name)) for name in ("body", "agreement")),
            *((field_name(name), day_text(getattr(one, name))) for name in days),
            (field_name("note"), one.note),
        ),
        widths=(40, 120),
    )


def _shots(book: FormBook) -> Iterator[PaperPhoto]:
    """Show the photos of the newest visit and of the claims; one without a caption says of what."""
    for one in book.aftercare.visits[-1:]:
        for point, photos in one.photos.items():
            yield from _captioned(book, photos, point_name(point))
    for line in book.aftercare.claims:
        number = line.claim.number
        yield from _captioned(book, line.before, _("{number} 报修时").format(number=number))
        yield from _captioned(book, line.after, _("{number} 修复后").format(number=number))


def _captioned(book: FormBook, photos: Sequence[Photo], caption: str) -> Iterator[PaperPhoto]:
    for shown in book.shots.of(photo.id for photo in photos):
        yield replace(shown, caption=shown.caption or caption)


def _claims(book: FormBook) -> FormTable:
    view = book.aftercare
    return FormTable(
        title=field_name("warranty_claim"),
        head=(
            *(field_name("number"), field_name("reported_on"), _("部位和情况")),
            *(_("责任单位"), _("质保")),
            *(field_name("repaired_on"), field_name("closed_on"), field_name("photo")),
        ),
        rows=tuple(_claim(book, line) for line in view.claims),
        widths=(26, 17, 30, 23, 13, 17, 17, 17),
        note=_("销项的人不是维修人；是否在质保期内按报修日期计算。"),
    )


def _claim(book: FormBook, line: ClaimLine) -> tuple[FormValue, ...]:
    claim = line.claim
    party = book.aftercare.parties.get(claim.party_id or "")
    shown = book.shots.numbers_of(photo.id for photo in (*line.before, *line.after))
    return (
        *(claim.number, claim.reported_on.isoformat()),
        " ".join(filter(None, (line.place, claim.text))),
        *(party.unit if party else None, cover_text(line.cover)),
        *(_day(claim.repaired_on), _day(claim.closed_on), shown or ""),
    )


def _day(day: date | None) -> str:
    return day.isoformat() if day else ""


def _care(book: FormBook, one: CareVisit) -> FormTable:
    answers = ((point, one.answers.get(point)) for point in CarePoint)
    names = ("point", "result", "note", "photo")
    return FormTable(
        title=_("长效管理检查"),
        head=(_("清单"), *(field_name(name) for name in names)),
        rows=tuple(
            (
                *(group_name(GROUPS[point]), point_text(point)),
                *(care_state_name(found.state if found else None), (found and found.note) or ""),
                book.shots.numbers_of(photo.id for photo in one.photos.get(point, ())),
            )
            for point, found in answers
        ),
        widths=(22, 50, 18, 50, 20),
    )


def _boxes(book: FormBook) -> Iterator[SignBox]:
    """Give a box for each unit that hands or takes over; for each role where none is known."""
    known = [(line.party.role, line.party.unit) for line in book.parties]
    own = [(role, unit) for role in _SIGNING for each, unit in known if each is role]
    for role, unit in own or [(role, "") for role in _SIGNING]:
        yield SignBox(
            title=_("{role}：{unit}").format(role=role_name(role), unit=unit),
            lines=(_("经办人："), _("签字："), day_blank()),
        )
