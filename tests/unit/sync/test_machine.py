"""Whatever happens in whatever order: equal sets of segments show equal data, and lose nothing.

Three to five laptops write, clone, restore, relay, drop and repeat; an organisation enrols,
revokes, grants and withdraws; clocks jump by years. An oracle of dicts and loops says what must
show (tests/kit/oracle.py; sync design, 5, test 1).

People mostly write where they get in each other's way: on two records that everybody has, on the
same fields, the same values, at one instant, and on what is disputed. Each history follows from
what was drawn, keys and hashes too, so that one that failed can be told again.
"""

import json
import os
import random
from contextlib import suppress
from datetime import timedelta
from itertools import permutations
from pathlib import Path

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, precondition, rule

from inspector.core.canonical import canonical
from inspector.core.ids import ORG
from inspector.store.rows import Rows
from inspector.store.schema import BY_NAME, TABLES
from inspector.sync.settling import keep_record, settle_field
from tests.kit.laptops import Laptop, named_id, named_key, scratch, streams
from tests.kit.newer_program import forged
from tests.kit.oracle import state_of

EXAMPLES = int(os.environ.get("MACHINE_EXAMPLES", "200"))
PROJECTS = (named_id("project"), ORG)
PEOPLE = [named_id(f"person {n}") for n in range(3)]
OUTSIDE = ("mandate", "mandate_end")
"""Tables that only the organisation writes to."""
WRITTEN = [table.name for table in TABLES if table.name not in OUTSIDE]
VALUES = st.sampled_from([None, "一", "二", "7.40"])
FIELDS = st.integers(0, 1) | st.integers(0, 40)
"""Mostly the first two fields of a record."""
who = st.integers(0, 9)
which = st.integers(0, 9)


VALUES_AS_NUMBERS = {"一": 1, "二": 2, "7.40": 7, "再": 3}


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
        self.mandates, self.was_forked = [], False
        self.organisation = None

    @initialize(
        founded=st.booleans(),
        alike=st.booleans(),
        tables=st.lists(st.sampled_from(WRITTEN), min_size=3, max_size=3),
    )
    def begin(self, founded, alike, tables):
        self.names, self.tables = streams(alike=alike), tables
        for n in range(3):
            self.laptops.append(self.new_laptop(n))
        for n in range(2):
            self.insert(0, n, natural=True, value="一", p=n)
        for laptop in self.laptops[1:]:
            laptop.take(self.laptops[0].give(PROJECTS))
        if founded:
            self.found()

    def teardown(self):
        try:
            self.check_afresh(self.converge())
        finally:
            for laptop in self.laptops:
                laptop.close()
            self.scratch.cleanup()

    def new_laptop(self, n):
        key = named_key(f"laptop {n}")
        return Laptop.new(self.fresh_folder(), PEOPLE[n % 3], PROJECTS, key, self.names)

    def fresh_folder(self):
        return self.folder / self.fresh_name()

    def fresh_name(self):
        self.count += 1
        return f"{self.count}"

    def laptop(self, n):
        return self.laptops[n % len(self.laptops)]

    def two(self, w, other):
        """Give two laptops, whose clocks then show the same."""
        one, many = w % len(self.laptops), len(self.laptops)
        two = (one + 1 + other % (many - 1)) % many
        self.laptops[two].clock.at = self.laptops[one].clock.at
        return self.laptops[one], self.laptops[two]

    def row(self, n):
        """Give one of the two records that everybody has, or sometimes another."""
        return self.rows[n % 2] if n < 8 else self.rows[-1]

    # -- what people write --------------------------------------------------------------------

    @rule(w=who, t=st.integers(0, 2), natural=st.booleans(), value=VALUES, p=who)
    def insert(self, w, t, natural, value, p):
        laptop, table = self.laptop(w), self.tables[t]
        name = f"{table} {p % 3}" if natural else self.fresh_name()
        row = (table, named_id(name), PROJECTS[p % 2])
        if laptop.stored(table, row[1]) is not None:
            return
        text = next(c.name for c in BY_NAME[table].columns if not c.whole and not c.personal)
        laptop.put(table, {"id": row[1], "project_id": row[2], text: value})
        if row not in self.rows:
            self.rows.append(row)

    @rule(w=who, r=which, c=FIELDS, value=VALUES)
    def edit(self, w, r, c, value):
        self.write(self.laptop(w), self.row(r), c, value)

    def write(self, laptop, row, c, value):
        """Write on a record as a person does, who sees it only while it is not deleted."""
        table, row_id, _project = row
        columns = [column for column in BY_NAME[table].columns if not column.personal]
        column = sorted(columns, key=lambda column: column.whole)[c % len(columns)]
        stored = laptop.stored(table, row_id)
        if stored is not None and not stored[-1]:
            number = VALUES_AS_NUMBERS.get(value)
            laptop.set(table, row_id, **{column.name: number if column.whole else value})

    @rule(w=who, r=which, deleted=st.integers(0, 1))
    def delete_or_undelete(self, w, r, deleted):
        self.set_deleted(self.laptop(w), self.row(r), deleted)

    def set_deleted(self, laptop, row, deleted):
        table, row_id, _project = row
        stored = laptop.stored(table, row_id)
        if stored is not None and stored[-1] != deleted:
            laptop.set(table, row_id, deleted=deleted)

    @rule(
        w=who,
        other=who,
        r=which,
        c=FIELDS,
        values=VALUES.map(lambda value: (value, value)) | st.tuples(VALUES, VALUES),
        then=st.sampled_from([None, None, "settle", "write"]),
    )
    def write_at_once(self, w, other, r, c, values, then):
        """Let two who know the same write on one field at one instant, and one of them go on."""
        one, two = self.two(w, other)
        self.pass_on(one, two)
        self.write(one, self.row(r), c, values[0])
        self.write(two, self.row(r), c, values[1])
        self.exchange(one, two)
        if then == "settle":
            self.settle(w, r, "选", all_=True)
        elif then == "write":
            self.write_over_several(w, r, "再")

    @rule(w=who, other=who, r=which, c=FIELDS, value=VALUES, more=st.booleans())
    def delete_what_another_edits(self, w, other, r, c, value, more):
        """Delete a record on one laptop and edit it on another, and go on with what stays."""
        one, two = self.two(w, other)
        self.pass_on(one, two)
        self.set_deleted(one, self.row(r), 1)
        self.write(two, self.row(r), c, value)
        self.exchange(one, two)
        if more:
            self.write_on_what_was_deleted(w, r, c, "再")

    @rule(w=who, n=which, c=FIELDS, value=VALUES)
    def write_on_what_was_deleted(self, w, n, c, value):
        """Write on a record that stays although somebody deleted it."""
        laptop = self.laptop(w)
        left = laptop.left()
        if left:
            table, row_id = left[n % len(left)]
            self.write(laptop, (table, row_id, None), c, value)
            self.look(laptop)

    @rule(w=who, n=which, value=VALUES)
    def write_over_several(self, w, n, value):
        """Write on a field on which several wrote: it replaces all that said what it showed."""
        laptop = self.laptop(w)
        heads = laptop.heads()
        fields = [f for f in heads if f[0] in BY_NAME and not laptop.stored(*f[:2])[-1]]
        if not fields:
            return
        table, row, name = field = fields[n % len(fields)]
        column = next((c for c in BY_NAME[table].columns if c.name == name), None)
        if column is None or column.personal:
            return
        place = ["project_id", *(c.name for c in BY_NAME[table].columns)].index(name) + 1
        shown = json.dumps(laptop.stored(table, row)[place], ensure_ascii=False)
        written = VALUES_AS_NUMBERS.get(value) if column.whole else value
        laptop.set(table, row, **{name: written})
        laptop.seal()
        written = json.dumps(written, ensure_ascii=False)
        if shown != written and shown in heads[field]:
            left = {*heads[field], written} - {shown}
            assert {*laptop.heads().get(field, [written])} == left  # I7, I8

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
            if all_ and self.organisation is None:
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

    @rule(w=who, r=which, n=who)
    def a_newer_program_writes(self, w, r, n):
        segment = forged(self.laptop(w), self.row(r), next(self.names), n)
        if segment:
            self.packages.append([segment])

    # -- the organisation ---------------------------------------------------------------------

    @precondition(lambda self: self.organisation is None)
    @rule()
    def found(self):
        self.organisation = named_key("organisation")
        self.office = self.laptops[0]
        self.office.pin(self.organisation)

    @precondition(lambda self: self.organisation)
    @rule(w=who)
    def join(self, w):
        self.laptop(w).pin(self.organisation)

    def allow(self, kind, subject, role=""):
        mandate = self.fresh_name()
        row = {"id": named_id(mandate), "kind": kind, "subject": subject, "role": role}
        self.office.speak(self.organisation, [("mandate", row)])
        self.mandates.append(named_id(mandate))

    @precondition(lambda self: self.organisation)
    @rule(w=who)
    def enrol(self, w):
        self.allow("laptop", self.laptop(w).key.public.hex())

    @precondition(lambda self: self.organisation)
    @rule(n=who)
    def grant_role(self, n):
        self.allow("role", PEOPLE[n % 3], "supervisor")

    @precondition(lambda self: self.mandates)
    @rule(n=who, most=st.booleans())
    def revoke_or_withdraw(self, n, most):
        tips = sorted(tip for held in self.office.tips(PROJECTS).values() for tip in held)
        said = {
            "id": named_id(self.fresh_name()),
            "mandate_id": self.mandates[n % len(self.mandates)],
            "accepts": canonical(tips if most else tips[::2]),
        }
        self.office.speak(self.organisation, [("mandate_end", said)])

    @precondition(lambda self: self.organisation)
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

    @rule()
    def meet(self):
        self.converge()

    @rule(w=who, other=who)
    def two_meet(self, w, other):
        self.exchange(*self.two(w, other))

    def exchange(self, one, two):
        """Let two laptops give each other what they have, and look at both."""
        self.pass_on(one, two)
        self.look(one)
        self.look(two)

    def pass_on(self, one, two):
        two.take(one.give(PROJECTS, two.tips(PROJECTS)))
        one.take(two.give(PROJECTS, one.tips(PROJECTS)))

    def look(self, laptop):
        """Compare a laptop with what its own segments must show (I1, I2, I4)."""
        laptop.seal()
        self.check(laptop, laptop.held())

    def converge(self):
        if self.organisation:
            for laptop in self.laptops:
                laptop.pin(self.organisation)
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

    def check(self, laptop, held):
        rows, conflicts, left = laptop.state()
        expected = state_of(held, laptop.root(), laptop.key.public.hex())
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
        fresh = self.new_laptop(9)
        try:
            if self.organisation:
                fresh.pin(self.organisation)
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
