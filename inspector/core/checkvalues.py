"""A check value as people print, read aloud and type it: in groups of four."""

import re
import unicodedata
from dataclasses import dataclass
from enum import StrEnum, auto

GROUP = 4
"""Letters of a group."""


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
    """Give what was typed without blanks, hyphens, capitals and full-width letters."""
    plain = unicodedata.normalize("NFKC", text).casefold()
    return re.sub(r"[\s\-–—·.,:]+", "", plain)


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
