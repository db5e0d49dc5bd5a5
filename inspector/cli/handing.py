"""The hand-over on the command line: the register of a bundle, and values typed from it."""

from argparse import Namespace
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from inspector.cli.lookup import add_project_option, file_out, project_meant
from inspector.cli.parsing import Actions, Parser, add_action
from inspector.cli.session import Session
from inspector.cli.telling import Told, facts
from inspector.core.checkvalues import differing_groups, grouped, whole_value
from inspector.core.faults import Verification
from inspector.operations.bundles import bundles_meant
from inspector.operations.handing import Blanks, Comparison, compare_values, make_handover
from inspector.operations.volume_drafts import draft_forms
from inspector.words.language import _

_MANY = 8
"""Groups that differ beyond which a slip of the pen is not what happened."""


def declare_handover(actions: Actions) -> None:
    """Declare the action that makes a register."""
    told = _("出具移交与接收登记表（数据取自归档包，不需要工作区）")
    handover = add_action(actions, "handover", told, hand_over)
    handover.add_argument(
        "file",
        type=Path,
        nargs="+",
        help=_("归档包：ZIP 文件或文件夹，或存放各部分的文件夹"),
    )
    file_out(handover, _("要写的登记表：.pdf、.csv 或 .xlsx"))
    handover.add_argument("--receiver", default="", help=_("接收单位；缺省留空，手写"))
    handover.add_argument(
        "--medium", default="", help=_("载体类型、规格，如“蓝光光盘 25GB”；缺省留空，手写")
    )


def hand_over(session: Session, given: Namespace) -> Told:
    """Make the register of a bundle."""
    blanks = Blanks(receiver=given.receiver.strip(), medium=given.medium.strip())
    paper = make_handover(bundles_meant(given.file), given.out, blanks, session.progress)
    held = paper.holdings
    shown: list[tuple[str, object]] = [(_("移交登记表"), given.out)]
    shown += [(disc.code, grouped(disc.sha256)) for disc in paper.discs]
    data = {
        "file": given.out,
        "number": paper.identity.number,
        "sender": paper.sender,
        "receiver": paper.receiver,
        "volumes": held.volumes if held else None,
        "pages": held.pages if held else None,
        "photos": held.photos if held else None,
        "files": paper.files,
        "bytes": paper.bytes,
        "discs": list(paper.discs),
    }
    return Told(data=data, lines=facts(shown))


# -- verify --expect -----------------------------------------------------------------------------


def add_expect(verify: Parser) -> None:
    """Let a check be told the values that stand on the register."""
    verify.add_argument(
        "--expect",
        action="append",
        default=[],
        metavar="CODE",
        help=_("移交登记表上的校验值（可含空格），逐组比对；分盘的每部分各给一个"),
    )


def expected_values(given: Namespace) -> list[str]:
    """Read the values that were typed; a slip is refused before anything is read."""
    return [whole_value(text) for text in given.expect]


def with_comparison(
    told: Told, typed: Sequence[str], found: Sequence[tuple[Path, Verification]]
) -> Told:
    """Add to what a check tells how its values compare with those from the register."""
    if not typed:
        return told
    compared = compare_values(typed, found)
    notes = tuple(_sentences(compared))
    if compared.agrees:
        lines = (*told.lines, _("校验值与移交登记表上的一致。"))
    else:
        other = _("校验值与移交登记表上的不符，请勿使用。以下只说明归档包与它自带的清单是否相符。")
        lines = (other, *told.lines)
    data = dict(told.data) if isinstance(told.data, dict) else {}
    data |= {"expected": list(typed), "as_expected": compared.agrees}
    data["ok"] = told.done and compared.agrees
    return replace(
        told,
        data=data,
        lines=lines,
        sentences=(*told.sentences, *notes),
        done=told.done and compared.agrees,
    )


def _sentences(compared: Comparison) -> list[str]:
    if len(compared.other) == len(compared.unmet) == 1:
        (_path, value), typed = compared.other[0], compared.unmet[0]
        groups = differing_groups(typed, value) if value else ()
        if 0 < len(groups) <= _MANY:
            return [
                _(
                    "第 {groups} 组不同：登记表上为 {typed}，归档包为 {found}。请先核对有无抄错。"
                ).format(
                    groups="、".join(map(str, groups)), typed=grouped(typed), found=grouped(value)
                )
            ]
    other = _("“{file}”的校验值 {value} 不在登记表给出的校验值中：不是所登记的那一份，或已被更换。")
    unmet = _("没有校验值为 {value} 的归档包。")
    return [
        *(other.format(file=path, value=grouped(value)) for path, value in compared.other),
        *(unmet.format(value=grouped(value)) for value in compared.unmet),
    ]


# -- forms before sealing ------------------------------------------------------------------------


def declare_forms(actions: Actions) -> None:
    """Declare the action that writes the papers of all volumes before they are sealed."""
    told = _("封存前试出各案卷的封面、卷内目录、备考表、照片册和案卷目录、移交书")
    forms = add_action(actions, "forms", told, write_forms)
    add_project_option(forms)
    forms.add_argument("--out", type=Path, required=True, metavar="DIR", help=_("要新建的文件夹"))


def write_forms(session: Session, given: Namespace) -> Told:
    """Write the papers of all volumes into a new folder."""
    with session.reading() as workspace:
        project = project_meant(workspace, given.project)
        made = draft_forms(workspace, project.id, given.out, session.progress)
    lines = tuple(str(path.relative_to(given.out)) for path in made)
    return Told(data={"folder": given.out, "files": list(lines)}, lines=lines)
