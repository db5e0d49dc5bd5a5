"""Sentences for the problems, doubts and notes of photos."""

from collections.abc import Mapping

from inspector.core.errors import Problem
from inspector.core.evidence import Retained, Whereabouts
from inspector.core.photos import Doubt, OffsetSource, PhotoNote, PositionReason, PositionSource
from inspector.words.language import N_, _

PROBLEMS: Mapping[Problem, str] = {
    Problem.NOT_A_PHOTO: N_(
        "“{file}”不是照片，没有收入。请选择 JPEG、HEIC、PNG、WebP、AVIF 或 TIFF 格式的照片文件。"
    ),
    Problem.FILE_IS_FOLDER: N_("“{file}”是文件夹，不是文件。请选择其中的文件，或导入整个文件夹。"),
    Problem.FILE_UNREADABLE: N_(
        "“{file}”读不出来：{reason}。请检查存储卡或数据线，把文件复制到本机后再导入。"
    ),
    Problem.PHOTO_LOST: N_(
        "照片“{file}”的原始文件不在工作文件夹中。请从备份或拍摄者处取回原件后重新导入。"
    ),
    Problem.PHOTO_DAMAGED: N_(
        "照片“{file}”的原始文件与导入时不一致。请从备份或拍摄者处取回原件后重新导入。"
    ),
    Problem.MASK_TOO_SMALL: N_(
        "遮挡框太小，或在画面之外，没有保存。请从要遮挡之处的一角拖到对角，框住整个部位。"
    ),
    Problem.MASK_UNREADABLE: N_(
        "遮挡框“{text}”读不懂。请按“左,上,宽,高”填写，各为转正后画面宽高的小数（0 到 1），"
        "如 0.25,0.1,0.2,0.3。"
    ),
    Problem.PHOTO_UNDECODABLE: N_(
        "照片“{file}”已收入，但画面无法显示：{reason}。原件未改动；如有更好的一份，请另行导入。"
    ),
}

POSITION_REASONS: Mapping[PositionReason, str] = {
    PositionReason.ABSENT: N_("照片未记录位置"),
    PositionReason.GPS_UNDEFINED: N_("拍摄时未取得卫星定位"),
    PositionReason.ZERO_ZERO: N_("位置被写为零度，无效"),
    PositionReason.OUT_OF_RANGE: N_("位置数值超出经纬度范围"),
    PositionReason.INCOMPLETE: N_("位置记录不完整"),
    PositionReason.NO_HEMISPHERE: N_("位置缺少南北或东西半球"),
    PositionReason.WITHHELD: N_("不公开"),
}

POSITION_SOURCES: Mapping[PositionSource, str] = {
    PositionSource.EXIF: N_("照片自带"),
    PositionSource.NMEA: N_("卫星接收机"),
    PositionSource.MAP: N_("地图选点"),
    PositionSource.BUILDING: N_("楼栋位置"),
    PositionSource.MANUAL: N_("人工填写"),
}

OFFSET_SOURCES: Mapping[OffsetSource, str] = {
    OffsetSource.EXIF: N_("照片自带"),
    OffsetSource.GPS: N_("由卫星时间推得"),
    OffsetSource.ASSUMED: N_("按北京时间"),
}

DOUBTS: Mapping[Doubt, str] = {
    Doubt.OUTSIDE_VISIT: N_("拍摄时间不在本次检查期间"),
    Doubt.FAR_FROM_SITE: N_("拍摄位置距小区较远"),
    Doubt.REUSED: N_("同一张照片已用于其他检查项"),
    Doubt.NO_TIME: N_("照片没有拍摄时间"),
    Doubt.NO_POSITION: N_("照片没有位置"),
    Doubt.CELL_POSITION: N_("位置由基站估计，可能偏差数百米"),
}

_WHEREABOUTS: Mapping[Whereabouts, str] = {
    Whereabouts.HERE: N_("在本机"),
    Whereabouts.ELSEWHERE: N_("在其他电脑"),
    Whereabouts.MISSING: N_("下落不明"),
}

_RETAINED: Mapping[Retained, str] = {
    Retained.NOT_HERE: N_("“{name}”的原件本来就不在本机。"),
    Retained.NOT_STORED: N_(
        "“{name}”没有释放：还没有收到其他已登记电脑的同步包说它存有原件。请先发出，再收对方的同步包。"
    ),
    Retained.RELIED_UPON: N_(
        "“{name}”没有释放：存有它的电脑也可能指望本机的这一份。请先把它送到主管的电脑。"
    ),
}

_RETAINED_GROUPS: Mapping[Retained, str] = {
    Retained.NOT_HERE: N_("{count} 张的原件本来就不在本机。"),
    Retained.NOT_STORED: N_(
        "{count} 张还没有别的已登记电脑说存有原件：请先发出，再收对方的同步包。"
    ),
    Retained.RELIED_UPON: N_("{count} 张存有它的电脑也可能指望本机的这一份：请先送到主管的电脑。"),
}

NOTES: Mapping[PhotoNote, str] = {
    PhotoNote.EXIF_UNREADABLE: N_("照片的拍摄信息已损坏，未能读取"),
    PhotoNote.CELL_POSITION: N_("位置由基站估计，可能偏差数百米"),
    PhotoNote.IMAGE_DAMAGED: N_("照片文件已损坏"),
}


def whereabouts_name(where: Whereabouts) -> str:
    """Name where an original lies."""
    return _(_WHEREABOUTS[where])


def absence_text(where: Whereabouts) -> str:
    """Mark a photo whose original is not on this computer; nothing for one that is."""
    return "" if where is Whereabouts.HERE else whereabouts_name(where)


def absence_sentence(where: Whereabouts) -> str:
    """Say what to do for a photo whose original is not on this computer."""
    return {
        Whereabouts.HERE: "",
        Whereabouts.ELSEWHERE: _("照片原件不在本机，在其他电脑：收它带照片的同步包即可补齐。"),
        Whereabouts.MISSING: _("照片原件不在本机，也没有电脑说存有它：请从备份或拍摄者处取回。"),
    }[where]


def absence_on_paper(where: Whereabouts) -> str | None:
    """Say under a printed photo that its original is not where the paper was made."""
    if where is Whereabouts.HERE:
        return None
    return _("照片原件不在本机（{where}）").format(where=whereabouts_name(where))


def retained_sentence(why: Retained, name: str) -> str:
    """Say why an original was not released."""
    return _(_RETAINED[why]).format(name=name)


def cover_sentence(laptop: str, count: int, package: str) -> str:
    """Say which laptop holds originals that can be released, and which package says so."""
    if not package:
        return _("{laptop} 存有其中 {count} 张原件").format(laptop=laptop, count=count)
    text = _("{laptop} 存有其中 {count} 张原件（据它的同步包“{package}”）")
    return text.format(laptop=laptop, count=count, package=package)


def retained_group(why: Retained, count: int) -> str:
    """Say of so many originals why they are not released."""
    return _(_RETAINED_GROUPS[why]).format(count=count)
