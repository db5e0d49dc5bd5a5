"""A workspace: the folder of one laptop, opened by one program that may write."""

import logging
import secrets
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from copy import copy
from datetime import date, datetime
from pathlib import Path

from inspector.checklists.dump import content_hash, dump
from inspector.checklists.load import load_bytes, national_spelling
from inspector.core.changes import Changes, Outcome, Seen, Topic
from inspector.core.checklists import Pack, PackHead, PackRef
from inspector.core.errors import InspectorError, Problem
from inspector.core.ids import ORG, TRAY, IdMaker
from inspector.core.people import Device, Person, machine_code
from inspector.core.text import named
from inspector.folders import FILES, WORKSPACE_FOLDERS
from inspector.operations.files import content_path, keep_content, refusal_of, sweep_parts
from inspector.operations.incarnations import (
    Descent,
    card_of,
    descent_of,
    remember,
)
from inspector.photos.exif import ExifReader
from inspector.photos.intake import sweep
from inspector.photos.previews import PreviewMaker
from inspector.store.database import DATABASE_NAME, Database, Writing, check_readable
from inspector.store.drafts import Drafts
from inspector.store.office import Office
from inspector.sync.keys import DeviceKey, device_key
from inspector.sync.seeing import stand_on_what_was_seen
from inspector.sync.segments import seal_all
from inspector.sync.taking import go_on

_log = logging.getLogger(__name__)

Clock = Callable[[], datetime]
"""Gives the present moment with the local offset."""


class Workspace:
    """One laptop's records, photos and papers, open for work."""

    def __init__(self, folder: Path, profile: Path, clock: Clock) -> None:
        self.folder = folder
        self.profile = profile
        self._clock = clock
        self._database = Database(folder, self.now_ms)
        self._ids = IdMaker(secrets.token_bytes)
        self._packs: dict[str, Pack] = {}
        self.previews = PreviewMaker(folder)
        self.exif = ExifReader()
        self.drafts = Drafts(folder)
        self.descent = Descent.SAME
        self.mark: str | None = None
        """What stands on every page of the papers made here: that they are copies."""
        self._seen: Seen | None = None

    # -- time and identity ---------------------------------------------------------------

    @property
    def clock(self) -> Clock:
        """Give what tells the time here."""
        return self._clock

    def now(self) -> datetime:
        """Give the present moment with the local offset."""
        return self._clock()

    def now_ms(self) -> int:
        """Give the present moment in milliseconds since 1970 UTC."""
        return int(self._clock().timestamp() * 1000)

    def today(self) -> date:
        """Give the local day."""
        return self._clock().date()

    def new_id(self) -> str:
        """Make an identifier for a new record, greater than those made before it."""
        return self._ids.make(self.now_ms())

    def key(self) -> DeviceKey:
        """Give the key of this laptop."""
        return device_key(self.profile)

    # -- transactions ------------------------------------------------------------------------

    @contextmanager
    def act(self) -> Iterator[Writing]:
        """Write one act of the person: all of it, or nothing."""
        with self._database.write() as writing:
            tips = writing.office.journal.tips() if self._seen else {}
            yield writing
            if self._seen is not None:
                written = writing.office.journal.act_since(tips)
                stand_on_what_was_seen(writing.office, written, self._seen)

    def having_seen(self, seen: Seen) -> "Workspace":
        """Give the workspace to an act of a person whose form showed no more than this."""
        other = copy(self)
        other._seen = seen  # noqa: SLF001 - it is one of us
        return other

    @contextmanager
    def step(self) -> Iterator[Writing]:
        """Write one short step of long work; the person's acts go before it."""
        with self._database.write(step=True) as writing:
            yield writing

    @contextmanager
    def turn(self) -> Iterator[Office]:
        """Lend the records to one short step of long work."""
        with self.step() as writing:
            yield writing.office

    @contextmanager
    def read(self) -> Iterator[Office]:
        """Look at the records, beside whoever writes."""
        with self._database.read() as office:
            yield office

    def seal(self) -> int:
        """Seal what is open: before anything leaves, on a change of person, on closing."""
        with self._database.write() as writing:
            if writing.office.journal.unsealed():
                self._introduce_laptop(writing.office)
            count = seal_all(writing.office, self.key())
        if count:
            self._remember()
        return count

    def close(self) -> None:
        """Seal what is open and give the workspace free; a second time there is nothing to do."""
        self.previews.close()
        self.exif.close()
        self.drafts.close()
        try:
            if self._database.is_open:
                self.seal()
        finally:
            self._database.close()

    def write_back(self) -> None:
        """Bring everything into the one database file (an erased value leaves the side file)."""
        self._database.write_back()

    # -- what is used everywhere ---------------------------------------------------------------

    def person(self) -> Person:
        """Give the person who acts."""
        with self.read() as office:
            user = office.journal.user_id()
            if user is None:
                raise InspectorError(Problem.RECORD_MISSING, record="person", id="")
            return office.people.get(user)

    def device(self) -> Device:
        """Give this laptop."""
        with self.read() as office:
            return office.devices.of_replica(office.journal.replica())

    def pack(self, ref: PackRef) -> Pack:
        """Read a checklist pack by its hash; it is kept in memory."""
        if ref.hash not in self._packs:
            path = content_path(self.folder / FILES, ref.hash, ".json")
            if not path.exists():
                raise InspectorError(Problem.FILE_MISSING, file=path)
            self._packs[ref.hash] = load_bytes(path.read_bytes(), path.name)
        return self._packs[ref.hash]

    def keep_pack(self, writing: Writing, pack: Pack) -> PackRef:
        """Keep a pack's content under its hash, and its row; the same pack again is no change."""
        self._packs[pack.hash] = pack
        return self._keep_spelling(writing, pack.head, dump(pack))

    def prepare(self, person: str, unit: str) -> None:
        """Make the database of a new workspace: person, laptop, and the starter pack."""

        def first_act(writing: Writing) -> None:
            self._introduce(writing, person, unit)
            writing.office.journal.open_project(TRAY)
            self._keep_spelling(writing, *national_spelling())

        self._database.create(first_act)
        self._remember()

    def open(self) -> None:
        """Open the database that is there, and remove what interrupted work left."""
        self._database.open()
        sweep(self.folder)
        sweep_parts(self.folder)
        self._recognise()
        self._finish_taking()

    def look(self) -> None:
        """Check the database that is there; only reading is possible afterwards."""
        if not (self.folder / DATABASE_NAME).exists():
            raise InspectorError(Problem.WORKSPACE_MISSING, folder=self.folder)
        check_readable(self.folder / DATABASE_NAME)

    def leave(self) -> None:
        """Stop looking; nothing was written, so nothing is sealed."""
        self.previews.close()
        self.exif.close()
        self.drafts.close()
        self._database.close()

    def _keep_spelling(self, writing: Writing, head: PackHead, spelling: bytes) -> PackRef:
        ref = PackRef(head.id, head.version, content_hash(spelling))
        keep_content(self.folder / FILES, ref.hash, ".json", spelling)
        writing.office.packs.put(ref, head.title_zh, head.title_en, head.region)
        return ref

    def _introduce(self, writing: Writing, person: str, unit: str) -> None:
        office = writing.office
        user = Person(self.new_id(), person, unit)
        office.journal.set_user(user.id)
        office.people.put(user)
        self._introduce_laptop(office)

    def _introduce_laptop(self, office: Office) -> None:
        """Put this incarnation on record, once."""
        replica = office.journal.replica()
        if not office.devices.of_replica(replica).id:
            office.journal.open_project(ORG)
            key = self.key().public.hex()
            office.devices.put(Device(self.new_id(), machine_code(replica), "", key), replica)

    def _finish_taking(self) -> None:
        """Merge what a program that ended early had kept of a package."""
        with self.read() as office:
            is_settled = office.segments.is_settled()
        if not is_settled:
            _log.info("taking in was broken off: it is finished now")
            go_on(self.turn, self.key(), secrets.token_bytes(16))

    # -- incarnations --------------------------------------------------------------------------

    def _recognise(self) -> None:
        """Go on as a new incarnation where the database is a copy, or was restored."""
        with self.read() as office:
            self.descent = descent_of(self.profile, office, self.folder)
        if self.descent is not Descent.SAME:
            _log.info("a new incarnation: the database was %s", self.descent)
            with self.act() as writing:
                writing.office.journal.begin_stream(secrets.token_bytes(16))
        self._remember()

    def _remember(self) -> None:
        with self.read() as office:
            card, db_uuid = card_of(office, self.folder), office.journal.db_uuid()
        remember(self.profile, db_uuid, card)


def create_workspace(
    folder: Path, profile: Path, clock: Clock, person: str, unit: str
) -> Workspace:
    """Make a new workspace in a folder that has none, and open it."""
    name, unit_name = named(person, "person"), named(unit, "unit")
    try:
        for part in ("", *WORKSPACE_FOLDERS):
            (folder / part).mkdir(parents=True, exist_ok=True)
    except (FileExistsError, NotADirectoryError):
        raise InspectorError(Problem.FIELD_INVALID, field="folder", value=folder) from None
    except OSError as error:
        raise refusal_of(folder / "inspector.db", error) from error
    workspace = Workspace(folder, profile, clock)
    workspace.prepare(name, unit_name)
    return workspace


def open_workspace(folder: Path, profile: Path, clock: Clock) -> Workspace:
    """Open a workspace that exists, for writing."""
    workspace = Workspace(folder, profile, clock)
    workspace.open()
    return workspace


@contextmanager
def open_for_reading(folder: Path, profile: Path, clock: Clock) -> Iterator[Workspace]:
    """Look at a workspace without the right to write, beside a program that has it."""
    workspace = Workspace(folder, profile, clock)
    workspace.look()
    try:
        yield workspace
    finally:
        workspace.leave()


def change_person(workspace: Workspace, name: str, unit: str) -> Outcome[Person]:
    """Let another person act from now on; what the former one wrote is sealed first."""
    wanted = (named(name, "person"), named(unit, "unit"))
    with workspace.act() as writing:
        office = writing.office
        seal_all(office, workspace.key())
        known = (person for person in office.people.all() if (person.name, person.unit) == wanted)
        person = next(known, None) or Person(workspace.new_id(), *wanted)
        office.journal.set_user(person.id)
        office.journal.open_project(ORG)
        office.people.put(person)
    return Outcome(person, Changes.of(Topic.PEOPLE), writing.act)


def list_people(workspace: Workspace) -> list[Person]:
    """List everybody who has acted here."""
    with workspace.read() as office:
        return office.people.all()
