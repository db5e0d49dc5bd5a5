"""`answer set`: a photo comes with the verdict, and what is no photo does not hold it up."""

import pytest

from inspector.core.evidence import Target
from tests.kit.builders import make_place, make_project, make_visit, make_workspace, reopen
from tests.kit.commands import command, command_data
from tests.kit.photo_files import make_jpeg


@pytest.fixture
def home(tmp_path):
    workspace = make_workspace(tmp_path)
    project = make_project(workspace)
    make_place(workspace, project)
    make_visit(workspace, project)
    workspace.close()
    return tmp_path / "workspace"


def test_photos_come_with_the_verdict(home, tmp_path):
    (tmp_path / "a.jpg").write_bytes(make_jpeg())
    (tmp_path / "b.jpg").write_text("no photo")
    ended = command(
        *("--workspace", home, "answer", "set", "--place", "12", "--item", "FS-001"),
        *("--state", "pass", "--photo", tmp_path / "a.jpg", tmp_path / "b.jpg", "--json"),
    )
    assert ended.code == 1
    assert "b.jpg" in ended.err
    shown = command_data("--workspace", home, "photo", "list")
    assert [photo["name"] for photo in shown] == ["a.jpg"]
    workspace = reopen(tmp_path)
    with workspace.read() as office:
        (link,) = office.photos.links_of_photo(shown[0]["id"])
    workspace.close()
    assert link.target is Target.ANSWER
