"""`claim`, photos of a long-term visit, and `party dismiss`, on the command line."""

import pytest

from tests.kit.builders import make_party, make_place, make_project, make_workspace
from tests.kit.commands import command, command_data
from tests.kit.photo_files import make_block, make_jpeg


@pytest.fixture
def home(tmp_path):
    workspace = make_workspace(tmp_path)
    project = make_project(workspace)
    make_party(workspace, project)
    make_place(workspace, project)
    workspace.close()
    return ("--workspace", tmp_path / "workspace")


@pytest.fixture
def photo(tmp_path):
    path = tmp_path / "a.jpg"
    path.write_bytes(make_jpeg(make_block()))
    return path


@pytest.fixture
def warranty(home):
    told = command_data(
        *(*home, "aftercare", "warranty", "--kind", "waterproofing", "--part", "屋面"),
        *("--starts-on", "2025-11-01", "--party", "市政建设集团"),
    )
    return told["id"]


def test_a_claim_goes_from_report_to_closing_by_another(home, warranty, photo):
    told = command_data(
        *(*home, "claim", "add", "--text", "顶板渗水", "--place", "12"),
        *("--warranty", warranty, "--on", "2025-11-05"),
    )
    assert (told["cover"], told["party"], told["state"]) == ("within", "市政建设集团", "open")
    number = told["number"]
    early = command(*home, "claim", "close", number)
    assert early.code == 1
    assert number in early.err
    fixed = command_data(*home, "claim", "repair", number, "--by", "王师傅", "--on", "2025-11-08")
    assert fixed["state"] == "repaired"
    shown = command_data(*home, "claim", "photos", number, "--after", photo)
    assert (len(shown["photos"]["before"]), len(shown["photos"]["after"])) == (0, 1)
    closed = command_data(*home, "claim", "close", number, "--on", "2025-11-09")
    assert (closed["state"], closed["closed_on"]) == ("closed", "2025-11-09")
    lines = command(*home, "claim", "list").out
    assert "质保期内" in lines
    assert "已销项" in lines
    (listed,) = command_data(*home, "aftercare", "show")["claims"]
    assert listed["number"] == number
    assert command_data(*home, "claim", "reopen", number)["state"] == "repaired"
    assert command_data(*home, "claim", "edit", number, "--note", "已补漆")["note"] == "已补漆"
    command(*home, "claim", "remove", number)
    assert command_data(*home, "claim", "list") == []


def test_who_repaired_cannot_close(home):
    me = command_data(*home, "workspace", "info")["person"]["name"]
    told = command_data(*home, "claim", "add", "--text", "灯不亮", "--on", "2025-11-05")
    command(*home, "claim", "repair", told["number"], "--by", me, "--on", "2025-11-06")
    ended = command(*home, "claim", "close", told["number"])
    assert ended.code == 1
    assert "不能是维修人" in ended.err


def test_a_point_takes_photos_with_its_finding(home, photo):
    command(*home, "visit", "create", "--kind", "aftercare", "--from", "2025-11-05")
    told = command_data(*home, "aftercare", "care", "cleaning", "held", "--photo", photo)
    photos = {one["id"]: one["photos"] for one in told["points"]}
    assert len(photos["cleaning"]) == 1
    assert photos["order"] == []
    ended = command(*home, "aftercare", "care", "order", "open", "--photo", photo)
    assert ended.code == 1
    assert "还没有结果" in ended.err


def test_a_party_leaves_with_a_reason_and_comes_back(home):
    left = command_data(*home, "party", "dismiss", "市政建设集团", "--reason", "合同终止")
    assert left["dismissed"]["reason"] == "合同终止"
    assert "合同终止" in command(*home, "party", "list").out
    again = command(*home, "party", "dismiss", "市政建设集团", "--reason", "再次")
    assert again.code == 1
    assert "合同终止" in again.err
    assert command_data(*home, "party", "readmit", "市政建设集团")["dismissed"] is None
