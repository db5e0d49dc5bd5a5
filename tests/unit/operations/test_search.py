"""Finding: any case, any width, any record, and no pattern by accident."""

import unicodedata
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inspector.core.errors import InspectorError, Problem
from inspector.core.projects import PlaceKind
from inspector.operations.projects import remove_place
from inspector.operations.search import HitKind, find, pattern_of, record_named
from inspector.store.engine import connect_memory
from tests.kit.builders import (
    make_defect,
    make_party,
    make_place,
    make_project,
    make_spot,
    make_visit,
    make_workspace,
)


@pytest.fixture(scope="module")
def workspace(tmp_path_factory):
    made = make_workspace(tmp_path_factory.mktemp("search"))
    yield made
    made.close()


@pytest.fixture(scope="module")
def site(workspace):
    project = make_project(workspace, name="解放ＡＢ二村")
    place = make_place(workspace, project, name="１２号楼（北）")
    make_party(workspace, project, "Shizheng 集团")
    visit = make_visit(workspace, project)
    defect = make_defect(workspace, project, place, "Wall [A] 起皮 100% _x *")
    return project, place, visit, defect


@pytest.mark.parametrize(
    ("typed", "kind"),
    [
        ("解放ab", HitKind.PROJECT),
        ("jf2", HitKind.PROJECT),
        ("12号楼(北)", HitKind.PLACE),
        ("wall", HitKind.DEFECT),
        ("[a]", HitKind.DEFECT),
        ("100%", HitKind.DEFECT),
        ("_X ＊", HitKind.DEFECT),
        ("SHIZHENG", HitKind.PARTY),
        ("王经理", HitKind.PARTY),
        ("李工", HitKind.PERSON),
        ("区住建局", HitKind.PERSON),
        ("抽检", HitKind.VISIT),
        ("rd-006", HitKind.ITEM),
        ("平整度", HitKind.ITEM),
        ("asphalt", HitKind.ITEM),
        ("cjj 1-2008 8.5.1", HitKind.ITEM),
    ],
)
def test_a_piece_of_text_finds_its_record(workspace, site, typed, kind):
    assert kind in {hit.kind for hit in find(workspace, typed)}


@pytest.mark.parametrize("typed", ["", "   ", "没有这个", "[", "?b", "12?楼"])
def test_what_is_not_there_is_not_found(workspace, site, typed):
    hits = [hit for hit in find(workspace, typed) if hit.kind is not HitKind.ITEM]
    assert hits == ([] if typed != "[" else [hit for hit in hits if hit.kind is HitKind.DEFECT])


def test_what_was_deleted_is_not_found(workspace, site):
    project, *_rest = site
    place = make_place(workspace, project, "88", name="临时棚")
    assert [hit.id for hit in find(workspace, "临时棚")] == [place.id]
    remove_place(workspace, place.id)
    assert find(workspace, "临时棚") == []


def test_every_kind_gets_its_share(workspace, site):
    project, *_rest = site
    for number in range(30):
        make_place(workspace, project, f"Z{number}", name=f"解放{number}")
    hits = find(workspace, "解放", limit=10)
    assert len(hits) == 10
    assert hits[0].kind is HitKind.PROJECT


def test_a_hit_tells_its_project(workspace, site):
    project, place, *_rest = site
    (hit,) = [hit for hit in find(workspace, "12号楼") if hit.kind is HitKind.PLACE]
    assert (hit.id, hit.title, hit.detail) == (place.id, "１２号楼（北）", "12")
    assert hit.project_id == project.id


def test_items_are_found_once_whatever_packs_are_in_use(workspace, site):
    project, place, visit, _defect = site
    make_spot(workspace, project, place, visit, "FS-001")
    assert {hit.id for hit in find(workspace, "FS-001")} == {"FS-001"}


@given(
    st.text(st.characters(exclude_categories=("Cs",), exclude_characters="\0"), min_size=1),
    st.text(st.characters(exclude_categories=("Cs",), exclude_characters="\0")),
)
def test_any_text_finds_itself_in_any_surrounding_case_and_width(needle, around):
    db = connect_memory()
    needle = unicodedata.normalize("NFC", needle)
    for spelled in (needle, narrow(needle), wide(needle)):
        text = f"{around}{spelled}{around}"
        (found,) = db.execute("SELECT ? GLOB ?", [text, pattern_of(needle)]).fetchone()
        assert found == 1, (text, pattern_of(needle))
    db.close()


@given(st.text("ab*?[]^-!\\", min_size=1), st.text("ab*?[]^-!\\"))
def test_no_sign_means_anything_but_itself(needle, text):
    db = connect_memory()
    (found,) = db.execute("SELECT ? GLOB ?", [text, pattern_of(needle)]).fetchone()
    db.close()
    assert bool(found) is (needle in text)


def wide(text):
    return "".join(chr(ord(c) + 0xFEE0) if 0x21 <= ord(c) < 0x7F else c for c in text)


def narrow(text):
    return "".join(chr(ord(c) - 0xFEE0) if 0xFF01 <= ord(c) <= 0xFF5E else c for c in text)


def test_a_record_is_named_by_its_number_or_code(workspace, site):
    project, _place, visit, defect = site
    assert record_named(workspace, "jf2") == project.id
    assert record_named(workspace, visit.number) == visit.id
    assert record_named(workspace, f" {defect.number.lower()} ") == defect.id
    assert record_named(workspace, defect.id) == defect.id


def test_a_code_of_two_records_is_asked_back(workspace, site):
    project = make_project(workspace, "XY9")
    with workspace.act() as writing:
        again = replace(project, id=workspace.new_id())
        writing.office.journal.open_project(again.id)
        writing.office.projects.put(again)
    with pytest.raises(InspectorError) as refused:
        record_named(workspace, project.code)
    assert refused.value.problem is Problem.RECORD_AMBIGUOUS
    assert project.id in str(refused.value.facts["ids"])


def test_a_place_is_found_under_the_name_of_its_building(workspace):
    project = make_project(workspace, code="TY1")
    first, second = (make_place(workspace, project, code, name=f"{code}幢") for code in "12")
    for building in (first, second):
        unit = {"kind": PlaceKind.UNIT, "name": "西单元", "parent_id": building.id}
        make_place(workspace, project, "1", **unit)
    assert [hit.title for hit in find(workspace, "西单元")] == ["1幢 西单元", "2幢 西单元"]
