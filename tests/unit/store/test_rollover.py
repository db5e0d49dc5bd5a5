"""One act may be larger than a segment: it rolls over and still travels, seals and rebuilds."""

import pytest

from inspector.core.segments import segment_of, unpacked
from inspector.operations.history import undo
from inspector.store.rows import Rows
from inspector.store.triggers import SEGMENT_OPS
from tests.kit.builders import make_project, random_id
from tests.kit.journals import assert_journal_explains_tables

SIXTY_THOUSAND = 60_000


@pytest.mark.slow
def test_an_act_of_sixty_thousand_operations_rolls_over_seals_and_rebuilds(workspace):
    project = make_project(workspace)
    full = SIXTY_THOUSAND // SEGMENT_OPS
    ids = [random_id() for _number in range(SIXTY_THOUSAND // 2)]
    with workspace.act() as writing:
        table = writing.office.db.table("reading")
        table.insert_all({"id": row_id, "project_id": project.id, "value": "1"} for row_id in ids)
        writing.office.db.execute("UPDATE reading SET value = '2'")
    assert sum(last - first + 1 for first, last in writing.act.spans) == SIXTY_THOUSAND
    assert len(writing.act.spans) == full + 1  # the project's own insert came first
    assert_journal_explains_tables(workspace)
    workspace.seal()
    with workspace.read() as office:
        lengths = [
            len(segment_of(unpacked(kept.body)).ops)
            for kept in office.journal.sealed()
            if kept.beside[0] == project.id
        ]
    assert lengths == [SEGMENT_OPS] * full + [1]
    assert_journal_explains_tables(workspace)


def test_an_act_that_fails_after_rolling_over_leaves_nothing(workspace):
    project = make_project(workspace)

    def fail():
        with workspace.act() as writing:
            writing.office.db.table("reading").insert_all(
                {"id": random_id(), "project_id": project.id} for _n in range(SEGMENT_OPS + 5)
            )
            raise RuntimeError("stop")

    with pytest.raises(RuntimeError, match="stop"):
        fail()
    with workspace.read() as office:
        assert office.db.execute("SELECT count(*) FROM reading").fetchone() == (0,)
        assert office.db.execute("SELECT max(opid) & 1048575 FROM sync_op").fetchone()[0] < 20
    assert_journal_explains_tables(workspace)


def test_an_act_over_the_border_of_two_segments_can_be_taken_back(workspace):
    project = make_project(workspace)
    with workspace.act() as writing:
        writing.office.db.table("reading").insert_all(
            {"id": random_id(), "project_id": project.id} for _n in range(SEGMENT_OPS - 3)
        )
    with workspace.act() as writing:
        rows = Rows(writing.office.db, "project")
        for name in "甲乙丙丁":
            rows.set_columns(project.id, {"name": name})
    assert len(writing.act.spans) == 2
    undo(workspace, writing.act)
    with workspace.read() as office:
        assert office.projects.get(project.id).name == project.name
    assert_journal_explains_tables(workspace)
