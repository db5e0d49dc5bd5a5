"""`selftest`: try every library that travels with the program."""

import importlib
import os
from argparse import Namespace

from inspector.cli.parsing import Parser
from inspector.cli.session import Session
from inspector.cli.telling import Told, table
from inspector.folders import fonts, resources
from inspector.operations.selftest import Trial, try_everything
from inspector.words.language import _


def declare(parser: Parser) -> None:
    """Declare the command."""
    parser.runs(try_all)


def try_all(_session: Session, _given: Namespace) -> Told:
    """Try every part, Qt last."""
    trials = [*try_everything(), try_window()]
    rows = ((one.part, _("正常") if one.works else _("不能用"), one.detail) for one in trials)
    data = {"ok": all(one.works for one in trials), "parts": trials}
    lines = table((_("部件"), _("结果"), _("说明")), rows)
    return Told(data=data, lines=lines, done=all(one.works for one in trials))


def try_window() -> Trial:
    """Try Qt without a screen; where it is not installed, the command line works all the same.

    It is imported by name: nothing of the command line may lean on Qt.
    """
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    try:
        core = importlib.import_module("PySide6.QtCore")
        gui = importlib.import_module("PySide6.QtGui")
        widgets = importlib.import_module("PySide6.QtWidgets")
        importlib.import_module("PySide6.QtSvg")
    except ImportError as error:
        absent = isinstance(error, ModuleNotFoundError)
        return Trial(part="window", works=absent, detail=_("没有安装") if absent else str(error))
    app = widgets.QApplication.instance() or widgets.QApplication(["inspector"])
    font = gui.QFontDatabase.addApplicationFont(str(fonts() / "NotoSansSC-Regular.ttf"))
    icon = gui.QIcon(str(resources() / "icons" / "check.svg")).pixmap(32, 32)
    label = widgets.QLabel("㛃𠮷")
    picture = label.grab()
    well = font >= 0 and not icon.isNull() and not picture.isNull()
    label.deleteLater()
    app.processEvents()
    return Trial(part="window", works=well, detail=f"Qt {core.qVersion()}")
