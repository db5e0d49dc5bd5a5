"""Gather the papers and photos of a project, and make the volumes that they are filed into."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from pathlib import Path

from inspector.core.bundles import (
    ArchivePhoto,
    BundleFiles,
    Paper,
    Volume,
    VolumeFiles,
)
from inspector.core.errors import InspectorError, Problem
from inspector.core.filing import FiledPaper, FiledVolume, FilingTemplate, Numbering, arrange
from inspector.core.issued import FORMS, IssuedReport, PaperKind
from inspector.core.numbers import document_number
from inspector.core.papers import PaperIdentity
from inspector.core.process.records import GateDocument
from inspector.core.projects import PartyRole
from inspector.operations.acceptance import program_name
from inspector.operations.archive_photos import archive_photos
from inspector.operations.blobs import blob_path, named_blobs
from inspector.operations.bundle_data import bundle_data
from inspector.operations.filing_templates import office_template
from inspector.operations.notices import write_notice_papers
from inspector.operations.reports import kept_paper
from inspector.operations.signed_papers import signed_papers
from inspector.operations.volume_papers import (
    LIST_NAMES,
    catalogue_workbook,
    list_files,
    volume_files,
    workbook_name,
    write_volume_papers,
)
from inspector.operations.workspace import Workspace
from inspector.words.language import _
from inspector.words.process import document_name
from inspector.words.records import paper_name

BUNDLE_PREFIX = "DA"
_ONE_PAGE = frozenset({".jpg", ".png", ".tif"})
_NAMED = 2
"""How many kinds of papers the title of a volume names."""
_NOTICE_PAGES = 2
_DIGITS = 16
"""Digits of a file's digest that name it among the attachments."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Binder:
    """What the papers of all volumes of a bundle share."""

    workspace: Workspace
    project_id: str
    template: FilingTemplate
    identity: PaperIdentity
    head: Volume
    folder: Path

    @property
    def numbering(self) -> Numbering:
        """Give what the volumes' numbers are made of."""
        return Numbering(self.head.project_code, self.head.year)


def binder_of(
    workspace: Workspace, project_id: str, folder: Path, begun: datetime | None = None
) -> Binder:
    """Give what the papers share; a sealing that was killed goes on under its own time."""
    person, machine = workspace.person(), workspace.device().code
    now = workspace.now().replace(microsecond=0)
    made_at = now if begun is None else begun.astimezone(now.tzinfo)
    with workspace.read() as office:
        project = office.projects.get(project_id)
        parties = office.parties.of_project(project_id)
        serial = office.papers.bundles_ever(project_id) + 1
    number = document_number(BUNDLE_PREFIX, made_at.year, project.code, machine, serial)
    owners = [party.unit for party in parties if party.role is PartyRole.OWNER]
    head = Volume(
        archive_number=number,
        title=_("{name}联合竣工验收").format(name=project.name),
        unit=owners[0] if owners else person.unit,
        project_code=project.code,
        project_name=project.name,
        year=made_at.year,
        made_at=made_at,
        compiled_by=person.name,
    )
    identity = PaperIdentity(
        number=number,
        made_at=made_at,
        program=program_name(),
        made_by=person.name,
        unit=person.unit,
    )
    return Binder(
        workspace=workspace,
        project_id=project_id,
        template=office_template(workspace),
        identity=identity,
        head=head,
        folder=folder,
    )


def bundle_files(binder: Binder, report: IssuedReport) -> BundleFiles:
    """Write the papers that open and close each volume; give all that goes into the bundle."""
    papers = tuple(_papers(binder, report))
    photos = archive_photos(binder.workspace, binder.project_id)
    filed = arrange(binder.template, papers, binder.numbering, photos=bool(photos))
    volumes = _volumes(binder, filed, photos)
    for one in volumes:
        write_volume_papers(binder.identity, one)
    workbooks = [(workbook_name(one.volume), catalogue_workbook(one)) for one in volumes]
    return BundleFiles(
        head=binder.head,
        volumes=tuple(volumes),
        attachments=_attachments(binder, volumes),
        others=(*workbooks, *list_files(binder.head, binder.identity, volumes, binder.folder)),
        data=tuple(bundle_data(binder.workspace, binder.project_id)),
    )


def bundle_files_by_name(workspace: Workspace, project_id: str) -> BundleFiles:
    """Give a bundle's files by their names alone; nothing is written.

    Notices, which are written when the bundle is sealed, count two pages each: where that makes
    a volume too thick or not, sealing may come to another number of volumes.
    """
    binder = binder_of(workspace, project_id, Path())
    with workspace.read() as office:
        photos = tuple(
            ArchivePhoto(
                file=Path(), sha256=photo.sha256, size=photo.size, original_name=photo.name
            )
            for photo in office.photos.of_project(project_id)
        )
    papers = tuple(_papers_by_name(binder))
    filed = arrange(binder.template, papers, binder.numbering, photos=bool(photos))
    volumes = _volumes(binder, filed, photos)
    return BundleFiles(
        head=binder.head,
        volumes=tuple(volumes),
        attachments=_attachments(binder, volumes),
        others=(
            *((workbook_name(one.volume), b"") for one in volumes),
            *((name, b"") for name in LIST_NAMES),
        ),
        data=tuple((name, b"") for name, _content in bundle_data(workspace, project_id)),
    )


# -- papers --------------------------------------------------------------------------------------


def _papers(binder: Binder, report: IssuedReport) -> Iterator[FiledPaper]:
    yield _issued(binder, report)
    yield from _signed_papers(binder)
    yield from _signed_forms(binder)
    for notice in write_notice_papers(binder.workspace, binder.project_id, binder.folder):
        yield FiledPaper(kind=PaperKind.NOTICE, paper=notice)
    yield from _documents(binder)


def _papers_by_name(binder: Binder) -> Iterator[FiledPaper]:
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


def _attachments(
    binder: Binder, volumes: Sequence[VolumeFiles]
) -> tuple[tuple[str, Path, str], ...]:
    """Give the files that records name and no volume holds: letters, replies, former versions."""
    held = {photo.sha256 for one in volumes for photo in one.photos}
    held |= {paper.sha256 for one in volumes for paper in one.papers if paper.sha256}
    with binder.workspace.read() as office:
        named = list(named_blobs(office, (binder.project_id,)))
    found = ((digest, blob_path(binder.workspace.folder, digest)) for digest in named)
    return tuple(
        (f"附件/{digest[:_DIGITS]}{path.suffix}", path, digest)
        for digest, path in found
        if path is not None and digest not in held
    )


# -- volumes -------------------------------------------------------------------------------------


def _volumes(
    binder: Binder, filed: Sequence[FiledVolume], photos: Sequence[ArchivePhoto]
) -> list[VolumeFiles]:
    """Say what goes into each volume; nothing is written."""
    return [
        volume_files(
            _volume(binder, one, len(filed)),
            one,
            photos if one.holds_photos else (),
            binder.folder,
        )
        for one in filed
    ]


def _volume(binder: Binder, filed: FiledVolume, total: int) -> Volume:
    """Describe a volume; its title names project, class and what is in it (GB/T 50328)."""
    filed_as = filed.filed_as
    titles = list(dict.fromkeys(one.paper.title for one in filed.papers))
    if filed.holds_photos:
        titles.append(_("工程照片"))
    content = "、".join(titles[:_NAMED]) + (_("等") if len(titles) > _NAMED else "")
    return replace(
        binder.head,
        number=filed.number,
        volume_number=filed.serial,
        volumes_total=total,
        title=f"{binder.head.project_name} {filed_as.title} {content}",
        category=f"{filed_as.code}_{filed_as.title}",
        retention=filed.retention,
        secrecy=filed.secrecy,
        photo_pattern=binder.template.photo,
    )
