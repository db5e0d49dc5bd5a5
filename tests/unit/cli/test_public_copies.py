"""`photo mask` and `bundle public`, as an archivist types them."""

import pytest

from inspector.operations.photos import IntakeOrder, import_photos
from tests.kit.builders import make_place, make_project, make_workspace
from tests.kit.commands import command, command_data
from tests.kit.pdf import page_texts
from tests.kit.photo_files import make_block, make_jpeg


@pytest.fixture
def at(tmp_path):
    workspace = make_workspace(tmp_path)
    project = make_project(workspace)
    make_place(workspace, project)
    files = [tmp_path / "门口.jpg", tmp_path / "楼道.jpg"]
    for number, file in enumerate(files):
        file.write_bytes(make_jpeg(make_block(), size=(640 + number, 480)))
    import_photos(workspace, files, IntakeOrder(project_id=project.id))
    workspace.close()
    return ("--workspace", tmp_path / "workspace")


def test_boxes_are_drawn_listed_and_removed(at):
    photos = command_data(*at, "photo", "mask", "list")
    assert [(one["reviewed"], one["masks"]) for one in photos] == [(False, [])] * 2
    first = photos[0]["id"]
    drawn = command_data(
        *at, "photo", "mask", "add", first, "--box", "0.1,0.2,0.3,0.4", "--kind", "plate"
    )
    assert (drawn["code"], drawn["box"]) == ("plate", "0.1,0.2,0.3,0.4")
    command_data(*at, "photo", "mask", "done", first)
    told = command(*at, "photo", "mask", "list").out
    assert "已审看" in told
    assert "未审看" in told
    assert "车牌" in told
    command_data(*at, "photo", "mask", "remove", drawn["id"])
    command_data(*at, "photo", "mask", "undone", first)
    photos = command_data(*at, "photo", "mask", "list")
    assert [(one["reviewed"], one["masks"]) for one in photos] == [(False, [])] * 2


def test_a_box_that_is_none_is_refused_with_what_to_write(at):
    (first, _other) = command_data(*at, "photo", "mask", "list")
    ended = command(*at, "photo", "mask", "add", first["id"], "--box", "10,20,30,40")
    assert ended.code == 1
    assert "0.25,0.1,0.2,0.3" in ended.err
    assert command(*at, "photo", "mask", "remove", "ffff").code == 1


def test_the_copy_stops_for_photos_that_nobody_looked_at(at, tmp_path):
    out = tmp_path / "公开.zip"
    stopped = command(*at, "bundle", "public", "--out", out)
    assert stopped.code == 1
    assert "2 张照片无人审看" in stopped.err
    assert "门口.jpg" in stopped.err
    assert not out.exists()
    first = command_data(*at, "photo", "mask", "list")[0]["id"]
    command_data(*at, "photo", "mask", "done", first)
    made = command_data(*at, "bundle", "public", "--out", out, "--leave-unreviewed")
    assert made["photos"] == 1
    assert [one["why"] for one in made["left_out"]] == ["not_reviewed"]
    checked = command(*at, "bundle", "verify", out)
    assert checked.code == 0
    assert "公开副本" in checked.out + checked.err
    refused = command(*at, "bundle", "restore", out, tmp_path / "again")
    assert refused.code == 1
    assert "公开副本" in refused.err


def test_what_there_is_to_publish_is_told_before(at, tmp_path):
    found = command_data(*at, "bundle", "public", "--plan")
    assert (found["photos"], found["unseen"], found["received"]) == (2, 2, [])
    assert command(*at, "bundle", "public").code == 2  # neither a plan nor a target


def test_it_speaks_english_on_every_page(at, tmp_path):
    out = tmp_path / "public"
    words = ("--lang", "en", "bundle", "public", "--folder", "--leave-unreviewed", "--out", out)
    assert command(*at, *words).code == 0
    for paper in out.rglob("*.pdf"):
        assert all("Publiccopy" in "".join(text.split()) for text in page_texts(paper)), paper.name
