"""`aftercare`: what follows an acceptance, on the command line."""

import pytest

from tests.kit.builders import make_party, make_project, make_workspace
from tests.kit.commands import command, command_data

SUMS = ("--estimate-yuan", "1000000", "--contract-yuan", "990000", "--settled-yuan", "995000")


@pytest.fixture
def home(tmp_path):
    workspace = make_workspace(tmp_path)
    project = make_project(workspace)
    make_party(workspace, project)
    workspace.close()
    return ("--workspace", tmp_path / "workspace", "aftercare")


def test_an_account_tells_its_differences_and_what_it_lacks(home):
    told = command_data(
        *(*home, "account", *SUMS, "--final-yuan", "999999.99", "--fiscal-yuan", "999999"),
        *("--residents-yuan", "0.99", "--due-on", "2026-05-01"),
    )
    assert told["funded"] == "999999.99"
    assert [(one["part"], one["amount"], one["over"]) for one in told["differences"]] == [
        ("contract_yuan", "-10000", False),
        ("settled_yuan", "5000", True),
        ("final_yuan", "-0.01", False),
        ("funded", "0.00", False),
    ]
    assert told["differences"][1]["text"] == "结算审定价比合同价多 5,000 元"
    assert [one["id"] for one in told["lacks"]] == ["unexplained", "not_approved"]
    assert told["overdue"] is True
    lines = command(*home, "account", "--clear", "final_yuan", "due_on").out
    assert "999,999.99" in lines  # of the funds
    assert "概算、合同价、结算、决算没有填全" in lines
    assert "逾期" not in lines


def test_a_bad_sum_is_refused_in_words(home):
    ended = command(*home, "account", "--final-yuan", "十万")
    assert ended.code == 1
    assert "十万" in ended.err
    ended = command(*home, "account", "--final-yuan", "0.001")
    assert ended.code == 1
    assert "决算（元）" in ended.err


def test_a_warranty_is_added_and_changed(home):
    told = command_data(
        *(*home, "warranty", "--kind", "water", "--part", "雨污管网"),
        *("--starts-on", "2026-05-06", "--party", "市政建设集团"),
    )
    assert (told["ends_on"], told["state"], told["party"]) == (
        "2028-05-06",
        "running",
        "市政建设集团",
    )
    changed = command_data(*home, "edit-warranty", told["id"], "--months", 36)
    assert changed["ends_on"] == "2029-05-06"
    ended = command(*home, "edit-warranty", told["id"], "--ends-on", "2027-01-01")
    assert ended.code == 1
    assert "给排水管道" in ended.err
    assert "2028-05-06" in ended.err
    assert "第四十条" in ended.err


def test_things_are_listed_and_handed_over(home):
    rows = [
        command_data(*home, "handover", "--item", item, "--kind", "facility")
        for item in ("路灯", "消防栓")
    ]
    handed = command_data(
        *(*home, "handed", rows[0]["id"], rows[1]["id"], "--handed-on", "2026-05-08"),
        *("--receiver", "解放社区", "--paper", "移交〔2026〕1号"),
    )
    assert {row["receiver"] for row in handed} == {"解放社区"}
    ended = command(*home, "handed", rows[0]["id"], "--handed-on", "2027-05-08")
    assert ended.code == 1
    assert "移交日期" in ended.err
    command_data(*home, "remove", rows[1]["id"])
    assert [row["item"] for row in command_data(*home, "show")["handover"]] == ["路灯"]


def test_management_and_care_are_stated_and_shown(home):
    told = command_data(
        *(*home, "manage", "--mode", "community", "--body", "解放社区", "--agreement", "托〔1〕"),
        *("--signed-on", "2026-05-06"),
    )
    assert (told["mode"], told["signed_on"]) == ("community", "2026-05-06")
    workspace = home[:2]
    command_data(*workspace, "visit", "create", "--kind", "aftercare", "--from", "2026-05-09")
    found = command_data(*home, "care", "parking", "held")
    assert found["lists"][1] == {
        "id": "eight",
        "title": "八个有",
        "held": 1,
        "partly": 0,
        "lacking": 0,
        "unchecked": 7,
    }
    ended = command(*home, "care", "roads", "lacking")
    assert (ended.code, "原因" in ended.err) == (1, True)
    command_data(*home, "care", "roads", "lacking", "--note", "塌陷")
    shown = command(*home, "show").out
    for text in ("社区（街道）托管", "八个有 1/8", "有停车管理（LM-006）", "塌陷"):
        assert text in shown
    reopened = command_data(*home, "care", "roads", "open")
    assert {one["id"]: one["state"] for one in reopened["points"]}["roads"] is None


def test_the_day_of_a_final_account_is_not_called_one_of_a_defect():
    said = command("aftercare", "account", "--help").out
    assert "决算期限" in said
    assert "整改期限" not in said
