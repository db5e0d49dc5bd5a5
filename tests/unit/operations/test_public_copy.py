"""The public copy: what is personal is nowhere in its bytes, and the bundle itself holds it."""

import io
import json
import struct
import tempfile
import zipfile
import zlib
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import bagit
import pytest
from PIL import Image

from inspector.core.bundles import BundleForm
from inspector.core.checklists import AnswerState
from inspector.core.errors import Cancelled, InspectorError, Problem
from inspector.core.evidence import PhotoRole, Target
from inspector.core.faults import FaultCode
from inspector.core.issued import PaperKind
from inspector.core.masks import Box, MaskKind
from inspector.core.meetings import Satisfaction
from inspector.core.papers import PaperIdentity
from inspector.core.privacy import FILE_NAMES
from inspector.core.process.names import DocumentKind
from inspector.core.progress import Unwatched
from inspector.core.publishing import Origin, Why
from inspector.core.signatures import Part
from inspector.operations.acceptance import gather_acceptance
from inspector.operations.bundles import list_bundles, seal_bundle, verify_bundle
from inspector.operations.conflicts import settle_conflict
from inspector.operations.disclosures import freeze_visit
from inspector.operations.inspecting import set_result
from inspector.operations.masks import add_mask, review_photo
from inspector.operations.meetings import ResidentDraft, add_resident
from inspector.operations.photos import (
    IntakeOrder,
    PhotoWords,
    describe_photos,
    import_photos,
    link_photo,
)
from inspector.operations.public_copy import (
    PublicWish,
    list_public_copies,
    seal_public_copy,
)
from inspector.operations.publishing import _ORIGINS
from inspector.operations.recording import (
    DocumentDraft,
    PublicityDraft,
    file_document,
    record_objection,
    record_publicity,
)
from inspector.operations.redacting import redacted_workspace
from inspector.operations.reports import issue_form
from inspector.operations.signing import show_signatures
from inspector.operations.standing import standing_over
from inspector.operations.starting import NewWorkspace
from inspector.operations.unbundling import restore_bundle
from inspector.operations.verdicts import dropped_failures
from inspector.photos.intake import find_original
from inspector.photos.sample.exif import UNDEFINED, text, tiff_block
from tests.kit.builders import FIRST_DAY, StoppedClock, make_defect
from tests.kit.bundles import GAPS
from tests.kit.crossed import crossing
from tests.kit.leaks import leaks, pictures, shows
from tests.kit.pdf import page_texts, quick_faults
from tests.kit.photo_files import GOOD_GPS, PREFIX, encoded, make_jpeg, segment
from tests.kit.signing import Held

MAGENTA, CYAN = (255, 0, 255), (0, 255, 255)
FACE = Box(1000, 1000, 3000, 4000)

WORDS = {
    "resident": "欧阳金丝雀",
    "resident phone": "13987654321",
    "identity": "11010519491231002X",
    "landline": "0532-87654321",
    "plate": "鲁B7K531",
    "mail": "canary.bird@example.org",
    "home": "金雀巷7号楼501室",
    "signer": "司徒签字鸟",
    "letter name": "授权金丝雀",
    "opinion name": "意见百灵鸟",
    "seen": "照片上的云雀",
    "photo name": "IMG_CANARY_8842",
    "photo people": "端木画眉",
    "document name": "金雀户口本",
    "docx": "柳莺文档正文",
    "pdf": "PDF canary 5150",
    "pdf stream": "stream canary 6160",
}
CAMERA = {
    "owner": b"CANARY OWNER 7731",
    "serial": b"SN-CANARY-0099",
    "maker note": b"MAKERNOTE-CANARY",
    "exif comment": b"USERCOMMENT-CANARY",
    "xmp": b"XMP-CANARY-CREATOR",
    "jpeg comment": b"COM-CANARY",
    "gps": struct.pack("<6I", 36, 1, 4, 1, 164, 100),
}
INK = {"ink": b"q 1 J 1 j"}
CANARIES = {**WORDS, **CAMERA, **INK}
AT_HOME = {"resident", "home", "signer", "resident phone"}
"""What is in no bundle by its own field, for it is in the journal as a hash; texts tell it too."""


def photo_bytes():
    """Give a photo with a face, a different one in its thumbnail, and all that cameras write."""
    picture = Image.new("RGB", (1600, 1200), (90, 140, 90))
    picture.paste(MAGENTA, (200, 160, 440, 440))
    small = Image.new("RGB", (320, 240), CYAN)
    details = {
        0x9003: text("2026:05:11 09:10:00"),
        0x9286: (UNDEFINED, b"ASCII\0\0\0" + CAMERA["exif comment"]),
        0x927C: (UNDEFINED, CAMERA["maker note"]),
        0xA430: text(CAMERA["owner"]),
        0xA431: text(CAMERA["serial"]),
    }
    main = {0x010F: text("CANON"), 0x013B: text(CAMERA["owner"])}
    block = tiff_block(main, details, GOOD_GPS, encoded(small, "JPEG"))
    jpeg = encoded(picture, "JPEG", quality=92)
    xmp = b"http://ns.adobe.com/xap/1.0/\0<x:xmpmeta>" + CAMERA["xmp"] + b"</x:xmpmeta>"
    extra = segment(0xE1, PREFIX + block) + segment(0xE1, xmp)
    return jpeg[:2] + extra + segment(0xFE, CAMERA["jpeg comment"]) + jpeg[2:]


def docx_bytes():
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", f"<w:t>{WORDS['docx']}</w:t>")
    return packed.getvalue()


def pdf_bytes(more=""):
    stream = zlib.compress(f"({WORDS['pdf stream']}) Tj {more}".encode())
    return (
        b"%%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n"
        b"2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
        b"3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]/Contents 4 0 R>>endobj\n"
        b"4 0 obj<</Filter/FlateDecode/Length %d>>stream\n%s\nendstream endobj\n"
        b"5 0 obj<</Author(%s)>>endobj\ntrailer<</Root 1 0 R/Info 5 0 R>>\n%%%%EOF"
    ) % (len(stream), stream, WORDS["pdf"].encode())


class Village(Held):
    """A project whose every personal field, text and file holds a canary."""

    def __init__(self, workspace, folder):
        super().__init__(workspace)
        self.folder = folder
        letter = self.file(f"{WORDS['letter name']}.pdf", pdf_bytes())
        self.attend(self.residents, representative=WORDS["resident"], letter=letter)
        written = self.file(f"{WORDS['opinion name']}.pdf", pdf_bytes("书面意见"))
        self.say(self.residents, text=WORDS["resident"], letter=written)
        told = (
            f"{WORDS['resident']}（{WORDS['home']}）来电 {WORDS['resident phone']}，证件"
            f"{WORDS['identity']}，家里 {WORDS['landline']}，车 {WORDS['plate']}，{WORDS['mail']}"
        )
        voice = ResidentDraft(
            level=Satisfaction.SATISFIED,
            home=WORDS["home"],
            comment=told.replace(f"（{WORDS['home']}）", ""),
            name=WORDS["resident"],
            phone=WORDS["resident phone"],
        )
        add_resident(workspace, self.meeting.id, voice)
        words = told.replace(f"（{WORDS['home']}）", "")
        make_defect(workspace, self.project, self.place, words, visit_id=self.visit.id)
        draft = PublicityDraft(start_on=FIRST_DAY, end_on=FIRST_DAY, place="小区门口")
        freeze_visit(workspace, self.visit.id)
        publicity = record_publicity(workspace, self.project.id, draft).value
        objection = told.replace(f"（{WORDS['home']}）", "")
        record_objection(workspace, publicity.id, objection, FIRST_DAY)
        self.documents = [self.document(*one) for one in self.papers()]
        self.photo = self.take(photo_bytes())
        self.sign(signer=WORDS["signer"])

    def papers(self):
        yield DocumentKind.DRAWINGS, f"{WORDS['document name']}.docx", docx_bytes()
        yield DocumentKind.PERMIT, f"{WORDS['document name']}.pdf", pdf_bytes()

    def file(self, name, content):
        path = self.folder / name
        path.write_bytes(content)
        return path

    def document(self, kind, name, content):
        title = f"{WORDS['resident']}的材料"
        draft = DocumentDraft(kind=kind, title=title, file=self.file(name, content))
        return file_document(self.workspace, self.project.id, draft).value

    def take(self, content, name=f"{WORDS['photo name']}.jpg"):
        order = IntakeOrder(project_id=self.project.id)
        photo = import_photos(self.workspace, [self.file(name, content)], order).value.taken[0]
        link_photo(self.workspace, photo.id, Target.DEFECT, self.defect.id, PhotoRole.EVIDENCE)
        words = PhotoWords(caption=f"{WORDS['resident']}家门口", people=WORDS["seen"])
        describe_photos(self.workspace, [photo.id], words)
        describe_photos(self.workspace, [photo.id], PhotoWords(people=WORDS["photo people"]))
        return photo

    def reviewed(self):
        add_mask(self.workspace, self.photo.id, FACE, MaskKind.FACE)
        review_photo(self.workspace, self.photo.id)
        return self

    def publish(self, out=None, **wish):
        target = out or self.folder / "公开.zip"
        return seal_public_copy(self.workspace, self.project.id, target, PublicWish(**wish)).value


@pytest.fixture
def village(workspace, tmp_path):
    return Village(workspace, tmp_path).reviewed()


def refused(act, *arguments, **more):
    with pytest.raises(InspectorError) as caught:
        act(*arguments, **more)
    return caught.value


def test_no_canary_is_in_the_public_copy_and_the_bundle_holds_them(village, tmp_path):
    issue_form(village.workspace, village.project.id, PaperKind.RESIDENTS, tmp_path / "JM.pdf")
    bundle = tmp_path / "归档.zip"
    seal_bundle(village.workspace, village.project.id, bundle, form=GAPS)
    made = village.publish()
    assert leaks(made.paths[0], CANARIES) == {}
    assert set(leaks(bundle, CANARIES)) == set(CANARIES)


def test_masked_pixels_are_in_no_picture_of_the_copy(village, tmp_path):
    bundle = tmp_path / "归档.zip"
    seal_bundle(village.workspace, village.project.id, bundle, form=GAPS)
    made = village.publish()
    held = list(pictures(bundle))
    assert any(shows(image, MAGENTA) for _place, image in held)
    assert any(shows(image, CYAN) for _place, image in held)
    shown = list(pictures(made.paths[0]))
    assert len(shown) >= 2  # the photo itself, and the one in the report
    for place, image in shown:
        assert not shows(image, MAGENTA), place
        assert not shows(image, CYAN), place
    photo = next(image for place, image in shown if "照片/" in place)
    left, top, right, bottom = FACE.pixels(*photo.size, 16)
    inside = (left + 2, top + 2, right - 2, bottom - 2)  # a decoder blurs colours over an edge
    ((_count, colour),) = photo.crop(inside).getcolors()
    assert colour == (96, 96, 96)


def test_it_is_a_bag_of_its_own_that_says_what_it_is(village, tmp_path):
    out = tmp_path / "公开"
    made = village.publish(out, form=BundleForm(as_folder=True))
    found = verify_bundle(out)
    assert found.faults == ()
    assert FaultCode.PUBLIC_COPY in {one.code for one in found.remarks}
    assert ("Inspector-Edition", "public copy 公开副本") in found.info
    assert bagit.Bag(str(out)).is_valid()
    readme = (out / "data" / "说明文件.TXT").read_text(encoding="utf-8-sig")
    assert "公开副本" in readme
    assert "均为原始文件" not in readme
    assert not list(out.rglob("移交书*"))
    listed = (out / "data" / "其他" / "照片目录.csv").read_text(encoding="utf-8-sig")
    assert listed.count("公开副本，非原图") == 1
    assert "公开副本" in dict(found.info)["External-Description"]
    assert made.copy.number.startswith("GK-2026-JF2-")
    assert list_public_copies(village.workspace, village.project.id) == [made.copy]
    assert list_bundles(village.workspace) == []


def test_every_page_of_every_paper_bears_the_mark_and_is_pdf_a(village, tmp_path):
    issue_form(village.workspace, village.project.id, PaperKind.RESIDENTS, tmp_path / "JM.pdf")
    out = tmp_path / "公开"
    village.publish(out, form=BundleForm(as_folder=True))
    papers = sorted(out.rglob("*.pdf"))
    assert len(papers) >= 5  # report, form, cover, catalogue, note form
    for paper in papers:
        assert all("公开副本" in text for text in page_texts(paper)), paper.name
        assert quick_faults(paper) == [], paper.name
    report = next(paper for paper in papers if "联合竣工验收报告" in paper.name)
    assert "LJ-2026-JF2" in page_texts(report)[2]
    assert "-GK" in page_texts(report)[2]
    told = "".join(page_texts(report))
    assert "照片原件SHA-256" not in told.replace(" ", "")


def test_the_copy_holds_no_journal_but_the_records_that_may_be_seen(village, tmp_path):
    out = tmp_path / "公开"
    made = village.publish(out, form=BundleForm(as_folder=True))
    data = out / "data" / "其他" / "数据"
    assert not list(data.glob("journal*"))
    assert not (data / "bundle.json").exists()
    assert {one["representative"] for one in told(data / "attendance.json")} == {
        "陈敏",
        "王强",
        None,
    }
    (photo,) = told(data / "photo.json")
    assert photo["name"] == "photo-0001.jpg"
    assert not {"make", "model", "position", "notes"} & photo.keys()
    assert {person["name"] for person in told(data / "person.json")} == {"李工"}
    assert told(data / "public.json")["number"] == made.copy.number
    defects = [one["text"] for one in told(data / "defect.json")]
    assert any(text.startswith("〔姓名略〕来电 〔电话略〕，证件〔证件号略〕") for text in defects)
    assert made.removed["phone"] >= 6


def told(path):
    records = json.loads(path.read_text(encoding="utf-8"))
    if path.name == "attendance.json":
        return [{"representative": None, **one} for one in records]
    return records


def test_what_nobody_looked_at_stops_the_copy_and_is_named(workspace, tmp_path):
    village = Village(workspace, tmp_path)
    add_mask(workspace, village.photo.id, FACE)  # begun, not finished
    error = refused(village.publish)
    assert error.problem is Problem.PHOTOS_NOT_REVIEWED
    assert error.facts == {"count": 1, "names": (f"{WORDS['photo name']}.jpg",)}
    assert not (tmp_path / "公开.zip").exists()
    made = village.publish(leave_unreviewed=True)
    assert made.copy.photos == 0
    assert leaks(made.paths[0], CANARIES) == {}
    assert not any(shows(image, MAGENTA) for _place, image in pictures(made.paths[0]))
    assert (Origin.PHOTO, Why.NOT_REVIEWED) in {(one.origin, one.why) for one in made.left_out}
    assert verify_bundle(made.paths[0]).ok


def test_what_is_left_out_is_listed_with_its_reason(village, tmp_path):
    out = tmp_path / "公开"
    made = village.publish(out, form=BundleForm(as_folder=True))
    listed = (out / "data" / "其他" / "未公开文件清单.csv").read_text(encoding="utf-8-sig")
    assert listed.count("未经逐件放行") == len(made.left_out) == 4  # two documents and two letters
    for document in village.documents:
        assert document.sha256 in listed
    assert "〔姓名略〕的材料" in listed
    assert not list(out.rglob("*.docx"))


def test_a_received_file_goes_in_when_somebody_releases_it(village, tmp_path):
    drawing = village.documents[0]
    made = village.publish(released=(drawing.sha256[:8].upper(),))
    assert made.copy.released == drawing.sha256
    assert drawing.sha256 not in {one.sha256 for one in made.left_out}
    with zipfile.ZipFile(made.paths[0]) as archive:
        (name,) = [one for one in archive.namelist() if one.endswith(".docx")]
        assert archive.read(name) == (tmp_path / f"{WORDS['document name']}.docx").read_bytes()
    assert set(leaks(made.paths[0], CANARIES)) == {"docx"}


@pytest.mark.parametrize("code", ["", "abc", "ffffffff", "a" * 64])
def test_releasing_what_was_not_received_is_refused(village, code, tmp_path):
    assert refused(village.publish, released=(code,)).problem is Problem.RELEASE_UNKNOWN
    assert not (tmp_path / "公开.zip").exists()
    assert not list((village.workspace.folder / "exports").iterdir())


def test_records_originals_and_signatures_stay_as_they_are(village):
    original = (village.folder / f"{WORDS['photo name']}.jpg").read_bytes()
    before = village.show()
    village.publish()
    assert village.show() == before
    kept = next((village.workspace.folder / "photos").rglob("*.jpg"))
    assert kept.read_bytes() == original
    assert not list((village.workspace.folder / "exports").iterdir())


def test_signatures_that_fit_fit_in_the_copy_too_and_the_others_do_not(village, tmp_path):
    def signed():
        with redacted(village, tmp_path) as other:
            return show_signatures(other, village.meeting.id)

    (line,) = signed().lines
    assert line.counts
    assert (line.signature.signer, line.signature.ink) == (None, None)
    village.say(village.builder, text="另有补充")
    (line,) = signed().lines
    (real,) = village.show().lines
    assert line.changed == real.changed == (Part.OPINIONS,)
    theirs, ours = dict(real.signature.shown.parts), dict(line.signature.shown.parts)
    assert ours[Part.OPINIONS] != theirs[Part.OPINIONS]  # a digest of what is not published


@contextmanager
def redacted(village, tmp_path):
    with tempfile.TemporaryDirectory(dir=tmp_path) as folder:
        made = redacted_workspace(village.workspace, village.project.id, Path(folder))
        try:
            yield made.workspace
        finally:
            made.workspace.close()


def test_the_report_of_the_copy_differs_in_nothing_but_what_is_personal(workspace, tmp_path):
    held = Held(workspace)
    identity = PaperIdentity(number="X", made_at=workspace.now(), program="p")
    theirs = gather_acceptance(workspace, held.project.id, identity, None)
    with redacted(held, tmp_path) as other:
        ours = gather_acceptance(other, held.project.id, identity, None)
    same = replace(theirs, statement=ours.statement, signed=ours.signed)
    assert ours == same


def test_an_item_that_failed_once_and_was_dropped_still_counts_as_dropped(workspace, tmp_path):
    held = Held(workspace)
    set_result(workspace, held.visit, held.spot, AnswerState.FAIL)
    set_result(workspace, held.visit, held.spot, AnswerState.NOT_APPLICABLE, reason="已拆除")
    with redacted(held, tmp_path) as other, other.read() as office, workspace.read() as own:
        ours = dropped_failures(office, standing_over(other, office, held.project.id))
        assert ours == dropped_failures(own, standing_over(workspace, own, held.project.id))
    assert len(ours) == 1


def test_no_workspace_is_made_of_a_public_copy(village, tmp_path):
    made = village.publish()
    start = NewWorkspace(tmp_path / "again", tmp_path / "p", StoppedClock(), "甲", "乙")
    error = refused(restore_bundle, start, made.paths)
    assert error.problem is Problem.BUNDLE_IS_PUBLIC_COPY
    assert not (tmp_path / "again").exists()


def test_a_copy_that_is_stopped_leaves_nothing(village, tmp_path):
    class Stopping(Unwatched):
        def wants_stop(self):
            return True

    with pytest.raises(Cancelled):
        seal_public_copy(
            village.workspace, village.project.id, tmp_path / "公开.zip", progress=Stopping()
        )
    assert not (tmp_path / "公开.zip").exists()
    assert not list((village.workspace.folder / "exports").iterdir())
    assert list_public_copies(village.workspace, village.project.id) == []


def test_every_kind_of_received_file_is_told_apart():
    assert set(_ORIGINS) == set(FILE_NAMES)


def test_numbers_count_on(village, tmp_path):
    numbers = [village.publish(tmp_path / f"{one}.zip").copy.number for one in range(2)]
    assert [number[-3:] for number in numbers] == ["001", "002"]


def test_while_two_values_stand_nothing_is_published(tmp_path):
    with crossing(tmp_path) as crossed:
        crossed.differ()
        crossed.gather()
        out = tmp_path / "公开.zip"
        error = refused(seal_public_copy, crossed.office, crossed.project.id, out)
        assert (error.problem, error.facts) == (Problem.PUBLIC_COPY_DISPUTED, {"count": 1})
        assert not out.exists()
        settle_conflict(crossed.office, crossed.open_one(), "李工的描述")
        assert seal_public_copy(crossed.office, crossed.project.id, out).value.paths == (out,)


def test_boxes_and_looks_travel_to_the_office_that_publishes(tmp_path):
    with crossing(tmp_path) as crossed:
        path = tmp_path / "a.jpg"
        path.write_bytes(photo_bytes())
        order = IntakeOrder(project_id=crossed.project.id)
        photo = import_photos(crossed.laptop, [path], order).value.taken[0]
        add_mask(crossed.laptop, photo.id, FACE)
        review_photo(crossed.laptop, photo.id)
        crossed.pass_on(crossed.laptop, crossed.office)
        made = seal_public_copy(crossed.office, crossed.project.id, tmp_path / "公开.zip").value
    assert made.copy.photos == 1
    assert not any(shows(image, MAGENTA) for _place, image in pictures(made.paths[0]))


def test_photos_that_cannot_be_shown_stay_out_with_the_reason(village, tmp_path):
    broken = village.take(b"\xff\xd8\xff\xe0" + b"no picture" * 50, "broken.jpg")
    gone = village.take(make_jpeg(size=(99, 77)), "gone.jpg")
    for photo in (broken, gone):
        review_photo(village.workspace, photo.id)
    find_original(village.workspace.folder, gone.sha256).unlink()
    made = village.publish()
    assert made.copy.photos == 1
    whys = {one.sha256: one.why for one in made.left_out if one.origin is Origin.PHOTO}
    assert whys == {broken.sha256: Why.UNDECODABLE, gone.sha256: Why.NOT_HERE}
    assert verify_bundle(made.paths[0]).ok
