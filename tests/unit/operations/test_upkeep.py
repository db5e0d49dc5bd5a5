"""`workspace info` and `workspace check`: what is told, and what a foreign hand leaves to find."""

import pytest

from inspector.core.checks import Finding, Flaw
from inspector.core.errors import Cancelled
from inspector.core.progress import Unwatched
from inspector.operations.photos import IntakeOrder, import_photos
from inspector.operations.upkeep import check_workspace, workspace_info
from inspector.photos.intake import find_original
from inspector.store.content import content_hash
from inspector.store.database import DATABASE_NAME
from inspector.store.migrations import SCHEMA_VERSION
from inspector.store.schema import TABLES
from inspector.words.workspace import finding_sentence
from tests.kit.builders import make_defect, make_party, make_place, make_project
from tests.kit.exchanging import hand_over, laptops
from tests.kit.foreign import run_foreign
from tests.kit.journals import put_row
from tests.kit.photo_files import make_jpeg


@pytest.fixture
def project(workspace):
    return make_project(workspace)


@pytest.fixture
def defect(workspace, project):
    return make_defect(workspace, project, make_place(workspace, project))


@pytest.fixture
def photo(workspace, project, tmp_path):
    file = tmp_path / "card" / "IMG_1.jpg"
    file.parent.mkdir()
    file.write_bytes(make_jpeg())
    return import_photos(workspace, [file], IntakeOrder(project_id=project.id)).value.taken[0]


def foreign(workspace, *statements):
    assert set(run_foreign(workspace.folder / DATABASE_NAME, *statements, brings_clock=True)) == {
        ""
    }


def flaws(workspace, **more):
    report = check_workspace(workspace.folder, **more)
    assert all("{" not in finding_sentence(finding) for finding in report.findings)
    return {finding.flaw for finding in report.findings}


# -- info ---------------------------------------------------------------------------------------


def test_info_tells_what_a_workspace_is_beside_its_writer(workspace, project, defect):
    info = workspace_info(workspace.folder)
    assert info.schema_version == SCHEMA_VERSION
    assert info.counts.keys() == {table.name for table in TABLES}
    assert (info.counts["project"], info.counts["defect"]) == (1, 1)
    assert info.person == workspace.person()
    assert info.device_code == workspace.device().code
    assert info.engine.startswith(("sqlcipher3 3.", "sqlite3 3."))
    with workspace.read() as office:
        assert info.content_hash == content_hash(office.db)
        assert info.replica == office.journal.replica().hex()
    assert info.operations > 0
    assert info.unsealed_segments == 2
    workspace.seal()
    assert workspace_info(workspace.folder).unsealed_segments == 0


# -- check --------------------------------------------------------------------------------------


def test_an_untouched_workspace_is_sound(workspace, defect, photo):
    make_party(workspace, make_project(workspace, "XH1"), phone="13800138000")
    for _twice in range(2):
        report = check_workspace(workspace)
        assert report.findings == ()
        assert report.is_sound
        assert (report.originals, report.rows > 5) == (1, True)
        workspace.seal()
    assert check_workspace(workspace).segments == 3


def test_a_dropped_trigger_is_found(workspace, defect):
    foreign(workspace, "DROP TRIGGER defect_guard_delete")
    assert flaws(workspace) == {Flaw.TRIGGER_CHANGED}


def test_what_was_written_while_a_trigger_was_gone_is_found(workspace, defect):
    foreign(
        workspace,
        "DROP TRIGGER defect_journal_severity",
        ("UPDATE defect SET severity = 'minor!' WHERE id = ?", [defect.id]),
    )
    assert flaws(workspace) == {Flaw.TRIGGER_CHANGED, Flaw.ROW_DIFFERS}


def test_a_changed_trigger_and_a_foreign_one_are_found(workspace, defect):
    foreign(
        workspace,
        "DROP TRIGGER defect_guard_delete",
        "CREATE TRIGGER defect_guard_delete BEFORE DELETE ON defect BEGIN SELECT 1; END",
        "CREATE TRIGGER spy AFTER INSERT ON photo BEGIN SELECT 1; END",
    )
    named = {f.facts["name"] for f in check_workspace(workspace.folder).findings}
    assert named == {"defect_guard_delete", "spy"}


def test_a_journal_that_was_switched_off_is_found_with_what_was_written_then(
    workspace, defect, caplog
):
    foreign(
        workspace,
        "UPDATE sync_self SET applying = 1",
        ("UPDATE defect SET text = 'forged' WHERE id = ?", [defect.id]),
        ("DELETE FROM defect_event WHERE defect_id = ?", [defect.id]),
    )
    report = check_workspace(workspace.folder)
    assert {f.flaw for f in report.findings} == {Flaw.JOURNAL_SUSPENDED, Flaw.ROW_DIFFERS}
    records = {f.facts["record"] for f in report.findings if f.flaw is Flaw.ROW_DIFFERS}
    assert records == {"defect", "defect_event"}
    assert not report.is_sound
    workspace.close()
    assert "switched off" in caplog.text


def test_rewritten_history_is_found(workspace, defect):
    workspace.seal()
    foreign(
        workspace,
        "UPDATE sync_self SET applying = 1",
        "UPDATE sync_op SET at = at - 86400000",
        "UPDATE sync_self SET applying = 0",
    )
    assert flaws(workspace) == {Flaw.SEGMENT_BROKEN}


def test_a_segment_that_cannot_be_read_is_found(workspace, defect):
    workspace.seal()
    foreign(
        workspace,
        "DROP TRIGGER sync_segment_guard_update",
        "UPDATE sync_segment SET body = zeroblob(9) WHERE seg = 1",
    )
    assert flaws(workspace) == {Flaw.TRIGGER_CHANGED, Flaw.SEGMENT_BROKEN}


def test_a_row_that_points_nowhere_is_told_but_no_harm(workspace, project, defect):
    put_row(workspace, "photo_link", {"id": "l", "project_id": project.id, "photo_id": "none"})
    report = check_workspace(workspace.folder)
    (finding,) = report.findings
    facts = {"record": "photo_link", "id": "l", "field": "photo_id", "target": "none"}
    assert finding == Finding(Flaw.LINK_DANGLING, facts)
    assert report.is_sound


def test_a_lost_original_is_found(workspace, photo):
    find_original(workspace.folder, photo.sha256).unlink()
    assert flaws(workspace) == {Flaw.ORIGINALS_MISSING}
    assert flaws(workspace, photos=False) == set()


def test_originals_that_are_elsewhere_are_counted_and_no_harm(tmp_path):
    with laptops(tmp_path, "甲", "乙") as (giver, taker):
        project = make_project(giver)
        for number in range(5):
            file = tmp_path / f"{number}.jpg"
            file.write_bytes(make_jpeg(size=(60 + number, 40)))
            import_photos(giver, [file], IntakeOrder(project_id=project.id))
        hand_over(giver, taker, photos=False)
        report = check_workspace(taker.folder)
    (finding,) = report.findings
    assert (finding.flaw, finding.facts["count"]) == (Flaw.ORIGINALS_ELSEWHERE, 5)
    assert (len(finding.facts["names"]), report.is_sound) == (3, True)


def test_a_changed_original_is_found(workspace, photo):
    path = find_original(workspace.folder, photo.sha256)
    harmed = bytearray(path.read_bytes())
    harmed[len(harmed) // 2] ^= 1
    path.write_bytes(harmed)
    (finding,) = check_workspace(workspace.folder).findings
    assert (finding.flaw, finding.facts["name"]) == (Flaw.ORIGINAL_CHANGED, "IMG_1.jpg")


def test_a_lost_or_changed_pack_is_found(workspace):
    (pack,) = (workspace.folder / "files").rglob("*.json")
    whole = pack.read_bytes()
    pack.write_bytes(whole + b" ")
    assert flaws(workspace) == {Flaw.CONTENT_CHANGED}
    pack.unlink()
    assert flaws(workspace) == {Flaw.CONTENT_MISSING}


def test_unknown_and_unfinished_files_are_told_but_no_harm(workspace, photo):
    for name in (f"photos/ab/{'0' * 62}.jpg", "files/ab/.cd.json.12.part"):
        file = workspace.folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(b"x")
    assert flaws(workspace) == {Flaw.FILE_UNKNOWN, Flaw.FILE_UNFINISHED}
    assert check_workspace(workspace.folder).is_sound


def test_a_damaged_page_is_found(workspace, defect):
    workspace.close()
    file = workspace.folder / DATABASE_NAME
    whole = bytearray(file.read_bytes())
    for page in range(20, len(whole) // 4096):
        whole[page * 4096 : page * 4096 + 64] = bytes(64)
    file.write_bytes(whole)
    assert Flaw.DATABASE_DAMAGED in flaws(workspace)
    file.write_bytes(bytes(4096) + whole[4096:])
    assert flaws(workspace, photos=False) >= {Flaw.DATABASE_DAMAGED}


@pytest.mark.parametrize(
    "statement",
    [
        "DROP TABLE defect",
        "DROP TABLE sync_op",
        "DROP INDEX defect_event_by_defect_id",
        "ALTER TABLE defect ADD COLUMN extra TEXT",
        "UPDATE sync_col SET col = 'extra' WHERE tbl = 'defect' AND col = 'text'",
    ],
)
def test_a_changed_structure_is_found_and_the_check_ends_well(workspace, defect, statement):
    workspace.close()
    foreign(workspace, statement)
    assert Flaw.STRUCTURE_CHANGED in flaws(workspace)


def test_a_table_that_a_foreign_tool_added_is_no_harm(workspace, defect):
    foreign(workspace, "CREATE TABLE notes(x)")
    assert flaws(workspace) == set()


def test_a_rewritten_personal_value_is_found(workspace, project):
    make_party(workspace, project, phone="13800000000")
    foreign(workspace, "UPDATE private_value SET value = '13900000000'")
    assert flaws(workspace) == {Flaw.PRIVATE_VALUE_CHANGED}


class Impatient(Unwatched):
    """Somebody who stops after a few steps."""

    def __init__(self, patience):
        self.patience = patience

    def wants_stop(self):
        self.patience -= 1
        return self.patience < 0


@pytest.mark.parametrize("patience", [0, 3, 5])
def test_a_check_can_be_stopped(workspace, photo, patience):
    with pytest.raises(Cancelled):
        check_workspace(workspace.folder, Impatient(patience))


def test_each_flaw_has_a_sentence():
    facts = dict.fromkeys(
        ("detail", "name", "names", "count", "hash", "record", "id", "field", "target", "file"),
        "x",
    )
    sentences = {finding_sentence(Finding(flaw, facts)) for flaw in Flaw}
    assert len(sentences) == len(Flaw)
