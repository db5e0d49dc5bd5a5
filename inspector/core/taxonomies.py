"""What kind of renovation a project is, in the words of each taxonomy (guide 5.4).

It is derived from the works in scope and never typed: the highest level that any of them has.
"""

from collections.abc import Iterable

from inspector.core.checklists import Item, TierProfile


def renovation_type(profile: TierProfile, items: Iterable[Item]) -> str | None:
    """Give the highest level of a taxonomy among some works; None where none of them has one."""
    found = {profile.name_of(item) for item in items}
    return next((level for level in reversed(profile.levels) if level in found), None)
