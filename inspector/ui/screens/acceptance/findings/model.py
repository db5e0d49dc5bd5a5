"""The items behind a number, and what keeps the records from being final, as lists."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import partial

from inspector.core.checklists import AnswerState, Control, Duty
from inspector.core.conclusion import OF_EXCHANGE, Condition
from inspector.core.exchange import Conflict, MissingTarget
from inspector.core.projects import Place, address_of, block_of
from inspector.core.verdicts import Contradiction
from inspector.operations.standing import Finding, Standing
from inspector.ui.kit.painting import Mark
from inspector.words.acceptance import reason_text
from inspector.words.checklists import (
    contradiction_sentence,
    control_name,
    discipline_title,
    duty_name,
    item_title,
    state_name,
)
from inspector.words.conflicts import conflict_field, conflict_values
from inspector.words.language import _
from inspector.words.records import address_text, field_name

Picks = Callable[[Finding], bool]
Rows = Callable[[Standing, dict[str, Place]], list["FindingRow"]]
_DOUBTED = frozenset({Contradiction.PASS_BUT_FAILING, Contradiction.PASS_BUT_INCOMPLETE})
_MARKS = {
    AnswerState.PASS: Mark.PASS,
    AnswerState.FAIL: Mark.FAIL,
    AnswerState.NOT_APPLICABLE: Mark.NONE,
    AnswerState.UNCHECKED: Mark.OPEN,
}


@dataclass(frozen=True, slots=True)
class Lead:
    """A screen, and what to show there."""

    screen: str
    target: Mapping[str, str]


def items_against(condition: Condition) -> Picks:
    """Tell which items stand against a condition, as its figure counts them."""
    failed = AnswerState.FAIL
    picks: Mapping[Condition, Picks] = {
        Condition.ALL_CHECKED: lambda f: f.state is AnswerState.UNCHECKED,
        Condition.NO_CONTRADICTION: lambda f: f.contradiction in _DOUBTED,
        Condition.DOMINANT_QUALIFIED: lambda f: (
            f.state is failed and f.item.control is Control.DOMINANT
        ),
        Condition.MANDATORY_QUALIFIED: lambda f: f.state is failed and f.row.duty is Duty.MANDATORY,
        Condition.GENERAL_QUALIFIED: lambda f: (
            f.state is failed and f.item.control is Control.GENERAL
        ),
    }
    return picks[condition]


# -- the items behind a number ----------


class Items(StrEnum):
    """Which items of a project are listed, as other rooms name them."""

    DUE = "due"
    ANSWERED = "answered"
    FAILED = "failed"
    UNCHECKED = "unchecked"


@dataclass(frozen=True, slots=True)
class Listing:
    """A question for a list: its title over a standing, and the rows that belong to it."""

    title: Callable[[Standing], str]
    rows: Rows


def listing_of_items(
    items: Items, places: dict[str, Place], block: str = "", discipline: str = ""
) -> Listing:
    """Ask for the items of a project, or of one block (a building, a road) and discipline."""

    def title(standing: Standing) -> str:
        known = (one.discipline for one in standing.disciplines)
        where = [places[block].name] if block in places else []
        where += [discipline_title(one) for one in known if one.code == discipline]
        return _(" · ").join((*where, _items_title(items)))

    def picks(finding: Finding) -> bool:
        return (
            _ITEMS[items](finding)
            and discipline in {"", finding.item.discipline}
            and (not block or _is_in(finding, block, places))
        )

    return Listing(title, picked(picks))


def picked(picks: Picks) -> Rows:
    """List the items that belong to a question."""

    def rows(standing: Standing, places: dict[str, Place]) -> list["FindingRow"]:
        return finding_rows(filter(picks, standing.findings), standing.project.id, places)

    return rows


_ITEMS: Mapping[Items, Picks] = {
    Items.DUE: lambda _finding: True,
    Items.ANSWERED: lambda f: f.state is not AnswerState.UNCHECKED,
    Items.FAILED: lambda f: f.state is AnswerState.FAIL,
    Items.UNCHECKED: lambda f: f.state is AnswerState.UNCHECKED,
}


def _items_title(items: Items) -> str:
    return {
        Items.DUE: _("全部检查项"),
        Items.ANSWERED: _("已查"),
        Items.FAILED: _("不合格"),
        Items.UNCHECKED: _("未查"),
    }[items]


def _is_in(finding: Finding, block: str, places: dict[str, Place]) -> bool:
    place = block_of(finding.row.place_id, places)
    return place is not None and place.id == block


def listing_of_reason(condition: Condition) -> Listing:
    """Ask for what stands against a condition."""

    def title(standing: Standing) -> str:
        reasons = standing.conclusion.reasons
        return reason_text(next(one for one in reasons if one.condition is condition))

    if condition in OF_EXCHANGE:
        return Listing(title, partial(unsettled_rows, condition))
    return Listing(title, picked(items_against(condition)))


@dataclass(frozen=True, slots=True, kw_only=True)
class FindingRow:
    """One item at a place, and where it is shown."""

    id: str
    code: str
    title: str
    place: str
    found: str
    word: str
    mark: Mark
    lead: Lead

    def spoken(self) -> str:
        """Say the row for those who hear it."""
        parts = (self.code, self.title, self.place, self.word, self.found)
        return _("，").join(part for part in parts if part)


def finding_rows(
    findings: Iterable[Finding], project_id: str, places: dict[str, Place]
) -> list[FindingRow]:
    """Say the items of a list."""
    return [_finding_row(finding, project_id, places) for finding in findings]


def _finding_row(finding: Finding, project_id: str, places: dict[str, Place]) -> FindingRow:
    item, place_id = finding.item, finding.row.place_id
    return FindingRow(
        id=finding.row.id,
        code=item.id,
        title=item_title(item),
        place=address_text(address_of(place_id, places), " › "),
        found=_found(finding),
        word=state_name(finding.state),
        mark=_MARKS[finding.state],
        lead=Lead("inspect", _spot(finding, project_id)),
    )


def _found(finding: Finding) -> str:
    kinds = _(" · ").join((duty_name(finding.row.duty), control_name(finding.item.control)))
    if finding.contradiction in _DOUBTED:
        return contradiction_sentence(finding.contradiction)
    rate = finding.assessment.rate if finding.assessment else None
    points = _("合格点 {part}/{whole}").format(part=rate.part, whole=rate.whole) if rate else ""
    day = finding.visit.first_on.isoformat() if finding.visit else ""
    return _(" · ").join(part for part in (kinds, points, day) if part)


def _spot(finding: Finding, project_id: str) -> dict[str, str]:
    spot = {"project": project_id, "place": finding.row.place_id, "item": finding.item.id}
    return spot | ({"visit": finding.visit.id} if finding.visit else {})


# -- what keeps the records from being final ----------


def unsettled_rows(
    condition: Condition, standing: Standing, places: dict[str, Place]
) -> list[FindingRow]:
    """List disputes with each one's value, or links to what has not come."""
    if condition is Condition.NO_CONFLICT:
        names = {place.id: place.name for place in places.values()}
        return [_conflict_row(one, names, standing) for one in standing.unsettled.conflicts]
    if condition is Condition.NO_TARGET_MISSING:
        return [_missing_row(one, standing) for one in standing.unsettled.missing]
    return []


def _conflict_row(conflict: Conflict, names: Mapping[str, str], standing: Standing) -> FindingRow:
    return FindingRow(
        id=conflict.id,
        code=conflict_field(conflict),
        title=conflict.title,
        place=_(" ｜ ").join(conflict_values(conflict, names)),
        found="",
        word=_("未裁定"),
        mark=Mark.FAIL,
        lead=_record_lead(conflict.table, conflict.row, standing),
    )


def _missing_row(missing: MissingTarget, standing: Standing) -> FindingRow:
    return FindingRow(
        id=f"{missing.row}:{missing.column}",
        code=field_name(missing.table),
        title=field_name(missing.column),
        place=_("所指的内容还在别的电脑上：{target}").format(target=missing.target),
        found="",
        word=_("待到"),
        mark=Mark.WARN,
        lead=_record_lead(missing.table, missing.row, standing),
    )


def _record_lead(table: str, row: str, standing: Standing) -> Lead:
    """Lead to where a record is shown; to its project where it has no room of its own."""
    project_id = standing.project.id
    if table == "defect":
        return Lead("defects", {"project": project_id, "defect": row})
    for finding in standing.findings:
        own = [finding.answer.id] if finding.answer else []
        if row in {finding.row.id, *own, *(reading.id for reading in finding.readings)}:
            return Lead("inspect", _spot(finding, project_id))
    return Lead("projects", {"project": project_id})
