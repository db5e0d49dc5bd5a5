"""Previews on their way from the maker's threads to the screen, those in sight first."""

from collections import OrderedDict
from collections.abc import Callable, Collection
from contextlib import suppress
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QElapsedTimer, QObject, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QImage, QImageReader, QPixmap

if TYPE_CHECKING:
    from concurrent.futures import Future

Request = Callable[[str], "Future[Any]"]
_TURN_MS = 8  # of a frame, so that scrolling stays smooth while ready ones are read


class Pictures(QObject):
    """Gives pictures that are ready, and asks for those that are not.

    It keeps so many, each scaled down to at most `most_px` a side where that is given.

    Signals:
        ready(str): the picture of this hash is here now, or will never be.
    """

    ready = Signal(str)
    _arrived = Signal(str, object)

    def __init__(
        self, request: Request, kept: int, parent: QObject | None = None, *, most_px: int = 0
    ) -> None:
        super().__init__(parent)
        self._request = request
        self._most = kept
        self._most_px = most_px
        self._shown: OrderedDict[str, QPixmap | None] = OrderedDict()
        self._queue: list[str] = []
        self._waiting: dict[str, Future[Any]] = {}
        self._arrived.connect(self._keep, Qt.ConnectionType.QueuedConnection)
        self._turn = QTimer(self)
        self._turn.setSingleShot(True)
        self._turn.setInterval(0)
        self._turn.timeout.connect(self._ask)

    def picture(self, sha256: str) -> QPixmap | None:
        """Give the picture, or nothing yet: then `ready` tells when."""
        if sha256 in self._shown:
            self._shown.move_to_end(sha256)
            return self._shown[sha256]
        if sha256 not in self._waiting and sha256 not in self._queue:
            self._queue.append(sha256)
            self._turn.start()
        return None

    def is_broken(self, sha256: str) -> bool:
        """Tell whether there is no picture of it and will be none."""
        return sha256 in self._shown and self._shown[sha256] is None

    def only(self, in_sight: Collection[str]) -> None:
        """Drop what was asked for and is out of sight by now."""
        self._queue = [sha256 for sha256 in self._queue if sha256 in in_sight]
        for sha256 in [one for one in self._waiting if one not in in_sight]:
            if self._waiting[sha256].cancel():
                del self._waiting[sha256]

    def forget_broken(self) -> None:
        """Try again what could not be shown: an original may have come back."""
        for sha256 in [one for one, picture in self._shown.items() if picture is None]:
            del self._shown[sha256]

    def is_idle(self) -> bool:
        """Tell whether nothing is awaited."""
        return not self._queue and not self._waiting

    def _ask(self) -> None:
        spent = QElapsedTimer()
        spent.start()
        while self._queue and spent.elapsed() < _TURN_MS:
            sha256 = self._queue.pop(0)
            future = self._waiting[sha256] = self._request(sha256)
            carry = partial(_deliver, self._arrived.emit, sha256, self._most_px)
            future.add_done_callback(carry)
        if self._queue:
            self._turn.start()

    def _keep(self, sha256: str, image: QImage | None) -> None:
        self._waiting.pop(sha256, None)
        self._shown[sha256] = None if image is None else QPixmap.fromImage(image)
        if len(self._shown) > self._most:
            self._shown.popitem(last=False)
        self.ready.emit(sha256)


def _deliver(
    emit: Callable[[str, object], None], sha256: str, most_px: int, future: "Future[Any]"
) -> None:
    """Decode on the maker's thread; the screen may be gone when it is done."""
    if future.cancelled():
        return
    failed = future.exception() is not None or future.result().path is None
    image = None if failed else _read(str(future.result().path), most_px)
    with suppress(RuntimeError):
        emit(sha256, image)


def _read(path: str, most_px: int) -> QImage | None:
    reader = QImageReader(path)
    size = reader.size()
    if most_px and max(size.width(), size.height()) > most_px:
        box = QSize(most_px, most_px)
        reader.setScaledSize(size.scaled(box, Qt.AspectRatioMode.KeepAspectRatio))
    image = reader.read()
    return None if image.isNull() else image
