"""Seal the archive bundle of a project, list bundles, and verify any bundle."""

import json
import shutil
import tempfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime
from pathlib import Path

from inspector.archive.catalogue import CATALOGUE_HEADERS, catalogue, catalogue_rows
from inspector.archive.folderbag import seal_folder
from inspector.archive.parts import parts_of
from inspector.archive.tags import BAGIT, INFO, MANIFEST, PAYLOAD, TAG_MANIFEST
from inspector.archive.tree import plan_bundle
from inspector.archive.verify import verify
from inspector.archive.zipbag import begun_at, goes_on, seal
from inspector.checklists.dump import dump
from inspector.core.bundles import (
    ArchivePhoto,
    BundleForm,
    BundlePlan,
    CatalogueEntry,
    Paper,
    Part,
    Sealed,
    Verification,
    Volume,
    VolumeFiles,
    absent_parts,
    part_of,
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
    others: tuple["MadeBundle", ...] = ()
    """The other parts of a bundle that was dealt out over discs."""


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


def bundle_files(paths: Iterable[Path]) -> list[Path]:
    """List the bundles meant: a folder that is no bundle itself stands for those in it."""
    meant: list[Path] = []
    for path in paths:
        inside = (
            sorted(one for one in path.iterdir() if _may_be_a_bundle(one)) if path.is_dir() else []
        )
        meant += [path] if (path / BAGIT).is_file() or not inside else inside
    return meant


def _may_be_a_bundle(path: Path) -> bool:
    return path.suffix.lower() == ".zip" or (path / BAGIT).is_file()


def lacking_parts(found: Iterable[Verification]) -> tuple[Part, ...]:
    """Name the parts that lack of bundles that were dealt out over discs."""
    parts = (part_of(dict(one.info)) for one in found)
    return absent_parts(part for part in parts if part is not None)


def seal_bundle(
    workspace: Workspace,
    project_id: str,
    out: Path,
    progress: Progress | None = None,
    form: BundleForm | None = None,
) -> Outcome[MadeBundle]:
    """Seal everything of a project into one bundle: papers, untouched photos, data, catalogue.

    The newest acceptance report goes in as it was issued; where there is none, one is issued. A
    bundle in parts is written whole or not at all.
    """
    watch, wanted = progress or Unwatched(), form or BundleForm()
    refuse_target(workspace.folder, out)
    refuse_gaps(workspace, project_id)
    outgoing = workspace.folder / EXPORTS
    outgoing.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory(prefix=".bundle-", suffix=".part", dir=outgoing) as place:
        folder = Path(place)
        report = _newest_report(workspace, project_id, folder, watch)
        workspace.seal()
        files = _files_to_go_on(workspace, project_id, report, folder, out)
        if files is None:
            binder = _binder(workspace, project_id, folder, None)
            files = _volume_files(workspace, project_id, report, binder)
        sealed = _write_parts(workspace.folder, plan_bundle(files), out, wanted, watch)
    made = [
        MadeBundle(
            bundle=SealedBundle(
                id=workspace.new_id(),
                project_id=project_id,
                number=files.volume.archive_number,
                made_at=files.volume.made_at.isoformat(timespec="seconds"),
                name=one.path.name,
                sha256=one.sha256,
                size=one.bytes,
                files=one.files,
                report_id=report.id,
            ),
            path=one.path,
            files=one.files,
            bytes=one.bytes,
        )
        for one in sealed
    ]
    with workspace.act() as writing:
        for one in made:
            writing.office.papers.put_bundle(one.bundle)
    changes = Changes.of(Topic.BUNDLES, Topic.REPORTS, ids={one.bundle.id for one in made})
    return Outcome(replace(made[0], others=tuple(made[1:])), changes, writing.act)


def _files_to_go_on(
    workspace: Workspace, project_id: str, report: IssuedReport, folder: Path, out: Path
) -> VolumeFiles | None:
    """Give the files of a sealing that was killed, if nothing has changed since."""
    begun = begun_at(out)
    if begun is None:
        return None
    binder = _binder(workspace, project_id, folder, begun)
    files = _volume_files(workspace, project_id, report, binder)
    return files if goes_on(plan_bundle(files), out) else None


def _write_parts(
    workspace_folder: Path, plan: BundlePlan, out: Path, form: BundleForm, progress: Progress
) -> list[Sealed]:
    plans = (plan,) if form.part_bytes is None else parts_of(plan, form.part_bytes)
    paths = _part_paths(out, len(plans))
    for path in paths:
        refuse_target(workspace_folder, path)
    write = seal_folder if form.as_folder else seal
    sealed: list[Sealed] = []
    try:
        for path, part in zip(paths, plans, strict=True):
            sealed.append(write(part, path, progress))
    except BaseException:
        for one in sealed:
            _remove(one.path)
        raise
    return sealed


def _part_paths(out: Path, count: int) -> list[Path]:
    if count == 1:
        return [out]
    stem, suffix = (out.stem, out.suffix) if out.suffix.lower() == ".zip" else (out.name, "")
    return [out.with_name(f"{stem}-{number}of{count}{suffix}") for number in range(1, count + 1)]


def _remove(path: Path) -> None:
    if path.is_dir():
        shutil.rmtree(path, ignore_errors=True)
    else:
        path.unlink(missing_ok=True)


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
        volume=_binder(workspace, project_id, nowhere, None).volume,
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
    workspace: Workspace, project_id: str, report: IssuedReport, binder: _Binder
) -> VolumeFiles:
    folder = binder.folder
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


def _binder(workspace: Workspace, project_id: str, folder: Path, begun: datetime | None) -> _Binder:
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
