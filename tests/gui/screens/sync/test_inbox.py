"""What people left open: seen side by side, settled by one press."""

import pytest
from PySide6.QtCore import Qt

from inspector.core.defects import DefectStep
from inspector.core.evidence import PhotoRole, Target
from inspector.operations.conflicts import count_conflicts, list_conflicts
from inspector.operations.defects import (
    MoveDraft,
    edit_defect,
    list_defects,
    move_defect,
    show_defect,
)
from inspector.operations.organisation import found_organisation
from inspector.operations.photos import IntakeOrder, import_photos, link_photo
from inspector.operations.projects import PartyDraft, edit_party, list_parties
from inspector.operations.workspace import change_person
from inspector.ui.kit.actions import unclear
from inspector.ui.kit.widgets.buttons import PaintedButton
from inspector.ui.kit.widgets.chips import Tag
from inspector.ui.kit.widgets.fields import ChoiceBox
from inspector.ui.kit.widgets.photos import PhotoThumb
from inspector.ui.kit.widgets.texts import Words
from inspector.ui.screens.sync.inbox.card.view import OptionCard
from inspector.ui.screens.sync.inbox.view import ConflictRow
from tests.kit.builders import make_party
from tests.kit.photo_files import make_jpeg

LEFT = Qt.MouseButton.LeftButton


def the_defect(crossed):
    return show_defect(crossed.office, crossed.defect.id).defect


def words(widget):
    return "\n".join(one.words() for one in widget.findChildren(Words) if one.isVisible())


def values(screen):
    return [card.option.text for card in screen.inbox.card.findChildren(OptionCard)]


@pytest.fixture
def disputed(crossed, make_screen):
    """The room over an office where two laptops say different things of one defect."""
    crossed.differ()
    crossed.gather()
    return make_screen(crossed.office)


def test_nothing_open_says_what_belongs_here(crossed, make_screen):
    screen = make_screen(crossed.office)
    assert "没有待定的地方" in words(screen.inbox)
    assert screen.board.waiting() == 0


def test_a_card_says_what_stands_against_what(crossed, disputed):
    card = disputed.inbox.card
    shown, other = list_conflicts(crossed.office)[0].values
    assert disputed.inbox.title() == "待定 1 处"
    assert values(disputed) == [shown.value, other.value]
    said = words(card)
    for value in (shown, other):
        assert f"{value.person} · {value.device} 机 · 今天 09:00" in said
    assert "2 台电脑在互相看到之前各改了同一处。" in said
    assert "原值：外墙涂层起皮（王工" in said
    assert said.count("目前显示") == 1
    assert [tag.text for tag in card.findChildren(Tag)] == []


def test_one_press_settles_with_the_value_that_was_chosen(crossed, disputed, press, desk):
    other = list_conflicts(crossed.office)[0].values[1]
    press(disputed, "option_1")
    assert the_defect(crossed).text == other.value
    assert count_conflicts(crossed.office) == 0
    assert other.value in desk.toast.calls[-1][0][0]
    assert disputed.inbox.card is None


def test_the_number_key_chooses_too(crossed, disputed, qtbot, settled):
    shown = list_conflicts(crossed.office)[0].values[0]
    qtbot.keyClick(disputed, Qt.Key.Key_1)
    settled()
    assert the_defect(crossed).text == shown.value
    assert count_conflicts(crossed.office) == 0


def test_after_a_press_the_keys_go_on_working(crossed, make_screen, press, qtbot, settled):
    crossed.differ()
    crossed.differ(field="severity", laptop="critical", other="major")
    crossed.gather()
    screen = make_screen(crossed.office)
    screen.activateWindow()
    qtbot.waitUntil(screen.isActiveWindow)
    press(screen, "option_1")
    assert screen.isAncestorOf(screen.focusWidget())
    qtbot.keyClick(screen.focusWidget(), Qt.Key.Key_1)
    settled()
    assert count_conflicts(crossed.office) == 0


def test_folded_there_is_one_way_back_at_a_time(disputed, qtbot, settled):
    disputed.resize(700, 716)
    settled()
    disputed.show_page(disputed.inbox)
    settled()
    back = disputed.panes.back_button
    assert back.isVisible()
    assert disputed.inbox.isAncestorOf(back)
    disputed.show_page(disputed.office)
    settled()
    assert not back.isVisible()
    disputed._leave()
    qtbot.mouseClick(back, LEFT)
    assert disputed.side.isVisible()


def test_another_value_is_written(crossed, disputed, press, qtbot, settled):
    press(disputed, "write_other")
    editor = disputed.inbox.card.form.row.editor
    editor.setPlainText("两处合写")
    press(disputed, "give_other")
    assert the_defect(crossed).text == "两处合写"
    assert count_conflicts(crossed.office) == 0


def test_an_empty_value_is_not_taken(crossed, disputed, press):
    press(disputed, "write_other")
    form = disputed.inbox.card.form
    form.row.editor.setPlainText("  ")
    press(disputed, "give_other")
    assert form.row.error() == "请填写内容。"
    assert count_conflicts(crossed.office) == 1


@pytest.mark.parametrize("typed", ["明天", "2026-02-30", "12 月 1 日"])
def test_what_the_field_cannot_hold_is_told_beside_it(crossed, make_screen, press, typed):
    crossed.differ(field="due_on", laptop="2026-12-01", other="2026-12-05")
    crossed.gather()
    screen = make_screen(crossed.office)
    before = the_defect(crossed).due_on
    press(screen, "write_other")
    form = screen.inbox.card.form
    form.row.editor.setText(typed)
    press(screen, "give_other")
    assert form.row.error() == "field_invalid"
    assert form.row.editor.text() == typed
    assert the_defect(crossed).due_on == before
    assert count_conflicts(crossed.office) == 1


def test_a_personal_value_is_settled_without_entering_the_journal(crossed, make_screen, press):
    party = make_party(crossed.office, crossed.project, phone="13700000000")
    for workspace, phone in ((crossed.laptop, "13600000001"), (crossed.other, "13600000002")):
        crossed.pass_on(crossed.office, workspace)
        draft = PartyDraft(role=party.role, unit=party.unit, representative="", phone=phone)
        edit_party(workspace, party.id, draft)
    crossed.gather()
    screen = make_screen(crossed.office)
    assert screen.inbox.current().field == "电话"
    assert values(screen) == ["个人信息不在本机"] * 2
    press(screen, "write_other")
    screen.inbox.card.form.row.editor.setPlainText("13600000003")
    press(screen, "give_other")
    assert count_conflicts(crossed.office) == 0
    (kept,) = list_parties(crossed.office, crossed.project.id)
    assert kept.phone == "13600000003"
    with crossed.office.read() as office:
        written = office.db.execute("SELECT group_concat(val) FROM sync_op").fetchone()[0]
    assert "13600000003" not in written


def test_numbers_typed_into_the_form_do_not_choose(crossed, disputed, press, qtbot, settled):
    press(disputed, "write_other")
    editor = disputed.inbox.card.form.row.editor
    editor.selectAll()
    qtbot.keyClicks(editor, "12")
    settled()
    assert editor.toPlainText() == "12"
    assert count_conflicts(crossed.office) == 1
    qtbot.keyClick(editor, Qt.Key.Key_Escape)
    assert disputed.inbox.card.form is None


def test_a_field_of_few_words_offers_them(crossed, make_screen, press):
    crossed.differ(field="severity", laptop="critical", other="major")
    crossed.gather()
    screen = make_screen(crossed.office)
    assert [tag.text for tag in screen.inbox.card.findChildren(Tag)] == ["影响结论"]
    assert sorted(values(screen)) == ["一般", "严重"]
    press(screen, "write_other")
    box = screen.inbox.card.form.row.editor
    assert isinstance(box, ChoiceBox)
    box.choose("minor")
    press(screen, "give_other")
    assert the_defect(crossed).severity == "minor"


def test_a_value_of_several_parts_is_only_chosen(crossed, make_screen):
    for workspace, step in ((crossed.laptop, DefectStep.VOID), (crossed.other, DefectStep.ISSUE)):
        crossed.clock.tick()
        move_defect(
            workspace, crossed.defect.id, MoveDraft(step=step, reason="记重了", due_on=None)
        )
    crossed.gather()
    screen = make_screen(crossed.office)
    assert any("作废" in text for text in values(screen))
    assert screen.findChild(PaintedButton, "write_other") is None


def test_a_record_deleted_by_one_and_edited_by_another_is_kept_or_deleted(
    crossed, make_screen, press
):
    with crossed.other.act() as writing:
        writing.office.rows("defect").delete(crossed.defect.id)
    crossed.differ(laptop="李工的描述")
    crossed.gather()
    screen = make_screen(crossed.office)
    assert values(screen) == ["保留", "删除"]
    assert "问题描述 改为 李工的描述" in words(screen.inbox.card)
    press(screen, "option_0")
    assert count_conflicts(crossed.office) == 0
    assert the_defect(crossed).text == "李工的描述"


def test_after_one_is_settled_the_next_opens(crossed, make_screen, press, qtbot, settled):
    crossed.differ()
    crossed.differ(field="severity", laptop="critical", other="major")
    crossed.gather()
    screen = make_screen(crossed.office)
    assert screen.inbox.current().field == "严重程度"
    (row,) = screen.inbox.findChildren(ConflictRow)
    qtbot.mouseClick(row, LEFT)
    assert screen.inbox.current().field == "问题描述"
    settled()
    press(screen, "option_0")
    assert screen.inbox.current().field == "严重程度"
    assert screen.inbox.title() == "待定 1 处"


def test_keys_walk_through_what_is_open(crossed, make_screen, qtbot):
    crossed.differ()
    crossed.differ(field="severity", laptop="critical", other="major")
    crossed.gather()
    screen = make_screen(crossed.office)
    qtbot.keyClick(screen, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert screen.inbox.current().field == "问题描述"
    qtbot.keyClick(screen, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert screen.inbox.current().field == "严重程度"


def test_who_may_not_settle_is_told_so(crossed, make_screen, qtbot, settled):
    crossed.differ()
    crossed.gather()
    admit = [workspace.key().public.hex() for workspace in (crossed.laptop, crossed.other)]
    found_organisation(crossed.office, "区住建局", "correct horse", admit)
    change_person(crossed.office, "实习生", "区住建局")
    screen = make_screen(crossed.office)
    assert "实习生" in screen.inbox.banner.words()
    assert not screen.findChild(PaintedButton, "option_0").isEnabled()
    qtbot.keyClick(screen, Qt.Key.Key_1)
    settled()
    assert count_conflicts(crossed.office) == 1


def test_a_value_that_came_meanwhile_is_looked_at_again(crossed, disputed, press):
    crossed.differ(laptop="李工又改了")
    crossed.pass_on(crossed.laptop, crossed.office)
    press(disputed, "option_0")
    assert "changed_since" in disputed.inbox.banner.words()
    assert count_conflicts(crossed.office) == 1
    assert "李工又改了" in values(disputed)


def test_the_record_can_be_looked_at(crossed, disputed, press, desk):
    press(disputed, "open_record")
    target = {"project": crossed.project.id, "defect": crossed.defect.id}
    assert desk.go.calls == [(("defects",), target)]


def test_what_stays_open_keeps_its_half_written_value(crossed, disputed, press, settled):
    press(disputed, "write_other")
    editor = disputed.inbox.card.form.row.editor
    editor.setPlainText("写到一半")
    disputed.reread()
    settled()
    assert disputed.inbox.card.form.row.editor.toPlainText() == "写到一半"


def test_the_badge_counts_what_waits(crossed, make_screen, settled):
    screen = make_screen(crossed.office)
    told = []
    screen.badge_changed.connect(told.append)
    crossed.differ()
    crossed.gather()
    screen.reread()
    settled()
    assert told == [1]


def test_actions_and_names_are_in_order(disputed, assert_accessible):
    assert unclear(disputed.actions_table()) == []
    assert_accessible(disputed)


# -- photos beside ----------


@pytest.fixture
def pictured(crossed, make_screen, tmp_path, qtbot):
    """A conflict about a defect that has a photo."""
    file = tmp_path / "IMG_1.jpg"
    file.write_bytes(make_jpeg())
    order = IntakeOrder(project_id=crossed.project.id)
    (photo,) = import_photos(crossed.office, [file], order).value.taken
    link_photo(crossed.office, photo.id, Target.DEFECT, crossed.defect.id, PhotoRole.BEFORE)
    crossed.differ()
    crossed.gather()
    screen = make_screen(crossed.office)
    qtbot.waitUntil(screen.pictures.is_idle, timeout=30_000)
    return screen, photo


def test_photos_stand_beside_the_conflict_and_lead_to_the_photo(crossed, pictured, press, desk):
    screen, photo = pictured
    (thumb,) = screen.inbox.card.findChildren(PhotoThumb)
    assert thumb._pixmap is not None
    press(screen, f"photo_{photo.id}")
    assert desk.go.calls == [(("photos",), {"project": crossed.project.id, "photo": photo.id})]


# -- texts put together, records parted ----------


def test_texts_that_changed_at_different_spots_are_merged(crossed, make_screen, press):
    edit_defect(crossed.office, crossed.defect.id, text="外墙起皮。已拍照。渗水。")
    for laptop in (crossed.laptop, crossed.other):
        crossed.pass_on(crossed.office, laptop)
    crossed.differ(laptop="北面外墙起皮。已拍照。渗水。", other="外墙起皮。已拍照。三楼渗水。")
    crossed.gather()
    screen = make_screen(crossed.office)
    press(screen, "merge_texts")
    form = screen.inbox.card.form
    assert form.row.editor.toPlainText() == "北面外墙起皮。已拍照。三楼渗水。"
    assert "已合在一起" in words(form)
    press(screen, "give_other")
    assert the_defect(crossed).text == "北面外墙起皮。已拍照。三楼渗水。"
    assert count_conflicts(crossed.office) == 0


def test_texts_of_one_spot_are_put_one_below_the_other(disputed, press):
    press(disputed, "merge_texts")
    form = disputed.inbox.card.form
    assert set(form.row.editor.toPlainText().splitlines()) == {"李工的描述", "张工的描述"}
    assert "请改成一段再采用" in words(form)


def test_what_means_two_things_becomes_two_records(crossed, disputed, qtbot, settled):
    qtbot.keyClick(disputed, Qt.Key.Key_D)
    settled()
    found = {line.defect.text for line in list_defects(crossed.office, crossed.project.id)}
    assert found == {"李工的描述", "张工的描述"}
    assert count_conflicts(crossed.office) == 0


def test_a_severity_is_neither_merged_nor_parted(crossed, make_screen, qtbot, settled):
    crossed.differ(field="severity", laptop="critical", other="major")
    crossed.gather()
    screen = make_screen(crossed.office)
    names = {one.objectName() for one in screen.inbox.card.findChildren(PaintedButton)}
    assert not names & {"merge_texts", "split"}
    qtbot.keyClick(screen, Qt.Key.Key_D)
    qtbot.keyClick(screen, Qt.Key.Key_M)
    settled()
    assert count_conflicts(crossed.office) == 1
    assert screen.inbox.card.form is None
