"""`checklist`: list, show, check, compare, import and export checklist packs."""

from argparse import Namespace
from pathlib import Path

from inspector.cli.lookup import file_out
from inspector.cli.parsing import Parser, add_action
from inspector.cli.session import Session
from inspector.cli.shapes import pack_line_shape, pack_shape
from inspector.cli.telling import Told, table
from inspector.core.checklists import Item, Pack
from inspector.core.errors import InspectorError, Problem
from inspector.operations.packs import (
    check_pack,
    compare_packs,
    export_pack,
    find_pack,
    import_pack,
    list_packs,
    pack_code,
)
from inspector.words.checklists import duty_name, item_title, limit_text
from inspector.words.language import _, local
from inspector.words.packs import diff_lines


def declare(parser: Parser) -> None:
    """Declare the actions."""
    actions = parser.actions()
    which = _("清单：编号、编号@版本、校验值的前几位；缺省为国家起步清单的最新版")
    add_action(actions, "list", _("列出工作区里的检查清单"), list_all)
    show = add_action(actions, "show", _("查看清单的检查项"), show_one)
    show.add_argument("pack", nargs="?", default="", help=which)
    show.add_argument("--item", metavar="I", help=_("只看一个检查项"))
    show.add_argument("--discipline", metavar="D", help=_("只看一个专业，如 RD"))
    check = add_action(actions, "check", _("检查清单文件，不导入"), check_one)
    check.add_argument("file", type=Path, help=_("TOML、JSON 或 xlsx 文件，或文件夹"))
    diff = add_action(actions, "diff", _("逐项比较两个版本"), diff_two)
    diff.add_argument("before", help=_("旧版：工作区里的清单，或文件"))
    diff.add_argument("after", help=_("新版：工作区里的清单，或文件"))
    bring = add_action(actions, "import", _("导入清单"), import_one)
    bring.add_argument("file", type=Path, help=_("TOML、JSON 或 xlsx 文件，或文件夹"))
    export = add_action(actions, "export", _("导出清单（JSON 或 xlsx）"), export_one)
    export.add_argument("pack", nargs="?", default="", help=which)
    export.add_argument("--xlsform", action="store_true", help=_("写成 XLSForm 表格"))
    file_out(export, _("要写的文件，按扩展名为 JSON 或 xlsx"))


def list_all(session: Session, _given: Namespace) -> Told:
    """List the packs of the workspace."""
    with session.reading() as workspace:
        found = list_packs(workspace)
    headers = (_("清单"), _("标题"), _("校验值"))
    rows = ((one.code, local(one.title_zh, one.title_en), one.ref.hash[:12]) for one in found)
    return Told(data=[pack_line_shape(line) for line in found], lines=table(headers, rows))


def show_one(session: Session, given: Namespace) -> Told:
    """Show the items of a pack."""
    with session.reading() as workspace:
        pack = find_pack(workspace, given.pack)
    items = _chosen(pack, given)
    headers = (_("编号"), _("检查项"), _("必改/可选"), _("要求"))
    rows = ((item.id, item_title(item), duty_name(item.duty), limit_text(item)) for item in items)
    return Told(data=pack_shape(pack, items), lines=(_title(pack), *table(headers, rows)))


def _chosen(pack: Pack, given: Namespace) -> list[Item]:
    if given.item:
        return [pack.item(given.item.strip().upper())]
    if given.discipline is None:
        return list(pack.items)
    code = given.discipline.strip().upper()
    if code not in {discipline.code for discipline in pack.disciplines}:
        raise InspectorError(Problem.RECORD_MISSING, record="discipline", id=given.discipline)
    return list(pack.of_discipline(code))


def check_one(_session: Session, given: Namespace) -> Told:
    """Check a pack's file; everything wrong is told at once."""
    pack = check_pack(given.file)
    sentence = _("没有发现错误：{title}，{count} 项")
    told = sentence.format(title=_title(pack), count=len(pack.items))
    return Told(data={**pack_shape(pack, []), "count": len(pack.items)}, lines=(told,))


def diff_two(session: Session, given: Namespace) -> Told:
    """Compare two packs item by item."""
    found = compare_packs(_either(session, given.before), _either(session, given.after))
    lines = tuple(diff_lines(found)) or (_("两个版本内容相同。"),)
    return Told(data=found, lines=lines)


def _either(session: Session, text: str) -> Pack:
    """Read a pack from a file, or from the workspace by what names it."""
    if Path(text).exists():
        return check_pack(Path(text))
    with session.reading() as workspace:
        return find_pack(workspace, text)


def import_one(session: Session, given: Namespace) -> Told:
    """Take a pack in."""
    with session.writing() as workspace:
        pack = import_pack(workspace, given.file).value
    return Told(data={**pack_shape(pack, []), "count": len(pack.items)}, lines=(_title(pack),))


def export_one(session: Session, given: Namespace) -> Told:
    """Write a pack as one JSON file."""
    with session.reading() as workspace:
        pack = find_pack(workspace, given.pack)
    out = export_pack(pack, given.out, as_form=given.xlsform)
    return Told(data={**pack_shape(pack, []), "file": out}, lines=(str(out),))


def _title(pack: Pack) -> str:
    return f"{pack_code(pack.ref)} {local(pack.head.title_zh, pack.head.title_en)}"
