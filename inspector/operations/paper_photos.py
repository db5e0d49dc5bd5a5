"""Photos as papers show them: numbered once for a whole paper, with ready previews."""

from collections.abc import Iterable
from dataclasses import replace

from inspector.core.defects import Defect
from inspector.core.evidence import Photo, PhotoLink, PhotoRole, Target
from inspector.core.papers import PaperPhoto, PhotoPair
from inspector.core.photos import distance_m, taken_at
from inspector.core.progress import Progress
from inspector.core.projects import Place, address_of
from inspector.operations.blobs import whereabouts
from inspector.operations.workspace import Workspace
from inspector.photos.orders import PreviewKind
from inspector.words.acceptance import direction_text, position_text, taken_text, trouble_name
from inspector.words.language import _
from inspector.words.photos import absence_on_paper
from inspector.words.records import address_text

_AFTER = frozenset({PhotoRole.AFTER, PhotoRole.RECHECK})
_NUMBER_DIGITS = 3


class PhotoSheet:
    """The photos of a project in the order of their time, each with its number in the paper."""

    def __init__(self, photos: list[Photo], places: dict[str, Place]) -> None:
        self._by_id = {photo.id: photo for photo in photos}
        self._shown = {
            photo.id: _shown(photo, f"P-{number:0{_NUMBER_DIGITS}d}", places)
            for number, photo in enumerate(photos, start=1)
        }

    def with_previews(self, workspace: Workspace, progress: Progress | None) -> None:
        """Make the print previews that are missing; a photo without one says why.

        Without a progress nobody will look at pictures: the paper is only compared.
        """
        if progress is None:
            return
        # in a public copy a photo that stays out has a record and no picture
        own = (photo.sha256 for photo in self._by_id.values() if photo.sha256)
        hashes = list(dict.fromkeys(own))
        made = workspace.previews.ensure(hashes, PreviewKind.PRINT, progress)
        where = whereabouts(workspace, hashes)
        for photo_id, shown in self._shown.items():
            if not shown.sha256:
                self._shown[photo_id] = replace(shown, absence=_("照片不公开"))
                continue
            preview = made[shown.sha256]
            trouble = None if preview.trouble is None else trouble_name(preview.trouble.value)
            # of an original that is elsewhere the small picture may have come
            path = preview.path or workspace.previews.ready(shown.sha256, PreviewKind.THUMBNAIL)
            absence = absence_on_paper(where[shown.sha256])
            self._shown[photo_id] = replace(shown, preview=path, trouble=trouble, absence=absence)

    def all(self) -> tuple[PaperPhoto, ...]:
        """Give all photos in order."""
        return tuple(self._shown.values())

    def numbers_of(self, photo_ids: Iterable[str]) -> str:
        """Give the numbers of some photos as one text."""
        found = (self._shown.get(photo_id) for photo_id in photo_ids)
        return _("、").join(photo.number for photo in found if photo is not None)

    def of(self, photo_ids: Iterable[str]) -> tuple[PaperPhoto, ...]:
        """Give some photos."""
        found = (self._shown.get(photo_id) for photo_id in photo_ids)
        return tuple(photo for photo in found if photo is not None)

    def pairs(self, links: list[PhotoLink]) -> tuple[PhotoPair, ...]:
        """Set before and after side by side: the n-th before with the n-th after."""
        before = [link.photo_id for link in links if link.role not in _AFTER]
        after = [link.photo_id for link in links if link.role in _AFTER]
        count = max(len(before), len(after))
        return tuple(
            self._pair(before[i] if i < len(before) else None, after[i] if i < len(after) else None)
            for i in range(count)
        )

    def _pair(self, before: str | None, after: str | None) -> PhotoPair:
        return PhotoPair(
            before=self._shown.get(before or ""),
            after=self._shown.get(after or ""),
            distance=self._distance(before, after),
            doubt=self._doubt(before, after),
        )

    def _doubt(self, before: str | None, after: str | None) -> str | None:
        """Say that the photo after the repair is older than the one before it."""
        one, other = self._by_id.get(before or ""), self._by_id.get(after or "")
        first, second = (taken_at(photo.facts) if photo else None for photo in (one, other))
        if first is None or second is None or second >= first:
            return None
        return _("整改后照片的拍摄时间早于整改前照片，请核对")

    def _distance(self, before: str | None, after: str | None) -> str | None:
        one, other = self._by_id.get(before or ""), self._by_id.get(after or "")
        if one is None or other is None:
            return None
        here, there = one.facts.position, other.facts.position
        if here is None or there is None:
            return None
        return _("相距 {metres} m").format(metres=distance_m(here, there))


def _shown(photo: Photo, number: str, places: dict[str, Place]) -> PaperPhoto:
    return PaperPhoto(
        number=number,
        sha256=photo.sha256,
        caption=photo.caption,
        taken=taken_text(photo.facts),
        place=place_text(photo.place_id, places),
        position=position_text(photo.facts),
        direction=direction_text(photo.facts),
        photographer=photo.photographer,
    )


def place_text(place_id: str | None, places: dict[str, Place]) -> str | None:
    """Name a place with the building that it lies in; the community goes without saying."""
    if place_id is None:
        return None
    return address_text(address_of(place_id, places))


def links_by_target(links: list[PhotoLink], target: Target) -> dict[str, list[PhotoLink]]:
    """Group links of one kind by the record that they show."""
    grouped: dict[str, list[PhotoLink]] = {}
    for link in links:
        if link.target is target:
            grouped.setdefault(link.target_id, []).append(link)
    return grouped


def basis_text(defect: Defect, refs: str) -> str | None:
    """Give item and clauses that a defect rests on."""
    if defect.item_id is None:
        return None
    return f"{defect.item_id} {refs}".strip()
