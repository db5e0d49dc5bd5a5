"""Signatures over a bundle: made at sealing or later, verified by us and by openssl."""

import hashlib
import shlex
import shutil
import subprocess
import sys
import zipfile
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from inspector.archive.folderbag import seal_folder
from inspector.archive.tags import DECLARATION
from inspector.archive.texts import how_to_check
from inspector.archive.zipbag import seal
from inspector.core.bundles import BundleForm, BundleSigner
from inspector.core.errors import InspectorError, Problem
from inspector.core.faults import FaultCode
from inspector.core.progress import Unwatched
from inspector.operations.bundle_seals import opened_signer, sign_bundles
from inspector.operations.bundles import seal_bundle, verify_bundle
from inspector.operations.rechecking import recheck_shelf, repair_bundle
from inspector.operations.sealing import create_certificate
from inspector.reports.cades import read_detached
from inspector.sync.certificates import make_certificate, read_certificate
from tests.kit.bundles import make_plan
from tests.kit.certificates import issue
from tests.kit.commands import command
from tests.kit.sample import sample_workspace

PHRASE = "归档签名2026"
NOW = datetime(2026, 11, 22, 8, 30, 15, tzinfo=UTC)
P7S, MANIFEST = "tagmanifest-sha256.txt.p7s", "tagmanifest-sha256.txt"
QUIET = Unwatched()
needs_openssl = pytest.mark.skipif(not shutil.which("openssl"), reason="openssl is not here")


def clock():
    return NOW


def certificate(folder, holder="张𠮷三", now=NOW):
    path = folder / f"{holder}.p12"
    path.write_bytes(make_certificate(holder, "某区住建局", PHRASE, now))
    return BundleSigner(certificate=path, passphrase=PHRASE)


@pytest.fixture
def signer(tmp_path):
    return certificate(tmp_path)


@pytest.fixture
def sealed(tmp_path, signer):
    """Give a ZIP that was signed at its sealing."""
    opened = opened_signer(signer, NOW)
    plan = make_plan(tmp_path / "src")
    plan = replace(plan, info=(*plan.info, opened.announced))
    return seal(plan, tmp_path / "b.zip", QUIET, sign=opened.sealing).path


@pytest.fixture
def bag(tmp_path, sealed):
    """Give it unpacked."""
    with zipfile.ZipFile(sealed) as archive:
        archive.extractall(tmp_path / "x")
    return next((tmp_path / "x").iterdir())


def openssl(signature, content, *trust):
    command = ["openssl", "cms", "-verify", "-binary", "-inform", "DER", "-in", signature]
    command += ["-content", content, *trust]
    return subprocess.run(command, capture_output=True, check=False)  # noqa: S603 - openssl itself


def sign_bundle(bundle, signer, clock):
    return sign_bundles([bundle], signer, clock)[0]


def codes(path, *trusted):
    return [fault.code for fault in verify_bundle(path, trusted=trusted).faults]


def refusal(act, *given):
    with pytest.raises(InspectorError) as caught:
        act(*given)
    return caught.value.problem


def test_a_signed_bundle_tells_who_signed_and_when(sealed):
    found = verify_bundle(sealed)
    assert (found.faults, found.remarks) == ((), ())
    (one,) = found.seals
    assert (one.file, one.signed_at, one.holds) == (P7S, NOW, True)
    assert (one.certificate.holder, one.certificate.unit) == ("张𠮷三", "某区住建局")
    assert one.certificate.is_self_made
    said = dict(found.info)["Inspector-Signed-By"]
    assert said == f"张𠮷三，某区住建局；证书 SHA-256 {one.certificate.sha256}"


@needs_openssl
def test_openssl_verifies_it_alone_and_against_the_certificate(bag, tmp_path):
    signature, content = bag / P7S, bag / MANIFEST
    found = openssl(signature, content, "-noverify", "-signer", tmp_path / "own.pem")
    assert (found.returncode, found.stdout) == (0, content.read_bytes())
    own = ("-CAfile", tmp_path / "own.pem", "-partial_chain")
    assert openssl(signature, content, *own).returncode == 0
    content.write_bytes(content.read_bytes().replace(b"a", b"b", 1))
    assert openssl(signature, content, "-noverify").returncode != 0


@needs_openssl
def test_the_commands_in_the_text_for_archivists_do_as_they_say(bag, tmp_path):
    text = how_to_check().decode("utf-8-sig")
    lines = [line.strip() for line in text.splitlines() if line.startswith("  openssl ")]
    alone, whose, with_authority, own = map(shlex.split, lines)
    ended = [subprocess.run(one, cwd=bag, capture_output=True, check=False) for one in (alone, own)]  # noqa: S603 - our own text
    assert [(one.returncode, one.stderr) for one in ended] == [
        (0, b"CMS Verification successful\n")
    ] * 2
    told = subprocess.run(whose, cwd=bag, capture_output=True, check=False).stdout.decode()  # noqa: S603 - our own text
    (seal_found,) = verify_bundle(bag).seals
    assert seal_found.certificate.sha256 in told.replace(":", "").lower()
    issue("别的CA", is_authority=True).write(bag / "机构.pem")
    done = subprocess.run(with_authority, cwd=bag, capture_output=True, check=False)  # noqa: S603 - our own text
    assert done.returncode != 0


@needs_openssl
@pytest.mark.parametrize("with_rsa", [False, True])
def test_the_certificate_of_an_authority_leads_to_its_root(tmp_path, with_rsa):
    root = issue("某CA根", is_authority=True)
    middle = issue("某CA二级", root, is_authority=True)
    leaf = issue("某区住建局", middle, with_rsa=with_rsa)
    p12 = leaf.write_p12(tmp_path / "ca.p12", PHRASE, middle)
    seal_folder(make_plan(tmp_path / "src"), tmp_path / "bag", QUIET)
    made = sign_bundle(tmp_path / "bag", BundleSigner(certificate=p12, passphrase=PHRASE), clock)
    assert made.signature == tmp_path / "bag" / P7S
    trusted = root.write(tmp_path / "root.pem")
    other = issue("别的CA", is_authority=True).write(tmp_path / "other.pem")
    (one,) = verify_bundle(tmp_path / "bag").seals
    assert (one.issuers, one.is_trusted) == (("某CA二级",), False)
    (one,) = verify_bundle(tmp_path / "bag", trusted=[other, trusted]).seals
    assert (one.issuers, one.is_trusted) == (("某CA二级", "某CA根"), True)
    assert codes(tmp_path / "bag", trusted) == []
    assert codes(tmp_path / "bag", other) == [FaultCode.SEAL_UNTRUSTED]
    content = tmp_path / "bag" / MANIFEST
    for file, ends_well in ((trusted, True), (other, False)):
        told = openssl(made.signature, content, "-CAfile", file, "-purpose", "any")
        assert (told.returncode == 0) is ends_well, told.stderr


def test_an_issuer_that_may_not_issue_or_no_longer_counts_is_none(tmp_path):
    for number, (is_authority, days) in enumerate([(False, 3650), (True, 30)]):
        root = issue("某CA", is_authority=is_authority, days=days)
        leaf = issue("某局", root).write_p12(tmp_path / f"{number}.p12", PHRASE, root)
        bag = tmp_path / f"bag{number}"
        seal_folder(make_plan(tmp_path / "src"), bag, QUIET)
        sign_bundle(bag, BundleSigner(certificate=leaf, passphrase=PHRASE), clock)
        assert codes(bag, root.write(tmp_path / "root.pem")) == [FaultCode.SEAL_UNTRUSTED]


def test_trust_is_not_met_by_a_bundle_that_nobody_signed(tmp_path):
    path = seal(make_plan(tmp_path / "src"), tmp_path / "b.zip", QUIET).path
    root = issue("某CA", is_authority=True).write(tmp_path / "root.pem")
    assert codes(path) == []
    assert codes(path, root) == [FaultCode.SEAL_UNTRUSTED]
    (tmp_path / "no.pem").write_bytes(b"-----BEGIN rubbish")
    assert refusal(verify_bundle, path, None, [tmp_path / "no.pem"]) is Problem.TRUST_UNREADABLE
    assert refusal(verify_bundle, path, None, [tmp_path / "none"]) is Problem.CERTIFICATE_MISSING


def test_signing_later_leaves_the_zip_as_it_was(tmp_path):
    path = seal(make_plan(tmp_path / "src"), tmp_path / "b.zip", QUIET).path
    before = path.read_bytes()
    first = sign_bundle(path, certificate(tmp_path, "一"), clock)
    second = sign_bundle(path, certificate(tmp_path, "二"), clock)
    assert [one.signature.name for one in (first, second)] == ["b.zip.p7s", "b.zip.2.p7s"]
    assert path.read_bytes() == before
    found = verify_bundle(path)
    assert found.ok
    assert [(one.file, one.certificate.holder) for one in found.seals] == [
        ("b.zip.p7s", "一"),
        ("b.zip.2.p7s", "二"),
    ]
    assert refusal(sign_bundle, path, certificate_again(tmp_path, "二"), clock) is (
        Problem.BUNDLE_SIGNED_TWICE
    )


def certificate_again(folder, holder):
    return BundleSigner(certificate=folder / f"{holder}.p12", passphrase=PHRASE)


def test_a_second_signature_in_a_folder_has_a_number(bag, tmp_path):
    made = sign_bundle(bag.parent, certificate(tmp_path, "档案馆"), clock)
    assert made.signature == bag / "tagmanifest-sha256.txt.2.p7s"
    found = verify_bundle(bag)
    assert (found.faults, [one.certificate.holder for one in found.seals]) == (
        (),
        ["张𠮷三", "档案馆"],
    )


def test_other_tools_do_not_mind_the_signature(bag):
    done = subprocess.run(  # noqa: S603 - bagit itself
        [sys.executable, "-m", "bagit", "--validate", bag], capture_output=True, check=False
    )
    assert done.returncode == 0, done.stderr


def forged(bag, name="data/说明文件.TXT"):
    """Change a file and make all lists anew, as one who has no key can."""
    (bag / name).write_bytes("校验：51%\r\n".encode())
    for lists in ("manifest-sha256.txt", MANIFEST):
        lines = (line.split("  ", 1)[1] for line in (bag / lists).read_text().splitlines())
        (bag / lists).write_text(
            "".join(f"{hashlib.sha256((bag / n).read_bytes()).hexdigest()}  {n}\n" for n in lines)
        )


def test_a_forged_bundle_is_betrayed_by_the_signature(bag):
    assert codes(bag) == []
    forged(bag)
    assert codes(bag) == [FaultCode.SEAL_CHANGED]


def test_the_signature_of_another_bundle_does_not_hold(bag, tmp_path, signer):
    seal_folder(make_plan(tmp_path / "other", (5,)), tmp_path / "other.bag", QUIET)
    made = sign_bundle(tmp_path / "other.bag", signer, clock)
    shutil.copy(made.signature, bag / P7S)
    assert codes(bag) == [FaultCode.SEAL_CHANGED]


def test_a_signature_that_was_taken_away_is_missed(bag, tmp_path):
    (bag / P7S).unlink()
    assert codes(bag) == [FaultCode.SEAL_MISSING]
    made = tmp_path / "later"
    made.mkdir()
    for number in (0, 1):  # and that of another person is no substitute
        assert codes(bag) == [FaultCode.SEAL_MISSING]
        content = opened_signer(certificate(made, f"他人{number}"), NOW)
        (bag / P7S).write_bytes(content.signature((bag / MANIFEST).read_bytes()))


@pytest.mark.parametrize(
    "content",
    [b"", b"rubbish", b"0" * 3000, b"\x30\x80", b"0\x0b\x06\t*\x86H\x86\xf7\r\x01\x07\x01"],
)
def test_what_is_no_signature_is_a_broken_one(bag, content):
    (bag / P7S).write_bytes(content)
    assert FaultCode.SEAL_BROKEN in codes(bag)


def test_no_changed_bit_of_a_signature_in_a_zip_goes_unseen(sealed, tmp_path):
    whole = bytearray(sealed.read_bytes())
    with zipfile.ZipFile(sealed) as archive:
        info = archive.infolist()[-1]
    assert info.filename.endswith(P7S)
    start = info.header_offset + 30 + len(info.filename.encode())
    changed = tmp_path / "changed.zip"
    for at in range(start, start + info.file_size, 5):
        whole[at] ^= 1 << at % 8
        changed.write_bytes(whole)
        assert not verify_bundle(changed).ok, at - start
        whole[at] ^= 1 << at % 8


def test_no_changed_bit_of_a_signature_goes_unseen(bag):
    signature, manifest = (bag / P7S).read_bytes(), (bag / MANIFEST).read_bytes()
    for at in range(8 * len(signature)):
        changed = bytearray(signature)
        changed[at // 8] ^= 1 << at % 8
        reads = read_detached(bytes(changed), manifest)
        assert any(one.troubles or read_certificate(one.certificate) is None for one in reads), at


@needs_openssl
@pytest.mark.parametrize("how", [(), ("-keyid",), ("-md", "sha512"), ("-nosmimecap",)])
def test_signatures_that_openssl_made_are_verified(tmp_path, how):
    root = issue("某CA", is_authority=True)
    people = [issue(name, root, with_rsa=name == "乙") for name in ("甲", "乙")]
    bag = tmp_path / "bag"
    seal_folder(make_plan(tmp_path / "src"), bag, QUIET)
    signers = [
        part
        for number, one in enumerate(people)
        for part in ("-signer", one.write_key(tmp_path / f"{number}.pem"))
    ]
    command = ["openssl", "cms", "-sign", "-binary", "-outform", "DER", "-in", bag / MANIFEST]
    command += ["-out", bag / P7S, *signers, *how]
    done = subprocess.run(command, capture_output=True, check=False)  # noqa: S603 - openssl itself
    assert done.returncode == 0, done.stderr
    found = verify_bundle(bag, trusted=[root.write(tmp_path / "root.pem")])
    assert found.faults == ()
    assert sorted(one.certificate.holder for one in found.seals) == ["乙", "甲"]
    assert all(one.is_trusted for one in found.seals)


def test_a_signature_outside_the_term_does_not_hold(bag, tmp_path):
    (bag / P7S).unlink()
    info = (bag / "bag-info.txt").read_text()
    (bag / "bag-info.txt").write_text(info.replace("Inspector-Signed-By", "X-Signed-By"))
    forged(bag)
    manifest = (bag / MANIFEST).read_bytes()
    early, late = NOW - timedelta(days=1), NOW + timedelta(days=4 * 365)
    opened = opened_signer(certificate(tmp_path), NOW)
    for at, code in ((early, FaultCode.SEAL_EARLY), (late, FaultCode.SEAL_EXPIRED)):
        signed = replace(opened, order=replace(opened.order, at=at)).signature(manifest)
        (bag / P7S).write_bytes(signed)
        assert codes(bag) == [code]


def test_a_certificate_that_does_not_count_or_open_is_refused(tmp_path, sealed):
    old = certificate(tmp_path, "旧", NOW - timedelta(days=4 * 365))
    assert refusal(sign_bundle, sealed, old, clock) is Problem.CERTIFICATE_EXPIRED
    wrong = replace(certificate(tmp_path, "新"), passphrase=PHRASE[1:])
    assert refusal(sign_bundle, sealed, wrong, clock) is Problem.CERTIFICATE_LOCKED
    assert not list(tmp_path.glob("b.zip*.p7s"))


def test_a_damaged_bundle_is_not_signed(sealed, tmp_path, signer):
    content = bytearray(sealed.read_bytes())
    content[100] ^= 1
    sealed.write_bytes(content)
    assert refusal(sign_bundle, sealed, signer, clock) is Problem.BUNDLE_NOT_SIGNED
    assert refusal(sign_bundle, tmp_path / "none.zip", signer, clock) is Problem.FILE_MISSING


def test_of_several_bundles_none_is_signed_where_one_is_damaged(sealed, tmp_path):
    other = seal(make_plan(tmp_path / "src"), tmp_path / "c.zip", QUIET).path
    whole = sealed.read_bytes()
    sealed.write_bytes(whole[:5000] + b"?" + whole[5001:])
    person = certificate(tmp_path, "档案馆")
    assert refusal(sign_bundles, [other, sealed], person, clock) is Problem.BUNDLE_NOT_SIGNED
    assert not list(tmp_path.glob("*.zip*.p7s"))
    sealed.write_bytes(whole)
    made = sign_bundles([other, sealed], person, clock)
    assert [one.signature.name for one in made] == ["c.zip.p7s", "b.zip.p7s"]


def test_a_bag_without_our_tag_manifest_is_not_signed(tmp_path, signer):
    bag = tmp_path / "foreign"
    (bag / "data").mkdir(parents=True)
    (bag / "data/a").write_bytes(b"abc")
    (bag / "bagit.txt").write_text(DECLARATION)
    digest = hashlib.sha256(b"abc").hexdigest()
    (bag / "manifest-sha256.txt").write_text(f"{digest}  data/a\n")
    names = ("bagit.txt", "manifest-sha256.txt")
    sums = ((hashlib.sha512((bag / name).read_bytes()).hexdigest(), name) for name in names)
    (bag / "tagmanifest-sha512.txt").write_text("".join(f"{a}  {b}\n" for a, b in sums))
    assert verify_bundle(bag).ok
    assert refusal(sign_bundle, bag, signer, clock) is Problem.BUNDLE_UNLISTED


def test_a_repaired_bundle_keeps_its_signature(sealed, bag, tmp_path):
    whole = sealed.read_bytes()
    damaged = bytearray(whole)
    damaged[5000] ^= 1
    sealed.write_bytes(damaged)
    (bag / P7S).write_bytes(b"rubbish")
    made = repair_bundle(sealed, bag, tmp_path / "new.zip")
    assert made.path.read_bytes() == whole


def test_a_recheck_names_the_signature_that_does_not_hold(bag, tmp_path):
    shelf = tmp_path / "shelf"
    shutil.copytree(bag, shelf / "包")
    assert recheck_shelf(shelf, clock).is_well
    forged(shelf / "包")
    (row,) = recheck_shelf(shelf, clock).rows
    assert not row.is_well
    assert P7S in row.remark


@pytest.mark.parametrize("form", [BundleForm(), BundleForm(as_folder=True, part_bytes=3_000_000)])
def test_sealing_signs_every_part(tmp_path, form):
    with sample_workspace(tmp_path) as sample:
        signer = certificate(tmp_path, now=sample.workspace.now())
        wanted = replace(form, signer=signer, with_sm3=True)
        out = tmp_path / "b.zip"
        made = seal_bundle(sample.workspace, sample.project_id, out, form=wanted).value
        at = sample.workspace.now().replace(microsecond=0)
    parts = (made, *made.others)
    assert len(parts) > 1 or not form.as_folder
    for part in parts:
        found = verify_bundle(part.path)
        assert found.ok, found.faults
        assert [(one.file, one.signed_at) for one in found.seals] == [(P7S, at)]


def test_the_public_part_of_ones_own_certificate_is_what_others_trust(workspace, tmp_path):
    path, _made = create_certificate(workspace, "陈敏", "建设街道", PHRASE, tmp_path / "own.p12")
    bundle = seal(make_plan(tmp_path / "src"), tmp_path / "b.zip", QUIET).path
    sign_bundle(bundle, BundleSigner(certificate=path, passphrase=PHRASE), workspace.now)
    assert codes(bundle, tmp_path / "own.cer") == []
    (one,) = verify_bundle(bundle, trusted=[tmp_path / "own.cer"]).seals
    assert one.is_trusted


def test_the_commands_sign_and_tell(tmp_path, sealed, signer):
    phrase = tmp_path / "phrase.txt"
    phrase.write_text(f"{PHRASE}\n")
    second = certificate(tmp_path, "档案馆").certificate
    given = ("--certificate", second, "--passphrase-file", phrase)
    ended = command("bundle", "sign", sealed, *given, "--json", clock=clock)
    assert ended.code == 0, ended.err
    assert ended.data["file"] == str(tmp_path / "b.zip.p7s")
    assert ended.data["certificate"]["holder"] == "档案馆"
    ended = command("bundle", "verify", sealed)
    assert ended.code == 0
    assert "张𠮷三、某区住建局，2026-11-22 16:30，成立（自制证书" in ended.out
    ended = command("bundle", "verify", sealed, "--json")
    assert [one["holds"] for one in ended.data["signatures"]] == [True, True]
    root = issue("某CA", is_authority=True).write(tmp_path / "root.pem")
    ended = command("bundle", "verify", sealed, "--trust", root)
    assert ended.code == 1
    assert "没有一个成立的签名出自指定的证书" in ended.err + ended.out
    ended = command("bundle", "sign", sealed, *given, clock=clock)
    assert ended.code == 1
