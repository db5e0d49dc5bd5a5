"""Boxes drawn on photos, who looked at them, and the public copies made, as rows."""

import json
from typing import TYPE_CHECKING

from inspector.core.errors import InspectorError
from inspector.core.issued import PublicCopy
from inspector.core.masks import WHOLE, Box, MaskKind, PhotoMask, PhotoReview, spell_box
from inspector.store.rows import Row, Rows

if TYPE_CHECKING:
    from sqlite_utils import Database as Tables

_COPY_COLUMNS = tuple(PublicCopy.__dataclass_fields__)


class MaskRepository:
    """What is taken out of photos before they are published."""

    def __init__(self, db: "Tables") -> None:
        self._masks = Rows(db, "photo_mask")
        self._reviews = Rows(db, "photo_review")

    def get(self, mask_id: str) -> PhotoMask:
        """Read one box."""
        return _mask(self._masks.get(mask_id))

    def of_photo(self, photo_id: str) -> list[PhotoMask]:
        """List the boxes on a photo in the order in which they were drawn."""
        found = self._masks.where("photo_id = ?", [photo_id], "ORDER BY at_ms, id")
        return [_mask(row) for row in found]

    def of_project(self, project_id: str) -> dict[str, list[PhotoMask]]:
        """Give the boxes of a project by photo."""
        masks: dict[str, list[PhotoMask]] = {}
        for row in self._masks.of_project(project_id, "ORDER BY at_ms, id"):
            masks.setdefault(row["photo_id"], []).append(_mask(row))
        return masks

    def put(self, mask: PhotoMask) -> None:
        """Keep a box."""
        row = {name: getattr(mask, name) for name in ("id", "project_id", "photo_id", "at_ms")}
        self._masks.put(
            {**row, "kind": mask.kind.value, "box": spell_box(mask.box), "by_id": mask.by}
        )

    def delete(self, mask_id: str) -> None:
        """Mark a box as deleted."""
        self._masks.delete(mask_id)

    def reviews(self, project_id: str) -> dict[str, PhotoReview]:
        """Give who looked at the photos of a project, by photo."""
        found = self._reviews.of_project(project_id, "ORDER BY at_ms, id")
        return {row["photo_id"]: _review(row) for row in found}

    def review_of(self, photo_id: str) -> PhotoReview | None:
        """Tell who looked at a photo last."""
        found = list(self._reviews.where("photo_id = ?", [photo_id], "ORDER BY at_ms, id"))
        return _review(found[-1]) if found else None

    def put_review(self, review: PhotoReview) -> None:
        """Keep that somebody looked at a photo."""
        row = {name: getattr(review, name) for name in ("id", "project_id", "photo_id", "at_ms")}
        self._reviews.put({**row, "by_id": review.by})

    def delete_review(self, review_id: str) -> None:
        """Mark it as not looked at."""
        self._reviews.delete(review_id)


class PublicCopyRepository:
    """The public copies that were made."""

    def __init__(self, db: "Tables") -> None:
        self._rows = Rows(db, "public_copy")

    def of_project(self, project_id: str) -> list[PublicCopy]:
        """List the public copies of a project, oldest first."""
        found = self._rows.of_project(project_id, "ORDER BY made_at, id")
        return [PublicCopy(**{name: row[name] for name in _COPY_COLUMNS}) for row in found]

    def ever(self, project_id: str) -> int:
        """Count them, undone ones included: their numbers stay taken."""
        (number,) = self._rows.database.execute(
            "SELECT count(*) FROM public_copy WHERE project_id = ?", [project_id]
        ).fetchone()
        return int(number)

    def put(self, copy: PublicCopy) -> None:
        """Keep that a public copy was made."""
        self._rows.put({name: getattr(copy, name) for name in _COPY_COLUMNS})


def _mask(row: Row) -> PhotoMask:
    return PhotoMask(
        id=row["id"],
        project_id=row["project_id"],
        photo_id=row["photo_id"],
        kind=MaskKind(row["kind"]) if row["kind"] in set(MaskKind) else MaskKind.OTHER,
        box=_box(row["box"]),
        at_ms=row["at_ms"] or 0,
        by=row["by_id"] or "",
    )


def _box(text: str | None) -> Box:
    """Read a box; one that cannot be understood hides the whole picture rather than nothing."""
    try:
        left, top, right, bottom = json.loads(text or "")
        return Box(int(left), int(top), int(right), int(bottom)).checked()
    except (ValueError, TypeError, InspectorError):
        return Box(0, 0, WHOLE, WHOLE)


def _review(row: Row) -> PhotoReview:
    return PhotoReview(
        id=row["id"],
        project_id=row["project_id"],
        photo_id=row["photo_id"],
        at_ms=row["at_ms"] or 0,
        by=row["by_id"] or "",
    )
