"""Sealing and verifying: one stored ZIP in one pass, against bagit-python and the floors."""

import shutil
from datetime import UTC, datetime
from pathlib import Path

from benchmarks.measure import compete, judge
from benchmarks.peers import bagit_python, copying
from benchmarks.pictures import draw_photos
from inspector.archive.verify import verify
from inspector.archive.zipbag import seal
from inspector.core.bundles import BundlePlan, Member
from inspector.core.progress import Unwatched

COUNT = 150


def run(folder: Path) -> None:
    """Compare sealing with writing and hashing once, verifying with hashing once."""
    sources = draw_photos(folder / "photos", COUNT)
    plan = BundlePlan(
        root="DA-2026-JF2-K7-001",
        members=tuple(Member(f"照片/{path.name}", path) for path in sources),
        info=(("Source-Organization", "区住建局"),),
        made_at=datetime(2026, 11, 22, tzinfo=UTC),
    )
    size = sum(path.stat().st_size for path in sources) / 1e6
    floor = "write once + hash once (floor)"
    table = compete(
        f"Sealing {COUNT} photos, {size:.0f} MB",
        floor,
        {
            floor: lambda: copying.write_once_hash_once(sources, folder / "floor.bin"),
            "Inspector (bag in a stored zip, fsync)": lambda: _seal(plan, folder / "ours.zip"),
            "bagit-python (folder, no fsync)": lambda: bagit_python.make(sources, folder / "bag"),
        },
    )
    judge("seal to write + hash once", table.ratio("Inspector (bag in a stored zip, fsync)"), 1.0)
    bag = folder / "ours.zip"
    compete(
        "Verifying the same",
        "hash once (floor)",
        {
            "hash once (floor)": lambda: copying.hash_once(bag),
            "Inspector (SHA-256, CRC, headers)": lambda: _verify(bag),
            "bagit-python (folder)": lambda: bagit_python.validate(folder / "bag"),
        },
    )
    shutil.rmtree(folder)


def _seal(plan: BundlePlan, out: Path) -> None:
    out.unlink(missing_ok=True)
    seal(plan, out, Unwatched())


def _verify(path: Path) -> None:
    found = verify(path, Unwatched())
    if not found.ok:
        raise RuntimeError(found.faults)
