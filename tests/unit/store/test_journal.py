"""Every write is journaled: who, when, on which laptop, which field, and what it replaced."""

import json
from datetime import timedelta

import pytest

from inspector.operations.projects import edit_project
from inspector.operations.workspace import change_person
from inspector.store.rows import Rows
from inspector.store.schema import BY_NAME, TABLES
from tests.kit.builders import (
    StoppedClock,
    make_defect,
    make_place,
    make_project,
    make_workspace,
    random_id,
)
from tests.kit.journals import entries_of, put_row, sample_row

TABLE_NAMES = [table.name for table in TABLES]


@pytest.fixture
def project(workspace):
    return make_project(workspace)


class Site:
    """One workspace for a whole table of cases: each writes a record of its own."""

    def __init__(self, folder):
        self.clock = StoppedClock()
        self.workspace = make_workspace(folder, clock=self.clock)
        self.project = make_project(self.workspace)


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    made = Site(tmp_path_factory.mktemp("site"))
    yield made
    made.workspace.close()


@pytest.mark.parametrize("table", TABLE_NAMES)
def test_an_insert_is_journaled_once_with_the_whole_record(site, table):
    workspace, project, clock = site.workspace, site.project, site.clock
    row = sample_row(table, random_id(), project.id)
    put_row(workspace, table, row)
    (entry,) = entries_of(workspace, row["id"])
    assert (entry.table, entry.column, entry.prev) == (table, "*", None)
    assert entry.at_ms == clock.ms
    written = json.loads(entry.value)
    assert written.keys() == row.keys() - {"id"}
    plain = row.keys() - {"id"} - BY_NAME[table].personal
    assert {name: written[name] for name in plain} == {name: row[name] for name in plain}


@pytest.mark.parametrize("table", TABLE_NAMES)
def test_each_changed_field_is_journaled_with_what_it_replaced(site, table):
    workspace, project, clock = site.workspace, site.project, site.clock
    row = sample_row(table, random_id(), project.id)
    put_row(workspace, table, row)
    for mark in ("二", "三"):
        clock.tick()
        put_row(workspace, table, {**sample_row(table, row["id"], project.id, mark)})
    insert, *sets = entries_of(workspace, row["id"])
    texts = [column.name for column in BY_NAME[table].columns if not column.whole]
    assert sorted(entry.column for entry in sets) == sorted(texts * 2)
    for name in texts:
        first, second = (entry for entry in sets if entry.column == name)
        assert (first.prev, second.prev) == (insert.opid, first.opid)
        assert (first.at_ms, second.at_ms) == (clock.ms - 1000, clock.ms)


@pytest.mark.parametrize("table", TABLE_NAMES)
def test_a_deletion_and_its_reversal_are_journaled(site, table):
    workspace, project = site.workspace, site.project
    row = sample_row(table, random_id(), project.id)
    put_row(workspace, table, row)
    with workspace.act() as writing:
        Rows(writing.office.db, table).delete(row["id"])
    put_row(workspace, table, row)
    insert, gone, back = entries_of(workspace, row["id"])
    assert [(e.column, e.value) for e in (gone, back)] == [("deleted", "1"), ("deleted", "0")]
    assert (gone.prev, back.prev) == (insert.opid, gone.opid)


def test_a_field_that_does_not_change_is_not_journaled(workspace, project):
    row = sample_row("defect", random_id(), project.id)
    put_row(workspace, "defect", row)
    put_row(workspace, "defect", row)
    put_row(workspace, "defect", {**row, "text": "改"})
    assert [entry.column for entry in entries_of(workspace, row["id"])] == ["*", "text"]


def test_the_journal_names_person_and_laptop(workspace, project):
    li = workspace.person()
    zhang = change_person(workspace, "张工", "监理公司").value
    edit_project(workspace, project.id, name="解放三村")
    insert, edit = entries_of(workspace, project.id)
    with workspace.read() as office:
        replica = office.journal.replica()
    assert (insert.user_id, edit.user_id) == (li.id, zhang.id)
    assert {insert.replica, edit.replica} == {replica}


def test_a_clock_set_back_does_not_turn_the_order_round(workspace, project, clock):
    for day, name in ((0, "甲"), (-400, "乙"), (0, "丙")):
        clock.tick(timedelta(days=day))
        edit_project(workspace, project.id, name=name)
    assert [json.loads(e.value) for e in entries_of(workspace, project.id)[1:]] == [*"甲乙丙"]


def test_several_edits_of_one_field_in_one_act_are_a_chain(workspace, project):
    with workspace.act() as writing:
        for name in "甲乙丙":
            Rows(writing.office.db, "project").set_columns(project.id, {"name": name})
    insert, *edits = entries_of(workspace, project.id)
    before = [insert, *edits]
    assert [edit.prev for edit in edits] == [entry.opid for entry in before[:-1]]


def test_an_act_that_fails_leaves_neither_data_nor_journal(workspace, project):
    row = sample_row("place", random_id(), project.id)

    def fail_halfway():
        with workspace.act() as writing:
            Rows(writing.office.db, "place").put(row)
            Rows(writing.office.db, "project").set_columns(project.id, {"name": "改"})
            raise RuntimeError("halfway")

    with pytest.raises(RuntimeError, match="halfway"):
        fail_halfway()
    assert entries_of(workspace, row["id"]) == []
    assert len(entries_of(workspace, project.id)) == 1
    with workspace.read() as office:
        assert office.projects.get(project.id).name == project.name


def test_an_act_knows_what_it_wrote_in_each_project(workspace, project):
    other = make_project(workspace, "XH1", "新华一村")
    with workspace.act() as writing:
        for one in (other, project):
            Rows(writing.office.db, "project").set_columns(one.id, {"district": "东区"})
    with workspace.read() as office:
        rows = [entry.row for entry in office.journal.entries_in(writing.act)]
    assert sorted(rows) == sorted([project.id, other.id])


def test_an_act_that_changes_nothing_is_empty(workspace, project):
    outcome = edit_project(workspace, project.id, name=project.name)
    assert not outcome.act


def test_a_reader_sees_one_state_beside_the_writer(workspace, project):
    place = make_place(workspace, project)
    with workspace.read() as office:
        before = len(office.defects.of_project(project.id))
        make_defect(workspace, project, place)
        assert len(office.defects.of_project(project.id)) == before
    with workspace.read() as office:
        assert len(office.defects.of_project(project.id)) == before + 1
