"""Copy a live database: by the backup API, the only safe way (reliability notes, B4)."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from inspector.store import engine
from inspector.store.refusals import refusals

_PAGES = 2_000
OnPages = Callable[[int, int], None]


def copy_to(source: Any, target: Path, on_pages: OnPages | None = None) -> None:
    """Copy the state that a reading connection sees into a new file, and make it durable.

    The reader's own transaction holds that state, so that the writer neither waits nor disturbs.
    `on_pages(done, total)` may raise to stop.
    """

    def tell(_status: int, left: int, total: int) -> None:
        if on_pages is not None:
            on_pages(total - left, total)

    with refusals(target):
        target.unlink(missing_ok=True)
        copy = engine.connect_plain(target)
        try:
            source.backup(copy, pages=_PAGES, progress=tell)
            copy.execute("PRAGMA synchronous = FULL")
            copy.execute("PRAGMA journal_mode = DELETE")
        finally:
            copy.close()
