"""The tree and catalogues that a receiving archive gets."""

import csv
import hashlib
import io
import zipfile
from datetime import UTC, date, datetime
from pathlib import Path
from xml.etree import ElementTree

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from inspector.archive.catalogue import catalogue, named_photos
from inspector.archive.texts import csv_bytes, guarded, list_xml
from inspector.archive.tree import plan_bundle
from inspector.archive.verify import verify
from inspector.archive.zipbag import seal
from inspector.core.bundles import ArchivePhoto, BundleFiles, Paper, Volume, VolumeFiles
from inspector.core.errors import InspectorError, Problem
from inspector.core.progress import Unwatched

VOLUME = Volume(
    archive_number="LJ-2026-0137",
    title="景芳二区改造工程 联合竣工验收文件",
    unit="某区住房和城乡建设局",
    project_code="JF2",
    project_name="景芳二区改造工程",
    year=2026,
    made_at=datetime(2026, 11, 21, 17, tzinfo=UTC),
)
FOLDER = "电子档案/2026/竣工验收/LJ-2026-0137-001"


def make_paper(title="联合竣工验收报告", pages=5, file=Path("report.pdf"), **changes):
    fields = {
        "title": title,
        "number": "YS-2026-JF2-K7-001",
        "creator": "某区住房和城乡建设局",
        "dated_on": date(2026, 11, 20),
        "pages": pages,
        "file": file,
    }
    return Paper(**(fields | changes))


def make_photo(file=Path("a"), original_name="IMG_0001.JPG", content=b"photo", **changes):
    fields = {
        "file": file,
        "sha256": hashlib.sha256(content).hexdigest(),
        "size": len(content),
        "original_name": original_name,
    }
    return ArchivePhoto(**(fields | changes))


def make_files(**changes):
    fields = {
        "volume": VOLUME,
        "papers": (make_paper(),),
        "cover": Path("c"),
        "contents": Path("t"),
        "closing": Path("n"),
    }
    beside = {name: changes.pop(name) for name in ("others", "data") if name in changes}
    volume = VolumeFiles(**(fields | changes))
    return BundleFiles(head=volume.volume, volumes=(volume,), **beside)


def content_of(plan, name):
    return next(member.source for member in plan.members if member.name == name)


def test_the_tree_is_that_of_the_hand_over_rules():
    plan = plan_bundle(
        make_files(
            papers=(make_paper(), make_paper("整改复查记录：3幢/2单元")),
            photos=(make_photo(), make_photo(original_name="二.HEIC")),
            others=(("卷内目录.xlsx", b"x"),),
            data=(("defects.json", b"[]"),),
        )
    )
    assert plan.root == "LJ-2026-0137_景芳二区改造工程 联合竣工验收文件"
    assert [member.name for member in plan.members] == [
        "说明文件.TXT",
        "案卷目录.XML",
        "文件目录.XML",
        f"{FOLDER}/000_案卷封面.pdf",
        f"{FOLDER}/000_卷内目录.pdf",
        f"{FOLDER}/001_联合竣工验收报告.pdf",
        f"{FOLDER}/002_整改复查记录：3幢／2单元.pdf",
        f"{FOLDER}/999_卷内备考表.pdf",
        f"{FOLDER}/照片/LJ-2026-0137-001-0001.jpg",
        f"{FOLDER}/照片/LJ-2026-0137-001-0002.heic",
        "其他/卷内目录_LJ-2026-0137-001.csv",
        "其他/照片目录.csv",
        "其他/照片目录.XML",
        "其他/照片组目录.csv",
        "其他/卷内目录.xlsx",
        "其他/数据/defects.json",
        "其他/校验方法.txt",
        "其他/校验.ps1",
        "其他/校验.sh",
    ]


@pytest.mark.parametrize(
    ("books", "names"),
    [(1, ["000_照片册.pdf"]), (2, ["000_照片册_01.pdf", "000_照片册_02.pdf"])],
)
def test_contact_sheets_lie_before_the_papers(books, names):
    plan = plan_bundle(make_files(books=tuple(Path(str(n)) for n in range(books))))
    own = [member.name.rpartition("/")[2] for member in plan.members if FOLDER in member.name]
    assert own[2 : 2 + books] == names


def test_photos_are_held_to_the_digest_of_their_intake():
    plan = plan_bundle(make_files(photos=(make_photo(),)))
    member = next(member for member in plan.members if "照片/" in member.name)
    assert member.expect_sha256 == hashlib.sha256(b"photo").hexdigest()


def test_pages_count_on_from_one_and_the_last_paper_shows_its_end():
    papers = (make_paper(pages=5), make_paper(pages=2), make_paper(pages=10))
    assert [entry.pages_text for entry in catalogue(papers)] == ["1", "6", "8-17"]


def test_a_paper_without_pages_leaves_the_end_to_the_last_that_has_some():
    papers = (make_paper(pages=5), make_paper(pages=2), make_paper(pages=0))
    assert [entry.pages_text for entry in catalogue(papers)] == ["1", "6-7", "-"]


def test_the_photos_are_one_row_of_the_catalogue():
    photos = (
        make_photo(taken_on=date(2026, 11, 3)),
        make_photo(taken_on=date(2026, 10, 9)),
        make_photo(),
    )
    entry = catalogue((make_paper(),), photos, "某区住建局")[-1]
    assert (entry.sequence, entry.title) == (2, "工程照片（3张）")
    assert entry.creator == "某区住建局"
    assert (entry.date8, entry.pages_text) == ("20261009-20261103", "")


def test_the_day_in_the_papers_is_the_day_in_china():
    plan = plan_bundle(make_files())
    assert dict(plan.info)["Bagging-Date"] == "2026-11-22"
    assert "制作日期：2026-11-22" in content_of(plan, "说明文件.TXT").decode("utf-8-sig")


def test_the_file_list_names_every_paper_and_photo():
    plan = plan_bundle(
        make_files(papers=(make_paper("报告 <甲>&乙"),), photos=(make_photo(matter="3幢屋面"),))
    )
    root = ElementTree.fromstring(content_of(plan, "文件目录.XML"))
    rows = [{cell.tag: cell.text for cell in row} for row in root]
    assert [row["题名"] for row in rows] == ["报告 <甲>&乙", "3幢屋面"]
    names = {member.name for member in plan.members}
    assert {row["电子档案名称"] for row in rows} <= names
    assert rows[0]["档号"] == "LJ-2026-0137-001-001"
    volumes = ElementTree.fromstring(content_of(plan, "案卷目录.XML"))
    assert volumes[0].findtext("备注").startswith("共2件")


def test_the_photo_catalogue_keeps_the_original_name():
    plan = plan_bundle(make_files(photos=(make_photo(longitude="-0.1", place="=cmd()"),)))
    text = content_of(plan, "其他/照片目录.csv").decode("utf-8-sig")
    row = next(csv.DictReader(io.StringIO(text)))
    assert row["原文件名"] == "IMG_0001.JPG"
    assert row["文件名"] == f"{FOLDER}/照片/LJ-2026-0137-001-0001.jpg"
    assert (row["经度"], row["地点"]) == ("-0.1", "'=cmd()")


@pytest.mark.parametrize(
    ("cell", "safe"),
    [
        ("=1+1", "'=1+1"),
        ("  =1+1", "'  =1+1"),
        ("@x", "'@x"),
        ("-1+2", "'-1+2"),
        ("-1.5", "-1.5"),
        ("+3", "+3"),
        ("\tx", "'\tx"),
        ("＝1", "'＝1"),
        ("3-1", "3-1"),
        ("", ""),
    ],
)
def test_no_cell_runs_as_a_formula(cell, safe):
    assert guarded(cell) == safe


@given(st.lists(st.lists(st.text(), min_size=2, max_size=2), max_size=5))
def test_csv_is_read_back_with_every_character(rows):
    text = csv_bytes(("a", "b"), rows).decode("utf-8-sig")
    back = list(csv.reader(io.StringIO(text, newline="")))[1:]
    assert back == [[guarded(cell) for cell in row] for row in rows]


@given(st.text())
@example("\ud800 \ufffe \uffff \x00")
def test_any_text_makes_sound_xml(text):
    root = ElementTree.fromstring(list_xml("目录", "行", ("题名",), [(text,)]))
    assert len(root) == 1


def test_half_a_character_does_not_stop_the_csv():
    assert csv_bytes(("a",), [("x\ud800",)]).decode("utf-8-sig") == "a\r\nx?\r\n"


def test_a_pattern_of_the_local_archive_numbers_the_photos():
    volume = Volume(
        archive_number="A",
        title="t",
        unit="u",
        project_code="P",
        project_name="p",
        year=2026,
        made_at=VOLUME.made_at,
        photo_pattern="Y-{year}-0001-{number:04d}",
    )
    assert named_photos(volume, [make_photo()])[0].file_name == "Y-2026-0001-0001.jpg"


def test_two_files_of_one_name_are_refused():
    with pytest.raises(InspectorError) as caught:
        plan_bundle(make_files(others=(("校验方法.txt", b""),)))
    assert caught.value.problem is Problem.BUNDLE_NAME_UNFIT


def test_a_whole_volume_is_sealed_and_verified(tmp_path):
    for name in ("report.pdf", "c", "t", "n", "photo"):
        (tmp_path / name).write_bytes(name.encode())
    files = make_files(
        papers=(make_paper(file=tmp_path / "report.pdf"),),
        photos=(make_photo(file=tmp_path / "photo"),),
        cover=tmp_path / "c",
        contents=tmp_path / "t",
        closing=tmp_path / "n",
    )
    sealed = seal(plan_bundle(files), tmp_path / "b.zip", Unwatched())
    found = verify(sealed.path, Unwatched())
    assert found.ok
    assert found.files == sealed.files == 16 - 1
    with zipfile.ZipFile(sealed.path) as archive:
        photo = next(name for name in archive.namelist() if name.endswith(".jpg"))
        assert archive.read(photo) == b"photo"
