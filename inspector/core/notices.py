"""How a rectification notice stands on a day, told by the defects that it lists."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from inspector.core.defects import Defect, DefectState, Notice


@dataclass(frozen=True, slots=True, kw_only=True)
class NoticeStanding:
    """How many defects of a notice are open, wait for their re-check, or are late.

    Late is what is neither repaired nor answered although its own day has passed: an extension
    moves that day, the notice keeps its own. `days` are those since the earliest of them.
    """

    still_open: int = 0
    replied: int = 0
    overdue: int = 0
    days: int = 0


def standing_on(notice: Notice, defects: Iterable[Defect], day: date) -> NoticeStanding:
    """Tell how a notice stands on a day; nobody owes anything by one that was withdrawn."""
    if notice.withdrawn is not None:
        return NoticeStanding()
    owed = [one for one in defects if one.id in notice.defect_ids]
    late = [one.due_on for one in owed if one.due_on is not None and one.is_overdue(day)]
    return NoticeStanding(
        still_open=sum(one.is_open for one in owed),
        replied=sum(one.state is DefectState.REPLIED for one in owed),
        overdue=len(late),
        days=(day - min(late)).days if late else 0,
    )
