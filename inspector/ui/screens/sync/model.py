"""What the room of exchange says of itself: moments, clocks, and what to do next."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from enum import StrEnum
from pathlib import Path

from inspector.core.exchange import FAST_CLOCK_MS
from inspector.operations.exchange import Pending
from inspector.ui.kit.sticks import Stick
from inspector.ui.kit.style.tokens import Tone
from inspector.words.exchange import laptop_name
from inspector.words.language import _

_MINUTE_MS, _HOUR_MS, _DAY_MS = 60_000, 3_600_000, 86_400_000


def moment(at_ms: int, now: datetime) -> str:
    """Write a moment beside today: today and yesterday by name, this year without the year."""
    at = datetime.fromtimestamp(at_ms / 1000, UTC).astimezone(now.tzinfo)
    if at.date() == now.date():
        return _("今天 {time}").format(time=f"{at:%H:%M}")
    if at.date() == now.date() - timedelta(days=1):
        return _("昨天 {time}").format(time=f"{at:%H:%M}")
    return f"{at:%m-%d %H:%M}" if at.year == now.year else f"{at:%Y-%m-%d %H:%M}"


def laptop_title(code: str, person: str) -> str:
    """Name a laptop by its code and by who works on it."""
    device = laptop_name(code)
    is_named = bool(person) and person != code
    return _("{device} · {person}").format(device=device, person=person) if is_named else device


def sender_title(called: str) -> str:
    """Name a laptop that calls itself by person and code."""
    person, _space, code = called.rpartition(" ")
    return laptop_title(code, person)


def fast_clock(skew_ms: int) -> str:
    """Say how far a laptop's clock is ahead; nothing where it is right, or behind."""
    if skew_ms < FAST_CLOCK_MS:
        return ""
    for unit_ms, text in (
        (_DAY_MS, _("时钟快 {count} 天")),
        (_HOUR_MS, _("时钟快 {count} 小时")),
        (_MINUTE_MS, _("时钟快 {count} 分钟")),
    ):
        if skew_ms >= unit_ms:
            return text.format(count=skew_ms // unit_ms)
    return ""


class Todo(StrEnum):
    """Where the next step is done."""

    TAKE = "take"
    SETTLE = "settle"
    ENROL = "enrol"
    SEND = "send"
    NOTHING = "nothing"


@dataclass(frozen=True, slots=True)
class NextStep:
    """The one thing to do next, in a sentence."""

    todo: Todo
    text: str
    tone: Tone


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """What is plugged in, and the packages on it or in the shared folder that are new here."""

    sticks: Sequence[Stick] = ()
    packages: Sequence[Path] = ()


def next_step(pending: Pending, packages: Sequence[Path]) -> NextStep:
    """Tell what to do next: first take in, then decide, then pass on."""
    if packages:
        text = _("“{name}”里有 {count} 个没收过的同步包，按“收取”收进来。")
        place = packages[0].parent
        told = text.format(name=place.name or str(place), count=len(packages))
        return NextStep(Todo.TAKE, told, Tone.ACCENT)
    if pending.conflicts:
        text = _("有 {count} 处要您选定：同一处有不同的值。").format(count=pending.conflicts)
        return NextStep(Todo.SETTLE, text, Tone.WARN)
    if pending.set_aside:
        text = _("有 {count} 台电脑的记录没有收入：先登记它。").format(count=pending.set_aside)
        return NextStep(Todo.ENROL, text, Tone.WARN)
    if pending.unsent:
        text = _("有 {count} 项记录还没有送出：插入 U 盘，按“发出”。").format(count=pending.unsent)
        return NextStep(Todo.SEND, text, Tone.ACCENT)
    return NextStep(Todo.NOTHING, _("都收齐了，也都送出了。插入下一个 U 盘就能收。"), Tone.PASS)
