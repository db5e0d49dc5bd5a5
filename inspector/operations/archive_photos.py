"""Photos as the archive lists them: untouched originals with the six caption elements."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from datetime import datetime
from pathlib import Path

from inspector.core.bundles import ArchivePhoto, BundleFiles, PhotoElement
from inspector.core.errors import InspectorError, Problem
from inspector.core.evidence import Photo, Whereabouts
from inspector.core.photodata import PhotoGroup
from inspector.operations.blobs import whereabouts_over
from inspector.operations.captions import Caption, Captions
from inspector.operations.filing_templates import office_template
from inspector.operations.photo_facts import shot_facts
from inspector.operations.workspace import Workspace
from inspector.photos.intake import find_original
from inspector.words.acceptance import direction_text, position_text

_EXAMPLES = 6


def refuse_gaps(workspace: Workspace, project_id: str) -> None:
    """Refuse to archive photos whose originals are not here; nothing is written before."""
    with workspace.read() as office:
        photos = list(office.photos.of_project(project_id))
        hashes = {photo.sha256 for photo in photos}
        where = whereabouts_over(workspace.folder, office, hashes)
    absent = [photo for photo in photos if where[photo.sha256] is not Whereabouts.HERE]
    if absent:
        lost = [photo for photo in absent if where[photo.sha256] is Whereabouts.MISSING]
        away = [photo for photo in absent if photo not in lost]
        raise InspectorError(
            Problem.ORIGINALS_ABSENT,
            count=len(absent),
            elsewhere=len(away),
            missing=len(lost),
            names=tuple(photo.name for photo in (*lost, *away)[:_EXAMPLES]),
        )


_SPOILT = frozenset(
    {
        Problem.BUNDLE_SOURCE_DIFFERS,
        Problem.BUNDLE_SOURCE_CHANGED,
        Problem.BUNDLE_SOURCE_MISSING,
    }
)


@contextmanager
def naming_photos(files: BundleFiles) -> Iterator[None]:
    """Name the photo by its own name where its original is not what was taken in."""
    try:
        yield
    except InspectorError as error:
        names = {str(one.file): one.original_name for v in files.volumes for one in v.photos}
        file = str(error.facts.get("file", ""))
        if error.problem not in _SPOILT or file not in names:
            raise
        raise InspectorError(Problem.ORIGINAL_UNLIKE_INTAKE, name=names[file], file=file) from error


def archive_photos(workspace: Workspace, project_id: str) -> tuple[ArchivePhoto, ...]:
    """Describe the photos of a project, whose originals must be here; read them for DA/T 54."""
    with workspace.read() as office:
        photos = {one.id: one for one in office.photos.of_project(project_id)}
    return tuple(
        _with_file(workspace, one, photos[one.photo_id])
        for one in captioned_photos(workspace, project_id)
    )


def _with_file(workspace: Workspace, described: ArchivePhoto, photo: Photo) -> ArchivePhoto:
    file = find_original(workspace.folder, described.sha256)
    return replace(described, file=file, facts=shot_facts(photo, file))


def captioned_photos(workspace: Workspace, project_id: str) -> tuple[ArchivePhoto, ...]:
    """Describe the photos of a project by the records alone, without their files.

    They stand group by group (照片组), each group by the time of its photos.
    """
    with workspace.read() as office:
        captions = Captions(workspace, office, project_id)
        # in a public copy some have a record and no picture
        photos = [one for one in office.photos.of_project(project_id) if one.sha256]
        titles = [captions.group_title(photo) for photo in photos]
        described = [_archived(photo, captions.of(photo)) for photo in photos]
    return _grouped(described, titles)


def _grouped(photos: Sequence[ArchivePhoto], titles: Sequence[str]) -> tuple[ArchivePhoto, ...]:
    """Put photos into their groups, numbered in the order in which the groups begin."""
    members: dict[str, list[ArchivePhoto]] = {}
    for photo, title in zip(photos, titles, strict=True):
        members.setdefault(title, []).append(photo)
    return tuple(
        replace(photo, group=_group(number, title, own), place_in_group=place)
        for number, (title, own) in enumerate(members.items(), start=1)
        for place, photo in enumerate(own, start=1)
    )


def _group(number: int, title: str, photos: Sequence[ArchivePhoto]) -> PhotoGroup:
    days = sorted(one.taken_on.isoformat() for one in photos if one.taken_on)
    first, last = (days[0], days[-1]) if days else ("", "")
    return PhotoGroup(number=number, title=title, count=len(photos), first=first, last=last)


def lacking_photos(
    workspace: Workspace, project_id: str, wanted: Sequence[PhotoElement] | None = None
) -> tuple[ArchivePhoto, ...]:
    """List the photos that lack some caption element; those that the template wants, if not said.

    What a photo lacks is told by its `lacking`.
    """
    elements = office_template(workspace).photo_elements if wanted is None else wanted
    photos = captioned_photos(workspace, project_id)
    return tuple(one for one in photos if one.lacking(elements))


def _archived(photo: Photo, caption: Caption) -> ArchivePhoto:
    facts, position = photo.facts, photo.facts.position
    taken = facts.taken_local
    return ArchivePhoto(
        file=Path(),
        sha256=photo.sha256,
        size=photo.size,
        original_name=photo.name,
        matter=caption.matter,
        taken=caption.taken,
        taken_on=datetime.fromisoformat(taken).date() if taken else None,
        place=caption.place,
        people=caption.people,
        background=caption.background,
        photographer=caption.photographer,
        longitude=str(position.longitude) if position else "",
        latitude=str(position.latitude) if position else "",
        datum=position.datum if position else position_text(facts),
        direction=direction_text(facts) or "",
        photo_id=photo.id,
    )
