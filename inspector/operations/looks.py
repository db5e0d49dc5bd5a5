"""How this office sets its papers: its own text file in the workspace, else the shipped one."""

from dataclasses import replace
from pathlib import Path

from inspector.core.errors import InspectorError, Problem
from inspector.core.lookfile import parse_look
from inspector.core.marks import DrawnPage
from inspector.core.papers import PaperLook
from inspector.folders import fonts, resources
from inspector.operations.files import write_whole
from inspector.operations.workspace import Workspace
from inspector.reports.layout.jpegs import NotAJpeg, read_jpeg

SAMPLE_PHOTO = Path("rules") / "sample.jpg"
LOOK = Path("rules") / "papers.toml"
"""Where the file lies, in the workspace and among the resources."""


def office_look(workspace: Workspace) -> PaperLook:
    """Give the settings that papers are made with; a file with a fault is refused, not guessed."""
    return check_look(workspace, look_text(workspace))


def look_text(workspace: Workspace) -> str:
    """Give the text of the file in use."""
    own = workspace.folder / LOOK
    return _text_of(own) if own.is_file() else shipped_look()


def shipped_look() -> str:
    """Give the text that comes with the program."""
    return (resources() / LOOK).read_text(encoding="utf-8")


def check_look(workspace: Workspace, text: str) -> PaperLook:
    """Check a text as it is being typed, and give its settings."""
    return _with_picture(parse_look(text, LOOK.name), (workspace.folder / LOOK).parent)


def keep_look(workspace: Workspace, text: str) -> PaperLook:
    """Keep a text as the file of this workspace; one with a fault leaves what was there."""
    look = check_look(workspace, text)
    write_whole(workspace.folder / LOOK, text.encode("utf-8"))
    return look


def preview_look(look: PaperLook) -> tuple[DrawnPage, ...]:
    """Draw what a look does, as pages of marks: a sheet to be signed, and photos."""
    from inspector.reports.preview import draw_preview

    return draw_preview(fonts(), resources() / SAMPLE_PHOTO, look)


def take_look(workspace: Workspace, path: Path) -> PaperLook:
    """Take over a file with the picture beside it, as from another laptop of the office."""
    if not path.is_file():
        raise InspectorError(Problem.FILE_MISSING, file=path)
    text = _text_of(path)
    look = _with_picture(parse_look(text, path.name), path.parent)
    if look.picture_at is not None:
        picture = workspace.folder / LOOK.parent / look.picture_at.name
        write_whole(picture, look.picture_at.read_bytes())
    return keep_look(workspace, text)


def export_look(workspace: Workspace, out: Path) -> Path:
    """Write the file in use out with its picture, to be edited; no file is written over."""
    picture = office_look(workspace).picture_at
    beside = [out.with_name(picture.name)] if picture else []
    for target in (out, *beside):
        if target.exists():
            raise InspectorError(Problem.FILE_EXISTS, file=target)
    write_whole(out, look_text(workspace).encode("utf-8"))
    if picture is not None:
        write_whole(out.with_name(picture.name), picture.read_bytes())
    return out


def take_picture(workspace: Workspace, path: Path) -> str:
    """Keep a picture beside the file in use, and give the name by which the file may ask for it."""
    look = _with_picture(PaperLook(picture=path.name), path.parent)
    if look.picture_at is not None:
        write_whole(workspace.folder / LOOK.parent / path.name, look.picture_at.read_bytes())
    return path.name


def _with_picture(look: PaperLook, folder: Path) -> PaperLook:
    """Find the picture of a look; one that is not there, or is no JPEG, is refused by its name."""
    if look.picture is None:
        return look
    path = folder / look.picture
    try:
        read_jpeg(path)
    except (NotAJpeg, OSError):
        raise InspectorError(Problem.LAYOUT_PICTURE_UNFIT, file=path.name) from None
    return replace(look, picture_at=path)


def _text_of(path: Path) -> str:
    try:
        return path.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise InspectorError(
            Problem.LAYOUT_NOT_READ, file=path.name, line=1, detail=error.reason
        ) from None
