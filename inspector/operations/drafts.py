"""Half-typed text: kept while a person types, offered again after the program was killed."""

from inspector.operations.workspace import Workspace
from inspector.store.drafts import Draft


def keep_draft(workspace: Workspace, key: str, text: str) -> None:
    """Keep what stands in a field now; the key names record and field."""
    workspace.drafts.keep(key, text, workspace.now_ms())


def list_drafts(workspace: Workspace) -> list[Draft]:
    """List what was typed but not given, newest first."""
    return workspace.drafts.all()


def forget_draft(workspace: Workspace, key: str) -> None:
    """Let a draft go: its text was given, or thrown away."""
    workspace.drafts.forget(key)
