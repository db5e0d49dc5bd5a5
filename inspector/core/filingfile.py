"""Read a filing template from its text file (TOML); each fault is named by its key."""

import re
import string
import tomllib
from collections.abc import Collection, Mapping
from typing import Any

from inspector.core.bundles import PhotoElement
from inspector.core.completeness import Subject
from inspector.core.errors import InspectorError, Problem
from inspector.core.filing import FilingClass, FilingTemplate
from inspector.core.volumelist import FormSet

FORMAT = 1
_LONGEST = 100_000
_MOST_PAGES = 10_000
_MOST_CLASSES = 100
_NUMBER_FIELDS = frozenset({"project", "year", "class", "volume", "class_volume"})
_PHOTO_FIELDS = frozenset({"volume", "number", "year", "retention", "group", "group_number"})
_HEAD = frozenset(
    {"format", "name", "number", "photo", "pages_per_volume", "retentions", "secrecies", "class"}
    | {"drawings_per_volume", "photo_elements", "excused", "only_with", "forms"}
)
_CLASS = frozenset(
    {"code", "title", "retention", "secrecy", "kinds", "rest", "photos"}
    | {"retention_of", "secrecy_of", "required"}
)
_WITHIN = ("class", "group")
"""What a number may count within, where it does not count through."""
_CLASS_HEAD = re.compile(r"\s*\[\[\s*class\s*\]\]")
_SUBJECTS = frozenset(Subject)


def parse_template(text: str, file: str, kinds: Collection[str]) -> FilingTemplate:
    """Read a template; `kinds` are the kinds of papers that there are.

    Raise InspectorError FILING_NOT_READ or FILING_VALUE_WRONG.
    """
    return _Reading(file, frozenset(kinds)).template(text)


class _Reading:
    """One file being read: every refusal names it."""

    def __init__(self, file: str, kinds: frozenset[str]) -> None:
        self._file, self._kinds, self._source = file, kinds, ""
        self._taken: set[str] = set()
        self._required: set[str] = set()

    def template(self, text: str) -> FilingTemplate:
        self._source = text
        head = self._document(text)
        self._known(head, _HEAD, "")
        if head.get("format") != FORMAT:
            raise self._wrong("format", head.get("format"), str(FORMAT))
        retentions = self._words(head, "retentions")
        secrecies = self._words(head, "secrecies")
        classes = head.get("class")
        if not isinstance(classes, list) or not 1 <= len(classes) <= _MOST_CLASSES:
            raise self._wrong("class", classes, "[[class]]")
        asked = tuple(
            self._class(one, f"class[{place}].", retentions, secrecies)
            for place, one in enumerate(classes, start=1)
        )
        template = FilingTemplate(
            name=self._text(head, "name", ""),
            number=self._pattern(head, "number", _NUMBER_FIELDS, "volume"),
            photo=self._pattern(head, "photo", _PHOTO_FIELDS, "number"),
            pages_per_volume=self._count(head, "pages_per_volume"),
            retentions=retentions,
            secrecies=secrecies,
            classes=asked,
            drawings_per_volume=self._drawings(head),
            excused=self._excused(head),
            only_with=self._only_with(head),
            photo_elements=self._elements(head),
            forms=self._forms(head),
        )
        self._check_whole(template)
        return template

    def _document(self, text: str) -> dict[str, Any]:
        if len(text) > _LONGEST:
            raise InspectorError(Problem.FILING_NOT_READ, file=self._file, detail=len(text))
        try:
            return tomllib.loads(text)
        except tomllib.TOMLDecodeError as error:
            line, column = _place_of(str(error), text)
            raise InspectorError(
                Problem.FILING_NOT_READ,
                file=self._file,
                line=line,
                column=column,
                detail=str(error),
            ) from None

    def _class(
        self, given: object, path: str, retentions: tuple[str, ...], secrecies: tuple[str, ...]
    ) -> FilingClass:
        if not isinstance(given, dict):
            raise self._wrong(path, given, "[[class]]")
        self._known(given, _CLASS, path)
        kinds = self._own_kinds(given, path)
        return FilingClass(
            code=self._text(given, "code", path),
            title=self._text(given, "title", path),
            retention=self._one_of(given, "retention", path, retentions),
            secrecy=self._one_of(given, "secrecy", path, secrecies),
            kinds=kinds,
            required=self._own_required(given, path, kinds),
            takes_rest=self._flag(given, "rest", path),
            takes_photos=self._flag(given, "photos", path),
            retention_of=self._special(given, "retention_of", path, kinds, retentions),
            secrecy_of=self._special(given, "secrecy_of", path, kinds, secrecies),
        )

    def _own_kinds(self, given: Mapping[str, Any], path: str) -> tuple[str, ...]:
        found = given.get("kinds", [])
        if not isinstance(found, list):
            raise self._wrong(f"{path}kinds", found, "[ … ]")
        for kind in found:
            if not isinstance(kind, str) or kind not in self._kinds:
                raise self._wrong(f"{path}kinds", kind, " ".join(sorted(self._kinds)))
            if kind in self._taken:
                raise self._wrong(f"{path}kinds", kind, " ".join(sorted(self._kinds - self._taken)))
            self._taken.add(kind)
        return tuple(found)

    def _own_required(
        self, given: Mapping[str, Any], path: str, kinds: tuple[str, ...]
    ) -> tuple[str, ...]:
        """Read what a class must hold: kinds of its own, and subjects that no class before has."""
        key = f"{path}required"
        found = given.get("required", [])
        if not isinstance(found, list):
            raise self._wrong(key, found, "[ … ]")
        for one in found:
            free = ({*kinds} | _SUBJECTS) - self._required
            if not isinstance(one, str) or one not in free:
                raise self._wrong(key, one, " ".join(sorted(free)))
            self._required.add(one)
        return tuple(found)

    def _excused(self, head: Mapping[str, Any]) -> dict[str, str]:
        """Read what is not asked for; each owes its reason."""
        found = self._of_required(head, "excused")
        return {what: self._text(found, what, "excused.") for what in found}

    def _only_with(self, head: Mapping[str, Any]) -> dict[str, tuple[str, ...]]:
        """Read what is asked for only with some disciplines of the scheme, by their codes."""
        found = self._of_required(head, "only_with")
        return {what: self._words(found, what, "only_with.") for what in found}

    def _of_required(self, head: Mapping[str, Any], key: str) -> dict[str, Any]:
        found = head.get(key, {})
        if not isinstance(found, dict):
            raise self._wrong(key, found, "{ … }")
        for what in found:
            if what not in self._required:
                raise self._wrong(f"{key}.{what}", found[what], " ".join(sorted(self._required)))
        return found

    def _elements(self, head: Mapping[str, Any]) -> tuple[PhotoElement, ...]:
        if "photo_elements" not in head:
            return tuple(PhotoElement)
        if head["photo_elements"] == []:
            return ()
        allowed = tuple(one.value for one in PhotoElement)
        named = self._words(head, "photo_elements")
        return tuple(
            PhotoElement(self._one_of({"photo_elements": one}, "photo_elements", "", allowed))
            for one in named
        )

    def _forms(self, head: Mapping[str, Any]) -> FormSet:
        if "forms" not in head:
            return FormSet.CONSTRUCTION
        return FormSet(self._one_of(head, "forms", "", tuple(one.value for one in FormSet)))

    def _drawings(self, head: Mapping[str, Any]) -> int | None:
        key = "drawings_per_volume"
        return self._count(head, key) if key in head else None

    def _special(
        self,
        given: Mapping[str, Any],
        key: str,
        path: str,
        kinds: tuple[str, ...],
        allowed: tuple[str, ...],
    ) -> dict[str, str]:
        found = given.get(key, {})
        if not isinstance(found, dict):
            raise self._wrong(f"{path}{key}", found, "{ … }")
        for kind in found:
            if kind not in kinds:
                raise self._wrong(f"{path}{key}", kind, " ".join(kinds))
            self._one_of(found, kind, f"{path}{key}.", allowed)
        return dict(found)

    def _check_whole(self, template: FilingTemplate) -> None:
        """One class takes the rest and one the photos; no two have one code."""
        for key, flags in (
            ("rest", [one.takes_rest for one in template.classes]),
            ("photos", [one.takes_photos for one in template.classes]),
        ):
            if sum(flags) != 1:
                raise self._wrong(f"class.{key}", sum(flags), "1")
        codes = [one.code for one in template.classes]
        for code in codes:
            if codes.count(code) > 1:
                raise self._wrong("class.code", code, "≠")

    def _known(self, given: Mapping[str, Any], keys: frozenset[str], path: str) -> None:
        for key in given:
            if key not in keys:
                raise self._wrong(f"{path}{key}", given[key], " ".join(sorted(keys)))

    def _text(self, given: Mapping[str, Any], key: str, path: str) -> str:
        value = given.get(key)
        if not isinstance(value, str) or not value.strip() or not value.isprintable():
            raise self._wrong(f"{path}{key}", value, "…")
        return value.strip()

    def _pattern(
        self, given: Mapping[str, Any], key: str, fields: frozenset[str], needed: str
    ) -> str:
        pattern = self._text(given, key, "")
        allowed = " ".join(f"{{{name}}}" for name in sorted(fields))
        try:
            named = [name for _text, name, _spec, _how in string.Formatter().parse(pattern) if name]
            pattern.format(**dict.fromkeys(fields, 1))
        except (ValueError, LookupError, AttributeError, TypeError):
            raise self._wrong(key, pattern, allowed) from None
        parted = needed in named or any({one, f"{one}_{needed}"} <= set(named) for one in _WITHIN)
        if not set(named) <= fields or not parted:
            raise self._wrong(key, pattern, allowed)
        return pattern

    def _words(self, given: Mapping[str, Any], key: str, path: str = "") -> tuple[str, ...]:
        value = given.get(key)
        if not isinstance(value, list) or not value or len(set(map(str, value))) != len(value):
            raise self._wrong(f"{path}{key}", value, "[ … ]")
        return tuple(self._text({key: one}, key, path) for one in value)

    def _one_of(
        self, given: Mapping[str, Any], key: str, path: str, allowed: tuple[str, ...]
    ) -> str:
        value = given.get(key)
        if value not in allowed:
            raise self._wrong(f"{path}{key}", value, " ".join(allowed))
        return str(value)

    def _count(self, given: Mapping[str, Any], key: str) -> int:
        value = given.get(key)
        if type(value) is not int or not 1 <= value <= _MOST_PAGES:
            raise self._wrong(key, value, f"1–{_MOST_PAGES}")
        return value

    def _flag(self, given: Mapping[str, Any], key: str, path: str) -> bool:
        value = given.get(key, False)
        if not isinstance(value, bool):
            raise self._wrong(f"{path}{key}", value, "true false")
        return value

    def _wrong(self, key: str, value: object, allowed: str) -> InspectorError:
        return InspectorError(
            Problem.FILING_VALUE_WRONG,
            file=self._file,
            line=line_of(self._source, key),
            key=key,
            value=value,
            allowed=allowed,
        )


def line_of(text: str, key: str) -> int:
    """Find the line of a key such as `class[2].kinds`; where it lacks, that of its class."""
    lines = text.splitlines()
    heads = [at for at, line in enumerate(lines) if _CLASS_HEAD.match(line)]
    match = re.fullmatch(r"class\[(\d+)\]\.?(\w*).*", key)
    if match and int(match[1]) <= len(heads):
        begin, name = heads[int(match[1]) - 1], match[2]
        end = next((at for at in heads if at > begin), len(lines))
    elif key.startswith("class."):
        begin, name, end = (heads or [0])[0], key.split(".")[1], len(lines)
    else:
        begin, name, end = 0, key.split(".", maxsplit=1)[0], (heads or [len(lines)])[0]
    named = re.compile(rf"\s*(\[\s*)?[\"']?{re.escape(name)}[\"']?\s*[=\]]")
    found = (at for at in range(begin, end) if name and named.match(lines[at]))
    return next(found, begin) + 1


def _place_of(detail: str, text: str) -> tuple[int, int]:
    """Read line and column out of what the TOML reader says; it may mean the file's end."""
    match = re.search(r"line (\d+), column (\d+)", detail)
    if match:
        return int(match[1]), int(match[2])
    last = text.splitlines() or [""]
    return len(last), len(last[-1]) + 1
