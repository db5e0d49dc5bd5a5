"""`sync`: pack, take, undo, log, status, conflicts, resolve."""

from argparse import Namespace
from operator import itemgetter
from pathlib import Path
from typing import TYPE_CHECKING

from inspector.cli.lookup import device_meant, project_meant
from inspector.cli.parsing import Parser, UsageError, add_action
from inspector.cli.session import Session
from inspector.cli.telling import Told, facts, table
from inspector.core.errors import InspectorError, Problem
from inspector.core.exchange import Conflict, ConflictKind, ConflictValue, Receipt
from inspector.core.soft import SoftConflict
from inspector.core.splitting import can_split
from inspector.operations.conflicts import (
    find_conflict,
    list_conflicts,
    settle_conflict,
    settle_deleted,
)
from inspector.operations.exchange import SyncStatus, list_receipts, sync_status
from inspector.operations.packing import PackOrder, PackPlan, pack, plan_package
from inspector.operations.refusals import Refusal, list_refusals
from inspector.operations.soft import list_soft_conflicts
from inspector.operations.splitting import split_conflict
from inspector.operations.taking import Intake, take_packages
from inspector.operations.untaking import find_receipt, take_back
from inspector.operations.watching import new_packages, watch_folder, watched_folder
from inspector.words.conflicts import conflict_values, soft_sentence
from inspector.words.exchange import reason_sentence, receipt_sentence, refusal_sentence
from inspector.words.language import _
from inspector.words.problems import explain
from inspector.words.records import field_name
from inspector.words.values import value_text

if TYPE_CHECKING:
    from inspector.operations.workspace import Workspace

KEEP, DELETE = "keep", "delete"


def declare(parser: Parser) -> None:
    """Declare the actions."""
    actions = parser.actions()
    _declare_pack(actions.add_parser("pack", help=_("打包"), help_text=_PACK_HELP()))
    taking = add_action(actions, "take", _("收入同步包：文件或文件夹"), take_some)
    taking.add_argument("files", nargs="+", type=Path, metavar="FILE", help=_("同步包或文件夹"))
    taking.add_argument(
        "--join", action="store_true", help=_("本工作区不属于任何单位时，加入同步包所属的单位")
    )
    undo = add_action(actions, "undo", _("撤回一个收入的同步包，如同没有收过"), take_one_back)
    undo.add_argument(
        "package", nargs="?", metavar="PACKAGE", help=_("同步包的 id 或文件名；缺省为最近收入的")
    )
    add_action(actions, "log", _("列出收入过的和没有收入的同步包，最近的在前"), list_taken)
    watch = add_action(actions, "watch", _("记住一个共享文件夹，或收入其中的新同步包"), watch_one)
    watch.add_argument("folder", nargs="?", type=Path, metavar="DIR", help=_("要记住的文件夹"))
    watch.add_argument("--off", action="store_true", help=_("不再查看共享文件夹"))
    add_action(actions, "status", _("同步状态：待传、等待、隔离、冲突、各台电脑"), tell_status)
    conflicts = add_action(actions, "conflicts", _("列出待裁定的冲突"), list_open)
    conflicts.add_argument("--project", metavar="P", help=_("项目（编码或 id）；缺省全部"))
    conflicts.add_argument(
        "--soft", action="store_true", help=_("改列不算冲突、但值得看一眼的记录，如编号重复")
    )
    resolve = add_action(actions, "resolve", _("裁定一个冲突"), resolve_one)
    resolve.add_argument("conflict", metavar="ID", help=_("冲突的 id，见 sync conflicts"))
    choice = resolve.add_mutually_exclusive_group(required=True)
    choice.add_argument(
        "--choose", metavar="VALUE", help=_("选用其中一个值；记录被删除时为 keep 或 delete")
    )
    choice.add_argument("--set", dest="value", metavar="VALUE", help=_("改写为另一个值"))
    choice.add_argument("--merge", action="store_true", help=_("采用逐句合并的文字"))
    choice.add_argument("--join", action="store_true", help=_("各方的文字都留下，一行一条"))
    choice.add_argument("--split", action="store_true", help=_("分成几条记录，一个值一条"))


def _PACK_HELP() -> str:  # noqa: N802 - a text that is made in the language in use
    return _("把对方还没有的记录和照片打成一个同步包，写完后读回核对")


def _declare_pack(parser: Parser) -> None:
    parser.runs(pack_one)
    parser.add_argument("--out", type=Path, metavar="FILE", required=True, help=_("要写的文件"))
    parser.add_argument(
        "--project", action="append", metavar="P", help=_("项目（编码或 id），可多次；缺省全部")
    )
    parser.add_argument(
        "--for", dest="receiver", metavar="DEVICE", help=_("接收方电脑：机号或公钥；缺省任何人")
    )
    parser.add_argument("--no-photos", action="store_true", help=_("不带照片原件，只带缩略图"))
    parser.add_argument("--dry-run", action="store_true", help=_("只说明内容和大小，不写文件"))


def pack_one(session: Session, given: Namespace) -> Told:
    """Pack what a receiver lacks."""
    with session.writing() as workspace:
        projects = tuple(project_meant(workspace, code).id for code in given.project or ())
        receiver = device_meant(workspace, given.receiver) if given.receiver else ""
        order = PackOrder(projects=projects, receiver=receiver, photos=not given.no_photos)
        if given.dry_run:
            plan = plan_package(workspace, order)
            return Told(data=_plan_shape(plan), lines=_plan_lines(plan))
        made = pack(workspace, given.out.absolute(), order, session.progress)
    data = {"id": made.id, "files": list(made.paths), **_plan_shape(made.plan)}
    lines = (*facts([(_("同步包"), path) for path in made.paths]), *_plan_lines(made.plan))
    return Told(data=data, lines=(*lines, _("已读回核对，可以安全拔出。")))


def _plan_shape(plan: PackPlan) -> dict[str, object]:
    return {
        "projects": list(plan.projects),
        "segments": plan.segments,
        "operations": plan.operations,
        "photos": plan.photos,
        "bytes": plan.size,
        "sealed": plan.is_sealed,
        "missing_photos": list(plan.missing),
    }


def _plan_lines(plan: PackPlan) -> tuple[str, ...]:
    return facts(
        [
            (_("记录项"), plan.operations),
            (_("照片"), plan.photos),
            (_("字节数"), plan.size),
            (
                _("密封"),
                _("仅接收方能打开")
                if plan.is_sealed
                else _("未密封：不含电话等个人信息，只带打包人的姓名"),
            ),
        ]
    )


def take_some(session: Session, given: Namespace) -> Told:
    """Take packages in and print the receipts."""
    with session.writing() as workspace:
        paths = [path.absolute() for path in given.files]
        found = take_packages(workspace, paths, session.progress, join=given.join).value
    lines = tuple(line for one in found.receipts for line in _receipt_lines(one))
    if not lines and not found.refused:
        lines = (_("“{name}”里没有同步包").format(name=paths[0].name),)
    return Told(
        data=_intake_shape(found),
        lines=lines,
        sentences=tuple(explain(error) for _path, error in found.refused),
        done=not found.refused,
    )


def take_one_back(session: Session, given: Namespace) -> Told:
    """Take back what a package brought."""
    with session.writing() as workspace:
        done = take_back(workspace, find_receipt(workspace, given.package)).value
    return Told(
        data=receipt_shape(done),
        lines=(_("已撤回“{name}”，记录如同没有收过它；照片文件留着。").format(name=done.name),),
    )


def list_taken(session: Session, given: Namespace) -> Told:
    """List the packages that were taken in, and those that were refused."""
    del given
    with session.reading() as workspace:
        found, refused = list_receipts(workspace), list_refusals(workspace)
    told = [
        *((one.taken_at_ms, receipt_shape(one), _receipt_lines(one)) for one in found),
        *((one.at_ms, _refusal_shape(one), _refusal_lines(one)) for one in refused),
    ]
    told.sort(key=itemgetter(0), reverse=True)
    return Told(
        data=[shape for _at, shape, _lines in told],
        lines=tuple(line for _at, _shape, lines in told for line in lines),
    )


def _refusal_shape(refusal: Refusal) -> dict[str, object]:
    return {
        "name": refusal.name,
        "size": refusal.size,
        "refused_at_ms": refusal.at_ms,
        "code": refusal.problem,
        "message": explain(refusal.error),
    }


def _refusal_lines(refusal: Refusal) -> tuple[str, ...]:
    return (refusal_sentence(refusal.name, refusal.at_ms, explain(refusal.error)),)


def watch_one(session: Session, given: Namespace) -> Told:
    """Remember a shared folder, or take in what is new in it."""
    with session.writing() as workspace:
        if given.folder or given.off:
            watch_folder(workspace, None if given.off else given.folder.absolute())
        folder = watched_folder(workspace)
        found = take_packages(workspace, new_packages(workspace), session.progress).value
    return Told(
        data={"folder": folder, **_intake_shape(found)},
        lines=tuple(line for one in found.receipts for line in _receipt_lines(one)),
        sentences=tuple(explain(error) for _path, error in found.refused),
        done=not found.refused,
    )


def _intake_shape(found: Intake) -> dict[str, object]:
    names = ("received", "applied", "same", "conflict", "waiting", "quarantined")
    return {
        **{name: sum(getattr(one, name) for one in found.receipts) for name in names},
        "receipts": [receipt_shape(one) for one in found.receipts],
        "refused": [
            {"file": path, "code": error.problem, "message": explain(error)}
            for path, error in found.refused
        ],
    }


def receipt_shape(receipt: Receipt) -> dict[str, object]:
    """Show a receipt."""
    names = (
        *("id", "name", "sender", "sender_key", "sender_name", "made_at_ms", "taken_at_ms"),
        *("received", "applied", "same", "conflict", "waiting", "quarantined"),
        *("photos_received", "photos_new", "backup", "skew_ms", "taken_back_ms"),
    )
    lines = [
        {
            "segment": line.hash,
            "project": line.project_id,
            "device": line.device,
            "key": line.key,
            "operations": line.count,
            "reason": line.reason,
            "message": reason_sentence(line),
        }
        for line in receipt.lines
    ]
    return {**{name: getattr(receipt, name) for name in names}, "lines": lines}


def _receipt_lines(receipt: Receipt) -> tuple[str, ...]:
    return (receipt_sentence(receipt), *(f"  {reason_sentence(line)}" for line in receipt.lines))


def tell_status(session: Session, given: Namespace) -> Told:
    """Tell what is not sent, what waits, what is set aside, what is open."""
    del given
    with session.reading() as workspace:
        status = sync_status(workspace)
    shown = [
        (_("单位"), status.organisation or _("未建立（任何人的记录都收入）")),
        (_("待传"), status.unsent),
        (_("等待前段"), status.waiting),
        (_("隔离"), status.quarantined),
        (_("待裁定的冲突"), status.conflicts),
        (_("不在本机的照片"), status.photos_elsewhere),
        (_("下落不明的照片"), status.photos_missing),
    ]
    return Told(data=_status_shape(status), lines=facts(shown))


def _status_shape(status: SyncStatus) -> dict[str, object]:
    return {
        "organisation": status.organisation,
        "root": status.root,
        "replica": status.replica,
        "unsent": status.unsent,
        "waiting": status.waiting,
        "quarantined": status.quarantined,
        "conflicts": status.conflicts,
        "photos_elsewhere": status.photos_elsewhere,
        "photos_missing": status.photos_missing,
        "projects": {
            project: {"tips": list(tips), "set_digest": digest}
            for project, tips, digest in status.projects
        },
        "forks": [
            {"project": fork.project, "replica": fork.replica, "height": fork.height}
            for fork in status.forks
        ],
        "peers": [
            {
                "replica": peer.replica,
                "key": peer.key,
                "name": peer.name,
                "seen_at_ms": peer.seen_at_ms,
                "skew_ms": peer.skew_ms,
            }
            for peer in status.peers
        ],
    }


def list_open(session: Session, given: Namespace) -> Told:
    """List what people left open."""
    with session.reading() as workspace:
        chosen = project_meant(workspace, given.project).id if given.project else None
        if given.soft:
            return _tell_soft(list_soft_conflicts(workspace, chosen))
        found = list_conflicts(workspace, chosen)
    headers = (_("冲突"), field_name("record"), field_name("field"), _("各方的值"))
    rows = (
        (one.id, one.title, field_name(one.column), _(" ｜ ").join(conflict_values(one)))
        for one in found
    )
    return Told(data=[conflict_shape(one) for one in found], lines=table(headers, rows))


def _tell_soft(found: list[SoftConflict]) -> Told:
    headers = (field_name("record"), _("说明"))
    rows = ((one.title, soft_sentence(one)) for one in found)
    return Told(data=[_soft_shape(one) for one in found], lines=table(headers, rows))


def _soft_shape(soft: SoftConflict) -> dict[str, object]:
    return {
        "id": soft.row,
        "code": soft.kind,
        "title": soft.title,
        "record": soft.table,
        "field": soft.column,
        "project": soft.project_id,
        "number": soft.number,
        "others": list(soft.others),
        "values": [_value_shape(one) for one in soft.values],
        "message": soft_sentence(soft),
    }


def conflict_shape(conflict: Conflict) -> dict[str, object]:
    """Show a conflict: values with device and time."""
    return {
        "id": conflict.id,
        "code": conflict.kind,
        "title": conflict.title,
        "record": conflict.table,
        "record_id": conflict.row,
        "field": conflict.column,
        "project": conflict.project_id,
        "critical": conflict.is_critical,
        "ancestor": conflict.ancestor,
        "suggestion": conflict.suggestion(),
        "joined": conflict.joined(),
        "can_split": can_split(conflict.table, conflict.column),
        "values": [_value_shape(one) for one in conflict.values],
    }


def _value_shape(value: ConflictValue) -> dict[str, object]:
    return {
        "field": value.column,
        "value": value.value,
        "person": value.person,
        "device": value.device,
        "at_ms": value.at_ms,
        "shown": value.is_shown,
        "deletes": value.deletes,
        "skew_ms": value.skew_ms,
    }


def resolve_one(session: Session, given: Namespace) -> Told:
    """Settle one conflict by choosing one of its values, or with another one."""
    with session.writing() as workspace:
        conflict = find_conflict(workspace, given.conflict)
        if conflict.kind is ConflictKind.DELETED:
            if given.choose not in (KEEP, DELETE):
                raise UsageError("", _("记录被删除时，只能 --choose keep 或 --choose delete"))
            settle_deleted(workspace, conflict, keep=given.choose == KEEP)
        else:
            _settle_field(workspace, conflict, given)
        left = len(list_conflicts(workspace))
    data = {"id": conflict.id, "code": conflict.kind, "title": conflict.title, "left": left}
    return Told(data=data, lines=(_("已裁定。还有 {count} 个待裁定。").format(count=left),))


def _settle_field(workspace: "Workspace", conflict: Conflict, given: Namespace) -> None:
    if given.split:
        split_conflict(workspace, conflict)
        return
    if given.choose is not None:
        settle_conflict(workspace, conflict, _choice(conflict, given.choose))
        return
    text = conflict.suggestion() if given.merge else given.value
    text = conflict.joined() if given.join else text
    if text is None:
        raise InspectorError(Problem.MERGE_IMPOSSIBLE, field=conflict.column)
    settle_conflict(workspace, conflict, text)


def _choice(conflict: Conflict, typed: str) -> ConflictValue:
    """Find the value that was meant, as it is stored or in words; words may fit one value only."""
    for one in conflict.values:
        if ("" if one.value is None else str(one.value)) == typed:
            return one
    told = {one.value: one for one in conflict.values if _in_words(conflict, one) == typed}
    if len(told) == 1:
        return next(iter(told.values()))
    raise InspectorError(Problem.FIELD_INVALID, field=conflict.column, value=typed)


def _in_words(conflict: Conflict, value: ConflictValue) -> str:
    return value_text(conflict.table, value.column, value.value)
