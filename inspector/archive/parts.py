"""Deal a bundle out over discs: each part a bag of its own, all of one group (RFC 8493, 2.2.2)."""

from collections.abc import Sequence
from dataclasses import replace

from inspector.archive.sources import Source, laid_out
from inspector.core.bundles import BAG_COUNT, BundlePlan, fit_part
from inspector.core.errors import InspectorError, Problem

_HEADERS = 150
"""Bytes of a file's two headers in a ZIP, without its name, which each of them holds."""
_LINE = 67
"""Bytes of a file's line in a manifest, without its name."""
_AROUND_ALL = 64 << 10
"""Room for the tag files and the end of the directory."""


def parts_of(plan: BundlePlan, part_bytes: int) -> tuple[BundlePlan, ...]:
    """Give the plans of the parts, in the order of the files; one that fits stays as it is.

    Refused where one file alone is larger than a part.
    """
    sources = laid_out(plan)
    everywhere = [source for source in sources if source.member.everywhere]
    base = _AROUND_ALL + sum(map(_length, everywhere))
    dealt: list[list[Source]] = [[]]
    left = part_bytes - base
    for source in (source for source in sources if not source.member.everywhere):
        if _length(source) > part_bytes - base:
            facts = {"member": source.member.name, "bytes": source.entry.size}
            raise InspectorError(Problem.PART_TOO_SMALL, part=part_bytes, **facts)
        if _length(source) > left:
            dealt.append([])
            left = part_bytes - base
        dealt[-1].append(source)
        left -= _length(source)
    if len(dealt) == 1:
        return (plan,)
    return tuple(
        _part(plan, [*everywhere, *own], number, len(dealt))
        for number, own in enumerate(dealt, start=1)
    )


def _length(source: Source) -> int:
    """Give the room that a file takes, with its headers and its lines in the manifests."""
    name = len(source.entry.name.encode())
    lines = 2 if source.with_sm3 else 1
    return source.entry.size + _HEADERS + 2 * name + lines * (_LINE + name)


def _part(plan: BundlePlan, sources: Sequence[Source], number: int, count: int) -> BundlePlan:
    info = [field for field in plan.info if field[0] != BAG_COUNT]
    return replace(
        plan,
        root=fit_part(plan.root, f"_{number}of{count}"),
        members=tuple(source.member for source in sources),
        info=(*info, (BAG_COUNT, f"{number} of {count}")),
    )
