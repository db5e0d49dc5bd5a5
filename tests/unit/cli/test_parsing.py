"""What may be typed, and what is answered to what may not."""

import importlib
from pathlib import Path

import pytest

from inspector.cli.parsing import (
    COMMANDS,
    HelpWanted,
    Options,
    UsageError,
    parse_command,
    split_options,
    window_options,
)


@pytest.mark.parametrize(
    ("typed", "rest"),
    [
        (["--workspace", "w", "--json", "project", "list"], ["project", "list"]),
        (["project", "list", "--json", "--workspace", "w"], ["project", "list"]),
        (["project", "--workspace=w", "list", "--json"], ["project", "list"]),
    ],
)
def test_common_options_stand_before_or_after_the_command(typed, rest):
    assert split_options(typed) == (Options(workspace=Path("w"), json=True), rest)


def test_what_follows_two_dashes_is_no_option_of_ours():
    options, rest = split_options(["find", "--", "--json"])
    assert not options.json
    assert rest == ["find", "--", "--json"]
    assert parse_command(rest).text == "--json"


def test_what_is_strange_is_told_with_the_usage_of_its_command():
    with pytest.raises(UsageError, match="--bogus") as refused:
        parse_command(["sign", "list", "--bogus", "1"])
    assert "inspector sign list" in refused.value.usage
    with pytest.raises(UsageError) as refused:
        parse_command(["selftest", "now"])
    assert "inspector selftest" in refused.value.usage


def test_help_is_left_to_the_command_that_it_is_about():
    with pytest.raises(HelpWanted, match="RD-005"):
        parse_command(split_options(["answer", "set", "--help"])[1])


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        (["defect", "add"], "缺少：--place, --text"),
        (["project", "create", "--code", "J", "--name"], "--name 后面缺少值"),
        (["project", "list", "--all"], "不认识：--all"),
        (["visit", "create", "--from", "gestern"], "--from 的值 'gestern' 不合要求"),
        (["notice", "issue", "--party", "p"], "缺少其中一个：--due --term"),
        (
            ["notice", "issue", "--party", "p", "--due", "2026-05-20", "--term", "5"],
            "--term 不能和 --due 一起用",
        ),
        (["project"], "缺少：动作"),
        ([], "缺少：命令"),
    ],
)
def test_a_mistyped_command_says_what_is_wrong(typed, sentence):
    with pytest.raises(UsageError) as refused:
        parse_command(typed)
    assert refused.value.sentence == sentence
    assert refused.value.usage.startswith("用法：inspector")


def test_a_choice_that_does_not_exist_lists_those_that_do():
    with pytest.raises(UsageError, match=r"可用：.*minor"):
        parse_command(["defect", "add", "--place", "1", "--text", "t", "--severity", "bad"])


def test_options_are_not_shortened():
    with pytest.raises(UsageError, match="不认识：--templ"):
        parse_command(["project", "export", "--template", "--out", "x", "--templ"])


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_has_its_module_and_explains_itself(name):
    assert callable(importlib.import_module(f"inspector.cli.commands.{name}").declare)
    with pytest.raises(HelpWanted) as wanted:
        parse_command([name, "--help"])
    assert f"inspector {name}" in str(wanted.value)
    assert "usage" not in str(wanted.value)


@pytest.mark.parametrize(
    ("typed", "opens"),
    [
        ([], True),
        (["--workspace", "w"], True),
        (["--lang", "en"], True),
        (["--version"], False),
        (["--help"], False),
        (["--json"], False),
        (["project", "list"], False),
        (["--lang", "fr"], False),
    ],
)
def test_the_window_opens_where_no_command_was_typed(typed, opens):
    assert (window_options(typed) is not None) is opens


def test_negative_readings_are_no_options():
    given = parse_command(
        ["answer", "set", "--place", "1", "--item", "i", "--reading", "-0.3", "2"]
    )
    assert given.reading == ["-0.3", "2"]
