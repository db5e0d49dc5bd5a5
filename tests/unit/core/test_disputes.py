"""What may be written into a disputed field."""

import pytest

from inspector.core.disputes import ValueKind, kind_of, words_of, written
from inspector.core.errors import InspectorError, Problem


@pytest.mark.parametrize(
    ("table", "column", "is_whole", "kind"),
    [
        ("defect", "text", False, ValueKind.TEXT),
        ("defect", "severity", False, ValueKind.WORD),
        ("defect", "due_on", False, ValueKind.DAY),
        ("defect", "state", False, ValueKind.FIXED),
        ("defect", "party_id", False, ValueKind.FIXED),
        ("answer", "result", False, ValueKind.FIXED),
        ("answer", "due_points", True, ValueKind.NUMBER),
        ("reading", "value", False, ValueKind.NUMBER),
        ("reading", "position", True, ValueKind.FIXED),
        ("place", "has_lift", True, ValueKind.FIXED),
        ("party", "phone", False, ValueKind.TEXT),
    ],
)
def test_each_field_is_written_in_its_way(table, column, is_whole, kind):
    assert kind_of(table, column, is_whole=is_whole) is kind


@pytest.mark.parametrize(
    ("column", "typed", "is_whole", "kept"),
    [
        ("text", " 墙面\r\n渗水 ", False, "墙面\n渗水"),
        ("severity", "major", False, "major"),
        ("due_on", "2026-12-01", False, "2026-12-01"),
        ("value", "7.40", False, "7.40"),
        ("due_points", "12", True, 12),
    ],
)
def test_what_fits_is_spelled_as_the_field_keeps_it(column, typed, is_whole, kept):
    kind = kind_of("defect", column, is_whole=is_whole)
    assert written(column, kind, typed, is_whole=is_whole) == kept


@pytest.mark.parametrize(
    ("column", "typed", "is_whole"),
    [
        ("text", " \x00 ", False),
        ("text", "长" * 10_001, False),
        ("severity", "严重", False),
        ("due_on", "12-01", False),
        ("value", "NaN", False),
        ("value", "7,4", False),
        ("due_points", "1.5", True),
        ("state", "closed", False),
    ],
)
def test_what_does_not_fit_is_refused(column, typed, is_whole):
    kind = kind_of("defect", column, is_whole=is_whole)
    with pytest.raises(InspectorError) as refused:
        written(column, kind, typed, is_whole=is_whole)
    assert refused.value.problem is Problem.FIELD_INVALID


def test_the_words_of_a_field_are_those_that_it_takes():
    for word in words_of("severity"):
        assert written("severity", ValueKind.WORD, word, is_whole=False) == word
