"""What a bundle sealed now would hold: its files, and what is to be known of each volume."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from inspector.archive.catalogue import catalogue
from inspector.archive.tags import PAYLOAD
from inspector.archive.tree import plan_bundle, volume_folder
from inspector.core.bundles import Volume, VolumeFiles
from inspector.core.completeness import Completeness
from inspector.core.marks import DrawnPage
from inspector.core.papers import PaperIdentity
from inspector.operations.acceptance import program_name
from inspector.operations.bundles import preview_names
from inspector.operations.completeness import completeness
from inspector.operations.volume_papers import OwnPaper, draw_volume_paper
from inspector.operations.volumes import bundle_files_by_name
from inspector.operations.workspace import Workspace

OWN_NAMES = {
    OwnPaper.COVER: "000_案卷封面.pdf",
    OwnPaper.CONTENTS: "000_卷内目录.pdf",
    OwnPaper.CLOSING: "999_卷内备考表.pdf",
}
"""How the papers that a volume makes for itself are named in it."""


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
    own: OwnPaper | None = None
    volume: VolumeFiles | None = None
    """Of a paper that sealing makes, the volume that it is made of."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BundlePreview:
    """The names of a bundle's files, notes by path, and the list of what is asked for."""

    names: tuple[str, ...]
    volumes: dict[str, VolumeNote]
    papers: dict[str, PaperNote]
    completeness: Completeness
    identity: PaperIdentity


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
        identity=_identity(workspace, files.head),
    )


def draw_paper(preview: BundlePreview, path: str) -> tuple[DrawnPage, ...]:
    """Draw a paper that sealing makes for a volume; nothing where it makes none there."""
    note = preview.papers.get(path)
    if note is None or note.own is None or note.volume is None:
        return ()
    return draw_volume_paper(note.own, preview.identity, note.volume)


def _identity(workspace: Workspace, head: Volume) -> PaperIdentity:
    person = workspace.person()
    return PaperIdentity(
        number=head.archive_number,
        made_at=head.made_at,
        program=program_name(),
        made_by=person.name,
        unit=person.unit,
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
    for own, name in OWN_NAMES.items():
        yield f"{folder}/{name}", PaperNote(title=name, pages=0, own=own, volume=one)
    for paper, entry in zip(one.papers, catalogue(one.papers, one.photos), strict=False):
        is_made = paper.file.is_file()
        yield (
            f"{folder}/{entry.file_name}",
            PaperNote(title=paper.title, pages=paper.pages, file=paper.file if is_made else None),
        )
