"""The verdict of a joint acceptance: the table of cases, and that nothing worse betters it."""

# ruff: noqa: E501 - the table of cases: one line each
from dataclasses import replace
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inspector.core.bounds import BoundKind, Bounds
from inspector.core.checklists import AnswerState, Control, Severity
from inspector.core.conclusion import DECIDED, ConclusionKind
from inspector.core.joint import Case, CheckedItem, GroupVoice, Voice, judge
from inspector.core.meetings import Presence, Satisfaction, Stance
from inspector.core.projects import PartyRole
from inspector.core.rules import CONSEQUENCES, REMINDERS, Clause, RuleTable
from inspector.core.verdicts import assess

PASS, PRINCIPLE, REWORK = ConclusionKind.PASS, ConclusionKind.IN_PRINCIPLE, ConclusionKind.REWORK
FAIL, OPEN = ConclusionKind.FAIL, ConclusionKind.UNDECIDED
GOOD, BAD, NONE, OUT = (
    *(AnswerState.PASS, AnswerState.FAIL),
    *(AnswerState.UNCHECKED, AnswerState.NOT_APPLICABLE),
)
CRITICAL, MAJOR, MINOR = Severity.CRITICAL, Severity.MAJOR, Severity.MINOR
AGREE, IF, NO = Stance.AGREE, Stance.CONDITIONAL, Stance.DISAGREE
HERE, LATE, EARLY, AWAY = (
    *(Presence.PRESENT, Presence.LATE),
    *(Presence.LEFT_EARLY, Presence.ABSENT),
)
LIMIT = Bounds(kind=BoundKind.LIMIT, high=Decimal(5))


def readings(*values, due=5, control=Control.GENERAL):
    return assess([Decimal(value) for value in values], due, LIMIT, control)


def item(state, control=Control.GENERAL, discipline="RD", **more):
    more.setdefault("is_mandatory", False)
    return CheckedItem(discipline=discipline, control=control, state=state, **more)


def party(role, stance=AGREE, presence=HERE, unit=None, conditions=0):
    return Voice(
        role=PartyRole(role),
        unit=unit or role,
        presence=presence,
        stance=stance,
        open_conditions=conditions,
    )


TABLE = RuleTable(
    name="试行",
    required=frozenset(map(PartyRole, ("owner", "contractor", "supervisor", "residents"))),
    veto=frozenset(map(PartyRole, ("owner", "supervisor"))),
    residents_share=Fraction(2, 3),
)
DOMINANT = item(GOOD, Control.DOMINANT, is_mandatory=True)
GENERAL = (item(GOOD),) * 5
VOICES = (
    *(party("owner"), party("contractor"), party("supervisor"), party("dept")),
    *(party("residents", unit=f"代表{number}") for number in range(3)),
)
CLEAN = Case(items=(DOMINANT, *GENERAL), voices=VOICES, papers_reviewed=True)


def voices(**changes):
    """Give the usual parties with one of them changed, or none of a role (None)."""
    kept = [voice for voice in VOICES if changes.get(voice.role.value, voice) is not None]
    return tuple(changes.get(voice.role.value, voice) for voice in kept)


def residents(*stances):
    others = tuple(voice for voice in VOICES if voice.role is not PartyRole.RESIDENTS)
    return (*others, *(party("residents", stance) for stance in stances))


def opened(*severities):
    return {"open_defects": severities}


RULES = {
    "usual": {},
    "in principle": {"in_principle": True},
    "early ones attend": {"attends": frozenset({HERE, LATE, EARLY})},
    "late ones do not": {"attends": frozenset({HERE})},
    "one may refuse": {"disagree_max": 1},
    "no residents": {"residents_share": Fraction(0)},
    "content": {"satisfied_share": Fraction(4, 5)},
    "no papers": {"papers": False},
    "two major": {"major_max": 2},
    "mandatory 80": {"mandatory_share": Fraction(4, 5)},
    "critical fails": {"consequences": {**CONSEQUENCES, Clause.OPEN_CRITICAL: FAIL}},
    "absence reworks": {"consequences": {**CONSEQUENCES, Clause.REQUIRED_PRESENT: REWORK}},
}
AT_80 = (DOMINANT, *(item(GOOD),) * 4, item(BAD))
OPTIONAL_BAD = item(BAD, None)

CASES = [
    # -- 必到单位
    ("everything as it should be", "usual", {}, PASS, ()),
    ("nobody came", "usual", {"voices": ()}, OPEN, ("required_present", "residents_agree")),
    ("no contractor on record", "usual", {"voices": voices(contractor=None)}, OPEN, ("required_present",)),
    ("contractor absent", "usual", {"voices": voices(contractor=party("contractor", None, AWAY))}, OPEN, ("required_present",)),
    ("absence leads to rework where said", "absence reworks", {"voices": voices(contractor=None)}, REWORK, ("required_present",)),
    ("contractor late", "usual", {"voices": voices(contractor=party("contractor", AGREE, LATE))}, PASS, ()),
    ("late does not attend where said", "late ones do not", {"voices": voices(contractor=party("contractor", AGREE, LATE))}, OPEN, ("required_present",)),
    ("contractor left early", "usual", {"voices": voices(contractor=party("contractor", AGREE, EARLY))}, OPEN, ("required_present",)),
    ("left early attends where said", "early ones attend", {"voices": voices(contractor=party("contractor", AGREE, EARLY))}, PASS, ()),
    ("one of two contractors absent", "usual", {"voices": (*VOICES, party("contractor", None, AWAY))}, PASS, ()),
    ("a department absent need not come", "usual", {"voices": voices(dept=party("dept", None, AWAY))}, PASS, ()),
    # -- 意见
    ("owner has said nothing", "usual", {"voices": voices(owner=party("owner", None))}, OPEN, ("opinions_given",)),
    ("a department has said nothing", "usual", {"voices": voices(dept=party("dept", None))}, PASS, ()),
    ("owner refuses", "usual", {"voices": voices(owner=party("owner", NO))}, FAIL, ("no_veto", "no_refusal", "no_reserve")),
    ("supervisor refuses in writing, absent", "absence reworks", {"voices": voices(supervisor=party("supervisor", NO, AWAY))}, FAIL, ("required_present", "no_veto", "no_refusal", "no_reserve")),
    ("contractor refuses, without veto", "usual", {"voices": voices(contractor=party("contractor", NO))}, REWORK, ("no_refusal", "no_reserve")),
    ("one refusal allowed", "one may refuse", {"voices": voices(dept=party("dept", NO))}, PASS, ("no_reserve",)),
    ("a veto where one refusal is allowed", "one may refuse", {"voices": voices(owner=party("owner", NO))}, FAIL, ("no_veto", "no_reserve")),
    ("agrees on a condition: passes conditionally", "usual", {"voices": voices(dept=party("dept", IF, conditions=1))}, PASS, ("no_reserve",)),
    ("agrees on a condition, in principle", "in principle", {"voices": voices(dept=party("dept", IF, conditions=1))}, PRINCIPLE, ("no_reserve",)),
    ("all conditions closed", "in principle", {"voices": voices(dept=party("dept", IF))}, PASS, ()),
    # -- 居民代表、满意度
    ("two of three residents agree", "usual", {"voices": residents(AGREE, IF, NO)}, REWORK, ("no_refusal", "no_reserve")),
    ("two of three residents are enough", "one may refuse", {"voices": residents(AGREE, IF, NO)}, PASS, ("no_reserve",)),
    ("one of three is not", "one may refuse", {"voices": residents(AGREE, NO, NO)}, REWORK, ("no_refusal", "no_reserve", "residents_agree")),
    ("666 of 1000 residents are not enough", "one may refuse", {"voices": residents(*[AGREE] * 666, *[NO] * 334)}, REWORK, ("no_refusal", "no_reserve", "residents_agree")),
    ("residents are not asked", "no residents", {"voices": residents(AGREE, AGREE)}, PASS, ()),
    ("four of five content", "content", {"residents": (Satisfaction.SATISFIED,) * 3 + (Satisfaction.FAIRLY, Satisfaction.DISSATISFIED)}, PASS, ()),
    ("three of five content", "content", {"residents": (Satisfaction.SATISFIED,) * 3 + (Satisfaction.DISSATISFIED,) * 2}, REWORK, ("residents_satisfied",)),
    ("nobody was asked how content", "content", {}, REWORK, ("residents_satisfied",)),
    # -- 分组、资料
    ("a group refuses", "usual", {"groups": (GroupVoice(name="现场组", stance=NO),)}, REWORK, ("groups_agree",)),
    ("a group has said nothing", "usual", {"groups": (GroupVoice(name="现场组"),)}, OPEN, ("opinions_given",)),
    ("papers not reviewed", "usual", {"papers_reviewed": False}, OPEN, ("papers_reviewed",)),
    ("a paper is missing", "usual", {"papers_missing": ("竣工图",)}, REWORK, ("papers_complete",)),
    ("papers are not asked for", "no papers", {"papers_reviewed": False}, PASS, ()),
    # -- 查验结果
    ("nothing in scope", "usual", {"items": ()}, OPEN, ("all_checked",)),
    ("one unchecked", "usual", {"items": (*CLEAN.items, item(NONE))}, OPEN, ("all_checked",)),
    ("unchecked outweighs a veto", "usual", {"items": (*CLEAN.items, item(NONE)), "voices": voices(owner=party("owner", NO))}, OPEN, ("all_checked", "no_veto", "no_refusal", "no_reserve")),
    ("a dominant item fails", "usual", {"items": (item(BAD, Control.DOMINANT), *GENERAL)}, REWORK, ("dominant_share",)),
    ("a dominant failure was accepted", "usual", {"items": (item(BAD, Control.DOMINANT, is_waived=True), *GENERAL)}, PASS, ()),
    ("an item without class fails like a dominant one", "usual", {"items": (*CLEAN.items, OPTIONAL_BAD)}, REWORK, ("dominant_share",)),
    ("a dominant item does not apply", "usual", {"items": (item(OUT, Control.DOMINANT), *GENERAL)}, PASS, ()),
    ("general items at exactly 80 %", "usual", {"items": AT_80}, PASS, ()),
    ("general items below 80 %", "usual", {"items": (DOMINANT, *(item(GOOD),) * 3, item(BAD))}, REWORK, ("general_share",)),
    ("each discipline reaches its share alone", "usual", {"items": (*CLEAN.items, item(BAD, discipline="GR"))}, REWORK, ("general_share",)),
    ("a mandatory general item fails", "usual", {"items": (*AT_80[:-1], item(BAD, is_mandatory=True))}, REWORK, ("mandatory_share",)),
    ("a share of mandatory items is enough where said", "mandatory 80", {"items": (DOMINANT, *(item(GOOD, is_mandatory=True),) * 4, item(BAD, is_mandatory=True))}, PASS, ()),
    ("readings speak against 合格", "usual", {"items": (item(GOOD, Control.DOMINANT, seen=readings(6, due=1, control=Control.DOMINANT)), *GENERAL)}, REWORK, ("no_contradiction", "dominant_share")),
    ("due points are missing", "usual", {"items": (*CLEAN.items, item(GOOD, seen=readings(3, 4)))}, OPEN, ("all_checked", "no_contradiction")),
    ("a failure became not applicable", "usual", {"items": (*CLEAN.items, item(OUT, was_failing=True))}, PASS, ("no_failure_dropped",)),
    # -- 问题
    ("a critical defect is open", "usual", opened(CRITICAL), REWORK, ("open_critical", "open_major", "open_minor")),
    ("a critical defect fails where said", "critical fails", opened(CRITICAL), FAIL, ("open_critical", "open_major", "open_minor")),
    ("a major defect is open", "usual", opened(MAJOR), REWORK, ("open_major", "open_minor")),
    ("two major ones are allowed", "two major", opened(MAJOR, MAJOR), PASS, ("open_minor",)),
    ("a critical one counts among the major", "two major", opened(MAJOR, MAJOR, CRITICAL), REWORK, ("open_critical", "open_major", "open_minor")),
    ("only minor ones are open", "usual", opened(MINOR), PASS, ("open_minor",)),
    ("only minor ones, in principle", "in principle", opened(MINOR), PRINCIPLE, ("open_minor",)),
    # -- 汇齐
    ("a conflict is open", "usual", {"disputed": 1}, OPEN, ("no_conflict",)),
    ("operations wait for others", "usual", {"waiting": 2}, OPEN, ("all_arrived",)),
    ("a record leads nowhere", "usual", {"missing": 1}, OPEN, ("no_target_missing",)),
]  # fmt: skip


@pytest.mark.parametrize(
    ("rules", "change", "kind", "unmet"),
    [pytest.param(*case[1:], id=case[0]) for case in CASES],
)
def test_the_table_decides(rules, change, kind, unmet):
    judgement = judge(replace(TABLE, **RULES[rules]), replace(CLEAN, **change))
    assert judgement.kind is kind
    against = {line.clause.value for line in judgement.lines if not line.is_met}
    assert against == set(unmet)


def test_there_are_at_least_forty_cases():
    assert len(CASES) >= 40


def test_a_passing_verdict_says_that_it_is_conditional():
    case = replace(CLEAN, voices=voices(dept=party("dept", IF, conditions=2)))
    judgement = judge(TABLE, case)
    assert judgement.kind is PASS
    assert judgement.is_conditional
    assert judgement.open_conditions == 2


def test_a_line_names_what_stands_against_it():
    case = replace(CLEAN, voices=voices(owner=party("owner", NO, unit="街道建设科")))
    lines = {line.clause: line for line in judge(TABLE, case).lines}
    assert lines[Clause.NO_VETO].units == ("街道建设科",)
    shares = lines[Clause.RESIDENTS_AGREE].shares
    assert [(share.part, share.whole) for share in shares] == [(3, 3)]


def test_every_clause_shows_at_its_place():
    table = replace(TABLE, satisfied_share=Fraction(1, 2))
    case = replace(CLEAN, groups=(GroupVoice(name="资料组", stance=AGREE),))
    assert [line.clause for line in judge(table, case).lines] == list(Clause)


# -- nothing that gets worse betters the verdict -------------------------------------------------

STANCES = (None, AGREE, IF, NO)
CONTROLS = (Control.DOMINANT, Control.GENERAL, None)


@st.composite
def items(draw):
    control = draw(st.sampled_from(CONTROLS))
    values = draw(st.lists(st.integers(1, 9).map(Decimal), max_size=5))
    return item(
        draw(st.sampled_from([GOOD, GOOD, GOOD, BAD, OUT])),
        control,
        draw(st.sampled_from(["RD", "GR"])),
        is_mandatory=draw(st.booleans()),
        seen=assess(values, len(values), LIMIT, control) if values else None,
        is_waived=draw(st.booleans()),
    )


@st.composite
def speakers(draw):
    stance = draw(st.sampled_from(STANCES))
    return party(
        draw(st.sampled_from(["owner", "contractor", "supervisor", "dept", "residents"])),
        stance,
        draw(st.sampled_from([HERE, HERE, LATE, EARLY, AWAY, None])),
        conditions=draw(st.integers(0, 2)) if stance is IF else 0,
    )


TABLES = st.builds(
    RuleTable,
    name=st.just("试行"),
    required=st.frozensets(st.sampled_from(list(PartyRole)[:3])),
    veto=st.frozensets(st.sampled_from(PartyRole)),
    disagree_max=st.integers(0, 2),
    residents_share=st.sampled_from([Fraction(0), Fraction(1, 2), Fraction(2, 3)]),
    papers=st.booleans(),
    dominant_share=st.sampled_from([Fraction(1), Fraction(9, 10)]),
    mandatory_share=st.sampled_from([Fraction(1), Fraction(0)]),
    general_share=st.sampled_from([Fraction(4, 5), Fraction(1, 2)]),
    critical_max=st.integers(0, 3),
    major_max=st.integers(0, 3),
    minor_max=st.integers(0, 3),
    in_principle=st.booleans(),
    consequences=st.fixed_dictionaries(
        {clause: st.sampled_from(DECIDED[1:]) for clause in CONSEQUENCES}
    ),
)
"""Any table that a file may hold, but for what may leave the verdict undecided."""
MATTERS = st.builds(
    Case,
    items=st.lists(items(), min_size=1, max_size=6).map(tuple),
    open_defects=st.lists(st.sampled_from(Severity), min_size=1, max_size=4).map(tuple),
    voices=st.lists(speakers(), min_size=1, max_size=6).map(tuple),
    papers_reviewed=st.just(value=True),
    papers_missing=st.sampled_from([(), ("竣工图",)]),
)


def put(case, field, at, value):
    """Put one element of a case in the place of another."""
    values = getattr(case, field)
    return replace(case, **{field: (*values[:at], value, *values[at + 1 :])})


def failed(draw, case):
    """One 合格 becomes 不合格."""
    at = draw(st.integers(0, len(case.items) - 1))
    one = case.items[at]
    pair = (replace(one, state=GOOD), replace(one, state=BAD))
    return (put(case, "items", at, each) for each in pair)


def moved_away(draw, case):
    """One reading moves away from its limit, the others stay as they are."""
    at = draw(st.integers(0, len(case.items) - 1))
    one = case.items[at]
    values = draw(st.lists(st.integers(1, 9).map(Decimal), min_size=1, max_size=5))
    further = list(values)
    further[draw(st.integers(0, len(values) - 1))] += draw(st.integers(1, 9))
    pair = (
        replace(one, seen=assess(each, len(each), LIMIT, one.control)) for each in (values, further)
    )
    return (put(case, "items", at, each) for each in pair)


def hardened(draw, case):
    """One party goes from 同意 to 有条件同意, or from there to 不同意."""
    at = draw(st.integers(0, len(case.voices) - 1))
    one, conditions = case.voices[at], draw(st.integers(0, 2))
    steps = [
        replace(one, stance=AGREE, open_conditions=0),
        replace(one, stance=IF, open_conditions=conditions),
        replace(one, stance=NO, open_conditions=0),
    ]
    first = draw(st.integers(0, 1))
    return (put(case, "voices", at, each) for each in steps[first : first + 2])


def raised(draw, case):
    """One severity is raised."""
    at = draw(st.integers(0, len(case.open_defects) - 1))
    first = draw(st.integers(0, 1))
    pair = [MINOR, MAJOR, CRITICAL][first : first + 2]
    return (put(case, "open_defects", at, each) for each in pair)


@pytest.mark.parametrize("worsen", [failed, moved_away, hardened, raised])
def test_nothing_that_gets_worse_betters_the_verdict(worsen):
    @given(st.data(), TABLES, MATTERS)
    def holds(data, table, case):
        before, after = (judge(table, each).kind for each in worsen(data.draw, case))
        assert DECIDED.index(after) >= DECIDED.index(before)

    holds()


@given(TABLES, MATTERS)
def test_the_verdict_follows_from_its_lines(table, case):
    judgement = judge(table, case)
    found = [line.consequence for line in judgement.lines if line.decides]
    if OPEN in found:
        assert judgement.kind is OPEN
    else:
        assert judgement.kind is max([PASS, *found], key=DECIDED.index)
    assert not any(line.decides for line in judgement.lines if line.clause in REMINDERS)
