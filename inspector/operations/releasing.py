"""Release originals that other laptops hold: by request alone, and never the last one known.

What a peer says it holds is as old as its last package, and it may release its own meanwhile. So
laptops of equal standing never rely on each other: of two the one that took the photo in may
release it, and a supervisor's laptop, which everybody may rely on, relies on none but those.
"""

import logging
from collections import Counter
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
class Cover:
    """A laptop that holds originals to be released, and its package that says so.

    `package` is the file's name, `seen_at_ms` when it came, `count` how many of them it holds.
    """

    key: str
    name: str
    package: str
    seen_at_ms: int
    count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ReleasePlan:
    """Which originals can be released, and why the others stay; `size` in bytes.

    `covers` are the laptops that are relied on, those that hold the most first.
    """

    photos: tuple[Photo, ...]
    retained: tuple[tuple[Photo, Retained], ...]
    size: int
    covers: tuple[Cover, ...] = ()


def plan_release(workspace: Workspace, photos: Iterable[Photo]) -> ReleasePlan:
    """Tell which of some originals could be released; nothing is deleted."""
    workspace.seal()
    with workspace.read() as office:
        reliance = _Reliance(workspace, office)
        judged = [(photo, reliance.objection(photo)) for photo in _once(photos)]
        free = tuple(photo for photo, why in judged if why is None)
        covers = _covers(office, Counter(key for one in free for key in reliance.relied_on(one)))
    return ReleasePlan(
        photos=free,
        retained=tuple((photo, why) for photo, why in judged if why is not None),
        size=sum(photo.size for photo in free),
        covers=covers,
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


def _covers(office: Office, held: Counter[str]) -> tuple[Cover, ...]:
    """Name the laptops that hold so many each, by their newest packages."""
    newest = {peer.key: peer for peer in sorted(office.peers.all(), key=lambda one: one.made_at_ms)}
    files = {(one.sender, one.taken_at_ms): one.name for one in reversed(office.peers.receipts())}
    covers = [
        Cover(
            key=key,
            name=newest[key].name,
            package=files.get((newest[key].replica, newest[key].seen_at_ms), ""),
            seen_at_ms=newest[key].seen_at_ms,
            count=count,
        )
        for key, count in held.items()
    ]
    return tuple(sorted(covers, key=lambda one: (-one.count, one.name, one.key)))


class _Reliance:
    """On whom this laptop may rely for the bytes of a photo."""

    def __init__(self, workspace: Workspace, office: Office) -> None:
        self._folder, self._office = workspace.folder, office
        self._own = workspace.key().public.hex()
        supervised = supervised_keys(office)
        is_above = self._own in supervised
        peers = admitted_keys(office) - {self._own}
        self._stored = {key: office.peers.stored_by(key) for key in peers}
        self._above = set() if is_above else peers & supervised
        self._equal = peers & supervised if is_above else peers - supervised

    def objection(self, photo: Photo) -> Retained | None:
        """Say why an original must stay, or nothing."""
        if blob_path(self._folder, photo.sha256) is None:
            return Retained.NOT_HERE
        if not any(photo.sha256 in held for held in self._stored.values()):
            return Retained.NOT_STORED
        return None if self.relied_on(photo) else Retained.RELIED_UPON

    def relied_on(self, photo: Photo) -> list[str]:
        """List the keys of the laptops that hold a photo and do not count on this one for it."""
        is_own = self._office.photos.makers(photo.sha256) == {self._own}
        may_count = self._above | self._equal if is_own else self._above
        return [key for key in may_count if photo.sha256 in self._stored[key]]
