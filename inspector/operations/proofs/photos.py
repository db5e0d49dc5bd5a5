"""The photos of a bundle held against what was written down when they were taken in."""

from collections.abc import Iterator

from inspector.archive.catalogue import PHOTO_FOLDER
from inspector.archive.contents import DATA, RECORDS, Contents
from inspector.archive.tags import MANIFEST
from inspector.core.faults import Fault, FaultCode
from inspector.core.progress import Progress
from inspector.core.proofs import CheckName, Proof

_TABLE = f"{DATA}photo.json"


def prove_photos(bag: Contents, progress: Progress) -> Iterator[Proof]:
    """Find photos that are none of those taken in, and such as lack."""
    del progress
    # the photos of a public copy are made anew without faces: none is as it was taken in
    if bag.is_public_copy or not bag.has(_TABLE):
        yield Proof(check=CheckName.PHOTOS)
        return
    try:
        rows = [row for row in bag.json(_TABLE) if not row["deleted"]]
        taken_in = {row["sha256"]: row["name"] for row in rows}
    except (ValueError, LookupError, TypeError):
        fault = Fault(FaultCode.LIST_UNREADABLE, _TABLE)
        yield Proof(check=CheckName.PHOTOS, looked_at=1, faults=(fault,))
        return
    inside = f"/{PHOTO_FOLDER}/"
    photos = [name for name in bag.below(RECORDS) if inside in name]
    unknown = (name for name in photos if bag.digests.get(name, "") not in {*taken_in, ""})
    faults = [Fault(FaultCode.PHOTO_UNKNOWN, name) for name in unknown]
    if bag.is_sound_below(MANIFEST):
        held = set(bag.digests.values())
        faults += [
            Fault(FaultCode.PHOTO_ABSENT, _TABLE, {"name": name, "digest": digest})
            for digest, name in taken_in.items()
            if digest not in held
        ]
    yield Proof(check=CheckName.PHOTOS, looked_at=len(photos), faults=tuple(faults))
