"""Where a line of Chinese may end.

The rules of GB/T 15834-2011 5.1: closing marks never open a line, opening marks never close one,
—— and …… stay whole. Words, numbers and a number with its unit stay whole too (UI, Papers).
"""

from collections.abc import Sequence
from dataclasses import dataclass

NO_START = frozenset("，。、；：！？）》】」』〉〕］｝〗”’％‰℃℉°㎡㎥㎜㎝㎞·・～－–,.;:!?)]}%…—")
NO_END = frozenset("（《【「『〈〔［｛〖“‘([{￥＄$§№＃≤≥＜＞≈±～–")
_WHOLE = frozenset("—…")
_QUOTES_OPEN = frozenset("（《“‘")
_SOFT = frozenset("/-_?&=.@ ～")
_DIGITS = frozenset("0123456789")
_MEASURES = frozenset("幢栋户层个项条处张页米元万亿次点份人家天日月年时分秒度吨件套樘座株盏")
_UNITS = frozenset("mckMkPahdgtwLlWVAΩs℃°%‰㎡㎥µμ") | _MEASURES
_RELATIONS = frozenset("≤≥＜＞<>=≈±+-−~～×")
_HAN = 0x2E80
_BLANKS = " \u3000"
_HARD_BLANK = "\u00a0"
_ROUNDING = 1e-6


@dataclass(frozen=True, slots=True)
class Line:
    """A stretch of the text, how wide it is, and whether the text itself ends it there."""

    start: int
    end: int
    used: float
    is_last: bool


def may_end(text: str, at: int) -> bool:
    """Tell whether a line may end before the character at this position."""
    before, after = text[at - 1], text[at]
    if _HARD_BLANK in {before, after} or after in _BLANKS:
        return False
    if before in _BLANKS:
        return not _is_number_with_unit(text, at)
    if before in NO_END or (before in _DIGITS and after in _MEASURES):
        return False
    if after in NO_START:
        return after in _WHOLE and before not in _WHOLE and before not in _QUOTES_OPEN
    return _is_open(before) or _is_open(after) or before in "”’…—·" or after in "“‘"


def _is_open(char: str) -> bool:
    return ord(char) >= _HAN


def _is_number_with_unit(text: str, at: int) -> bool:
    """Tell whether the blank before `at` stands inside “850 mm”, “≤ 5” or “3 012”."""
    if at < 2:  # noqa: PLR2004 - a blank and something before it
        return False
    before, after = text[at - 2], text[at]
    if text[at - 1] != " ":
        return False
    if before in _RELATIONS:
        return after in _DIGITS
    return before in _DIGITS and (after in _UNITS or after in _DIGITS)


def break_lines(text: str, widths: Sequence[float], first: float, rest: float) -> list[Line]:
    """Break a text, whose characters have these widths, into lines; `first` may be shorter."""
    lines: list[Line] = []
    for start, end in _paragraphs(text):
        room = first if not lines else rest
        total = sum(widths[start:end])
        if total <= room + _ROUNDING:
            lines.append(Line(start, end, total, is_last=True))
            continue
        at = start
        while at < end:
            line = _next_line(text, widths, (at, end), room)
            lines.append(line)
            at = _skip_blanks(text, line.end, end)
            room = rest
    return lines


def _paragraphs(text: str) -> list[tuple[int, int]]:
    if "\n" not in text:
        return [(0, len(text))]
    bounds, start = [], 0
    for part in text.split("\n"):
        bounds.append((start, start + len(part)))
        start += len(part) + 1
    return bounds


def _next_line(text: str, widths: Sequence[float], part: tuple[int, int], room: float) -> Line:
    start, end = part
    limit = room + _ROUNDING
    used, at, good, good_used = 0.0, start, start, 0.0
    while at < end:
        if at > start and may_end(text, at):
            good, good_used = at, used
        if used + widths[at] > limit and at > start and text[at] not in _BLANKS:
            break
        used += widths[at]
        at += 1
    else:
        return Line(start, end, used, is_last=True)
    if good == start:
        good = _forced_cut(text, start, at)
        good_used = sum(widths[start:good])
    while good - 1 > start and text[good - 1] in _BLANKS:
        good -= 1
        good_used -= widths[good]
    return Line(start, good, good_used, is_last=False)


def _forced_cut(text: str, start: int, at: int) -> int:
    """Cut a run that no rule lets end: after a soft mark if there is one, else where it is full."""
    for cut in range(at, start + 1, -1):
        if text[cut - 1] in _SOFT and text[cut] not in NO_START:
            return cut
    return at


def _skip_blanks(text: str, at: int, end: int) -> int:
    while at < end and text[at] in _BLANKS:
        at += 1
    return at
