"""What this laptop wrote for others: a list beside the database, for people and to know its own."""

import json
from contextlib import suppress
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from inspector.folders import OUTBOX
from inspector.operations.files import write_whole
from inspector.operations.workspace import Workspace

_NAME = "sent.json"
_MOST = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class Sent:
    """A package that was written: when, for whose key (empty: anybody), its files with sizes."""

    at_ms: int
    receiver: str
    files: tuple[tuple[str, int], ...]
    operations: int
    photos: int


def remember_sent(workspace: Workspace, sent: Sent) -> None:
    """Keep what was written, the newest first."""
    kept = [asdict(one) for one in (sent, *list_sent(workspace))][:_MOST]
    text = json.dumps(kept, ensure_ascii=False, indent=1)
    write_whole(_path(workspace), text.encode())


def list_sent(workspace: Workspace) -> list[Sent]:
    """List what was written, the newest first; a list that cannot be read is empty."""
    with suppress(OSError, ValueError, KeyError, TypeError):
        told = json.loads(_path(workspace).read_text(encoding="utf-8"))
        return [_sent(one) for one in told]
    return []


def _sent(told: dict[str, Any]) -> Sent:
    files = tuple((str(name), int(size)) for name, size in told["files"])
    return Sent(**{**told, "files": files})


def _path(workspace: Workspace) -> Path:
    return workspace.folder / OUTBOX / _NAME
