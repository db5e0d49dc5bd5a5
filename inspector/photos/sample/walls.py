"""Scenes with things that stand or hang: walls, stairs, rails, lamps, hydrants, sheds, bins."""

from inspector.photos.sample.stage import HEIGHT, PLAN, WIDTH, Stage
from inspector.photos.sample.texture import (
    ASPHALT,
    CONCRETE,
    GRASS,
    PLASTER,
    blob,
    bricks,
    crack,
    inlay,
    surface,
)

_PAVERS = ((126, 112, 104), (190, 176, 164))
_JOINT = (104, 100, 94)
_RED = (178, 34, 28)
_STEEL = (186, 190, 194)


def hydrant(stage: Stage, *, after: bool) -> None:
    """Draw a red hydrant on the verge: rusty and without a cap before, painted after."""
    stage.sky(240)
    stage.block((-40, -40, 700, 300), 5, 9)
    stage.hedge((560, 120, 1264, 320))
    stage.ground(surface(stage.hand, PLAN, GRASS, 0.7), (290, 1500), 2400)
    pad = [(420, 800), (840, 800), (900, 880), (360, 880)]
    stage.slab(pad, (164, 160, 152))
    stage.shadow([(620, 790), (700, 800), (1080, 850), (1040, 874)], 0.55)
    rust = 0.0 if after else 0.42
    stage.tube((586, 380, 690, 800), _RED, rust=rust)
    stage.tube((556, 350, 720, 392), _RED, rust=rust)
    stage.tube((596, 300, 680, 356), _RED, rust=rust)
    stage.tube((620, 272, 656, 306), (150, 28, 24), rust=rust)
    stage.tube((480, 470, 590, 560), _RED, upright=False, rust=rust)
    stage.tube((686, 470, 796, 560), _RED, upright=False, rust=rust)
    stage.tube((546, 760, 730, 806), (120, 26, 22), rust=rust)
    stage.tube((462, 458, 488, 572), (206, 188, 92) if after else (58, 38, 30))
    if after:
        stage.tube((790, 458, 816, 572), (206, 188, 92))
    else:
        stage.draw.ellipse((776, 478, 800, 552), fill=(16, 14, 14))


def stairwell(stage: Stage, *, after: bool) -> None:
    """Stairs inside a block: peeling paint and hanging cables before, clean after."""
    wall = ((150, 146, 134), (206, 202, 190)) if not after else ((206, 204, 196), (236, 234, 228))
    stage.image.paste(surface(stage.hand, (WIDTH, HEIGHT), wall, 0.08))
    dado = (94, 132, 112) if not after else (126, 158, 148)
    stage.slab([(0, 430), (WIDTH, 180), (WIDTH, 520), (0, 918)], dado, 0.12)
    _flight(stage)
    if after:
        _rail(stage, (1000, 330), (60, 760), _STEEL)
        stage.tube((180, 70, 350, 104), (236, 238, 232), upright=False)
    else:
        _peeling(stage)
        _rail(stage, (1000, 330), (520, 560), (104, 66, 44))
        for _cable in range(6):
            x = stage.hand.randrange(100, 700)
            points = [(x - 200, 40), (x, 130 + stage.hand.randrange(60)), (x + 330, 20)]
            stage.draw.line(points, fill=(34, 34, 36), width=5, joint="curve")
    dark = [(WIDTH - 420, 0), (WIDTH, 0), (WIDTH, HEIGHT), (WIDTH - 120, HEIGHT)]
    stage.shadow(dark, 0.35, 60)


def _flight(stage: Stage) -> None:
    for step in range(9):
        y = 918 - step * 62
        x = step * 74
        tread = [(x, y - 62), (WIDTH, y - 62 - 30), (WIDTH, y - 30), (x - 60, y - 18)]
        stage.slab(tread, (172, 168, 160), 0.3)
        riser = [(x - 60, y - 18), (WIDTH, y - 30), (WIDTH, y + 26), (x - 60, y + 30)]
        stage.slab(riser, (118, 114, 108), 0.3)
        stage.draw.line((x - 60, y - 18, WIDTH, y - 30), fill=(70, 68, 64), width=4)


def _rail(
    stage: Stage, top: tuple[int, int], low: tuple[int, int], colour: tuple[int, int, int]
) -> None:
    for share in range(8):
        x = low[0] + (top[0] - low[0]) * share / 7
        y = low[1] + (top[1] - low[1]) * share / 7
        stage.draw.line((x, y, x, y + 190), fill=colour, width=9)
    for shift, tone in ((10, (70, 70, 70)), (0, colour)):
        stage.draw.line((low[0], low[1] + shift, top[0], top[1] + shift), fill=tone, width=22)


def _peeling(stage: Stage) -> None:
    for _patch in range(5):
        spot = (stage.hand.randrange(80, 760), stage.hand.randrange(80, 520))
        shape = blob(
            stage.hand, spot, (stage.hand.randrange(50, 130), stage.hand.randrange(30, 90))
        )
        stage.shadow([(x - 4, y - 4) for x, y in shape], 0.6, 3)
        inlay(stage.hand, stage.image, shape, CONCRETE, (1, 1))
    crack(stage.hand, stage.draw, (700, 60), (-6, 16), 18)


def ramp(stage: Stage, *, after: bool) -> None:
    """Draw an entrance with a ramp; the handrail is missing before."""
    stage.image.paste(surface(stage.hand, (WIDTH, HEIGHT), PLASTER, 0.2))
    stage.slab([(70, 110), (420, 110), (420, 640), (70, 640)], (74, 84, 90), 0.1)
    for x in (90, 250):
        stage.slab([(x, 132), (x + 148, 132), (x + 148, 620), (x, 620)], (112, 128, 136), 0.05)
    stage.slab([(30, 60), (470, 60), (500, 108), (10, 108)], (160, 156, 148))
    plan = bricks(stage.hand, PLAN, (110, 58), _PAVERS, _JOINT)
    stage.ground(plan, (620, 1700), 2300)
    deck = CONCRETE[1] if after else (150, 142, 130)
    stage.slab([(40, 600), (520, 600), (1224, 800), (1224, 880), (300, 860), (40, 700)], deck, 0.45)
    stage.slab([(300, 790), (1224, 868), (1224, 900), (300, 860)], (128, 124, 116), 0.4)
    if after:
        for height in (0, 80):
            for shift, tone in ((7, (84, 86, 90)), (0, (206, 210, 214))):
                line = (500, 430 + height + shift, 1190, 640 + height + shift)
                stage.draw.line(line, fill=tone, width=15)
        for x in range(500, 1200, 138):
            y = 430 + (x - 500) * 210 // 690
            stage.tube((x, y, x + 16, y + 210), _STEEL)
    else:
        crack(stage.hand, stage.draw, (560, 660), (20, 7), 16)
        for x in range(520, 1200, 150):
            y = 640 + (x - 500) * 190 // 700
            stage.tube((x, y - 34, x + 15, y), (110, 70, 44), rust=0.6)
    stage.foliage_shadow()


def wall_pipes(stage: Stage, *, after: bool) -> None:
    """Downpipes on an outer wall: one broken with a wet stain before."""
    tiles = bricks(
        stage.hand, (WIDTH, HEIGHT), (74, 34), ((150, 104, 84), (206, 160, 134)), (178, 170, 158)
    )
    stage.image.paste(tiles)
    for x in (700, 960):
        stage.slab([(x, 90), (x + 190, 90), (x + 190, 380), (x, 380)], (84, 96, 104), 0.06)
        stage.draw.rectangle((x, 90, x + 190, 380), outline=(226, 226, 222), width=12)
        stage.draw.line((x + 95, 90, x + 95, 380), fill=(226, 226, 222), width=9)
    if not after:
        stage.shadow(blob(stage.hand, (400, 640), (150, 300)), 0.5, 40)
    stage.shadow([(352, 0), (392, 0), (392, HEIGHT), (352, HEIGHT)], 0.45, 6)
    stage.shadow([(560, 0), (590, 0), (590, HEIGHT), (560, HEIGHT)], 0.4, 6)
    white = (214, 216, 214) if after else (176, 170, 158)
    if after:
        stage.tube((300, 0, 356, HEIGHT), white)
    else:
        stage.tube((300, 0, 356, 420), white)
        stage.tube((318, 560, 374, HEIGHT), white)
        stage.draw.polygon(
            [(300, 420), (356, 420), (350, 444), (330, 432), (312, 452)], fill=(120, 114, 104)
        )
    stage.tube((520, 0, 562, HEIGHT), (226, 190, 40))
    for y in range(70, HEIGHT, 230):
        for x in (292, 512):
            stage.slab([(x, y), (x + 72, y), (x + 72, y + 15), (x, y + 15)], (96, 98, 100))
    _air_conditioner(stage, (760, 520))


def _air_conditioner(stage: Stage, corner: tuple[int, int]) -> None:
    x, y = corner
    stage.shadow([(x + 16, y + 20), (x + 320, y + 20), (x + 320, y + 250), (x + 16, y + 250)], 0.5)
    stage.slab([(x, y), (x + 300, y), (x + 300, y + 210), (x, y + 210)], (222, 222, 214), 0.1)
    stage.draw.ellipse(
        (x + 30, y + 22, x + 196, y + 188), fill=(96, 98, 98), outline=(176, 176, 170), width=5
    )
    for ring in range(14, 84, 14):
        box = (x + 113 - ring, y + 105 - ring, x + 113 + ring, y + 105 + ring)
        stage.draw.ellipse(box, outline=(160, 160, 156), width=3)


def street_lamp(stage: Stage, *, after: bool) -> None:
    """Draw a lamp beside a path: its head hangs down before."""
    stage.sky(620)
    stage.block((-40, 180, 380, 640), 6, 6)
    stage.block((860, 120, 1264, 640), 6, 6)
    stage.hedge((0, 470, 1224, 660))
    stage.ground(surface(stage.hand, PLAN, ASPHALT, 0.35), (640, 600), 2300)
    colour = (64, 74, 80) if after else (104, 96, 84)
    stage.tube((610, 110, 636, 820), colour, rust=0.0 if after else 0.3)
    stage.tube((590, 760, 656, 832), colour)
    if after:
        stage.slab([(632, 96), (850, 70), (856, 84), (634, 118)], colour)
        stage.slab([(760, 62), (920, 52), (926, 84), (764, 96)], (206, 210, 212), 0.05)
        stage.slab([(772, 88), (920, 78), (922, 86), (774, 97)], (252, 246, 214), 0.02)
    else:
        stage.slab([(632, 96), (740, 150), (732, 168), (626, 118)], colour)
        stage.slab([(716, 160), (776, 150), (812, 300), (750, 314)], (150, 150, 146), 0.2)
        stage.draw.line([(740, 160), (700, 240), (716, 330)], fill=(30, 30, 32), width=5)


def ebike_shed(stage: Stage, *, after: bool) -> None:
    """Draw a shed for electric bikes: with chargers after, wires across the ground before."""
    stage.sky(200)
    stage.block((-20, -60, 1244, 260), 4, 14)
    stage.ground(surface(stage.hand, PLAN, CONCRETE, 0.35), (250, 1900), 2600)
    stage.slab([(60, 250), (1164, 250), (1164, 560), (60, 560)], (158, 164, 166), 0.15)
    stage.shadow([(60, 250), (1164, 250), (1164, 470), (60, 430)], 0.45, 20)
    stage.slab([(0, 120), (1224, 90), (1224, 170), (0, 210)], (70, 112, 158), 0.12)
    stage.draw.line((0, 212, 1224, 172), fill=(44, 66, 96), width=7)
    for x in range(60, 1224, 276):
        stage.tube((x, 190, x + 20, 700), (168, 172, 176))
    for place in range(7):
        _bike(stage, 90 + place * 155, 560 + stage.hand.randrange(30))
    if after:
        for x in range(110, 1100, 150):
            stage.slab([(x, 300), (x + 46, 300), (x + 46, 366), (x, 366)], (236, 238, 236), 0.04)
            stage.draw.ellipse((x + 16, 318, x + 30, 332), fill=(46, 160, 76))
    else:
        for _wire in range(9):
            x = stage.hand.randrange(100, 1000)
            points = [
                (x, 210),
                (x + 60, 460 + stage.hand.randrange(90)),
                (x + 130, 720),
                (x + 260, 690),
            ]
            stage.draw.line(points, fill=(32, 32, 34), width=4, joint="curve")


def _bike(stage: Stage, x: int, y: int) -> None:
    colour = stage.hand.choice(
        ((170, 40, 36), (40, 60, 110), (214, 214, 208), (40, 42, 44), (60, 110, 76))
    )
    stage.shadow([(x - 6, y + 176), (x + 170, y + 176), (x + 190, y + 206), (x, y + 206)], 0.6)
    for centre in (x + 24, x + 136):
        box = (centre - 36, y + 110, centre + 36, y + 196)
        stage.draw.ellipse(box, outline=(26, 26, 28), width=12, fill=(92, 92, 92))
    stage.slab(
        [(x + 18, y + 64), (x + 60, y + 20), (x + 74, y + 130), (x + 30, y + 140)], colour, 0.06
    )
    stage.slab(
        [(x + 60, y + 120), (x + 150, y + 96), (x + 156, y + 140), (x + 60, y + 150)], colour, 0.06
    )
    stage.slab(
        [(x + 84, y + 72), (x + 160, y + 66), (x + 158, y + 96), (x + 84, y + 98)],
        (36, 34, 34),
        0.1,
    )
    stage.draw.line((x + 56, y + 30, x + 42, y - 18), fill=(44, 44, 46), width=9)
    stage.draw.line((x + 16, y - 14, x + 66, y - 22), fill=(30, 30, 32), width=9)


def waste_station(stage: Stage, *, after: bool) -> None:
    """Four kinds of bins under a roof; litter on the ground before."""
    stage.sky(240)
    stage.hedge((0, 60, 1224, 300))
    stage.ground(surface(stage.hand, PLAN, CONCRETE if after else ASPHALT, 0.4), (420, 1700), 2400)
    back = (150, 168, 150) if after else (158, 150, 138)
    stage.slab([(90, 180), (1134, 180), (1134, 560), (90, 560)], back, 0.15)
    stage.slab([(30, 110), (1194, 110), (1160, 190), (64, 190)], (84, 110, 92), 0.12)
    stage.shadow([(90, 190), (1134, 190), (1134, 300), (90, 280)], 0.5, 14)
    colours = ((52, 94, 168), (56, 122, 66), (168, 44, 40), (74, 76, 78))
    for place, colour in enumerate(colours):
        _bin(stage, 150 + place * 250, colour, crooked=not after)
    if not after:
        _litter(stage)
    stage.foliage_shadow()


def _bin(stage: Stage, x: int, colour: tuple[int, int, int], *, crooked: bool) -> None:
    y = 380 + (stage.hand.randrange(-12, 40) if crooked else 0)
    stage.shadow([(x - 10, y + 300), (x + 210, y + 300), (x + 250, y + 350), (x, y + 350)], 0.6)
    stage.slab(
        [(x, y + 20), (x + 180, y + 20), (x + 164, y + 330), (x + 16, y + 330)], colour, 0.14
    )
    lid = (min(255, colour[0] + 16), min(255, colour[1] + 16), min(255, colour[2] + 16))
    lift = 40 if crooked and stage.hand.random() < 0.5 else 0  # noqa: PLR2004 - one lid in two is open
    stage.slab(
        [(x - 8, y - 12), (x + 188, y - 12 - lift), (x + 188, y + 24 - lift), (x - 8, y + 24)],
        lid,
        0.08,
    )
    stage.slab(
        [(x + 56, y + 110), (x + 124, y + 110), (x + 124, y + 178), (x + 56, y + 178)],
        (228, 230, 226),
        0.05,
    )
    for wheel in (x + 26, x + 136):
        stage.draw.ellipse((wheel, y + 312, wheel + 26, y + 346), fill=(24, 24, 26))


def _litter(stage: Stage) -> None:
    tones = ((216, 214, 206), (62, 66, 74), (188, 60, 52), (206, 178, 92), (108, 140, 170))
    for _piece in range(46):
        x, y = stage.hand.randrange(60, 1120), stage.hand.randrange(700, 890)
        shape = blob(
            stage.hand, (x, y), (stage.hand.randrange(8, 44), stage.hand.randrange(5, 22)), 8
        )
        stage.shadow([(a + 6, b + 7) for a, b in shape], 0.5, 3) if _piece % 6 == 0 else None
        stage.slab(shape, stage.hand.choice(tones), 0.25)
    heap = blob(stage.hand, (1010, 760), (110, 60), 12)
    stage.slab(heap, (52, 54, 58), 0.3)
