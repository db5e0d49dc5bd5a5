"""A batch: a paper for each building, sheets beside, and how far each came; it outlives a stop."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Any

from inspector.core.errors import InspectorError, Problem
from inspector.core.issued import PaperKind

FORMAT = 1
LIST_NAME = "batch.json"
"""The list of a batch, in the folder of its papers."""


class EntryState(StrEnum):
    """How far one paper of a batch has come."""

    WAITING = "todo"
    DONE = "done"
    FAILED = "failed"


@dataclass(frozen=True, slots=True, kw_only=True)
class BatchEntry:
    """The paper of one building, or one of the project where `paper` names its kind.

    `reason` says why it failed, `sha256` what was made.
    """

    place_id: str
    title: str
    file: str
    paper: PaperKind | None = None
    state: EntryState = EntryState.WAITING
    sha256: str | None = None
    reason: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Batch:
    """The papers of all buildings of a project and those beside them, of one edition."""

    project_id: str
    edition: str
    entries: tuple[BatchEntry, ...]

    def having(self, entry: BatchEntry) -> "Batch":
        """Give the batch with one entry as it stands now."""
        entries = (entry if one.file == entry.file else one for one in self.entries)
        return replace(self, entries=tuple(entries))

    def in_state(self, state: EntryState) -> tuple[BatchEntry, ...]:
        """Give the entries that have come so far."""
        return tuple(one for one in self.entries if one.state is state)

    def spelled(self) -> str:
        """Spell the list as a file."""
        told = {
            "format": FORMAT,
            "project": self.project_id,
            "edition": self.edition,
            "entries": [
                {name: getattr(one, name) for name in BatchEntry.__dataclass_fields__}
                for one in self.entries
            ],
        }
        return json.dumps(told, ensure_ascii=False, indent=1)


def read_batch(text: str, file: str) -> Batch:
    """Read a list; what is none, or was spoilt, is refused by its name."""
    try:
        told = json.loads(text)
        if told["format"] != FORMAT:
            raise InspectorError(Problem.BATCH_FOREIGN, file=file)
        entries = tuple(_entry(one) for one in told["entries"])
        return Batch(project_id=str(told["project"]), edition=str(told["edition"]), entries=entries)
    except (ValueError, TypeError, KeyError, AttributeError):
        raise InspectorError(Problem.BATCH_FOREIGN, file=file) from None


def _entry(told: Mapping[str, Any]) -> BatchEntry:
    """Read one paper; its file lies in the folder itself, whatever the list says."""
    name = str(told["file"])
    if name in {"", ".", "..", LIST_NAME} or {"/", "\\"} & set(name):
        raise ValueError(name)
    return BatchEntry(
        place_id=str(told["place_id"]),
        title=str(told["title"]),
        file=name,
        paper=PaperKind(told["paper"]) if told.get("paper") else None,
        state=EntryState(told["state"]),
        sha256=told.get("sha256"),
        reason=told.get("reason"),
    )
