"""Plans of small bundles for tests."""

import hashlib
from datetime import UTC, datetime
from pathlib import Path

from inspector.core.bundles import BundleForm, BundlePlan, Member

GAPS = BundleForm(gaps_reason="前期文件在区档案馆，另行移交")
"""Seal although papers lack."""
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


def manifests_anew(bag: Path) -> None:
    """Write the manifests of a bag anew, as a forger would: then all sums hold."""
    lines = [
        f"{hashlib.sha256(path.read_bytes()).hexdigest()}  {path.relative_to(bag).as_posix()}\n"
        for path in sorted((bag / "data").rglob("*"))
        if path.is_file()
    ]
    replaced(bag / "manifest-sha256.txt", "".join(lines).encode())
    sizes = [path.stat().st_size for path in (bag / "data").rglob("*") if path.is_file()]
    info = (bag / "bag-info.txt").read_text().splitlines()
    kept = [line for line in info if not line.startswith("Payload-Oxum")]
    text = "".join(f"{line}\n" for line in (*kept, f"Payload-Oxum: {sum(sizes)}.{len(sizes)}"))
    replaced(bag / "bag-info.txt", text.encode())
    names = ("bagit.txt", "bag-info.txt", "manifest-sha256.txt")
    digests = [(hashlib.sha256((bag / name).read_bytes()).hexdigest(), name) for name in names]
    text = "".join(f"{digest}  {name}\n" for digest, name in digests)
    replaced(bag / "tagmanifest-sha256.txt", text.encode())


def replaced(path: Path, content: bytes) -> None:
    """Put a new file in the place of one that may have other links."""
    path.unlink(missing_ok=True)
    path.write_bytes(content)
