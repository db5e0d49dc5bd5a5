"""`notice`: terms, withdrawal, reply sheets, as commands."""

from datetime import timedelta

import pytest

from tests.kit.builders import (
    StoppedClock,
    make_defect,
    make_party,
    make_place,
    make_project,
    make_workspace,
)
from tests.kit.commands import command, command_data
from tests.kit.reply_sheets import answer, fill_workbook


@pytest.fixture
def site(tmp_path):
    clock = StoppedClock()
    workspace = make_workspace(tmp_path, clock=clock)
    project = make_project(workspace)
    place, party = make_place(workspace, project), make_party(workspace, project)
    defect = make_defect(workspace, project, place, party_id=party.id)
    workspace.close()

    def do(*arguments):
        return command_data(*arguments, "--workspace", workspace.folder, clock=clock)

    def fails(*arguments):
        return command(*arguments, "--workspace", workspace.folder, clock=clock)

    return do, fails, defect, clock


def test_a_notice_goes_its_way_by_commands(site, tmp_path):
    do, fails, defect, clock = site
    assert fails("notice", "issue", "--party", "contractor").code == 2
    notice = do("notice", "issue", "--party", "contractor", "--term", "8")
    assert (notice["due_on"], notice["term"]) == ("2026-05-21", 8)
    out = tmp_path / "reply.xlsx"
    do("notice", "reply", "make", notice["code"], "--out", out)
    clock.tick(timedelta(days=12))
    (late,) = do("notice", "list", "--overdue")
    assert (late["overdue_defects"], late["overdue_days"]) == (1, 2)
    assert do("notice", "list", "--overdue", "--on", "2026-05-21") == []
    fill_workbook(out, {defect.number: answer(defect.number, day="2026-05-20")})
    plan = do("notice", "reply", "take", out, "--dry-run")
    assert [one["known"] for one in plan["answers"]] == [False]
    assert do("notice", "reply", "list", notice["code"]) == []
    assert do("notice", "reply", "take", out)["changed"]
    again = do("notice", "reply", "take", out, "--notice", notice["code"])
    assert (again["changed"], again["linked"]) == (False, 0)
    assert len(do("notice", "reply", "list", notice["code"])) == 1
    assert do("defect", "show", defect.number)["state"] == "replied"
    for end in ("pdf", "docx", "xlsx"):
        do("notice", "print", notice["code"], "--out", tmp_path / f"n.{end}")
    withdrawn = do("notice", "withdraw", notice["code"], "--reason", "重复下发")
    assert (withdrawn["withdrawn"], withdrawn["reason"]) == (True, "重复下发")
    assert fails("notice", "reply", "take", out).code == 1


def test_a_wrong_sheet_lists_its_faults(site, tmp_path):
    do, fails, defect, _clock = site
    notice = do("notice", "issue", "--party", "contractor", "--term", "8")
    out = tmp_path / "reply.xlsx"
    do("notice", "reply", "make", notice["code"], "--out", out)
    fill_workbook(out, {defect.number: answer(defect.number, day="明天")})
    ended = fails("notice", "reply", "take", out)
    assert ended.code == 1
    assert "完成日期" in ended.err
    assert "明天" in ended.err


def test_a_term_into_a_year_without_a_table_asks(site):
    do, fails, _defect, clock = site
    clock.tick(timedelta(days=230))
    ended = fails("notice", "issue", "--party", "contractor", "--term", "15")
    assert ended.code == 1
    assert "2027" in ended.err
    assert "process calendar" in ended.err
    assert do("notice", "list") == []
