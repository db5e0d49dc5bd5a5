"""The template by which an office files: those that come with the program, and its own."""

from pathlib import Path

from inspector.core.errors import InspectorError, Problem
from inspector.core.filing import FilingTemplate
from inspector.core.filingfile import parse_template
from inspector.core.issued import PaperKind
from inspector.core.process.names import DocumentKind
from inspector.folders import resources
from inspector.operations.files import write_whole
from inspector.operations.workspace import Workspace

FILING = Path("rules") / "filing.toml"
"""Where an office puts its own template, in its workspace."""
SHIPPED = ("gbt50328", "dat28")
"""The templates that come with the program; the first is used where an office has none."""
_KINDS = frozenset({*PaperKind, *DocumentKind})


def office_template(workspace: Workspace) -> FilingTemplate:
    """Give the template that bundles are filed by."""
    own = workspace.folder / FILING
    if own.is_file():
        return check_template(own)
    return parse_template(shipped_template(SHIPPED[0]), f"{SHIPPED[0]}.toml", _KINDS)


def shipped_template(name: str) -> str:
    """Give the text of a template that comes with the program."""
    path = resources() / "archive" / "templates" / f"{name}.toml"
    return path.read_text(encoding="utf-8")


def check_template(path: Path) -> FilingTemplate:
    """Check a template and give it."""
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise InspectorError(Problem.FILING_NOT_READ, file=path.name, detail=error.reason) from None
    except OSError as error:
        reason = error.strerror or ""
        raise InspectorError(Problem.FILE_UNREADABLE, file=path, reason=reason) from error
    return parse_template(text, path.name, _KINDS)


def use_template(workspace: Workspace, path: Path) -> FilingTemplate:
    """Check a template and file by it from now on."""
    template = check_template(path)
    write_whole(workspace.folder / FILING, path.read_bytes())
    return template


def export_template(workspace: Workspace, out: Path, name: str = "") -> Path:
    """Write a template as a file to be edited: the one in use, or one that is shipped."""
    if out.exists():
        raise InspectorError(Problem.FILE_EXISTS, file=out)
    own = workspace.folder / FILING
    if name or not own.is_file():
        write_whole(out, shipped_template(name or SHIPPED[0]).encode())
    else:
        write_whole(out, own.read_bytes())
    return out
