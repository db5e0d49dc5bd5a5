"""The panels of notices: all of them, one of them, and a reply before it is taken in."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from inspector.operations.firstchecks import PartyChecks
from inspector.operations.notices import NoticeLine
from inspector.operations.replies import ReplyPlan
from inspector.ui.kit.style.tokens import Tone
from inspector.ui.kit.widgets.buttons import KeyButton, Kind
from inspector.ui.kit.widgets.flow import FlowLayout
from inspector.ui.kit.widgets.lines import LineList
from inspector.ui.kit.widgets.texts import Pairs, SectionLabel, body, small
from inspector.ui.screens.defects.notices.model import (
    answer_lines,
    defect_lines,
    notice_facts,
    notice_lines,
    plan_facts,
    plan_remarks,
    rate_lines,
    reply_lines,
)
from inspector.ui.screens.defects.notices.viewmodel import NoticeTold
from inspector.ui.screens.defects.parts.view import FormPane
from inspector.words.language import _

_PAPERS = ((".pdf", "PDF"), (".docx", "Word"), (".xlsx", "Excel"))
_SHEETS = ((".xlsx", "Excel"), (".docx", "Word"))


class NoticesPane(FormPane):
    """All notices of a project; given takes a reply in, whichever notice it answers.

    Signals:
        chosen(str): look at this notice.
    """

    chosen = Signal(str)

    def __init__(self, notices: Sequence[NoticeLine], rates: Sequence[PartyChecks] = ()) -> None:
        super().__init__(_("整改通知单"), _("收回复单…"))
        self.no.set_text(_("返回"))
        self._count = small()
        self.list = LineList("notice")
        self.list.followed.connect(self.chosen)
        self.body.addWidget(self._count)
        self.body.addWidget(self.list)
        self._rates = SectionLabel(_("一次复验合格率"), _("首次复验即合格的问题占已复验的问题"))
        self.rates = LineList("rate")
        self.body.addWidget(self._rates)
        self.body.addWidget(self.rates)
        self.body.addStretch(1)
        self.set(notices, rates)

    def set(self, notices: Sequence[NoticeLine], rates: Sequence[PartyChecks]) -> None:
        """List these."""
        late = sum(bool(one.standing.overdue) for one in notices)
        counted = _("{count} 份，{late} 份超期").format(count=len(notices), late=late)
        self._count.set(counted if notices else _("还没有下发过通知单。"))
        self.list.show_lines(notice_lines(notices))
        self.rates.show_lines(rate_lines(rates))
        self._rates.setVisible(bool(rates))
        self.rates.setVisible(bool(rates))


class NoticePane(FormPane):
    """One notice: what it says, how it stands, its papers; given takes a reply in.

    Signals:
        defect_chosen(str): look at this defect.
        paper_wanted(str): write the notice with this end.
        sheet_wanted(str): write its reply sheet with this end.
        withdrawn(): take it back.
    """

    defect_chosen = Signal(str)
    paper_wanted = Signal(str)
    sheet_wanted = Signal(str)
    withdrawn = Signal()

    def __init__(self, told: NoticeTold) -> None:
        super().__init__(told.line.notice.number, _("收回复单…"))
        self.told = told
        line = told.line
        is_withdrawn = line.notice.withdrawn is not None
        self.no.set_text(_("返回"))
        self.back_button = KeyButton(_("撤回…"), kind=Kind.QUIET)
        self.back_button.setObjectName("withdraw_notice")
        self.back_button.clicked.connect(self.withdrawn)
        self.back_button.setEnabled(not is_withdrawn)
        self.yes.setEnabled(not is_withdrawn)
        self.foot.insertWidget(0, self.back_button)
        facts = Pairs()
        facts.set([pair for pair in notice_facts(line, line.issuer) if pair[1]])
        self.body.addWidget(facts)
        self._add_papers(can_reply=not is_withdrawn and line.open_defects > 0)
        self._add_lists(told)
        self.body.addStretch(1)

    def _add_papers(self, *, can_reply: bool) -> None:
        row = QWidget()
        flow = FlowLayout(row)
        for end, name in _PAPERS:
            button = KeyButton(_("通知单 {kind}").format(kind=name), icon="report")
            button.setObjectName(f"paper_{end[1:]}")
            button.clicked.connect(lambda _on=False, end=end: self.paper_wanted.emit(end))
            flow.addWidget(button)
        for end, name in _SHEETS:
            button = KeyButton(_("回复单 {kind}").format(kind=name), icon="export")
            button.setObjectName(f"sheet_{end[1:]}")
            button.setEnabled(can_reply)
            button.clicked.connect(lambda _on=False, end=end: self.sheet_wanted.emit(end))
            flow.addWidget(button)
        self.body.addWidget(row)
        self.body.addWidget(
            small(_("回复单发给责任单位填写，对方不用装本程序；填好后在这里收回。"))
        )

    def _add_lists(self, told: NoticeTold) -> None:
        lines = defect_lines(told.line.notice, told.defects)
        self.defects = LineList("of_notice")
        self.defects.followed.connect(self.defect_chosen)
        self.defects.show_lines(lines)
        heading = _("{count} 条").format(count=len(lines))
        self.body.addWidget(SectionLabel(_("问题"), heading))
        self.body.addWidget(self.defects)
        self.replies = LineList("reply")
        self.replies.show_lines(reply_lines(told.replies))
        parts: tuple[QWidget, ...] = (SectionLabel(_("收到的回复单")), self.replies)
        for part in parts:
            self.body.addWidget(part)
            part.setVisible(bool(told.replies))


class ReplyPane(FormPane):
    """A reply as it was read: what it says, and what of it has no place; given takes it in.

    Signals:
        photos_wanted(): photos lie beside it: in a ZIP, or in a folder.
        folder_wanted(): likewise.
    """

    photos_wanted = Signal()
    folder_wanted = Signal()

    def __init__(self, plan: ReplyPlan) -> None:
        super().__init__(_("收整改回复单"), _("收入"))
        self.plan = plan
        facts = Pairs()
        facts.set([pair for pair in plan_facts(plan) if pair[1]])
        self.body.addWidget(facts)
        for text in plan_remarks(plan):
            self.body.addWidget(body(text))
        self.answers = LineList("answer")
        self.answers.show_lines(answer_lines(plan))
        self.body.addWidget(SectionLabel(_("回复")))
        self.body.addWidget(self.answers)
        self.body.addStretch(1)
        self.folder = KeyButton(_("另附照片文件夹…"), icon="folder", kind=Kind.QUIET)
        self.folder.setObjectName("reply_folder")
        self.folder.clicked.connect(self.folder_wanted)
        self.zip = KeyButton(_("另附 ZIP…"), kind=Kind.QUIET)
        self.zip.setObjectName("reply_zip")
        self.zip.clicked.connect(self.photos_wanted)
        self.foot.insertWidget(0, self.folder)
        self.foot.insertWidget(1, self.zip)


class ReplyFaults(FormPane):
    """What is wrong with a reply, sentence by sentence; given chooses another file."""

    def __init__(self, summary: str, faults: Sequence[str]) -> None:
        super().__init__(_("没有收入"), _("另选文件…"))
        self.no.set_text(_("返回"))
        self.refusal.say(summary, Tone.FAIL)
        self.faults = list(faults)
        for text in faults:
            self.body.addWidget(body(text))
        if faults:
            self.body.addWidget(small(_("请让对方改正后再发来，或在表里改正、保存后再收。")))
        self.body.addStretch(1)


class PaperDone(FormPane):
    """A paper as it now lies on the disk: open it, or see it in its folder.

    Signals:
        asked_folder(): show the folder.
    """

    asked_folder = Signal()

    def __init__(self, heading: str, path: Path, remark: str) -> None:
        super().__init__(heading, _("打开"))
        self.path = path
        facts = Pairs()
        facts.set([(_("文件"), path.name), (_("文件夹"), str(path.parent))])
        folder = KeyButton(_("在文件夹中显示"), icon="folder")
        folder.setObjectName("show_folder")
        folder.clicked.connect(self.asked_folder)
        self.no.set_text(_("返回"))
        self.foot.insertWidget(0, folder)
        self.body.addWidget(facts)
        self.body.addWidget(small(remark))
        self.body.addStretch(1)
