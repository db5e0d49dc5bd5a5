"""Enrolling without a stick: request and answer as text to paste, the request as a code to scan.

The request is signed by the laptop that asks. The answer is the package that a stick would carry,
with the organisation's records alone, sealed for that laptop: whoever else reads it learns nothing.
"""

import tempfile
from pathlib import Path

from inspector.core.changes import Outcome
from inspector.core.devices import spelled_request
from inspector.core.errors import InspectorError, Problem
from inspector.core.ids import ORG
from inspector.core.progress import Progress
from inspector.core.spelled import SpelledKind, read_spelled, spell
from inspector.operations.organisation import signed_request
from inspector.operations.packing import PackOrder, pack_into
from inspector.operations.taking import Intake, take_packages
from inspector.operations.workspace import Workspace
from inspector.reports.layout.qrcode import dots_of
from inspector.sync.package import ENDING

LONGEST_ANSWER = 30_000
"""Characters of an answer; longer ones are cut by some chat programs and by input fields."""
Dots = tuple[tuple[bool, ...], ...]


def request_as_text(workspace: Workspace) -> str:
    """Give this laptop's request to be enrolled as text; the answer to it may join the office."""
    return spelled_request(*signed_request(workspace))


def code_of(text: str) -> Dots:
    """Give the dots of a QR code that a phone reads as this text, row by row."""
    return tuple(tuple(row) for row in dots_of(text))


def answer_as_text(workspace: Workspace, key: str) -> str:
    """Give the answer to an enrolled laptop as text."""
    order = PackOrder(projects=(ORG,), receiver=key, photos=False, files=False)
    with tempfile.TemporaryDirectory(dir=workspace.folder / "outbox") as folder:
        (made,) = pack_into(workspace, Path(folder), [order])
        data = b"".join(path.read_bytes() for path in made.paths)
    text = spell(SpelledKind.ANSWER, data)
    if len(text) > LONGEST_ANSWER:
        raise InspectorError(Problem.ANSWER_TOO_LONG, count=len(text))
    return text


def take_answer(
    workspace: Workspace, text: str, progress: Progress | None = None, *, join: bool = False
) -> Outcome[Intake]:
    """Take in an answer that was pasted, as if it had come on a stick."""
    data = read_spelled(SpelledKind.ANSWER, text)
    if data is None:
        raise InspectorError(Problem.ANSWER_TEXT_INVALID)
    with tempfile.TemporaryDirectory(dir=workspace.folder / "inbox") as folder:
        path = Path(folder) / f"answer_{workspace.now():%Y%m%d-%H%M%S}{ENDING}"
        path.write_bytes(data)
        return take_packages(workspace, [path], progress, join=join)
