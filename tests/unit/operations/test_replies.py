"""Reply sheets: made, filled in elsewhere, taken back whole or not at all, with every picture."""

import zipfile
from datetime import date, datetime, timedelta

import pytest

from inspector.core.defects import DefectState, DefectStep, RecheckMode
from inspector.core.errors import InspectorError, Problem
from inspector.core.evidence import PhotoRole
from inspector.core.imports import SheetFaultCode
from inspector.folders import FILES
from inspector.operations.blobs import named_blobs
from inspector.operations.defects import MoveDraft, move_defect, show_defect
from inspector.operations.history import undo
from inspector.operations.notices import NoticeDraft, issue_notice, withdraw_notice
from inspector.operations.photos import list_photos
from inspector.operations.projects import list_parties, list_places
from inspector.operations.replies import (
    list_replies,
    make_reply_sheet,
    preview_reply,
    take_reply,
)
from inspector.operations.upkeep import check_workspace
from inspector.words.problems import explain
from inspector.words.replies import bare_text, owing_text
from inspector.words.sheets import sheet_fault_sentence
from tests.kit.builders import make_defect, make_party, make_place, make_project
from tests.kit.photo_files import make_block, make_jpeg
from tests.kit.reply_sheets import (
    FIRST_ROW,
    answer,
    fill_document,
    fill_workbook,
    packed,
    with_cell_pictures,
    with_part,
    workbook,
)

ENDS = (".xlsx", ".docx")
BOMB = b"""<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;">]>
<workbook>&b;</workbook>"""


def picture(number: int) -> bytes:
    """Make a JPEG that differs from all others."""
    return make_jpeg(make_block(taken_local=datetime(2026, 5, 20, 9, number)))  # noqa: DTZ001 - wall time, as cameras write it


@pytest.fixture
def site(workspace, clock):
    project = make_project(workspace)
    place = make_place(workspace, project)
    party = make_party(workspace, project)
    defects = [
        make_defect(workspace, project, place, text, party_id=party.id, demand="铲除重做")
        for text in ("外墙涂层起皮", "井盖异响", "扶手松动")
    ]
    draft = NoticeDraft(party_id=party.id, term=10)
    notice = issue_notice(workspace, project.id, draft).value
    clock.tick(timedelta(days=9))
    return project, notice, defects


def numbers(site):
    return [defect.number for defect in site[2]]


def refused(workspace, file, *more):
    """Take a reply that must be refused; nothing of it may be left behind."""
    before = list_photos(workspace)
    with pytest.raises(InspectorError) as caught:
        take_reply(workspace, file, *more)
    assert list_photos(workspace) == before
    assert not [one for one in (workspace.folder / FILES).rglob("*") if one.suffix in ENDS]
    return caught.value


def faults_of(error):
    assert error.problem is Problem.REPLY_INVALID
    return [(one.code, one.cell) for one in error.facts["faults"]]


def loose(workspace):
    return [line for line in list_photos(workspace) if not line.links]


def state_of(workspace, defect):
    return show_defect(workspace, defect.id).defect.state


def photos_of(workspace, defect):
    photos = show_defect(workspace, defect.id).photos
    assert {one.link.role for one in photos} <= {PhotoRole.AFTER}
    return [one.photo.sha256 for one in photos]


# -- there and back


@pytest.mark.parametrize("end", ENDS)
def test_a_sheet_goes_out_and_comes_back_with_its_answers(workspace, site, tmp_path, end):
    project, notice, (first, second, third) = site
    file = make_reply_sheet(workspace, notice.id, tmp_path / f"回复{end}")
    told = {one.number: answer(one.number, day="2026-5-19") for one in (first, third)}
    {".xlsx": fill_workbook, ".docx": fill_document}[end](file, told)
    plan = preview_reply(workspace, file)
    assert [one.defect.number for one in plan.fresh] == [first.number, third.number]
    assert plan.unanswered == (second.number,)
    receipt = take_reply(workspace, file).value
    assert receipt.reply.name == f"回复{end}"
    for defect in (first, third):
        sheet = show_defect(workspace, defect.id)
        event = sheet.events[-1]
        assert sheet.defect.state is DefectState.REPLIED
        assert (event.step, event.reason) == (DefectStep.REPLY, "已铲除重做")
        assert (event.done_on, event.done_by) == (date(2026, 5, 19), "王师傅")
        assert (event.party_id, event.reply_id) == (notice.party_id, receipt.reply.id)
    assert state_of(workspace, second) is DefectState.ISSUED
    assert [one.name for one in list_replies(workspace, notice.id)] == [f"回复{end}"]
    assert list_photos(workspace, project.id) == []


def test_answers_without_a_photo_are_told(workspace, site, tmp_path):
    _project, notice, (first, second, _third) = site
    file = workbook(
        tmp_path / "r.xlsx",
        notice.number,
        [answer(first.number), answer(second.number)],
        floating={FIRST_ROW: [picture(1)]},
    )
    plan = preview_reply(workspace, file)
    assert (plan.bare, plan.owing) == ((second.number,), ())
    assert second.number in bare_text(plan.bare)
    take_reply(workspace, file)
    assert state_of(workspace, second) is DefectState.REPLIED


def test_where_photos_are_rechecked_an_answer_without_one_does_not_count(workspace, site, tmp_path):
    project, _notice, _defects = site
    place = list_places(workspace, project.id)[0][1]
    party = list_parties(workspace, project.id)[0]
    one, two = (make_defect(workspace, project, place, party_id=party.id) for _ in range(2))
    draft = NoticeDraft(
        party_id=party.id,
        term=10,
        recheck_mode=RecheckMode.BY_PHOTO,
        defect_ids=(one.id, two.id),
    )
    notice = issue_notice(workspace, project.id, draft).value
    day = workspace.today()
    rows = [answer(each.number, day=day) for each in (one, two)]
    bare = workbook(tmp_path / "bare.xlsx", notice.number, rows)
    error = refused(workspace, bare)
    assert error.problem is Problem.REPLY_LACKS_PHOTOS
    assert error.facts["numbers"] == (one.number, two.number)
    half = {FIRST_ROW: [picture(1)]}
    file = workbook(tmp_path / "half.xlsx", notice.number, rows, floating=half)
    receipt = take_reply(workspace, file).value
    assert (receipt.plan.owing, receipt.plan.unanswered) == ((two.number,), (two.number,))
    assert state_of(workspace, one) is DefectState.REPLIED
    assert state_of(workspace, two) is DefectState.ISSUED
    full = {FIRST_ROW: [picture(1)], FIRST_ROW + 1: [picture(2)]}
    take_reply(workspace, workbook(tmp_path / "full.xlsx", notice.number, rows, floating=full))
    assert state_of(workspace, two) is DefectState.REPLIED
    assert "没有登记" in owing_text(receipt.plan.owing)


@pytest.mark.parametrize("end", ENDS)
def test_the_same_sheet_twice_changes_nothing(workspace, site, tmp_path, end):
    _project, notice, (first, _second, _third) = site
    file = make_reply_sheet(workspace, notice.id, tmp_path / f"r{end}")
    told = {first.number: answer(first.number, day="2026-05-19")}
    {".xlsx": fill_workbook, ".docx": fill_document}[end](file, told)
    beside = tmp_path / "photos"
    beside.mkdir()
    (beside / "1.jpg").write_bytes(picture(1))
    (beside / "无名.jpg").write_bytes(picture(2))
    assert take_reply(workspace, file, beside).value.changed
    again = take_reply(workspace, file, beside)
    assert not again.value.changed
    assert not again.act
    assert len(show_defect(workspace, first.id).events) == 3
    assert len(photos_of(workspace, first)) == 1
    assert len(loose(workspace)) == 1


def test_a_second_sheet_may_bring_the_rest_and_more_photos(workspace, site, tmp_path):
    _project, notice, (first, second, _third) = site
    one = [answer(first.number)]
    take_reply(workspace, workbook(tmp_path / "1.xlsx", notice.number, one))
    both = [*one, answer(second.number, 2)]
    file = workbook(
        tmp_path / "2.xlsx", notice.number, both, floating={FIRST_ROW: [picture(1), picture(2)]}
    )
    receipt = take_reply(workspace, file).value
    assert [each.defect.id for each in receipt.plan.fresh] == [second.id]
    assert len(photos_of(workspace, first)) == 2
    assert len(list_replies(workspace, notice.id)) == 2


def test_what_failed_its_recheck_may_be_answered_again(workspace, site, tmp_path):
    _project, notice, (first, *_rest) = site
    take_reply(workspace, workbook(tmp_path / "1.xlsx", notice.number, [answer(first.number)]))
    move_defect(workspace, first.id, MoveDraft(step=DefectStep.RECHECK_FAIL, reason="仍有起皮"))
    old = take_reply(workspace, tmp_path / "1.xlsx").value
    assert not old.changed
    assert state_of(workspace, first) is DefectState.RECHECK_FAILED
    anew = [answer(first.number, measure="整面重做", day=date(2026, 5, 20))]
    take_reply(workspace, workbook(tmp_path / "2.xlsx", notice.number, anew))
    assert state_of(workspace, first) is DefectState.REPLIED


def test_undo_takes_the_answers_back_and_leaves_the_photos(workspace, site, tmp_path):
    project, notice, (first, *_rest) = site
    file = workbook(
        tmp_path / "1.xlsx", notice.number, [answer(first.number)], floating={5: [picture(1)]}
    )
    undo(workspace, take_reply(workspace, file).act)
    assert state_of(workspace, first) is DefectState.ISSUED
    assert photos_of(workspace, first) == []
    assert list_replies(workspace, notice.id) == []
    assert len(list_photos(workspace, project.id)) == 1


def test_whoever_takes_a_reply_in_may_recheck_but_not_whom_it_names(workspace, site, tmp_path):
    _project, notice, (first, second, _third) = site
    me = workspace.person().name
    rows = [answer(first.number), answer(second.number, 2, by=me)]
    floating = {5: [picture(1)], 6: [picture(2)]}
    take_reply(workspace, workbook(tmp_path / "1.xlsx", notice.number, rows, floating=floating))
    move_defect(workspace, first.id, MoveDraft(step=DefectStep.RECHECK_PASS))
    assert state_of(workspace, first) is DefectState.CLOSED
    with pytest.raises(InspectorError) as caught:
        move_defect(workspace, second.id, MoveDraft(step=DefectStep.RECHECK_PASS))
    assert caught.value.problem is Problem.DEFECT_CLOSER_REPAIRED


# -- pictures


def test_floating_pictures_belong_to_the_row_that_they_begin_in(workspace, site, tmp_path):
    _project, notice, defects = site
    rows = [answer(one.number, at) for at, one in enumerate(defects, start=1)]
    many = [picture(number) for number in range(10, 22)]
    floating = {FIRST_ROW: many, FIRST_ROW + 1: [picture(1)], FIRST_ROW + 2: [picture(2)]}
    file = workbook(tmp_path / "1.xlsx", notice.number, rows, floating=floating)
    take_reply(workspace, file)
    assert [len(photos_of(workspace, one)) for one in defects] == [12, 1, 1]


@pytest.mark.parametrize("form", ["wps", "excel"])
def test_pictures_in_cells_belong_to_their_row(workspace, site, tmp_path, form):
    _project, notice, (first, second, _third) = site
    rows = [answer(first.number), answer(second.number, 2)]
    shots = {FIRST_ROW: picture(1), FIRST_ROW + 1: picture(2)}
    if form == "wps":
        file = with_cell_pictures(workbook(tmp_path / "1.xlsx", notice.number, rows), shots)
    else:
        file = workbook(tmp_path / "1.xlsx", notice.number, rows, in_cells=shots)
    take_reply(workspace, file)
    for defect in (first, second):
        assert len(photos_of(workspace, defect)) == 1
    assert photos_of(workspace, first) != photos_of(workspace, second)
    assert loose(workspace) == []


def test_pictures_of_a_document_belong_to_the_row_of_their_cell(workspace, site, tmp_path):
    _project, notice, (first, second, _third) = site
    file = make_reply_sheet(workspace, notice.id, tmp_path / "r.docx")
    told = {one.number: answer(one.number, day="2026-05-19") for one in (first, second)}
    shots = {first.number: [picture(1), picture(2), picture(3)], second.number: [picture(4)]}
    fill_document(file, told, shots, loose=[picture(5)])
    receipt = take_reply(workspace, file).value
    assert (len(photos_of(workspace, first)), len(photos_of(workspace, second))) == (3, 1)
    assert receipt.photos.loose == 1
    assert len(loose(workspace)) == 1


@pytest.mark.parametrize("kind", ["folder", "zip"])
def test_photos_beside_are_named_by_row(workspace, site, tmp_path, kind):
    _project, notice, (first, second, third) = site
    rows = [answer(first.number), answer(second.number, 2)]
    file = workbook(tmp_path / "1.xlsx", notice.number, rows)
    shots = {
        "1.jpg": picture(1),
        "01-2.JPG": picture(2),
        "2/全景.jpg": picture(3),
        f"{second.number}-1.jpg": picture(4),
        "3-1.jpg": picture(5),  # the third row is not answered
        "IMG_0001.jpg": picture(6),
        "20260520_0910.jpg": picture(7),
        "说明.txt": b"no photo",
    }
    beside = tmp_path / "beside"
    if kind == "zip":
        packed(beside, shots)
    else:
        for name, content in shots.items():
            (beside / name).parent.mkdir(parents=True, exist_ok=True)
            (beside / name).write_bytes(content)
    receipt = take_reply(workspace, file, beside).value
    assert (len(photos_of(workspace, first)), len(photos_of(workspace, second))) == (2, 2)
    assert photos_of(workspace, third) == []
    assert receipt.photos.loose == 3


def test_a_picture_of_no_row_waits_loose_in_the_project(workspace, site, tmp_path):
    project, notice, (first, *_rest) = site
    file = workbook(
        tmp_path / "1.xlsx",
        notice.number,
        [answer(first.number)],
        floating={2: [picture(1)], FIRST_ROW + 40: [picture(2)]},
    )
    assert len(preview_reply(workspace, file).unplaced) == 2
    assert take_reply(workspace, file).value.photos.loose == 2
    assert {one.photo.project_id for one in loose(workspace)} == {project.id}
    assert len(loose(workspace)) == 2


def test_what_is_no_photo_is_named_and_stays_in_the_kept_sheet(workspace, site, tmp_path):
    _project, notice, (first, *_rest) = site
    file = workbook(tmp_path / "1.xlsx", notice.number, [answer(first.number)])
    with_part(file, "xl/media/logo.emf", b"\x01\0\0\0 no photo")
    receipt = take_reply(workspace, file).value
    assert [one.file.name for one in receipt.photos.refused] == ["logo.emf"]
    (kept,) = (one for one in (workspace.folder / FILES).rglob("*.xlsx"))
    assert kept.read_bytes() == file.read_bytes()


def test_a_workspace_with_replies_is_sound_and_sends_their_sheets(workspace, site, tmp_path):
    project, notice, (first, *_rest) = site
    rows = [answer(first.number)]
    file = workbook(tmp_path / "1.xlsx", notice.number, rows, floating={FIRST_ROW: [picture(1)]})
    reply = take_reply(workspace, file).value.reply
    assert check_workspace(workspace).findings == ()
    with workspace.read() as office:
        assert reply.sha256 in set(named_blobs(office, [project.id]))


# -- refusals


def test_rows_that_cannot_be_taken_are_all_named_by_sheet_row_and_column(workspace, site, tmp_path):
    _project, notice, (first, second, third) = site
    rows = [
        answer(first.number, measure=""),
        answer(second.number, 2, day="五月"),
        answer("JF2-12-K7-9999", 3),
        answer(third.number, 4, day=date(2026, 5, 30), by=""),
        answer(second.number, 5),
    ]
    error = refused(workspace, workbook(tmp_path / "1.xlsx", notice.number, rows))
    assert set(faults_of(error)) == {
        (SheetFaultCode.VALUE_MISSING, "F5"),
        (SheetFaultCode.NOT_A_DATE, "G6"),
        (SheetFaultCode.NOT_IN_NOTICE, "B7"),
        (SheetFaultCode.VALUE_MISSING, "H8"),
        (SheetFaultCode.TAKEN, "B9"),
    }
    sentences = [sheet_fault_sentence(one) for one in error.facts["faults"]]
    assert any("“整改回复”G6（完成日期）" in one for one in sentences)
    assert "5 处" in explain(error)


@pytest.mark.parametrize(
    ("day", "code"),
    [
        (date(2026, 5, 21), SheetFaultCode.DAY_TO_COME),
        (date(2026, 5, 10), SheetFaultCode.DAY_TOO_EARLY),
    ],
)
def test_days_out_of_order_are_refused(workspace, site, tmp_path, day, code):
    _project, notice, (first, *_rest) = site
    rows = [answer(first.number, day=day)]
    error = refused(workspace, workbook(tmp_path / "1.xlsx", notice.number, rows))
    assert faults_of(error) == [(code, "G5")]


def test_a_document_names_rows_below_the_head(workspace, site, tmp_path):
    _project, notice, (_first, second, _third) = site
    file = make_reply_sheet(workspace, notice.id, tmp_path / "r.docx")
    fill_document(file, {second.number: answer(second.number, day="五月")})
    (fault,) = refused(workspace, file).facts["faults"]
    assert "第 2 行（完成日期）" in sheet_fault_sentence(fault)


def test_a_row_that_has_another_reply_or_is_ended_takes_none(workspace, site, tmp_path):
    _project, notice, (first, second, third) = site
    take_reply(workspace, workbook(tmp_path / "1.xlsx", notice.number, [answer(first.number)]))
    move_defect(workspace, second.id, MoveDraft(step=DefectStep.VOID, reason="误记"))
    rows = [
        answer(first.number, measure="另一说法"),
        answer(second.number, 2),
        answer(third.number, 3),
    ]
    with pytest.raises(InspectorError) as caught:
        take_reply(workspace, workbook(tmp_path / "2.xlsx", notice.number, rows))
    assert faults_of(caught.value) == [
        (SheetFaultCode.REPLIED_ALREADY, "F5"),
        (SheetFaultCode.STATE_TAKES_NO_REPLY, "F6"),
    ]
    assert state_of(workspace, third) is DefectState.ISSUED


def test_a_picture_in_a_row_that_nobody_answered_is_asked_about(workspace, site, tmp_path):
    _project, notice, (first, second, _third) = site
    rows = [answer(first.number), answer(second.number, 2, measure=None, day=None, by=None)]
    floating = {FIRST_ROW + 1: [picture(1)]}
    file = workbook(tmp_path / "1.xlsx", notice.number, rows, floating=floating)
    cells = {cell for _code, cell in faults_of(refused(workspace, file))}
    assert cells == {"F6", "G6", "H6"}


def test_a_reply_to_a_withdrawn_notice_is_refused(workspace, site, tmp_path):
    _project, notice, (first, *_rest) = site
    withdraw_notice(workspace, notice.id, "重复下发")
    file = workbook(tmp_path / "1.xlsx", notice.number, [answer(first.number)])
    error = refused(workspace, file)
    assert error.problem is Problem.NOTICE_WITHDRAWN
    assert "重复下发" in explain(error)
    with pytest.raises(InspectorError) as caught:
        make_reply_sheet(workspace, notice.id, tmp_path / "r.xlsx")
    assert caught.value.problem is Problem.NOTICE_WITHDRAWN


def test_a_sheet_of_another_notice_is_refused(workspace, site, tmp_path):
    project, notice, (first, *_rest) = site
    place = make_place(workspace, project, "13")
    party = make_party(workspace, project, "绿化公司")
    make_defect(workspace, project, place, "乔木枯死", party_id=party.id)
    other = issue_notice(workspace, project.id, NoticeDraft(party_id=party.id, term=3)).value
    file = workbook(tmp_path / "1.xlsx", notice.number, [answer(first.number)])
    assert refused(workspace, file, None, other.id).problem is Problem.REPLY_OTHER_NOTICE
    unknown = workbook(tmp_path / "2.xlsx", "ZG-2026-XX-K7-001", [answer(first.number)])
    assert refused(workspace, unknown).problem is Problem.REPLY_NOTICE_UNKNOWN


def test_an_empty_sheet_and_a_closed_notice_are_said_so(workspace, site, tmp_path):
    _project, notice, defects = site
    file = make_reply_sheet(workspace, notice.id, tmp_path / "r.xlsx")
    assert refused(workspace, file).problem is Problem.REPLY_EMPTY
    for defect in defects:
        move_defect(workspace, defect.id, MoveDraft(step=DefectStep.VOID, reason="误记"))
    with pytest.raises(InspectorError) as caught:
        make_reply_sheet(workspace, notice.id, tmp_path / "s.xlsx")
    assert caught.value.problem is Problem.REPLY_NOT_OWED
    with pytest.raises(InspectorError) as caught:
        make_reply_sheet(workspace, notice.id, tmp_path / "s.pdf")
    assert caught.value.problem is Problem.EDITION_UNKNOWN


def test_files_that_are_no_reply_sheets_are_refused_by_name(workspace, site, tmp_path):
    _project, notice, (first, *_rest) = site
    rows = [answer(first.number)]
    text = tmp_path / "r.txt"
    text.write_text("回复", encoding="utf-8")
    broken = tmp_path / "b.xlsx"
    broken.write_bytes(b"PK\x03\x04 cut off")
    no_word = tmp_path / "b.docx"
    no_word.write_bytes(b"PK\x03\x04 cut off")
    old = tmp_path / "old.docx"
    old.write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600))
    foreign = workbook(tmp_path / "f.xlsx", notice.number, rows, sheet="名单")
    found = {
        text: Problem.REPLY_KIND_UNKNOWN,
        tmp_path / "none.xlsx": Problem.FILE_MISSING,
        broken: Problem.SHEET_DAMAGED,
        no_word: Problem.REPLY_DAMAGED,
        old: Problem.REPLY_ENCRYPTED,
        foreign: Problem.REPLY_FOREIGN,
        packed(tmp_path / "e.docx", {"mimetype": b"x"}): Problem.REPLY_FOREIGN,
    }
    for file, problem in found.items():
        error = refused(workspace, file)
        assert error.problem is problem
        assert file.name in explain(error)


def test_bombs_do_not_go_off(workspace, site, tmp_path):
    _project, notice, (first, *_rest) = site
    rows = [answer(first.number)]
    floating = {FIRST_ROW: [picture(1)]}
    entity = workbook(tmp_path / "e.xlsx", notice.number, rows, floating=floating)
    with_part(entity, "xl/drawings/drawing1.xml", BOMB)
    assert refused(workspace, entity).problem is Problem.REPLY_DAMAGED
    word = make_reply_sheet(workspace, notice.id, tmp_path / "w.docx")
    with_part(word, "word/document.xml", BOMB)
    assert refused(workspace, word).problem is Problem.REPLY_DAMAGED
    swollen = workbook(tmp_path / "s.xlsx", notice.number, rows)
    with_part(swollen, "xl/extra.xml", bytes(201 << 20))
    assert refused(workspace, swollen).problem is Problem.SHEET_TOO_LARGE
    large = make_reply_sheet(workspace, notice.id, tmp_path / "l.docx")
    with_part(large, "word/extra.xml", bytes(65 << 20))
    assert refused(workspace, large).problem is Problem.REPLY_TOO_LARGE


def test_a_picture_that_is_damaged_or_only_linked_stops_the_whole(workspace, site, tmp_path):
    _project, notice, (first, *_rest) = site
    floating = {FIRST_ROW: [picture(1), picture(2)]}
    rows = [answer(first.number)]
    file = workbook(tmp_path / "1.xlsx", notice.number, rows, floating=floating)
    with zipfile.ZipFile(file) as archive:
        info = archive.getinfo("xl/media/image2.jpeg")
    content = bytearray(file.read_bytes())
    at = info.header_offset + 120
    content[at : at + 8] = b"damaged!"
    file.write_bytes(content)
    assert refused(workspace, file).problem is Problem.REPLY_DAMAGED
    linked = workbook(tmp_path / "2.xlsx", notice.number, rows, floating=floating)
    with zipfile.ZipFile(linked) as archive:
        drawing = archive.read("xl/drawings/drawing1.xml")
    with_part(linked, "xl/drawings/drawing1.xml", drawing.replace(b"r:embed", b"r:link"))
    assert set(faults_of(refused(workspace, linked))) == {(SheetFaultCode.PICTURE_ABSENT, "5")}


def test_photos_beside_that_cannot_be_opened_stop_the_whole(workspace, site, tmp_path):
    _project, notice, (first, *_rest) = site
    file = workbook(tmp_path / "1.xlsx", notice.number, [answer(first.number)])
    beside = tmp_path / "p.zip"
    beside.write_bytes(b"no zip")
    assert refused(workspace, file, beside).problem is Problem.REPLY_PHOTOS_UNREADABLE
    missing = tmp_path / "nowhere"
    assert refused(workspace, file, missing).problem is Problem.REPLY_PHOTOS_UNREADABLE
    assert state_of(workspace, first) is DefectState.ISSUED
