"""What an archive asks for, and what of it is there: the list that is read before sealing.

The office's template names what each class must hold (GB/T 50328-2014, annex A; guide 2.4); the
records say what is there, what was waived by whom, and what the scheme does not touch.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from types import MappingProxyType

from inspector.core.filing import FilingClass, FilingTemplate
from inspector.core.process.facts import ProcessFacts
from inspector.core.process.gates import GATES
from inspector.core.process.names import DocumentKind, EventKind, GateId
from inspector.core.process.preconditions import PRECONDITIONS


class Subject(StrEnum):
    """What a template may ask for beside the kinds of papers: what only the records can tell."""

    SCOPE_CHECKED = "scope_checked"
    """Every item of the scheme has an answer."""
    DISCIPLINE_PHOTOS = "discipline_photos"
    """Every discipline of the scheme has photos."""
    PHOTO_ELEMENTS = "photo_elements"
    """Every photo has its caption elements (DA/T 50-2014)."""
    VISIT_DISCLOSURES = "visit_disclosures"
    """Every visit that found defects told them in writing (一次性告知)."""
    NOTICE_REPLIES = "notice_replies"
    """Every notice in force was answered."""
    RECEIVED_FILES = "received_files"
    """Every file that a record names is on this computer: scans, letters, replies, papers."""
    MEETING_VERDICT = "meeting_verdict"
    """The joint acceptance was held and its verdict read out."""
    PARTY_SIGNATURES = "party_signatures"
    """Every party that has to sign did, and what it signed stands."""


class WantState(StrEnum):
    """How one thing that is asked for stands."""

    THERE = "there"
    MISSING = "missing"
    WAIVED = "waived"
    NOT_APPLICABLE = "not_applicable"


class Ground(StrEnum):
    """Why it stands so; `words` makes the sentence."""

    HELD = "held"
    BY_RECORDS = "by_records"
    """No file, but the records of this program, which are in the bundle, say it."""
    MADE_AT_SEALING = "made_at_sealing"
    NOTHING_HELD = "nothing_held"
    PART_LACKS = "part_lacks"
    """What is named lacks."""
    NO_FILE = "no_file"
    """It is on record by its number, but its file is not here."""
    WAIVER = "waiver"
    ASSERTED = "asserted"
    """Taken for given when the project was taken in half-way."""
    BY_TEMPLATE = "by_template"
    OUT_OF_SCHEME = "out_of_scheme"
    NOT_OWED = "not_owed"
    """The records hold nothing that would call for it: no notice, so no reply."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """One thing that is there: a file by its title, number and hash, or a part of the records."""

    title: str
    number: str = ""
    sha256: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Excuse:
    """Who said on the strength of which document, and why, that something need not be there."""

    ground: Ground
    authority: str
    paper: str
    reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Holding:
    """What there is of one thing: what is there, and the names of what lacks.

    `ground` says how what is there is there, `lack` what is wrong with what lacks; `is_owed` is
    false where the records hold nothing that would call for it.
    """

    there: tuple[Held, ...] = ()
    lacking: tuple[str, ...] = ()
    is_owed: bool = True
    ground: Ground = Ground.HELD
    lack: Ground = Ground.PART_LACKS


NOTHING = Holding()
_NONE: Mapping[str, Excuse] = MappingProxyType({})


@dataclass(frozen=True, slots=True, kw_only=True)
class Holdings:
    """Everything that a project has for its archive, by what a template may ask for."""

    by_want: Mapping[str, Holding]
    excuses: Mapping[str, Excuse] = field(default_factory=lambda: _NONE)
    disciplines: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class Want:
    """One line of the list: what is asked for in which class, how it stands and why."""

    code: str
    category: str
    what: str
    state: WantState
    ground: Ground
    there: tuple[Held, ...] = ()
    lacking: tuple[str, ...] = ()
    excuse: Excuse | None = None
    reason: str = ""
    """The template's own words for why it is not asked for."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Completeness:
    """The list of what a template asks for (归档完整性清单), in its order."""

    template: str
    wants: tuple[Want, ...]

    @property
    def gaps(self) -> tuple[Want, ...]:
        """Give what is missing and not waived."""
        return tuple(one for one in self.wants if one.state is WantState.MISSING)

    @property
    def is_complete(self) -> bool:
        """Tell whether nothing is missing."""
        return not self.gaps

    def count(self, state: WantState) -> int:
        """Count the lines of one state."""
        return sum(one.state is state for one in self.wants)


def judge(template: FilingTemplate, holdings: Holdings) -> Completeness:
    """Hold what is there against what the template asks for."""
    wants = tuple(
        _want(template, one, what, holdings) for one in template.classes for what in one.required
    )
    return Completeness(template=template.name, wants=wants)


def _want(template: FilingTemplate, filed_as: FilingClass, what: str, holdings: Holdings) -> Want:
    holding = holdings.by_want.get(what, NOTHING)
    state, ground = _standing(template, what, holding, holdings)
    return Want(
        code=filed_as.code,
        category=filed_as.title,
        what=what,
        state=state,
        ground=ground,
        there=holding.there,
        lacking=holding.lacking if state in _TELL_LACKS else (),
        excuse=holdings.excuses.get(what) if state is WantState.WAIVED else None,
        reason=template.excused.get(what, "") if ground is Ground.BY_TEMPLATE else "",
    )


_TELL_LACKS = frozenset({WantState.MISSING, WantState.WAIVED})


def _standing(
    template: FilingTemplate, what: str, holding: Holding, holdings: Holdings
) -> tuple[WantState, Ground]:
    """Judge in the order: there, not asked for, waived, missing."""
    if holding.there and not holding.lacking:
        return WantState.THERE, holding.ground
    ground = _not_asked(template, what, holding, holdings)
    if ground is not None:
        return WantState.NOT_APPLICABLE, ground
    excuse = holdings.excuses.get(what)
    if excuse is not None:
        return WantState.WAIVED, excuse.ground
    return WantState.MISSING, holding.lack if holding.lacking else Ground.NOTHING_HELD


def _not_asked(
    template: FilingTemplate, what: str, holding: Holding, holdings: Holdings
) -> Ground | None:
    only = template.only_with.get(what)
    grounds = {
        Ground.BY_TEMPLATE: what in template.excused,
        Ground.OUT_OF_SCHEME: only is not None and holdings.disciplines.isdisjoint(only),
        Ground.NOT_OWED: not holding.is_owed,
    }
    return next((ground for ground, is_so in grounds.items() if is_so), None)


def excuses_of(facts: ProcessFacts) -> Mapping[str, Excuse]:
    """Tell which papers need not be there: a gate or precondition waived, or asserted before."""
    found = {kind: _excuse(kind, facts) for kind in DocumentKind}
    return {kind.value: one for kind, one in found.items() if one is not None}


def _excuse(kind: DocumentKind, facts: ProcessFacts) -> Excuse | None:
    for target in _targets(kind):
        waiver = facts.waiver(target)
        if waiver is not None:
            return Excuse(
                ground=Ground.WAIVER,
                authority=waiver.authority,
                paper=waiver.paper,
                reason=waiver.reason,
            )
    said = facts.newest_of(EventKind.ASSERT)
    if said is None or not facts.asserted_gates() & set(_gates_of(kind)):
        return None
    return Excuse(
        ground=Ground.ASSERTED, authority=said.authority, paper=said.paper, reason=said.reason
    )


def _targets(kind: DocumentKind) -> Iterator[str]:
    """Give what a waiver of a paper names: its precondition first, then its gates."""
    yield from (one.target for one in PRECONDITIONS if kind in one.papers)
    yield from (gate.value for gate in _gates_of(kind))


def _gates_of(kind: DocumentKind) -> tuple[GateId, ...]:
    """Give the gates at which a paper is due, by its precondition first."""
    due = (one.gate for one in PRECONDITIONS if kind in one.papers)
    return tuple(dict.fromkeys((*due, *(gate.id for gate in GATES if kind in gate.documents))))
