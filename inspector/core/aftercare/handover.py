"""What is handed over after the acceptance (移交清单): which thing, to whom, when, how shown."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from inspector.core.days import check_not_later
from inspector.core.errors import InspectorError, Problem
from inspector.core.text import named


class HandoverKind(StrEnum):
    """What kind of thing is handed over (LM-008; 物业承接查验办法)."""

    FACILITY = "facility"
    ROOM = "room"
    PAPERS = "papers"
    OTHER = "other"


@dataclass(frozen=True, slots=True, kw_only=True)
class HandoverRow:
    """One line of the list; without `handed_on` it still waits."""

    id: str
    project_id: str
    kind: HandoverKind
    item: str
    quantity: str | None = None
    receiver: str | None = None
    handed_on: date | None = None
    paper: str | None = None
    note: str | None = None
    position: int = 0

    @property
    def is_done(self) -> bool:
        """Tell whether it was handed over."""
        return self.handed_on is not None

    def checked(self, today: date) -> "HandoverRow":
        """Return the row, or refuse one that was handed over to nobody or without a paper."""
        named(self.item, "item")
        if self.handed_on is not None:
            check_not_later("handed_on", self.handed_on, today)
            for field in ("receiver", "paper"):
                if not getattr(self, field):
                    raise InspectorError(Problem.NAME_EMPTY, field=field)
        return self
