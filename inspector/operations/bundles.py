"""Seal the archive bundle of a project, list bundles, and verify any bundle."""

import shutil
import tempfile
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import Self

from inspector.archive.folderbag import seal_folder
from inspector.archive.parts import parts_of
from inspector.archive.tags import BAGIT, INFO, MANIFEST, PAYLOAD, TAG_MANIFEST
from inspector.archive.tree import plan_bundle
from inspector.archive.verify import verify
from inspector.archive.zipbag import begun_at, goes_on, seal
from inspector.core.bundles import (
    BundleFiles,
    BundleForm,
    BundlePlan,
    Part,
    Sealed,
    absent_parts,
    part_of,
)
from inspector.core.changes import Changes, Outcome, Topic
from inspector.core.completeness import Completeness
from inspector.core.errors import InspectorError, Problem
from inspector.core.faults import Verification
from inspector.core.issued import IssuedReport, SealedBundle
from inspector.core.progress import Progress, Quiet, SealStage, Unwatched, enter
from inspector.folders import EXPORTS
from inspector.operations.archive_photos import naming_photos, refuse_gaps
from inspector.operations.binders import Binder, binder_of
from inspector.operations.bundle_seals import OpenedSigner, opened_signer, with_seals
from inspector.operations.completeness import completeness
from inspector.operations.completeness_papers import accepted_reason, with_completeness
from inspector.operations.files import refuse_target
from inspector.operations.handing import form_beside, write_register
from inspector.operations.reports import issue_acceptance_report, kept_paper
from inspector.operations.volumes import bundle_files, bundle_files_by_name
from inspector.operations.workspace import Workspace


@dataclass(frozen=True, slots=True, kw_only=True)
class MadeBundle:
    """A bundle as it now lies on the disk."""

    bundle: SealedBundle
    path: Path
    files: int
    bytes: int
    others: tuple["MadeBundle", ...] = ()
    """The other parts of a bundle that was dealt out over discs."""
    register: Path | None = None
    """The register to be signed at the hand-over; of a bundle in parts its first names it."""


def list_bundles(workspace: Workspace, project_id: str | None = None) -> list[SealedBundle]:
    """List the bundles that were sealed, oldest first."""
    with workspace.read() as office:
        return office.papers.bundles(project_id)


def preview_bundle(workspace: Workspace, project_id: str) -> tuple[str, ...]:
    """Name the files that a bundle sealed now would hold; nothing is written.

    Only the piece of the journal that sealing itself closes has no name yet.
    """
    return preview_names(plan_bundle(bundle_files_by_name(workspace, project_id)))


def preview_names(plan: BundlePlan) -> tuple[str, ...]:
    """Name the files of a plan, with those that BagIt adds."""
    tag_files = (BAGIT, INFO, MANIFEST, TAG_MANIFEST)
    names = [*tag_files, *(f"{PAYLOAD}{member.name}" for member in plan.members)]
    return tuple(f"{plan.root}/{name}" for name in names)


def verify_bundle(
    path: Path, progress: Progress | None = None, trusted: Sequence[Path] = ()
) -> Verification:
    """Check a bundle and the signatures on it, without any workspace.

    Where files of certificates to be trusted are given, some signature must come from one.
    """
    if not path.exists():
        raise InspectorError(Problem.FILE_MISSING, file=path)
    return with_seals(path, verify(path, progress or Unwatched()), trusted)


def bundles_meant(paths: Iterable[Path]) -> list[Path]:
    """List the bundles meant: a folder that is no bundle itself stands for those in it."""
    meant: list[Path] = []
    for path in paths:
        inside = (
            sorted(one for one in path.iterdir() if may_be_bundle(one)) if path.is_dir() else []
        )
        meant += [path] if (path / BAGIT).is_file() or not inside else inside
    return meant


def may_be_bundle(path: Path) -> bool:
    """Tell whether something looks like a bundle: a ZIP file, or a folder with a bag."""
    return path.suffix.lower() == ".zip" or (path / BAGIT).is_file()


def holds_bundle(path: Path) -> bool:
    """Tell whether something looks like a bundle, or like a folder of them."""
    return may_be_bundle(path) or (path.is_dir() and any(map(may_be_bundle, path.iterdir())))


def lacking_parts(found: Iterable[Verification]) -> tuple[Part, ...]:
    """Name the parts that lack of bundles that were dealt out over discs."""
    parts = (part_of(dict(one.info)) for one in found)
    return absent_parts(part for part in parts if part is not None)


@dataclass(frozen=True, slots=True)
class _Manner:
    """How a bundle is written, with the certificate opened that signs it."""

    form: BundleForm
    signer: OpenedSigner | None
    gaps: int = 0

    @classmethod
    def of(cls, form: BundleForm, workspace: Workspace) -> Self:
        """Open the certificate, so that it is refused before anything is made."""
        return cls(form, opened_signer(form.signer, workspace.now()) if form.signer else None)

    def accepting(self, found: Completeness) -> Self:
        """Take what lacks for the reason that is given, or refuse to seal."""
        reason = accepted_reason(found, self.form.gaps_reason)
        return replace(self, form=replace(self.form, gaps_reason=reason), gaps=len(found.gaps))

    def planned(self, files: BundleFiles) -> BundlePlan:
        """Plan the bundle; who signs is told in its own description."""
        plan = plan_bundle(files)
        info = (*plan.info, self.signer.announced) if self.signer else plan.info
        return replace(plan, info=info, with_sm3=self.form.with_sm3)

    def sign(self, tag_manifest: bytes) -> Mapping[str, bytes]:
        """Give the signature that goes into the bundle, if it is to have one."""
        return self.signer.sealing(tag_manifest) if self.signer else {}


def seal_bundle(
    workspace: Workspace,
    project_id: str,
    out: Path,
    progress: Progress | None = None,
    form: BundleForm | None = None,
) -> Outcome[MadeBundle]:
    """Seal everything of a project into one bundle: papers, untouched photos, data, catalogue.

    The newest acceptance report goes in as it was issued; where there is none, one is issued. A
    bundle in parts is written whole or not at all. Beside it comes the register of the hand-over.
    """
    watch, manner = progress or Unwatched(), _Manner.of(form or BundleForm(), workspace)
    refuse_target(workspace.folder, out)
    refuse_gaps(workspace, project_id)
    manner = manner.accepting(completeness(workspace, project_id))
    outgoing = workspace.folder / EXPORTS
    outgoing.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory(prefix=".bundle-", suffix=".part", dir=outgoing) as place:
        folder = Path(place)
        enter(watch, SealStage.PAPERS)
        report = _newest_report(workspace, project_id, folder, watch)
        workspace.seal()
        files = _files_to_go_on(workspace, project_id, report, folder, out, manner)
        if files is None:
            binder = _binder(workspace, project_id, folder, manner)
            files = _filed(binder, report, watch)
        with naming_photos(files):
            sealed = _write_parts(workspace.folder, manner.planned(files), out, manner, watch)
    made = [_made(workspace, project_id, files, one, report, manner) for one in sealed]
    with workspace.act() as writing:
        for one in made:
            writing.office.papers.put_bundle(one.bundle)
    changes = Changes.of(Topic.BUNDLES, Topic.REPORTS, ids={one.bundle.id for one in made})
    whole = replace(made[0], others=tuple(made[1:]), register=form_beside(out))
    return Outcome(whole, changes, writing.act)


def write_bundle(
    workspace: Workspace, files: BundleFiles, out: Path, form: BundleForm, progress: Progress
) -> list[Sealed]:
    """Write finished files as one bundle, or dealt out over discs; all of it or nothing."""
    manner = _Manner.of(form, workspace)
    return _write_parts(workspace.folder, manner.planned(files), out, manner, progress)


def was_begun(out: Path) -> bool:
    """Tell whether a sealing to this place was killed and may go on where it stood."""
    return begun_at(out) is not None


def _binder(
    workspace: Workspace,
    project_id: str,
    folder: Path,
    manner: _Manner,
    begun: datetime | None = None,
) -> Binder:
    binder = binder_of(workspace, project_id, folder, begun)
    return replace(binder, gaps_reason=manner.form.gaps_reason)


def _filed(binder: Binder, report: IssuedReport, progress: Progress) -> BundleFiles:
    return with_completeness(bundle_files(binder, report, Quiet(progress)), binder)


def _made(
    workspace: Workspace,
    project_id: str,
    files: BundleFiles,
    sealed: Sealed,
    report: IssuedReport,
    manner: _Manner,
) -> MadeBundle:
    bundle = SealedBundle(
        id=workspace.new_id(),
        project_id=project_id,
        number=files.head.archive_number,
        made_at=files.head.made_at.isoformat(timespec="seconds"),
        name=sealed.path.name,
        sha256=sealed.sha256,
        size=sealed.bytes,
        files=sealed.files,
        report_id=report.id,
        gaps=manner.gaps,
        gaps_reason=manner.form.gaps_reason or None,
    )
    return MadeBundle(bundle=bundle, path=sealed.path, files=sealed.files, bytes=sealed.bytes)


def _files_to_go_on(
    workspace: Workspace,
    project_id: str,
    report: IssuedReport,
    folder: Path,
    out: Path,
    manner: _Manner,
) -> BundleFiles | None:
    """Give the files of a sealing that was killed, if nothing has changed since."""
    begun = begun_at(out)
    if begun is None:
        return None
    files = _filed(_binder(workspace, project_id, folder, manner, begun), report, Unwatched())
    return files if goes_on(manner.planned(files), out) else None


def _write_parts(
    workspace_folder: Path, plan: BundlePlan, out: Path, manner: _Manner, progress: Progress
) -> list[Sealed]:
    enter(progress, SealStage.WRITING)
    part_bytes = manner.form.part_bytes
    plans = (plan,) if part_bytes is None else parts_of(plan, part_bytes)
    paths = _part_paths(out, len(plans))
    for path in (*paths, form_beside(out)):
        refuse_target(workspace_folder, path)
    write = seal_folder if manner.form.as_folder else seal
    sealed: list[Sealed] = []
    try:
        for path, part in zip(paths, plans, strict=True):
            sealed.append(write(part, path, progress, sign=manner.sign))
        write_register([one.path for one in sealed], form_beside(out))
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
