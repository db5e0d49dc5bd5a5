"""Conflicts of text are merged, joined, or become two records: no value is lost."""

import pytest

from inspector.core.errors import InspectorError, Problem
from inspector.core.evidence import PhotoRole, Target
from inspector.core.splitting import can_split
from inspector.operations.attaching import list_photos_of
from inspector.operations.conflicts import count_conflicts, list_conflicts, settle_conflict
from inspector.operations.defects import list_defects, show_defect
from inspector.operations.history import undo
from inspector.operations.inspecting import add_readings, change_reading, show_item
from inspector.operations.photos import IntakeOrder, import_photos, link_photo
from inspector.operations.projects import PartyDraft, edit_party, list_parties
from inspector.operations.splitting import split_conflict
from inspector.store.schema import BY_NAME
from tests.kit.builders import make_party, make_spot, make_visit
from tests.kit.commands import command, command_data
from tests.kit.crossed import crossing
from tests.kit.exchanging import assert_sound
from tests.kit.photo_files import make_jpeg


@pytest.fixture
def crossed(tmp_path):
    with crossing(tmp_path) as made:
        yield made


def differing(crossed, field="text", **values):
    """Let both laptops say different things; give the office's conflict."""
    crossed.differ(field, **values)
    crossed.gather()
    return crossed.open_one()


def texts(workspace, crossed):
    return sorted(line.defect.text for line in list_defects(workspace, crossed.project.id))


# -- merging ---------------------------------------------------------------------------------------


def with_demand(crossed, origin, laptop, other):
    """Give the conflict of two demands that grew from one."""
    for name in ("office",):
        crossed.differ("demand", **{name: origin})
    for workspace in (crossed.laptop, crossed.other):
        crossed.pass_on(crossed.office, workspace)
    return differing(crossed, "demand", laptop=laptop, other=other)


def test_what_each_changed_is_suggested_together(crossed):
    conflict = with_demand(
        crossed, "凿除空鼓。重新粉刷。", "凿除空鼓。挂网。重新粉刷。", "凿除空鼓。重新粉刷。拍照。"
    )
    assert conflict.suggestion() == "凿除空鼓。挂网。重新粉刷。拍照。"
    settle_conflict(crossed.office, conflict, conflict.suggestion())
    assert show_defect(crossed.office, crossed.defect.id).defect.demand == conflict.suggestion()


def test_where_both_changed_one_spot_nothing_is_suggested(crossed):
    conflict = differing(crossed)
    assert conflict.suggestion() is None
    assert set(conflict.joined().splitlines()) == {"李工的描述", "张工的描述"}


def test_what_is_no_text_is_neither_merged_nor_joined(crossed):
    conflict = differing(crossed, "severity", laptop="major", other="critical")
    assert (conflict.suggestion(), conflict.joined()) == (None, None)


# -- splitting -------------------------------------------------------------------------------------


def test_two_things_under_one_number_become_two_defects(crossed, tmp_path):
    (tmp_path / "a.jpg").write_bytes(make_jpeg())
    order = IntakeOrder(project_id=crossed.project.id)
    (photo,) = import_photos(crossed.office, [tmp_path / "a.jpg"], order).value.taken
    link_photo(crossed.office, photo.id, Target.DEFECT, crossed.defect.id, PhotoRole.BEFORE)
    done = split_conflict(crossed.office, differing(crossed))
    (made,) = done.value
    assert texts(crossed.office, crossed) == ["张工的描述", "李工的描述"]
    first, second = (show_defect(crossed.office, one).defect for one in (crossed.defect.id, made))
    assert (first.number, second.place_id) == (crossed.defect.number, first.place_id)
    assert second.number != first.number
    assert [one.photo.id for one in list_photos_of(crossed.office, made)] == [photo.id]
    assert count_conflicts(crossed.office) == 0
    crossed.pass_on(crossed.office, crossed.laptop)
    assert texts(crossed.laptop, crossed) == texts(crossed.office, crossed)
    assert_sound(crossed.office)


def test_a_split_is_taken_back_as_a_whole(crossed):
    shown = show_defect(crossed.office, differing(crossed).row).defect.text
    done = split_conflict(crossed.office, crossed.open_one())
    undo(crossed.office, done.act)
    assert texts(crossed.office, crossed) == [shown]


def test_a_point_that_two_measured_becomes_two_points(crossed):
    office = crossed.office
    visit = make_visit(office, crossed.project)
    spot = make_spot(office, crossed.project, crossed.place, visit, "RD-006")
    (reading,) = add_readings(office, visit, spot, ["4.0"]).value.readings
    for workspace in (crossed.laptop, crossed.other):
        crossed.pass_on(office, workspace)
    for name, value in (("laptop", "4.1"), ("other", "4.2")):
        crossed.clock.tick()
        change_reading(getattr(crossed, name), visit, spot, reading.id, value)
    crossed.gather()
    conflict = next(one for one in list_conflicts(office) if one.table == "reading")
    split_conflict(office, conflict)
    line = show_item(office, visit, spot)
    assert sorted(str(one.value) for one in line.readings) == ["4.1", "4.2"]
    assert len({one.position for one in line.readings}) == 2


def test_a_party_that_two_renamed_becomes_two(crossed):
    party = make_party(crossed.office, crossed.project, phone="13800000000")
    for name, unit in (("laptop", "甲公司"), ("other", "乙公司")):
        workspace = getattr(crossed, name)
        crossed.pass_on(crossed.office, workspace)
        crossed.clock.tick()
        edit_party(workspace, party.id, PartyDraft(role=party.role, unit=unit))
    crossed.gather()
    conflict = next(one for one in list_conflicts(crossed.office) if one.column == "unit")
    split_conflict(crossed.office, conflict)
    parties = list_parties(crossed.office, crossed.project.id)
    assert sorted(one.unit for one in parties) == ["乙公司", "甲公司"]


def test_what_has_one_place_only_is_not_split(crossed):
    conflict = differing(crossed, "severity", laptop="major", other="critical")
    with pytest.raises(InspectorError) as caught:
        split_conflict(crossed.office, conflict)
    assert caught.value.problem is Problem.SPLIT_IMPOSSIBLE
    assert count_conflicts(crossed.office) == 1


def test_what_can_be_split_exists():
    split = [(t, c) for t in BY_NAME for c in BY_NAME[t].column_names if can_split(t, c)]
    assert len(split) == 8


# -- on the command line ---------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("how", "left"),
    [
        ("--join", ["李工的描述\n张工的描述"]),
        ("--split", ["张工的描述", "李工的描述"]),
    ],
)
def test_the_command_joins_or_splits(crossed, how, left):
    conflict = differing(crossed)
    crossed.office.close()
    given = ("--workspace", crossed.office.folder)
    (told,) = command_data("sync", "conflicts", *given)
    assert (told["suggestion"], told["can_split"]) == (None, True)
    assert set(told["joined"].splitlines()) == {"李工的描述", "张工的描述"}
    ended = command("sync", "resolve", conflict.id, "--merge", *given)
    assert (ended.code, "同一处" in ended.err) == (1, True)
    assert command_data("sync", "resolve", conflict.id, how, *given)["left"] == 0
    found = [one["text"] for one in command_data("defect", "list", *given)]
    assert sorted("\n".join(sorted(text.splitlines(), reverse=True)) for text in found) == left
