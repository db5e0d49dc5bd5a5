"""The papers of a project that go into its bundle, each with the kind by which it is filed."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

from inspector.core.bundles import Paper
from inspector.core.errors import InspectorError, Problem
from inspector.core.filing import FiledPaper
from inspector.core.issued import FORMS, IssuedReport, PaperKind
from inspector.core.process.records import GateDocument
from inspector.operations.binders import Binder
from inspector.operations.blobs import blob_path
from inspector.operations.notices import write_notice_papers
from inspector.operations.reports import kept_paper
from inspector.operations.signed_papers import signed_papers
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
    for notice in write_notice_papers(binder.workspace, binder.project_id, binder.folder):
        yield FiledPaper(kind=PaperKind.NOTICE, paper=notice)
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
    for notice in notices:
        named = _named(binder, PaperKind.NOTICE, _NOTICE_PAGES)
        paper = replace(named.paper, number=notice.number, dated_on=notice.issued_on)
        yield replace(named, paper=paper)
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
            pages=signed.pages or int(signed.file.suffix in _ONE_PAGE),
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


def _documents(binder: Binder) -> Iterator[FiledPaper]:
    """Give the papers of the process whose files are here; others are only on record."""
    with binder.workspace.read() as office:
        documents = office.process.documents(binder.project_id)
    for document in documents:
        file = blob_path(binder.workspace.folder, document.sha256 or "")
        if file is not None:
            yield FiledPaper(kind=document.kind, paper=_document(binder, document, file))


def _document(binder: Binder, document: GateDocument, file: Path) -> Paper:
    return Paper(
        title=document.title or document_name(document.kind),
        number=document.number or "",
        creator=document.issuer or "",
        dated_on=document.issued_on or binder.head.made_at.date(),
        pages=int(file.suffix in _ONE_PAGE),
        file=file,
        size=document.size,
        sha256=document.sha256,
        remark=document_name(document.kind) if document.title else "",
    )
