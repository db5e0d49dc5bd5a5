"""The chair's way through a joint acceptance in the window: two rounds, in both languages."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit

from inspector.core.checklists import AnswerState
from inspector.core.conclusion import ConclusionKind
from inspector.core.meetings import Presence, Stance
from inspector.core.projects import PartyRole, PlaceKind
from inspector.folders import resources
from inspector.operations.defects import list_defects
from inspector.operations.inspecting import set_result
from inspector.operations.standing import stand_of
from inspector.operations.verdicts import list_meetings, show_meeting
from inspector.ui.kit.widgets.buttons import PaintedButton
from inspector.ui.kit.widgets.chips import Segmented
from inspector.ui.screens.acceptance.meeting.forms.view import ConditionForm, ResidentForm
from inspector.words.acceptance import conclusion_title
from inspector.words.language import SOURCE_LANGUAGE, speak
from inspector.words.meetings import round_name, verdict_title
from tests.kit.builders import (
    make_party,
    make_place,
    make_project,
    make_spot,
    make_visit,
    make_workspace,
    take_in,
)

LEFT = Qt.MouseButton.LeftButton
ROLES = ("office", "owner", "design", "contractor", "supervisor", "subdistrict", "community")


class Chair:
    """The one who sits before the laptop: presses what is shown, types where it asks."""

    def __init__(self, qtbot, settled, screen) -> None:
        self._qtbot, self._settled, self.screen = qtbot, settled, screen
        self.meeting = screen.meeting

    def press(self, name, inside=None):
        for button in (inside or self.screen).findChildren(PaintedButton, name):
            if button.isVisible():
                assert button.isEnabled(), name
                self._qtbot.mouseClick(button, LEFT)
                self._settled()
                return
        pytest.fail(f"{name} is not in sight")

    def choose(self, kind, party, key):
        self.press(f"segment_{key}", self.screen.findChild(Segmented, f"{kind}_{party.id}"))

    def type(self, form, **texts):
        *others, (last, end) = texts.items()
        for key, text in others:
            self.screen.findChild(QLineEdit, f"{form}_{key}").setText(text)
        editor = self.screen.findChild(QLineEdit, f"{form}_{last}")
        editor.setText(end)
        self._qtbot.keyClick(editor, Qt.Key.Key_Return)
        self._settled()


@pytest.fixture(params=["zh", "en"])
def spoken(request):
    """Speak one language, and the own one afterwards."""
    speak(request.param, resources() / "locale")
    yield request.param
    speak(SOURCE_LANGUAGE, resources() / "locale")


@pytest.fixture
def site(tmp_path):
    """Give a project taken in at its acceptance: its one item is qualified."""
    workspace = make_workspace(tmp_path / "site")
    project = take_in(workspace, make_project(workspace))
    place = make_place(workspace, project, kind=PlaceKind.COMMUNITY, code="JF2", name="解放二村")
    visit = make_visit(workspace, project)
    spot = make_spot(workspace, project, place, visit, "RD-005")
    set_result(workspace, visit, spot, AnswerState.PASS)
    parties = {
        role: make_party(workspace, project, f"{role}单位", role=PartyRole(role))
        for role in (*ROLES, "residents", "dept")
    }
    yield workspace, project, parties
    workspace.close()


@pytest.fixture
def chair(spoken, site, make_screen, qtbot, settled):
    return Chair(qtbot, settled, make_screen(site[0]))


def newest(site):
    workspace, project, _parties = site
    return show_meeting(workspace, list_meetings(workspace, project.id)[-1].id)


def sign_in(chair, parties):
    for party in parties.values():
        chair.choose("presence", party, "present")


def review(chair):
    chair.press("segment_complete", chair.screen.findChild(Segmented, "papers"))


def all_agree(chair, parties):
    for party in parties.values():
        chair.choose("stance", party, "agree")


def test_a_chair_holds_two_rounds_from_sign_in_to_the_verdict(chair, site):
    _workspace, _project, parties = site
    chair.press("hold_meeting")
    chair.press("open_round")
    chair.press("meeting_settings")
    chair.type("settings", chair="周主任", venue="社区会议室")
    hold_first_round(chair, site, parties)
    hold_second_round(chair, site, parties)


def hold_first_round(chair, site, parties):
    sign_in(chair, parties)
    chair.choose("presence", parties["dept"], "late")
    chair.press(f"presence_form_{parties['residents'].id}")
    chair.type("attendance", representative="钱大爷")
    chair.press("next_step")
    review(chair)
    chair.press("begin_group")
    chair.type("group", name="现场组", scope="室外", items="RD-005")
    chair.press("tally_satisfied")
    chair.press("begin_resident")
    chair.screen.findChild(ResidentForm).level.choose("dissatisfied")
    chair.type("resident", home="12幢", comment="楼道灯不亮")
    chair.press("next_step")
    chair.press("next_step")
    all_agree(chair, parties)
    assert "现场组" in chair.meeting.todo.line.text
    chair.meeting.go_step("results")
    (group,) = [one for one in newest(site).groups if one.name == "现场组"]
    chair.press(f"group_{group.id}")
    chair.press("segment_conditional", chair.meeting.pages.currentWidget())
    chair.type("group", text="室外须补种")
    chair.meeting.go_step("opinions")
    chair.choose("stance", parties["community"], "disagree")
    chair.type("opinion", text="行道树未补种")
    chair.meeting.go_step("verdict")
    assert newest(site).judgement.kind is ConclusionKind.REWORK
    chair.press("declare_verdict")
    assert newest(site).kind is ConclusionKind.REWORK


def hold_second_round(chair, site, parties):
    workspace, project, _parties = site
    chair.press("next_round")
    assert newest(site).meeting.round == 2
    sign_in(chair, parties)
    chair.press("next_step")
    review(chair)
    chair.press("next_step")
    chair.press("next_step")
    all_agree(chair, parties)
    chair.choose("stance", parties["dept"], "conditional")
    chair.screen.findChild(ConditionForm).owner.choose(parties["contractor"].id)
    chair.type("condition", text="补种行道树")
    chair.press("next_step")
    sheet = newest(site)
    assert chair.meeting.verdict.word.words() == verdict_title(sheet.judgement)
    chair.press("declare_verdict")
    assert_passed(newest(site))
    (line,) = list_defects(workspace, project.id)
    assert line.party.id == parties["contractor"].id
    assert not chair.meeting.banner.isVisible()
    chair.press("leave_meeting")
    standing = chair.screen.standing
    assert (
        standing.verdict.words() == verdict_title(sheet.judgement) != conclusion_title(sheet.kind)
    )
    assert round_name(2) in standing.basis.words()
    computed = stand_of(workspace, project.id).conclusion
    for kind in (computed.kind, sheet.judgement.kind):
        assert conclusion_title(kind) in standing.computed.words()
    assert standing.computed.isVisible()


def assert_passed(sheet):
    assert sheet.kind is ConclusionKind.PASS
    assert sheet.judgement.is_conditional
    assert sheet.absent == ()
    said = {line.party.role: line for line in sheet.parties}
    assert said[PartyRole.DEPARTMENT].opinion.stance is Stance.CONDITIONAL
    assert said[PartyRole.DEPARTMENT].attendance.presence is Presence.PRESENT
