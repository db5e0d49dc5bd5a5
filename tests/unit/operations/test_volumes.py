"""A bundle is filed by the office's template; counts agree wherever they stand."""

import csv
import io
import json
import zipfile
from xml.etree import ElementTree

import pytest
from python_calamine import CalamineWorkbook

from inspector.archive.photolist import ELEMENT_HEADERS
from inspector.operations.bundles import seal_bundle
from inspector.operations.filing_templates import SHIPPED, shipped_template, use_template
from tests.kit.bundles import GAPS
from tests.kit.commands import command
from tests.kit.pdf import page_texts, whole_text
from tests.kit.sample import sample_workspace


@pytest.fixture(scope="module")
def sealed(tmp_path_factory):
    folder = tmp_path_factory.mktemp("filed")
    with sample_workspace(folder) as sample:
        seal_bundle(sample.workspace, sample.project_id, folder / "b.zip")
    with zipfile.ZipFile(folder / "b.zip") as archive:
        return {name.partition("/")[2]: archive.read(name) for name in archive.namelist()}


def rows_of(sealed, name):
    text = sealed[f"data/其他/{name}"].decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text, newline="")))


def table_of(sealed, name):
    book = CalamineWorkbook.from_filelike(io.BytesIO(sealed[f"data/其他/{name}"]))
    head, *rows = book.get_sheet_by_index(0).to_python()
    return [dict(zip(head, row, strict=True)) for row in rows]


def total(rows, column):
    return sum(int(row[column]) for row in rows)


def text_of(sealed, name, folder):
    (folder / "p.pdf").write_bytes(sealed[name])
    return whole_text(folder / "p.pdf")


def pages_of(sealed, name, folder):
    (folder / "p.pdf").write_bytes(sealed[name])
    return len(page_texts(folder / "p.pdf"))


def only(names, ending):
    (name,) = [name for name in names if name.endswith(f"/{ending}")]
    return name


def test_each_volume_lies_in_its_class_with_its_three_forms(sealed):
    volumes = rows_of(sealed, "案卷目录.csv")
    assert [row["案卷号"] for row in volumes] == [str(n + 1) for n in range(len(volumes))]
    assert {row["档号"].split("-")[2] for row in volumes} >= {"E1", "E3"}
    for row in volumes:
        own = [name for name in sealed if f"/{row['档号']}/" in name]
        for form in ("000_案卷封面.pdf", "000_卷内目录.pdf", "999_卷内备考表.pdf"):
            assert only(own, form)


def test_pages_and_photos_agree_in_lists_and_forms(sealed, tmp_path):
    """案卷目录, 卷内目录, 卷内备考表 and the files themselves tell the same numbers."""
    for row in rows_of(sealed, "案卷目录.csv"):
        own = [name for name in sealed if f"/{row['档号']}/" in name]
        photos = [name for name in own if "/照片/" in name]
        assert len(photos) == int(row["照片张数"])
        listed = rows_of(sealed, f"卷内目录_{row['档号']}.csv")
        papers = [one for one in listed if one["页次"].strip("-")]
        pages = int(papers[-1]["页次"].rpartition("-")[2]) if papers else 0
        assert pages == int(row["页数"])
        form = text_of(sealed, only(own, "999_卷内备考表.pdf"), tmp_path)
        assert f"共有文件材料{row['页数']}页" in form
        assert f"照片{row['照片张数']}张" in form


def test_the_sums_of_all_volumes_agree_wherever_they_are_told(sealed, tmp_path):
    """Read from the files as made: CSV, XLSX, XML, PDF, 说明文件, JSON."""
    rows = rows_of(sealed, "案卷目录.csv")
    volumes, pages, photos = (len(rows), total(rows, "页数"), total(rows, "照片张数"))
    assert min(pages, photos) > 0
    assert table_of(sealed, "案卷目录.xlsx") == rows
    notes = rows_of(sealed, "卷内备考表.csv")
    assert table_of(sealed, "卷内备考表.xlsx") == notes
    assert [one["共有文件材料页数"] for one in notes] == [one["页数"] for one in rows]
    assert [one["照片张数"] for one in notes] == [one["照片张数"] for one in rows]
    assert {one["案卷总量"] for one in rows_of(sealed, "案卷封面.csv")} == {str(volumes)}
    told = f"合计{pages}页；照片{photos}张"
    facts = {one["项目"]: one["内容"] for one in rows_of(sealed, "移交书.csv")}
    assert told in "".join(facts["张数"].split())
    letter = text_of(sealed, "data/其他/移交书.pdf", tmp_path)
    assert f"共{volumes}卷" in letter
    assert told in letter
    assert f"合计共{volumes}卷，{pages}页" in letter
    assert f"合计共{volumes}卷，{pages}页" in text_of(sealed, "data/其他/案卷目录.pdf", tmp_path)
    told = [one.findtext("备注") for one in ElementTree.fromstring(sealed["data/案卷目录.XML"])]
    assert all(
        f"{row['页数']}页，照片{row['照片张数']}张" in one
        for row, one in zip(rows, told, strict=True)
    )
    files = len(list(ElementTree.fromstring(sealed["data/文件目录.XML"])))
    readme = sealed["data/说明文件.TXT"].decode("utf-8-sig")
    assert f"案卷{volumes}卷，文件{files - photos}件，共{pages}页，照片{photos}张" in readme
    listed = rows_of(sealed, "照片目录.csv")
    assert len(listed) == photos
    assert [one["SHA-256"] for one in table_of(sealed, "照片目录.xlsx")] == [
        one["SHA-256"] for one in listed
    ]
    assert len(json.loads(sealed["data/其他/数据/photo.json"])) == photos


def test_the_lists_of_photos_agree_as_csv_xml_and_workbook(sealed):
    """照片目录 and 照片组目录 tell the same in each form, and every photo is in a group."""
    listed = rows_of(sealed, "照片目录.csv")
    groups = rows_of(sealed, "照片组目录.csv")
    assert tuple(listed[0]) == ELEMENT_HEADERS
    xml = ElementTree.fromstring(sealed["data/其他/照片目录.XML"])
    assert [{cell.tag: cell.text or "" for cell in row} for row in xml] == listed
    book = CalamineWorkbook.from_filelike(io.BytesIO(sealed["data/其他/照片目录.xlsx"]))
    sheet = book.get_sheet_by_name("照片目录").to_python()
    assert [[str(cell) for cell in row] for row in sheet[1:]] == [list(r.values()) for r in listed]
    assert sum(int(row["张数"]) for row in groups) == len(listed)
    for group in groups:
        own = [row["照片号"] for row in listed if row["组号"] == group["组号"]]
        assert len(own) == int(group["张数"])
        assert group["照片号"].split(" 至 ") == list(dict.fromkeys((own[0], own[-1])))
        assert group["总说明"].startswith(group["题名"].rstrip("。"))
    assert all(row["设备型号"] and row["保管期限"] == "永久" for row in listed)


def test_the_contact_sheets_show_every_photo_of_the_catalogue(sealed, tmp_path):
    listed = rows_of(sealed, "照片目录.csv")
    (book,) = [name for name in sealed if name.endswith("/000_照片册.pdf")]
    text = text_of(sealed, book, tmp_path)
    assert all(text.count(f"{row['照片号']}第") == 1 for row in listed)
    assert text.count("摄影者：") == len(listed)
    assert f"本册{len(listed)}张，全卷{len(listed)}张" in text
    groups = rows_of(sealed, "照片组目录.csv")
    assert len(groups) > 1
    assert all(f"第{number}组" in text for number in range(1, len(groups) + 1))


def test_each_cover_tells_its_place_among_all_volumes(sealed, tmp_path):
    covers = rows_of(sealed, "案卷封面.csv")
    for number, row in enumerate(covers, start=1):
        name = only([one for one in sealed if f"/{row['档号']}/" in one], "000_案卷封面.pdf")
        text = text_of(sealed, name, tmp_path)
        assert f"共{len(covers)}卷" in text
        assert f"第{number}卷" in text
        assert row["起止日期"].replace("-", "至") in text


def test_the_pages_told_are_those_of_the_files(sealed, tmp_path):
    for row in rows_of(sealed, "案卷目录.csv"):
        own = [name for name in sealed if f"/{row['档号']}/" in name and name.endswith(".pdf")]
        papers = [name for name in own if "/000_" not in name and "/999_" not in name]
        assert sum(pages_of(sealed, name, tmp_path) for name in papers) == int(row["页数"])


def test_a_template_is_given_checked_and_used(tmp_path):
    with sample_workspace(tmp_path) as sample:
        workspace = ("--workspace", sample.workspace.folder)
    out = tmp_path / "模板.toml"
    assert command(*workspace, "bundle", "template", "--out", out, "--name", SHIPPED[1]).code == 0
    assert out.read_text(encoding="utf-8") == shipped_template(SHIPPED[1])
    assert command(*workspace, "bundle", "template", "--out", out).code == 1
    assert command(*workspace, "bundle", "template", "--use", out).code == 0
    used = command(*workspace, "bundle", "template", "--json")
    assert used.data["number"].startswith("{project}·")
    out.write_text(out.read_text(encoding="utf-8").replace("永久", "百年", 1), encoding="utf-8")
    wrong = command(*workspace, "bundle", "template", "--check", out)
    assert wrong.code == 1
    assert "class[1].retention" in wrong.err


def test_an_office_that_files_by_the_other_standard_gets_its_forms(tmp_path):
    template = tmp_path / "t.toml"
    template.write_text(shipped_template("dat28"), encoding="utf-8")
    with sample_workspace(tmp_path) as sample:
        use_template(sample.workspace, template)
        seal_bundle(sample.workspace, sample.project_id, tmp_path / "b.zip", form=GAPS)
    with zipfile.ZipFile(tmp_path / "b.zip") as archive:
        (listed,) = [one for one in archive.namelist() if one.endswith("/其他/案卷目录.pdf")]
        (tmp_path / "l.pdf").write_bytes(archive.read(listed))
        cover = next(one for one in archive.namelist() if one.endswith("/000_案卷封面.pdf"))
        (tmp_path / "c.pdf").write_bytes(archive.read(cover))
    assert "总页数" in whole_text(tmp_path / "l.pdf")
    assert "立卷单位" in whole_text(tmp_path / "c.pdf")
