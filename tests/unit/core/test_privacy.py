import json
import re
from datetime import date

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from inspector.core.privacy import (
    EXACT,
    FILE_NAMES,
    REMOVED,
    UNPUBLISHED,
    PersonalKind,
    Redaction,
    is_identity_number,
)
from inspector.store.schema import BY_NAME, TABLES

MARKS = {kind: f"〔{kind.value}〕" for kind in PersonalKind}
PLAIN = Redaction(MARKS)
DIGITS = st.text("0123456789", min_size=8, max_size=8)
WORDS = st.text("查验外墙涂层起皮，共处。 \n（）：电话", max_size=12)
PARTING = st.sampled_from(["", " ", "-", "."])


def spelled(number, digits):
    return "".join(digits[int(one)] if one.isdigit() else one for one in number)


SCRIPTS = st.sampled_from(
    ["0123456789", "０１２３４５６７８９", "〇一二三四五六七八九", "零幺二三四五六七八九"]
)


@st.composite
def mobiles(draw):
    head, tail = draw(st.sampled_from("3456789")), draw(DIGITS)
    parting = draw(PARTING)
    groups = (f"1{head}{tail[0]}", tail[1:5], tail[5:] + draw(st.sampled_from("0123456789")))
    abroad = draw(st.sampled_from(["", "+86 ", "+86", "86-", "0086"]))
    return abroad + parting.join(groups)


@st.composite
def identities(draw):
    day = draw(st.dates(date(1920, 1, 1), date(2015, 12, 31)))
    region = draw(st.sampled_from(["110101", "370202", "340104", "650102", "830000"]))
    body = f"{region}{day:%Y%m%d}{draw(st.integers(0, 999)):03d}"
    (check,) = [one for one in "0123456789X" if is_identity_number(body + one)]
    return body + draw(st.sampled_from([check, check.lower()]))


@given(WORDS, mobiles(), WORDS, SCRIPTS)
@example("", "13812345678", "", "0123456789")
def test_no_mobile_number_stays_however_it_is_written(before, number, after, digits):
    freed = PLAIN.freed(f"{before}{spelled(number, digits)}{after}")
    assert PersonalKind.PHONE in freed.found
    left = re.sub(
        r"\D", "", freed.text.translate(str.maketrans("〇零一幺二三四五六七八九", "001123456789"))
    )
    assert len(left) < 8


@given(WORDS, identities(), WORDS)
def test_no_identity_number_stays(before, number, after):
    freed = PLAIN.freed(f"{before}{number}{after}")
    assert freed.text == PLAIN.freed(before).text + MARKS[PersonalKind.IDENTITY] + after
    assert freed.found[-1] is PersonalKind.IDENTITY


@given(identities(), st.integers(0, 17), st.integers(1, 9))
def test_one_wrong_digit_makes_no_identity_number(number, at, by):
    changed = str((int(number[at], 16) + by) % 10) if number[at].isdigit() else "0"
    wrong = number[:at] + changed + number[at + 1 :]
    assert not is_identity_number(wrong) or wrong == number


def test_a_number_whose_check_digit_is_wrong_still_tells_of_somebody():
    number = identity("370202194912310020")
    wrong = f"{number[:17]}{'1' if number[17] != '1' else '2'}"
    assert PLAIN.freed(f"证件{wrong}。").text == f"证件{MARKS[PersonalKind.IDENTITY]}。"


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("0551-62345678转123", PersonalKind.PHONE),
        ("（0551）62345678", PersonalKind.PHONE),
        ("010 6234 5678", PersonalKind.PHONE),
        ("+86 551 6234 5678", PersonalKind.PHONE),
        ("座机：62345678", PersonalKind.PHONE),
        ("1 3 8 1 2 3 4 5 6 7 8", PersonalKind.PHONE),
        ("138\u200b1234\u200b5678", PersonalKind.PHONE),
        ("1381234567813912345678", PersonalKind.PHONE),
        ("370202 19491231 0020", PersonalKind.IDENTITY),
        ("370202491231002", PersonalKind.IDENTITY),
        ("护照号：E12345678", PersonalKind.IDENTITY),
        ("13812 345678", PersonalKind.PHONE),
        ("1381 234 5678", PersonalKind.PHONE),
        ("13812-345-678", PersonalKind.PHONE),
        ("壹叁捌壹贰叁肆伍陆柒捌", PersonalKind.PHONE),
        ("皖 A 12345", PersonalKind.PLATE),
        ("皖A-12345", PersonalKind.PLATE),
        ("皖a1234学", PersonalKind.PLATE),
        ("加V：wang_wei99", PersonalKind.ADDRESS),
        ("6222 0212 3456 7890 128", PersonalKind.BANK_CARD),
        ("皖A12345", PersonalKind.PLATE),
        ("鲁B·D12345", PersonalKind.PLATE),
        ("wang.wei@example.com.cn", PersonalKind.ADDRESS),
        ("微信号：wang_wei99", PersonalKind.ADDRESS),
        ("王大爷", PersonalKind.NAME),
    ],
)
def test_what_is_personal_leaves_only_its_mark(text, kind):
    text = identity(text) if kind is PersonalKind.IDENTITY else text
    freed = PLAIN.freed(f"请联系 {text}。")
    assert freed == type(freed)(f"请联系 {MARKS[kind]}。", (kind,))


def identity(text):
    """Give the number its right check digit."""
    digits = text.replace(" ", "")
    if len(digits) == 15:
        return text
    if not digits.isdigit():
        return text
    checks = (one for one in "0123456789X" if is_identity_number(digits[:17] + one))
    return text[:-1] + next(checks)


@pytest.mark.parametrize(
    "text",
    [
        "读数 1.35 1.42 1.51 1.4，平均 1.42",
        "2026-11-28 09:41:07",
        "施工许可证 340104202311280101",
        "0190a000-0000-7000-8000-a13812345678",
        "a13812345678" + "0" * 52,
        "建质〔2013〕171号",
        "共 13800 ㎡，长 1381 m",
        "服务热线 400-820-8820",
        "居民代表签字",
        "12号楼3单元",
        "C30 混凝土，HRB400",
    ],
)
def test_what_is_not_personal_stays_to_the_letter(text):
    assert PLAIN.freed(text).text == text


@given(st.text(max_size=60))
def test_freeing_twice_changes_nothing_more(text):
    once = PLAIN.freed(text)
    assert PLAIN.freed(once.text).text == once.text


def test_names_on_record_are_taken_out_of_every_text():
    redaction = Redaction(MARKS, frozenset({"欧阳晓明", "Li Na", "居民代表", "5", "王"}))
    freed = redaction.freed("欧阳 晓明与LI NA说：王府5号，居民代表在场，Li Nation 不算")
    name = MARKS[PersonalKind.NAME]
    assert freed.text == f"{name}与{name}说：王府5号，居民代表在场，Li Nation 不算"


def test_numbers_of_papers_keep_their_digits_and_lose_names():
    redaction = Redaction(MARKS, frozenset({"欧阳晓明", "13812345678"}))
    row = {"id": "1", "name": "", "number": "欧阳晓明〔2026〕13812345678号", "sha256": "0" * 64}
    public, found = redaction.row("document", row, ())
    assert public["number"] == f"{MARKS[PersonalKind.NAME]}〔2026〕13812345678号"
    assert (public["sha256"], found) == ("0" * 64, (PersonalKind.NAME,))


def test_texts_inside_a_json_column_are_freed_and_the_rest_stays():
    told = '{"at":1700000000000,"n":"1.20","said":["电话13812345678"]}'
    value, found = PLAIN.cell(told)
    assert found == (PersonalKind.PHONE,)
    assert json.loads(value) == {"at": 1700000000000, "n": "1.20", "said": ["电话〔phone〕"]}
    assert PLAIN.cell('{"b" : 1}') == ('{"b" : 1}', ())
    assert PLAIN.cell("[13812345678 不是 JSON")[0] == "[〔phone〕 不是 JSON"
    assert PLAIN.cell(7) == (7, ())
    assert PLAIN.cell("[13812345678]")[0] == '["〔phone〕"]'
    assert PLAIN.cell('{"13812345678":[true,1.5]}')[0] == '{"〔phone〕":[true,"1.5"]}'
    assert PLAIN.cell("[" * 9_999 + "13812345678")[0].endswith("[〔phone〕")


def test_a_row_loses_what_is_declared_and_its_files_their_names():
    row = {
        "id": "0190a000-0000-7000-8000-a13812345678",
        "kind": "permit",
        "title": "王大爷的证明",
        "number": "340104202311280101",
        "sha256": "a" * 64,
        "size": 3,
        "name": "王大爷13812345678.PDF",
    }
    public, found = PLAIN.row("document", row, ())
    assert public == {**row, "title": "〔name〕的证明", "name": f"{'a' * 12}.pdf"}
    assert found == (PersonalKind.NAME,)


@pytest.mark.parametrize("table", [table for table in TABLES if table.personal])
def test_every_personal_column_is_taken_out(table):
    row = dict.fromkeys(("id", "project_id", *table.column_names), "x")
    public, _found = PLAIN.row(table.name, row, table.personal)
    assert not table.personal & public.keys()


def test_every_file_that_a_record_names_is_declared():
    named = {
        (table.name, column)
        for table in TABLES
        for column in table.column_names
        if column.endswith("sha256") and table.name not in UNPUBLISHED | {"photo"}
    }
    assert named == {(table, digest) for table, (_name, digest) in FILE_NAMES.items()}


def test_what_is_declared_exists():
    for declared in (REMOVED, EXACT, FILE_NAMES):
        for table, columns in declared.items():
            assert set(columns) <= set(BY_NAME[table].column_names), table
    assert set(BY_NAME) >= UNPUBLISHED
