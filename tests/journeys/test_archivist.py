"""An archivist checks what was handed over, damages it in a dozen ways, and is told each one."""

import io
import json
import os
import re
import shutil
import zipfile

import pikepdf
import pytest

from tests.kit.bundles import manifests_anew, replaced
from tests.kit.commands import command
from tests.kit.sample import sample_workspace

pytestmark = pytest.mark.journey
DATA = "data/其他/数据"


@pytest.fixture(scope="module")
def handed_over(tmp_path_factory):
    """Seal the small community as a ZIP, as a folder, and over discs."""
    folder = tmp_path_factory.mktemp("handed-over")
    with sample_workspace(folder) as sample:
        at = ("--workspace", sample.workspace.folder)
    project = sample.project_id
    (folder / "discs").mkdir()
    seal = (*at, "bundle", "seal", "--project", project)
    for words in (
        ("--out", folder / "b.zip"),
        ("--out", folder / "bag", "--folder"),
        ("--out", folder / "discs" / "d.zip", "--part-size", "3MB"),
    ):
        ended = command(*seal, *words, "--gaps-reason", "档案馆同意先收，缺件后补")
        assert ended.code == 0, ended.err
    return folder


@pytest.fixture
def bag(handed_over, tmp_path):
    return shutil.copytree(handed_over / "bag", tmp_path / "bag", copy_function=os.link)


@pytest.fixture
def packed(handed_over, tmp_path):
    return shutil.copy(handed_over / "b.zip", tmp_path / "b.zip")


def told(*paths):
    """Verify, and give all that was said."""
    ended = command("bundle", "verify", *paths)
    assert "Traceback" not in ended.err
    return ended.code, ended.out + ended.err


def photos(bag):
    return sorted((bag / "data/电子档案").rglob("照片/*.jpg"))


def report(bag):
    return next((bag / "data/电子档案").rglob("*联合竣工验收报告.pdf"))


def test_what_was_handed_over_is_sound_in_every_form(handed_over):
    for form in ("b.zip", "bag", "discs"):
        code, said = told(handed_over / form)
        assert code == 0, said
        assert "归档包完好" in said


def test_a_bit_that_tipped_over_in_a_photo(packed):
    content = bytearray(packed.read_bytes())
    with zipfile.ZipFile(packed) as archive:
        photo = next(info for info in archive.infolist() if info.filename.endswith(".jpg"))
    content[photo.header_offset + 500] ^= 4
    packed.write_bytes(content)
    code, said = told(packed)
    assert code == 1
    assert f"{photo.filename.rpartition('/')[2]}”的内容已改变" in said


def test_a_copy_that_broke_off(packed):
    content = packed.read_bytes()
    packed.write_bytes(content[: len(content) * 2 // 3])
    code, said = told(packed)
    assert code == 1
    assert "b.zip”不是完整的 ZIP 文件，可能没有复制完" in said


def test_a_header_that_was_touched(packed):
    content = bytearray(packed.read_bytes())
    content[12] ^= 1
    packed.write_bytes(content)
    code, said = told(packed)
    assert code == 1
    assert "前的 ZIP 文件头与封存时不同" in said


def test_a_paper_that_was_taken_out(bag):
    report(bag).unlink()
    code, said = told(bag)
    assert code == 1
    assert re.search(r"缺少文件“data/电子档案/.*联合竣工验收报告\.pdf”", said)


def test_a_paper_that_was_put_in(bag):
    shutil.copy(report(bag), report(bag).with_name("099_补充说明.pdf"))
    code, said = told(bag)
    assert code == 1
    assert re.search(r"多出文件“.*099_补充说明\.pdf”", said)


def test_a_photo_that_was_given_another_name(bag):
    photo = photos(bag)[0]
    photo.rename(photo.with_name("无用.jpg"))
    code, said = told(bag)
    assert code == 1
    assert re.search(rf"{photo.name}”被改名为“.*无用\.jpg”，内容未变", said)


def test_two_photos_that_were_exchanged(bag):
    one, other = photos(bag)[:2]
    one.rename(bag / "kept")
    other.rename(one)
    (bag / "kept").rename(other)
    code, said = told(bag)
    assert code == 1
    assert re.search(rf"{one.name}”的位置上放的是文件“.*{other.name}”的内容", said)
    assert re.search(rf"{other.name}”的位置上放的是文件“.*{one.name}”的内容", said)


def test_a_list_that_was_fitted_to_a_changed_photo(bag):
    """The photo was exchanged and its line in the manifest mended, but not the list above."""
    path = bag / "manifest-sha256.txt"
    replaced(path, re.sub(rb"^[0-9a-f]{8}", b"00000000", path.read_bytes()))
    code, said = told(bag)
    assert code == 1
    assert "“manifest-sha256.txt”的内容已改变" in said


def test_the_list_above_that_was_taken_away(bag):
    (bag / "tagmanifest-sha256.txt").unlink()
    code, said = told(bag)
    assert code == 1
    assert "缺少“tagmanifest-sha256.txt”" in said


def test_a_page_taken_out_with_all_lists_written_anew(bag):
    with pikepdf.open(io.BytesIO(report(bag).read_bytes())) as pdf:
        pages = len(pdf.pages)
        del pdf.pages[-1]
        out = io.BytesIO()
        pdf.save(out)
    replaced(report(bag), out.getvalue())
    manifests_anew(bag)
    code, said = told(bag)
    assert code == 1
    assert f"登记为 {pages} 页，实际为 {pages - 1} 页" in said
    assert report(bag).name in said


def test_a_photo_exchanged_with_all_lists_written_anew(bag):
    photo = photos(bag)[0]
    replaced(photo, photos(bag)[1].read_bytes() + b"\0")
    manifests_anew(bag)
    code, said = told(bag)
    assert code == 1
    assert f"{photo.name}”不是收入时登记过的任何一张" in said


def test_a_record_changed_with_all_lists_written_anew(bag):
    path = bag / DATA / "defect.json"
    rows = json.loads(path.read_text())
    rows[0]["text"] = "没有问题"
    replaced(path, json.dumps(rows, ensure_ascii=False).encode())
    manifests_anew(bag)
    code, said = told(bag)
    assert code == 1
    assert f"defect.json”里记录 {rows[0]['id']} 的“text”与变更历史得出的不同" in said


def test_a_piece_of_history_taken_out_with_all_lists_written_anew(bag):
    listing = bag / DATA / "journal.json"
    lines = json.loads(listing.read_text())
    (bag / DATA / lines.pop(1)["file"]).unlink()
    replaced(listing, json.dumps(lines).encode())
    manifests_anew(bag)
    code, said = told(bag)
    assert code == 1
    assert "接不上前一段：中间缺了一段" in said


def test_a_disc_that_was_lost(handed_over, tmp_path):
    discs = shutil.copytree(handed_over / "discs", tmp_path / "discs")
    lost = max(discs.glob("*.zip"))
    lost.unlink()
    code, said = told(discs)
    assert code == 1
    assert re.search(r"缺少归档包 \S+ 的第 \d+ 部分（共 \d+ 部分）", said)


def test_a_zip_that_another_program_packed_anew_is_sound_and_said_to_be(packed):
    with zipfile.ZipFile(packed) as archive:
        files = [(name, archive.read(name)) for name in archive.namelist()]
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files:
            archive.writestr(name, content)
    code, said = told(packed)
    assert code == 0, said
    assert "重新打包" in said
