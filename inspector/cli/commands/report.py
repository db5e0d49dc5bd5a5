"""`report`: make the papers of a project, list those that were made."""

from argparse import Namespace
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from inspector.cli.commands.sign import add_trust
from inspector.cli.lookup import add_project_option, file_out, project_meant, visit_meant
from inspector.cli.parsing import Actions, Parser, UsageError, add_action
from inspector.cli.session import Session
from inspector.cli.shapes import checked_shape, report_shape
from inspector.cli.telling import Told, facts, plain, table
from inspector.core.batches import EntryState
from inspector.core.issued import EDITIONS, MEETING_SHEETS
from inspector.operations.batches import make_batch
from inspector.operations.checking_papers import check_paper, check_paper_file
from inspector.operations.disclosures import issue_disclosure, lists_of_visit
from inspector.operations.finding import only
from inspector.operations.reports import (
    MadeReport,
    issue_acceptance_report,
    issue_defects_report,
    issue_visit_report,
    list_reports,
)
from inspector.words.language import _
from inspector.words.records import field_name, paper_name
from inspector.words.reports import batch_line, checked_lines

if TYPE_CHECKING:
    from inspector.cli.parsing import Run


def declare(parser: Parser) -> None:
    """Declare the actions."""
    actions = parser.actions()
    _declare(actions, "acceptance", _("联合竣工验收报告"), make_acceptance)
    _declare(actions, "defects", _("问题台账，附经过和照片"), make_defects)
    visit = _declare(actions, "visit", _("一次查验的记录"), make_visit)
    visit.add_argument("--visit", metavar="V", help=_("查验（编号或 id），缺省为最近一次"))
    said = _("逐幢生成查验记录和会议各表；中断后再运行会接着做")
    batch = add_action(actions, "batch", said, make_all)
    add_project_option(batch)
    batch.add_argument(
        "--out", type=Path, required=True, metavar="FOLDER", help=_("放这些文件的文件夹")
    )
    batch.add_argument(
        "--format",
        choices=[end[1:] for end in EDITIONS],
        default=EDITIONS[0][1:],
        help=_("文件格式，缺省为 pdf"),
    )
    batch.add_argument(
        "--buildings-only", action="store_true", help=_("只生成分幢查验记录，不生成会议各表")
    )
    checking = add_action(
        actions, "check", _("核对一份报告：与记录一致、之后有变化、或查不到"), check_one
    )
    checking.add_argument(
        "paper",
        metavar="CODE|FILE",
        help=_("二维码内容、校验码、报告编号、编号/版次，或报告文件（.pdf .docx .xlsx）"),
    )
    add_trust(checking)
    told = _declare(actions, "disclosure", _("一次性告知书及其补充"), make_disclosure)
    told.add_argument("--visit", metavar="V", help=_("查验（编号或 id），缺省为最近一次"))
    told.add_argument("--list", metavar="N", help=_("告知书编号，缺省为最近一份"))
    listing = add_action(actions, "list", _("列出已生成的报告"), list_all)
    add_project_option(listing)


def _declare(actions: Actions, name: str, summary: str, command: "Run") -> Parser:
    parser = add_action(actions, name, summary, command)
    add_project_option(parser)
    file_out(parser, _("要写的文件：.pdf（签署、归档）、.docx（编辑）或 .xlsx（统计）"))
    return parser


def make_acceptance(session: Session, given: Namespace) -> Told:
    """Make the joint acceptance report of a project."""
    with session.writing() as workspace:
        project = project_meant(workspace, given.project)
        made = issue_acceptance_report(workspace, project.id, given.out, session.progress).value
    told = told_made(made)
    finality = {"final": made.is_final, "unmet": made.unmet, "conflicts": made.conflicts}
    lines = told.lines if made.is_final else (*told.lines, *_draft_lines(made))
    return replace(told, data={**report_data(made), **finality}, lines=lines)


def _draft_lines(made: MadeReport) -> Iterator[str]:
    """Say that a report is no final one, and what is disputed."""
    yield _("本报告未定稿：")
    yield from (f"  {line}" for line in made.unmet)
    for one in made.conflicts:
        yield f"  {one.record} {one.field}：{' ｜ '.join(one.values)}"


def make_defects(session: Session, given: Namespace) -> Told:
    """Make the register of defects of a project."""
    with session.writing() as workspace:
        project = project_meant(workspace, given.project)
        made = issue_defects_report(workspace, project.id, given.out, session.progress).value
    return told_made(made)


def make_visit(session: Session, given: Namespace) -> Told:
    """Make the record of a visit."""
    with session.writing() as workspace:
        project = project_meant(workspace, given.project)
        visit = visit_meant(workspace, project, given.visit)
        made = issue_visit_report(workspace, visit, given.out, session.progress).value
    return told_made(made)


def make_disclosure(session: Session, given: Namespace) -> Told:
    """Make the paper of a frozen list, the newest one of the visit if none is named."""
    with session.writing() as workspace:
        project = project_meant(workspace, given.project)
        visit = visit_meant(workspace, project, given.visit)
        lists = lists_of_visit(workspace, visit.id).lists
        meant = [one for one in lists if given.list in {None, one.number, one.id}]
        told = only(meant[-1:], "disclosure", given.list or visit.number)
        made = issue_disclosure(workspace, told.id, given.out, session.progress).value
    return told_made(made)


def report_data(made: MadeReport) -> dict[str, object]:
    """Show a report that was made just now."""
    return {**report_shape(made.report), "file": made.path, "warnings": made.warnings}


def told_made(made: MadeReport) -> Told:
    """Tell of a report that was made just now."""
    shown = [
        (field_name("report"), made.path),
        (field_name("number"), made.report.number),
        (_("页数"), made.pages or None),
        (_("校验值"), made.report.sha256),
    ]
    return Told(data=report_data(made), lines=facts(shown), sentences=made.warnings)


def make_all(session: Session, given: Namespace) -> Told:
    """Make the records of buildings and the sheets; it ends well only where none failed."""
    with session.writing() as workspace:
        project = project_meant(workspace, given.project)
        end = f".{given.format}"
        sheets = () if given.buildings_only else MEETING_SHEETS
        batch = make_batch(workspace, project.id, given.out, end, session.progress, sheets).value
    failed = batch.in_state(EntryState.FAILED)
    summary = batch_line(len(batch.entries), len(failed))
    reasons = (f"  {one.title}：{one.reason}" for one in failed)
    return Told(data=plain(batch), lines=(summary, *reasons), done=not failed)


def check_one(session: Session, given: Namespace) -> Told:
    """Compare a paper with the records; it ends well only where nothing differs."""
    if not given.paper.strip():
        raise UsageError(
            "inspector report check", _("请给出二维码内容、校验码、报告编号，或报告的文件名")
        )
    with session.reading() as workspace:
        path = Path(given.paper)
        is_file = path.exists() or path.suffix.lower() in EDITIONS
        look = (
            check_paper_file(workspace, path, given.trust)
            if is_file
            else check_paper(workspace, given.paper)
        )
    return Told(
        data=checked_shape(look),
        lines=tuple(checked_lines(look)),
        done=look.is_good,
    )


def list_all(session: Session, given: Namespace) -> Told:
    """List the papers made of a project."""
    with session.reading() as workspace:
        found = list_reports(workspace, project_meant(workspace, given.project).id)
    headers = (field_name("number"), _("版次"), field_name("kind"), _("生成时间"), _("文件"))
    rows = ((one.number, one.version, paper_name(one.kind), one.made_at, one.name) for one in found)
    return Told(data=[report_shape(one) for one in found], lines=table(headers, rows))
