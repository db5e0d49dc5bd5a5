"""Whatever happens in whatever order: equal sets of segments show equal data, and lose nothing.

Three to five laptops write, clone, restore, relay, drop and repeat; an organisation enrols,
revokes, grants and withdraws; clocks jump by years. An oracle of dicts and loops says what must
show (tests/kit/oracle.py; sync design, 5, test 1).
"""

import os
import random
import secrets
from contextlib import suppress
from datetime import timedelta
from itertools import permutations
from pathlib import Path

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, precondition, rule

from inspector.core.canonical import canonical
from inspector.core.ids import ORG
from inspector.core.segments import Op, Segment, body_of, packed
from inspector.store.rows import Rows
from inspector.store.schema import BY_NAME, TABLES
from inspector.sync.segments import segment_hash
from inspector.sync.settling import keep_record, settle_field
from tests.kit.laptops import Laptop, named_id, new_key, scratch
from tests.kit.oracle import state_of

EXAMPLES = int(os.environ.get("MACHINE_EXAMPLES", "200"))
PROJECTS = (named_id("project"), ORG)
PEOPLE = [named_id(f"person {n}") for n in range(3)]
OUTSIDE = ("mandate", "mandate_end")
"""Tables that only the organisation writes to."""
WRITTEN = [table.name for table in TABLES if table.name not in OUTSIDE]
VALUES = st.sampled_from([None, "一", "二", "7.40"])
who = st.integers(0, 9)


class Bomb:
    """A crash at some step of long work."""

    def __init__(self, fuse):
        self.fuse = fuse

    def report(self, done, total):
        self.fuse -= 1
        if self.fuse < 0:
            raise CrashError

    def wants_stop(self):
        return False


class CrashError(Exception):
    """The process died."""


class Exchange(RuleBasedStateMachine):
    """Laptops and an office, as they meet and miss each other."""

    def __init__(self):
        super().__init__()
        self.scratch = scratch()
        self.folder = Path(self.scratch.name)
        self.count = 0
        self.laptops = []
        self.packages, self.rows, self.backups = [], [], []
        self.mandates, self.root, self.was_forked = [], None, False

    @initialize(founded=st.booleans())
    def begin(self, founded):
        for n in range(3):
            self.laptops.append(Laptop.new(self.fresh_folder(), PEOPLE[n], PROJECTS))
        if founded:
            self.found()

    def teardown(self):
        try:
            self.check_afresh(self.converge())
        finally:
            for laptop in self.laptops:
                laptop.close()
            self.scratch.cleanup()

    def fresh_folder(self):
        self.count += 1
        return self.folder / f"{self.count}"

    def laptop(self, n):
        return self.laptops[n % len(self.laptops)]

    def row(self, n):
        return self.rows[n % len(self.rows)]

    # -- what people write --------------------------------------------------------------------

    @rule(w=who, table=st.sampled_from(WRITTEN), natural=st.booleans(), value=VALUES, p=who)
    def insert(self, w, table, natural, value, p):
        laptop = self.laptop(w)
        name = f"{table} {p % 3}" if natural else secrets.token_hex(8)
        row = (table, named_id(name), PROJECTS[p % 2])
        if laptop.stored(table, row[1]) is not None:
            return
        text = next(c.name for c in BY_NAME[table].columns if not c.whole and not c.personal)
        laptop.put(table, {"id": row[1], "project_id": row[2], text: value})
        if row not in self.rows:
            self.rows.append(row)

    @precondition(lambda self: self.rows)
    @rule(w=who, r=st.integers(0, 99), c=st.integers(0, 40), value=VALUES, number=st.integers(0, 2))
    def edit(self, w, r, c, value, number):
        table, row_id, _project = self.row(r)
        columns = [column for column in BY_NAME[table].columns if not column.personal]
        column = columns[c % len(columns)]
        laptop = self.laptop(w)
        stored = laptop.stored(table, row_id)
        if stored is not None and not stored[-1]:
            laptop.set(table, row_id, **{column.name: number if column.whole else value})

    @precondition(lambda self: self.rows)
    @rule(w=who, r=st.integers(0, 99), value=VALUES)
    def edit_the_first_field(self, w, r, value):
        self.edit(w, r, next(self._first(r)), value, 1)

    def _first(self, r):
        columns = [c for c in BY_NAME[self.row(r)[0]].columns if not c.personal]
        return (n for n, column in enumerate(columns) if not column.whole)

    @precondition(lambda self: self.rows)
    @rule(w=who, r=st.integers(0, 99), deleted=st.integers(0, 1))
    def delete_or_undelete(self, w, r, deleted):
        table, row_id, _project = self.row(r)
        laptop = self.laptop(w)
        stored = laptop.stored(table, row_id)
        if stored is not None and stored[-1] != deleted:
            laptop.set(table, row_id, deleted=deleted)

    @rule(w=who, days=st.integers(-400, 400))
    def turn_the_clock(self, w, days):
        self.laptop(w).turn_clock(days)

    @rule(w=who, ms=st.integers(0, 3))
    def tick(self, w, ms):
        self.laptop(w).clock.at += timedelta(milliseconds=ms)

    @rule(w=who)
    def seal(self, w):
        self.laptop(w).seal()

    @rule(
        w=who, n=st.integers(0, 99), value=st.sampled_from([None, "选", "一"]), all_=st.booleans()
    )
    def settle(self, w, n, value, all_):
        """Settle one conflict, seeing all of its heads or only some."""
        laptop = self.laptop(w)
        with laptop.database.write() as writing:
            office = writing.office
            found = office.db.execute(
                "SELECT DISTINCT h.row, h.cid, c.tbl, c.col FROM sync_head h JOIN sync_col c"
                " USING (cid) ORDER BY 1, 2"
            ).fetchall()
            if not found:
                return
            row, cid, table, column = found[n % len(found)]
            heads = [opid for opid, _value in office.cells.heads_kept(row, cid)]
            known = next((c for c in BY_NAME[table].columns if c.name == column), None)
            chosen = 1 if known is None or known.whole else value
            project = Rows(office.db, table).stored(row, "project_id")
            settle_field(office, project, (row, cid), chosen, heads if all_ else heads[:1])
            if all_ and self.root is None:
                left = office.cells.heads_kept(row, cid)
                assert len({value for _opid, value in left}) <= 1  # I8

    @rule(w=who, n=st.integers(0, 99))
    def keep(self, w, n):
        laptop = self.laptop(w)
        with laptop.database.write() as writing:
            office = writing.office
            found = office.db.execute(
                "SELECT DISTINCT u.row, c.tbl FROM sync_uncovered u JOIN sync_op o ON"
                " o.opid = u.opid JOIN sync_col c ON c.cid = o.cid ORDER BY 1"
            ).fetchall()
            if found:
                row, table = found[n % len(found)]
                if table in BY_NAME:
                    project = Rows(office.db, table).stored(row, "project_id")
                    keep_record(office, project, row, table)
                    assert not office.cells.uncovered_of(row)

    # -- how it travels -----------------------------------------------------------------------

    @rule(w=who, to=who, everything=st.booleans(), projects=st.sampled_from([PROJECTS, (ORG,)]))
    def pack(self, w, to, everything, projects):
        tips = None if everything else self.laptop(to).tips(projects)
        self.packages.append(self.laptop(w).give(projects, tips))

    @precondition(lambda self: self.packages)
    @rule(p=st.integers(0, 99), w=who, fuse=st.sampled_from([None, None, None, 0, 1, 3]))
    def deliver(self, p, w, fuse):
        """Take a package in: any, also an old one, also again; or die while doing so."""
        laptop, package = self.laptop(w), self.packages[p % len(self.packages)]
        if fuse is None:
            laptop.take(package)
            return
        with suppress(CrashError):
            laptop.take(package, progress=Bomb(fuse))
        laptop.revive()
        assert len(laptop.take(package).same) == len(package)  # I12: all of it is here

    @rule(w=who, keep=st.booleans(), n=who)
    def back_up_or_restore(self, w, keep, n):
        laptop = self.laptop(w)
        mine = [folder for owner, folder in self.backups if owner is laptop]
        if keep or not mine:
            folder = self.fresh_folder()
            laptop.copy(folder)
            self.backups.append((laptop, folder))
        else:
            laptop.restore(mine[n % len(mine)], self.fresh_folder())
            self.was_forked = True

    @precondition(lambda self: len(self.laptops) < 5)
    @rule(w=who)
    def clone_a_disk(self, w):
        self.laptops.append(self.laptop(w).clone(self.fresh_folder()))
        self.was_forked = True

    @precondition(lambda self: self.rows)
    @rule(w=who, r=st.integers(0, 99), n=who)
    def a_newer_program_writes(self, w, r, n):
        """Forge what a later version of the program would have written on this laptop."""
        laptop = self.laptop(w)
        laptop.seal()
        table, row_id, project = self.row(r)
        with laptop.database.read() as office:
            inserts = office.cells.inserts_of(row_id, table)
            streams = [k for k in office.segments.all() if k.project == project]
            if not inserts:
                return
            insert = inserts[0]
            seg = next((k for k in streams if k.seg == insert.opid >> 20), None)
        reference = (seg.hash, insert.opid & (1 << 20) - 1)
        at = laptop.clock.ms
        ops = [
            Op(
                column=f"{table}.colour",
                row=row_id,
                at_ms=at,
                rank_ms=max(at, (insert.rank >> 16) + 1),
                prev=reference,
                value='"红"',
            ),
            Op(
                column="robot.*",
                row=named_id(f"robot {n % 3}"),
                at_ms=at,
                rank_ms=at,
                prev=None,
                value=canonical({"project_id": project, "name": "机"}),
            ),
        ]
        segment = Segment(
            project=project,
            replica=secrets.token_hex(16),
            height=1,
            prev=None,
            user=laptop.user,
            key=laptop.key.public.hex(),
            schema=99,
            app="9.0",
            ops=tuple(ops),
        )
        body = body_of(segment)
        digest = segment_hash(body)
        signature = laptop.key.sign(b"inspector.segment.v1\0" + digest)
        self.packages.append([(digest, signature, laptop.key.public, packed(body))])

    # -- the organisation ---------------------------------------------------------------------

    @precondition(lambda self: self.root is None and self.laptops)
    @rule()
    def found(self):
        self.root = new_key()
        self.office = self.laptops[0]
        self.office.pin(self.root)

    @precondition(lambda self: self.root)
    @rule(w=who)
    def join(self, w):
        self.laptop(w).pin(self.root)

    def allow(self, kind, subject, role=""):
        mandate = secrets.token_hex(8)
        row = {"id": named_id(mandate), "kind": kind, "subject": subject, "role": role}
        self.office.speak(self.root, [("mandate", row)])
        self.mandates.append(named_id(mandate))

    @precondition(lambda self: self.root)
    @rule(w=who)
    def enrol(self, w):
        self.allow("laptop", self.laptop(w).key.public.hex())

    @precondition(lambda self: self.root)
    @rule(n=who)
    def grant_role(self, n):
        self.allow("role", PEOPLE[n % 3], "supervisor")

    @precondition(lambda self: self.mandates)
    @rule(n=who, most=st.booleans())
    def revoke_or_withdraw(self, n, most):
        tips = sorted(tip for held in self.office.tips(PROJECTS).values() for tip in held)
        said = {
            "id": named_id(secrets.token_hex(8)),
            "mandate_id": self.mandates[n % len(self.mandates)],
            "accepts": canonical(tips if most else tips[::2]),
        }
        self.office.speak(self.root, [("mandate_end", said)])

    @precondition(lambda self: self.root)
    @rule(w=who, n=who)
    def somebody_else_writes_mandates(self, w, n):
        """Rows of mandates that the organisation did not sign change nothing."""
        laptop = self.laptop(w)
        row = {
            "id": named_id(f"forged {n}"),
            "project_id": ORG,
            "kind": "laptop",
            "subject": laptop.key.public.hex(),
        }
        stored = laptop.stored("mandate", row["id"])
        if stored is None or not stored[-1]:
            laptop.put("mandate", row)

    # -- what must hold -----------------------------------------------------------------------

    def converge(self):
        if self.root:
            for laptop in self.laptops:
                laptop.pin(self.root)
        for giver, taker in [*permutations(self.laptops, 2)] * 2:
            taker.take(giver.give(PROJECTS, taker.tips(PROJECTS)))
        for laptop in self.laptops:
            laptop.seal()
        held = sorted(self.laptops[0].held())
        forks = self.check(self.laptops[0], held)
        for laptop in self.laptops[1:]:
            assert sorted(laptop.held()) == held  # I5: nobody lost a segment
            assert self.check(laptop, held) == forks
        if not self.was_forked:
            assert not forks  # I15
        return held

    @rule()
    def meet(self):
        self.converge()

    def check(self, laptop, held):
        root = self.root.public.hex() if self.root else ""
        rows, conflicts, left = laptop.state()
        expected = state_of(held, root, laptop.key.public.hex())
        assert rows == expected[0]
        assert conflicts == expected[1]
        assert left == expected[2]
        with laptop.database.read() as office:
            return office.segments.forks()

    def check_afresh(self, held):
        """A new laptop that gets all segments at once, shuffled, shows the same (I3, I4)."""
        with self.laptops[0].database.read() as office:
            everything = [
                one for project in PROJECTS for one in office.segments.lacking(project, ())
            ]
        random.Random(len(held)).shuffle(everything)  # noqa: S311 - an order, not a secret
        fresh = Laptop.new(self.fresh_folder(), PEOPLE[0], PROJECTS)
        try:
            if self.root:
                fresh.pin(self.root)
            taken = fresh.take(everything)
            self.check(fresh, held)
            again = fresh.take(everything)
            assert len(again.same) == len(everything)
            assert not taken.same
        finally:
            fresh.close()


Exchange.TestCase.settings = settings(
    max_examples=EXAMPLES,
    stateful_step_count=50,
    deadline=None,
    suppress_health_check=list(HealthCheck),
    print_blob=True,
)
TestExchange = Exchange.TestCase
