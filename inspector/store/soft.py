"""What wants a look though nothing is in conflict: read from journal and tables."""

from collections.abc import Iterator, Mapping
from itertools import groupby
from operator import itemgetter
from typing import TYPE_CHECKING

from inspector.core.canonical import canonical
from inspector.core.soft import Change, Sight
from inspector.store.checks import LINK_TARGETS
from inspector.store.schema import TABLES
from inspector.store.segments import SegmentRepository
from inspector.store.triggers import INDEX_BITS, INSERT_MARK

if TYPE_CHECKING:
    from sqlite_utils import Database as Tables

_NUMBERED: Mapping[str, tuple[str, str]] = {
    "project": ("code", "''"),
    "place": ("code", "project_id || ' ' || coalesce(parent_id, '')"),
    "visit": ("number", "project_id"),
    "defect": ("number", "project_id"),
    "notice": ("number", "project_id"),
}
"""Of each table the number that people call its records by, and within what it is their own."""


class SoftRepository:
    """Records that came together without conflict."""

    def __init__(self, db: "Tables") -> None:
        self._db = db
        self._segments = SegmentRepository(db)

    def sight(self) -> Sight:
        """Tell which segments each laptop has, as far as it said."""
        (own,) = self._db.execute("SELECT lower(hex(replica)) FROM sync_self").fetchone()
        found = self._db.execute(
            "SELECT lower(hex(t.peer)), p.value FROM sync_peer_tips t, json_each(t.tips) p"
            " ORDER BY t.peer"
        ).fetchall()
        return Sight(
            own,
            {
                replica: self._segments.behind(tip for _replica, tip in group)
                for replica, group in groupby(found, itemgetter(0))
            },
        )

    def changes(
        self, sight: Sight, project_id: str | None
    ) -> Iterator[tuple[str, str, str, list[Change]]]:
        """Yield (row, table, project, changes) of records that several laptops changed last.

        Records of which every other laptop has all are left out.
        """
        everywhere = frozenset.intersection(*sight.held.values()) if sight.held else frozenset()
        found = self._db.execute(
            "WITH recent AS (SELECT DISTINCT o.row FROM sync_segment g JOIN sync_op o"
            f"   ON o.opid >= g.seg << {INDEX_BITS} AND o.opid < (g.seg + 1) << {INDEX_BITS}"
            "   WHERE g.state IN (0, 1) AND g.seg NOT IN (SELECT value FROM json_each(?1))"
            "    AND (?2 IS NULL OR g.project_id = ?2)),"
            " last AS (SELECT o.row, c.tbl, g.project_id, o.opid, c.col, g.replica, g.seg, o.at,"
            "   CASE WHEN g.replica = (SELECT replica FROM sync_self) THEN NULL"
            "     ELSE g.recv_at END AS came"
            "  FROM recent r JOIN sync_op o ON o.row = r.row JOIN sync_col c ON c.cid = o.cid"
            f"  JOIN sync_segment g ON g.seg = o.opid >> {INDEX_BITS}"
            "  WHERE c.col NOT IN (?3, 'deleted') AND NOT EXISTS (SELECT 1 FROM sync_op n"
            "     WHERE n.row = o.row AND n.cid = o.cid AND n.prev = o.opid))"
            " SELECT * FROM last WHERE row IN"
            "  (SELECT row FROM last GROUP BY row HAVING count(DISTINCT replica) > 1)"
            " ORDER BY row, tbl, opid",
            [canonical(sorted(everywhere)), project_id, INSERT_MARK],
        ).fetchall()
        for (row, table, project), group in groupby(found, itemgetter(0, 1, 2)):
            changes = [
                Change(opid, column, bytes(replica).hex(), seg, at, came)
                for _row, _table, _project, opid, column, replica, seg, at, came in group
            ]
            yield row, table, project, changes

    def orphans(self, project_id: str | None) -> Iterator[tuple[str, str, str, str, str, str]]:
        """Yield (row, table, project, link, target's table, target) where the target is deleted.

        Only where another laptop deleted it than wrote the record.
        """
        author = (
            "(SELECT g.replica FROM sync_op o JOIN sync_segment g"
            f"  ON g.seg = o.opid >> {INDEX_BITS} JOIN sync_col c ON c.cid = o.cid"
            "  WHERE o.row = {row} AND c.col IN ({columns}) ORDER BY o.rank DESC LIMIT 1)"
        )
        for table in TABLES:
            for column, target in LINK_TARGETS.items():
                if column not in table.column_names:
                    continue
                wrote = author.format(row="t.id", columns=f"'{INSERT_MARK}', '{column}'")
                deleted = author.format(row="g.id", columns="'deleted'")
                for row, project, gone in self._db.execute(
                    f"SELECT t.id, t.project_id, g.id FROM {table.name} t"
                    f" JOIN {target} g ON g.id = t.{column}"
                    " WHERE t.deleted = 0 AND g.deleted = 1 AND (?1 IS NULL OR t.project_id = ?1)"
                    f" AND {wrote} IS NOT {deleted} ORDER BY t.id",
                    [project_id],
                ).fetchall():
                    yield row, table.name, project, column, target, gone

    def shared_numbers(
        self, project_id: str | None
    ) -> Iterator[tuple[str, str, str, list[tuple[str, str]]]]:
        """Yield (table, column, number, (row, project) of all that bear it)."""
        for table, (column, scope) in _NUMBERED.items():
            found = self._db.execute(
                f"SELECT {column}, {scope}, id, project_id FROM {table} t WHERE deleted = 0"
                f" AND {column} <> '' AND (?1 IS NULL OR project_id = ?1)"
                f" AND (SELECT count(*) FROM {table} o WHERE o.deleted = 0"
                f"  AND o.{column} = t.{column}"
                f"  AND ({_of('o', scope)}) = ({_of('t', scope)})) > 1 ORDER BY 1, 2, 3",
                [project_id],
            ).fetchall()
            for (number, _scope), group in groupby(found, itemgetter(0, 1)):
                yield table, column, number, [(row, project) for *_n, row, project in group]


def _of(alias: str, scope: str) -> str:
    return scope.replace("project_id", f"{alias}.project_id").replace(
        "parent_id", f"{alias}.parent_id"
    )
