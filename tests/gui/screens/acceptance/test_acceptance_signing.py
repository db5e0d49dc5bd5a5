"""Signing in the window: the parties, the pad over the screen, taking back, signed paper."""

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QPointingDevice, QTabletEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCheckBox

from inspector.core.conclusion import ConclusionKind
from inspector.core.ink import Ink
from inspector.core.meetings import Presence, Stance
from inspector.core.papers import check_code
from inspector.core.projects import PartyRole
from inspector.operations.evidence_files import kept_evidence
from inspector.operations.meetings import (
    AttendanceDraft,
    MeetingDraft,
    create_meeting,
    declare_verdict,
    note_attendance,
)
from inspector.operations.opinions import OpinionDraft, give_opinion
from inspector.operations.reports import issue_acceptance_report
from inspector.operations.signing import show_signatures
from inspector.ui.kit.widgets.buttons import PaintedButton
from inspector.ui.kit.widgets.inkpad import InkPad
from inspector.ui.screens.acceptance.meeting.signing.scan.view import ScanForm
from tests.kit.builders import FIRST_DAY, make_party

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def meeting(troubled):
    workspace, project = troubled.workspace, troubled.project
    made = create_meeting(workspace, project.id, MeetingDraft(held_on=FIRST_DAY)).value
    for role, unit, name in (
        (PartyRole.OWNER, "建设街道", "陈敏"),
        (PartyRole.CONTRACTOR, "市政集团", "王强"),
    ):
        party = make_party(workspace, project, unit, role=role)
        draft = AttendanceDraft(presence=Presence.PRESENT, representative=name)
        note_attendance(workspace, made.id, party.id, draft)
        give_opinion(workspace, made.id, party.id, OpinionDraft(stance=Stance.AGREE))
    declare_verdict(workspace, made.id, kind=ConclusionKind.REWORK, reason="现场已核")
    return made


@pytest.fixture
def screen(troubled, meeting, make_screen):
    return make_screen(troubled.workspace)


class Hand:
    """Works on the page of signing, and reads back what operations keep."""

    def __init__(self, screen, qtbot, settled, meeting):
        self.screen, self.qtbot, self.settled, self.meeting = screen, qtbot, settled, meeting
        self.workspace = screen.desk.workspace
        self.press(screen, "hold_meeting")
        screen.meeting.go_step("sign")
        settled()
        self.page = screen.meeting.sign

    def press(self, inside, name):
        self.qtbot.mouseClick(inside.findChild(PaintedButton, name), LEFT)
        self.settled()

    def signing(self):
        return show_signatures(self.workspace, self.meeting.id)

    def party(self, number):
        return self.signing().sheet.parties[number].party

    def open_pad(self, number=0):
        self.press(self.page, f"sign_{self.party(number).id}")
        self.qtbot.waitUntil(lambda: self.page.pad is not None and self.page.pad.isVisible())
        return self.page.pad

    def sign(self, number=0):
        pad = self.open_pad(number)
        draw(pad.pad)
        self.press(pad, "pad_done")

    def say(self, number, text):
        said = OpinionDraft(stance=Stance.AGREE, text=text)
        give_opinion(self.workspace, self.meeting.id, self.party(number).id, said)

    def row(self, number):
        return self.page._lines[self.party(number).id]


@pytest.fixture
def hand(screen, qtbot, settled, meeting):
    return Hand(screen, qtbot, settled, meeting)


def draw(pad, *points):
    """Write with the mouse."""
    first, *others = points or (QPoint(40, 60), QPoint(160, 90), QPoint(300, 50))
    QTest.mousePress(pad, LEFT, pos=first)
    for point in others:
        QTest.mouseMove(pad, point)
    QTest.mouseRelease(pad, LEFT, pos=others[-1] if others else first)


def test_a_party_signs_over_the_whole_screen(hand):
    pad = hand.open_pad()
    assert pad.isFullScreen()
    assert "建设街道" in pad.unit.words()
    assert hand.signing().code in pad.code.words()
    assert pad.signer.text() == "陈敏"
    assert not pad.keep.isEnabled()
    draw(pad.pad)
    hand.press(pad, "pad_done")
    assert hand.page.pad is None
    (line,) = hand.signing().lines
    assert line.signature.signer == "陈敏"
    assert len(line.signature.ink.strokes) == 1
    assert line.signature.shown == hand.signing().shown
    assert "已签 陈敏" in hand.row(0).state.text
    assert not hand.row(0).sign.isVisible()
    assert "已签 1 / 2 方" in hand.page.progress.words()


def test_clearing_begins_anew_and_leaving_keeps_nothing(hand, qtbot):
    pad = hand.open_pad()
    draw(pad.pad)
    hand.press(pad, "pad_clear")
    assert pad.pad.is_blank()
    assert not pad.keep.isEnabled()
    draw(pad.pad)
    qtbot.keyClick(pad, Qt.Key.Key_Escape)
    hand.settled()
    assert hand.page.pad is None
    assert hand.signing().lines == ()


def test_a_slip_or_a_missing_name_is_said_on_the_pad(hand, qtbot):
    pad = hand.open_pad()
    draw(pad.pad, QPoint(10, 10), QPoint(14, 12))
    hand.press(pad, "pad_done")
    assert hand.page.pad is pad
    assert pad.banner.words() == "ink_empty"
    pad.signer.clear()
    draw(pad.pad)
    hand.press(pad, "pad_done")
    assert "签字人" in pad.banner.words()
    assert hand.signing().lines == ()
    qtbot.keyClick(pad, Qt.Key.Key_Escape)


def test_what_changed_while_the_pad_was_open_must_be_seen_first(hand):
    pad = hand.open_pad()
    draw(pad.pad)
    hand.say(0, "尽快移交")
    hand.press(pad, "pad_done")
    assert pad.banner.words() == "sign_content_changed"
    assert hand.signing().lines == ()
    assert "尽快移交" in pad.opinion.words()
    assert pad.pad.is_blank()
    draw(pad.pad)
    hand.press(pad, "pad_done")
    assert [line.counts for line in hand.signing().lines] == [True]


def test_a_later_change_is_named_in_the_list(hand):
    hand.sign()
    hand.say(1, "尽快付款")
    hand.screen.reread()
    hand.settled()
    assert hand.row(0).state.text == "签后有变更：各方意见"
    assert hand.row(0).sign.isVisible()


def test_a_signature_is_taken_back_with_a_reason(hand, ask):
    hand.sign()
    ask.answers.append("签错栏")
    hand.press(hand.page, f"withdraw_{hand.party(0).id}")
    (line,) = hand.signing().lines
    assert line.signature.withdrawn.reason == "签错栏"
    assert hand.row(0).state.text == "未签字"


@pytest.fixture
def code(troubled, tmp_path):
    """Give the check code of an issued report."""
    project_id, out = troubled.project.id, tmp_path / "r.pdf"
    report = issue_acceptance_report(troubled.workspace, project_id, out).value.report
    return check_code(report.snapshot)


@pytest.fixture
def scan(tmp_path):
    path = tmp_path / "page.pdf"
    path.write_bytes(b"%PDF-1.7\n")
    return path


def open_scan(hand, ask, code, file):
    """Open the form of a scan and fill in all but who signed it."""
    hand.press(hand.page, "take_scan")
    form = hand.screen.findChild(ScanForm)
    form.code.setText(code)
    ask.answers.append([file])
    hand.press(form, "scan_file")
    return form


def tick(form, party):
    return form.findChild(QCheckBox, f"scan_party_{party.id}")


def test_a_signed_page_is_taken_in_for_all(hand, ask, code, scan):
    form = open_scan(hand, ask, code, scan)
    hand.press(form, "scan_give")
    lines = hand.signing().lines
    assert {line.signature.party_id for line in lines} == {hand.party(0).id, hand.party(1).id}
    kept = kept_evidence(hand.workspace, lines[0].signature.scan)
    assert kept.read_bytes() == scan.read_bytes()
    assert hand.screen.findChild(ScanForm) is None
    assert "扫描" in hand.row(0).state.text


def test_who_signed_a_scanned_page_is_chosen(hand, ask, code, scan, qtbot):
    hand.sign(0)
    form = open_scan(hand, ask, code, scan)
    assert [tick(form, hand.party(at)).isChecked() for at in (0, 1)] == [False, True]
    hand.press(form, "scan_none")
    hand.press(form, "scan_give")
    assert "至少勾选一个" in form._signers_row.error()
    tick(form, hand.party(0)).click()
    hand.press(form, "scan_give")
    scans = [one for one in hand.signing().lines if one.signature.scan]
    assert [one.signature.party_id for one in scans] == [hand.party(0).id]
    assert hand.row(1).state.text == "未签字"


def test_a_scan_of_no_known_report_stays_in_the_form(hand, ask, scan):
    form = open_scan(hand, ask, "0000-0000-0000", scan)
    hand.press(form, "scan_give")
    assert form.refusal.words() == "scan_code_unknown"
    assert form.code.text() == "0000-0000-0000"
    assert hand.signing().lines == ()


def test_nothing_is_signed_before_the_verdict(screen, troubled, qtbot, settled):
    later = MeetingDraft(held_on=FIRST_DAY)
    again = create_meeting(troubled.workspace, troubled.project.id, later).value
    hand = Hand(screen, qtbot, settled, again)
    assert "尚未宣布结论" in hand.page.heading.words()
    assert not any(line.sign.isVisible() for line in hand.page._lines.values())
    assert not hand.page.scan.isEnabled()


# -- the pad itself -------------------------------------------------------------------------------


@pytest.fixture
def pad(qtbot):
    made = InkPad()
    qtbot.addWidget(made)
    made.resize(500, 200)
    made.show()
    return made


def _pen(pad, kind, at, pressure):
    device = QPointingDevice.primaryPointingDevice()
    point = QPointF(*at)
    event = QTabletEvent(
        kind,
        device,
        point,
        point,
        pressure,
        0,
        0,
        0,
        0,
        0,
        Qt.KeyboardModifier.NoModifier,
        LEFT,
        LEFT,
    )
    QApplication.sendEvent(pad, event)


def test_a_pen_gives_its_pressure_and_keeps_a_palm_out(pad):
    _pen(pad, QEvent.Type.TabletPress, (20, 20), 0.25)
    draw(pad)  # a palm that lies on the pad meanwhile
    _pen(pad, QEvent.Type.TabletMove, (200, 90), 0.75)
    _pen(pad, QEvent.Type.TabletRelease, (200, 90), 0)
    (stroke,) = pad.ink().strokes
    assert [point.pressure for point in stroke] == [250, 750]
    assert [(point.x, point.y) for point in stroke] == [(80, 80), (800, 360)]


def test_a_finger_draws_and_a_second_one_does_not(pad):
    device = QTest.createTouchDevice()

    def at(x, y):
        return pad.mapToGlobal(QPoint(x, y))

    QTest.touchEvent(pad, device).press(0, at(30, 40)).commit()
    QTest.touchEvent(pad, device).stationary(0).press(1, at(300, 40)).commit()
    QTest.touchEvent(pad, device).move(0, at(150, 90)).move(1, at(350, 90)).commit()
    QTest.touchEvent(pad, device).release(0, at(150, 90)).release(1, at(350, 90)).commit()
    (stroke,) = pad.ink().strokes
    assert [(point.x, point.y) for point in stroke] == [(120, 160), (600, 360)]
    assert all(point.pressure is None for point in stroke)


def test_strokes_carry_times_and_stay_on_the_paper(pad, qtbot):
    draw(pad, QPoint(20, 20), QPoint(100, 60))
    qtbot.wait(30)
    draw(pad, QPoint(120, 20), QPoint(700, 400))
    ink = pad.ink()
    times = [point.ms for stroke in ink.strokes for point in stroke]
    assert times == sorted(times)
    assert ink.strokes[1][0].ms - ink.strokes[0][-1].ms >= 20
    assert isinstance(ink, Ink)
    assert (ink.strokes[1][-1].x, ink.strokes[1][-1].y) == (ink.width, ink.height)


def test_a_turned_screen_keeps_what_was_drawn(pad, qtbot):
    draw(pad, QPoint(20, 20), QPoint(400, 160))
    pad.resize(250, 100)
    ink = pad.ink()
    assert (ink.width, ink.height) == (1000, 400)
    assert (ink.strokes[0][-1].x, ink.strokes[0][-1].y) == (800, 320)
