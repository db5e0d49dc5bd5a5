"""What a pack must keep to: every fault is found and named, not only the first."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from inspector.checklists.codec import Complaint, parse
from inspector.checklists.files import RawItem, RawPack
from inspector.checklists.item_rules import complaints_of
from inspector.checklists.show_rules import complaints_on_rules
from inspector.core.checklists import Item, PackHead
from inspector.core.packs import FaultCode, PackFault

_PACK_ID = re.compile(r"[a-z][a-z0-9-]{1,39}")
_VERSION = re.compile(r"[0-9A-Za-z][0-9A-Za-z.-]{0,19}")
_CODE = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,31}")

Parsed = tuple[RawItem, Item]


def parse_head(raw: RawPack) -> tuple[PackHead | None, list[PackFault]]:
    """Parse what a pack says of itself."""
    head, complaints = parse(PackHead, raw.head)
    return head, [_of_head(raw, complaint) for complaint in complaints]


def parse_items(raw_items: Sequence[RawItem]) -> tuple[list[Parsed], list[PackFault]]:
    """Parse items; one with a fault is left out and its faults are named."""
    parsed: list[Parsed] = []
    faults: list[PackFault] = []
    for raw in raw_items:
        item, complaints = parse(Item, raw.table)
        faults += [_of_item(raw, complaint) for complaint in complaints]
        if item is not None:
            parsed.append((raw, item))
    return parsed, faults


def faults_of(raw: RawPack, head: PackHead | None, items: list[Parsed]) -> list[PackFault]:
    """Find what is wrong although every field by itself has the right form."""
    faults = [
        _of_item(place, complaint) for place, item in items for complaint in complaints_of(item)
    ]
    faults += [_of_item(place, complaint) for place, complaint in _duplicates(raw.items)]
    if head is not None:
        faults += [_of_head(raw, complaint) for complaint in _complaints_of_head(head)]
        faults += _unknown_references(head, items)
    if not raw.unread:
        faults += _faults_across(raw, head, items)
    return faults


def _faults_across(raw: RawPack, head: PackHead | None, items: list[Parsed]) -> list[PackFault]:
    """Find what can only be told when every file could be read."""
    faults = [_of_item(place, found) for place, found in complaints_on_rules(raw.items, items)]
    if head is not None:
        known = {item.name for item in raw.items}
        faults += [_of_head(raw, complaint) for complaint in _unknown_targets(head, known)]
    if not raw.items and not raw.faults:
        faults.append(PackFault(file=raw.file, code=FaultCode.ITEMS_MISSING, field="items"))
    return faults


def _of_head(raw: RawPack, complaint: Complaint) -> PackFault:
    return PackFault(
        file=raw.file, code=complaint.code, field=complaint.field, facts=complaint.facts
    )


def _of_item(raw: RawItem, complaint: Complaint) -> PackFault:
    return PackFault(
        file=raw.file,
        item=raw.name,
        code=complaint.code,
        field=complaint.field,
        facts=complaint.facts,
    )


def _duplicates(raw_items: Sequence[RawItem]) -> Iterator[tuple[RawItem, Complaint]]:
    seen: dict[str, RawItem] = {}
    for raw in raw_items:
        first = seen.setdefault(raw.name, raw)
        if first is not raw and not raw.name.startswith("#"):
            facts = (("value", raw.name), ("first", f"{first.file} #{first.number}"))
            yield raw, Complaint(FaultCode.DUPLICATE, "id", facts)


def _complaints_of_head(head: PackHead) -> Iterator[Complaint]:
    if not _PACK_ID.fullmatch(head.id):
        yield Complaint(FaultCode.CODE_INVALID, "id", (("value", head.id),))
    if not _VERSION.fullmatch(head.version):
        yield Complaint(FaultCode.CODE_INVALID, "version", (("value", head.version),))
    for field, codes in _coded_lists(head):
        yield from _repeated(field, codes)


def _coded_lists(head: PackHead) -> Iterator[tuple[str, list[str]]]:
    yield "disciplines", [discipline.code for discipline in head.disciplines]
    yield "tools", [tool.code for tool in head.tools]
    yield "standards", [standard.key for standard in head.standards]
    yield "sources", [source.code for source in head.sources]
    yield "profiles", [profile.code for profile in head.profiles]


def _repeated(field: str, codes: list[str]) -> Iterator[Complaint]:
    for code, times in Counter(codes).items():
        if times > 1:
            yield Complaint(FaultCode.DUPLICATE, field, (("value", code), ("first", field)))
        if not _CODE.fullmatch(code):
            yield Complaint(FaultCode.CODE_INVALID, field, (("value", code),))


def _unknown_targets(head: PackHead, item_ids: set[str]) -> Iterator[Complaint]:
    known = item_ids | {discipline.code for discipline in head.disciplines}
    for number, profile in enumerate(head.profiles, 1):
        for override in profile.overrides:
            if override.target not in known:
                field = f"profiles[{number}].overrides"
                yield Complaint(FaultCode.REFERENCE_UNKNOWN, field, (("value", override.target),))


def _unknown_references(head: PackHead, items: list[Parsed]) -> Iterator[PackFault]:
    known = {field: set(codes) for field, codes in _coded_lists(head)}
    for raw, item in items:
        for field, value, where in _references(item):
            if value not in known[where]:
                facts = (("value", value),)
                yield _of_item(raw, Complaint(FaultCode.REFERENCE_UNKNOWN, field, facts))


def _references(item: Item) -> Iterator[tuple[str, str, str]]:
    """List what an item refers to: field, code, and the list that must have it."""
    yield "discipline", item.discipline, "disciplines"
    for number, tool in enumerate(item.tools, 1):
        yield f"tools[{number}]", tool, "tools"
    for number, ref in enumerate(item.refs, 1):
        yield f"refs[{number}].std_key", ref.std_key, "standards"
        if ref.source is not None:
            yield f"refs[{number}].source", ref.source, "sources"
