"""竣工验收备案表: the fields that the authority's filing asks for, from what is on record."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from inspector.core.aftercare.account import FinalAccount
from inspector.core.canonical import spell_decimal
from inspector.core.papers import CommunityFacts, FormSheet, FormTable, FormValue, SignBox
from inspector.core.process.facts import ProcessFacts
from inspector.core.process.names import DocumentKind
from inspector.core.process.records import GateDocument
from inspector.core.projects import PartyRole
from inspector.operations.filings import FilingView, filing_over
from inspector.operations.forms.book import FormBook, day_blank
from inspector.operations.process_facts import facts_over
from inspector.operations.workspace import Workspace
from inspector.store.office import Office
from inspector.words.acceptance import conclusion_title, day_text
from inspector.words.aftercare import yuan_text
from inspector.words.language import _
from inspector.words.process import document_name, opinion_name
from inspector.words.records import role_name

_PAPERS = (
    DocumentKind.PERMIT,
    DocumentKind.DRAWINGS,
    DocumentKind.COMPLETION_REPORT,
    DocumentKind.QUALITY_ASSESSMENT,
    DocumentKind.DESIGN_CHECK,
    DocumentKind.SPECIAL_ACCEPTANCE,
    DocumentKind.WARRANTY,
    DocumentKind.ACCEPTANCE_REPORT,
)
"""What is handed in with the filing (《房屋建筑和市政基础设施工程竣工验收备案管理办法》, 5)."""
_PERSONAL = frozenset({PartyRole.RESIDENTS, PartyRole.WATCH})


@dataclass(frozen=True, slots=True, kw_only=True)
class FilingBook:
    """What the filing draws on besides the meeting."""

    book: FormBook
    view: FilingView
    facts: ProcessFacts
    account: FinalAccount | None
    communities: tuple[CommunityFacts, ...]


def open_filing(
    workspace: Workspace,
    office: Office,
    book: FormBook,
    communities: tuple[CommunityFacts, ...],
) -> FilingBook:
    """Gather what the filing draws on, from one consistent state of the records."""
    project_id = book.project.id
    return FilingBook(
        book=book,
        view=filing_over(office, project_id),
        facts=facts_over(workspace, office, project_id, book.standing),
        account=office.aftercare.account(project_id),
        communities=communities,
    )


def filing_sheets(filed: FilingBook) -> tuple[FormSheet, ...]:
    """Give the one sheet of the filing."""
    lines = _("各栏取自在案记录；没有记录的以“—”表示，由建设单位补填后报备案机关。")
    return (
        FormSheet(
            title=_("竣工验收备案"),
            facts=(*_codes(filed), *_works(filed), *_outcome(filed)),
            lines=(lines,),
            tables=(_parties(filed), _papers(filed)),
            signs=(
                _box(_("建设单位"), _("报送人：")),
                _box(_("备案机关"), _("经办人：{name}").format(name="")),
            ),
        ),
    )


def _codes(filed: FilingBook) -> Iterator[tuple[str, FormValue]]:
    project, filing = filed.book.project, filed.view.filing
    permit = filed.facts.document(DocumentKind.PERMIT)
    yield _("工程名称"), project.name
    yield _("工程代码"), filing.works_code or project.code
    yield _("行政区划代码"), filing.region_code
    yield _("建设单位"), _owner(filed)
    yield _("建设单位代码"), filing.owner_code
    yield _("施工许可证编号"), permit.number if permit else None
    yield _("竣工验收备案编号"), filing.filing_number
    yield _("备案日期"), day_text(filing.filed_on)
    yield _("备案期限"), day_text(filed.view.due_on)


def _owner(filed: FilingBook) -> str | None:
    owners = (line.party for line in filed.book.parties)
    return next((one.unit for one in owners if one.role is PartyRole.OWNER), None)


def _works(filed: FilingBook) -> Iterator[tuple[str, FormValue]]:
    project = filed.book.project
    yield _("工程地址"), project.address
    yield _("项目经纬度坐标"), _position(filed)
    yield _("建设规模"), _("；").join(_size(one) for one in filed.communities) or None
    yield _("开工日期"), day_text(project.started_on)
    yield _("竣工日期"), day_text(project.finished_on)
    yield _("实际造价"), _cost(filed.account)


def _position(filed: FilingBook) -> str | None:
    filing = filed.view.filing
    if filing.latitude is not None and filing.longitude is not None:
        return _degrees(filing.latitude, filing.longitude)
    if filed.view.photos_at is None:
        return None
    return _("{position}（照片定位的平均值）").format(position=_degrees(*filed.view.photos_at))


def _degrees(latitude: Decimal, longitude: Decimal) -> str:
    return _("北纬 {latitude}°，东经 {longitude}°").format(
        latitude=spell_decimal(latitude), longitude=spell_decimal(longitude)
    )


def _size(one: CommunityFacts) -> str:
    parts = (
        _("{count} 幢").format(count=one.buildings) if one.buildings else None,
        _("{count} 单元").format(count=one.units) if one.units else None,
        _("{count} 户").format(count=one.households) if one.households else None,
        _("建筑面积 {area} ㎡").format(area=spell_decimal(one.floor_area_m2))
        if one.floor_area_m2
        else None,
    )
    return " ".join([one.name, *(part for part in parts if part)])


def _cost(account: FinalAccount | None) -> str | None:
    """Give the sum of the final account; before there is one, that of the audited settlement."""
    if account is None:
        return None
    if account.final_yuan is not None:
        return _("{sum} 元（竣工财务决算）").format(sum=yuan_text(account.final_yuan))
    if account.settled_yuan is not None:
        return _("{sum} 元（结算审定，尚未决算）").format(sum=yuan_text(account.settled_yuan))
    return None


def _outcome(filed: FilingBook) -> Iterator[tuple[str, FormValue]]:
    meeting, sheet = filed.book.meeting, filed.book.sheet
    yield (
        _("是否实行联合验收"),
        _("是，{day}").format(day=day_text(meeting.held_on)) if meeting else _("否，尚未召开会议"),
    )
    yield _("验收日期"), day_text(filed.view.accepted_on)
    declared = sheet is not None and sheet.meeting.declared is not None
    yield _("验收结论"), conclusion_title(sheet.kind) if sheet and declared else None
    yield _("档案验收意见"), _archive_opinion(filed)
    yield _("档案移交状态"), _archive_state(filed)


def _archive_opinion(filed: FilingBook) -> str | None:
    handover = filed.facts.document(DocumentKind.ARCHIVE_HANDOVER)
    said = opinion_name(handover.opinion) if handover and handover.opinion else None
    return filed.view.filing.archive_opinion or said


def _archive_state(filed: FilingBook) -> str:
    handover = filed.facts.document(DocumentKind.ARCHIVE_HANDOVER)
    if handover is not None:
        return _("已移交（{paper}）").format(paper=_paper(handover) or handover.title)
    return _("已封存归档包，未移交") if filed.facts.bundles else _("未移交")


def _paper(document: GateDocument) -> str | None:
    day = document.issued_on.isoformat() if document.issued_on else None
    return "，".join(part for part in (document.number, day, document.issuer) if part) or None


def _parties(filed: FilingBook) -> FormTable:
    lines = [one for one in filed.book.parties if one.party.role not in _PERSONAL]
    return FormTable(
        title=_("参建单位和参加单位"),
        head=(_("参与方"), _("单位名称"), _("代表")),
        rows=tuple(
            (role_name(one.party.role), one.party.unit, one.party.representative) for one in lines
        )
        or ((_("未登记"), None, None),),
        widths=(40, 80, 40),
    )


def _papers(filed: FilingBook) -> FormTable:
    return FormTable(
        title=_("备案文件"),
        head=(_("序号"), _("文件"), _("文号、日期、出具单位"), _("情况")),
        rows=tuple(_paper_row(filed, at, kind) for at, kind in enumerate(_PAPERS, start=1)),
        widths=(14, 50, 76, 20),
    )


def _paper_row(filed: FilingBook, number: int, kind: DocumentKind) -> tuple[FormValue, ...]:
    document = filed.facts.document(kind)
    told = _paper(document) if document else None
    state = _("有") if filed.facts.has(kind) else _("缺")
    return (number, document_name(kind), told, state)


def _box(title: str, person: str) -> SignBox:
    return SignBox(title=title, lines=(person, _("负责人（签字）："), day_blank()))
