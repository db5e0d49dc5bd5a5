"""How a notice stands on a day."""

from dataclasses import replace
from datetime import date, timedelta

from inspector.core.checklists import Severity
from inspector.core.defects import (
    Defect,
    DefectState,
    Notice,
    RecheckMode,
    Standing,
    Withdrawal,
)
from inspector.core.notices import NoticeStanding, standing_on

DUE = date(2026, 5, 25)
NOTICE = Notice(
    id="n",
    project_id="p",
    number="ZG-2026-JF2-K7-001",
    party_id="u",
    issued_on=date(2026, 5, 11),
    due_on=DUE,
    recheck_mode=RecheckMode.ON_SITE,
    defect_ids=("a", "b", "c"),
    by="li",
)


def make_defect(key, state, due_on=DUE):
    return Defect(
        id=key,
        project_id="p",
        number=f"JF2-12-K7-{key}",
        place_id="b",
        text="扶手松动",
        severity=Severity.MINOR,
        standing=Standing(state, "li", 0),
        due_on=due_on,
    )


def stands(day, *states):
    defects = [make_defect(key, state) for key, state in zip("abc", states, strict=True)]
    return standing_on(NOTICE, [*defects, make_defect("other", DefectState.ISSUED)], day)


def test_late_is_what_is_neither_repaired_nor_answered_the_day_after():
    states = (DefectState.ISSUED, DefectState.REPLIED, DefectState.CLOSED)
    assert stands(DUE, *states) == NoticeStanding(still_open=2, replied=1)
    late = stands(DUE + timedelta(days=3), *states)
    assert late == NoticeStanding(still_open=2, replied=1, overdue=1, days=3)


def test_an_extension_moves_the_day_of_its_defect_only():
    extended = make_defect("a", DefectState.ISSUED, DUE + timedelta(days=10))
    other = make_defect("b", DefectState.RECHECK_FAILED)
    found = standing_on(NOTICE, [extended, other], DUE + timedelta(days=1))
    assert (found.overdue, found.days) == (1, 1)


def test_nobody_owes_anything_by_a_withdrawn_notice():
    withdrawn = replace(NOTICE, withdrawn=Withdrawal("li", 0, "单位有误"))
    defects = [make_defect("a", DefectState.ISSUED)]
    assert standing_on(withdrawn, defects, DUE + timedelta(days=9)) == NoticeStanding()
