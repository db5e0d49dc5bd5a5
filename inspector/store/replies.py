"""Reply sheets that were taken in, as rows."""

from typing import TYPE_CHECKING

from inspector.core.replies import Reply
from inspector.store.rows import Row, Rows

if TYPE_CHECKING:
    from sqlite_utils import Database as Tables


class ReplyRepository:
    """Reply sheets of a project."""

    def __init__(self, db: "Tables") -> None:
        self._rows = Rows(db, "reply")

    def find(self, reply_id: str) -> Reply | None:
        """Read one, if it is there."""
        row = self._rows.find(reply_id)
        return None if row is None else _reply(row)

    def of_notice(self, notice_id: str) -> list[Reply]:
        """List the replies to a notice, oldest first."""
        found = self._rows.where("notice_id = ?", [notice_id], "ORDER BY at_ms, id")
        return [_reply(row) for row in found]

    def of_project(self, project_id: str) -> list[Reply]:
        """List the replies of a project, oldest first."""
        return [_reply(row) for row in self._rows.of_project(project_id, "ORDER BY at_ms, id")]

    def put(self, reply: Reply) -> None:
        """Keep a reply."""
        self._rows.put(
            {
                "id": reply.id,
                "project_id": reply.project_id,
                "notice_id": reply.notice_id,
                "sha256": reply.sha256,
                "size": reply.size,
                "name": reply.name,
                "at_ms": reply.at_ms,
                "by_id": reply.by,
            }
        )


def _reply(row: Row) -> Reply:
    return Reply(
        id=row["id"],
        project_id=row["project_id"],
        notice_id=row["notice_id"] or "",
        sha256=row["sha256"] or "",
        size=row["size"] or 0,
        name=row["name"] or "",
        at_ms=row["at_ms"] or 0,
        by=row["by_id"] or "",
    )
