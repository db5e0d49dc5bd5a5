"""The stage of a drawn site picture: ground in perspective, things on it, light over it."""

from collections.abc import Callable, Sequence

from PIL import Image, ImageChops, ImageDraw, ImageFilter, ImageOps

from inspector.photos.sample.texture import (
    Colour,
    Hand,
    Size,
    inlay,
    roughened,
    surface,
)

WIDTH, HEIGHT = 1224, 918
PLAN: Size = (1200, 1200)
"""The ground from above, drawn flat before it is laid in perspective."""

_SMOOTH = 0.2  # below this grit a face is painted metal, plastic or glass

Box = tuple[int, int, int, int]
Point = tuple[float, float]


class Stage:
    """One picture in the making."""

    def __init__(self, hand: Hand) -> None:
        self.hand = hand
        self.image = Image.new("RGB", (WIDTH, HEIGHT), (150, 150, 150))
        self.draw = ImageDraw.Draw(self.image)
        self._to_screen: list[float] = []
        self._horizon = 0

    def sky(self, horizon: int) -> None:
        """Fill the upper part with a hazy or blue sky."""
        haze = self.hand.random()
        top = _mixed((92, 142, 204), (176, 184, 192), haze)
        low = _mixed((186, 208, 228), (206, 208, 208), haze)
        fall = Image.linear_gradient("L").resize((WIDTH, horizon))
        sky = ImageOps.colorize(fall, top, low)
        veil = self.hand.stains((WIDTH, horizon), 4).point(lambda v: max(0, v - 120))
        sky.paste((236, 238, 240), mask=veil)
        self.image.paste(sky, (0, 0))

    def block(self, box: Box, floors: int, windows: int) -> None:
        """Put up a residential block with rows of windows, a little out of focus."""
        left, top, right, bottom = box
        size = (right - left, bottom - top)
        tone = self.hand.choice(
            ((206, 192, 168), (198, 176, 158), (188, 188, 182), (214, 202, 176))
        )
        face = surface(self.hand, size, (_shade(tone, 0.82), tone), 0.1)
        draw = ImageDraw.Draw(face)
        floor, bay = size[1] / floors, size[0] / windows
        for row in range(floors):
            for column in range(windows):
                x, y = column * bay + bay * 0.22, row * floor + floor * 0.24
                glass = self.hand.randrange(52, 112)
                pane = (x, y, x + bay * 0.56, y + floor * 0.5)
                draw.rectangle(pane, fill=(glass, glass + 8, glass + 16), outline=(226, 226, 222))
                if self.hand.random() < 0.35:  # noqa: PLR2004 - some have an air conditioner
                    unit = (x, y + floor * 0.56, x + bay * 0.3, y + floor * 0.8)
                    draw.rectangle(unit, fill=(222, 222, 216), outline=(150, 150, 146))
            draw.line((0, row * floor, size[0], row * floor), fill=_shade(tone, 0.74), width=2)
        self.image.paste(face.filter(ImageFilter.GaussianBlur(1.4)), (left, top))

    def hedge(self, box: Box) -> None:
        """Grow a hedge or a row of crowns with a ragged edge."""
        size = (box[2] - box[0], box[3] - box[1])
        leaves = surface(self.hand, size, ((24, 42, 16), (104, 132, 58)), 0.55)
        edge = self.hand.stains(size, 16)
        rise = Image.linear_gradient("L").resize(size).point(lambda v: min(255, v * 3))
        mask = ImageChops.add(edge, rise, 1, -150).point(lambda v: 255 if v > 70 else 0)  # noqa: PLR2004 - where leaves end
        self.image.paste(leaves, box[:2], mask.filter(ImageFilter.BoxBlur(1)))

    def ground(self, plan: Image.Image, far: tuple[int, int], near: int, tilt: int = 0) -> None:
        """Lay a plan in perspective: the far edge's height and width, the near edge's width."""
        horizon, far_width = far
        self._horizon = horizon
        centre = WIDTH / 2 + tilt
        corners = (
            (centre - far_width / 2, float(horizon)),
            (centre + far_width / 2, float(horizon)),
            (WIDTH / 2 + near / 2, float(HEIGHT)),
            (WIDTH / 2 - near / 2, float(HEIGHT)),
        )
        flat = ((0.0, 0.0), (float(PLAN[0]), 0.0), (float(PLAN[0]), float(PLAN[1])), (0.0, PLAN[1]))
        self._to_screen = homography(flat, corners)
        laid = plan.transform(
            (WIDTH, HEIGHT),
            Image.Transform.PERSPECTIVE,
            homography(corners, flat),
            Image.Resampling.BILINEAR,
        )
        mask = Image.new("L", (WIDTH, HEIGHT), 0)
        ImageDraw.Draw(mask).polygon([*corners], fill=255)
        self.image.paste(laid, (0, 0), mask)

    def at(self, x: float, y: float) -> Size:
        """Tell where a point of the plan lies in the picture."""
        a, b, c, d, e, f, g, h = self._to_screen
        depth = g * x + h * y + 1
        return round((a * x + b * y + c) / depth), round((d * x + e * y + f) / depth)

    def tube(self, box: Box, colour: Colour, *, upright: bool = True, rust: float = 0.0) -> None:
        """Put a round thing: a pipe, a post, a trunk; lit from the left."""
        size = (max(2, box[2] - box[0]), max(2, box[3] - box[1]))
        profile = Image.frombytes("L", (9, 1), bytes((70, 150, 220, 240, 200, 150, 105, 75, 55)))
        round_one = profile if upright else profile.rotate(-90, expand=True)
        shade = round_one.resize(size, Image.Resampling.BICUBIC)
        skin = ImageOps.colorize(shade, _shade(colour, 0.25), _lit(colour), mid=colour)
        if rust:
            spots = self.hand.stains(size, 5).point(lambda v: 255 if v < 255 * rust else 0)
            skin.paste(surface(self.hand, size, ((70, 34, 16), (150, 84, 44)), 0.5), mask=spots)
        self.image.paste(roughened(self.hand, skin, 0.15), box[:2])

    def slab(self, outline: Sequence[Size], colour: Colour, texture: float = 0.3) -> None:
        """Put a flat face: a kerb, a bin, a sign, a car's side."""
        xs, ys = [point[0] for point in outline], [point[1] for point in outline]
        box = (min(xs), min(ys), max(xs) + 1, max(ys) + 1)
        size = (max(2, box[2] - box[0]), max(2, box[3] - box[1]))
        face = surface(self.hand, size, (_shade(colour, 0.78), _lit(colour, 0.12)), texture)
        if texture < _SMOOTH:
            fall = Image.linear_gradient("L").resize(size)
            sheen = ImageOps.colorize(fall, _lit(colour, 0.2), _shade(colour, 0.72), mid=colour)
            face = Image.blend(face, sheen, 0.8)
        mask = Image.new("L", size, 0)
        moved = [(x - box[0], y - box[1]) for x, y in outline]
        ImageDraw.Draw(mask).polygon(moved, fill=255)
        self.image.paste(face, box[:2], mask)

    def shadow(self, outline: list[Size], depth: float = 0.5, blur: float = 8) -> None:
        """Darken a patch with a soft edge."""
        dark = (18, 20, 26)
        inlay(self.hand, self.image, outline, (dark, dark), (blur, depth))

    def foliage_shadow(self) -> None:
        """Let a tree outside the picture throw its broken shade on the ground."""
        top = max(0, self._horizon)
        size = (WIDTH, HEIGHT - top)
        spots = self.hand.stains(size, 8).point(lambda v: max(0, min(150, (v - 118) * 2)))
        side = Image.linear_gradient("L").rotate(self.hand.choice((90, 270)), expand=True)
        weight = side.resize(size).point(lambda v: max(0, v - 60))
        mask = ImageChops.multiply(spots, weight).filter(ImageFilter.BoxBlur(2))
        self.image.paste((14, 18, 26), (0, top), mask)

    def car(self, box: Box, colour: Colour) -> None:
        """Park a car, seen from behind."""

        def shape(*points: Point) -> list[Size]:
            """Place corners that are given in shares of the car's width and height."""
            left, top, right, bottom = box
            return [
                (round(left + x * (right - left)), round(top + y * (bottom - top)))
                for x, y in points
            ]

        self.shadow(shape((-0.05, 0.88), (1.1, 0.88), (1.05, 1.07), (0, 1.07)), 0.75)
        for x in (0.08, 0.75):
            tyre = shape((x, 0.72), (x + 0.17, 0.72), (x + 0.17, 1), (x, 1))
            self.slab(tyre, (28, 28, 30))
        roof = shape((0.2, 0), (0.8, 0), (0.92, 0.5), (0.08, 0.5))
        self.slab(roof, _shade(colour, 0.9), 0.06)
        self.slab(shape((0.25, 0.08), (0.75, 0.08), (0.84, 0.42), (0.16, 0.42)), (62, 74, 84), 0.1)
        side = ((0.05, 0.4), (0.95, 0.4), (1, 0.79), (0.93, 0.92), (0.07, 0.92), (0, 0.79))
        self.slab(shape(*side), colour, 0.06)
        for x in (0.04, 0.83):
            self.draw.rectangle(shape((x, 0.5), (x + 0.13, 0.62)), fill=(150, 26, 26))
        plate = shape((0.38, 0.62), (0.62, 0.75))
        self.draw.rectangle(plate, fill=(34, 66, 150), outline=(220, 220, 220))

    def light(self) -> Image.Image:
        """Finish the picture: weather, the camera's tilt, corners and grain."""
        warm = self.hand.uniform(-0.05, 0.07)
        sun = Image.linear_gradient("L").rotate(self.hand.choice((0, 90, 180, 270)))
        fall = sun.resize((WIDTH, HEIGHT)).point(lambda v: 218 + v // 7)
        corners = Image.radial_gradient("L").resize((WIDTH, HEIGHT)).point(lambda v: 255 - v // 5)
        shade = ImageChops.multiply(fall, corners)
        gains = (1 + warm, 1.0, 1 - warm)
        level = self.hand.uniform(1.08, 1.32)
        bands = [
            ImageChops.multiply(band, shade).point(_gain(level * gain))
            for band, gain in zip(self.image.split(), gains, strict=True)
        ]
        grain = self.hand.grains((WIDTH, HEIGHT)).point(lambda v: v // 16)
        grainy = [ImageChops.add(band, grain, 1, -8) for band in bands]
        return self._tilted(Image.merge("RGB", grainy))

    def _tilted(self, image: Image.Image) -> Image.Image:
        """Hold the camera not quite level, as people do."""
        turned = image.rotate(self.hand.uniform(-1.6, 1.6), Image.Resampling.BILINEAR)
        share = self.hand.uniform(0.84, 0.95)  # nobody stands twice in one spot
        wide, high = round(WIDTH * share), round(HEIGHT * share)
        left = self.hand.randrange(24, WIDTH - wide - 22)
        top = self.hand.randrange(18, HEIGHT - high - 16)
        return turned.crop((left, top, left + wide, top + high))


def _gain(factor: float) -> Callable[[int], float]:
    return lambda value: min(255, value * factor)


def _mixed(one: Colour, other: Colour, share: float) -> Colour:
    red, green, blue = (round(a + (b - a) * share) for a, b in zip(one, other, strict=True))
    return red, green, blue


def _shade(colour: Colour, share: float) -> Colour:
    return _mixed((0, 0, 0), colour, share)


def _lit(colour: Colour, share: float = 0.35) -> Colour:
    return _mixed(colour, (255, 255, 255), share)


def homography(source: Sequence[Point], target: Sequence[Point]) -> list[float]:
    """Solve the eight numbers that carry four points onto four others."""
    rows: list[list[float]] = []
    for (x, y), (u, v) in zip(source, target, strict=True):
        rows.append([x, y, 1, 0, 0, 0, -u * x, -u * y, u])
        rows.append([0, 0, 0, x, y, 1, -v * x, -v * y, v])
    for pivot in range(8):
        best = max(range(pivot, 8), key=lambda row: abs(rows[row][pivot]))
        rows[pivot], rows[best] = rows[best], rows[pivot]
        lead = rows[pivot][pivot]
        rows[pivot] = [value / lead for value in rows[pivot]]
        for row in range(8):
            factor = rows[row][pivot]
            if row != pivot and factor:
                rows[row] = [a - factor * b for a, b in zip(rows[row], rows[pivot], strict=True)]
    return [row[8] for row in rows]
