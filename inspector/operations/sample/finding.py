"""What a finding of the story is: what failed where, who repairs it, and how it ends."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from inspector.photos.scenes import SceneKind


class Round(StrEnum):
    """The visits of the story, in their order."""

    PATROL = "patrol"
    PRELIMINARY = "preliminary"
    SPOT = "spot"
    FIRST_RECHECK = "first_recheck"
    JOINT = "joint"
    LAST_RECHECK = "last_recheck"


class Fate(StrEnum):
    """How a finding ends."""

    CLOSED = "closed"
    SECOND = "second"
    EXTENDED = "extended"
    LEFT = "left"
    CONCEDED = "conceded"
    VOIDED = "voided"


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One defect of the story.

    `bad` are the failing readings (or the failing option) that replace as many of the drawn ones,
    `good` what the same points give after the repair; `repair` is the party's reply, `reason`
    what explains a fate other than closed. With `passes` the item passes all the same: one point
    of a general item within 1.5 times its tolerance.
    """

    item: str
    place: str
    found: Round
    party: str
    scene: SceneKind
    text: str
    repair: str
    bad: str = ""
    good: str = ""
    fate: Fate = Fate.CLOSED
    reason: str = ""
    until: date | None = None
    passes: bool = False
    heic: str | None = None

    @property
    def spot(self) -> tuple[str, str]:
        """Give the place and item that it belongs to."""
        return self.place, self.item

    @property
    def rechecked(self) -> Round | None:
        """Tell in which visit its repair is checked, if it is."""
        if self.fate in {Fate.LEFT, Fate.CONCEDED, Fate.VOIDED}:
            return None
        late = self.found is Round.JOINT or self.fate is Fate.EXTENDED
        return Round.LAST_RECHECK if late else Round.FIRST_RECHECK
