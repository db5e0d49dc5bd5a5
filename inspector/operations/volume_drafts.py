"""Write the papers of all volumes to look at them before the bundle is sealed."""

import os
import shutil
from collections.abc import Iterator, Sequence
from pathlib import Path

from inspector.archive.catalogue import book_name
from inspector.core.bundles import VolumeFiles, fit_part
from inspector.core.filing import FiledPaper
from inspector.core.progress import Progress, Unwatched
from inspector.operations.archive_photos import captioned_photos
from inspector.operations.binders import Binder, binder_of
from inspector.operations.filed_papers import filed_papers, papers_by_name
from inspector.operations.files import refusal_of, refuse_target
from inspector.operations.reports import kept_paper
from inspector.operations.volume_papers import catalogue_workbook, list_files, workbook_name
from inspector.operations.volumes import written_volumes
from inspector.operations.workspace import Workspace


def draft_forms(
    workspace: Workspace, project_id: str, out: Path, progress: Progress | None = None
) -> list[Path]:
    """Write the papers of all volumes into a new folder, as a sealing now would; give the files.

    Nothing is sealed or recorded. Before the first acceptance report the one that sealing makes
    is listed without pages.
    """
    refuse_target(workspace.folder, out)
    part = out.with_name(f".{out.name}.{os.getpid()}.part")
    shutil.rmtree(part, ignore_errors=True)
    try:
        work = part / "work"
        work.mkdir(parents=True)
        _write(binder_of(workspace, project_id, work), part, progress or Unwatched())
        shutil.rmtree(work)
        part.rename(out)
    except OSError as error:
        raise refusal_of(out, error) from error
    finally:
        shutil.rmtree(part, ignore_errors=True)
    return sorted(path for path in out.rglob("*") if path.is_file())


def _write(binder: Binder, place: Path, progress: Progress) -> None:
    photos = captioned_photos(binder.workspace, binder.project_id)
    volumes = written_volumes(binder, tuple(_papers(binder)), photos, progress)
    for one in volumes:
        folder = place / fit_part(one.volume.code)
        folder.mkdir()
        for name, made in _own(one):
            made.rename(folder / name)
        (folder / workbook_name(one.volume)).write_bytes(catalogue_workbook(one))
    for name, source in list_files(binder.head, binder.identity, volumes, binder.folder):
        if isinstance(source, bytes):
            (place / name).write_bytes(source)
        else:
            source.rename(place / name)


def _papers(binder: Binder) -> Iterator[FiledPaper]:
    workspace = binder.workspace
    with workspace.read() as office:
        reports = office.papers.reports(binder.project_id)
    kept = [
        one for one in reports if one.is_sealed_report and kept_paper(workspace, one) is not None
    ]
    yield from filed_papers(binder, kept[-1]) if kept else papers_by_name(binder)


def _own(one: VolumeFiles) -> Sequence[tuple[str, Path]]:
    books = enumerate(one.books, start=1)
    return [
        ("000_案卷封面.pdf", one.cover),
        ("000_卷内目录.pdf", one.contents),
        *((book_name(number, len(one.books)), book) for number, book in books),
        ("999_卷内备考表.pdf", one.closing),
    ]
