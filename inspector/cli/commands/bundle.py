"""`bundle`: seal, list, verify; verifying needs no workspace."""

from argparse import Namespace
from pathlib import Path

from inspector.cli.lookup import add_project_option, file_out, project_meant
from inspector.cli.parsing import Parser, add_action
from inspector.cli.session import Session
from inspector.cli.shapes import bundle_shape
from inspector.cli.telling import Told, facts, table
from inspector.core.bundles import Fault
from inspector.operations.bundles import list_bundles, seal_bundle, verify_bundle
from inspector.words.archive import fault_sentence
from inspector.words.language import _
from inspector.words.records import field_name


def declare(parser: Parser) -> None:
    """Declare the actions."""
    actions = parser.actions()
    seal = add_action(actions, "seal", _("封存一个项目的归档包（ZIP）"), seal_one)
    add_project_option(seal)
    file_out(seal, _("要写的 ZIP 文件"))
    listing = add_action(actions, "list", _("列出已封存的归档包"), list_all)
    listing.add_argument("--project", metavar="P", help=_("项目（编码或 id）；缺省全部"))
    verify = add_action(actions, "verify", _("校验归档包，不需要工作区"), verify_one)
    verify.add_argument("file", type=Path, help=_("归档包：ZIP 文件或文件夹"))


def seal_one(session: Session, given: Namespace) -> Told:
    """Seal everything of a project into one bundle."""
    with session.writing() as workspace:
        project = project_meant(workspace, given.project)
        made = seal_bundle(workspace, project.id, given.out, session.progress).value
    shown = [
        (field_name("sealed_bundle"), made.path),
        (field_name("number"), made.bundle.number),
        (_("文件数"), made.files),
        (_("校验值"), made.bundle.sha256),
    ]
    data = {**bundle_shape(made.bundle), "file": made.path, "bytes": made.bytes}
    return Told(data=data, lines=facts(shown))


def list_all(session: Session, given: Namespace) -> Told:
    """List the bundles that were sealed."""
    with session.reading() as workspace:
        chosen = project_meant(workspace, given.project).id if given.project else None
        found = list_bundles(workspace, chosen)
    headers = (field_name("number"), _("封存时间"), _("文件"), _("文件数"), _("校验值"))
    rows = ((one.number, one.made_at, one.name, one.files, one.sha256) for one in found)
    return Told(data=[bundle_shape(one) for one in found], lines=table(headers, rows))


def verify_one(session: Session, given: Namespace) -> Told:
    """Check a bundle against its own manifests."""
    found = verify_bundle(given.file, session.progress)
    data = {
        "ok": found.ok,
        "file": given.file,
        "files": found.files,
        "bytes": found.bytes,
        "sha256": found.sha256,
        "info": [list(pair) for pair in found.info],
        "members": [
            {"name": one.name, "state": one.state, "bytes": one.size} for one in found.members
        ],
        "faults": [_shown(fault) for fault in found.faults],
        "remarks": [_shown(fault) for fault in found.remarks],
    }
    verdict = (
        _("归档包完好：{files} 个文件，{bytes} 字节，校验值 {sha256}")
        if found.ok
        else _("归档包有问题，请勿使用。")
    ).format(files=found.files, bytes=found.bytes, sha256=found.sha256)
    notes = tuple(fault_sentence(fault) for fault in (*found.faults, *found.remarks))
    return Told(data=data, lines=(verdict,), sentences=notes, done=found.ok)


def _shown(fault: Fault) -> dict[str, object]:
    return {"code": fault.code, "member": fault.member, "message": fault_sentence(fault)}
