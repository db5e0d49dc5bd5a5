"""Photos as the archive lists them: untouched originals with the six caption elements."""

from datetime import datetime

from inspector.core.bundles import ArchivePhoto
from inspector.core.errors import InspectorError, Problem
from inspector.core.evidence import Photo, PhotoLink, PhotoRole, Target, Whereabouts
from inspector.core.projects import Place
from inspector.operations.blobs import whereabouts_over
from inspector.operations.paper_photos import place_text
from inspector.operations.workspace import Workspace
from inspector.photos.intake import find_original
from inspector.store.office import Office
from inspector.words.acceptance import direction_text, position_text, taken_text
from inspector.words.language import _
from inspector.words.records import photo_role_name

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
        raise InspectorError(
            Problem.ORIGINALS_ABSENT,
            count=len(absent),
            elsewhere=len(absent) - len(lost),
            missing=len(lost),
            names=tuple(photo.name for photo in (*lost, *absent)[:_EXAMPLES]),
        )


def archive_photos(workspace: Workspace, project_id: str) -> tuple[ArchivePhoto, ...]:
    """Describe the photos of a project, whose originals must be here."""
    with workspace.read() as office:
        places = {place.id: place for place in office.places.of_project(project_id)}
        links: dict[str, list[PhotoLink]] = {}
        for link in office.photos.links_of_project(project_id):
            links.setdefault(link.photo_id, []).append(link)
        matters = _matters(office, project_id)
        return tuple(
            _archived(workspace, photo, links.get(photo.id, []), matters, places)
            for photo in office.photos.of_project(project_id)
        )


def _matters(office: Office, project_id: str) -> dict[str, str]:
    """Name what each record is about: the number of a defect, the item of an answer."""
    matters = {d.id: f"{d.number} {d.text}" for d in office.defects.of_project(project_id)}
    return matters | {a.id: a.item_id for a in office.answers.of_project(project_id)}


def _archived(
    workspace: Workspace,
    photo: Photo,
    links: list[PhotoLink],
    matters: dict[str, str],
    places: dict[str, Place],
) -> ArchivePhoto:
    facts, position = photo.facts, photo.facts.position
    shown = [matters[link.target_id] for link in links if link.target_id in matters]
    taken = facts.taken_local
    return ArchivePhoto(
        file=find_original(workspace.folder, photo.sha256),
        sha256=photo.sha256,
        size=photo.size,
        original_name=photo.name,
        matter=photo.caption or _("；").join(dict.fromkeys(shown)),
        taken=taken_text(facts) or "",
        taken_on=datetime.fromisoformat(taken).date() if taken else None,
        place=place_text(photo.place_id, places) or "",
        background=_background(links),
        photographer=photo.photographer or "",
        longitude=str(position.longitude) if position else "",
        latitude=str(position.latitude) if position else "",
        datum=position.datum if position else position_text(facts),
        direction=direction_text(facts) or "",
    )


def _background(links: list[PhotoLink]) -> str:
    """Give the stage that a photo shows: before or after repair, at re-check."""
    roles = [link.role for link in links if link.target is Target.DEFECT]
    telling = [role for role in roles if role is not PhotoRole.EVIDENCE]
    return _("、").join(dict.fromkeys(photo_role_name(role) for role in telling))
