"""Text that a person types, made fit to be kept."""

import unicodedata

from inspector.core.errors import InspectorError, Problem

LONGEST_NAME = 500
LONGEST_TEXT = 10_000
_KEPT_CONTROLS = "\n\t"


def clean(text: str) -> str:
    """Return the text in NFC without control characters, lone surrogates or outer blanks.

    Marks that turn the reading direction are control characters too: they can disguise a name.
    """
    kept = (
        char
        for char in text.replace("\r\n", "\n").replace("\r", "\n")
        if char in _KEPT_CONTROLS or unicodedata.category(char) not in {"Cc", "Cf", "Cs", "Co"}
    )
    return unicodedata.normalize("NFC", "".join(kept)).strip()


def named(text: str, field: str, longest: int = LONGEST_NAME) -> str:
    """Return a cleaned one-line name; an empty or endless one is refused by the field's code."""
    name = " ".join(clean(text).split())
    if not name:
        raise InspectorError(Problem.NAME_EMPTY, field=field)
    if len(name) > longest:
        raise InspectorError(Problem.TEXT_TOO_LONG, field=field, length=len(name), longest=longest)
    return name
