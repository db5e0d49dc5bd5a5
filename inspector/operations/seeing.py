"""What a form shows, for those who save it later."""

from inspector.core.changes import Seen
from inspector.operations.workspace import Workspace


def look_at(workspace: Workspace, *rows: str) -> Seen:
    """Remember all that is written of some records, as a form that is opened now shows them.

    Give it to `Workspace.having_seen` when the form is saved.
    """
    with workspace.read() as office:
        return Seen(office.journal.written_on(*rows))


def look_at_projects(workspace: Workspace) -> Seen:
    """Remember the same of the facts of all projects."""
    with workspace.read() as office:
        return Seen(office.journal.written_on(*(one.id for one in office.projects.all())))
