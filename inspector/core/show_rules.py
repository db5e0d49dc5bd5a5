"""Which items the rules of a checklist hide, given what was stated at a place in a visit."""

from collections.abc import Mapping

from inspector.core.checklists import AnswerState, Item


def rule_over(
    item: Item,
    items: Mapping[str, Item],
    stated: Mapping[str, AnswerState],
    above: frozenset[str] = frozenset(),
) -> str | None:
    """Name the rule that hides an item, or None where it shows.

    An item that is hidden itself counts as "not applicable" for the rules that ask for it, so
    that rules work along a chain. A pack with a circle is refused; one that two packs make
    together ends at the item that was begun with, by what was stated of it.
    """
    rule = item.shown_when
    if rule is None or item.id in above:
        return None
    asked = items.get(rule.item)
    is_hidden = asked is not None and rule_over(asked, items, stated, above | {item.id}) is not None
    state = stated.get(rule.item, AnswerState.UNCHECKED)
    return item.hidden_by({rule.item: AnswerState.NOT_APPLICABLE if is_hidden else state})
