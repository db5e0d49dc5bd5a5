"""Words for what is taken out before something is published."""

from collections.abc import Mapping

from inspector.core.masks import MaskKind
from inspector.core.privacy import PersonalKind
from inspector.words.language import N_, _

_KINDS: Mapping[MaskKind, str] = {
    MaskKind.FACE: N_("人脸"),
    MaskKind.PLATE: N_("车牌"),
    MaskKind.OTHER: N_("其他"),
}
_PERSONAL: Mapping[PersonalKind, str] = {
    PersonalKind.PHONE: N_("电话"),
    PersonalKind.IDENTITY: N_("证件号"),
    PersonalKind.NAME: N_("姓名"),
    PersonalKind.PLATE: N_("车牌"),
    PersonalKind.ADDRESS: N_("网络账号"),
    PersonalKind.BANK_CARD: N_("银行卡号"),
}


def mask_kind_name(kind: MaskKind) -> str:
    """Name what a box hides."""
    return _(_KINDS[kind])


def review_name(*, is_reviewed: bool) -> str:
    """Say whether somebody looked at a photo before publication."""
    return _("已审看") if is_reviewed else _("未审看")


def personal_name(kind: PersonalKind) -> str:
    """Name a kind of personal value."""
    return _(_PERSONAL[kind])


def redaction_marks() -> dict[PersonalKind, str]:
    """Give what stands where a personal value was taken out of a text."""
    return {kind: _("〔{what}略〕").format(what=personal_name(kind)) for kind in PersonalKind}


def public_mark() -> str:
    """Give what stands on every page of a public copy."""
    return _("公开副本 · 已删除个人信息")


def public_photo() -> str:
    """Remark on a photo of a public copy."""
    return _("公开副本，非原图")


def public_title(title: str) -> str:
    """Name a public copy after what it is a copy of."""
    return _("{title}（公开副本）").format(title=title)
