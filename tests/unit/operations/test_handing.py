"""The register of a hand-over is made from the sealed bundle, and its values lead back to it."""

import csv
import hashlib
import io
import zipfile

import pytest
from python_calamine import CalamineWorkbook

from inspector.archive.folderbag import seal_folder
from inspector.archive.zipbag import seal
from inspector.core.bundles import BundleForm
from inspector.core.checkvalues import grouped
from inspector.core.errors import InspectorError, Problem
from inspector.core.progress import Unwatched
from inspector.operations.bundles import seal_bundle
from inspector.operations.handing import Blanks, form_beside, make_handover
from tests.kit.bundles import make_plan
from tests.kit.commands import command
from tests.kit.pdf import joined, page_texts, quick_faults, whole_text
from tests.kit.sample import sample_workspace


@pytest.fixture(scope="module")
def shelf(tmp_path_factory):
    """Seal the sample as one ZIP, as a folder and in parts."""
    folder = tmp_path_factory.mktemp("handing")
    with sample_workspace(folder) as sample:
        sealed = {
            "zip": seal_bundle(sample.workspace, sample.project_id, folder / "b.zip").value,
        }
        form = BundleForm(as_folder=True, part_bytes=sealed["zip"].bytes // 2)
        discs = folder / "discs"
        discs.mkdir()
        made = seal_bundle(sample.workspace, sample.project_id, discs / "盘", None, form)
        sealed["parts"] = made.value
    return sealed


def listed_in(archive):
    with zipfile.ZipFile(archive) as bundle:
        (name,) = [one for one in bundle.namelist() if one.endswith("/其他/案卷目录.csv")]
        text = bundle.read(name).decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text, newline="")))


def refused(problem, *given, **named):
    with pytest.raises(InspectorError) as caught:
        make_handover(*given, **named)
    assert caught.value.problem is problem
    return caught.value.facts


def test_sealing_makes_the_register_beside_the_bundle(shelf):
    made = shelf["zip"]
    assert made.register == made.path.with_name("b-移交登记表.pdf")
    assert quick_faults(made.register) == []
    assert len(page_texts(made.register)) == 1
    text = whole_text(made.register)
    with zipfile.ZipFile(made.path) as bundle:
        (tags,) = [n for n in bundle.namelist() if n.endswith("/tagmanifest-sha256.txt")]
        value = hashlib.sha256(bundle.read(tags)).hexdigest()
        payload = [one for one in bundle.infolist() if "/data/" in one.filename]
    assert value == made.bundle.sha256
    assert joined(grouped(value)) in text
    size = sum(one.file_size for one in payload)
    assert f"（{size:,}字节，{len(payload)}个文件）" in text


def test_the_register_counts_what_the_list_of_volumes_counts(shelf):
    text = whole_text(shelf["zip"].register)
    rows = listed_in(shelf["zip"].path)
    sums = {name: sum(int(row[name]) for row in rows) for name in ("页数", "照片张数", "文件件数")}
    assert f"合计{sums['页数']}页；照片{sums['照片张数']}张" in text
    assert f"{len(rows)}卷，{sums['文件件数']}件" in text


def test_one_register_names_every_disc_of_a_bundle_in_parts(shelf, tmp_path):
    made = shelf["parts"]
    parts = (made, *made.others)
    assert len(parts) > 1
    assert made.register == form_beside(made.path.with_name("盘"))
    text = whole_text(made.register)
    make_handover([one.path for one in parts], tmp_path / "f.csv")
    table = (tmp_path / "f.csv").read_text(encoding="utf-8-sig")
    for number, one in enumerate(parts, start=1):  # on the page a long number may take two lines
        assert f"{made.bundle.number}-{number}of{len(parts)}" in table
        assert joined(grouped(one.bundle.sha256)) in text
    assert f"1–{len(parts)}" in text


def test_made_again_it_is_the_same_to_the_byte(shelf, tmp_path):
    made = shelf["zip"]
    make_handover([made.path], tmp_path / "again.pdf")
    assert (tmp_path / "again.pdf").read_bytes() == made.register.read_bytes()


def test_receiver_and_medium_are_printed_where_they_are_told(shelf, tmp_path):
    blanks = Blanks(receiver="某市城建档案馆", medium="蓝光光盘 25GB")
    make_handover([shelf["zip"].path], tmp_path / "f.pdf", blanks)
    text = whole_text(tmp_path / "f.pdf")
    assert "某市城建档案馆" in text
    assert "蓝光光盘25GB" in text


def test_csv_and_workbook_say_the_same(shelf, tmp_path):
    for name in ("f.csv", "f.xlsx"):
        make_handover([shelf["zip"].path], tmp_path / name)
    table = (tmp_path / "f.csv").read_text(encoding="utf-8-sig")
    rows = list(csv.reader(io.StringIO(table, newline="")))
    book = CalamineWorkbook.from_path(tmp_path / "f.xlsx")
    assert book.get_sheet_by_index(0).to_python() == rows
    assert grouped(shelf["zip"].bundle.sha256) in dict(rows).values()


def test_a_disc_that_lacks_is_named(shelf, tmp_path):
    facts = refused(Problem.PARTS_ABSENT, [shelf["parts"].path], tmp_path / "f.pdf")
    assert facts["numbers"] == "、".join(str(n + 2) for n in range(len(shelf["parts"].others)))
    assert list(tmp_path.iterdir()) == []


def test_a_damaged_bundle_gets_no_register(shelf, tmp_path):
    damaged = bytearray(shelf["zip"].path.read_bytes())
    damaged[len(damaged) // 2] ^= 1
    (tmp_path / "d.zip").write_bytes(damaged)
    facts = refused(Problem.HANDOVER_DAMAGED, [tmp_path / "d.zip"], tmp_path / "f.pdf")
    assert facts["count"] >= 1
    assert not (tmp_path / "f.pdf").exists()


def test_a_register_is_never_written_over_nor_as_another_kind_of_file(shelf, tmp_path):
    (tmp_path / "f.pdf").write_text("mine")
    refused(Problem.FILE_EXISTS, [shelf["zip"].path], tmp_path / "f.pdf")
    refused(Problem.EDITION_UNKNOWN, [shelf["zip"].path], tmp_path / "f.docx")
    refused(Problem.FILE_MISSING, [shelf["zip"].path], tmp_path / "no" / "f.pdf")
    assert (tmp_path / "f.pdf").read_text() == "mine"


def test_a_bundle_without_a_list_leaves_the_counts_to_the_pen(tmp_path):
    made = seal(make_plan(tmp_path / "s"), tmp_path / "b.zip", Unwatched())
    paper = make_handover([made.path], tmp_path / "f.pdf")
    assert paper.holdings is None
    text = whole_text(tmp_path / "f.pdf")
    assert joined(grouped(made.sha256)) in text
    folder = seal_folder(make_plan(tmp_path / "s"), tmp_path / "bag", Unwatched())
    make_handover([folder.path], tmp_path / "g.pdf")
    assert (tmp_path / "g.pdf").read_bytes() == (tmp_path / "f.pdf").read_bytes()


def test_nothing_is_sealed_where_the_register_would_overwrite_a_file(tmp_path):
    out = tmp_path / "b.zip"
    form_beside(out).write_text("mine")
    with sample_workspace(tmp_path) as sample, pytest.raises(InspectorError) as caught:
        seal_bundle(sample.workspace, sample.project_id, out)
    assert caught.value.problem is Problem.FILE_EXISTS
    assert not out.exists()


# -- the command line -----------------------------------------------------------------------------


def test_the_value_on_paper_is_compared_with_the_bundle(shelf):
    value = shelf["zip"].bundle.sha256
    told = command("bundle", "verify", shelf["zip"].path, "--expect", grouped(value).upper())
    assert told.code == 0
    assert "一致" in told.out
    slip = f"{value[:8]}{int(value[8], 16) ^ 1:x}{value[9:]}"
    told = command("bundle", "verify", shelf["zip"].path, "--expect", slip)
    assert told.code == 1
    assert told.out.startswith("校验值与移交登记表上的不符，请勿使用。")
    assert "第 3 组不同" in told.err
    other = hashlib.sha256(b"another").hexdigest()
    told = command("bundle", "verify", shelf["zip"].path, "--expect", other, "--json")
    assert told.code == 1
    assert (told.data["as_expected"], told.data["ok"]) == (False, False)
    assert "不在登记表给出的校验值中" in told.err


def test_each_part_is_compared_with_its_own_value(shelf):
    made = shelf["parts"]
    values = [one.bundle.sha256 for one in (made, *made.others)]
    expected = [part for value in values for part in ("--expect", value)]
    told = command("bundle", "verify", made.path.parent, *expected)
    assert told.code == 0
    assert "一并校验" not in told.out + told.err
    assert "一并校验" in command("bundle", "verify", made.path).err
    told = command("bundle", "verify", made.path.parent, *expected[2:])
    assert told.code == 1
    assert grouped(values[0]) in told.err


def test_a_mistyped_value_is_refused_before_anything_is_read(tmp_path):
    told = command("bundle", "verify", tmp_path / "none.zip", "--expect", "12o4")
    assert told.code == 1
    assert "第 1 组（第 3 位）" in told.err


def test_the_register_is_made_by_a_command_without_a_workspace(shelf, tmp_path):
    out = tmp_path / "f.pdf"
    told = command("bundle", "handover", shelf["parts"].path.parent, "--out", out, "--json")
    assert told.code == 0
    assert out.read_bytes() == shelf["parts"].register.read_bytes()
    assert told.data["photos"] == sum(int(row["照片张数"]) for row in listed_in(shelf["zip"].path))
