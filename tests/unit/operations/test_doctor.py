"""The doctor: what this computer lacks is named, with the package that brings it."""

from datetime import datetime, timedelta
from pathlib import Path

import pytest

from inspector.operations import doctor
from inspector.operations.doctor import examine, missing_libraries
from tests.kit.builders import HOME_TIME, StoppedClock, make_project, make_workspace
from tests.kit.foreign import run_foreign

ROOT = Path(__file__).parents[3]


def sentences(folder, clock=None):
    return {
        (one.part, one.well): one.sentence
        for one in examine(folder / "workspace", folder / "profile", clock or StoppedClock())
    }


def test_a_library_that_cannot_be_loaded_names_its_package():
    assert missing_libraries({"libnowhere.so.9": "libnowhere9"}) == ["libnowhere9"]


def test_the_missing_package_stands_in_a_sentence(tmp_path, monkeypatch):
    monkeypatch.setattr(doctor.sys, "platform", "linux")
    monkeypatch.setattr(doctor, "QT_LIBRARIES", {"libnowhere.so.9": "libnowhere9"})
    assert "apt-get install libnowhere9" in sentences(tmp_path)["window", False]


def test_the_doctor_and_the_set_up_ask_for_the_same_libraries():
    script = (ROOT / "tools" / "setup.sh").read_text(encoding="utf-8")
    for library, package in doctor.QT_LIBRARIES.items():
        assert f"{library}:{package}" in script


def test_an_empty_place_is_well_and_has_no_workspace_yet(tmp_path):
    found = sentences(tmp_path)
    assert "还没有工作区" in found["workspace", True]
    assert ("workspace", False) not in found
    assert list(tmp_path.iterdir()) == []


def test_a_good_workspace_can_be_read(tmp_path):
    make_workspace(tmp_path).close()
    assert sentences(tmp_path)["workspace", True] == "工作区可以读取。"


def test_a_newer_workspace_is_explained(tmp_path):
    make_workspace(tmp_path).close()
    run_foreign(tmp_path / "workspace" / "inspector.db", "PRAGMA user_version = 999")
    assert "升级本程序" in sentences(tmp_path)["workspace", False]


def test_a_clock_before_the_last_record_is_wrong(tmp_path):
    clock = StoppedClock()
    workspace = make_workspace(tmp_path, clock=clock)
    make_project(workspace)
    workspace.close()
    clock.tick(timedelta(days=-2))
    assert "时钟早于" in sentences(tmp_path, clock)["workspace", False]


@pytest.mark.parametrize("year", [1980, 2120])
def test_a_clock_of_another_time_is_wrong(tmp_path, year):
    clock = StoppedClock(datetime(year, 1, 1, tzinfo=HOME_TIME))
    assert str(year) in sentences(tmp_path, clock)["clock", False]


def test_a_nearly_full_disk_is_told(tmp_path, monkeypatch):
    usage = doctor.shutil.disk_usage(tmp_path)._replace(free=5 << 20)
    monkeypatch.setattr(doctor.shutil, "disk_usage", lambda _folder: usage)
    assert "只剩 5 MB" in sentences(tmp_path)["workspace", False]
