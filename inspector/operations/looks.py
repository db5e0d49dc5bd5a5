"""How this office sets its papers: its own text file in the workspace, else the shipped one."""

from pathlib import Path

from inspector.core.errors import InspectorError, Problem
from inspector.core.lookfile import parse_look
from inspector.core.marks import DrawnPage
from inspector.core.papers import PaperLook
from inspector.folders import fonts, resources
from inspector.operations.files import write_whole
from inspector.operations.workspace import Workspace

SAMPLE_PHOTO = Path("rules") / "sample.jpg"
LOOK = Path("rules") / "papers.toml"
"""Where the file lies, in the workspace and among the resources."""


def office_look(workspace: Workspace) -> PaperLook:
    """Give the settings that papers are made with; a file with a fault is refused, not guessed."""
    return parse_look(look_text(workspace), LOOK.name)


def look_text(workspace: Workspace) -> str:
    """Give the text of the file in use."""
    own = workspace.folder / LOOK
    return _text_of(own) if own.is_file() else shipped_look()


def shipped_look() -> str:
    """Give the text that comes with the program."""
    return (resources() / LOOK).read_text(encoding="utf-8")


def check_look(text: str) -> PaperLook:
    """Check a text as it is being typed, and give its settings."""
    return parse_look(text, LOOK.name)


def keep_look(workspace: Workspace, text: str) -> PaperLook:
    """Keep a text as the file of this workspace; one with a fault leaves what was there."""
    look = check_look(text)
    write_whole(workspace.folder / LOOK, text.encode("utf-8"))
    return look


def preview_look(look: PaperLook) -> tuple[DrawnPage, ...]:
    """Draw what a look does, as pages of marks: a sheet to be signed, and photos."""
    from inspector.reports.preview import draw_preview

    return draw_preview(fonts(), resources() / SAMPLE_PHOTO, look)


def take_look(workspace: Workspace, path: Path) -> PaperLook:
    """Take over a file, as from another laptop of the office."""
    if not path.is_file():
        raise InspectorError(Problem.FILE_MISSING, file=path)
    text = _text_of(path)
    parse_look(text, path.name)
    return keep_look(workspace, text)


def export_look(workspace: Workspace, out: Path) -> Path:
    """Write the file in use out, to be edited; a file that exists is left alone."""
    if out.exists():
        raise InspectorError(Problem.FILE_EXISTS, file=out)
    write_whole(out, look_text(workspace).encode("utf-8"))
    return out


def _text_of(path: Path) -> str:
    try:
        return path.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise InspectorError(
            Problem.LAYOUT_NOT_READ, file=path.name, line=1, detail=error.reason
        ) from None
