"""Where things lie: shipped resources, this person's profile, and a workspace's folders."""

import sys
from pathlib import Path

import platformdirs

APP_NAME = "inspector"


def resources() -> Path:
    """Find fonts, icons, catalogues and templates: in a checkout, a wheel or the frozen program."""
    package = Path(__file__).resolve().parent
    frozen = getattr(sys, "_MEIPASS", None)
    candidates = [Path(frozen) / "resources"] if frozen else []
    candidates += [package / "resources", package.parent / "resources"]
    return next((folder for folder in candidates if folder.is_dir()), candidates[-1])


def fonts() -> Path:
    """Give the folder of the fonts that every paper and window uses."""
    return resources() / "fonts"


def locale() -> Path:
    """Give the folder of the language catalogues."""
    return resources() / "locale"


def profile() -> Path:
    """Give this person's folder on this machine: key, settings, last workspace."""
    return platformdirs.user_data_path(APP_NAME, appauthor=False)


def default_workspace() -> Path:
    """Give where the first start puts a workspace: among the person's documents."""
    return platformdirs.user_documents_path() / "验收工作区"


PHOTOS, FILES, CACHE, OUTBOX, EXPORTS, BACKUPS, LOGS = (
    "photos",
    "files",
    "cache",
    "outbox",
    "exports",
    "backups",
    "logs",
)
WORKSPACE_FOLDERS = (PHOTOS, FILES, CACHE, OUTBOX, "inbox", BACKUPS, EXPORTS, LOGS)
"""The folders of a workspace; only cache may be deleted at any time."""
