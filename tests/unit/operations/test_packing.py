"""What leaves in a package: all that the receiver lacks, and personal values for nobody else."""

import json

import pytest

from inspector.core.errors import InspectorError, Problem
from inspector.core.exchange import SetAside
from inspector.operations.blobs import Whereabouts, blob_path, whereabouts
from inspector.operations.erasing import erase_personal_value
from inspector.operations.exchange import sync_status
from inspector.operations.organisation import found_organisation
from inspector.operations.packing import (
    PackOrder,
    pack,
    pack_into,
    package_name,
    plan_package,
)
from inspector.operations.packs import export_pack, find_pack, import_pack, list_packs
from inspector.operations.photos import IntakeOrder, import_photos, request_preview
from inspector.operations.projects import PartyDraft, edit_party
from inspector.operations.reports import issue_defects_report, kept_paper, list_reports
from inspector.operations.sent import list_sent
from inspector.operations.taking import take_packages
from inspector.photos.orders import PreviewKind
from inspector.photos.previews import preview_path
from inspector.store.database import DATABASE_NAME
from tests.kit.builders import make_defect, make_party, make_place, make_project, random_id
from tests.kit.exchanging import (
    PHRASE,
    admit,
    assert_sound,
    codes_in,
    hand_over,
    key_of,
    laptops,
    meet,
    stick,
    taken,
)
from tests.kit.journals import put_row, sample_row
from tests.kit.photo_files import make_jpeg
from tests.kit.signing import Held


@pytest.fixture
def two(tmp_path):
    with laptops(tmp_path, "甲", "乙") as made:
        yield made


@pytest.fixture
def office_and_laptop(two):
    """Give an office and a laptop that it enrolled."""
    office, laptop = two
    found_organisation(office, "区住建局", PHRASE)
    admit(office, laptop, code="K7")
    taken(laptop, stick(office, to=laptop))
    return office, laptop


def photo_in(workspace, project, folder):
    file = folder / "IMG_1.jpg"
    file.write_bytes(make_jpeg())
    return import_photos(workspace, [file], IntakeOrder(project_id=project.id)).value.taken[0]


def test_packages_are_named_by_what_who_when_and_for_whom(office_and_laptop, tmp_path):
    office, laptop = office_and_laptop
    codes = ("JF1", "JF2", "JF3", "JF4")
    ids = tuple(make_project(office, code=code).id for code in codes)
    orders = [PackOrder(), PackOrder(projects=ids[:2]), PackOrder(projects=ids)]
    orders.append(PackOrder(receiver=key_of(laptop)))
    with office.read() as records:
        own = records.devices.of_replica(records.journal.replica()).code
    day = f"{office.now():%Y%m%d-%H%M}"
    assert [package_name(office, order) for order in orders] == [
        f"all_{own}_{day}.ipkg",
        f"JF1+JF2_{own}_{day}.ipkg",
        f"JF1+JF2+JF3+1_{own}_{day}.ipkg",
        f"all_{own}_{day}_to-K7.ipkg",
    ]


def test_one_package_for_each_order_under_free_names(office_and_laptop, tmp_path):
    office, laptop = office_and_laptop
    folder = tmp_path / "stick"
    folder.mkdir()
    orders = [PackOrder(), PackOrder(), PackOrder(receiver=key_of(laptop))]
    made = pack_into(office, folder, orders)
    names = sorted(path.name for one in made for path in one.paths)
    assert names == sorted(path.name for path in folder.iterdir())
    assert sum(name.endswith("_2.ipkg") for name in names) == 1
    assert sum(name.endswith("_to-K7.ipkg.age") for name in names) == 1
    sent = list_sent(office)[:3]
    assert [one.receiver for one in sent] == [key_of(laptop), "", ""]
    assert {name for one in sent for name, _size in one.files} == set(names)
    assert taken(laptop, *(path for one in made for path in one.paths))


def test_a_list_of_what_was_sent_that_cannot_be_read_is_empty(two):
    office, _laptop = two
    stick(office)
    assert len(list_sent(office)) == 1
    for text in ("{", "[1]", '[{"files": 3}]', '[{"files": [], "x": 1}]'):
        (office.folder / "outbox" / "sent.json").write_text(text)
        assert list_sent(office) == []


def own_pack(workspace, out):
    """Write the national pack as another version."""
    export_pack(find_pack(workspace), out)
    told = json.loads(out.read_text(encoding="utf-8")) | {"version": "2026.9"}
    out.write_text(json.dumps(told, ensure_ascii=False), encoding="utf-8")
    return out


def phones_in(workspace, project):
    with workspace.read() as office:
        return [party.phone for party in office.parties.of_project(project.id)]


# -- projects --------------------------------------------------------------------------------------


def test_of_the_projects_only_the_chosen_go(two):
    giver, taker = two
    first, _second = (make_project(giver, code) for code in ("JF1", "JF2"))
    path = giver.folder.parent / "one.ipkg"
    order = PackOrder(projects=(first.id,))
    planned = plan_package(giver, order)
    made = pack(giver, path, order)
    assert made.plan == planned
    (receipt,) = taken(taker, *made.paths)
    assert receipt.received == planned.operations
    assert codes_in(taker) == ["JF1"]
    hand_over(giver, taker)
    assert codes_in(taker) == ["JF1", "JF2"]


def test_a_project_that_is_not_here_is_refused(two):
    order = PackOrder(projects=("018f0000-0000-7000-8000-000000000001",))
    with pytest.raises(InspectorError) as refused:
        pack(two[0], two[0].folder.parent / "x.ipkg", order)
    assert refused.value.problem is Problem.RECORD_MISSING


# -- photos and files ------------------------------------------------------------------------------


def test_a_photo_comes_with_its_bytes(two, tmp_path):
    giver, taker = two
    photo = photo_in(giver, make_project(giver), tmp_path)
    (receipt,) = hand_over(giver, taker)
    assert (receipt.photos_received, receipt.photos_new) == (1, 1)
    here = blob_path(taker.folder, photo.sha256)
    assert here.read_bytes() == blob_path(giver.folder, photo.sha256).read_bytes()
    assert whereabouts(taker, [photo.sha256]) == {photo.sha256: Whereabouts.HERE}
    hand_over(taker, giver)
    assert_sound(giver, taker)


def test_a_photo_whose_bytes_stay_is_elsewhere(two, tmp_path):
    giver, taker = two
    photo = photo_in(giver, make_project(giver), tmp_path)
    request_preview(giver, photo.sha256, PreviewKind.THUMBNAIL).result(60)
    plan = plan_package(giver, PackOrder(photos=False))
    assert plan.photos == 0
    (receipt,) = hand_over(giver, taker, photos=False)
    assert (receipt.photos_received, receipt.photos_new) == (0, 0)
    assert blob_path(taker.folder, photo.sha256) is None
    assert preview_path(taker.folder, photo.sha256, PreviewKind.THUMBNAIL).is_file()
    assert whereabouts(taker, [photo.sha256]) == {photo.sha256: Whereabouts.ELSEWHERE}
    status = sync_status(taker)
    assert (status.photos_elsewhere, status.photos_missing) == (1, 0)


def test_a_photo_that_nobody_has_is_missing(tmp_path):
    with laptops(tmp_path, "甲", "乙", "丙") as (giver, relay, last):
        photo = photo_in(giver, make_project(giver), tmp_path)
        hand_over(giver, relay, photos=False)
        hand_over(relay, last)
        assert whereabouts(last, [photo.sha256]) == {photo.sha256: Whereabouts.MISSING}
        assert sync_status(last).photos_missing == 1
        hand_over(giver, relay)
        hand_over(relay, last)
        assert whereabouts(last, [photo.sha256]) == {photo.sha256: Whereabouts.HERE}


@pytest.mark.parametrize("said", ["../../secret", "一", "AB" * 32, ""])
def test_a_hash_that_is_none_leads_to_no_file_and_stops_no_package(two, said):
    giver, taker = two
    project = make_project(giver)
    row = sample_row("photo", random_id(), project.id) | {"sha256": said}
    secret = giver.folder / "photos" / said[:2] / f"{said[2:]}.jpg"
    secret.parent.mkdir(parents=True, exist_ok=True)
    secret.write_bytes(make_jpeg())
    put_row(giver, "photo", row)
    (receipt,) = hand_over(giver, taker)
    assert receipt.photos_received == 0
    assert whereabouts(taker, [said]) == {said: Whereabouts.MISSING}


def test_only_photos_that_the_receiver_lacks_go(two, tmp_path):
    giver, taker = two
    photo_in(giver, make_project(giver), tmp_path)
    hand_over(giver, taker)
    hand_over(taker, giver)
    assert plan_package(giver, PackOrder(receiver=key_of(taker))).photos == 0
    assert plan_package(giver, PackOrder()).photos == 1


def test_a_photo_whose_file_was_lost_comes_back(two, tmp_path):
    giver, taker = two
    photo = photo_in(giver, make_project(giver), tmp_path)
    meet(giver, taker)
    blob_path(taker.folder, photo.sha256).unlink()
    hand_over(taker, giver)
    hand_over(giver, taker, to=taker)
    assert blob_path(taker.folder, photo.sha256) is not None


def test_packs_and_papers_travel(two, tmp_path):
    giver, taker = two
    pack_of = import_pack(giver, own_pack(giver, tmp_path / "own.json")).value
    project = make_project(giver)
    make_defect(giver, project, make_place(giver, project))
    issue_defects_report(giver, project.id, tmp_path / "defects.pdf")
    hand_over(giver, taker, photos=False)
    refs = {line.ref.hash: line.ref for line in list_packs(taker)}
    assert taker.pack(refs[pack_of.hash]) == pack_of
    (report,) = list_reports(taker, project.id)
    assert kept_paper(taker, report).read_bytes() == (tmp_path / "defects.pdf").read_bytes()
    hand_over(taker, giver)
    assert_sound(giver, taker)


# -- personal values -------------------------------------------------------------------------------


def test_personal_values_reach_an_enrolled_receiver(office_and_laptop):
    office, laptop = office_and_laptop
    project = make_project(office)
    make_party(office, project, phone="13800000000")
    hand_over(office, laptop, to=laptop)
    assert phones_in(laptop, project) == ["13800000000"]


def test_a_drawn_signature_reaches_an_enrolled_receiver(office_and_laptop):
    office, laptop = office_and_laptop
    held = Held(office)
    made = held.sign()
    hand_over(office, laptop, to=laptop)
    (line,) = held.show(laptop).lines
    assert line.signature == made
    assert line.counts


def test_personal_values_go_to_nobody_else(office_and_laptop, tmp_path):
    office, laptop = office_and_laptop
    project = make_project(office)
    make_party(office, project, phone="13800000000")
    path = stick(office)
    assert not plan_package(office, PackOrder()).is_sealed
    assert b"13800000000" not in path.read_bytes()
    taken(laptop, path)
    assert phones_in(laptop, project) == [None]


def test_a_sealed_package_opens_for_its_receiver_alone(office_and_laptop, tmp_path):
    office, laptop = office_and_laptop
    with laptops(tmp_path, "丙") as (other,):
        admit(office, other)
        taken(other, stick(office, to=other), join=True)
        with pytest.raises(InspectorError) as refused:
            take_packages(other, [stick(office, to=laptop)])
        assert refused.value.problem is Problem.PACKAGE_SEALED


def test_an_erasure_removes_the_value_where_it_arrives(office_and_laptop):
    office, laptop = office_and_laptop
    project = make_project(office)
    party = make_party(office, project, phone="13800000000")
    old = stick(office, to=laptop)
    taken(laptop, old)
    erase_personal_value(laptop, party.id, "phone", "本人要求")
    assert phones_in(office, project) == ["13800000000"]
    hand_over(laptop, office)
    assert phones_in(office, project) == [None]
    assert not [
        path
        for path in office.folder.glob(f"{DATABASE_NAME}*")
        if b"13800000000" in path.read_bytes()
    ]
    taken(laptop, old)
    assert phones_in(laptop, project) == [None]


def test_an_erasure_that_waited_for_its_laptop_is_obeyed(two):
    office, laptop = two
    found_organisation(office, "区住建局", PHRASE)
    project = make_project(office)
    party = make_party(office, project, phone="13800000000")
    taken(laptop, stick(office), join=True)
    erase_personal_value(laptop, party.id, "phone", "本人要求")
    (receipt,) = hand_over(laptop, office)
    assert {line.reason for line in receipt.lines} == {SetAside.UNKNOWN_KEY}
    assert phones_in(office, project) == ["13800000000"]
    admit(office, laptop)
    assert phones_in(office, project) == [None]


def test_a_new_value_after_an_erasure_stays(office_and_laptop):
    office, laptop = office_and_laptop
    project = make_project(office)
    party = make_party(office, project, phone="13800000000")
    hand_over(office, laptop, to=laptop)
    erase_personal_value(office, party.id, "phone", "号码有误")
    edit_party(office, party.id, PartyDraft(role=party.role, unit=party.unit, phone="13911111111"))
    hand_over(office, laptop, to=laptop)
    assert phones_in(laptop, project) == ["13911111111"]
    hand_over(laptop, office)
    assert phones_in(office, project) == ["13911111111"]
