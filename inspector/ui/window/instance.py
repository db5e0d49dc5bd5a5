"""One window per workspace: a second start raises the first."""

import hashlib
from pathlib import Path

from PySide6.QtCore import QObject, Qt
from PySide6.QtNetwork import QLocalServer, QLocalSocket
from PySide6.QtWidgets import QMainWindow

_WAIT_MS = 400


class SingleInstance(QObject):
    """Listens for a second start on the same folder; the file lock alone decides who writes."""

    def __init__(self, folder: Path) -> None:
        super().__init__()
        digest = hashlib.sha256(str(folder.resolve()).encode()).hexdigest()
        self._name = f"inspector-{digest[:24]}"
        self._server = QLocalServer(self)
        self._window: QMainWindow | None = None

    def raise_other(self) -> bool:
        """Ask a window that is open on this folder to come forward; tell whether there is one."""
        socket = QLocalSocket()
        socket.connectToServer(self._name)
        found = socket.waitForConnected(_WAIT_MS)
        socket.abort()
        return found

    def listen(self, window: QMainWindow) -> None:
        """Come forward when another start asks."""
        self._window = window
        QLocalServer.removeServer(self._name)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._come_forward)
        self._server.listen(self._name)

    def close(self) -> None:
        """Stop listening."""
        self._server.close()

    def _come_forward(self) -> None:
        connection = self._server.nextPendingConnection()
        if connection is not None:
            connection.disconnected.connect(connection.deleteLater)
            connection.disconnectFromServer()
        if self._window is not None:
            state = self._window.windowState() & ~Qt.WindowState.WindowMinimized
            self._window.setWindowState(state | Qt.WindowState.WindowActive)
            self._window.show()
            self._window.raise_()
            self._window.activateWindow()
