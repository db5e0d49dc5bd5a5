"""The names of a bundle are told before it is sealed."""

from __future__ import annotations

import zipfile
from typing import TYPE_CHECKING

import pytest

from inspector.operations.bundles import preview_bundle, seal_bundle
from inspector.operations.reports import issue_acceptance_report, list_reports
from tests.kit.sample import sample_workspace

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tests.kit.sample import SampleWorkspace

_JOURNAL = "/数据/journal"


@pytest.fixture
def made(tmp_path: Path) -> Iterator[SampleWorkspace]:
    with sample_workspace(tmp_path) as sample:
        yield sample


def _sealed_names(out: Path) -> list[str]:
    with zipfile.ZipFile(out) as bundle:
        return bundle.namelist()


def test_the_preview_names_every_file_that_is_sealed(made: SampleWorkspace, tmp_path: Path) -> None:
    workspace, project_id = made.workspace, made.project_id
    issue_acceptance_report(workspace, project_id, tmp_path / "r.pdf")

    told = preview_bundle(workspace, project_id)
    seal_bundle(workspace, project_id, tmp_path / "b.zip")
    sealed = _sealed_names(tmp_path / "b.zip")

    assert {n for n in told if _JOURNAL not in n} == {n for n in sealed if _JOURNAL not in n}
    assert {n for n in told if _JOURNAL in n} <= {n for n in sealed if _JOURNAL in n}
    assert len(told) == len(set(told))


def test_the_preview_of_a_project_without_report_counts_the_one_that_sealing_makes(
    made: SampleWorkspace,
) -> None:
    told = preview_bundle(made.workspace, made.project_id)

    assert [name for name in told if name.endswith("001_联合竣工验收报告.pdf")]
    assert list_reports(made.workspace, made.project_id) == []
