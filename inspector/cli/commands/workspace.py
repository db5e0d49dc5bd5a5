"""`workspace`: create, info."""

import getpass
from argparse import Namespace
from pathlib import Path

from inspector.cli.parsing import Parser, add_action
from inspector.cli.session import Session
from inspector.cli.telling import Told
from inspector.operations.workspace import create_workspace
from inspector.words.language import _


def declare(parser: Parser) -> None:
    """Declare the actions."""
    actions = parser.actions()
    create = add_action(actions, "create", _("新建工作区"), create_one)
    create.add_argument("folder", nargs="?", type=Path, metavar="DIR", help=_("工作区文件夹"))
    create.add_argument("--person", help=_("姓名，缺省为操作系统账户"))
    create.add_argument("--unit", help=_("单位"))


def create_one(session: Session, given: Namespace) -> Told:
    """Make a workspace; nothing is asked."""
    folder = given.folder.absolute() if given.folder else session.folder
    person, unit = given.person or account(), given.unit or _("单位未填")
    workspace = create_workspace(folder, session.profile, session.clock, person, unit)
    workspace.close()
    return Told(data={"workspace": folder})


def account() -> str:
    """Give the name of the operating system's account."""
    try:
        return getpass.getuser()
    except (OSError, KeyError):
        return "inspector"
