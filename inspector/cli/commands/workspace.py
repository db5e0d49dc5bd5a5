"""`workspace`: create one, tell what it is, check it."""

import getpass
from argparse import Namespace
from pathlib import Path

from inspector.cli.parsing import Parser, add_action
from inspector.cli.session import Session
from inspector.cli.telling import Told, facts
from inspector.operations.upkeep import WorkspaceInfo, workspace_info
from inspector.operations.workspace import change_person, create_workspace
from inspector.words.language import _
from inspector.words.records import field_name


def declare(parser: Parser) -> None:
    """Declare the actions."""
    actions = parser.actions()
    create = add_action(actions, "create", _("新建工作区"), create_one)
    create.add_argument("--person", help=_("姓名，缺省为操作系统账户"))
    create.add_argument("--unit", help=_("单位"))
    info = add_action(actions, "info", _("工作区概况：数据版本、内容校验值、各类记录数"), tell_one)
    person = add_action(actions, "person", _("换人：此后的记录由他作出"), change_one)
    person.add_argument("--person", required=True, help=_("姓名"))
    person.add_argument("--unit", help=_("单位，缺省与现在的人相同"))
    for action in (create, info, person):
        action.add_argument(
            "folder", nargs="?", type=Path, metavar="DIR", help=_("工作区，缺省为 --workspace")
        )


def create_one(session: Session, given: Namespace) -> Told:
    """Make a workspace; nothing is asked."""
    folder = _meant(session, given)
    person, unit = given.person or account(), given.unit or _("单位未填")
    create_workspace(folder, session.profile, session.clock, person, unit).close()
    return _told(workspace_info(folder))


def account() -> str:
    """Give the name of the operating system's account."""
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):
        return "inspector"


def tell_one(session: Session, given: Namespace) -> Told:
    """Tell what a workspace is and holds."""
    return _told(workspace_info(_meant(session, given)))


def change_one(session: Session, given: Namespace) -> Told:
    """Let another person act from now on."""
    folder = _meant(session, given)
    with session.writing(folder) as workspace:
        unit = given.unit or workspace.person().unit
        change_person(workspace, given.person, unit)
    return _told(workspace_info(folder))


def _meant(session: Session, given: Namespace) -> Path:
    return given.folder.absolute() if given.folder else session.folder


def _told(info: WorkspaceInfo) -> Told:
    data = {
        "workspace": info.folder,
        "schema_version": info.schema_version,
        "content_hash": info.content_hash,
        "counts": info.counts,
        "engine": info.engine,
        "person": info.person,
        "device": info.device_code,
        "database_id": info.database_id,
        "replica": info.replica,
        "operations": info.operations,
        "unsealed_segments": info.unsealed_segments,
    }
    shown = [
        (_("工作区"), info.folder),
        (_("数据版本"), info.schema_version),
        (_("内容校验值"), info.content_hash),
        (field_name("person"), f"{info.person.name}（{info.person.unit}）"),
        (field_name("device"), info.device_code),
        (_("数据库引擎"), info.engine),
        *((field_name(table), count) for table, count in info.counts.items() if count),
    ]
    return Told(data=data, lines=facts(shown))
