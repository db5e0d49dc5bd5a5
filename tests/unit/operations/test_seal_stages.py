"""Sealing tells what it is at: papers are counted first, then bytes."""

from inspector.core.progress import SealStage, Staged, Unwatched, enter
from inspector.operations.bundles import seal_bundle
from tests.kit.sample import sample_workspace


class Told:
    def __init__(self):
        self.stages = []
        self.totals = {}

    def report(self, done, total):
        self.totals.setdefault(self.stages[-1], []).append((done, total))

    def wants_stop(self):
        return False

    def enter(self, stage):
        self.stages.append(stage)


def test_papers_come_first_then_the_bytes_of_all_files(tmp_path):
    told = Told()
    assert isinstance(told, Staged)
    with sample_workspace(tmp_path / "site") as sample:
        made = seal_bundle(sample.workspace, sample.project_id, tmp_path / "b.zip", told).value
    assert told.stages == [SealStage.PAPERS, SealStage.WRITING]
    assert told.totals[SealStage.PAPERS][-1][0] > 0
    done, total = told.totals[SealStage.WRITING][-1]
    assert done == total
    assert total >= made.bytes * 0.9


def test_a_progress_that_does_not_care_is_left_alone():
    assert not isinstance(Unwatched(), Staged)
    enter(Unwatched(), SealStage.WRITING)
