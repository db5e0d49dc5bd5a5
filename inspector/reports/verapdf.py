"""Ask veraPDF, where it is installed, what it makes of PDF/A files; nothing needs it."""

import re
import shutil
import subprocess
from collections.abc import Sequence
from pathlib import Path

from inspector.core.errors import Cancelled
from inspector.core.progress import Progress

_PROGRAM = "verapdf"
_TICK_S = 0.2
_LINE = re.compile(r"^(PASS|FAIL)\s+(.*?\.pdf)\b", re.MULTILINE)


def validator() -> str | None:
    """Find veraPDF on this computer."""
    return shutil.which(_PROGRAM)


def refused_by(program: str, files: Sequence[Path], progress: Progress) -> set[Path]:
    """Validate files by the level that each claims; give those that it finds at fault.

    A file that it says nothing of, as when it cannot run, is not among them.
    """
    if not files:
        return set()
    command = [program, "--format", "text", *map(str, files)]
    with subprocess.Popen(  # noqa: S603 - the program that was found, with files of our own
        command,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        encoding="utf-8",
        errors="replace",
    ) as process:
        said = _said(process, progress)
    by_name = {file.name: file for file in files}
    found = ((verdict, Path(name).name) for verdict, name in _LINE.findall(said))
    return {by_name[name] for verdict, name in found if verdict == "FAIL" and name in by_name}


def _said(process: "subprocess.Popen[str]", progress: Progress) -> str:
    while True:
        try:
            return process.communicate(timeout=_TICK_S)[0]
        except subprocess.TimeoutExpired:
            if progress.wants_stop():
                process.kill()
                process.communicate()
                raise Cancelled from None
