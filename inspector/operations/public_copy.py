"""A copy of a project for publication: a bundle of its own in which personal data are not there.

Removed, not covered: papers and data are made anew from records without personal values
(`redacting`), pictures from pixels alone (`photos.masking`); the journal and what was received
stay out, but for files that somebody released one by one.
"""

import json
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path

from inspector.archive.texts import csv_bytes
from inspector.core.bundles import (
    PUBLIC_EDITION,
    BundleFiles,
    BundleForm,
    Sealed,
    VolumeFiles,
)
from inspector.core.changes import Changes, Outcome, Topic
from inspector.core.errors import InspectorError, Problem
from inspector.core.issued import FORMS, PaperKind, PublicCopy
from inspector.core.numbers import document_number
from inspector.core.privacy import UNPUBLISHED
from inspector.core.progress import Progress, Unwatched
from inspector.core.publishing import LeftOut
from inspector.folders import EXPORTS
from inspector.operations.binders import binder_of
from inspector.operations.bundle_data import pack_contents
from inspector.operations.bundles import write_bundle
from inspector.operations.files import refusal_of, refuse_target
from inspector.operations.publishing import publish_files, publish_photos, refuse_unreviewed
from inspector.operations.redacting import NUMBER_END, Redacted, redacted_workspace
from inspector.operations.reports import REPORT_PREFIX, issue_acceptance_report, issue_form
from inspector.operations.volume_papers import TRANSFER
from inspector.operations.volumes import bundle_files
from inspector.operations.workspace import Workspace
from inspector.store.export import column_kinds, project_tables
from inspector.words.masks import public_photo, public_title
from inspector.words.publishing import LEFT_OUT_HEADERS, left_out_row

COPY_PREFIX = "GK"
LEFT_OUT_LIST = "未公开文件清单.csv"
PUBLIC_FACTS = "public.json"


@dataclass(frozen=True, slots=True, kw_only=True)
class PublicWish:
    """What a person chooses: photos that nobody looked at stay out, these received files go in."""

    leave_unreviewed: bool = False
    released: tuple[str, ...] = ()
    form: BundleForm = field(default_factory=BundleForm)


@dataclass(frozen=True, slots=True, kw_only=True)
class MadePublicCopy:
    """A public copy as it now lies on the disk; `paths` has more than one where it is in parts."""

    copy: PublicCopy
    paths: tuple[Path, ...]
    left_out: tuple[LeftOut, ...]
    removed: dict[str, int]


def list_public_copies(workspace: Workspace, project_id: str) -> list[PublicCopy]:
    """List the public copies that were made of a project, oldest first."""
    with workspace.read() as office:
        return office.public_copies.of_project(project_id)


def seal_public_copy(
    workspace: Workspace,
    project_id: str,
    out: Path,
    wish: PublicWish | None = None,
    progress: Progress | None = None,
) -> Outcome[MadePublicCopy]:
    """Write the public copy of a project, whole or not at all; the records stay as they are."""
    watch, wanted = progress or Unwatched(), wish or PublicWish()
    refuse_target(workspace.folder, out)
    _refuse_conflicts(workspace, project_id)
    if not wanted.leave_unreviewed:
        refuse_unreviewed(workspace, project_id)
    made = _made(workspace, project_id, out, wanted, watch)
    with workspace.act() as writing:
        writing.office.public_copies.put(made.copy)
    return Outcome(made, Changes.of(Topic.BUNDLES, ids={made.copy.id}), writing.act)


def _made(
    workspace: Workspace, project_id: str, out: Path, wanted: PublicWish, watch: Progress
) -> MadePublicCopy:
    """Write the copy from a workspace of its own, which goes with the last line."""
    outgoing = workspace.folder / EXPORTS
    outgoing.mkdir(exist_ok=True)
    try:
        with tempfile.TemporaryDirectory(prefix=".public-", suffix=".part", dir=outgoing) as place:
            redacted = redacted_workspace(workspace, project_id, Path(place))
            try:
                released, files_out = publish_files(workspace, redacted, wanted.released)
                left_out = (*publish_photos(workspace, redacted, watch), *files_out)
                files = _files(workspace, redacted, Path(place), left_out, watch)
                sealed = write_bundle(workspace, files, out, wanted.form, watch)
            finally:
                redacted.workspace.close()
    except OSError as error:
        raise refusal_of(outgoing / out.name, error) from error
    return MadePublicCopy(
        copy=_record(workspace, project_id, files, sealed, (left_out, released)),
        paths=tuple(one.path for one in sealed),
        left_out=left_out,
        removed={kind.value: count for kind, count in redacted.removed.items()},
    )


def _refuse_conflicts(workspace: Workspace, project_id: str) -> None:
    """Refuse while people have not settled what stands: a copy shows one value of each field."""
    with workspace.read() as office:
        count = office.conflicts.count_by_project().get(project_id, 0)
    if count:
        raise InspectorError(Problem.PUBLIC_COPY_DISPUTED, count=count)


def _record(
    workspace: Workspace,
    project_id: str,
    files: BundleFiles,
    sealed: list[Sealed],
    chosen: tuple[tuple[LeftOut, ...], tuple[str, ...]],
) -> PublicCopy:
    left_out, released = chosen
    return PublicCopy(
        id=workspace.new_id(),
        project_id=project_id,
        number=files.head.archive_number,
        made_at=files.head.made_at.isoformat(timespec="seconds"),
        name=sealed[0].path.name,
        sha256=sealed[0].sha256,
        size=sum(one.bytes for one in sealed),
        files=sum(one.files for one in sealed),
        photos=sum(len(one.photos) for one in files.volumes),
        left_out=len(left_out),
        released=" ".join(released),
        by_id=workspace.person().id,
    )


# -- what goes in ----------------------------------------------------------------------------------


def _files(
    workspace: Workspace,
    redacted: Redacted,
    place: Path,
    left_out: tuple[LeftOut, ...],
    progress: Progress,
) -> BundleFiles:
    """Make the papers anew in the workspace without personal values, and file them there."""
    other, project_id = redacted.workspace, redacted.project_id
    folder = place / "papers"
    folder.mkdir()
    kinds = _kinds(workspace, redacted)
    made = issue_acceptance_report(other, project_id, folder / "report.pdf", progress)
    for kind in kinds:
        issue_form(other, project_id, kind, folder / f"{kind.value}.pdf", progress)
    binder = binder_of(other, project_id, folder)
    number = _number(workspace, project_id, binder.head.made_at.year, binder.head.project_code)
    head = replace(
        binder.head, archive_number=number, title=public_title(binder.head.title), compiled_by=""
    )
    binder = replace(binder, head=head, identity=replace(binder.identity, number=number))
    files = bundle_files(binder, made.value.report)
    listed = csv_bytes(LEFT_OUT_HEADERS, [left_out_row(one) for one in left_out])
    return replace(
        files,
        edition=PUBLIC_EDITION,
        volumes=tuple(_remarked(one) for one in files.volumes),
        others=(*_lists(files), (LEFT_OUT_LIST, listed)),
        data=tuple(_data(redacted, number)),
    )


def _lists(files: BundleFiles) -> Iterator[tuple[str, Path | bytes]]:
    """Give the lists of the volumes without the letter of transfer: nothing is handed over."""
    return ((name, source) for name, source in files.others if not name.startswith(TRANSFER))


def _remarked(volume: VolumeFiles) -> VolumeFiles:
    """Say of each photo that it is no original."""
    remark = public_photo()
    return replace(volume, photos=tuple(replace(one, remark=remark) for one in volume.photos))


def _kinds(workspace: Workspace, redacted: Redacted) -> list[PaperKind]:
    """Name the forms that were made of the project; give the report its number for the copy."""
    project_id = redacted.project_id
    with workspace.read() as office:
        reports = office.papers.reports(project_id)
        code = office.projects.get(project_id).code
    if not any(one.kind is PaperKind.ACCEPTANCE for one in reports):
        made_at = workspace.now()
        machine = workspace.device().code
        number = document_number(REPORT_PREFIX, made_at.year, code, machine, 1)
        _promise_number(redacted, f"{number}{NUMBER_END}", made_at.isoformat(timespec="seconds"))
    made = {one.kind for one in reports if one.suffix == ".pdf"}
    return [kind for kind in FORMS if kind in made]


def _promise_number(redacted: Redacted, number: str, made_at: str) -> None:
    """Let the report bear a number of the real laptop: that of the other is nobody's."""
    stub: dict[str, object] = {
        "id": redacted.workspace.new_id(),
        "project_id": redacted.project_id,
        "number": number,
        "version": 0,
        "kind": PaperKind.ACCEPTANCE.value,
        "made_at": made_at,
        "pages": 0,
        **dict.fromkeys(("title", "name", "sha256", "snapshot"), ""),
    }
    with redacted.workspace.act() as writing:
        writing.office.rows("report").put(stub)


def _number(workspace: Workspace, project_id: str, year: int, code: str) -> str:
    with workspace.read() as office:
        serial = office.public_copies.ever(project_id) + 1
    return document_number(COPY_PREFIX, year, code, workspace.device().code, serial)


def _data(redacted: Redacted, number: str) -> Iterator[tuple[str, bytes]]:
    """Give the records that are published, a file for each table, and what they are."""
    other, project_id = redacted.workspace, redacted.project_id
    with other.read() as office:
        tables = project_tables(office.db, project_id)
    for table, rows in tables.items():
        if table in UNPUBLISHED:
            continue
        kept = [row for row in rows if table != "person" or row["id"] in redacted.people]
        if kept:
            yield f"{table}.json", _json(kept)
    kinds = {name: kind for name, kind in column_kinds().items() if name not in UNPUBLISHED}
    yield "columns.json", _json(kinds)
    facts = {
        "edition": PUBLIC_EDITION,
        "number": number,
        "removed_from_texts": {kind.value: count for kind, count in redacted.removed.items()},
    }
    yield PUBLIC_FACTS, _json(facts)
    yield from pack_contents(other, project_id)


def _json(value: object) -> bytes:
    return json.dumps(value, ensure_ascii=False, indent=1, sort_keys=True).encode()
