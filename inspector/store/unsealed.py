"""Operations that are not sealed yet: they can still be set right, by the one who writes them."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sqlite_utils import Database as Tables


class UnsealedOps:
    """The operations of the open segments; the triggers must be told not to write."""

    def __init__(self, db: "Tables") -> None:
        self._db = db

    def stand_on(self, opid: int, prev: int) -> None:
        """Let an operation that is not sealed yet replace another one than it did, and no more."""
        self._db.execute(
            "UPDATE sync_op SET prev = ?2, rank = max(at,"
            " 1 + (SELECT p.rank >> 16 FROM sync_op p WHERE p.opid = ?2)) << 16 | (rank & 65535)"
            " WHERE opid = ?1",
            [opid, prev],
        )
        self._db.execute("DELETE FROM sync_parent WHERE opid = ?", [opid])

    def say_again(self, opid: int, value: str) -> None:
        """Let an operation that is not sealed yet say what the one before it says."""
        self._db.execute("UPDATE sync_op SET val = ? WHERE opid = ?", [value, opid])
