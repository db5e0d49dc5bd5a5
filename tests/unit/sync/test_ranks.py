"""Ranks order what is concurrent; none may spoil what others write, or lend others its parents."""

from tests.kit.forging import edit, forged, insert
from tests.kit.laptops import Laptop, named_id, new_key
from tests.kit.oracle import state_of

HERE = named_id("project")
PROJECTS = (HERE, "org")
ROW = named_id("row")


def two(tmp_path):
    return [Laptop.new(tmp_path / name, named_id("person"), PROJECTS) for name in "ab"]


def test_a_delete_covers_for_itself_where_another_ranks_higher(tmp_path):
    """The other delete has not seen the edit, and must not be made to look as if it had."""
    writer, reader = two(tmp_path)
    key, at = new_key(), writer.clock.ms
    born = forged(key, HERE, [insert("defect", ROW, HERE, at - 9, text="裂缝")])
    origin = (born[0].hex(), 0)
    gone = forged(key, HERE, [edit("defect.deleted", ROW, origin, at - 8, "1", parents=(origin,))])
    root = (gone[0].hex(), 0)
    back = forged(key, HERE, [edit("defect.deleted", ROW, root, at - 7, "0")])
    ahead = at + 10**9
    again = forged(
        key,
        HERE,
        [
            edit("defect.deleted", ROW, root, ahead, "0"),
            edit("defect.deleted", ROW, (None, 0), ahead + 1, "1", parents=(origin,)),
        ],
    )
    unseen = forged(key, HERE, [edit("defect.text", ROW, origin, at - 5, '"改"')])
    writer.take([born, gone, back, again, unseen])
    assert writer.stored("defect", ROW)[-1] == 0
    writer.set("defect", ROW, deleted=1)
    reader.take(writer.give(PROJECTS))
    writer.seal()
    assert writer.state() == reader.state() == state_of(reader.held())
    for laptop in (writer, reader):
        laptop.close()


def test_no_rank_makes_what_others_write_unreadable(tmp_path):
    """A rank from the end of time would leave no room above it: it does not come in."""
    writer, reader = two(tmp_path)
    key, at = new_key(), writer.clock.ms
    born = forged(key, HERE, [insert("defect", ROW, HERE, at, text="裂缝")])
    end = (1 << 46) - 1
    poison = forged(
        key, HERE, [edit("defect.text", ROW, (born[0].hex(), 0), at, '"毒"', rank_ms=end)]
    )
    writer.take([born])
    taken = writer.take([poison])
    assert taken.quarantined == {poison[0].hex()}
    writer.set("defect", ROW, text="改")
    reader.take(writer.give(PROJECTS))
    assert reader.state() == writer.state()
    for laptop in (writer, reader):
        laptop.close()
