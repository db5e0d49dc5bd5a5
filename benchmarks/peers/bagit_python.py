"""bagit-python: copy the files, make a bag of the folder, validate it."""

import os
import shutil
import zipfile
from collections.abc import Iterable
from pathlib import Path

import bagit


def make(sources: Iterable[Path], folder: Path) -> None:
    """Copy and bag with SHA-256 alone and two processes: its fastest documented settings."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    for source in sources:
        shutil.copyfile(source, folder / source.name)
    bagit.make_bag(str(folder), checksums=["sha256"], processes=2)


def validate(folder: Path) -> None:
    """Validate with two processes."""
    bagit.Bag(str(folder)).validate(processes=2)


def make_zip(sources: Iterable[Path], folder: Path) -> None:
    """Bag as above, then put the bag into one stored ZIP: the way to what a bundle of ours is."""
    make(sources, folder)
    out = folder.with_suffix(".zip")
    with zipfile.ZipFile(out, "w", zipfile.ZIP_STORED) as archive:
        for path in sorted(folder.rglob("*")):
            archive.write(path, path.relative_to(folder.parent))
    descriptor = os.open(out, os.O_RDONLY)
    os.fsync(descriptor)
    os.close(descriptor)
