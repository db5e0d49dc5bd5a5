"""Rules that show an item only where another was answered so: no circles, no dead ends."""

from collections.abc import Iterator, Sequence

from inspector.checklists.codec import Complaint
from inspector.checklists.files import RawItem
from inspector.core.checklists import AnswerState, Item, ShowRule
from inspector.core.packs import FaultCode

_FIELD = "shown_when"


def complaints_on_rules(
    raw_items: Sequence[RawItem], items: Sequence[tuple[RawItem, Item]]
) -> Iterator[tuple[RawItem, Complaint]]:
    """Find rules that name an unknown item, run in a circle, or can never come true."""
    known = {raw.name for raw in raw_items}
    by_id = {item.id: item for _raw, item in items}
    for raw, item in items:
        rule = item.shown_when
        if rule is None:
            continue
        if rule.item not in known:
            yield raw, _complaint(FaultCode.REFERENCE_UNKNOWN, "item", rule.item)
        elif circle := _circle(item.id, by_id):
            yield raw, _complaint(FaultCode.RULE_IN_CIRCLE, "item", " → ".join(circle))
        elif reason := _never(rule, by_id):
            yield raw, _complaint(FaultCode.RULE_NEVER_SHOWS, "state", reason)


def _complaint(code: FaultCode, field: str, value: str) -> Complaint:
    return Complaint(code, f"{_FIELD}.{field}", (("value", value),))


def _circle(start: str, by_id: dict[str, Item]) -> list[str]:
    """Follow the rules from an item; give the way if it comes back to the start."""
    way = [start]
    current = by_id.get(start)
    while current is not None and current.shown_when is not None:
        way.append(current.shown_when.item)
        if way[-1] == start:
            return way
        if way.count(way[-1]) > 1:
            return []
        current = by_id.get(way[-1])
    return []


def _never(rule: ShowRule, by_id: dict[str, Item]) -> str:
    """Name the answer that cannot be given: nobody answers "unchecked", nor a retired item."""
    asked = by_id.get(rule.item)
    if rule.state is AnswerState.UNCHECKED or (asked is not None and asked.retired):
        return f"{rule.item} = {rule.state}"
    return ""
