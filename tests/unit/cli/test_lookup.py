"""What a person types finds the record that is meant."""

import pytest

from tests.kit.builders import make_workspace
from tests.kit.commands import command, command_data


@pytest.fixture
def home(tmp_path):
    make_workspace(tmp_path).close()
    return tmp_path / "workspace"


def test_a_notice_is_found_by_its_number_in_any_project(home, tmp_path):
    for code in ("A1", "A2"):
        command_data("--workspace", home, "project", "create", "--code", code, "--name", code)
    there = ("--workspace", home)
    command_data(*there, "place", "add", "--project", "A2", "--code", "1", "--name", "1幢")
    to = ("--project", "A2", "--party", "contractor")
    command_data(*there, "party", "add", "--project", "A2", "--role", "contractor", "--unit", "甲")
    command_data(*there, "defect", "add", *to, "--place", "1", "--text", "裂缝")
    notice = command_data(*there, "notice", "issue", *to, "--due", "2099-01-01")
    for named in (notice["id"], notice["code"]):
        out = tmp_path / f"{named}.pdf"
        assert command_data(*there, "notice", "print", named, "--out", out)["id"] == notice["id"]
    assert "找不到" in command(*there, "notice", "print", "NONE", "--out", tmp_path / "n").err


def test_a_record_that_nobody_knows_is_called_a_record(home):
    ended = command("--workspace", home, "history", "NONE")
    assert (ended.code, ended.err) == (1, "找不到这条记录（记录 NONE）。它可能已被删除。\n")


def test_a_party_is_found_by_its_role_as_it_is_listed(home):
    there = ("--workspace", home)
    command_data(*there, "project", "create", "--code", "A1", "--name", "甲")
    made = command_data(*there, "party", "add", "--role", "community", "--unit", "解放社区")
    command_data(*there, "meeting", "create", "--date", "2026-03-10")
    for named in (made["id"], "解放社区", "community", "社区"):
        command_data(*there, "meeting", "attend", named, "late")
    assert "找不到" in command(*there, "meeting", "attend", "居民代表", "late").err
