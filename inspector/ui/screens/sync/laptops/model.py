"""A laptop in words: one line and a tag in the list, everything on its page."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from inspector.core.devices import DeviceStanding, DeviceView
from inspector.core.exchange import FAST_CLOCK_MS
from inspector.operations.laptops import Laptop
from inspector.ui.kit.painting import Mark
from inspector.ui.kit.style.tokens import Tone
from inspector.ui.screens.sync.model import fast_clock, laptop_title, moment
from inspector.words.exchange import fork_sentence, later_sentence, standing_name
from inspector.words.language import _

_FINGERPRINT = 16


@dataclass(frozen=True, slots=True, kw_only=True)
class LaptopFacts:
    """What is said of a laptop."""

    key: str
    title: str
    line: str
    word: str
    tone: Tone
    pairs: Sequence[tuple[str, str]]
    notices: Sequence[tuple[Mark, str]]
    device: DeviceView


def facts_of(laptop: Laptop, now: datetime) -> LaptopFacts:
    """Say a laptop."""
    word, tone = _tag(laptop)
    return LaptopFacts(
        key=laptop.device.key,
        title=title_of(laptop.device),
        line=_line(laptop, now),
        word=word,
        tone=tone,
        pairs=_pairs(laptop, now),
        notices=tuple(_notices(laptop)),
        device=laptop.device,
    )


def title_of(device: DeviceView) -> str:
    """Name a laptop by its code and by who works on it."""
    return laptop_title(device.code, device.name.removesuffix(f" {device.code}"))


def _tag(laptop: Laptop) -> tuple[str, Tone]:
    """Give the one word that matters most."""
    device = laptop.device
    counted: Sequence[tuple[bool, str, Tone]] = (
        (device.has_fork, _("请核对"), Tone.FAIL),
        (device.standing is DeviceStanding.OWN, _("本机"), Tone.ACCENT),
        (device.standing is DeviceStanding.REVOKED, _("已撤销"), Tone.MUTED),
        (device.standing is DeviceStanding.UNKNOWN, _("未登记"), Tone.FAIL),
        (device.waiting > 0, _("等候 {count} 项"), Tone.WARN),
        (laptop.astray > 0, _("缺 {count} 张照片"), Tone.WARN),
        (device.last_seen_ms is None, _("还没来过"), Tone.MUTED),
    )
    count = device.waiting or laptop.astray
    for holds, word, tone in counted:
        if holds:
            return word.format(count=count), tone
    return _("已收齐"), Tone.PASS


def _line(laptop: Laptop, now: datetime) -> str:
    device = laptop.device
    parts = []
    is_own = device.standing is DeviceStanding.OWN
    if is_own:
        parts.append(_("原件在本机的照片 {count} 张").format(count=laptop.stored))
    if device.last_seen_ms is not None:
        parts.append(_("最近 {when}").format(when=moment(device.last_seen_ms, now)))
    if laptop.merged and not is_own:
        parts.append(_("收入 {count} 项").format(count=laptop.merged))
    if laptop.photos:
        parts.append(_("照片 {count} 张").format(count=laptop.photos))
    parts.append(fast_clock(device.skew_ms))
    if device.quarantined:
        parts.append(_("{count} 项没有收入").format(count=device.quarantined))
    if laptop.lacks and device.standing is not DeviceStanding.REVOKED:
        parts.append(_("待发 {count} 项").format(count=laptop.lacks))
    return _(" · ").join(part for part in parts if part)


def _pairs(laptop: Laptop, now: datetime) -> Sequence[tuple[str, str]]:
    device = laptop.device
    seen = _("还没有收到过它的同步包")
    if device.last_seen_ms is not None:
        seen = moment(device.last_seen_ms, now)
    photos = _("{count} 张").format(count=laptop.photos)
    if laptop.astray:
        photos = _("{count} 张，其中 {astray} 张的原件不在本机").format(
            count=laptop.photos, astray=laptop.astray
        )
    is_own = device.standing is DeviceStanding.OWN
    return (
        (_("登记情况"), standing_name(device.standing)),
        (_("权限"), _("可裁定冲突") if device.is_supervised else ""),
        (_("最近一次收到"), "" if is_own else seen),
        (_("时钟"), fast_clock(device.skew_ms)),
        (_("它的记录"), "" if is_own else _("已收入 {count} 项").format(count=laptop.merged)),
        (_("它的照片"), photos if laptop.photos else ""),
        (_("原件在本机的照片"), _("{count} 张").format(count=laptop.stored) if is_own else ""),
        (_("它还没有的"), _("{count} 项记录").format(count=laptop.lacks) if laptop.lacks else ""),
        (_("电脑编号"), device.key[:_FINGERPRINT]),
    )


def _notices(laptop: Laptop) -> list[tuple[Mark, str]]:
    device = laptop.device
    said = []
    if device.has_fork:
        said.append((Mark.FAIL, fork_sentence()))
    if device.later:
        said.append((Mark.OPEN, later_sentence(device.later)))
    if device.quarantined:
        text = _("它有 {count} 项记录已隔离，没有收入；登记后自动收入。")
        said.append((Mark.WARN, text.format(count=device.quarantined)))
    if device.waiting:
        text = _("它有 {count} 项在等前面的记录：请再收一次它或其他电脑的同步包。")
        said.append((Mark.OPEN, text.format(count=device.waiting)))
    if laptop.astray:
        text = _("它有 {count} 张照片的原件不在本机：请它“带照片原件”再发一次。")
        said.append((Mark.WARN, text.format(count=laptop.astray)))
    if device.skew_ms >= FAST_CLOCK_MS:
        text = _("它的{clock}：请在那台电脑上校准日期和时间。记录不受影响，时间仅供参考。")
        said.append((Mark.WARN, text.format(clock=fast_clock(device.skew_ms))))
    return said
