"""Scenes on the ground: roads, lanes, covers, drains, parking, trees, roofs."""

import math

from PIL import Image, ImageDraw, ImageFilter

from inspector.photos.sample.stage import PLAN, WIDTH, Stage
from inspector.photos.sample.texture import (
    ASPHALT,
    CONCRETE,
    GRASS,
    MEMBRANE,
    SOIL,
    blob,
    bricks,
    crack,
    inlay,
    soft_mask,
    surface,
)

_DARK = ((20, 18, 17), (20, 18, 17))
_PAVERS = ((126, 112, 104), (190, 176, 164))
_JOINT = (104, 100, 94)
_YELLOW = (222, 176, 44)
_WHITE = (226, 226, 220)


def road_surface(stage: Stage, *, after: bool) -> None:
    """Draw a road looked down upon, a two-metre straightedge across it."""
    plan = surface(stage.hand, PLAN, ASPHALT, 0.5)
    draw = ImageDraw.Draw(plan)
    if after:
        patch = surface(stage.hand, (560, 420), ((36, 37, 39), (88, 88, 88)), 0.5)
        plan.paste(patch, (330, 360))
        draw.rectangle((330, 360, 890, 780), outline=(28, 28, 28), width=5)
    else:
        _pothole(stage, plan)
        for _number in range(4):
            start = (stage.hand.randrange(300, 900), stage.hand.randrange(300, 800))
            crack(stage.hand, draw, start, (stage.hand.randrange(-18, 18), 16), 22)
    stage.ground(plan, (-120, 1250), 2100)
    _straightedge(stage)
    stage.foliage_shadow()


def _pothole(stage: Stage, plan: Image.Image) -> None:
    hole = blob(stage.hand, (610, 600), (230, 160), 26)
    inlay(stage.hand, plan, hole, ((40, 36, 32), (104, 96, 86)), (3, 1))
    inlay(stage.hand, plan, [(x + 14, y + 22) for x, y in hole], _DARK, (12, 0.45))
    draw = ImageDraw.Draw(plan)
    for _stone in range(70):
        x, y = stage.hand.randrange(420, 800), stage.hand.randrange(470, 740)
        tone, size = stage.hand.randrange(80, 150), stage.hand.randrange(3, 11)
        draw.ellipse((x, y, x + size, y + size * 0.7), fill=(tone, tone - 4, tone - 10))


def _straightedge(stage: Stage) -> None:
    slope = stage.hand.randrange(-40, 40)
    top, bottom = 430 + slope, 466 + slope
    edge = [(110, top), (1130, top - slope * 2), (1132, bottom - slope * 2), (108, bottom)]
    stage.shadow([(x + 4, y + 26) for x, y in edge], 0.6, 5)
    stage.slab(edge, (196, 198, 200), 0.1)
    for mark in range(41):
        share = mark / 40
        x = round(112 + share * 1016)
        y = round(top - slope * 2 * share)
        stage.draw.line((x, y + 2, x, y + (16 if mark % 5 == 0 else 9)), fill=(40, 40, 40), width=2)


def manhole(stage: Stage, *, after: bool) -> None:
    """Draw an iron cover in paving, sunk before and level in a new ring after."""
    plan = bricks(stage.hand, PLAN, (120, 62), _PAVERS, _JOINT)
    bed = CONCRETE if after else ((70, 62, 52), (120, 108, 94))
    inlay(stage.hand, plan, _circle((600, 600), 330 if after else 300), bed)
    if not after:
        inlay(stage.hand, plan, _circle((600, 612), 268), _DARK, (7, 1))
        draw = ImageDraw.Draw(plan)
        for heading in ((-16, -14), (18, 9), (-4, 19)):
            crack(stage.hand, draw, (600 + heading[0] * 16, 600 + heading[1] * 16), heading, 12)
    _cover(stage, plan, (600, 600 if after else 606), 250)
    stage.ground(plan, (-60, 1150), 1900)
    stage.foliage_shadow()


def _circle(centre: tuple[int, int], radius: int) -> list[tuple[int, int]]:
    steps = [2 * math.pi * step / 60 for step in range(60)]
    x, y = centre
    return [(round(x + radius * math.cos(a)), round(y + radius * math.sin(a))) for a in steps]


def _cover(stage: Stage, plan: Image.Image, centre: tuple[int, int], radius: int) -> None:
    iron = surface(stage.hand, PLAN, ((46, 40, 36), (112, 98, 86)), 0.5)
    draw = ImageDraw.Draw(iron)
    x, y = centre
    for step in range(-radius, radius, 34):
        for across in range(-radius, radius, 34):
            left, top = x + step + (across // 34 % 2) * 17, y + across
            draw.rectangle((left, top, left + 19, top + 15), fill=(92, 84, 76))
            draw.line((left, top + 16, left + 20, top + 16), fill=(30, 26, 24), width=3)
    for ring in (radius - 8, radius - 30):
        draw.ellipse((x - ring, y - ring, x + ring, y + ring), outline=(38, 33, 30), width=7)
    draw.ellipse((x - 70, y - 40, x + 70, y + 40), fill=(74, 66, 60), outline=(34, 30, 28), width=4)
    plan.paste(iron, mask=soft_mask(PLAN, _circle(centre, radius), 1))


def fire_lane(stage: Stage, *, after: bool) -> None:
    """Draw a lane between blocks with yellow fire-lane markings; a car stands in it before."""
    stage.sky(330)
    stage.block((-20, 60, 330, 350), 6, 6)
    stage.block((900, 20, 1244, 350), 6, 5)
    stage.hedge((300, 230, 930, 350))
    plan = surface(stage.hand, PLAN, ASPHALT, 0.35)
    _lane_paint(stage, plan, worn=not after)
    stage.ground(plan, (318, 330), 2300, stage.hand.randrange(-60, 60))
    for side in (-1, 1):
        _verge(stage, side)
    if not after:
        stage.car(
            (640, 360, 880, 560), stage.hand.choice(((188, 190, 194), (40, 44, 52), (150, 34, 34)))
        )
    stage.foliage_shadow()


def _lane_paint(stage: Stage, plan: Image.Image, *, worn: bool) -> None:
    paint = Image.new("L", PLAN, 0)
    draw = ImageDraw.Draw(paint)
    for x in (340, 840):
        draw.rectangle((x, 0, x + 16, 1200), fill=235)
    for y in range(40, 1200, 130):
        draw.line((356, y + 90, 840, y), fill=235, width=14)
    if worn:
        holes = surface(stage.hand, PLAN, ((0, 0, 0), (255, 255, 255)), 0.5).convert("L")
        paint.paste(0, mask=holes.point(lambda v: 255 if v > 104 else 120))  # noqa: PLR2004 - how worn
    plan.paste(_YELLOW, mask=paint.filter(ImageFilter.BoxBlur(1)))


def _verge(stage: Stage, side: int) -> None:
    """Lay kerb and grass beside a road."""
    x = 250 if side < 0 else 950
    edge, far = (-900, x) if side < 0 else (x, 2100)
    corners = [stage.at(edge, 20), stage.at(far, 20), stage.at(far, 1190), stage.at(edge, 1190)]
    inlay(stage.hand, stage.image, corners, GRASS, (1, 1))
    inner = x + 26 * side
    kerb = [stage.at(x, 20), stage.at(inner, 20), stage.at(inner, 1190), stage.at(x, 1190)]
    stage.slab(kerb, (168, 166, 160))
    for y in range(120, 1200, 120):
        stage.draw.line((*stage.at(x, y), *stage.at(inner, y)), fill=(112, 110, 104), width=2)


def parking(stage: Stage, *, after: bool) -> None:
    """Bays beside a road; the lines are worn and one bay is dug up before."""
    stage.sky(300)
    stage.block((40, 10, 620, 330), 6, 9)
    stage.hedge((480, 190, 1244, 330))
    plan = surface(stage.hand, PLAN, ASPHALT, 0.35)
    paint = Image.new("L", PLAN, 0)
    draw = ImageDraw.Draw(paint)
    for x in range(-40, 1300, 250):
        draw.rectangle((x, 180, x + 12, 760), fill=240)
    draw.rectangle((0, 760, 1200, 772), fill=240)
    if not after:
        worn = surface(stage.hand, PLAN, ((0, 0, 0), (255, 255, 255)), 0.4).convert("L")
        paint.paste(30, mask=worn.point(lambda v: 255 if v > 112 else 60))  # noqa: PLR2004 - how worn
        crack(stage.hand, ImageDraw.Draw(plan), (420, 300), (8, 18), 34)
        inlay(stage.hand, plan, blob(stage.hand, (590, 520), (120, 190)), SOIL, (4, 1))
    plan.paste(_WHITE, mask=paint.filter(ImageFilter.BoxBlur(1)))
    stage.ground(plan, (300, 900), 2100)
    stage.car((150, 300, 400, 510), (196, 198, 202))
    if after or stage.hand.random() < 0.5:  # noqa: PLR2004 - one photo in two
        stage.car((930, 310, 1180, 520), stage.hand.choice(((42, 58, 96), (58, 60, 62))))
    stage.foliage_shadow()


def drain(stage: Stage, *, after: bool) -> None:
    """Draw a gully grate at the kerb, blocked with leaves before."""
    plan = surface(stage.hand, PLAN, ASPHALT, 0.45)
    plan.paste(bricks(stage.hand, (1200, 360), (120, 60), _PAVERS, _JOINT), (0, 0))
    plan.paste(surface(stage.hand, (1200, 70), CONCRETE, 0.4), (0, 350))
    draw = ImageDraw.Draw(plan)
    for x in range(60, 1200, 260):
        draw.line((x, 350, x, 420), fill=(96, 92, 86), width=4)
    draw.rectangle((0, 418, 1200, 426), fill=(60, 58, 54))
    _grate(draw)
    if after:
        inlay(stage.hand, plan, blob(stage.hand, (620, 720), (420, 120)), _DARK, (40, 0.2))
    else:
        water = blob(stage.hand, (600, 640), (480, 210), 30)
        inlay(stage.hand, plan, water, ((60, 66, 68), (128, 136, 138)), (6, 0.75))
        _leaves(stage, draw, 260)
    stage.ground(plan, (-40, 1250), 2000, stage.hand.randrange(-80, 80))
    stage.foliage_shadow()


def _grate(draw: ImageDraw.ImageDraw) -> None:
    draw.rectangle((380, 440, 820, 720), fill=(58, 54, 50), outline=(30, 28, 26), width=10)
    for x in range(404, 800, 36):
        draw.rectangle((x, 462, x + 18, 698), fill=(10, 10, 11))
        draw.line((x - 2, 462, x - 2, 698), fill=(104, 98, 92), width=3)


def _leaves(stage: Stage, draw: ImageDraw.ImageDraw, count: int) -> None:
    for _leaf in range(count):
        x, y = int(stage.hand.gauss(600, 170)), int(stage.hand.gauss(590, 90))
        long, wide = stage.hand.randrange(14, 34), stage.hand.randrange(8, 18)
        tone = stage.hand.choice(((122, 84, 34), (92, 62, 28), (146, 112, 48), (70, 74, 34)))
        turn = stage.hand.choice((-1, 1)) * wide // 2
        draw.polygon(
            [
                (x, y),
                (x + long // 2, y + turn),
                (x + long, y + wide // 3),
                (x + long // 2, y - turn),
            ],
            fill=tone,
        )


def tree_pit(stage: Stage, *, after: bool) -> None:
    """Draw a young tree in its pit: staked and mulched after, leaning in bare soil before."""
    stage.sky(360)
    stage.block((-30, 0, 470, 380), 6, 7)
    stage.hedge((430, 220, 1244, 400))
    plan = bricks(stage.hand, PLAN, (100, 54), _PAVERS, _JOINT)
    pit = SOIL if not after else ((58, 40, 26), (126, 88, 58))
    plan.paste(surface(stage.hand, (420, 420), pit, 0.75), (400, 420))
    ImageDraw.Draw(plan).rectangle((392, 412, 828, 848), outline=(176, 172, 164), width=16)
    stage.ground(plan, (370, 900), 2000)
    foot = stage.at(610, 640)
    lean = 0 if after else stage.hand.choice((-1, 1)) * 150
    _tree(stage, foot, lean, bare=not after)
    if after:
        for x in (-92, 92):
            stage.draw.line(
                (foot[0] + x * 1.3, foot[1] + 30, foot[0] + x * 0.1, foot[1] - 260),
                fill=(148, 116, 74),
                width=13,
            )
        stage.draw.line(
            (foot[0] - 60, foot[1] - 190, foot[0] + 60, foot[1] - 190),
            fill=(134, 104, 66),
            width=11,
        )


def _tree(stage: Stage, foot: tuple[int, int], lean: int, *, bare: bool) -> None:
    x, y = foot
    top = (x + lean, y - 430)
    stage.shadow([(x, y), (x + 20, y + 8), (x + 420, y + 90), (x + 380, y + 110)], 0.5)
    for width, tone in ((30, (70, 56, 42)), (18, (104, 86, 66)), (7, (134, 114, 92))):
        stage.draw.line((x - (30 - width) // 3, y, top[0], top[1]), fill=tone, width=width)
    for _branch in range(9):
        share = stage.hand.uniform(0.5, 0.95)
        start = (x + lean * share, y - 430 * share)
        end = (start[0] + stage.hand.randrange(-190, 190), start[1] - stage.hand.randrange(60, 190))
        stage.draw.line((*start, *end), fill=(82, 66, 50), width=7)
    if not bare or stage.hand.random() < 0.6:  # noqa: PLR2004 - a few brown leaves on most
        _crown(stage, top, brown=bare)


def _crown(stage: Stage, top: tuple[int, int], *, brown: bool) -> None:
    tones = (
        ((64, 96, 36), (92, 122, 48), (44, 72, 28))
        if not brown
        else ((116, 92, 44), (138, 112, 58), (90, 78, 40))
    )
    for _leaf in range(1500 if not brown else 420):
        x, y = stage.hand.gauss(top[0], 118), stage.hand.gauss(top[1] - 20, 82)
        size = stage.hand.randrange(6, 17)
        stage.draw.ellipse((x, y, x + size, y + size * 0.7), fill=stage.hand.choice(tones))


def roof(stage: Stage, *, after: bool) -> None:
    """Draw a flat roof with its membrane and parapet: ponding and blisters before."""
    stage.sky(260)
    for x in range(-40, 1200, 330):
        stage.block((x, stage.hand.randrange(90, 170), x + 250, 270), 5, 6)
    plan = surface(
        stage.hand, PLAN, MEMBRANE if not after else ((118, 122, 124), (176, 180, 180)), 0.45
    )
    draw = ImageDraw.Draw(plan)
    for x in range(100, 1200, 240):
        draw.line((x, 0, x, 1200), fill=(54, 58, 60) if not after else (140, 144, 144), width=5)
    if not after:
        water = blob(stage.hand, (680, 720), (330, 170), 30)
        inlay(stage.hand, plan, water, ((96, 112, 128), (168, 182, 194)), (5, 0.75))
        for _blister in range(9):
            spot = (stage.hand.randrange(150, 1000), stage.hand.randrange(350, 1100))
            inlay(stage.hand, plan, blob(stage.hand, spot, (44, 30)), MEMBRANE, (14, 0.8))
        crack(stage.hand, draw, (340, 300), (6, 20), 30)
    stage.ground(plan, (330, 1500), 2300)
    stage.slab([(0, 240), (WIDTH, 240), (WIDTH, 340), (0, 340)], (186, 182, 172))
    stage.slab([(0, 228), (WIDTH, 228), (WIDTH, 246), (0, 246)], (206, 202, 194))
    stage.shadow([(0, 340), (WIDTH, 340), (WIDTH, 372), (0, 366)], 0.55)
    stage.tube((970, 250, 1024, 520), (148, 150, 150))
