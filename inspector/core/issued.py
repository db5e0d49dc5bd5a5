"""Papers and bundles that left the program: what was made, when, and its hash."""

from dataclasses import dataclass
from enum import StrEnum
from pathlib import PurePath

EDITIONS = (".pdf", ".docx", ".xlsx")
"""How a report may be written: to be signed, to be worked on, to be counted."""


def edition_of(name: str) -> str | None:
    """Give the edition that a file's name asks for; without an end it is the first one."""
    suffix = PurePath(name).suffix.lower() or EDITIONS[0]
    return suffix if suffix in EDITIONS else None


class PaperKind(StrEnum):
    """Which paper was made."""

    ACCEPTANCE = "acceptance"
    NOTICE = "notice"
    DEFECTS = "defects"
    VISIT = "visit"
    DISCLOSURE = "disclosure"
    GROUPS = "groups"
    DEPARTMENTS = "departments"
    RESIDENTS = "residents"
    FIVE_PARTIES = "five_parties"
    BUILDING = "building"
    FILING = "filing"
    AFTERCARE = "aftercare"


FORMS = (
    PaperKind.GROUPS,
    PaperKind.DEPARTMENTS,
    PaperKind.RESIDENTS,
    PaperKind.FIVE_PARTIES,
    PaperKind.FILING,
    PaperKind.AFTERCARE,
)
"""The forms that are signed at the joint acceptance, and those of its filing and handover."""
MEETING_SHEETS = FORMS[:4]
"""The forms that are handed round at a meeting: groups, departments, residents, five parties."""
OF_PROJECT = (PaperKind.ACCEPTANCE, *FORMS, PaperKind.DEFECTS)
"""The papers that a project has one of each, in the order in which they are listed."""


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
    parts: str | None = None
    """The digests of its parts as `PaperParts` spells them; None before schema 10."""

    @property
    def suffix(self) -> str:
        """Give how its file's name ends; a file without such an end is a PDF."""
        return edition_of(self.name) or ".pdf"

    @property
    def is_sealed_report(self) -> bool:
        """Tell whether it is an acceptance report that is signed and goes to the archive."""
        return self.kind is PaperKind.ACCEPTANCE and self.suffix == ".pdf"


@dataclass(frozen=True, slots=True, kw_only=True)
class SealedBundle:
    """A bundle as it was sealed; with gaps it has the reason that was given for them."""

    id: str
    project_id: str
    number: str
    made_at: str
    name: str
    sha256: str
    size: int
    files: int
    report_id: str | None = None
    gaps: int = 0
    gaps_reason: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PublicCopy:
    """A copy for publication as it was made; `left_out` counts what is not in it.

    `released` names the received files that went in, by their hash, parted by blanks.
    """

    id: str
    project_id: str
    number: str
    made_at: str
    name: str
    sha256: str
    size: int
    files: int
    photos: int
    left_out: int
    released: str
    by_id: str
