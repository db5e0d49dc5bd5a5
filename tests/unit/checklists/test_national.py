"""The national starter pack that ships with the program."""

import re
from collections import Counter
from decimal import Decimal
from pathlib import Path

import pytest

from inspector.checklists.dump import content_hash, dump
from inspector.checklists.load import (
    NATIONAL,
    NATIONAL_FOLDER,
    load_bytes,
    load_path,
    national,
    national_spelling,
)
from inspector.core.checklists import AnswerType, Control
from inspector.folders import locale
from inspector.words import language
from inspector.words.checklists import group_title, limit_text, method, requirement, sampling

LIBRARY = Path(__file__).parents[3] / "../shared/domain/check-items.yaml"


@pytest.fixture
def in_english():
    language.speak("en", locale())
    yield
    language.speak("zh", locale())


@pytest.fixture(scope="module")
def pack():
    return national()


def test_it_has_180_items_in_16_disciplines_in_order(pack):
    counts = Counter(item.discipline for item in pack.items)
    assert len(pack.items) == 180
    assert list(counts) == [discipline.code for discipline in pack.disciplines]
    assert [counts[code] for code in ("RD", "FS", "PP", "GR", "BF")] == [20, 20, 20, 18, 20]


def test_its_content_is_the_published_one(pack):
    """A published pack never changes: another wording needs another version."""
    published = "6c0589673b8000a76dae3e6fcbf5a9740c2d5165d8019a505fa36e193a1c1e25"
    assert (pack.id, pack.version, pack.hash) == ("cn-national", "2026.2", published)


def test_it_ships_as_the_spelling_of_its_folder(pack):
    """After a change of the folder: `python tools/packs.py`."""
    assert NATIONAL.read_bytes() == dump(load_path(NATIONAL_FOLDER))
    head, spelling = national_spelling()
    assert (head, content_hash(spelling)) == (pack.head, pack.hash)


def test_its_spelling_makes_the_same_pack_again(pack):
    spelling = dump(pack)
    assert load_bytes(spelling, "cn-national.json") == pack
    assert content_hash(spelling) == pack.hash


def test_the_folder_and_the_shipped_pack_are_one(pack):
    assert load_path(NATIONAL_FOLDER) == pack


@pytest.mark.parametrize(
    ("item_id", "variant", "design", "text"),
    [
        ("RD-002", None, None, "≥ 95 %"),
        ("RD-003", None, None, "−5…+10 mm"),
        ("RD-006", None, None, "≤ 5 mm"),
        ("RD-007", None, None, "±0.3 %"),
        ("RD-008", "A", Decimal(4000), "≥ 设计值 4000 mm"),
        ("RD-008", "A", None, "≥ 设计值"),
        ("RD-008", "B", None, "−20…0 mm"),
        ("RD-009", "B", None, "≤ 3 mm"),
        ("GR-002", "M", None, "> 150 cm"),
        ("GR-005", "A", None, "≥ −0.2 cm"),
        ("BF-008", None, None, "850…900 mm"),
        ("PP-006", None, None, "无缺陷、1级"),
        ("RD-005", None, None, ""),
    ],
)
def test_limits_are_written_as_on_site(pack, item_id, variant, design, text):
    assert limit_text(pack.item(item_id), variant, design) == text


def test_every_measured_item_and_case_says_what_is_allowed(pack):
    for item in pack.items:
        if item.answer.type is not AnswerType.PASS_FAIL_NA:
            for variant in [v.key for v in item.variants] or [None]:
                assert limit_text(item, variant), item.id


def test_items_without_a_class_say_that_no_one_gave_it(pack):
    controls = Counter(item.control for item in pack.items)
    assert controls == {Control.DOMINANT: 91, Control.GENERAL: 68, None: 21}


# -- both languages ----------------------------------------------------------------------------

_TEXTS = ("title", "requirement", "method", "sampling", "group")
_NUMBER = re.compile(r"\d+(?:\.\d+)?")
_UNIT = re.compile(r"\d(mm|cm²|cm|m³|MPa|L/s|lx|kPa|m|h|d|g|㎡|MΩ|Ω)(?![a-zA-Z²³/])")
_CHINESE = re.compile(r"[\u4e00-\u9fff]")
_PAINTED = {"FS-004": "消防车道 禁止占用", "FS-009": "消火栓"}
"""Words that stand on the thing itself, and so stay as they are."""


def texts_of(item):
    """Give every text of an item in both languages."""
    for name in _TEXTS:
        yield getattr(item, f"{name}_zh", None) or item.group, getattr(item, f"{name}_en")
    for variant in item.variants:
        yield variant.label_zh, variant.label_en
    yield from zip(item.answer.options, item.answer.options_en, strict=True)


def test_every_text_of_every_item_is_in_both_languages(pack):
    for item in pack.items:
        for chinese, english in texts_of(item):
            assert chinese, item.id
            assert english, (item.id, chinese)
            own = english.replace(_PAINTED.get(item.id, chinese), "")
            assert not _CHINESE.search(own), (item.id, english)


def test_every_number_of_the_chinese_stands_in_the_english(pack):
    for item in pack.items:
        for chinese, english in texts_of(item):
            if chinese != item.title_zh:
                there, here = (set(_NUMBER.findall(text)) for text in (chinese, english))
                assert there == here, (item.id, chinese, english)


def test_every_unit_of_the_chinese_stands_in_the_english(pack):
    for item in pack.items:
        for chinese, english in texts_of(item):
            for unit in _UNIT.findall(chinese):
                assert re.search(rf"[\d\s]{re.escape(unit)}(?![a-zA-Z])", english), (item.id, unit)


def test_in_english_an_item_reads_in_english(pack, in_english):
    item = pack.item("PP-006")
    assert requirement(item).startswith("New and repaired pipes are inspected")
    assert limit_text(item) == "no defect, grade 1"
    assert method(item) == "pipe CCTV / zoom camera"
    assert sampling(item) == "100% of new and repaired sections"
    assert group_title(item) == "drainage"


# -- nothing was lost on the way in ------------------------------------------------------------

_KIND = {"必改": "mandatory", "可选": "optional"}
_CLASS = {"主控项目": "dominant", "一般项目": "general", None: None}
_TIER = {"基础类": "basic", "完善类": "improvement", "提升类": "uplift"}
_SAME = (
    *("id", "discipline", "group", "level", "title_zh", "title_en", "requirement_zh"),
    *("method_zh", "sampling_zh", "severity_default", "confidence", "confidence_basis"),
)
_SAMPLING = {"all": "every", "n": "points", "pct": "percent", "min": "at_least"}


@pytest.fixture(scope="module")
def library():
    if not LIBRARY.exists():
        pytest.skip("the source library is not beside this checkout")
    yaml = pytest.importorskip("yaml", reason="PyYAML is not installed here")
    return yaml.load(LIBRARY.read_text("utf-8"), yaml.BaseLoader)


def test_every_item_says_what_the_library_says(pack, library):
    assert [item.id for item in pack.items] == [raw["id"] for raw in library["items"]]
    for item, raw in zip(pack.items, library["items"], strict=True):
        for name in _SAME:
            assert getattr(item, name) == raw[name], (item.id, name)
        assert item.note == raw.get("note")
        assert (item.duty, item.duty_basis) == (_KIND[raw["kind"]], raw["kind_basis"])
        assert item.control == _CLASS[_none(raw["item_class"])]
        assert item.control_basis == raw["item_class_basis"]
        assert item.tier == _TIER[raw["renovation_class"]]
        assert list(item.tools) == raw["tools"]
        assert list(item.evidence) == raw["evidence"]
        _same_answer(item, raw)
        _same_references(item, raw)
        _same_sampling(item.sampling, raw["sampling"])


def test_the_lists_say_what_the_library_says(pack, library):
    head = pack.head
    assert head.title_zh == library["about"]["title"]
    assert head.caution_en.startswith(library["about"]["caution"])
    assert {t.code: {"zh": t.title_zh, "en": t.title_en} for t in head.tools} == library["tools"]
    assert {source.code: source.text for source in head.sources} == library["sources"]
    for standard, raw in zip(head.standards, library["standards"], strict=True):
        for name, value in raw.items():
            assert getattr(standard, name) == value
    for discipline, raw in zip(head.disciplines, library["disciplines"], strict=True):
        assert (discipline.code, discipline.title_zh) == (raw["code"], raw["name_zh"])
        assert (discipline.title_en, discipline.core) == (raw["name_en"], raw["core"] == "true")
    for profile in head.profiles:
        raw = library["taxonomy_profiles"][profile.code]
        assert (profile.title_zh, list(profile.levels)) == (raw["name_zh"], raw["levels"])
        assert profile.note == raw.get("note")
        assert {o.target: o.name for o in profile.overrides} == raw["overrides"]
        names = {name.tier: name.name for name in profile.names}
        assert all(names[_TIER[zh]] == name for zh, name in raw.get("map", {}).items())
    assert len(head.profiles) == len(library["taxonomy_profiles"])


def _none(text):
    return None if text in {"", "null", "~"} else text


def _text(value):
    return None if value is None else str(value)


def _same_answer(item, raw):
    answer, wanted = item.answer, raw["answer"]
    assert (answer.type, answer.unit) == (wanted["type"], wanted.get("unit")), item.id
    assert str(answer.decimals) == wanted.get("decimals", "0"), item.id
    assert answer.points is (wanted.get("points") == "true"), item.id
    assert answer.relative_to == wanted.get("relative_to")
    assert list(answer.options) == wanted.get("options", [])
    assert list(answer.pass_options) == wanted.get("pass_options", [])
    _same_bounds(answer, wanted)
    assert len(item.variants) == len(raw.get("variants", []))
    for variant, case in zip(item.variants, raw.get("variants", []), strict=True):
        assert variant.label_zh == case["label_zh"]
        assert variant.confidence == case.get("confidence")
        _same_bounds(variant, case)


def _same_bounds(ours, theirs):
    assert (ours.limits is None) == ("limits" not in theirs)
    assert (ours.tolerance is None) == ("tolerance" not in theirs)
    if ours.limits is not None:
        limits = theirs["limits"]
        assert _text(ours.limits.minimum) == limits.get("min")
        assert _text(ours.limits.maximum) == limits.get("max")
        sides = {"min": "minimum", "max": "maximum", None: None}
        assert ours.limits.design == sides[limits.get("design")]
        assert ours.limits.strict_minimum is ("exclusive_min" in limits)
    if ours.tolerance is not None:
        assert _text(ours.tolerance.minus) == _none(theirs["tolerance"]["minus"])
        assert _text(ours.tolerance.plus) == _none(theirs["tolerance"]["plus"])


def _same_references(item, raw):
    assert len(item.refs) == len(raw["refs"])
    for ref, wanted in zip(item.refs, raw["refs"], strict=True):
        assert (ref.std, ref.std_key) == (wanted["std"], wanted["std_key"])
        assert (ref.clause, ref.confidence) == (_none(wanted["clause"]), wanted["confidence"])
        assert ref.source == wanted.get("source")


def _same_sampling(sampling, raw):
    parts = {f"per_{per.part}": _text(per.points) or per.share for per in sampling.per}
    for name, wanted in raw.items():
        if name in parts:
            assert parts.pop(name) == wanted
        elif name == "by_width_m":
            steps = sampling.by_width
            given = (steps.under_9_m, steps.from_9_to_15_m, steps.over_15_m)
            assert tuple(map(str, given)) == (wanted["lt9"], wanted["9to15"], wanted["gt15"])
        elif name in {"lowest", "narrowest"}:
            assert name in sampling.must
        elif wanted == "true":
            assert getattr(sampling, _SAMPLING.get(name, name)) is True
        else:
            assert str(getattr(sampling, _SAMPLING.get(name, name))) == wanted
    assert not parts
