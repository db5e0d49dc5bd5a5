"""The tabs of a project: places, parties, scheme, visits, checklists."""

import json
from dataclasses import replace
from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from inspector.checklists.dump import dump
from inspector.core.changes import Changes, Outcome, Topic
from inspector.core.checklists import Duty
from inspector.core.inspections import VisitKind
from inspector.core.projects import PlaceFacts, PlaceKind
from inspector.operations.conflicts import list_conflicts
from inspector.operations.filings import list_appraisals
from inspector.operations.history import history_of, undo
from inspector.operations.packs import list_packs
from inspector.operations.places import add_branches, remove_branch
from inspector.operations.projects import (
    PartyDraft,
    edit_party,
    edit_place,
    list_parties,
    list_places,
)
from inspector.operations.scheme import SchemeDraft, list_scheme, put_in_scope
from inspector.operations.visits import list_visits
from inspector.ui.kit.paged import ROW_ROLE
from inspector.ui.screens.projects.begin.model import fact_fields, identity_fields
from inspector.ui.screens.projects.forms.model import FieldError, FieldKind, FieldSpec, parse
from inspector.ui.screens.projects.parties.model import party_fields
from inspector.ui.screens.projects.places.model import (
    PlaceTree,
    Series,
    expanded,
    new_place_fields,
    place_fields,
    series_fields,
)
from inspector.ui.screens.projects.scheme.model import row_fields
from inspector.ui.screens.projects.visits.model import visit_fields
from tests.kit.builders import make_party, make_place, make_visit, make_workspace, national_pack
from tests.kit.crossing import carry

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def at_tab(project, screen, hands):
    """Open a tab of the project."""

    def open_tab(key):
        screen.show_project(project.id, key)
        hands.wait()
        return getattr(screen.project, key)

    return open_tab


def kinds(workspace, project):
    return [place.kind for _depth, place in list_places(workspace, project.id)]


# -- places ----------


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("1-3", ["1", "2", "3"]),
        ("1 - 3", ["1", "2", "3"]),
        ("1—3幢", ["1", "2", "3"]),
        ("1至3", ["1", "2", "3"]),
        ("1、3，5", ["1", "3", "5"]),
        ("9-11 15", ["9", "10", "11", "15"]),
        ("a1-a3", ["A1", "A2", "A3"]),
        ("12A", ["12A"]),
        ("7号楼", ["7"]),
    ],
)
def test_a_row_of_buildings_is_read_as_people_write_it(text, codes):
    assert expanded(text) == codes


@pytest.mark.parametrize("text", ["", "，", "3-1", "1-3，2", "一至三", "1-9999", "1-3-5", "A1-B3"])
def test_a_row_that_says_nothing_clear_is_refused(text):
    with pytest.raises(FieldError):
        expanded(text)


def test_thirty_buildings_are_added_in_one_act(workspace, project, at_tab, screen, hands):
    places = at_tab("places")
    hands.key(Qt.Key.Key_G, CTRL)
    hands.type(places.series.form, codes="1-30", units="3", storeys="6")
    hands.press("make", places)
    found = kinds(workspace, project)
    assert (found.count(PlaceKind.BUILDING), found.count(PlaceKind.UNIT)) == (30, 90)
    tree = list_places(workspace, project.id)
    assert [place.name for depth, place in tree if depth == 0][:2] == ["1幢", "2幢"]
    assert [place.name for _depth, place in tree[1:4]] == ["一单元", "二单元", "三单元"]
    assert tree[0][1].facts == PlaceFacts(storeys=6, units=3)
    assert screen.project.places.chosen_id() == tree[0][1].id


def test_the_whole_row_is_taken_back_at_once(workspace, project, at_tab, hands, desk):
    at_tab("places")
    hands.key(Qt.Key.Key_G, CTRL)
    outcome = add_branches(
        workspace, project.id, Series(codes=["1", "2"], suffix="幢").branches(None)
    )
    undo(workspace, outcome.act)
    assert kinds(workspace, project) == []


def test_a_code_that_is_taken_refuses_the_whole_row(workspace, project, at_tab, hands):
    make_place(workspace, project, "2")
    places = at_tab("places")
    hands.key(Qt.Key.Key_G, CTRL)
    hands.type(places.series.form, codes="1-3")
    hands.press("make", places)
    assert "code_taken" in places.series.form.error("codes")
    assert len(kinds(workspace, project)) == 1


def test_an_unclear_row_is_said_at_its_field(workspace, project, at_tab, hands):
    places = at_tab("places")
    places.begin_series()
    hands.type(places.series.form, codes="一到三")
    hands.press("make", places)
    assert "看不懂" in places.series.form.error("codes")


def test_buildings_go_into_the_chosen_community(workspace, project, at_tab, hands):
    community = make_place(workspace, project, "JF", kind=PlaceKind.COMMUNITY, name="景芳二区")
    places = at_tab("places")
    places.begin_series()
    hands.type(places.series.form, codes="1-2")
    hands.press("make", places)
    tree = list_places(workspace, project.id)
    assert [depth for depth, _place in tree] == [0, 1, 1]
    assert tree[1][1].parent_id == community.id


def test_one_place_is_added_below_the_chosen_one(workspace, project, at_tab, hands):
    building = make_place(workspace, project, "3")
    places = at_tab("places")
    hands.key(Qt.Key.Key_N, CTRL)
    assert places.new.form.editor("kind").current() == "unit"
    hands.type(places.new.form, code="1")
    hands.press("make", places)
    unit = list_places(workspace, project.id)[1][1]
    assert (unit.name, unit.kind, unit.parent_id) == ("一单元", PlaceKind.UNIT, building.id)


def test_a_code_that_does_not_serve_is_said_in_place(workspace, project, at_tab, hands):
    make_place(workspace, project, "3")
    places = at_tab("places")
    places.begin()
    hands.type(places.new.form, code="一号")
    hands.press("make", places)
    assert "code_invalid" in places.new.form.error("code")


def test_facts_of_a_building_save_themselves(workspace, project, at_tab, hands):
    make_place(workspace, project, "3")
    places = at_tab("places")
    form = places.sheet.form
    hands.field(form, "storeys", "6")
    hands.field(form, "floor_area_m2", "1234.5")
    hands.field(form, "name", "三号楼（原 3 幢）")
    hands.choose(form.editor("has_lift"), "yes")
    place = list_places(workspace, project.id)[0][1]
    assert place.name == "三号楼（原 3 幢）"
    assert place.facts == PlaceFacts(storeys=6, floor_area_m2=Decimal("1234.5"), has_lift=True)


def test_a_fact_that_is_no_number_is_said_in_place_and_not_kept(workspace, project, at_tab, hands):
    make_place(workspace, project, "3")
    form = at_tab("places").sheet.form
    hands.field(form, "storeys", "六层")
    assert form.error("storeys")
    assert list_places(workspace, project.id)[0][1].facts.storeys is None


def test_what_somebody_types_stays_while_the_record_changes(
    workspace, project, at_tab, screen, hands
):
    place = make_place(workspace, project, "3")
    form = at_tab("places").sheet.form
    hands.type(form, structure="砖")
    outcome = edit_place(workspace, place.id, facts=PlaceFacts(storeys=6))
    screen.desk.hub.tell_outcome(outcome)
    assert form.editor("structure").text() == "砖"
    assert form.editor("storeys").text() == "6"


class Elsewhere:
    """Another laptop that edits the same place and party."""

    def __init__(self, workspace, project, folder):
        self._folder, self._here = folder, workspace
        self.place = make_place(workspace, project, "3")
        self.party = make_party(workspace, project, "甲公司")
        self.laptop = make_workspace(folder / "other", person="张工")
        carry(workspace, self.laptop, folder)

    def edit(self, tab, text):
        """Change what a tab shows there, and carry it here."""
        if tab == "places":
            edit_place(self.laptop, self.place.id, name=text)
        else:
            draft = PartyDraft(role=self.party.role, unit=text)
            edit_party(self.laptop, self.party.id, draft)
        carry(self.laptop, self._here, self._folder)


@pytest.fixture
def elsewhere(workspace, project, tmp_path):
    other = Elsewhere(workspace, project, tmp_path)
    yield other
    other.laptop.close()


@pytest.mark.parametrize("is_told", [False, True])
@pytest.mark.parametrize(("tab", "key"), [("places", "name"), ("parties", "unit")])
def test_what_came_while_somebody_typed_is_not_overwritten(
    elsewhere, at_tab, hands, tab, key, is_told
):
    pane = at_tab(tab)
    form = pane.sheet.form
    hands.type(form, **{key: "这里写的"})
    elsewhere.edit(tab, "那里写的")
    if is_told:
        pane._desk.hub.tell_outcome(Outcome(None, Changes(frozenset(Topic))))
    hands.key(Qt.Key.Key_Return, widget=form.editor(key))
    (conflict,) = list_conflicts(pane._desk.workspace)
    assert {one.value for one in conflict.values} == {"这里写的", "那里写的"}


def test_a_building_goes_with_its_units(workspace, project, at_tab, hands):
    add_branches(
        workspace, project.id, Series(codes=["1", "2"], suffix="幢", units=2).branches(None)
    )
    places = at_tab("places")
    places.tree.setFocus()
    hands.key(Qt.Key.Key_Delete, widget=places.tree)
    assert [place.name for _depth, place in list_places(workspace, project.id)] == [
        "2幢",
        "一单元",
        "二单元",
    ]


def test_taking_a_branch_back_brings_all_of_it(workspace, project):
    made = add_branches(
        workspace, project.id, Series(codes=["1"], suffix="幢", units=2).branches(None)
    )
    gone = remove_branch(workspace, made.value[0].id)
    assert gone.value == 3
    undo(workspace, gone.act)
    assert len(list_places(workspace, project.id)) == 3


def test_delete_in_a_field_deletes_letters_not_the_place(workspace, project, at_tab, hands):
    make_place(workspace, project, "3")
    places = at_tab("places")
    editor = places.sheet.form.editor("name")
    editor.setFocus()
    hands.key(Qt.Key.Key_Delete, widget=editor)
    assert len(kinds(workspace, project)) == 1


def test_the_place_model_keeps_qts_contract(workspace, project, qtmodeltester):
    add_branches(
        workspace, project.id, Series(codes=["1", "2"], suffix="幢", units=2).branches(None)
    )
    model = PlaceTree()
    model.show(list_places(workspace, project.id))
    qtmodeltester.check(model)
    assert model.index(0, 0).data(ROW_ROLE).name == "1幢"


def test_the_tree_stays_open_where_it_was(workspace, project, at_tab, screen, hands):
    made = add_branches(
        workspace, project.id, Series(codes=["1", "2"], suffix="幢", units=2).branches(None)
    )
    places = at_tab("places")
    building = made.value[0].id
    places.tree.expand(places.tree_model.index_of(building))
    places.choose(made.value[1].id)
    screen.desk.hub.tell_outcome(
        add_branches(workspace, project.id, Series(codes=["9"], suffix="幢").branches(None))
    )
    assert places.tree.isExpanded(places.tree_model.index_of(building))
    assert places.chosen_id() == made.value[1].id


# -- parties ----------


def test_a_party_is_added_changed_and_removed(workspace, project, at_tab, hands, ask):
    parties = at_tab("parties")
    hands.key(Qt.Key.Key_N, CTRL)
    hands.type(parties.new.form, unit="市政建设集团", representative="王经理", phone="13800000000")
    hands.choose(parties.new.form.editor("role"), "contractor")
    hands.press("make", parties)
    party = list_parties(workspace, project.id)[0]
    assert (party.unit, party.role.value, party.phone) == (
        "市政建设集团",
        "contractor",
        "13800000000",
    )
    hands.field(parties.sheet.form, "representative", "李经理")
    assert list_parties(workspace, project.id)[0].representative == "李经理"
    parties.records.list.setFocus()
    ask.answers.append("误录")
    hands.key(Qt.Key.Key_Delete, widget=parties.records.list)
    assert list_parties(workspace, project.id) == []


def test_a_partys_work_is_appraised(workspace, project, at_tab, hands):
    party = make_party(workspace, project)
    form = at_tab("parties").sheet.form
    hands.field(form, "appraisal", "施工组织有序")
    assert list_appraisals(workspace, project.id)[party.id].text == "施工组织有序"
    hands.field(form, "representative", "李经理")
    assert form.editor("appraisal").text() == "施工组织有序"
    hands.field(form, "appraisal", " ")
    assert list_appraisals(workspace, project.id) == {}


def test_the_phone_is_marked_as_personal(workspace, project, at_tab):
    make_party(workspace, project, phone="13800000000")
    row = at_tab("parties").sheet.form._rows["phone"]
    assert "个人信息" in row._below.words()


def test_a_phone_never_stands_in_the_journal(workspace, project, at_tab, hands):
    make_party(workspace, project)
    parties = at_tab("parties")
    hands.field(parties.sheet.form, "phone", "13900000001")
    party = list_parties(workspace, project.id)[0]
    assert party.phone == "13900000001"
    with workspace.read() as office:
        values = [entry.value for entry in office.journal.entries_of(party.id)]
    assert "13900000001" not in json.dumps(values, ensure_ascii=False)
    assert history_of(workspace, party.id)[-1].after == "13900000001"


# -- the scheme ----------


@pytest.fixture
def thirty(workspace, project):
    codes = [str(number) for number in range(1, 31)]
    return add_branches(
        workspace, project.id, Series(codes=codes, suffix="幢").branches(None)
    ).value


def test_twenty_items_are_put_on_thirty_places(workspace, project, thirty, screen, at_tab, hands):
    at_tab("scheme")
    hands.key(Qt.Key.Key_N, CTRL)
    choosing = screen.choosing
    _ref, pack = national_pack(workspace)
    plain = [item.id for item in pack.items if not item.variants][:20]
    choosing.items.tick(plain)
    hands.choose(choosing._kinds, "building")
    choosing.places.tick_shown()
    assert choosing._headline.words() == "20 项 × 30 处 = 600 条"
    hands.type(choosing.form, planned_quantity="12.5", quantity_unit="m²")
    hands.key(Qt.Key.Key_Return, CTRL, widget=choosing.form.editor("note"))
    rows = list_scheme(workspace, project.id)
    assert len(rows) == 600
    assert {row.planned_quantity for row in rows} == {Decimal("12.5")}
    by_id = pack.by_id()
    assert all(row.duty is by_id[row.item_id].duty for row in rows)
    assert screen.tab() == "scheme"
    assert screen.project.scheme.model.rowCount() == 600


def test_what_is_in_scope_already_stays_as_it_is(workspace, project, thirty, screen, at_tab, hands):
    ref, pack = national_pack(workspace)
    item = next(item for item in pack.items if not item.variants)
    draft = SchemeDraft(item_id=item.id, place_id=thirty[0].id, design_value="4.0")
    put_in_scope(workspace, project.id, ref, [draft])
    at_tab("scheme")
    screen._choose()
    screen.choosing.items.tick([item.id])
    screen.choosing.places.tick([thirty[0].id, thirty[1].id])
    assert "1 条已在方案内" in screen.choosing._detail.words()
    hands.press("put_in_scope", screen)
    rows = {row.place_id: row for row in list_scheme(workspace, project.id)}
    assert rows[thirty[0].id].design_value == "4.0"
    assert rows[thirty[1].id].design_value is None


def test_an_item_with_cases_asks_for_one(workspace, project, thirty, screen, at_tab, hands):
    _ref, pack = national_pack(workspace)
    item = next(item for item in pack.items if item.variants)
    at_tab("scheme")
    screen._choose()
    choosing = screen.choosing
    choosing.items.tick([item.id])
    choosing.places.tick([thirty[0].id])
    hands.press("put_in_scope", screen)
    assert choosing._variant_rows[item.id].error()
    assert list_scheme(workspace, project.id) == []
    hands.choose(choosing.findChild(QWidget, f"case_{item.id}"), item.variants[0].key)
    hands.press("put_in_scope", screen)
    assert [row.variant for row in list_scheme(workspace, project.id)] == [item.variants[0].key]


def test_items_are_found_by_text_and_discipline(workspace, project, thirty, screen, at_tab, hands):
    at_tab("scheme")
    screen._choose()
    choosing = screen.choosing
    hands.choose(choosing.findChild(QWidget, "choose_discipline"), "RD")
    everything = choosing.items.model.rowCount()
    choosing._text.setText("平整度")
    found = [choosing.items.model.row_at(n) for n in range(choosing.items.model.rowCount())]
    assert 0 < len(found) < everything
    assert all(item.discipline == "RD" for item in found)
    choosing._text.setText("CJJ 1-2008")
    assert choosing.items.model.rowCount() > 0


def test_rows_are_ticked_by_space_and_by_press(project, thirty, screen, at_tab, hands, qtbot):
    at_tab("scheme")
    screen._choose()
    pane = screen.choosing.places
    pane.list.choose(0)
    hands.key(Qt.Key.Key_Space, widget=pane.list)
    assert len(pane.ticked) == 1
    index = pane.model.index(1)
    spot = pane.list.visualRect(index).center()
    qtbot.mouseClick(pane.list.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    assert len(pane.ticked) == 2
    assert "已选" in pane.model.index(1).data()
    pane.clear()
    assert not pane.ticked


def test_a_row_of_the_scheme_is_edited_and_taken_out(workspace, project, thirty, at_tab, hands):
    ref, pack = national_pack(workspace)
    item = next(item for item in pack.items if not item.variants)
    drafts = [SchemeDraft(item_id=item.id, place_id=place.id) for place in thirty[:3]]
    put_in_scope(workspace, project.id, ref, drafts)
    scheme = at_tab("scheme")
    other = Duty.OPTIONAL if item.duty is Duty.MANDATORY else Duty.MANDATORY
    hands.choose(scheme.sheet.form.editor("duty"), other.value)
    hands.field(scheme.sheet.form, "due_points", "12")
    first = next(row for row in list_scheme(workspace, project.id) if row.place_id == thirty[0].id)
    assert (first.duty, first.due_points) == (other, 12)
    scheme.table.setFocus()
    scheme.table.selectAll()
    hands.key(Qt.Key.Key_Delete, widget=scheme.table)
    assert list_scheme(workspace, project.id) == []


def test_the_scheme_is_filtered_by_discipline_and_text(
    workspace, project, thirty, at_tab, hands, qtmodeltester
):
    ref, pack = national_pack(workspace)
    items = [next(i for i in pack.items if i.discipline == code) for code in ("RD", "FS")]
    drafts = [SchemeDraft(item_id=i.id, place_id=place.id) for i in items for place in thirty]
    put_in_scope(workspace, project.id, ref, drafts)
    scheme = at_tab("scheme")
    assert scheme.model.rowCount() == 60
    hands.choose(scheme._disciplines, "FS")
    assert scheme.model.rowCount() == 30
    hands.key(Qt.Key.Key_F, CTRL)
    assert scheme._filter.hasFocus()
    scheme._filter.setText("30幢")
    assert scheme.model.rowCount() == 1
    qtmodeltester.check(scheme.model)


def test_a_case_that_is_missing_shows(workspace, project, thirty, at_tab):
    ref, pack = national_pack(workspace)
    item = next(item for item in pack.items if item.variants)
    put_in_scope(workspace, project.id, ref, [SchemeDraft(item_id=item.id, place_id=thirty[0].id)])
    scheme = at_tab("scheme")
    assert scheme.model.index(0, 6).data() == "未选"


# -- visits ----------


def test_a_visit_begins_today_and_leads_to_inspecting(workspace, project, at_tab, hands, desk):
    visits = at_tab("visits")
    hands.key(Qt.Key.Key_N, CTRL)
    hands.type(visits.new.form, inspectors="李工、王工")
    hands.press("make", visits)
    visit = list_visits(workspace, project.id)[0]
    assert visit.first_on == workspace.today()
    assert (visit.kind, visit.inspectors) == (VisitKind.JOINT, ("李工", "王工"))
    hands.press("open_visit", visits)
    assert desk.go.calls[-1] == (("inspect",), {"project": project.id, "visit": visit.id})


def test_days_in_the_wrong_order_are_said_in_place(workspace, project, at_tab, hands):
    visits = at_tab("visits")
    visits.begin()
    hands.type(visits.new.form, first_on="2026-5-12", last_on="2026-5-11")
    hands.press("make", visits)
    assert visits.new.form.error("last_on")
    assert list_visits(workspace, project.id) == []


def test_enter_on_a_visit_leads_to_inspecting(workspace, project, at_tab, hands, desk):
    visit = make_visit(workspace, project)
    visits = at_tab("visits")
    hands.key(Qt.Key.Key_Return, widget=visits.records.list)
    assert desk.go.calls[-1][1]["visit"] == visit.id


# -- checklists ----------


def newer_pack(workspace, folder):
    _ref, pack = national_pack(workspace)
    head = replace(pack.head, version="2027.1")
    first = replace(pack.items[0], requirement_zh="另有规定。")
    path = folder / "neu.json"
    path.write_bytes(dump(replace(pack, head=head, items=(first, *pack.items[1:-1]))))
    return path


def test_a_pack_is_taken_in_and_compared(workspace, tmp_path, project, at_tab, hands, ask):
    packs = at_tab("packs")
    ask.answers = [[newer_pack(workspace, tmp_path)]]
    hands.key(Qt.Key.Key_I, CTRL)
    assert [line.ref.version for line in list_packs(workspace)][-1] == "2027.1"
    old = list_packs(workspace)[0].ref
    packs.records.choose(list_packs(workspace)[-1].ref.hash)
    hands.choose(packs._other, old.hash)
    lines = packs.difference()
    assert any("取消" in line for line in lines)
    assert any("另有规定" in line for line in lines)


def test_a_pack_with_faults_lists_them(workspace, tmp_path, project, at_tab, hands, ask):
    packs = at_tab("packs")
    path = newer_pack(workspace, tmp_path)
    raw = json.loads(path.read_bytes())
    raw["items"][0]["duty"] = "maybe"
    path.write_text(json.dumps(raw, ensure_ascii=False), encoding="utf-8")
    ask.answers = [[path]]
    hands.key(Qt.Key.Key_I, CTRL)
    assert packs.shows_faults()
    assert any("duty" in line for line in packs.faults.lines())
    assert len(list_packs(workspace)) == 1
    hands.key(Qt.Key.Key_Escape)
    assert not packs.shows_faults()


def test_a_pack_is_given_away(workspace, tmp_path, project, at_tab, ask, desk):
    packs = at_tab("packs")
    ask.answers = [tmp_path / "out.json"]
    packs._ask_export()
    assert (tmp_path / "out.json").exists()


# -- fields ----------


def test_no_form_has_two_fields_of_one_key():
    forms = [
        (*identity_fields(), *fact_fields()),
        place_fields(),
        new_place_fields(),
        series_fields(),
        party_fields(),
        visit_fields(),
        row_fields(),
    ]
    for fields in forms:
        keys = [spec.key for spec in fields]
        assert len(keys) == len(set(keys))


@pytest.mark.parametrize(
    ("kind", "text", "value"),
    [
        (FieldKind.TEXT, "  名称\u200b ", "名称"),
        (FieldKind.WHOLE, "12", 12),
        (FieldKind.DECIMAL, "1,234.50", Decimal("1234.50")),
        (FieldKind.DECIMAL, "", None),
    ],
)
def test_typed_text_becomes_a_value(kind, text, value):
    assert parse(FieldSpec(key="x", label="x", kind=kind), text) == value


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        (FieldKind.WHOLE, "1.5"),
        (FieldKind.WHOLE, "-1"),
        (FieldKind.WHOLE, "9999999999"),
        (FieldKind.DECIMAL, "NaN"),
        (FieldKind.DECIMAL, "Infinity"),
        (FieldKind.DECIMAL, "1e400"),
        (FieldKind.DECIMAL, "1234567890.1234567"),
        (FieldKind.DAY, "2026-13-1"),
        (FieldKind.DAY, "morgen"),
    ],
)
def test_text_that_is_no_value_is_refused(kind, text):
    with pytest.raises(FieldError):
        parse(FieldSpec(key="x", label="x", kind=kind), text)


# -- the keys at each step ----------


def test_the_first_buildings_are_typed_at_once(workspace, project, at_tab, hands):
    places = at_tab("places")
    assert places.series.form.editor("codes").hasFocus()
    hands.field(places.series.form, "codes", "1-2")
    assert kinds(workspace, project) == [PlaceKind.BUILDING] * 2
    assert places.tree.hasFocus()


def test_the_first_party_and_visit_are_typed_at_once(at_tab, screen):
    for tab in ("parties", "visits"):
        pane = at_tab(tab)
        assert screen.focusWidget() in pane.new.form.findChildren(QWidget)


def test_enter_begins_a_visit_and_enter_again_goes_there(workspace, project, at_tab, hands, qtbot):
    visits = at_tab("visits")
    hands.key(Qt.Key.Key_Return, widget=visits.new.form.editor("kind"))
    (visit,) = list_visits(workspace, project.id)
    assert visits.records.list.hasFocus()
    with qtbot.waitSignal(visits.opened) as caught:
        hands.key(Qt.Key.Key_Return, widget=visits.records.list)
    assert caught.args == [visit.id]


def test_a_folded_sheet_leaves_the_keys_at_the_one_step(screen, at_tab):
    screen.resize(800, 480)
    visits = at_tab("visits")
    assert visits.records.empty.button.hasFocus()


def test_tab_reads_the_choosing_page_downwards(workspace, project, screen, hands, qtbot):
    make_place(workspace, project)
    screen.show_project(project.id, "scheme")
    hands.key(Qt.Key.Key_N, CTRL)
    items = screen.choosing.items
    qtbot.waitUntil(screen.choosing._text.hasFocus)
    hands.key(Qt.Key.Key_Tab, widget=screen.choosing._text)
    assert items.list.hasFocus()
    assert items.list.currentIndex().row() == 0
    hands.key(Qt.Key.Key_Space, widget=items.list)
    assert len(items.ticked) == 1
