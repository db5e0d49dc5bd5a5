"""The organisation as its people see it, and its key file on its way to a safe and back."""

from dataclasses import dataclass
from pathlib import Path

from inspector.core.errors import InspectorError, Problem
from inspector.core.people import Person
from inspector.operations.files import write_whole
from inspector.operations.organisation import root_key_path
from inspector.operations.taking import pinned_organisation
from inspector.operations.workspace import Workspace
from inspector.store.office import Office
from inspector.sync.admission import SUPERVISOR, Admission, MandateKind
from inspector.sync.organisation import admission_here

_LONGEST_KEY = 16 * 1024


@dataclass(frozen=True, slots=True, kw_only=True)
class OfficeView:
    """Whether there is an organisation, whether this laptop belongs to it and keeps its key.

    An empty `name` means that there is none yet.
    """

    name: str = ""
    root: str = ""
    has_key: bool = False
    is_enrolled: bool = False
    supervisors: tuple[Person, ...] = ()


def view_office(workspace: Workspace) -> OfficeView:
    """Tell how this workspace stands to its organisation."""
    with workspace.read() as office:
        pin = pinned_organisation(office)
        if pin is None:
            return OfficeView()
        own = workspace.key().public.hex()
        admission = admission_here(office.segments, "", office.segments.all())
        return OfficeView(
            name=pin.name,
            root=pin.root,
            has_key=root_key_path(workspace, pin.root).is_file(),
            is_enrolled=bool(admission.holding(MandateKind.LAPTOP, own)),
            supervisors=_supervisors(office, admission),
        )


def _supervisors(office: Office, admission: Admission) -> tuple[Person, ...]:
    known = {person.id: person for person in office.people.all()}
    found: dict[str, Person] = {}
    for mandate in admission.mandates:
        if mandate.kind == MandateKind.ROLE and mandate.role == SUPERVISOR:
            one = mandate.subject
            if admission.holding(MandateKind.ROLE, one):
                found[one] = known.get(one, Person(one, mandate.name, ""))
    return tuple(sorted(found.values(), key=lambda person: (person.name, person.id)))


def save_root_key(workspace: Workspace, target: Path) -> Path:
    """Copy the organisation's protected key file, for a safe or for another computer."""
    if target.exists():
        raise InspectorError(Problem.FILE_EXISTS, file=target)
    path = _own_key_path(workspace)
    if not path.is_file():
        raise InspectorError(Problem.ROOT_KEY_MISSING, file=path)
    write_whole(target, path.read_bytes())
    return target


def put_root_key(workspace: Workspace, source: Path) -> Path:
    """Put a copy of the organisation's key file where this computer looks for it.

    Whether it is the right one shows when it is used, with its passphrase.
    """
    path = _own_key_path(workspace)
    try:
        text = source.read_bytes()
    except OSError as error:
        raise InspectorError(Problem.FILE_MISSING, file=source) from error
    if len(text) > _LONGEST_KEY or b"ENCRYPTED PRIVATE KEY" not in text:
        raise InspectorError(Problem.ROOT_KEY_MISSING, file=source)
    write_whole(path, text)
    path.chmod(0o600)
    return path


def _own_key_path(workspace: Workspace) -> Path:
    with workspace.read() as office:
        pin = office.segments.pin()
    if pin is None:
        raise InspectorError(Problem.ORGANISATION_NOT_FOUNDED)
    return root_key_path(workspace, pin.root)
