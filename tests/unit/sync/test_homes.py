"""A record belongs to one project and one table, whoever says otherwise, in whatever order."""

from itertools import permutations

import pytest

from tests.kit.forging import edit, forged, insert
from tests.kit.laptops import Laptop, named_id, new_key
from tests.kit.oracle import state_of

HERE, THERE = named_id("project"), named_id("another project")
PROJECTS = (HERE, THERE, "org")
PERSON = named_id("person")
ROW = named_id("row")
AT = 1_778_461_200_000


@pytest.fixture
def make(tmp_path):
    made = []

    def laptop():
        made.append(Laptop.new(tmp_path / str(len(made)), PERSON, PROJECTS))
        return made[-1]

    yield laptop
    for one in made:
        one.close()


def assert_same_in_any_order(make, packages):
    """Take the packages in every order; all laptops and the oracle must agree."""
    laptops = []
    for order in permutations(packages):
        laptop = make()
        for package in order:
            laptop.take(package)
        laptops.append(laptop)
    expected = state_of(laptops[0].held())
    for laptop in laptops:
        assert laptop.state() == expected
    return laptops


def test_a_record_inserted_in_two_projects_stays_in_the_first(make):
    key = new_key()
    first = forged(key, HERE, [insert("defect", ROW, HERE, AT, text="这里")])
    second = forged(key, THERE, [insert("defect", ROW, THERE, AT + 1, text="那里", state="x")])
    for laptop in assert_same_in_any_order(make, [[first], [second]]):
        stored = laptop.state()[0]["defect", ROW]
        assert stored[0] == HERE
        assert "这里" in stored
        assert "那里" not in stored


def test_a_record_inserted_in_two_tables_stays_in_the_first(make):
    key = new_key()
    first = forged(key, HERE, [insert("defect", ROW, HERE, AT, text="缺陷")])
    gone = edit("place.deleted", ROW, (None, 0), AT + 2, "1")
    second = forged(key, HERE, [insert("place", ROW, HERE, AT + 1, name="楼"), gone])
    for laptop in assert_same_in_any_order(make, [[first], [second]]):
        rows = laptop.state()[0]
        assert ("defect", ROW) in rows
        assert ("place", ROW) not in rows


def test_what_is_written_on_it_afterwards_is_sound_everywhere(make):
    """An edit, and a delete, must stand on the record's own project and table alone."""
    key = new_key()
    first = forged(key, HERE, [insert("defect", ROW, HERE, AT, text="这里")])
    noted = edit("defect.text", ROW, (None, 0), AT + 4, '"改"')
    second = forged(key, THERE, [insert("defect", ROW, THERE, AT + 1, text="那里"), noted])
    third = forged(key, HERE, [insert("place", ROW, HERE, AT + 2, name="楼")])
    writer, reader = make(), make()
    writer.take([first, second, third])
    writer.set("defect", ROW, text="写", severity="major")
    writer.set("defect", ROW, deleted=1)
    taken = reader.take(writer.give(PROJECTS))
    assert not taken.waiting | taken.quarantined
    assert reader.state() == writer.state() == state_of(reader.held())
    assert reader.state()[0]["defect", ROW][-1] == 1


def test_when_the_first_insert_is_no_longer_admitted_the_other_shows(make):
    root, early, late = new_key(), new_key(), new_key()
    office = make()
    office.pin(root)
    for n, key in enumerate((early, late)):
        office.speak(root, [("mandate", mandate(n, key))])
    first = forged(early, HERE, [insert("defect", ROW, HERE, AT, text="这里")])
    second = forged(late, THERE, [insert("defect", ROW, THERE, AT + 1, text="那里")])
    office.take([first, second])
    assert office.state()[0]["defect", ROW][0] == HERE
    ending = {"id": named_id("end"), "mandate_id": named_id("mandate 0"), "accepts": "[]"}
    office.speak(root, [("mandate_end", ending)])
    assert office.state()[0]["defect", ROW][0] == THERE
    own = office.key.public.hex()
    office.seal()
    assert office.state() == state_of(office.held(), root.public.hex(), own)


def mandate(n, key):
    subject = key.public.hex()
    return {"id": named_id(f"mandate {n}"), "kind": "laptop", "subject": subject, "role": ""}


def test_an_identifier_that_is_taken_is_not_inserted_again_in_another_table(make):
    laptop = make()
    laptop.put("defect", {"id": ROW, "project_id": HERE, "text": "缺陷"})
    with pytest.raises(Exception, match="inserted before"):
        laptop.put("place", {"id": ROW, "project_id": HERE, "name": "楼"})
