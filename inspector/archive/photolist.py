"""The catalogue of a bundle's photos and of their groups (DA/T 50-2014, DA/T 54-2014)."""

from collections.abc import Iterable, Sequence
from dataclasses import fields

from inspector.archive.catalogue import PHOTO_HEADERS, NamedPhoto, photo_rows
from inspector.core.bundles import Volume
from inspector.core.photodata import ShotFacts

_SHOT_HEADERS = {
    "taken_at": "原始拍摄时间",
    "digitized_at": "数字化时间",
    "utc": "国际协调时间",
    "gps_version": "GPS版本",
    "latitude_ref": "纬度基准",
    "longitude_ref": "经度基准",
    "altitude_ref": "海拔基准",
    "altitude": "海拔",
    "direction_ref": "方向基准",
    "make": "设备制造商",
    "model": "设备型号",
    "serial": "设备序列号",
    "sensor": "设备感光器",
    "software": "设备软件",
    "artist": "文件所记作者",
    "format": "文件格式",
    "width": "像素宽",
    "height": "像素高",
}
ELEMENT_HEADERS = (
    *PHOTO_HEADERS,
    *("组号", "组题名", "组内张号", "聚合层次", "档号", "保管期限", "密级", "著录者"),
    *(_SHOT_HEADERS[one.name] for one in fields(ShotFacts)),
)
"""Columns of 照片目录: the six caption elements, then the elements of DA/T 54-2014."""
GROUP_HEADERS = ("组号", "题名", "起止时间", "张数", "照片号", "总说明")
"""Columns of 照片组目录."""
_PIECE = "件"


def element_rows(volume: Volume, named: Iterable[NamedPhoto], folder: str) -> list[tuple[str, ...]]:
    """Give a row for each photo of a volume; `folder` is where the volume lies."""
    photos = list(named)
    return [
        (*row, *_group(each), _PIECE, *_filing(volume), *_shot(each.photo.facts))
        for each, row in zip(photos, photo_rows(photos, folder), strict=True)
    ]


def group_rows(named: Sequence[NamedPhoto]) -> list[tuple[str, ...]]:
    """Give a row for each group of photos, with the numbers from its first photo to its last."""
    members: dict[int, list[NamedPhoto]] = {}
    for each in named:
        if each.photo.group:
            members.setdefault(each.photo.group.number, []).append(each)
    rows: list[tuple[str, ...]] = []
    for own in members.values():
        group = own[0].photo.group
        if group:
            span = " 至 ".join(dict.fromkeys((own[0].number, own[-1].number)))
            counted = str(len(own))
            rows.append((group.code, group.title, group.days, counted, span, group.described))
    return rows


def _group(each: NamedPhoto) -> tuple[str, str, str]:
    group = each.photo.group
    return (group.code, group.title, str(each.photo.place_in_group)) if group else ("", "", "")


def _filing(volume: Volume) -> tuple[str, ...]:
    return volume.code, volume.retention, volume.secrecy, volume.compiled_by


def _shot(facts: ShotFacts) -> tuple[str, ...]:
    return tuple(getattr(facts, one.name) for one in fields(facts))
