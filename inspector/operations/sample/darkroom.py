"""Draw the story's pictures into a folder, two at a time, while the story goes on.

Its own module, so that the processes that draw need not load the rest of the program.
"""

import multiprocessing
from collections.abc import Iterable, Mapping
from concurrent.futures import Future, ProcessPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Self

from inspector.photos.sample.exif import Shot
from inspector.photos.scenes import SceneKind, draw_scene

_WORKERS = 2
_FEW = 24


@dataclass(frozen=True, slots=True, kw_only=True)
class DrawOrder:
    """One picture to be drawn into a file."""

    path: Path
    scene: SceneKind
    seed: int
    shot: Shot
    after: bool
    thumbnail: bool
    size: tuple[int, int]


def draw(order: DrawOrder) -> Path:
    """Draw one picture into its file."""
    data = draw_scene(
        order.scene,
        order.seed,
        shot=order.shot,
        after=order.after,
        thumbnail=order.thumbnail,
        size=order.size,
    )
    order.path.write_bytes(data)
    return order.path


class Darkroom:
    """Draws pictures in the order in which the story needs them; few are drawn at once, here."""

    def __init__(self, orders: Iterable[DrawOrder]) -> None:
        self._orders = list(orders)
        self._pool: ProcessPoolExecutor | None = None
        self._waiting: Mapping[Path, Future[Path]] = {}

    def __enter__(self) -> Self:
        if len(self._orders) > _FEW:
            context = multiprocessing.get_context("spawn")
            self._pool = ProcessPoolExecutor(_WORKERS, mp_context=context)
            pool = self._pool
            self._waiting = {order.path: pool.submit(draw, order) for order in self._orders}
        else:
            for order in self._orders:
                draw(order)
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if self._pool is not None:
            self._pool.shutdown(cancel_futures=kind is not None)

    def wait_for(self, path: Path) -> None:
        """Wait until a picture is drawn."""
        if path in self._waiting:
            self._waiting[path].result()
