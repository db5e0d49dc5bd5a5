"""Signed segments that no program of ours wrote: nothing of them shows, and nothing else suffers.

A key that is enrolled signs them, so only what they say can give them away: refused whole before
anything is touched, or kept aside as unsound, on every laptop alike and in any order.
"""

import json
import zlib
from pathlib import Path

import pytest

from inspector.core.ids import ORG
from inspector.store.segments import State
from inspector.sync.checking import MalformedSegmentError, checked_segment
from inspector.sync.segments import broken_segments
from tests.kit.forging import edit, forged, insert, signed
from tests.kit.laptops import Laptop, named_id, new_key, scratch
from tests.kit.oracle import state_of

P, Q = named_id("project p"), named_id("project q")
PROJECTS = (P, Q, ORG)
ROW, OTHER_ROW, Q_ROW = (named_id(name) for name in ("row", "other row", "row of q"))
LATER = 10_000_000
KEY = new_key()


class Scene:
    """A laptop with honest work in two projects, and what it wrote as others have it."""

    def __init__(self, folder):
        self.folder = folder
        self.honest = Laptop.new(folder / "honest", named_id("person"), PROJECTS)
        self.honest.put("defect", {"id": ROW, "project_id": P, "text": "裂缝"})
        self.honest.put("defect", {"id": OTHER_ROW, "project_id": P, "text": "渗水"})
        self.honest.put("defect", {"id": Q_ROW, "project_id": Q, "text": "空鼓"})
        self.honest.set("defect", ROW, text="裂缝三处")
        self.honest.set("defect", OTHER_ROW, severity="major")
        self.work = self.honest.give(PROJECTS)
        self.at = self.honest.clock.ms + LATER
        self.laptops = [self.honest]

    def close(self):
        for laptop in self.laptops:
            laptop.close()

    def fresh(self):
        laptop = Laptop.new(self.folder / f"{len(self.laptops)}", named_id("person"), PROJECTS)
        self.laptops.append(laptop)
        return laptop

    def op(self, row, column):
        """Name the newest operation of a field as (segment, index)."""
        with self.honest.database.read() as office:
            seg, index = office.db.execute(
                "SELECT o.opid >> 20, o.opid & 1048575 FROM sync_op o JOIN sync_col c USING (cid)"
                " WHERE o.row = ? AND c.col = ? ORDER BY o.rank DESC LIMIT 1",
                [row, column],
            ).fetchone()
            known = next(one for one in office.segments.all() if one.seg == seg)
        return known.hash, index

    def text(self, column="text", row=ROW, prev=None, value="改", at=0, **more):
        """Set a field as an honest program would, but for what is given."""
        prev = prev or self.op(row, column.partition(".")[2] or column)
        name = column if "." in column else f"defect.{column}"
        return field_set(name, row, self.at + at, prev, value, **more)

    def everywhere(self, hostile, states=(State.QUARANTINED,)):
        """Take it in sooner or later: it is set aside, and all show what the oracle says."""
        before = self.honest.state()
        for order in turns([*self.work, hostile]):
            laptop = self.fresh()
            for one in order:
                laptop.take([one])
            with laptop.database.read() as office:
                assert office.segments.state_of(hostile[0]) in states
                assert broken_segments(office.journal) == []
            assert laptop.state() == before == state_of(laptop.held_merged())
        return laptop


@pytest.fixture
def scene():
    folder = scratch()
    made = Scene(Path(folder.name))
    yield made
    made.close()
    folder.cleanup()


def turns(segments):
    """Give orders in which each is once the first, and once before each neighbour."""
    for first in range(len(segments)):
        yield segments[first:] + segments[:first]
    yield segments[::-1]


def field_set(column, row, at_ms, prev, value, parents=()):
    """Set a field to a value, in the place of what it names."""
    said = json.dumps(value, ensure_ascii=False)
    return edit(column, row, prev, at_ms, said, parents=tuple(parents))


def unsound(scene):
    """Make what stands on something that it may not stand on, by what is wrong with it."""
    text, insert = scene.op(ROW, "text"), scene.op(ROW, "*")
    of_q = scene.op(Q_ROW, "*")
    known = scene.op(ROW, "text")[0]
    return {
        "prev of another row": [scene.text(prev=scene.op(OTHER_ROW, "*"))],
        "prev of another column": [scene.text("severity", prev=text)],
        "prev of another table": [scene.text("photo.caption", prev=insert)],
        "prev beyond the segment's end": [scene.text(prev=(known, 500))],
        "prev at the greatest index": [scene.text(prev=(known, (1 << 20) - 1))],
        "prev of another project": [scene.text(row=Q_ROW, prev=of_q)],
        "rank that does not grow": [scene.text(at=-2 * LATER)],
        "parent of another row": [scene.text(parents=[scene.op(OTHER_ROW, "*")])],
        "parent of another column": [scene.text(parents=[scene.op(OTHER_ROW, "severity")])],
        "parent beyond the end": [scene.text(parents=[(known, 500)])],
        "parent that outranks it": [
            scene.text(),
            scene.text(prev=insert, at=-LATER // 2, parents=[(None, 0)]),
        ],
        "delete that covers another row": [
            field_set("defect.deleted", ROW, scene.at, insert, 1, [scene.op(OTHER_ROW, "*")])
        ],
        "good before bad": [scene.text(), scene.text("severity", prev=text)],
    }


@pytest.mark.parametrize("wrong", list(range(13)))
def test_what_stands_on_nothing_is_set_aside_everywhere(scene, wrong):
    ops = list(unsound(scene).values())[wrong]
    scene.everywhere(forged(KEY, P, ops))


def test_a_stream_that_leaps_or_changes_hands_is_set_aside(scene):
    (first,) = (known for known in streams(scene.honest) if known.project == P)
    (of_q,) = (known for known in streams(scene.honest) if known.project == Q)
    ops = [insert("defect", named_id("new"), P, scene.at, text="新")]
    for head in (
        {"prev": first.hash, "height": 5, "replica": first.replica},
        {"prev": first.hash, "height": 2, "replica": "ab" * 16},
        {"prev": of_q.hash, "height": 2, "replica": of_q.replica},
    ):
        scene.everywhere(forged(KEY, P, ops, **head))


def streams(laptop):
    with laptop.database.read() as office:
        return office.segments.all()


def test_what_never_comes_is_waited_for(scene):
    """Segments that name each other cannot be made; that they name what is nowhere can."""
    nowhere = ("ab" * 32, 0)
    scene.everywhere(forged(KEY, P, [scene.text(prev=nowhere)]), (State.WAITING,))
    ops = [insert("defect", named_id("new"), P, scene.at, text="新")]
    scene.everywhere(forged(KEY, P, ops, prev="ab" * 32, height=2), (State.WAITING,))


# -- one identifier for two records ----------------------------------------------------------------


def strangers(scene, at):
    """Insert rows that are there already: in another project, or in another table."""
    return {
        "project": forged(KEY, Q, [insert("defect", ROW, Q, at, text="抢")]),
        "table": forged(KEY, P, [insert("photo", ROW, P, at, caption="抢")]),
        "both": forged(KEY, Q, [insert("photo", ROW, Q, at, caption="抢")]),
        "unknown table": forged(KEY, P, [insert("robot", ROW, P, at, name="抢")]),
    }


@pytest.mark.parametrize("kind", ["project", "table", "both", "unknown table"])
def test_a_record_is_whose_insert_was_first(scene, kind):
    scene.everywhere(strangers(scene, scene.at)[kind], (State.MERGED,))


@pytest.mark.parametrize("kind", ["project", "table", "both"])
@pytest.mark.parametrize("at", ["before", "after"])
def test_who_loses_an_identifier_loses_no_other_work(scene, kind, at):
    """Also who lies about the time gets one record, and honest segments stay merged."""
    when = scene.at if at == "after" else scene.honest.clock.ms - LATER
    first = strangers(scene, when)[kind]
    project = Q if kind != "table" else P
    table, column = ("defect", "text") if kind == "project" else ("photo", "caption")
    more = field_set(f"{table}.{column}", ROW, scene.at + 5, (first[0].hex(), 0), "又抢")
    second = forged(KEY, project, [more])
    shown = None
    for order in turns([*scene.work, first, second]):
        laptop = scene.fresh()
        for one in order:
            laptop.take([one])
        assert shown in (None, laptop.state())
        shown = laptop.state()
        assert shown == state_of(laptop.held())
        assert shown[0]["defect", OTHER_ROW] == scene.honest.state()[0]["defect", OTHER_ROW]
    if at == "after":
        laptop.set("defect", ROW, text="照常工作")
        laptop.set("defect", ROW, deleted=1)
    elif kind == "project":
        laptop.set("defect", ROW, text="照常工作")
    laptop.set("defect", OTHER_ROW, text="照常工作")
    work = laptop.give(PROJECTS)
    scene.honest.take(work)
    assert scene.honest.state() == laptop.state() == state_of(laptop.held())
    with laptop.database.read() as office:
        assert broken_segments(office.journal) == []
        assert {known.state for known in office.segments.all()} == {State.MERGED}


def test_an_identifier_comes_back_when_the_thief_is_revoked(scene):
    root = new_key()
    office = scene.fresh()
    office.pin(root)
    for key in (KEY, scene.honest.key):
        enrol(office, root, key)
    office.take(scene.work)
    early = scene.honest.clock.ms - LATER
    office.take([forged(KEY, Q, [insert("defect", ROW, Q, early, text="抢")])])
    assert office.state()[0]["defect", ROW][0] == Q
    (mandate,) = (row for row in office.mandates if office.mandates[row] == KEY)
    office.speak(
        root, [("mandate_end", {"id": named_id("end"), "mandate_id": mandate, "accepts": "[]"})]
    )
    rows, _conflicts, _left = office.state()
    assert rows["defect", ROW] == scene.honest.state()[0]["defect", ROW]
    assert office.state() == state_of(office.held(), root.public.hex(), office.key.public.hex())


def enrol(office, root, key):
    row = named_id(f"mandate {key.public.hex()}")
    office.speak(root, [("mandate", {"id": row, "kind": "laptop", "subject": key.public.hex()})])
    office.mandates = getattr(office, "mandates", {}) | {row: key}


# -- what is no segment ----------------------------------------------------------------------------


def spelled(scene, change):
    """Change the JSON of a good segment before it is signed."""
    good = forged(
        KEY,
        P,
        [insert("defect", named_id("new"), P, scene.at, text="新", position=1), scene.text()],
    )
    head = json.loads(zlib.decompress(good[3]))
    change(head)
    return json.dumps(head, ensure_ascii=False, separators=(",", ":")).encode(
        "utf-8", "surrogatepass"
    )


def put(path, value):
    """Make a change that sets what lies at a path."""
    *way, last = path

    def change(head):
        for step in way:
            head = head[step]
        head[last] = value

    return change


def dropped(name):
    return lambda head: head.pop(name)


CHANGES = {
    "index 2^31": put(("ops", 1, 5), 1 << 31),
    "index 2^20": put(("ops", 1, 5), 1 << 20),
    "index -1": put(("ops", 1, 5), -1),
    "reference to nothing": put(("ops", 1, 4), 2),
    "reference -2": put(("ops", 1, 4), -2),
    "itself": lambda head: head["ops"][1].__setitem__(slice(4, 6), [0, 1]),
    "a later one": lambda head: head["ops"][1].__setitem__(slice(4, 6), [0, 7]),
    "no prev": put(("ops", 1, 4), -1),
    "insert with prev": lambda head: head["ops"][0].__setitem__(slice(4, 6), [1, 0]),
    "parent none": lambda head: head["ops"][1].append([[-1, -1]]),
    "parent later": lambda head: head["ops"][1].append([[0, 1]]),
    "parents a number": lambda head: head["ops"][1].append(7),
    "parents twice": lambda head: head["ops"][1].extend([[], []]),
    "float index": put(("ops", 1, 5), 0.0),
    "bool index": put(("ops", 1, 5), False),
    "float time": put(("ops", 1, 2), 0.5),
    "bool time": put(("t0",), True),
    "time before 1970": put(("t0",), -1),
    "time of 10,000 years": put(("t0",), 1 << 47),
    "rank beyond": put(("ops", 1, 3), 1 << 47),
    "rank below": put(("ops", 1, 3), -(1 << 47)),
    "huge time": put(("t0",), 10**4000),
    "list as value": put(("ops", 1, 6), ["改"]),
    "object as value": put(("ops", 1, 6), {"a": 1}),
    "bool as value": put(("ops", 1, 6), True),
    "not a number": put(("ops", 1, 6), float("nan")),
    "infinite": put(("ops", 1, 6), float("inf")),
    "infinite in an insert": put(("ops", 0, 6, "position"), float("-inf")),
    "text as insert": put(("ops", 0, 6), "新"),
    "list in insert": put(("ops", 0, 6, "text"), ["新"]),
    "bool in insert": put(("ops", 0, 6, "position"), True),
    "lone surrogate": put(("ops", 1, 6), "\ud800"),
    "lone surrogate in insert": put(("ops", 0, 6, "text"), "\udfff"),
    "lone surrogate in the version": put(("app",), "\ud800"),
    "insert of another project": put(("ops", 0, 6, "project_id"), Q),
    "insert without project": lambda head: head["ops"][0][6].pop("project_id"),
    "insert born deleted": put(("ops", 0, 6, "deleted"), 1),
    "insert with a foreign name": put(("ops", 0, 6, "text; drop"), 1),
    "column with a foreign name": put(("cols", 1), "defect.text; drop"),
    "column without a table": put(("cols", 1), "text"),
    "column id": put(("cols", 1), "defect.id"),
    "column project_id": put(("cols", 1), "defect.project_id"),
    "deleted 7": lambda head: (
        put(("cols", 1), "defect.deleted")(head),
        put(("ops", 1, 6), 7)(head),
    ),
    "deleted text": lambda head: (
        put(("cols", 1), "defect.deleted")(head),
        put(("ops", 1, 6), "1")(head),
    ),
    "deleted nothing": lambda head: (
        put(("cols", 1), "defect.deleted")(head),
        put(("ops", 1, 6), None)(head),
    ),
    "deleted 1.0": lambda head: (
        put(("cols", 1), "defect.deleted")(head),
        put(("ops", 1, 6), 1.0)(head),
    ),
    "row no id": put(("rows", 0), "../../etc"),
    "row a number": put(("rows", 0), 7),
    "column number -1": put(("ops", 1, 0), -1),
    "column number beyond": put(("ops", 1, 0), 9),
    "row number beyond": put(("ops", 1, 1), 9),
    "row number a bool": put(("ops", 1, 1), True),
    "refs twice": lambda head: head["refs"].append(head["refs"][0]),
    "refs that nothing uses": lambda head: head["refs"].append("cd" * 32),
    "ref no hash": put(("refs", 0), "cd"),
    "ref in capitals": put(("refs", 0), "CD" * 32),
    "no ops": put(("ops",), []),
    "ops an object": put(("ops",), {}),
    "op too short": put(("ops", 1), [0, 0, 0]),
    "op a text": put(("ops", 1), "0000000"),
    "format 2": put(("v",), 2),
    "format true": put(("v",), True),
    "height 0": put(("height",), 0),
    "height 2 without prev": put(("height",), 2),
    "height true": put(("height",), True),
    "prev at height 1": put(("prev",), "ab" * 32),
    "project a path": put(("project",), "../x"),
    "project in another spelling": put(("project",), P.upper()),
    "user a number": put(("user",), 7),
    "key short": put(("key",), "ab"),
    "replica short": put(("replica",), "ab"),
    "schema 0": put(("schema",), 0),
    "schema huge": put(("schema",), 1 << 40),
    "version a number": put(("app",), 7),
    "version endless": put(("app",), "9" * 400),
    **{
        f"no {name}": dropped(name)
        for name in (
            "v",
            "project",
            "replica",
            "height",
            "prev",
            "user",
            "key",
            "schema",
            "app",
            "t0",
            "cols",
            "rows",
            "refs",
            "ops",
        )
    },
}


@pytest.fixture(scope="module")
def standing():
    folder = scratch()
    made = Scene(Path(folder.name))
    yield made
    made.close()
    folder.cleanup()


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES.keys())
def test_what_is_no_segment_is_refused_before_anything_is_touched(standing, change):
    before = standing.honest.state(), sorted(standing.honest.held())
    with pytest.raises(MalformedSegmentError):
        standing.honest.take([signed(KEY, spelled(standing, change))])
    assert (standing.honest.state(), sorted(standing.honest.held())) == before


def test_the_good_one_is_taken(scene):
    """What the changes start from is in order: each is refused for its own sake."""
    scene.honest.take([signed(KEY, spelled(scene, lambda _head: None))])
    assert scene.honest.stored("defect", ROW)
    assert "改" in scene.honest.stored("defect", ROW)


@pytest.mark.parametrize(
    "body",
    [b"", b"null", b"[]", b"7", b"{", b"\xff\xfe", b"[" * 200_000, b'{"v":' + b"1" * 9000 + b"}"],
    ids=["empty", "null", "list", "number", "cut", "no text", "nested", "endless number"],
)
def test_what_is_no_object_is_refused(body):
    with pytest.raises(MalformedSegmentError):
        checked_segment(body)
