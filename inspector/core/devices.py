"""Laptops as an office sees them, and the small file by which one asks to be enrolled."""

import json
import re
from dataclasses import asdict, dataclass
from enum import StrEnum

from inspector.core.canonical import canonical
from inspector.core.errors import InspectorError, Problem

_HEX_KEY = re.compile("[0-9a-f]{64}")
_HEX_SIGNATURE = re.compile("[0-9a-f]{128}")
_LONGEST = 16 * 1024
_FORMAT = "inspector.request.v1"


class DeviceStanding(StrEnum):
    """Whether what a laptop writes counts here."""

    OWN = "own"
    OPEN = "open"
    """There is no organisation: everybody's work counts."""
    ENROLLED = "enrolled"
    REVOKED = "revoked"
    UNKNOWN = "unknown"
    """Its work waits in quarantine until somebody enrols it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DeviceView:
    """A laptop: who it is, how it stands, when it was last seen and what of it waits."""

    key: str
    code: str
    name: str
    standing: DeviceStanding
    is_supervised: bool = False
    last_seen_ms: int | None = None
    skew_ms: int = 0
    waiting: int = 0
    quarantined: int = 0
    replicas: tuple[str, ...] = ()
    has_fork: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class EnrolRequest:
    """What a laptop tells of itself when it asks to be enrolled."""

    key: str
    person_id: str
    name: str
    unit: str
    seal_key: str
    code: str = ""

    def signed_part(self) -> bytes:
        """Spell what the laptop's key signs."""
        return f"{_FORMAT}\0{canonical(asdict(self))}".encode()


def request_text(request: EnrolRequest, signature: bytes) -> str:
    """Spell a request as its file."""
    told = {"format": _FORMAT, **asdict(request), "signature": signature.hex()}
    return json.dumps(told, ensure_ascii=False, indent=1) + "\n"


def read_request(text: str, name: str) -> tuple[EnrolRequest, bytes]:
    """Read a request and its signature, or say that the file is none."""
    refusal = InspectorError(Problem.REQUEST_INVALID, file=name)
    if len(text) > _LONGEST:
        raise refusal
    try:
        told = json.loads(text)
        if told.pop("format") != _FORMAT:
            raise refusal
        signature = told.pop("signature")
        request = EnrolRequest(**{key: str(value) for key, value in told.items()})
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError) as error:
        raise refusal from error
    if not _HEX_KEY.fullmatch(request.key) or not _HEX_SIGNATURE.fullmatch(str(signature)):
        raise refusal
    return request, bytes.fromhex(signature)
