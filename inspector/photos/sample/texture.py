"""Surfaces that look like stuff: asphalt, concrete, plaster, grass, brick, paving."""

import functools
import math
import random

from PIL import Image, ImageChops, ImageDraw, ImageFilter, ImageOps

Colour = tuple[int, int, int]
Size = tuple[int, int]

ASPHALT: tuple[Colour, Colour] = ((62, 62, 62), (158, 156, 150))
CONCRETE: tuple[Colour, Colour] = ((128, 124, 116), (190, 186, 176))
PLASTER: tuple[Colour, Colour] = ((176, 166, 146), (222, 212, 192))
GRASS: tuple[Colour, Colour] = ((38, 58, 22), (120, 142, 62))
SOIL: tuple[Colour, Colour] = ((62, 46, 32), (134, 106, 78))
MEMBRANE: tuple[Colour, Colour] = ((66, 72, 76), (122, 128, 130))


_FIELD = 1600
_CELLS = 24
_OCTAVES = 4
_CALM = 0.55


class Hand(random.Random):
    """A seeded generator with one field of noise that all surfaces are cut from.

    Making noise is most of the cost of a picture; cutting it at chance places is not.
    """

    def __init__(self, seed: str) -> None:
        super().__init__(seed)
        self._stains, self._grains = _fields()

    def stains(self, size: Size, cells: float = 9) -> Image.Image:
        """Give soft noise with about so many spots across."""
        wide = max(8, min(_FIELD, round(_FIELD * cells / _CELLS)))
        high = max(8, min(_FIELD, wide * size[1] // max(1, size[0])))
        x, y = self.randrange(_FIELD - wide + 1), self.randrange(_FIELD - high + 1)
        cut = self._stains.resize(size, Image.Resampling.BILINEAR, (x, y, x + wide, y + high))
        return ImageOps.mirror(cut) if self.random() < 0.5 else cut  # noqa: PLR2004 - half of them

    def grains(self, size: Size) -> Image.Image:
        """Give noise of single pixels."""
        x, y = (self.randrange(max(1, _FIELD - length)) for length in size)
        cut = self._grains.crop((x, y, x + min(size[0], _FIELD), y + min(size[1], _FIELD)))
        return cut if cut.size == size else cut.resize(size)


@functools.lru_cache(maxsize=1)
def _fields() -> tuple[Image.Image, Image.Image]:
    """Make the two fields once; they are the same on every machine."""
    rng = random.Random("fields of noise")  # noqa: S311 - paint, not keys
    total = Image.new("L", (_FIELD, _FIELD), 128)
    for octave in range(_OCTAVES):
        across = _CELLS << octave
        small = Image.frombytes("L", (across, across), rng.randbytes(across * across))
        layer = small.resize((_FIELD, _FIELD), Image.Resampling.BICUBIC)
        total = Image.blend(total, layer, 0.5 if octave == 0 else 0.36)
    grains = Image.frombytes("L", (_FIELD, _FIELD), rng.randbytes(_FIELD * _FIELD))
    soft = grains.filter(ImageFilter.BoxBlur(0.6))
    return ImageOps.autocontrast(total, 1), ImageOps.autocontrast(soft, 2)


def surface(
    hand: Hand, size: Size, colours: tuple[Colour, Colour], grit: float = 0.35
) -> Image.Image:
    """Give a surface between two colours: broad stains, and grit of single pixels."""
    stains = Image.blend(Image.new("L", size, 128), hand.stains(size, hand.uniform(5, 12)), _CALM)
    return ImageOps.colorize(Image.blend(stains, hand.grains(size), grit), colours[0], colours[1])


def bricks(
    hand: Hand, size: Size, brick: Size, colours: tuple[Colour, Colour], joint: Colour
) -> Image.Image:
    """Lay bricks or slabs in running bond, each a little different."""
    across, down = size[0] // brick[0] + 2, size[1] // brick[1] + 1
    tones = hand.grains((across, down))
    wall = Image.new("L", size, 128)
    draw = ImageDraw.Draw(wall)
    pixels = tones.load()
    for row in range(down):
        shift = brick[0] // 2 if row % 2 else 0
        for column in range(across):
            left, top = column * brick[0] - shift, row * brick[1]
            tone = 70 + int(pixels[column, row] * 0.5) if pixels else 128  # type: ignore[operator]
            draw.rectangle((left, top, left + brick[0] - 4, top + brick[1] - 4), fill=tone)
    face = ImageOps.colorize(Image.blend(wall, hand.stains(size), 0.35), *colours)
    joints = Image.new("L", size, 255)
    lines = ImageDraw.Draw(joints)
    for row in range(down):
        shift = brick[0] // 2 if row % 2 else 0
        for column in range(across):
            left, top = column * brick[0] - shift, row * brick[1]
            lines.rectangle((left, top, left + brick[0] - 4, top + brick[1] - 4), fill=0)
    face.paste(joint, mask=joints.filter(ImageFilter.BoxBlur(1)))
    return roughened(hand, face, 0.12)


def roughened(hand: Hand, image: Image.Image, share: float) -> Image.Image:
    """Rub grit over a picture."""
    grit = hand.grains(image.size)
    return Image.blend(image, ImageChops.overlay(image, Image.merge("RGB", (grit,) * 3)), share)


def crack(hand: Hand, draw: ImageDraw.ImageDraw, start: Size, heading: Size, length: int) -> None:
    """Draw a crack that wanders and forks."""
    at = (float(start[0]), float(start[1]))
    for step in range(length):
        to = (at[0] + heading[0] + hand.uniform(-9, 9), at[1] + heading[1] + hand.uniform(-9, 9))
        draw.line((*at, *to), fill=(26, 25, 24), width=hand.choice((2, 3, 3, 5)))
        if step % 6 == 5 and length > 6:  # noqa: PLR2004 - a fork now and then
            turned = (heading[1] * hand.choice((-1, 1)), heading[0] * hand.choice((-1, 1)))
            crack(hand, draw, (int(to[0]), int(to[1])), turned, length // 3)
        at = to


def blob(hand: Hand, centre: Size, radius: Size, points: int = 18) -> list[Size]:
    """Give the outline of a puddle, a pothole or a stain."""
    outline = []
    for number in range(points):
        angle = 2 * math.pi * number / points
        reach = hand.uniform(0.72, 1.12)
        x = centre[0] + radius[0] * reach * math.cos(angle)
        y = centre[1] + radius[1] * reach * math.sin(angle)
        outline.append((int(x), int(y)))
    return outline


def inlay(
    hand: Hand,
    image: Image.Image,
    outline: list[Size],
    paint: tuple[Colour, Colour],
    soft: tuple[float, float] = (2.0, 1.0),
) -> None:
    """Set a patch of another surface into a picture: how soft its edge, how strong it is."""
    blur, strength = soft
    margin = int(blur * 3) + 1
    xs, ys = [point[0] for point in outline], [point[1] for point in outline]
    left, top = max(0, min(xs) - margin), max(0, min(ys) - margin)
    right, bottom = min(image.width, max(xs) + margin), min(image.height, max(ys) + margin)
    if right - left < 2 or bottom - top < 2:  # noqa: PLR2004 - outside the picture
        return
    size = (right - left, bottom - top)
    mask = soft_mask(size, [(x - left, y - top) for x, y in outline], blur)
    face = (
        surface(hand, size, paint, 0.5)
        if paint[0] != paint[1]
        else Image.new("RGB", size, paint[0])
    )
    image.paste(face, (left, top), mask.point(lambda value: int(value * strength)))


def soft_mask(size: Size, outline: list[Size], blur: float) -> Image.Image:
    """Give a mask of an outline with a soft edge."""
    mask = Image.new("L", size, 0)
    ImageDraw.Draw(mask).polygon(outline, fill=255)
    return mask.filter(ImageFilter.GaussianBlur(blur)) if blur else mask
