"""Files of a bundle that are whole, but not where they belong."""

from collections import Counter
from collections.abc import Mapping, Sequence

from inspector.core.faults import Fault, FaultCode

_SUM = "sha256"


def told_of_moved(
    faults: Sequence[Fault], wanted: Mapping[str, Mapping[str, str]], digests: Mapping[str, str]
) -> list[Fault]:
    """Say of a file that lacks and one that is too much where they are one; of two exchanged too.

    `wanted` holds the digests listed of each file, `digests` the SHA-256 of those that are there.
    Files of equal content are told by name alone: nobody can say which is which.
    """
    home = _homes(wanted)
    missing = {fault.member for fault in faults if fault.code is FaultCode.MEMBER_MISSING}
    told: list[Fault] = []
    found: set[str] = set()
    for fault in faults:
        at_home = home.get(digests.get(fault.member, ""), fault.member)
        if fault.code is FaultCode.MEMBER_EXTRA and at_home in missing - found:
            found.add(at_home)
            told.append(Fault(FaultCode.MEMBER_RENAMED, fault.member, {"was": at_home}))
        elif fault.code is FaultCode.HASH_DIFFERS and at_home != fault.member:
            told.append(Fault(FaultCode.MEMBER_SWAPPED, fault.member, {"other": at_home}))
        else:
            told.append(fault)
    return [
        fault
        for fault in told
        if fault.code is not FaultCode.MEMBER_MISSING or fault.member not in found
    ]


def _homes(wanted: Mapping[str, Mapping[str, str]]) -> dict[str, str]:
    """Give the one name under which each content belongs."""
    listed = {name: sums[_SUM] for name, sums in wanted.items() if _SUM in sums}
    counts = Counter(listed.values())
    return {digest: name for name, digest in listed.items() if counts[digest] == 1}
