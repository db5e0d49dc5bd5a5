"""Collect the texts of the program and compile the English catalogue.

Run after texts changed: new ones appear untranslated in inspector.po, which a test refuses.
"""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
LOCALE = ROOT / "resources" / "locale"
TEMPLATE = ROOT / "build" / "inspector.pot"
CATALOGUE = LOCALE / "en" / "LC_MESSAGES" / "inspector.po"
_BABEL = [sys.executable, "-m", "babel.messages.frontend", "-q"]


def _babel(*arguments: str | Path) -> None:
    subprocess.run([*_BABEL, *map(str, arguments)], check=True, cwd=ROOT)  # noqa: S603 - fixed


def collect() -> None:
    """Bring the catalogue up to date with the source."""
    TEMPLATE.parent.mkdir(exist_ok=True)
    _babel(
        *("extract", "-k", "_", "-k", "N_", "--no-location", "--sort-output", "--no-wrap"),
        *("--project", "inspector", "--copyright-holder", "the Inspector authors"),
        *("-o", TEMPLATE, "inspector"),
    )
    if not CATALOGUE.exists():
        CATALOGUE.parent.mkdir(parents=True, exist_ok=True)
        _babel("init", "-i", TEMPLATE, "-o", CATALOGUE, "-l", "en", "--no-wrap")
    _babel(
        *("update", "-i", TEMPLATE, "-o", CATALOGUE, "-l", "en", "--no-wrap"),
        *("--no-fuzzy-matching", "--ignore-obsolete"),
    )


def compile_catalogue() -> None:
    """Compile the catalogue; both files are kept, and a test holds them equal."""
    _babel("compile", "-i", CATALOGUE, "-o", CATALOGUE.with_suffix(".mo"))


if __name__ == "__main__":
    collect()
    compile_catalogue()
