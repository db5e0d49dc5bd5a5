"""Make the small real database that is kept of the newest schema, and the schema as a page.

Run once when a schema is released, never again for an older one:
    python tools/keep_database.py
It writes tests/data/databases/NNN.db with NNN.json (what it holds), the same workspace as a
package, tests/data/exchanged/NNN.ipkg, and tests/data/schema.sql.
"""

import json
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))

from inspector.core.checklists import AnswerState  # noqa: E402 - the checkout comes first
from inspector.core.defects import DefectStep  # noqa: E402
from inspector.operations.defects import MoveDraft, move_defect  # noqa: E402
from inspector.operations.packing import PackOrder, pack  # noqa: E402
from inspector.operations.projects import edit_project, remove_place  # noqa: E402
from inspector.operations.workspace import Workspace, change_person  # noqa: E402
from inspector.store.content import content_hash  # noqa: E402
from inspector.store.copying import copy_to  # noqa: E402
from inspector.store.migrations import SCHEMA_VERSION  # noqa: E402
from inspector.store.rows import Rows  # noqa: E402
from inspector.store.schema import TABLES  # noqa: E402
from tests.kit import builders  # noqa: E402
from tests.kit.journals import put_row, sample_row  # noqa: E402
from tests.kit.schemas import schema_text  # noqa: E402

DATA = ROOT / "tests" / "data"


def main() -> None:
    """Fill a workspace and keep its database."""
    with tempfile.TemporaryDirectory() as folder:
        workspace = builders.make_workspace(Path(folder))
        _fill(workspace)
        _keep(workspace)
        _keep_package(workspace)
        workspace.close()


def _fill(workspace: Workspace) -> None:
    """Write into every table, sealed and open, changed, deleted and by two people."""
    project = builders.make_project(workspace)
    place = builders.make_place(workspace, project)
    gone = builders.make_place(workspace, project, "13")
    builders.make_party(workspace, project, phone="13800138000")
    visit = builders.make_visit(workspace, project)
    spot = builders.make_spot(workspace, project, place, visit)
    defect = builders.make_defect(workspace, project, place, "外墙涂层起皮 㛃𠮷")
    workspace.seal()
    remove_place(workspace, gone.id)
    change_person(workspace, "张工", "监理公司")
    move_defect(workspace, defect.id, MoveDraft(step=DefectStep.VOID, reason="重复记录"))
    edit_project(workspace, project.id, name="解放二村（一期）")
    for table in TABLES:
        row = sample_row(table.name, builders.random_id(), project.id)
        put_row(workspace, table.name, row)
        with workspace.act() as writing:
            Rows(writing.office.db, table.name).delete(str(row["id"]))
    put_row(
        workspace,
        "answer",
        {
            "id": builders.random_id(),
            "project_id": project.id,
            "visit_id": spot.visit_id,
            "place_id": spot.place_id,
            "item_id": spot.item_id,
            "result": json.dumps({"state": AnswerState.PASS.value}),
        },
    )


def _keep(workspace: Workspace) -> None:
    target = DATA / "databases" / f"{SCHEMA_VERSION:03d}.db"
    target.parent.mkdir(parents=True, exist_ok=True)
    with workspace.read() as office:
        copy_to(office.db.conn, target)
        held = {
            "content_hash": content_hash(office.db),
            "rows": {
                table.name: [
                    row_id
                    for (row_id,) in office.db.execute(
                        f"SELECT id FROM {table.name} ORDER BY id"  # noqa: S608 - our own tables
                    )
                ]
                for table in TABLES
            },
        }
        (DATA / "schema.sql").write_text(schema_text(office.db), encoding="utf-8")
    text = json.dumps(held, indent=1, ensure_ascii=False)
    target.with_suffix(".json").write_text(f"{text}\n", encoding="utf-8")


def _keep_package(workspace: Workspace) -> None:
    target = DATA / "exchanged" / f"{SCHEMA_VERSION:03d}.ipkg"
    target.parent.mkdir(parents=True, exist_ok=True)
    target.unlink(missing_ok=True)
    pack(workspace, target, PackOrder())


if __name__ == "__main__":
    main()
