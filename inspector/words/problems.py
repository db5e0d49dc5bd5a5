"""The sentence for each problem, in the person's language."""

from collections.abc import Callable, Mapping
from typing import Any

from inspector.core.bundles import NameFault
from inspector.core.conclusion import ConclusionKind
from inspector.core.defects import DefectState, DefectStep
from inspector.core.errors import InspectorError, Problem
from inspector.core.joint import ClauseLine
from inspector.core.signatures import Part
from inspector.words import (
    aftercare,
    archive,
    checklists,
    disclosures,
    filing,
    meetings,
    packages,
    photos,
    process,
    replies,
    reports,
    sheets,
    signatures,
    workspace,
)
from inspector.words.acceptance import conclusion_title, trouble_name
from inspector.words.archive import name_fault_text
from inspector.words.language import _
from inspector.words.records import field_name, state_name, step_name

SENTENCES: Mapping[Problem, str] = {
    **workspace.PROBLEMS,
    **photos.PROBLEMS,
    **checklists.PROBLEMS,
    **sheets.PROBLEMS,
    **reports.PROBLEMS,
    **archive.PROBLEMS,
    **packages.PROBLEMS,
    **meetings.PROBLEMS,
    **process.PROBLEMS,
    **replies.PROBLEMS,
    **disclosures.PROBLEMS,
    **signatures.PROBLEMS,
    **aftercare.PROBLEMS,
    **filing.PROBLEMS,
}


def explain(error: InspectorError) -> str:
    """Say what happened, to what, and what to do."""
    facts = {
        name: _spoken(name, value) if not isinstance(value, tuple) else _listed(value)
        for name, value in error.facts.items()
    }
    return _(SENTENCES[error.problem]).format_map(_Facts(facts))


_FIELD_FACTS = frozenset({"field", "record", "earlier", "later", "part", "whole"})
"""Facts that name a field or a table."""


class _Facts(dict[str, object]):
    """Facts for a sentence; one that is missing must not hide the sentence."""

    def __missing__(self, key: str) -> str:
        return "—"


def _listed(values: tuple[object, ...]) -> str:
    return _("、").join(str(_named(value)) for value in values)


def _named(value: object) -> object:
    if isinstance(value, Part):
        return signatures.part_name(value)
    return meetings.clause_text(value) if isinstance(value, ClauseLine) else value


_NAMERS: tuple[tuple[type, Callable[[Any], str]], ...] = (
    (DefectState, state_name),
    (DefectStep, step_name),
    (ConclusionKind, conclusion_title),
    (NameFault, name_fault_text),
)


def _spoken(name: str, value: object) -> object:
    for kind, named in _NAMERS:
        if isinstance(value, kind):
            return named(value)
    if name == "reason" and isinstance(value, str):
        return trouble_name(value)
    return field_name(str(value)) if name in _FIELD_FACTS else process.spoken_fact(value)
