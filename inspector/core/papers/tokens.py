"""What stands in the QR code of a signed paper, and what people type to ask for one."""

import re
from dataclasses import dataclass
from itertools import pairwise

from inspector.core.papers.kinds import PaperIdentity

_PROGRAM = "INSPECTOR"
_SHOWN = 16
_QR = re.compile(rf"{_PROGRAM}:(?P<name>[0-9A-Z/-]+):(?P<shown>[0-9A-F]{{{_SHOWN}}})")
_CODE = re.compile(r"(?P<a>[0-9A-F]{4})-?(?P<b>[0-9A-F]{4})-?(?P<c>[0-9A-F]{4})")
_ID = re.compile(r"[0-9A-F]{32}")
_VERSIONED = re.compile(r"(?P<number>\S+?)(?:\s*/\s*(?P<version>[0-9]{1,6}))?")


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperToken:
    """Which paper is meant: by its record, by its number, by the first digits of its snapshot."""

    record_id: str | None = None
    number: str | None = None
    version: int | None = None
    shown: str | None = None


def qr_text(identity: PaperIdentity, snapshot: str) -> str:
    """Give the text of the code: record and content hash, in the letters that make it small.

    A paper without a record, such as a draft, is named by number and version.
    """
    record = identity.record_id
    name = record.replace("-", "") if record else f"{identity.number}/{identity.version}"
    return f"{_PROGRAM}:{name}:{snapshot[:_SHOWN]}".upper()


def read_token(text: str) -> PaperToken:
    """Read what a scanner or a person gives: QR text, check code, number, or number/version."""
    typed = text.strip().upper()
    scanned = _QR.fullmatch(typed)
    if scanned:
        shown = scanned["shown"].lower()
        if _ID.fullmatch(scanned["name"]):
            return PaperToken(record_id=_dashed(scanned["name"].lower()), shown=shown)
        return _named(scanned["name"], shown)
    coded = _CODE.fullmatch(typed)
    if coded:
        return PaperToken(shown="".join(coded.groups()).lower())
    if _ID.fullmatch(typed.replace("-", "")):
        return PaperToken(record_id=_dashed(typed.replace("-", "").lower()))
    return _named(typed)


def _named(text: str, shown: str | None = None) -> PaperToken:
    found = _VERSIONED.fullmatch(text)
    if found is None:
        return PaperToken(number=text, shown=shown)
    version = int(found["version"]) if found["version"] else None
    return PaperToken(number=found["number"], version=version, shown=shown)


def _dashed(digits: str) -> str:
    """Spell an identifier as records do."""
    cuts = (0, 8, 12, 16, 20, 32)
    return "-".join(digits[at:to] for at, to in pairwise(cuts))
