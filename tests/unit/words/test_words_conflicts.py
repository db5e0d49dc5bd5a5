"""What the room of exchange says, in both languages."""

import re

import pytest

from inspector import folders
from inspector.core.exchange import ConflictValue, ReceiptLine, SetAside
from inspector.core.soft import SoftConflict, SoftKind
from inspector.words.conflicts import soft_sentence
from inspector.words.exchange import laptop_name, reason_sentence
from inspector.words.history import writer_text
from inspector.words.language import SOURCE_LANGUAGE, speak

AT = 1_778_461_200_000
CHINESE = re.compile(r"[\u2e80-\u303e\u3041-\u9fff\uff00-\uffef]")


@pytest.fixture
def english():
    speak("en", folders.locale())
    yield
    speak(SOURCE_LANGUAGE, folders.locale())


def value(column, said, device):
    return ConflictValue(
        opid=1,
        column=column,
        value=said,
        person="Li",
        device=device,
        at_ms=AT,
        is_shown=True,
    )


def soft(kind, **facts):
    return SoftConflict(kind=kind, project_id="p", table="defect", row="r", title="JF2-1", **facts)


SOFT = [
    (
        soft(
            SoftKind.FIELDS,
            values=(value("text", "cracked", "K1"), value("demand", "replace", "K2/57P")),
        ),
        "| Rectification required replace (Li, Laptop K2 (after a restore: 57P), 2026-05-11 09:00)",
    ),
    (soft(SoftKind.ORPHAN, column="party_id"), "was deleted on another laptop"),
    (
        soft(SoftKind.NUMBER, column="number", number="JF2-1", others=("a",)),
        "is shared by 2 records",
    ),
]


@pytest.mark.parametrize(("found", "said"), SOFT, ids=[one.kind for one, _said in SOFT])
def test_what_wants_a_look_is_said_in_english(english, found, said):
    told = soft_sentence(found)
    assert said in told
    assert not CHINESE.search(told), told


@pytest.mark.parametrize(("called", "name"), [("K1", "K1 机"), ("K1/57P", "K1 机（恢复后 57P）")])
def test_what_came_after_a_restore_is_said_in_words(called, name):
    assert laptop_name(called) == name
    assert writer_text("李工", called) == f"李工 · {name}"


@pytest.mark.parametrize(
    ("device", "name"), [("周立 GSY", "周立 GSY"), ("K1", "K1 机"), ("K1/2", "K1 机（恢复后 2）")]
)
def test_what_is_set_aside_names_its_laptop(device, name):
    line = ReceiptLine(
        hash="h", project_id="p", key="k", device=device, count=4, reason=SetAside.UNKNOWN_KEY
    )
    assert reason_sentence(line) == f"{name} 还没有登记，4 项已隔离：登记后自动收入。"
