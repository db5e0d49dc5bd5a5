"""What the form of the public copy says."""

from inspector.core.publishing import Publishable, Received
from inspector.words.language import _
from inspector.words.publishing import origin_name

LEAVE = "leave"
_DIGITS = 12


def unreviewed_choices() -> list[tuple[str, str]]:
    """Name what becomes of photos at which nobody looked for faces and plates."""
    return [("stop", _("停下，列出来")), (LEAVE, _("不收入"))]


def photos_line(one: Publishable) -> str:
    """Say how many photos there are, and how many of them nobody looked at."""
    if one.unseen:
        return _("照片 {photos} 张，其中 {unseen} 张无人审看过是否要遮挡人脸、车牌。").format(
            photos=one.photos, unseen=one.unseen
        )
    return _("照片 {photos} 张，都已审看。").format(photos=one.photos)


def received_line(one: Received) -> str:
    """Name a received file, with the digits that tell it from others."""
    return f"{origin_name(one.origin)}　{one.title}　{one.sha256[:_DIGITS]}"
