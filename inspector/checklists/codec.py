"""Between the tables of a file and the frozen types of a pack, led by the types themselves.

A key in a file is the name of a field; a field left out has its default. So a field that a
later version adds changes neither the spelling nor the hash of an older pack.
"""

import dataclasses
import re
import types
import typing
from collections.abc import Mapping
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum
from functools import cache
from typing import Any, TypeVar

from inspector.core.packs import FaultCode
from inspector.core.text import clean

_T = TypeVar("_T")
_DECIMAL = re.compile(r"-?[0-9]{1,12}(\.[0-9]{1,12})?")
_MAX_EXPONENT = 24
_MAX_SHOWN = 40
_MISSING = object()


@dataclasses.dataclass(frozen=True, slots=True)
class Complaint:
    """A fault without its file and item, which only the caller knows."""

    code: FaultCode
    field: str
    facts: tuple[tuple[str, str], ...] = ()


class _Unfit(Exception):  # noqa: N818 - a signal inside this module
    """A value that cannot become what its field needs."""

    def __init__(self, code: FaultCode, **facts: str) -> None:
        super().__init__(code)
        self.code = code
        self.facts = tuple(facts.items())


@dataclasses.dataclass(frozen=True, slots=True)
class _Field:
    name: str
    kind: Any
    is_required: bool
    default: object


@cache
def _fields(kind: type) -> tuple[_Field, ...]:
    hints = typing.get_type_hints(kind)
    return tuple(_field(hints[field.name], field) for field in dataclasses.fields(kind))


def _field(hint: Any, field: "dataclasses.Field[Any]") -> _Field:
    default: object = field.default
    if field.default_factory is not dataclasses.MISSING:
        default = field.default_factory()
    if isinstance(hint, types.UnionType):
        hint = next(part for part in typing.get_args(hint) if part is not types.NoneType)
    return _Field(field.name, hint, default is dataclasses.MISSING, default)


def parse(kind: type[_T], table: Mapping[str, object]) -> tuple[_T | None, list[Complaint]]:
    """Make a value of a type from a table; all complaints are collected, not only the first."""
    complaints: list[Complaint] = []
    value = _parse_table(kind, table, "", complaints)
    return (None if complaints else typing.cast("_T", value)), complaints


def _parse_table(
    kind: type, table: Mapping[str, object], path: str, complaints: list[Complaint]
) -> object:
    fields = _fields(kind)
    prefix = f"{path}." if path else ""
    known = {field.name for field in fields}
    complaints.extend(
        Complaint(FaultCode.FIELD_UNKNOWN, f"{prefix}{shown(key)}")
        for key in table
        if key not in known
    )
    before = len(complaints)
    values = {}
    for field in fields:
        if table.get(field.name) is not None:
            place = f"{prefix}{field.name}"
            values[field.name] = _parse_value(field.kind, table[field.name], place, complaints)
            _demand_text(field, values[field.name], place, complaints)
        elif field.is_required:
            complaints.append(Complaint(FaultCode.FIELD_MISSING, f"{prefix}{field.name}"))
    return _MISSING if len(complaints) > before else kind(**values)


def _demand_text(field: _Field, value: object, place: str, complaints: list[Complaint]) -> None:
    if isinstance(value, str) and not value:
        complaints.append(Complaint(FaultCode.TEXT_EMPTY, place))
    if field.is_required and value == ():
        complaints.append(Complaint(FaultCode.TEXT_EMPTY, place))


def _parse_value(kind: Any, raw: object, path: str, complaints: list[Complaint]) -> object:
    try:
        if typing.get_origin(kind) is tuple:
            return _parse_list(typing.get_args(kind)[0], raw, path, complaints)
        if dataclasses.is_dataclass(kind):
            return _parse_table(typing.cast("type", kind), _as_table(raw), path, complaints)
        return _parse_plain(kind, raw)
    except _Unfit as unfit:
        complaints.append(Complaint(unfit.code, path, unfit.facts))
        return _MISSING


def _parse_list(
    kind: Any, raw: object, path: str, complaints: list[Complaint]
) -> tuple[object, ...]:
    if not isinstance(raw, list | tuple):
        raise _wrong(raw, "list")
    return tuple(
        _parse_value(kind, one, f"{path}[{number}]", complaints)
        for number, one in enumerate(raw, 1)
    )


def _as_table(raw: object) -> Mapping[str, object]:
    if not isinstance(raw, Mapping):
        raise _wrong(raw, "table")
    return raw


def _parse_plain(kind: type, raw: object) -> object:
    if issubclass(kind, StrEnum):
        return _parse_code(kind, raw)
    if kind is Decimal:
        return _parse_decimal(raw)
    if kind is date:
        return _parse_date(raw)
    if type(raw) is not kind:
        raise _wrong(raw, kind.__name__)
    if isinstance(raw, str) and not _is_clean(raw):
        raise _Unfit(FaultCode.TEXT_UNCLEAN, value=shown(raw))
    return raw


def _is_clean(text: str) -> bool:
    """Compare with the cleaned text, by a short way where nothing can need cleaning."""
    if text.isascii() and text.isprintable():
        return text == text.strip()
    return clean(text) == text


def _parse_code(kind: type[StrEnum], raw: object) -> StrEnum:
    if not isinstance(raw, str):
        raise _wrong(raw, "str")
    try:
        return kind(raw)
    except ValueError:
        facts = {"value": shown(raw), "allowed": " ".join(kind)}
        raise _Unfit(FaultCode.VALUE_UNKNOWN, **facts) from None


def _parse_decimal(raw: object) -> Decimal:
    if isinstance(raw, bool) or not isinstance(raw, int | Decimal | str):
        raise _wrong(raw, "Decimal")
    text = _written_out(raw) if isinstance(raw, Decimal) else str(raw)
    if not _DECIMAL.fullmatch(text):
        raise _wrong(raw, "Decimal")
    return Decimal(text)


def _written_out(number: Decimal) -> str:
    """Write a number without exponent, unless that would take a book (1e999999999)."""
    is_small = number.is_finite() and abs(number.adjusted()) <= _MAX_EXPONENT
    return format(number, "f") if is_small else str(number)


def _parse_date(raw: object) -> date:
    if isinstance(raw, date) and not isinstance(raw, datetime):
        return raw
    try:
        return date.fromisoformat(raw if isinstance(raw, str) else "")
    except ValueError:
        raise _wrong(raw, "date") from None


def _wrong(raw: object, wanted: str) -> _Unfit:
    return _Unfit(FaultCode.TYPE_WRONG, value=shown(str(raw)), wanted=wanted)


def shown(text: str) -> str:
    """Give the beginning of a text from a file, fit to stand in a sentence."""
    return clean(text[: 2 * _MAX_SHOWN])[:_MAX_SHOWN]


def plain(value: object) -> object:
    """Give the table that a value is parsed from; fields at their default are left out."""
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        return {
            field.name: plain(getattr(value, field.name))
            for field in _fields(type(value))
            if field.is_required or getattr(value, field.name) != field.default
        }
    if isinstance(value, tuple):
        return [plain(one) for one in value]
    if isinstance(value, date):
        return value.isoformat()
    return str(value) if isinstance(value, StrEnum) else value
