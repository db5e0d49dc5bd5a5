"""Compare with a text that a person has looked at; GOLDEN=1 writes it anew, for review."""

import os
from pathlib import Path

_FOLDER = Path(__file__).parents[1] / "data" / "golden"


def assert_golden(name: str, text: str) -> None:
    """Compare with the kept text of this name."""
    kept = _FOLDER / name
    if os.environ.get("GOLDEN"):
        kept.parent.mkdir(parents=True, exist_ok=True)
        kept.write_text(text, encoding="utf-8")
    assert text == kept.read_text(encoding="utf-8")
