"""Whatever people do, the tables are what the journal alone makes of them, byte for byte."""

import tempfile
from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    Bundle,
    RuleBasedStateMachine,
    consumes,
    initialize,
    invariant,
    multiple,
    rule,
)

from inspector.core.errors import InspectorError, Problem
from inspector.core.ids import ORG
from inspector.operations.history import undo
from inspector.operations.workspace import change_person
from inspector.store import engine
from inspector.store.rows import Rows
from inspector.store.schema import BY_NAME, TABLES
from tests.kit.builders import StoppedClock, make_project, make_workspace, random_id
from tests.kit.journals import assert_journal_explains_tables

TEXTS = st.one_of(
    st.none(),
    st.sampled_from(["", "'; DROP TABLE defect; --", "㛃𠮷䶮𬭎", "7.40", "null", "\x00\u202e"]),
    st.text(max_size=12),
    st.dictionaries(st.sampled_from("abc"), st.text(max_size=4), max_size=2).map(str),
)
WHOLES = st.one_of(st.none(), st.integers(-(2**63), 2**63 - 1))


def values_of(table):
    """Choose values for some columns of a table."""
    columns = BY_NAME[table].columns
    return st.fixed_dictionaries(
        {}, optional={c.name: WHOLES if c.whole else TEXTS for c in columns}
    )


cells = st.sampled_from([table.name for table in TABLES]).flatmap(
    lambda table: st.tuples(st.just(table), values_of(table))
)


class Days(RuleBasedStateMachine):
    """People write, change, delete, take back, seal and hand over, with clocks that jump."""

    rows = Bundle("rows")
    acts = Bundle("acts")

    @initialize()
    def open(self):
        self.folder = tempfile.TemporaryDirectory()
        self.clock = StoppedClock()
        self.workspace = make_workspace(Path(self.folder.name), clock=self.clock)
        self.projects = [make_project(self.workspace, f"P{n}").id for n in range(2)] + [ORG]

    def teardown(self):
        if hasattr(self, "workspace"):
            assert_journal_explains_tables(self.workspace)
            self.workspace.close()
            self.folder.cleanup()

    def write(self, table, values, row_id, project_id):
        with self.workspace.act() as writing:
            Rows(writing.office.db, table).put({"id": row_id, "project_id": project_id, **values})
        return writing.act

    @rule(target=rows, cells=cells, project=st.integers(0, 2))
    def insert(self, cells, project):
        table, values = cells
        row = (table, random_id(), self.projects[project])
        self.write(table, values, *row[1:])
        return row

    @rule(target=acts, row=rows, data=st.data())
    def edit(self, row, data):
        table, row_id, project_id = row
        values = data.draw(values_of(table))
        return self.write(table, values, row_id, project_id)

    @rule(target=acts, row=rows, texts=st.lists(TEXTS, min_size=2, max_size=3))
    def edit_one_field_several_times_in_one_act(self, row, texts):
        table, row_id, _project = row
        column = next(c.name for c in BY_NAME[table].columns if not (c.whole or c.personal))
        if self.is_deleted(table, row_id):
            with pytest.raises(engine.IntegrityError, match="not edited"):
                self.set_one_by_one(table, row_id, column, texts)
            return multiple()
        return self.set_one_by_one(table, row_id, column, texts)

    def is_deleted(self, table, row_id):
        with self.workspace.read() as office:
            return bool(Rows(office.db, table).stored(row_id, "deleted"))

    def set_one_by_one(self, table, row_id, column, texts):
        with self.workspace.act() as writing:
            for text in texts:
                Rows(writing.office.db, table).set_columns(row_id, {column: text})
        return writing.act

    @rule(target=acts, row=rows)
    def delete(self, row):
        with self.workspace.act() as writing:
            Rows(writing.office.db, row[0]).delete(row[1])
        return writing.act

    @rule(target=acts, act=consumes(acts))
    def take_back(self, act):
        try:
            return undo(self.workspace, act).act
        except InspectorError as refused:
            if refused.problem not in {Problem.CHANGED_SINCE, Problem.NOTHING_TO_UNDO}:
                raise
            return multiple()

    @rule()
    def seal(self):
        self.workspace.seal()

    @rule(name=st.sampled_from(["李工", "张工", "王工"]))
    def hand_over(self, name):
        change_person(self.workspace, name, "区住建局")

    @rule(days=st.integers(-400, 400))
    def turn_the_clock(self, days):
        self.clock.tick(timedelta(days=days, milliseconds=1))

    @invariant()
    def journal_is_never_suspended(self):
        if hasattr(self, "workspace"):
            with self.workspace.read() as office:
                assert not office.journal.is_suspended()


Days.TestCase.settings = settings(max_examples=25, stateful_step_count=30)
TestDays = Days.TestCase
