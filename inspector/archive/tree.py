"""The tree of a bundle: the national hand-over layout (电子档案移交与接收办法, 2012, annex 2)."""

from collections.abc import Iterator, Sequence

from inspector import __version__
from inspector.archive import catalogue as lists
from inspector.archive import checkers, tags, texts
from inspector.archive.catalogue import NamedPhoto
from inspector.core.bundles import (
    BAG_COUNT,
    BAG_GROUP,
    BundlePlan,
    CatalogueEntry,
    Member,
    Volume,
    VolumeFiles,
    fit_part,
)

_RECORDS = "电子档案"
_OTHERS = "其他"


def plan_bundle(files: VolumeFiles) -> BundlePlan:
    """Lay out a volume's finished files as the receiver's archive expects them.

    Pure but for the paths it carries: equal files give an equal plan.
    """
    volume = files.volume
    entries = lists.catalogue(files.papers, files.photos)
    named = lists.named_photos(volume, files.photos)
    members = (
        *_front(files, entries, named),
        *_papers(files, entries),
        *_photos(volume, named),
        *_beside(files, entries, named),
    )
    return BundlePlan(
        root=fit_part(f"{volume.archive_number}_{volume.title}"),
        members=members,
        info=_info(volume),
        made_at=volume.made_at,
    )


def volume_folder(volume: Volume) -> str:
    """Give the folder of the volume below `data/`: year, class, volume."""
    parts = (_RECORDS, str(volume.year), fit_part(volume.category), fit_part(volume.code))
    return "/".join(parts)


def _front(
    files: VolumeFiles, entries: Sequence[CatalogueEntry], named: Sequence[NamedPhoto]
) -> Iterator[Member]:
    volume, folder = files.volume, volume_folder(files.volume)
    rows = lists.file_list_rows(volume, entries, named, folder)
    day = texts.day_of(volume.made_at).replace("-", "")
    volumes = lists.volume_list_rows(volume, len(rows), day, folder)
    yield Member(
        "说明文件.TXT", texts.readme(volume, len(files.papers), len(named)), everywhere=True
    )
    yield Member(
        "案卷目录.XML",
        texts.list_xml("案卷目录", "案卷", lists.LIST_HEADERS, volumes),
        everywhere=True,
    )
    yield Member(
        "文件目录.XML",
        texts.list_xml("文件目录", "文件", lists.LIST_HEADERS, rows),
        everywhere=True,
    )


def _everywhere(name: str, content: bytes) -> Member:
    return Member(name, content, everywhere=True)


def _papers(files: VolumeFiles, entries: Sequence[CatalogueEntry]) -> Iterator[Member]:
    folder = volume_folder(files.volume)
    yield Member(f"{folder}/000_案卷封面.pdf", files.cover)
    yield Member(f"{folder}/000_卷内目录.pdf", files.contents)
    for paper, entry in zip(files.papers, entries, strict=False):
        yield Member(f"{folder}/{entry.file_name}", paper.file, paper.sha256)
    yield Member(f"{folder}/999_卷内备考表.pdf", files.closing)


def _photos(volume: Volume, named: Sequence[NamedPhoto]) -> Iterator[Member]:
    folder = f"{volume_folder(volume)}/{lists.PHOTO_FOLDER}"
    for each in named:
        yield Member(f"{folder}/{each.file_name}", each.photo.file, each.photo.sha256)


def _beside(
    files: VolumeFiles, entries: Sequence[CatalogueEntry], named: Sequence[NamedPhoto]
) -> Iterator[Member]:
    rows = lists.catalogue_rows(entries)
    yield Member(f"{_OTHERS}/卷内目录.csv", texts.csv_bytes(lists.CATALOGUE_HEADERS, rows))
    if named:
        photo_rows = lists.photo_rows(named)
        yield Member(f"{_OTHERS}/照片目录.csv", texts.csv_bytes(lists.PHOTO_HEADERS, photo_rows))
    for name, source in files.others:
        yield Member(f"{_OTHERS}/{name}", source)
    for name, content in files.data:
        yield Member(f"{_OTHERS}/数据/{name}", content)
    yield _everywhere(f"{_OTHERS}/校验方法.txt", texts.how_to_check())
    yield _everywhere(f"{_OTHERS}/校验.ps1", checkers.powershell_checker())
    yield _everywhere(f"{_OTHERS}/校验.sh", checkers.shell_checker())


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
