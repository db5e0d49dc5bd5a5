"""Seal the archive bundle of a project, list bundles, and verify any bundle."""

import json
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from inspector.archive.catalogue import CATALOGUE_HEADERS, catalogue, catalogue_rows
from inspector.archive.tags import BAGIT, INFO, MANIFEST, PAYLOAD, TAG_MANIFEST
from inspector.archive.tree import plan_bundle
from inspector.archive.verify import verify
from inspector.archive.zipbag import seal
from inspector.checklists.dump import dump
from inspector.core.bundles import (
    ArchivePhoto,
    CatalogueEntry,
    Paper,
    Verification,
    Volume,
    VolumeFiles,
)
from inspector.core.changes import Changes, Outcome, Topic
from inspector.core.errors import InspectorError, Problem
from inspector.core.ids import ORG
from inspector.core.issued import IssuedReport, PaperKind, SealedBundle
from inspector.core.numbers import document_number
from inspector.core.papers import CataloguePaper, CoverPaper, NoteFormPaper, PaperIdentity
from inspector.core.progress import Progress, Unwatched
from inspector.core.projects import PartyRole
from inspector.folders import EXPORTS, fonts
from inspector.operations.acceptance import program_name
from inspector.operations.archive_photos import archive_photos, refuse_gaps
from inspector.operations.files import refuse_target
from inspector.operations.notices import write_notice_papers
from inspector.operations.reports import issue_acceptance_report, kept_paper
from inspector.operations.workspace import Workspace
from inspector.reports.volume import write_catalogue, write_cover, write_note_form
from inspector.sheets.writing import ColumnWritten, SheetWritten, workbook_bytes
from inspector.store.content import project_hash
from inspector.store.export import column_kinds, project_tables
from inspector.store.office import Office
from inspector.words.language import _
from inspector.words.records import paper_name

BUNDLE_PREFIX = "DA"
BUNDLE_FACTS, JOURNAL, ORG_JOURNAL = "bundle.json", "journal", "journal-org"
"""Files of a bundle's data: what they come to; the journal of the project, and the office's."""
_CATALOGUE_FILE = "卷内目录.xlsx"
_WIDTHS = (8, 24, 24, 44, 12, 12, 16)


@dataclass(frozen=True, slots=True, kw_only=True)
class MadeBundle:
    """A bundle as it now lies on the disk."""

    bundle: SealedBundle
    path: Path
    files: int
    bytes: int


def list_bundles(workspace: Workspace, project_id: str | None = None) -> list[SealedBundle]:
    """List the bundles that were sealed, oldest first."""
    with workspace.read() as office:
        return office.papers.bundles(project_id)


def preview_bundle(workspace: Workspace, project_id: str) -> tuple[str, ...]:
    """Name the files that a bundle sealed now would hold; nothing is written.

    Only the piece of the journal that sealing itself closes has no name yet.
    """
    plan = plan_bundle(_files_by_name(workspace, project_id))
    tag_files = (BAGIT, INFO, MANIFEST, TAG_MANIFEST)
    names = [*tag_files, *(f"{PAYLOAD}{member.name}" for member in plan.members)]
    return tuple(f"{plan.root}/{name}" for name in names)


def verify_bundle(path: Path, progress: Progress | None = None) -> Verification:
    """Check a bundle alone, without any workspace."""
    if not path.exists():
        raise InspectorError(Problem.FILE_MISSING, file=path)
    return verify(path, progress or Unwatched())


def seal_bundle(
    workspace: Workspace, project_id: str, out: Path, progress: Progress | None = None
) -> Outcome[MadeBundle]:
    """Seal everything of a project into one bundle: papers, untouched photos, data, catalogue.

    The newest acceptance report goes in as it was issued; where there is none, one is issued.
    """
    watch = progress or Unwatched()
    refuse_target(workspace.folder, out)
    refuse_gaps(workspace, project_id)
    outgoing = workspace.folder / EXPORTS
    outgoing.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory(prefix=".bundle-", suffix=".part", dir=outgoing) as place:
        folder = Path(place)
        report = _newest_report(workspace, project_id, folder, watch)
        workspace.seal()
        files = _volume_files(workspace, project_id, report, folder)
        sealed = seal(plan_bundle(files), out, watch)
    bundle = SealedBundle(
        id=workspace.new_id(),
        project_id=project_id,
        number=files.volume.archive_number,
        made_at=files.volume.made_at.isoformat(timespec="seconds"),
        name=out.name,
        sha256=sealed.sha256,
        size=sealed.bytes,
        files=sealed.files,
        report_id=report.id,
    )
    with workspace.act() as writing:
        writing.office.papers.put_bundle(bundle)
    made = MadeBundle(bundle=bundle, path=out, files=sealed.files, bytes=sealed.bytes)
    return Outcome(made, Changes.of(Topic.BUNDLES, Topic.REPORTS, ids={bundle.id}), writing.act)


def _newest_report(
    workspace: Workspace, project_id: str, folder: Path, progress: Progress
) -> IssuedReport:
    with workspace.read() as office:
        reports = office.papers.reports(project_id)
    kept = [
        report
        for report in reports
        if report.is_sealed_report and kept_paper(workspace, report) is not None
    ]
    if kept:
        return kept[-1]
    made = issue_acceptance_report(workspace, project_id, folder / "report.pdf", progress)
    return made.value.report


def _files_by_name(workspace: Workspace, project_id: str) -> VolumeFiles:
    """Give a volume's files by their names alone."""
    nowhere = Path()
    with workspace.read() as office:
        notices = office.notices.of_project(project_id)
        photos = office.photos.of_project(project_id)
    kinds = (PaperKind.ACCEPTANCE, *(PaperKind.NOTICE for _notice in notices))
    papers = tuple(
        Paper(
            title=paper_name(kind),
            number="",
            creator="",
            dated_on=workspace.today(),
            pages=0,
            file=nowhere,
        )
        for kind in kinds
    )
    return VolumeFiles(
        volume=_binder(workspace, project_id, nowhere).volume,
        papers=papers,
        photos=tuple(
            ArchivePhoto(
                file=nowhere, sha256=photo.sha256, size=photo.size, original_name=photo.name
            )
            for photo in photos
        ),
        cover=nowhere,
        contents=nowhere,
        closing=nowhere,
        others=((_CATALOGUE_FILE, b""),),
        data=tuple((name, b"") for name, _content in _data(workspace, project_id)),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Binder:
    """What the papers of one volume share."""

    identity: PaperIdentity
    volume: Volume
    folder: Path


def _volume_files(
    workspace: Workspace, project_id: str, report: IssuedReport, folder: Path
) -> VolumeFiles:
    binder = _binder(workspace, project_id, folder)
    papers = tuple(_papers(workspace, project_id, report, binder))
    photos = archive_photos(workspace, project_id)
    entries = catalogue(papers, photos)
    pages = sum(paper.pages for paper in papers)
    days = [paper.dated_on for paper in papers]
    cover = CoverPaper(
        identity=binder.identity, volume=binder.volume, first_on=min(days), last_on=max(days)
    )
    closing = NoteFormPaper(
        identity=binder.identity,
        volume=binder.volume,
        text_pages=pages,
        photo_count=len(photos),
    )
    listed = CataloguePaper(identity=binder.identity, volume=binder.volume, entries=entries)
    return VolumeFiles(
        volume=binder.volume,
        papers=papers,
        photos=photos,
        cover=write_cover(cover, folder / "cover.pdf", fonts()).path,
        contents=write_catalogue(listed, folder / "contents.pdf", fonts()).path,
        closing=write_note_form(closing, folder / "closing.pdf", fonts()).path,
        others=((_CATALOGUE_FILE, _catalogue_workbook(entries)),),
        data=tuple(_data(workspace, project_id)),
    )


def _binder(workspace: Workspace, project_id: str, folder: Path) -> _Binder:
    person, machine = workspace.person(), workspace.device().code
    made_at = workspace.now().replace(microsecond=0)
    with workspace.read() as office:
        project = office.projects.get(project_id)
        parties = office.parties.of_project(project_id)
        serial = office.papers.bundles_ever(project_id) + 1
    number = document_number(BUNDLE_PREFIX, made_at.year, project.code, machine, serial)
    owners = [party.unit for party in parties if party.role is PartyRole.OWNER]
    volume = Volume(
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
    return _Binder(identity=identity, volume=volume, folder=folder)


def _papers(
    workspace: Workspace, project_id: str, report: IssuedReport, binder: _Binder
) -> Iterator[Paper]:
    kept = kept_paper(workspace, report)
    if kept is None:
        raise InspectorError(Problem.FILE_MISSING, file=report.name)
    yield Paper(
        title=report.title,
        number=report.number,
        creator=binder.volume.unit,
        dated_on=date.fromisoformat(report.made_at[:10]),
        pages=report.pages,
        file=kept,
        sha256=report.sha256,
        remark=_("第 {version} 版").format(version=report.version),
    )
    yield from write_notice_papers(workspace, project_id, binder.folder)


def _catalogue_workbook(entries: tuple[CatalogueEntry, ...]) -> bytes:
    columns = tuple(
        ColumnWritten(header=header, width=width, is_text=True)
        for header, width in zip(CATALOGUE_HEADERS, _WIDTHS, strict=True)
    )
    return workbook_bytes([SheetWritten(_("卷内目录"), columns, catalogue_rows(entries))])


def _data(workspace: Workspace, project_id: str) -> Iterator[tuple[str, bytes]]:
    """Give the records as JSON, one file a table, with the journal that proves them."""
    with workspace.read() as office:
        for table, rows in project_tables(office.db, project_id).items():
            yield f"{table}.json", _json(rows)
        yield "columns.json", _json(column_kinds())
        yield BUNDLE_FACTS, _json(_facts(office, project_id))
        yield from _journal(office, project_id, JOURNAL)
        yield from _journal(office, ORG, ORG_JOURNAL)
    yield from _pack_contents(workspace, project_id)


def _facts(office: Office, project_id: str) -> dict[str, str]:
    """Say what the records must come to when they are made again from the journals."""
    pin = office.segments.pin()
    return {
        "project": project_id,
        "content_hash": project_hash(office.db, project_id),
        "organisation": pin.root if pin else "",
        "organisation_name": pin.name if pin else "",
        "program": program_name(),
    }


def _journal(office: Office, project_id: str, folder: str) -> Iterator[tuple[str, bytes]]:
    """Give the sealed segments in order, and a list of their hashes, keys and signatures."""
    listed = []
    for number, (digest, key, signature, body) in enumerate(
        office.journal.bodies_of(project_id), start=1
    ):
        name = f"{folder}/{number:05d}-{digest[:12]}.json"
        listed.append({"file": name, "hash": digest, "key": key, "signature": signature})
        yield name, body
    yield f"{folder}.json", _json(listed)


def _pack_contents(workspace: Workspace, project_id: str) -> list[tuple[str, bytes]]:
    with workspace.read() as office:
        refs = {row.pack for row in office.scheme.of_project(project_id)}
        refs |= {answer.pack for answer in office.answers.of_project(project_id)}
    ordered = sorted(refs, key=lambda ref: (ref.pack_id, ref.version, ref.hash))
    return [
        (f"checklist-{ref.pack_id}-{ref.version}.json", dump(workspace.pack(ref)))
        for ref in ordered
    ]


def _json(value: object) -> bytes:
    return json.dumps(value, ensure_ascii=False, indent=1, sort_keys=True).encode()
