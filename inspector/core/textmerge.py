"""Merge of two texts that grew from one: sentence by sentence, never guessing (diff3)."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

_SENTENCES = re.compile(r"\n+|[^。！？；;!?\n]*[。！？；;!?]+|[^。！？；;!?\n]+")
"""Sentences with their marks; the end of a line stands by itself."""


@dataclass(frozen=True, slots=True)
class _Kept:
    """Sentences of the origin, from `start` to `end`, that both others have at these places."""

    start: int
    end: int
    one: int
    other: int


def merged_text(origin: str, one: str, other: str) -> str | None:
    """Give the text that has what each of two changed; None where both changed one spot.

    Which of the two comes first makes no difference.
    """
    base, first, second = _sentences(origin), _sentences(one), _sentences(other)
    found: list[str] = []
    at = _Kept(0, 0, 0, 0)
    end = _Kept(len(base), len(base), len(first), len(second))
    for kept in (*_kept_by_both(base, first, second), end):
        chunk = _chosen(
            base[at.end : kept.start],
            first[at.one : kept.one],
            second[at.other : kept.other],
        )
        if chunk is None:
            return None
        found += [*chunk, *base[kept.start : kept.end]]
        length = kept.end - kept.start
        at = _Kept(kept.start, kept.end, kept.one + length, kept.other + length)
    return "".join(found)


def merged_texts(origin: str, texts: Sequence[str]) -> str | None:
    """Merge several texts, one after the other; None where any two changed one spot."""
    so_far: str | None = origin
    for text in texts:
        so_far = None if so_far is None else merged_text(origin, so_far, text)
    return so_far


def joined_texts(texts: Sequence[str]) -> str:
    """Put different texts one below the other, what all say already only once."""
    lines = dict.fromkeys(text.strip() for text in texts if text and text.strip())
    return "\n".join(line for line in lines if not _is_within(line, lines))


def _is_within(line: str, lines: dict[str, None]) -> bool:
    return any(line != other and line in other for other in lines)


def _sentences(text: str) -> list[str]:
    return _SENTENCES.findall(text)


def _chosen(base: list[str], one: list[str], other: list[str]) -> list[str] | None:
    if one in (base, other):
        return other
    return one if other == base else None


def _kept_by_both(base: list[str], one: list[str], other: list[str]) -> Iterator[_Kept]:
    """Yield what neither side touched, in order."""
    to_one, to_other = _places(base, one), _places(base, other)
    start = 0
    while start < len(base):
        end = start
        while _goes_on(to_one, start, end) and _goes_on(to_other, start, end):
            end += 1
        if end > start:
            yield _Kept(start, end, to_one[start], to_other[start])
        start = max(end, start + 1)


def _places(base: list[str], text: list[str]) -> dict[int, int]:
    """Give where each sentence of the origin that is still there stands now."""
    blocks = SequenceMatcher(None, base, text, autojunk=False).get_matching_blocks()
    return {block.a + number: block.b + number for block in blocks for number in range(block.size)}


def _goes_on(places: dict[int, int], start: int, end: int) -> bool:
    return end in places and places[end] - places.get(start, 0) == end - start
