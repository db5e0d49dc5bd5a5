"""The paper that tells what a bundle holds of what the archive asks for (归档完整性清单)."""

from dataclasses import dataclass

from inspector.core.papers.kinds import PaperIdentity


@dataclass(frozen=True, slots=True, kw_only=True)
class WantRow:
    """One line: what is asked for in which class, how it stands and why; `is_gap` if it lacks."""

    code: str
    name: str
    state: str
    text: str
    is_gap: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class CompletenessPaper:
    """The list, its sum in one sentence, and why it was sealed with gaps, by whom and when."""

    identity: PaperIdentity
    project_name: str
    project_code: str
    template: str
    told: str
    rows: tuple[WantRow, ...]
    reason: str | None = None
    said_by: str = ""
    said_on: str = ""
