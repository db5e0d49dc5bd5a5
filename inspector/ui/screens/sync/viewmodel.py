"""The room of exchange: reads how this workspace stands, takes in, settles."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from inspector.core.changes import Changes, Outcome, Topic
from inspector.core.choosing import ChoiceRule
from inspector.core.errors import InspectorError
from inspector.core.evidence import Photo
from inspector.core.exchange import Receipt
from inspector.core.progress import Progress
from inspector.operations.attaching import photos_beside
from inspector.operations.conflicts import (
    list_conflicts,
    name_links,
    settle_conflict,
    settle_deleted,
    settle_many,
)
from inspector.operations.exchange import Pending, count_pending, list_receipts, set_aside_here
from inspector.operations.organisation import may_settle
from inspector.operations.soft import list_soft_conflicts
from inspector.operations.splitting import split_conflict
from inspector.operations.taking import Intake, take_packages
from inspector.operations.untaking import take_back
from inspector.operations.watching import new_packages, untaken
from inspector.ui.kit.ask import Question
from inspector.ui.kit.desk import Desk
from inspector.ui.kit.jobs import InMegabytes, Job, ignored
from inspector.ui.kit.sticks import Sticks
from inspector.ui.screens.sync.bulk.model import Preview, preview_of
from inspector.ui.screens.sync.inbox.model import CardFacts, Inbox, Option, card_of
from inspector.ui.screens.sync.intake.model import (
    MOST,
    JoinQuestion,
    LogEntry,
    entry_of,
    question_of,
    refused_entries,
)
from inspector.ui.screens.sync.model import Found, NextStep, next_step
from inspector.words.language import _

if TYPE_CHECKING:
    from inspector.core.exchange import Conflict, ConflictValue
    from inspector.core.soft import SoftConflict
    from inspector.operations.workspace import Workspace

LEADS = {
    "defect": "defects",
    "place": "projects",
    "party": "projects",
    "project": "projects",
    "visit": "inspect",
    "photo": "photos",
}
"""The rooms that show a record of each kind."""
_SHORT = 24
"""Characters of a value that a message has room for."""


def lead_of(conflict: "Conflict | SoftConflict") -> tuple[str, dict[str, str]] | None:
    """Give the room that shows a record in conflict, and the target there."""
    room = LEADS.get(conflict.table)
    if room is None:
        return None
    return room, {"project": conflict.project_id, conflict.table: conflict.row}


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """How this workspace stands to the others, read in one go."""

    inbox: Inbox = field(default_factory=Inbox)
    pending: Pending = field(default_factory=lambda: Pending(unsent=0, conflicts=0, set_aside=0))
    receipts: Sequence[Receipt] = ()
    aside: frozenset[str] = frozenset()


def gather(workspace: "Workspace") -> Standing:
    """Read how a workspace stands to the others."""
    conflicts = list_conflicts(workspace)
    return Standing(
        inbox=Inbox(
            conflicts=conflicts,
            names=name_links(workspace, conflicts),
            may_settle=may_settle(workspace),
            person=workspace.person().name,
        ),
        pending=count_pending(workspace),
        receipts=list_receipts(workspace),
        aside=set_aside_here(workspace),
    )


def look_around(workspace: "Workspace", sticks: Sticks) -> Found:
    """Look for packages on what is plugged in, and in the shared folder."""
    there = sticks()
    packages = [*untaken(workspace, [one.path for one in there]), *new_packages(workspace)]
    return Found(sticks=tuple(there), packages=tuple(dict.fromkeys(packages)))


class SyncBoard(QObject):
    """Reads for the screen and acts for the person.

    Signals:
        read(): the standing was read anew.
        intake_changed(): packages came, were refused, or wait for an answer.
        taken(int): so many packages are in, and the stick can be taken out.
        found_changed(): a stick came or went, or a package that is new here.
        soft_read(object): what wants a look (list of SoftConflict).
        refused(object): a conflict was not settled (InspectorError).
    """

    read = Signal()
    taken = Signal(int)
    soft_read = Signal(object)
    found_changed = Signal()
    intake_changed = Signal()
    refused = Signal(object)

    def __init__(self, desk: Desk, sticks: Sticks, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._sticks = sticks
        self._workspace: Workspace = desk.workspace
        self.standing = Standing()
        self.found = Found()
        self.question: JoinQuestion | None = None
        self._refused: list[tuple[Path, InspectorError]] = []
        self._passed_over: set[Path] = set()
        self._is_looking = False

    # -- reading ----------

    def reread(self) -> None:
        """Read again, off the window's thread."""
        workspace = self._workspace
        self._desk.jobs.acts.start(
            Job(
                work=lambda _progress: gather(workspace),
                on_success=self._take_standing,
                on_refusal=self._desk.ask.refuse,
                on_crash=self._desk.crashed,
            )
        )

    def _take_standing(self, standing: Standing) -> None:
        self.standing = standing
        self.read.emit()

    def read_soft(self) -> None:
        """Read what wants a look, beside the person's acts."""
        workspace = self._workspace
        self._desk.jobs.long.start(
            Job(
                work=lambda _progress: list_soft_conflicts(workspace),
                on_success=self.soft_read.emit,
                on_refusal=self._desk.ask.refuse,
                on_crash=self._desk.crashed,
            )
        )

    def look(self) -> None:
        """Look what is plugged in, off the window's thread, after the long work that goes on."""
        if self._is_looking:
            return
        self._is_looking = True
        workspace, sticks = self._workspace, self._sticks
        self._desk.jobs.long.start(
            Job(
                work=lambda _progress: look_around(workspace, sticks),
                on_success=self._take_found,
                on_refusal=ignored,
                on_crash=self._desk.crashed,
                on_end=self._looked,
            )
        )

    def _looked(self) -> None:
        self._is_looking = False

    def _take_found(self, found: Found) -> None:
        if found.sticks != self.found.sticks:
            self._passed_over.clear()
        if found != self.found:
            self.found = found
            self.found_changed.emit()

    # -- what is shown ----------

    def ready(self) -> list[Path]:
        """Give the packages that lie ready, but for those that were refused already."""
        return [path for path in self.found.packages if path not in self._passed_over]

    def next_step(self) -> NextStep:
        """Tell what to do next."""
        return next_step(self.standing.pending, self.ready())

    def waiting(self) -> int:
        """Count what the badge counts: conflicts, and laptops whose work is set aside."""
        return self.standing.pending.to_do

    def cards(self) -> list[CardFacts]:
        """Say what is open."""
        inbox, now = self.standing.inbox, self._workspace.now()
        return [card_of(conflict, inbox.names, now) for conflict in inbox.conflicts]

    def entries(self) -> list[LogEntry]:
        """Say what came, the newest first, below what was refused just now."""
        now, still = self._workspace.now(), self.standing.aside
        refused = refused_entries(self._refused, self._desk.ask.explain)
        return [*refused, *(entry_of(one, now, still) for one in self.standing.receipts[:MOST])]

    # -- taking in ----------

    def take(self, paths: Sequence[Path], *, join: bool = False) -> None:
        """Take packages in: files, or folders that hold some."""
        workspace, told = self._workspace, list[object]()
        self.question, self._refused = None, []
        self.intake_changed.emit()

        def work(progress: Progress) -> Outcome[Intake]:
            return take_packages(workspace, paths, InMegabytes(progress), join=join)

        def done(outcome: Outcome[Intake]) -> None:
            told.append(outcome)
            self._desk.hub.tell_outcome(outcome)
            self._came(paths, outcome.value)

        def refused(error: InspectorError) -> None:
            told.append(error)
            path = Path(str(error.facts.get("file", paths[0])))
            self._came(paths, Intake(refused=((path, error),)))

        def crashed(error: BaseException) -> None:
            told.append(error)
            self._desk.crashed(error)

        self._desk.long_work(
            _taking_title(paths),
            Job(
                work=work,
                on_success=done,
                on_refusal=refused,
                on_crash=crashed,
                on_end=lambda: None if told else self._stopped(),
            ),
        )

    def join(self) -> None:
        """Join the organisation that was asked about, and take its packages."""
        if self.question is not None:
            self.take(self.question.paths, join=True)

    def stay_out(self) -> None:
        """Leave the packages of the other organisation alone."""
        self.question = None
        self.intake_changed.emit()

    def ask_take_back(self, receipt: Receipt) -> None:
        """Ask, then take back what a package brought."""
        question = Question(
            title=_("撤回这个同步包带来的记录？"),
            text=_("“{name}”带来的记录会撤下，您自己的记录和照片保留。再收一次它就回来。").format(
                name=receipt.name
            ),
            yes=_("撤回"),
        )
        self._desk.ask.confirm(question, lambda: self._take_back(receipt))

    def _take_back(self, receipt: Receipt) -> None:
        def done(outcome: Outcome[Receipt]) -> None:
            self._desk.hub.tell_outcome(outcome)
            self._desk.toast(_("已撤回 {name}").format(name=receipt.name))

        work = partial(take_back, self._workspace, receipt)
        job = Job(
            work=lambda _progress: work(),
            on_success=done,
            on_refusal=self._desk.ask.refuse,
            on_crash=self._desk.crashed,
        )
        self._desk.long_work(_("正在撤回 {name}").format(name=receipt.name), job)

    def _came(self, paths: Sequence[Path], intake: Intake) -> None:
        self.question, rest = question_of(intake.refused)
        self._refused = list(rest)
        self._passed_over |= {path for path, _error in intake.refused if path.exists()}
        if not intake.receipts and not intake.refused:
            self._desk.toast(_("“{name}”里没有同步包").format(name=paths[0].name))
        self.intake_changed.emit()
        if intake.receipts:
            self.taken.emit(len(intake.receipts))
        self.look()

    def _stopped(self) -> None:
        """Let everybody read again: packages that were done before Stop are in."""
        self._desk.hub.tell(Changes(frozenset(Topic)))
        self._desk.toast(_("已停下。正在收的那一个没有收入，之前收完的保留。"))

    # -- settling ----------

    def choose(self, card: CardFacts, option: Option) -> None:
        """Settle a conflict in one of the ways that its card offers."""
        if option.chosen is not None:
            self._choose(card, option, option.chosen)
            return
        work = partial(settle_deleted, self._workspace, card.conflict, keep=option.keeps)
        text = _("已保留 {title}") if option.keeps else _("已删除 {title}（Ctrl+Z 撤销）")
        self._settle(work, text.format(title=card.title))

    def _choose(self, card: CardFacts, option: Option, value: "ConflictValue") -> None:
        work = partial(settle_conflict, self._workspace, card.conflict, value)
        self._settle(work, _done(option.text, is_shown=option.is_shown))

    def write(self, card: CardFacts, text: str) -> None:
        """Settle a conflict with another value than those that there are."""
        work = partial(settle_conflict, self._workspace, card.conflict, text)
        self._settle(work, _done(text, is_shown=False))

    def split(self, card: CardFacts) -> None:
        """Make a record of each value of a conflict."""
        work = partial(split_conflict, self._workspace, card.conflict)
        self._settle(work, _("已各成一条记录（Ctrl+Z 撤销）"))

    def settle_by(self, preview: Preview) -> None:
        """Settle all that a rule covers, in one act."""
        count = len(preview.choices)
        work = partial(settle_many, self._workspace, preview.choices)
        changes = any(not value.is_shown for _conflict, value in preview.choices)
        said = _("已裁定 {count} 处（Ctrl+Z 撤销）") if changes else _("已裁定 {count} 处")
        self._settle(work, said.format(count=count))

    def preview(self, rule: ChoiceRule) -> Preview:
        """Say what a rule would settle."""
        return preview_of(rule, self.standing.inbox, self._workspace.now())

    def photos_of(self, card: CardFacts) -> Sequence[Photo]:
        """Give the photos beside a conflict."""
        conflict = card.conflict
        return photos_beside(self._workspace, conflict.table, conflict.row)

    def _settle(self, work: Any, said: str) -> None:
        self._desk.act(work, lambda _value: self._desk.toast(said), self.refused.emit)


def _done(text: str, *, is_shown: bool) -> str:
    """Say what was chosen; undo is named where it changes what is shown."""
    said = _("已采用“{value}”") if is_shown else _("已采用“{value}”（Ctrl+Z 撤销）")
    short = text if len(text) <= _SHORT else f"{text[:_SHORT]}…"
    return said.format(value=short)


def _taking_title(paths: Sequence[Path]) -> str:
    if len(paths) == 1:
        return _("正在收取 {name}").format(name=paths[0].name)
    return _("正在收取 {count} 个同步包").format(count=len(paths))
