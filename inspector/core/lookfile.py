"""Read how an office sets its papers from its text file (TOML); faults name line and key."""

import re
import tomllib
from collections.abc import Callable, Mapping
from functools import partial
from typing import Any

from inspector.core.errors import InspectorError, Problem
from inspector.core.papers.look import (
    BOTTOM_MM,
    LEFT_MM,
    MOST_LETTERHEAD_LINES,
    PHOTOS_PER_PAGE,
    PICTURE_ENDS,
    PICTURE_MM,
    SEAL_MM,
    TOP_MM,
    USUAL,
    CaptionField,
    PaperLook,
)
from inspector.core.text import clean

FORMAT = 1
_LONGEST = 100_000
_LONGEST_LINE = 60
_AT = re.compile(r"at line (\d+)")
_SECTION = re.compile(r"\s*\[\s*([\w-]+)\s*\]")


def parse_look(text: str, file: str) -> PaperLook:
    """Read a file; what it does not say is as shipped."""
    return _Reading(text, file).look()


class _Reading:
    """One file being read: every refusal names it, the line and the key."""

    def __init__(self, text: str, file: str) -> None:
        self._text = text
        self._file = file

    def look(self) -> PaperLook:
        document = self._document()
        if document.pop("format", None) != FORMAT:
            raise self._wrong("format", document.get("format"), str(FORMAT))
        found: dict[str, Any] = {}
        for section, readers in self._sections().items():
            given = document.pop(section, {})
            if not isinstance(given, dict):
                raise self._wrong(section, given, f"[{section}]")
            for key, value in given.items():
                path = f"{section}.{key}"
                if key not in readers:
                    raise self._unknown(path)
                name, read = readers[key]
                found[name] = read(path, value)
        for key in document:
            raise self._unknown(key)
        return self._made(found)

    def _document(self) -> dict[str, Any]:
        if len(self._text) > _LONGEST:
            detail = f"{len(self._text)} > {_LONGEST}"
            raise InspectorError(Problem.LAYOUT_NOT_READ, file=self._file, line=1, detail=detail)
        try:
            return tomllib.loads(self._text)
        except tomllib.TOMLDecodeError as error:
            at = _AT.search(str(error))
            line = int(at[1]) if at else self._text.count("\n") + 1
            raise InspectorError(
                Problem.LAYOUT_NOT_READ, file=self._file, line=line, detail=error
            ) from None

    def _sections(self) -> Mapping[str, Mapping[str, tuple[str, Callable[[str, Any], object]]]]:
        return {
            "photos": {
                "per_page": ("photos_per_page", self._per_page),
                "caption": ("caption", self._caption),
            },
            "seal": {
                "circle": ("circle", self._flag),
                "diameter_mm": ("seal_mm", partial(self._length, SEAL_MM)),
            },
            "letterhead": {
                "lines": ("letterhead", self._lines),
                "picture": ("picture", self._picture),
                "height_mm": ("picture_mm", partial(self._length, PICTURE_MM)),
            },
            "margins": {
                "left_mm": ("left_mm", partial(self._length, LEFT_MM)),
                "top_mm": ("top_mm", partial(self._length, TOP_MM)),
                "bottom_mm": ("bottom_mm", partial(self._length, BOTTOM_MM)),
            },
        }

    @staticmethod
    def _made(found: dict[str, Any]) -> PaperLook:
        has_circle = found.pop("circle", True)
        seal_mm = found.pop("seal_mm", USUAL.seal_mm)
        return PaperLook(**found, seal_mm=seal_mm if has_circle else None)

    # -- values ----------

    def _per_page(self, key: str, value: Any) -> int:
        if type(value) is not int or value not in PHOTOS_PER_PAGE:
            raise self._wrong(key, value, _told(PHOTOS_PER_PAGE))
        return value

    def _caption(self, key: str, value: Any) -> frozenset[CaptionField]:
        known = {field.value: field for field in CaptionField}
        for one in value if isinstance(value, list) else [value]:
            if not isinstance(value, list) or one not in known:
                raise self._wrong(key, one, _told(known))
        return frozenset(known[one] for one in value)

    def _flag(self, key: str, value: Any) -> bool:
        if not isinstance(value, bool):
            raise self._wrong(key, value, "true, false")
        return value

    def _length(self, allowed: range, key: str, value: Any) -> int:
        if type(value) is not int or value not in allowed:
            raise self._wrong(key, value, f"{allowed.start}-{allowed.stop - 1}")
        return value

    def _lines(self, key: str, value: Any) -> tuple[str, ...]:
        allowed = f'["…"], <= {MOST_LETTERHEAD_LINES} x {_LONGEST_LINE}'
        if not isinstance(value, list) or len(value) > MOST_LETTERHEAD_LINES:
            raise self._wrong(key, value, allowed)
        for line in value:
            if not isinstance(line, str) or not 0 < len(clean(line)) <= _LONGEST_LINE:
                raise self._wrong(key, line, allowed)
        return tuple(" ".join(clean(line).split()) for line in value)

    def _picture(self, key: str, value: Any) -> str | None:
        """Read the name of a file beside this one; an empty one means none."""
        if value == "":
            return None
        is_name = isinstance(value, str) and not set(value) & set('/\\:*?"<>|')
        if not is_name or not value.lower().endswith(PICTURE_ENDS):
            raise self._wrong(key, value, "*.jpg")
        return str(value)

    # -- refusals ----------

    def _wrong(self, key: str, value: Any, allowed: str) -> InspectorError:
        return InspectorError(
            Problem.LAYOUT_VALUE_WRONG,
            file=self._file,
            line=self._line_of(key),
            key=key,
            value="—" if value is None else str(value),
            allowed=allowed,
        )

    def _unknown(self, key: str) -> InspectorError:
        return InspectorError(
            Problem.LAYOUT_KEY_UNKNOWN, file=self._file, line=self._line_of(key), key=key
        )

    def _line_of(self, path: str) -> int:
        """Find the line in which a key is given; a key that is lacking is told at line 1."""
        section, _dot, key = path.rpartition(".")
        here = ""
        for number, line in enumerate(self._text.splitlines(), start=1):
            head = _SECTION.match(line)
            if head:
                here = head[1]
                if not section and here == key:
                    return number
                continue
            name = line.partition("=")[0].strip().strip("\"'")
            dotted = f"{here}.{name}" if here else name
            if dotted.replace(" ", "") == path:
                return number
        return 1


def _told(values: Any) -> str:
    return ", ".join(str(value) for value in values)
