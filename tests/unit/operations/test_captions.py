"""The six caption elements come from a person first, else from the records; many at once too."""

from datetime import date

import pytest

from inspector.core.bundles import PhotoElement
from inspector.core.checklists import AnswerState
from inspector.core.evidence import PhotoRole, Target
from inspector.core.inspections import VisitKind
from inspector.operations.archive_photos import archive_photos, captioned_photos, lacking_photos
from inspector.operations.inspecting import answer_id, set_result
from inspector.operations.photos import (
    IntakeOrder,
    PhotoWords,
    describe_photos,
    import_photos,
    link_photo,
)
from inspector.operations.visits import VisitDraft, create_visit
from tests.kit.builders import make_defect, make_place, make_project, make_spot
from tests.kit.commands import command
from tests.kit.photo_files import make_block, make_jpeg

DAY = date(2026, 5, 11)


@pytest.fixture
def project(workspace):
    return make_project(workspace)


@pytest.fixture
def visit(workspace, project):
    draft = VisitDraft(kind=VisitKind.PRELIMINARY, first_on=DAY, inspectors=("李工",))
    return create_visit(workspace, project.id, draft).value


def take(workspace, project, tmp_path, name="一.jpg", **order):
    file = tmp_path / name
    file.write_bytes(make_jpeg(size=(64, 40 + len(list(tmp_path.glob("*.jpg"))))))
    given = IntakeOrder(project_id=project.id, **order)
    return import_photos(workspace, [file], given).value.taken[0]


def caption(workspace, project):
    (one,) = captioned_photos(workspace, project.id)
    return {element.value: getattr(one, element.value) for element in PhotoElement}


def test_a_photo_nobody_knows_anything_of_lacks_all_six(workspace, project, tmp_path):
    take(workspace, project, tmp_path)
    (one,) = lacking_photos(workspace, project.id)
    assert one.lacking(PhotoElement) == tuple(PhotoElement)


def test_of_a_visit_come_day_stage_occasion_and_the_one_who_inspected(
    workspace, project, visit, tmp_path
):
    take(workspace, project, tmp_path, visit_id=visit.id)
    told = caption(workspace, project)
    assert told == {
        "matter": f"预验收 {visit.number}",
        "taken": "2026-05-11（按查验日期）",
        "place": "",
        "people": "",
        "background": "预验收",
        "photographer": "李工",
    }


def test_of_several_inspectors_nobody_is_guessed_and_of_several_days_no_day(
    workspace, project, tmp_path
):
    draft = VisitDraft(
        kind=VisitKind.SPOT_CHECK,
        first_on=DAY,
        last_on=date(2026, 5, 12),
        inspectors=("李工", "王工"),
    )
    visit = create_visit(workspace, project.id, draft).value
    take(workspace, project, tmp_path, visit_id=visit.id)
    told = caption(workspace, project)
    assert (told["photographer"], told["taken"]) == ("", "")


def test_a_defect_gives_matter_place_and_stage(workspace, project, tmp_path):
    place = make_place(workspace, project)
    defect = make_defect(workspace, project, place)
    photo = take(workspace, project, tmp_path)
    link_photo(workspace, photo.id, Target.DEFECT, defect.id, PhotoRole.AFTER)
    told = caption(workspace, project)
    assert told["matter"] == f"{defect.number} 外墙涂层起皮"
    assert (told["place"], told["background"]) == ("12号楼", "整改后")


def test_an_answer_gives_item_and_finding(workspace, project, visit, tmp_path):
    spot = make_spot(workspace, project, make_place(workspace, project), visit)
    set_result(workspace, visit, spot, AnswerState.PASS)
    photo = take(workspace, project, tmp_path)
    aim = answer_id(project.id, spot)
    link_photo(workspace, photo.id, Target.ANSWER, aim)
    told = caption(workspace, project)
    assert told["matter"].startswith(spot.item_id)
    assert told["matter"].endswith("：合格")
    assert told["place"] == "12号楼"


def test_what_a_person_said_comes_first_and_an_empty_word_takes_it_back(
    workspace, project, visit, tmp_path
):
    photo = take(workspace, project, tmp_path, visit_id=visit.id)
    words = PhotoWords(
        caption="验收合影",
        taken_said="2026年5月上午",
        people="各方代表",
        background="联合验收",
        photographer="赵工",
    )
    describe_photos(workspace, [photo.id], words)
    assert caption(workspace, project) == {
        "matter": "验收合影",
        "taken": "2026年5月上午",
        "place": "",
        "people": "各方代表",
        "background": "联合验收",
        "photographer": "赵工",
    }
    describe_photos(workspace, [photo.id], PhotoWords(people="", background=" "))
    told = caption(workspace, project)
    assert (told["people"], told["background"], told["matter"]) == ("", "预验收", "验收合影")


def test_many_are_described_by_one_command_and_only_those_that_lack_it(
    workspace, project, tmp_path
):
    first = take(workspace, project, tmp_path, "一.jpg")
    take(workspace, project, tmp_path, "二.jpg")
    describe_photos(workspace, [first.id], PhotoWords(people="李工"))
    folder = workspace.folder
    workspace.close()
    at = ("--workspace", folder, "photo", "describe")
    said = command(*at, "--people", "无", "--json")
    assert said.code == 0
    assert [one["name"] for one in said.data] == ["二.jpg"]
    listed = command(*at, "--json").data
    assert sorted(one["people"] for one in listed) == ["无", "李工"]
    assert command(*at, "--lacking", "people", "--json").data == []
    assert len(command(*at, "--lacking", "matter", "--json").data) == 2
    named = command(*at, first.sha256[:8], "--people", "王工", "--json").data
    assert [one["people"] for one in named] == ["王工"]
    assert command(*at, "ffffffff", "--people", "谁").code == 1


# -- groups (照片组) and DA/T 54 -------------------------------------------------------------------


def test_photos_of_one_defect_are_a_group_and_a_person_may_name_another(
    workspace, project, visit, tmp_path
):
    place = make_place(workspace, project)
    defect = make_defect(workspace, project, place)
    first, loose, second = (
        take(workspace, project, tmp_path, name, visit_id=visit.id)
        for name in ("1.jpg", "2.jpg", "3.jpg")
    )
    for photo in (first, second):
        link_photo(workspace, photo.id, Target.DEFECT, defect.id)
    listed = captioned_photos(workspace, project.id)
    told = [(one.original_name, one.group.code, one.place_in_group) for one in listed]
    assert told == [("1.jpg", "0001", 1), ("3.jpg", "0001", 2), ("2.jpg", "0002", 1)]
    titles = list(dict.fromkeys(one.group.title for one in listed))
    assert titles == [f"{defect.number} 外墙涂层起皮", f"预验收 {visit.number}"]
    assert listed[0].group.described.endswith("共2张")

    describe_photos(workspace, [loose.id, second.id], PhotoWords(group_title="验收合影"))
    listed = captioned_photos(workspace, project.id)
    assert [(one.original_name, one.group.title) for one in listed] == [
        ("1.jpg", f"{defect.number} 外墙涂层起皮"),
        ("2.jpg", "验收合影"),
        ("3.jpg", "验收合影"),
    ]


def test_what_a_file_says_is_told_as_da_t_54_names_it(workspace, project, tmp_path):
    file = tmp_path / "机.jpg"
    file.write_bytes(make_jpeg(make_block()))
    order = IntakeOrder(project_id=project.id)
    photo = import_photos(workspace, [file], order).value.taken[0]
    (one,) = archive_photos(workspace, project.id)
    facts, known = one.facts, photo.facts
    assert (facts.make, facts.model) == (known.make or "", known.model or "")
    assert facts.format == "image/jpeg"
    assert (facts.width, facts.height) == (str(known.width), str(known.height))
    assert facts.taken_at.startswith(known.taken_local or "")
    has_position = known.position is not None
    assert (facts.latitude_ref, facts.longitude_ref) == (("N", "E") if has_position else ("", ""))
