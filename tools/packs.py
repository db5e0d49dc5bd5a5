"""Spell the national starter pack as it ships: run after its folder changed.

A published version never changes: raise `version` in `pack.toml` first. The test of the pack names
the hash that was published.
"""

from inspector.checklists.dump import dump
from inspector.checklists.load import NATIONAL, NATIONAL_FOLDER, load_folder

if __name__ == "__main__":
    pack = load_folder(NATIONAL_FOLDER)
    NATIONAL.write_bytes(dump(pack))
    print(pack.id, pack.version, pack.hash)  # noqa: T201 - a tool speaks on the console
