"""`meeting`: a whole meeting on the command line."""

import pytest

from inspector.operations.rules import shipped_rules
from tests.kit.builders import make_party, make_place, make_project, make_workspace
from tests.kit.commands import command, command_data


@pytest.fixture
def at(tmp_path):
    workspace = make_workspace(tmp_path)
    project = make_project(workspace)
    make_place(workspace, project)
    make_party(workspace, project, "市政集团")
    workspace.close()
    return ("--workspace", tmp_path / "workspace", "meeting")


def test_a_meeting_is_held_on_the_command_line(at, tmp_path):
    made = command_data(*at, "create", "--date", "2026-05-12", "--venue", "社区会议室")
    assert (made["code"], made["round"], made["venue"]) == ("JF2-HY1", 1, "社区会议室")
    command_data(*at, "edit", "--chair", "周主任")
    party = command_data(*at, "party", "--role", "owner", "--unit", "建设街道")
    letter = tmp_path / "授权书.pdf"
    letter.write_bytes(b"%PDF-1.7\n")
    came = command_data(
        *at, "attend", "owner", "late", "--representative", "陈", "--letter", letter
    )
    assert (came["code"], came["presence"]) == ("owner", "late")
    command_data(
        *(*at, "group", "资料组", "--kind", "papers", "--stance", "agree"),
        *("--missing", "竣工图", "--items", "RD-005"),
    )
    shown = command_data(
        *(*at, "opinion", "owner", "conditional", "--text", "绿化未补齐"),
        *("--condition", "补种行道树", "--owner", "市政集团", "--due", "2026-06-01"),
    )
    line = next(one for one in shown["parties"] if one["id"] == party["id"])
    assert line["stance"] == "conditional"
    assert line["conditions"][0]["title"] == "补种行道树"
    tallied = command_data(*at, "tally", "satisfied", "--home", "12幢", "--name", "赵阿姨")
    assert "赵阿姨" not in str(tallied)
    command_data(*at, "untally", tallied["id"])
    shown = command_data(*at, "show")
    assert (shown["chair"], shown["verdict"], shown["residents"]) == ("周主任", "undecided", [])
    assert shown["groups"][0]["missing"] == ["竣工图"]


def test_a_sign_in_and_a_group_can_be_taken_back(at):
    command_data(*at, "create")
    command_data(*at, "attend", "市政集团", "present")
    command_data(*at, "group", "现场组", "--scope", "室外")
    command_data(*at, "group", "现场组", "--stance", "agree")
    shown = command_data(*at, "show")
    assert (shown["groups"][0]["scope"], shown["groups"][0]["stance"]) == ("室外", "agree")
    command_data(*at, "attend", "市政集团", "withdraw")
    command_data(*at, "group", "现场组", "--remove")
    shown = command_data(*at, "show")
    assert (shown["parties"][0]["presence"], shown["groups"]) == (None, [])


def test_an_absent_party_says_what_it_says_in_writing(at, tmp_path):
    command_data(*at, "create")
    command_data(*at, "opinion", "市政集团", "agree")
    refused = command(*at, "attend", "市政集团", "absent")
    assert (refused.code, "--withdraw-opinion" in refused.err) == (1, True)
    command_data(*at, "attend", "市政集团", "absent", "--withdraw-opinion")
    refused = command(*at, "opinion", "市政集团", "agree")
    assert (refused.code, "--letter" in refused.err) == (1, True)
    paper = tmp_path / "回函.pdf"
    paper.write_bytes(b"%PDF-1.7\n")
    shown = command_data(*at, "opinion", "市政集团", "agree", "--letter", paper)
    (party,) = shown["parties"]
    assert (party["stance"], party["is_heard"]) == ("agree", True)
    assert len(party["opinion_letter"]) == 64
    assert "同意（书面）" in command(*at, "show").out


def test_the_verdict_is_explained_line_by_line(at):
    command_data(*at, "create")
    ended = command(*at, "verdict")
    assert "必到单位" in ended.out
    assert "不能判定" in ended.out
    refused = command(*at, "verdict", "--declare")
    assert refused.code == 1
    assert "不能判定" in refused.err
    over = command_data(*at, "override", "rework", "--reason", "改期再议")
    assert over["is_override"]
    assert over["declared"]["reason"] == "改期再议"
    back = command_data(*at, "verdict", "--withdraw")
    assert back["declared"] is None
    rounds = command_data(*at, "list")
    assert [one["code"] for one in rounds] == ["JF2-HY1"]


def test_what_does_not_go_together_is_a_matter_of_use(at):
    command_data(*at, "create")
    assert command(*at, "opinion", "市政集团", "conditional", "--condition", "补种").code == 2
    assert command(*at, "verdict", "--declare", "--withdraw").code == 2
    assert command(*at, "rules").code == 2
    command_data(*at, "opinion", "市政集团", "agree")
    shown = command_data(*at, "opinion", "市政集团", "withdraw")
    assert shown["parties"][0]["stance"] is None


def test_a_rule_table_is_taken_out_edited_and_checked(at, tmp_path):
    out = tmp_path / "规则.toml"
    command_data(*at, "rules", "--out", out)
    assert out.read_text(encoding="utf-8") == shipped_rules()
    assert command_data(*at, "rules", "--check", out)["title"] == "通用规则（随程序提供）"
    out.write_text('format = 1\nname = "x"\n[parties]\nveto = ["街道"]\n', encoding="utf-8")
    refused = command(*at, "rules", "--check", out)
    assert refused.code == 1
    assert "parties.veto" in refused.err
