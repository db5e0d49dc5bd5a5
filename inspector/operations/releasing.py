"""Release originals that other laptops hold: by request alone, and never the last one known.

What a peer says it holds is as old as its last package, and it may release its own meanwhile. So
laptops of equal standing never rely on each other: of two the one that took the photo in may
release it, and a supervisor's laptop, which everybody may rely on, relies on none but those.
"""

import logging
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from inspector.core.changes import Changes, Outcome, Topic
from inspector.core.evidence import Photo, Retained
from inspector.core.progress import Progress, Unwatched, tracked
from inspector.operations.blobs import admitted_keys, blob_path
from inspector.operations.files import refusal_of
from inspector.operations.organisation import supervised_keys
from inspector.operations.workspace import Workspace
from inspector.photos.orders import PreviewKind
from inspector.store.disk import sync_folder
from inspector.store.office import Office

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True, kw_only=True)
class ReleasePlan:
    """Which originals can be released, and why the others stay; `size` in bytes."""

    photos: tuple[Photo, ...]
    retained: tuple[tuple[Photo, Retained], ...]
    size: int


def plan_release(workspace: Workspace, photos: Iterable[Photo]) -> ReleasePlan:
    """Tell which of some originals could be released; nothing is deleted."""
    workspace.seal()
    with workspace.read() as office:
        reliance = _Reliance(workspace, office)
        judged = [(photo, reliance.objection(photo)) for photo in _once(photos)]
    free = tuple(photo for photo, why in judged if why is None)
    return ReleasePlan(
        photos=free,
        retained=tuple((photo, why) for photo, why in judged if why is not None),
        size=sum(photo.size for photo in free),
    )


def release_originals(
    workspace: Workspace, photos: Iterable[Photo], progress: Progress | None = None
) -> Outcome[ReleasePlan]:
    """Delete the originals that can be released; small pictures for screen and print are kept.

    Records stay as they are: the photo is elsewhere, and comes back with any package that has it.
    """
    plan = plan_release(workspace, photos)
    watched = progress or Unwatched()
    hashes = [photo.sha256 for photo in plan.photos]
    for kind in (PreviewKind.THUMBNAIL, PreviewKind.SCREEN, PreviewKind.PRINT):
        workspace.previews.ensure(hashes, kind, watched)
    for photo in tracked(plan.photos, len(plan.photos), watched):
        _delete(workspace, photo.sha256)
    _log.info("released %s originals", len(plan.photos))
    ids = frozenset(photo.id for photo in plan.photos)
    return Outcome(plan, Changes(frozenset({Topic.PHOTOS}), ids))


def _once(photos: Iterable[Photo]) -> Sequence[Photo]:
    return list({photo.sha256: photo for photo in photos}.values())


def _delete(workspace: Workspace, sha256: str) -> None:
    path = blob_path(workspace.folder, sha256)
    if path is None:
        return
    try:
        path.unlink()
        sync_folder(path.parent)
    except OSError as error:
        raise refusal_of(path, error) from error


class _Reliance:
    """On whom this laptop may rely for the bytes of a photo."""

    def __init__(self, workspace: Workspace, office: Office) -> None:
        self._folder, self._office = workspace.folder, office
        self._own = workspace.key().public.hex()
        supervised = supervised_keys(office)
        is_above = self._own in supervised
        peers = admitted_keys(office) - {self._own}
        above = set() if is_above else peers & supervised
        equal = peers & supervised if is_above else peers - supervised
        self._held = {sha256 for key in peers for sha256 in office.peers.stored_by(key)}
        self._held_above = {sha256 for key in above for sha256 in office.peers.stored_by(key)}
        self._held_beside = {sha256 for key in equal for sha256 in office.peers.stored_by(key)}

    def objection(self, photo: Photo) -> Retained | None:
        """Say why an original must stay, or nothing."""
        sha256 = photo.sha256
        if blob_path(self._folder, sha256) is None:
            return Retained.NOT_HERE
        if sha256 not in self._held:
            return Retained.NOT_STORED
        is_own = self._office.photos.makers(sha256) == {self._own}
        if sha256 in self._held_above or (is_own and sha256 in self._held_beside):
            return None
        return Retained.RELIED_UPON
