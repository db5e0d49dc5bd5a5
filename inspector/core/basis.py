"""A judgement as data: what a verdict rested on when it was read out, kept word for word."""

import json
from fractions import Fraction
from typing import Any

from inspector.core.canonical import canonical
from inspector.core.conclusion import ConclusionKind
from inspector.core.joint import ClauseLine, Judgement, Share
from inspector.core.projects import PartyRole
from inspector.core.rules import Clause


def spell_judgement(judgement: Judgement) -> str:
    """Spell a judgement in its one form."""
    return canonical(
        {
            "kind": judgement.kind.value,
            "rules": judgement.rules,
            "open_conditions": judgement.open_conditions,
            "lines": [_line(line) for line in judgement.lines],
        }
    )


def read_judgement(text: str) -> Judgement:
    """Read a judgement back."""
    told = json.loads(text)
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
