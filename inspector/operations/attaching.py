"""Photos of one record: look at them, and attach files to an answer in one go."""

from collections.abc import Sequence
from concurrent.futures import Future
from dataclasses import replace
from pathlib import Path

from inspector.core.changes import Outcome, Topic
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
    photo_ids = [photo.id for photo in (*came.value.taken, *came.value.known)]
    if photo_ids and show_item(workspace, visit, spot).answer is None:
        set_note(workspace, visit, spot, "")
    return _linked(workspace, visit, answer_id(visit.project_id, spot), photo_ids, came)


def _linked(
    workspace: Workspace,
    visit: Visit,
    target_id: str,
    photo_ids: list[str],
    came: Outcome[Receipt],
) -> Outcome[Receipt]:
    with workspace.act() as writing:
        photos = writing.office.photos
        there = {link.photo_id for link in photos.links_of(target_id)}
        fresh = [photo_id for photo_id in photo_ids if photo_id not in there]
        for position, photo_id in enumerate(fresh, start=len(there) + 1):
            role = PhotoRole.EVIDENCE
            photos.put_link(
                PhotoLink(
                    id=natural_id(visit.project_id, "photo_link", photo_id, target_id, role.value),
                    project_id=visit.project_id,
                    photo_id=photo_id,
                    target=Target.ANSWER,
                    target_id=target_id,
                    role=role,
                    position=position,
                )
            )
    topics = came.changes.topics | {Topic.PHOTOS, Topic.ANSWERS}
    changes = replace(came.changes, topics=topics, ids=came.changes.ids | {target_id})
    return Outcome(came.value, changes, writing.act)


def photos_beside(workspace: Workspace, table: str, row: str) -> tuple[Photo, ...]:
    """Give the photos that help to judge a record: its own, or the one that it is."""
    with workspace.read() as office:
        if table == "photo":
            own = office.photos.find(row)
            return (own,) if own is not None else ()
    return tuple(one.photo for one in list_photos_of(workspace, row))
