"""What the search box finds, and where each hit leads."""

from inspector.operations.search import find
from inspector.operations.workspace import Workspace
from inspector.ui.window.spec import Hit
from inspector.words.records import field_name

_LIMIT = 40
_SCREENS = {
    "project": "projects",
    "place": "inspect",
    "item": "inspect",
    "defect": "defects",
    "visit": "inspect",
    "party": "projects",
    "person": "settings",
    "photo": "photos",
}


def find_hits(workspace: Workspace, text: str) -> list[Hit]:
    """Find records by what was typed; each leads to the screen that shows it."""
    return [
        Hit(
            kind=field_name(hit.kind),
            title=hit.title,
            detail=hit.detail,
            screen=_SCREENS.get(hit.kind, "projects"),
            target={"project": hit.project_id or "", hit.kind: hit.id},
        )
        for hit in find(workspace, text, _LIMIT)
    ]
