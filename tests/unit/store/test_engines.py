"""The store works on both engines: the fixed wheel, and Python's own where it is missing."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from inspector.store import engine
from tests.kit.processes import ROOT

NEWER_THAN_3_37 = re.compile(
    r"unixepoch|json_error_position|jsonb|->>?\s*'\$|FULL\s+(OUTER\s+)?JOIN|RIGHT\s+(OUTER\s+)?JOIN"
    r"|IS\s+(NOT\s+)?DISTINCT\s+FROM|string_agg|concat_ws|\bif\s*\(|timediff|octet_length|\biif\(",
    re.IGNORECASE,
)

ENGINE_DEPENDS_ON = (*("journal", "bypasses", "personal_values", "migrations"),)


@pytest.mark.slow
@pytest.mark.skipif(engine.ENGINE_NAME == "sqlite3", reason="this is the run on Python's engine")
def test_the_stores_tests_pass_on_pythons_own_engine():
    done = subprocess.run(  # noqa: S603 - our own interpreter
        [
            *(sys.executable, "-m", "pytest", "-q", "-p", "tests.kit.stdlib_engine"),
            *("-p", "no:pytest-qt", "-p", "no:cacheprovider", "-m", "not slow"),
            *(f"tests/unit/store/test_{name}.py" for name in ENGINE_DEPENDS_ON),
        ],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout[-4000:]


def test_a_workspace_made_on_one_engine_opens_on_the_other(tmp_path):
    program = (
        "import sys\n"
        "if sys.argv[2] == 'sqlite3': sys.modules['sqlcipher3'] = None\n"
        "from pathlib import Path\n"
        "from inspector.store import engine\n"
        "from tests.kit.builders import make_project, make_workspace, reopen\n"
        "from tests.kit.journals import assert_journal_explains_tables\n"
        "folder = Path(sys.argv[1])\n"
        "there = (folder / 'workspace').exists()\n"
        "workspace = reopen(folder) if there else make_workspace(folder)\n"
        "make_project(workspace, sys.argv[3])\n"
        "assert_journal_explains_tables(workspace)\n"
        "workspace.close()\n"
        "print(engine.ENGINE_NAME)\n"
    )
    used = []
    for name, code in (("sqlcipher3", "A1"), ("sqlite3", "B2"), ("sqlcipher3", "C3")):
        done = subprocess.run(  # noqa: S603 - our own interpreter and program
            [sys.executable, "-c", program, str(tmp_path), name, code],
            cwd=ROOT,
            env={**os.environ, "PYTHONPATH": str(ROOT)},
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == 0, done.stderr
        used.append(done.stdout.strip())
    assert used == ["sqlcipher3", "sqlite3", "sqlcipher3"] or engine.ENGINE_NAME == "sqlite3"


@pytest.mark.parametrize(
    "file", sorted((ROOT / "inspector" / "store").glob("*.py")), ids=lambda file: file.name
)
def test_no_sql_is_newer_than_sqlite_3_37(file: Path):
    found = NEWER_THAN_3_37.search(file.read_text(encoding="utf-8"))
    assert found is None, found


def test_the_engine_names_itself():
    assert re.fullmatch(r"(sqlcipher3|sqlite3) 3\.\d+\.\d+", engine.engine_version())
