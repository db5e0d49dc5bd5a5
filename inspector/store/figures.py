"""Counts over many records, made by the database."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sqlite_utils import Database as Tables


@dataclass(frozen=True, slots=True, kw_only=True)
class Progress:
    """How far the items at a place, or of a project, have been inspected."""

    due: int
    answered: int
    failed: int
    mandatory_unchecked: int


_STATE = "coalesce(json_extract(a.result, '$.state'), 'unchecked')"


def progress_of_visit(db: "Tables", project_id: str, visit_id: str) -> dict[str, Progress]:
    """Count, for each place in scope, what a visit has answered."""
    rows = db.execute(
        f"""
        SELECT s.place_id,
               count(*),
               sum({_STATE} <> 'unchecked'),
               sum({_STATE} = 'fail'),
               sum({_STATE} = 'unchecked' AND s.duty = 'mandatory')
          FROM scheme_row s
          LEFT JOIN answer a
            ON a.visit_id = ? AND a.place_id = s.place_id AND a.item_id = s.item_id
           AND a.deleted = 0
         WHERE s.project_id = ? AND s.deleted = 0
         GROUP BY s.place_id
        """,
        [visit_id, project_id],
    )
    return {
        place_id: Progress(due=due, answered=answered, failed=failed, mandatory_unchecked=unchecked)
        for place_id, due, answered, failed, unchecked in rows
    }


def progress_of_project(db: "Tables", project_id: str) -> Progress:
    """Count the items in scope by their newest verdict in any visit."""
    due, answered, failed, unchecked = db.execute(
        """
        SELECT count(*),
               coalesce(sum(n.state IS NOT NULL), 0),
               coalesce(sum(n.state = 'fail'), 0),
               coalesce(sum(n.state IS NULL AND s.duty = 'mandatory'), 0)
          FROM scheme_row s
          LEFT JOIN (
                SELECT a.item_id,
                       a.place_id,
                       json_extract(a.result, '$.state') AS state,
                       row_number() OVER (
                         PARTITION BY a.item_id, a.place_id
                         ORDER BY json_extract(v.days, '$.first') DESC, v.number DESC) AS newest
                  FROM answer a
                  JOIN visit v ON v.id = a.visit_id
                 WHERE a.project_id = ? AND a.deleted = 0
                   AND json_extract(a.result, '$.state') <> 'unchecked') n
            ON n.item_id = s.item_id AND n.place_id = s.place_id AND n.newest = 1
         WHERE s.project_id = ? AND s.deleted = 0
        """,
        [project_id, project_id],
    ).fetchone()
    return Progress(due=due, answered=answered, failed=failed, mandatory_unchecked=unchecked)


def count_of_project(db: "Tables", table: str, project_id: str, condition: str = "1") -> int:
    """Count the rows of a project's table that are not deleted."""
    (number,) = db.execute(
        f"SELECT count(*) FROM {table} WHERE project_id = ? AND deleted = 0 AND ({condition})",
        [project_id],
    ).fetchone()
    return int(number)
