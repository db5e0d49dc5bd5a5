"""Plans of small bundles for tests."""

import hashlib
from datetime import UTC, datetime
from pathlib import Path

from inspector.core.bundles import BundlePlan, Member

MADE_AT = datetime(2026, 11, 22, 8, 30, 15, tzinfo=UTC)


def make_plan(folder: Path, sizes: tuple[int, ...] = (0, 1, 300_000), **changes) -> BundlePlan:
    """Plan a bundle of files of these sizes below `folder`, plus one member given as bytes."""
    folder.mkdir(parents=True, exist_ok=True)
    members = [Member("说明文件.TXT", "校验：50%\r\n".encode())]
    for number, size in enumerate(sizes, start=1):
        content = hashlib.shake_128(bytes([number])).digest(size)
        source = folder / f"源{number}.jpg"
        if not source.exists():
            source.write_bytes(content)
        digest = hashlib.sha256(content).hexdigest()
        members.append(Member(f"电子档案/照片/LJ-{number:04d} 100％.jpg", source, digest))
    fields = {
        "root": "LJ-2026-0137_景芳二区验收",
        "members": tuple(members),
        "info": (("Source-Organization", "某区住建局"), ("Bag-Software-Agent", "Inspector 0.1.0")),
        "made_at": MADE_AT,
    }
    return BundlePlan(**(fields | changes))
