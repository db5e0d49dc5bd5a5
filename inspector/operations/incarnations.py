"""Whether this database goes on from a copy: then it writes a stream of its own (3.9).

A small file outside the workspace remembers of each database which incarnation was here last,
on which machine, where it lay, and how far it had sealed. A database that the file does not
know so is a copy; one that lags behind it was restored. Nothing depends on noticing: a fork
that goes unnoticed merges all the same and is reported.
"""

import json
import logging
import os
import platform
import uuid
from dataclasses import asdict, dataclass
from enum import StrEnum
from pathlib import Path

from inspector.core.errors import InspectorError
from inspector.operations.files import write_whole
from inspector.store.database import DATABASE_NAME
from inspector.store.office import Office

_log = logging.getLogger(__name__)
_FOLDER = "instances"


class Descent(StrEnum):
    """How a database stands to what was last known of it."""

    SAME = "same"
    COPIED = "copied"
    RESTORED = "restored"


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """What is remembered of a database outside it; `height` counts its sealed segments."""

    replica: str
    machine: str
    folder: str
    height: int


def card_of(office: Office, folder: Path) -> Card:
    """Describe a database as it is now."""
    return Card(
        replica=office.journal.replica().hex(),
        machine=_machine(),
        folder=str(folder.absolute()),
        height=office.journal.own_height(),
    )


def descent_of(profile: Path, office: Office, folder: Path) -> Descent:
    """Tell whether a database is the one that was here last, a copy, or restored."""
    now, last = card_of(office, folder), _remembered(profile, office.journal.db_uuid())
    if last is None:
        return Descent.COPIED if now.height else Descent.SAME
    if last.machine != now.machine or _lies_elsewhere(last, now):
        return Descent.COPIED
    if last.replica != now.replica or now.height < last.height:
        return Descent.RESTORED
    return Descent.SAME


def remember(profile: Path, db_uuid: str, card: Card) -> None:
    """Remember a database; a profile that cannot be written to costs only the notice."""
    text = json.dumps(asdict(card), ensure_ascii=False, indent=1)
    try:
        write_whole(_path(profile, db_uuid), f"{text}\n".encode())
    except (InspectorError, OSError) as error:
        _log.warning("the incarnation was not remembered: %s", type(error).__name__)


def _lies_elsewhere(last: Card, now: Card) -> bool:
    """Tell whether the database that is remembered still lies where it was, beside this one."""
    return last.folder != now.folder and (Path(last.folder) / DATABASE_NAME).exists()


def _remembered(profile: Path, db_uuid: str) -> Card | None:
    try:
        told = json.loads(_path(profile, db_uuid).read_text(encoding="utf-8"))
        return Card(**told)
    except (OSError, ValueError, TypeError):
        return None


def _path(profile: Path, db_uuid: str) -> Path:
    return profile / _FOLDER / f"{db_uuid}.json"


def _machine() -> str:
    """Name this machine; a whole-disk image keeps the name, which only imports can find out."""
    return f"{platform.node()} {uuid.getnode():x} {os.name}"
