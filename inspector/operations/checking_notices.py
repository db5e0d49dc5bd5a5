"""Compare a rectification notice that somebody holds with the records, from which it is printed."""

from inspector.core.lookups import CheckedPaper, PaperState
from inspector.core.papers import NoticePaper, PaperToken, snapshot_sha256
from inspector.operations.notice_papers import gather_notices
from inspector.operations.workspace import Workspace
from inspector.words.language import _

CONTENT = "content"
"""The one part of a notice: no digests of it are kept, as it is printed from the records."""


def check_notice(workspace: Workspace, token: PaperToken, asked: str) -> CheckedPaper | None:
    """Look for the notice that is meant, and compare what it shows; None if there is none."""
    with workspace.read() as office:
        projects = [project.id for project in office.projects.all()]
    for project_id in projects:
        for notice, paper in gather_notices(workspace, project_id, None):
            shown = snapshot_sha256(paper)
            is_same = token.shown is not None and shown.startswith(token.shown)
            is_named = notice.id == token.record_id or notice.number.upper() == token.number
            if is_named or (is_same and token.record_id is None and token.number is None):
                return _told(paper, token, asked, is_same=is_same)
    return None


def _told(paper: NoticePaper, token: PaperToken, asked: str, *, is_same: bool) -> CheckedPaper:
    """Say how it stands; by its number alone nothing can be compared."""
    state = PaperState.SAME if is_same else PaperState.CHANGED
    return CheckedPaper(
        state=state if token.shown else PaperState.UNCOMPARED,
        asked=asked,
        paper=_("整改通知单 {number}，致 {unit}").format(
            number=paper.identity.number, unit=paper.to
        ),
        changed=(CONTENT,) if token.shown and not is_same else (),
    )
