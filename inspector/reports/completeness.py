"""The completeness list of a bundle as a paper (归档完整性清单)."""

from collections.abc import Iterator
from pathlib import Path

from inspector.core.papers import CompletenessPaper, WantRow, Written, snapshot_sha256
from inspector.reports.composer import Composer, in_points
from inspector.reports.handing import fact_table
from inspector.reports.layout.blocks import Block
from inspector.reports.layout.fitting import fitted
from inspector.reports.layout.flow import Frame
from inspector.reports.layout.grid import Cell, Row, grid
from inspector.reports.layout.measures import MM
from inspector.reports.press import Press
from inspector.reports.styles import BODY, CELL, CELL_BOLD, FORM_TITLE
from inspector.reports.volume import no_furniture
from inspector.words.language import _

_FRAME = Frame(side=15 * MM)
_MM = (10, 13, 46, 18, 93)
_LEAST = 7 * MM


def write_completeness(paper: CompletenessPaper, out: Path, fonts: Path) -> Written:
    """Write the list with the reason for what lacks."""
    press = Press(fonts, snapshot_sha256(paper))
    press.fill(_blocks(press.composer, paper), no_furniture, _FRAME)
    return press.finish(out, paper.identity, _("归档完整性清单"), paper.project_name)


def _blocks(composer: Composer, paper: CompletenessPaper) -> Iterator[Block]:
    yield composer.text(_("归档完整性清单"), FORM_TITLE)
    yield fact_table(composer, _facts(paper))
    yield composer.text(paper.told, BODY.but(after=4))
    head = composer.head(_("序号"), _("类别"), _("应归档的材料"), _("状态"), _("说明"))
    rows = [_row(composer, number, row) for number, row in enumerate(paper.rows, start=1)]
    if rows:
        yield grid(fitted(in_points(_MM), [*head, *rows]), rows, head=head, least=_LEAST)


def _facts(paper: CompletenessPaper) -> list[tuple[str, str]]:
    facts = [
        (_("归档包编号"), paper.identity.number),
        (_("工程名称"), f"{paper.project_name}（{paper.project_code}）"),
        (_("归档模板"), paper.template),
    ]
    if paper.reason is not None:
        said = _("{name}，{day}").format(name=paper.said_by, day=paper.said_on)
        facts += [(_("欠缺说明"), paper.reason), (_("说明人"), said)]
    return facts


def _row(composer: Composer, number: int, row: WantRow) -> Row:
    style = CELL_BOLD if row.is_gap else CELL
    return (
        composer.centred(str(number)),
        composer.centred(row.code),
        Cell(composer.text(row.name, style)),
        Cell(composer.text(row.state, style)),
        Cell(composer.text(row.text, CELL)),
    )
