"""Draw boxes on photos over what must not be published, and tell who looked at which photo."""

from dataclasses import dataclass, replace

from inspector.core.changes import Changes, Outcome, Topic
from inspector.core.evidence import Photo
from inspector.core.ids import natural_id
from inspector.core.masks import Box, MaskKind, PhotoMask, PhotoReview
from inspector.operations.workspace import Workspace


@dataclass(frozen=True, slots=True, kw_only=True)
class MaskedPhoto:
    """A photo with its boxes, and who looked at it; nobody did where `review` is None."""

    photo: Photo
    masks: tuple[PhotoMask, ...] = ()
    review: PhotoReview | None = None


def list_masked(workspace: Workspace, project_id: str) -> list[MaskedPhoto]:
    """List the photos of a project with their boxes, by the time they were taken."""
    with workspace.read() as office:
        masks = office.masks.of_project(project_id)
        reviews = office.masks.reviews(project_id)
        return [
            MaskedPhoto(
                photo=photo, masks=tuple(masks.get(photo.id, ())), review=reviews.get(photo.id)
            )
            for photo in office.photos.of_project(project_id)
        ]


def masked_photo(workspace: Workspace, photo_id: str) -> MaskedPhoto:
    """Read one photo with its boxes."""
    with workspace.read() as office:
        return MaskedPhoto(
            photo=office.photos.get(photo_id),
            masks=tuple(office.masks.of_photo(photo_id)),
            review=office.masks.review_of(photo_id),
        )


def add_mask(
    workspace: Workspace, photo_id: str, box: Box, kind: MaskKind = MaskKind.FACE
) -> Outcome[PhotoMask]:
    """Draw a box on a photo; the original stays as it is."""
    fitted = box.checked()
    with workspace.act() as writing:
        office = writing.office
        photo = office.photos.get(photo_id)
        mask = PhotoMask(
            id=workspace.new_id(),
            project_id=photo.project_id,
            photo_id=photo.id,
            kind=kind,
            box=fitted,
            at_ms=workspace.now_ms(),
            by=office.journal.user_id() or "",
        )
        office.masks.put(mask)
    return Outcome(mask, Changes.of(Topic.PHOTOS, ids={photo_id}), writing.act)


def change_mask(
    workspace: Workspace, mask_id: str, box: Box | None = None, kind: MaskKind | None = None
) -> Outcome[PhotoMask]:
    """Draw a box anew in the place of another; boxes themselves are never edited."""
    with workspace.act() as writing:
        office = writing.office
        before = office.masks.get(mask_id)
        mask = replace(
            before,
            id=workspace.new_id(),
            box=(box or before.box).checked(),
            kind=kind or before.kind,
            at_ms=workspace.now_ms(),
            by=office.journal.user_id() or "",
        )
        if (mask.box, mask.kind) == (before.box, before.kind):
            return Outcome(before)
        office.masks.delete(mask_id)
        office.masks.put(mask)
    return Outcome(mask, Changes.of(Topic.PHOTOS, ids={mask.photo_id}), writing.act)


def remove_mask(workspace: Workspace, mask_id: str) -> Outcome[PhotoMask]:
    """Take a box away; it stays in the history."""
    with workspace.act() as writing:
        mask = writing.office.masks.get(mask_id)
        writing.office.masks.delete(mask_id)
    return Outcome(mask, Changes.of(Topic.PHOTOS, ids={mask.photo_id}), writing.act)


def review_photo(workspace: Workspace, photo_id: str, *, done: bool = True) -> Outcome[None]:
    """Say that one looked at a photo and that it has all the boxes it needs; or take that back."""
    with workspace.act() as writing:
        office = writing.office
        photo = office.photos.get(photo_id)
        review = PhotoReview(
            id=natural_id(photo.project_id, "photo_review", photo.id),
            project_id=photo.project_id,
            photo_id=photo.id,
            at_ms=workspace.now_ms(),
            by=office.journal.user_id() or "",
        )
        if done:
            office.masks.put_review(review)
        elif office.masks.review_of(photo_id) is not None:
            office.masks.delete_review(review.id)
    return Outcome(None, Changes.of(Topic.PHOTOS, ids={photo_id}), writing.act)
