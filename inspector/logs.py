"""Logging: facts in English, ids and never names, in the workspace's own folder."""

import logging
import logging.handlers
from pathlib import Path

_FORMAT = "%(asctime)s %(levelname)s %(threadName)s %(name)s: %(message)s"
_FILE_BYTES = 2_000_000
_KEPT_FILES = 5


def log_to(folder: Path, *, debug: bool = False) -> logging.Handler | None:
    """Send the log to a file that rolls over; a folder that cannot be written is no failure."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        handler = logging.handlers.RotatingFileHandler(
            folder / "inspector.log",
            maxBytes=_FILE_BYTES,
            backupCount=_KEPT_FILES,
            encoding="utf-8",
            delay=True,
        )
    except OSError:
        return None
    handler.setFormatter(logging.Formatter(_FORMAT))
    root = logging.getLogger("inspector")
    root.addHandler(handler)
    root.setLevel(logging.DEBUG if debug else logging.INFO)
    return handler


def stop_logging(handler: logging.Handler) -> None:
    """Close the file and take the handler off."""
    logging.getLogger("inspector").removeHandler(handler)
    handler.close()
