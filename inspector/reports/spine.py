"""The label for the spine of a volume's box, to be cut out (案卷脊背, GB/T 11822)."""

from collections.abc import Iterator

from inspector.core.bundles import Volume
from inspector.reports.composer import Composer
from inspector.reports.layout.blocks import Block, Stack
from inspector.reports.layout.grid import Cell, grid
from inspector.reports.layout.measures import MM
from inspector.reports.layout.prose import Align
from inspector.reports.styles import CELL_CENTRE, CELL_CENTRE_BOLD, FORM_TITLE, LABEL
from inspector.words.language import _

_COLUMN = 14 * MM
_FEWEST = 2
_LETTER = CELL_CENTRE_BOLD.but(size=11, leading=13)
_IN_A_COLUMN = 36
"""Letters that stand below each other on a box of 310 mm, with the other fields above."""


def spine(composer: Composer, volume: Volume) -> Iterator[Block]:
    """Set the label: retention, archival number, and the title from top to bottom.

    A title too long for one column goes on in the next one at its left, as it is read.
    """
    yield composer.text(_("案卷脊背"), FORM_TITLE.but(size=16, align=Align.LEFT))
    letters = [char for char in volume.title if not char.isspace()]
    parts = [letters[at : at + _IN_A_COLUMN] for at in range(0, len(letters), _IN_A_COLUMN)]
    count = max(len(parts), _FEWEST)
    columns = [_COLUMN] * count
    told = [
        (_field(composer, _("保管期限"), volume.retention, count),),
        (_field(composer, _("档号"), volume.code, count),),
        (Cell(composer.text(_("案卷题名"), LABEL), span=count),),
    ]
    title = [Cell(composer.text("\n".join(part), _LETTER), top=True) for part in reversed(parts)]
    if len(parts) == 1:
        title = [Cell(composer.text("\n".join(letters), _LETTER), span=count, top=True)]
    yield grid(columns, [*told, tuple(title)]).kept_whole()


def _field(composer: Composer, name: str, value: str, span: int) -> Cell:
    return Cell(Stack(composer.text(name, LABEL), composer.text(value, CELL_CENTRE)), span=span)
