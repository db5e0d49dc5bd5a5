"""`programme`: by hand on the command line as in the window."""

import pytest

from tests.kit.builders import make_workspace
from tests.kit.commands import command, command_data

DEADLINE = ("--declare-by", "2026-05-30")
NAME = "2026—2028 三年行动计划"


@pytest.fixture
def home(tmp_path):
    make_workspace(tmp_path).close()
    return tmp_path / "workspace"


def test_a_programme_and_its_years_are_made_edited_and_shown(home):
    at = ("--workspace", home, "programme")
    made = command_data(*at, "create", NAME, "--first-year", 2026, "--last-year", 2028)
    command_data(*at, "edit", NAME, "--communities", 73, "--district", "上城区")
    command_data(*at, "plan", made["id"], "--year", 2026, "--communities", 7, *DEADLINE)
    command_data(
        *("--workspace", home, "project", "create", "--code", "JF2", "--name", "景芳二区"),
        *("--programme", NAME, "--plan-year", 2026),
    )
    shown = command_data(*at, "show", NAME)
    assert (shown["title"], shown["district"], shown["communities"]) == (NAME, "上城区", 73)
    first = shown["years"][0]
    assert (first["year"], first["communities"], first["buildings"]) == (2026, 7, None)
    assert (first["projects"], first["declare_by"]) == (1, "2026-05-30")
    assert [one["id"] for one in command_data(*at, "list")] == [made["id"]]


def test_counts_are_typed_as_in_the_sheet(home):
    at = ("--workspace", home, "programme")
    command_data(*at, "create", NAME, "--first-year", 2026, "--last-year", 2028, "--flats", "3.6万")
    shown = command_data(*at, "plan", NAME, "--year", 2026, "--flats", "2.5万套")
    assert (shown["flats"], shown["years"][0]["flats"]) == (36000, 25000)
    for typed in ("三万", "2.5万户", "0.00001万"):
        refused = command(*at, "plan", NAME, "--year", 2026, "--flats", typed)
        assert (refused.code, f"“{typed}”不是数量" in refused.err) == (2, True)
        assert "--flats" in refused.err
        assert "argument" not in refused.err


def test_a_year_outside_the_programme_is_refused_with_a_sentence(home):
    at = ("--workspace", home, "programme")
    command_data(*at, "create", NAME, "--first-year", 2026, "--last-year", 2028)
    ended = command(*at, "plan", NAME, "--year", 2031, "--communities", 7)
    assert ended.code == 1
    assert "2031" in ended.err
    assert "2026" in ended.err


def test_a_programme_comes_from_a_workbook_and_says_what_does_not_add_up(home, tmp_path):
    at = ("--workspace", home, "programme")
    book = tmp_path / "计划.xlsx"
    command_data(*at, "export", "--template", "--out", book)
    assert command(*at, "export", "--template", "--out", book).code == 1
    made = command_data(*at, "import", book)
    assert (made["communities"], made["buildings"], made["warnings"]) == (73, 941, [])
    assert [one["buildings"] for one in made["years"]] == [186, 485, 270]
    changed = command_data(*at, "plan", made["id"], "--year", 2028, "--communities", 24)
    assert changed["warnings"] == [
        f"{made['title']}：计划改造小区合计 7 + 43 + 24 = 74，与总数 73 不符。"
    ]
    again = command_data(*at, "import", book)
    assert (again["id"], again["warnings"]) == (made["id"], [])
