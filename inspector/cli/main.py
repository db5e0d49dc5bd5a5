"""The command line: parse, do, tell, and end with a code that says what came of it."""

import errno
import io
import logging
import os
import sys
import traceback
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import IntEnum
from typing import TextIO

from inspector import folders
from inspector.cli.parsing import (
    HelpWanted,
    Options,
    UsageError,
    parse_command,
    split_options,
    version_line,
)
from inspector.cli.session import Session, chosen_folder
from inspector.cli.stopping import Watch, hearing_interrupts
from inspector.cli.telling import Told, write_line, write_told
from inspector.core.errors import Cancelled, InspectorError, Problem
from inspector.core.times import CHINA
from inspector.logs import log_to, stop_logging
from inspector.settings import Settings, load_settings
from inspector.words.cli import details, system_language
from inspector.words.language import _, speak
from inspector.words.problems import explain

_log = logging.getLogger(__name__)


class Exit(IntEnum):
    """How a command ends (DESIGN, 7)."""

    DONE = 0
    REFUSED = 1
    USAGE = 2
    BUG = 3


@dataclass(frozen=True, slots=True)
class Streams:
    """Where answers and sentences go."""

    out: TextIO
    err: TextIO


def run() -> int:
    """Do what the process was started for."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    try:
        return main(sys.argv[1:], local_now, Streams(sys.stdout, sys.stderr))
    except BrokenPipeError:  # the reader went away, as `head` does
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return Exit.DONE


def local_now() -> datetime:
    """Give the present moment at the wall: China has one zone, whatever the system says."""
    return datetime.now(CHINA)


def main(arguments: Sequence[str], clock: Callable[[], datetime], streams: Streams) -> int:
    """Do one command and give its exit code; nothing but the streams is written for people."""
    settings = load_settings(folders.profile())
    _speak(None, settings)
    try:
        options, rest = split_options(arguments)
        _speak(options.language, settings)
        if options.version:
            write_line(streams.out, version_line())
            return Exit.DONE
        return _command(options, rest, settings, clock, streams)
    except HelpWanted as wanted:
        streams.out.write(str(wanted))
        return Exit.DONE
    except UsageError as error:
        streams.err.write(f"{error.usage}\n")
        write_line(streams.err, error.sentence)
        return Exit.USAGE


def _speak(given: str | None, settings: Settings) -> None:
    chosen = settings.language.value
    language = given or (system_language() if chosen == "system" else chosen)
    speak(language, folders.locale())


def _command(
    options: Options,
    rest: Sequence[str],
    settings: Settings,
    clock: Callable[[], datetime],
    streams: Streams,
) -> int:
    command = parse_command(rest)
    watch = Watch(streams.err)
    session = Session(
        folder=chosen_folder(options.workspace, settings, os.environ),
        profile=folders.profile(),
        clock=clock,
        progress=watch,
    )
    handler = log_to(session.profile / folders.LOGS, debug=options.debug)
    try:
        with hearing_interrupts(watch):
            told = command.run(session, command)
        return _tell(told, streams, as_json=options.json)
    except Exception as error:  # noqa: BLE001 - the outermost ring: every ending gets its code
        return _refuse(error, streams, debug=options.debug)
    except KeyboardInterrupt:
        return _refuse(Cancelled(), streams, debug=options.debug)
    finally:
        if handler is not None:
            stop_logging(handler)


def _tell(told: Told, streams: Streams, *, as_json: bool) -> int:
    write_told(told, streams.out, as_json=as_json)
    streams.out.flush()
    for sentence in told.sentences:
        write_line(streams.err, sentence)
    return Exit.DONE if told.done else Exit.REFUSED


def _refuse(error: Exception, streams: Streams, *, debug: bool) -> int:
    """Say why nothing was done, and give the code of this ending."""
    if isinstance(error, BrokenPipeError | UsageError):
        raise error
    known = _known(error)
    if known is not None:
        for sentence in (explain(known), *details(known)):
            write_line(streams.err, sentence)
        return Exit.REFUSED
    if isinstance(error, Cancelled):
        write_line(streams.err, _("已按您的要求停止；已完成的部分都在。"))
        return Exit.REFUSED
    _log.error("a command failed", exc_info=error)
    where = folders.profile() / folders.LOGS
    write_line(streams.err, _("程序出错，没有完成。经过已记入“{folder}”。").format(folder=where))
    if debug:
        streams.err.write("".join(traceback.format_exception(error)))
    return Exit.BUG


_OF_THE_DISK = {
    errno.ENOENT: Problem.FILE_MISSING,
    errno.ENOTDIR: Problem.FILE_MISSING,
    errno.EIO: Problem.FILE_FAILS,
    errno.ENAMETOOLONG: Problem.FILE_NAME_TOO_LONG,
    errno.ENOSPC: Problem.DISK_FULL,
    errno.EDQUOT: Problem.DISK_FULL,
    errno.EACCES: Problem.FOLDER_NOT_WRITABLE,
    errno.EPERM: Problem.FOLDER_NOT_WRITABLE,
    errno.EROFS: Problem.FOLDER_NOT_WRITABLE,
}


def _known(error: Exception) -> InspectorError | None:
    """Give the problem that a person can act on; what the disk refuses is one."""
    if isinstance(error, InspectorError):
        return error
    problem = _OF_THE_DISK.get(error.errno or 0) if isinstance(error, OSError) else None
    if problem is None:
        return None
    _log.info("the disk refuses", exc_info=error)
    named = getattr(error, "filename", None) or "?"
    detail = getattr(error, "strerror", None) or "?"
    return InspectorError(problem, file=named, folder=named, detail=detail)
