"""`process` and `project status`: the gates on the command line."""

import pytest

from tests.kit.builders import make_project, make_workspace
from tests.kit.commands import command, command_data
from tests.kit.photo_files import make_jpeg

VOTE = ("--subject", "willingness", "--first", "2026-04-01", "--last", "2026-04-08")
OWED = ("--authority", "区改造办", "--paper", "〔2026〕3号")


@pytest.fixture
def home(tmp_path):
    workspace = make_workspace(tmp_path)
    make_project(workspace)
    workspace.close()
    return ("--workspace", tmp_path / "workspace")


def test_the_status_names_every_gate_with_what_it_lacks(home):
    status = command_data(*home, "project", "status", "JF2")
    assert (status["state"], status["next_gate"]) == ("candidate", "G1")
    assert [gate["id"] for gate in status["gates"]] == [f"G{n}" for n in range(1, 21)]
    first = status["gates"][0]
    assert first["missing"] == 6
    assert {one["id"]: one["text"] for one in first["conditions"]}["residents_willing"] == (
        "没有“改造意愿”的表决记录"
    )
    assert len(status["preconditions"]) == 24
    told = command(*home, "project", "status").out
    assert "摸底入库" in told
    assert "没有“改造意愿”的表决记录" in told


def test_a_vote_is_counted_and_one_too_many_refused(home):
    vote = command_data(*home, "process", "vote", *VOTE, "--entitled", 1000, "--agreeing", 667)
    assert (vote["passes"], vote["count"][0]["needed"]) == (True, 667)
    ended = command(*home, "process", "vote", *VOTE, "--entitled", 1000, "--agreeing", 1001)
    assert ended.code == 1
    assert "1001" in ended.err


def test_a_vote_by_area_goes_by_its_own_rule(home):
    vote = command_data(
        *(*home, "process", "vote", *VOTE, "--entitled", 30, "--agreeing", 20),
        *("--taking-part", 25, "--entitled-area", "2400.5", "--agreeing-area", "1800"),
        *("--taking-part-area", "2000", "--share", "3/4", "--base", "taking_part"),
        *("--measure", "households", "area", "--quorum", "2/3"),
    )
    assert [(one["measure"], one["kind"], one["met"]) for one in vote["count"]] == [
        ("households", "turnout", True),
        ("households", "agreement", True),
        ("area", "turnout", True),
        ("area", "agreement", True),
    ]
    assert vote["area_m2"]["entitled"] == "2400.5"


def test_publicity_with_photos_and_an_objection(home, tmp_path):
    photo = tmp_path / "a.jpg"
    photo.write_bytes(make_jpeg())
    posted = command_data(
        *(*home, "process", "publicity", "--start", "2026-04-20", "--end", "2026-04-27"),
        *("--place", "小区公告栏", "--first-photo", photo, "--last-photo", photo),
    )
    assert posted["photos"] == 2
    on = ("--on", "2026-04-22")
    objection = command_data(*home, "process", "objection", posted["id"], "--text", "担心噪声", *on)
    command_data(*home, "process", "answer", objection["id"], "--text", "夜间不施工", *on)
    status = command_data(*home, "project", "status")
    assert all(one["met"] for one in status["gates"][3]["conditions"])
    listed = command_data(*home, "process", "list")
    assert listed["publicity"][0]["objections"][0]["answer"] == "夜间不施工"
    assert "担心噪声" in command(*home, "process", "list").out
    edited = command_data(
        *(*home, "process", "publicity", "--edit", posted["id"], "--place", "单元门口"),
        *("--start", "2026-04-20", "--end", "2026-04-28"),
    )
    assert (edited["id"], edited["end_on"]) == (posted["id"], "2026-04-28")
    assert command_data(*home, "process", "photos", posted["id"])["photos"] == 0


def test_a_document_and_what_is_said_move_the_project_on(home, tmp_path):
    paper = tmp_path / "许可.pdf"
    paper.write_bytes(b"%PDF-1.7")
    document = command_data(
        *(*home, "process", "document", "--kind", "permit", "--number", "3301"),
        *("--date", "2026-04-20", "--issuer", "区住建局", "--file", paper),
    )
    assert document["name"] == "许可.pdf"
    said = command_data(*home, "process", "assert", "tendered", *OWED)
    assert said["target"] == "tendered"
    status = command_data(*home, "project", "status")
    assert (status["state"], status["asserted"]["authority"]) == ("permitted", "区改造办")
    waived = command_data(*home, "process", "waive", "g11", *OWED, "--reason", "应急")
    assert command_data(*home, "project", "status")["state"] == "building"
    command_data(*home, "process", "remove", waived["id"])
    command_data(*home, "process", "suspend", *OWED, "--reason", "停工")
    status = command_data(*home, "project", "status")
    assert (status["state"], status["reached"]) == ("suspended", "permitted")
    denied = command_data(
        *home, "process", "confirm", "content_complete", *OWED, "--not", "--date", "2026-05-01"
    )
    assert denied["holds"] is False


def test_an_office_gives_the_holidays_of_a_year(home):
    first = ("--off", "2027-01-01..2027-01-03", "--work", "2027-01-09")
    (year,) = command_data(*home, "process", "calendar", "--year", 2027, *first)
    assert (year["is_own"], len(year["off"])) == (True, 3)
    years = command_data(*home, "process", "calendar")
    assert [one["year"] for one in years] == [2024, 2025, 2026, 2027]
    ended = command(*home, "process", "calendar", "--off", "2027-13-01")
    assert ended.code == 1
    assert "2027-13-01" in ended.err


def test_what_is_typed_of_a_rule_counts_and_the_rest_is_as_the_subject_has_it(home):
    by_area = ("--entitled-area", "24000", "--agreeing-area", "15999.99")
    typed = (*home, "process", "vote", *VOTE, "--entitled", 300, "--agreeing", 200)
    vote = command_data(*typed, *by_area, "--measure", "households", "area")
    assert [(one["measure"], one["met"]) for one in vote["count"]] == [
        ("households", True),
        ("area", False),
    ]
    assert vote["passes"] is False
    lift = ("--subject", "lift", "--first", "2026-04-01", "--last", "2026-04-08")
    typed = (*home, "process", "vote", *lift, "--entitled", 30, "--agreeing", 24)
    vote = command_data(*typed, "--share", "4/5")
    assert {one["measure"] for one in vote["count"]} == {"households", "area"}
    assert vote["passes"] is False


def test_half_of_the_areas_is_refused(home):
    typed = (*home, "process", "vote", *VOTE, "--entitled", 300, "--agreeing", 200)
    ended = command(*typed, "--entitled-area", "24000")
    assert ended.code == 1
    assert "面积只填了一部分" in ended.err
    assert command_data(*home, "process", "list")["votes"] == []


def test_lines_name_their_fields_in_words(home):
    days = ("--start", "2026-04-20", "--end", "2026-04-27")
    told = command(*home, "process", "publicity", *days, "--place", "小区公告栏").out
    assert "公示开始" in told
    assert "start_on" not in told
    assert "照片" in told
    assert "photos" not in told
    why = ("--authority", "区领导小组", "--paper", "〔2026〕9号", "--reason", "无燃气工程")
    told = command(*home, "process", "waive", "G4", *why).out
    assert "区领导小组" in told
    assert not {"True", "waive"} & set(told.split())
