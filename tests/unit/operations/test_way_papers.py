"""Chapters 2, 3 and 5 of the report: the way of a project, from the facts on record."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from inspector.core.process.names import DocumentKind, EventKind, ProjectState, VoteSubject
from inspector.core.process.preconditions import PRECONDITIONS
from inspector.core.process.records import Objection
from inspector.core.process.votes import Ballot
from inspector.core.projects import Party, PartyRole
from inspector.core.workdays import WorkCalendar
from inspector.operations.document_papers import builder_rows, care_rows, papers_text
from inspector.operations.way_papers import way_text
from tests.kit.processes_of_projects import (
    a_document,
    a_publicity,
    a_vote,
    all_facts,
    an_event,
    with_document,
    without,
)

WARRANTY = DocumentKind.WARRANTY


def row_of(rows, content):
    (row,) = (one for one in rows if one.content == content)
    return row


def test_every_precondition_has_its_lines_in_the_order_of_the_guide():
    rows = way_text(all_facts()).preconditions
    assert [row.number for row in rows] == sorted(row.number for row in rows)
    assert {row.number for row in rows} == {one.number for one in PRECONDITIONS}
    assert len(rows) == sum(len(one.papers) + bool(one.vote) for one in PRECONDITIONS)
    assert not any(row.is_against for row in rows)


def test_a_paper_prints_with_number_day_and_issuer():
    facts = with_document(
        all_facts(),
        WARRANTY,
        number="保修〔2026〕1号",
        issued_on=date(2026, 10, 1),
        issuer="甲公司",
    )
    row = row_of(way_text(facts).preconditions, "工程质量保修书")
    assert (row.document, row.day, row.issuer) == ("保修〔2026〕1号", "2026-10-01", "甲公司")
    assert (row.status, row.is_against) == ("有", False)


def test_a_missing_paper_is_said_in_one_word_and_speaks_against():
    row = row_of(way_text(without(all_facts(), WARRANTY)).preconditions, "工程质量保修书")
    assert (row.status, row.is_against) == ("缺", True)


def test_a_waiver_excuses_a_paper_and_prints_with_authority_paper_and_reason():
    waiver = an_event(
        EventKind.WAIVE, "P21", authority="区办", paper="〔2026〕9号", reason="另行保修"
    )
    facts = without(all_facts(), WARRANTY)
    way = way_text(replace(facts, events=(*facts.events, waiver)))
    row = row_of(way.preconditions, "工程质量保修书")
    assert (row.status, row.note, row.is_against) == ("已豁免", "区办，〔2026〕9号", False)
    (said,) = (one for one in way.sayings if one.kind == "豁免")
    assert said.subject == "第 21 项：工程质量保修书"
    assert (said.authority, said.paper, said.reason) == ("区办", "〔2026〕9号", "另行保修")


def test_a_project_taken_in_half_way_says_who_asserted_it():
    facts = all_facts(
        documents=(),
        votes=(),
        posted=(),
        events=(an_event(EventKind.ASSERT, ProjectState.BUILDING, authority="区办"),),
    )
    way = way_text(facts)
    assert row_of(way.preconditions, "意愿征求表").status == "认定"
    assert row_of(way.preconditions, "“改造意愿”表决").status == "认定"
    assert row_of(way.preconditions, "工程质量保修书").status == "缺"
    assert any("区办于" in line and "施工中" in line for line in way.lines)


@pytest.mark.parametrize(
    ("agreeing", "status", "against"), [(667, "达标", False), (666, "未达标", True)]
)
def test_a_vote_prints_its_figures_and_what_they_come_to(agreeing, status, against):
    facts = all_facts(votes=(a_vote(agreeing),))
    way = way_text(facts)
    row = row_of(way.preconditions, "“改造意愿”表决")
    assert (row.status, row.is_against) == (status, against)
    assert f"{agreeing}/1000" in row.note
    (vote,) = way.votes
    assert (vote.entitled, vote.agreeing, vote.verdict) == ("1000", str(agreeing), status)


def test_a_vote_by_area_has_a_line_of_its_own():
    area = Ballot(entitled=Decimal("5832.5"), taking_part=Decimal(4000), agreeing=Decimal(2999))
    households = Ballot(entitled=Decimal(90), taking_part=Decimal(60), agreeing=Decimal(45))
    vote = a_vote(subject=VoteSubject.LIFT, households=households, area_m2=area)
    first, second = way_text(all_facts(votes=(vote,))).votes
    assert (first.measure, first.verdict) == ("户数（户）", "达标")
    assert (second.measure, second.entitled, second.verdict) == (
        "专有面积（㎡）",
        "5832.5",
        "未达标",
    )
    assert second.is_against


def test_a_publicity_prints_its_working_days_and_objections():
    objections = tuple(
        Objection(
            id=str(number),
            project_id="p",
            publicity_id="n1",
            text="停车位",
            raised_on=date(2026, 3, 10),
            answer=answer,
        )
        for number, answer in enumerate(("已增设", None))
    )
    (row,) = way_text(all_facts(posted=(a_publicity(objections=objections),))).publicities
    assert row.workdays == "5 个工作日"
    assert row.objections == "2 条，已答复 1 条"
    assert row.photos == "首日 1 张，末日 1 张"


def test_working_days_of_a_year_without_a_table_are_not_guessed():
    (row,) = way_text(all_facts(calendar=WorkCalendar())).publicities
    assert row.workdays is None


def test_an_open_gate_says_what_it_lacks_and_those_after_the_call_are_not_due():
    gates = way_text(without(all_facts(), DocumentKind.PERMIT)).gates
    assert [gate.gate for gate in gates] == [f"G{number}" for number in range(1, 14)]
    (permit,) = (gate for gate in gates if gate.gate == "G10")
    assert permit.is_against
    assert "缺少施工许可证" in permit.note


def test_the_check_of_papers_counts_what_is_missing():
    text = papers_text(without(all_facts(), WARRANTY, DocumentKind.PERMIT), ())
    lacking = [row.name for row in text.rows if row.is_against]
    assert sorted(lacking) == ["工程质量保修书", "施工许可证"]
    assert f"应核查资料 {len(text.rows)} 种" in text.lines[0]
    assert "缺 2 种" in text.lines[0]
    assert len(text.documents) == len(all_facts().documents) - 2


def test_builders_are_shown_with_their_reports():
    parties = [
        Party(id=role.value, project_id="p", role=role, unit=f"{role.value}单位")
        for role in (PartyRole.OWNER, PartyRole.CONTRACTOR, PartyRole.SUPERVISOR)
    ]
    facts = with_document(all_facts(), DocumentKind.COMPLETION_REPORT, number="竣报1")
    contractor, supervisor = builder_rows(parties, facts, (), (), {"contractor": "施工组织有序"})
    assert contractor.report == "工程竣工报告 竣报1 2026-04-01 同意"
    assert supervisor.report.startswith("工程质量评估报告")
    assert contractor.defects == "无"
    assert (contractor.appraisal, supervisor.appraisal) == ("施工组织有序", None)


def test_what_is_not_on_record_of_the_handover_says_so():
    rows = {row.name: row.status for row in care_rows(all_facts(documents=()))}
    assert set(rows.values()) == {"未记录"}
    facts = all_facts(documents=(a_document(DocumentKind.ASSET_LIST),))
    assert {row.name: row.status for row in care_rows(facts)}["资产移交清单"] == "有"


def test_a_report_that_was_issued_since_changes_nothing_in_the_next():
    before, since = all_facts(reports=0, bundles=0), all_facts(reports=3, bundles=2)
    assert way_text(since) == way_text(before)
    assert papers_text(since, ()) == papers_text(before, ())


def test_a_project_that_rests_says_why():
    stop = an_event(EventKind.SUSPEND, reason="汛期停工")
    facts = all_facts()
    lines = way_text(replace(facts, events=(*facts.events, stop))).lines
    assert "本项目现为“暂停”：汛期停工。" in lines
