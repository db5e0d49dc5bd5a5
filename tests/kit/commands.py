"""Commands as a person types them: in this process, or in one of their own."""

import io
import json
import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from inspector.cli.main import Streams, main
from inspector.store.content import content_hash
from inspector.store.database import reading
from tests.kit.builders import StoppedClock

ROOT = Path(__file__).parents[2]


@dataclass(frozen=True, slots=True)
class Ended:
    """How a command ended and what it wrote."""

    code: int
    out: str
    err: str

    @property
    def data(self) -> Any:
        """Give what `--json` wrote."""
        return json.loads(self.out)


def command(*arguments: object, clock: Callable[[], datetime] | None = None) -> Ended:
    """Do a command in this process."""
    out, err = io.StringIO(), io.StringIO()
    code = main([str(one) for one in arguments], clock or StoppedClock(), Streams(out, err))
    return Ended(int(code), out.getvalue(), err.getvalue())


def command_data(*arguments: object, clock: Callable[[], datetime] | None = None) -> Any:
    """Do a command with `--json` that must succeed, and give its data."""
    ended = command(*arguments, "--json", clock=clock)
    assert ended.code == 0, ended.err
    return ended.data


def real_command(*arguments: object, user: int | None = None, **environment: str) -> Ended:
    """Start the program itself; `user` is the account that it runs under."""
    done = subprocess.run(  # noqa: S603 - our own interpreter and program
        [sys.executable, "-m", "inspector", *map(str, arguments)],
        cwd=ROOT,
        env={**os.environ, **environment},
        capture_output=True,
        user=user,
        timeout=120,
        check=False,
    )
    return Ended(done.returncode, done.stdout.decode(), done.stderr.decode())


def hash_of(folder: Path) -> str:
    """Give the content hash of a workspace."""
    with reading(folder) as office:
        return content_hash(office.db)
