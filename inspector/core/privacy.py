"""What is personal, declared in one place; and how a text is freed of it.

The public copy of a project is made from records that went through here: personal columns and
what is declared below leave nothing behind, and every other text is searched for phone and
identity numbers, number plates, mail addresses and the names that the project's residents are
on record with. Names of people who act for a unit are no personal values (docs/adr/0007).
"""

import json
import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cached_property
from typing import Any

from inspector.core.canonical import canonical
from inspector.core.meetings import PERSONAL_ROLES


class PersonalKind(StrEnum):
    """What kind of personal value was taken out of a text."""

    PHONE = "phone"
    IDENTITY = "identity"
    NAME = "name"
    PLATE = "plate"
    ADDRESS = "address"
    """An address on the net: mail, or an account of a chat program."""
    BANK_CARD = "bank_card"


REMOVED: Mapping[str, frozenset[str]] = {
    "photo": frozenset(
        {
            *("name", "people", "position", "altitude_m", "direction"),
            *("make", "model", "software", "processing_method", "notes"),
        }
    ),
    "resident_voice": frozenset({"home"}),
    "signature": frozenset({"signer"}),
}
"""Columns that are taken out besides those marked `!` in the schema, by table.

Of photos who is seen on them, and all that a camera wrote but the time; masked ones get a name
and a hash of their own.
"""

FILE_NAMES: Mapping[str, tuple[str, str]] = {
    "document": ("name", "sha256"),
    "reply": ("name", "sha256"),
    "attendance": ("letter_name", "letter_sha256"),
    "opinion": ("letter_name", "letter_sha256"),
    "signature": ("scan_name", "scan_sha256"),
}
"""Columns with the name of a received file, by table, each with that of its hash.

People name files after people: in its place stands what the file is called by its hash.
"""

UNPUBLISHED = frozenset(
    {
        *("report", "sealed_bundle", "public_copy", "erasure", "mandate", "mandate_end"),
        *("photo_mask", "photo_review", "device"),
    }
)
"""Tables of which nothing goes into a public copy: it has papers, masks and keys of its own."""

EXACT: Mapping[str, frozenset[str]] = {
    "project": frozenset({"code", "approval_number", "investment_yuan"}),
    "place": frozenset({"code", "floor_area_m2", "height_m"}),
    "photo": frozenset({"sha256", "mime", "taken"}),
    "document": frozenset({"number", "sha256"}),
    "reply": frozenset({"sha256"}),
    "attendance": frozenset({"letter_sha256"}),
    "opinion": frozenset({"letter_sha256"}),
    "vote": frozenset({"area_m2", "households"}),
    "filing": frozenset({"works_code", "region_code", "owner_code", "filing_number"}),
    "final_account": frozenset(
        {
            *("estimate_yuan", "contract_yuan", "settled_yuan", "final_yuan"),
            *("fiscal_yuan", "residents_yuan", "social_yuan", "approval_paper"),
        }
    ),
    "answer": frozenset({"result"}),
    "reading": frozenset({"value"}),
    "signature": frozenset({"shown", "scan_sha256"}),
    "checklist_pack": frozenset({"hash"}),
}
"""Columns whose digits are numbers, codes and digests: they are searched for names only."""

_GENERAL = frozenset(
    {
        *(
            "居民",
            "居民代表",
            "业主",
            "业主代表",
            "住户",
            "群众",
            "代表",
            "监督小组",
            "居民监督小组",
        ),
        "无",
    }
)
"""What people write instead of a resident's name: words, which stay where they stand."""
_LEAST_NAME, _LEAST_NUMBER = 2, 7
_NAMED = 12

# A text is searched in a copy in which every character keeps its place.
_PLAIN = str.maketrans(
    {
        **{chr(0xFF10 + digit): str(digit) for digit in range(10)},
        **dict(zip("Ｘｘ（）：＋＠．　\u00a0", "Xx():+@.  ", strict=True)),
        **dict.fromkeys("‐‑‒–—―－﹣−", "-"),
    }
)
_NUMERALS = str.maketrans("〇零一二三四五六七八九幺壹贰叁肆伍陆柒捌玖", "001234567891123456789")

_AREA = r"(?:10|2\d|[3-9]\d{2})"
"""Area codes without their zero (010, 02x, 03xx to 09xx)."""
_SURNAMES = (
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈"
    "姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤"
)
_CALLED = (
    "先生|女士|小姐|太太|大爷|大妈|大娘|大叔|大婶|大哥|大姐|阿姨|叔叔|奶奶|爷爷|婆婆"
    "|老太太|老太|老伯|老汉|某某|某"
)
_PLATE = r"(?:[A-HJ-NP-Za-hj-np-z0-9]{5,6}|[A-HJ-NP-Za-hj-np-z0-9]{4}[警学挂港澳领使])"
_PROVINCES = "京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼"

_OURS = (
    r"(?<![0-9A-Za-z])(?:[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|[0-9a-f]{64})(?![0-9A-Za-z])"
)
"""Identifiers and digests of ours are passed over, whatever digits they hold."""

_EXTENSION = r"(?:[ ]?(?:转|-)[ ]?\d{1,6}(?!\d))?"
_CODE = rf"(?:(?<!\d)(?:\+|00)86[ .-]?\(?0?|(?<!\d)\(?0){_AREA}\)?"
_PAPERS = "(?:护照|通行证|居留证|居住证)"
_ABROAD = r"(?<!\d)(?:(?:\+|00)?86[ .-]?)?"
_GROUPS = "|".join(
    (
        *(r"[ .-]\d{4}[ .-]\d{4}", r"\d[ .-]\d{4}[ .-]\d{3}", r"\d[ .-]\d{7}", r"[ .-]\d{8}"),
        *(r"\d{4}[ .-]\d{4}", r"[ .-]\d{3}[ .-]\d{5}", r"\d{2}[ .-]\d{6}"),
        *(r"\d[ .-]\d{3}[ .-]\d{4}", r"\d{2}[ .-]\d{3}[ .-]\d{3}"),
    )
)
"""How people part the digits of a mobile number behind the first three."""

_NUMBERS: tuple[tuple[PersonalKind, str], ...] = (
    (PersonalKind.IDENTITY, r"(?<!\d)\d{6}[ -]?\d{8}[ -]?\d{3}[\dXx](?!\d)"),
    (PersonalKind.IDENTITY, r"(?<!\d)\d{15}(?!\d)"),
    (PersonalKind.IDENTITY, rf"{_PAPERS}(?:号码|号)?[: ]{{0,2}}[A-Za-z]{{1,2}}\d{{7,9}}(?!\d)"),
    (PersonalKind.BANK_CARD, r"(?<!\d)62\d{2}(?:[ -]?\d{4}){3}(?:[ -]?\d{1,3})?(?!\d)"),
    (PersonalKind.PHONE, rf"{_ABROAD}(?:1[3-9]\d{{9}}){{1,4}}(?!\d)"),
    (PersonalKind.PHONE, rf"{_ABROAD}1[3-9]\d(?:{_GROUPS})(?!\d)"),
    (PersonalKind.PHONE, r"(?<!\d)1([ .-])[3-9](?:\1\d){9}(?!\d)"),
    (PersonalKind.PHONE, rf"{_CODE}[ -]?[2-9]\d{{2,3}}[ -]?\d{{4}}(?!\d){_EXTENSION}"),
    (
        PersonalKind.PHONE,
        r"(?:电话|座机|[Tt]el|TEL|[Pp]hone)[:. ]{0,3}[2-9]\d{2,3}[ -]?\d{4}(?!\d)" + _EXTENSION,
    ),
)
_WORDS: tuple[tuple[PersonalKind, str], ...] = (
    (PersonalKind.ADDRESS, r"[A-Za-z0-9._%+-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+"),
    (
        PersonalKind.ADDRESS,
        r"(?:微信|加[Vv]|QQ|qq|[Ww]e[Cc]hat)(?:号|群)?[: ]{0,2}[A-Za-z0-9_-]{5,20}",
    ),
    (PersonalKind.PLATE, rf"[{_PROVINCES}] ?[A-HJ-NP-Za-hj-np-z] ?[ ·•-]?{_PLATE}(?![A-Za-z0-9])"),
    (PersonalKind.NAME, rf"[{_SURNAMES}](?:{_CALLED})"),
)


def _compiled(kind: PersonalKind, pattern: str) -> tuple[PersonalKind, re.Pattern[str]]:
    return kind, re.compile(rf"(?P<ours>{_OURS})|(?P<found>{_numbered(pattern)})")


def _numbered(pattern: str) -> str:
    """Let a back reference count the two groups that are put around its pattern."""
    return pattern.replace(r"\1", r"\3")


_IN_NUMBERS = tuple(_compiled(*one) for one in _NUMBERS)
_IN_WORDS = tuple(_compiled(*one) for one in _WORDS)
_NAME_BEFORE, _NAME_AFTER = r"(?<![0-9A-Za-z])", r"(?![0-9A-Za-z])"


@dataclass(frozen=True, slots=True)
class Freed:
    """A text without personal values, and the kind of each that was taken out of it."""

    text: str
    found: tuple[PersonalKind, ...] = ()


@dataclass(frozen=True)
class Redaction:
    """How texts are freed: what stands in the place of each kind, and the names that are known.

    `known` are the personal values that the project's records hold; short numbers and words that
    are no names are passed over, or they would be taken out of every sentence.
    """

    marks: Mapping[PersonalKind, str]
    known: frozenset[str] = frozenset()

    @cached_property
    def _on_record(self) -> tuple[tuple[PersonalKind, re.Pattern[str]], ...]:
        told = sorted(filter(_is_telling, self.known), key=lambda one: (-len(one), one))
        numbers = [one for one in told if one.strip().isdigit()]
        parts = {
            PersonalKind.PHONE: numbers,
            PersonalKind.NAME: [one for one in told if one not in numbers],
        }
        return tuple(
            (
                kind,
                re.compile(rf"(?P<ours>{_OURS})|(?P<found>(?i:{'|'.join(map(_spelled, values))}))"),
            )
            for kind, values in parts.items()
            if values
        )

    def freed(self, text: str) -> Freed:
        """Take everything personal out of a text."""
        seen = "".join(char for char in text if unicodedata.category(char) != "Cf")
        now = Freed(seen)
        for kind, pattern in self._on_record:
            now = self._without(now, kind, pattern, now.text)
        for kind, pattern in (*_IN_NUMBERS, *_IN_WORDS):
            now = self._without(now, kind, pattern, now.text.translate(_PLAIN))
        for kind, pattern in _IN_NUMBERS:
            now = self._without(now, kind, pattern, now.text.translate(_PLAIN).translate(_NUMERALS))
        return now if now.found else Freed(text)

    def _without(
        self, before: Freed, kind: PersonalKind, pattern: re.Pattern[str], searched: str
    ) -> Freed:
        out, end, found = [], 0, list(before.found)
        for match in pattern.finditer(searched):
            if match["found"] is None or not _is_one(kind, match["found"]):
                continue
            out += [before.text[end : match.start()], self.marks[kind]]
            end = match.end()
            found.append(kind)
        return Freed("".join([*out, before.text[end:]]), tuple(found)) if out else before

    def _code(self, value: Any) -> tuple[Any, tuple[PersonalKind, ...]]:
        """Free a number or code, whose digits stay, of the names that are on record."""
        if not isinstance(value, str):
            return value, ()
        now = Freed(value)
        for kind, pattern in self._on_record:
            if kind is PersonalKind.NAME:
                now = self._without(now, kind, pattern, now.text)
        return now.text, now.found

    def cell(self, value: Any) -> tuple[Any, tuple[PersonalKind, ...]]:
        """Free what a column holds: a text, or a JSON value with texts in it."""
        if not isinstance(value, str):
            return value, ()
        if value[:1] in {"{", "["}:
            told, found = self._inside(value)
            return (told, found) if found else (value, ())
        freed = self.freed(value)
        return freed.text, freed.found

    def _inside(self, value: str) -> tuple[str, tuple[PersonalKind, ...]]:
        try:
            told = json.loads(value, parse_float=str, parse_constant=str)
        except (ValueError, RecursionError):
            freed = self.freed(value)
            return freed.text, freed.found
        found: list[PersonalKind] = []
        return canonical(self._walked(told, found)), tuple(found)

    def _walked(self, told: Any, found: list[PersonalKind]) -> Any:
        if isinstance(told, str):
            freed = self.freed(told)
            found += freed.found
            return freed.text
        if isinstance(told, list):
            return [self._walked(one, found) for one in told]
        if isinstance(told, dict):
            return {self._walked(key, found): self._walked(one, found) for key, one in told.items()}
        if isinstance(told, int) and not isinstance(told, bool):
            freed = self.freed(str(told))
            found += freed.found
            return freed.text if freed.found else told
        return told

    def row(
        self, table: str, row: Mapping[str, Any], personal: Iterable[str]
    ) -> tuple[dict[str, Any], tuple[PersonalKind, ...]]:
        """Free a record: what is personal is gone, other texts are searched."""
        gone = REMOVED.get(table, frozenset()) | frozenset(personal)
        exact = EXACT.get(table, frozenset())
        named = FILE_NAMES.get(table, ())[:1]
        public: dict[str, Any] = {}
        found: list[PersonalKind] = []
        for name, value in row.items():
            if name in gone or name in named:
                continue
            if name == "id" or name.endswith("_id"):
                public[name] = value
                continue
            public[name], more = self._code(value) if name in exact else self.cell(value)
            found += more
        for name in named:
            public[name] = _plain_name(row[name], row[FILE_NAMES[table][1]])
        return public, tuple(found)


def _plain_name(name: str | None, digest: str | None) -> str | None:
    if not name or not digest:
        return None
    ending = re.search(r"\.[A-Za-z0-9]{1,5}\Z", name)
    return f"{digest[:_NAMED]}{ending[0].lower() if ending else ''}"


def stands_for_residents(role: str) -> bool:
    """Tell whether a party is people who stand for residents: their names are personal."""
    return role in {one.value for one in PERSONAL_ROLES}


# -- is it one? ----------------------------------------------------------------------------------


def _is_telling(value: str) -> bool:
    name = value.strip()
    if name.isdigit():
        return len(name) >= _LEAST_NUMBER
    return len(name) >= _LEAST_NAME and name not in _GENERAL


def _spelled(name: str) -> str:
    """Find a name also where blanks stand between its characters; latin ones as whole words."""
    letters = r"[ \u3000]?".join(re.escape(char) for char in name.strip() if not char.isspace())
    before = _NAME_BEFORE if name.strip()[0].isascii() else ""
    after = _NAME_AFTER if name.strip()[-1].isascii() else ""
    return f"{before}{letters}{after}"


def _is_one(kind: PersonalKind, text: str) -> bool:
    digits = re.sub(r"[^0-9Xx]", "", text)
    if kind is PersonalKind.IDENTITY:
        is_of_papers = re.match(_PAPERS, text) is not None
        return is_of_papers or is_identity_number(digits) or _is_mistyped(digits)
    if kind is PersonalKind.BANK_CARD:
        return _passes_luhn(digits)
    return True


_REGIONS = frozenset(
    {
        *range(11, 16),
        *range(21, 24),
        *range(31, 38),
        *range(41, 47),
        *range(50, 55),
        *range(61, 66),
        *(71, 81, 82, 83),
    }
)
"""The first two digits of GB/T 2260: province, and 83 for residents from Taiwan."""
_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
_CHECKS = "10X98765432"
_LONG, _SHORT = 18, 15
_LAST_BIRTH = "2012"


def is_identity_number(digits: str) -> bool:
    """Tell whether digits are an identity number (GB 11643-1999): region, birthday, check digit.

    Numbers of fifteen digits were given until 1999 and have no check digit.
    """
    if len(digits) == _SHORT:
        return digits.isdigit() and _is_born(digits[:2], f"19{digits[6:12]}")
    if len(digits) != _LONG or not digits[:17].isdigit():
        return False
    total = sum(int(one) * weight for one, weight in zip(digits, _WEIGHTS, strict=False))
    return _CHECKS[total % 11] == digits[17].upper() and _is_born(digits[:2], digits[6:14])


def _is_mistyped(digits: str) -> bool:
    """Tell whether only the check digit is wrong: region and birthday still tell of somebody.

    Numbers of permits are made alike, with the day of the permit.
    """
    is_long = len(digits) == _LONG and digits[:17].isdigit()
    return is_long and digits[6:10] <= _LAST_BIRTH and _is_born(digits[:2], digits[6:14])


def _is_born(region: str, day: str) -> bool:
    try:
        return int(region) in _REGIONS and date.fromisoformat(day).year >= 1900  # noqa: PLR2004
    except ValueError:
        return False


def _passes_luhn(digits: str) -> bool:
    """Tell whether the last digit fits those before it (ISO/IEC 7812-1, annex B)."""
    if not digits.isdigit():
        return False
    doubled = (int(one) * (2 if at % 2 else 1) for at, one in enumerate(reversed(digits)))
    return sum(number - 9 if number > 9 else number for number in doubled) % 10 == 0  # noqa: PLR2004
