"""Projects belong to programmes, which are known by their names."""

import pytest

from inspector.core.changes import Topic
from inspector.core.errors import InspectorError, Problem
from inspector.operations.history import undo
from inspector.operations.programmes import (
    PlanTargets,
    create_programme,
    edit_programme,
    list_programmes,
    list_years,
    plan_year,
    put_programme,
)
from inspector.operations.projects import create_project, edit_project, summarise_project
from tests.kit.builders import make_workspace

NAME = "2026—2028 三年行动计划"


def test_a_project_brings_its_programme_and_the_next_one_joins_it(tmp_path):
    workspace = make_workspace(tmp_path)
    first = create_project(workspace, "JF2", "景芳二区", programme=NAME).value
    second = create_project(workspace, "JF3", "景芳三区", programme=f" {NAME} ").value
    assert first.programme_id == second.programme_id
    assert [programme.name for programme in list_programmes(workspace)] == [NAME]
    assert summarise_project(workspace, second.id).programme == NAME
    workspace.close()


def test_an_empty_name_takes_a_project_out_of_its_programme(tmp_path):
    workspace = make_workspace(tmp_path)
    project = create_project(workspace, "JF2", "景芳二区", programme=NAME).value
    edit_project(workspace, project.id, programme="")
    assert summarise_project(workspace, project.id).programme is None
    assert [programme.name for programme in list_programmes(workspace)] == [NAME]
    workspace.close()


def test_the_same_name_on_two_laptops_is_one_programme(tmp_path):
    one, other = make_workspace(tmp_path / "a"), make_workspace(tmp_path / "b")
    assert put_programme(one, NAME).value.id == put_programme(other, NAME, district="区").value.id
    one.close()
    other.close()


@pytest.fixture
def workspace(tmp_path):
    made = make_workspace(tmp_path)
    yield made
    made.close()


def test_a_programme_keeps_its_district_years_and_targets(workspace):
    facts = {"district": "上城区", "first_year": 2026, "last_year": 2028, "communities": 73}
    made = create_programme(workspace, NAME, **facts).value
    edit_programme(workspace, made.id, buildings=941)
    (found,) = list_programmes(workspace)
    assert (found.name, found.district) == (NAME, "上城区")
    assert (found.first_year, found.last_year) == (2026, 2028)
    assert (found.communities, found.buildings) == (73, 941)


def test_a_second_programme_of_the_same_name_is_refused(workspace):
    create_programme(workspace, NAME)
    with pytest.raises(InspectorError) as refused:
        create_programme(workspace, f" {NAME} ")
    assert refused.value.problem is Problem.NAME_TAKEN
    other = create_programme(workspace, "2029—2031 三年行动计划").value
    with pytest.raises(InspectorError) as refused:
        edit_programme(workspace, other.id, name=NAME)
    assert refused.value.problem is Problem.NAME_TAKEN


@pytest.mark.parametrize("years", [(2028, 2026), (2026, 2060)])
def test_years_that_do_not_follow_each_other_are_refused(workspace, years):
    first, last = years
    with pytest.raises(InspectorError) as refused:
        create_programme(workspace, NAME, first_year=first, last_year=last)
    assert refused.value.problem is Problem.YEARS_UNFIT
    assert list_programmes(workspace) == []


def test_a_renamed_programme_leaves_its_old_name_to_another(workspace):
    first = create_programme(workspace, NAME).value
    edit_programme(workspace, first.id, name="城区行动计划")
    second = create_programme(workspace, NAME).value
    assert second.id != first.id
    assert [one.name for one in list_programmes(workspace)] == [NAME, "城区行动计划"]


def test_each_year_has_its_own_targets_beside_what_is_on_record(workspace):
    made = create_programme(workspace, NAME, first_year=2026, last_year=2028).value
    plan_year(workspace, made.id, 2026, PlanTargets(communities=7, buildings=186))
    plan_year(workspace, made.id, 2026, PlanTargets(communities=8, buildings=186))
    create_project(workspace, "JF2", "景芳二区", programme=NAME, plan_year=2026)
    create_project(workspace, "JF3", "景芳三区", programme=NAME, plan_year=2030)
    years = list_years(workspace, made.id)
    assert [(one.year, one.targets.communities, one.projects) for one in years] == [
        (2026, 8, 1),
        (2027, None, 0),
        (2028, None, 0),
        (2030, None, 1),
    ]


def test_a_year_without_targets_has_no_plan_and_gets_one_again(workspace):
    made = create_programme(workspace, NAME).value
    plan_year(workspace, made.id, 2026, PlanTargets(communities=7))
    plan_year(workspace, made.id, 2026, PlanTargets())
    assert list_years(workspace, made.id) == []
    plan_year(workspace, made.id, 2026, PlanTargets(buildings=5))
    assert [one.targets.buildings for one in list_years(workspace, made.id)] == [5]


def test_a_plan_lies_within_the_years_of_its_programme(workspace):
    made = create_programme(workspace, NAME, first_year=2026, last_year=2028).value
    with pytest.raises(InspectorError) as refused:
        plan_year(workspace, made.id, 2031, PlanTargets(communities=7))
    assert refused.value.problem is Problem.YEARS_UNFIT


@pytest.mark.parametrize("value", [-1, True, "7", 1_000_000_000])
def test_a_target_is_a_whole_number(workspace, value):
    with pytest.raises(InspectorError) as refused:
        create_programme(workspace, NAME, communities=value)
    assert refused.value.problem is Problem.FIELD_INVALID


def test_taking_a_plan_back_tells_those_who_show_it(workspace):
    made = create_programme(workspace, NAME).value
    plan_year(workspace, made.id, 2026, PlanTargets(communities=7))
    changed = plan_year(workspace, made.id, 2026, PlanTargets(communities=8))
    taken_back = undo(workspace, changed.act)
    assert taken_back.changes.touches(Topic.PROJECTS)
    assert [one.targets.communities for one in list_years(workspace, made.id)] == [7]
