"""What the command line says besides the sentences of the problems."""

import locale
import os

from inspector.core.errors import InspectorError
from inspector.core.imports import SheetFault
from inspector.core.packs import PackFault
from inspector.words.language import SOURCE_LANGUAGE
from inspector.words.packs import fault_sentence
from inspector.words.sheets import sheet_fault_sentence

_VARIABLES = ("LC_ALL", "LC_MESSAGES", "LANG")


def details(error: InspectorError) -> list[str]:
    """Say everything that is wrong, a line for each fault, where a problem lists faults."""
    faults = error.facts.get("faults", ())
    return [_sentence(fault) for fault in faults] if isinstance(faults, tuple) else []


def _sentence(fault: object) -> str:
    if isinstance(fault, PackFault):
        return fault_sentence(fault)
    if isinstance(fault, SheetFault):
        return sheet_fault_sentence(fault)
    return str(fault)


def system_language() -> str:
    """Tell the language of this computer: English where it says so, Chinese where it is unknown."""
    told = next((os.environ[name] for name in _VARIABLES if os.environ.get(name)), "")
    name = (told or locale.getlocale()[0] or "").lower()
    return "en" if name.startswith("en") else SOURCE_LANGUAGE
