"""The laptops around this one: what of each is here, what it lacks, what has gone astray."""

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from inspector.core.devices import DeviceStanding, DeviceView
from inspector.operations.blobs import photos_here
from inspector.operations.organisation import list_devices
from inspector.operations.workspace import Workspace
from inspector.store.office import Office
from inspector.store.segments import Known, State
from inspector.sync.admission import behind


@dataclass(frozen=True, slots=True, kw_only=True)
class Laptop:
    """A laptop as this workspace knows it; counts are operations or photos.

    `lacks` is what is here and it has not acknowledged; `astray` are photos that it took in and
    whose originals are not here. `stored` is told of this laptop alone: photos of anybody whose
    originals lie here.
    """

    device: DeviceView
    merged: int = 0
    lacks: int = 0
    photos: int = 0
    astray: int = 0
    stored: int = 0


def list_laptops(workspace: Workspace) -> list[Laptop]:
    """Picture every laptop that is known here, this one first."""
    devices = list_devices(workspace)
    here = photos_here(workspace.folder)
    with workspace.read() as office:
        known = office.segments.all()
        merged = _merged(known)
        photos: dict[str, list[str]] = defaultdict(list)
        for key, sha256 in office.peers.photos_by_key():
            photos[key].append(sha256)
        stored = len(here & set(office.peers.named_photos()))
        return [
            Laptop(
                device=one,
                merged=merged[one.key],
                lacks=_lacks(office, one, known),
                photos=len(photos[one.key]),
                astray=sum(sha256 not in here for sha256 in photos[one.key]),
                stored=stored if one.standing is DeviceStanding.OWN else 0,
            )
            for one in devices
        ]


def _merged(known: Sequence[Known]) -> Counter[str]:
    found: Counter[str] = Counter()
    for one in known:
        if one.state is State.MERGED:
            found[one.key] += one.count
    return found


def _lacks(office: Office, device: DeviceView, known: Sequence[Known]) -> int:
    """Count what a laptop has not acknowledged; of one that never sent a package: everything."""
    if device.standing is DeviceStanding.OWN:
        return 0
    tips = {
        tip
        for replica in device.replicas
        for project in office.segments.projects()
        for tip in office.peers.tips_of(replica, project)
    }
    held = behind(tips, {one.hash: one.prev for one in known})
    return sum(one.count for one in known if one.hash not in held)
