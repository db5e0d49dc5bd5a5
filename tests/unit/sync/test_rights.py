"""Whether a choice closes a conflict depends on who may settle, not on when that was known."""

from inspector.core.ids import ORG
from inspector.sync.settling import settle_field
from tests.kit.laptops import Laptop, named_id, new_key
from tests.kit.oracle import state_of

PROJECT = named_id("project")
PROJECTS = (PROJECT, ORG)
ROW = named_id("defect")


def test_the_choice_of_one_who_may_not_settle_closes_nothing_once_sealed(tmp_path):
    root = new_key()
    writer, chooser = (Laptop.new(tmp_path / name, named_id(name), PROJECTS) for name in "ab")
    enrolled = {"id": named_id("laptop"), "kind": "laptop", "subject": writer.key.public.hex()}
    grant = {"id": named_id("role"), "kind": "role", "subject": writer.user, "role": "supervisor"}
    writer.speak(root, [("mandate", enrolled), ("mandate", grant)])
    writer.put("defect", {"id": ROW, "project_id": PROJECT, "text": "裂缝"})
    chooser.take(writer.give(PROJECTS))
    writer.set("defect", ROW, text="裂缝三处")
    chooser.set("defect", ROW, text="裂缝五处")
    chooser.take(writer.give(PROJECTS))
    chooser.pin(root)
    with chooser.database.write() as writing:
        column = writing.office.cells.column("defect", "text")
        heads = [opid for opid, _value in writing.office.cells.heads_kept(ROW, column.cid)]
        settle_field(writing.office, PROJECT, (ROW, column.cid), "裂缝四处", heads)
    chooser.seal()
    own = chooser.key.public.hex()
    assert len(chooser.state()[1]) == 2
    assert chooser.state() == state_of(chooser.held(), root.public.hex(), own)
    writer.close()
    chooser.close()
