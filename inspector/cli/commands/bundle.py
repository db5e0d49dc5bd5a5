"""`bundle`: seal, list, verify; verifying needs no workspace."""

from argparse import Namespace
from pathlib import Path

from inspector.cli.commands.bundle_complete import declare_complete
from inspector.cli.commands.bundle_verify import declare_verify
from inspector.cli.handing import declare_forms, declare_handover
from inspector.cli.lookup import add_project_option, byte_count, file_out, project_meant
from inspector.cli.parsing import Actions, Parser, add_action
from inspector.cli.passphrases import add_passphrase, passphrase_given
from inspector.cli.public_copies import declare_public
from inspector.cli.session import Session, account
from inspector.cli.shapes import bundle_shape, recheck_shape
from inspector.cli.signatures import certificate_shape
from inspector.cli.telling import Told, facts, table
from inspector.core.bundles import BundleForm, BundleSigner
from inspector.core.filing import FilingTemplate
from inspector.core.rechecks import RECORD_NAME
from inspector.operations.bundle_seals import sign_bundles
from inspector.operations.bundles import (
    MadeBundle,
    bundles_meant,
    list_bundles,
    seal_bundle,
)
from inspector.operations.filing_templates import (
    SHIPPED,
    check_template,
    export_template,
    office_template,
    use_template,
)
from inspector.operations.rechecking import (
    look_at_shelf,
    recheck_shelf,
    repair_bundle,
    write_shelf_report,
)
from inspector.operations.sealing import certificate_of
from inspector.operations.starting import NewWorkspace
from inspector.operations.unbundling import restore_bundle
from inspector.words.archive import bundle_state_name
from inspector.words.language import _
from inspector.words.records import field_name

_OWN = Path()
"""Stands for the certificate in the person's own profile."""


def declare(parser: Parser) -> None:
    """Declare the actions."""
    actions = parser.actions()
    _declare_seal(actions)
    declare_public(actions)
    listing = add_action(actions, "list", _("列出已封存的归档包"), list_all)
    listing.add_argument("--project", metavar="P", help=_("项目（编码或 id）；缺省全部"))
    declare_verify(actions)
    declare_complete(actions)
    _declare_sign(actions)
    declare_handover(actions)
    declare_forms(actions)
    _declare_template(actions)
    _declare_recheck(actions)
    _declare_repair(actions)
    restore = add_action(
        actions, "restore", _("由归档包重新建立工作区，并与封存时的数据比对"), restore_one
    )
    restore.add_argument(
        "file", type=Path, nargs="+", help=_("归档包：ZIP 文件或文件夹，或存放各部分的文件夹")
    )
    restore.add_argument("folder", type=Path, metavar="DIR", help=_("新工作区的文件夹"))
    restore.add_argument("--person", help=_("姓名，缺省为操作系统账户"))
    restore.add_argument("--unit", help=_("单位"))


def _declare_seal(actions: Actions) -> None:
    seal = add_action(actions, "seal", _("封存一个项目的归档包（ZIP）"), seal_one)
    add_project_option(seal)
    file_out(seal, _("要写的 ZIP 文件"))
    seal.add_argument("--folder", action="store_true", help=_("写成文件夹，不打包成 ZIP"))
    seal.add_argument(
        "--part-size",
        type=byte_count,
        metavar="SIZE",
        help=_("分盘：每部分最多这么大，如 700MB、4.7GB、25GB"),
    )
    seal.add_argument("--sm3", action="store_true", help=_("另附国密 SM3 校验清单（较慢）"))
    _certificate_option(seal, _("封存时用这张证书签名；不写文件名：自己制作的证书"))
    told = _("缺少应归档的材料仍要封存的，写明理由")
    seal.add_argument("--gaps-reason", default="", metavar="T", help=told)


def _certificate_option(parser: Parser, told: str) -> None:
    parser.add_argument("--certificate", type=Path, nargs="?", const=_OWN, metavar="P12", help=told)
    add_passphrase(parser, _("证书的口令"))


def _declare_sign(actions: Actions) -> None:
    told = _("用证书给已封存的归档包签名，归档包本身不变；不需要工作区")
    sign = add_action(actions, "sign", told, sign_all)
    sign.add_argument(
        "file", type=Path, nargs="+", help=_("归档包：ZIP 文件或文件夹，或存放各部分的文件夹")
    )
    _certificate_option(sign, _("证书文件（缺省：自己制作的证书）"))


def _declare_template(actions: Actions) -> None:
    told = _("归档模板：类别、次序、档号、保管期限；取出、检查或启用")
    template = add_action(actions, "template", told, tell_template)
    what = template.add_mutually_exclusive_group()
    what.add_argument("--out", type=Path, metavar="FILE", help=_("取出一份，供修改"))
    what.add_argument("--check", type=Path, metavar="FILE", help=_("检查一份模板有无错误"))
    what.add_argument("--use", type=Path, metavar="FILE", help=_("此后按这份模板立卷"))
    template.add_argument(
        "--name", choices=SHIPPED, default="", help=_("取出随程序提供的哪一份；缺省为在用的")
    )


def _declare_recheck(actions: Actions) -> None:
    recheck = add_action(actions, "recheck", _("复查一批归档包，结果记入复查记录"), recheck_all)
    recheck.add_argument("shelf", type=Path, help=_("存放归档包的文件夹"))
    told = _("复查记录（CSV）；缺省为该文件夹中的“{name}”").format(name=RECORD_NAME)
    recheck.add_argument("--record", type=Path, metavar="FILE", help=told)
    told = _("把本次与上次的结果并列写成报告（xlsx 或 csv）")
    recheck.add_argument("--report", type=Path, metavar="FILE", help=told)


def _declare_repair(actions: Actions) -> None:
    told = _("用另一份修复损坏的归档包，逐个文件取完好的")
    repair = add_action(actions, "repair", told, repair_one)
    repair.add_argument("file", type=Path, help=_("损坏的归档包：ZIP 文件或文件夹"))
    told = _("另一份归档包：ZIP 文件或文件夹")
    repair.add_argument("--from", type=Path, required=True, dest="copy", metavar="COPY", help=told)
    repair.add_argument("--sha256", default="", metavar="X", help=_("移交书上登记的校验值"))
    file_out(repair, _("要写的 ZIP 文件"))


def seal_one(session: Session, given: Namespace) -> Told:
    """Seal everything of a project into one bundle."""
    with session.writing() as workspace:
        project = project_meant(workspace, given.project)
        form = BundleForm(
            as_folder=given.folder,
            part_bytes=given.part_size,
            with_sm3=given.sm3,
            signer=_signer(session, given) if given.certificate else None,
            gaps_reason=given.gaps_reason,
        )
        made = seal_bundle(workspace, project.id, given.out, session.progress, form).value
    parts = (made, *made.others)
    register = facts([(_("移交登记表"), made.register)])
    lines = (*(line for one in parts for line in facts(_sealed_facts(one))), *register)
    data = {**_sealed_shape(made), "register": made.register}
    if made.others:
        data["parts"] = [_sealed_shape(one) for one in parts]
    return Told(data=data, lines=lines)


def _sealed_facts(made: MadeBundle) -> list[tuple[str, object]]:
    return [
        (field_name("sealed_bundle"), made.path),
        (field_name("number"), made.bundle.number),
        (_("文件数"), made.files),
        (_("校验值"), made.bundle.sha256),
        (field_name("gaps"), made.bundle.gaps or None),
        (field_name("gaps_reason"), made.bundle.gaps_reason),
    ]


def _sealed_shape(made: MadeBundle) -> dict[str, object]:
    return {**bundle_shape(made.bundle), "file": made.path, "bytes": made.bytes}


def _signer(session: Session, given: Namespace) -> BundleSigner:
    chosen = given.certificate or _OWN
    file = certificate_of(session.profile) if chosen == _OWN else chosen
    return BundleSigner(certificate=file, passphrase=passphrase_given(given))


def sign_all(session: Session, given: Namespace) -> Told:
    """Sign bundles that were sealed before."""
    signer = _signer(session, given)
    files = bundles_meant(given.file)
    signed = sign_bundles(files, signer, session.clock, session.progress)
    lines = tuple(
        line
        for made in signed
        for line in facts(
            [
                (_("签名文件"), made.signature),
                (field_name("signer"), made.certificate.holder),
                (field_name("unit"), made.certificate.unit),
                (_("证书的校验值"), made.certificate.sha256),
            ]
        )
    )
    shapes = [
        {
            "file": made.signature,
            "signed_at": made.signed_at,
            "certificate": certificate_shape(made.certificate),
        }
        for made in signed
    ]
    return Told(data={**shapes[0], "signatures": shapes}, lines=lines)


def list_all(session: Session, given: Namespace) -> Told:
    """List the bundles that were sealed."""
    with session.reading() as workspace:
        chosen = project_meant(workspace, given.project).id if given.project else None
        found = list_bundles(workspace, chosen)
    headers = (field_name("number"), _("封存时间"), _("文件"), _("文件数"), _("校验值"))
    rows = ((one.number, one.made_at, one.name, one.files, one.sha256) for one in found)
    return Told(data=[bundle_shape(one) for one in found], lines=table(headers, rows))


def tell_template(session: Session, given: Namespace) -> Told:
    """Show the filing template in use; give, check or take another."""
    if given.check:
        return _template_told(check_template(given.check))
    if given.use:
        with session.writing() as workspace:
            return _template_told(use_template(workspace, given.use))
    with session.reading() as workspace:
        template = office_template(workspace)
        if given.out is None:
            return _template_told(template)
        out = export_template(workspace, given.out, given.name)
    return Told(data={"file": out}, lines=(_("归档模板：{file}").format(file=out),))


def _template_told(template: FilingTemplate) -> Told:
    shown = [
        (_("归档模板"), template.name),
        (_("档号"), template.number),
        (_("照片文件名"), template.photo),
        (_("一卷最多页数"), template.pages_per_volume),
    ]
    headers = (_("代码"), _("类别"), _("保管期限"), _("密级"))
    rows = [(one.code, one.title, one.retention, one.secrecy) for one in template.classes]
    data = {
        "name": template.name,
        "number": template.number,
        "photo": template.photo,
        "pages_per_volume": template.pages_per_volume,
        "classes": [
            {
                "code": one.code,
                "title": one.title,
                "retention": one.retention,
                "secrecy": one.secrecy,
                "kinds": list(one.kinds),
            }
            for one in template.classes
        ],
    }
    return Told(data=data, lines=(*facts(shown), *table(headers, rows)))


def recheck_all(session: Session, given: Namespace) -> Told:
    """Verify every bundle on a shelf; add a line for each to its record."""
    report = recheck_shelf(given.shelf, session.clock, given.record, session.progress)
    if given.report:
        write_shelf_report(look_at_shelf(given.shelf, given.record), given.report)
    headers = (_("归档包"), _("结果"), _("完好"), _("已损坏"), _("缺少"), _("多出"), _("说明"))
    rows = (
        (r.place, bundle_state_name(r.state), r.ok, r.damaged, r.missing, r.extra, r.remark)
        for r in report.rows
    )
    data = {
        "ok": report.is_well,
        "record": report.record,
        "bundles": [recheck_shape(row) for row in report.rows],
    }
    note = _("复查记录：{file}").format(file=report.record)
    return Told(data=data, lines=(*table(headers, rows), note), done=report.is_well)


def repair_one(session: Session, given: Namespace) -> Told:
    """Write a damaged bundle anew."""
    made = repair_bundle(given.file, given.copy, given.out, given.sha256, session.progress)
    shown = [
        (field_name("sealed_bundle"), made.path),
        (_("文件数"), made.files),
        (_("校验值"), made.sha256),
    ]
    data = {"file": made.path, "files": made.files, "bytes": made.bytes, "sha256": made.sha256}
    return Told(data=data, lines=facts(shown))


def restore_one(session: Session, given: Namespace) -> Told:
    """Make a workspace of a bundle again."""
    person, unit = given.person or account(), given.unit or _("单位未填")
    folder = given.folder.absolute()
    start = NewWorkspace(folder, session.profile, session.clock, person, unit)
    made = restore_bundle(start, bundles_meant(given.file), session.progress)
    shown = [
        (_("工作区"), folder),
        (_("内容校验值"), made.content_hash),
        (_("封存时的内容校验值"), made.stated_hash),
        (_("归档包中没有的文件"), len(made.absent)),
    ]
    verdict = (
        _("全部记录已由归档包重新建立，与封存时一致。")
        if made.is_equal
        else _("重新建立的记录与封存时不一致，请勿使用。")
    )
    data = {
        "ok": made.is_equal,
        "folder": folder,
        "project": made.project_id,
        "content_hash": made.content_hash,
        "stated_hash": made.stated_hash,
        "absent": list(made.absent),
    }
    return Told(data=data, lines=(*facts(shown), verdict), done=made.is_equal)
