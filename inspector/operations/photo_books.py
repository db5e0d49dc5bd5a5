"""Write the contact sheets of a volume's photos, from previews, a book at a time."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from inspector.archive.catalogue import NamedPhoto, named_photos
from inspector.core.bundles import ArchivePhoto, VolumeFiles
from inspector.core.papers import (
    PHOTOS_PER_BOOK,
    BookPhoto,
    PaperIdentity,
    PaperPhoto,
    PhotoBookPaper,
)
from inspector.core.photodata import PhotoGroup
from inspector.core.progress import Progress, Share
from inspector.folders import fonts
from inspector.operations.workspace import Workspace
from inspector.photos.orders import PreviewKind
from inspector.reports.photobook import write_photo_book
from inspector.words.acceptance import trouble_name
from inspector.words.language import _


def book_paths(folder: Path, photos: int) -> tuple[Path, ...]:
    """Give where the books of so many photos will lie."""
    books = -(-photos // PHOTOS_PER_BOOK)
    return tuple(folder / f"book-{number:03d}.pdf" for number in range(1, books + 1))


def write_photo_books(
    workspace: Workspace, identity: PaperIdentity, files: VolumeFiles, progress: Progress
) -> None:
    """Write the books of a volume; the pictures are those that its reports print."""
    if not files.books:
        return
    named = named_photos(files.volume, files.photos)
    # books of nearly equal length: none is left with a few photos
    edges = [len(named) * number // len(files.books) for number in range(len(files.books) + 1)]
    for number, out in enumerate(files.books, start=1):
        start = edges[number - 1]
        own = named[start : edges[number]]
        share = Share(progress, start, len(named))
        paper = PhotoBookPaper(
            identity=identity,
            volume=files.volume,
            book=number,
            books=len(files.books),
            photos_total=len(named),
            photos=tuple(_book_photos(workspace, own, share)),
        )
        write_photo_book(paper, out, fonts(), share)


def _book_photos(
    workspace: Workspace, named: Sequence[NamedPhoto], progress: Progress
) -> Iterator[BookPhoto]:
    hashes = list(dict.fromkeys(each.photo.sha256 for each in named))
    made = workspace.previews.ensure(hashes, PreviewKind.PRINT, progress)
    for each in named:
        photo, preview = each.photo, made[each.photo.sha256]
        trouble = None if preview.trouble is None else trouble_name(preview.trouble.value)
        yield BookPhoto(
            shown=PaperPhoto(
                number=each.number, sha256=photo.sha256, preview=preview.path, trouble=trouble
            ),
            matter=photo.matter,
            taken=photo.taken,
            place=photo.place,
            people=photo.people,
            background=photo.background,
            photographer=photo.photographer,
            group=_group_name(photo.group),
            group_title=_group_title(photo),
        )


def _group_name(group: PhotoGroup | None) -> str:
    return _("第 {number} 组").format(number=group.number) if group else ""


def _group_title(photo: ArchivePhoto) -> str:
    """Tell what a group shows, with its first photo."""
    group = photo.group
    if group is None or photo.place_in_group != 1:
        return ""
    return _("{title}（{count} 张）").format(title=group.title, count=group.count)
