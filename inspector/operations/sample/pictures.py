"""The story's photos: what each shows, when, where and by whom it is taken."""

import random
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from decimal import Decimal
from pathlib import Path

from inspector.core.checklists import AnswerState, Severity
from inspector.core.evidence import PhotoRole
from inspector.operations.sample.darkroom import DrawOrder
from inspector.operations.sample.days import BY_ROUND, VISITS, morning
from inspector.operations.sample.finding import Finding, Round
from inspector.operations.sample.people import REPAIRER, Actor
from inspector.operations.sample.places import SitePlace
from inspector.operations.sample.plan import (
    Plan,
    PlannedAnswer,
    SampleSize,
    Spot,
    recheck_days,
)
from inspector.photos.sample.exif import Shot
from inspector.photos.scenes import PHONE_SIZE, SceneKind

_SITE = (Decimal("36.067200"), Decimal("120.382400"))
"""Where the made-up community lies; the committed HEIC files say the same."""

_DEGREE_NORTH_M = Decimal(111_000)
_DEGREE_EAST_M = Decimal(89_800)
_SMALL_SIZE = (640, 480)
_PHONES = (
    ("HUAWEI", "ALN-AL80"),
    ("Xiaomi", "23127PN0CC"),
    ("vivo", "V2309A"),
    ("HONOR", "PGT-AN10"),
)
_EVIDENCE: tuple[tuple[str, str, SceneKind], ...] = (
    ("H1", "FS-007", SceneKind.HYDRANT),
    ("E3", "PK-008", SceneKind.EBIKE_SHED),
    ("T1", "WS-004", SceneKind.WASTE_STATION),
    ("R2", "RD-005", SceneKind.ROAD_SURFACE),
    ("R2", "FS-001", SceneKind.FIRE_LANE),
    ("B01", "BE-001", SceneKind.ROOF),
    ("K1", "PK-003", SceneKind.PARKING),
    ("G4", "GR-003", SceneKind.TREE_PIT),
    ("B25-3", "BE-007", SceneKind.STAIRWELL),
    ("Z2", "BF-003", SceneKind.RAMP),
    ("R6", "LT-003", SceneKind.STREET_LAMP),
    ("P1", "PP-009", SceneKind.MANHOLE),
    ("P5", "PP-010", SceneKind.DRAIN),
    ("B02", "BE-004", SceneKind.WALL_PIPES),
    ("B12", "BE-001", SceneKind.ROOF),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class PlannedPhoto:
    """One photo of the story; a HEIC file is not drawn but lies ready under its name."""

    name: str
    scene: SceneKind
    seed: int
    after: bool
    shot: Shot
    thumbnail: bool
    size: tuple[int, int]
    round: Round
    place: SitePlace
    item: str
    role: PhotoRole
    photographer: str
    caption: str
    finding: Finding | None = None
    heic: str | None = None

    @property
    def spot(self) -> Spot:
        """Give the place and item that it shows."""
        return self.place.key, self.item

    @property
    def day(self) -> date:
        """Give the day on which it is taken."""
        return self.shot.taken_local.date()


@dataclass(frozen=True, slots=True, kw_only=True)
class _Look:
    """What a photo shows, before the camera's part is worked out."""

    at: datetime
    round: Round
    place: SitePlace
    item: str
    scene: SceneKind
    seed: str
    after: bool
    role: PhotoRole
    by: Actor
    words: str
    finding: Finding | None = None
    heic: str | None = None


def photos_of(plan: Plan, *, small: bool = False) -> tuple[PlannedPhoto, ...]:
    """Lay out all photos of a plan in the order in which they are taken.

    The small community's pictures are small, and so are all where it is asked for.
    """
    looks = sorted(_looks(plan), key=lambda look: look.at)
    full = plan.size is SampleSize.FULL and not small
    size = PHONE_SIZE if full else _SMALL_SIZE
    return tuple(_taken(plan, look, index, size) for index, look in enumerate(looks))


def _looks(plan: Plan) -> Iterator[_Look]:
    yield from _before(plan)
    yield from _after(plan)
    yield from _sent_back(plan)
    yield from _evidence(plan)


def orders_for(photos: Iterable[PlannedPhoto], folder: Path) -> list[DrawOrder]:
    """Say which pictures are to be drawn where."""
    return [
        DrawOrder(
            path=folder / photo.name,
            scene=photo.scene,
            seed=photo.seed,
            shot=photo.shot,
            after=photo.after,
            thumbnail=photo.thumbnail,
            size=photo.size,
        )
        for photo in photos
        if photo.heic is None
    ]


def _before(plan: Plan) -> Iterator[_Look]:
    for answer in plan.answers:
        finding = answer.finding
        if finding is None or not answer.opens:
            continue
        role, words = PhotoRole.BEFORE, f"近景：{_gist(finding.text)}"
        yield _look(answer, finding, finding.scene, role, words)
        if plan.size is SampleSize.FULL and _needs_far(answer):
            yield _far(answer, finding)


def _needs_far(answer: PlannedAnswer) -> bool:
    """Tell whether a finding is grave and wide enough to be shown from afar too."""
    is_grave = answer.scope.item.severity_default is Severity.CRITICAL
    return is_grave and answer.scope.place.profile in {"asphalt", "building", "parking"}


def _look(
    answer: PlannedAnswer, finding: Finding, scene: SceneKind, role: PhotoRole, words: str
) -> _Look:
    return _Look(
        at=answer.at - timedelta(seconds=41 if role is PhotoRole.BEFORE else 67),
        round=answer.round,
        place=answer.scope.place,
        item=answer.scope.item.id,
        scene=scene,
        seed=f"{finding.place}-{finding.item}" + ("" if role is PhotoRole.BEFORE else "-far"),
        after=False,
        role=role,
        by=answer.by,
        words=words,
        finding=finding,
    )


def _far(answer: PlannedAnswer, finding: Finding) -> _Look:
    words = f"远景：{answer.scope.place.name}，问题见下一张近景。"
    return _look(answer, finding, finding.scene, PhotoRole.FAR, words)


def _after(plan: Plan) -> Iterator[_Look]:
    by_spot = {(scope.place.key, scope.item.id): scope for scope in plan.scopes}
    for visit in VISITS:
        chosen = [finding for finding in plan.findings if finding.rechecked is visit.round]
        days = recheck_days(chosen, visit)
        for day in visit.days if chosen else ():
            todays = [finding for finding in chosen if day in days[finding.spot]]
            for finding, at in zip(todays, morning(day, len(todays)), strict=True):
                place, is_last = by_spot[finding.spot].place, day == days[finding.spot][-1]
                yield _Look(
                    at=_heic_time(finding, at),
                    round=visit.round,
                    place=place,
                    item=finding.item,
                    scene=finding.scene,
                    seed=f"{finding.place}-{finding.item}",
                    after=is_last,
                    role=PhotoRole.AFTER,
                    by=REPAIRER[finding.party],
                    words=f"整改后：{_gist(finding.repair)}" if is_last else "第一次整改后现状。",
                    finding=finding,
                    heic=finding.heic if is_last else None,
                )


def _sent_back(plan: Plan) -> Iterator[_Look]:
    """Show what the re-check found where a repair was sent back."""
    for answer in plan.answers:
        finding = answer.finding
        is_recheck = answer.round in {Round.FIRST_RECHECK, Round.LAST_RECHECK}
        if finding is None or not is_recheck or answer.state is not AnswerState.FAIL:
            continue
        yield _Look(
            at=answer.at - timedelta(seconds=33),
            round=answer.round,
            place=answer.scope.place,
            item=finding.item,
            scene=finding.scene,
            seed=f"{finding.place}-{finding.item}",
            after=False,
            role=PhotoRole.RECHECK,
            by=answer.by,
            words=f"复验不合格：{_gist(finding.reason)}",
            finding=finding,
        )


_HEIC_TIMES = {
    "courtyard-lamp.heic": (10, 12, 31),
    "hydrant.heic": (10, 26, 5),
    "tree-pit-portrait.heic": (10, 41, 52),
}


def _heic_time(finding: Finding, at: datetime) -> datetime:
    """Take the time that the committed file itself tells."""
    if finding.heic is None:
        return at
    hour, minute, second = _HEIC_TIMES[finding.heic]
    return at.replace(hour=hour, minute=minute, second=second)


def _evidence(plan: Plan) -> Iterator[_Look]:
    joint = {answer.spot: answer for answer in plan.answers if answer.round is Round.JOINT}
    for place, item, scene in _EVIDENCE:
        answer = joint.get((place, item))
        if answer is None:
            continue
        yield _Look(
            at=answer.at - timedelta(seconds=9),
            round=answer.round,
            place=answer.scope.place,
            item=item,
            scene=scene,
            seed=f"evidence-{place}-{item}",
            after=True,
            role=PhotoRole.NEAR,
            by=answer.by,
            words=f"{answer.scope.item.title_zh}，查验合格。",
        )


def _taken(plan: Plan, look: _Look, index: int, size: tuple[int, int]) -> PlannedPhoto:
    rng = random.Random(f"{plan.seed} {look.seed} {look.role} {look.at}")  # noqa: S311 - a story
    aim = random.Random(f"{plan.seed} {look.seed}").randrange(360)  # noqa: S311 - likewise
    taken = look.at.replace(tzinfo=None, microsecond=rng.randrange(1000) * 1000)
    make, model = _PHONES[sum(map(ord, look.by.name)) % len(_PHONES)]
    shot = Shot(
        taken_local=taken,
        latitude=_degrees(_SITE[0], look.place.north_m, rng, _DEGREE_NORTH_M),
        longitude=_degrees(_SITE[1], look.place.east_m, rng, _DEGREE_EAST_M),
        altitude_m=Decimal(rng.randrange(80, 320)) / 10,
        direction_deg=Decimal((aim + rng.randrange(-6, 7)) % 360),
        accuracy_m=Decimal(rng.randrange(30, 120)) / 10,
        make=make,
        model=model,
    )
    ending = look.heic or f"IMG_{taken:%Y%m%d_%H%M%S}_{index + 1:03d}_drawn.jpg"
    return PlannedPhoto(
        name=ending,
        scene=look.scene,
        seed=_picture_seed(plan.seed, look.seed),
        after=look.after,
        shot=shot,
        thumbnail=index % 2 == 0,
        size=size,
        round=look.round,
        place=look.place,
        item=look.item,
        role=look.role,
        photographer=look.by.name,
        caption=_caption(look),
        finding=look.finding,
        heic=look.heic,
    )


def _picture_seed(seed: int, name: str) -> int:
    return random.Random(f"{seed} {name}").randrange(1 << 30)  # noqa: S311 - a picture's seed


def _degrees(origin: Decimal, metres: int, rng: random.Random, one_degree_m: Decimal) -> Decimal:
    """Turn metres from the site's middle into degrees, with the jitter of a phone."""
    away = Decimal(metres) + Decimal(rng.randrange(-40, 41)) / 10
    return (origin + away / one_degree_m).quantize(Decimal("0.000001"))


def _caption(look: _Look) -> str:
    """Tell what, on which occasion and before whom.

    Time, place and photographer, the other three of the six elements (DA/T 50-2014), are fields
    of their own and print beside the caption.
    """
    occasion = BY_ROUND[look.round].title.partition(" ")[2]
    present = "、".join(_present(look))
    return f"{look.words.removesuffix('。')}（{occasion}，在场：{present}）"


def _gist(text: str) -> str:
    """Give the first clause: the record beside the photo says the rest."""
    return re.split("[，；。]", text, maxsplit=1)[0]


def _present(look: _Look) -> Sequence[str]:
    actors = BY_ROUND[look.round].actors
    return list(dict.fromkeys([look.by.name, actors[-1].name]))
