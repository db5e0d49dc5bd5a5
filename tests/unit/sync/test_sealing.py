"""Sealing: chain, hash and signature hold, in one transaction, and any harm is found."""
# ruff: noqa: S608 - the SQL is made of the changes listed here

import pytest

from inspector import __version__
from inspector.core.segments import packed, segment_of, unpacked
from inspector.operations.projects import edit_project
from inspector.operations.workspace import change_person
from inspector.store import engine
from inspector.store.database import DATABASE_NAME
from inspector.store.journal import Journal
from inspector.sync.keys import signature_holds
from inspector.sync.segments import broken_segments, seal_all, segment_hash
from tests.kit.builders import make_defect, make_place, make_project
from tests.kit.foreign import run_foreign
from tests.kit.journals import assert_journal_explains_tables


@pytest.fixture
def project(workspace):
    return make_project(workspace)


def sealed_of(workspace, project_id):
    with workspace.read() as office:
        return [kept for kept in office.journal.sealed() if kept.beside[0] == project_id]


def test_each_segment_stands_on_the_one_before(workspace, project):
    for name in ("甲", "乙", "丙"):
        edit_project(workspace, project.id, name=name)
        workspace.seal()
    segments = [segment_of(unpacked(k.body)) for k in sealed_of(workspace, project.id)]
    assert [segment.height for segment in segments] == [1, 2, 3]
    hashes = [kept.hash.hex() for kept in sealed_of(workspace, project.id)]
    assert [segment.prev for segment in segments] == [None, *hashes[:-1]]


def test_a_segment_says_who_on_which_laptop_with_which_program(workspace, project):
    workspace.seal()
    (kept,) = sealed_of(workspace, project.id)
    segment = segment_of(unpacked(kept.body))
    with workspace.read() as office:
        assert segment.replica == office.journal.replica().hex()
    assert segment.user == workspace.person().id
    assert (segment.key, segment.app) == (workspace.key().public.hex(), __version__)


def test_hash_and_signature_are_those_of_the_format(workspace, project):
    workspace.seal()
    (kept,) = sealed_of(workspace, project.id)
    assert segment_hash(unpacked(kept.body)) == kept.hash
    message = b"inspector.segment.v1\0" + kept.hash
    assert signature_holds(kept.key, kept.signature, message)
    assert not signature_holds(kept.key, kept.signature, message + b"x")
    assert not signature_holds(kept.key[:-1], kept.signature, message)


def test_projects_have_streams_of_their_own(workspace, project):
    other = make_project(workspace, "XH1", "新华一村")
    workspace.seal()
    assert [len(sealed_of(workspace, one)) for one in (project.id, other.id, "org")] == [1, 1, 1]


def test_sealing_twice_makes_nothing_new(workspace, project):
    assert workspace.seal() == 2
    assert workspace.seal() == 0


def test_a_change_of_person_seals_what_the_former_one_wrote(workspace, project):
    first = workspace.person().id
    second = change_person(workspace, "张工", "监理公司").value.id
    edit_project(workspace, project.id, name="改")
    workspace.seal()
    users = [segment_of(unpacked(k.body)).user for k in sealed_of(workspace, project.id)]
    assert users == [first, second]


def test_sealed_data_can_be_written_on(workspace, project):
    place = make_place(workspace, project)
    for text in ("一", "二"):
        make_defect(workspace, project, place, text)
        workspace.seal()
        assert_journal_explains_tables(workspace)


def test_a_seal_that_fails_midway_seals_nothing(workspace, project, monkeypatch):
    make_project(workspace, "XH1", "新华一村")
    stored = []
    whole = Journal.store_sealed

    def fail_at_the_second(journal, sealed):
        stored.append(sealed)
        if len(stored) == 2:
            raise RuntimeError("power")
        whole(journal, sealed)

    monkeypatch.setattr(Journal, "store_sealed", fail_at_the_second)
    with pytest.raises(RuntimeError, match="power"):
        workspace.seal()
    with workspace.read() as office:
        assert list(office.journal.sealed()) == []
        assert len(office.journal.unsealed()) == 3
    monkeypatch.undo()
    assert workspace.seal() == 3
    assert_journal_explains_tables(workspace)


def test_sealing_belongs_to_the_transaction_it_is_called_in(workspace, project):
    def fail_after_sealing():
        with workspace.act() as writing:
            seal_all(writing.office, workspace.key())
            raise RuntimeError("later")

    with pytest.raises(RuntimeError, match="later"):
        fail_after_sealing()
    with workspace.read() as office:
        assert list(office.journal.sealed()) == []


class Copy:
    """A copy of a sealed workspace's database in which a foreign hand may do anything."""

    def __init__(self, workspace, folder):
        workspace.seal()
        workspace.write_back()
        self.path = folder / "copy.db"
        self.path.write_bytes((workspace.folder / DATABASE_NAME).read_bytes())
        names = "sync_segment_guard_update", "sync_op_guard_update", "sync_op_guard_delete"
        self.run(*(f"DROP TRIGGER {name}" for name in names))

    def run(self, *statements):
        assert set(run_foreign(self.path, *statements)) == {""}

    def broken(self):
        connection = engine.connect_reader(self.path)
        try:
            return broken_segments(Journal(engine.tables_over(connection)))
        finally:
            connection.close()


@pytest.fixture
def copy(workspace, project, tmp_path):
    for name in ("甲", "乙"):
        edit_project(workspace, project.id, name=name)
        workspace.seal()
    return Copy(workspace, tmp_path)


def test_an_untouched_copy_is_sound(copy):
    assert copy.broken() == []


@pytest.mark.parametrize(
    "change",
    [
        "hash = zeroblob(32)",
        "sig = zeroblob(64)",
        "device_key = zeroblob(32)",
        "prev = zeroblob(32)",
        "height = height + 1",
        "user_id = 'another'",
        "schema_version = 7",
        "n = n + 1",
        "t0 = t0 - 1",
        "t1 = t1 + 1",
        "replica = zeroblob(16)",
        "project_id = 'another'",
        "body = zeroblob(10)",
        "body = NULL",
        "sig = NULL",
    ],
)
def test_a_changed_column_of_a_sealed_segment_is_found(copy, change):
    copy.run(f"UPDATE sync_segment SET {change} WHERE seg = 3")
    assert len(copy.broken()) >= 1


@pytest.mark.parametrize(
    "change",
    [
        "UPDATE sync_op SET at = at - 1 WHERE opid >> 20 = 3",
        "UPDATE sync_op SET rank = rank + 65536 WHERE opid >> 20 = 3",
        "UPDATE sync_op SET row = 'another' WHERE opid >> 20 = 3",
        "UPDATE sync_op SET cid = cid + 1 WHERE opid >> 20 = 3",
        "UPDATE sync_op SET val = '\"forged\"' WHERE prev IS NOT NULL",
        "UPDATE sync_op SET prev = NULL WHERE prev IS NOT NULL",
        "DELETE FROM sync_op WHERE opid >> 20 = 3",
        "INSERT INTO sync_op SELECT (3 << 20) + 900, row, cid, 1, 1, 1, '1' FROM sync_op LIMIT 1",
        "INSERT INTO sync_parent SELECT max(opid), min(opid) FROM sync_op WHERE opid >> 20 > 3",
        "DELETE FROM sync_segment WHERE seg = 3",
    ],
)
def test_a_changed_index_of_sealed_operations_is_found(copy, change):
    copy.run("DROP TRIGGER sync_segment_guard_delete", change)
    assert len(copy.broken()) >= 1


def test_every_flipped_byte_that_changes_a_body_is_found(copy):
    # our own SQLite closed the copy; this connection is the only one while it lives
    connection = engine.connect_plain(copy.path)
    journal = Journal(engine.tables_over(connection))
    seg, stored = next(
        (kept.seg, kept.body) for kept in journal.sealed() if kept.beside[0] != "org"
    )
    unfound = []
    for position in range(len(stored)):
        harmed = bytearray(stored)
        harmed[position] ^= 1 << position % 8
        connection.execute("UPDATE sync_segment SET body = ? WHERE seg = ?", [bytes(harmed), seg])
        if not broken_segments(journal) and unpacked(bytes(harmed)) != unpacked(stored):
            unfound.append(position)
    connection.close()
    assert unfound == []


def test_a_body_signed_by_another_key_is_found(copy, tmp_path):
    connection = engine.connect_plain(copy.path)
    journal = Journal(engine.tables_over(connection))
    kept = next(kept for kept in journal.sealed() if kept.beside[0] != "org")
    forged = unpacked(kept.body).replace("解放二村".encode(), "解放三村".encode())
    connection.execute(
        "UPDATE sync_segment SET body = ?, hash = ? WHERE seg = ?",
        [packed(forged), segment_hash(forged), kept.seg],
    )
    assert segment_hash(forged).hex() in broken_segments(journal)
    connection.close()
