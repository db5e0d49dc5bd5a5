"""A bundle whose sums all hold, since somebody wrote them anew, is still found out."""

import io
import json
import os
import shutil
import zipfile
from datetime import UTC, datetime
from pathlib import Path

import pikepdf
import pytest

from inspector.core.bundles import BundleForm
from inspector.core.errors import Cancelled
from inspector.core.faults import FaultCode
from inspector.core.proofs import CheckName, CheckState
from inspector.operations.bundle_checks import check_bundles
from inspector.operations.bundles import seal_bundle
from inspector.reports.pades import SealOrder, seal_pdf
from inspector.reports.verapdf import refused_by
from inspector.sync.certificates import make_certificate
from inspector.words.archive import check_line, fault_sentence
from tests.kit.bundles import manifests_anew, replaced
from tests.kit.commands import command
from tests.kit.sample import sample_workspace

AT = datetime(2026, 11, 28, 9, tzinfo=UTC)
WORDS = "一个长口令 2026"
DATA = "data/其他/数据"


@pytest.fixture(scope="module")
def sealed(tmp_path_factory):
    """Seal the small sample as a folder, as a ZIP, and in parts."""
    folder = tmp_path_factory.mktemp("sealed")
    with sample_workspace(folder) as sample:
        seal = seal_bundle, sample.workspace, sample.project_id
        seal[0](*seal[1:], folder / "bag", form=BundleForm(as_folder=True))
        seal[0](*seal[1:], folder / "b.zip")
        (folder / "parts").mkdir()
        form = BundleForm(part_bytes=3_000_000)
        seal[0](*seal[1:], folder / "parts" / "p.zip", form=form)
    return folder


@pytest.fixture
def bag(sealed, tmp_path):
    """Give the folder, to be changed: its files are links, so they are replaced, not written."""
    return shutil.copytree(sealed / "bag", tmp_path / "bag", copy_function=os.link)


def proofs_of(*paths):
    check = check_bundles(paths)
    for _path, found in check.found:
        for fault in (*found.faults, *found.remarks):
            assert "{" not in fault_sentence(fault)
    return check


def faults(check):
    return {(f.code, f.member) for _path, found in check.found for f in found.faults}


def codes(check):
    return {code for code, _member in faults(check)}


@pytest.mark.parametrize("name", ["bag", "b.zip"])
def test_a_sealed_bundle_passes_every_check(sealed, name):
    check = proofs_of(sealed / name)
    assert check.ok
    (one,) = check.proven
    states = {line.check: line.state for line in one.lines}
    assert set(states) == set(CheckName)
    assert {state for name, state in states.items() if name is not CheckName.SEALS} == {
        CheckState.OK
    }
    assert states[CheckName.SEALS] is CheckState.ABSENT
    for line in one.lines:
        assert all(check_line(line))


def test_parts_are_one_bundle_and_one_alone_says_no_more_than_it_knows(sealed):
    parts = sorted((sealed / "parts").glob("*.zip"))
    assert len(parts) > 1
    assert proofs_of(*parts).ok
    for part in parts:
        check = proofs_of(part)
        assert faults(check) == set()
        assert check.absent


def test_a_zip_packed_anew_passes_too(sealed, tmp_path):
    with zipfile.ZipFile(sealed / "b.zip") as archive:
        files = [(name, archive.read(name)) for name in archive.namelist()]
    with zipfile.ZipFile(tmp_path / "b.zip", "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files:
            archive.writestr(name, content)
    assert proofs_of(tmp_path / "b.zip").ok


# -- catalogue -----------------------------------------------------------------------------------


def papers(bag):
    return sorted(
        path for path in (bag / "data/电子档案").rglob("0*.pdf") if not path.name.startswith("000_")
    )


def photos(bag):
    return sorted((bag / "data/电子档案").rglob("照片/*"))


def edit(path, before, after, times=-1):
    content = path.read_bytes()
    assert before.encode() in content
    replaced(path, content.replace(before.encode(), after.encode(), times))


def drop_paper(bag):
    papers(bag)[0].unlink()
    return papers(bag)[0]


def add_paper(bag):
    (papers(bag)[0].parent / "077_补充.pdf").write_bytes(papers(bag)[0].read_bytes())


def drop_entry(bag):
    path = bag / "data/文件目录.XML"
    lines = path.read_text().splitlines(keepends=True)
    replaced(path, "".join([*lines[:2], *lines[3:]]).encode())


def drop_lists(bag):
    (bag / "data/文件目录.XML").unlink()


def break_list(bag):
    replaced(bag / "data/文件目录.XML", b"<a><b></a>")


def bomb_list(bag):
    text = '<!DOCTYPE a [<!ENTITY x "xxxx"><!ENTITY y "&x;&x;">]><a><b>&y;</b></a>'
    replaced(bag / "data/文件目录.XML", text.encode())


def other_size(bag):
    path = bag / "data/其他/照片目录.csv"
    size = photos(bag)[0].stat().st_size
    edit(path, f",{size},", f",{size + 1},")


def other_title(bag):
    path = next((bag / "data/其他").glob("卷内目录_*.csv"))
    edit(path, "联合竣工验收报告", "联合验收报告")


def other_count(bag):
    edit(bag / "data/案卷目录.XML", "<备注>共", "<备注>共9")


@pytest.mark.parametrize(
    ("change", "code", "where"),
    [
        (drop_paper, FaultCode.ENTRY_WITHOUT_FILE, ".pdf"),
        (add_paper, FaultCode.FILE_WITHOUT_ENTRY, "077_补充.pdf"),
        (drop_entry, FaultCode.FILE_WITHOUT_ENTRY, ".pdf"),
        (drop_lists, FaultCode.LIST_ABSENT, "文件目录.XML"),
        (break_list, FaultCode.LIST_UNREADABLE, "文件目录.XML"),
        (bomb_list, FaultCode.LIST_UNREADABLE, "文件目录.XML"),
        (other_size, FaultCode.ENTRY_DIFFERS, ".jpg"),
        (other_title, FaultCode.ENTRY_DIFFERS, "联合竣工验收报告.pdf"),
        (other_count, FaultCode.ENTRY_DIFFERS, "电子档案"),
    ],
)
def test_a_catalogue_that_does_not_fit_the_files_is_found(bag, change, code, where):
    change(bag)
    manifests_anew(bag)
    check = proofs_of(bag)
    assert [member for each, member in faults(check) if each is code and where in member]


# -- papers --------------------------------------------------------------------------------------


def with_pdf(change):
    """Open a paper's PDF, change it, and write it back."""

    def changed(bag):
        path = papers(bag)[0]
        with pikepdf.open(io.BytesIO(path.read_bytes())) as pdf:
            options = change(pdf) or {}
            out = io.BytesIO()
            pdf.save(out, **options)
        replaced(path, out.getvalue())

    return changed


def lose_a_page(pdf):
    del pdf.pages[-1]


def run_a_script(pdf):
    action = pikepdf.Dictionary(S=pikepdf.Name.JavaScript, JS="app.alert(1)")
    pdf.Root.OpenAction = pdf.make_indirect(action)


def show_another_file(pdf):
    stream = pdf.make_stream(b"")
    stream.F = pikepdf.String("../secret.dat")
    pdf.pages[0].Contents = stream


def lose_fonts(pdf):
    for each in pdf.objects:
        if isinstance(each, pikepdf.Dictionary) and "/FontFile2" in each:
            del each.FontFile2


def lose_colours(pdf):
    del pdf.Root.OutputIntents


def lock(_pdf):
    return {"encryption": pikepdf.Encryption(owner="x", user="x")}


@pytest.mark.parametrize(
    ("change", "code"),
    [
        (lose_a_page, FaultCode.PAGES_DIFFER),
        (run_a_script, FaultCode.PDF_SCRIPT),
        (show_another_file, FaultCode.PDF_OUTSIDE),
        (lose_fonts, FaultCode.PDF_FONT_ABSENT),
        (lose_colours, FaultCode.PDF_INTENT_ABSENT),
    ],
)
def test_a_paper_that_is_not_what_it_must_be_is_found(bag, change, code):
    with_pdf(change)(bag)
    manifests_anew(bag)
    assert (code, papers(bag)[0].relative_to(bag).as_posix()) in faults(proofs_of(bag))


@pytest.mark.parametrize("content", [b"", b"%PDF-1.7\n", b"%PDF-1.7\nstartxref\n9\n%%EOF"])
def test_a_form_that_is_no_pdf_is_a_fault(bag, content):
    path = next((bag / "data/电子档案").rglob("000_案卷封面.pdf"))
    replaced(path, content)
    manifests_anew(bag)
    name = path.relative_to(bag).as_posix()
    assert (FaultCode.PDF_UNREADABLE, name) in faults(proofs_of(bag))


def test_papers_that_were_received_are_remarked_on_only(bag):
    """A letter may be an encrypted PDF, or a plain one: it was kept as it came."""
    folder = bag / "data/其他/附件"
    folder.mkdir(exist_ok=True)
    with pikepdf.new() as pdf:
        pdf.add_blank_page()
        pdf.save(folder / "plain.pdf")
        pdf.save(folder / "locked.pdf", encryption=pikepdf.Encryption(owner="x", user="x"))
    manifests_anew(bag)
    check = proofs_of(bag)
    assert check.ok
    remarks = {(f.code, Path(f.member).name) for _path, one in check.found for f in one.remarks}
    assert (FaultCode.PDF_NOT_ARCHIVAL, "plain.pdf") in remarks
    assert (FaultCode.PDF_ENCRYPTED, "locked.pdf") in remarks


VERAPDF = """#!/bin/sh
shift 2
for file in "$@"; do
  case "$file" in */0.pdf) echo "FAIL $file 2u";; *) echo "PASS $file 2u";; esac
done
exit 1
"""


@pytest.mark.skipif(os.name == "nt", reason="stands in for the program by a shell script")
def test_verapdf_is_asked_where_it_is_installed(sealed, tmp_path, monkeypatch):
    program = tmp_path / "bin" / "verapdf"
    program.parent.mkdir()
    program.write_text(VERAPDF)
    program.chmod(0o755)
    monkeypatch.setenv("PATH", f"{program.parent}:{os.environ['PATH']}")
    check = proofs_of(sealed / "b.zip")
    ((code, member),) = faults(check)
    assert code is FaultCode.PDF_REFUSED
    assert member.endswith(".pdf")
    program.write_text("#!/bin/sh\nexit 3\n")
    assert proofs_of(sealed / "b.zip").ok


@pytest.mark.skipif(os.name == "nt", reason="stands in for the program by a shell script")
def test_verapdf_is_stopped_with_the_check(tmp_path):
    program = tmp_path / "verapdf"
    program.write_text("#!/bin/sh\nexec sleep 60\n")
    program.chmod(0o755)
    watching = Watching(0.0)
    watching.report(1, 1)
    with pytest.raises(Cancelled):
        refused_by(str(program), [tmp_path / "a.pdf"], watching)


def signed(content):
    made = make_certificate("王强", "市政集团", WORDS, AT)
    order = SealOrder(pkcs12=made, passphrase=WORDS, field="s1", at=AT, reason="验收", name="王强")
    return seal_pdf(content, order)


def test_certificate_signatures_are_checked(bag):
    path = papers(bag)[0]
    whole = signed(path.read_bytes())
    replaced(path, whole)
    manifests_anew(bag)
    (one,) = proofs_of(bag).proven
    (seals,) = (line for line in one.lines if line.check is CheckName.SEALS)
    assert (seals.state, seals.looked_at) == (CheckState.OK, 1)

    at = whole.index(b"/Producer")
    replaced(path, whole[: at + 12] + bytes([whole[at + 12] ^ 1]) + whole[at + 13 :])
    manifests_anew(bag)
    check = proofs_of(bag)
    assert FaultCode.PDF_SEAL_CHANGED in codes(check)
    (text,) = [
        fault_sentence(fault)
        for _path, found in check.found
        for fault in found.faults
        if fault.code is FaultCode.PDF_SEAL_CHANGED
    ]
    assert "王强" in text
    assert path.name in text


# -- photos --------------------------------------------------------------------------------------


def test_a_photo_that_was_exchanged_is_found_by_its_intake(bag):
    path = photos(bag)[0]
    content = path.read_bytes()
    replaced(path, content[:-3] + bytes([content[-3] ^ 1]) + content[-2:])
    manifests_anew(bag)
    found = faults(proofs_of(bag))
    name = path.relative_to(bag).as_posix()
    assert (FaultCode.PHOTO_UNKNOWN, name) in found
    assert (FaultCode.ENTRY_DIFFERS, name) in found
    assert FaultCode.PHOTO_ABSENT in {code for code, _member in found}


def test_photos_are_not_called_unknown_where_only_the_manifest_is_damaged(bag):
    path = bag / "manifest-sha256.txt"
    replaced(path, path.read_bytes().replace(b"\n", b"\r\n"))
    assert faults(proofs_of(bag)) == {(FaultCode.HASH_DIFFERS, path.name)}


@pytest.mark.parametrize(
    "name",
    [
        *("其他/案卷目录.csv", "其他/照片目录.csv", "其他/照片目录.XML", "其他/卷内目录_*.csv"),
        *("电子档案/**/000_案卷封面.pdf", "电子档案/**/[09]*卷内*.pdf"),
    ],
)
def test_lists_and_forms_that_were_taken_out_are_missed(bag, name):
    gone = sorted((bag / "data").glob(name))
    assert gone
    for path in gone:
        path.unlink()
    manifests_anew(bag)
    missing = {(FaultCode.MEMBER_MISSING, path.relative_to(bag).as_posix()) for path in gone}
    assert missing <= faults(proofs_of(bag))


def shorten_term(bag):
    edit(bag / "data/其他/案卷目录.csv", "永久", "短期")


def retitle_volume(bag):
    edit(bag / "data/其他/案卷目录.csv", "公开", "机密")


def rename_photographer(bag):
    edit(bag / "data/其他/照片目录.XML", "<摄影者>", "<摄影者>另一位")


def cut_photo_list(bag):
    path = bag / "data/其他/照片目录.XML"
    lines = path.read_text().splitlines(keepends=True)
    replaced(path, "".join([*lines[:2], *lines[3:]]).encode())


@pytest.mark.parametrize(
    ("forge", "table"),
    [
        (shorten_term, "案卷目录.csv"),
        (retitle_volume, "案卷目录.csv"),
        (rename_photographer, "照片目录.csv"),
        (cut_photo_list, "照片目录.csv"),
    ],
)
def test_a_catalogue_that_says_otherwise_than_its_other_form_is_found(bag, forge, table):
    forge(bag)
    manifests_anew(bag)
    assert faults(proofs_of(bag)) == {(FaultCode.ENTRY_DIFFERS, f"data/其他/{table}")}


# -- history and records -------------------------------------------------------------------------


def listing(bag):
    return bag / DATA / "journal.json"


def segments(bag):
    return [bag / DATA / line["file"] for line in json.loads(listing(bag).read_text())]


def relist(bag, change):
    lines = json.loads(listing(bag).read_text())
    change(lines)
    replaced(listing(bag), json.dumps(lines).encode())


def change_a_segment(bag):
    path = segments(bag)[1]
    replaced(path, path.read_bytes().replace(b'"height":', b'"height": '))


def sign_nothing(bag):
    relist(bag, lambda lines: lines[0].update(signature="0" * 128))


def other_key(bag):
    relist(bag, lambda lines: lines[0].update(key="0" * 64))


def cut_the_end(bag):
    segments(bag)[-1].unlink()
    relist(bag, lambda lines: lines.pop())


def cut_the_middle(bag):
    segments(bag)[1].unlink()
    relist(bag, lambda lines: lines.pop(1))


def slip_one_in(bag):
    path = segments(bag)[0]
    (path.parent / "09999-ffffffffffff.json").write_bytes(path.read_bytes())


def break_listing(bag):
    replaced(listing(bag), b"[{}]")


@pytest.mark.parametrize(
    ("change", "code"),
    [
        (change_a_segment, FaultCode.SEGMENT_CHANGED),
        (sign_nothing, FaultCode.SEGMENT_UNSIGNED),
        (other_key, FaultCode.SEGMENT_UNSIGNED),
        (cut_the_middle, FaultCode.SEGMENT_OUT_OF_CHAIN),
        (slip_one_in, FaultCode.SEGMENT_OUT_OF_CHAIN),
        (cut_the_end, FaultCode.HEADS_DIFFER),
        (break_listing, FaultCode.LIST_UNREADABLE),
    ],
)
def test_a_history_that_was_touched_is_found(bag, change, code):
    change(bag)
    manifests_anew(bag)
    check = proofs_of(bag)
    assert code in codes(check)
    assert {fault[0] for fault in faults(check)} == {code}


def rewrite_rows(bag, table, change):
    path = bag / DATA / f"{table}.json"
    rows = json.loads(path.read_text())
    change(rows)
    replaced(path, json.dumps(rows, ensure_ascii=False).encode())


def test_a_changed_field_is_named_though_the_hash_was_written_anew(bag):
    rewrite_rows(bag, "defect", lambda rows: rows[0].update(text="无"))
    manifests_anew(bag)
    check = proofs_of(bag)
    assert codes(check) == {FaultCode.RECORDS_DIFFER, FaultCode.RECORD_DIFFERS}
    (hashed,) = [
        f for _p, one in check.found for f in one.faults if f.code is FaultCode.RECORDS_DIFFER
    ]
    edit(bag / DATA / "bundle.json", hashed.facts["said"], hashed.facts["found"])
    manifests_anew(bag)
    assert faults(proofs_of(bag)) == {(FaultCode.RECORD_DIFFERS, f"{DATA}/defect.json")}


@pytest.mark.parametrize(
    "change",
    [
        lambda rows: rows.pop(),
        lambda rows: rows.append({**rows[0], "id": "0" * 36}),
        lambda rows: rows[0].update(deleted=1),
        lambda rows: rows[0].update(text=7),
    ],
    ids=["removed", "added", "deleted", "other kind"],
)
def test_records_that_the_history_does_not_give_are_found(bag, change):
    rewrite_rows(bag, "defect", change)
    manifests_anew(bag)
    assert codes(proofs_of(bag)) == {FaultCode.RECORDS_DIFFER, FaultCode.RECORD_DIFFERS}


def hash_anew(bag):
    """Write the hash of the records anew too, as a forger would who knows how it is made."""
    manifests_anew(bag)
    for _path, found in proofs_of(bag).found:
        for fault in found.faults:
            if fault.code is FaultCode.RECORDS_DIFFER:
                edit(bag / DATA / "bundle.json", fault.facts["said"], fault.facts["found"])
    manifests_anew(bag)


def recolumn(bag, change):
    path = bag / DATA / "columns.json"
    columns = json.loads(path.read_text())
    change(columns)
    replaced(path, json.dumps(columns).encode())


def lend_away(bag):
    rewrite_rows(bag, "defect", lambda rows: rows[0].update(project_id="zzz", text="无"))


def hide_a_table(bag):
    rewrite_rows(bag, "defect", lambda rows: rows[0].update(text="无"))
    recolumn(bag, lambda columns: columns.pop("defect"))


def hide_a_column(bag):
    rewrite_rows(bag, "defect", lambda rows: rows[0].update(text="无"))
    recolumn(bag, lambda columns: columns["defect"].pop("text"))


def invent_a_column(bag):
    rewrite_rows(bag, "defect", lambda rows: rows[0].update(verdict="合格"))


def tell_twice(bag):
    rewrite_rows(bag, "defect", lambda rows: rows.insert(0, {**rows[0], "text": "无"}))


def drop_a_person(bag):
    rewrite_rows(bag, "person", lambda rows: rows.pop())


def add_a_person(bag):
    rewrite_rows(
        bag, "person", lambda rows: rows.append({**rows[0], "id": "0" * 36, "project_id": "q"})
    )


@pytest.mark.parametrize(
    ("forge", "table"),
    [
        (lend_away, "defect"),
        (hide_a_table, "defect"),
        (hide_a_column, "defect"),
        (invent_a_column, "defect"),
        (tell_twice, "defect"),
        (drop_a_person, "person"),
        (add_a_person, "person"),
    ],
)
def test_records_that_a_forger_hid_from_the_comparison_are_found(bag, forge, table):
    forge(bag)
    hash_anew(bag)
    assert {member for _code, member in faults(proofs_of(bag))} == {f"{DATA}/{table}.json"}


@pytest.mark.parametrize("kept", [(), ("bundle.json",), ("bundle.json", "columns.json")])
def test_a_bundle_that_was_robbed_of_its_history_is_not_sound(bag, kept):
    rewrite_rows(bag, "defect", lambda rows: rows[0].update(text="无"))
    for name in ("journal", "journal-org"):
        shutil.rmtree(bag / DATA / name)
    gone = {"journal.json", "journal-org.json", "bundle.json", "columns.json"} - set(kept)
    for name in gone:
        (bag / DATA / name).unlink()
    if kept:
        facts = json.loads((bag / DATA / "bundle.json").read_text())
        del facts["heads"]
        replaced(bag / DATA / "bundle.json", json.dumps(facts).encode())
    manifests_anew(bag)
    missing = {(FaultCode.MEMBER_MISSING, f"{DATA}/{name}") for name in gone}
    assert faults(proofs_of(bag)) == missing


def test_a_journal_that_was_emptied_with_its_heads_leaves_no_record_standing(bag):
    shutil.rmtree(bag / DATA / "journal")
    replaced(listing(bag), b"[]")
    facts = json.loads((bag / DATA / "bundle.json").read_text())
    facts["heads"]["journal"] = []
    replaced(bag / DATA / "bundle.json", json.dumps(facts).encode())
    manifests_anew(bag)
    assert codes(proofs_of(bag)) == {FaultCode.RECORD_DIFFERS}


def test_heads_that_were_struck_out_are_missed(bag):
    cut_the_end(bag)
    facts = json.loads((bag / DATA / "bundle.json").read_text())
    del facts["heads"]
    replaced(bag / DATA / "bundle.json", json.dumps(facts).encode())
    manifests_anew(bag)
    assert codes(proofs_of(bag)) == {FaultCode.HEADS_DIFFER}


def test_tables_that_cannot_be_read_are_a_fault_and_no_crash(bag):
    replaced(bag / DATA / "columns.json", b"[1]")
    manifests_anew(bag)
    assert FaultCode.LIST_UNREADABLE in codes(proofs_of(bag))


@pytest.mark.parametrize("content", [b"[" * 99_999, b"x"])
def test_the_table_that_cannot_be_read_is_named(bag, content):
    replaced(bag / DATA / "defect.json", content)
    manifests_anew(bag)
    assert faults(proofs_of(bag)) == {(FaultCode.LIST_UNREADABLE, f"{DATA}/defect.json")}


@pytest.mark.parametrize("name", ["defect.json", "journal", "journal.json", "columns.json"])
def test_what_the_sums_found_is_not_told_once_more_in_other_words(bag, name):
    path = bag / DATA / name
    path = sorted(path.iterdir())[1] if path.is_dir() else path
    replaced(path, path.read_bytes() + b" ")
    check = proofs_of(bag)
    assert {member for _code, member in faults(check)} == {
        "bag-info.txt",
        path.relative_to(bag).as_posix(),
    }
    path.unlink()
    assert codes(proofs_of(bag)) == {FaultCode.MEMBER_MISSING, FaultCode.OXUM_DIFFERS}


# -- the command ---------------------------------------------------------------------------------


def test_the_command_tells_every_check(sealed, bag):
    ended = command("bundle", "verify", sealed / "b.zip", "--json")
    assert ended.code == 0
    lines = {line["check"]: line for line in ended.data["checks"]}
    assert list(lines) == [name.value for name in CheckName]
    assert lines["records"]["looked_at"] > 100
    assert ended.data["counts"]["damaged"] == 0
    sign_nothing(bag)
    manifests_anew(bag)
    ended = command("bundle", "verify", bag, "--json")
    assert ended.code == 1
    lines = {line["check"]: line for line in ended.data["checks"]}
    assert lines["history"]["state"] == "fault"
    assert lines["records"]["state"] == "absent"
    (fault,) = lines["history"]["faults"]
    assert set(fault) == {"code", "member", "message"}


class Watching:
    """A person who looks on, and stops once so much is done."""

    def __init__(self, until=2.0):
        self.until = until
        self.told = []

    def report(self, done, total):
        self.told.append(done / total)

    def wants_stop(self):
        return bool(self.told) and self.told[-1] >= self.until


@pytest.mark.parametrize("until", [0.0, 0.75, 0.9])
def test_a_check_can_be_stopped_at_any_stage(sealed, until):
    with pytest.raises(Cancelled):
        check_bundles([sealed / "bag"], Watching(until))


def test_progress_only_grows_and_ends_at_the_whole(sealed):
    for form in ("bag", "parts"):
        watching = Watching()
        check_bundles([sealed / form], watching)
        assert watching.told == sorted(watching.told)
        assert watching.told[-1] == 1.0
        assert len({share for share in watching.told if share > 0.75}) > 10
