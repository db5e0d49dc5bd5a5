"""What lacks keeps a bundle from being sealed, unless a reason is given that goes into it."""

import csv
import io
import json
import zipfile

import pytest

from inspector.core.bundles import BundleForm
from inspector.core.errors import InspectorError, Problem
from inspector.operations.bundles import list_bundles, seal_bundle
from inspector.operations.completeness import completeness
from inspector.operations.completeness_papers import COMPLETENESS_NAMES
from tests.kit.commands import command
from tests.kit.pdf import page_texts, quick_faults
from tests.kit.sample import sample_workspace

REASON = "前期文件在区档案馆保管，\n待移交后补入"


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    """Seal the sample with its gaps: the list as it stood, the record, the files."""
    folder = tmp_path_factory.mktemp("gaps")
    with sample_workspace(folder, is_strict=True) as sample:
        found = completeness(sample.workspace, sample.project_id)
        form = BundleForm(gaps_reason=f" {REASON} ")
        out = folder / "b.zip"
        bundle = seal_bundle(sample.workspace, sample.project_id, out, form=form).value.bundle
        (listed,) = list_bundles(sample.workspace, sample.project_id)
    with zipfile.ZipFile(out) as archive:
        files = {name.partition("/")[2]: archive.read(name) for name in archive.namelist()}
    assert listed == bundle
    return found, bundle, files


def rows_of(files, name):
    text = files[f"data/其他/{name}"].decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text, newline="")))


def test_with_gaps_nothing_is_sealed_and_what_lacks_is_named(tmp_path):
    with sample_workspace(tmp_path, is_strict=True) as sample:
        found = completeness(sample.workspace, sample.project_id)
        for reason in ("", "  \n"):
            with pytest.raises(InspectorError) as caught:
                seal_bundle(
                    sample.workspace,
                    sample.project_id,
                    tmp_path / "b.zip",
                    form=BundleForm(gaps_reason=reason),
                )
            assert caught.value.problem is Problem.ARCHIVE_INCOMPLETE
            assert caught.value.facts["count"] == len(found.gaps)
        assert list_bundles(sample.workspace) == []
        folder = sample.workspace.folder
    assert list((folder / "exports").glob("*")) == []
    assert not (tmp_path / "b.zip").exists()
    told = command("--workspace", folder, "bundle", "seal", "--out", tmp_path / "b.zip")
    assert told.code == 1
    assert f"还缺 {len(found.gaps)} 项" in told.err
    assert "施工合同" in told.err
    out = ("--out", tmp_path / "b.zip", "--gaps-reason", "另行移交")
    told = command("--workspace", folder, "bundle", "seal", *out)
    assert told.code == 0
    assert ["欠缺材料的理由", "另行移交"] in [line.split() for line in told.out.splitlines()]


def test_the_record_of_the_bundle_keeps_count_and_reason(made):
    found, bundle, _files = made
    assert bundle.gaps == len(found.gaps)
    assert bundle.gaps_reason == "前期文件在区档案馆保管， 待移交后补入"


def test_list_and_reason_are_in_the_bundle_as_paper_table_and_data(made, tmp_path):
    found, bundle, files = made
    data = json.loads(files["data/其他/数据/completeness.json"])
    assert data["gaps"]["reason"] == bundle.gaps_reason
    assert data["gaps"]["by"]
    assert data["gaps"]["on"] == bundle.made_at[:10]
    listed = rows_of(files, COMPLETENESS_NAMES[1])
    assert len(listed) == len(found.wants) == len(data["wants"])
    missing = [row["应归档的材料"] for row in listed if row["状态"] == "缺少"]
    assert len(missing) == len(found.gaps) == data["counts"]["missing"]
    lacking = rows_of(files, COMPLETENESS_NAMES[3])
    assert len(lacking) == sum(max(len(one.lacking), 1) for one in found.gaps)

    (tmp_path / "list.pdf").write_bytes(files[f"data/其他/{COMPLETENESS_NAMES[0]}"])
    text = "".join("".join(page_texts(tmp_path / "list.pdf")).split())
    assert "".join(bundle.gaps_reason.split()) in text
    assert all(name in text for name in missing)
    assert quick_faults(tmp_path / "list.pdf") == []


def test_the_read_me_says_how_complete_it_is_and_why_not(made):
    found, bundle, files = made
    told = files["data/说明文件.TXT"].decode("utf-8-sig")
    assert f"应归档{len(found.wants)}项" in told
    assert f"缺少{len(found.gaps)}项" in told
    assert bundle.gaps_reason in told
    assert all(len(line) < 400 for line in told.splitlines())


def test_where_nothing_is_asked_for_a_reason_is_not_kept(tmp_path):
    with sample_workspace(tmp_path) as sample:
        form = BundleForm(gaps_reason="用不着")
        out = tmp_path / "b.zip"
        bundle = seal_bundle(sample.workspace, sample.project_id, out, form=form).value.bundle
    assert (bundle.gaps, bundle.gaps_reason) == (0, None)
    with zipfile.ZipFile(out) as archive:
        (name,) = [one for one in archive.namelist() if one.endswith("说明文件.TXT")]
        assert "理由" not in archive.read(name).decode("utf-8-sig")
