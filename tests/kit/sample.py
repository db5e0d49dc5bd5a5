"""A small community in a workspace, made once in a run and copied for each test."""

import functools
import re
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from inspector.operations.filing_templates import FILING, SHIPPED, shipped_template
from inspector.operations.sample.clock import StoryClock, moment
from inspector.operations.sample.days import FIRST_DAY, LAST_DAY
from inspector.operations.sample.people import CLERK
from inspector.operations.sample.plan import SampleSize
from inspector.operations.sample.story import Sample, make_sample
from inspector.operations.workspace import Workspace, create_workspace, open_workspace

AFTERWARDS = moment(LAST_DAY, 17, 30)


@dataclass(frozen=True, slots=True, kw_only=True)
class SampleWorkspace:
    """An open workspace with the small community, and what it was made of."""

    workspace: Workspace
    clock: StoryClock
    sample: Sample

    @property
    def project_id(self) -> str:
        return self.sample.project_id

    @property
    def today(self) -> date:
        return self.clock().date()


@contextmanager
def sample_workspace(tmp_path: Path, *, is_strict: bool = False) -> Iterator[SampleWorkspace]:
    """Copy the small community below a folder and open it; closed at the end.

    Its office asks for nothing in a bundle, unless it is to ask for all that the shipped template
    does: the sample lacks the papers of before the acceptance.
    """
    made, sample = _made()
    shutil.copytree(made / "workspace", tmp_path / "workspace")
    shutil.copytree(made / "profile", tmp_path / "profile")
    if not is_strict:
        ask_for_nothing(tmp_path / "workspace")
    clock = StoryClock(AFTERWARDS)
    workspace = open_workspace(tmp_path / "workspace", tmp_path / "profile", clock)
    try:
        yield SampleWorkspace(workspace=workspace, clock=clock, sample=sample)
    finally:
        workspace.close()


def ask_for_nothing(folder: Path) -> None:
    """Let the office of a workspace file by the shipped template, and ask for nothing."""
    text = re.sub(r"^required = \[[^]]*\]\n", "", shipped_template(SHIPPED[0]), flags=re.MULTILINE)
    text = re.sub(r"^(excused|only_with) = .*\n", "", text, flags=re.MULTILINE)
    (folder / FILING).parent.mkdir(exist_ok=True)
    (folder / FILING).write_text(text, encoding="utf-8")


@functools.cache
def _made() -> tuple[Path, Sample]:
    """Make it once; the system clears its folder of temporary files."""
    folder = Path(tempfile.mkdtemp(prefix="sample-workspace-"))
    clock = StoryClock(moment(FIRST_DAY, 7, 45))
    workspace = create_workspace(
        folder / "workspace", folder / "profile", clock, CLERK.name, CLERK.unit
    )
    try:
        sample = make_sample(workspace, clock, SampleSize.SMALL)
    finally:
        workspace.close()
    return folder, sample
