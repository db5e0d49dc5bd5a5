"""How a bundle can be sealed, and what is said of it."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from inspector.core.bundles import BundleForm
from inspector.core.completeness import Completeness
from inspector.core.progress import SealStage
from inspector.core.publishing import Publishable
from inspector.words.completeness import want_name
from inspector.words.language import _
from inspector.words.sizes import size_count, size_text

DVD_BYTES = 4_600_000_000
"""What of a DVD of 4.7 GB is left beside its own directory."""
BLU_RAY_BYTES = 24_500_000_000
"""What of a Blu-ray disc of 25 GB is left beside its own directory."""
_MEGABYTE = 1_000_000
_LEAST_MB = 1
_MOST_MB = 10_000_000
_NAMED = 5


class Purpose(StrEnum):
    """What is made: the bundle for the archive, or a copy without personal data."""

    ARCHIVE = "archive"
    PUBLIC = "public"


class Signer(StrEnum):
    """With which certificate a bundle is signed."""

    NONE = "none"
    OWN = "own"
    FILE = "file"


@dataclass(frozen=True, slots=True, kw_only=True)
class SealWish:
    """What a person wants sealed, and how."""

    form: BundleForm
    purpose: Purpose = Purpose.ARCHIVE
    leave_unreviewed: bool = False
    released: tuple[str, ...] = ()
    """Received files that go into a public copy, by their hashes."""


class Shape(StrEnum):
    """What a bundle is written as."""

    ZIP = "zip"
    FOLDER = "folder"


class Disc(StrEnum):
    """How large a part may be."""

    WHOLE = "whole"
    DVD = "dvd"
    BLU_RAY = "blu_ray"
    OWN = "own"


_SIZES = {Disc.DVD: DVD_BYTES, Disc.BLU_RAY: BLU_RAY_BYTES}


@dataclass(frozen=True, slots=True, kw_only=True)
class Sealable:
    """What is to be sealed: how large it is about, and what of it is missing."""

    project: str
    bytes: int
    gaps: tuple[str, ...]
    own: Path | None = None
    """This person's own certificate, where there is one."""
    publishable: Publishable | None = None

    @property
    def needs_reason(self) -> bool:
        """Tell whether something is missing, so that a reason must be written."""
        return bool(self.gaps)


def sealable(
    project: str,
    size: int,
    found: Completeness | None,
    own: Path | None = None,
    publishable: Publishable | None = None,
) -> Sealable:
    """Say what is to be sealed."""
    gaps = tuple(want_name(want.what) for want in found.gaps) if found else ()
    return Sealable(project=project, bytes=size, gaps=gaps, own=own, publishable=publishable)


def purpose_choices() -> list[tuple[str, str]]:
    """Name what can be made."""
    return [
        (Purpose.ARCHIVE, _("归档包（移交档案馆）")),
        (Purpose.PUBLIC, _("公开副本（删除个人信息）")),
    ]


def signer_choices(one: Sealable) -> list[tuple[str, str]]:
    """Name the certificates that a bundle can be signed with."""
    own = [(Signer.OWN.value, _("本人证书（{name}）").format(name=one.own.name))] if one.own else []
    return [(Signer.NONE, _("不用证书签名")), *own, (Signer.FILE, _("选择证书文件…"))]


def shape_choices() -> list[tuple[str, str]]:
    """Name what a bundle can be written as."""
    return [(Shape.ZIP, _("ZIP 文件")), (Shape.FOLDER, _("文件夹"))]


def disc_choices() -> list[tuple[str, str]]:
    """Name how large a part may be."""
    return [
        (Disc.WHOLE, _("不分盘")),
        (Disc.DVD, _("DVD 光盘（4.7 GB）")),
        (Disc.BLU_RAY, _("蓝光光盘（25 GB）")),
        (Disc.OWN, _("自定大小…")),
    ]


def part_bytes(disc: str, own: str) -> int | None:
    """Give how large a part may be; a ValueError where what was typed is no such size."""
    if disc != Disc.OWN:
        return _SIZES.get(Disc(disc))
    megabytes = int(own.strip())
    if not _LEAST_MB <= megabytes <= _MOST_MB:
        raise ValueError(own)
    return megabytes * _MEGABYTE


def disc_line(one: Sealable, size: int | None) -> str:
    """Say how much will be written, and on how many discs that is."""
    about = _("约 {size}").format(size=size_text(one.bytes))
    if size is None:
        return about
    return _("{about}，约 {count} 盘；每盘都可单独校验").format(
        about=about, count=max(1, -(-one.bytes // size))
    )


def gaps_line(gaps: Sequence[str]) -> str:
    """Say what is missing."""
    names = _("、").join(gaps[:_NAMED])
    if len(gaps) > _NAMED:
        names = _("{names} 等").format(names=names)
    return _("缺少应归档的材料 {count} 项：{names}。").format(count=len(gaps), names=names)


def proposed_name(stem: str, taken: Sequence[str], *, as_folder: bool = False) -> str:
    """Name the file so that it overwrites none."""
    ending = "" if as_folder else ".zip"
    free = (f"{stem}{ending}", *(f"{stem}-{copy}{ending}" for copy in range(2, 1000)))
    return next(name for name in free if name not in taken)


def stage_words(stage: SealStage | None, done: int, total: int) -> str:
    """Say how far sealing is: papers are counted, then bytes."""
    if stage is SealStage.WRITING:
        return _("写入 {count}").format(count=size_count(done, total))
    return _("出具文件 {done}/{total}").format(done=done, total=total) if total else ""
