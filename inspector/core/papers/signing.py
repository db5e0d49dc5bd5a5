"""What a report shows of its signatures."""

from dataclasses import dataclass, field

from inspector.core.ink import Ink
from inspector.core.signatures import Printed


@dataclass(frozen=True, slots=True, kw_only=True)
class SignatureRow:
    """One signature for a unit; `remark` says what changed since, or that it is doubled.

    The drawing is personal: where it was erased or never came to this computer there is none, and
    the paper is the same paper, so it is no part of the snapshot. Residents are not named.
    """

    role: str
    unit: str
    kind: str
    day: str
    signer: str | None = None
    post: str | None = None
    remark: str | None = None
    ink: Ink | None = field(default=None, metadata={"hashed": False})


@dataclass(frozen=True, slots=True, kw_only=True)
class SignedText:
    """What the parties signed: the check code of the meeting's content now, and who signed it.

    `printed` is that content by its parts, for those who sign this very paper.
    """

    code: str
    rows: tuple[SignatureRow, ...] = ()
    withdrawn: tuple[str, ...] = ()
    printed: Printed | None = field(default=None, metadata={"hashed": False})

    def of_unit(self, unit: str, role: str) -> tuple[SignatureRow, ...]:
        """List the signatures for a unit in a role."""
        return tuple(row for row in self.rows if (row.unit, row.role) == (unit, role))
