"""This person's settings on this computer: one small JSON file in the profile folder.

What must travel with a project lies in the workspace; window geometry is Qt's business.
"""

import json
import logging
import os
import shutil
from collections.abc import Callable
from dataclasses import asdict, dataclass, fields, replace
from enum import StrEnum
from pathlib import Path
from typing import Any

_log = logging.getLogger(__name__)

SCHEMA = 1
RECENT_KEPT = 8
FILE_NAME = "settings.json"


class Language(StrEnum):
    """The language of window and papers."""

    SYSTEM = "system"
    CHINESE = "zh"
    ENGLISH = "en"


class Mode(StrEnum):
    """The colours of the window."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"
    SUN = "sun"


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """What the person chose on this computer."""

    language: Language = Language.SYSTEM
    mode: Mode = Mode.SYSTEM
    last_workspace: str = ""
    recent_workspaces: tuple[str, ...] = ()
    last_screen: str = ""
    schema: int = SCHEMA

    def opened(self, workspace: str) -> "Settings":
        """Return the settings after a workspace was opened: it is the most recent one."""
        others = tuple(path for path in self.recent_workspaces if path != workspace)
        return replace(
            self,
            last_workspace=workspace,
            recent_workspaces=(workspace, *others)[:RECENT_KEPT],
        )


Raw = dict[str, Any]
Step = Callable[[Raw], Raw]


class Migrations:
    """The steps from older settings files to today's; a released step is never edited."""

    def __init__(self) -> None:
        self._steps: dict[int, Step] = {}

    def step(self, from_schema: int) -> Callable[[Step], Step]:
        """Register the decorated function as the step from one schema number to the next."""

        def register(function: Step) -> Step:
            self._steps[from_schema] = function
            return function

        return register

    def apply(self, raw: Raw, to_schema: int) -> Raw:
        """Walk the raw settings up to a schema; a file newer than that is taken as it is."""
        for number in range(int(raw.get("schema", 1)), to_schema):
            raw = {**self._steps[number](raw), "schema": number + 1}
        return raw


MIGRATIONS = Migrations()


def load_settings(
    folder: Path, migrations: Migrations = MIGRATIONS, schema: int = SCHEMA
) -> Settings:
    """Read the settings; a missing file gives the defaults, a damaged one too (a copy is kept)."""
    path = folder / FILE_NAME
    try:
        raw = _raw(path)
        if raw.get("schema", 1) != schema:
            _keep_copy(path, f"schema-{raw.get('schema', 1)}")
        return _parsed(migrations.apply(raw, schema))
    except FileNotFoundError:
        return Settings()
    except (OSError, ValueError, TypeError, KeyError, RecursionError):
        _log.info("settings unreadable, defaults taken, copy kept", exc_info=True)
        _keep_copy(path, "damaged")
        return Settings()


def save_settings(folder: Path, settings: Settings) -> None:
    """Write the settings whole or not at all."""
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / FILE_NAME
    fresh = path.with_suffix(".new")
    with fresh.open("w", encoding="utf-8") as out:
        json.dump(asdict(settings), out, ensure_ascii=False, indent=1, sort_keys=True)
        out.flush()
        os.fsync(out.fileno())
    fresh.replace(path)


def _raw(path: Path) -> Raw:
    raw = json.loads(path.read_text(encoding="utf-8"))
    if not isinstance(raw, dict):
        raise TypeError(raw)
    return raw


def _parsed(raw: Raw) -> Settings:
    """Make settings of a raw dict, ignoring fields that a newer program added."""
    known = {field.name for field in fields(Settings)}
    values: Raw = {key: value for key, value in raw.items() if key in known}
    values["language"] = Language(values.get("language", Language.SYSTEM))
    values["mode"] = Mode(values.get("mode", Mode.SYSTEM))
    values["recent_workspaces"] = tuple(map(_text, values.get("recent_workspaces", ())))
    values["last_workspace"] = _text(values.get("last_workspace", ""))
    values["last_screen"] = _text(values.get("last_screen", ""))
    values["schema"] = SCHEMA
    return Settings(**values)


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError(value)
    return value


def _keep_copy(path: Path, mark: str) -> None:
    """Lay a copy beside the file, so that nothing is lost by the next save."""
    try:
        shutil.copyfile(path, path.with_name(f"{path.stem}.{mark}.json"))
    except OSError:
        _log.info("no copy of the settings could be kept", exc_info=True)
