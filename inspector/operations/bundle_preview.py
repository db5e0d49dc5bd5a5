"""What a bundle sealed now would hold: its files, and what is to be known of each volume."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from inspector.archive.catalogue import catalogue
from inspector.archive.tags import PAYLOAD
from inspector.archive.tree import plan_bundle, volume_folder
from inspector.core.bundles import VolumeFiles
from inspector.core.completeness import Completeness
from inspector.operations.bundles import preview_names
from inspector.operations.completeness import completeness
from inspector.operations.volumes import bundle_files_by_name
from inspector.operations.workspace import Workspace


@dataclass(frozen=True, slots=True, kw_only=True)
class VolumeNote:
    """What is to be known of a volume, by the path of its folder."""

    title: str
    retention: str
    secrecy: str
    papers: int
    pages: int
    photos: int


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperNote:
    """What is to be known of a paper; `file` is where it lies, if it is made already."""

    title: str
    pages: int
    file: Path | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class BundlePreview:
    """The names of a bundle's files, notes by path, and the list of what is asked for."""

    names: tuple[str, ...]
    volumes: dict[str, VolumeNote]
    papers: dict[str, PaperNote]
    completeness: Completeness


def preview_whole(workspace: Workspace, project_id: str) -> BundlePreview:
    """Lay the bundle out as sealing would; nothing is written."""
    files = bundle_files_by_name(workspace, project_id)
    plan = plan_bundle(files)
    top = f"{plan.root}/{PAYLOAD}"
    return BundlePreview(
        names=preview_names(plan),
        volumes={f"{top}{volume_folder(one.volume)}": _note(one) for one in files.volumes},
        papers=dict(note for one in files.volumes for note in _papers(top, one)),
        completeness=completeness(workspace, project_id),
    )


def _note(one: VolumeFiles) -> VolumeNote:
    return VolumeNote(
        title=one.volume.title,
        retention=one.volume.retention,
        secrecy=one.volume.secrecy,
        papers=len(one.papers),
        pages=sum(paper.pages for paper in one.papers),
        photos=len(one.photos),
    )


def _papers(top: str, one: VolumeFiles) -> Iterator[tuple[str, PaperNote]]:
    folder = f"{top}{volume_folder(one.volume)}"
    for paper, entry in zip(one.papers, catalogue(one.papers, one.photos), strict=False):
        is_made = paper.file.is_file()
        yield (
            f"{folder}/{entry.file_name}",
            PaperNote(title=paper.title, pages=paper.pages, file=paper.file if is_made else None),
        )
