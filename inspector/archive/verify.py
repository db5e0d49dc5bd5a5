"""Check a bundle, ZIP or folder, against its own manifests; no workspace is needed."""

import hashlib
import zlib
from collections.abc import Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path

from inspector.archive import tags
from inspector.archive.foldershelf import FolderShelf
from inspector.archive.moved import told_of_moved
from inspector.archive.parallel import Meter, in_threads
from inspector.archive.shelf import Shelf, Unreadable, is_hostile
from inspector.archive.zipshelf import NotAZip, ZipShelf
from inspector.core.bundles import EDITION, PUBLIC_EDITION, part_of
from inspector.core.errors import InspectorError, Problem
from inspector.core.faults import Fault, FaultCode, Verification, checked_files
from inspector.core.progress import Progress
from inspector.core.zipform import Stamp

_LARGEST_TAG_FILE = 64 << 20
_PAYLOAD_LIST, _TAG_LIST = "manifest-", "tagmanifest-"
_ALGORITHMS = ("sha256", "sha512", "sm3", "sha384", "sha224", "sha1", "md5")


def verify(path: Path, progress: Progress) -> Verification:
    """Read every byte of a bundle once and tell what is wrong with it.

    A file that is no bundle at all is a finding too; only a path where nothing lies is refused.
    """
    try:
        return _verified(path, progress)
    except PermissionError as error:
        reason = error.strerror or ""
        raise InspectorError(Problem.FILE_UNREADABLE, file=str(path), reason=reason) from error


def _verified(path: Path, progress: Progress) -> Verification:
    if path.is_dir():
        return _checked(FolderShelf(path), progress)
    if not path.is_file():
        raise InspectorError(Problem.FILE_MISSING, file=str(path))
    path.open("rb").close()  # a file that may not be read is not a damaged one
    try:
        shelf = ZipShelf(path)
    except NotAZip:
        return Verification(faults=(Fault(FaultCode.ZIP_DAMAGED, path.name),))
    with closing(shelf):
        return _checked(shelf, progress)


@dataclass(slots=True)
class _Findings:
    """What has been read of a bag so far; filled step by step by one check."""

    shelf: Shelf
    faults: list[Fault]
    wanted: dict[str, dict[str, str]] = field(default_factory=dict)
    lists: dict[str, list[str]] = field(default_factory=dict)
    """What each manifest names, by the manifest's own name."""
    info: list[tuple[str, str]] = field(default_factory=list)
    sums: dict[str, "_Sums"] = field(default_factory=dict)

    def add(self, code: FaultCode, member: str = "", **facts: str | int) -> None:
        """Take down a fault."""
        self.faults.append(Fault(code, member, facts))


@dataclass(frozen=True, slots=True)
class _Sums:
    """What one file summed to; None where it could not be read."""

    crc: int
    digests: Mapping[str, str]


def _checked(shelf: Shelf, progress: Progress) -> Verification:
    found = _Findings(shelf, list(shelf.faults))
    if tags.BAGIT not in shelf.files:
        if not found.faults:
            found.add(FaultCode.NOT_A_BUNDLE)
        return Verification(faults=tuple(found.faults))
    _read_tags(found)
    _read_manifests(found)
    _compare_names(found)
    _sum_files(found, progress)
    _compare_sums(found)
    _compare_oxum(found)
    digests = {name: sums.digests["sha256"] for name, sums in found.sums.items()}
    found.faults = told_of_moved(found.faults, found.wanted, digests)
    remarks = (*_edition_remarks(found), *_part_remarks(found), *_compare_layout(found))
    return _verification(found, remarks)


def _edition_remarks(found: _Findings) -> list[Fault]:
    is_public = dict(found.info).get(EDITION) == PUBLIC_EDITION
    return [Fault(FaultCode.PUBLIC_COPY)] if is_public else []


def _part_remarks(found: _Findings) -> list[Fault]:
    part = part_of(dict(found.info))
    if part is None or part.is_whole:
        return []
    facts: dict[str, str | int] = {"group": part.group, "number": part.number, "count": part.count}
    return [Fault(FaultCode.PART_OF_SEVERAL, facts=facts)]


def _verification(found: _Findings, remarks: tuple[Fault, ...]) -> Verification:
    files = found.shelf.files
    payload = [name for name in files if name.startswith(tags.PAYLOAD)]
    anchor = found.sums.get(tags.TAG_MANIFEST)
    return Verification(
        faults=tuple(found.faults),
        remarks=remarks,
        files=len(payload),
        bytes=sum(files[name] for name in payload),
        info=tuple(found.info),
        sha256=anchor.digests["sha256"] if anchor else "",
        members=checked_files(files, found.wanted, found.faults),
    )


def _read_tags(found: _Findings) -> None:
    if not tags.is_declaration(_content(found, tags.BAGIT)):
        found.add(FaultCode.BAGIT_WRONG, tags.BAGIT)
    if tags.FETCH in found.shelf.files:
        found.add(FaultCode.FETCH_LISTED, tags.FETCH)
    if tags.INFO in found.shelf.files:
        try:
            found.info = tags.read_info(_content(found, tags.INFO))
        except tags.TagError as error:
            found.add(FaultCode.INFO_WRONG, tags.INFO, line=error.line)


def _content(found: _Findings, name: str) -> bytes:
    """Read a tag file whole, within a limit; an unreadable one is a fault and empty."""
    if found.shelf.files[name] > _LARGEST_TAG_FILE:
        found.add(FaultCode.TOO_LARGE, name, bytes=found.shelf.files[name])
        return b""
    try:
        return b"".join(bytes(chunk) for chunk in found.shelf.chunks(name))
    except Unreadable:
        return b""  # reported when the file is summed


def _read_manifests(found: _Findings) -> None:
    computable = [a for a in _ALGORITHMS if a in hashlib.algorithms_available]
    known = [a for a in computable if f"manifest-{a}.txt" in found.shelf.files]
    if not known:
        found.add(FaultCode.MANIFEST_MISSING)
    for algorithm in known:
        _listed(found, f"manifest-{algorithm}.txt", algorithm)
    above = [a for a in computable if f"tagmanifest-{a}.txt" in found.shelf.files]
    if not above:
        found.add(FaultCode.TAG_MANIFEST_MISSING)
    for algorithm in above:
        _listed(found, f"tagmanifest-{algorithm}.txt", algorithm)


def _listed(found: _Findings, manifest: str, algorithm: str) -> None:
    try:
        lines = tags.read_manifest(_content(found, manifest))
    except tags.TagError as error:
        found.add(FaultCode.MANIFEST_WRONG, manifest, line=error.line)
        return
    names = found.lists.setdefault(manifest, [])
    for line in lines:
        name = line.name.removeprefix("./")
        if is_hostile(name):
            found.add(FaultCode.NAME_HOSTILE, name)
        elif found.wanted.setdefault(name, {}).setdefault(algorithm, line.digest) != line.digest:
            found.add(FaultCode.MANIFEST_WRONG, manifest, name=name)
        else:
            names.append(name)


def _compare_names(found: _Findings) -> None:
    """Find what is listed but not there, and what is there but in no list.

    A tag file need not be listed (RFC 8493, 2.2.1), so that a foreign bag may carry others.
    """
    files = found.shelf.files
    is_unvouched = any(fault.code is FaultCode.TAG_MANIFEST_MISSING for fault in found.faults)
    ours = tags.is_ours(dict(found.info)) and not is_unvouched
    for name in found.wanted:
        if name not in files:
            found.add(FaultCode.MEMBER_MISSING, name)
    payload = set().union(*_lists_of(found, _PAYLOAD_LIST).values())
    for name in files:
        is_payload = name.startswith(tags.PAYLOAD)
        must_be_listed = is_payload or (ours and not tags.is_unlisted(name))
        if name not in (payload if is_payload else found.wanted) and must_be_listed:
            found.add(FaultCode.MEMBER_EXTRA, name)
    if ours:
        for start in (_PAYLOAD_LIST, _TAG_LIST):
            _compare_lists(found, _lists_of(found, start))


def _lists_of(found: _Findings, start: str) -> dict[str, set[str]]:
    return {name: set(listed) for name, listed in found.lists.items() if name.startswith(start)}


def _compare_lists(found: _Findings, lists: Mapping[str, set[str]]) -> None:
    """Find what one list names and another of its kind does not (RFC 8493, 3)."""
    for name in sorted(set().union(*lists.values())):
        for manifest, listed in lists.items():
            if name not in listed:
                found.add(FaultCode.MANIFEST_SHORT, manifest, name=name)


def _sum_files(found: _Findings, progress: Progress) -> None:
    names = list(found.shelf.files)
    total = sum(found.shelf.files.values())

    def work(name: str, meter: Meter) -> _Sums | None:
        return _summed(found.shelf, name, found.wanted.get(name, {}), meter)

    for name, sums in zip(names, in_threads(work, names, total, progress), strict=True):
        if sums is None:
            if Fault(FaultCode.MEMBER_ENCRYPTED, name) not in found.faults:
                found.add(FaultCode.MEMBER_UNREADABLE, name)
        else:
            found.sums[name] = sums


def _summed(shelf: Shelf, name: str, wanted: Mapping[str, str], meter: Meter) -> _Sums | None:
    # BagIt itself defines MD5 and SHA-1; here they only find damage, never prove authorship.
    hashes = {a: hashlib.new(a, usedforsecurity=False) for a in {"sha256", *wanted}}
    crc = 0
    try:
        for chunk in shelf.chunks(name):
            for digest in hashes.values():
                digest.update(chunk)
            crc = zlib.crc32(chunk, crc)
            meter.add(len(chunk))
    except Unreadable:
        return None
    return _Sums(crc, {algorithm: digest.hexdigest() for algorithm, digest in hashes.items()})


def _compare_sums(found: _Findings) -> None:
    for name, sums in found.sums.items():
        for algorithm, digest in found.wanted.get(name, {}).items():
            if sums.digests[algorithm] != digest:
                found.add(FaultCode.HASH_DIFFERS, name, algorithm=algorithm)
        kept = found.shelf.crc(name)
        if kept is not None and kept != sums.crc:
            found.add(FaultCode.CRC_DIFFERS, name)


def _compare_oxum(found: _Findings) -> None:
    """Compare bytes and count of the payload with what the bag says (RFC 8493, 2.2.2)."""
    said = dict(found.info).get(tags.OXUM)
    if said is None:
        return
    sizes = [size for name, size in found.shelf.files.items() if name.startswith(tags.PAYLOAD)]
    is_so = f"{sum(sizes)}.{len(sizes)}"
    if said != is_so:
        found.add(FaultCode.OXUM_DIFFERS, tags.INFO, said=said, found=is_so)


def _compare_layout(found: _Findings) -> tuple[Fault, ...]:
    """Compare the ZIP's own headers with ours; of a foreign bundle just say that it is one."""
    info = dict(found.info)
    if not tags.is_ours(info):
        if isinstance(found.shelf, ZipShelf):
            found.faults.extend(found.shelf.header_faults())
        return (Fault(FaultCode.FOREIGN, facts={"agent": info.get(tags.AGENT, "")}),)
    try:
        stamp = Stamp.of(tags.read_time(info[tags.SEALED_AT]))
    except ValueError:
        found.add(FaultCode.INFO_WRONG, tags.INFO)
        return ()
    if not isinstance(found.shelf, ZipShelf):
        return ()
    crcs = {name: sums.crc for name, sums in found.sums.items()}
    around = found.shelf.layout_faults(_payload_order(found), crcs, stamp)
    if not found.faults and found.shelf.starts_with_a_file and _is_repacked(around, len(crcs)):
        around = [*found.shelf.header_faults(), *found.shelf.tail_faults()]
        if not around:
            return (Fault(FaultCode.REPACKED),)
    found.faults.extend(around)
    return ()


def _is_repacked(around: Sequence[Fault], files: int) -> bool:
    """Tell a ZIP that another program wrote anew from one that was damaged.

    Damage cannot put sound files in another order, nor change the header of every one of them.
    """
    headers = sum(fault.code is FaultCode.HEADER_DIFFERS for fault in around)
    return headers == files or any(fault.code is FaultCode.ORDER_DIFFERS for fault in around)


def _payload_order(found: _Findings) -> Sequence[str]:
    listed = next(
        (names for name, names in found.lists.items() if name.startswith(_PAYLOAD_LIST)), []
    )
    return [name for name in listed if name.startswith(tags.PAYLOAD)]
