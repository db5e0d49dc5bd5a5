"""Packages that were refused: a list beside the database, so that nobody has to remember."""

import json
from contextlib import suppress
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from inspector.core.errors import InspectorError, Problem
from inspector.operations.files import write_whole
from inspector.operations.workspace import Workspace

_NAME = "refused.json"
_MOST = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class Refusal:
    """A package that was not taken in: when, its file name and size, and why.

    `size` is in bytes; `facts` are those of the error, spelled.
    """

    at_ms: int
    name: str
    size: int
    problem: Problem
    facts: dict[str, str] = field(default_factory=dict)

    @property
    def error(self) -> InspectorError:
        """Give the refusal as it was told first."""
        return InspectorError(self.problem, **self.facts)


def remember_refusal(workspace: Workspace, path: Path, error: InspectorError) -> None:
    """Keep that a package was refused; the same again takes the place of the earlier one.

    A file that is not there is no package, and whether to join an organisation is a question.
    What cannot be kept (a full disk) is left: the refusal itself is told all the same.
    """
    if not path.is_file() or error.problem is Problem.ORGANISATION_NOT_JOINED:
        return
    new = Refusal(
        at_ms=workspace.now_ms(),
        name=path.name,
        size=path.stat().st_size,
        problem=error.problem,
        facts={name: str(value) for name, value in error.facts.items()},
    )
    others = [one for one in list_refusals(workspace) if _what(one) != _what(new)]
    text = json.dumps([asdict(one) for one in (new, *others)][:_MOST], ensure_ascii=False, indent=1)
    with suppress(InspectorError, OSError):
        write_whole(_path(workspace), text.encode())


def list_refusals(workspace: Workspace) -> list[Refusal]:
    """List what was refused, the newest first; a list that cannot be read is empty."""
    with suppress(OSError, ValueError, KeyError, TypeError):
        told = json.loads(_path(workspace).read_text(encoding="utf-8"))
        return [_refusal(one) for one in told]
    return []


def _refusal(told: dict[str, Any]) -> Refusal:
    return Refusal(**{**told, "problem": Problem(told["problem"])})


def _what(refusal: Refusal) -> tuple[str, int, Problem]:
    return refusal.name, refusal.size, refusal.problem


def _path(workspace: Workspace) -> Path:
    return workspace.folder / "inbox" / _NAME
