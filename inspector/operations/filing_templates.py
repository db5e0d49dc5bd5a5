"""The template by which an office files: those that come with the program, and its own."""

from dataclasses import dataclass
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
FORMER = Path("rules") / "filing.former.toml"
"""The own template that was in use before another was taken."""
OWN = "own"
SHIPPED = ("gbt50328", "dat28")
"""The templates that come with the program; the first is used where an office has none."""
_KINDS = frozenset({*PaperKind, *DocumentKind})


def office_template(workspace: Workspace) -> FilingTemplate:
    """Give the template that bundles are filed by."""
    own = workspace.folder / FILING
    if own.is_file():
        return check_template(own)
    return parse_template(shipped_template(SHIPPED[0]), f"{SHIPPED[0]}.toml", _KINDS)


@dataclass(frozen=True, slots=True, kw_only=True)
class TemplateChoice:
    """One template that an office may file by; its own may have a fault that keeps it from use."""

    key: str
    template: FilingTemplate | None
    is_used: bool
    fault: InspectorError | None = None


def template_choices(workspace: Workspace) -> tuple[TemplateChoice, ...]:
    """List the templates that come with the program, and the office's own where it has one."""
    own = _own_text(workspace)
    used = next((name for name in SHIPPED if own == shipped_template(name)), OWN)
    if own is None:
        used = SHIPPED[0]
    shipped = tuple(
        TemplateChoice(
            key=name,
            template=parse_template(shipped_template(name), f"{name}.toml", _KINDS),
            is_used=name == used,
        )
        for name in SHIPPED
    )
    return (*shipped, _own_choice(workspace)) if used == OWN else shipped


def _own_choice(workspace: Workspace) -> TemplateChoice:
    try:
        template = check_template(workspace.folder / FILING)
    except InspectorError as error:
        return TemplateChoice(key=OWN, template=None, is_used=True, fault=error)
    return TemplateChoice(key=OWN, template=template, is_used=True)


def _own_text(workspace: Workspace) -> str | None:
    own = workspace.folder / FILING
    return own.read_text(encoding="utf-8-sig", errors="replace") if own.is_file() else None


def use_shipped(workspace: Workspace, name: str) -> FilingTemplate:
    """File by a template that comes with the program from now on."""
    text = shipped_template(name)
    template = parse_template(text, f"{name}.toml", _KINDS)
    _put(workspace, text.encode())
    return template


def use_former(workspace: Workspace) -> FilingTemplate:
    """File again by the office's own template that was in use before."""
    return use_template(workspace, workspace.folder / FORMER)


def has_former(workspace: Workspace) -> bool:
    """Tell whether there is an own template that was in use before."""
    return (workspace.folder / FORMER).is_file()


def _put(workspace: Workspace, content: bytes) -> None:
    """Write the template in use; an own one that it replaces is kept beside it."""
    own = workspace.folder / FILING
    before = own.read_bytes() if own.is_file() else None
    shipped = {shipped_template(name).encode() for name in SHIPPED}
    if before is not None and before != content and before not in shipped:
        write_whole(workspace.folder / FORMER, before)
    write_whole(own, content)


def shipped_template(name: str) -> str:
    """Give the text of a template that comes with the program."""
    path = resources() / "archive" / "templates" / f"{name}.toml"
    return path.read_text(encoding="utf-8")


def check_template(path: Path) -> FilingTemplate:
    """Check a template and give it."""
    if not path.is_file():
        raise InspectorError(Problem.FILE_MISSING, file=path)
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = error.object[: error.start]
        raise InspectorError(
            Problem.FILING_NOT_READ,
            file=path.name,
            line=before.count(b"\n") + 1,
            column=error.start - before.rfind(b"\n"),
            detail=error.reason,
        ) from None
    except OSError as error:
        reason = error.strerror or ""
        raise InspectorError(Problem.FILE_UNREADABLE, file=path, reason=reason) from error
    return parse_template(text, path.name, _KINDS)


def use_template(workspace: Workspace, path: Path) -> FilingTemplate:
    """Check a template and file by it from now on."""
    template = check_template(path)
    _put(workspace, path.read_bytes())
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
