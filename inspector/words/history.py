"""What the history of a record says of where an entry came from."""

from inspector.words.language import _


def brought_text(file: str, sender: str) -> str:
    """Name the package that brought an entry; nothing for what was written here."""
    return _("{sender}（{file}）").format(sender=sender, file=file) if file else ""
