"""Human numbers: given offline, never changed (项目码-楼栋-机号-流水)."""

import re

from inspector.core.errors import InspectorError, Problem

_PROJECT_CODE = re.compile(r"^[A-Z][A-Z0-9]{1,7}$")
_PLACE_CODE = re.compile(r"^[A-Z0-9]{1,6}$")
NO_BUILDING = "00"
"""What stands for the building in a number of something outdoors."""


def checked_project_code(text: str) -> str:
    """Return a project code in upper case: a letter, then 1-7 letters or digits."""
    code = text.strip().upper()
    if not _PROJECT_CODE.match(code):
        raise InspectorError(Problem.CODE_INVALID, code=text)
    return code


def checked_place_code(text: str) -> str:
    """Return a place code in upper case: 1-6 letters or digits."""
    code = text.strip().upper()
    if not _PLACE_CODE.match(code):
        raise InspectorError(Problem.CODE_INVALID, code=text)
    return code


def human_number(project_code: str, building_code: str, machine_code: str, serial: int) -> str:
    """Compose a number such as JF2-12-K7-0043; the serial counts per project and machine."""
    return f"{project_code}-{building_code}-{machine_code}-{serial:04d}"


def document_number(prefix: str, year: int, project_code: str, machine: str, serial: int) -> str:
    """Compose a document number such as ZG-2026-JF2-K7-007."""
    return f"{prefix}-{year}-{project_code}-{machine}-{serial:03d}"
