"""What a command tells: aligned for people, exact for programs, harmless for terminals."""

import io
import json
from datetime import date, datetime, timedelta, timezone
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inspector.cli.telling import Told, as_text, facts, plain, table, write_line, write_told
from inspector.core.checklists import Limits, Severity


def test_columns_align_by_what_a_terminal_shows():
    lines = table(("编码", "name"), [("12", "十二幢"), ("RD-005", "路 x")])
    assert lines == ("编码    name", "12      十二幢", "RD-005  路 x")


def test_a_cell_stays_on_its_line():
    assert table(("a",), [("one\ntwo\tthree",)]) == ("a", "one two three")


def test_what_is_not_known_is_left_out():
    assert facts([("编码", "JF2"), ("地址", None), ("备注", ""), ("期限", date(2026, 5, 6))]) == (
        "编码  JF2",
        "期限  2026-05-06",
    )


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        (Decimal("7.40"), "7.40"),
        (Decimal("1E+3"), "1000"),
        (Severity.MINOR, "minor"),
        (date(2026, 5, 6), "2026-05-06"),
        (datetime(2026, 5, 6, 9, tzinfo=timezone(timedelta(hours=8))), "2026-05-06T09:00:00+08:00"),
        (Path("a"), "a"),
        ((1, None, True), [1, None, True]),
        (
            Limits(minimum=Decimal("0.5")),
            {"minimum": "0.5", "maximum": None, "design": None, "strict_minimum": False},
        ),
    ],
)
def test_values_of_the_domain_become_json(value, shown):
    assert plain(value) == shown


def test_what_json_does_not_know_is_our_bug():
    with pytest.raises(TypeError):
        plain(object())


def test_keys_keep_their_order_and_chinese_stays_readable():
    assert as_text({"b": "金枫", "a": 1}) == '{\n  "b": "金枫",\n  "a": 1\n}'


@given(st.text())
def test_any_text_comes_back_from_json_as_it_was(text):
    assert json.loads(as_text({"text": text}))["text"] == text


@given(st.text())
def test_no_text_can_steer_a_terminal(text):
    stream = io.StringIO()
    write_line(stream, text)
    assert not set(stream.getvalue()[:-1]) & {"\x1b", "\r", "\x07", "\x08", "\x9b", "\u202e"}


def test_json_is_written_instead_of_the_lines():
    told = Told(data={"id": "x"}, lines=("x",))
    out = io.StringIO()
    write_told(told, out, as_json=True)
    assert out.getvalue() == '{\n  "id": "x"\n}\n'
    out = io.StringIO()
    write_told(told, out, as_json=False)
    assert out.getvalue() == "x\n"
