"""A judgement as data: what a verdict rested on when it was read out, kept word for word.

Papers and disciplines are named in every language of the program, so that whoever prints it later
in another language names them in that one.
"""

import json
from collections.abc import Mapping
from fractions import Fraction
from typing import Any

from inspector.core.canonical import canonical
from inspector.core.conclusion import ConclusionKind
from inspector.core.joint import ClauseLine, Judgement, Share
from inspector.core.projects import PartyRole
from inspector.core.rules import Clause


def spell_judgement(judgement: Judgement, named: Mapping[str, Judgement] | None = None) -> str:
    """Spell a judgement in its one form, with its names in other languages by their codes."""
    told: dict[str, object] = {
        "kind": judgement.kind.value,
        "rules": judgement.rules,
        "open_conditions": judgement.open_conditions,
        "lines": [_line(line) for line in judgement.lines],
    }
    if named:
        told["named"] = {code: [_names(one) for one in each.lines] for code, each in named.items()}
    return canonical(told)


def read_judgement(text: str, language: str | None = None) -> Judgement:
    """Read a judgement back, with its names in a language where it was told in that one."""
    told = json.loads(text)
    names = told.get("named", {}).get(language, [])
    if len(names) == len(told["lines"]):
        told["lines"] = [_renamed(*both) for both in zip(told["lines"], names, strict=True)]
    return Judgement(
        kind=ConclusionKind(told["kind"]),
        rules=told["rules"],
        open_conditions=told["open_conditions"],
        lines=tuple(_read_line(line) for line in told["lines"]),
    )


def _line(line: ClauseLine) -> dict[str, object]:
    return {
        "clause": line.clause.value,
        "is_met": line.is_met,
        "consequence": line.consequence.value if line.consequence else None,
        "against": line.against,
        "allowed": line.allowed,
        "needed": None if line.needed is None else str(line.needed),
        "shares": [[share.part, share.whole, share.label] for share in line.shares],
        "units": list(line.units),
        "roles": [role.value for role in line.roles],
        "excused": list(line.excused),
    }


def _names(line: ClauseLine) -> dict[str, object]:
    labels = [share.label for share in line.shares]
    return {"units": list(line.units), "excused": list(line.excused), "labels": labels}


def _renamed(line: dict[str, Any], names: dict[str, Any]) -> dict[str, Any]:
    pairs = zip(line["shares"], names["labels"], strict=True)
    shares = [[part, whole, label] for (part, whole, _before), label in pairs]
    return {**line, "units": names["units"], "excused": names["excused"], "shares": shares}


def _read_line(told: dict[str, Any]) -> ClauseLine:
    consequence, needed = told.get("consequence"), told.get("needed")
    return ClauseLine(
        clause=Clause(told["clause"]),
        is_met=told["is_met"],
        consequence=ConclusionKind(consequence) if consequence else None,
        against=told["against"],
        allowed=told["allowed"],
        needed=None if needed is None else Fraction(needed),
        shares=tuple(Share(*share) for share in told["shares"]),
        units=tuple(told["units"]),
        roles=tuple(PartyRole(role) for role in told["roles"]),
        excused=tuple(told.get("excused", ())),
    )
