"""`sign`: what is shown, a signature drawn elsewhere, a scan, and taking back."""

import pytest

from inspector.core.ink import Ink, InkPoint, spell_ink
from inspector.core.projects import PartyRole
from tests.kit.builders import make_checked, make_party, make_place, make_project, make_workspace
from tests.kit.certificates import issue
from tests.kit.commands import command, command_data

INK = Ink(2000, 800, ((InkPoint(100, 100, 0, 400), InkPoint(900, 500, 60, 700)),))


@pytest.fixture
def at(tmp_path):
    workspace = make_workspace(tmp_path)
    project = make_project(workspace)
    make_checked(workspace, project, make_place(workspace, project))
    make_party(workspace, project, "市政集团")
    make_party(workspace, project, "建设街道", role=PartyRole.OWNER)
    workspace.close()
    here = ("--workspace", tmp_path / "workspace")
    command_data(*here, "meeting", "create", "--date", "2026-05-12")
    command_data(*here, "meeting", "override", "pass", "--reason", "现场已核")
    (tmp_path / "ink.json").write_text(spell_ink(INK), encoding="utf-8")
    return here


def test_a_party_signs_and_takes_back_on_the_command_line(at, tmp_path):
    told = command_data(*at, "sign", "list")
    add = (*at, "sign", "add", "市政集团", "--ink", tmp_path / "ink.json", "--signer", "王强")
    made = command_data(*add, "--shown", told["code"])
    assert (made["signer"], made["counts"], made["sha256"]) == ("王强", True, told["sha256"])
    command_data(*at, "meeting", "edit", "--venue", "社区会议室")
    (line,) = command_data(*at, "sign", "list")["signatures"]
    assert [part["code"] for part in line["changed"]] == ["meeting"]
    assert "签后有变更：会议日期、地点、主持人或判定规则" in command(*at, "sign", "list").out
    back = command_data(*at, "sign", "withdraw", made["id"][:13], "--reason", "会议地点有误")
    assert back["withdrawn"]["reason"] == "会议地点有误"
    again = command(*add, "--shown", told["code"])
    assert again.code == 1
    assert told["code"] in again.err
    assert "不是现在内容的校验码" in again.err


def test_a_scanned_page_goes_by_its_check_code(at, tmp_path):
    report = command_data(*at, "report", "acceptance", "--out", tmp_path / "r.pdf")
    page = tmp_path / "page.pdf"
    page.write_bytes(b"%PDF-1.7\n")
    code = "-".join(report["snapshot"][at_ : at_ + 4].upper() for at_ in (0, 4, 8))
    told = command_data(*at, "sign", "scan", page, "--code", code, "--party", "市政集团")
    (line,) = told["signatures"]
    assert (line["kind"], line["report_id"]) == ("scan", report["id"])
    assert len(told["unsigned"]) == 1
    assert command(*at, "sign", "scan", page, "--code", "7F3A").code == 1


def test_a_drawing_that_is_none_is_refused(at, tmp_path):
    code = command_data(*at, "sign", "list")["code"]
    file = tmp_path / "ink.json"
    add = (*at, "sign", "add", "市政集团", "--ink", file, "--shown", code, "--signer", "王强")
    for content, where in (
        (b'{"strokes": []}', "width, height"),
        (b"[1]", "width, height, strokes"),
        (b"{", "JSON"),
        (b"\xff\xfe", "UTF-8"),
        (b'{"width": 1.5, "height": 9, "strokes": []}', "width"),
        (b'{"width": 9, "height": 9, "strokes": [[[1, 2, 3], [1, 2]]]}', "strokes[1][2]"),
        (b'{"width": 9, "height": 9, "strokes": 7}', "strokes"),
        (b'{"width": 9, "height": 9, "strokes": [[[10, 2, 3]]]}', "#1"),
    ):
        file.write_bytes(content)
        refused = command(*add)
        assert refused.code == 1
        assert f"问题在：{where}。" in refused.err
        assert "ink.json" in refused.err
    file.unlink()
    refused = command(*add)
    assert (refused.code, "ink.json" in refused.err) == (1, True)


def test_the_beginning_of_several_ids_names_them_in_words(at, tmp_path):
    code = command_data(*at, "sign", "list")["code"]
    for party in ("市政集团", "建设街道"):
        add = (*at, "sign", "add", party, "--ink", tmp_path / "ink.json")
        made = command_data(*add, "--shown", code, "--signer", "王强")
    both = command(*at, "sign", "withdraw", made["id"][:6], "--reason", "x")
    assert both.code == 1
    assert all(unit in both.err for unit in ("（市政集团，", "（建设街道，"))
    short = command(*at, "sign", "withdraw", "019", "--reason", "x")
    assert (short.code, "前 6 位" in short.err) == (1, True)
    assert all(line["counts"] for line in command_data(*at, "sign", "list")["signatures"])


def test_a_report_is_signed_with_a_certificate_and_verified(at, tmp_path):
    report = tmp_path / "r.pdf"
    command_data(*at, "report", "acceptance", "--out", report)
    unsigned = command("sign", "verify", report)
    assert (unsigned.code, "这份 PDF 没有证书签名" in unsigned.out) == (1, True)
    phrase = ("--passphrase", "五方签字2026")
    made = command_data(
        *at, "sign", "certificate", "--holder", "王强", "--unit", "市政集团", *phrase
    )
    assert made["is_self_made"]
    told = command_data(*at, "sign", "pdf", report, "--party", "市政集团", *phrase)
    assert told["holds"]
    assert [one["certificate"]["holder"] for one in told["signatures"]] == ["王强"]
    assert command("sign", "verify", report, "--json").data["holds"]
    (line,) = command_data(*at, "sign", "list")["signatures"]
    assert (line["kind"], line["signer"]) == ("certificate", "王强")
    again = (*at, "sign", "pdf", report, "--party", "建设街道", *phrase)
    doubtful = command(*again)
    assert (doubtful.code, "已为“市政集团”签名" in doubtful.err) == (1, True)
    both = command_data(*again, "--confirmed")
    assert both["holds"]
    assert [one["concerns"] for one in both["signatures"]] == [["shared"], ["other_unit", "shared"]]
    assert "注意：证书单位与签名单位“建设街道”不同" in command("sign", "verify", report).out
    root = issue("Root CA", is_authority=True).write(tmp_path / "root.pem")
    strange = command("sign", "verify", report, "--trust", root, "--json")
    assert (strange.code, strange.data["holds"], strange.data["is_trusted"]) == (1, True, False)
    assert command_data(*at, "sign", "trust") == []
    (named,) = command_data(*at, "sign", "trust", "--take", root)
    assert named["holder"] == "Root CA"
    look = command(*at, "report", "check", report, "--json").data
    assert [one["is_trusted"] for one in look["signatures"]] == [False, False]
    wrong = command(*at, "sign", "pdf", report, "--party", "市政集团", "--passphrase", "falsch!!")
    assert "口令不对" in wrong.err
