"""Certificates with which people sign files, and what such a signature turns out to be."""

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, replace
from dataclasses import field as kept
from datetime import datetime
from enum import StrEnum

SELF_MADE = "Inspector 自制证书"
"""The issuer of certificates that the program makes: no authority, and no rare character.

Programs find a signature's certificate by its issuer, and some cannot compare names with
characters that came after Unicode 3.2; a person's name may hold them.
"""


class SealTrouble(StrEnum):
    """Why a certificate signature does not hold."""

    CHANGED = "changed"
    """What it covers is not what was signed."""
    BROKEN = "broken"
    """Its value is not that of its certificate's key, or it cannot be read."""
    ADDED = "added"
    """Something else than further signatures was added afterwards."""
    EXPIRED = "expired"
    EARLY = "early"


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

    def out_of_term(self, at: datetime) -> SealTrouble | None:
        """Tell whether a signature of that moment lies outside the certificate's term."""
        if at < self.not_before:
            return SealTrouble.EARLY
        return SealTrouble.EXPIRED if at > self.not_after else None


class SealConcern(StrEnum):
    """What makes one ask whose signature this is, although it holds."""

    OTHER_UNIT = "other_unit"
    """The certificate names another unit than the one for which it signed."""
    SHARED = "shared"
    """The same certificate signed for several parties."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PdfSeal:
    """A certificate signature on a PDF as it was verified, with all that speaks against it.

    `reason` is what the signature itself says of its purpose, as `seal_reason` spells it; `der` and
    `others` are the certificates that it brings, from which `issuers` are followed.
    """

    field: str
    certificate: Certificate | None
    signed_at: datetime | None
    reason: str | None = None
    troubles: tuple[SealTrouble, ...] = ()
    concerns: tuple[SealConcern, ...] = ()
    der: bytes = kept(default=b"", repr=False)
    others: tuple[bytes, ...] = kept(default=(), repr=False)
    issuers: tuple[str, ...] = ()
    is_trusted: bool = False

    @property
    def holds(self) -> bool:
        """Tell whether nothing speaks against it."""
        return not self.troubles

    @property
    def unit(self) -> str | None:
        """Give the unit for which it was signed; None where the signature does not say so."""
        told = (self.reason or "").split(_BETWEEN, _FIELDS - 1)
        return told[-1] if len(told) == _FIELDS else None


_BETWEEN = " · "
_FIELDS = 3


def seal_reason(purpose: str, role: str, unit: str) -> str:
    """Spell what a signature is given for: purpose, role and unit."""
    return _BETWEEN.join((purpose, role, unit))


def with_concerns(seals: Sequence[PdfSeal]) -> tuple[PdfSeal, ...]:
    """Note on each signature what makes one ask whose it is."""
    return tuple(replace(seal, concerns=_concerns(seal, seals)) for seal in seals)


def units_sharing(seal: PdfSeal, seals: Sequence[PdfSeal]) -> tuple[str, ...]:
    """Name the other units for which the certificate of a signature signed as well."""
    if seal.certificate is None or seal.unit is None:
        return ()
    same = (one for one in seals if _has_key(one, seal.certificate) and one.reason != seal.reason)
    return tuple(dict.fromkeys(one.unit for one in same if one.unit))


def _concerns(seal: PdfSeal, seals: Sequence[PdfSeal]) -> tuple[SealConcern, ...]:
    told = []
    if seal.certificate and seal.unit and not is_of_unit(seal.certificate, seal.unit):
        told.append(SealConcern.OTHER_UNIT)
    if units_sharing(seal, seals):
        told.append(SealConcern.SHARED)
    return tuple(told)


def _has_key(seal: PdfSeal, certificate: Certificate) -> bool:
    return seal.certificate is not None and seal.certificate.sha256 == certificate.sha256


def is_of_unit(certificate: Certificate, unit: str) -> bool:
    """Tell whether a certificate names a unit: as its organisation (O), or as its holder (CN)."""
    named = {_plain(name) for name in (certificate.unit, certificate.holder) if name}
    return _plain(unit) in named


def _plain(name: str) -> str:
    """Spell a unit's name so that width of characters, case and spaces make no difference."""
    return "".join(unicodedata.normalize("NFKC", name).casefold().split())


@dataclass(frozen=True, slots=True, kw_only=True)
class DetachedSeal:
    """A certificate signature in a file of its own, over the tag manifest of a bundle.

    `issuers` names who issued the certificate, who issued theirs, and so on, as far as their
    certificates are at hand and each one's signature holds.
    """

    file: str
    certificate: Certificate | None
    signed_at: datetime | None
    issuers: tuple[str, ...] = ()
    is_trusted: bool = False
    troubles: tuple[SealTrouble, ...] = ()

    @property
    def holds(self) -> bool:
        """Tell whether nothing speaks against it."""
        return not self.troubles
