"""Defects of a district, and what two people change of them: the same statements for everybody."""

import json
import random
import uuid
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

from inspector.store.engine import connect_plain
from inspector.store.schema import BY_NAME, create_table_sql

Statement = tuple[str, tuple[Any, ...]]

_TEXT = "墙面开裂 长约{}毫米，需按导则第{}条整改；雨水管支架松动，已拍照取证。"
_COLUMNS = ("id", "project_id", *BY_NAME["defect"].column_names)
INSERT = f"INSERT INTO defect({', '.join(_COLUMNS)}) VALUES ({', '.join('?' for _one in _COLUMNS)})"  # noqa: S608 - compiled-in names
_PEOPLE = [f"0199d3a1-7c00-7{number:03}-8a4e-5b1f6c2d9e80" for number in range(40)]
_UPDATED, _INSERTED, _SHARED = 0.8, 0.15, 0.05
"""Of the changed rows: two fields set, new, and (of all) those that the other changes too."""


def defect_rows(project: str, count: int, seed: int) -> Iterator[tuple[Any, ...]]:
    """Yield rows of the table `defect`, about 600 bytes each."""
    noise = random.Random(seed)  # noqa: S311 - records, not secrets
    visits = [_id(noise) for _one in range(50)]
    places = [_id(noise) for _one in range(200)]
    parties = [_id(noise) for _one in range(10)]
    for number in range(count):
        yield (
            _id(noise),
            project,
            f"JF2-{noise.randrange(60)}-K7-{number:06}",
            noise.choice(visits),
            noise.choice(places),
            f"A.{noise.randrange(9)}.{noise.randrange(40)}",
            '{"id":"CN-STARTER","version":"1"}',
            None,
            _text(noise),
            noise.choice(("major", "minor")),
            noise.choice(parties),
            f"2026-12-{noise.randrange(1, 29):02}",
            None,
            "重新抹灰并复验",
            _state("open", noise),
        )


def changes(
    project: str, ids: Sequence[str], count: int, seed: int, shared: Sequence[str] = ()
) -> Iterator[Statement]:
    """Yield what one person does, mixed: 80 % set two fields, 15 % are new, 5 % are deleted.

    Of the records a twentieth are those of `shared`, which the other changed as well.
    """
    noise = random.Random(seed)  # noqa: S311 - records, not secrets
    updated, inserted = int(count * _UPDATED), int(count * _INSERTED)
    chosen = picked(ids, count, seed, shared)
    done: list[Statement] = [
        (
            "UPDATE defect SET state = ?, text = ? WHERE id = ?",
            (_state(noise.choice(("rework", "closed")), noise), _text(noise), one),
        )
        for one in chosen[:updated]
    ]
    done += [(INSERT, row) for row in defect_rows(project, inserted, seed + 1)]
    done += [("UPDATE defect SET deleted = 1 WHERE id = ?", (one,)) for one in chosen[updated:]]
    noise.shuffle(done)
    yield from done


def picked(ids: Sequence[str], count: int, seed: int, shared: Sequence[str] = ()) -> list[str]:
    """Choose the records that one person changes, those of `shared` first."""
    noise = random.Random(seed)  # noqa: S311 - records, not secrets
    both = list(shared[: int(count * _SHARED)])
    others = sorted(set(ids) - set(both))
    return both + noise.sample(others, count - int(count * _INSERTED) - len(both))


def make_bare(path: Path, project: str, count: int) -> None:
    """Write the rows into a file that holds the bare table with its indexes."""
    connection = connect_plain(path)
    for statement in create_table_sql(BY_NAME["defect"]):
        connection.execute(statement)
    connection.executemany(INSERT, defect_rows(project, count, count))
    connection.commit()
    connection.execute("VACUUM")
    connection.close()


def ids_of(path: Path) -> list[str]:
    """List the records of a bare file, shuffled, always in the same way."""
    connection = connect_plain(path)
    ids = [one for (one,) in connection.execute("SELECT id FROM defect ORDER BY id")]
    connection.close()
    random.Random(1).shuffle(ids)  # noqa: S311 - records, not secrets
    return ids


def copy_without_gaps(source: Path, target: Path) -> None:
    """Copy a database without its free pages."""
    connection = connect_plain(source)
    connection.execute("VACUUM INTO ?", [str(target)])
    connection.close()


def write_changes(path: Path, statements: Iterable[Statement]) -> None:
    """Carry statements out on a bare file, in one transaction."""
    connection = connect_plain(path)
    for sql, values in statements:
        connection.execute(sql, values)
    connection.commit()
    connection.close()


def _text(noise: random.Random) -> str:
    return _TEXT.format(noise.randrange(999), noise.randrange(50))


def _state(name: str, noise: random.Random) -> str:
    told = {
        "at": 1_790_000_000_000 + noise.randrange(10**9),
        "by": noise.choice(_PEOPLE),
        "state": name,
    }
    return json.dumps(told, separators=(",", ":"))


def _id(noise: random.Random) -> str:
    digits = f"0199d{noise.getrandbits(108):027x}"
    return str(uuid.UUID(f"{digits[:12]}7{digits[13:16]}8{digits[17:]}"))
