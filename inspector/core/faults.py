"""What a check of a bundle finds: the state of each file, and what is wrong with what."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum, auto
from types import MappingProxyType

from inspector.core.certificates import DetachedSeal


class FaultCode(StrEnum):
    """What a check can find wrong with a bundle."""

    NOT_A_BUNDLE = auto()
    ZIP_DAMAGED = auto()
    BAGIT_WRONG = auto()
    INFO_WRONG = auto()
    MANIFEST_MISSING = auto()
    MANIFEST_WRONG = auto()
    MANIFEST_SHORT = auto()
    TAG_MANIFEST_MISSING = auto()
    FETCH_LISTED = auto()
    NAME_HOSTILE = auto()
    NAME_TWICE = auto()
    NAMES_ALIKE = auto()
    TOO_LARGE = auto()
    MEMBER_MISSING = auto()
    MEMBER_EXTRA = auto()
    MEMBER_RENAMED = auto()
    MEMBER_SWAPPED = auto()
    MEMBER_ENCRYPTED = auto()
    MEMBER_UNREADABLE = auto()
    HASH_DIFFERS = auto()
    CRC_DIFFERS = auto()
    OXUM_DIFFERS = auto()
    ORDER_DIFFERS = auto()
    HEADER_DIFFERS = auto()
    DIRECTORY_DIFFERS = auto()
    BYTES_BEHIND = auto()
    LOCAL_DIFFERS = auto()
    MEMBERS_OVERLAP = auto()
    LIST_ABSENT = auto()
    LIST_UNREADABLE = auto()
    ENTRY_WITHOUT_FILE = auto()
    FILE_WITHOUT_ENTRY = auto()
    ENTRY_DIFFERS = auto()
    PAGES_DIFFER = auto()
    PDF_UNREADABLE = auto()
    PDF_ENCRYPTED = auto()
    PDF_SCRIPT = auto()
    PDF_OUTSIDE = auto()
    PDF_FONT_ABSENT = auto()
    PDF_INTENT_ABSENT = auto()
    PDF_NOT_ARCHIVAL = auto()
    PDF_REFUSED = auto()
    PDF_SEAL_CHANGED = auto()
    PDF_SEAL_BROKEN = auto()
    PDF_SEAL_ADDED = auto()
    PDF_SEAL_OUT_OF_TERM = auto()
    PHOTO_UNKNOWN = auto()
    PHOTO_ABSENT = auto()
    SEGMENT_CHANGED = auto()
    SEGMENT_UNSIGNED = auto()
    SEGMENT_OUT_OF_CHAIN = auto()
    HEADS_DIFFER = auto()
    RECORDS_DIFFER = auto()
    RECORD_DIFFERS = auto()
    REPACKED = auto()
    PART_OF_SEVERAL = auto()
    FOREIGN = auto()
    SEAL_CHANGED = auto()
    SEAL_BROKEN = auto()
    SEAL_EXPIRED = auto()
    SEAL_EARLY = auto()
    SEAL_UNTRUSTED = auto()
    SEAL_MISSING = auto()
    PUBLIC_COPY = auto()


_STRAYS = frozenset(
    {
        FaultCode.MEMBER_EXTRA,
        FaultCode.MEMBER_RENAMED,
        FaultCode.NAME_HOSTILE,
        FaultCode.NAME_TWICE,
    }
)
_OUTSIDE_THE_FILE = frozenset({FaultCode.HEADER_DIFFERS, FaultCode.OXUM_DIFFERS})
"""Faults that name a file whose own bytes may well be right."""


class FileState(StrEnum):
    """What a check says of one file of a bundle."""

    OK = auto()
    DAMAGED = auto()
    MISSING = auto()
    EXTRA = auto()
    NOT_LISTED = auto()


@dataclass(frozen=True, slots=True)
class FileCheck:
    """One file of a bundle, by its name below the bundle's folder, with its length in bytes.

    `NOT_LISTED` is one that may be there but that no manifest vouches for, such as the tag
    manifest itself; `EXTRA` one that has no business there.
    """

    name: str
    state: FileState
    size: int = 0


_NO_FACTS: Mapping[str, str | int] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing that is wrong, or worth saying, about one file of a bundle (or about all)."""

    code: FaultCode
    member: str = ""
    facts: Mapping[str, str | int] = field(default_factory=lambda: _NO_FACTS)


@dataclass(frozen=True, slots=True, kw_only=True)
class Verification:
    """What a check of a bundle found.

    Remarks do not make it fail: that a sound bundle came from another program is one.
    """

    faults: tuple[Fault, ...]
    remarks: tuple[Fault, ...] = ()
    files: int = 0
    bytes: int = 0
    info: tuple[tuple[str, str], ...] = ()
    sha256: str = ""
    members: tuple[FileCheck, ...] = ()
    seals: tuple[DetachedSeal, ...] = ()

    @property
    def ok(self) -> bool:
        """Tell whether nothing is wrong."""
        return not self.faults


def checked_files(
    sizes: Mapping[str, int], listed: Iterable[str], faults: Iterable[Fault]
) -> tuple[FileCheck, ...]:
    """Say of each file, there or listed, what the faults found make of it; ordered by name."""
    vouched = frozenset(listed)
    states = {
        name: FileState.OK if name in vouched else FileState.NOT_LISTED for name in sizes
    } | dict.fromkeys(vouched - sizes.keys(), FileState.MISSING)
    for fault in faults:
        if fault.code in _STRAYS:
            states[fault.member] = FileState.EXTRA
        elif fault.member in sizes and fault.code not in _OUTSIDE_THE_FILE:
            states[fault.member] = FileState.DAMAGED
    return tuple(
        FileCheck(name, state, sizes.get(name, 0)) for name, state in sorted(states.items())
    )
