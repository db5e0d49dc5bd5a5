"""What can be done everywhere in the window, as a table."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

from inspector.ui.kit.actions import Action
from inspector.ui.window.spec import ScreenSpec
from inspector.words.language import _


@dataclass(frozen=True, slots=True, kw_only=True)
class WindowSlots:
    """What the window does for each of its actions."""

    go: Callable[[str], object]
    search: Callable[[], object]
    keys: Callable[[], object]
    undo: Callable[[], object]
    redo: Callable[[], object]
    full_screen: Callable[[], object]
    leave: Callable[[], object]


def window_actions(screens: Sequence[ScreenSpec], slots: WindowSlots) -> list[Action]:
    """Build the window's table: rooms first, then what works in all of them."""
    doors = [spec for spec in screens if spec.in_rail]
    rooms = [
        Action(
            id=f"go.{spec.key}",
            text=_("打开“{screen}”").format(screen=_(spec.title)),
            shortcut=f"Alt+{number}",
            slot=partial(slots.go, spec.key),
        )
        for number, spec in enumerate(doors, start=1)
    ]
    return [
        *rooms,
        Action(id="window.search", text=_("搜索"), shortcut="Ctrl+K", slot=slots.search),
        Action(id="window.undo", text=_("撤销上一步"), shortcut="Ctrl+Z", slot=slots.undo),
        Action(id="window.redo", text=_("重做"), shortcut="Ctrl+Shift+Z", slot=slots.redo),
        Action(id="window.keys", text=_("按键一览"), shortcut="F1", slot=slots.keys),
        Action(id="window.full", text=_("全屏显示"), shortcut="F11", slot=slots.full_screen),
        Action(id="window.leave", text=_("退出"), shortcut="Ctrl+Q", slot=slots.leave),
    ]
