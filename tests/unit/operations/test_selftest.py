"""The self-test: every part is tried on real work, and a broken one does not hide the others."""

from inspector.operations import selftest
from inspector.operations.selftest import try_everything


def test_every_part_works_here():
    trials = try_everything()
    assert [trial for trial in trials if not trial.works] == []
    assert {"engine", "photos", "paper", "certificate", "document", "bundle", "sheets"} <= {
        trial.part for trial in trials
    }


def test_a_broken_part_is_named_and_the_others_are_tried(monkeypatch):
    def broken(_folder):
        raise ImportError("no such library")

    monkeypatch.setattr(selftest, "_PARTS", {"first": broken, "second": lambda folder: folder.name})
    first, second = try_everything()
    assert (first.works, first.detail) == (False, "ImportError: no such library")
    assert (second.works, second.detail) == (True, "second")
