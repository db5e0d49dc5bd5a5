"""Sizes of files as people read them."""

_THOUSAND = 1000
_UNITS = ("B", "KB", "MB", "GB", "TB")


def size_count(done: int, total: int) -> str:
    """Say how many of how many bytes are done."""
    return f"{size_text(done)} / {size_text(total)}" if total else ""


def size_text(size: int) -> str:
    """Write a number of bytes as people read it."""
    value, unit = float(size), 0
    while value >= _THOUSAND and unit < len(_UNITS) - 1:
        value, unit = value / _THOUSAND, unit + 1
    return f"{value:.1f} {_UNITS[unit]}" if unit else f"{size} B"
