"""The rule table by which meetings judge: the shipped one, an office's own, and checking one."""

from pathlib import Path

from inspector.core.errors import InspectorError, Problem
from inspector.core.rulefile import parse_rules
from inspector.core.rules import RuleTable
from inspector.folders import resources
from inspector.operations.files import write_whole
from inspector.operations.workspace import Workspace

RULES = Path("rules") / "acceptance.toml"
"""Where an office puts its own table, in its workspace; the shipped one lies in the resources."""


def office_rules(workspace: Workspace) -> str:
    """Give the text of the table that new meetings go by: the office's own, else the shipped."""
    own = workspace.folder / RULES
    return read_rules(own) if own.is_file() else shipped_rules()


def shipped_rules() -> str:
    """Give the text of the table that comes with the program."""
    return (resources() / RULES).read_text(encoding="utf-8")


def read_rules(path: Path) -> str:
    """Read a table from a file, refusing one with a fault."""
    text = _text_of(path)
    parse_rules(text, path.name)
    return text


def check_rules(path: Path) -> RuleTable:
    """Check a table and give it."""
    return parse_rules(_text_of(path), path.name)


def export_rules(workspace: Workspace, out: Path) -> Path:
    """Write the table in use as a file to be edited; a file that exists is left alone."""
    if out.exists():
        raise InspectorError(Problem.FILE_EXISTS, file=out)
    write_whole(out, office_rules(workspace).encode())
    return out


def _text_of(path: Path) -> str:
    try:
        return path.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise InspectorError(Problem.RULES_NOT_READ, file=path.name, detail=error.reason) from None
