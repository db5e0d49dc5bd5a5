"""What a package brought is taken back exactly; own work is never put out of sight."""

from collections import Counter
from itertools import permutations

import pytest

from inspector.core.errors import InspectorError, Problem
from inspector.core.ids import ORG, TRAY
from inspector.operations.blobs import blob_path
from inspector.operations.defects import edit_defect
from inspector.operations.exchange import list_receipts, sync_status
from inspector.operations.organisation import found_organisation, organisation_of
from inspector.operations.photos import IntakeOrder, import_photos
from inspector.operations.projects import PartyDraft, edit_party
from inspector.operations.taking import take_packages
from inspector.operations.untaking import find_receipt, take_back
from inspector.operations.watching import new_packages, watch_folder
from inspector.store.schema import TABLES
from tests.kit.builders import make_defect, make_party, make_place, make_project
from tests.kit.commands import command, command_data
from tests.kit.exchanging import (
    PHRASE,
    admit,
    assert_sound,
    codes_in,
    everything_in,
    hand_over,
    laptops,
    shows,
    stick,
    taken,
)
from tests.kit.photo_files import make_jpeg

LASTING = {"sync_import", "sync_col", "sync_multi"}
"""What stays: receipts, numbers for columns, that several had made one record."""


@pytest.fixture
def two(tmp_path):
    with laptops(tmp_path, "甲", "乙") as made:
        yield made


@pytest.fixture
def three(tmp_path):
    with laptops(tmp_path, "甲", "乙", "丙") as made:
        yield made


def holds(workspace):
    """Give every row that follows from what is here."""
    workspace.seal()
    rows = {name: rows for name, rows in everything_in(workspace).items() if name not in LASTING}
    heads = Counter((head["row"], head["cid"]) for head in rows["sync_head"])
    several = [head for head in rows["sync_head"] if heads[head["row"], head["cid"]] > 1]
    return {**rows, "sync_head": several}


def records(workspace):
    """Give the records of all projects; people and laptops are each one's own."""
    rows = everything_in(workspace)
    return {
        table.name: [row for row in rows[table.name] if row["project_id"] not in (ORG, TRAY)]
        for table in TABLES
    }


def write_some(workspace, code="JF2"):
    project = make_project(workspace, code, f"{code}小区")
    return make_defect(workspace, project, make_place(workspace, project))


def refused(workspace, receipt):
    """Take a package back, which must be refused, with nothing changed; give the facts."""
    before = holds(workspace)
    with pytest.raises(InspectorError) as caught:
        take_back(workspace, receipt)
    assert holds(workspace) == before
    return caught.value.problem, caught.value.facts


# -- exactly as before -----------------------------------------------------------------------------


def test_all_is_as_if_the_package_had_never_come(two):
    giver, taker = two
    write_some(taker, "QT1")
    before = holds(taker)
    write_some(giver)
    (receipt,) = hand_over(giver, taker)
    assert codes_in(taker) == ["JF2", "QT1"]
    done = take_back(taker, receipt).value
    assert holds(taker) == before
    assert (done.taken_back_ms > 0, list_receipts(taker)) == (True, [done])
    assert_sound(taker)


def test_a_package_that_was_taken_back_comes_in_again(two):
    giver, taker = two
    write_some(giver)
    path = stick(giver)
    (receipt,) = taken(taker, path)
    shown = shows(taker)
    take_back(taker, receipt)
    (again,) = taken(taker, path)
    assert (again.applied, shows(taker)) == (receipt.applied, shown)
    hand_over(taker, giver)
    assert_sound(giver, taker)


def test_edits_and_conflicts_go_with_it(three):
    first, second, last = three
    defect = write_some(first)
    hand_over(first, second, last)
    edit_defect(second, defect.id, text="第二个人说的")
    edit_defect(last, defect.id, text="第三个人说的")
    before = holds(last)
    (receipt,) = hand_over(second, last)
    assert receipt.conflict > 0
    take_back(last, receipt)
    assert holds(last) == before
    assert_sound(last)


def test_own_work_since_stays(two):
    giver, taker = two
    write_some(giver)
    (receipt,) = hand_over(giver, taker)
    write_some(taker, "QT1")
    take_back(taker, receipt)
    assert codes_in(taker) == ["QT1"]
    assert_sound(taker)
    hand_over(taker, giver)
    hand_over(giver, taker)
    assert_sound(giver, taker)


def test_photos_stay_where_their_records_go(two, tmp_path):
    giver, taker = two
    (tmp_path / "a.jpg").write_bytes(make_jpeg())
    order = IntakeOrder(project_id=make_project(giver).id)
    (photo,) = import_photos(giver, [tmp_path / "a.jpg"], order).value.taken
    (receipt,) = hand_over(giver, taker)
    take_back(taker, receipt)
    assert blob_path(taker.folder, photo.sha256) is not None
    (again,) = hand_over(giver, taker)
    assert (again.photos_received, again.photos_new) == (1, 0)


# -- several packages ------------------------------------------------------------------------------


@pytest.mark.parametrize("order", list(permutations(range(3))))
def test_any_of_several_packages_can_be_taken_back(tmp_path, order):
    with laptops(tmp_path, "甲", "乙", "丙", "督", "证") as (*givers, office, witness):
        defect = write_some(givers[0])
        path = stick(givers[0])
        for workspace in (*givers[1:], office, witness):
            taken(workspace, path)
        for number, giver in enumerate(givers):
            edit_defect(giver, defect.id, text=f"{number}号说的")
            write_some(giver, f"QT{number}")
        sticks = [stick(giver) for giver in givers]
        receipts = {number: taken(office, sticks[number])[0] for number in order}
        wrong, *others = order
        take_back(office, receipts[wrong])
        taken(witness, *(sticks[number] for number in others))
        assert records(office) == records(witness)
        assert_sound(office)


def test_what_another_package_brought_too_stays(two):
    giver, taker = two
    write_some(giver)
    (first,) = hand_over(giver, taker)
    write_some(giver, "QT1")
    (second,) = hand_over(giver, taker)
    take_back(taker, first)
    assert codes_in(taker) == ["JF2", "QT1"]
    take_back(taker, second)
    assert codes_in(taker) == []


def test_what_others_wrote_on_top_waits(three):
    first, second, last = three
    defect = write_some(first)
    path = stick(first)
    (receipt,) = taken(last, path)
    hand_over(last, second)
    edit_defect(second, defect.id, text="第二个人说的")
    hand_over(second, last, to=last)
    assert sync_status(last).waiting == 0
    take_back(last, receipt)
    assert (codes_in(last), sync_status(last).waiting) == ([], 1)
    assert_sound(last)
    taken(last, path)
    assert sync_status(last).waiting == 0
    hand_over(last, first)
    assert records(last) == records(first)


def test_it_is_taken_back_once(two):
    giver, taker = two
    write_some(giver)
    (receipt,) = hand_over(giver, taker)
    take_back(taker, receipt)
    assert refused(taker, receipt) == (Problem.NOTHING_TO_UNDO, {})
    with pytest.raises(InspectorError) as caught:
        find_receipt(taker)
    assert caught.value.problem is Problem.NOTHING_TO_UNDO


def test_a_watched_folder_does_not_bring_it_back(two):
    giver, taker = two
    write_some(giver)
    path = stick(giver)
    watch_folder(taker, path.parent)
    (receipt,) = taken(taker, path)
    take_back(taker, receipt)
    assert new_packages(taker) == []


# -- own work on what came -------------------------------------------------------------------------


def test_it_is_refused_where_own_work_stands_on_it(two):
    giver, taker = two
    defect = write_some(giver)
    (receipt,) = hand_over(giver, taker)
    edit_defect(taker, defect.id, text="我改过了")
    problem, facts = refused(taker, receipt)
    assert (problem, facts["count"]) == (Problem.WORK_DONE_SINCE, 1)
    assert facts["backup"] == receipt.backup


def test_the_refusal_names_the_backup_though_the_package_came_twice(two):
    giver, taker = two
    defect = write_some(giver)
    path = stick(giver)
    (first,) = taken(taker, path)
    taken(taker, path)
    edit_defect(taker, defect.id, text="我改过了")
    problem, facts = refused(taker, find_receipt(taker))
    assert (problem, facts["backup"]) == (Problem.WORK_DONE_SINCE, first.backup)
    assert first.backup


def test_it_is_refused_where_own_records_name_what_came(two):
    giver, taker = two
    project = make_project(giver)
    place = make_place(giver, project)
    (receipt,) = hand_over(giver, taker)
    make_defect(taker, project, place)
    problem, facts = refused(taker, receipt)
    assert (problem, facts["count"] > 0) == (Problem.WORK_DONE_SINCE, True)


# -- the organisation ------------------------------------------------------------------------------


def test_joining_is_taken_back(two):
    office, laptop = two
    found_organisation(office, "区住建局", PHRASE)
    write_some(office)
    before = holds(laptop)
    (receipt,) = taken(laptop, stick(office), join=True)
    assert organisation_of(laptop).name == "区住建局"
    take_back(laptop, receipt)
    assert (organisation_of(laptop), holds(laptop)) == (None, before)


def test_personal_values_go_with_their_records(two):
    office, laptop = two
    found_organisation(office, "区住建局", PHRASE)
    project = make_project(office)
    party = make_party(office, project)
    edit_party(office, party.id, PartyDraft(unit=party.unit, role=party.role, phone="13800000000"))
    admit(office, laptop, code="K7")
    receipts = take_packages(laptop, [stick(office, to=laptop)]).value.receipts
    with laptop.read() as read:
        assert [one.phone for one in read.parties.of_project(project.id)] == ["13800000000"]
    take_back(laptop, receipts[0])
    assert "13800000000" not in str(everything_in(laptop))


# -- on the command line ---------------------------------------------------------------------------


def test_the_command_takes_the_newest_back(tmp_path):
    def run(*words):
        return command_data(*words, "--workspace", tmp_path / "own")

    run("workspace", "create", "--person", "李工", "--unit", "区住建局")
    before = run("workspace", "info")["content_hash"]
    with laptops(tmp_path, "甲", "乙") as givers:
        for number, giver in enumerate(givers):
            write_some(giver, f"QT{number}")
            path = stick(giver)
            run("sync", "take", path)
    newest, oldest = run("sync", "log")
    assert (newest["name"], newest["taken_back_ms"]) == (path.name, 0)
    assert run("sync", "undo")["id"] == newest["id"]
    assert [one["code"] for one in run("project", "list")] == ["QT0"]
    assert run("sync", "undo", oldest["name"])["taken_back_ms"] > 0
    assert run("workspace", "info")["content_hash"] == before
    ended = command("sync", "undo", "--workspace", tmp_path / "own")
    assert (ended.code, "没有可以撤销" in ended.err) == (1, True)
    assert "已撤回" in command("sync", "log", "--workspace", tmp_path / "own").out
