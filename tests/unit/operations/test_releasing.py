"""Originals are released only where another laptop that counts has said that it holds them."""

import pytest

from inspector.core.errors import InspectorError, Problem
from inspector.core.evidence import PhotoRole, Retained, Target, Whereabouts
from inspector.core.progress import Unwatched
from inspector.operations.attaching import list_photos_of
from inspector.operations.blobs import blob_path, whereabouts
from inspector.operations.bundles import seal_bundle
from inspector.operations.defects import show_defect
from inspector.operations.organisation import found_organisation, revoke
from inspector.operations.paper_photos import PhotoSheet
from inspector.operations.photos import IntakeOrder, import_photos, link_photo, list_photos
from inspector.operations.releasing import plan_release, release_originals
from inspector.photos.orders import PreviewKind
from inspector.photos.previews import preview_path
from tests.kit.builders import make_defect, make_place, make_project
from tests.kit.commands import command, command_data
from tests.kit.exchanging import (
    PHRASE,
    admit,
    hand_over,
    laptops,
    meet,
    stick,
    taken,
)
from tests.kit.photo_files import make_jpeg


@pytest.fixture
def two(tmp_path):
    with laptops(tmp_path, "甲", "乙") as made:
        yield made


@pytest.fixture
def office_and_two(tmp_path):
    """Give an office and two laptops that it enrolled."""
    with laptops(tmp_path, "督", "甲", "乙") as (office, one, other):
        found_organisation(office, "区住建局", PHRASE)
        for laptop, code in ((one, "K1"), (other, "K2")):
            admit(office, laptop, code=code)
            taken(laptop, stick(office, to=laptop))
        yield office, one, other


def take_photo(workspace, project=None):
    file = workspace.folder.parent / f"{workspace.folder.name}.jpg"
    file.write_bytes(make_jpeg(size=(60 + len(file.name), 40)))
    order = IntakeOrder(project_id=(project or make_project(workspace)).id)
    return import_photos(workspace, [file], order).value.taken[0]


def release(workspace, *photos):
    """Release photos; give of each why it stayed, or nothing."""
    plan = release_originals(workspace, photos).value
    kept = {photo.id: why for photo, why in plan.retained}
    assert {*kept, *(photo.id for photo in plan.photos)} == {photo.id for photo in photos}
    return [kept.get(photo.id) for photo in photos]


def gaps(workspace, project, out):
    """Seal an archive that must be refused for its gaps; give the facts."""
    with pytest.raises(InspectorError) as caught:
        seal_bundle(workspace, project.id, out)
    assert (caught.value.problem, out.exists()) == (Problem.ORIGINALS_ABSENT, False)
    return caught.value.facts


def is_here(workspace, photo):
    return blob_path(workspace.folder, photo.sha256) is not None


# -- who may rely on whom --------------------------------------------------------------------------


def test_without_anybodys_word_an_original_stays(two):
    one, other = two
    photo = take_photo(one)
    hand_over(one, other)
    assert release(one, photo) == [Retained.NOT_STORED]
    assert is_here(one, photo)


def test_who_took_it_releases_on_the_others_word(two):
    one, other = two
    photo = take_photo(one)
    meet(one, other)
    assert release(one, photo) == [None]
    assert not is_here(one, photo)
    assert whereabouts(one, [photo.sha256]) == {photo.sha256: Whereabouts.ELSEWHERE}
    assert preview_path(one.folder, photo.sha256, PreviewKind.PRINT).is_file()


def test_the_plan_names_who_holds_the_originals_and_the_package_that_says_so(office_and_two):
    office, one, other = office_and_two
    (other.folder.parent / "more.jpg").write_bytes(make_jpeg(size=(90, 50)))
    order = IntakeOrder(project_id=make_project(other, "QT1").id)
    more = import_photos(other, [other.folder.parent / "more.jpg"], order).value.taken
    photos = [take_photo(one), *more]
    meet(office, one, other)
    cover, beside = plan_release(other, photos).covers
    assert (cover.key, cover.count) == (office.key().public.hex(), 2)
    assert (beside.key, beside.count) == (one.key().public.hex(), 1)
    assert cover.package == _last_of(other, office)
    assert cover.name.startswith("督工 ")
    assert plan_release(office, photos).covers == ()


def _last_of(taker, giver):
    with taker.read() as office:
        sender = giver.key().public.hex()
        return next(one.name for one in office.peers.receipts() if one.sender_key == sender)


def test_two_laptops_never_rely_on_each_other(two):
    one, other = two
    photo = take_photo(one)
    meet(one, other)
    assert release(other, photo) == [Retained.RELIED_UPON]
    assert release(one, photo) == [None]
    assert is_here(other, photo)


def test_what_both_took_in_stays_with_both(two):
    one, other = two
    first = take_photo(one)
    meet(one, other)
    file = one.folder.parent / f"{one.folder.name}.jpg"
    import_photos(other, [file], IntakeOrder(project_id=make_project(other, "QT1").id))
    meet(one, other)
    assert release(one, first) == [Retained.RELIED_UPON]
    assert release(other, first) == [Retained.RELIED_UPON]


def test_everybody_relies_on_the_supervisor_who_relies_on_nobody(office_and_two):
    office, one, other = office_and_two
    photo = take_photo(one)
    meet(office, one, other)
    assert release(office, photo) == [Retained.RELIED_UPON]
    assert release(other, photo) == [None]
    assert release(one, photo) == [None]
    assert is_here(office, photo)


def test_the_word_of_a_revoked_laptop_counts_no_more(office_and_two):
    office, one, other = office_and_two
    photo = take_photo(one)
    hand_over(one, other)
    hand_over(other, one)
    assert whereabouts(one, [photo.sha256]) == {photo.sha256: Whereabouts.HERE}
    assert [found.id for found in plan_release(one, [photo]).photos] == [photo.id]
    hand_over(one, office, photos=False)
    revoke(office, other.key().public.hex(), "遗失", PHRASE)
    hand_over(office, one)
    assert release(one, photo) == [Retained.NOT_STORED]


def test_what_is_released_is_no_word_for_others(two):
    one, other = two
    photo = take_photo(one)
    meet(one, other)
    release(one, photo)
    hand_over(one, other)
    assert release(other, photo) == [Retained.NOT_STORED]


def test_a_released_original_comes_back(two):
    one, other = two
    photo = take_photo(one)
    meet(one, other)
    release(one, photo)
    assert release(one, photo) == [Retained.NOT_HERE]
    hand_over(one, other)
    (receipt,) = hand_over(other, one, to=one)
    assert (receipt.photos_new, is_here(one, photo)) == (1, True)


# -- what everybody sees ---------------------------------------------------------------------------


def test_the_record_says_where_its_photos_are(two):
    one, other = two
    project = make_project(one)
    defect = make_defect(one, project, make_place(one, project))
    photo = take_photo(one, project)
    link_photo(one, photo.id, Target.DEFECT, defect.id, PhotoRole.EVIDENCE)
    meet(one, other)
    release(one, photo)
    (line,) = list_photos(one, project.id)
    assert (line.where, line.is_here) == (Whereabouts.ELSEWHERE, False)
    assert [linked.where for linked in show_defect(one, defect.id).photos] == [line.where]
    assert [linked.where for linked in list_photos_of(one, defect.id)] == [line.where]
    assert [linked.where for linked in list_photos_of(other, defect.id)] == [Whereabouts.HERE]


def test_a_paper_says_below_a_photo_that_its_original_is_not_here(two):
    one, other = two
    photo = take_photo(one)
    meet(one, other)
    assert [absence for absence, _preview in _printed(one, photo)] == [None]
    release(one, photo)
    ((absence, preview),) = _printed(one, photo)
    assert (absence, preview.is_file()) == ("照片原件不在本机（在其他电脑）", True)


def _printed(workspace, photo):
    sheet = PhotoSheet([photo], {})
    sheet.with_previews(workspace, Unwatched())
    return [(shown.absence, shown.preview) for shown in sheet.all()]


def test_an_archive_with_gaps_is_refused_by_name(two, tmp_path):
    one, other = two
    project = make_project(one)
    photo = take_photo(one, project)
    meet(one, other)
    release(one, photo)
    out = tmp_path / "archive.zip"
    facts = gaps(one, project, out)
    assert facts == {"count": 1, "elsewhere": 1, "missing": 0, "names": (photo.name,)}
    blob_path(other.folder, photo.sha256).unlink()
    facts = gaps(other, project, out)
    assert (facts["elsewhere"], facts["missing"]) == (1, 0)
    hand_over(one, other)
    facts = gaps(other, project, out)
    assert (facts["elsewhere"], facts["missing"]) == (0, 1)


# -- on the command line ---------------------------------------------------------------------------


def test_the_command_tells_before_it_deletes(tmp_path):
    def run(*words):
        return command_data(*words, "--workspace", tmp_path / "own")

    def where(lines):
        return {line["id"]: line["whereabouts"] for line in lines}

    run("workspace", "create", "--person", "李工", "--unit", "区住建局")
    project = run("project", "create", "--code", "JF2", "--name", "解放二村")
    first = run("photo", "import", _photo(tmp_path, 70), "--project", "JF2")["taken"][0]
    run("sync", "pack", "--out", tmp_path / "there.ipkg")
    with laptops(tmp_path, "甲") as (other,):
        taken(other, tmp_path / "there.ipkg")
        run("sync", "take", stick(other))
    second = run("photo", "import", _photo(tmp_path, 80), "--project", "JF2")["taken"][0]
    told = run("photo", "release", "--project", project["id"], "--dry-run")
    assert (told["released"], told["bytes"]) == ([first["id"]], first["size"])
    assert [(kept["id"], kept["code"]) for kept in told["kept"]] == [(second["id"], "not_stored")]
    assert where(run("photo", "list")) == {first["id"]: "here", second["id"]: "here"}
    assert run("photo", "release")["released"] == [first["id"]]
    assert where(run("photo", "list")) == {first["id"]: "elsewhere", second["id"]: "here"}
    assert "在其他电脑" in command("photo", "list", "--workspace", tmp_path / "own").out


def _photo(folder, width):
    file = folder / f"{width}.jpg"
    file.write_bytes(make_jpeg(size=(width, 40)))
    return file
