"""Papers go into volumes by the office's template, and a faulty template is refused by its key."""

import re
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inspector.core.bundles import Paper
from inspector.core.errors import InspectorError, Problem
from inspector.core.filing import FiledPaper, Numbering, arrange
from inspector.core.filingfile import parse_template
from inspector.core.issued import PaperKind
from inspector.core.process.names import DocumentKind
from inspector.core.volumelist import FormSet
from inspector.folders import resources
from inspector.words.problems import explain

KINDS = [*PaperKind, *DocumentKind]
TEMPLATES = sorted((resources() / "archive" / "templates").glob("*.toml"))
DAY = date(2026, 3, 1)
NUMBERING = Numbering("JF2", 2026)

TEXT = """
format = 1
name = "试"
number = "{project}-{class}-{volume:03d}"
photo = "{volume}-{number:04d}"
pages_per_volume = 10
retentions = ["永久", "长期", "短期"]
secrecies = ["秘密", "公开"]
[[class]]
code = "A"
title = "准备"
retention = "长期"
secrecy = "公开"
kinds = ["permit", "budget"]
retention_of = { permit = "永久" }
secrecy_of = { budget = "秘密" }
[[class]]
code = "E"
title = "其他"
retention = "短期"
secrecy = "公开"
rest = true
photos = true
"""


def filed(kind, pages=3, day=DAY, title="题名"):
    paper = Paper(title=title, number="", creator="", dated_on=day, pages=pages, file=Path("f.pdf"))
    return FiledPaper(kind=kind, paper=paper)


@pytest.fixture(scope="module")
def template():
    return parse_template(TEXT, "试.toml", KINDS)


@pytest.mark.parametrize("path", TEMPLATES, ids=[path.stem for path in TEMPLATES])
def test_the_shipped_templates_have_a_place_for_every_kind(path):
    template = parse_template(path.read_text(encoding="utf-8"), path.name, KINDS)
    for kind in KINDS:
        assert template.class_of(kind)
    named = {kind for one in template.classes for kind in one.kinds}
    assert set(DocumentKind) <= named
    papers = [filed(kind) for kind in KINDS]
    volumes = arrange(template, papers, NUMBERING, photos=True)
    assert len({volume.number for volume in volumes}) == len(volumes)
    assert sum(volume.holds_photos for volume in volumes) == 1


def test_there_are_two_templates():
    assert [path.stem for path in TEMPLATES] == ["dat28", "gbt50328"]


def test_papers_stand_in_the_order_of_the_template_then_by_date(template):
    papers = [
        filed("budget", day=DAY + timedelta(2)),
        filed("budget", day=DAY),
        filed("permit", day=DAY + timedelta(9)),
    ]
    (volume,) = arrange(template, papers, NUMBERING, photos=False)
    assert [(one.kind, one.paper.dated_on.day) for one in volume.papers] == [
        ("permit", 10),
        ("budget", 1),
        ("budget", 3),
    ]
    assert volume.number == "JF2-A-001"


def test_a_volume_is_not_too_thick_and_no_paper_is_parted(template):
    papers = [filed("permit", pages) for pages in (4, 4, 4, 25, 1)]
    volumes = arrange(template, papers, NUMBERING, photos=False)
    assert [volume.pages for volume in volumes] == [8, 4, 25, 1]
    assert [volume.number for volume in volumes] == [f"JF2-A-{n:03d}" for n in (1, 2, 3, 4)]


DRAWINGS = """
[[class]]
code = "D"
title = "图样"
retention = "永久"
secrecy = "公开"
kinds = ["drawings", "as_built_drawings", "design_check"]
"""


def pages_of(volumes):
    return [[one.paper.pages for one in volume.papers] for volume in volumes]


def test_drawings_lie_apart_from_text_and_may_be_thicker():
    thick = TEXT.replace("pages_per_volume = 10", "pages_per_volume = 10\ndrawings_per_volume = 25")
    template = parse_template(thick + DRAWINGS, "图.toml", KINDS)
    papers = [filed("drawings", 12), filed("as_built_drawings", 12), filed("as_built_drawings", 2)]
    papers += [filed("design_check", 8)]
    volumes = arrange(template, papers, NUMBERING, photos=False)
    assert pages_of(volumes) == [
        [8],
        [12, 12],
        [2],
    ]
    alike = parse_template(TEXT + DRAWINGS, "图.toml", KINDS)
    volumes = arrange(alike, papers, NUMBERING, photos=False)
    assert pages_of(volumes) == [
        [12],
        [12],
        [2, 8],
    ]


def test_the_shipped_templates_hold_20_mm_of_text_and_50_mm_of_drawings():
    """GB/T 50328-2014: at a tenth of a millimetre a sheet."""
    for path in TEMPLATES:
        template = parse_template(path.read_text(encoding="utf-8"), path.name, KINDS)
        assert (template.pages_per_volume, template.drawings_per_volume) == (200, 500)


def test_a_paper_without_a_day_comes_last_of_its_kind(template):
    papers = [filed("budget", day=None, title="甲"), filed("budget", title="乙")]
    (volume,) = arrange(template, papers, NUMBERING, photos=False)
    assert [one.paper.title for one in volume.papers] == ["乙", "甲"]


def test_a_mixed_volume_has_the_longest_term_and_the_highest_secrecy(template):
    (volume,) = arrange(template, [filed("permit"), filed("budget")], NUMBERING, photos=False)
    assert (volume.retention, volume.secrecy) == ("永久", "秘密")
    (volume,) = arrange(template, [filed("budget")], NUMBERING, photos=False)
    assert (volume.retention, volume.secrecy) == ("长期", "秘密")


def test_photos_alone_make_a_volume_and_no_class_makes_an_empty_one(template):
    assert arrange(template, [], NUMBERING, photos=False) == ()
    (volume,) = arrange(template, [], NUMBERING, photos=True)
    assert (volume.papers, volume.holds_photos, volume.retention) == ((), True, "短期")


PAPERS = st.lists(st.builds(filed, st.sampled_from(KINDS), st.integers(0, 30)), max_size=30)


@given(papers=PAPERS, photos=st.booleans())
def test_every_paper_is_filed_once(template, papers, photos):
    volumes = arrange(template, papers, NUMBERING, photos=photos)
    inside = [one for volume in volumes for one in volume.papers]
    assert sorted(map(id, inside)) == sorted(map(id, papers))
    assert [volume.serial for volume in volumes] == list(range(1, len(volumes) + 1))
    for volume in volumes:
        assert volume.pages <= 10 or len(volume.papers) == 1
    assert sum(volume.holds_photos for volume in volumes) == photos


@pytest.mark.parametrize(
    ("old", "new", "key"),
    [
        ("format = 1", "format = 2", "format"),
        ('name = "试"', "name = 3", "name"),
        ("{volume:03d}", "{volume:x}{other}", "number"),
        ("{volume:03d}", "", "number"),
        ("{class}-{volume:03d}", "{class_volume}", "number"),
        ("{volume}-{number:04d}", "{volume}", "photo"),
        ("{volume}-{number:04d}", "{volume.__class__}-{number}", "photo"),
        ("{volume}-{number:04d}", "{volume", "photo"),
        ("{volume}-{number:04d}", "{year}-{group:04d}", "photo"),
        ("{volume}-{number:04d}", "{year}-{group_number:04d}", "photo"),
        ("pages_per_volume = 10", "pages_per_volume = 0", "pages_per_volume"),
        ("pages_per_volume = 10", "pages_per_volume = true", "pages_per_volume"),
        ('["永久", "长期", "短期"]', "[]", "retentions"),
        ('["秘密", "公开"]', '["公开", "公开"]', "secrecies"),
        ('retention = "长期"', 'retention = "百年"', "class[1].retention"),
        ('"budget"]', '"budge"]', "class[1].kinds"),
        ('"budget"]', '"permit"]', "class[1].kinds"),
        ('"budget"]', "[]]", "class[1].kinds"),
        ("permit = ", "drawings = ", "class[1].retention_of"),
        ('budget = "秘密"', 'budget = "绝密"', "class[1].secrecy_of.budget"),
        ("rest = true", "", "class.rest"),
        ("photos = true", 'photos = "ja"', "class[2].photos"),
        ('code = "E"', 'code = "A"', "class.code"),
        ("pages_per_volume", "pages", "pages"),
        ("format = 1", 'format = 1\nforms = "GB/T 1"', "forms"),
        ('title = "其他"', "", "class[2].title"),
    ],
)
def test_each_fault_is_named_by_its_key(old, new, key):
    text = TEXT.replace(old, new, 1)
    assert text != TEXT
    with pytest.raises(InspectorError) as caught:
        parse_template(text, "试.toml", KINDS)
    assert caught.value.problem is Problem.FILING_VALUE_WRONG
    assert caught.value.facts["key"] == key


@pytest.mark.parametrize("text", ["[[", "a = ", "x" * 100_001])
def test_what_is_no_toml_is_refused(text):
    with pytest.raises(InspectorError) as caught:
        parse_template(text, "试.toml", KINDS)
    assert caught.value.problem is Problem.FILING_NOT_READ


@pytest.mark.parametrize(
    ("old", "new", "line"),
    [
        ('name = "试"', "name = 3", 3),
        ('"budget"]', '"budge"]', 14),
        ('budget = "秘密"', 'budget = "绝密"', 16),
        ("rest = true", 'rest = "ja"', 22),
        ('retention = "短期"', "", 17),
        ("format = 1\n", "", 1),
        ('code = "E"', 'code = "A"', 10),
    ],
)
def test_each_fault_is_named_by_its_line(old, new, line):
    text = TEXT.replace(old, new, 1)
    assert text != TEXT
    with pytest.raises(InspectorError) as caught:
        parse_template(text, "试.toml", KINDS)
    assert caught.value.facts["line"] == line
    assert f"第 {line} 行" in explain(caught.value)


@pytest.mark.parametrize(
    ("text", "line", "column"), [("a = 1\nb\n", 2, 2), ("a = 1\n[[", 2, 3), ('a = "\n"', 1, 6)]
)
def test_what_is_no_toml_is_named_by_line_and_column(text, line, column):
    with pytest.raises(InspectorError) as caught:
        parse_template(text, "试.toml", KINDS)
    assert (caught.value.facts["line"], caught.value.facts["column"]) == (line, column)


@pytest.mark.parametrize("path", TEMPLATES, ids=[path.stem for path in TEMPLATES])
def test_the_shipped_templates_explain_themselves(path):
    assert re.search(r"^# .*归档模板", path.read_text(encoding="utf-8"), re.MULTILINE)


@pytest.mark.parametrize("forms", list(FormSet))
def test_an_office_names_the_standard_of_its_forms(forms):
    text = TEXT.replace("format = 1", f'format = 1\nforms = "{forms}"', 1)
    assert parse_template(text, "试.toml", KINDS).forms is forms
    assert parse_template(TEXT, "试.toml", KINDS).forms is FormSet.CONSTRUCTION
