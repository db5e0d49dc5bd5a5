"""`report`: make the papers of a project, list those that were made."""

from argparse import Namespace

from inspector.cli.lookup import add_project_option, file_out, project_meant
from inspector.cli.parsing import Parser, add_action
from inspector.cli.session import Session
from inspector.cli.shapes import report_shape
from inspector.cli.telling import Told, facts, table
from inspector.operations.reports import issue_acceptance_report, list_reports
from inspector.words.language import _
from inspector.words.records import field_name, paper_name


def declare(parser: Parser) -> None:
    """Declare the actions."""
    actions = parser.actions()
    acceptance = add_action(actions, "acceptance", _("联合竣工验收报告（PDF）"), make_acceptance)
    add_project_option(acceptance)
    file_out(acceptance, _("要写的 PDF 文件"))
    listing = add_action(actions, "list", _("列出已生成的报告"), list_all)
    add_project_option(listing)


def make_acceptance(session: Session, given: Namespace) -> Told:
    """Make the joint acceptance report of a project."""
    with session.writing() as workspace:
        project = project_meant(workspace, given.project)
        made = issue_acceptance_report(workspace, project.id, given.out, session.progress).value
    data = {**report_shape(made.report), "file": made.path, "warnings": made.warnings}
    shown = [
        (field_name("report"), made.path),
        (field_name("number"), made.report.number),
        (_("页数"), made.pages),
        (_("校验值"), made.report.sha256),
    ]
    return Told(data=data, lines=facts(shown), sentences=made.warnings)


def list_all(session: Session, given: Namespace) -> Told:
    """List the papers made of a project."""
    with session.reading() as workspace:
        found = list_reports(workspace, project_meant(workspace, given.project).id)
    headers = (field_name("number"), _("版次"), field_name("kind"), _("生成时间"), _("文件"))
    rows = ((one.number, one.version, paper_name(one.kind), one.made_at, one.name) for one in found)
    return Told(data=[report_shape(one) for one in found], lines=table(headers, rows))
