"""What laptops are called: by their keys, and by each stream that they write."""

from inspector.store.office import Office
from inspector.sync.admission import MandateKind
from inspector.sync.organisation import admission_here


def device_names(office: Office) -> dict[str, str]:
    """Name laptops by key and by stream: 机号, else what the peer called itself.

    A laptop has the code that its organisation gave it, else that of its first stream. A stream
    that it began when its database had been restored or copied is told apart: the laptop's code,
    a `/`, and the code that the numbers of that stream carry.
    """
    names = {peer.key: peer.name for peer in office.peers.all()}
    names |= {peer.replica: peer.name for peer in office.peers.all()}
    given = _given_codes(office)
    firsts: dict[str, str] = {}
    counts: dict[str, int] = {}
    for key, replica, code in office.devices.streams():
        counts[key] = counts.get(key, 0) + 1
        if key not in firsts:
            names[replica] = firsts[key] = given.get(key) or code
        else:
            later = code if code != firsts[key] else str(counts[key])
            names[replica] = f"{firsts[key]}/{later}"
    return names | given | firsts


def _given_codes(office: Office) -> dict[str, str]:
    """Read the codes that the organisation gave, by the keys of the laptops."""
    said = admission_here(office.segments, "", ()).mandates
    laptops = (one for one in said if one.kind == MandateKind.LAPTOP)
    return {one.subject: one.code for one in laptops if one.code}
