"""The plan of the sample community holds together before anything is written."""

from collections import Counter
from decimal import Decimal

import pytest

from inspector.checklists.load import national
from inspector.core.checklists import AnswerState, Severity
from inspector.core.evidence import PhotoRole
from inspector.core.projects import PlaceKind
from inspector.core.verdicts import assess_item, contradiction, parse_reading
from inspector.operations.sample.days import BY_ROUND, VISITS
from inspector.operations.sample.finding import Fate, Round
from inspector.operations.sample.pictures import PlannedPhoto, photos_of
from inspector.operations.sample.plan import Plan, PlannedAnswer, SampleSize, make_plan
from inspector.photos.scenes import PHONE_SIZE

PACK = national()


@pytest.fixture(scope="module")
def plan() -> Plan:
    return make_plan(PACK, SampleSize.FULL, 2026)


@pytest.fixture(scope="module")
def photos(plan: Plan) -> tuple[PlannedPhoto, ...]:
    return photos_of(plan)


def judged(answer: PlannedAnswer):
    scope = answer.scope
    return assess_item(
        scope.item,
        variant=scope.variant,
        design=Decimal(scope.design) if scope.design else None,
        readings=[parse_reading(text, scope.item.answer.decimals) for text in answer.readings],
        due=scope.due,
        choice=answer.choice,
    )


def test_the_sample_is_of_real_size(plan, photos):
    buildings = [place for place in plan.places if place.kind is PlaceKind.BUILDING]
    assert len(buildings) == 30
    assert plan.answer_count >= 3000
    assert len(plan.findings) >= 60
    assert len(photos) >= 120


def test_all_sixteen_disciplines_are_in_scope(plan):
    assert {scope.item.discipline for scope in plan.scopes} == {d.code for d in PACK.disciplines}


def test_the_facts_of_the_buildings_add_up_to_those_of_the_community(plan):
    community = next(place for place in plan.places if place.parent is None).facts
    buildings = [p.facts for p in plan.places if p.kind is PlaceKind.BUILDING]
    units = sum(1 for place in plan.places if place.kind is PlaceKind.UNIT)
    assert community.units == sum(facts.units for facts in buildings) == units
    assert community.households == sum(facts.households for facts in buildings)
    assert community.floor_area_m2 == sum(facts.floor_area_m2 for facts in buildings)
    assert {1988, 1996} <= {facts.built_year for facts in buildings} <= set(range(1988, 1997))


def test_stated_verdicts_agree_with_the_readings_by_the_pass_rate_rule(plan):
    doubts = [
        (answer.round, answer.spot, contradiction(answer.state, judged(answer)))
        for answer in plan.answers
        if contradiction(answer.state, judged(answer)) is not None
    ]
    assert doubts == []


def test_every_failing_answer_and_every_failing_reading_has_its_finding(plan):
    for answer in plan.answers:
        seen = judged(answer)
        has_failing = seen is not None and bool(seen.failing)
        if answer.state is AnswerState.FAIL or has_failing:
            assert answer.finding is not None, answer.spot


def test_a_general_item_passes_with_one_point_beside_its_defect(plan):
    opened = [a for a in plan.answers if a.opens and a.state is AnswerState.PASS]
    assert opened
    for answer in opened:
        assert judged(answer).failing
        assert not judged(answer).over_1_5


def test_every_finding_is_opened_once(plan):
    opened = Counter(answer.spot for answer in plan.answers if answer.opens)
    assert opened == Counter(finding.spot for finding in plan.findings)


def test_the_joint_visit_leaves_nothing_unchecked(plan):
    joint = [answer for answer in plan.answers if answer.round is Round.JOINT]
    spots = {(scope.place.key, scope.item.id) for scope in plan.scopes}
    assert {answer.spot for answer in joint} == spots
    assert AnswerState.UNCHECKED not in {answer.state for answer in joint}


def test_not_applicable_always_has_its_reason(plan):
    assert all(
        answer.reason for answer in plan.answers if answer.state is AnswerState.NOT_APPLICABLE
    )


def test_what_is_left_at_the_end_is_minor_and_optional(plan):
    newest = {answer.spot: answer for answer in plan.answers}
    left = [answer for answer in newest.values() if answer.state is AnswerState.FAIL]
    assert {answer.finding.fate for answer in left} == {Fate.LEFT, Fate.CONCEDED}
    assert {answer.scope.item.severity_default for answer in left} == {Severity.MINOR}
    assert {answer.scope.item.duty.value for answer in left} == {"optional"}


def test_defects_of_all_severities_meet_every_fate(plan):
    severities = PACK.by_id()
    assert {severities[f.item].severity_default for f in plan.findings} == set(Severity)
    assert {finding.fate for finding in plan.findings} == set(Fate)


def test_answers_come_in_time_order_within_the_days_of_their_visit(plan):
    moments = [answer.at for answer in plan.answers]
    assert moments == sorted(moments)
    for answer in plan.answers:
        assert answer.at.date() in BY_ROUND[answer.round].days


def test_all_kinds_of_visit_take_place():
    assert len({visit.kind for visit in VISITS}) == 5


def test_the_same_seed_gives_the_same_story(plan, photos):
    again = make_plan(PACK, SampleSize.FULL, 2026)
    assert again == plan
    assert photos_of(again) == photos


def test_another_seed_gives_other_readings_but_the_same_findings(plan):
    other = make_plan(PACK, SampleSize.FULL, 7)
    assert other.findings == plan.findings
    assert other.answer_count == plan.answer_count
    assert [a.readings for a in other.answers] != [a.readings for a in plan.answers]


def test_photos_are_phone_sized_and_half_of_them_have_no_thumbnail(photos):
    drawn = [photo for photo in photos if photo.heic is None]
    assert PHONE_SIZE[0] * PHONE_SIZE[1] >= 7_900_000
    assert {photo.size for photo in drawn} == {PHONE_SIZE}
    bare = sum(not photo.thumbnail for photo in photos)
    assert abs(2 * bare - len(photos)) <= 1


def test_photos_show_a_dozen_scenes_and_bear_different_names(photos):
    assert len({photo.scene for photo in photos}) >= 12
    assert len({photo.name for photo in photos}) == len(photos)


def test_photos_are_taken_within_their_visits(photos):
    for photo in photos:
        assert photo.day in BY_ROUND[photo.round].days


def test_photos_lie_within_the_site(photos):
    for photo in photos:
        assert abs(photo.shot.latitude - Decimal("36.0672")) < Decimal("0.002")
        assert abs(photo.shot.longitude - Decimal("120.3824")) < Decimal("0.0025")


def test_a_finding_that_is_closed_has_its_after_photo_later_than_the_one_before(plan, photos):
    taken: dict[tuple[str, str], dict[PhotoRole, list]] = {}
    for photo in photos:
        if photo.finding is not None:
            roles = taken.setdefault(photo.spot, {})
            roles.setdefault(photo.role, []).append(photo.shot.taken_local)
    for finding in plan.findings:
        roles = taken[finding.spot]
        if finding.rechecked is not None:
            assert max(roles[PhotoRole.AFTER]) > max(roles[PhotoRole.BEFORE])


def test_the_photo_before_and_the_photo_after_show_one_place(photos):
    seeds: dict[tuple[str, str], set[int]] = {}
    for photo in photos:
        if photo.role in {PhotoRole.BEFORE, PhotoRole.AFTER}:
            seeds.setdefault(photo.spot, set()).add(photo.seed)
    assert all(len(found) == 1 for found in seeds.values())
    assert len({seed for found in seeds.values() for seed in found}) == len(seeds)


def test_the_three_heic_files_are_among_the_photos(photos):
    names = {photo.heic for photo in photos} - {None}
    assert names == {"courtyard-lamp.heic", "hydrant.heic", "tree-pit-portrait.heic"}


def test_captions_name_occasion_and_people_beside_day_place_and_photographer(photos):
    for photo in photos:
        occasion = BY_ROUND[photo.round].title.partition(" ")[2]
        assert f"（{occasion}，在场：{photo.photographer}" in photo.caption
        assert len(photo.caption) <= 120


def test_a_repair_is_measured_again_as_its_reply_says(plan):
    checked = [a for a in plan.answers if a.finding and a.finding.good and not a.opens]
    passing = [answer for answer in checked if answer.state is AnswerState.PASS]
    assert len(passing) == sum(bool(finding.good) for finding in plan.findings)
    for answer in passing:
        assert set(answer.finding.good.split()) <= set(answer.readings)


def test_deadlines_are_kept_or_prolonged_before_they_pass(plan):
    for finding in plan.findings:
        if finding.fate is Fate.EXTENDED:
            done = [a for a in plan.answers if a.spot == finding.spot][-1]
            assert done.state is AnswerState.PASS
            assert done.at.date() <= finding.until


def test_what_was_sent_back_is_shown_by_a_photo_of_the_recheck(plan, photos):
    shown = {photo.spot for photo in photos if photo.role is PhotoRole.RECHECK}
    assert shown == {f.spot for f in plan.findings if f.fate is Fate.SECOND}
