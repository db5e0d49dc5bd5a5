"""Read the rule table of an office from its text file (TOML); each fault is named by its key."""

import tomllib
from collections.abc import Callable, Mapping
from fractions import Fraction
from typing import Any

from inspector.core.conclusion import DECIDED, ConclusionKind
from inspector.core.errors import InspectorError, Problem
from inspector.core.meetings import Presence
from inspector.core.projects import PartyRole
from inspector.core.rules import CONSEQUENCES, MAY_LEAVE_OPEN, Clause, RuleTable
from inspector.core.text import named

FORMAT = 1
_LONGEST = 100_000


def parse_rules(text: str, file: str) -> RuleTable:
    """Read a rule table; what the file does not say is as the shipped table has it."""
    return _Reading(file).table(text)


class _Reading:
    """One file being read: every refusal names it."""

    def __init__(self, file: str) -> None:
        self._file = file

    def table(self, text: str) -> RuleTable:
        document = self._document(text)
        if document.pop("format", None) != FORMAT:
            raise self._wrong("format", document.get("format"), str(FORMAT))
        name = document.pop("name", None)
        if not isinstance(name, str) or not name.strip():
            raise self._wrong("name", name, "text")
        fields = self._fields(document)
        consequences = self._consequences(document.pop("consequences", {}))
        for key in document:
            raise InspectorError(Problem.RULES_KEY_UNKNOWN, file=self._file, key=key)
        return RuleTable(
            name=named(name, "name"),
            **fields,
            consequences={**CONSEQUENCES, **consequences},
        )

    def _document(self, text: str) -> dict[str, Any]:
        if len(text) > _LONGEST:
            raise InspectorError(Problem.RULES_NOT_READ, file=self._file, detail=len(text))
        try:
            return tomllib.loads(text)
        except tomllib.TOMLDecodeError as error:
            raise InspectorError(
                Problem.RULES_NOT_READ, file=self._file, detail=str(error)
            ) from None

    def _fields(self, document: dict[str, Any]) -> dict[str, Any]:
        fields: dict[str, Any] = {}
        for section, readers in self._sections().items():
            given = document.pop(section, {})
            if not isinstance(given, dict):
                raise self._wrong(section, given, f"[{section}]")
            for key, value in given.items():
                path = f"{section}.{key}"
                if key not in readers:
                    raise InspectorError(Problem.RULES_KEY_UNKNOWN, file=self._file, key=path)
                field, read = readers[key]
                fields[field] = read(path, value)
        return self._with_presence(fields)

    def _sections(self) -> Mapping[str, Mapping[str, tuple[str, Callable[[str, Any], object]]]]:
        return {
            "parties": {
                "required": ("required", self._roles),
                "veto": ("veto", self._roles),
                "late_attends": ("late", self._flag),
                "left_early_attends": ("left_early", self._flag),
            },
            "opinions": {
                "disagree_max": ("disagree_max", self._count),
                "residents_share": ("residents_share", self._share),
                "satisfied_share": ("satisfied_share", self._share),
                "in_principle": ("in_principle", self._flag),
            },
            "records": {
                "papers": ("papers", self._flag),
                "dominant_share": ("dominant_share", self._share),
                "mandatory_share": ("mandatory_share", self._share),
                "general_share": ("general_share", self._share),
                "open_critical_max": ("critical_max", self._count),
                "open_major_max": ("major_max", self._count),
                "open_minor_max": ("minor_max", self._count),
            },
        }

    @staticmethod
    def _with_presence(fields: dict[str, Any]) -> dict[str, Any]:
        attends = {Presence.PRESENT}
        if fields.pop("late", True):
            attends.add(Presence.LATE)
        if fields.pop("left_early", False):
            attends.add(Presence.LEFT_EARLY)
        return {**fields, "attends": frozenset(attends)}

    def _consequences(self, given: object) -> dict[Clause, ConclusionKind]:
        if not isinstance(given, dict):
            raise self._wrong("consequences", given, "[consequences]")
        found: dict[Clause, ConclusionKind] = {}
        for key, value in given.items():
            path = f"consequences.{key}"
            if key not in set(CONSEQUENCES):
                raise InspectorError(Problem.RULES_KEY_UNKNOWN, file=self._file, key=path)
            clause = Clause(key)
            allowed = [kind.value for kind in DECIDED[1:]]
            if clause in MAY_LEAVE_OPEN:
                allowed.append(ConclusionKind.UNDECIDED.value)
            if value not in allowed:
                raise self._wrong(path, value, " ".join(allowed))
            found[clause] = ConclusionKind(value)
        return found

    # -- values -------------------------------------------------------------------------------

    def _roles(self, path: str, value: Any) -> frozenset[PartyRole]:
        known = [role.value for role in PartyRole]
        if not isinstance(value, list):
            raise self._wrong(path, value, '["owner", "contractor"]')
        for one in value:
            if one not in known:
                raise self._wrong(path, one, " ".join(known))
        return frozenset(PartyRole(one) for one in value)

    def _flag(self, path: str, value: Any) -> bool:
        if not isinstance(value, bool):
            raise self._wrong(path, value, "true false")
        return value

    def _count(self, path: str, value: Any) -> int:
        if not isinstance(value, int) or isinstance(value, bool) or value < 0:
            raise self._wrong(path, value, "0, 1, 2 …")
        return value

    def _share(self, path: str, value: Any) -> Fraction:
        """Read "2/3" or "80%", never a binary float."""
        share = _fraction(value) if isinstance(value, str) else None
        if share is None or not 0 <= share <= 1:
            raise self._wrong(path, value, '"2/3" "80%"')
        return share

    def _wrong(self, key: str, value: object, allowed: str) -> InspectorError:
        return InspectorError(
            Problem.RULES_VALUE_WRONG, file=self._file, key=key, value=value, allowed=allowed
        )


def _fraction(text: str) -> Fraction | None:
    plain = text.strip().replace("％", "%")
    try:
        if plain.endswith("%"):
            return Fraction(plain[:-1].strip()) / 100
        return Fraction(plain) if "/" in plain else None
    except (ValueError, ZeroDivisionError):
        return None
