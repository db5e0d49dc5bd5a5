"""A row that heads others never stands last on a page."""

from inspector.reports.layout.blocks import Block
from inspector.reports.layout.grid import Cell, grid


class _Bar:
    """A block of a fixed height."""

    def height(self, width: float) -> float:
        return 20.0

    def split(
        self, width: float, room: float, *, force: bool = False
    ) -> tuple[Block | None, Block | None]:
        return (self, None) if room >= 20 else (None, self)

    def draw(self, pen: object, x: float, top: float, width: float) -> None:
        """Leave no mark."""


def test_a_heading_row_moves_on_with_the_rows_below_it():
    bar = _Bar()
    plain, heading = (Cell(bar), Cell(bar)), (Cell(bar, span=2),)
    rows = [plain, plain, heading, plain, plain, plain]
    made = grid([100.0, 100.0], rows)
    three_rows = 3 * 26 + 1
    upper, lower = made.split(200.0, three_rows)
    assert len(upper.rows) == 2
    assert lower.rows[0] == heading
