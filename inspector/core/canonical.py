"""One spelling for equal data: the JSON that is stored, hashed and compared."""

import json
from collections.abc import Mapping
from decimal import Decimal

type_error = "only text, whole numbers, exact decimals, lists and mappings have one spelling"


def canonical(value: object) -> str:
    """Spell a value as JSON with sorted keys, no spaces and decimals as text.

    Floats are refused: two machines may spell one float differently.
    """
    return json.dumps(_plain(value), ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def _plain(value: object) -> object:
    if value is None or isinstance(value, bool | int | str):
        return str(value) if isinstance(value, str) else value
    if isinstance(value, Decimal):
        return spell_decimal(value)
    if isinstance(value, Mapping):
        return {str(key): _plain(item) for key, item in value.items() if item is not None}
    if isinstance(value, list | tuple):
        return [_plain(item) for item in value]
    raise TypeError(type_error)


def spell_decimal(value: Decimal) -> str:
    """Spell a decimal without exponent, keeping the digits as typed (7.40 stays 7.40)."""
    return format(value, "f")
