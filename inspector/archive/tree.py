"""The tree of a bundle: the national hand-over layout (电子档案移交与接收办法, 2012, annex 2)."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from inspector import __version__
from inspector.archive import catalogue as lists
from inspector.archive import checkers, photolist, tags, texts
from inspector.archive.catalogue import NamedPhoto
from inspector.core.bundles import (
    BAG_COUNT,
    BAG_GROUP,
    EDITION,
    BundleFiles,
    BundlePlan,
    CatalogueEntry,
    Member,
    Volume,
    VolumeFiles,
    fit_part,
)
from inspector.core.volumelist import holdings_of

_RECORDS = "电子档案"
_OTHERS = "其他"


def plan_bundle(files: BundleFiles) -> BundlePlan:
    """Lay out the finished files of all volumes as the receiver's archive expects them.

    Pure but for the paths it carries: equal files give an equal plan.
    """
    head = files.head
    laid = [_Laid.of(one) for one in files.volumes]
    members = (
        *_front(files, laid),
        *(member for one in laid for member in one.members()),
        *_beside(files, laid),
    )
    return BundlePlan(
        root=fit_part(f"{head.archive_number}_{head.title}"),
        members=members,
        info=(*_info(head), *([(EDITION, files.edition)] if files.edition else [])),
        made_at=head.made_at,
    )


def volume_folder(volume: Volume) -> str:
    """Give the folder of the volume below `data/`: year, class, volume."""
    parts = (_RECORDS, str(volume.year), fit_part(volume.category), fit_part(volume.code))
    return "/".join(parts)


@dataclass(frozen=True, slots=True)
class _Laid:
    """A volume with its catalogue, its photos named, and the folder it lies in."""

    files: VolumeFiles
    entries: tuple[CatalogueEntry, ...]
    named: tuple[NamedPhoto, ...]
    folder: str

    @classmethod
    def of(cls, files: VolumeFiles) -> "_Laid":
        entries = lists.catalogue(files.papers, files.photos, files.volume.unit)
        named = lists.named_photos(files.volume, files.photos)
        return cls(files, entries, tuple(named), volume_folder(files.volume))

    @property
    def volume(self) -> Volume:
        return self.files.volume

    def rows(self) -> list[tuple[str, ...]]:
        """Give its rows of 文件目录, without numbers."""
        return lists.file_list_rows(self.volume, self.entries, self.named, self.folder)

    def members(self) -> Iterator[Member]:
        """Give its papers between the forms that open and the one that closes it; photos."""
        folder = self.folder
        yield Member(f"{folder}/000_案卷封面.pdf", self.files.cover)
        yield Member(f"{folder}/000_卷内目录.pdf", self.files.contents)
        for number, book in enumerate(self.files.books, start=1):
            yield Member(f"{folder}/{lists.book_name(number, len(self.files.books))}", book)
        for paper, entry in zip(self.files.papers, self.entries, strict=False):
            yield Member(f"{folder}/{entry.file_name}", paper.file, paper.sha256)
        yield Member(f"{folder}/999_卷内备考表.pdf", self.files.closing)
        for each in self.named:
            name = f"{folder}/{lists.PHOTO_FOLDER}/{each.file_name}"
            yield Member(name, each.photo.file, each.photo.sha256)


def _front(files: BundleFiles, laid: Sequence[_Laid]) -> Iterator[Member]:
    counted = lists.volume_rows(one.files for one in laid)
    volumes = lists.volume_list_rows(
        ((one.volume, row, one.folder) for one, row in zip(laid, counted, strict=True))
    )
    rows = lists.numbered(row for one in laid for row in one.rows())
    held, is_public = holdings_of(counted), bool(files.edition)
    readme = texts.readme(files.head, held, files.remarks, is_public=is_public)
    yield _everywhere("说明文件.TXT", readme)
    for name, row_name, listed in (("案卷目录", "案卷", volumes), ("文件目录", "文件", rows)):
        yield _everywhere(f"{name}.XML", texts.list_xml(name, row_name, lists.LIST_HEADERS, listed))


def _everywhere(name: str, content: bytes) -> Member:
    return Member(name, content, everywhere=True)


def _beside(files: BundleFiles, laid: Sequence[_Laid]) -> Iterator[Member]:
    for one in laid:
        rows = lists.catalogue_rows(one.entries)
        name = fit_part(f"卷内目录_{one.volume.code}", ".csv")
        yield Member(f"{_OTHERS}/{name}", texts.csv_bytes(lists.CATALOGUE_HEADERS, rows))
    named = [each for one in laid for each in one.named]
    if named:
        yield from _photo_lists(laid)
    for name, path, digest in files.attachments:
        yield Member(f"{_OTHERS}/{name}", path, digest)
    for name, source in files.others:
        yield Member(f"{_OTHERS}/{name}", source, everywhere=name == f"{lists.VOLUME_LIST}.csv")
    for name, content in files.data:
        yield Member(f"{_OTHERS}/数据/{name}", content)
    yield _everywhere(f"{_OTHERS}/校验方法.txt", texts.how_to_check())
    yield _everywhere(f"{_OTHERS}/校验.ps1", checkers.powershell_checker())
    yield _everywhere(f"{_OTHERS}/校验.sh", checkers.shell_checker())


def _photo_lists(laid: Sequence[_Laid]) -> Iterator[Member]:
    """Give the catalogue of the photos as CSV and XML, and that of their groups."""
    rows = [
        row for one in laid for row in photolist.element_rows(one.volume, one.named, one.folder)
    ]
    groups = [row for one in laid for row in photolist.group_rows(one.named)]
    headers, name = photolist.ELEMENT_HEADERS, "照片目录"
    yield Member(f"{_OTHERS}/{name}.csv", texts.csv_bytes(headers, rows))
    yield Member(f"{_OTHERS}/{name}.XML", texts.list_xml(name, "照片", headers, rows))
    listed = texts.csv_bytes(photolist.GROUP_HEADERS, groups)
    yield Member(f"{_OTHERS}/照片组目录.csv", listed)


def _info(volume: Volume) -> tuple[tuple[str, str], ...]:
    """Fill the fields that RFC 8493, 2.2.2 reserves."""
    return (
        (tags.AGENT, f"{tags.AGENT_NAME} {__version__}"),
        ("Bagging-Date", texts.day_of(volume.made_at)),
        ("Source-Organization", volume.unit),
        ("External-Identifier", volume.archive_number),
        ("External-Description", volume.title),
        ("Internal-Sender-Identifier", volume.project_code),
        (BAG_GROUP, volume.archive_number),
        (BAG_COUNT, "1 of 1"),
    )
