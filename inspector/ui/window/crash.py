"""When the program itself is at fault: write a report, say so plainly, go on or close."""

import faulthandler
import logging
import platform
import sys
import threading
import traceback
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from types import TracebackType
from typing import TextIO

from PySide6.QtCore import (
    QMessageLogContext,
    QObject,
    Qt,
    QtMsgType,
    Signal,
    Slot,
    qInstallMessageHandler,
    qVersion,
)
from PySide6.QtWidgets import QApplication, QMessageBox

from inspector import __version__
from inspector.words.language import _

_log = logging.getLogger(__name__)
_qt_log = logging.getLogger("qt")

FAULT_FILE = "fault.txt"
_LEVELS = {
    QtMsgType.QtDebugMsg: logging.DEBUG,
    QtMsgType.QtInfoMsg: logging.INFO,
    QtMsgType.QtWarningMsg: logging.WARNING,
    QtMsgType.QtCriticalMsg: logging.ERROR,
    QtMsgType.QtFatalMsg: logging.CRITICAL,
}
# Said by Qt on many machines, and of no use to anybody.
_HARMLESS = ("This plugin does not support propagateSizeHints",)


class CrashReporter(QObject):
    """Hears of our faults wherever they happen.

    Signals:
        reported(Path): a report was written.
    """

    reported = Signal(object)
    _came = Signal(object)

    def __init__(
        self, folder: Path, now: Callable[[], datetime], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._folder = folder
        self._now = now
        self._fault_file: TextIO | None = None
        self._box: QMessageBox | None = None
        self._came.connect(self._show, Qt.ConnectionType.QueuedConnection)

    def install(self) -> Path | None:
        """Take over all hooks; give the report of a crash that ended the last run, if any."""
        self._folder.mkdir(parents=True, exist_ok=True)
        left_over = self._keep_last_fault()
        self._fault_file = (self._folder / FAULT_FILE).open("w", encoding="utf-8")
        faulthandler.enable(self._fault_file)
        sys.excepthook = self._hook
        threading.excepthook = self._thread_hook
        qInstallMessageHandler(hear_qt)
        return left_over

    def uninstall(self) -> None:
        """Give the hooks back."""
        sys.excepthook = sys.__excepthook__
        threading.excepthook = threading.__excepthook__
        qInstallMessageHandler(None)
        faulthandler.disable()
        if self._fault_file is not None:
            path = Path(self._fault_file.name)
            self._fault_file.close()
            self._fault_file = None
            if path.is_file() and path.stat().st_size == 0:
                path.unlink()

    def report(self, error: BaseException) -> None:
        """Write a report of a fault and tell the person; safe from any thread."""
        _log.error("fault", exc_info=error)
        path = self._write(error)
        self._came.emit(path)

    @Slot(object)
    def _show(self, path: Path | None) -> None:
        self.reported.emit(path)
        if self._box is not None:
            return  # one is enough
        box = self._box = QMessageBox(QApplication.activeWindow())
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.setObjectName("crash")
        box.setIcon(QMessageBox.Icon.Warning)
        box.setWindowTitle(_("程序出了意外"))
        box.setText(_("刚才的操作没有完成，这是程序的错误。"))
        box.setInformativeText(_told(path))
        on = box.addButton(_("继续使用"), QMessageBox.ButtonRole.AcceptRole)
        close = box.addButton(_("关闭程序"), QMessageBox.ButtonRole.DestructiveRole)
        box.setDefaultButton(on)
        box.setEscapeButton(on)
        close.clicked.connect(_close_all)
        box.finished.connect(self._forget_box)
        box.open()

    def _forget_box(self) -> None:
        self._box = None

    def _hook(
        self, _kind: type[BaseException], error: BaseException, _trace: TracebackType | None
    ) -> None:
        if isinstance(error, KeyboardInterrupt):
            QApplication.quit()
            return
        self.report(error)

    def _thread_hook(self, args: threading.ExceptHookArgs) -> None:
        if args.exc_value is not None:
            self.report(args.exc_value)

    def _write(self, error: BaseException) -> Path | None:
        at = self._now()
        path = self._folder / f"report-{at:%Y%m%d-%H%M%S}.txt"
        lines = [
            f"Inspector {__version__}  {at.isoformat()}",
            f"Python {platform.python_version()}  Qt {qVersion()}  {platform.platform()}",
            "",
            *traceback.format_exception(error),
        ]
        try:
            path.write_text("\n".join(lines), encoding="utf-8")
        except OSError:
            _log.exception("no report could be written")
            return None
        return path

    def _keep_last_fault(self) -> Path | None:
        fault = self._folder / FAULT_FILE
        if not fault.is_file() or fault.stat().st_size == 0:
            return None
        return fault.replace(self._folder / f"fault-{self._now():%Y%m%d-%H%M%S}.txt")


def hear_qt(kind: QtMsgType, _context: QMessageLogContext, message: str) -> None:
    """Put what Qt says into our log."""
    if not message.startswith(_HARMLESS):
        _qt_log.log(_LEVELS.get(kind, logging.WARNING), "%s", message)


def _told(path: Path | None) -> str:
    kept = _("此前记录的内容都已存好，没有丢失。")
    if path is None:
        return kept
    where = _("情况已写入：\n{path}\n请把这个文件发给维护人员。").format(path=path)
    return f"{kept}\n\n{where}"


def _close_all() -> None:
    QApplication.closeAllWindows()
