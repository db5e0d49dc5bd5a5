"""Taking photos in: durable under their hash, EXIF read, a row each."""

import shutil
from datetime import UTC, datetime
from pathlib import Path

from benchmarks.measure import ROUNDS, compete, judge
from benchmarks.peers import copying, exiftool
from benchmarks.pictures import draw_photos
from inspector.core.photos import PhotoFacts
from inspector.operations.photos import import_photos
from inspector.operations.workspace import Workspace, create_workspace
from inspector.photos.exif import ExifReader
from inspector.photos.intake import settle_folders, take_in
from inspector.photos.orders import PreviewKind

COUNT = 60


def run(folder: Path) -> None:
    """Compare intake with hash + copy + fsync of the same bytes, and with ExifTool's reading."""
    sources = draw_photos(folder / "card", COUNT)
    fresh = [_warm_workspace(folder / f"w{i}", sources[0]) for i in range(ROUNDS + 1)]
    opened = list(fresh)
    with ExifReader() as reader:
        reader.facts(sources[0])
        contestants = {
            "hash + copy + fsync (floor)": lambda: copying.hash_copy_fsync(
                sources, folder / "copy"
            ),
            "intake: bytes and facts": lambda: _bytes_and_facts(sources, folder / "bare", reader),
            "intake with rows (import_photos)": lambda: _whole(sources, fresh.pop()),
        }
        if exiftool.is_installed():
            contestants["exiftool, one batch, reads only"] = lambda: exiftool.read_batch(
                folder / "card"
            )
        table = compete(
            f"Intake of {COUNT} photos of 12 MP", "hash + copy + fsync (floor)", contestants
        )
    for workspace in opened:
        workspace.close()
    judge("intake to hash + copy + fsync", table.ratio("intake: bytes and facts"), 2.5)
    judge("the same with rows", table.ratio("intake with rows (import_photos)"), 2.5)
    _previews(folder, sources)


def _bytes_and_facts(sources: list[Path], folder: Path, reader: ExifReader) -> list[PhotoFacts]:
    shutil.rmtree(folder, ignore_errors=True)
    taken = [take_in(source, folder, reader, settle=False) for source in sources]
    settle_folders(folder, taken)
    return [one.facts for one in taken]


def _whole(sources: list[Path], workspace: Workspace) -> None:
    import_photos(workspace, sources)


def _warm_workspace(folder: Path, sample: Path) -> Workspace:
    """Open a workspace whose reader runs, as it does once a first photo has come in."""
    workspace = _workspace(folder)
    workspace.exif.facts(sample)
    return workspace


def _workspace(folder: Path) -> Workspace:
    shutil.rmtree(folder, ignore_errors=True)

    def clock() -> datetime:
        return datetime.now(UTC).astimezone()

    return create_workspace(folder, folder / "profile", clock, "测", "试")


def _previews(folder: Path, sources: list[Path]) -> None:
    """Show apart what the background makes: thumbnails in sight, and pictures of HEIC files."""
    workspace = _workspace(folder / "previews")
    receipt = import_photos(workspace, [*sources, *_heic_samples()]).value
    hashes = [photo.sha256 for photo in receipt.taken]
    heic = [photo.sha256 for photo in receipt.taken if photo.facts.mime == "image/heic"]
    seen = [one for one in hashes if one not in heic][:20]
    cache = workspace.folder / "cache"

    def make(wanted: list[str]) -> None:
        shutil.rmtree(cache, ignore_errors=True)
        workspace.previews.ensure(wanted, PreviewKind.THUMBNAIL)

    compete(
        "Previews in the background (two processes)",
        "20 thumbnails in sight",
        {
            "20 thumbnails in sight": lambda: make(seen),
            f"all pictures of {len(heic)} HEIC files": lambda: make(heic),
        },
    )
    workspace.close()


def _heic_samples() -> list[Path]:
    return sorted((Path(__file__).parent.parent / "resources" / "sample").glob("*.heic"))
