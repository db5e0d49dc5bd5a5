"""Look at this computer: can the program run here, and if not, what is missing."""

import ctypes
import shutil
import sys
import tempfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from inspector.core.errors import InspectorError
from inspector.operations.workspace import Clock, Workspace, open_for_reading
from inspector.store.disk import on_network_share
from inspector.store.engine import ENGINE_NAME, engine_version
from inspector.words.language import N_, _
from inspector.words.problems import explain

_NEEDED_BYTES = 1 << 30
_FIRST_DAY = date(2026, 1, 1)
_LAST_YEAR = 2099
_PYTHON = (3, 11)
_FUTURE_MS = 120_000

QT_LIBRARIES: Mapping[str, str] = {
    "libGL.so.1": "libgl1",
    "libEGL.so.1": "libegl1",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libglib-2.0.so.0": "libglib2.0-0",
}
"""What Qt loads on Linux, with the Debian package that brings it; `tools/setup.sh` has the same."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One thing that was looked at; `sentence` says how it is and what to do."""

    part: str
    well: bool
    sentence: str


def examine(folder: Path, profile: Path, clock: Clock) -> list[Finding]:
    """Look at everything that the program needs of this computer."""
    return [
        _python(),
        *_qt_libraries(),
        _engine(),
        _writable("profile", profile),
        *_workspace(folder, profile, clock),
        _clock(clock()),
    ]


def missing_libraries(libraries: Mapping[str, str]) -> list[str]:
    """Name the packages whose library this system cannot load."""
    return [package for library, package in libraries.items() if not _loads(library)]


def _loads(library: str) -> bool:
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def _python() -> Finding:
    version = ".".join(map(str, sys.version_info[:3]))
    well = sys.version_info >= _PYTHON
    sentence = N_("Python {version}") if well else N_("Python {version} 太旧，需要 3.11 或更新。")
    return Finding(part="python", well=well, sentence=_(sentence).format(version=version))


def _qt_libraries() -> Iterator[Finding]:
    if not sys.platform.startswith("linux"):
        return
    missing = missing_libraries(QT_LIBRARIES)
    if not missing:
        yield Finding(part="window", well=True, sentence=_("窗口所需的系统库齐全。"))
    for package in missing:
        sentence = _(
            "缺少系统软件包 {package}，窗口可能打不开。请执行：sudo apt-get install {package}"
        )
        yield Finding(part="window", well=False, sentence=sentence.format(package=package))


def _engine() -> Finding:
    well = ENGINE_NAME == "sqlcipher3"
    sentence = (
        N_("数据库引擎：{engine}。") if well else N_("数据库引擎：{engine}，不能加密工作区。")
    )
    return Finding(part="engine", well=well, sentence=_(sentence).format(engine=engine_version()))


def _writable(part: str, folder: Path) -> Finding:
    nearest = next((one for one in (folder, *folder.parents) if one.exists()), folder)
    try:
        with tempfile.TemporaryFile(dir=nearest):
            pass
    except OSError:
        sentence = _("不能写入文件夹“{folder}”。请检查权限，或另选文件夹。")
        return Finding(part=part, well=False, sentence=sentence.format(folder=folder))
    free = shutil.disk_usage(nearest).free
    if free < _NEEDED_BYTES:
        sentence = _("“{folder}”所在磁盘只剩 {megabytes} MB，请清出空间。")
        told = sentence.format(folder=folder, megabytes=free >> 20)
        return Finding(part=part, well=False, sentence=told)
    told = _("可以写入“{folder}”，剩余 {gigabytes} GB。").format(
        folder=folder, gigabytes=free >> 30
    )
    return Finding(part=part, well=True, sentence=told)


def _workspace(folder: Path, profile: Path, clock: Clock) -> Iterator[Finding]:
    yield _writable("workspace", folder)
    if on_network_share(folder):
        sentence = _("“{folder}”在网络共享盘上，请把工作区放到本机硬盘。").format(folder=folder)
        yield Finding(part="workspace", well=False, sentence=sentence)
    if not folder.exists() or not any(folder.iterdir()):
        sentence = _("“{folder}”里还没有工作区。").format(folder=folder)
        yield Finding(part="workspace", well=True, sentence=sentence)
        return
    try:
        with open_for_reading(folder, profile, clock) as workspace:
            newest = _newest_ms(workspace)
    except InspectorError as error:
        yield Finding(part="workspace", well=False, sentence=explain(error))
        return
    well = newest is None or newest <= clock().timestamp() * 1000 + _FUTURE_MS
    sentence = (
        N_("工作区可以读取。") if well else N_("电脑时钟早于工作区里最近的记录，请校准时间。")
    )
    yield Finding(part="workspace", well=well, sentence=_(sentence))


def _newest_ms(workspace: Workspace) -> int | None:
    with workspace.read() as office:
        (newest,) = office.db.execute("SELECT max(at) FROM sync_op").fetchone()
    return None if newest is None else int(newest)


def _clock(now: datetime) -> Finding:
    told = f"{now:%Y-%m-%d %H:%M %z}"
    well = now.date() >= _FIRST_DAY and now.year <= _LAST_YEAR
    sentence = N_("电脑时间：{now}。") if well else N_("电脑时间是 {now}，不对，请先校准。")
    return Finding(part="clock", well=well, sentence=_(sentence).format(now=told))
