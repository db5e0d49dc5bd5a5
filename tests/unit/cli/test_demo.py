"""The shape of `demo --json` is fixed: others read it."""

from inspector.cli.commands import demo
from inspector.operations.demo import Demo, DemoCounts
from tests.kit.commands import command, command_data


def test_the_demo_tells_where_everything_lies(tmp_path, monkeypatch):
    def made(folder, _profile, _clock, _progress, *, photos):
        assert photos is True
        return Demo(
            workspace_folder=folder / "workspace",
            report=folder / "r.pdf",
            bundle=folder / "b.zip",
            counts=DemoCounts(3, 2, 1),
        )

    monkeypatch.setattr(demo, "make_demo", made)
    assert command_data("demo", tmp_path / "d") == {
        "workspace": str(tmp_path / "d" / "workspace"),
        "report": str(tmp_path / "d" / "r.pdf"),
        "bundle": str(tmp_path / "d" / "b.zip"),
        "counts": {"answers": 3, "defects": 2, "photos": 1},
    }


def test_a_demo_never_mixes_with_somebodys_work(tmp_path):
    (tmp_path / "mine.txt").write_text("mine")
    ended = command("demo", tmp_path)
    assert (ended.code, ended.out) == (1, "")
    assert [path.name for path in tmp_path.iterdir()] == ["mine.txt"]
