"""Another program that opens our database: Python's own SQLite, in a process of its own.

It must be another process: two copies of SQLite in one break each other's locks (DESIGN, 8).
"""

import json
import subprocess
import sys
from pathlib import Path

_PROGRAM = """
import json, sqlite3, sys
path, statements, brings_clock = json.loads(sys.stdin.read())
connection = sqlite3.connect(path, isolation_level=None)
connection.execute("PRAGMA recursive_triggers = OFF")
if brings_clock:
    connection.create_function("inspector_now_ms", 0, lambda: 0)
said = []
for sql, values in statements:
    try:
        connection.execute(sql, values)
        said.append("")
    except sqlite3.Error as error:
        said.append(str(error) or type(error).__name__)
connection.close()
print(json.dumps(said))
"""

Statement = tuple[str, list[object]] | str


def run_foreign(path: Path, *statements: Statement, brings_clock: bool = False) -> list[str]:
    """Run statements; give what SQLite refused each with, or an empty text."""
    spelled = [(one, []) if isinstance(one, str) else one for one in statements]
    done = subprocess.run(  # noqa: S603 - our own interpreter and program
        [sys.executable, "-I", "-c", _PROGRAM],
        input=json.dumps([str(path), spelled, brings_clock]),
        capture_output=True,
        text=True,
        check=True,
    )
    said: list[str] = json.loads(done.stdout)
    return said
