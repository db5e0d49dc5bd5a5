"""Identifiers made on the laptop, never by the database."""

import uuid

NAMESPACE = uuid.UUID("6f0c1f0e-7a52-5c52-9a37-0f1f3a7f2b11")
"""The root of all natural keys; changing it would split records that are one."""

ORG = "org"
"""The reserved project of the organisation: people, devices, programmes, packs."""

TRAY = "tray"
"""The reserved project of photos that no project has taken yet."""

_RANDOM_BYTES = 10


def uuid7(now_ms: int, random: bytes) -> str:
    """Make a time-ordered identifier (RFC 9562, version 7) from a time and ten random bytes."""
    if len(random) != _RANDOM_BYTES:
        message = "uuid7 takes ten random bytes"
        raise ValueError(message)
    tail = int.from_bytes(random)
    number = (now_ms & (1 << 48) - 1) << 80
    number |= 7 << 76 | (tail >> 68 & 0xFFF) << 64
    number |= 2 << 62 | tail & (1 << 62) - 1
    return str(uuid.UUID(int=number))


def natural_id(project_id: str, kind: str, *parts: str) -> str:
    """Make the identifier of a row with a natural key.

    Two people who fill the same item at the same place in the same visit make one row, which
    then merges field by field (sync design, 3.1).
    """
    return str(uuid.uuid5(NAMESPACE, "\x1f".join((project_id, kind, *parts))))
