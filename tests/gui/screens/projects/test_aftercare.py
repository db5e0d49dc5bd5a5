"""The tab of what follows an acceptance: account, warranties, handover, long-term management."""

from datetime import date
from decimal import Decimal

import pytest
from PySide6.QtCore import Qt

from inspector.core.aftercare.account import FinalAccount
from inspector.core.aftercare.care import CarePoint, CareState
from inspector.core.aftercare.handover import HandoverKind, HandoverRow
from inspector.core.aftercare.management import Management, ManagementMode
from inspector.core.aftercare.warranty import Warranty, WarrantyKind
from inspector.core.official_filing import Filing
from inspector.core.projects import PartyRole
from inspector.operations.aftercare import (
    HandoverDraft,
    WarrantyDraft,
    add_handover,
    add_warranty,
    aftercare_of,
)
from inspector.ui.screens.projects.aftercare.model import Section
from tests.kit.builders import make_party

DAY = date(2026, 5, 6)


@pytest.fixture
def pane(project, hands):
    hands.screen.show_project(project.id, "aftercare")
    hands.wait()
    return hands.screen.project.aftercare


def kept(workspace, project):
    return aftercare_of(workspace, project.id)


def test_the_account_saves_field_by_field_and_says_what_lacks(pane, project, hands, workspace):
    form = pane.sheets[FinalAccount].form
    for name, sum_ in (("estimate", "1000"), ("contract", "990"), ("settled", "995.5")):
        hands.field(form, f"{name}_yuan", sum_)
    hands.field(form, "final_yuan", "1000")
    hands.field(form, "fiscal_yuan", "1,000.00")
    account = kept(workspace, project).account
    assert (account.settled_yuan, account.funded) == (Decimal("995.5"), Decimal(1000))
    texts = [line.text for line in pane.account_lines.lines()]
    assert "结算审定价比合同价多 5.50 元" in texts
    assert "有超出，没有填差异说明" in texts
    hands.field(form, "approved_on", "2026-5-6")
    assert form.error("approved_on") == "name_empty"
    hands.field(form, "approved_by", "区财政局")
    hands.field(form, "approved_on", "2026-5-6")
    assert kept(workspace, project).account.approved_on == DAY


def test_management_is_stated(pane, project, hands, workspace):
    pane.lists[Section.CLOSING].choose(kept(workspace, project).management.id)
    form = pane.sheets[Management].form
    hands.choose(form.editor("mode"), "professional")
    hands.field(form, "body", "安居物业")
    hands.field(form, "signed_on", "2026-5-6")
    management = kept(workspace, project).management
    assert (management.mode, management.signed_on) == (ManagementMode.PROFESSIONAL, DAY)
    assert "安居物业" in [row.name for row in rows(pane, Section.CLOSING)]


def rows(pane, section):
    records = pane.lists[section]
    return [records.row(records.model.id_at(n)) for n in range(records.model.rowCount())]


def test_a_warranty_is_added_as_the_law_has_it_and_a_shorter_one_refused(
    pane, project, hands, workspace
):
    party = make_party(workspace, project, role=PartyRole.CONTRACTOR)
    pane.show_project(project.id)
    pane.choose_section(Section.WARRANTY)
    assert pane.lists[Section.WARRANTY].empty.isVisible()
    hands.press("begin_aftercare")
    draft = pane.drafts[Section.WARRANTY]
    hands.type(draft.form, part="屋面", starts_on="2026-5-6", ends_on="2027-5-6")
    hands.press("make", draft)
    assert draft.form.error("ends_on") == "warranty_too_short"
    draft.form.editor("ends_on").clear()
    draft.form.editor("party_id").choose(party.id)
    hands.press("make", draft)
    (warranty,) = kept(workspace, project).warranties
    assert (warranty.ends_on, warranty.party_id) == (date(2031, 5, 6), party.id)
    hands.field(pane.sheets[Warranty].form, "months", "72")
    assert kept(workspace, project).warranties[0].ends_on == date(2032, 5, 6)
    assert "2032-05-06" in rows(pane, Section.WARRANTY)[0].word


def test_a_thing_is_handed_over_and_one_taken_off(pane, project, hands, workspace):
    pane.choose_section(Section.HANDOVER)
    hands.press("begin_aftercare")
    draft = pane.drafts[Section.HANDOVER]
    hands.type(draft.form, item="路灯", quantity="60 盏")
    hands.press("make", draft)
    form = pane.sheets[HandoverRow].form
    hands.field(form, "handed_on", "2026-5-6")
    assert form.error("handed_on") == "name_empty"
    for key, text in (("receiver", "解放社区"), ("paper", "1号"), ("handed_on", "2026-5-6")):
        hands.field(form, key, text)
    (row,) = kept(workspace, project).handover
    assert (row.receiver, row.handed_on) == ("解放社区", DAY)
    assert pane.lists[Section.HANDOVER].count.text == "已移交 1/1 项"
    hands.screen.project.remove()
    hands.wait()
    assert kept(workspace, project).handover == ()


def test_a_visit_answers_points_and_asks_what_is_missing(pane, project, hands, workspace):
    pane.choose_section(Section.CARE)
    hands.press("begin_aftercare")
    hands.press("make", pane.drafts[Section.CARE])
    answers = pane.care.rows
    press(answers[CarePoint.PARKING].answers, "held", hands)
    roads = answers[CarePoint.ROADS]
    press(roads.answers, "lacking", hands)
    (visit,) = kept(workspace, project).visits
    assert {point: one.state for point, one in visit.answers.items()} == {
        CarePoint.PARKING: CareState.HELD
    }
    assert roads.note.isVisible()
    roads.note.setText("塌陷未修")
    hands.key(Qt.Key.Key_Return, widget=roads.note)
    (visit,) = kept(workspace, project).visits
    assert visit.answers[CarePoint.ROADS].note == "塌陷未修"
    assert "八个有 1/8" in rows(pane, Section.CARE)[0].word
    press(answers[CarePoint.PARKING].answers, "", hands)
    (visit,) = kept(workspace, project).visits
    assert CarePoint.PARKING not in visit.answers


def press(segmented, key, hands):
    segmented.choose(key)
    segmented.chosen.emit(key)
    hands.wait()


def test_escape_leaves_a_draft_and_then_the_project(pane, hands):
    pane.choose_section(Section.HANDOVER)
    hands.press("begin_aftercare")
    assert pane.is_drafting()
    hands.screen.project.leave()
    assert not pane.is_drafting()
    hands.screen.project.leave()
    assert hands.screen.page() == "cards"


def test_a_gate_leads_to_what_answers_it(project, hands):
    hands.screen.show_project(project.id, "process")
    hands.wait()
    hands.screen.project.process.records.choose("G19")
    hands.press("condition_assets_handed_over")
    assert hands.screen.tab() == "aftercare"
    assert hands.screen.project.aftercare.section() is Section.HANDOVER


def test_the_place_is_kept_when_records_change(pane, project, hands, workspace):
    first = WarrantyDraft(kind=WarrantyKind.WATER, part="管网", starts_on=DAY)
    second = WarrantyDraft(kind=WarrantyKind.OTHER, part="路灯", starts_on=DAY, months=12)
    for draft in (first, second):
        add_warranty(workspace, project.id, draft)
    thing = HandoverDraft(kind=HandoverKind.PAPERS, item="竣工图")
    add_handover(workspace, project.id, thing)
    pane.show_project(project.id)
    pane.choose_section(Section.WARRANTY)
    pane.lists[Section.WARRANTY].choose(kept(workspace, project).warranties[1].id)
    pane.show_project(project.id)
    hands.wait()
    assert pane.chosen_name() == "其他（按合同） 路灯"
    assert pane.sheets[Warranty].title.words() == "路灯"


def test_the_filing_is_stated_and_a_mistyped_code_refused_at_its_field(
    pane, project, hands, workspace
):
    pane.lists[Section.CLOSING].choose(kept(workspace, project).filing.id)
    form = pane.sheets[Filing].form
    hands.field(form, "owner_code", "91350100M000100Y44")
    assert form.error("owner_code") == "unit_code_wrong"
    assert kept(workspace, project).filing.owner_code is None
    hands.field(form, "owner_code", "91350100M000100Y43")
    hands.field(form, "filing_number", "备2026-31")
    hands.field(form, "filed_on", "2026-5-6")
    filing = kept(workspace, project).filing
    assert (filing.owner_code, filing.filed_on) == ("91350100M000100Y43", DAY)
    (row,) = (row for row in rows(pane, Section.CLOSING) if row.key == filing.id)
    assert (row.name, row.word) == ("备2026-31", "2026-05-06 已备案")
