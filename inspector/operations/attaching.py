"""Photos of one record: look at them, and attach files to an answer in one go."""

from collections.abc import Sequence
from concurrent.futures import Future
from dataclasses import dataclass, replace
from pathlib import Path

from inspector.core.aftercare.care import CarePoint
from inspector.core.changes import Outcome, Topic
from inspector.core.errors import InspectorError, Problem
from inspector.core.evidence import Photo, PhotoLink, PhotoRole, Target
from inspector.core.ids import natural_id
from inspector.core.inspections import Visit
from inspector.core.progress import Progress
from inspector.operations.defects import LinkedPhoto, linked_photos
from inspector.operations.inspecting import Spot, answer_id, set_note, show_item
from inspector.operations.photos import IntakeOrder, Receipt, import_photos, request_preview
from inspector.operations.workspace import Workspace
from inspector.photos.orders import PreviewKind
from inspector.photos.previews import Preview
from inspector.words.aftercare import point_text


def list_photos_of(workspace: Workspace, target_id: str) -> tuple[LinkedPhoto, ...]:
    """List the photos that are linked to a record, in their order."""
    with workspace.read() as office:
        return linked_photos(workspace, office, target_id)


def request_thumbnail(workspace: Workspace, sha256: str) -> Future[Preview]:
    """Ask for the small picture of a photo; the future ends on a thread of the maker."""
    return request_preview(workspace, sha256, PreviewKind.THUMBNAIL)


def attach_photos(
    workspace: Workspace,
    visit: Visit,
    spot: Spot,
    paths: Sequence[Path],
    progress: Progress | None = None,
) -> Outcome[Receipt]:
    """Take photos in and link them to an answer, which begins if there is none yet.

    All links are one act, so that one undo takes them back; the photos themselves stay.
    """
    order = IntakeOrder(
        project_id=visit.project_id,
        visit_id=visit.id,
        place_id=spot.place_id,
        photographer=workspace.person().name,
    )
    came = import_photos(workspace, paths, order, progress)
    if _ids(came) and show_item(workspace, visit, spot).answer is None:
        set_note(workspace, visit, spot, "")
    shown = Shown(visit.project_id, Target.ANSWER, answer_id(visit.project_id, spot))
    return link_taken(workspace, shown, came, Topic.ANSWERS)


def attach_care_photos(
    workspace: Workspace,
    visit_id: str,
    point: CarePoint,
    paths: Sequence[Path],
    progress: Progress | None = None,
) -> Outcome[Receipt]:
    """Take photos in and link them to what a visit of long-term management found of a point."""
    with workspace.read() as office:
        visit = office.visits.get(visit_id)
        own = [a for a in office.aftercare.answers(visit.project_id) if a.visit_id == visit_id]
    answer = next((one for one in own if one.point is point), None)
    if answer is None:
        raise InspectorError(Problem.CARE_NOT_ANSWERED, point=point_text(point))
    order = IntakeOrder(
        project_id=visit.project_id, visit_id=visit_id, photographer=workspace.person().name
    )
    came = import_photos(workspace, paths, order, progress)
    shown = Shown(visit.project_id, Target.CARE, answer.id)
    return link_taken(workspace, shown, came, Topic.PROCESS)


def attach_claim_photos(
    workspace: Workspace,
    claim_id: str,
    role: PhotoRole,
    paths: Sequence[Path],
    progress: Progress | None = None,
) -> Outcome[Receipt]:
    """Take photos in and link them to a claim: before its repair, or after."""
    with workspace.read() as office:
        claim = office.aftercare.claim(claim_id)
    order = IntakeOrder(
        project_id=claim.project_id,
        place_id=claim.place_id,
        photographer=workspace.person().name,
    )
    came = import_photos(workspace, paths, order, progress)
    shown = Shown(claim.project_id, Target.CLAIM, claim.id, role)
    return link_taken(workspace, shown, came, Topic.PROCESS)


@dataclass(frozen=True, slots=True)
class Shown:
    """The record that photos show, and what of it."""

    project_id: str
    target: Target
    target_id: str
    role: PhotoRole = PhotoRole.EVIDENCE


def _ids(came: Outcome[Receipt]) -> list[str]:
    return [photo.id for photo in (*came.value.taken, *came.value.known)]


def link_taken(
    workspace: Workspace, shown: Shown, came: Outcome[Receipt], *topics: Topic
) -> Outcome[Receipt]:
    """Link photos that were just taken in, or were here, to the record that they show."""
    with workspace.act() as writing:
        photos = writing.office.photos
        there = {link.photo_id for link in photos.links_of(shown.target_id)}
        fresh = [photo_id for photo_id in _ids(came) if photo_id not in there]
        for position, photo_id in enumerate(fresh, start=len(there) + 1):
            key = (photo_id, shown.target_id, shown.role.value)
            photos.put_link(
                PhotoLink(
                    id=natural_id(shown.project_id, "photo_link", *key),
                    project_id=shown.project_id,
                    photo_id=photo_id,
                    target=shown.target,
                    target_id=shown.target_id,
                    role=shown.role,
                    position=position,
                )
            )
    told = came.changes.topics | {Topic.PHOTOS, *topics}
    changes = replace(came.changes, topics=told, ids=came.changes.ids | {shown.target_id})
    return Outcome(came.value, changes, writing.act)


def photos_beside(workspace: Workspace, table: str, row: str) -> tuple[Photo, ...]:
    """Give the photos that help to judge a record: its own, or the one that it is."""
    with workspace.read() as office:
        if table == "photo":
            own = office.photos.find(row)
            return (own,) if own is not None else ()
    return tuple(one.photo for one in list_photos_of(workspace, row))
