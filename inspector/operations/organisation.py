"""The organisation: founded once, with a key of its own; it enrols laptops and revokes them."""

import secrets
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from inspector.core.canonical import canonical
from inspector.core.changes import Changes, Outcome, Topic
from inspector.core.devices import (
    DeviceStanding,
    DeviceView,
    EnrolRequest,
    read_request,
    read_spelled_request,
    request_text,
)
from inspector.core.errors import InspectorError, Problem
from inspector.core.exchange import Peer
from inspector.core.people import checked_machine_code
from inspector.core.spelled import SpelledKind, is_spelled
from inspector.core.text import clean, named
from inspector.folders import OUTBOX
from inspector.operations.files import write_whole
from inspector.operations.naming import device_names
from inspector.operations.staying import keep_own_person, own_person
from inspector.operations.taking import REQUEST_NAME, pinned_organisation
from inspector.operations.workspace import Workspace
from inspector.store.office import Office
from inspector.store.segments import Known, Pin, State
from inspector.sync.admission import SUPERVISOR, Admission, Mandate, MandateKind
from inspector.sync.envelope import envelope_key
from inspector.sync.keys import DeviceKey, signature_holds
from inspector.sync.organisation import admission_here
from inspector.sync.rootkey import make_root_key, open_root_key
from inspector.sync.speaking import Said, speak

_ALIAS_BYTES = 16


@dataclass(frozen=True, slots=True, kw_only=True)
class Founded:
    """A new organisation: its name, its key's name, and the file to keep in a safe."""

    name: str
    root: str
    key_file: Path


@dataclass(frozen=True, slots=True, kw_only=True)
class Enrolment:
    """Whom to enrol: the laptop's request, the code its numbers get, whether to supervise."""

    request: EnrolRequest
    code: str = ""
    supervises: bool = False


def found_organisation(
    workspace: Workspace, name: str, passphrase: str, admit: Sequence[str] = ()
) -> Outcome[Founded]:
    """Found the organisation on this workspace; from now on only enrolled laptops count.

    This laptop is enrolled and its person may settle conflicts. `admit` are the keys of laptops
    whose work is here already and shall go on counting; what others wrote is set aside until
    they are enrolled. It cannot be undone.
    """
    title = named(name, "organisation")
    with workspace.read() as office:
        if office.segments.pin() is not None:
            raise InspectorError(Problem.ORGANISATION_EXISTS)
    root, text = make_root_key(passphrase)
    path = root_key_path(workspace, root.public.hex())
    write_whole(path, text)
    path.chmod(0o600)
    with workspace.act() as writing:
        office = writing.office
        now = workspace.now_ms()
        office.segments.set_pin(Pin(root.public.hex(), title), now)
        own, person = own_request(workspace, office), own_person(office)
        names = device_names(office)
        others = [_bare(key, names.get(key, "")) for key in admit if key != own.key]
        said = [_name_said(workspace, office, root.public.hex(), title)]
        said += _mandates(workspace, office, Enrolment(request=own, supervises=True))
        for other in others:
            said += _mandates(workspace, office, Enrolment(request=other))
        speak(office, workspace.key(), root, said, secrets.token_bytes(_ALIAS_BYTES))
        keep_own_person(office, person)
    founded = Founded(name=title, root=root.public.hex(), key_file=path)
    return Outcome(founded, Changes(frozenset(Topic)))


def root_key_path(workspace: Workspace, root: str) -> Path:
    """Tell where this person's copy of the organisation's key lies."""
    return workspace.profile / "keys" / f"organisation-{root[:16]}.pem"


def organisation_of(workspace: Workspace) -> Pin | None:
    """Tell to which organisation this workspace belongs, by the name it gives itself."""
    with workspace.read() as office:
        return pinned_organisation(office)


def may_settle(workspace: Workspace) -> bool:
    """Tell whether the person who acts may settle conflicts: anybody, until there is an office."""
    with workspace.read() as office:
        user = office.journal.user_id() or ""
        admission = _admission(workspace, office)
    return not admission.root or user in _supervisors(admission)


# -- enrolling ------------------------------------------------------------------------------------


def own_request(workspace: Workspace, office: Office) -> EnrolRequest:
    """Give what this laptop tells of itself."""
    user = office.people.get(office.journal.user_id() or "")
    return EnrolRequest(
        key=workspace.key().public.hex(),
        person_id=user.id,
        name=user.name,
        unit=user.unit,
        seal_key=envelope_key(workspace.profile).recipient,
        code=office.devices.of_replica(office.journal.replica()).code,
    )


def write_request(workspace: Workspace, target: Path) -> Path:
    """Write the file by which this laptop asks to be enrolled."""
    if target.exists():
        raise InspectorError(Problem.FILE_EXISTS, file=target)
    text = request_text(*signed_request(workspace)).encode()
    write_whole(target, text)
    return target


def signed_request(workspace: Workspace) -> tuple[EnrolRequest, bytes]:
    """Give this laptop's request and its signature; from now on the answer may join it."""
    with workspace.read() as office:
        request = own_request(workspace, office)
    signature = workspace.key().sign(request.signed_part())
    text = request_text(request, signature).encode()
    write_whole(workspace.folder / OUTBOX / REQUEST_NAME, text)
    return request, signature


def load_request(path: Path) -> EnrolRequest:
    """Read a request, as a file or as text in one; the laptop that it names must have signed it."""
    try:
        text = path.read_text(encoding="utf-8")
    except FileNotFoundError:
        raise InspectorError(Problem.FILE_MISSING, file=path) from None
    except (OSError, UnicodeDecodeError) as error:
        raise InspectorError(Problem.REQUEST_INVALID, file=path.name) from error
    if is_spelled(text, SpelledKind.REQUEST):
        return request_in(text)
    request, signature = read_request(text, path.name)
    if not signature_holds(bytes.fromhex(request.key), signature, request.signed_part()):
        raise InspectorError(Problem.REQUEST_INVALID, file=path.name)
    return request


def request_in(text: str) -> EnrolRequest:
    """Read a request that was pasted; the laptop that it names must have signed it."""
    request, signature = read_spelled_request(text)
    if not signature_holds(bytes.fromhex(request.key), signature, request.signed_part()):
        raise InspectorError(Problem.REQUEST_TEXT_INVALID)
    return request


def request_of_known(workspace: Workspace, wanted: str) -> EnrolRequest:
    """Give the request that a laptop would write of which work is here: by key or code.

    One that was enrolled before is sealed to as it was then.
    """
    with workspace.read() as office:
        names = device_names(office)
        keys = {known.key for known in office.segments.all()}
        found = [key for key in keys if wanted and wanted in (key, *_called(names.get(key, "")))]
        persons = {known.key: known.user or "" for known in office.segments.all()}
        sealing = {
            m.subject: m.seal_key for m in _admission(workspace, office).mandates if m.seal_key
        }
    if len(found) != 1:
        raise InspectorError(Problem.RECORD_MISSING, record="device", id=wanted)
    bare = _bare(found[0], names.get(found[0], ""), persons[found[0]])
    return replace(bare, seal_key=sealing.get(bare.key, ""))


def _called(name: str) -> tuple[str, str]:
    """Give a laptop's name and the code that ends it: one not enrolled is named "李工 9B2"."""
    return name, name.rpartition(" ")[2]


def enrol(workspace: Workspace, enrolment: Enrolment, passphrase: str) -> Outcome[str]:
    """Enrol a laptop: what waits of it in quarantine is merged at once. Give the mandate's id."""
    with workspace.act() as writing:
        office = writing.office
        root = _root(workspace, office, passphrase)
        _refuse_taken_code(_admission(workspace, office), enrolment)
        said = _mandates(workspace, office, enrolment)
        speak(office, workspace.key(), root, said, secrets.token_bytes(_ALIAS_BYTES))
    return Outcome(str(said[0][1]["id"]), Changes(frozenset(Topic)))


def _refuse_taken_code(admission: Admission, enrolment: Enrolment) -> None:
    """Refuse the code of another enrolled laptop: neither could be meant by it any more."""
    code = checked_machine_code(enrolment.code) if enrolment.code else enrolment.request.code
    laptops = (m for m in admission.mandates if m.kind == MandateKind.LAPTOP and m.code == code)
    others = {one.subject for one in laptops} - {enrolment.request.key}
    if code and any(admission.holding(MandateKind.LAPTOP, key) for key in others):
        raise InspectorError(Problem.CODE_TAKEN, code=code)


def revoke(workspace: Workspace, wanted: str, reason: str, passphrase: str) -> Outcome[int]:
    """Revoke a laptop: what is here of it stays, what comes later is set aside.

    Give the number of mandates that ended. A person's right to settle ends with `withdraw`.
    The laptop at hand cannot revoke itself: here its work would go on counting, elsewhere not.
    """
    key = key_of(workspace, wanted)
    if key == workspace.key().public.hex():
        raise InspectorError(Problem.OWN_LAPTOP_KEPT)
    return _end(workspace, MandateKind.LAPTOP, key, reason, passphrase)


def withdraw(workspace: Workspace, person_id: str, reason: str, passphrase: str) -> Outcome[int]:
    """Withdraw a person's right to settle conflicts; what they settled so far stays settled."""
    return _end(workspace, MandateKind.ROLE, person_id, reason, passphrase)


def key_of(workspace: Workspace, wanted: str) -> str:
    """Find a laptop's key by key or code, among those enrolled or seen."""
    with workspace.read() as office:
        names = device_names(office)
        keys = {known.key for known in office.segments.all()}
        spoken = _admission(workspace, office).mandates
        rows = [mandate for mandate in spoken if mandate.kind == MandateKind.LAPTOP]
    keys |= {row.subject for row in rows}
    codes = {(row.code, row.subject) for row in rows} | {(names.get(key), key) for key in keys}
    found = {key for code, key in codes if wanted and wanted in (key, code)}
    if len(found) != 1:
        raise InspectorError(Problem.RECORD_MISSING, record="device", id=wanted)
    return found.pop()


def _end(
    workspace: Workspace, kind: MandateKind, subject: str, reason: str, passphrase: str
) -> Outcome[int]:
    why = clean(reason)
    if not why:
        raise InspectorError(Problem.REASON_NEEDED)
    workspace.seal()
    with workspace.act() as writing:
        office = writing.office
        root = _root(workspace, office, passphrase)
        tips = [tip for one in office.segments.projects() for tip in office.segments.tips(one)]
        admission = _admission(workspace, office)
        held = admission.holding(kind, subject)
        if not held and admission.knows(subject):
            raise InspectorError(Problem.LAPTOP_REVOKED)
        if not held:
            raise InspectorError(Problem.RECORD_MISSING, record="mandate", id=subject)
        said: list[Said] = [
            ("mandate_end", _ending(workspace, office, mandate.id, tips, why)) for mandate in held
        ]
        speak(office, workspace.key(), root, said, secrets.token_bytes(_ALIAS_BYTES))
    return Outcome(len(said), Changes(frozenset(Topic)))


def _name_said(workspace: Workspace, office: Office, root: str, name: str) -> Said:
    return "mandate", {
        "id": workspace.new_id(),
        "kind": MandateKind.ORGANISATION.value,
        "subject": root,
        "name": name,
        "at_ms": workspace.now_ms(),
        "by_id": office.journal.user_id(),
    }


def _ending(
    workspace: Workspace, office: Office, mandate: str, tips: Iterable[str], reason: str
) -> dict[str, object]:
    return {
        "id": workspace.new_id(),
        "mandate_id": mandate,
        "accepts": canonical(sorted(tips)),
        "reason": reason,
        "at_ms": workspace.now_ms(),
        "by_id": office.journal.user_id(),
    }


def _mandates(workspace: Workspace, office: Office, enrolment: Enrolment) -> list[Said]:
    request = enrolment.request
    code = enrolment.code or request.code
    base = {
        "name": request.name,
        "unit": request.unit,
        "at_ms": workspace.now_ms(),
        "by_id": office.journal.user_id(),
    }
    said: list[Said] = [
        (
            "mandate",
            {
                **base,
                "id": workspace.new_id(),
                "kind": MandateKind.LAPTOP.value,
                "subject": request.key,
                "code": checked_machine_code(code) if code else None,
                "seal_key": request.seal_key or None,
            },
        )
    ]
    if enrolment.supervises and request.person_id:
        role = {"kind": MandateKind.ROLE.value, "subject": request.person_id, "role": SUPERVISOR}
        said.append(("mandate", {**base, **role, "id": workspace.new_id()}))
    return said


def _root(workspace: Workspace, office: Office, passphrase: str) -> DeviceKey:
    pin = office.segments.pin()
    if pin is None:
        raise InspectorError(Problem.ORGANISATION_NOT_FOUNDED)
    root = open_root_key(root_key_path(workspace, pin.root), passphrase)
    if root.public.hex() != pin.root:
        raise InspectorError(Problem.ROOT_KEY_MISSING, file=root_key_path(workspace, pin.root))
    return root


def _bare(key: str, name: str, person_id: str = "") -> EnrolRequest:
    return EnrolRequest(key=key, person_id=person_id, name=name, unit="", seal_key="")


def supervised_keys(office: Office) -> set[str]:
    """List the laptops of those who may settle conflicts: what they wrote says who they are."""
    known = office.segments.all()
    supervisors = _supervisors(admission_here(office.segments, "", known))
    return {one.key for one in known if one.user in supervisors}


# -- who there is ---------------------------------------------------------------------------------


def list_devices(workspace: Workspace) -> list[DeviceView]:
    """List every laptop that is known here: this one first, then by code."""
    with workspace.read() as office:
        admission = _admission(workspace, office)
        known = office.segments.all()
        rows = {device.key for device in office.devices.all()}
        keys = {one.key for one in known} | rows | {peer.key for peer in office.peers.all()}
        keys |= {m.subject for m in admission.mandates if m.kind == MandateKind.LAPTOP}
        views = [
            _view(workspace, office, key, admission, known) for key in keys - {"", admission.root}
        ]
    return sorted(views, key=lambda view: (view.standing is not DeviceStanding.OWN, view.code))


def _view(
    workspace: Workspace, office: Office, key: str, admission: Admission, known: Sequence[Known]
) -> DeviceView:
    own = [one for one in known if one.key == key]
    peers = [peer for peer in office.peers.all() if peer.key == key]
    mandates = [one for one in admission.mandates if one.subject == key]
    names = device_names(office)
    forks = {fork.replica for fork in office.segments.forks()}
    replicas = {one.replica for one in own} | {peer.replica for peer in peers}
    supervisors = _supervisors(admission)
    return DeviceView(
        key=key,
        code=_code(mandates, names.get(key) or key[:8]),
        name=_name(mandates, peers, names.get(key, "")),
        standing=_standing(workspace, key, admission),
        is_supervised=any(one.user in supervisors for one in own),
        last_seen_ms=max((peer.seen_at_ms for peer in peers), default=None),
        skew_ms=max((peer.skew_ms for peer in peers), default=0),
        waiting=sum(one.count for one in own if one.state is State.WAITING),
        quarantined=sum(one.count for one in own if one.state is State.QUARANTINED),
        replicas=tuple(sorted(replicas)),
        has_fork=bool(forks & replicas),
        later=tuple(sorted(one for replica in replicas if "/" in (one := names.get(replica, "")))),
    )


def _code(mandates: Sequence[Mandate], called: str) -> str:
    """Give the code that a laptop was enrolled with, else the last word of what it is called."""
    given = [row.code for row in reversed(mandates) if row.code]
    return given[0] if given else called.rpartition(" ")[2]


def _name(mandates: Sequence[Mandate], peers: Sequence[Peer], called: str) -> str:
    """Give as what a laptop was enrolled, if that is more than a code, else what it is called."""
    given = [row.name for row in reversed(mandates) if row.name and row.name != called]
    persons = (peer.name.rpartition(" ")[0] or peer.name for peer in peers)
    return next(iter([*given, *persons, called]))


def _standing(workspace: Workspace, key: str, admission: Admission) -> DeviceStanding:
    if key == workspace.key().public.hex():
        return DeviceStanding.OWN
    if not admission.root:
        return DeviceStanding.OPEN
    if admission.holding(MandateKind.LAPTOP, key):
        return DeviceStanding.ENROLLED
    return DeviceStanding.REVOKED if admission.knows(key) else DeviceStanding.UNKNOWN


def _supervisors(admission: Admission) -> set[str]:
    return {
        mandate.subject
        for mandate in admission.mandates
        if mandate.kind == MandateKind.ROLE
        and mandate.role == SUPERVISOR
        and mandate.id not in admission.accepted
    }


def _admission(workspace: Workspace, office: Office) -> Admission:
    return admission_here(office.segments, workspace.key().public.hex(), office.segments.all())
