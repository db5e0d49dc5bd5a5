"""Equal data give equal bytes: every paper, every edition, in any process, on any laptop."""

import json
import shutil
import subprocess
import sys

import pytest

from inspector.core.issued import OF_PROJECT
from inspector.operations.batches import make_batch
from inspector.operations.papers import make_paper
from tests.kit.builders import make_place, make_project, make_workspace, reopen
from tests.kit.processes import ROOT

ENDS = (".pdf", ".docx", ".xlsx")
PROGRAM = """
import json, sys
from pathlib import Path
from inspector.core.progress import Unwatched
from inspector.reports.editions import write_edition
from inspector.reports.volume import write_catalogue, write_cover, write_note_form
from tests.kit import sample_forms, sample_papers, sample_records
folder = Path(sys.argv[1])
fonts = sample_papers.FONTS
papers = {
    "acceptance": sample_papers.make_acceptance(folder / "a", defects=3, photos=3),
    "notice": sample_papers.make_notice(folder / "n"),
    "defects": sample_records.make_defects(folder / "d"),
    "visit": sample_records.make_visit(folder / "v"),
    "building": sample_records.make_building(folder / "b"),
    "groups": sample_forms.make_form(),
    "five": sample_forms.make_five(),
}
made = {}
for name, paper in papers.items():
    for end in (".pdf", ".docx", ".xlsx"):
        out = folder / f"{name}{end}"
        made[out.name] = write_edition(paper, out, fonts, Unwatched()).sha256
for name, (write, make) in {
    "cover": (write_cover, sample_papers.make_cover),
    "catalogue": (write_catalogue, sample_papers.make_catalogue),
    "note": (write_note_form, sample_papers.make_note_form),
}.items():
    made[name] = write(make(), folder / f"{name}.pdf", fonts).sha256
print(json.dumps(made))
"""


@pytest.mark.slow
def test_two_processes_give_the_same_bytes(tmp_path):
    made = []
    for seed in ("1", "2"):
        (tmp_path / seed).mkdir()
        done = subprocess.run(  # noqa: S603 - our own program
            [sys.executable, "-c", PROGRAM, str(tmp_path / seed)],
            cwd=ROOT,
            env={"PYTHONHASHSEED": seed},
            capture_output=True,
            check=True,
        )
        made.append(json.loads(done.stdout))
    assert len(made[0]) == 7 * 3 + 3
    assert made[0] == made[1]


def test_the_same_records_make_the_same_papers(tmp_path):
    """A workspace is put back as it was, with its person's profile, and makes everything again."""
    home, kept = tmp_path / "home", tmp_path / "kept"
    home.mkdir()
    workspace = make_workspace(home)
    project = make_project(workspace)
    for code in ("1", "2"):
        make_place(workspace, project, code)
    workspace.close()
    shutil.copytree(home, kept)
    made = []
    for name in ("one", "two"):
        shutil.rmtree(home)
        shutil.copytree(kept, home)
        (tmp_path / name).mkdir()
        made.append(_made(reopen(home), project.id, tmp_path / name))
    assert len(made[0]) == len(OF_PROJECT) * 3 + 2
    assert made[0] == made[1]


def _made(workspace, project_id, folder):
    """Make all papers; give their hashes."""
    hashes = [
        make_paper(workspace, project_id, kind, folder / f"{kind}{end}").value.report.sha256
        for kind in OF_PROJECT
        for end in ENDS
    ]
    batch = make_batch(workspace, project_id, folder / "batch").value
    workspace.close()
    return [*hashes, *(entry.sha256 for entry in batch.entries)]
