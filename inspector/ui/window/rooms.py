"""The rooms of the window, in the order of the rail.

A room's code is loaded when its door is first opened: the window paints before.
"""

from inspector.operations.bundles import holds_bundle
from inspector.ui.kit.desk import Desk
from inspector.ui.kit.screen import Screen
from inspector.ui.window.spec import ScreenSpec
from inspector.words.language import N_


def projects(desk: Desk) -> Screen:
    """Build the room of projects."""
    from inspector.ui.screens.projects.view import ProjectsScreen

    return ProjectsScreen(desk)


def inspect(desk: Desk) -> Screen:
    """Build the room where items are inspected."""
    from inspector.ui.screens.inspect.view import InspectScreen

    return InspectScreen(desk)


def defects(desk: Desk) -> Screen:
    """Build the room of defects."""
    from inspector.ui.screens.defects.view import DefectsScreen

    return DefectsScreen(desk)


def photos(desk: Desk) -> Screen:
    """Build the room of photos."""
    from inspector.ui.screens.photos.view import PhotosScreen

    return PhotosScreen(desk)


def acceptance(desk: Desk) -> Screen:
    """Build the room of the acceptance report."""
    from inspector.ui.screens.acceptance.view import AcceptanceScreen

    return AcceptanceScreen(desk)


def archive(desk: Desk) -> Screen:
    """Build the room of the archive bundle."""
    from inspector.ui.screens.archive.view import ArchiveScreen

    return ArchiveScreen(desk)


def sync(desk: Desk) -> Screen:
    """Build the room of exchange between laptops."""
    from inspector.ui.screens.sync.view import SyncScreen

    return SyncScreen(desk)


def settings(desk: Desk) -> Screen:
    """Build the room of settings."""
    from inspector.ui.screens.settings.view import SettingsScreen

    return SettingsScreen(desk)


ROOMS = (
    ScreenSpec(key="projects", icon="home", title=N_("项目"), factory=projects),
    ScreenSpec(key="inspect", icon="clipboard-check", title=N_("检查"), factory=inspect),
    ScreenSpec(key="defects", icon="alert", title=N_("问题"), factory=defects),
    ScreenSpec(key="photos", icon="camera", title=N_("照片"), factory=photos),
    ScreenSpec(key="acceptance", icon="pen", title=N_("验收"), factory=acceptance),
    ScreenSpec(
        key="archive",
        icon="archive",
        title=N_("归档"),
        factory=archive,
        takes=holds_bundle,
        dropped_as="bundle",
    ),
    ScreenSpec(key="sync", icon="refresh", title=N_("同步"), factory=sync),
    ScreenSpec(key="settings", icon="gear", title=N_("设置"), factory=settings, in_rail=False),
)
