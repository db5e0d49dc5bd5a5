"""Signing a report with a certificate in the window."""

import pytest
from PySide6.QtCore import Qt

from inspector.core.conclusion import ConclusionKind
from inspector.core.projects import PartyRole
from inspector.operations.meetings import MeetingDraft, create_meeting, declare_verdict
from inspector.operations.reports import issue_acceptance_report, list_reports
from inspector.operations.sealing import create_certificate, office_certificate, verify_pdf
from inspector.ui.kit.widgets.buttons import PaintedButton
from inspector.ui.kit.widgets.lines import MarkLine
from tests.kit.builders import FIRST_DAY, make_party

LEFT = Qt.MouseButton.LeftButton
PHRASE = "五方签字2026"


@pytest.fixture
def report(troubled, tmp_path):
    workspace, project = troubled.workspace, troubled.project
    made = create_meeting(workspace, project.id, MeetingDraft(held_on=FIRST_DAY)).value
    make_party(workspace, project, "建设街道", role=PartyRole.OWNER)
    make_party(workspace, project, "市政集团", role=PartyRole.CONTRACTOR)
    declare_verdict(workspace, made.id, kind=ConclusionKind.REWORK, reason="现场已核")
    return issue_acceptance_report(workspace, project.id, tmp_path / "r.pdf").value.report


@pytest.fixture
def screen(troubled, report, make_screen):
    return make_screen(troubled.workspace)


@pytest.fixture
def press(qtbot, settled):
    def press(inside, name):
        qtbot.mouseClick(inside.findChild(PaintedButton, name), LEFT)
        settled()

    return press


@pytest.fixture
def begin(screen, report, press):
    def begin():
        screen.papers.choose(report.id)
        press(screen, "seal_paper")
        return screen.sealing.dialog

    return begin


def test_one_without_a_certificate_makes_one_and_signs(
    begin, press, ask, troubled, tmp_path, screen
):
    dialog = begin()
    press(dialog, "seal_give")
    assert dialog._holder_row.error()
    dialog.holder.setText("陈敏")
    dialog.unit.setText("建设街道")
    dialog.phrase.setText(PHRASE)
    dialog.again.setText("andere Phrase")
    press(dialog, "seal_give")
    assert dialog._again_row.error()
    dialog.again.setText(PHRASE)
    out = tmp_path / "signed.pdf"
    ask.answers.append(out)
    press(dialog, "seal_give")
    assert screen.sealing.dialog is None
    (seal,) = verify_pdf(out).seals
    assert seal.holds
    assert (seal.certificate.holder, seal.certificate.unit) == ("陈敏", "建设街道")
    assert office_certificate(troubled.workspace).is_file()


def test_a_second_party_sees_who_signed_and_signs_the_same_file(
    begin, press, ask, troubled, tmp_path, screen
):
    create_certificate(troubled.workspace, "陈敏", "建设街道", PHRASE)
    for number in (0, 1):
        dialog = begin()
        assert not dialog.holder.isVisible()
        assert len(dialog.findChildren(MarkLine)) == number
        dialog.party.choose(dialog._one.parties[number].id)
        dialog.phrase.setText(PHRASE)
        ask.answers.append(tmp_path / f"{number}.pdf")
        is_another = dialog._one.parties[number].unit != "建设街道"
        ask.answers += [False] if is_another else []
        press(dialog, "seal_give")
        if is_another:
            assert ask.said[-1] == "证书不是该单位的"
            assert not (tmp_path / f"{number}.pdf").exists()
            ask.answers += [tmp_path / f"{number}.pdf", True]
            press(dialog, "seal_give")
    checked = verify_pdf(tmp_path / "1.pdf")
    assert checked.holds
    assert len(checked.seals) == 2
    opened = []
    screen.board.open_path = lambda path: opened.append(path) or True
    (report,) = list_reports(troubled.workspace, troubled.project.id)
    screen.board.open_paper(report.id)
    assert opened[0].read_bytes() == (tmp_path / "1.pdf").read_bytes()


def test_a_wrong_passphrase_is_said_in_the_dialog(begin, press, ask, troubled, tmp_path, screen):
    create_certificate(troubled.workspace, "陈敏", "建设街道", PHRASE)
    dialog = begin()
    dialog.phrase.setText("falsch falsch")
    out = tmp_path / "0.pdf"
    ask.answers.append(out)
    press(dialog, "seal_give")
    assert screen.sealing.dialog is dialog
    assert dialog.refusal.words() == "certificate_locked"
    assert not out.exists()
    press(dialog, "seal_leave")
    assert screen.sealing.dialog is None
