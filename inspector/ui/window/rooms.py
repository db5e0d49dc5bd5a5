"""The rooms of the window, in the order of the rail."""

from inspector.ui.screens.acceptance.view import AcceptanceScreen
from inspector.ui.screens.archive.view import ArchiveScreen
from inspector.ui.screens.defects.view import DefectsScreen
from inspector.ui.screens.inspect.view import InspectScreen
from inspector.ui.screens.photos.view import PhotosScreen
from inspector.ui.screens.projects.view import ProjectsScreen
from inspector.ui.screens.settings.view import SettingsScreen
from inspector.ui.window.spec import ScreenSpec
from inspector.words.language import N_

ROOMS = (
    ScreenSpec(key="projects", icon="home", title=N_("项目"), factory=ProjectsScreen),
    ScreenSpec(key="inspect", icon="clipboard-check", title=N_("检查"), factory=InspectScreen),
    ScreenSpec(key="defects", icon="alert", title=N_("问题"), factory=DefectsScreen),
    ScreenSpec(key="photos", icon="camera", title=N_("照片"), factory=PhotosScreen),
    ScreenSpec(key="acceptance", icon="pen", title=N_("验收"), factory=AcceptanceScreen),
    ScreenSpec(key="archive", icon="archive", title=N_("归档"), factory=ArchiveScreen),
    ScreenSpec(
        key="settings", icon="gear", title=N_("设置"), factory=SettingsScreen, in_rail=False
    ),
)
