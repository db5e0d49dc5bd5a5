"""Laptops for the tests of exchange: a real database, a key, a clock that jumps; no window."""

import hashlib
import secrets
import shutil
import tempfile
from contextlib import contextmanager
from datetime import timedelta
from functools import cache
from itertools import count, groupby
from pathlib import Path

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from inspector.core.progress import Unwatched
from inspector.core.segments import unpacked
from inspector.store.content import table_rows
from inspector.store.copying import copy_to
from inspector.store.database import DATABASE_NAME, Database
from inspector.store.rows import Rows
from inspector.store.schema import TABLES
from inspector.store.segments import Arrival, Pin
from inspector.sync.checking import checked_segment
from inspector.sync.keys import DeviceKey
from inspector.sync.segments import seal_all
from inspector.sync.speaking import speak
from inspector.sync.taking import Circumstances, go_on, take
from tests.kit.builders import StoppedClock


def new_key():
    """Make a key that is only this test's."""
    return DeviceKey(Ed25519PrivateKey.generate())


def named_key(name):
    """Make the same key from the same name, so that a history can be told again."""
    seed = hashlib.sha256(name.encode()).digest()
    return DeviceKey(Ed25519PrivateKey.from_private_bytes(seed))


ALIKE = (0, 71220, 109211, 233571, 239519, 267554, 279331, 399530, 438680, 464371, 533743, 702991)
"""Names of streams whose sixteen bits in a rank are the same: only the hash tells them apart."""


def streams(*, alike):
    """Yield names for streams; `alike` are those whose operations of one instant rank equal."""
    yield from (number.to_bytes(16) for number in ALIKE if alike)
    yield from (hashlib.sha256(b"stream %d" % number).digest()[:16] for number in count())


def named_id(name):
    """Make the same identifier from the same name."""
    digest = hashlib.sha256(name.encode()).hexdigest()
    return f"{digest[:8]}-{digest[8:12]}-5{digest[13:16]}-a{digest[17:20]}-{digest[20:32]}"


class Laptop:
    """One laptop's database and key."""

    def __init__(self, folder, key, user, clock=None, names=None):
        self.folder, self.key, self.user = folder, key, user
        self.clock = clock or StoppedClock()
        self.names = names or (secrets.token_bytes(16) for _ in count())
        self.database = Database(folder, lambda: self.clock.ms)

    @classmethod
    def new(cls, folder, user, projects, key=None, names=None):
        """Make a laptop with an empty database; `names` are what its streams are called."""
        folder.mkdir(parents=True)
        laptop = cls(folder, key or new_key(), user, names=names)
        shutil.copy(_empty_database(), folder)
        laptop.database.open()
        with laptop.database.write() as writing:
            journal = writing.office.journal
            journal.begin_stream(next(laptop.names))
            journal.set_user(user)
            for project in projects:
                journal.open_project(project)
        return laptop

    def close(self):
        """Give the database free."""
        self.database.close()

    def copy(self, folder):
        """Copy the database as a disk clone or a backup does."""
        folder.mkdir(parents=True)
        with self.database.read() as office:
            copy_to(office.db.conn, folder / DATABASE_NAME)

    def clone(self, folder):
        """Give another laptop with the same database, key and stream."""
        self.copy(folder)
        other = Laptop(folder, self.key, self.user, StoppedClock(self.clock.at), self.names)
        other.database.open()
        return other

    def restore(self, source, folder):
        """Go on from a copy made earlier."""
        self.close()
        shutil.copytree(source, folder)
        self.folder = folder
        self.database = Database(folder, lambda: self.clock.ms)
        self.database.open()

    # -- what people do ---------------------------------------------------------------------

    def put(self, table, row):
        """Write a row as a repository does."""
        with self.database.write() as writing:
            Rows(writing.office.db, table).put(row)

    def set(self, table, row_id, /, **columns):
        """Set fields of a row."""
        with self.database.write() as writing:
            Rows(writing.office.db, table).set_columns(row_id, columns)

    def stored(self, table, row_id):
        """Read a row as it is stored."""
        with self.database.read() as office:
            return table_rows(office.db, table).get(row_id)

    def seal(self):
        """Seal what is open."""
        with self.database.write() as writing:
            return seal_all(writing.office, self.key)

    def turn_clock(self, days):
        """Set the clock on or back."""
        self.clock.tick(timedelta(days=days))

    # -- exchange -----------------------------------------------------------------------------

    def give(self, projects, tips=None):
        """Give the segments of some projects that whoever has these tips lacks."""
        self.seal()
        with self.database.read() as office:
            return [
                one
                for project in projects
                for one in office.segments.lacking(project, (tips or {}).get(project, ()))
            ]

    def tips(self, projects):
        """Tell what is held of some projects."""
        with self.database.read() as office:
            return {project: office.segments.tips(project) for project in projects}

    def take(self, segments, progress=None):
        """Take (hash, signature, key, body) tuples in."""
        arrivals = [
            Arrival.of(digest, signature, body, checked_segment(unpacked(body)))
            for digest, signature, _key, body in segments
        ]
        circumstances = Circumstances(at_ms=self.clock.ms, via="test", fresh=next(self.names))
        return take(self.turn, self.key, arrivals, circumstances, progress or Unwatched())

    @contextmanager
    def turn(self):
        """Lend the database to one step."""
        with self.database.write(step=True) as writing:
            yield writing.office

    def revive(self):
        """Start again after a crash: what was left of taking in is finished."""
        self.database.close()
        self.database = Database(self.folder, lambda: self.clock.ms)
        self.database.open()
        go_on(self.turn, self.key, next(self.names))

    def pin(self, root):
        """Belong to an organisation from now on."""
        with self.database.write() as writing:
            if writing.office.segments.pin() is None:
                writing.office.segments.set_pin(Pin(root.public.hex(), "区住建局"), self.clock.ms)
        self.take([])

    def speak(self, root, said):
        """Say something as the organisation."""
        with self.database.write() as writing:
            speak(writing.office, self.key, root, said, next(self.names))

    # -- what it shows ------------------------------------------------------------------------

    def root(self):
        """Name the organisation's key as hex, or nothing while it belongs to none."""
        with self.database.read() as office:
            pin = office.segments.pin()
        return pin.root if pin else ""

    def heads(self):
        """Give of each field with several heads its (table, row, column): the values, as JSON."""
        with self.database.read() as office:
            found = office.db.execute(
                "SELECT c.tbl, h.row, c.col, h.val FROM sync_head h JOIN sync_col c USING (cid)"
                " ORDER BY 1, 2, 3, h.val"
            ).fetchall()
        return {field: [row[3] for row in group] for field, group in groupby(found, _field)}

    def left(self):
        """List (table, row) of records that a delete did not hide, since it had not seen all."""
        with self.database.read() as office:
            return office.db.execute(
                "SELECT DISTINCT c.tbl, u.row FROM sync_uncovered u JOIN sync_op o ON"
                " o.opid = u.opid JOIN sync_col c ON c.cid = o.cid ORDER BY 1, 2"
            ).fetchall()

    def held(self):
        """Give (hash, body) of every sealed segment."""
        with self.database.read() as office:
            return [
                (bytes(digest).hex(), bytes(body))
                for digest, body in office.db.execute(
                    "SELECT hash, body FROM sync_segment WHERE hash IS NOT NULL"
                )
            ]

    def held_merged(self):
        """Give (hash, body) of every segment that is merged."""
        with self.database.read() as office:
            return [
                (bytes(digest).hex(), bytes(body))
                for digest, body in office.db.execute(
                    "SELECT hash, body FROM sync_segment WHERE hash IS NOT NULL AND state = 1"
                )
            ]

    def state(self):
        """Give rows, conflicts and uncovered operations, named as on any other laptop."""
        with self.database.read() as office:
            rows = {
                (table.name, row_id): tuple(row[1:])
                for table in TABLES
                for row_id, row in table_rows(office.db, table.name).items()
            }
            conflicts = {
                (row, name, (bytes(digest).hex(), index))
                for row, name, digest, index in office.db.execute(
                    "SELECT h.row, c.col, g.hash, h.opid & 1048575 FROM sync_head h"
                    " JOIN sync_col c USING (cid) JOIN sync_segment g ON g.seg = h.opid >> 20"
                    " WHERE (SELECT count(DISTINCT o.val) FROM sync_head o"
                    "   WHERE o.row = h.row AND o.cid = h.cid) > 1"
                )
            }
            left = {
                (row, (bytes(digest).hex(), index))
                for row, digest, index in office.db.execute(
                    "SELECT u.row, g.hash, u.opid & 1048575 FROM sync_uncovered u"
                    " JOIN sync_segment g ON g.seg = u.opid >> 20"
                )
            }
        return rows, conflicts, left


def _field(row):
    return tuple(row[:3])


@cache
def _empty_database():
    """Make the schema once: hundreds of small databases start from it."""
    folder = Path(tempfile.mkdtemp())
    database = Database(folder, lambda: 1)
    database.create(lambda _writing: None)
    database.close()
    return folder / DATABASE_NAME


def scratch():
    """Give a folder in memory where there is one: many small databases are made here."""
    memory = Path("/dev/shm")  # noqa: S108 - only where it exists, for speed
    return tempfile.TemporaryDirectory(dir=memory if memory.is_dir() else None)
