"""What differs between two versions of a pack, item by item and field by field."""

from collections.abc import Iterator, Mapping

from inspector.checklists.codec import plain
from inspector.core.canonical import canonical
from inspector.core.checklists import Item, Pack, PackHead
from inspector.core.packs import FieldChange, ItemChange, PackDiff


def diff(before: Pack, after: Pack) -> PackDiff:
    """Compare two versions: items added, removed and changed, and what the head says."""
    old, new = before.by_id(), after.by_id()
    changed = [
        ItemChange(item_id, changes)
        for item_id in old
        if item_id in new and (changes := _changes(old[item_id], new[item_id]))
    ]
    return PackDiff(
        before=before.ref,
        after=after.ref,
        head=_changes(before.head, after.head),
        added=tuple(item_id for item_id in new if item_id not in old),
        removed=tuple(item_id for item_id in old if item_id not in new),
        changed=tuple(changed),
    )


def _changes(before: Item | PackHead, after: Item | PackHead) -> tuple[FieldChange, ...]:
    old, new = dict(_flat(plain(before), "")), dict(_flat(plain(after), ""))
    fields = dict.fromkeys([*old, *new])
    return tuple(
        FieldChange(field, old.get(field, ""), new.get(field, ""))
        for field in fields
        if old.get(field) != new.get(field)
    )


def _flat(value: object, path: str) -> Iterator[tuple[str, str]]:
    """Walk tables down to their plain values; a list of plain values stays one value."""
    if isinstance(value, Mapping):
        for key, inner in value.items():
            yield from _flat(inner, f"{path}.{key}" if path else str(key))
    elif isinstance(value, list) and any(isinstance(one, Mapping) for one in value):
        for number, one in enumerate(value, 1):
            name = one.get("key") or one.get("code") or number  # a new entry moves no other
            yield from _flat(one, f"{path}[{name}]")
    elif isinstance(value, list):
        yield path, "、".join(str(one) for one in value)
    else:
        yield path, value if isinstance(value, str) else canonical(value).strip('"')
