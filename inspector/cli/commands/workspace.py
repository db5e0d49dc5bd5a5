"""`workspace`: create, tell, check, back up, restore; who acts."""

from argparse import Namespace
from pathlib import Path

from inspector.cli.parsing import Parser, add_action
from inspector.cli.session import Session, account
from inspector.cli.telling import Told, facts
from inspector.operations.backups import backup_workspace, restore_workspace
from inspector.operations.starting import NewWorkspace, create_from_package
from inspector.operations.upkeep import WorkspaceInfo, check_workspace, workspace_info
from inspector.operations.workspace import change_person, create_workspace
from inspector.words.language import _
from inspector.words.records import field_name
from inspector.words.workspace import finding_sentence


def declare(parser: Parser) -> None:
    """Declare the actions."""
    actions = parser.actions()
    create = add_action(actions, "create", _("新建工作区"), create_one)
    create.add_argument("--person", help=_("姓名，缺省为操作系统账户"))
    create.add_argument("--unit", help=_("单位"))
    create.add_argument(
        "--from", dest="package", type=Path, metavar="PACKAGE", help=_("用同步包里的全部记录建立")
    )
    info = add_action(actions, "info", _("工作区概况：数据版本、内容校验值、各类记录数"), tell_one)
    person = add_action(actions, "person", _("换人：此后的记录由他作出"), change_one)
    person.add_argument("--person", required=True, help=_("姓名"))
    person.add_argument("--unit", help=_("单位，缺省与现在的人相同"))
    check = add_action(actions, "check", _("检查工作区：数据库、历史记录、照片原件"), check_one)
    check.add_argument("--quick", action="store_true", help=_("不逐张核对照片原件"))
    backup = add_action(actions, "backup", _("备份工作区"), back_one_up)
    backup.add_argument("--to", type=Path, metavar="DIR", help=_("备份到此文件夹，缺省为工作区内"))
    backup.add_argument("--photos", action="store_true", help=_("连同照片原件"))
    restore = add_action(actions, "restore", _("用备份建立新的工作区"), restore_one)
    restore.add_argument("backup", type=Path, metavar="BACKUP", help=_("备份文件夹"))
    for action in (create, info, person, check, backup, restore):
        action.add_argument(
            "folder", nargs="?", type=Path, metavar="DIR", help=_("工作区，缺省为 --workspace")
        )


def create_one(session: Session, given: Namespace) -> Told:
    """Make a workspace; nothing is asked."""
    folder = _meant(session, given)
    person, unit = given.person or account(), given.unit or _("单位未填")
    if given.package:
        start = NewWorkspace(folder, session.profile, session.clock, person, unit)
        create_from_package(start, given.package.absolute(), session.progress)
    else:
        create_workspace(folder, session.profile, session.clock, person, unit).close()
    return _told(workspace_info(folder))


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


def check_one(session: Session, given: Namespace) -> Told:
    """Check everything that lies in a workspace against what is recorded of it."""
    found = check_workspace(_meant(session, given), session.progress, photos=not given.quick)
    counts = _("{rows} 条记录、{segments} 段历史、{originals} 张原件").format(
        rows=found.rows, segments=found.segments, originals=found.originals
    )
    verdict = _("工作区完好：{counts}") if found.is_sound else _("工作区有问题：{counts}")
    data = {
        "ok": found.is_sound,
        "rows": found.rows,
        "segments": found.segments,
        "originals": found.originals,
        "findings": [
            {"code": one.flaw, "message": finding_sentence(one), "harmless": one.is_harmless}
            for one in found.findings
        ],
    }
    return Told(
        data=data,
        lines=(verdict.format(counts=counts),),
        sentences=tuple(finding_sentence(one) for one in found.findings),
        done=found.is_sound,
    )


def back_one_up(session: Session, given: Namespace) -> Told:
    """Back a workspace up; the copy is read back before it counts."""
    target = given.to.absolute() if given.to else None
    with session.reading(_meant(session, given)) as workspace:
        made = backup_workspace(workspace, target, session.progress, photos=given.photos)
    return Told(data={"backup": made, "photos": given.photos}, lines=(str(made),))


def restore_one(session: Session, given: Namespace) -> Told:
    """Make a workspace from a backup; nothing is ever overwritten."""
    folder = _meant(session, given)
    restore_workspace(given.backup.absolute(), folder, session.progress)
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
