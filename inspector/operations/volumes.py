"""Gather the papers and photos of a project, and make the volumes that they are filed into."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from inspector.core.bundles import ArchivePhoto, BundleFiles, Volume, VolumeFiles
from inspector.core.filing import FiledPaper, FiledVolume, arrange
from inspector.core.issued import IssuedReport
from inspector.core.progress import Progress, Unwatched
from inspector.operations.archive_photos import archive_photos, captioned_photos
from inspector.operations.binders import Binder, binder_of
from inspector.operations.blobs import blob_path, named_blobs
from inspector.operations.bundle_data import bundle_data
from inspector.operations.completeness_papers import COMPLETENESS_DATA, COMPLETENESS_NAMES
from inspector.operations.filed_papers import filed_papers, papers_by_name
from inspector.operations.photo_lists import PHOTO_WORKBOOK, photo_workbook
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

_NAMED = 2
"""How many kinds of papers the title of a volume names."""
_DIGITS = 16
"""Digits of a file's digest that name it among the attachments."""


def bundle_files(
    binder: Binder, report: IssuedReport, progress: Progress | None = None
) -> BundleFiles:
    """Write the papers that open and close each volume; give all that goes into the bundle."""
    papers = tuple(filed_papers(binder, report))
    photos = archive_photos(binder.workspace, binder.project_id)
    volumes = written_volumes(binder, papers, photos, progress or Unwatched())
    workbooks = [(workbook_name(one.volume), catalogue_workbook(one)) for one in volumes]
    return BundleFiles(
        head=binder.head,
        volumes=tuple(volumes),
        attachments=_attachments(binder, volumes),
        others=(
            *workbooks,
            *list_files(binder.head, binder.identity, volumes, binder.folder),
            *(((PHOTO_WORKBOOK, photo_workbook(volumes)),) if photos else ()),
        ),
        data=tuple(bundle_data(binder.workspace, binder.project_id)),
    )


def written_volumes(
    binder: Binder,
    papers: Sequence[FiledPaper],
    photos: Sequence[ArchivePhoto],
    progress: Progress,
) -> list[VolumeFiles]:
    """Put papers and photos into volumes, and write what opens and closes each."""
    filed = arrange(binder.template, papers, binder.numbering, photos=bool(photos))
    volumes = _volumes(binder, filed, photos)
    for one in volumes:
        write_volume_papers(binder.workspace, binder.identity, one, progress)
    return volumes


def bundle_files_by_name(workspace: Workspace, project_id: str) -> BundleFiles:
    """Give a bundle's files by their names alone; nothing is written.

    Notices, which are written when the bundle is sealed, count two pages each: where that makes
    a volume too thick or not, sealing may come to another number of volumes.
    """
    binder = binder_of(workspace, project_id, Path())
    photos = captioned_photos(workspace, project_id)
    papers = tuple(papers_by_name(binder))
    filed = arrange(binder.template, papers, binder.numbering, photos=bool(photos))
    volumes = _volumes(binder, filed, photos)
    return BundleFiles(
        head=binder.head,
        volumes=tuple(volumes),
        attachments=_attachments(binder, volumes),
        others=(
            *((workbook_name(one.volume), b"") for one in volumes),
            *((name, b"") for name in (*LIST_NAMES, *COMPLETENESS_NAMES)),
            *(((PHOTO_WORKBOOK, b""),) if photos else ()),
        ),
        data=(
            *((name, b"") for name, _content in bundle_data(workspace, project_id)),
            (COMPLETENESS_DATA, b""),
        ),
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
        forms=binder.template.forms,
    )
