"""What taxonomies of renovation and their levels are called."""

from collections.abc import Mapping

from inspector.core.checklists import TierProfile
from inspector.words.language import N_, _

_TITLES: Mapping[str, str] = {
    "national": N_("改造类型（国家三类）"),
    "anhui": N_("改造类型（安徽三型）"),
    "two_type": N_("改造类型（两型）"),
    "hangzhou": N_("改造类型（基础、综合）"),
}
_LEVELS: Mapping[str, str] = {
    "基础类": N_("基础类"),
    "完善类": N_("完善类"),
    "提升类": N_("提升类"),
    "基本型": N_("基本型"),
    "完善型": N_("完善型"),
    "提升型": N_("提升型"),
    "基础类改造": N_("基础类改造"),
    "综合类改造": N_("综合类改造"),
}


def taxonomy_title(profile: TierProfile) -> str:
    """Name a taxonomy; one of another checklist has the name that it gives itself."""
    return _(_TITLES[profile.code]) if profile.code in _TITLES else profile.title_zh


def taxonomy_level(name: str) -> str:
    """Name a level of a taxonomy."""
    return _(_LEVELS[name]) if name in _LEVELS else name
