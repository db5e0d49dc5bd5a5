"""A check value as people print, read aloud and type it: in groups of four."""

import re
import unicodedata
from dataclasses import dataclass
from enum import StrEnum, auto

from inspector.core.errors import InspectorError, Problem

GROUP = 4
"""Letters of a group."""
_DIGITS = 64
_HEX = frozenset("0123456789abcdef")
_QR = "SHA-256:"
_NAMED = re.compile(r"\A\s*sha-?256\s*:?")


def grouped(value: str) -> str:
    """Write a check value in groups of four, so that eyes and fingers keep their place."""
    return " ".join(value[at : at + GROUP] for at in range(0, len(value), GROUP))


class Likeness(StrEnum):
    """How a typed check value stands to the one that was computed."""

    NOTHING = auto()
    SO_FAR = auto()
    SAME = auto()
    DIFFERS = auto()


@dataclass(frozen=True, slots=True)
class Comparison:
    """A typed check value beside the computed one; `group` is the first that differs, or lacks."""

    likeness: Likeness
    group: int = 0


def typed_value(text: str) -> str:
    """Give what was typed, or scanned, without blanks, hyphens, capitals and full-width letters."""
    plain = unicodedata.normalize("NFKC", text).casefold()
    return re.sub(r"[\s\-–—·.,:]+", "", _NAMED.sub("", plain))


def qr_of(value: str) -> str:
    """Give the text of the code from which a phone reads a check value."""
    return f"{_QR}{value.upper()}"


def whole_value(text: str) -> str:
    """Read a check value that must be whole, as a command is told it.

    Raise InspectorError CHECK_VALUE_LENGTH or CHECK_VALUE_DIGIT.
    """
    digits = typed_value(text)
    for place, digit in enumerate(digits, start=1):
        if digit not in _HEX:
            facts = {"digit": digit, "group": (place - 1) // GROUP + 1, "place": place}
            raise InspectorError(Problem.CHECK_VALUE_DIGIT, **facts)
    if len(digits) != _DIGITS:
        raise InspectorError(Problem.CHECK_VALUE_LENGTH, count=len(digits), wanted=_DIGITS)
    return digits


def differing_groups(expected: str, found: str) -> tuple[int, ...]:
    """Give the numbers, from 1, of the groups of four in which two check values differ."""
    pairs = zip(grouped(expected).split(), grouped(found).split(), strict=True)
    return tuple(number for number, (one, other) in enumerate(pairs, start=1) if one != other)


def compare_values(typed: str, value: str) -> Comparison:
    """Compare what a person typed from the paper; the whole value alone is the same."""
    given, wanted = typed_value(typed), value.casefold()
    if not given:
        return Comparison(Likeness.NOTHING)
    if given == wanted:
        return Comparison(Likeness.SAME)
    if wanted.startswith(given):
        return Comparison(Likeness.SO_FAR, len(given) // GROUP + 1)
    pairs = zip(given, wanted, strict=False)
    first = next((at for at, (one, other) in enumerate(pairs) if one != other), len(wanted))
    return Comparison(Likeness.DIFFERS, first // GROUP + 1)
