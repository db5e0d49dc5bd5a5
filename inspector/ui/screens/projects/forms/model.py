"""Fields of a form: what they are called, and how typed text becomes a value."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal, InvalidOperation
from enum import StrEnum

from inspector.core.text import clean
from inspector.words.language import _

_DAY = re.compile(r"^(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?$")
_DAY_BARE = re.compile(r"^(\d{4})(\d{2})(\d{2})$")
_WHOLE = re.compile(r"^[+-]?\d{1,9}$")
_MOST_DIGITS = 15


class FieldKind(StrEnum):
    """What a field holds."""

    TEXT = "text"
    WHOLE = "whole"
    DECIMAL = "decimal"
    DAY = "day"
    CHOICE = "choice"


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldSpec:
    """One field of a form.

    Attributes:
        key: the name of the value.
        choices: the keys and words of a choice; an empty key stands for "not stated".
        is_wide: takes the whole width of a form with two columns.
        is_needed: may not be empty.
        least: the smallest number that makes sense.
    """

    key: str
    label: str
    kind: FieldKind = FieldKind.TEXT
    hint: str = ""
    placeholder: str = ""
    choices: tuple[tuple[str, str], ...] = ()
    is_wide: bool = False
    is_needed: bool = False
    least: int = 0


class FieldError(ValueError):
    """A text that is not a value of its field; the message says what to type instead."""


def parse(spec: FieldSpec, text: str) -> object:
    """Read a typed text as the field's value; an empty one is None."""
    fit = clean(text)
    if not fit:
        if spec.is_needed:
            raise FieldError(_("请填写。"))
        return None
    return _READERS[spec.kind](spec, fit)


def shown(value: object) -> str:
    """Write a value as the field shows it."""
    if value is None:
        return ""
    if isinstance(value, Decimal):
        return format(value, "f")
    if isinstance(value, bool):
        return "yes" if value else "no"
    return value.isoformat() if isinstance(value, date) else str(value)


def _text(_spec: FieldSpec, text: str) -> object:
    return text


def _whole(spec: FieldSpec, text: str) -> object:
    if not _WHOLE.match(text):
        raise FieldError(_("请填整数，例如 6。"))
    return _in_range(spec, int(text))


def _decimal(spec: FieldSpec, text: str) -> object:
    try:
        value = Decimal(text.replace(",", "").replace("，", ""))
    except InvalidOperation:
        raise FieldError(_("请只填数字，不带单位，例如 12.5。")) from None
    too_long = len(value.as_tuple().digits) > _MOST_DIGITS or value.adjusted() >= _MOST_DIGITS
    if not value.is_finite() or too_long:
        raise FieldError(_("请只填数字，不带单位，例如 12.5。"))
    return _in_range(spec, value)


def _in_range(spec: FieldSpec, value: int | Decimal) -> int | Decimal:
    if value < spec.least:
        raise FieldError(_("不能小于 {least}。").format(least=spec.least))
    return value


def _day(_spec: FieldSpec, text: str) -> object:
    found = _DAY.match(text) or _DAY_BARE.match(text)
    try:
        if found:
            return date(*map(int, found.groups()))
    except ValueError:
        pass
    raise FieldError(_("请按 2026-3-1 的样子填写日期。"))


def _choice(_spec: FieldSpec, text: str) -> object:
    return text


_READERS: Mapping[FieldKind, Callable[[FieldSpec, str], object]] = {
    FieldKind.TEXT: _text,
    FieldKind.WHOLE: _whole,
    FieldKind.DECIMAL: _decimal,
    FieldKind.DAY: _day,
    FieldKind.CHOICE: _choice,
}
