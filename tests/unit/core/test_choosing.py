"""One rule settles many: what it covers, and whose value it takes."""

import pytest

from inspector.core.choosing import ChoiceRule, Preference, choices_by
from inspector.core.exchange import FAST_CLOCK_MS, Conflict, ConflictKind, ConflictValue


def value(opid, said, device="K1", at_ms=0, **more):
    return ConflictValue(
        opid=opid,
        column="text",
        value=said,
        person="李工",
        device=device,
        at_ms=at_ms,
        is_shown=more.pop("is_shown", False),
        **more,
    )


def conflict(*values, kind=ConflictKind.FIELD, table="defect", column="text", project="p"):
    return Conflict(
        id=f"r:{column}",
        kind=kind,
        project_id=project,
        row="r",
        table=table,
        column=column,
        title="",
        values=values,
    )


OLD = value(1, "旧", "K1", 10, is_shown=True)
NEW = value(2, "新", "K2", 20)
PLAIN = conflict(OLD, NEW)
CRITICAL = conflict(OLD, NEW, column="severity")
ELSEWHERE = conflict(OLD, NEW, project="q")
DELETED = conflict(OLD, NEW, kind=ConflictKind.DELETED)
WRONG_CLOCK = conflict(OLD, value(2, "新", "K2", 20, skew_ms=FAST_CLOCK_MS))
SAME_MOMENT = conflict(OLD, value(2, "新", "K2", 10))
SAME_TWICE = conflict(OLD, NEW, value(3, "新", "K3", 20))
TWO_OF_ONE = conflict(OLD, value(2, "新", "K1", 20))


@pytest.mark.parametrize(
    ("rule", "open_one", "taken"),
    [
        (ChoiceRule(), PLAIN, "旧"),
        (ChoiceRule(), CRITICAL, None),
        (ChoiceRule(with_critical=True), CRITICAL, "旧"),
        (ChoiceRule(project_id="p"), ELSEWHERE, None),
        (ChoiceRule(project_id="q"), ELSEWHERE, "旧"),
        (ChoiceRule(with_critical=True), DELETED, None),
        (ChoiceRule(preference=Preference.LATEST), PLAIN, "新"),
        (ChoiceRule(preference=Preference.LATEST), WRONG_CLOCK, None),
        (ChoiceRule(preference=Preference.LATEST), SAME_MOMENT, None),
        (ChoiceRule(preference=Preference.LATEST), SAME_TWICE, "新"),
        (ChoiceRule(preference=Preference.LAPTOP, device="K1"), PLAIN, "旧"),
        (ChoiceRule(preference=Preference.LAPTOP, device="K2"), PLAIN, "新"),
        (ChoiceRule(preference=Preference.LAPTOP, device="K9"), PLAIN, None),
        (ChoiceRule(preference=Preference.LAPTOP, device="K1"), TWO_OF_ONE, None),
    ],
)
def test_what_a_rule_takes(rule, open_one, taken):
    found = [chosen.value for _conflict, chosen in choices_by(rule, [open_one])]
    assert found == ([] if taken is None else [taken])
