"""Who acts, and on which laptop."""

import re
from dataclasses import dataclass

from inspector.core.errors import InspectorError, Problem

CROCKFORD = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_MACHINE_CODE = re.compile(f"^[{CROCKFORD}]{{2,3}}$")


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody who records: name and unit are asked at first start, without a password."""

    id: str
    name: str
    unit: str


@dataclass(frozen=True, slots=True)
class Device:
    """One database incarnation on one laptop, with the code that its numbers carry (机号)."""

    id: str
    code: str
    name: str
    key: str


def machine_code(replica: bytes) -> str:
    """Derive the three-character machine code that serves until the office gives one."""
    number = int.from_bytes(replica[:2]) & 0x7FFF
    return "".join(CROCKFORD[number >> shift & 31] for shift in (10, 5, 0))


def checked_machine_code(text: str) -> str:
    """Return the code in upper case, or refuse one that is not 2-3 Crockford characters."""
    code = text.strip().upper()
    if not _MACHINE_CODE.match(code):
        raise InspectorError(Problem.MACHINE_CODE_INVALID, code=text)
    return code
