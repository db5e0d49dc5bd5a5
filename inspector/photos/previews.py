"""Thumbnails and previews: made in the background, cached, and safe to delete at any time."""

import itertools
import logging
import queue
import threading
from collections.abc import Sequence
from concurrent.futures import Future
from dataclasses import dataclass, field
from enum import IntEnum
from pathlib import Path
from types import TracebackType
from typing import Self

from inspector.core.errors import InspectorError, Problem
from inspector.core.progress import Progress, Unwatched, tracked
from inspector.photos import preview_worker
from inspector.photos.formats import JPEG
from inspector.photos.intake import find_original
from inspector.photos.orders import Order, PreviewKind, Trouble
from inspector.photos.worker import Limits, Worker, WorkerLostError

_log = logging.getLogger(__name__)

_LIMITS = Limits(deadline_s=60.0, memory_bytes=4 << 30)
_WORKERS = 2
_TOGETHER = (PreviewKind.SCREEN, PreviewKind.PRINT)
_ENDINGS = {
    PreviewKind.THUMBNAIL: "thumb.jpg",
    PreviewKind.SCREEN: "screen.jpg",
    PreviewKind.PRINT: "print.jpg",
}
_LASTING = frozenset({Trouble.UNDECODABLE, Trouble.TOO_LARGE, Trouble.TOO_SLOW})


class Urgency(IntEnum):
    """What is made first: what a person waits for, then what is in sight, then the rest."""

    NOW = 0
    IN_SIGHT = 1
    LATER = 2


@dataclass(frozen=True, slots=True)
class Preview:
    """A small picture, or why there is none; with `CUT_SHORT` there is a part of one."""

    sha256: str
    kind: PreviewKind
    path: Path | None = None
    trouble: Trouble | None = None


@dataclass(order=True, slots=True)
class _Job:
    urgency: int
    turn: int
    sha256: str = field(compare=False)
    kind: PreviewKind = field(compare=False)
    done: "Future[Preview]" = field(compare=False)


def preview_path(workspace_folder: Path, sha256: str, kind: PreviewKind) -> Path:
    """Tell where a preview lies in the cache; whether it is there is another question."""
    name = f"{sha256[2:]}.{_ENDINGS[kind]}"
    return workspace_folder / "cache" / "previews" / sha256[:2] / name


class PreviewMaker:
    """Makes previews in two spawned processes; a hostile photo can hang or kill only those.

    Threads and processes start with the first order and end with the context. Callbacks of the
    futures run on the maker's threads: a window must carry them home by its own means.
    """

    def __init__(
        self, workspace_folder: Path, *, workers: int = _WORKERS, limits: Limits = _LIMITS
    ) -> None:
        self._folder = workspace_folder
        self._wanted = workers
        self._limits = limits
        self._jobs: queue.PriorityQueue[_Job] = queue.PriorityQueue()
        self._turns = itertools.count()
        self._threads: list[threading.Thread] = []
        self._processes: list[Worker] = []
        self._hopeless: dict[str, Trouble] = {}
        self._gate = threading.Lock()
        self._closed = threading.Event()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def ready(self, sha256: str, kind: PreviewKind) -> Path | None:
        """Give the preview if it is in the cache; costs one look at the disk."""
        path = preview_path(self._folder, sha256, kind)
        return path if path.is_file() else None

    def submit(
        self, sha256: str, kind: PreviewKind, urgency: Urgency = Urgency.LATER
    ) -> "Future[Preview]":
        """Ask for a preview; the future never raises a photo's fault, it tells it."""
        done: Future[Preview] = Future()
        found = self.ready(sha256, kind)
        if found is not None:
            done.set_result(Preview(sha256, kind, found))
            return done
        with self._gate:
            if self._closed.is_set():
                done.cancel()
                return done
            self._start()
            self._jobs.put(_Job(urgency, next(self._turns), sha256, kind, done))
        return done

    def preview(self, sha256: str, kind: PreviewKind) -> Path:
        """Give a preview now, making it if need be, or raise what stands against it."""
        made = self.submit(sha256, kind, Urgency.NOW).result()
        if made.path is None:
            raise _refusal(made)
        return made.path

    def print_preview(self, sha256: str) -> Path:
        """Give the picture that a report prints."""
        return self.preview(sha256, PreviewKind.PRINT)

    def ensure(
        self, photos: Sequence[str], kind: PreviewKind, progress: Progress | None = None
    ) -> dict[str, Preview]:
        """Make many previews with all workers; a photo that has none says why."""
        waiting = [self.submit(sha256, kind, Urgency.NOW) for sha256 in photos]
        try:
            watched = tracked(waiting, len(waiting), progress or Unwatched())
            made = [future.result() for future in watched]
        except BaseException:
            for future in waiting:
                future.cancel()
            raise
        return {preview.sha256: preview for preview in made}

    def close(self) -> None:
        """Stop: waiting orders are cancelled, running ones ended in the middle."""
        with self._gate:
            self._closed.set()
            threads, self._threads = self._threads, []
        for process in self._processes:
            process.close()
        for _thread in threads:
            self._jobs.put(_Job(-1, -1, "", PreviewKind.THUMBNAIL, Future()))
        for thread in threads:
            thread.join()
        self._cancel_waiting()

    def _cancel_waiting(self) -> None:
        while not self._jobs.empty():
            self._jobs.get_nowait().done.cancel()

    def _start(self) -> None:
        if self._threads:
            return
        for number in range(self._wanted):
            process = Worker(preview_worker.fulfil, self._limits, prepare=preview_worker.prepare)
            name = f"previews-{number}"
            thread = threading.Thread(target=self._work, args=(process,), name=name, daemon=True)
            self._processes.append(process)
            self._threads.append(thread)
            thread.start()

    def _work(self, process: Worker) -> None:
        with process:
            while not self._closed.is_set():
                job = self._jobs.get()
                if self._closed.is_set():
                    job.done.cancel()
                elif job.done.set_running_or_notify_cancel():
                    self._settle(process, job)

    def _settle(self, process: Worker, job: _Job) -> None:
        """Answer the future in any case: somebody may be waiting for it."""
        try:
            made = self._made(process, job)
        except Exception as error:  # noqa: BLE001 - handed on to whoever waits
            _log.exception("preview of %s", job.sha256)
            job.done.set_exception(error)
        else:
            job.done.set_result(made)

    def _made(self, process: Worker, job: _Job) -> Preview:
        path = preview_path(self._folder, job.sha256, job.kind)
        trouble = None if path.is_file() else self._hopeless.get(job.sha256)
        if trouble is None and not path.is_file():
            trouble = self._fulfilled(process, job)
            if trouble in _LASTING:
                self._hopeless[job.sha256] = trouble
        return Preview(job.sha256, job.kind, path if path.is_file() else None, trouble)

    def _fulfilled(self, process: Worker, job: _Job) -> Trouble | None:
        try:
            original = find_original(self._folder, job.sha256)
            answer = process.ask(Order(original, self._targets(job, original)))
        except InspectorError:
            return Trouble.MISSING
        except WorkerLostError as error:
            _log.info("no preview of %s: %s", job.sha256, error)
            return Trouble.TOO_SLOW if str(error) == "deadline" else Trouble.UNDECODABLE
        return Trouble(answer) if answer else None

    def _targets(self, job: _Job, original: Path) -> dict[PreviewKind, Path]:
        """Add what the same decoding gives for nothing: only a JPEG's thumbnail is apart."""
        kinds = {job.kind, *_TOGETHER}
        if original.suffix == f".{JPEG.ending}":
            kinds = {job.kind} if job.kind is PreviewKind.THUMBNAIL else kinds
        else:
            kinds = set(PreviewKind)
        return {
            kind: preview_path(self._folder, job.sha256, kind)
            for kind in PreviewKind
            if kind in kinds and not self.ready(job.sha256, kind)
        }


def _refusal(made: Preview) -> InspectorError:
    if made.trouble is Trouble.DISK_FULL:
        return InspectorError(Problem.DISK_FULL, file=made.sha256, folder="cache")
    if made.trouble is Trouble.MISSING:
        return InspectorError(Problem.PHOTO_LOST, file=made.sha256)
    return InspectorError(
        Problem.PHOTO_UNDECODABLE, file=made.sha256, reason=str(made.trouble or "")
    )
