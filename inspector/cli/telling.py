"""What a command tells: data for programs, lines for people, each written in one place."""

import json
import unicodedata
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, fields, is_dataclass
from datetime import date, datetime
from decimal import Decimal
from enum import Enum
from pathlib import Path
from typing import Any, TextIO

from inspector.core.canonical import spell_decimal

_GAP = "  "
_WIDEST_CELL = 60


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """What came of a command: `data` for `--json`, `lines` without it.

    `sentences` go to the error stream; a command that was refused in part has `done` false.
    """

    data: object
    lines: tuple[str, ...] = ()
    sentences: tuple[str, ...] = ()
    done: bool = True


def table(headers: Sequence[str], rows: Iterable[Sequence[object]]) -> tuple[str, ...]:
    """Align rows under their headers by the width that a terminal gives to each character."""
    cells = [[_cell(value) for value in row] for row in rows]
    widths = [max(_width(row[at]) for row in [list(headers), *cells]) for at in range(len(headers))]
    return tuple(_aligned(row, widths) for row in [list(headers), *cells])


def facts(pairs: Iterable[tuple[str, object]]) -> tuple[str, ...]:
    """Write what is known as `name: value`, leaving out what is not."""
    known = [(name, _cell(value)) for name, value in pairs if value is not None and _cell(value)]
    width = max((_width(name) for name, _value in known), default=0)
    return tuple(f"{name}{' ' * (width - _width(name))}{_GAP}{value}" for name, value in known)


def write_told(told: Told, out: TextIO, *, as_json: bool) -> None:
    """Write what a command told."""
    if as_json:
        out.write(as_text(told.data) + "\n")
    else:
        for line in told.lines:
            write_line(out, line)


def write_line(stream: TextIO, line: str) -> None:
    """Write one line; what could steer a terminal is shown instead of sent."""
    stream.write("".join(_shown(char) for char in line) + "\n")


def as_text(data: object) -> str:
    """Spell data as JSON: keys in the order in which they were given, decimals as text."""
    return json.dumps(plain(data), ensure_ascii=False, indent=2)


def plain(value: object) -> object:
    """Turn values of the domain into what JSON knows."""
    if isinstance(value, Enum):
        return value.value
    if value is None or isinstance(value, bool | int | float | str):
        return value
    return _PLAIN[type(value)](value) if type(value) in _PLAIN else _plain_many(value)


_PLAIN: Mapping[type, Callable[[Any], str]] = {
    Decimal: spell_decimal,
    datetime: datetime.isoformat,
    date: date.isoformat,
    type(Path()): str,
}


def _plain_many(value: object) -> object:
    if isinstance(value, Mapping):
        return {str(key): plain(one) for key, one in value.items()}
    if is_dataclass(value) and not isinstance(value, type):
        return {field.name: plain(getattr(value, field.name)) for field in fields(value)}
    if isinstance(value, list | tuple | set | frozenset):
        return [plain(one) for one in value]
    raise TypeError(type(value))


def _cell(value: object) -> str:
    text = plain(value)
    if text is None:
        return ""
    if isinstance(text, list):
        return ", ".join(_cell(one) for one in text)
    return " ".join(str(text).split())


def _aligned(row: Sequence[str], widths: Sequence[int]) -> str:
    padded = (
        f"{cell}{' ' * (min(width, _WIDEST_CELL) - _width(cell))}"
        for cell, width in zip(row, widths, strict=True)
    )
    return _GAP.join(padded).rstrip()


def _width(text: str) -> int:
    return sum(_char_width(char) for char in text)


def _char_width(char: str) -> int:
    if unicodedata.combining(char):
        return 0
    return 2 if unicodedata.east_asian_width(char) in {"W", "F"} else 1


def _shown(char: str) -> str:
    if unicodedata.category(char) in {"Cc", "Cf"} and char not in "\n\t":
        return f"\\u{ord(char):04x}"
    return char
