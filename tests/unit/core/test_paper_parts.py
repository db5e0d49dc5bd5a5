"""Digests of a paper's parts, and the tokens by which a paper is asked for."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inspector.core.papers import (
    PaperParts,
    PaperToken,
    parts_of,
    qr_text,
    read_token,
    snapshot_sha256,
)
from tests.kit.sample_forms import make_five, make_form
from tests.kit.sample_papers import IDENTITY, make_empty_acceptance

RECORD = "0191f7a0-1b2c-7d3e-8f40-5a6b7c8d9e0f"


def test_a_change_names_exactly_its_part():
    paper = make_empty_acceptance()
    before = parts_of(paper, "zh")
    after = parts_of(replace(paper, defect_lines=("共记录问题 9 条。",), rule_note="另"), "zh")
    assert set(before.changed(after)) == {"defect_lines", "rule_note"}
    assert before.changed(before) == ()


def test_who_made_it_and_when_is_no_change():
    paper = make_empty_acceptance()
    later = replace(paper, identity=replace(IDENTITY, version=9, made_by="李"))
    assert parts_of(paper, "zh").digests == parts_of(later, "zh").digests


def test_a_form_names_sheet_and_table():
    paper = make_form(groups=3)
    sheet = paper.sheets[1]
    table = replace(sheet.tables[0], rows=(("RD-000 平整度", 1, 0),))
    sheets = (paper.sheets[0], replace(sheet, tables=(table,)), paper.sheets[2])
    now = parts_of(replace(paper, sheets=sheets), "zh")
    assert parts_of(paper, "zh").changed(now) == ("现场2组 · 抽查结果",)
    fewer = parts_of(replace(paper, sheets=paper.sheets[:2]), "zh")
    assert set(parts_of(paper, "zh").changed(fewer)) == {
        *("现场3组", "现场3组 · 抽查结果", "现场3组 · 分组意见"),
    }


def test_parts_of_one_name_are_told_apart():
    paper = make_five()
    twice = replace(paper, sheets=(replace(paper.sheets[0], signs=paper.sheets[0].signs[:1] * 2),))
    names = [key for key, _digest in parts_of(twice, "zh").digests]
    assert len(names) == len(set(names))


@given(st.sampled_from(range(7)), st.text(max_size=30))
def test_any_word_of_a_box_names_its_box(at, text):
    paper = make_five()
    sheet = paper.sheets[0]
    box = replace(sheet.signs[at], told=(text,))
    signs = (*sheet.signs[:at], box, *sheet.signs[at + 1 :])
    now = parts_of(replace(paper, sheets=(replace(sheet, signs=signs),)), "zh")
    assert parts_of(paper, "zh").changed(now) == (f"{sheet.title} · {box.title}",)


def test_parts_are_read_back_and_what_is_none_is_none():
    parts = parts_of(make_five(), "en")
    read = PaperParts.read(parts.spelled())
    assert (read.language, read.program) == ("en", "Inspector 0.1.0")
    assert dict(read.digests) == dict(parts.digests)
    for text in (None, "", "[]", "{}", "7", '{"parts": 3}', "no JSON", '{"parts": {}}'):
        assert PaperParts.read(text) is None


def test_a_qr_text_names_record_and_content():
    paper = make_five()
    shown = snapshot_sha256(paper)
    text = qr_text(replace(paper.identity, record_id=RECORD), shown)
    assert len(text) == 59
    assert read_token(text) == PaperToken(record_id=RECORD, shown=shown[:16])
    draft = read_token(qr_text(paper.identity, shown))
    assert draft == PaperToken(number=paper.identity.number, version=3, shown=shown[:16])


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        (" 7f3a-91c2-0b5d ", PaperToken(shown="7f3a91c20b5d")),
        ("7F3A91C20B5D", PaperToken(shown="7f3a91c20b5d")),
        ("LJ-2026-JF2-K7-001", PaperToken(number="LJ-2026-JF2-K7-001")),
        ("LJ-2026-JF2-K7-001/2", PaperToken(number="LJ-2026-JF2-K7-001", version=2)),
        ("lj-2026-jf2-k7-001 / 2", PaperToken(number="LJ-2026-JF2-K7-001", version=2)),
        (RECORD, PaperToken(record_id=RECORD)),
        ("不是 号码", PaperToken(number="不是 号码")),
    ],
)
def test_what_people_type_is_understood(typed, meant):
    assert read_token(typed) == meant
