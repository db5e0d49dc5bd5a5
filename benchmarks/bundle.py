"""Sealing and verifying: one stored ZIP in one pass, against bagit-python and the floors."""

import hashlib
import multiprocessing
import resource
import shutil
from collections.abc import Iterable
from datetime import UTC, datetime
from pathlib import Path

from benchmarks.measure import compete, judge, say
from benchmarks.peers import bagit_python, copying
from benchmarks.pictures import draw_photos
from inspector.archive.verify import verify
from inspector.archive.zipbag import seal
from inspector.core.bundles import BundlePlan, Member
from inspector.core.progress import Unwatched

COUNT = 300
TIMES_LARGER = 8
FLOOR = "write once + hash once (floor)"
OURS = "Inspector (bag in a stored zip, fsync)"
OTHERS = "bagit-python (folder), then a stored zip"
CHECK = "Inspector verify (SHA-256, CRC, headers)"


def run(folder: Path) -> None:
    """Compare sealing with writing and hashing once, verifying likewise; look at the memory."""
    sources = draw_photos(folder / "photos", COUNT)
    plan, with_sm3 = plan_of(sources), plan_of(sources, sm3=True)
    size = sum(path.stat().st_size for path in sources) / 1e6
    bag = folder / "ours.zip"
    table = compete(
        f"Sealing and verifying {COUNT} photos, {size:.0f} MB",
        FLOOR,
        {
            FLOOR: lambda: copying.write_once_hash_once(sources, folder / "floor.bin"),
            OURS: lambda: _seal(plan, bag),
            "Inspector with SM3 too": lambda: _seal(with_sm3, folder / "sm3.zip"),
            "bagit-python (folder, no fsync)": lambda: bagit_python.make(sources, folder / "bag"),
            OTHERS: lambda: bagit_python.make_zip(sources, folder / "bagzip"),
            "hash once": lambda: copying.hash_once(bag),
            CHECK: lambda: _verify(bag),
            "bagit-python validate (folder)": lambda: bagit_python.validate(folder / "bag"),
        },
    )
    judge("seal to write + hash once", table.ratio(OURS), 1.0)
    judge("seal to bagit-python + stored zip", table.ratio(OURS, OTHERS), 0.6)
    judge("verify to write + hash once", table.ratio(CHECK), 0.4)
    say(f"   CPU alone: seal {table.cpu(OURS) / table.cpu(FLOOR):.2f} x of the floor's,")
    say(f"   verify {table.cpu(CHECK) / table.cpu(FLOOR):.2f} x; the floor runs on one core")
    _compare_memory(sources, folder)
    shutil.rmtree(folder)


def plan_of(sources: Iterable[Path], *, times: int = 1, sm3: bool = False) -> BundlePlan:
    """Plan a bundle of photos as a workspace gives them: with the digest of their intake."""
    known = [(path, hashlib.sha256(path.read_bytes()).hexdigest()) for path in sources]
    return BundlePlan(
        root="DA-2026-JF2-K7-001",
        members=tuple(
            Member(f"照片{time}/{path.name}", path, digest)
            for time in range(times)
            for path, digest in known
        ),
        info=(("Source-Organization", "区住建局"),),
        made_at=datetime(2026, 11, 22, tzinfo=UTC),
        with_sm3=sm3,
    )


def _compare_memory(sources: list[Path], folder: Path) -> None:
    """Seal and verify in processes of their own: what a larger bundle takes beyond a small one."""
    small = _peak(sources, folder / "small.zip", 1)
    large = _peak(sources, folder / "large.zip", TIMES_LARGER)
    judge(f"memory, {TIMES_LARGER} times the photos", large / small, 1.1)
    say(f"   peak {small:.0f} MB and {large:.0f} MB")


def _peak(sources: list[Path], out: Path, times: int) -> float:
    with multiprocessing.get_context("spawn").Pool(1) as pool:
        return pool.apply(_sealed_peak, (sources, out, times))


def _sealed_peak(sources: list[Path], out: Path, times: int) -> float:
    _seal(plan_of(sources, times=times), out)
    _verify(out)
    out.unlink()
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def _seal(plan: BundlePlan, out: Path) -> None:
    out.unlink(missing_ok=True)
    seal(plan, out, Unwatched())


def _verify(path: Path) -> None:
    found = verify(path, Unwatched())
    if not found.ok:
        raise RuntimeError(found.faults)
