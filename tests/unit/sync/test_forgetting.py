"""Segments that are forgotten leave no trace: what shows is what the others make (ADR 0016)."""

from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from inspector.sync.taking import forget
from tests.kit.laptops import Laptop, named_id, scratch
from tests.kit.oracle import state_of

PROJECT = named_id("project")
PROJECTS = (PROJECT, "org")
ROWS = [named_id(f"row {number}") for number in range(3)]
WHO, ROW = st.integers(0, 2), st.sampled_from(ROWS)
TEXT = st.sampled_from(["一", "二", None])
STEPS = st.lists(
    st.one_of(
        st.tuples(st.just("put"), WHO, ROW, TEXT),
        st.tuples(st.just("delete"), WHO, ROW),
        st.tuples(st.just("carry"), WHO, WHO),
        st.tuples(st.just("pack"), WHO),
    ),
    min_size=4,
    max_size=24,
)


def play(laptops, steps):
    """Let three people write and meet; give the packages that they made on the way."""
    packages = []
    for name, who, *given_ in steps:
        laptop = laptops[who]
        if name == "put":
            row, text = given_
            stored = laptop.stored("defect", row)
            laptop.put("defect", {"id": row, "project_id": PROJECT, "text": text, "number": "1"})
            assert stored is None or laptop.stored("defect", row)
        elif name == "delete" and (laptop.stored("defect", given_[0]) or [1])[-1] == 0:
            laptop.set("defect", given_[0], deleted=1)
        elif name == "carry":
            laptops[given_[0]].take(laptop.give(PROJECTS))
        elif name == "pack":
            packages.append(laptop.give(PROJECTS))
    return [*packages, *(laptop.give(PROJECTS) for laptop in laptops)]


@settings(suppress_health_check=[HealthCheck.too_slow], deadline=None, max_examples=25)
@given(STEPS, st.randoms(use_true_random=False), st.data())
def test_what_is_left_shows_as_if_the_rest_had_never_come(steps, random, data):
    with scratch() as place:
        folder = Path(place)
        laptops = [
            Laptop.new(folder / str(number), named_id(f"person {number}"), PROJECTS)
            for number in range(4)
        ]
        packages = play(laptops[:3], steps)
        office = laptops[3]
        random.shuffle(packages)
        for package in packages:
            office.take(package)
        here = sorted(digest for digest, _body in office.held())
        gone = set(data.draw(st.lists(st.sampled_from(here), unique=True)) if here else [])
        with office.database.write() as writing:
            forget(writing.office, office.key, gone)
        assert {digest for digest, _body in office.held()} == set(here) - gone
        assert office.state() == state_of(office.held())
        for package in packages:
            office.take(package)
        assert office.state() == state_of(office.held())
        for laptop in laptops:
            laptop.close()


def test_a_record_is_not_in_dispute_any_more_when_the_delete_is_forgotten(tmp_path):
    one, two = (
        Laptop.new(tmp_path / str(number), named_id(f"person {number}"), PROJECTS)
        for number in range(2)
    )
    one.put("defect", {"id": ROWS[0], "project_id": PROJECT, "text": "一", "number": "1"})
    two.take(one.give(PROJECTS))
    before = {digest for digest, *_rest in one.give(PROJECTS)}
    one.set("defect", ROWS[0], deleted=1)
    two.set("defect", ROWS[0], text="二")
    two.take(one.give(PROJECTS))
    assert two.state()[2]
    came = {digest.hex() for digest, *_rest in one.give(PROJECTS) if digest not in before}
    with two.database.write() as writing:
        forget(writing.office, two.key, came)
    assert not two.state()[2]
    one.close()
    two.close()
