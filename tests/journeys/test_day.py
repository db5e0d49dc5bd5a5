"""A working day, typed: from an empty folder to a sealed bundle, every step by the next person."""

import json
from datetime import timedelta
from decimal import Decimal
from itertools import product
from pathlib import Path

from inspector.folders import resources
from inspector.sheets.workbook import read_workbook
from tests.journeys.conftest import Site
from tests.kit.commands import command, command_data, hash_of
from tests.kit.photo_files import make_block, make_jpeg

PHOTO_KEYS = (
    *("sha256", "name", "latitude", "longitude", "position_reason", "datum", "altitude_m"),
    *("direction_deg", "accuracy_m", "taken_local", "utc_offset", "offset_source"),
    *("make", "model", "orientation"),
)


def make_photo(path: Path) -> Path:
    path.write_bytes(make_jpeg(make_block()))
    return path


def test_a_day_from_an_empty_folder_to_a_sealed_bundle(tmp_path, clock):
    site = Site(tmp_path / "w", clock)
    made = site.do("workspace", "create", site.folder, "--person", "李工", "--unit", "区住建局")
    assert {"schema_version", "content_hash", "counts"} <= made.keys()
    code, building = import_the_project(site, tmp_path)
    defect = inspect(site, code, building)
    issue(site, code, defect, tmp_path)
    clock.tick(timedelta(days=6))
    repair_and_check_again(site, defect, tmp_path)
    seal_and_verify(site, code, tmp_path)


def import_the_project(site, tmp_path):
    """The office fills the template and imports it."""
    site.do("project", "export", "--template", "--out", tmp_path / "t.xlsx")
    project = site.do("project", "import", tmp_path / "t.xlsx")
    code = project["code"]
    assert [one["code"] for one in site.do("project", "list")] == [code]
    assert site.do("project", "show", code)["title"] == project["title"]
    places = site.do("place", "list", "--project", code)
    items = site.do("checklist", "show")["items"]
    assert len(items) == 180
    assert all(item["id"] and item["code"] and item["title"] for item in items)
    return code, next(place for place in places if place["kind"] == "building")


def inspect(site, code, building):
    """On site: an answer with readings, a photo, a defect."""
    visit = site.do("visit", "create", "--project", code, "--kind", "spot_check")
    where = ("--project", code, "--visit", visit["code"], "--place", building["id"])
    line = site.do(
        *("answer", "set", *where, "--item", "rd-006", "--state", "fail"),
        *("--reading", "1", "2", "3", "4", "9", "--due", "5", "--note", "3m 直尺"),
    )
    assert (line["code"], line["state"], line["assessment"]) == ("RD-006", "fail", "fail")
    assert [Decimal(one["value"]) for one in line["readings"]] == [1, 2, 3, 4, 9]
    before = resources() / "sample" / "hydrant.heic"
    defect = site.do(
        *("defect", "add", *where, "--item", "RD-006", "--severity", "major"),
        *("--text", "路面局部沉陷", "--photo", before, "--party", "contractor"),
    )
    assert len(defect["photo_ids"]) == 1
    assert defect["code"] == defect["number"]
    return defect


def issue(site, code, defect, tmp_path):
    """Back at the office: a notice with a day."""
    due = (site.clock() + timedelta(days=7)).date().isoformat()
    to = ("--project", code, "--party", "contractor", "--due", due)
    notice = site.do("notice", "issue", *to)
    assert notice["defect_ids"] == [defect["id"]]
    out = tmp_path / "n.pdf"
    site.do("notice", "print", notice["code"], "--project", code, "--out", out)
    assert out.read_bytes().startswith(b"%PDF-")


def repair_and_check_again(site, defect, tmp_path):
    """A week later: one person takes the reply down, another one checks again."""
    move = ("defect", "move", defect["number"])
    site.do("workspace", "person", "--person", "王工")
    site.do(*move, "start_repair")
    site.do(*move, "reply", "--photo", make_photo(tmp_path / "after.jpg"))
    refused = site.type(*move, "recheck_pass")
    assert (refused.code, refused.out) == (1, "")
    assert "他人复验" in refused.err
    site.do("workspace", "person", "--person", "李工", "--unit", "区住建局")
    assert site.do(*move, "recheck_pass")["state"] == "closed"
    assert site.do("defect", "list", "--open") == []
    history = site.do("history", defect["number"])
    assert {entry["person"] for entry in history} == {"李工", "王工"}
    assert history[0]["column"] == "*"


def seal_and_verify(site, code, tmp_path):
    """The papers, and a check of the bundle where there is no workspace at all."""
    report, bundle = tmp_path / "r.pdf", tmp_path / "b.zip"
    site.do("report", "acceptance", "--project", code, "--out", report)
    assert report.read_bytes().startswith(b"%PDF-")
    for kind, end in product(("acceptance", "defects", "visit"), ("pdf", "docx", "xlsx")):
        out = tmp_path / f"{kind}.{end}"
        made = site.do("report", kind, "--project", code, "--out", out)
        assert (made["kind"], Path(made["file"])) == (kind, out)
    site.do("bundle", "seal", "--project", code, "--out", bundle, "--gaps-reason", "途中")
    found = command_data("--workspace", tmp_path / "nowhere", "bundle", "verify", bundle)
    assert (found["ok"], found["faults"]) == (True, [])
    (listed,) = site.do("bundle", "list")
    assert listed["sha256"] == found["sha256"]
    content = bundle.read_bytes()
    bundle.write_bytes(content.replace("路面局部沉陷".encode(), "路面局部沉降".encode()))
    spoiled = command("bundle", "verify", bundle, "--json")
    assert spoiled.code == 1
    assert not json.loads(spoiled.out)["ok"]
    assert spoiled.err


def test_photos_wait_in_the_tray_of_a_workspace_without_a_project(tmp_path, clock):
    site = Site(tmp_path / "w", clock)
    site.do("workspace", "create", site.folder)
    folder = tmp_path / "card"
    folder.mkdir()
    make_photo(folder / "a.jpg")
    (folder / "b.jpg").write_bytes(make_jpeg())
    receipt = site.do("photo", "import", folder)
    assert [len(receipt[name]) for name in ("taken", "known", "refused")] == [2, 0, 0]
    again = site.do("photo", "import", folder / "a.jpg")
    assert [len(again[name]) for name in ("taken", "known", "refused")] == [0, 1, 0]
    photos = {photo["name"]: photo for photo in site.do("photo", "list")}
    assert set(PHOTO_KEYS) <= photos["a.jpg"].keys()
    assert abs(photos["a.jpg"]["latitude"] - 36.067123) < 1e-6
    assert photos["a.jpg"]["direction_deg"] == 215.3
    assert photos["a.jpg"]["taken_local"] == "2026-11-19T09:41:07.123"
    assert photos["b.jpg"]["latitude"] is None
    assert photos["b.jpg"]["position_reason"] == "absent"


def test_a_photo_goes_from_the_tray_to_the_defect_that_it_shows(site, tmp_path):
    site.do("photo", "import", make_photo(tmp_path / "a.jpg"))
    (photo,) = site.do("photo", "list", "--project", "tray")
    defect = site.do("defect", "add", "--place", "C/12", "--text", "井盖异响")
    site.do("photo", "link", photo["sha256"][:8], "--defect", defect["number"])
    assert site.do("photo", "list", "--project", "tray") == []
    (mine,) = site.do("defect", "show", defect["number"])["photos"]
    assert mine["sha256"] == photo["sha256"]
    assert mine["links"][0]["target_id"] == defect["id"]


def test_every_id_may_be_a_code(site):
    by_code = site.do("project", "show", "jf2")
    assert site.do("project", "show", by_code["id"]) == by_code
    place = site.do("place", "list")[1]
    visit = site.do("visit", "list")[0]
    for name in (place["id"], "12", "12幢", "C/12"):
        for when in (visit["id"], visit["code"]):
            line = site.do(
                *("answer", "set", "--visit", when, "--place", name),
                *("--item", "FS-001", "--state", "pass"),
            )
            assert line["place_id"] == place["id"]
    defect = site.do("defect", "add", "--place", "12", "--text", "a")
    assert site.do("defect", "show", defect["number"].lower())["id"] == defect["id"]


def test_a_defect_is_edited_field_by_field(site):
    defect = site.do("defect", "add", "--place", "12", "--text", "旧", "--measured", "7")
    changed = site.do(
        *("defect", "edit", defect["id"], "--set", "text=新=真", "severity=critical"),
        *("--set", "party=contractor", "measured=", "due=2026-06-01"),
    )
    assert (changed["text"], changed["severity"], changed["measured"]) == (
        "新=真",
        "critical",
        None,
    )
    assert (changed["party"], changed["due_on"]) == ("市政建设集团", "2026-06-01")
    assert changed["number"] == defect["number"]
    entries = site.do("history", defect["number"])
    (entry,) = [entry for entry in entries if entry["column"] == "text"]
    assert (entry["before"], entry["after"]) == ("旧", "新=真")


def test_checklists_travel_as_files(site, tmp_path):
    out = tmp_path / "pack.json"
    site.do("checklist", "export", "--out", out)
    told = json.loads(out.read_text(encoding="utf-8"))
    told["version"] = "2027.1"
    told["items"][0]["title_zh"] = "改过的题目"
    out.write_text(json.dumps(told), encoding="utf-8")
    assert site.do("checklist", "check", out)["version"] == "2027.1"
    assert site.do("checklist", "import", out)["count"] == 180
    assert len(site.do("checklist", "list")) == 2
    diff = site.do("checklist", "diff", "cn-national@2026.2", "cn-national@2027.1")
    assert [one["item_id"] for one in diff["changed"]] == [told["items"][0]["id"]]
    assert site.type("checklist", "diff", "cn-national@2026.2", out).out.count("\n") == 2


def test_the_register_opens_as_a_workbook(site, tmp_path):
    site.do("defect", "add", "--place", "12", "--text", "=1+1", "--severity", "minor")
    site.do("defect", "export", "--out", tmp_path / "d.xlsx")
    (sheet,) = read_workbook(tmp_path / "d.xlsx")
    assert sheet.rows[1][3] == "=1+1"


def test_looking_changes_nothing(site, tmp_path):
    site.do("defect", "add", "--place", "12", "--text", "a")
    before = hash_of(site.folder)
    for words in (
        *(("project", "list"), ("project", "show"), ("place", "list"), ("party", "list")),
        *(("visit", "list"), ("defect", "list"), ("notice", "list"), ("photo", "list")),
        *(("report", "list"), ("bundle", "list"), ("checklist", "show"), ("find", "幢")),
        ("defect", "export", "--out", tmp_path / "d.xlsx"),
    ):
        assert site.type(*words).code == 0
    assert site.do("workspace", "info")["content_hash"] == before
    assert hash_of(site.folder) == before


def test_a_workspace_is_checked_backed_up_and_restored(site, tmp_path):
    photo = resources() / "sample" / "hydrant.heic"
    site.do("defect", "add", "--place", "12", "--text", "a", "--photo", photo)
    assert site.do("workspace", "check")["ok"]
    made = site.do("workspace", "backup", "--photos", "--to", tmp_path / "stick")
    again = Site(tmp_path / "again", site.clock)
    again.do("workspace", "restore", made["backup"], again.folder)
    assert hash_of(again.folder) == hash_of(site.folder)
    assert again.do("workspace", "check")["ok"]
    assert again.do("photo", "list")[0]["is_here"]
    refused = again.type("workspace", "restore", made["backup"], again.folder)
    assert refused.code == 1
    (original,) = (again.folder / "photos").glob("??/*.heic")
    original.chmod(0o644)
    original.write_bytes(b"spoiled")
    spoiled = again.type("workspace", "check", "--json")
    assert spoiled.code == 1
    assert not json.loads(spoiled.out)["ok"]
    assert "hydrant.heic" in spoiled.err
    assert again.type("workspace", "check", "--quick").code == 0


def test_in_english_a_checklist_reads_in_english(site):
    (item,) = site.do("checklist", "show", "--item", "PP-006", "--lang", "en")["items"]
    assert item["requirement"].startswith("New and repaired pipes are inspected")
    assert (item["title"], item["group"]) == ("Pipe CCTV survey", "drainage")
    assert (item["method"], item["sampling"]) == (
        "pipe CCTV / zoom camera",
        "100% of new and repaired sections",
    )
    assert "no defect, grade 1" in site.type("checklist", "show", "--lang", "en").out
