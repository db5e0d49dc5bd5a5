"""Laptops as an office sees them, and the small file by which one asks to be enrolled."""

import json
import re
from dataclasses import asdict, dataclass
from enum import StrEnum

from inspector.core.canonical import canonical
from inspector.core.errors import InspectorError, Problem
from inspector.core.spelled import SpelledKind, read_spelled, spell

_HEX_KEY = re.compile("[0-9a-f]{64}")
_HEX_SIGNATURE = re.compile("[0-9a-f]{128}")
_LONGEST = 16 * 1024
_SIGNATURE, _HEAD = 64, 96
"""Where the signature ends, and the key, in a request as text."""
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
    later: tuple[str, ...] = ()
    """What the streams are called that it began when its data had been restored or copied."""


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
    """Read a request and its signature from a file's text, or say that the file is none."""
    refusal = InspectorError(Problem.REQUEST_INVALID, file=name)
    if len(text) > _LONGEST:
        raise refusal
    found = _parsed(text)
    if found is None:
        raise refusal
    return found


def spelled_request(request: EnrolRequest, signature: bytes) -> str:
    """Spell a request as text to paste or scan: the signature, the key, then the rest."""
    rest = [request.person_id, request.name, request.unit, request.seal_key, request.code]
    data = signature + bytes.fromhex(request.key) + canonical(rest).encode()
    return spell(SpelledKind.REQUEST, data)


def read_spelled_request(text: str) -> tuple[EnrolRequest, bytes]:
    """Read a request and its signature from text, or say that the text is none, or not whole."""
    refusal = InspectorError(Problem.REQUEST_TEXT_INVALID)
    data = read_spelled(SpelledKind.REQUEST, text[:_LONGEST])
    if data is None or len(data) < _HEAD:
        raise refusal
    try:
        person_id, name, unit, seal_key, code = map(str, json.loads(data[_HEAD:]))
    except (ValueError, TypeError, RecursionError) as error:
        raise refusal from error
    request = EnrolRequest(
        key=data[_SIGNATURE:_HEAD].hex(),
        person_id=person_id,
        name=name,
        unit=unit,
        seal_key=seal_key,
        code=code,
    )
    return request, data[:_SIGNATURE]


def _parsed(text: str) -> tuple[EnrolRequest, bytes] | None:
    try:
        told = json.loads(text)
        if told.pop("format") != _FORMAT:
            return None
        signature = str(told.pop("signature"))
        request = EnrolRequest(**{key: str(value) for key, value in told.items()})
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError):
        return None
    if not _HEX_KEY.fullmatch(request.key) or not _HEX_SIGNATURE.fullmatch(signature):
        return None
    return request, bytes.fromhex(signature)
