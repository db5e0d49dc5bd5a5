"""Claims within warranties, photos of long-term visits, parties that leave: in the window."""

from datetime import date

import pytest

from inspector.core.aftercare.care import CarePoint, CareState
from inspector.core.aftercare.claim import ClaimState, Cover
from inspector.core.aftercare.warranty import WarrantyKind
from inspector.core.inspections import VisitKind
from inspector.operations.aftercare import (
    ClaimLine,
    WarrantyDraft,
    add_warranty,
    aftercare_of,
    answer_care,
)
from inspector.operations.claims import ClaimDraft, report_claim
from inspector.operations.projects import list_dismissed, list_parties
from inspector.operations.visits import VisitDraft, create_visit
from inspector.operations.workspace import change_person
from inspector.ui.screens.projects.aftercare.model import Section
from tests.kit.builders import make_party, make_place
from tests.kit.photo_files import make_block, make_jpeg

DAY = date(2025, 11, 1)


@pytest.fixture
def pane(project, hands):
    hands.screen.show_project(project.id, "aftercare")
    hands.wait()
    return hands.screen.project.aftercare


@pytest.fixture
def photo(tmp_path):
    path = tmp_path / "a.jpg"
    path.write_bytes(make_jpeg(make_block()))
    return path


def claims(workspace, project):
    return aftercare_of(workspace, project.id).claims


@pytest.fixture
def warranty(workspace, project):
    party = make_party(workspace, project)
    draft = WarrantyDraft(
        kind=WarrantyKind.WATERPROOFING, part="屋面", starts_on=DAY, party_id=party.id
    )
    return add_warranty(workspace, project.id, draft).value


def test_a_claim_is_reported_for_the_party_of_its_warranty(
    pane, project, hands, workspace, warranty
):
    place = make_place(workspace, project)
    pane.show_project(project.id)
    pane.choose_section(Section.CLAIM)
    hands.press("begin_aftercare")
    new = pane.drafts[Section.CLAIM]
    hands.type(new.form, text="顶板渗水", reported_on="2025-11-3")
    new.form.editor("place_id").choose(place.id)
    new.form.editor("warranty_id").choose(warranty.id)
    hands.press("make", new)
    (line,) = claims(workspace, project)
    assert (line.cover, line.place) == (Cover.WITHIN, place.name)
    assert line.claim.party_id == warranty.party_id
    sheet = pane.sheets[ClaimLine]
    assert line.claim.number in sheet.remark.words()
    assert not sheet.closing.isEnabled()


def test_a_claim_is_repaired_and_closed_by_another(pane, project, hands, workspace, ask, photo):
    draft = ClaimDraft(text="顶板渗水", reported_on=date(2025, 11, 3))
    report_claim(workspace, project.id, draft)
    pane.show_project(project.id)
    pane.choose_section(Section.CLAIM)
    sheet = pane.sheets[ClaimLine]
    hands.field(sheet.form, "repaired_on", "2025-11-4")
    assert sheet.form.error("repaired_on") == "name_empty"
    hands.field(sheet.form, "repaired_by", workspace.person().name)
    hands.field(sheet.form, "repaired_on", "2025-11-5")
    ask.answers.append([photo])
    hands.press("claim_after", sheet)
    assert len(claims(workspace, project)[0].after) == len(sheet.after.shown()) == 1
    hands.press("close_claim", sheet)
    assert ask.said[-1] == "claim_own_repair"
    change_person(workspace, "钱月华", "社区")
    hands.press("close_claim", sheet)
    (line,) = claims(workspace, project)
    assert (line.claim.state, line.claim.closed_by) == (ClaimState.CLOSED, "钱月华")
    assert not sheet.form.isEnabled()
    assert pane.lists[Section.CLAIM].count.text == "1 项报修，0 项未销项"
    hands.press("close_claim", sheet)
    assert claims(workspace, project)[0].claim.state is ClaimState.REPAIRED


def test_photos_stand_at_the_point_that_they_show(pane, project, hands, workspace, ask, photo):
    draft = VisitDraft(kind=VisitKind.AFTERCARE, first_on=workspace.today())
    visit = create_visit(workspace, project.id, draft).value
    answer_care(workspace, visit.id, CarePoint.PARKING, CareState.HELD)
    pane.show_project(project.id)
    pane.choose_section(Section.CARE)
    assert not pane.care.rows[CarePoint.ROADS].camera.isEnabled()
    ask.answers.append([photo])
    hands.press("camera_parking", pane.care)
    (seen,) = aftercare_of(workspace, project.id).visits
    (shown,) = seen.photos[CarePoint.PARKING]
    row = pane.care.rows[CarePoint.PARKING]
    assert row.shots.shown() == [shown.id]
    assert row.shots.isVisible()
    assert not row.camera.isVisible()


def test_a_party_leaves_the_register_with_a_reason_and_comes_back(project, hands, workspace, ask):
    party = make_party(workspace, project)
    hands.screen.show_project(project.id, "parties")
    hands.wait()
    pane = hands.screen.project.parties
    ask.answers.append("合同终止")
    hands.press("remove", pane.sheet)
    assert list_parties(workspace, project.id) == []
    (left,) = list_dismissed(workspace, project.id)
    assert left.dismissed.reason == "合同终止"
    pane.show_project(project.id)
    assert pane.chosen_id() == party.id
    assert "合同终止" in pane.sheet.remark.words()
    hands.press("remove", pane.sheet)
    assert [one.id for one in list_parties(workspace, project.id)] == [party.id]
