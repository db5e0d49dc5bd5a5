"""Sending: reads what can be sent, says how large it is, writes it."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from inspector.core.errors import InspectorError
from inspector.core.progress import Progress
from inspector.operations.exchange import count_pending
from inspector.operations.organisation import list_devices
from inspector.operations.packing import Packed, pack_into, plan_package
from inspector.operations.projects import all_projects
from inspector.ui.kit.desk import Desk
from inspector.ui.kit.jobs import InMegabytes, Job
from inspector.ui.screens.sync.sending.model import (
    Named,
    Offer,
    Sum,
    Wish,
    file_lines,
    receivers_of,
    sum_of,
)
from inspector.words.language import _

if TYPE_CHECKING:
    from inspector.operations.workspace import Workspace


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """What was written where."""

    folder: Path
    lines: Sequence[str]


def gather_offer(workspace: "Workspace") -> Offer:
    """Read what can be sent to whom."""
    return Offer(
        receivers=receivers_of(list_devices(workspace)),
        projects=[Named(one.id, one.name) for one in all_projects(workspace)],
        unsent=count_pending(workspace).unsent,
    )


class SendBoard(QObject):
    """Reads for the page of sending and writes packages.

    Signals:
        offered(): who and what can be chosen was read anew.
        planned(): how large it would be is known, or being computed.
        written(): packages are written, or the last ones are no longer told of.
        refused(object): nothing was written (InspectorError).
    """

    offered = Signal()
    planned = Signal()
    written = Signal()
    refused = Signal(object)

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._workspace: Workspace = desk.workspace
        self._asked = 0
        self.offer = Offer()
        self.sum: Sum | None = None
        self.last: Written | None = None
        self.is_working = False

    def reread(self) -> None:
        """Read again what can be sent."""
        workspace = self._workspace

        def done(offer: Offer) -> None:
            self.offer = offer
            self.offered.emit()

        self._desk.jobs.acts.start(
            Job(
                work=lambda _progress: gather_offer(workspace),
                on_success=done,
                on_refusal=self._desk.ask.refuse,
                on_crash=self._desk.crashed,
            )
        )

    def plan(self, wish: Wish) -> None:
        """Compute how large it would be; the newest wish counts."""
        self._asked += 1
        number, workspace = self._asked, self._workspace
        self.sum = None
        self.planned.emit()

        def work(_progress: Progress) -> Sum | None:
            if number != self._asked:
                return None
            return sum_of([plan_package(workspace, order) for order in wish.orders()])

        def done(found: Sum | None) -> None:
            if number == self._asked:
                self.sum = found
                self.planned.emit()

        self._desk.jobs.long.start(
            Job(
                work=work,
                on_success=done,
                on_refusal=self.refused.emit,
                on_crash=self._desk.crashed,
            )
        )

    def send(self, wish: Wish, folder: Path) -> None:
        """Write the packages of a wish into a folder, under the strip with count and Stop."""
        workspace, told = self._workspace, list[object]()
        self.forget()
        self.is_working = True
        self.planned.emit()

        def work(progress: Progress) -> Sequence[Packed]:
            return pack_into(workspace, folder, wish.orders(), InMegabytes(progress))

        def done(made: Sequence[Packed]) -> None:
            told.append(made)
            self.last = Written(folder=folder, lines=file_lines(made))

        def refused(error: InspectorError) -> None:
            told.append(error)
            self.refused.emit(error)

        def crashed(error: BaseException) -> None:
            told.append(error)
            self._desk.crashed(error)

        def ended() -> None:
            self.is_working = False
            self.planned.emit()
            self.written.emit()
            if not told:
                self._desk.toast(_("已停下，没有写完的文件已删除，可以拔出 U 盘"))

        title = _("正在写入 {name}").format(name=folder.name or str(folder))
        self._desk.long_work(
            title,
            Job(work=work, on_success=done, on_refusal=refused, on_crash=crashed, on_end=ended),
        )

    def forget(self) -> None:
        """Tell no longer of what was written last."""
        self.last = None
        self.written.emit()
