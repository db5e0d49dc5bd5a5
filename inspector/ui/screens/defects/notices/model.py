"""What the panels of notices show, in words."""

from collections.abc import Sequence

from inspector.core.defects import Defect, Notice
from inspector.core.firstchecks import together
from inspector.core.replies import Reply
from inspector.core.times import wall_time
from inspector.operations.firstchecks import PartyChecks
from inspector.operations.notices import NoticeLine
from inspector.operations.replies import ReplyAnswer, ReplyPlan
from inspector.ui.kit.painting import Mark
from inspector.ui.kit.style.tokens import Tone
from inspector.ui.kit.widgets.lines import Line
from inspector.words.language import _
from inspector.words.notices import checks_text, notice_due_text, standing_text, withdrawn_text
from inspector.words.records import recheck_mode_name, state_name
from inspector.words.replies import bare_text, owing_text, unanswered_text, unplaced_text


def notice_lines(notices: Sequence[NoticeLine]) -> list[Line]:
    """List the notices: number, to whom, until when, and how each stands."""
    return [
        Line(
            key=one.notice.id,
            text=_("{number}　{unit}　{due}").format(
                number=one.notice.number,
                unit=one.party.unit if one.party else "—",
                due=one.notice.due_on.isoformat(),
            ),
            word=standing_text(one.notice, one.standing),
            word_tone=_tone(one),
            mark=_mark(one),
            leads=True,
            is_loud=bool(one.standing.overdue),
        )
        for one in notices
    ]


def rate_lines(rates: Sequence[PartyChecks]) -> list[Line]:
    """List how often repairs passed their first re-check: each party, and all together."""
    rows = [(one.checks.party_id or "nobody", one.unit, one.checks) for one in rates]
    if len(rows) > 1:
        rows.append(("together", _("合计"), together(one.checks for one in rates)))
    return [
        Line(
            key=key,
            text=unit or _("未指定责任单位"),
            word=checks_text(checks),
            mark=Mark.PASS if checks.passed == checks.checked else Mark.OPEN,
            is_tall=False,
        )
        for key, unit, checks in rows
    ]


def _tone(one: NoticeLine) -> Tone:
    if one.standing.overdue:
        return Tone.FAIL
    return Tone.WARN if one.standing.replied else Tone.MUTED


def _mark(one: NoticeLine) -> Mark:
    if one.notice.withdrawn is not None:
        return Mark.NONE
    if one.standing.overdue:
        return Mark.FAIL
    if one.standing.replied:
        return Mark.WARN
    return Mark.OPEN if one.standing.still_open else Mark.PASS


def notice_facts(line: NoticeLine, issuer: str) -> list[tuple[str, str]]:
    """Say what a notice says."""
    notice = line.notice
    return [
        (_("责任单位"), line.party.unit if line.party else "—"),
        (_("下发"), _("{day}　{name}").format(day=notice.issued_on.isoformat(), name=issuer)),
        (_("期限"), notice_due_text(notice)),
        (_("复验方式"), recheck_mode_name(notice.recheck_mode)),
        (_("总要求"), notice.demand or ""),
        (_("情况"), standing_text(notice, line.standing)),
        (_("撤回"), withdrawn_text(notice) or ""),
    ]


def defect_lines(notice: Notice, defects: Sequence[Defect]) -> list[Line]:
    """List what a notice demands, each leading to its sheet."""
    by_id = {one.id: one for one in defects}
    found = [by_id[one] for one in notice.defect_ids if one in by_id]
    return [
        Line(
            key=one.id,
            text=_("{number}　{text}").format(number=one.number, text=one.text),
            word=state_name(one.state),
            mark=Mark.OPEN if one.is_open else Mark.PASS,
            leads=True,
        )
        for one in found
    ]


def reply_lines(replies: Sequence[Reply]) -> list[Line]:
    """List the reply sheets that were taken in."""
    return [
        Line(
            key=one.id,
            text=one.name,
            word=wall_time(one.at_ms).date().isoformat(),
            mark=Mark.PASS,
            is_tall=False,
        )
        for one in replies
    ]


def plan_facts(plan: ReplyPlan) -> list[tuple[str, str]]:
    """Say what taking a reply in would do."""
    placed = sum(len(one.pictures) for one in plan.answers)
    known = len(plan.answers) - len(plan.fresh)
    return [
        (_("文件"), plan.file.name),
        (_("通知单"), plan.notice.number),
        (_("新回复"), _("{count} 条").format(count=len(plan.fresh))),
        (_("已收过"), _("{count} 条").format(count=known) if known else ""),
        (_("照片"), _("{count} 张").format(count=placed)),
        (_("另附照片"), plan.photos.name if plan.photos else ""),
    ]


def plan_remarks(plan: ReplyPlan) -> list[str]:
    """Say what the person should know before taking a reply in."""
    return [
        *([unplaced_text(len(plan.unplaced))] if plan.unplaced else []),
        *([bare_text(plan.bare)] if plan.bare else []),
        *([owing_text(plan.owing)] if plan.owing else []),
        *([unanswered_text(plan.unanswered)] if plan.unanswered else []),
    ]


def answer_lines(plan: ReplyPlan) -> list[Line]:
    """List the answers of a reply."""
    return [
        Line(
            key=one.defect.id,
            text=_("{number}　{text}").format(number=one.defect.number, text=one.row.measure),
            word=_said(one),
            mark=Mark.NONE if one.is_known else Mark.PASS,
            is_tall=False,
        )
        for one in plan.answers
    ]


def _said(one: ReplyAnswer) -> str:
    if one.is_known:
        return _("已收过")
    return _("{day}　{name}　照片 {count} 张").format(
        day=one.row.done_on.isoformat(), name=one.row.done_by, count=len(one.pictures)
    )
