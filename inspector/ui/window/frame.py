"""The main window: rail, header, rooms, and the strip for long work."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QPoint, QSettings, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QCloseEvent, QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QHBoxLayout, QMainWindow, QMenu, QStackedWidget, QVBoxLayout

from inspector import __version__
from inspector.core.changes import Changes, Topic
from inspector.operations.exchange import Pending
from inspector.settings import Mode, Settings
from inspector.ui.kit.actions import Action, install
from inspector.ui.kit.ask import Question
from inspector.ui.kit.desk import Desk
from inspector.ui.kit.dropping import dropped
from inspector.ui.kit.icons import icon
from inspector.ui.kit.jobs import Job, ignored
from inspector.ui.kit.screen import Crumb, Screen
from inspector.ui.kit.style.look import look
from inspector.ui.kit.widgets.notices import Toast, WorkStrip
from inspector.ui.kit.widgets.panels import Ground
from inspector.ui.window.actions import WindowSlots, window_actions
from inspector.ui.window.header import Header
from inspector.ui.window.keys import KeyList
from inspector.ui.window.rail import Rail
from inspector.ui.window.search import SearchSheet
from inspector.ui.window.spec import Frame, Hit, ScreenSpec
from inspector.words.language import N_, _

LEAST = QSize(760, 440)
USUAL = QSize(1366, 768)
GEOMETRY_FILE = "window.ini"
_EXCHANGE = "sync"
_COUNT_MS = 700
"""How long after the last act it is counted what waits: quick acts are not held up."""
_MODES = (
    (Mode.SYSTEM, "screen", N_("外观跟随系统")),
    (Mode.LIGHT, "circle", N_("浅色")),
    (Mode.DARK, "moon", N_("深色")),
    (Mode.SUN, "sun", N_("阳光下（高对比）")),
)


class MainWindow(QMainWindow):
    """One workspace's window.

    Signals:
        closed(): it is gone; both workers have stopped.
    """

    closed = Signal()

    def __init__(self, frame: Frame) -> None:
        super().__init__()
        self.setObjectName("main_window")
        self.setWindowTitle(frame.title)
        self.setMinimumSize(LEAST)
        self.setAcceptDrops(True)
        self._frame = frame
        self._specs = {spec.key: spec for spec in frame.screens}
        self._rooms: dict[str, Screen] = {}
        self._running: list[tuple[str, Job]] = []
        self._is_leaving = False
        self._counting = QTimer(self)
        self._counting.setSingleShot(True)
        self._counting.setInterval(_COUNT_MS)
        self._counting.timeout.connect(self._count)
        self._build()
        self.desk = self._make_desk()
        self._actions = window_actions(frame.screens, self._slots())
        install(self._actions, self)
        self._listen()
        self._show_person()
        look().choose(frame.preferences.value.mode)
        self._restore()

    # -- going about

    def go(self, screen_key: str, **target: str) -> None:
        """Show a room, and what the target names in it."""
        room = self._room(self._specs[screen_key])
        self._stack.setCurrentWidget(room)
        self.rail.open_door(screen_key)
        self.header.show_crumbs(room.crumbs() or [Crumb(_(self._specs[screen_key].title))])
        room.take_focus()
        if target:
            room.go_to(**target)

    def current_key(self) -> str:
        """Give the key of the room that is shown."""
        shown = self._stack.currentWidget()
        return next((key for key, room in self._rooms.items() if room is shown), "")

    def start(self) -> None:
        """Show the room where the person was last, or the first."""
        last = self._frame.preferences.value.last_screen
        self.go(last if last in self._specs else self._frame.screens[0].key)
        self.show()
        self._rooms[self.current_key()].take_focus()
        self._counting.start()

    def open_search(self) -> None:
        """Open the search sheet."""
        self.search.open(self.header.search)

    def open_keys(self) -> None:
        """Show the keys of this room and of the window."""
        key = self.current_key()
        title = _(self._specs[key].title) if key else ""
        here = self._rooms[key].actions_table() if key else ()
        KeyList([(title, here), (_("处处可用"), self._actions)], self).open()

    # -- what is dropped on the window, where the room itself takes nothing

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take what some room takes."""
        if self._taker(dropped(event.mimeData())) is not None:
            event.setDropAction(Qt.DropAction.CopyAction)
            event.accept()

    def dropEvent(self, event: QDropEvent) -> None:
        """Lead there."""
        paths = dropped(event.mimeData())
        taker = self._taker(paths)
        if taker is not None:
            event.acceptProposedAction()
            self.go(taker.key, **{taker.dropped_as: "\n".join(map(str, paths))})

    def _taker(self, paths: Sequence[Path]) -> ScreenSpec | None:
        for spec in self._frame.screens:
            if paths and spec.takes is not None and all(map(spec.takes, paths)):
                return spec
        return None

    # -- long work

    def long_work(self, title: str, job: Job) -> None:
        """Run a job on the second worker, under the strip with its count and Stop."""
        told, ended = job.on_progress, job.on_end

        def report(done: int, total: int) -> None:
            self.strip.report(done, total, job.count(done, total))
            told(done, total)

        def end() -> None:
            self._running.pop(0)
            self._show_work()
            ended()

        job.on_progress, job.on_end = report, end
        if job.on_refusal is ignored:
            job.on_refusal = self._frame.ask.refuse
        if job.on_crash is ignored:
            job.on_crash = self._frame.crashed
        self._running.append((title, job))
        if len(self._running) == 1:
            self._show_work()
        self._frame.jobs.long.start(job)

    # -- ending

    def closeEvent(self, event: QCloseEvent) -> None:
        """Stop the workers, remember the place; ask first if work that the strip shows runs."""
        if self._running and not self._is_leaving:
            event.ignore()
            self._ask_to_leave()
            return
        self._remember_place()
        self._counting.stop()
        self.search.dismiss()
        self.toast.end()
        self.strip.end()
        self._frame.jobs.close()
        event.accept()
        self.closed.emit()

    # -- making

    def _build(self) -> None:
        whole = Ground(canvas=True)
        row = QHBoxLayout(whole)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        self.rail = Rail([spec for spec in self._frame.screens if spec.in_rail])
        self.header = Header()
        self.strip = WorkStrip()
        self._stack = QStackedWidget()
        column = QVBoxLayout()
        column.setSpacing(0)
        column.addWidget(self.header)
        column.addWidget(self._stack, 1)
        column.addWidget(self.strip)
        row.addWidget(self.rail)
        row.addLayout(column, 1)
        self.setCentralWidget(whole)
        self.toast = Toast(self.header, self.header.state_width)
        self.search = SearchSheet(
            self._frame.find, self._find_commands, self._frame.jobs.acts, whole
        )

    def _make_desk(self) -> Desk:
        frame = self._frame
        frame.ask.over(self)
        return Desk(
            workspace=frame.workspace,
            jobs=frame.jobs,
            hub=frame.hub,
            ask=frame.ask,
            preferences=frame.preferences,
            go=self.go,
            long_work=self.long_work,
            toast=self.toast.say,
            remember=frame.remember,
            crashed=frame.crashed,
        )

    def _listen(self) -> None:
        self.rail.chosen.connect(self.go)
        self.rail.waiting_wanted.connect(self._go_to_waiting)
        self.rail.menu_wanted.connect(self._open_menu)
        self.header.search_wanted.connect(self.open_search)
        self.header.person_wanted.connect(self._frame.change_person)
        self.search.picked.connect(self._follow_hit)
        self.strip.stopped.connect(self._stop_work)
        self._frame.hub.changed.connect(self._hear)
        self._frame.preferences.changed.connect(self._wear)

    def _slots(self) -> WindowSlots:
        return WindowSlots(
            go=self.go,
            search=self.open_search,
            keys=self.open_keys,
            undo=self._frame.undo,
            redo=self._frame.redo,
            full_screen=self._toggle_full_screen,
            leave=self.close,
        )

    def _room(self, spec: ScreenSpec) -> Screen:
        """Build a room when it is entered first."""
        if spec.key not in self._rooms:
            room = spec.factory(self.desk)
            room.setObjectName(f"screen_{spec.key}")
            room.badge_changed.connect(lambda count: self.rail.set_waiting(spec.key, count))
            room.crumbs_changed.connect(lambda crumbs: self._crumbs_of(room, crumbs))
            self._rooms[spec.key] = room
            self._stack.addWidget(room)
        return self._rooms[spec.key]

    # -- what happens

    def _go_to_waiting(self, screen_key: str) -> None:
        """Show what a badge counts."""
        self.go(screen_key, **self._room(self._specs[screen_key]).waiting)

    def _crumbs_of(self, room: Screen, crumbs: Sequence[Crumb]) -> None:
        if self._stack.currentWidget() is room:
            self.header.show_crumbs(crumbs)

    def _hear(self, changes: Changes) -> None:
        self.header.show_saved(self._frame.now())
        self._counting.start()
        if changes.touches(Topic.PEOPLE):
            self._show_person()

    def _count(self) -> None:
        """Count what waits, off the window's thread."""
        frame = self._frame
        job = Job(
            work=lambda _progress: frame.pending(),
            on_success=self._show_pending,
            on_crash=frame.crashed,
        )
        frame.jobs.acts.start(job)

    def _show_pending(self, pending: Pending) -> None:
        self.header.show_waiting(pending.unsent, pending.conflicts)
        self.rail.set_waiting(_EXCHANGE, pending.to_do)

    def _show_person(self) -> None:
        self.header.show_person(self._frame.person())

    def _wear(self, settings: Settings) -> None:
        look().choose(settings.mode)

    def _follow_hit(self, hit: Hit) -> None:
        if hit.screen:
            self.go(hit.screen, **hit.target)
            return
        by_id = {action.id: action for action in self._all_actions()}
        by_id[hit.target["action"]].slot()

    def _find_commands(self, text: str) -> list[Hit]:
        wanted = text.casefold()
        return [
            Hit(
                kind=_("命令"),
                title=action.text,
                detail=action.keys(),
                target={"action": action.id},
            )
            for action in self._all_actions()
            if wanted in action.text.casefold()
        ]

    def _all_actions(self) -> list[Action]:
        key = self.current_key()
        return [*(self._rooms[key].actions_table() if key else ()), *self._actions]

    def _show_work(self) -> None:
        if self._running:
            self.strip.begin(self._running[0][0])
        else:
            self.strip.end()

    def _stop_work(self) -> None:
        if self._running:
            self._running[0][1].stop()

    def _ask_to_leave(self) -> None:
        question = Question(
            title=_("还有工作没有做完"),
            text=_("“{work}”还没有做完。现在退出会停下它，已完成的部分保留。").format(
                work=_("”、“").join(title for title, _job in self._running)
            ),
            yes=_("停下并退出"),
            no=_("等它做完"),
            is_grave=True,
        )
        self._frame.ask.confirm(question, self._leave)

    def _leave(self) -> None:
        self._is_leaving = True
        QTimer.singleShot(0, self.close)  # an answer may come from within the first closing

    def _toggle_full_screen(self) -> None:
        if self.isFullScreen():
            self.showNormal()
        else:
            self.showFullScreen()

    # -- ≡

    def _open_menu(self) -> None:
        menu = self._menu()
        corner = self.rail.menu_button.mapToGlobal(QPoint(self.rail.width(), 0))
        menu.popup(corner - QPoint(0, menu.sizeHint().height() - self.rail.menu_button.height()))

    def _menu(self) -> QMenu:
        menu = QMenu(self)
        menu.aboutToHide.connect(menu.deleteLater)
        for spec in self._frame.screens:
            if not spec.in_rail:
                self._entry(menu, spec.icon, _(spec.title), partial(self.go, spec.key))
        menu.addSeparator()
        for mode, name, text in _MODES:
            is_on = self._frame.preferences.value.mode == mode
            shown = "check" if is_on else name
            entry = self._entry(menu, shown, _(text), partial(self._choose_mode, mode))
            entry.setObjectName(f"mode_{mode}")
        menu.addSeparator()
        self._entry(menu, "keyboard", _("按键一览　F1"), self.open_keys)
        self._entry(menu, "info", _("关于"), self._about)
        self._entry(menu, "cross", _("退出"), self.close)
        return menu

    def _entry(self, menu: QMenu, name: str, text: str, slot: Callable[[], object]) -> QAction:
        entry = menu.addAction(icon(name), text)
        entry.triggered.connect(lambda _checked: slot())
        return entry

    def _choose_mode(self, mode: Mode) -> None:
        self._frame.preferences.change(mode=mode)

    def _about(self) -> None:
        self._frame.ask.tell(
            _("关于 Inspector（验收）"),
            _(
                "版本 {version}\n老旧小区改造现场检查与联合竣工验收，离线可用。\n许可：Apache-2.0"
            ).format(version=__version__),
        )

    # -- the place on the screen

    def _store(self) -> QSettings:
        path = str(self._frame.profile / GEOMETRY_FILE)
        return QSettings(path, QSettings.Format.IniFormat)

    def _restore(self) -> None:
        self.resize(USUAL)
        kept = self._store().value("geometry")
        if kept is not None:
            self.restoreGeometry(kept)

    def _remember_place(self) -> None:
        store = self._store()
        store.setValue("geometry", self.saveGeometry())
        store.sync()
        self._frame.preferences.change(last_screen=self.current_key())
