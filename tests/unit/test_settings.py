"""Settings survive damage, age and the future."""

import json
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inspector.settings import (
    FILE_NAME,
    RECENT_KEPT,
    Language,
    Migrations,
    Mode,
    Settings,
    load_settings,
    save_settings,
)


def test_a_missing_file_gives_the_defaults(tmp_path):
    assert load_settings(tmp_path) == Settings()


def test_what_was_saved_is_read_back(tmp_path):
    chosen = Settings(
        language=Language.ENGLISH, mode=Mode.SUN, last_screen="inspect", recent_workspaces=("甲",)
    )
    save_settings(tmp_path / "profile", chosen)
    assert load_settings(tmp_path / "profile") == chosen


@pytest.mark.parametrize(
    "text",
    ["", "{", "[]", "null", '{"mode": "pink"}', '{"recent_workspaces": 3}', '{"last_screen": 1}'],
)
def test_a_damaged_file_gives_the_defaults_and_is_kept(tmp_path, text):
    (tmp_path / FILE_NAME).write_text(text, encoding="utf-8")
    assert load_settings(tmp_path) == Settings()
    assert (tmp_path / "settings.damaged.json").read_text(encoding="utf-8") == text


@given(st.binary(max_size=200))
def test_no_bytes_can_stop_the_program(tmp_path_factory, content):
    folder = tmp_path_factory.mktemp("profile")
    (folder / FILE_NAME).write_bytes(content)
    assert load_settings(folder).recent_workspaces == ()


def test_a_field_from_the_future_is_ignored(tmp_path):
    (tmp_path / FILE_NAME).write_text('{"schema": 99, "mode": "dark", "sound": true}')
    assert load_settings(tmp_path) == Settings(mode=Mode.DARK)


def test_older_settings_walk_up_step_by_step_and_leave_a_copy(tmp_path):
    steps = Migrations()

    @steps.step(1)
    def _mode(raw):
        return {**raw, "mode": "dark" if raw.pop("night") else "light"}

    @steps.step(2)
    def _screen(raw):
        return {**raw, "last_screen": raw["mode"] + "-room"}

    (tmp_path / FILE_NAME).write_text('{"schema": 1, "night": true}')
    read = load_settings(tmp_path, steps, 3)
    assert read == Settings(mode=Mode.DARK, last_screen="dark-room")
    assert json.loads((tmp_path / "settings.schema-1.json").read_text())["night"] is True


def test_a_broken_step_costs_no_more_than_the_settings(tmp_path):
    (tmp_path / FILE_NAME).write_text('{"schema": 1}')
    assert load_settings(tmp_path, Migrations(), 3) == Settings()


def test_a_failed_save_leaves_the_old_file_whole(tmp_path):
    save_settings(tmp_path, Settings(mode=Mode.SUN))
    with pytest.raises(TypeError):
        save_settings(tmp_path, replace(Settings(), last_workspace=object()))
    assert load_settings(tmp_path).mode is Mode.SUN


def test_opening_a_workspace_puts_it_first_once():
    settings = Settings()
    for number in range(RECENT_KEPT + 3):
        settings = settings.opened(f"w{number}").opened("home")
    assert settings.last_workspace == "home"
    assert settings.recent_workspaces[0] == "home"
    assert len(settings.recent_workspaces) == RECENT_KEPT
    assert settings.recent_workspaces.count("home") == 1
