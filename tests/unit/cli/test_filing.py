"""`filing` and `party appraise` on the command line."""

import pytest

from tests.kit.builders import make_party, make_project, make_workspace
from tests.kit.commands import command, command_data

CODE = "91350100M000100Y43"


@pytest.fixture
def home(tmp_path):
    workspace = make_workspace(tmp_path)
    project = make_project(workspace)
    make_party(workspace, project, "市政集团")
    workspace.close()
    return ("--workspace", tmp_path / "workspace")


def test_fields_are_set_shown_and_cleared(home):
    told = command_data(
        *(*home, "filing", "set", "--owner-code", CODE, "--region-code", "330104"),
        *("--latitude", "30.274", "--longitude", "120.202", "--filed-on", "2026-05-01"),
    )
    assert (told["owner_code"], told["latitude"], told["filed_on"]) == (
        CODE,
        "30.274",
        "2026-05-01",
    )
    assert told["due_on"] is None
    command_data(*home, "filing", "set", "--clear", "region_code")
    lines = command(*home, "filing", "show").out
    assert CODE in lines
    assert "330104" not in lines


@pytest.mark.parametrize(
    ("option", "value", "told"),
    [
        ("--owner-code", "91350100M000100Y44", "统一社会信用代码"),
        ("--region-code", "33", "行政区划代码"),
        ("--latitude", "北", "北"),
        ("--longitude", "120.2", "北纬"),
        ("--filed-on", "2199-01-01", "备案日期"),
    ],
)
def test_what_cannot_be_is_refused_in_words(home, option, value, told):
    ended = command(*home, "filing", "set", option, value)
    assert ended.code == 1
    assert told in ended.err


def test_the_form_is_a_paper(home, tmp_path):
    out = tmp_path / "备案.docx"
    made = command_data(*home, "paper", "make", "filing", "--out", out)
    assert made["number"].startswith("BA-")
    assert out.stat().st_size > 0


def test_a_party_is_appraised(home):
    told = command_data(*home, "party", "appraise", "contractor", "--text", "质量受控")
    assert told["text"] == "质量受控"
    assert command_data(*home, "party", "appraise", "市政集团", "--text", "")["text"] is None
    assert command(*home, "party", "appraise", "无此单位", "--text", "好").code == 1
