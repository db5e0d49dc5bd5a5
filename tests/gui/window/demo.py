"""A window over nothing, with rooms that only tests and eyes enter."""

import sys
import threading
from datetime import datetime
from pathlib import Path

from PySide6.QtWidgets import QVBoxLayout, QWidget

from inspector.core.changes import Topic
from inspector.operations.exchange import Pending
from inspector.ui.kit.actions import Action
from inspector.ui.kit.ask import Ask
from inspector.ui.kit.hub import Hub
from inspector.ui.kit.jobs import Jobs
from inspector.ui.kit.preferences import Preferences
from inspector.ui.kit.screen import Choice, Crumb, Screen
from inspector.ui.kit.widgets.fields import line_edit
from inspector.ui.window.frame import MainWindow
from inspector.ui.window.spec import Frame, Hit, ScreenSpec


class Room(Screen):
    """A room that counts how often it read."""

    reads = frozenset({Topic.DEFECTS})

    def __init__(self, desk, content: QWidget | None = None):
        super().__init__(desk)
        self.readings = 0
        self.targets = []
        self.acted = []
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        self.editor = line_edit()
        self.editor.setAccessibleName("字段")
        column.addWidget(content or self.editor)
        self.set_crumbs(
            Crumb("景芳二区", slot=lambda: self.acted.append("景芳二区")),
            Crumb(
                "11-22 联合查验",
                choices=[
                    Choice("11-22 联合查验", lambda: None, is_current=True),
                    Choice("11-19 巡查", lambda: self.acted.append("11-19")),
                ],
            ),
        )
        self.set_actions(
            Action(id="demo.pass", text="合格", shortcut="1", slot=lambda: self.acted.append("1")),
            Action(
                id="demo.next",
                text="下一未查项",
                shortcut="Return",
                slot=lambda: self.acted.append("next"),
            ),
        )

    def reread(self):
        self.readings += 1
        self.badge_changed.emit(self.readings)

    def go_to(self, **target):
        self.targets.append(target)


ROOMS = [
    ("projects", "home", "项目"),
    ("inspect", "clipboard-check", "检查"),
    ("defects", "alert", "问题"),
    ("photos", "camera", "照片"),
    ("acceptance", "pen", "验收"),
    ("archive", "archive", "归档"),
    ("sync", "refresh", "同步"),
]


class Parts:
    """What the demo's frame is made of, and what happened to it."""

    def __init__(self, folder: Path, ask: Ask, factory=Room):
        self.done: list[object] = []
        self.threads: list[str] = []
        self.pending = Pending(unsent=0, conflicts=0, set_aside=0)
        self.jobs = Jobs()
        self.hub = Hub()
        self.preferences = Preferences(folder)
        screens = [ScreenSpec(key=k, icon=i, title=t, factory=factory) for k, i, t in ROOMS]
        screens.append(
            ScreenSpec(key="settings", icon="gear", title="设置", factory=Room, in_rail=False)
        )
        self.frame = Frame(
            title="景芳二区",
            screens=screens,
            workspace=None,
            jobs=self.jobs,
            hub=self.hub,
            ask=ask,
            preferences=self.preferences,
            find=self.find,
            undo=lambda: self.done.append("undo"),
            redo=lambda: self.done.append("redo"),
            remember=self.done.append,
            person=lambda: "李工",
            change_person=lambda: self.done.append("person"),
            pending=lambda: self.pending,
            now=lambda: datetime(2026, 11, 22, 14, 32),  # noqa: DTZ001 - a clock on the wall
            crashed=self.done.append,
            profile=folder,
        )

    def find(self, text):
        self.threads.append(threading.current_thread().name)
        if "平整" not in text and text != "rd":
            return []
        return [
            Hit(
                kind="检查项",
                title="RD-006 沥青路面平整度",
                detail="小区道路",
                screen="inspect",
                target={"item": "RD-006"},
            ),
            Hit(
                kind="问题",
                title="JF2-12-K7-0043 疏散楼梯净宽 1.02 m，小于 1.10 m",
                detail="12幢 二单元 3层 · 整改中",
                screen="defects",
                target={"defect": "43"},
            ),
            Hit(kind="人员", title="李工", detail="监理单位", screen="projects"),
        ]


def main(out: str, mode: str, size: str, what: str = "") -> None:  # noqa: PLR0915 - a script
    import tempfile

    from PySide6.QtCore import QSize
    from PySide6.QtWidgets import QApplication

    from inspector.core.changes import Changes
    from inspector.ui.kit.style.look import Look
    from inspector.ui.kit.touch import scrolled
    from tests.gui.kit.gallery import inspect_like, parts

    app = QApplication(sys.argv[:1])
    Look(app, Path(__file__).parents[3] / "resources")
    content = (lambda: scrolled(parts(), "零件")) if what == "parts" else inspect_like
    demo = Parts(Path(tempfile.mkdtemp()), Ask(str), lambda desk: Room(desk, content()))
    demo.preferences.change(mode=mode, last_screen="inspect")
    window = MainWindow(demo.frame)
    window.start()
    window.resize(QSize(*map(int, size.split("x"))))
    window.rail.set_waiting("defects", 12)
    window.rail.set_waiting("photos", 108)
    demo.hub.tell(Changes.of(Topic.VISITS))
    window.header.show_waiting(18)
    window.activateWindow()
    app.processEvents()
    if what == "search":
        window.open_search()
        window.search.editor.setText("平整")
        window.search._found(("平整", demo.find("平整")))
        window.search._asked = "平整"
        window.search._show(demo.find("平整"))
    if what == "work":
        window.strip.begin("正在生成联合竣工验收报告")
        window.strip.report(120, 600)
        window.strip.show()
        window.toast.say("已删除照片 IMG_0042.jpg", "撤销", lambda: None)
    if what == "menu":
        window._open_menu()
    if what == "keys":
        window.open_keys()
    for _round in range(5):
        app.processEvents()
    if what in {"menu", "keys"}:
        tops = [w for w in app.topLevelWidgets() if w.isVisible() and w is not window]
        tops[0].grab().save(out)
        tops[0].close()
    else:
        window.grab().save(out)
    window.close()


if __name__ == "__main__":
    main(*sys.argv[1:])
