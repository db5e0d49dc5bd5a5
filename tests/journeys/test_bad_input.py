"""Bad input: each gets a clear sentence, nothing is lost, nothing is half done."""

import json
import os
import subprocess

import pytest

from inspector.operations.workspace import open_workspace
from tests.journeys.conftest import Site
from tests.kit.commands import command, hash_of, real_command
from tests.kit.foreign import run_foreign
from tests.kit.photo_files import bomb, make_block, make_jpeg, wide_flat_jpeg
from tests.kit.sheets import make_workbook, with_cell, with_header

RARE = "㛃𠮷䶮𬭎"
HOSTILE = f"\"'“<b>x</b>&amp;\\0%s{{name}}\x1b[31m\x00\u202e{RARE}"
KEPT = f"\"'“<b>x</b>&amp;\\0%s{{name}}[31m{RARE}"


def refused_unchanged(site, *words):
    """Type a command that must be refused, and give its sentences."""
    before = hash_of(site.folder)
    ended = site.type(*words)
    assert (ended.code, ended.out) == (1, ""), ended
    assert ended.err.strip()
    assert "Traceback" not in ended.err
    assert hash_of(site.folder) == before
    return ended.err


def test_a_text_file_named_jpg_is_named_and_the_others_go_in(site, tmp_path):
    fake, true = tmp_path / "fake.jpg", tmp_path / "true.jpg"
    fake.write_text("no photo")
    true.write_bytes(make_jpeg(make_block()))
    before = hash_of(site.folder)
    ended = site.type("photo", "import", fake, "--json")
    assert ended.code == 1
    assert "fake.jpg”不是照片" in ended.err
    assert hash_of(site.folder) == before
    mixed = site.type("photo", "import", fake, true, "--json")
    assert mixed.code == 1
    assert [len(json.loads(mixed.out)[name]) for name in ("taken", "refused")] == [1, 1]


def test_a_defect_with_a_file_that_is_no_photo_is_not_recorded(site, tmp_path):
    fake = tmp_path / "fake.jpg"
    fake.write_text("no photo")
    words = ("defect", "add", "--place", "12", "--text", "a", "--photo", fake)
    assert "fake.jpg" in refused_unchanged(site, *words)


def test_a_photo_with_bad_facts_is_kept_and_marked(site, tmp_path):
    damaged, heavy = tmp_path / "damaged.jpg", tmp_path / "bomb.jpg"
    damaged.write_bytes(make_jpeg(make_block())[:-40])
    heavy.write_bytes(make_jpeg(bomb()))
    receipt = site.do("photo", "import", damaged, heavy)
    assert len(receipt["taken"]) == 2
    photos = {photo["name"]: photo for photo in site.do("photo", "list")}
    assert photos["damaged.jpg"]["latitude"] is not None
    assert photos["bomb.jpg"]["latitude"] is None
    assert photos["bomb.jpg"]["position_reason"]


def test_a_photo_of_200_megapixels_goes_in_and_prints(site, tmp_path):
    photo = tmp_path / "wide.jpg"
    photo.write_bytes(wide_flat_jpeg())
    words = ("defect", "add", "--place", "12", "--text", "a", "--photo", photo)
    assert len(site.do(*words)["photo_ids"]) == 1
    made = site.do("report", "acceptance", "--out", tmp_path / "r.pdf")
    assert made["warnings"] == []


@pytest.mark.parametrize(
    ("spoil", "named"),
    [
        (
            lambda items: items[0].update(shown_when={"item": items[0]["id"], "state": "pass"}),
            "循环",
        ),
        (lambda items: items[0].update(shown_when={"item": "XX-999", "state": "pass"}), "XX-999"),
        (lambda items: items[0].update(tier="best"), "best"),
        (lambda items: items[1].update(id=items[0]["id"]), "重复"),
    ],
)
def test_a_faulty_checklist_is_refused_by_file_item_and_field(site, tmp_path, spoil, named):
    file = tmp_path / "pack.json"
    site.do("checklist", "export", "--out", file)
    told = json.loads(file.read_text(encoding="utf-8"))
    told["version"] = "2027.1"
    spoil(told["items"])
    file.write_text(json.dumps(told), encoding="utf-8")
    said = refused_unchanged(site, "checklist", "import", file)
    assert "pack.json" in said
    assert told["items"][0]["id"] in said
    assert named in said
    english = site.type("checklist", "check", file, "--lang", "en")
    assert english.code == 1


@pytest.mark.parametrize(
    ("change", "named"),
    [
        (with_header("楼栋", "楼栋编号", "楼房号"), ("楼栋", "楼房号")),
        (with_cell("改造方案", "检查项编号", 2, "XX-999"), ("改造方案", "XX-999")),
    ],
)
def test_a_workbook_with_a_fault_is_refused_by_sheet_row_and_column(site, tmp_path, change, named):
    file = make_workbook(tmp_path / "p.xlsx", change, with_cell("项目", "项目编码", 2, "NEW"))
    said = refused_unchanged(site, "project", "import", file)
    assert "没有导入任何内容" in said
    for word in named:
        assert word in said


@pytest.mark.parametrize(
    "content", [b"no workbook", b"PK\x03\x04broken", b""], ids=["text", "broken", "empty"]
)
def test_a_file_that_is_no_workbook_is_said_so(site, tmp_path, content):
    file = tmp_path / "p.xlsx"
    file.write_bytes(content)
    assert "p.xlsx" in refused_unchanged(site, "project", "import", file)


@pytest.mark.parametrize(
    "words",
    [
        ("project", "create", "--code", "JF2", "--name", "again"),
        ("project", "create", "--code", "二", "--name", "x"),
        ("project", "create", "--code", "AB", "--name", " \u200b "),
        ("project", "create", "--code", "AB", "--name", "x" * 501),
        ("project", "create", "--code", "AB", "--name", "x", "--plan-year", "9" * 20),
        ("project", "create", "--code", "AB", "--name", "x", "--plan-year=-1"),
        ("project", "create", "--code", "AB", "--name", "x", "--investment-yuan=-5"),
        (
            *("project", "create", "--code", "AB", "--name", "x"),
            *("--planned-start-on", "2026-05-02", "--planned-finish-on", "2026-05-01"),
        ),
        ("place", "add", "--code", "12", "--name", "again", "--parent", "C"),
        ("place", "add", "--code", "13", "--name", "x", "--parent", "none"),
        ("visit", "create", "--from", "2026-05-06", "--to", "2026-05-01"),
        ("answer", "set", "--place", "12", "--item", "XX-999", "--state", "pass"),
        ("answer", "set", "--place", "12", "--item", "FS-001", "--state", "na"),
        ("answer", "set", "--place", "12", "--item", "RD-006", "--reading", "1", "x"),
        ("answer", "set", "--place", "99", "--item", "FS-001", "--state", "pass"),
        ("defect", "add", "--place", "12", "--text", "\x00"),
        ("defect", "add", "--place", "12", "--text", "a", "--item", "XX-999"),
        ("defect", "edit", "NONE", "--set", "text=a"),
        ("defect", "move", "NONE", "issue"),
        ("notice", "issue", "--party", "contractor", "--due", "2026-06-01"),
        ("history", "NONE"),
        ("photo", "import", "/nowhere/photo.jpg"),
        ("report", "acceptance", "--out", "/nowhere/r.pdf"),
        ("bundle", "verify", "/nowhere/b.zip"),
        ("checklist", "check", "/nowhere/pack.toml"),
        ("workspace", "create", "--person", "again"),
        ("report", "acceptance", "--out", f"{'r' * 300}.pdf"),
        ("report", "acceptance", "--out", "report.txt"),
        ("checklist", "export", "--out", "pack.pdf"),
        ("project", "import", f"{'p' * 300}.xlsx"),
        ("checklist", "check", f"{'c' * 300}.toml"),
        ("bundle", "verify", f"{'b' * 300}.zip"),
    ],
    ids=lambda words: " ".join(words)[:80],
)
def test_what_cannot_be_is_refused_in_a_sentence(site, words):
    if words[0] == "photo":  # the receipt tells of each file, also on the other stream
        before = hash_of(site.folder)
        ended = site.type(*words)
        assert ended.code == 1
        assert "/nowhere/photo.jpg" in ended.err
        assert hash_of(site.folder) == before
    else:
        refused_unchanged(site, *words)


@pytest.mark.parametrize("field", ["state=closed", "number=1", "severity=bad", "due_on=morgen"])
def test_what_may_not_be_edited_is_refused(site, field):
    defect = site.do("defect", "add", "--place", "12", "--text", "a")
    refused_unchanged(site, "defect", "edit", defect["number"], "--set", "text=b", field)


@pytest.mark.parametrize(
    ("language", "earlier", "no_day"),
    [
        ("zh", "延期须晚于这一天，不能到 2026-06-01", "期限不随“登记回复”改变"),
        (
            "en",
            "must go to a later day than that, not to 2026-06-01",
            "does not change the deadline",
        ),
    ],
)
def test_a_due_day_moves_only_later_and_only_by_an_extension(site, language, earlier, no_day):
    number = site.do("defect", "add", "--place", "12", "--text", "a")["number"]
    site.do("defect", "move", number, "issue", "--due", "2026-06-01")
    extend = ("extend", "--reason", "雨", "--due", "2026-06-01", "--lang", language)
    assert earlier in refused_unchanged(site, "defect", "move", number, *extend)
    reply = ("reply", "--due", "2026-06-09", "--lang", language)
    assert no_day in refused_unchanged(site, "defect", "move", number, *reply)
    told = site.do("defect", "move", number, "extend", "--reason", "雨", "--due", "2026-06-02")
    assert told["due_on"] == "2026-06-02"


def test_a_file_that_exists_is_never_written_over(site, tmp_path):
    out = tmp_path / "mine"
    out.write_text("mine")
    for words in (
        *(("report", "acceptance"), ("defect", "export")),
        ("bundle", "seal", "--gaps-reason", "试"),
        *(("checklist", "export"), ("project", "export", "--template")),
    ):
        refused_unchanged(site, *words, "--out", out)
        assert out.read_text() == "mine"


def test_names_with_quotes_markup_controls_and_rare_characters_come_through(site, tmp_path):
    place = site.do("place", "add", "--code", "9", "--name", HOSTILE)
    party = site.do("party", "add", "--role", "owner", "--unit", HOSTILE)
    defect = site.do("defect", "add", "--place", "9", "--text", HOSTILE, "--party", "owner")
    visit = site.do("visit", "create", "--title", HOSTILE, "--inspector", HOSTILE)
    titles = {record["title"] for record in (place, party, defect, visit)}
    assert titles == {KEPT}
    assert {hit["id"] for hit in site.do("find", RARE)} >= {
        record["id"] for record in (place, party, defect, visit)
    }
    shown = site.type("defect", "list").out
    assert RARE in shown
    assert "\x1b" not in shown
    site.do("notice", "issue", "--party", "owner", "--due", "2026-06-01")
    made = site.do("report", "acceptance", "--out", tmp_path / "r.pdf")
    (warning,) = made["warnings"]
    assert "U+20BB7" in warning  # in no font that we ship
    site.do("bundle", "seal", "--out", tmp_path / "b.zip", "--gaps-reason", HOSTILE)
    assert command("bundle", "verify", tmp_path / "b.zip").code == 0


def test_a_newer_database_is_refused_whole(site):
    database = site.folder / "inspector.db"
    assert run_foreign(database, "PRAGMA user_version = 999") == [""]
    before = database.read_bytes()
    for words in (("project", "list"), ("place", "add", "--code", "1", "--name", "x")):
        ended = site.type(*words)
        assert (ended.code, ended.out) == (1, "")
        assert "升级本程序" in ended.err
    assert database.read_bytes() == before


def test_a_second_program_may_look_but_not_write(site, tmp_path, clock):
    first = open_workspace(site.folder, tmp_path / "profile", clock)
    try:
        place = ("place", "add", "--code", "1", "--name", "x")
        ended = real_command("--workspace", site.folder, *place)
        assert ended.code == 1
        assert str(os.getpid()) in ended.err
        looked = real_command("--workspace", site.folder, "place", "list", "--json")
        assert [one["code"] for one in json.loads(looked.out)] == ["C", "12"]
    finally:
        first.close()
    assert site.do(*place)["code"] == "1"


@pytest.fixture
def read_only_disk(tmp_path):
    """A disk that takes nothing: a folder without the right to write, for root a mount."""
    folder = tmp_path / "disk"
    folder.mkdir()
    if os.geteuid() != 0:
        folder.chmod(0o555)
        yield folder
        folder.chmod(0o755)
        return
    mount = ["mount", "-t", "tmpfs", "-o", "ro", "tmpfs", str(folder)]
    if subprocess.run(mount, check=False, capture_output=True).returncode:  # noqa: S603
        pytest.skip("this machine mounts nothing")
    yield folder
    subprocess.run(["umount", "-l", str(folder)], check=True)  # noqa: S603, S607


def test_a_folder_that_may_not_be_written_is_said_so(site, read_only_disk):
    ended = command("workspace", "create", read_only_disk / "w")
    assert (ended.code, ended.out) == (1, "")
    assert "不能写入文件夹" in ended.err
    for words in (
        *(("report", "acceptance"), ("defect", "export")),
        ("bundle", "seal", "--gaps-reason", "试"),
        *(("checklist", "export"), ("project", "export", "--template")),
    ):
        ended = site.type(*words, "--out", read_only_disk / "out")
        assert (ended.code, ended.out) == (1, ""), (words, ended)
        assert "不能写入" in ended.err
    assert list(read_only_disk.iterdir()) == []


@pytest.fixture
def small_disk(tmp_path):
    """A disk of four megabytes."""
    folder = tmp_path / "disk"
    folder.mkdir()
    if os.geteuid() != 0:
        pytest.skip("only root can mount a small disk")
    mount = ["mount", "-t", "tmpfs", "-o", "size=6m", "tmpfs", str(folder)]
    if subprocess.run(mount, check=False, capture_output=True).returncode:  # noqa: S603
        pytest.skip("this machine mounts nothing")
    yield folder
    subprocess.run(["umount", "-l", str(folder)], check=True)  # noqa: S603, S607


def test_a_full_disk_keeps_what_was_in_and_says_so(small_disk, tmp_path, clock):
    site = Site(small_disk / "w", clock)
    site.do("workspace", "create", site.folder)
    photos = []
    for number in range(4):
        photos.append(tmp_path / f"{number}.jpg")
        photos[-1].write_bytes(make_jpeg(make_block()) + os.urandom(1_300_000))
    ended = site.type("photo", "import", *photos)
    assert (ended.code, ended.out) == (1, "")
    assert "磁盘已满" in ended.err
    kept = site.do("photo", "list")
    assert 0 < len(kept) < len(photos)
    assert all(photo["is_here"] for photo in kept)
