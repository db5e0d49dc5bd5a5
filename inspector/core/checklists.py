"""Checklist packs: items, limits, references, and the states that an answer can have."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from enum import StrEnum

from inspector.core.errors import InspectorError, Problem
from inspector.core.sampling import Sampling


class AnswerState(StrEnum):
    """What is known of an item at a place; the four are never mixed up (FEATURES, row 2)."""

    UNCHECKED = "unchecked"
    PASS = "pass"  # noqa: S105 - a verdict, not a password
    FAIL = "fail"
    NOT_APPLICABLE = "not_applicable"


class Severity(StrEnum):
    """How bad a defect is (严重/一般/轻微)."""

    CRITICAL = "critical"
    MAJOR = "major"
    MINOR = "minor"


class Duty(StrEnum):
    """Whether the local guideline demands an item (必改/可选)."""

    MANDATORY = "mandatory"
    OPTIONAL = "optional"


class DutyBasis(StrEnum):
    """Who says whether an item is mandatory."""

    SUGGESTED = "suggested"
    LOCAL_GUIDELINE = "local_guideline"
    DESIGN = "design"


class Control(StrEnum):
    """The class of an item in acceptance (主控项目/一般项目, GB 50300-2013)."""

    DOMINANT = "dominant"
    GENERAL = "general"


class ControlBasis(StrEnum):
    """Who says which class an item has."""

    STANDARD = "standard"
    SUGGESTED = "suggested"
    NONE = "none"


class Tier(StrEnum):
    """The class of renovation (基础类/完善类/提升类, 国办发〔2020〕23号)."""

    BASIC = "basic"
    IMPROVEMENT = "improvement"
    UPLIFT = "uplift"


class Level(StrEnum):
    """Where an item is usually inspected; the scheme may put it anywhere."""

    PROJECT = "project"
    BUILDING = "building"
    UNIT = "unit"


class Confidence(StrEnum):
    """How well a statement of the library was checked."""

    VERIFIED = "verified"
    KNOWN = "known"
    UNSURE = "unsure"


class ConfidenceBasis(StrEnum):
    """What the confidence rests on."""

    PUBLIC_PAGE = "public_page"
    PLAN_TEXT = "plan_text"
    MEMORY = "memory"
    NONE = "none"


class AnswerType(StrEnum):
    """What an inspector gives as an answer, besides the state."""

    PASS_FAIL_NA = "pass_fail_na"  # noqa: S105 - a kind of answer, not a password
    MEASURE = "measure"
    DEVIATION = "deviation"
    COUNT = "count"
    CHOICE = "choice"
    RATIO = "ratio"


class EvidenceKind(StrEnum):
    """What proves an answer."""

    PHOTO = "photo"
    PHOTO_BEFORE_AFTER = "photo_before_after"
    TEST_REPORT = "test_report"
    HIDDEN_WORK_RECORD = "hidden_work_record"
    CERTIFICATE = "certificate"
    VIDEO = "video"
    AS_BUILT_DRAWING = "as_built_drawing"
    DOCUMENT = "document"
    SIGNED_FORM = "signed_form"


class DesignSide(StrEnum):
    """On which side the design value bounds a reading."""

    MINIMUM = "minimum"
    MAXIMUM = "maximum"


class RelativeTo(StrEnum):
    """What a deviation is measured from."""

    DESIGN = "design"


@dataclass(frozen=True, slots=True)
class PackRef:
    """The pack under whose wording something was answered."""

    pack_id: str
    version: str
    hash: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """Bounds of a measured value, both included unless the minimum is strict (应大于)."""

    minimum: Decimal | None = None
    maximum: Decimal | None = None
    design: DesignSide | None = None
    strict_minimum: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Tolerance:
    """The allowed deviation from the design value; None means no bound on that side."""

    minus: Decimal | None = None
    plus: Decimal | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerSpec:
    """What is to be answered, in which unit, and what is allowed."""

    type: AnswerType
    unit: str | None = None
    decimals: int = 0
    points: bool = False
    limits: Limits | None = None
    tolerance: Tolerance | None = None
    relative_to: RelativeTo | None = None
    options: tuple[str, ...] = ()
    options_en: tuple[str, ...] = ()
    pass_options: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Variant:
    """One of several cases with a limit of its own (分档); it replaces the item's limit."""

    key: str
    label_zh: str
    label_en: str | None = None
    limits: Limits | None = None
    tolerance: Tolerance | None = None
    confidence: Confidence | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Reference:
    """A document and clause that an item rests on."""

    std: str
    std_key: str
    confidence: Confidence
    clause: str | None = None
    source: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ShowRule:
    """An item is shown only where another item was answered so (FEATURES, row 1)."""

    item: str
    state: AnswerState


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One check item; duty, control and tier are three independent axes (DESIGN, 3)."""

    id: str
    discipline: str
    group: str
    group_en: str | None = None
    level: Level
    title_zh: str
    title_en: str
    requirement_zh: str
    requirement_en: str | None = None
    duty: Duty
    duty_basis: DutyBasis
    control: Control | None = None
    control_basis: ControlBasis
    tier: Tier
    answer: AnswerSpec
    variants: tuple[Variant, ...] = ()
    method_zh: str
    method_en: str | None = None
    tools: tuple[str, ...] = ()
    sampling_zh: str
    sampling_en: str | None = None
    sampling: Sampling = field(default_factory=Sampling)
    evidence: tuple[EvidenceKind, ...] = ()
    refs: tuple[Reference, ...] = ()
    severity_default: Severity
    confidence: Confidence
    confidence_basis: ConfidenceBasis
    note: str | None = None
    shown_when: ShowRule | None = None
    retired: bool = False

    def variant(self, key: str) -> Variant:
        """Give the variant of a key, or refuse one that the item does not have."""
        for variant in self.variants:
            if variant.key == key:
                return variant
        raise InspectorError(Problem.VARIANT_UNKNOWN, item=self.id, variant=key)

    def hidden_by(self, states: Mapping[str, AnswerState]) -> str | None:
        """Name the rule that hides the item under these answers, or None where it shows.

        A hidden item is kept as "not applicable" with this name as its reason, so that an
        auditor sees why nobody looked. As long as the question is unchecked nothing is decided:
        the item stays to be looked at, also in a re-check that does not ask the question again.
        """
        rule = self.shown_when
        if rule is None:
            return None
        if states.get(rule.item, AnswerState.UNCHECKED) in {AnswerState.UNCHECKED, rule.state}:
            return None
        return f"{self.id}:{rule.item}={rule.state}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Discipline:
    """A field of work with its items (道路, 消防 …)."""

    code: str
    title_zh: str
    title_en: str
    core: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Tool:
    """A tool or way of checking that items name by code."""

    code: str
    title_zh: str
    title_en: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Standard:
    """A document that references name by key."""

    key: str
    code: str
    title_zh: str
    title_en: str
    confidence: Confidence
    note: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """Where the content of a document was seen."""

    code: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TierName:
    """What a region calls one of the three tiers."""

    tier: Tier
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TierOverride:
    """What a region calls the tier of one discipline or item, whatever its own tier is."""

    target: str
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TierProfile:
    """A region's names for the tiers."""

    code: str
    title_zh: str
    levels: tuple[str, ...]
    names: tuple[TierName, ...] = ()
    overrides: tuple[TierOverride, ...] = ()
    note: str | None = None

    def name_of(self, item: Item) -> str | None:
        """Give the region's tier of an item: by item, then by discipline, then by its tier."""
        overrides = {override.target: override.name for override in self.overrides}
        names = {name.tier: name.name for name in self.names}
        return overrides.get(item.id) or overrides.get(item.discipline) or names.get(item.tier)


@dataclass(frozen=True, slots=True, kw_only=True)
class PackHead:
    """What a pack says of itself, and the lists that its items refer to."""

    id: str
    version: str
    title_zh: str
    title_en: str
    basis_zh: str
    basis_en: str
    checked_on: date
    region: str
    caution_zh: str | None = None
    caution_en: str | None = None
    disciplines: tuple[Discipline, ...]
    tools: tuple[Tool, ...] = ()
    standards: tuple[Standard, ...] = ()
    sources: tuple[Source, ...] = ()
    profiles: tuple[TierProfile, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Pack:
    """A published checklist: its head, its items in order, and the hash of both.

    A published pack never changes; another wording is another version.
    """

    head: PackHead
    items: tuple[Item, ...]
    hash: str

    @property
    def id(self) -> str:
        """Give the pack's id."""
        return self.head.id

    @property
    def version(self) -> str:
        """Give the pack's version."""
        return self.head.version

    @property
    def ref(self) -> PackRef:
        """Give what an answer keeps of the pack."""
        return PackRef(self.head.id, self.head.version, self.hash)

    @property
    def disciplines(self) -> tuple[Discipline, ...]:
        """Give the disciplines in the pack's order."""
        return self.head.disciplines

    def by_id(self) -> dict[str, Item]:
        """Give the items by id, retired ones included."""
        return {item.id: item for item in self.items}

    def item(self, item_id: str) -> Item:
        """Give one item, or refuse an id that the pack does not have."""
        for item in self.items:
            if item.id == item_id:
                return item
        raise InspectorError(Problem.RECORD_MISSING, record="item_id", id=item_id)

    @property
    def has_rules(self) -> bool:
        """Tell whether an answer may hide other items."""
        return any(item.shown_when is not None for item in self.items)

    def of_discipline(self, code: str) -> tuple[Item, ...]:
        """List the items in force of one discipline."""
        return tuple(i for i in self.items if i.discipline == code and not i.retired)
