"""What a person does with notices: print, withdraw, make reply sheets, take replies in."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from inspector.core.changes import Changes, Topic
from inspector.core.defects import Defect
from inspector.core.errors import InspectorError
from inspector.core.progress import Progress
from inspector.core.replies import Reply
from inspector.folders import EXPORTS
from inspector.operations.defects import list_defects
from inspector.operations.firstchecks import PartyChecks, party_checks
from inspector.operations.notices import (
    NoticeLine,
    list_notices,
    print_notice,
    withdraw_notice,
)
from inspector.operations.replies import (
    ReplyPlan,
    ReplyReceipt,
    list_replies,
    make_reply_sheet,
    preview_reply,
    take_reply,
)
from inspector.ui.kit.desk import Desk
from inspector.ui.kit.jobs import Job
from inspector.words.language import _
from inspector.words.sheets import sheet_fault_sentence

Refused = Callable[[InspectorError], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class NoticeTold:
    """Everything that the panel of one notice shows."""

    line: NoticeLine
    defects: list[Defect]
    replies: list[Reply]


class NoticeDesk:
    """Reads and acts; holds no widget."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def notices(self, project_id: str) -> list[NoticeLine]:
        """List the notices of a project, the newest first."""
        return list(reversed(list_notices(self._desk.workspace, project_id)))

    def rates(self, project_id: str) -> tuple[PartyChecks, ...]:
        """Give how often repairs passed their first re-check, by party."""
        return party_checks(self._desk.workspace, project_id)

    def tell(self, project_id: str, notice_id: str) -> NoticeTold | None:
        """Gather one notice; None if it is gone."""
        workspace = self._desk.workspace
        found = [one for one in self.notices(project_id) if one.notice.id == notice_id]
        if not found:
            return None
        return NoticeTold(
            line=found[0],
            defects=[one.defect for one in list_defects(workspace, project_id)],
            replies=list_replies(workspace, notice_id),
        )

    def write_paper(
        self, line: NoticeLine, end: str, on_done: Callable[[Path], None], on_refused: Refused
    ) -> None:
        """Write the paper of a notice into the exports."""
        workspace, notice = self._desk.workspace, line.notice
        out = free_path(workspace.folder / EXPORTS, notice.number, end)

        def work(progress: Progress) -> Path:
            print_notice(workspace, notice.id, out, progress)
            return out

        job = Job(work=work, on_success=on_done, on_refusal=on_refused)
        self._desk.long_work(_("正在生成整改通知单"), job)

    def make_reply(
        self, line: NoticeLine, end: str, on_done: Callable[[Path], None], on_refused: Refused
    ) -> None:
        """Write the reply sheet of a notice into the exports."""
        workspace, notice = self._desk.workspace, line.notice
        name = _("{number} 整改回复单").format(number=notice.number)
        out = free_path(workspace.folder / EXPORTS, name, end)
        job = Job(
            work=lambda _progress: make_reply_sheet(workspace, notice.id, out),
            on_success=on_done,
            on_refusal=on_refused,
        )
        self._desk.long_work(_("正在生成整改回复单"), job)

    def withdraw(
        self, line: NoticeLine, reason: str, on_done: Callable[[Any], object], on_refused: Refused
    ) -> None:
        """Take a notice back."""
        workspace, notice = self._desk.workspace, line.notice
        self._desk.act(lambda: withdraw_notice(workspace, notice.id, reason), on_done, on_refused)

    def preview(
        self,
        file: Path,
        photos: Path | None,
        on_plan: Callable[[ReplyPlan], None],
        on_refused: Refused,
    ) -> None:
        """Read a reply and say what taking it in would do."""
        workspace = self._desk.workspace
        job = Job(
            work=lambda _progress: preview_reply(workspace, file, photos),
            on_success=on_plan,
            on_refusal=on_refused,
        )
        self._desk.long_work(_("正在核对整改回复单"), job)

    def take(
        self, plan: ReplyPlan, on_done: Callable[[ReplyReceipt], object], on_refused: Refused
    ) -> None:
        """Take a reply in."""
        desk, workspace = self._desk, self._desk.workspace

        def work(progress: Progress) -> Any:
            return take_reply(workspace, plan.file, plan.photos, plan.notice.id, progress)

        def done(outcome: Any) -> None:
            desk.remember(outcome)
            desk.hub.tell_outcome(outcome)
            on_done(outcome.value)

        job = Job(
            work=work,
            on_success=done,
            on_refusal=on_refused,
            on_end=lambda: desk.hub.tell(Changes.of(Topic.PHOTOS)),
        )
        desk.long_work(_("正在收入整改回复单"), job)

    def faults_of(self, error: InspectorError) -> list[str]:
        """Say what is wrong with a file, one sentence each."""
        faults = error.facts.get("faults", ())
        return [sheet_fault_sentence(one) for one in faults]  # type: ignore[attr-defined]  # a refusal's facts are objects


def free_path(folder: Path, name: str, end: str) -> Path:
    """Name a paper; one that was written before is left alone."""
    names = (f"{name}{end}", *(f"{name}-{copy}{end}" for copy in range(2, 1000)))
    return next(path for one in names if not (path := folder / one).exists())
