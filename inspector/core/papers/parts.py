"""The parts of a paper with a digest for each: what a later look can tell to have changed."""

import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass, fields
from typing import Any

from inspector.core.canonical import canonical
from inspector.core.papers.kinds import AcceptancePaper, AnyPaper, FormPaper
from inspector.core.papers.snapshot import shown_data
from inspector.core.signatures import Printed, Shown

_NOT_CONTENT = frozenset({"identity", "statement"})
"""Which paper it is, and what the records came to when it was made: these never stay the same."""
_DIGITS = 32
_LONE = ("title", "is_parted")


@dataclass(frozen=True, slots=True)
class PaperParts:
    """How a paper was made, and the digests of its parts by their keys.

    Wordings hang on the language and the version of the program, so both are kept. `printed` is
    what the paper shows of a meeting, in parts that hang on neither.
    """

    language: str
    program: str
    digests: tuple[tuple[str, str], ...]
    printed: Printed | None = None

    def spelled(self) -> str:
        """Spell them for the record of the paper."""
        told = {"language": self.language, "program": self.program, "parts": dict(self.digests)}
        return canonical(told | ({"printed": _printed(self.printed)} if self.printed else {}))

    @classmethod
    def read(cls, text: str | None) -> "PaperParts | None":
        """Read them from the record of a paper; one that has none was made before they were kept.

        What another program wrote there and is none of this form counts as none.
        """
        try:
            told = json.loads(text or "null")
            parts = tuple(sorted((str(key), str(value)) for key, value in told["parts"].items()))
            printed = _read_printed(told.get("printed"))
            return cls(str(told["language"]), str(told["program"]), parts, printed)
        except (ValueError, TypeError, KeyError, AttributeError):
            return None

    def changed(self, now: "PaperParts") -> tuple[str, ...]:
        """Name the parts that differ, that are new or that are gone, in the order of now."""
        before, after = dict(self.digests), dict(now.digests)
        gone = (key for key in before if key not in after)
        kept = (key for key in after if before.get(key) != after[key])
        return (*kept, *gone)


def parts_of(paper: AnyPaper, language: str) -> PaperParts:
    """Take the digest of each part of a paper."""
    found: dict[str, str] = {}
    for key, value in _parts(paper):
        found[_free(key, found)] = _digest(value)
    return PaperParts(language, paper.identity.program, tuple(found.items()), _shown_by(paper))


def _shown_by(paper: AnyPaper) -> Printed | None:
    """Give what a paper shows of a meeting to those who sign it."""
    if isinstance(paper, AcceptancePaper):
        return paper.signed.printed if paper.signed else None
    return paper.printed if isinstance(paper, FormPaper) else None


def _printed(one: Printed) -> dict[str, object]:
    shown = one.shown
    return {"meeting": one.meeting_id, "form": shown.form, "parts": dict(shown.parts)}


def _read_printed(told: Any) -> Printed | None:
    if not told:
        return None
    parts = tuple(sorted((str(key), str(value)) for key, value in told["parts"].items()))
    return Printed(str(told["meeting"]), Shown(parts, int(told["form"])))


def _parts(paper: AnyPaper) -> Iterator[tuple[str, object]]:
    """Part a paper by its fields, a form by its sheets and their tables."""
    sheets = paper.sheets if isinstance(paper, FormPaper) else ()
    for each in fields(paper):
        is_told_below = bool(sheets) and each.name in {"sheets", *_LONE}
        is_shown = each.metadata.get("hashed", True) and each.name not in _NOT_CONTENT
        if is_shown and not is_told_below:
            yield each.name, getattr(paper, each.name)
    for sheet in sheets:
        yield sheet.title, (sheet.facts, sheet.lines)
        for table in sheet.tables:
            yield f"{sheet.title} · {table.title}", table
        for box in sheet.signs:
            yield f"{sheet.title} · {box.title}", box


def _free(key: str, taken: dict[str, str]) -> str:
    copies = (f"{key} ({copy})" for copy in range(2, len(taken) + 3))
    return key if key not in taken else next(one for one in copies if one not in taken)


def _digest(value: Any) -> str:
    text = canonical(shown_data(value))
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:_DIGITS]
