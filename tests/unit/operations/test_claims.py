"""Claims within a warranty: their cover, their repair, and that another person closes them."""

from datetime import date, timedelta

import pytest

from inspector.core.aftercare.care import CarePoint, CareState
from inspector.core.aftercare.claim import ClaimState, Cover, cover_on
from inspector.core.aftercare.warranty import WarrantyKind
from inspector.core.errors import InspectorError, Problem
from inspector.core.evidence import PhotoRole
from inspector.core.inspections import VisitKind
from inspector.core.issued import PaperKind
from inspector.core.lookups import PaperState
from inspector.core.progress import Unwatched
from inspector.operations.aftercare import (
    WarrantyDraft,
    add_warranty,
    aftercare_of,
    answer_care,
    remove_aftercare_record,
)
from inspector.operations.attaching import attach_care_photos, attach_claim_photos
from inspector.operations.checking_papers import check_paper_file
from inspector.operations.claims import (
    ClaimDraft,
    claim_of,
    close_claim,
    edit_claim,
    reopen_claim,
    repair_claim,
    report_claim,
)
from inspector.operations.reports import issue_form
from inspector.operations.upkeep import check_workspace
from inspector.operations.visits import VisitDraft, create_visit
from inspector.operations.workspace import change_person
from tests.kit.builders import make_party, make_place, make_project
from tests.kit.pdf import joined, whole_text
from tests.kit.photo_files import make_block, make_jpeg, segment
from tests.unit.operations.test_meeting_papers import editions_text

LATER = timedelta(days=1)


@pytest.fixture
def project(workspace):
    return make_project(workspace)


@pytest.fixture
def party(workspace, project):
    return make_party(workspace, project, "防水公司")


@pytest.fixture
def warranty(workspace, project, party):
    begun = workspace.today() - timedelta(days=30)
    draft = WarrantyDraft(
        kind=WarrantyKind.WATERPROOFING, part="屋面", starts_on=begun, party_id=party.id
    )
    return add_warranty(workspace, project.id, draft).value


@pytest.fixture
def claim(workspace, project, warranty):
    place = make_place(workspace, project)
    draft = ClaimDraft(text="三楼顶板渗水", place_id=place.id, warranty_id=warranty.id)
    return report_claim(workspace, project.id, draft).value


def refusal(act, *given, **more):
    with pytest.raises(InspectorError) as refused:
        act(*given, **more)
    return refused.value.problem


def line(workspace, claim):
    view = aftercare_of(workspace, claim.project_id)
    return next(one for one in view.claims if one.claim.id == claim.id)


def test_a_claim_is_numbered_and_goes_to_the_party_of_its_warranty(workspace, claim, party):
    assert claim.number.startswith("BX-")
    assert claim.number.endswith("-001")
    assert claim.party_id == party.id
    assert claim.reported_on == workspace.today()
    assert line(workspace, claim).cover is Cover.WITHIN
    assert claim_of(workspace, claim.number.lower()) == claim


def test_a_number_is_not_given_twice(workspace, claim):
    remove_aftercare_record(workspace, claim.id)
    again = report_claim(workspace, claim.project_id, ClaimDraft(text="又漏")).value
    assert again.number.endswith("-002")


@pytest.mark.parametrize(
    ("day", "cover"),
    [("starts_on", Cover.WITHIN), ("ends_on", Cover.WITHIN)],
)
def test_both_days_of_a_warranty_belong_to_it(warranty, day, cover):
    assert cover_on(getattr(warranty, day), warranty) is cover


def test_a_day_beside_a_warranty_is_not_covered(warranty):
    assert cover_on(warranty.starts_on - LATER, warranty) is Cover.BEFORE
    assert cover_on(warranty.ends_on + LATER, warranty) is Cover.OVER
    assert cover_on(warranty.ends_on, None) is Cover.NONE


def test_the_repairer_does_not_close_and_nobody_closes_what_is_not_repaired(workspace, claim):
    assert refusal(close_claim, workspace, claim.id) is Problem.CLAIM_NOT_REPAIRED
    own = workspace.person().name
    repair_claim(workspace, claim.id, workspace.today(), own, "重做卷材")
    assert line(workspace, claim).claim.state is ClaimState.REPAIRED
    assert refusal(close_claim, workspace, claim.id) is Problem.CLAIM_OWN_REPAIR
    change_person(workspace, "钱月华", "社区")
    closed = close_claim(workspace, claim.id).value
    assert (closed.state, closed.closed_by) == (ClaimState.CLOSED, "钱月华")
    assert refusal(edit_claim, workspace, claim.id, {"note": "x"}) is Problem.CLAIM_CLOSED
    assert refusal(close_claim, workspace, claim.id) is Problem.CLAIM_CLOSED
    assert reopen_claim(workspace, claim.id).value.state is ClaimState.REPAIRED
    assert check_workspace(workspace.folder).findings == ()


@pytest.mark.parametrize(
    ("facts", "problem"),
    [
        ({"repaired_on": date(2099, 1, 1)}, Problem.DAY_TO_COME),
        ({"repaired_on": date(2000, 1, 1), "repaired_by": "王"}, Problem.DAYS_UNORDERED),
        ({"text": " "}, Problem.NAME_EMPTY),
        ({"number": "BX-1"}, Problem.FIELD_UNKNOWN),
        ({"closed_on": date(2026, 1, 1)}, Problem.FIELD_UNKNOWN),
        ({"place_id": "nowhere"}, Problem.LINK_MISSING),
        ({"warranty_id": "none"}, Problem.LINK_MISSING),
    ],
)
def test_what_cannot_be_is_refused_and_nothing_is_kept(workspace, claim, facts, problem):
    assert refusal(edit_claim, workspace, claim.id, facts) is problem
    assert line(workspace, claim).claim == claim


def test_a_repair_without_a_name_is_refused(workspace, claim):
    facts = {"repaired_on": workspace.today()}
    assert refusal(edit_claim, workspace, claim.id, facts) is Problem.NAME_EMPTY


def test_photos_before_and_after_are_told_apart(workspace, claim, tmp_path):
    for name, role in (("a.jpg", PhotoRole.BEFORE), ("b.jpg", PhotoRole.AFTER)):
        path = tmp_path / name
        path.write_bytes(make_jpeg(make_block(), before=segment(0xFE, name.encode())))
        attach_claim_photos(workspace, claim.id, role, [path])
    shown = line(workspace, claim)
    assert (len(shown.before), len(shown.after)) == (1, 1)
    assert shown.before != shown.after


def test_a_point_of_a_visit_shows_its_photos_once_it_is_answered(workspace, project, tmp_path):
    draft = VisitDraft(kind=VisitKind.AFTERCARE, first_on=workspace.today())
    visit = create_visit(workspace, project.id, draft).value
    path = tmp_path / "a.jpg"
    path.write_bytes(make_jpeg(make_block()))
    given = (workspace, visit.id, CarePoint.CLEANING, [path])
    assert refusal(attach_care_photos, *given) is Problem.CARE_NOT_ANSWERED
    answer_care(workspace, visit.id, CarePoint.CLEANING, CareState.HELD)
    taken = attach_care_photos(*given).value.taken
    (seen,) = aftercare_of(workspace, project.id).visits
    assert seen.photos == {CarePoint.CLEANING: (taken[0],)}
    assert taken[0].visit_id == visit.id


@pytest.mark.parametrize("end", ["pdf", "docx", "xlsx"])
def test_the_paper_lists_claims_and_shows_photos(workspace, project, claim, tmp_path, end):
    visit = create_visit(
        workspace,
        project.id,
        VisitDraft(kind=VisitKind.AFTERCARE, first_on=workspace.today()),
    ).value
    answer_care(workspace, visit.id, CarePoint.CLEANING, CareState.HELD)
    for name in ("care.jpg", "claim.jpg"):
        path = tmp_path / name
        path.write_bytes(make_jpeg(make_block(), before=segment(0xFE, name.encode())))
    attach_care_photos(workspace, visit.id, CarePoint.CLEANING, [tmp_path / "care.jpg"])
    attach_claim_photos(workspace, claim.id, PhotoRole.AFTER, [tmp_path / "claim.jpg"])
    out = tmp_path / f"a.{end}"
    made = issue_form(workspace, project.id, PaperKind.AFTERCARE, out, Unwatched()).value
    text = joined(whole_text(out) if end == "pdf" else editions_text(out))
    for told in (claim.number, "质保期内", "P-001", "P-002"):
        assert told in text
    assert made.warnings == ()
    assert check_paper_file(workspace, out).state is PaperState.SAME
