"""`doctor`: can this computer run the program, and if not, what is missing."""

from argparse import Namespace

from inspector.cli.parsing import Parser
from inspector.cli.session import Session
from inspector.cli.telling import Told
from inspector.operations.doctor import examine


def declare(parser: Parser) -> None:
    """Declare the command."""
    parser.runs(examine_all)


def examine_all(session: Session, _given: Namespace) -> Told:
    """Look at libraries, folders, engine and clock."""
    found = examine(session.folder, session.profile, session.clock)
    well = all(one.well for one in found)
    return Told(
        data={"ok": well, "findings": found},
        lines=tuple(one.sentence for one in found if one.well),
        sentences=tuple(one.sentence for one in found if not one.well),
        done=well,
    )
