"""The papers on record as the acceptance report shows them: chapters 3 and 5, annexes B and C."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from inspector.core.defects import Defect
from inspector.core.meetings import GroupKind, MeetingGroup
from inspector.core.papers import (
    BuilderRow,
    CareRow,
    DocumentRow,
    HandoverLine,
    PaperPhoto,
    PaperRow,
    PapersText,
    WarrantyLine,
)
from inspector.core.process.facts import ProcessFacts
from inspector.core.process.gates import GATES
from inspector.core.process.names import DocumentKind, GateId
from inspector.core.process.preconditions import PRECONDITIONS
from inspector.core.process.records import GateDocument
from inspector.core.process.states import MAIN_LINE
from inspector.core.projects import Party, PartyRole
from inspector.operations.blobs import file_suffix
from inspector.operations.files import content_path
from inspector.operations.verdicts import MeetingSheet
from inspector.operations.way_papers import paper_standing
from inspector.store.office import Office
from inspector.words.acceptance import day_text
from inspector.words.aftercare import handover_kind_name, mode_name, warranty_kind_name
from inspector.words.language import _
from inspector.words.meetings import said_name, stance_name
from inspector.words.process import document_name, opinion_name
from inspector.words.records import role_name

_REPORTS: Mapping[PartyRole, DocumentKind] = {
    PartyRole.SURVEY: DocumentKind.DESIGN_CHECK,
    PartyRole.DESIGN: DocumentKind.DESIGN_CHECK,
    PartyRole.CONTRACTOR: DocumentKind.COMPLETION_REPORT,
    PartyRole.SUPERVISOR: DocumentKind.QUALITY_ASSESSMENT,
}
"""Who owes which report of its own work (guide 2.3; 建质〔2013〕171号, 5)."""
_CARE = (
    DocumentKind.MANAGEMENT_PLAN,
    DocumentKind.PROPERTY_SERVICE,
    DocumentKind.MAINTENANCE_FUND,
    DocumentKind.MANAGEMENT_AGREEMENT,
    DocumentKind.MANAGEMENT_RULES,
    DocumentKind.ASSET_LIST,
    DocumentKind.ARCHIVE_HANDOVER,
    DocumentKind.WARRANTY,
)
"""What says who looks after the place once it is accepted, and what is handed over (annex C)."""


_PRINTABLE = frozenset({".jpg", ".jpeg"})
"""Scans whose bytes a PDF takes as they are; of other files the list gives the hash."""


# -- chapter 3 ----------


def builder_rows(
    parties: Sequence[Party],
    facts: ProcessFacts,
    defects: Sequence[Defect],
    sheets: Sequence[MeetingSheet],
    appraisals: Mapping[str, str],
) -> tuple[BuilderRow, ...]:
    """Give the parties that designed, built and supervised, with what is on record of each."""
    return tuple(
        BuilderRow(
            role=role_name(party.role),
            unit=party.unit,
            report=_report(facts, _REPORTS[party.role]),
            defects=_defects_of(party, defects),
            opinion=_opinion_of(party, sheets),
            appraisal=appraisals.get(party.id),
        )
        for party in parties
        if party.role in _REPORTS
    )


def _report(facts: ProcessFacts, kind: DocumentKind) -> str | None:
    document = facts.document(kind)
    if document is None:
        return None
    parts = (document.number, document.issued_on.isoformat() if document.issued_on else None)
    said = opinion_name(document.opinion) if document.opinion else None
    return " ".join(part for part in (document_name(kind), *parts, said) if part)


def _defects_of(party: Party, defects: Sequence[Defect]) -> str:
    own = [defect for defect in defects if defect.party_id == party.id]
    if not own:
        return _("无")
    return _("{count} 条，已了结 {ended} 条").format(
        count=len(own), ended=sum(not defect.is_open for defect in own)
    )


def _opinion_of(party: Party, sheets: Sequence[MeetingSheet]) -> str | None:
    """Give what the party said in the newest round in which it spoke."""
    for sheet in reversed(sheets):
        for line in sheet.parties:
            if line.party.id == party.id and line.opinion is not None:
                said = (said_name(line.opinion, line.presence), line.opinion.text)
                return _("：").join(part for part in said if part)
    return None


# -- chapter 5 and annex B ----------


def papers_text(
    facts: ProcessFacts, sheets: Sequence[MeetingSheet], files: Path | None = None
) -> PapersText:
    """Say of every paper that is due by now what was found, and list all that are on record."""
    groups = [one for one in (sheets[-1].groups if sheets else ()) if one.kind is GroupKind.PAPERS]
    rows = tuple(_rows(facts, {name for group in groups for name in group.missing}))
    lacking = sum(row.is_against for row in rows)
    count = _("应核查资料 {count} 种，查见或已豁免 {there} 种，缺 {lacking} 种。")
    lines = [count.format(count=len(rows), there=len(rows) - lacking, lacking=lacking)]
    return PapersText(
        lines=(*lines, *_group_lines(groups)),
        rows=rows,
        documents=tuple(_document(one) for one in facts.documents),
        copies=tuple(_copies(facts.documents, files)) if files else (),
    )


def _group_lines(groups: Iterable[MeetingGroup]) -> Iterator[str]:
    """Say what the groups that went through the papers think of them."""
    for group in groups:
        if group.stance is not None:
            said = (stance_name(group.stance), group.text)
            yield _("{group}意见：{said}。").format(
                group=group.name, said=_("；").join(part for part in said if part).rstrip("。")
            )
        if group.missing:
            names = _("、").join(group.missing)
            yield _("{group}核查时缺少：{names}。").format(group=group.name, names=names)


def _rows(facts: ProcessFacts, missed: set[str]) -> Iterator[PaperRow]:
    for kind, (gate, required) in _required().items():
        stands, document = paper_standing(kind, facts, gate), facts.document(kind)
        found = _found(document) if document else None
        name = document_name(kind)
        opinion = [opinion_name(document.opinion)] if document and document.opinion else []
        opinion += [_("会议核查时缺")] if name in missed else []
        yield PaperRow(
            name=name,
            required=required,
            found=_("；").join(part for part in (found, stands.note) if part) or None,
            opinion=_("；").join([stands.status, *opinion]),
            is_against=stands.is_against,
        )


def _required() -> dict[DocumentKind, tuple[GateId, str]]:
    """List the papers due before the meeting: by gate, then as preconditions (guide 2.4)."""
    numbers = {kind: one.number for one in PRECONDITIONS for kind in one.papers}
    gates = {gate.id: gate for gate in GATES}
    told: dict[DocumentKind, tuple[GateId, str]] = {}
    for step in MAIN_LINE[: _line_to(GateId.G13)]:
        for kind in gates[step.gate].documents:
            told.setdefault(kind, (step.gate, _asked(step.gate, numbers.get(kind))))
    for one in PRECONDITIONS:
        for kind in one.papers:
            told.setdefault(kind, (one.gate, _asked(one.gate, one.number)))
    return told


def _line_to(last: GateId) -> int:
    return [step.gate for step in MAIN_LINE].index(last) + 1


def _asked(gate: GateId, number: int | None) -> str:
    if number is None:
        return gate.value
    return _("{gate}，前置条件 {number}").format(gate=gate.value, number=number)


def _found(document: GateDocument) -> str:
    day = document.issued_on.isoformat() if document.issued_on else None
    parts = (document.number, day, document.issuer)
    return " ".join(part for part in parts if part) or document.title


def _copies(documents: Iterable[GateDocument], files: Path) -> Iterator[PaperPhoto]:
    """Give the scans that are JPEG files and lie here, under their numbers in the list."""
    for number, one in enumerate(documents, start=1):
        if one.sha256 is None or file_suffix(one.name or "") not in _PRINTABLE:
            continue
        path = content_path(files, one.sha256, file_suffix(one.name or ""))
        if path.is_file():
            shown = f"B-{number}"
            yield PaperPhoto(number=shown, sha256=one.sha256, caption=one.title, preview=path)


def _document(one: GateDocument) -> DocumentRow:
    name = document_name(one.kind)
    return DocumentRow(
        name=name if one.title == name else _("{kind}：{title}").format(kind=name, title=one.title),
        number=one.number,
        day=one.issued_on.isoformat() if one.issued_on else None,
        issuer=one.issuer,
        file=one.name,
        size=one.size,
        sha256=one.sha256,
    )


# -- annex C ----------


def care_rows(facts: ProcessFacts) -> tuple[CareRow, ...]:
    """Say of each paper of long-term management and handover whether it is on record."""
    return tuple(_care(kind, facts.document(kind)) for kind in _CARE)


def _care(kind: DocumentKind, document: GateDocument | None) -> CareRow:
    day = document.issued_on if document else None
    return CareRow(
        name=document_name(kind),
        document=document.number if document else None,
        day=day.isoformat() if day else None,
        issuer=document.issuer if document else None,
        status=_("有") if document else _("未记录"),
    )


def handover_lines(office: Office, project_id: str) -> tuple[HandoverLine, ...]:
    """Give the handover list as it is on record."""
    return tuple(
        HandoverLine(
            kind=handover_kind_name(row.kind),
            item=row.item,
            quantity=row.quantity,
            receiver=row.receiver,
            day=row.handed_on.isoformat() if row.handed_on else None,
            paper=row.paper,
        )
        for row in office.aftercare.handover(project_id)
    )


def warranty_lines(office: Office, project_id: str) -> tuple[WarrantyLine, ...]:
    """Give the warranties as they are on record."""
    units = {party.id: party.unit for party in office.parties.of_project(project_id)}
    return tuple(
        WarrantyLine(
            kind=warranty_kind_name(one.kind),
            part=one.part,
            days=f"{one.starts_on.isoformat()}\n{one.ends_on.isoformat()}",
            unit=units.get(one.party_id or ""),
            paper=one.paper,
        )
        for one in office.aftercare.warranties(project_id)
    )


def managed_text(office: Office, project_id: str) -> str | None:
    """Say who manages the place, by which agreement; None where nobody is on record."""
    managed = office.aftercare.management(project_id)
    if managed is None or managed.body is None:
        return None
    mode = mode_name(managed.mode) if managed.mode else None
    signed = day_text(managed.signed_on)
    parts = [
        _("管理单位：{body}").format(body=managed.body),
        *([_("管理模式：{mode}").format(mode=mode)] if mode else []),
        *([_("管理协议：{paper}").format(paper=managed.agreement)] if managed.agreement else []),
        *([_("签约日期：{day}").format(day=signed)] if signed else []),
    ]
    return _("；").join(parts) + _("。")
