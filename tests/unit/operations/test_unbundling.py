"""A workspace is made of a bundle again, with every record as it was sealed."""

import hashlib
import json
import shutil
import zipfile
from argparse import ArgumentTypeError
from pathlib import Path

import pytest

from inspector.cli.lookup import byte_count
from inspector.core.bundles import BundleForm
from inspector.core.errors import InspectorError, Problem
from inspector.operations.bundles import bundles_meant, list_bundles, seal_bundle
from inspector.operations.organisation import found_organisation
from inspector.operations.starting import NewWorkspace
from inspector.operations.unbundling import restore_bundle
from inspector.operations.upkeep import check_workspace
from inspector.operations.workspace import open_workspace
from inspector.store.content import project_hash, table_rows
from inspector.store.schema import TABLES
from tests.kit.builders import StoppedClock
from tests.kit.commands import command
from tests.kit.sample import sample_workspace


@pytest.fixture(scope="module", params=[False, True], ids=["alone", "in an organisation"])
def sealed(request, tmp_path_factory):
    """Give a sealed bundle, and what the project came to when it was sealed."""
    folder = tmp_path_factory.mktemp("sealed")
    with sample_workspace(folder) as sample:
        workspace = sample.workspace
        if request.param:
            found_organisation(workspace, "验收办公室", "一个长口令 2026")
        seal_bundle(workspace, sample.project_id, folder / "b.zip")
        with workspace.read() as office:
            rows = {table.name: table_rows(office.db, table.name) for table in TABLES}
        yield folder / "b.zip", sample.project_id, rows


def start(tmp_path):
    return NewWorkspace(
        tmp_path / "new", tmp_path / "profile", StoppedClock(), "档案员", "区档案馆"
    )


def test_every_record_is_there_again(sealed, tmp_path):
    bundle, project_id, rows = sealed
    made = restore_bundle(start(tmp_path), [bundle])
    assert made.is_equal
    assert made.project_id == project_id
    assert made.absent == ()
    here = open_workspace(tmp_path / "new", tmp_path / "profile", StoppedClock())
    try:
        with here.read() as office:
            for table in TABLES:
                again = table_rows(office.db, table.name)
                for row_id, row in rows[table.name].items():
                    if table.name != "sealed_bundle":
                        assert again[row_id] == row, (table.name, row_id)
            assert project_hash(office.db, project_id) == made.content_hash
    finally:
        here.close()
    assert not check_workspace(tmp_path / "new").findings


def test_a_damaged_bundle_is_refused_and_leaves_nothing(sealed, tmp_path):
    content = bytearray(sealed[0].read_bytes())
    content[len(content) // 2] ^= 1
    (tmp_path / "b.zip").write_bytes(content)
    with pytest.raises(InspectorError) as caught:
        restore_bundle(start(tmp_path), [tmp_path / "b.zip"])
    assert caught.value.problem is Problem.BUNDLE_DAMAGED
    assert not (tmp_path / "new").exists()


def rewritten(bundle, tmp_path, change):
    """Unpack a bundle, change its data, and write its manifests anew, as a forger would."""
    with zipfile.ZipFile(bundle) as archive:
        archive.extractall(tmp_path / "x")
    bag = next((tmp_path / "x").iterdir())
    change(bag / "data/其他/数据")
    lines = [
        f"{hashlib.sha256(path.read_bytes()).hexdigest()}  {path.relative_to(bag).as_posix()}\n"
        for path in sorted((bag / "data").rglob("*"))
        if path.is_file()
    ]
    (bag / "manifest-sha256.txt").write_text("".join(lines))
    size = [path.stat().st_size for path in (bag / "data").rglob("*") if path.is_file()]
    info = (bag / "bag-info.txt").read_text().splitlines()
    kept = [line for line in info if not line.startswith("Payload-Oxum")]
    kept.append(f"Payload-Oxum: {sum(size)}.{len(size)}")
    (bag / "bag-info.txt").write_text("\n".join(kept) + "\n")
    names = ("bagit.txt", "bag-info.txt", "manifest-sha256.txt")
    digests = [(hashlib.sha256((bag / name).read_bytes()).hexdigest(), name) for name in names]
    text = "".join(f"{digest}  {name}\n" for digest, name in digests)
    (bag / "tagmanifest-sha256.txt").write_text(text)
    return bag


def change_a_segment(data):
    path = next(iter(sorted((data / "journal").iterdir())))
    path.write_bytes(path.read_bytes().replace("解放".encode(), "建设".encode(), 1) + b" ")


def sign_nothing(data):
    listed = json.loads((data / "journal.json").read_text())
    listed[0]["signature"] = "0" * 128
    (data / "journal.json").write_text(json.dumps(listed))


@pytest.mark.parametrize(
    ("change", "problem"),
    [
        (change_a_segment, Problem.BUNDLE_DATA_UNREADABLE),
        (sign_nothing, Problem.BUNDLE_DATA_UNREADABLE),
        (lambda data: (data / "bundle.json").unlink(), Problem.BUNDLE_DATA_UNREADABLE),
        (lambda data: (data / "journal.json").write_text("["), Problem.BUNDLE_DATA_UNREADABLE),
    ],
    ids=["a changed segment", "a wrong signature", "no facts", "no list"],
)
def test_forged_data_are_refused_though_the_sums_are_right(sealed, tmp_path, change, problem):
    bag = rewritten(sealed[0], tmp_path, change)
    with pytest.raises(InspectorError) as caught:
        restore_bundle(start(tmp_path), [bag])
    assert caught.value.problem is problem
    assert not (tmp_path / "new").exists()


def leave_the_last_out(data):
    listed = json.loads((data / "journal.json").read_text())
    (data / "journal.json").write_text(json.dumps(listed[:-1]))


def test_a_journal_that_was_cut_gives_other_records(sealed, tmp_path):
    bag = rewritten(sealed[0], tmp_path, leave_the_last_out)
    assert not restore_bundle(start(tmp_path), [bag]).is_equal


def test_the_command_says_whether_all_is_there(sealed, tmp_path):
    bundle = shutil.copy(sealed[0], tmp_path / "b.zip")
    ended = command("bundle", "restore", bundle, tmp_path / "new", "--json")
    assert ended.code == 0, ended.err
    assert ended.data["ok"]
    assert ended.data["content_hash"] == ended.data["stated_hash"]
    again = command("bundle", "restore", bundle, tmp_path / "new")
    assert again.code == 1
    assert Path(ended.data["folder"]).is_dir()


def test_a_bundle_on_several_discs_is_one_bundle(tmp_path):
    """Sealed over discs, as folders; a part that lacks is named; all of them are restored."""
    discs = tmp_path / "discs"
    discs.mkdir()
    with sample_workspace(tmp_path) as sample:
        whole = seal_bundle(sample.workspace, sample.project_id, tmp_path / "b.zip").value
        form = BundleForm(as_folder=True, part_bytes=whole.bytes * 4 // 5)
        made = seal_bundle(sample.workspace, sample.project_id, discs / "盘", None, form).value
        assert len(list_bundles(sample.workspace)) == 2 + len(made.others) > 2
    ended = command("bundle", "verify", discs, "--json")
    assert ended.code == 0, ended.out
    assert len(ended.data["bundles"]) == 1 + len(made.others)
    assert restore_bundle(start(tmp_path), bundles_meant([discs])).is_equal
    shutil.rmtree(made.path)
    ended = command("bundle", "verify", discs, "--json")
    assert ended.code == 1
    assert "第 1 部分" in ended.data["absent"][0]
    with pytest.raises(InspectorError) as caught:
        restore_bundle(start(tmp_path / "again"), bundles_meant([discs]))
    assert caught.value.problem is Problem.PARTS_ABSENT


@pytest.mark.parametrize(
    ("text", "size"),
    [("700MB", 700 * 10**6), ("4.7GB", 4_700_000_000), ("25g", 25 * 10**9), ("1024", 1024)],
)
def test_sizes_are_read_as_discs_are_sold(text, size):
    assert byte_count(text) == size


@pytest.mark.parametrize("text", ["", "GB", "-1MB", "0", "4,7GB", "1PB"])
def test_what_is_no_size_is_refused(text):
    with pytest.raises(ArgumentTypeError):
        byte_count(text)
