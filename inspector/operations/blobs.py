"""Photos and files by the hash of their bytes: where they lie, and which are named."""

import os
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from pathlib import Path

from inspector.core.errors import InspectorError
from inspector.core.evidence import Whereabouts
from inspector.core.ids import is_hash
from inspector.core.packages import BlobPart
from inspector.folders import FILES, PHOTOS
from inspector.operations.files import content_path, refusal_of
from inspector.operations.workspace import Workspace
from inspector.photos.formats import FORMATS
from inspector.photos.intake import find_original, original_path
from inspector.photos.orders import PreviewKind
from inspector.photos.previews import preview_path
from inspector.store.disk import sync_folder
from inspector.store.office import Office
from inspector.sync.admission import MandateKind
from inspector.sync.organisation import admission_here

_FILE_KINDS = {
    "application/json": ".json",
    "application/pdf": ".pdf",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": ".docx",
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": ".xlsx",
    "application/msword": ".doc",
    "application/vnd.ms-excel": ".xls",
    "application/ofd": ".ofd",
    "application/acad": ".dwg",
    "application/dxf": ".dxf",
    "application/zip": ".zip",
    "text/plain": ".txt",
    "application/x-scan-jpeg": ".jpg",
    "application/x-scan-png": ".png",
    "application/x-scan-tiff": ".tif",
}
"""What lies in files/. A scan of a paper is no photo: it has no place, and it stays a file."""
_SAME = {".jpeg": ".jpg", ".tiff": ".tif"}
DOCUMENT_SUFFIXES = frozenset({*_FILE_KINDS.values(), *_SAME}) - {".json"}
"""The endings of what may be filed as a document."""
_PHOTO_MIMES = frozenset(kind.mime for kind in FORMATS)


def blob_path(workspace_folder: Path, sha256: str) -> Path | None:
    """Find a photo or a file by its hash; None where it is not here."""
    with suppress(InspectorError):
        return find_original(workspace_folder, sha256)
    for suffix in _FILE_KINDS.values() if is_hash(sha256) else ():
        path = content_path(workspace_folder / FILES, sha256, suffix)
        if path.is_file():
            return path
    return None


def file_suffix(name: str) -> str:
    """Give the ending under which a document is kept, by the name that it came with."""
    suffix = Path(name).suffix.lower()
    return _SAME.get(suffix, suffix)


def photos_here(workspace_folder: Path) -> set[str]:
    """List the hashes of the photos that lie here, by their names, in one walk."""
    folder = workspace_folder / PHOTOS
    return {
        f"{inner.name}{path.name.partition('.')[0]}"
        for inner in (folder.iterdir() if folder.is_dir() else ())
        if inner.is_dir()
        for path in inner.iterdir()
        if not path.name.startswith(".")
    }


def mime_of(path: Path) -> str:
    """Tell what kind of file a kept one is."""
    for mime, suffix in _FILE_KINDS.items():
        if path.suffix == suffix and path.parent.parent.name == FILES:
            return mime
    return next(kind.mime for kind in FORMATS if path.suffix == f".{kind.ending}")


def mime_of_ending(ending: str) -> str:
    """Tell what kind of file a name's ending stands for: a photo, else a document."""
    photos = {f".{kind.ending}": kind.mime for kind in FORMATS}
    documents = {suffix: mime for mime, suffix in _FILE_KINDS.items()}
    return (documents | photos).get(ending.lower(), "")


def keep_blob(workspace_folder: Path, blob: BlobPart, pieces: Iterable[bytes]) -> None:
    """Keep a blob under its hash: whole and durable before it gets its name.

    `pieces` raise before the last one where the bytes are not those of the hash.
    """
    suffix = _FILE_KINDS.get(blob.mime)
    if suffix is not None:
        path = content_path(workspace_folder / FILES, blob.sha256, suffix)
    else:
        mime = blob.mime if blob.mime in _PHOTO_MIMES else FORMATS[0].mime
        path = original_path(workspace_folder, blob.sha256, mime)
    _write(path, pieces)


def keep_thumbnail(workspace: Workspace, blob: BlobPart, pieces: Iterable[bytes]) -> None:
    """Keep a small picture of a photo that stays elsewhere, in the cache."""
    path = preview_path(workspace.folder, blob.of, PreviewKind.THUMBNAIL)
    if not path.exists():
        _write(path, pieces)


def _write(path: Path, pieces: Iterable[bytes]) -> None:
    part = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with part.open("wb") as file:
            for piece in pieces:
                file.write(piece)
            file.flush()
            os.fsync(file.fileno())
        part.replace(path)
        sync_folder(path.parent)
    except OSError as error:
        raise refusal_of(path, error) from error
    finally:
        with suppress(OSError):
            part.unlink(missing_ok=True)


def named_blobs(office: Office, projects: Sequence[str]) -> Iterator[str]:
    """Yield the hashes of all photos and files that the records of some projects name."""
    yield from filter(is_hash, office.peers.named_blobs(projects))


def whereabouts(workspace: Workspace, hashes: Iterable[str]) -> dict[str, Whereabouts]:
    """Tell of each photo whether it is here, at another laptop, or nowhere that is known."""
    with workspace.read() as office:
        return whereabouts_over(workspace.folder, office, hashes)


def whereabouts_over(folder: Path, office: Office, hashes: Iterable[str]) -> dict[str, Whereabouts]:
    """Tell the same of one consistent state."""
    lacking = {sha256: blob_path(folder, sha256) is None for sha256 in hashes}
    held = stored_elsewhere(office) if any(lacking.values()) else set()
    found = {}
    for sha256, is_lacking in lacking.items():
        elsewhere = Whereabouts.ELSEWHERE if sha256 in held else Whereabouts.MISSING
        found[sha256] = elsewhere if is_lacking else Whereabouts.HERE
    return found


def stored_elsewhere(office: Office) -> set[str]:
    """List the files that a laptop which counts now said it holds, in a package that it signed."""
    return {sha256 for key in admitted_keys(office) for sha256 in office.peers.stored_by(key)}


def admitted_keys(office: Office) -> set[str]:
    """List the keys of the peers that count: all, until there is an organisation."""
    keys = {peer.key for peer in office.peers.all()}
    if office.segments.pin() is None:
        return keys
    admission = admission_here(office.segments, "", office.segments.all())
    return {key for key in keys if admission.holding(MandateKind.LAPTOP, key)}
