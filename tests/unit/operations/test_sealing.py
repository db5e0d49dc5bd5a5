"""Certificate signatures: five parties on one PDF, verified by us, by pdfsig, and still PDF/A."""

import hashlib
import io
import shutil
import subprocess
import sys
import zipfile
from datetime import timedelta

import pikepdf
import pytest
from pyhanko.pdf_utils.generic import StreamObject
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter

from inspector.core.certificates import SealConcern, SealTrouble
from inspector.core.conclusion import ConclusionKind
from inspector.core.errors import InspectorError, Problem
from inspector.core.meetings import GroupKind, Stance
from inspector.core.papers import check_code
from inspector.core.projects import PartyRole
from inspector.core.signatures import Part, SignatureKind
from inspector.operations.bundles import seal_bundle
from inspector.operations.checking_papers import check_paper_file
from inspector.operations.meetings import (
    GroupDraft,
    MeetingDraft,
    create_meeting,
    declare_verdict,
    put_group,
)
from inspector.operations.opinions import OpinionDraft, give_opinion
from inspector.operations.reports import issue_acceptance_report
from inspector.operations.scans import ScanDraft, add_scan
from inspector.operations.sealing import (
    SealDraft,
    create_certificate,
    newest_sealed,
    office_certificate,
    seal_file,
    seal_report,
    verify_pdf,
)
from inspector.operations.signing import show_signatures, withdraw_signature
from inspector.operations.trusting import office_trusted, take_trusted
from inspector.operations.upkeep import check_workspace
from inspector.sync.certificates import read_trusted
from inspector.words.problems import explain
from inspector.words.reports import checked_lines
from inspector.words.signatures import seal_text
from tests.kit.builders import (
    FIRST_DAY,
    make_checked,
    make_defect,
    make_party,
    make_place,
    make_project,
)
from tests.kit.bundles import GAPS
from tests.kit.certificates import issue
from tests.kit.pdf import verapdf_faults

PHRASE = "五方签字2026"
FIVE = (
    *(PartyRole.OWNER, PartyRole.SURVEY, PartyRole.DESIGN),
    *(PartyRole.CONTRACTOR, PartyRole.SUPERVISOR),
)


def refused(act, *arguments):
    return refusal(act, *arguments).problem


def refusal(act, *arguments):
    with pytest.raises(InspectorError) as caught:
        act(*arguments)
    return caught.value


class Desk:
    """A meeting whose report five parties sign."""

    def __init__(self, workspace, folder):
        self.workspace, self.folder = workspace, folder
        self.project = make_project(workspace)
        self.place = make_place(workspace, self.project)
        self.parties = [
            make_party(workspace, self.project, f"{role}单位", role=role) for role in FIVE
        ]
        draft = MeetingDraft(held_on=FIRST_DAY)
        self.meeting = create_meeting(workspace, self.project.id, draft).value
        make_checked(workspace, self.project, self.place)
        verdict = ConclusionKind.PASS
        declare_verdict(workspace, self.meeting.id, kind=verdict, reason="现场已核")
        self.file = folder / "报告.pdf"
        self.report = issue_acceptance_report(workspace, self.project.id, self.file).value.report

    def certificate(self, holder="张三", unit="某单位"):
        path = self.folder / f"{holder}.p12"
        create_certificate(self.workspace, holder, unit, PHRASE, path)
        return path

    def draft(self, party=0, certificate=None, phrase=PHRASE, *, is_confirmed=True):
        return SealDraft(
            party_id=self.parties[party].id,
            certificate=certificate or self.folder / "张三.p12",
            passphrase=phrase,
            is_confirmed=is_confirmed,
        )

    def seal(self, party=0, file=None, **more):
        return seal_file(
            self.workspace, self.meeting.id, file or self.file, self.draft(party, **more)
        ).value


@pytest.fixture
def desk(workspace, tmp_path):
    made = Desk(workspace, tmp_path)
    made.certificate()
    return made


def test_five_parties_sign_one_pdf(desk):
    issued = desk.file.read_bytes()
    for number in range(len(FIVE)):
        made = desk.seal(number, certificate=desk.certificate(f"签字人{number}"))
        assert made.kind is SignatureKind.CERTIFICATE
    content = desk.file.read_bytes()
    assert content.startswith(issued)
    checked = verify_pdf(desk.file)
    assert checked.holds
    assert [seal.certificate.holder for seal in checked.seals] == [
        f"签字人{number}" for number in range(5)
    ]
    assert all(seal.certificate.is_self_made for seal in checked.seals)
    assert "施工单位" in checked.seals[3].reason
    assert {seal.signed_at for seal in checked.seals} == {
        desk.workspace.now().replace(microsecond=0)
    }
    assert newest_sealed(desk.workspace, desk.report).read_bytes() == content
    assert show_signatures(desk.workspace, desk.meeting.id).unsigned == ()
    assert check_workspace(desk.workspace).findings == ()
    assert not any(verapdf_faults(desk.file).values())
    _agrees_with_pdfsig(desk.file, 5)


def _agrees_with_pdfsig(file, count):
    program = shutil.which("pdfsig")
    if program is None:
        pytest.skip("pdfsig is missing: apt-get install poppler-utils")
    command = [program, str(file)]
    ended = subprocess.run(command, capture_output=True, text=True, check=False)  # noqa: S603
    assert ended.stdout.count("Signature is Valid.") == count
    assert ended.stdout.count("Signing Hash Algorithm: SHA-256") == count


def test_a_changed_byte_breaks_every_signature(desk):
    desk.seal(0)
    desk.seal(1)
    content = bytearray(desk.file.read_bytes())
    content[content.find(b"stream", 2000) + 40] ^= 1
    desk.file.write_bytes(content)
    checked = verify_pdf(desk.file)
    assert not checked.holds
    assert [seal.troubles for seal in checked.seals] == [(SealTrouble.CHANGED,)] * 2
    assert refused(seal_file, desk.workspace, desk.meeting.id, desk.file, desk.draft(2)) in {
        Problem.PDF_NOT_ISSUED,
        Problem.PDF_CHANGED,
    }


def test_another_signature_value_is_seen(desk):
    desk.seal(0)
    content = desk.file.read_bytes()
    begin = content.rindex(b"/Contents <") + len(b"/Contents <")
    signature = content[begin : content.index(b">", begin)].rstrip(b"0")
    forged = signature[:-4] + (b"1" if signature[-4:-3] != b"1" else b"2") + signature[-3:]
    desk.file.write_bytes(content.replace(signature, forged, 1))
    (seal,) = verify_pdf(desk.file).seals
    assert seal.troubles == (SealTrouble.BROKEN,)


def _appended(content):
    return content + b"\n1 0 obj\n<< /Nothing true >>\nendobj\n"


def _painted_over(content):
    """Cover the first page by an increment of its own, as a forger would."""
    writer = IncrementalPdfFileWriter(io.BytesIO(content))
    page, _there = writer.find_page_for_modification(0)
    white = writer.add_object(StreamObject(stream_data=b"1 g 0 0 600 900 re f"))
    page.get_object()["/Contents"] = white
    writer.update_container(page.get_object())
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


@pytest.mark.parametrize("change", [_appended, _painted_over])
def test_what_is_added_after_signing_is_seen(desk, change):
    desk.seal(0)
    desk.seal(1)
    desk.file.write_bytes(change(desk.file.read_bytes()))
    checked = verify_pdf(desk.file)
    assert [seal.troubles for seal in checked.seals] == [(SealTrouble.ADDED,)] * 2
    args = (desk.workspace, desk.meeting.id, desk.file, desk.draft(2))
    assert refused(seal_file, *args) is Problem.PDF_CHANGED


def test_only_an_issued_report_is_signed_and_never_an_older_state(desk):
    other = desk.folder / "other.pdf"
    with pikepdf.new() as pdf:
        pdf.add_blank_page()
        pdf.save(other)
    workspace, meeting = desk.workspace, desk.meeting.id
    assert refused(seal_file, workspace, meeting, other, desk.draft()) is Problem.PDF_NOT_ISSUED
    assert verify_pdf(other).seals == ()
    issued = desk.file.read_bytes()
    desk.seal(0)
    other.write_bytes(issued)
    assert refused(seal_file, workspace, meeting, other, desk.draft(1)) is Problem.PDF_OLDER
    other.write_text("no PDF")
    assert refused(verify_pdf, other) is Problem.PDF_UNREADABLE
    gone = desk.folder / "gone.pdf"
    assert refused(verify_pdf, gone) is Problem.FILE_MISSING


def test_a_party_signs_once_until_it_withdraws(desk):
    made = desk.seal(0)
    assert refused(seal_file, desk.workspace, desk.meeting.id, desk.file, desk.draft(0)) is (
        Problem.SIGN_TWICE
    )
    withdraw_signature(desk.workspace, made.id, "证书用错")
    desk.seal(0)
    assert len(verify_pdf(desk.file).seals) == 2


def test_later_changes_of_the_records_are_named_here_too(desk):
    desk.seal(0)
    group = GroupDraft(kind=GroupKind.SITE, name="现场组")
    put_group(desk.workspace, desk.meeting.id, group)
    (line,) = show_signatures(desk.workspace, desk.meeting.id).lines
    assert line.changed == (Part.GROUPS,)


def test_a_report_whose_meeting_changed_since_is_not_signed(desk):
    desk.seal(0)
    before = desk.file.read_bytes()
    draft = OpinionDraft(stance=Stance.DISAGREE, text="屋面未修")
    give_opinion(desk.workspace, desk.meeting.id, desk.parties[2].id, draft)
    late = (desk.workspace, desk.meeting.id, desk.file, desk.draft(1))
    assert refused(seal_file, *late) is Problem.PDF_CONTENT_OLD
    out = desk.folder / "signed.pdf"
    late = (desk.workspace, desk.meeting.id, desk.report.id, out, desk.draft(1))
    assert refused(seal_report, *late) is Problem.PDF_CONTENT_OLD
    assert desk.file.read_bytes() == before
    assert not out.exists()
    assert len(show_signatures(desk.workspace, desk.meeting.id).lines) == 1


def test_a_certificate_of_another_unit_asks_first_and_is_noted(desk):
    doubtful = desk.draft(is_confirmed=False)
    error = refusal(seal_file, desk.workspace, desk.meeting.id, desk.file, doubtful)
    assert error.problem is Problem.CERTIFICATE_OTHER_UNIT
    said = explain(error)
    assert "“某单位”（张三）" in said
    assert "“owner单位”" in said
    assert show_signatures(desk.workspace, desk.meeting.id).lines == ()
    desk.seal(0)
    (seal,) = verify_pdf(desk.file).seals
    assert seal.holds
    assert seal.concerns == (SealConcern.OTHER_UNIT,)
    assert "证书单位与签名单位“owner单位”不同" in seal_text(seal)


def test_the_certificate_of_the_unit_itself_asks_nothing(desk):
    by_unit = desk.certificate("王强", "Contractor 单位")
    desk.seal(3, certificate=by_unit, is_confirmed=False)
    by_holder = desk.certificate("design单位", "证书中心")
    desk.seal(2, certificate=by_holder, is_confirmed=False)
    assert [seal.concerns for seal in verify_pdf(desk.file).seals] == [(), ()]


def test_one_certificate_for_several_parties_asks_first_and_is_noted(desk):
    own = desk.certificate("王强", "contractor单位")
    desk.seal(3, certificate=own, is_confirmed=False)
    again = desk.draft(0, own, is_confirmed=False)
    error = refusal(seal_file, desk.workspace, desk.meeting.id, desk.file, again)
    assert error.problem is Problem.CERTIFICATE_SHARED
    assert "已为“contractor单位”签名，没有再为“owner单位”签名" in explain(error)
    newer = desk.folder / "2.pdf"
    issue_acceptance_report(desk.workspace, desk.project.id, newer)
    elsewhere = (desk.workspace, desk.meeting.id, newer, again)
    assert refused(seal_file, *elsewhere) is Problem.CERTIFICATE_SHARED
    desk.seal(0, certificate=own)
    assert [seal.concerns for seal in verify_pdf(desk.file).seals] == [
        (SealConcern.SHARED,),
        (SealConcern.OTHER_UNIT, SealConcern.SHARED),
    ]


def test_a_party_may_sign_again_with_its_own_certificate(desk):
    own = desk.certificate("王强", "contractor单位")
    made = desk.seal(3, certificate=own, is_confirmed=False)
    withdraw_signature(desk.workspace, made.id, "日期有误")
    desk.seal(3, certificate=own, is_confirmed=False)
    assert [seal.concerns for seal in verify_pdf(desk.file).seals] == [(), ()]


def test_defects_go_on_while_a_report_is_signed(desk):
    desk.seal(0)
    make_defect(desk.workspace, desk.project, desk.place)
    desk.seal(1)
    assert verify_pdf(desk.file).holds


def test_the_window_signs_the_newest_state_into_a_new_file(desk):
    desk.seal(0)
    out = desk.folder / "signed.pdf"
    seal_report(desk.workspace, desk.meeting.id, desk.report.id, out, desk.draft(1))
    assert len(verify_pdf(out).seals) == 2
    again = (desk.workspace, desk.meeting.id, desk.report.id, out, desk.draft(2))
    assert refused(seal_report, *again) is Problem.FILE_EXISTS


def test_a_bundle_holds_the_report_as_issued_and_as_signed_last(desk):
    issued = desk.file.read_bytes()
    desk.seal(0)
    desk.seal(1)
    scan = desk.folder / "page.pdf"
    scan.write_bytes(b"%PDF-1.7\nscan")
    code = check_code(desk.report.snapshot)
    add_scan(desk.workspace, desk.meeting.id, ScanDraft(file=scan, code=code))
    letter = desk.folder / "回函.pdf"
    letter.write_bytes(b"%PDF-1.7\nletter")
    draft = OpinionDraft(stance=Stance.AGREE, letter=letter)
    give_opinion(desk.workspace, desk.meeting.id, desk.parties[2].id, draft)
    out = desk.folder / "b.zip"
    seal_bundle(desk.workspace, desk.project.id, out, form=GAPS)
    with zipfile.ZipFile(out) as archive:
        held = [archive.read(name) for name in archive.namelist()]
    signed = desk.file.read_bytes()
    papers = (issued, signed, scan.read_bytes(), letter.read_bytes())
    assert [held.count(one) for one in papers] == [1, 1, 1, 1]


# -- certificates ---------------------------------------------------------------------------------


def test_a_wrong_passphrase_signs_nothing(desk):
    before = desk.file.read_bytes()
    draft = desk.draft(phrase="falsch falsch")
    args = (desk.workspace, desk.meeting.id, desk.file, draft)
    assert refused(seal_file, *args) is Problem.CERTIFICATE_LOCKED
    assert desk.file.read_bytes() == before
    assert show_signatures(desk.workspace, desk.meeting.id).lines == ()


def test_a_certificate_out_of_its_term_signs_nothing(desk):
    args = (desk.workspace, desk.meeting.id, desk.file, desk.draft())
    clock = desk.workspace._clock
    clock.tick(timedelta(days=4 * 365))
    assert refused(seal_file, *args) is Problem.CERTIFICATE_EXPIRED
    clock.tick(timedelta(days=-8 * 365))
    assert refused(seal_file, *args) is Problem.CERTIFICATE_EARLY


def test_a_certificate_is_made_once_under_a_real_passphrase(desk):
    workspace = desk.workspace
    short = (workspace, "张三", "某单位", "kurz")
    assert refused(create_certificate, *short) is Problem.PASSPHRASE_SHORT
    path, made = create_certificate(workspace, "张三", "某单位", PHRASE)
    assert path == office_certificate(workspace)
    assert not path.is_relative_to(workspace.folder)
    (public,) = read_trusted(path.with_suffix(".cer"))
    assert hashlib.sha256(public).hexdigest() == made.sha256
    assert b"PRIVATE" not in path.with_suffix(".cer").read_bytes()
    assert (made.holder, made.unit, made.is_self_made) == ("张三", "某单位", True)
    again = (workspace, "李四", "某单位", PHRASE)
    assert refused(create_certificate, *again) is Problem.FILE_EXISTS
    long = (workspace, "张" * 65, "某单位", PHRASE, desk.folder / "l.p12")
    assert refused(create_certificate, *long) is Problem.TEXT_TOO_LONG


@pytest.mark.parametrize("holder", ["陈䶮", "㛃𠮷䶮𬭎", "O'Brien, Zoë"])
def test_a_rare_name_signs_as_any_other(desk, holder):
    desk.seal(0, certificate=desk.certificate(holder))
    desk.seal(1)
    checked = verify_pdf(desk.file)
    assert checked.holds
    assert checked.seals[0].certificate.holder == holder
    assert checked.seals[0].certificate.is_self_made


@pytest.mark.parametrize("content", [b"", b"no certificate", b"\x30\x82\x01\x00"])
def test_a_file_that_is_no_certificate_is_refused(desk, content):
    path = desk.folder / "bad.p12"
    path.write_bytes(content)
    args = (desk.workspace, desk.meeting.id, desk.file, desk.draft(certificate=path))
    assert refused(seal_file, *args) is Problem.CERTIFICATE_UNREADABLE
    path.unlink()
    assert refused(seal_file, *args) is Problem.CERTIFICATE_MISSING


def test_nothing_of_it_is_loaded_before_it_is_used():
    asked = "{'pyhanko', 'aiohttp'} & {*sys.modules}"
    code = f"import sys, inspector.operations.sealing; print({asked})"
    command = [sys.executable, "-c", code]
    ended = subprocess.run(command, capture_output=True, text=True, check=True)  # noqa: S603
    assert ended.stdout.strip() == "set()"


# -- whom to trust --------------------------------------------------------------------------------


class Authority:
    """A root, an issuer below it, and parties whose certificates come from there."""

    def __init__(self, folder):
        self.folder = folder
        self.root = issue("Root CA", is_authority=True)
        self.middle = issue("Issuing CA", self.root, is_authority=True)
        self.file = self.root.write(folder / "root.pem")

    def person(self, name, **more):
        made = issue(name, self.middle, **more)
        return made.write_p12(self.folder / f"{name}.p12", PHRASE, self.middle)


@pytest.fixture
def authority(tmp_path):
    return Authority(tmp_path)


@pytest.mark.parametrize("with_rsa", [False, True])
def test_a_signature_from_a_named_root_is_trusted_and_another_is_not(desk, authority, with_rsa):
    desk.seal(0, certificate=authority.person("owner单位", with_rsa=with_rsa))
    (plain,) = verify_pdf(desk.file).seals
    assert (plain.issuers, plain.is_trusted, plain.holds) == (("Issuing CA",), False, True)
    assert "发证机构未在线核对" in seal_text(plain)
    checked = verify_pdf(desk.file, [authority.file])
    (seal,) = checked.seals
    assert (seal.issuers, seal.is_trusted) == (("Issuing CA", "Root CA"), True)
    assert seal_text(seal) == "成立（出自指定的证书）"
    assert checked.is_trusted
    other = issue("Root CA", is_authority=True).write(desk.folder / "other.pem")
    assert not verify_pdf(desk.file, [other]).is_trusted
    desk.seal(1)
    mixed = verify_pdf(desk.file, [authority.file])
    assert [seal.is_trusted for seal in mixed.seals] == [True, False]
    assert (mixed.holds, mixed.is_trusted) == (True, False)


def test_a_root_out_of_its_term_makes_nothing_trusted(desk, tmp_path):
    root = issue("Old CA", is_authority=True, days=30)
    holder = issue("owner单位", root)
    certificate = holder.write_p12(tmp_path / "old.p12", PHRASE, root)
    desk.seal(0, certificate=certificate)
    checked = verify_pdf(desk.file, [root.write(tmp_path / "old.pem")])
    assert (checked.holds, checked.is_trusted) == (True, False)


def test_the_office_names_its_root_once_and_a_check_tells_by_it(desk, authority):
    desk.seal(0, certificate=authority.person("owner单位"))
    look = check_paper_file(desk.workspace, desk.file)
    assert [seal.is_trusted for seal in look.seals] == [False]
    assert office_trusted(desk.workspace) == ()
    (root,) = take_trusted(desk.workspace, authority.file)
    assert office_trusted(desk.workspace) == (root,)
    look = check_paper_file(desk.workspace, desk.file)
    assert [seal.is_trusted for seal in look.seals] == [True]
    assert any("owner单位" in line and "出自指定的证书" in line for line in checked_lines(look))
    bad = desk.folder / "bad.pem"
    bad.write_text("no certificate")
    assert refused(take_trusted, desk.workspace, bad) is Problem.TRUST_UNREADABLE
    assert office_trusted(desk.workspace) == (root,)
    assert check_workspace(desk.workspace).findings == ()
