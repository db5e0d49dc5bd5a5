"""`demo`: a sample community, the whole job on it, and where the papers lie."""

import logging
from argparse import Namespace
from pathlib import Path

from inspector.cli.parsing import Parser
from inspector.cli.session import Session
from inspector.cli.telling import Told, facts
from inspector.operations.demo import make_demo
from inspector.words.language import _
from inspector.words.records import field_name

_log = logging.getLogger(__name__)


def declare(parser: Parser) -> None:
    """Declare the command."""
    parser.runs(make_one)
    parser.add_argument("folder", type=Path, metavar="DIR", help=_("空文件夹，或还没有的文件夹"))
    parser.add_argument("--small", action="store_true", help=_("照片画得小一些，较快"))


def make_one(session: Session, given: Namespace) -> Told:
    """Make the sample and do the whole job on it."""
    made = make_demo(
        given.folder.absolute(),
        session.profile,
        session.clock,
        session.progress,
        photos=not given.small,
    )
    counts = {
        "answers": made.counts.answers,
        "defects": made.counts.defects,
        "photos": made.counts.photos,
    }
    _log.info("demo made: %s", counts)
    data = {
        "workspace": made.workspace_folder,
        "report": made.report,
        "bundle": made.bundle,
        "counts": counts,
    }
    shown = [
        (_("工作区"), made.workspace_folder),
        (field_name("report"), made.report),
        (field_name("sealed_bundle"), made.bundle),
        (_("查验结果"), counts["answers"]),
        (field_name("defect"), counts["defects"]),
        (field_name("photo"), counts["photos"]),
    ]
    return Told(data=data, lines=facts(shown))
