"""One check over a bundle or all of its parts, and the report of it."""

import csv
import io

import pytest

from inspector.archive.folderbag import seal_folder
from inspector.archive.parts import parts_of
from inspector.archive.zipbag import seal
from inspector.core.errors import InspectorError, Problem
from inspector.core.faults import FileState
from inspector.core.progress import Unwatched
from inspector.operations.bundle_checks import check_bundles, file_lines, write_check_report
from inspector.sheets.workbook import read_workbook
from tests.kit.bundles import MADE_AT, make_plan
from tests.kit.commands import command

QUIET = Unwatched()
K = 1000


@pytest.fixture
def discs(tmp_path):
    """Give a bundle in three parts."""
    plan = make_plan(tmp_path / "src", sizes=(200 * K, 200 * K, 200 * K))
    folder = tmp_path / "discs"
    folder.mkdir()
    parts = parts_of(plan, 400 * K)
    paths = [folder / f"b-{number}.zip" for number in range(1, len(parts) + 1)]
    for part, path in zip(parts, paths, strict=True):
        seal(part, path, QUIET)
    assert len(paths) == len(parts) == 3
    return paths


class Told:
    def __init__(self):
        self.reports = []

    def report(self, done, total):
        self.reports.append((done, total))

    def wants_stop(self):
        return False


def test_all_parts_are_one_check_whose_progress_never_goes_back(discs):
    told = Told()
    check = check_bundles([discs[0].parent], told)
    assert check.ok
    assert [path for path, _found in check.found] == discs
    assert check.files == sum(found.files for _path, found in check.found)
    done = [one for one, _total in told.reports]
    assert done == sorted(done)
    assert {total for _done, total in told.reports} == {sum(p.stat().st_size for p in discs)}


def test_a_part_that_lacks_is_named_first(discs):
    discs[1].unlink()
    check = check_bundles([discs[0].parent])
    assert not check.ok
    first = file_lines(check)[0]
    assert first.state is None
    assert "第 2 部分（共 3 部分）" in first.meaning


def test_every_file_has_its_line_and_faults_come_first(tmp_path):
    bag = tmp_path / "bag"
    seal_folder(make_plan(tmp_path / "src"), bag, QUIET)
    photos = sorted((bag / "data/电子档案/照片").iterdir())
    photos[1].write_bytes(b"x")
    photos[2].unlink()
    (bag / "data/多出的.txt").write_text("x", encoding="utf-8")
    check = check_bundles([bag])
    lines = file_lines(check)

    on_disk = {one.relative_to(bag).as_posix() for one in bag.rglob("*") if one.is_file()}
    assert {line.name for line in lines if line.name} == on_disk | {
        photos[2].relative_to(bag).as_posix()
    }
    states = [line.state for line in lines if line.state]
    assert states[:3] == [FileState.DAMAGED, FileState.MISSING, FileState.EXTRA]
    assert "可用另一份修复" in next(
        line.meaning for line in lines if line.state is FileState.DAMAGED
    )
    assert not any(line.state is FileState.DAMAGED for line in lines[4:])


def test_the_report_holds_the_same_lines_as_workbook_and_as_csv(tmp_path):
    seal(make_plan(tmp_path / "src"), tmp_path / "b.zip", QUIET)
    check = check_bundles([tmp_path / "b.zip"])
    lines = file_lines(check)

    write_check_report(check, tmp_path / "r.csv", MADE_AT)
    text = (tmp_path / "r.csv").read_text("utf-8-sig")
    head, *rows = csv.reader(io.StringIO(text))
    assert head[1] == "文件"
    assert [row[1] for row in rows] == [line.name for line in lines]

    write_check_report(check, tmp_path / "r.xlsx", MADE_AT)
    told, files = read_workbook(tmp_path / "r.xlsx")
    cells = {str(row[0]): row[1] for row in told.rows}
    assert cells["结论"] == "通过"
    assert cells["校验值"] == check.found[0][1].sha256
    assert [row[1] or "" for row in files.rows[1:]] == [line.name for line in lines]

    with pytest.raises(InspectorError) as caught:
        write_check_report(check, tmp_path / "r.csv", MADE_AT)
    assert caught.value.problem is Problem.FILE_EXISTS


def test_the_command_writes_the_report(tmp_path):
    seal(make_plan(tmp_path / "src"), tmp_path / "b.zip", QUIET)
    ended = command("bundle", "verify", tmp_path / "b.zip", "--report", tmp_path / "r.csv")
    assert ended.code == 0, ended.err
    assert "说明文件.TXT" in (tmp_path / "r.csv").read_text("utf-8-sig")


def test_nothing_there_is_refused(tmp_path):
    with pytest.raises(InspectorError) as caught:
        check_bundles([tmp_path / "b.zip"])
    assert caught.value.problem is Problem.FILE_MISSING
