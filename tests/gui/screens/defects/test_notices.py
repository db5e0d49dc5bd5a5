"""Notices in the window: how they stand, their papers, withdrawing, and replies that come back."""

from datetime import date, timedelta

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices

from inspector.core.defects import DefectState, DefectStep
from inspector.operations.defects import MoveDraft, move_defect, show_defect
from inspector.operations.notices import NoticeDraft, issue_notice, list_notices
from inspector.operations.photos import IntakeOrder, import_photos, list_photos
from inspector.operations.workspace import change_person
from inspector.ui.screens.defects.notices.view import (
    NoticePane,
    NoticesPane,
    PaperDone,
    ReplyFaults,
    ReplyPane,
)
from tests.kit.builders import make_defect
from tests.kit.photo_files import make_block, make_jpeg
from tests.kit.reply_sheets import FIRST_ROW, answer, workbook


@pytest.fixture
def issued(site):
    defects = [
        make_defect(site.workspace, site.project, site.place, text, party_id=site.party.id)
        for text in ("外墙涂层起皮", "井盖异响")
    ]
    draft = NoticeDraft(party_id=site.party.id, term=5)
    notice = issue_notice(site.workspace, site.project.id, draft).value
    site.clock.tick(timedelta(days=9))
    return notice, defects


def opened(hands, kind):
    """Open the panel of all notices, and of the one there is."""
    hands.open()
    hands.press("all_notices")
    if kind is NoticePane:
        form = hands.screen.work.form
        hands.press(f"notice_{form.list.lines()[0].key}")
    form = hands.screen.work.form
    assert isinstance(form, kind)
    return form


def test_the_list_tells_terms_and_what_is_late(hands, issued):
    notice, _defects = issued
    form = opened(hands, NoticesPane)
    (line,) = form.list.lines()
    assert notice.number in line.text
    assert notice.due_on.isoformat() in line.text
    assert line.word == "2 条超期，最长 2 天"


def test_without_notices_it_says_so(hands, site):
    form = opened(hands, NoticesPane)
    assert form.list.lines() == []
    assert "还没有" in form._count.words()


@pytest.mark.parametrize("name", ["paper_pdf", "paper_docx", "sheet_xlsx", "sheet_docx"])
def test_papers_lie_in_the_exports_and_open(hands, issued, qtbot, monkeypatch, name):
    opened(hands, NoticePane)
    hands.press(name)
    qtbot.waitUntil(lambda: isinstance(hands.screen.work.form, PaperDone), timeout=20_000)
    hands.settle()
    path = hands.screen.work.form.path
    assert path.is_file()
    assert path.suffix == f".{name.partition('_')[2]}"
    shown = []
    monkeypatch.setattr(QDesktopServices, "openUrl", shown.append)
    hands.press("give_form")
    assert shown == [QUrl.fromLocalFile(str(path))]


def test_a_notice_is_withdrawn_with_a_reason(hands, site, ask, issued):
    _notice, defects = issued
    opened(hands, NoticePane)
    ask.answers = ["责任单位有误"]
    hands.press("withdraw_notice")
    hands.settle()
    (line,) = list_notices(site.workspace, site.project.id)
    assert line.notice.withdrawn.reason == "责任单位有误"
    assert show_defect(site.workspace, defects[0].id).defect.state is DefectState.RECORDED
    form = hands.screen.work.form
    assert isinstance(form, NoticePane)
    assert not form.back_button.isEnabled()
    assert not form.yes.isEnabled()


def test_a_defect_of_a_notice_leads_to_its_sheet(hands, issued):
    _notice, (first, _second) = issued
    opened(hands, NoticePane)
    hands.press(f"of_notice_{first.id}")
    assert hands.screen.work.form is None
    assert hands.screen.work.sheet.title_words() == first.text


def test_a_reply_is_read_shown_and_taken_in(hands, site, ask, issued, qtbot, tmp_path):
    notice, (first, second) = issued
    rows = [answer(first.number, day=date(2026, 5, 18))]
    floating = {FIRST_ROW: [make_jpeg()], 2: [make_jpeg(size=(40, 40))]}
    file = workbook(tmp_path / "r.xlsx", notice.number, rows, floating=floating)
    opened(hands, NoticesPane)
    ask.answers = [[file]]
    hands.press("give_form")
    qtbot.waitUntil(lambda: isinstance(hands.screen.work.form, ReplyPane), timeout=20_000)
    hands.settle()
    form = hands.screen.work.form
    (line,) = form.answers.lines()
    assert first.number in line.text
    assert "2026-05-18" in line.word
    assert show_defect(site.workspace, first.id).defect.state is DefectState.ISSUED
    hands.press("give_form")
    qtbot.waitUntil(lambda: isinstance(hands.screen.work.form, NoticePane), timeout=20_000)
    hands.settle()
    assert show_defect(site.workspace, first.id).defect.state is DefectState.REPLIED
    assert show_defect(site.workspace, second.id).defect.state is DefectState.ISSUED
    assert len(list_photos(site.workspace, site.project.id)) == 2
    assert [one.text for one in hands.screen.work.form.replies.lines()] == ["r.xlsx"]


def test_photos_beside_are_read_with_the_sheet(hands, ask, issued, qtbot, tmp_path):
    notice, (first, _second) = issued
    rows = [answer(first.number, day=date(2026, 5, 18))]
    file = workbook(tmp_path / "r.xlsx", notice.number, rows)
    beside = tmp_path / "photos"
    beside.mkdir()
    (beside / "1-1.jpg").write_bytes(make_jpeg())
    opened(hands, NoticesPane)
    ask.answers = [[file], beside]
    hands.press("give_form")
    qtbot.waitUntil(lambda: isinstance(hands.screen.work.form, ReplyPane), timeout=20_000)
    hands.settle()
    hands.press("reply_folder")
    shown = hands.screen.work
    qtbot.waitUntil(lambda: shown.form.plan.photos == beside, timeout=20_000)
    hands.settle()
    assert len(shown.form.plan.answers[0].pictures) == 1


def test_a_wrong_reply_lists_what_is_wrong_and_takes_nothing(
    hands, site, ask, issued, qtbot, tmp_path
):
    notice, (first, _second) = issued
    rows = [answer(first.number, day="五月"), answer("JF2-12-K7-9999", 2, by="")]
    file = workbook(tmp_path / "r.xlsx", notice.number, rows)
    opened(hands, NoticesPane)
    ask.answers = [[file]]
    hands.press("give_form")
    qtbot.waitUntil(lambda: isinstance(hands.screen.work.form, ReplyFaults), timeout=20_000)
    hands.settle()
    form = hands.screen.work.form
    assert form.refusal.words() == "reply_invalid"
    assert any("G5（完成日期）" in one for one in form.faults)
    assert any("H6（整改人）" in one for one in form.faults)
    assert any("B6（问题编号）" in one for one in form.faults)
    assert show_defect(site.workspace, first.id).defect.state is DefectState.ISSUED


def test_the_rate_of_first_rechecks_stands_below_the_notices(hands, issued, tmp_path):
    _notice, defects = issued
    form = opened(hands, NoticesPane)
    assert not form.rates.isVisible()
    workspace, defect = hands.screen.desk.workspace, defects[0]
    path = tmp_path / "after.jpg"
    path.write_bytes(make_jpeg(make_block()))
    order = IntakeOrder(project_id=defect.project_id)
    photo = import_photos(workspace, [path], order).value.taken[0]
    reply = MoveDraft(step=DefectStep.REPLY, reason="已修", photo_ids=(photo.id,))
    move_defect(workspace, defect.id, reply)
    change_person(workspace, "赵复验", "监督站")
    move_defect(workspace, defect.id, MoveDraft(step=DefectStep.RECHECK_PASS))
    form = opened(hands, NoticesPane)
    assert form.rates.isVisible()
    assert [line.word for line in form.rates.lines()] == ["1/1（100.0 %）"]
