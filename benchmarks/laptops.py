"""A laptop and an office that began with the same records, and the stick between them."""

import secrets
import shutil
from collections.abc import Iterable
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType
from typing import Self

from benchmarks.changes import INSERT, Statement, defect_rows
from inspector.core.exchange import Peer
from inspector.core.progress import Unwatched
from inspector.operations.packing import Packed, PackOrder, pack
from inspector.operations.projects import create_project
from inspector.operations.workspace import Workspace, create_workspace, open_workspace
from inspector.store.segments import Arrival
from inspector.sync.checking import checked_segment
from inspector.sync.opening import open_package
from inspector.sync.taking import Circumstances, take

_BATCH = 10_000


def clock() -> datetime:
    """Give the present moment."""
    return datetime.now(UTC).astimezone()


def make_base(folder: Path, count: int) -> str:
    """Write as many records through the journal, seal them, and name their project."""
    workspace = create_workspace(folder, folder.parent / "profile", clock, "测", "试")
    project = create_project(workspace, "BM", "测速").value.id
    rows = defect_rows(project, count, count)
    for _batch in range(0, count, _BATCH):
        with workspace.act() as writing:
            for row, _number in zip(rows, range(_BATCH), strict=False):
                writing.office.db.execute(INSERT, row)
        workspace.seal()
    workspace.close()
    return project


class Pair:
    """A laptop and an office opened on copies of one database; the laptop knows the office."""

    def __init__(self, base: Path, folder: Path) -> None:
        self._folder = folder
        shutil.rmtree(folder, ignore_errors=True)
        self.laptop = _copied(base, folder / "laptop")
        self.office = _copied(base, folder / "office")
        _acquaint(self.laptop, self.office)
        self._packed: Packed | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        _kind: type[BaseException] | None,
        _error: BaseException | None,
        _trace: TracebackType | None,
    ) -> None:
        self.laptop.close()
        self.office.close()
        shutil.rmtree(self._folder)

    @staticmethod
    def write(workspace: Workspace, statements: Iterable[Statement]) -> None:
        """Carry statements out under the triggers, in one act."""
        with workspace.act() as writing:
            for sql, values in statements:
                writing.office.db.execute(sql, values)

    @property
    def packed(self) -> Packed:
        """Give the stick."""
        if self._packed is None:
            message = "nothing is packed yet"
            raise RuntimeError(message)
        return self._packed

    def pack(self) -> None:
        """Seal and write the package that the office lacks."""
        order = PackOrder(receiver=self.office.key().public.hex())
        self._packed = pack(self.laptop, self._folder / "stick.ipkg", order)

    def take(self) -> None:
        """Open the package, check it and merge it; the safety copy before it is not in here."""
        with open_package(self.packed.paths[0], (), self._folder) as package:
            arrivals = [
                Arrival.of(
                    one.part.hash, one.part.signature, one.part.body, checked_segment(one.raw)
                )
                for one in package.segments()
            ]
            circumstances = Circumstances(
                at_ms=self.office.now_ms(),
                via=package.manifest.id,
                fresh=secrets.token_bytes(16),
            )
            take(self.office.turn, self.office.key(), arrivals, circumstances, Unwatched())

    def operations(self) -> int:
        """Count what is packed."""
        return self.packed.plan.operations

    def size(self) -> int:
        """Give the bytes of the stick."""
        return sum(path.stat().st_size for path in self.packed.paths)

    def conflicts(self) -> int:
        """Count the fields in dispute at the office."""
        with self.office.read() as office:
            return office.conflicts.count()


def _copied(base: Path, folder: Path) -> Workspace:
    """Open a copy of a workspace as another laptop with a key of its own."""
    shutil.copytree(base, folder)
    return open_workspace(folder, folder.parent / f"{folder.name}-profile", clock)


def _acquaint(laptop: Workspace, office: Workspace) -> None:
    """Let the laptop know what the office holds, as a stick from there would have told it."""
    office.seal()
    with office.read() as there:
        replica = there.journal.replica().hex()
        projects = there.segments.projects()
        held = {
            project: (there.segments.tips(project), there.segments.set_digest(project))
            for project in projects
        }
        stored = there.peers.named_blobs(projects)
    now = laptop.now_ms()
    with laptop.act() as writing:
        peers = writing.office.peers
        peers.see(
            Peer(
                replica=replica,
                key=office.key().public.hex(),
                name="区",
                made_at_ms=now,
                seen_at_ms=now,
                skew_ms=0,
            )
        )
        for project, (tips, digest) in held.items():
            peers.hold(replica, project, tips, digest)
        peers.store(replica, stored)
