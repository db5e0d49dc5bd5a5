"""A bundle is filed by the office's template; counts agree wherever they stand."""

import csv
import io
import zipfile

import pytest

from inspector.operations.bundles import seal_bundle
from inspector.operations.filing_templates import SHIPPED, shipped_template
from tests.kit.commands import command
from tests.kit.pdf import whole_text
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
        papers = [one for one in listed if one["页次"]]
        pages = int(papers[-1]["页次"].rpartition("-")[2]) if papers else 0
        assert pages == int(row["页数"])
        (tmp_path / "form.pdf").write_bytes(sealed[only(own, "999_卷内备考表.pdf")])
        form = "".join(whole_text(tmp_path / "form.pdf").split())
        assert f"共有文件材料{row['页数']}页" in form
        assert f"照片{row['照片张数']}张" in form


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
