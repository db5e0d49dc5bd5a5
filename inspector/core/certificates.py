"""Certificates with which people sign PDF files, and what such a signature turns out to be."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

SELF_MADE = "Inspector 自制证书"
"""The issuer of certificates that the program makes: no authority, and no rare character.

Programs find a signature's certificate by its issuer, and some cannot compare names with
characters that came after Unicode 3.2; a person's name may hold them.
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Certificate:
    """Whose key this is and how long it counts; a self-made one has no authority behind it."""

    holder: str
    unit: str | None
    issuer: str
    sha256: str
    not_before: datetime
    not_after: datetime
    is_self_made: bool


class SealTrouble(StrEnum):
    """Why a signature on a PDF does not hold."""

    CHANGED = "changed"
    """What it covers is not what was signed."""
    BROKEN = "broken"
    """Its value is not that of its certificate's key, or it cannot be read."""
    ADDED = "added"
    """Something else than further signatures was added afterwards."""
    EXPIRED = "expired"
    EARLY = "early"


@dataclass(frozen=True, slots=True, kw_only=True)
class PdfSeal:
    """A certificate signature on a PDF as it was verified, with all that speaks against it."""

    field: str
    certificate: Certificate | None
    signed_at: datetime | None
    reason: str | None = None
    troubles: tuple[SealTrouble, ...] = ()

    @property
    def holds(self) -> bool:
        """Tell whether nothing speaks against it."""
        return not self.troubles
