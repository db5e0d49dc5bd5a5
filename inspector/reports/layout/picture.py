"""A picture of a given height in the middle of the text, such as the mark of an office."""

from dataclasses import dataclass

from inspector.reports.layout.blocks import Uncut
from inspector.reports.layout.jpegs import JpegFile
from inspector.reports.layout.pen import Pen


@dataclass(slots=True)
class Picture(Uncut):
    """A JPEG as high as wanted; one that would be wider than the text is made lower."""

    jpeg: JpegFile
    high: float
    before: float = 0
    after: float = 4

    def _size(self, width: float) -> tuple[float, float]:
        scale = min(self.high / self.jpeg.height, width / self.jpeg.width)
        return self.jpeg.width * scale, self.jpeg.height * scale

    def height(self, width: float) -> float:
        """Give the height that fits."""
        return self._size(width)[1]

    def draw(self, pen: Pen, x: float, top: float, width: float) -> None:
        """Draw it in the middle."""
        wide, high = self._size(width)
        pen.photo(self.jpeg, x + (width - wide) / 2, top - high, wide, high)
