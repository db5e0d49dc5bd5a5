"""What the contact sheet and the evidence of a photo say, made of records alone."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal, InvalidOperation
from enum import StrEnum

from inspector.core.evidence import Photo
from inspector.core.ids import TRAY
from inspector.core.inspections import Visit
from inspector.core.photos import Doubt, OffsetSource, PhotoFacts, upright_size
from inspector.operations.photos import PhotoLine
from inspector.words.acceptance import bearing_text, position_text
from inspector.words.language import _
from inspector.words.photos import DOUBTS, NOTES, OFFSET_SOURCES, absence_text

_HASH_SHOWN = 16
_LAT_MOST, _LON_MOST = 90, 180
_KB = 1024


class Shelf(StrEnum):
    """Which of the photos are shown."""

    ALL = "all"
    OWN = "own"
    TRAY = "tray"
    LOOSE = "loose"
    DOUBTFUL = "doubtful"
    LOST = "lost"
    MISSING = "missing"


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """One photo of the contact sheet."""

    id: str
    sha256: str
    name: str
    place: str
    caption: str
    doubts: tuple[str, ...]
    absence: str
    is_loose: bool

    def spoken(self) -> str:
        """Say the photo for those who hear it."""
        parts = (self.name, self.place, self.caption, *self.doubts)
        return _("，").join(part for part in (*parts, self.absence) if part)


@dataclass(frozen=True, slots=True)
class Section:
    """Photos that stand under one title."""

    title: str
    ids: tuple[str, ...]
    is_tray: bool = False


@dataclass(frozen=True, slots=True)
class Setting:
    """What places the photos: visits, and the names and order of places."""

    visits: Mapping[str, Visit]
    places: Mapping[str, str]
    order: Mapping[str, int]
    places_of_targets: Mapping[str, str]


# -- the sheet ----------


def is_loose(line: PhotoLine) -> bool:
    """Tell whether a photo shows nothing of any record yet."""
    return not line.links or line.photo.project_id == TRAY


def belongs(line: PhotoLine, shelf: Shelf) -> bool:
    """Tell whether a photo is on a shelf."""
    return {
        Shelf.ALL: True,
        Shelf.OWN: line.photo.project_id != TRAY,
        Shelf.TRAY: line.photo.project_id == TRAY,
        Shelf.LOOSE: is_loose(line),
        Shelf.DOUBTFUL: bool(line.doubts),
        Shelf.LOST: not line.is_here or line.photo.facts.unreadable,
        Shelf.MISSING: not line.is_here and line.photo.project_id != TRAY,
    }[shelf]


def counts(lines: Sequence[PhotoLine]) -> dict[Shelf, int]:
    """Count the photos of each shelf."""
    return {shelf: sum(belongs(line, shelf) for line in lines) for shelf in Shelf}


def shelves(counted: Mapping[Shelf, int], chosen: Shelf) -> list[Shelf]:
    """Give the shelves to choose from: some only where they part the photos, or are open."""
    is_parted = bool(counted[Shelf.OWN] and counted[Shelf.TRAY])
    needs = {Shelf.OWN: is_parted, Shelf.TRAY: is_parted, Shelf.MISSING: counted[Shelf.MISSING] > 0}
    return [shelf for shelf in Shelf if needs.get(shelf, True) or shelf is chosen]


def cell_of(line: PhotoLine, setting: Setting) -> Cell:
    """Make the sheet's cell of a photo."""
    taken = line.photo.facts.taken_local
    when = f"{datetime.fromisoformat(taken):%m-%d %H:%M}" if taken else _("无拍摄时间")
    return Cell(
        id=line.photo.id,
        sha256=line.photo.sha256,
        name=line.photo.name,
        place=setting.places.get(_place_of(line, setting), line.photo.name),
        caption=line.photo.caption or when,
        doubts=doubt_words(line.doubts),
        absence=absence_text(line.where),
        is_loose=is_loose(line),
    )


def doubt_words(doubts: Iterable[Doubt]) -> tuple[str, ...]:
    """Say what makes one doubt a photo."""
    return tuple(_(DOUBTS[doubt]) for doubt in doubts)


def sections(lines: Sequence[PhotoLine], setting: Setting) -> list[Section]:
    """Put the tray first, then the visits, newest first, each in the order of its places."""
    tray = [line.photo.id for line in lines if is_loose(line)]
    filed = [line for line in lines if not is_loose(line)]
    grouped: dict[str, list[str]] = {}
    for line in sorted(filed, key=lambda line: _rank(line, setting)):
        grouped.setdefault(_visit_of(line, setting), []).append(line.photo.id)
    made = [Section(_title(key, setting), tuple(ids)) for key, ids in grouped.items()]
    return [Section(_("未归位"), tuple(tray), is_tray=True), *made] if tray else made


def _visit_of(line: PhotoLine, setting: Setting) -> str:
    visit = line.photo.visit_id or ""
    return visit if visit in setting.visits else ""


def _place_of(line: PhotoLine, setting: Setting) -> str:
    if line.photo.place_id:
        return line.photo.place_id
    found = (setting.places_of_targets.get(link.target_id) for link in line.links)
    return next((place for place in found if place), "")


def _rank(line: PhotoLine, setting: Setting) -> tuple[int, str, int]:
    key = _visit_of(line, setting)
    day = setting.visits[key].first_on if key else date.min
    last = len(setting.order)
    return -day.toordinal(), key, setting.order.get(_place_of(line, setting), last)


def _title(visit_id: str, setting: Setting) -> str:
    return setting.visits[visit_id].title if visit_id else _("不在查验期间")


# -- evidence ----------


def taken_said(facts: PhotoFacts) -> str:
    """Say when a photo was taken, who says so, and where its offset comes from."""
    if facts.taken_local is None:
        return _("照片没有拍摄时间")
    at = f"{datetime.fromisoformat(facts.taken_local):%Y-%m-%d %H:%M}"
    if facts.offset_source is None or facts.offset_source is OffsetSource.ASSUMED:
        return _("{at}（照片自带），时区推定 {offset}").format(at=at, offset=facts.utc_offset)
    return _("{at}（照片自带），时区 {offset}（{source}）").format(
        at=at, offset=facts.utc_offset, source=_(OFFSET_SOURCES[facts.offset_source])
    )


def evidence(photo: Photo, visit: str) -> list[tuple[str, str]]:
    """List what a photo says about itself; what it does not say is left out."""
    facts = photo.facts
    notes = [_(words) for note, words in NOTES.items() if note.value in facts.notes]
    return [
        (_("时间"), taken_said(facts)),
        (_("位置"), position_text(facts)),
        (_("朝向"), bearing_text(facts) or ""),
        (_("相机"), " ".join(part for part in (facts.make, facts.model) if part)),
        (_("画面"), _size(photo)),
        (_("查验"), visit),
        (_("原文件名"), photo.name),
        (_("SHA-256"), f"{photo.sha256[:_HASH_SHOWN]}…"),
        (_("备注"), _("；").join(notes)),
    ]


def _size(photo: Photo) -> str:
    size = upright_size(photo.facts)
    amount = photo.size / _KB / _KB
    weight = f"{amount:.1f} MB" if amount >= 1 else f"{max(photo.size // _KB, 1)} KB"
    return f"{size[0]} × {size[1]}，{weight}" if size else weight


def degrees(text: str, most: int) -> Decimal | None:
    """Read a latitude or longitude in degrees; None where it is none."""
    try:
        value = Decimal(text.strip().rstrip("°"))
    except InvalidOperation:
        return None
    return value if value.is_finite() and abs(value) <= most else None


def point(latitude: str, longitude: str) -> tuple[Decimal | None, Decimal | None]:
    """Read both parts of a position."""
    return degrees(latitude, _LAT_MOST), degrees(longitude, _LON_MOST)
