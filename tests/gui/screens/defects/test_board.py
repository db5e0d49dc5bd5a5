"""What the list shows: order, shelves, filters, days, and empty rooms that lead on."""

from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent, QImage

from inspector.core.checklists import Severity
from inspector.core.defects import DefectState, DefectStep
from inspector.core.evidence import PhotoLink, PhotoRole, Target
from inspector.core.photos import PhotoFacts, Position
from inspector.operations.defects import (
    LinkedPhoto,
    MoveDraft,
    list_defects,
    move_defect,
    show_defect,
)
from inspector.operations.photos import IntakeOrder, import_photos
from inspector.operations.projects import PartyDraft, edit_party
from inspector.ui.kit.style.look import look
from inspector.ui.screens.defects.model import Shelf, acts_from, by_urgency, due_said, pairs_of
from inspector.ui.screens.defects.pair.view import _Caption
from inspector.ui.screens.defects.view import DefectsScreen
from tests.kit.builders import make_defect, make_place, make_project, make_workspace

LEFT = Qt.MouseButton.LeftButton


def line_of(site, **more):
    defect = make_defect(site.workspace, site.project, site.place, **more)
    lines = list_defects(site.workspace, site.project.id)
    return next(line for line in lines if line.defect.id == defect.id)


@pytest.fixture
def several(site):
    """An overdue one, one that waits for a re-check, a closed one and a minor one."""
    day = timedelta(days=1)
    made = {
        "overdue": make_defect(
            *(site.workspace, site.project, site.place),
            severity=Severity.CRITICAL,
            due_on=site.today - 2 * day,
            party_id=site.party.id,
        ),
        "replied": make_defect(
            *(site.workspace, site.project, site.place),
            text="井盖缺失",
            severity=Severity.MAJOR,
            due_on=site.today + day,
            party_id=site.party.id,
        ),
        "void": make_defect(site.workspace, site.project, site.place, text="误记"),
        "minor": make_defect(site.workspace, site.project, site.place, text="扶手划痕"),
    }
    for key, step, reason in (
        ("replied", DefectStep.ISSUE, None),
        ("replied", DefectStep.REPLY, "好了"),
        ("void", DefectStep.VOID, "记重了"),
    ):
        site.clock.tick()
        move_defect(site.workspace, made[key].id, MoveDraft(step=step, reason=reason))
    return made


def listed(shown):
    return [shown._model.row_at(place).id for place in range(shown._model.rowCount())]


def test_the_model_keeps_qts_contract(hands, several, qtmodeltester):
    qtmodeltester.check(hands.open()._model)


def test_chips_count_and_list_their_shelf(hands, several, qtbot):
    shown = hands.open()
    counts = {key: chip.spec.count for key, chip in shown.side.chips._chips.items()}
    assert counts == {"open": 3, "recheck": 1, "overdue": 1, "all": 4}
    assert listed(shown) == [several[key].id for key in ("overdue", "replied", "minor")]
    for key, wanted in (("recheck", ["replied"]), ("overdue", ["overdue"])):
        qtbot.mouseClick(shown.side.chips._chips[key], LEFT)
        assert listed(shown) == [several[one].id for one in wanted]
    qtbot.mouseClick(shown.side.chips._chips["all"], LEFT)
    assert listed(shown)[-1] == several["void"].id


def test_the_badge_counts_what_is_owed_whatever_is_filtered(hands, several, qtbot):
    seen = []
    hands.screen.badge_changed.connect(seen.append)
    shown = hands.open()
    shown.side.panel.text.setText("井盖")
    shown.reread()
    assert seen == [3, 3]


def test_the_filter_panel_narrows_and_its_button_says_by_how_many(hands, several, qtbot, site):
    shown = hands.open()
    qtbot.keyClick(shown.side.list, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    panel = shown.side.panel
    assert panel.isVisible()
    panel.text.setText("井盖")
    assert listed(shown) == [several["replied"].id]
    panel.severity.choose("critical")
    panel.severity.chosen.emit("critical")
    assert shown.side.empty.isVisible()
    assert shown.side.filter_button.text() == "筛选 2"
    qtbot.mouseClick(shown.side.empty.button, LEFT)
    assert len(listed(shown)) == 4
    assert shown.side.filter_button.text() == "筛选"
    panel.party.choose(site.party.id)
    panel.party.chosen.emit(site.party.id)
    assert set(listed(shown)) == {several["overdue"].id, several["replied"].id}
    hands.press("clear_filter")
    assert len(listed(shown)) == 4


def test_typing_in_the_filter_keeps_the_words_and_the_place_of_the_cursor(hands, several, qtbot):
    shown = hands.open()
    shown.side.fold_filter()
    for letter in "JF2":
        qtbot.keyClick(shown.side.panel.text, letter)
    assert shown.side.panel.text.text() == "JF2"


@pytest.mark.parametrize(
    ("days", "words"),
    [(-3, "超期 3 天"), (0, "今天到期"), (1, "还有 1 天"), (9, "还有 9 天"), (None, "未定期限")],
)
def test_the_due_day_is_said_in_days(site, days, words):
    due_on = None if days is None else site.today + timedelta(days=days)
    assert due_said(line_of(site, due_on=due_on), site.today).text == words


def test_a_reply_that_waits_is_never_called_late(site):
    line = line_of(site, due_on=site.today - timedelta(days=1), party_id=site.party.id)
    for step in (DefectStep.ISSUE, DefectStep.REPLY):
        move_defect(site.workspace, line.defect.id, MoveDraft(step=step))
    line = list_defects(site.workspace, site.project.id)[0]
    assert due_said(line, site.today).text == "期限 05-10"


def test_urgency_orders_open_before_ended_worse_first_sooner_first(site, several):
    lines = by_urgency(list_defects(site.workspace, site.project.id))
    ids = [line.defect.id for line in lines]
    assert ids == [several[key].id for key in ("overdue", "replied", "minor", "void")]


@pytest.mark.parametrize("state", list(DefectState))
def test_every_state_offers_each_of_its_steps_once(state):
    acts = acts_from(state)
    offered = [step for step in (acts.primary, acts.beside, *acts.others) if step]
    assert len(offered) == len(set(offered)) > 0
    assert acts.primary is not None


# -- before and after


def linked(site, file, role):
    order = IntakeOrder(project_id=site.project.id)
    photo = import_photos(site.workspace, [file], order).value.taken[0]
    link = PhotoLink(
        id=photo.id,
        project_id=site.project.id,
        photo_id=photo.id,
        target=Target.DEFECT,
        target_id="d",
        role=role,
    )
    return LinkedPhoto(photo=photo, link=link)


def moved_to(one, **facts):
    return replace(one, photo=replace(one.photo, facts=replace(one.photo.facts, **facts)))


def test_an_after_photo_older_than_the_one_before_is_flagged(site, photo_file):
    before = linked(site, photo_file("a.jpg", "2026-05-11T09:00:00"), PhotoRole.BEFORE)
    after = linked(site, photo_file("b.jpg", "2026-05-10T09:00:00"), PhotoRole.AFTER)
    (pair,) = pairs_of([before, after])
    assert "05-10 09:00 < 05-11 09:00" in pair.warning
    (right,) = pairs_of([moved_to(before, taken_local="2026-05-09T09:00:00"), after])
    assert right.warning == ""


def test_the_two_say_how_far_apart_they_stood(site, photo_file):
    before = linked(site, photo_file("a.jpg"), PhotoRole.BEFORE)
    after = linked(site, photo_file("b.jpg", "2026-05-12T09:00:00"), PhotoRole.AFTER)
    position = before.photo.facts.position
    north = Position(
        latitude=position.latitude + position.latitude.from_float(0.0001),
        longitude=position.longitude,
    )
    (pair,) = pairs_of([before, moved_to(after, position=north)])
    assert pair.before.caption.endswith("±5 m")
    assert pair.after.caption.endswith("相距 11 m")
    nowhere = moved_to(after, position=None)
    assert pairs_of([before, nowhere])[0].after.caption.endswith("无位置")
    assert isinstance(nowhere.photo.facts, PhotoFacts)


def test_both_pictures_are_shown_and_a_broken_one_says_so(hands, site, pictures, photo_file, qtbot):
    photos = [
        linked(site, photo_file(name, f"2026-05-1{day}T09:00:00"), PhotoRole.BEFORE).photo
        for day, name in enumerate(("a.jpg", "b.jpg"), start=1)
    ]
    defect = make_defect(
        *(site.workspace, site.project, site.place),
        party_id=site.party.id,
        photo_ids=(photos[0].id,),
    )
    for step, ids in ((DefectStep.ISSUE, ()), (DefectStep.REPLY, (photos[1].id,))):
        move_defect(site.workspace, defect.id, MoveDraft(step=step, photo_ids=ids))
    original = next((site.workspace.folder / "photos").rglob(f"{photos[1].sha256[2:]}*"))
    original.unlink()
    pair = hands.open().work.sheet.pair
    qtbot.waitUntil(pair.before.has_picture, timeout=20_000)
    qtbot.waitUntil(pair.after.is_broken, timeout=20_000)
    absences = [mark._absence.text for mark in pair.findChildren(_Caption)]
    assert absences == ["", "原件下落不明"]
    qtbot.mouseClick(pair.before, LEFT)
    assert hands.screen.desk.go.calls[-1] == (
        ("photos",),
        {"project": site.project.id, "photo": photos[0].id},
    )


def test_photos_dropped_on_the_sheet_become_before_photos(hands, site, photo_file):
    defect = make_defect(site.workspace, site.project, site.place)
    shown = hands.open()
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(photo_file("a.jpg")))])
    copy, none = Qt.DropAction.CopyAction, Qt.KeyboardModifier.NoModifier
    shown.dropEvent(QDropEvent(QPointF(5, 5), copy, data, LEFT, none))
    hands.settle()
    hands.settle()
    (photo,) = show_defect(site.workspace, defect.id).photos
    assert photo.link.role is PhotoRole.BEFORE


# -- going about


def test_a_closed_defect_is_led_to_whatever_was_filtered(hands, several, site):
    shown = hands.open()
    shown.side.panel.text.setText("扶手")
    shown.go_to(project=site.project.id, defect=several["void"].id)
    assert shown.work.sheet.title_words() == "误记"
    assert shown._board.shelf is Shelf.ALL


def test_crumbs_offer_the_other_projects(hands, site):
    other = make_project(site.workspace, code="XA1", name="新安里")
    make_place(site.workspace, other)
    shown = hands.open()
    project, room = shown.crumbs()
    assert (project.text, room.text) == ("解放二村", "问题")
    assert [choice.text for choice in project.choices] == ["解放二村", "新安里"]
    project.choices[1].slot()
    assert shown.crumbs()[0].text == "新安里"
    assert shown.side.empty.isVisible()


def test_what_others_touch_is_read_again(hands, several, site):
    shown = hands.open()
    changed = edit_party(
        site.workspace, site.party.id, PartyDraft(role=site.party.role, unit="某甲")
    )
    shown.desk.hub.tell_outcome(changed)
    assert shown._model.row_at(0).party.endswith("某甲")


def test_without_a_project_the_room_leads_to_projects(qtbot, desk, tmp_path):
    workspace = make_workspace(tmp_path)
    screen = DefectsScreen(replace(desk, workspace=workspace))
    qtbot.addWidget(screen)
    screen.show()
    assert screen.side.empty.isVisible()
    qtbot.mouseClick(screen.side.empty.button, LEFT)
    assert desk.go.calls == [(("projects",), {})]
    screen.work.new()
    assert "还不能记问题" in desk.ask.said[-1]
    workspace.close()


@pytest.mark.parametrize("mode", ["light", "dark", "sun"])
def test_it_paints_in_every_mode_and_is_accessible(hands, several, assert_accessible, mode):
    look().choose(mode)
    shown = hands.open()
    for opening in (
        lambda: None,
        shown.work.new,
        shown.work.edit,
        shown.work.notice,
        shown.work.past,
    ):
        opening()
        hands.settle()
        assert not QImage(shown.grab().toImage()).isNull()
        assert_accessible(shown)


def test_narrow_windows_page_between_list_and_sheet(hands, several, qtbot):
    shown = hands.open()
    shown.resize(700, 480)
    qtbot.waitUntil(lambda: not shown.work.isVisible())
    spot = shown.side.list.visualRect(shown._model.index(1)).center()
    qtbot.mouseClick(shown.side.list.viewport(), LEFT, pos=spot)
    assert shown.work.isVisible()
    qtbot.keyClick(shown.work, Qt.Key.Key_Escape)
    qtbot.waitUntil(shown.side.isVisible)
