"""Into which volumes (案卷) the papers and photos of a project go, by an office's template.

GB/T 50328-2014 and GB/T 11822-2008: a volume holds papers of one class, in a fixed order; it is
not too thick; a mixed one takes the longest retention and the highest secrecy of its papers.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from types import MappingProxyType

from inspector.core.bundles import Paper, PhotoElement
from inspector.core.process.names import DocumentKind
from inspector.core.volumelist import FormSet

DRAWING_KINDS = frozenset({DocumentKind.DRAWINGS, DocumentKind.AS_BUILT_DRAWINGS})
"""The kinds of papers that are drawings (图样材料)."""

_NONE: Mapping[str, str] = MappingProxyType({})
_NO_LISTS: Mapping[str, tuple[str, ...]] = MappingProxyType({})


@dataclass(frozen=True, slots=True, kw_only=True)
class FilingClass:
    """One class of the template: which kinds of papers it takes, in which order.

    `retention_of` and `secrecy_of` name the kinds that differ from their class; `required` is what
    the archive asks for: kinds of the class, and what `completeness.Subject` names.
    """

    code: str
    title: str
    retention: str
    secrecy: str
    kinds: tuple[str, ...] = ()
    required: tuple[str, ...] = ()
    takes_rest: bool = False
    takes_photos: bool = False
    retention_of: Mapping[str, str] = field(default_factory=lambda: _NONE)
    secrecy_of: Mapping[str, str] = field(default_factory=lambda: _NONE)


@dataclass(frozen=True, slots=True, kw_only=True)
class FilingTemplate:
    """How an office files: numbers, terms from the longest, secrecies from the highest, classes.

    `number` and `photo` are patterns; `pages_per_volume` stands for the thickness of a volume of
    text, `drawings_per_volume` for that of one of drawings (GB/T 50328: 20 mm and 50 mm).

    Attributes:
        excused: what the office does not ask for although it is required, each with the reason.
        only_with: what is asked for only where the scheme has one of these disciplines.
        photo_elements: the caption elements that every photo must have.
        forms: by which standard cover, note form and list of volumes are laid out.
    """

    name: str
    number: str
    photo: str
    pages_per_volume: int
    retentions: tuple[str, ...]
    secrecies: tuple[str, ...]
    classes: tuple[FilingClass, ...]
    drawings_per_volume: int | None = None
    excused: Mapping[str, str] = field(default_factory=lambda: _NONE)
    only_with: Mapping[str, tuple[str, ...]] = field(default_factory=lambda: _NO_LISTS)
    photo_elements: tuple[PhotoElement, ...] = tuple(PhotoElement)
    forms: FormSet = FormSet.CONSTRUCTION

    def class_of(self, kind: str) -> FilingClass:
        """Give the class that takes a kind of paper."""
        named = (one for one in self.classes if kind in one.kinds)
        rest = (one for one in self.classes if one.takes_rest)
        return next(named, None) or next(rest)


@dataclass(frozen=True, slots=True, kw_only=True)
class FiledPaper:
    """A finished paper with its kind, by which it is filed."""

    kind: str
    paper: Paper


@dataclass(frozen=True, slots=True, kw_only=True)
class FiledVolume:
    """One volume: its number, its class, what is in it, in order."""

    number: str
    serial: int
    filed_as: FilingClass
    papers: tuple[FiledPaper, ...]
    holds_photos: bool
    retention: str
    secrecy: str

    @property
    def pages(self) -> int:
        """Count the pages of its papers."""
        return sum(one.paper.pages for one in self.papers)


@dataclass(frozen=True, slots=True)
class Numbering:
    """What a volume's number is made of beside its class and its place in the order."""

    project: str
    year: int


def arrange(
    template: FilingTemplate, papers: Sequence[FiledPaper], numbering: Numbering, *, photos: bool
) -> tuple[FiledVolume, ...]:
    """Put papers, and the photos where there are any, into volumes; a paper is never parted."""
    volumes: list[FiledVolume] = []
    for one in template.classes:
        own = _ordered(one, [p for p in papers if template.class_of(p.kind) is one])
        takes_photos = photos and one.takes_photos
        stacks = _stacks_of(template, own) or ([()] if takes_photos else [])
        for count, stack in enumerate(stacks, start=1):
            serial = len(volumes) + 1
            volumes.append(
                FiledVolume(
                    number=number_of(template, numbering, one.code, serial, count),
                    serial=serial,
                    filed_as=one,
                    papers=stack,
                    holds_photos=takes_photos and count == len(stacks),
                    retention=_first(template.retentions, one.retention, stack, one.retention_of),
                    secrecy=_first(template.secrecies, one.secrecy, stack, one.secrecy_of),
                )
            )
    return tuple(volumes)


def number_of(
    template: FilingTemplate, numbering: Numbering, code: str, serial: int, class_serial: int
) -> str:
    """Fill the pattern of the archival numbers (档号)."""
    facts = {"project": numbering.project, "year": numbering.year, "class": code}
    return template.number.format(**facts, volume=serial, class_volume=class_serial)


def _ordered(filed_as: FilingClass, papers: Sequence[FiledPaper]) -> list[FiledPaper]:
    """Order papers by kind as the class lists them, those of one kind by date and number."""
    places = {kind: place for place, kind in enumerate(filed_as.kinds)}
    last = len(places)
    return sorted(
        papers,
        key=lambda one: (
            places.get(one.kind, last),
            "" if one.kind in places else one.kind,
            one.paper.dated_on or date.max,
            one.paper.number,
            one.paper.title,
        ),
    )


def _stacks_of(
    template: FilingTemplate, papers: Sequence[FiledPaper]
) -> list[tuple[FiledPaper, ...]]:
    """Part papers into volumes: text before drawings, each by its own thickness.

    Without a thickness for drawings they lie among the text (GB/T 50328: drawings apart).
    """
    if template.drawings_per_volume is None:
        return _stacks(papers, template.pages_per_volume)
    text = [one for one in papers if one.kind not in DRAWING_KINDS]
    drawings = [one for one in papers if one.kind in DRAWING_KINDS]
    return [
        *_stacks(text, template.pages_per_volume),
        *_stacks(drawings, template.drawings_per_volume),
    ]


def _stacks(papers: Sequence[FiledPaper], most: int) -> list[tuple[FiledPaper, ...]]:
    """Part papers so that no stack is thicker than allowed, unless one paper alone is."""
    stacks: list[list[FiledPaper]] = []
    pages = 0
    for one in papers:
        if not stacks or pages + one.paper.pages > most:
            stacks.append([])
            pages = 0
        stacks[-1].append(one)
        pages += one.paper.pages
    return [tuple(stack) for stack in stacks]


def _first(
    order: Sequence[str], own: str, papers: Sequence[FiledPaper], special: Mapping[str, str]
) -> str:
    """Give the foremost in an order of what the papers of a volume have."""
    found = {special.get(one.kind, own) for one in papers} or {own}
    return min(found, key=order.index)
