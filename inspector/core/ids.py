"""Identifiers made on the laptop, never by the database."""

import re
import threading
import uuid
from collections.abc import Callable

NAMESPACE = uuid.UUID("6f0c1f0e-7a52-5c52-9a37-0f1f3a7f2b11")
"""The root of all natural keys; changing it would split records that are one."""

ORG = "org"
"""The reserved project of the organisation: people, devices, programmes, packs."""

TRAY = "tray"
"""The reserved project of photos that no project has taken yet."""

_HASH = re.compile("[0-9a-f]{64}")
_TIMED = 7
"""The version of identifiers that begin with their time."""

_RANDOM_BYTES = 10
_STEP_BYTES = 4
_LOW_BITS = 62
_TAIL_MASK = (1 << 74) - 1
"""The random bits of a version 7 identifier: 12 above and 62 below its variant."""


def uuid7(now_ms: int, random: bytes) -> str:
    """Make a time-ordered identifier (RFC 9562, version 7) from a time and ten random bytes."""
    if len(random) != _RANDOM_BYTES:
        message = "uuid7 takes ten random bytes"
        raise ValueError(message)
    tail = int.from_bytes(random)
    number = (now_ms & (1 << 48) - 1) << 80
    number |= _TIMED << 76 | (tail >> 68 & 0xFFF) << 64
    number |= 2 << 62 | tail & (1 << 62) - 1
    return str(uuid.UUID(int=number))


def made_ms(identifier: str) -> int:
    """Tell when a time-ordered identifier was made; zero of one that tells no time."""
    try:
        number = uuid.UUID(identifier)
    except ValueError:
        return 0
    return number.int >> 80 if number.version == _TIMED else 0


class IdMaker:
    """Makes identifiers that grow, also within one millisecond (RFC 9562, 6.2, method 2).

    Records of one moment then keep the order in which they were made, wherever they are listed
    by time and id.
    """

    def __init__(self, random: Callable[[int], bytes]) -> None:
        self._random = random
        self._guard = threading.Lock()
        self._last = (-1, 0)

    def make(self, now_ms: int) -> str:
        """Make an identifier that is greater than the last one of this millisecond."""
        with self._guard:
            last_ms, last_tail = self._last
            fresh = int.from_bytes(self._random(_RANDOM_BYTES)) & _TAIL_MASK >> 1
            step = 1 + int.from_bytes(self._random(_STEP_BYTES))
            tail = (last_tail + step) & _TAIL_MASK if now_ms == last_ms else fresh
            self._last = (now_ms, tail)
        high, low = tail >> _LOW_BITS, tail & (1 << _LOW_BITS) - 1
        return uuid7(now_ms, (high << 68 | low).to_bytes(_RANDOM_BYTES))


def is_hash(text: str) -> bool:
    """Tell whether a text is a SHA-256 as we spell it: what others say may be anything."""
    return _HASH.fullmatch(text) is not None


def natural_id(project_id: str, kind: str, *parts: str) -> str:
    """Make the identifier of a row with a natural key.

    Two people who fill the same item at the same place in the same visit make one row, which
    then merges field by field (sync design, 3.1).
    """
    return str(uuid.uuid5(NAMESPACE, "\x1f".join((project_id, kind, *parts))))
