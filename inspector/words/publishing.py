"""Words for what a public copy leaves out, and why."""

from collections.abc import Mapping, Sequence

from inspector.core.publishing import LeftOut, Origin, Why
from inspector.words.language import N_, _

LEFT_OUT_HEADERS = ("类别", "名称", "SHA-256", "原因")
"""Columns of 未公开文件清单."""

_ORIGINS: Mapping[Origin, str] = {
    Origin.PHOTO: N_("照片"),
    Origin.DOCUMENT: N_("收到的文件"),
    Origin.REPLY: N_("整改回复单"),
    Origin.LETTER: N_("授权书"),
    Origin.WRITTEN_OPINION: N_("书面意见"),
    Origin.SIGNED_PAGE: N_("签字页"),
}
_WHYS: Mapping[Why, str] = {
    Why.NOT_REVIEWED: N_("未审看是否要遮挡人脸、车牌"),
    Why.NOT_RELEASED: N_("收到的文件可能含个人信息，未经逐件放行"),
    Why.NOT_HERE: N_("原件不在制作公开副本的电脑上"),
    Why.UNDECODABLE: N_("画面无法解码"),
}


def origin_name(origin: Origin) -> str:
    """Name the kind of a thing that may be left out."""
    return _(_ORIGINS[origin])


def left_out_row(one: LeftOut) -> Sequence[str]:
    """Give a row of the list of what was left out."""
    return (origin_name(one.origin), one.title, one.sha256, _(_WHYS[one.why]))


def left_out_lines(left_out: Sequence[LeftOut]) -> tuple[str, ...]:
    """Say in a line for each reason how much of what was left out."""
    counts: dict[tuple[Origin, Why], int] = {}
    for one in left_out:
        counts[one.origin, one.why] = counts.get((one.origin, one.why), 0) + 1
    return tuple(
        _("未收入：{what} {count} 件（{why}）").format(
            what=origin_name(origin), count=count, why=_(_WHYS[why])
        )
        for (origin, why), count in counts.items()
    )
