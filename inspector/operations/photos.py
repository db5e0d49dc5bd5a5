"""Photos: take in, list, link to what they show."""

from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import Future
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any

from inspector.core.changes import Changes, Outcome, Topic
from inspector.core.errors import InspectorError, Problem
from inspector.core.evidence import Photo, PhotoLink, PhotoRole, Target, Whereabouts
from inspector.core.ids import TRAY, natural_id
from inspector.core.inspections import Visit
from inspector.core.photos import (
    HOME_OFFSET,
    Doubt,
    Occasion,
    Position,
    PositionSource,
    doubts,
    offset_of,
    taken_at,
)
from inspector.core.progress import Progress, Unwatched, tracked
from inspector.core.text import clean
from inspector.operations.blobs import whereabouts_over
from inspector.operations.workspace import Workspace
from inspector.photos.intake import TakenIn, find_original, settle_folders, take_in
from inspector.photos.orders import PreviewKind
from inspector.photos.previews import Preview, Urgency
from inspector.store.office import Office

_LIKELY = frozenset(
    f".{ending}"
    for ending in (
        *("jpg", "jpeg", "jpe", "jfif", "mpo", "heic", "heif", "hif", "avif", "jxl"),
        *("png", "webp", "tif", "tiff"),
    )
)
_SITE_PHOTOS = 5
_BATCH = 8
_NEAR_MINUTES = 15


@dataclass(frozen=True, slots=True, kw_only=True)
class Refused:
    """A file that could not be taken in, and why."""

    file: Path
    error: InspectorError


@dataclass(frozen=True, slots=True, kw_only=True)
class Receipt:
    """What became of each file: taken + known + refused is the number of files given."""

    taken: tuple[Photo, ...] = ()
    known: tuple[Photo, ...] = ()
    refused: tuple[Refused, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class PhotoLine:
    """A photo as the contact sheet shows it."""

    photo: Photo
    links: tuple[PhotoLink, ...]
    doubts: tuple[Doubt, ...]
    where: Whereabouts

    @property
    def is_here(self) -> bool:
        """Tell whether the original lies on this computer."""
        return self.where is Whereabouts.HERE


@dataclass(frozen=True, slots=True, kw_only=True)
class Suggestion:
    """A record that a photo may belong to, with the minutes between them."""

    target: Target
    target_id: str
    title: str
    minutes_apart: int


@dataclass(frozen=True, slots=True, kw_only=True)
class IntakeOrder:
    """Where photos that are taken in belong, as far as it is known."""

    project_id: str = TRAY
    visit_id: str | None = None
    place_id: str | None = None
    photographer: str | None = None


def import_photos(
    workspace: Workspace,
    paths: Sequence[Path],
    order: IntakeOrder | None = None,
    progress: Progress | None = None,
) -> Outcome[Receipt]:
    """Take photos in; stopping keeps those that are in.

    Folders are searched for image files by their names; a file that is named is tried whatever
    it is called. One that is no photo is refused by name and does not stop the others. A few
    photos at a time share one short transaction: their bytes are durable before their rows.
    """
    files = list(_files(paths))
    intake = _Intake(workspace, order or IntakeOrder())
    try:
        for file in tracked(files, len(files), progress or Unwatched()):
            intake.take(file)
    finally:
        intake.keep()
    return Outcome(intake.receipt(), Changes.of(Topic.PHOTOS, ids=intake.new_ids()))


class _Intake:
    """One import: what waits for its rows, and what became of each file."""

    def __init__(self, workspace: Workspace, order: IntakeOrder) -> None:
        self._workspace = workspace
        self._order = order
        self._visits = _visits(workspace, order.project_id)
        self._waiting: list[TakenIn] = []
        self._taken: list[Photo] = []
        self._known: list[Photo] = []
        self._refused: list[Refused] = []

    def take(self, file: Path) -> None:
        """Take one file's bytes in, or note why it was refused; a full disk stops everything."""
        workspace = self._workspace
        try:
            inside = take_in(file, workspace.folder, workspace.exif, settle=False)
        except InspectorError as error:
            if error.problem in {Problem.DISK_FULL, Problem.FOLDER_NOT_WRITABLE}:
                raise
            self._refused.append(Refused(file=file, error=error))
            return
        self._waiting.append(inside)
        if len(self._waiting) >= _BATCH:
            self.keep()

    def keep(self) -> None:
        """Make the names of what waits durable, then its rows."""
        waiting, self._waiting = self._waiting, []
        if not waiting:
            return
        settle_folders(self._workspace.folder, waiting)
        with self._workspace.step() as writing:
            for inside in waiting:
                photo = _photo_of(inside, self._order, self._visits)
                there = writing.office.photos.find(photo.id)
                if there is None:
                    writing.office.photos.put(photo)
                (self._known if there else self._taken).append(there or photo)

    def receipt(self) -> Receipt:
        """Say what became of each file."""
        return Receipt(
            taken=tuple(self._taken), known=tuple(self._known), refused=tuple(self._refused)
        )

    def new_ids(self) -> set[str]:
        """Give the ids of the photos that are new."""
        return {photo.id for photo in self._taken}


def _files(paths: Iterable[Path]) -> Iterator[Path]:
    for path in paths:
        if path.is_dir():
            found = sorted(p for p in path.rglob("*") if p.is_file())
            yield from (p for p in found if p.suffix.lower() in _LIKELY)
        else:
            yield path


def _visits(workspace: Workspace, project_id: str) -> list[Visit]:
    with workspace.read() as office:
        return office.visits.of_project(project_id)


def _photo_of(inside: TakenIn, order: IntakeOrder, visits: list[Visit]) -> Photo:
    photo = Photo(
        id=natural_id(order.project_id, "photo", inside.sha256),
        project_id=order.project_id,
        sha256=inside.sha256,
        size=inside.size,
        name=inside.name,
        facts=replace(inside.facts, mime=inside.mime),
        visit_id=order.visit_id,
        place_id=order.place_id,
        photographer=order.photographer,
    )
    return photo if order.visit_id else replace(photo, visit_id=_visit_by_day(photo, visits))


def _visit_by_day(photo: Photo, visits: list[Visit]) -> str | None:
    """Give the one visit on whose days the photo was taken, if it is one only."""
    if photo.facts.taken_local is None:
        return None
    day = datetime.fromisoformat(photo.facts.taken_local).date()
    found = [visit.id for visit in visits if visit.first_on <= day <= visit.last_on]
    return found[0] if len(found) == 1 else None


# -- looking -------------------------------------------------------------------------


def list_photos(workspace: Workspace, project_id: str | None = None) -> list[PhotoLine]:
    """List the photos of a project, or of all, by the time they were taken."""
    with workspace.read() as office:
        photos = office.photos.of_project(project_id) if project_id else office.photos.all()
        scope = {photo.project_id for photo in photos}
        links: dict[str, list[PhotoLink]] = {}
        for one in scope:
            for link in office.photos.links_of_project(one):
                links.setdefault(link.photo_id, []).append(link)
        visits = {visit.id: visit for one in scope for visit in office.visits.of_project(one)}
        where = whereabouts_over(workspace.folder, office, {photo.sha256 for photo in photos})
    site = _site_of(photos)
    return [
        PhotoLine(
            photo=photo,
            links=tuple(links.get(photo.id, ())),
            doubts=_doubts(photo, links.get(photo.id, []), visits, site),
            where=where[photo.sha256],
        )
        for photo in photos
    ]


def _site_of(photos: list[Photo]) -> Position | None:
    """Take the middle of all positions for the site, once there are enough to trust it."""
    points = [photo.facts.position for photo in photos if photo.facts.position]
    if len(points) < _SITE_PHOTOS:
        return None
    middle = len(points) // 2
    return Position(
        latitude=sorted(point.latitude for point in points)[middle],
        longitude=sorted(point.longitude for point in points)[middle],
    )


def _doubts(
    photo: Photo, links: list[PhotoLink], visits: dict[str, Visit], site: Position | None
) -> tuple[Doubt, ...]:
    visit = visits.get(photo.visit_id or "")
    answers = {link.target_id for link in links if link.target is Target.ANSWER}
    occasion = Occasion(
        visit_from_at=_local_midnight(visit, 0) if visit else None,
        visit_to_at=_local_midnight(visit, 1) if visit else None,
        site=site,
        used_elsewhere=len(answers) > 1,
    )
    return doubts(photo.facts, occasion)


def _local_midnight(visit: Visit, after: int) -> datetime:
    day = visit.last_on + timedelta(days=1) if after else visit.first_on
    midnight = datetime(day.year, day.month, day.day, tzinfo=UTC)
    return midnight - offset_of(HOME_OFFSET)


def original_of(workspace: Workspace, photo: Photo) -> Path:
    """Give the original file, or say that it is missing."""
    return find_original(workspace.folder, photo.sha256)


def request_preview(
    workspace: Workspace, sha256: str, kind: PreviewKind, *, in_sight: bool = True
) -> Future[Preview]:
    """Ask for a preview; the future ends on a thread of the maker and never raises."""
    urgency = Urgency.IN_SIGHT if in_sight else Urgency.LATER
    return workspace.previews.submit(sha256, kind, urgency)


def suggest_targets(workspace: Workspace, photo_id: str) -> list[Suggestion]:
    """Suggest answers and defects that were written near the time of the photo, nearest first."""
    with workspace.read() as office:
        photo = office.photos.get(photo_id)
        at = taken_at(photo.facts)
        if at is None:
            return []
        at_ms = int(at.timestamp() * 1000)
        return [
            *_near(office, photo, at_ms, Target.ANSWER),
            *_near(office, photo, at_ms, Target.DEFECT),
        ]


def _near(office: Office, photo: Photo, at_ms: int, target: Target) -> list[Suggestion]:
    span_ms = _NEAR_MINUTES * 60_000
    return [
        Suggestion(target=target, target_id=row_id, title=name, minutes_apart=apart // 60_000)
        for row_id, name, apart in office.photos.written_near(
            photo.project_id, target, at_ms, span_ms
        )
    ]


# -- linking -------------------------------------------------------------------------


def link_photo(
    workspace: Workspace,
    photo_id: str,
    target: Target,
    target_id: str,
    role: PhotoRole = PhotoRole.EVIDENCE,
) -> Outcome[PhotoLink]:
    """Say what a photo shows; the same link again is no change."""
    with workspace.act() as writing:
        office = writing.office
        photo = office.photos.get(photo_id)
        there = office.photos.links_of(target_id)
        link = PhotoLink(
            id=natural_id(photo.project_id, "photo_link", photo_id, target_id, role.value),
            project_id=photo.project_id,
            photo_id=photo_id,
            target=target,
            target_id=target_id,
            role=role,
            position=next((one.position for one in there if one.photo_id == photo_id), None)
            or len(there) + 1,
        )
        office.photos.put_link(link)
    changes = Changes.of(Topic.PHOTOS, Topic.ANSWERS, Topic.DEFECTS, ids={photo_id, target_id})
    return Outcome(link, changes, writing.act)


def unlink_photo(workspace: Workspace, link_id: str) -> Outcome[None]:
    """Take a link back; the photo stays."""
    with workspace.act() as writing:
        writing.office.photos.delete_link(link_id)
    return Outcome(None, Changes.of(Topic.PHOTOS, Topic.ANSWERS, Topic.DEFECTS), writing.act)


@dataclass(frozen=True, slots=True, kw_only=True)
class PhotoWords:
    """What a person says of photos; None leaves a field as it is, an empty text clears it."""

    caption: str | None = None
    photographer: str | None = None
    place_id: str | None = None
    people: str | None = None
    background: str | None = None
    taken_said: str | None = None
    group_title: str | None = None

    def said_of(self, photo: Photo) -> Photo:
        """Give a photo with what is said of it."""
        told: dict[str, Any] = {
            name: clean(text) or None
            for name in self.__dataclass_fields__
            if (text := getattr(self, name)) is not None
        }
        return replace(photo, **told)


def describe_photo(
    workspace: Workspace,
    photo_id: str,
    *,
    caption: str | None = None,
    photographer: str | None = None,
    place_id: str | None = None,
) -> Outcome[Photo]:
    """Give a photo its caption, photographer or place; None leaves a field as it is."""
    words = PhotoWords(caption=caption, photographer=photographer, place_id=place_id)
    told = describe_photos(workspace, [photo_id], words)
    return Outcome(told.value[0], told.changes, told.act)


def describe_photos(
    workspace: Workspace, photo_ids: Sequence[str], words: PhotoWords
) -> Outcome[list[Photo]]:
    """Say the same of some photos, in one act."""
    with workspace.act() as writing:
        photos = [words.said_of(writing.office.photos.get(one)) for one in photo_ids]
        for photo in photos:
            writing.office.photos.put(photo)
    return Outcome(photos, Changes.of(Topic.PHOTOS, ids=set(photo_ids)), writing.act)


def place_photo_by_hand(
    workspace: Workspace, photo_id: str, latitude: Decimal, longitude: Decimal
) -> Outcome[Photo]:
    """Give a photo a position that a person knows; what the file said stays in the history."""
    position = Position(
        latitude=latitude, longitude=longitude, datum="WGS-84", source=PositionSource.MANUAL
    )
    with workspace.act() as writing:
        photo = writing.office.photos.get(photo_id)
        facts = replace(photo.facts, position=position, position_reason=None)
        photo = replace(photo, facts=facts)
        writing.office.photos.put(photo)
    return Outcome(photo, Changes.of(Topic.PHOTOS, ids={photo_id}), writing.act)


def take_from_tray(
    workspace: Workspace, project_id: str, photo_ids: Sequence[str]
) -> Outcome[list[Photo]]:
    """Give photos of the tray to a project: the same bytes, a record there instead of here."""
    moved: list[Photo] = []
    with workspace.act() as writing:
        photos = writing.office.photos
        for photo_id in photo_ids:
            photo = photos.get(photo_id)
            moved.append(
                replace(
                    photo,
                    id=natural_id(project_id, "photo", photo.sha256),
                    project_id=project_id,
                )
            )
            photos.put(moved[-1])
            photos.delete(photo_id)
    changes = Changes.of(Topic.PHOTOS, ids=set(photo_ids) | {photo.id for photo in moved})
    return Outcome(moved, changes, writing.act)
