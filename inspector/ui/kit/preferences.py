"""The settings in use, changed at run time and written down at once."""

from dataclasses import replace
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Signal

from inspector.settings import Settings, load_settings, save_settings


class Preferences(QObject):
    """The person's settings on this computer.

    Signals:
        changed(Settings): they are others now.
    """

    changed = Signal(object)

    def __init__(self, folder: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._folder = folder
        self.value: Settings = load_settings(folder)

    def change(self, **fields: Any) -> None:
        """Take other values and keep them."""
        self.put(replace(self.value, **fields))

    def put(self, settings: Settings) -> None:
        """Take other settings and keep them."""
        if settings != self.value:
            self.value = settings
            save_settings(self._folder, settings)
            self.changed.emit(settings)
