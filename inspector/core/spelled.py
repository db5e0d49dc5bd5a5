"""A few bytes as text that people copy, paste or scan: letters, digits, - and _, with an end mark.

Chat programs break lines, add blanks and put words around; none of that harms. Text that lost
its end is told apart from text that is whole. Whether the bytes are right the reader checks:
what is spelled here is signed or sealed.
"""

import base64
import binascii
import re
from enum import StrEnum


class SpelledKind(StrEnum):
    """What is spelled; the number is that of its format."""

    REQUEST = "INSPECTOR-REQUEST-1"
    ANSWER = "INSPECTOR-ANSWER-1"


def spell(kind: SpelledKind, data: bytes) -> str:
    """Write bytes as text."""
    return f"{kind.value}:{base64.urlsafe_b64encode(data).decode().rstrip('=')}."


def is_spelled(text: str, kind: SpelledKind) -> bool:
    """Tell whether a text means to be that kind of thing, whole or not."""
    return f"{kind.value}:" in text


def read_spelled(kind: SpelledKind, text: str) -> bytes | None:
    """Give the bytes that stand somewhere in a text; nothing where they are not there whole."""
    found = re.search(rf"{re.escape(kind.value)}:([A-Za-z0-9_\-\s]+)\.", text)
    if found is None:
        return None
    letters = re.sub(r"\s+", "", found.group(1))
    try:
        return base64.urlsafe_b64decode(letters + "=" * (-len(letters) % 4))
    except binascii.Error:
        return None
