"""Look beyond the sums of a bundle: whether its contents tell one story."""

from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from pathlib import Path

from inspector.archive.contents import Contents
from inspector.archive.opening import opened_bundle
from inspector.archive.tags import BAGIT
from inspector.core.bundles import absent_parts, part_of
from inspector.core.faults import Verification
from inspector.core.progress import Progress, Stage
from inspector.core.proofs import Proof, Proven, dealt
from inspector.operations.proofs.checks import CHECKS

_STEPS = 1_000


def prove(found: Sequence[tuple[Path, Verification]], progress: Progress) -> tuple[Proven, ...]:
    """Look beyond the sums of bundles that were verified; the parts of one are taken together.

    No workspace is needed.
    """
    groups = list(_groups(found))
    proven = {
        one.path: one
        for number, group in enumerate(groups)
        for one in _proven(group, _stage(progress, number, len(groups)))
    }
    return tuple(proven[path] for path, _one in found)


def _stage(progress: Progress, number: int, count: int) -> Stage:
    return Stage(progress, number * _STEPS, _STEPS, count * _STEPS)


def _groups(
    found: Sequence[tuple[Path, Verification]],
) -> Iterator[list[tuple[Path, Verification]]]:
    """Put the parts of one bundle together; a bundle that is whole stands alone."""
    groups: dict[tuple[object, ...], list[tuple[Path, Verification]]] = {}
    for path, one in found:
        part = part_of(dict(one.info))
        alone = part is None or part.is_whole
        key = (path,) if alone or part is None else (part.group, part.count)
        groups.setdefault(key, []).append((path, one))
    yield from groups.values()


def _proven(group: Sequence[tuple[Path, Verification]], progress: Progress) -> Iterator[Proven]:
    readable = [(path, one) for path, one in group if _is_bag(one)]
    proofs: list[Proof] = []
    with ExitStack() as opened:
        shelves = [opened.enter_context(opened_bundle(path)) for path, _one in readable]
        parts = [part for _path, one in readable if (part := part_of(dict(one.info))) is not None]
        whole = len(readable) == len(group) and not absent_parts(parts)
        bag = Contents(shelves, [one for _path, one in readable], is_whole=whole)
        for number, check in enumerate(CHECKS):
            proofs.extend(check(bag, _stage(progress, number, len(CHECKS))))
    yield from dealt(proofs, group)


def _is_bag(found: Verification) -> bool:
    return any(one.name == BAGIT for one in found.members)
