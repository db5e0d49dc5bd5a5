"""A second program on the same workspace: a Python of its own that runs our operations."""

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]


def start(program: str, *arguments: object) -> "subprocess.Popen[str]":
    """Start a program that speaks line by line; its arguments are in sys.argv."""
    return subprocess.Popen(  # noqa: S603 - our own interpreter and program
        [sys.executable, "-c", program, *map(str, arguments)],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def next_line(process: "subprocess.Popen[str]") -> str:
    """Read what the program says next; fail with its complaint if it ended instead."""
    assert process.stdout is not None
    line = process.stdout.readline().strip()
    if not line:
        _out, complaint = process.communicate()
        raise AssertionError(complaint)
    return line


def finish(process: "subprocess.Popen[str]") -> None:
    """Close a program's pipes and wait for its end."""
    process.communicate(timeout=30)
