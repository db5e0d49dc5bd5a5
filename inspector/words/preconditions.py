"""What the preconditions of the joint acceptance are called: papers that lack, papers waived."""

from inspector.core.process.facts import ProcessFacts
from inspector.core.process.preconditions import (
    PRECONDITIONS,
    Precondition,
    is_excused,
    is_met,
    is_settled,
)
from inspector.core.process.records import GateRecord
from inspector.words.language import _
from inspector.words.process import document_name, subject_name


def precondition_name(one: Precondition) -> str:
    """Name a precondition by its papers."""
    return _("、").join(document_name(kind) for kind in one.papers)


def lacking_papers(facts: ProcessFacts) -> tuple[str, ...]:
    """Name what is neither met nor waived: the papers that are not there, else the vote."""
    return tuple(_lack(one, facts) for one in PRECONDITIONS if not is_settled(one, facts))


def excused_papers(facts: ProcessFacts) -> tuple[str, ...]:
    """Name what is not there and need not be: by waiver, or asserted when taken in, as a count."""
    excused = [one for one in PRECONDITIONS if not is_met(one, facts) and is_excused(one, facts)]
    waived = {one: _waiver(one, facts) for one in excused}
    told = [
        _("{papers}（{authority}，{paper}）").format(
            papers=precondition_name(one), authority=waiver.authority, paper=waiver.paper
        )
        for one, waiver in waived.items()
        if waiver is not None
    ]
    asserted = len(excused) - len(told)
    if asserted:
        told.append(_("接入时认定 {count} 项").format(count=asserted))
    return tuple(told)


def _lack(one: Precondition, facts: ProcessFacts) -> str:
    missing = facts.missing(one.papers)
    if missing or one.vote is None:
        return _("、").join(document_name(kind) for kind in missing)
    return _("{subject}的表决").format(subject=subject_name(one.vote))


def _waiver(one: Precondition, facts: ProcessFacts) -> GateRecord | None:
    return facts.waiver(one.target) or facts.waiver(one.gate.value)
