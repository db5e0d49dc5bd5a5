"""Floors: what must be done in any case, in the fewest calls."""

import hashlib
import os
import shutil
from collections.abc import Iterable
from pathlib import Path


def hash_copy_fsync(sources: Iterable[Path], folder: Path) -> None:
    """Read once, hash, write a copy under its hash, fsync, rename."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    for source in sources:
        content = source.read_bytes()
        name = hashlib.sha256(content).hexdigest()
        part = folder / f".{name}"
        with part.open("wb") as out:
            out.write(content)
            out.flush()
            os.fsync(out.fileno())
        part.replace(folder / name)


def concatenate(sources: Iterable[Path], out: Path) -> None:
    """Copy the same bytes into one file."""
    with out.open("wb") as stream:
        for source in sources:
            stream.write(source.read_bytes())
        stream.flush()
        os.fsync(stream.fileno())


def write_once_hash_once(sources: Iterable[Path], out: Path) -> None:
    """Write all bytes once, fsync, and hash them once: what sealing cannot do without."""
    digest = hashlib.sha256()
    with out.open("wb") as stream:
        for source in sources:
            content = source.read_bytes()
            digest.update(content)
            stream.write(content)
        stream.flush()
        os.fsync(stream.fileno())


def hash_once(path: Path) -> None:
    """Read and hash a file once: what verifying cannot do without."""
    with path.open("rb") as stream:
        hashlib.file_digest(stream, "sha256")
