"""Before sealing: template, completeness, and as what the bundle is written."""

import pytest
from PySide6.QtCore import Qt

from inspector.core.completeness import WantState
from inspector.core.process.names import DocumentKind
from inspector.operations.bundles import list_bundles, verify_bundle
from inspector.operations.completeness import completeness
from inspector.operations.filing_templates import SHIPPED, office_template, shipped_template
from inspector.operations.handing import form_beside
from inspector.operations.public_copy import list_public_copies
from inspector.operations.recording import DocumentDraft, file_document
from inspector.operations.reports import issue_acceptance_report
from inspector.operations.sealing import create_certificate
from inspector.ui.kit.style.look import look
from inspector.ui.kit.widgets.buttons import KeyButton
from inspector.ui.kit.widgets.chips import Chip, Segment
from inspector.ui.kit.widgets.lines import MarkLine
from tests.kit.photo_files import make_jpeg

LEFT = Qt.MouseButton.LeftButton
DAT_KEY = SHIPPED[1]
CTRL_SHIFT = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


def press(qtbot, widget, name):
    qtbot.mouseClick(widget.findChild(KeyButton, name), LEFT)


@pytest.fixture
def screen(make_screen, sample):
    return make_screen(sample.workspace)


# -- completeness ----------


def test_the_list_says_what_is_missing_and_filters(screen, sample, qtbot):
    found = completeness(sample.workspace, sample.project_id)
    qtbot.mouseClick(screen.findChild(MarkLine, "part_wants"), LEFT)
    assert screen.wants.isVisible()
    shown = screen.wants.shown()
    assert {row.state for row in shown} == {WantState.MISSING}
    assert len(shown) == len(found.gaps)
    qtbot.mouseClick(screen.wants.findChild(Chip, "chip_all"), LEFT)
    assert len(screen.wants.shown()) == len(found.wants)
    for state in WantState:
        chip = screen.wants.findChild(Chip, f"chip_{state}")
        if chip is not None:
            qtbot.mouseClick(chip, LEFT)
            assert len(screen.wants.shown()) == found.count(state)


def test_enter_leads_where_it_can_be_supplied_and_back_returns(screen, sample, desk, qtbot):
    screen.board.page_wanted.emit("wants")
    row = screen.wants.model.row_at(screen.wants.list.currentIndex().row())
    qtbot.keyClick(screen.wants.list, Qt.Key.Key_Return)
    (room,), target = desk.go.calls[-1]
    assert target["project"] == sample.project_id
    assert room in {"projects", "photos", "defects", "acceptance"}
    assert row.state is WantState.MISSING
    qtbot.mouseClick(screen.findChild(object, "leave_wants"), LEFT)
    assert screen.stock.isVisible()


# -- the form ----------


def test_with_gaps_a_reason_is_asked_for_first(screen, desk, qtbot):
    press(qtbot, screen, "seal_bundle")
    form = screen.form
    assert form.reason.isVisible()
    press(qtbot, form, "seal_give")
    assert form._reason_row.error()
    assert desk.ask.said == []
    press(qtbot, form, "seal_leave")
    assert screen.form is None


def test_the_gaps_lead_to_the_list(screen, qtbot):
    press(qtbot, screen, "seal_bundle")
    screen.form.gaps._button.click()
    assert screen.wants.isVisible()


def test_a_bundle_is_sealed_as_discs_of_an_own_size(screen, sample, desk, tmp_path, qtbot, settled):
    press(qtbot, screen, "seal_bundle")
    form = screen.form
    form.disc.choose("own")
    form.disc.chosen.emit("own")
    form.own.setText("零")
    form.reason.setPlainText("先行移交")
    press(qtbot, form, "seal_give")
    assert form._own_row.error()
    form.own.setText("2")
    assert "盘" in form._told.words()
    folder = tmp_path / "盘"
    folder.mkdir()
    desk.ask.answers.append(folder / "归档.zip")
    press(qtbot, form, "seal_give")
    settled()
    parts = sorted(folder.glob("*.zip"))
    assert len(parts) > 1
    assert all(part.stat().st_size <= 2_000_000 for part in parts)
    assert screen.right.result.result.word == "通过"
    assert len(screen.right.result.result.check.found) == len(parts)
    assert len(list_bundles(sample.workspace, sample.project_id)) == len(parts)


def test_a_bundle_is_sealed_as_a_folder_with_sm3(screen, desk, tmp_path, qtbot, settled):
    press(qtbot, screen, "seal_bundle")
    form = screen.form
    form.reason.setPlainText("先行移交")
    for name in ("segment_folder", "segment_sm3"):
        qtbot.mouseClick(form.findChild(Segment, name), LEFT)
    desk.ask.answers.append(tmp_path / "归档")
    press(qtbot, form, "seal_give")
    settled()
    assert (tmp_path / "归档" / "manifest-sm3.txt").is_file()
    assert verify_bundle(tmp_path / "归档").ok
    assert screen.right.result.result.path == tmp_path / "归档"


@pytest.mark.parametrize("size", [(1294, 716), (620, 400)])
def test_the_pages_are_accessible(make_screen, sample, assert_accessible, qtbot, size):
    screen = make_screen(sample.workspace, *size)
    screen.board.page_wanted.emit("wants")
    assert_accessible(screen)
    press(qtbot, screen, "seal_bundle")
    assert_accessible(screen.form)
    press(qtbot, screen.form, "seal_leave")


# -- the template ----------


@pytest.fixture
def templates(screen, qtbot, settled):
    qtbot.mouseClick(screen.findChild(MarkLine, "part_template"), LEFT)
    settled()
    dialog = screen.templates.dialog
    yield dialog
    if screen.templates.dialog is not None:
        press(qtbot, dialog, "template_leave")


def test_another_template_files_the_bundle_anew(templates, screen, sample, qtbot, settled):
    before = screen.board.preview.names
    assert not templates._use.isEnabled()
    qtbot.mouseClick(templates.findChild(MarkLine, f"template_{DAT_KEY}"), LEFT)
    press(qtbot, templates, "template_use")
    settled()
    settled()
    assert "DA/T 28" in office_template(sample.workspace).name
    assert screen.board.preview.names != before
    assert screen.stock.parts.parts()[0].value == office_template(sample.workspace).name


def test_a_file_with_a_fault_is_named_and_nothing_changes(
    templates, sample, desk, tmp_path, qtbot, settled
):
    bad = tmp_path / "坏.toml"
    bad.write_text("format = 1\nname = \n", encoding="utf-8")
    before = office_template(sample.workspace)
    desk.ask.answers.append([bad])
    press(qtbot, templates, "template_file")
    settled()
    assert templates.banner.words() == "filing_not_read"
    assert office_template(sample.workspace) == before


def test_one_is_taken_out_edited_and_used_and_the_former_taken_back(
    templates, sample, desk, tmp_path, qtbot, settled
):
    out = tmp_path / "我的.toml"
    desk.ask.answers.append(out)
    press(qtbot, templates, "template_take_out")
    settled()
    text = out.read_text("utf-8")
    assert text == shipped_template("gbt50328")
    name = next(line for line in text.splitlines() if line.startswith("name ="))
    out.write_text(text.replace(name, 'name = "我的模板"'), encoding="utf-8")
    desk.ask.answers += [[out], [out]]
    press(qtbot, templates, "template_check")
    settled()
    assert "我的模板" in templates.banner.words()
    assert office_template(sample.workspace).name != "我的模板"
    press(qtbot, templates, "template_file")
    settled()
    assert office_template(sample.workspace).name == "我的模板"
    qtbot.mouseClick(templates.findChild(MarkLine, f"template_{DAT_KEY}"), LEFT)
    press(qtbot, templates, "template_use")
    settled()
    (_text, step, undo), _none = desk.toast.calls[-1]
    assert step
    undo()
    settled()
    assert office_template(sample.workspace).name == "我的模板"


def test_the_tree_says_terms_and_pages(screen, sample):
    notes = [node.note for node in screen.right.tree.names_model._nodes if node.note]
    assert any("永久" in note and "页" in note for note in notes)
    assert any("照片 16 张" in note for note in notes)


# -- signed by a certificate ----------


def test_a_certificate_is_tried_before_anything_is_made(
    screen, sample, desk, tmp_path, qtbot, settled
):
    out = tmp_path / "我的.p12"
    create_certificate(sample.workspace, "沈若冰", "验收办公室", "一个很长的口令2026", out)
    press(qtbot, screen, "seal_bundle")
    form = screen.form
    form.reason.setPlainText("先行移交")
    desk.ask.answers.append([out])
    form.signer.choose("file")
    form.signer.chosen.emit("file")
    form.phrase.setText("不是这个口令的")
    press(qtbot, form, "seal_give")
    settled()
    assert screen.form is form
    assert form.refusal.isVisible()
    assert form.reason.toPlainText() == "先行移交"

    form.phrase.setText("一个很长的口令2026")
    desk.ask.answers.append(tmp_path / "归档.zip")
    press(qtbot, form, "seal_give")
    settled()
    settled()
    assert screen.form is None
    result = screen.right.result.result
    assert result.word == "通过"
    assert any("沈若冰" in remark for remark in result.remarks)


def test_without_a_file_the_certificate_is_asked_for(screen, desk, qtbot):
    press(qtbot, screen, "seal_bundle")
    form = screen.form
    form.reason.setPlainText("先行移交")
    desk.ask.answers += [None, None]
    form.signer.choose("file")
    form.signer.chosen.emit("file")
    press(qtbot, form, "seal_give")
    assert form._phrase_row.error()
    press(qtbot, form, "seal_leave")


# -- the register ----------


def test_the_register_is_opened_where_it_lies_or_made_anew(screen, desk, tmp_path, qtbot, settled):
    press(qtbot, screen, "seal_bundle")
    screen.form.reason.setPlainText("先行移交")
    desk.ask.answers.append(tmp_path / "归档.zip")
    press(qtbot, screen.form, "seal_give")
    settled()
    settled()
    beside = form_beside(tmp_path / "归档.zip")
    press(qtbot, screen, "hand_over")
    assert screen.board.open_path.calls == [((beside,), {})]
    press(qtbot, screen, "open_checked")
    assert screen.board.open_path.calls[-1] == ((tmp_path,), {})
    beside.unlink()
    desk.ask.answers.append(tmp_path / "登记表")
    press(qtbot, screen, "hand_over")
    settled()
    assert (tmp_path / "登记表.pdf").read_bytes().startswith(b"%PDF")
    assert screen.board.open_path.calls[-1] == ((tmp_path / "登记表.pdf",), {})


# -- a public copy ----------


@pytest.fixture
def public(screen, qtbot):
    press(qtbot, screen, "seal_bundle")
    qtbot.mouseClick(screen.form.findChild(Segment, "segment_public"), LEFT)
    return screen.form


def test_a_public_copy_stops_at_photos_nobody_looked_at(
    public, screen, desk, tmp_path, qtbot, settled
):
    assert not public.reason.isVisible()
    assert not public.signer.isVisible()
    desk.ask.answers.append(tmp_path / "公开.zip")
    press(qtbot, public, "seal_give")
    settled()
    assert screen.banner.words() == "photos_not_reviewed"
    assert not (tmp_path / "公开.zip").exists()


def test_a_public_copy_leaves_them_out_and_says_so(public, screen, desk, tmp_path, qtbot, settled):
    public.public.unreviewed.choose("leave")
    desk.ask.answers.append(tmp_path / "公开.zip")
    press(qtbot, public, "seal_give")
    settled()
    settled()
    assert desk.ask.said[-1].startswith("公开副本已写成")
    assert "未收入：照片 16 件" in desk.ask.said[-1]
    assert verify_bundle(tmp_path / "公开.zip").ok
    assert screen.right.result.result.word == "通过"
    assert list_bundles(screen.desk.workspace) == []


def test_a_public_copy_leads_to_the_photos_first(public, screen, desk, qtbot):
    assert public.public.photos.isVisible()
    assert "16 张无人审看过" in public.public.photos.words()
    qtbot.mouseClick(public.public.photos.findChild(KeyButton), LEFT)
    project = screen.board.project.id
    assert screen.desk.go.calls == [(("photos",), {"project": project, "masks": "first"})]
    assert screen.form is None


def test_received_files_go_into_a_public_copy_when_they_are_ticked(
    screen, desk, tmp_path, qtbot, settled
):
    workspace, project = screen.desk.workspace, screen.board.project
    file = tmp_path / "许可证.jpg"
    file.write_bytes(make_jpeg())
    draft = DocumentDraft(kind=DocumentKind.PERMIT, title="施工许可证", file=file)
    document = file_document(workspace, project.id, draft).value
    screen.reread()
    settled()
    press(qtbot, screen, "seal_bundle")
    form = screen.form
    qtbot.mouseClick(form.findChild(Segment, "segment_public"), LEFT)
    form.public.unreviewed.choose("leave")
    tick = form.public.ticks[document.sha256]
    assert tick.isVisible()
    assert not tick.isChecked()
    tick.setChecked(True)
    desk.ask.answers.append(tmp_path / "公开.zip")
    press(qtbot, form, "seal_give")
    settled()
    settled()
    (copy,) = list_public_copies(workspace, project.id)
    assert copy.released == document.sha256


# -- papers of the tree ----------


def look_at(screen, end):
    model = screen.right.tree.names_model
    place = next(at for at, node in enumerate(model._nodes) if node.path.endswith(end))
    index = model.createIndex(model._nodes[place].row, 0, place)
    screen.right.tree.setCurrentIndex(index)


def test_a_paper_that_sealing_makes_is_shown_page_by_page(screen, qtbot, settled):
    pane = screen.right.paper
    assert not pane.isVisible()
    look_at(screen, "000_案卷封面.pdf")
    settled()
    assert pane.isVisible()
    assert pane.view.isVisible()
    assert len(pane.view.pages) == 1
    image = pane.view.grab().toImage()
    middle = image.height() // 2
    colours = {image.pixel(x, middle) for x in range(image.width())}
    assert len(colours) > 1
    look_at(screen, "说明文件.TXT")
    settled()
    assert not pane.isVisible()


def test_a_paper_that_was_made_opens_as_its_file(screen, sample, tmp_path, qtbot, settled):
    issue_acceptance_report(sample.workspace, sample.project_id, tmp_path / "r.pdf")
    screen.reread()
    settled()
    path = next(path for path, note in screen.board.preview.papers.items() if note.file is not None)
    look_at(screen, path.rpartition("/")[2])
    settled()
    pane = screen.right.paper
    assert not pane.view.isVisible()
    assert "页" in pane._told.words()
    press(qtbot, pane, "open_paper")
    assert screen.board.open_path.calls[-1] == ((screen.board.preview.papers[path].file,), {})


@pytest.mark.parametrize("mode", ["dark", "sun"])
def test_the_dialogs_are_accessible_in_every_mode(
    templates, screen, assert_accessible, qtbot, mode
):
    look().choose(mode)
    assert_accessible(templates)
    press(qtbot, templates, "template_leave")
    press(qtbot, screen, "seal_bundle")
    assert_accessible(screen.form)
    press(qtbot, screen.form, "seal_leave")


def test_every_page_is_reached_by_keys_alone(screen, qtbot, settled):
    for key, is_shown in (
        (Qt.Key.Key_L, screen.wants.isVisible),
        (Qt.Key.Key_T, lambda: screen.templates.dialog is not None),
    ):
        screen.activateWindow()
        qtbot.waitUntil(screen.isActiveWindow)
        qtbot.keyClick(screen, key, CTRL_SHIFT)
        settled()
        assert is_shown()
    qtbot.keyClick(screen.templates.dialog, Qt.Key.Key_Escape)
    assert screen.templates.dialog is None
