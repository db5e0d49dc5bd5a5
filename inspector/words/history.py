"""What the history of a record says of where an entry came from."""

from inspector.core.exchange import FAST_CLOCK_MS
from inspector.words.exchange import laptop_name
from inspector.words.language import _

_SHORT = 10


def brought_text(file: str, sender: str) -> str:
    """Name the package that brought an entry; nothing for what was written here."""
    return _("{sender}（{file}）").format(sender=sender, file=file) if file else ""


def writer_text(
    person: str, device: str, *, file: str = "", settles: bool = False, skew_ms: int = 0
) -> str:
    """Say who wrote an entry on which laptop, what brought it here, and what mark it bears."""
    parts = (
        person or "—",
        laptop_name(device) if device else "",
        _("随“{file}”收入").format(file=file) if file else "",
        _("裁定冲突") if settles else "",
        _("这台电脑的时钟快了 {minutes} 分钟").format(minutes=skew_ms // 60_000)
        if skew_ms >= FAST_CLOCK_MS
        else "",
    )
    return " · ".join(part for part in parts if part)


def restore_text(value: str) -> str:
    """Name the button that gives a value back."""
    short = value if len(value) <= _SHORT else f"{value[:_SHORT]}…"
    return _("恢复为“{value}”").format(value=short)


def past_head(day: str, *, is_there: bool) -> str:
    """Head what a record was at the end of a day."""
    if is_there:
        return _("{day} 结束时（按各台电脑的时钟，含后来收到的记录）：").format(day=day)
    return _("{day} 那时还没有这条记录，或已经删除。").format(day=day)
