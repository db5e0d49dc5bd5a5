"""Seal onto a target that fails, in a mount namespace of its own; Linux, as root.

unshare -m python -m tests.kit.targets HOW FORM DIR      prints what came of it as JSON
"""

import json
import resource
import subprocess
import sys
from pathlib import Path

from inspector.archive.folderbag import seal_folder
from inspector.archive.zipbag import seal
from inspector.core.errors import InspectorError
from inspector.core.progress import Unwatched
from inspector.words.problems import explain
from tests.kit.bundles import make_plan

_MEGABYTE = 1 << 20


def mounted(place: Path, options: str) -> Path:
    """Mount a file system in memory; it goes with the namespace."""
    place.mkdir()
    subprocess.run(  # noqa: S603 - a fixed program with our own arguments
        ["/bin/mount", "-t", "tmpfs", "-o", options, "none", str(place)], check=True
    )
    return place


class Pulling(Unwatched):
    """Pulls the target out once something has been written."""

    def __init__(self, place: Path) -> None:
        self.place = place
        self.pulled = False

    def report(self, done: int, total: int) -> None:
        if done and not self.pulled:
            self.pulled = True
            subprocess.run(["/bin/umount", "-l", str(self.place)], check=True)  # noqa: S603


def main(how: str, form: str, folder: Path) -> None:
    """Make the target, seal onto it, and tell the refusal and what was left behind."""
    plan = make_plan(folder / "src", (5 * _MEGABYTE, 5 * _MEGABYTE))
    size = "6m" if how in {"full", "filled"} else "64m"
    target = mounted(folder / "target", f"size={size}")
    watch = Pulling(target) if how == "pulled" else Unwatched()
    if how == "read-only":
        subprocess.run(["/bin/mount", "-o", "remount,ro", str(target)], check=True)  # noqa: S603
    if how == "filled":  # the room was promised, and taken by somebody else
        from inspector.archive import folderbag, zipbag

        zipbag._check_room = folderbag._check_room = lambda *_given: None
    if how == "limited":
        resource.setrlimit(resource.RLIMIT_FSIZE, (4 * _MEGABYTE, 4 * _MEGABYTE))
    write, out = (seal, "b.zip") if form == "zip" else (seal_folder, "bag")
    try:
        write(plan, target / out, watch)
        told = {"problem": "", "sentence": ""}
    except InspectorError as error:
        told = {"problem": error.problem, "sentence": explain(error)}
    left = sorted(path.name for path in target.iterdir())
    sys.stdout.write(json.dumps(told | {"left": left}))


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], Path(sys.argv[3]))
