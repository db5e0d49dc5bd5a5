"""Previews on their way from the maker's threads to the screen."""

from collections import OrderedDict
from collections.abc import Callable
from contextlib import suppress
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QSize, Qt, Signal
from PySide6.QtGui import QImage, QImageReader, QPixmap

if TYPE_CHECKING:
    from concurrent.futures import Future

Request = Callable[[str], "Future[Any]"]
_KEPT = 24
_MOST_PX = 1100  # half a wide screen at 200 %


class Pictures(QObject):
    """Gives pictures that are ready, and asks for those that are not.

    Signals:
        ready(str): the picture of this hash is here now, or will never be.
    """

    ready = Signal(str)
    _arrived = Signal(str, object)

    def __init__(self, request: Request, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._request = request
        self._shown: OrderedDict[str, QPixmap | None] = OrderedDict()
        self._waiting: set[str] = set()
        self._arrived.connect(self._keep, Qt.ConnectionType.QueuedConnection)

    def picture(self, sha256: str) -> QPixmap | None:
        """Give the picture, or nothing yet: then `ready` tells when."""
        if sha256 in self._shown:
            self._shown.move_to_end(sha256)
            return self._shown[sha256]
        if sha256 not in self._waiting:
            self._waiting.add(sha256)
            self._request(sha256).add_done_callback(partial(_deliver, self._arrived.emit, sha256))
        return None

    def is_broken(self, sha256: str) -> bool:
        """Tell whether there is no picture of it and will be none."""
        return sha256 in self._shown and self._shown[sha256] is None

    def forget_broken(self) -> None:
        """Try again what could not be shown: an original may have come back."""
        for sha256 in [one for one, picture in self._shown.items() if picture is None]:
            del self._shown[sha256]

    def _keep(self, sha256: str, image: QImage | None) -> None:
        self._waiting.discard(sha256)
        self._shown[sha256] = None if image is None else QPixmap.fromImage(image)
        if len(self._shown) > _KEPT:
            self._shown.popitem(last=False)
        self.ready.emit(sha256)


def _deliver(emit: Callable[[str, object], None], sha256: str, future: "Future[Any]") -> None:
    """Decode on the maker's thread; the screen may be gone when it is done."""
    if future.cancelled():
        return
    failed = future.exception() is not None or future.result().path is None
    image = None if failed else _read(str(future.result().path))
    with suppress(RuntimeError):
        emit(sha256, image)


def _read(path: str) -> QImage | None:
    reader = QImageReader(path)
    size = reader.size()
    if max(size.width(), size.height()) > _MOST_PX:
        box = QSize(_MOST_PX, _MOST_PX)
        reader.setScaledSize(size.scaled(box, Qt.AspectRatioMode.KeepAspectRatio))
    image = reader.read()
    return None if image.isNull() else image
