"""Column widths that cut no word: a column grows to its longest word, the roomy ones give."""

import re
from collections.abc import Iterable, Sequence

from inspector.reports.layout.grid import Cell, Row
from inspector.reports.layout.prose import Prose

_SIGNS = r"[0-9A-Za-zÀ-ÿ.,:/\-−]"
_WORD = re.compile(rf"(?<!{_SIGNS}){_SIGNS}{{1,18}}(?!{_SIGNS})")
"""Letters and figures that stand together; a longer string, such as a hash, may be cut."""
_EASE = 0.5


def fitted(columns: Sequence[float], rows: Iterable[Row]) -> list[float]:
    """Give the widths with which no word is cut, as far as the whole width allows."""
    needs = _needs(len(columns), rows)
    lacking = sum(max(0.0, need - width) for width, need in zip(columns, needs, strict=True))
    spare = [max(0.0, width - need) for width, need in zip(columns, needs, strict=True)]
    if not lacking or sum(spare) < lacking:
        return list(columns)
    share = lacking / sum(spare)
    return [
        need if need > width else width - share * left
        for width, need, left in zip(columns, needs, spare, strict=True)
    ]


def _needs(count: int, rows: Iterable[Row]) -> list[float]:
    needs = [0.0] * count
    for row in rows:
        at = 0
        for cell in row:
            if cell.span == 1:
                needs[at] = max(needs[at], _need(cell))
            at += cell.span
    return needs


def _need(cell: Cell) -> float:
    if not isinstance(cell.block, Prose):
        return 0.0
    return longest_word(cell.block) + 2 * cell.pad + _EASE


def longest_word(prose: Prose) -> float:
    """Measure the longest word of a text, in points."""
    words = (sum(prose.widths[m.start() : m.end()]) for m in _WORD.finditer(prose.text))
    return max(words, default=0.0)
