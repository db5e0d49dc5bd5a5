"""A process that does what a hostile file may turn against us: it hangs or dies alone."""

import logging
import multiprocessing
import signal
import threading
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from types import TracebackType
from typing import TYPE_CHECKING, Any, Self

if TYPE_CHECKING:
    from multiprocessing.connection import Connection
    from multiprocessing.context import SpawnProcess

_log = logging.getLogger(__name__)

Answer = Callable[[Any], object]
"""What a worker does with a request; it must be importable by name."""

Prepare = Callable[[], None]
"""What a worker does once before its first request: import what is slow to import."""

_JOIN_S = 5.0
_START_S = 30.0  # a slow machine's start must not count against the first photo
_READY = "ready"


@dataclass(frozen=True, slots=True)
class Limits:
    """How long an answer may take, and how much memory it may ask for."""

    deadline_s: float
    memory_bytes: int


class WorkerLostError(Exception):
    """The worker gave no answer: it was too slow, it died, or it raised."""


class Worker:
    """A spawned process that answers one request at a time, started when first asked.

    Spawned, not forked: a fork of a process with threads may hang, and Windows knows none.
    """

    def __init__(self, answer: Answer, limits: Limits, prepare: Prepare | None = None) -> None:
        self._answer = answer
        self._prepare = prepare
        self._limits = limits
        self._turn = threading.Lock()
        self._process: SpawnProcess | None = None
        self._line: Connection[Any, Any] | None = None
        self._closed = False

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def ask(self, request: object) -> Any:
        """Give the worker's answer, or raise WorkerLostError and start afresh next time."""
        with self._turn:
            done, answer = self._exchange(request)
        if not done:
            raise WorkerLostError(answer)
        return answer

    def _exchange(self, request: object) -> tuple[bool, Any]:
        try:
            line = self._ready_line()
            line.send(request)
            if line.poll(self._limits.deadline_s):
                done, answer = line.recv()
                return bool(done), answer
        except (EOFError, OSError) as error:
            self._stop()
            raise WorkerLostError("died") from error
        self._stop()
        raise WorkerLostError("deadline")

    def close(self) -> None:
        """End the process, in the middle of its work if need be."""
        self._closed = True
        process = self._process
        if process is not None and self._turn.locked():
            with suppress(ValueError):  # ended by the other thread in this moment
                process.kill()
        with self._turn:
            self._stop()

    def _ready_line(self) -> "Connection[Any, Any]":
        if self._closed:
            raise WorkerLostError("closed")
        if self._line is None or self._process is None or not self._process.is_alive():
            self._stop()
            self._line = self._start()
            self._await_ready(self._line)
        return self._line

    def _await_ready(self, line: "Connection[Any, Any]") -> None:
        """Wait for the start; one that fails is our fault and must not be laid on a photo."""
        try:
            if line.poll(_START_S) and line.recv() == _READY:
                return
        except (EOFError, OSError) as error:
            if self._closed:
                raise WorkerLostError("closed") from error
        self._stop()
        raise RuntimeError(self._answer.__name__)

    def _start(self) -> "Connection[Any, Any]":
        context = multiprocessing.get_context("spawn")
        ours, theirs = context.Pipe()
        process = context.Process(
            target=_serve,
            args=(theirs, self._answer, self._limits.memory_bytes, self._prepare),
            daemon=True,
        )
        process.start()
        self._process = process  # only now: `close` on another thread may kill what it finds
        theirs.close()
        _log.debug("worker %s started for %s", process.pid, self._answer.__name__)
        return ours

    def _stop(self) -> None:
        if self._line is not None:
            self._line.close()
            self._line = None
        if self._process is not None:
            self._process.kill()
            self._process.join(_JOIN_S)
            self._process.close()
            self._process = None


def _serve(
    line: "Connection[Any, Any]", answer: Answer, memory_bytes: int, prepare: Prepare | None
) -> None:
    """Answer requests until the other end is gone."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    logging.disable(logging.CRITICAL)
    _limit_memory(memory_bytes)
    if prepare is not None:
        prepare()
    with suppress(EOFError, OSError):
        line.send(_READY)
        while True:
            line.send(_answered(answer, line.recv()))


def _answered(answer: Answer, request: object) -> tuple[bool, object]:
    try:
        return True, answer(request)
    except Exception as error:  # noqa: BLE001 - whatever a file provokes must not end the worker
        return False, type(error).__name__


def _limit_memory(memory_bytes: int) -> None:
    try:
        import resource
    except ImportError:  # Windows has no such limit; the deadline still holds
        return
    with suppress(ValueError, OSError):
        resource.setrlimit(resource.RLIMIT_AS, (memory_bytes, memory_bytes))
