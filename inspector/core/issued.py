"""Papers and bundles that left the program: what was made, when, and its hash."""

from dataclasses import dataclass
from enum import StrEnum


class PaperKind(StrEnum):
    """Which paper was made."""

    ACCEPTANCE = "acceptance"
    NOTICE = "notice"
    DEFECTS = "defects"
    VISIT = "visit"


@dataclass(frozen=True, slots=True, kw_only=True)
class IssuedReport:
    """A paper as it was made: `snapshot` is the hash of exactly the data that it shows."""

    id: str
    project_id: str
    number: str
    version: int
    kind: PaperKind
    title: str
    made_at: str
    name: str
    sha256: str
    snapshot: str
    pages: int
    conclusion: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class SealedBundle:
    """A bundle as it was sealed."""

    id: str
    project_id: str
    number: str
    made_at: str
    name: str
    sha256: str
    size: int
    files: int
    report_id: str | None = None
