"""The papers of a project that go into its bundle, each with the kind by which it is filed."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from functools import lru_cache
from pathlib import Path

from inspector.core.bundles import Paper
from inspector.core.disclosures import Disclosure
from inspector.core.errors import InspectorError, Problem
from inspector.core.filing import FiledPaper
from inspector.core.issued import FORMS, IssuedReport, PaperKind
from inspector.core.process.names import DocumentKind
from inspector.core.process.records import GateDocument
from inspector.core.progress import Unwatched
from inspector.core.times import wall_time
from inspector.folders import fonts
from inspector.operations.binders import Binder
from inspector.operations.blobs import blob_path
from inspector.operations.disclosure_papers import disclosure_form, disclosure_title
from inspector.operations.looks import office_look
from inspector.operations.notices import write_notice_papers
from inspector.operations.reports import kept_paper
from inspector.operations.signed_papers import signed_papers
from inspector.reports.pdflook import count_pages
from inspector.words.language import _
from inspector.words.process import document_name
from inspector.words.records import paper_name

_ONE_PAGE = frozenset({".jpg", ".png", ".tif"})
_NOTICE_PAGES = 2


def filed_papers(binder: Binder, report: IssuedReport) -> Iterator[FiledPaper]:
    """Give the papers that a bundle holds; notices are written for it."""
    yield _issued(binder, report)
    yield from _signed_papers(binder)
    yield from _signed_forms(binder)
    yield from _disclosures(binder, _written_disclosure)
    for notice in write_notice_papers(binder.workspace, binder.project_id, binder.folder):
        yield FiledPaper(kind=PaperKind.NOTICE, paper=notice)
    yield from _replies(binder)
    yield from _documents(binder)


def papers_by_name(binder: Binder) -> Iterator[FiledPaper]:
    """Give the papers by their names alone: nothing is written."""
    workspace, project_id = binder.workspace, binder.project_id
    with workspace.read() as office:
        notices = office.notices.of_project(project_id)
        reports = [one for one in office.papers.reports(project_id) if one.is_sealed_report]
    if reports and kept_paper(workspace, reports[-1]) is not None:
        yield _issued(binder, reports[-1])
    else:
        yield _named(binder, PaperKind.ACCEPTANCE, 0)
    yield from _signed_papers(binder)
    yield from _signed_forms(binder)
    yield from _disclosures(binder, _named_disclosure)
    for notice in notices:
        named = _named(binder, PaperKind.NOTICE, _NOTICE_PAGES)
        paper = replace(named.paper, number=notice.number, dated_on=notice.issued_on)
        yield replace(named, paper=paper)
    yield from _replies(binder)
    yield from _documents(binder)


def _named(binder: Binder, kind: PaperKind, pages: int) -> FiledPaper:
    paper = Paper(
        title=paper_name(kind),
        number="",
        creator="",
        dated_on=binder.head.made_at.date(),
        pages=pages,
        file=Path(),
    )
    return FiledPaper(kind=kind, paper=paper)


def _issued(binder: Binder, report: IssuedReport) -> FiledPaper:
    kept = kept_paper(binder.workspace, report)
    if kept is None:
        raise InspectorError(Problem.FILE_MISSING, file=report.name)
    paper = Paper(
        title=report.title,
        number=report.number,
        creator=binder.head.unit,
        dated_on=date.fromisoformat(report.made_at[:10]),
        pages=report.pages,
        file=kept,
        sha256=report.sha256,
        remark=_("第 {version} 版").format(version=report.version),
    )
    return FiledPaper(kind=report.kind, paper=paper)


def _signed_papers(binder: Binder) -> Iterator[FiledPaper]:
    """Give what was signed: reports with certificate signatures, and scans of signed pages."""
    for signed in signed_papers(binder.workspace, binder.project_id):
        paper = Paper(
            title=signed.title,
            number=signed.number,
            creator=binder.head.unit,
            dated_on=signed.signed_on,
            pages=signed.pages or _pages_of(signed.file),
            file=signed.file,
            sha256=signed.sha256,
        )
        yield FiledPaper(kind=PaperKind.ACCEPTANCE, paper=paper)


def _signed_forms(binder: Binder) -> Iterator[FiledPaper]:
    """Give the newest of each form of the meeting that was made as PDF."""
    with binder.workspace.read() as office:
        reports = office.papers.reports(binder.project_id)
    for kind in FORMS:
        own = [one for one in reports if one.kind is kind and one.suffix == ".pdf"]
        kept = [one for one in own if kept_paper(binder.workspace, one) is not None]
        if kept:
            yield _issued(binder, kept[-1])


def _disclosures(
    binder: Binder, otherwise: Callable[[Binder, Disclosure], Paper]
) -> Iterator[FiledPaper]:
    """Give the lists of visits as they were told; one that was never made as PDF is made now."""
    with binder.workspace.read() as office:
        lists = office.disclosures.of_project(binder.project_id)
        reports = office.papers.reports(binder.project_id)
    for told in lists:
        kept = [
            one
            for one in reports
            if one.kind is PaperKind.DISCLOSURE
            and (one.number, one.suffix) == (told.number, ".pdf")
            and kept_paper(binder.workspace, one) is not None
        ]
        if kept:
            yield _issued(binder, kept[-1])
        else:
            yield FiledPaper(kind=PaperKind.DISCLOSURE, paper=otherwise(binder, told))


def _named_disclosure(binder: Binder, told: Disclosure) -> Paper:
    return Paper(
        title=disclosure_title(told),
        number=told.number,
        creator=binder.identity.unit or "",
        dated_on=told.issued_on,
        pages=1,
        file=Path(),
    )


def _written_disclosure(binder: Binder, told: Disclosure) -> Paper:
    from inspector.reports.editions import write_edition

    identity = replace(binder.identity, number=told.number)
    with binder.workspace.read() as office:
        form = disclosure_form(office, told, identity)
    out, look = binder.folder / f"{told.number}.pdf", office_look(binder.workspace)
    made = write_edition(form, out, fonts(), Unwatched(), look)
    return replace(
        _named_disclosure(binder, told),
        pages=made.pages,
        file=made.path,
        size=made.size,
        sha256=made.sha256,
    )


def _replies(binder: Binder) -> Iterator[FiledPaper]:
    """Give the reply sheets as they were received, byte for byte."""
    with binder.workspace.read() as office:
        replies = office.replies.of_project(binder.project_id)
        notices = {one.id: one for one in office.notices.of_project(binder.project_id)}
        parties = {one.id: one.unit for one in office.parties.of_project(binder.project_id)}
    for reply in replies:
        file = blob_path(binder.workspace.folder, reply.sha256)
        notice = notices.get(reply.notice_id)
        if file is None or notice is None:
            continue
        paper = Paper(
            title=document_name(DocumentKind.RECTIFICATION_REPLY),
            number=notice.number,
            creator=parties.get(notice.party_id) or "",
            dated_on=wall_time(reply.at_ms).date(),
            pages=_pages_of(file),
            file=file,
            size=reply.size,
            sha256=reply.sha256,
            remark=reply.name,
        )
        yield FiledPaper(kind=DocumentKind.RECTIFICATION_REPLY, paper=paper)


@lru_cache(maxsize=4096)
def _pages_of(file: Path) -> int:
    """Count the pages of a kept file, whose name is its hash; zero where nobody can."""
    if file.suffix == ".pdf":
        return count_pages(file) or 0
    return int(file.suffix in _ONE_PAGE)


def _documents(binder: Binder) -> Iterator[FiledPaper]:
    """Give the papers of the process whose files are here; others are only on record."""
    with binder.workspace.read() as office:
        documents = office.process.documents(binder.project_id)
    for document in documents:
        file = blob_path(binder.workspace.folder, document.sha256 or "")
        if file is not None:
            yield FiledPaper(kind=document.kind, paper=_document(document, file))


def _document(document: GateDocument, file: Path) -> Paper:
    return Paper(
        title=document.title or document_name(document.kind),
        number=document.number or "",
        creator=document.issuer or "",
        dated_on=document.issued_on,
        pages=_pages_of(file),
        file=file,
        size=document.size,
        sha256=document.sha256,
        remark=document_name(document.kind) if document.title else "",
    )
