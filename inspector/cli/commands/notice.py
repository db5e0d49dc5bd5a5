"""`notice`: issue a rectification notice, list notices, print one, take one back."""

from argparse import Namespace
from pathlib import Path

from inspector.cli.lookup import (
    add_project_option,
    day,
    file_out,
    notice_meant,
    party_meant,
    project_meant,
)
from inspector.cli.parsing import Actions, Parser, add_action
from inspector.cli.replies import plan_lines, plan_shape, receipt_lines, receipt_shape
from inspector.cli.session import Session
from inspector.cli.shapes import notice_shape
from inspector.cli.telling import Told, table
from inspector.core.defects import RecheckMode
from inspector.core.firstchecks import FirstChecks, together
from inspector.core.times import wall_time
from inspector.operations.defects import show_defect
from inspector.operations.firstchecks import PartyChecks, party_checks
from inspector.operations.notices import (
    NoticeDraft,
    NoticeLine,
    issue_notice,
    list_notices,
    print_notice,
    withdraw_notice,
)
from inspector.operations.replies import (
    list_replies,
    make_reply_sheet,
    preview_reply,
    take_reply,
)
from inspector.words.language import _
from inspector.words.notices import notice_due_text, standing_text
from inspector.words.problems import explain
from inspector.words.records import field_name


def declare(parser: Parser) -> None:
    """Declare the actions."""
    actions = parser.actions()
    _declare_issue(actions)
    listing = add_action(actions, "list", _("列出整改通知单"), list_all)
    add_project_option(listing)
    listing.add_argument("--overdue", action="store_true", help=_("只列已超期的"))
    listing.add_argument("--on", type=day, metavar="DATE", help=_("按哪一天计算超期（缺省为今天）"))
    rates = add_action(actions, "rates", _("按责任单位统计一次复验合格率"), rates_of)
    add_project_option(rates)
    printing = add_action(
        actions, "print", _("把整改通知单写成 PDF、Word 或 Excel（按扩展名）"), print_one
    )
    printing.add_argument("notice", help=_("通知单（编号或 id）"))
    add_project_option(printing)
    file_out(printing, _("要写的文件（.pdf、.docx 或 .xlsx）"))
    taking_back = add_action(actions, "withdraw", _("撤回整改通知单，写明原因"), withdraw_one)
    taking_back.add_argument("notice", help=_("通知单（编号或 id）"))
    add_project_option(taking_back)
    taking_back.add_argument("--reason", required=True, help=field_name("reason"))
    _declare_reply(actions)


def _declare_issue(actions: Actions) -> None:
    issue = add_action(actions, "issue", _("向一个责任单位下发整改通知单"), issue_one)
    add_project_option(issue)
    issue.add_argument("--party", required=True, help=_("责任单位（单位、角色或 id）"))
    time = issue.add_mutually_exclusive_group(required=True)
    time.add_argument("--due", type=day, metavar="DATE", help=field_name("due_on"))
    time.add_argument(
        "--term", type=int, metavar="DAYS", help=_("期限为下发次日起的工作日数，按节假日表计算")
    )
    issue.add_argument(
        "--defect",
        nargs="+",
        action="extend",
        default=[],
        metavar="D",
        help=_("问题（编号或 id）；缺省为该单位全部已记录的问题"),
    )
    issue.add_argument(
        "--recheck",
        choices=[mode.value for mode in RecheckMode],
        default=RecheckMode.ON_SITE.value,
        help=_("复查方式"),
    )
    issue.add_argument("--demand", help=field_name("demand"))


def _declare_reply(actions: Actions) -> None:
    about = _("整改回复单：生成、收回、列出")
    reply = actions.add_parser("reply", help=about, help_text=about).actions()
    making = add_action(reply, "make", _("生成一份通知单的整改回复单，供对方填写"), make_reply)
    making.add_argument("notice", help=_("通知单（编号或 id）"))
    add_project_option(making)
    file_out(making, _("要写的文件（.xlsx 或 .docx）"))
    taking = add_action(reply, "take", _("收回填好的整改回复单"), take_one_reply)
    taking.add_argument("file", type=Path, help=_("填好的回复单（.xlsx 或 .docx）"))
    taking.add_argument("--photos", type=Path, help=_("另附的照片：文件夹或 ZIP，按序号命名"))
    taking.add_argument("--notice", help=_("只收这一份通知单的回复（编号或 id）"))
    add_project_option(taking)
    taking.add_argument("--dry-run", action="store_true", help=_("只核对，不收入"))
    listing = add_action(reply, "list", _("列出一份通知单收到的回复"), list_all_replies)
    listing.add_argument("notice", help=_("通知单（编号或 id）"))
    add_project_option(listing)


def issue_one(session: Session, given: Namespace) -> Told:
    """Issue recorded defects to their party."""
    with session.writing() as workspace:
        project = project_meant(workspace, given.project)
        draft = NoticeDraft(
            party_id=party_meant(workspace, project, given.party).id,
            due_on=given.due,
            term=given.term,
            defect_ids=tuple(show_defect(workspace, code).defect.id for code in given.defect),
            recheck_mode=RecheckMode(given.recheck),
            demand=given.demand,
        )
        notice = issue_notice(workspace, project.id, draft).value
        lines = [one for one in list_notices(workspace, project.id) if one.notice.id == notice.id]
    return Told(data=notice_shape(lines[0]), lines=_lines(lines))


def list_all(session: Session, given: Namespace) -> Told:
    """List the notices of a project."""
    with session.reading() as workspace:
        found = list_notices(workspace, project_meant(workspace, given.project).id, given.on)
    if given.overdue:
        found = [one for one in found if one.standing.overdue]
    return Told(data=[notice_shape(line) for line in found], lines=_lines(found))


def rates_of(session: Session, given: Namespace) -> Told:
    """Tell how often repairs passed their first re-check, by party and together."""
    with session.reading() as workspace:
        found = party_checks(workspace, project_meant(workspace, given.project).id)
    whole = together(one.checks for one in found)
    names = ("party_id", "checked", "passed", "rate")
    rows = [(one.unit or "—", *_checks_cells(one.checks)) for one in found]
    lines = table([field_name(name) for name in names], [*rows, (_("合计"), *_checks_cells(whole))])
    data = {"parties": [_checks_shape(one) for one in found], "together": _checks_data(whole)}
    return Told(data=data, lines=lines)


def _checks_cells(checks: FirstChecks) -> tuple[object, ...]:
    return (checks.checked, checks.passed, f"{checks.percent} %" if checks.percent else "—")


def _checks_shape(one: PartyChecks) -> dict[str, object]:
    return {"party_id": one.checks.party_id, "unit": one.unit, **_checks_data(one.checks)}


def _checks_data(checks: FirstChecks) -> dict[str, object]:
    rate = None if checks.rate is None else str(checks.rate)
    return {
        "checked": checks.checked,
        "passed": checks.passed,
        "rate": rate,
        "percent": checks.percent,
    }


def print_one(session: Session, given: Namespace) -> Told:
    """Write a notice in the edition that the file's name asks for."""
    with session.reading() as workspace:
        notice = notice_meant(workspace, given.project, given.notice)
        made = print_notice(workspace, notice.id, given.out, session.progress)
    data = {
        "id": notice.id,
        "code": notice.number,
        "file": made.path,
        "sha256": made.sha256,
        "pages": made.pages,
    }
    return Told(data=data, lines=(str(made.path),))


def withdraw_one(session: Session, given: Namespace) -> Told:
    """Take a notice back."""
    with session.writing() as workspace:
        notice = notice_meant(workspace, given.project, given.notice)
        withdraw_notice(workspace, notice.id, given.reason)
        found = list_notices(workspace, notice.project_id)
    lines = [one for one in found if one.notice.id == notice.id]
    return Told(data=notice_shape(lines[0]), lines=_lines(lines))


def make_reply(session: Session, given: Namespace) -> Told:
    """Write the empty reply sheet of a notice."""
    with session.reading() as workspace:
        notice = notice_meant(workspace, given.project, given.notice)
        path = make_reply_sheet(workspace, notice.id, given.out)
    data = {"id": notice.id, "code": notice.number, "file": path}
    return Told(data=data, lines=(str(path),))


def take_one_reply(session: Session, given: Namespace) -> Told:
    """Take a filled reply sheet in, or say what taking it would do."""
    with session.writing() as workspace:
        wanted = given.notice and notice_meant(workspace, given.project, given.notice).id
        if given.dry_run:
            plan = preview_reply(workspace, given.file, given.photos, wanted)
            return Told(data=plan_shape(plan), lines=tuple(plan_lines(plan)))
        receipt = take_reply(workspace, given.file, given.photos, wanted, session.progress).value
    notes = tuple(explain(one.error) for one in receipt.photos.refused)
    return Told(data=receipt_shape(receipt), lines=(*receipt_lines(receipt), *notes))


def list_all_replies(session: Session, given: Namespace) -> Told:
    """List the replies to a notice."""
    with session.reading() as workspace:
        found = list_replies(workspace, notice_meant(workspace, given.project, given.notice).id)
    rows = ((wall_time(one.at_ms).date(), one.name, one.sha256[:12]) for one in found)
    data = [
        {"id": one.id, "code": one.sha256[:12], "title": one.name, "sha256": one.sha256}
        for one in found
    ]
    return Told(data=data, lines=table((_("收入日期"), field_name("name"), "SHA-256"), rows))


def _lines(lines: list[NoticeLine]) -> tuple[str, ...]:
    headers = (
        *(field_name("number"), field_name("party_id"), _("下发日期")),
        *(field_name("due_on"), _("问题"), _("未了结"), _("情况")),
    )
    rows = (
        (
            *(one.notice.number, one.party.unit if one.party else "", one.notice.issued_on),
            *(notice_due_text(one.notice), len(one.notice.defect_ids), one.open_defects),
            standing_text(one.notice, one.standing),
        )
        for one in lines
    )
    return table(headers, rows)
