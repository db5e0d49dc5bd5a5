"""What tells two papers apart: the hash of exactly what a paper shows."""

import hashlib
from dataclasses import Field, fields, is_dataclass
from datetime import date, datetime
from typing import Any

from inspector.core.canonical import canonical
from inspector.core.papers.handing import HandedPaper
from inspector.core.papers.kinds import AnyPaper
from inspector.core.papers.photobook import PhotoBookPaper

_CODE_DIGITS = 12
_GROUP = 4


def snapshot_sha256(paper: AnyPaper | HandedPaper | PhotoBookPaper) -> str:
    """Hash exactly what the paper shows, in the one spelling of equal data."""
    data = {"paper": type(paper).__name__, "shows": shown_data(paper)}
    return hashlib.sha256(canonical(data).encode("utf-8", "surrogatepass")).hexdigest()


def check_code(sha256: str) -> str:
    """Give the check code of a snapshot as people compare it: 7F3A-91C2-0B5D."""
    digits = sha256[:_CODE_DIGITS].upper()
    return "-".join(digits[at : at + _GROUP] for at in range(0, _CODE_DIGITS, _GROUP))


def _is_shown(each: Field[Any], part: object) -> bool:
    """Tell whether a field counts; one that is “filled” leaves older papers' hashes as they are."""
    hashed = each.metadata.get("hashed", True)
    return bool(part) if hashed == "filled" else bool(hashed)


def shown_data(value: Any) -> object:
    """Turn what a paper shows into what has one spelling; what is outside of it stays out."""
    if is_dataclass(value):
        told = ((each, getattr(value, each.name)) for each in fields(value))
        return {each.name: shown_data(part) for each, part in told if _is_shown(each, part)}
    if isinstance(value, tuple):
        return [shown_data(item) for item in value]
    if isinstance(value, date | datetime):
        return value.isoformat()
    return value
