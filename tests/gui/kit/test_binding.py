"""Canaries for the binding: some releases lose references (docs/adr/0003-views-in-code.md).

PySide6 6.12.0 on Python 3.11 drops a reference to None or True with every call and aborts.
"""

import subprocess
import sys

import pytest

_COUNTDOWN = """
from PySide6.QtCore import QCoreApplication, QObject, Signal
class Bell(QObject):
    rung = Signal(bool)
app = QCoreApplication([])
bell, heard = Bell(), []
bell.rung.connect(heard.append)
for _ in range(5000):
    bell.rung.emit(True)
assert len(heard) == 5000
"""

_SLOPE = """
import os, sys
os.environ["QT_QPA_PLATFORM"] = "offscreen"
from PySide6.QtWidgets import QApplication, QLabel
app = QApplication([])
label = QLabel()
def window():
    before = sys.getrefcount(None), sys.getrefcount(True)
    for number in range(2000):
        label.setText(str(number))
        label.setEnabled(True)
        label.isEnabled()
    return sys.getrefcount(None) - before[0], sys.getrefcount(True) - before[1]
window()
lost = window()
assert min(lost) > -100, lost
"""


@pytest.mark.parametrize("program", [_COUNTDOWN, _SLOPE], ids=["countdown", "slope"])
def test_the_binding_keeps_its_references(program):
    command = [sys.executable, "-c", program]
    done = subprocess.run(command, capture_output=True, text=True, check=False)  # noqa: S603
    assert done.returncode == 0, done.stderr[-800:]
