"""Taking photos in, and finding where each belongs."""

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDesktopServices, QDropEvent

from inspector.core.evidence import PhotoRole, Target
from inspector.core.ids import TRAY
from inspector.operations.photos import link_photo, list_photos
from inspector.ui.screens.photos.model import Setting, cell_of
from tests.kit.builders import make_defect


def shown_photo(site):
    return list_photos(site.workspace, site.project.id)[0]


def test_an_import_with_one_bad_file_gives_a_receipt_and_takes_the_others(hands, site):
    bad = site.folder / "notes.jpg"
    bad.write_text("no photo")
    known = site.file("card/IMG_1.jpg")
    site.taken(1)
    shown = hands.open()
    hands.ask.answers.append([known, known, bad])
    hands.press("import_photos")
    hands.settle()
    assert shown.receipt.isVisible()
    words = shown.receipt.heading.words()
    assert all(part in words for part in ("收入 1 张", "早已收入 1 张", "没有收入 1 个"))
    assert shown.receipt.refused.words() == "not_a_photo"
    assert len(list_photos(site.workspace, site.project.id)) == 2
    hands.press("close_receipt")
    assert not shown.receipt.isVisible()


def test_a_folder_that_is_dropped_anywhere_is_taken_in(hands, site):
    site.file("card/DCIM/a.jpg")
    site.file("card/DCIM/deep/b.jpg", "2026-05-11T10:00:00")
    shown = hands.open()
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(site.folder / "card"))])
    shown.dropEvent(
        QDropEvent(
            QPointF(5, 5),
            Qt.DropAction.CopyAction,
            data,
            Qt.MouseButton.LeftButton,
            Qt.KeyboardModifier.NoModifier,
        )
    )
    hands.settle()
    assert len(list_photos(site.workspace, site.project.id)) == 2


def test_stopping_an_import_keeps_what_is_in_and_says_so(hands, site, qtbot):
    shown = hands.open()
    files = [site.file(f"card/{n:03}.jpg", f"2026-05-11T09:{n:02}:00") for n in range(30)]
    seen = []

    def stop_soon(_title, job):
        told = job.on_progress
        job.on_progress = lambda done, total: (told(done, total), seen.append(done), job.stop())
        shown.desk.jobs.long.start(job)

    object.__setattr__(shown.desk, "long_work", stop_soon)
    shown.take_in(files)
    hands.settle()
    assert "已停止导入" in shown.receipt.heading.words()
    assert len(list_photos(site.workspace, site.project.id)) < 30


def test_a_suggestion_is_accepted_by_one_key_and_the_next_loose_photo_follows(hands, site):
    defect = make_defect(site.workspace, site.project, site.place)
    photos = site.taken(2)
    shown = hands.open()
    assert shown.sheet.currentIndex().row() == 0
    assert [goal.target_id for goal in shown.detail.suggestions.goals] == [defect.id]
    hands.key("1")
    hands.settle()
    (link,) = [line.links for line in list_photos(site.workspace, site.project.id) if line.links]
    assert (link[0].target, link[0].target_id) == (Target.DEFECT, defect.id)
    assert link[0].role is PhotoRole.BEFORE
    assert shown.told().photo.id == photos[1].id
    assert shown.chips._chips["loose"].spec.count == 1


def test_a_number_without_a_suggestion_says_so_and_links_nothing(hands, site):
    site.taken(1)
    shown = hands.open()
    hands.key("4")
    hands.settle()
    assert shown.desk.toast.calls[-1][0][0] == "没有第 4 个建议。"
    assert shown_photo(site).links == ()


def test_photos_of_no_project_are_taken_by_one_key_or_all_at_once(hands, site):
    site.taken(3, project_id=TRAY)
    shown = hands.open()
    assert shown.told().is_foreign
    hands.key("1")
    hands.settle()
    assert len(list_photos(site.workspace, site.project.id)) == 1
    hands.press("take_all")
    hands.settle()
    assert list_photos(site.workspace, TRAY) == []
    assert not shown.take_all.isVisible()


def test_a_photo_is_linked_by_search_as_what_the_person_says(hands, site, qtbot):
    make_defect(site.workspace, site.project, site.place, text="井盖破损")
    wanted = make_defect(site.workspace, site.project, site.place, text="扶手松动")
    site.taken(1)
    shown = hands.open()
    hands.press("open_link")
    shown.detail.search.setText("扶手")
    assert len(shown.detail.found.goals) == 1
    shown.detail.role.choose(PhotoRole.NEAR.value)
    qtbot.keyClick(shown.detail.search, Qt.Key.Key_Return)
    hands.settle()
    (link,) = shown_photo(site).links
    assert (link.target_id, link.role) == (wanted.id, PhotoRole.NEAR)


def test_a_link_is_taken_back_and_the_photo_is_loose_again(hands, site):
    (photo,) = site.taken(1)
    defect = make_defect(site.workspace, site.project, site.place)
    link_photo(site.workspace, photo.id, Target.DEFECT, defect.id)
    shown = hands.open()
    assert shown._board.loose() == 0
    hands.press("unlink")
    hands.settle()
    assert shown._board.loose() == 1


def test_a_linked_photo_leads_to_its_defect(hands, site):
    (photo,) = site.taken(1)
    defect = make_defect(site.workspace, site.project, site.place)
    link_photo(site.workspace, photo.id, Target.DEFECT, defect.id)
    shown = hands.open()
    shown.detail.asked_target.emit("defect", defect.id)
    assert shown.desk.go.calls == [
        (("defects",), {"project": site.project.id, "defect": defect.id})
    ]


def test_caption_photographer_and_place_are_changed_in_place(hands, site, qtbot):
    site.taken(1)
    shown = hands.open()
    shown.detail.caption.setText("扶手近景")
    shown.detail.caption.editingFinished.emit()
    shown.detail.photographer.setText("李工")
    shown.detail.photographer.editingFinished.emit()
    shown.detail.place.chosen.emit(site.place.id)
    hands.settle()
    photo = shown_photo(site).photo
    assert (photo.caption, photo.photographer, photo.place_id) == (
        "扶手近景",
        "李工",
        site.place.id,
    )


@pytest.mark.parametrize(
    ("latitude", "longitude", "wrong"),
    [
        ("", "120.1", (True, False)),
        ("91", "120.1", (True, False)),
        ("30.2", "181", (False, True)),
        ("abc", "NaN", (True, True)),
        ("0", "0", (True, False)),
    ],
)
def test_a_position_that_is_none_is_refused_under_its_field(
    hands, site, latitude, longitude, wrong
):
    site.taken(1)
    form = hands.open().detail.position
    form.latitude.setText(latitude)
    form.longitude.setText(longitude)
    form.give()
    assert tuple(map(bool, form.errors())) == wrong
    assert shown_photo(site).photo.facts.position.source.value == "exif"


def test_a_pasted_position_is_split_and_kept_with_its_source(hands, site):
    site.taken(1)
    shown = hands.open()
    hands.press("open_position")
    shown.detail.position.latitude.setText("30.27415, 120.15515")
    hands.press("save_position")
    hands.settle()
    position = shown_photo(site).photo.facts.position
    assert (str(position.latitude), str(position.longitude)) == ("30.27415", "120.15515")
    assert position.source.value == "manual"
    assert "人工填写" in dict(shown.told().facts)["位置"]


def test_the_original_is_shown_in_its_folder_or_said_to_be_lost(hands, site, monkeypatch):
    site.taken(1)
    shown = hands.open()
    opened = []
    monkeypatch.setattr(QDesktopServices, "openUrl", opened.append)
    hands.press("show_original")
    original = shown._board.original(shown._current)
    assert opened == [QUrl.fromLocalFile(str(original.parent))]
    original.unlink()
    shown.reread()
    hands.settle()
    hands.press("show_original")
    assert hands.ask.said == ["photo_lost"]
    assert shown.chips._chips["lost"].spec.count == 1
    (line,) = list_photos(site.workspace)
    assert "下落不明" in cell_of(line, Setting({}, {}, {}, {})).spoken()


def test_evidence_says_time_offset_position_and_hash(hands, site):
    site.taken(1)
    facts = dict(hands.open().told().facts)
    assert facts["时间"] == "2026-05-11 09:00（照片自带），时区 +08:00（照片自带）"
    assert facts["位置"].startswith("36.06712°N 120.38264°E")
    assert "照片自带" in facts["位置"]
    assert facts["画面"].startswith("64 × 48")
    assert facts["SHA-256"] == f"{shown_photo(site).photo.sha256[:16]}…"


def test_an_offset_that_nobody_told_is_said_to_be_assumed(hands, site):
    file = site.file("no_offset.jpg", utc_offset=None)
    shown = hands.open()
    shown.take_in([file])
    hands.settle()
    assert dict(shown.told().facts)["时间"] == "2026-05-11 09:10（照片自带），时区推定 +08:00"
