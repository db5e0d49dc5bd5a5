"""The one spelling of a pack: what is stored, exported and hashed."""

import hashlib
from collections.abc import Sequence
from typing import cast

from inspector.checklists.codec import plain
from inspector.core.canonical import canonical
from inspector.core.checklists import Item, Pack, PackHead


def dump(pack: Pack) -> bytes:
    """Give a pack as canonical JSON; `load_bytes` makes the same pack of it again."""
    return spell(pack.head, pack.items)


def spell(head: PackHead, items: Sequence[Item]) -> bytes:
    """Spell a head and items as canonical JSON: layout and comments of a file are gone."""
    table = cast("dict[str, object]", plain(head))
    return canonical({**table, "items": [plain(item) for item in items]}).encode()


def content_hash(spelling: bytes) -> str:
    """Give the SHA-256 of a pack's spelling, in small hex digits."""
    return hashlib.sha256(spelling).hexdigest()
