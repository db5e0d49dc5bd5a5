"""What could be released, in words: how much, who holds it, why the rest stays."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from inspector.operations.releasing import Cover, ReleasePlan
from inspector.ui.screens.sync.model import moment
from inspector.words.language import _
from inspector.words.photos import retained_group
from inspector.words.sizes import size_text


@dataclass(frozen=True, slots=True, kw_only=True)
class ReleaseFacts:
    """What is said before anything is deleted."""

    told: str
    count: int = 0
    held: Sequence[str] = ()
    stays: Sequence[str] = ()


def facts_of(plan: ReleasePlan, titles: Mapping[str, str], now: datetime) -> ReleaseFacts:
    """Say a plan; `titles` name the laptops by their keys."""
    why = Counter(reason for _photo, reason in plan.retained)
    return ReleaseFacts(
        told=_told(plan),
        count=len(plan.photos),
        held=[_held(cover, titles, now) for cover in plan.covers],
        stays=[retained_group(reason, count) for reason, count in sorted(why.items())],
    )


def released_text(plan: ReleasePlan) -> str:
    """Say what was released."""
    text = _("已删除 {count} 张原件，腾出 {size}。照片的记录和看图、打印用的小图都还在。")
    return text.format(count=len(plan.photos), size=size_text(plan.size))


def _told(plan: ReleasePlan) -> str:
    if plan.photos:
        text = _("可以删除 {count} 张原件，腾出 {size}")
        return text.format(count=len(plan.photos), size=size_text(plan.size))
    return _("现在没有可以删除的原件") if plan.retained else _("这里没有照片原件")


def _held(cover: Cover, titles: Mapping[str, str], now: datetime) -> str:
    text = _("{laptop} 存有其中 {count} 张：{when} 收到的“{package}”里写明")
    if not cover.package:
        text = _("{laptop} 存有其中 {count} 张：{when} 收到的同步包里写明")
    return text.format(
        laptop=titles.get(cover.key, cover.name),
        count=cover.count,
        when=moment(cover.seen_at_ms, now),
        package=cover.package,
    )
