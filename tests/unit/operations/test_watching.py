"""A shared folder is looked into, and only read."""

import pytest

from inspector.core.errors import InspectorError, Problem
from inspector.operations.packing import PackOrder, pack, pack_into
from inspector.operations.taking import take_packages
from inspector.operations.watching import new_packages, untaken, watch_folder, watched_folder
from tests.kit.builders import make_project, make_workspace


@pytest.fixture
def office_and_laptop(tmp_path):
    made = [make_workspace(tmp_path / name) for name in ("office", "laptop")]
    (tmp_path / "shared").mkdir()
    yield made
    for workspace in made:
        workspace.close()


def test_what_appears_is_offered_until_it_is_taken_in(office_and_laptop, tmp_path):
    office, laptop = office_and_laptop
    shared = tmp_path / "shared"
    watch_folder(office, shared)
    assert watched_folder(office) == shared
    assert new_packages(office) == []
    make_project(laptop)
    (path,) = pack(laptop, shared / "all_K7_1.ipkg", PackOrder()).paths
    (shared / "notes.txt").write_text("not ours")
    (shared / "~all.ipkg.tmp").write_bytes(b"half")
    assert new_packages(office) == [path]
    before = sorted(shared.iterdir())
    take_packages(office, new_packages(office))
    assert new_packages(office) == []
    assert sorted(shared.iterdir()) == before
    with office.read() as records:
        assert [project.code for project in records.projects.all()] == ["JF2"]


def test_packages_of_one_name_are_told_apart_by_length(office_and_laptop, tmp_path):
    office, laptop = office_and_laptop
    first, second = (tmp_path / name for name in ("first", "second"))
    for folder in (first, second):
        folder.mkdir()
        make_project(laptop, code=folder.name.upper()[:3])
        pack(laptop, folder / "data.ipkg", PackOrder())
    take_packages(office, [first])
    assert untaken(office, [first, second]) == [second / "data.ipkg"]


def test_what_was_written_here_is_not_offered_here(office_and_laptop, tmp_path):
    office, laptop = office_and_laptop
    (made,) = pack_into(laptop, tmp_path / "shared", [PackOrder()])
    assert untaken(laptop, [tmp_path / "shared"]) == []
    assert untaken(office, [tmp_path / "shared"]) == list(made.paths)


def test_a_folder_that_went_away_holds_nothing(office_and_laptop, tmp_path):
    office, _laptop = office_and_laptop
    watch_folder(office, tmp_path / "shared")
    (tmp_path / "shared").rmdir()
    assert new_packages(office) == []
    watch_folder(office, None)
    assert watched_folder(office) is None


def test_a_folder_that_is_not_there_is_refused(office_and_laptop, tmp_path):
    with pytest.raises(InspectorError) as refused:
        watch_folder(office_and_laptop[0], tmp_path / "nowhere")
    assert refused.value.problem is Problem.FOLDER_MISSING
