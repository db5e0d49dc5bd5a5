"""The joint acceptance report: what stands where, and that it is a sound document."""

import hashlib
import json
import re
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pypdfium2
import pytest

from inspector.core.errors import Cancelled, InspectorError, Problem
from inspector.core.papers import PartyRow, PhotoPair, WarningCode, check_code, snapshot_sha256
from inspector.core.progress import Unwatched
from inspector.reports.acceptance import write_acceptance
from inspector.reports.outline import Against
from inspector.reports.outlines.way import procedure_section
from inspector.words import language
from tests.kit.golden import assert_golden
from tests.kit.pdf import joined, page_texts, picture, quick_faults, whole_text
from tests.kit.sample_chapters import make_way
from tests.kit.sample_papers import (
    FONTS,
    IDENTITY,
    NOT_APPLICABLE,
    PROJECT,
    make_acceptance,
    make_conclusion,
    make_defect,
    make_empty_acceptance,
    make_photo,
)

ROOT = Path(__file__).parents[3]
HEADING = re.compile(r"^(.、.{2,8}|附件 [A-E]　.+|表 \d+　.+)$")
CHAPTERS = [
    *("一、工程概况", "二、程序执行情况", "三、参建单位报告与评价", "四、验收组织"),
    *("五、资料核查", "六、现场查验结果", "七、问题与整改", "八、居民意见"),
    *("九、验收结论", "十、签署页", "附件 A　照片", "附件 B　文件副本"),
    *("附件 C　长效管理方案与移交清单", "附件 D　位置图", "附件 E　数据说明"),
]
UNRECORDED = (
    *("小区和楼栋情况未记录。", "参建单位和参加单位未记录。", "改造内容与完成情况未记录。"),
    *("居民意愿和方案表决未记录。", "方案公示未记录。", "没有豁免、认定和确认。"),
    *("未登记勘察、设计、施工、监理单位，报告和评价未记录。", "联合竣工验收会议未记录"),
    *("本章内容未记录。", "实测实量未记录。", "功能性试验与检测未记录。", "未登记问题。"),
    *("居民满意度和意见未记录。", "照片未记录。", "程序文件未记录。", "长效管理查验未记录。"),
    "照片没有定位，部位坐标未记录。",
)
LONG = "某某市某某区某某街道" * 12


@pytest.fixture(scope="module")
def paper(tmp_path_factory):
    return make_acceptance(tmp_path_factory.mktemp("photos"))


@pytest.fixture(scope="module")
def written(paper, tmp_path_factory):
    out = tmp_path_factory.mktemp("report") / "report.pdf"
    return write_acceptance(paper, out, FONTS, Unwatched())


def report(tmp_path, paper):
    return write_acceptance(paper, tmp_path / "report.pdf", FONTS, Unwatched())


def test_it_conforms_to_pdf_a_2u(written):
    assert quick_faults(written.path) == []


def test_every_page_says_what_was_looked_at_and_approved(written):
    pages = "\n\f\n".join(page_texts(written.path))
    assert_golden("acceptance.txt", pages.replace(written.check_code, "<code>"))


def test_every_page_carries_code_and_number_of_pages(written, paper):
    code = check_code(snapshot_sha256(paper))
    for number, text in enumerate(page_texts(written.path), start=1):
        assert f"校验码 {code}" in text
        assert f"第 {number} 页 / 共 {written.pages} 页" in text


def test_no_page_ends_with_a_heading(written):
    for text in body_of(written.path):
        lines = [line for line in text.splitlines() if line.strip() and not _is_furniture(line)]
        assert not HEADING.match(lines[-1]), lines[-1]


def body_of(path):
    """Give the pages behind cover and contents."""
    pages = page_texts(path)
    first = next(at for at, page in enumerate(pages) if CHAPTERS[0] in page.splitlines())
    return pages[first:]


def _is_furniture(line: str) -> bool:
    return "校验码" in line or "联合竣工验收报告 " in line or line.startswith("第 ")


def test_the_contents_lead_to_the_right_pages(written):
    pages = page_texts(written.path)
    entries = re.findall(
        r"^((?:[一二三四五六七八九十]、|附件 |表 ).+?)\s+(\d+)$", pages[1], re.MULTILINE
    )
    assert len(entries) > 15
    for title, number in entries:
        assert title in pages[int(number) - 1]


def test_the_outline_lists_the_chapters_by_their_official_numbers(written):
    document = pypdfium2.PdfDocument(written.path)
    titles = [mark.get_title() for mark in document.get_toc() if mark.level == 0]
    document.close()
    assert titles == CHAPTERS


def test_a_report_of_which_nothing_is_on_record_has_every_chapter_all_the_same(tmp_path):
    made = report(tmp_path, make_empty_acceptance())
    document = pypdfium2.PdfDocument(made.path)
    titles = [mark.get_title() for mark in document.get_toc() if mark.level == 0]
    document.close()
    assert titles == CHAPTERS
    text = joined(whole_text(made.path))
    for told in UNRECORDED:
        assert joined(told) in text, told


def test_what_is_missing_is_red_and_a_waiver_prints_with_authority_paper_and_reason(written):
    text = joined(whole_text(written.path))
    (waiver,) = make_way().sayings
    for told in (waiver.authority, waiver.paper, waiver.reason):
        assert joined(told) in text
    section = procedure_section(make_way())
    (table,) = (one for one in section.tables if one.title == "验收前置条件")
    marked = [str(value) for row in table.rows for value in row if isinstance(value, Against)]
    assert marked == ["缺"]


def test_tables_are_numbered_on_through_the_report(written):
    body = "\n".join(body_of(written.path))
    numbers = re.findall(r"^表 (\d+)　(?!.*（续）)", body, re.MULTILINE)
    assert [int(number) for number in numbers] == list(range(1, 33))


def test_what_does_not_apply_is_printed_with_its_places_and_reason(written):
    text = joined(whole_text(written.path))
    assert "不适用的检查项" in text
    for row in NOT_APPLICABLE:
        assert joined(row.places) in text
        assert joined(row.reason) in text


def test_rare_names_read_back_and_missing_ones_are_warned_of(written):
    text = whole_text(written.path)
    assert all(name in text for name in ("张㛃", "陈䶮", "王𬭎", "李〔U+20BB7〕"))
    assert [(each.code, each.subject) for each in written.warnings] == [
        (WarningCode.GLYPH_MISSING, "U+20BB7")
    ]


def test_a_conclusion_without_meeting_says_so_on_cover_and_in_chapter_nine(written):
    pages = page_texts(written.path)
    assert "（未经会议）" in pages[0]
    assert any("九、验收结论" in page and "未经联合验收会议" in page for page in pages[2:])


def test_a_conclusion_of_a_meeting_is_not_marked(tmp_path):
    paper = make_empty_acceptance(conclusion=make_conclusion(without_meeting=False))
    assert "未经" not in whole_text(report(tmp_path, paper).path)


def test_every_page_is_inked_inside_its_margins(written):
    for number in range(written.pages):
        page = picture(written.path, number)
        assert page.inked > 0.005
        assert page.spill == 0


def test_equal_papers_give_equal_bytes(written, paper, tmp_path):
    again = report(tmp_path, paper)
    assert again.path.read_bytes() == written.path.read_bytes()
    assert again.sha256 == written.sha256


def test_another_process_gives_the_same_bytes(tmp_path):
    program = (
        "import json, sys; from pathlib import Path\n"
        "from tests.kit.sample_papers import FONTS, make_acceptance\n"
        "from inspector.core.progress import Unwatched\n"
        "from inspector.reports.acceptance import write_acceptance\n"
        "paper = make_acceptance(Path(sys.argv[1]), defects=3, photos=3)\n"
        "made = write_acceptance(paper, Path(sys.argv[2]), FONTS, Unwatched())\n"
        "print(json.dumps(made.sha256))"
    )
    hashes = set()
    for seed in ("1", "2"):
        command = [sys.executable, "-c", program, str(tmp_path / seed), str(tmp_path / "r.pdf")]
        done = subprocess.run(  # noqa: S603 - our own program
            command, cwd=ROOT, env={"PYTHONHASHSEED": seed}, capture_output=True, check=True
        )
        hashes.add(json.loads(done.stdout))
    assert len(hashes) == 1


def test_the_hash_told_is_that_of_the_file(written):
    assert hashlib.sha256(written.path.read_bytes()).hexdigest() == written.sha256
    assert written.path.stat().st_size == written.size


def test_an_empty_project_makes_a_report_that_invents_nothing(tmp_path):
    made = report(tmp_path, make_empty_acceptance())
    text = whole_text(made.path)
    assert quick_faults(made.path) == []
    assert made.warnings == ()
    assert "未登记问题。" in text
    assert "尚无现场查验记录。" in text
    assert "表2参建单位" not in text
    assert "None" not in text


def test_unknown_facts_print_as_a_dash(tmp_path):
    text = whole_text(report(tmp_path, make_empty_acceptance()).path)
    assert "建设单位—" in text


def test_very_long_names_stay_on_the_page(tmp_path):
    project = replace(PROJECT, name=LONG, address=LONG, owner_unit=LONG)
    parties = (PartyRow(role=LONG, unit=LONG, representative=LONG, post=LONG),)
    paper = make_acceptance(tmp_path, defects=0, photos=0, project=project, parties=parties)
    made = report(tmp_path, paper)
    assert quick_faults(made.path) == []
    assert LONG in whole_text(made.path)
    assert all(picture(made.path, number).spill == 0 for number in range(made.pages))


def test_a_defect_with_a_text_of_many_pages_is_printed_whole(tmp_path):
    text = "".join(f"第{number}句。" for number in range(2500))
    defect = make_defect(tmp_path, 1, text=text)
    made = report(tmp_path, make_empty_acceptance(defects=(defect,)))
    shown = whole_text(made.path)
    assert shown.count("第2499句。") == 2
    assert quick_faults(made.path) == []


def test_two_defects_with_photos_share_a_page(written):
    pages = page_texts(written.path)
    assert any(page.count("（整改前）") == 2 for page in pages)


def test_a_lost_photo_is_named_and_the_report_is_still_made(tmp_path):
    lost = make_photo(tmp_path, 1, preview=None, trouble="原件不在本机")
    made = report(tmp_path, make_empty_acceptance(photos=(lost, make_photo(tmp_path, 2))))
    assert "原件不在本机" in whole_text(made.path)
    assert [(each.code, each.subject) for each in made.warnings] == [
        (WarningCode.PHOTO_MISSING, "P-0001")
    ]


def test_stopping_leaves_nothing_behind(paper, tmp_path):
    class Stopper(Unwatched):
        def wants_stop(self):
            return True

    with pytest.raises(Cancelled):
        write_acceptance(paper, tmp_path / "r.pdf", FONTS, Stopper())
    assert list(tmp_path.iterdir()) == []


def test_progress_ends_at_its_total(paper, tmp_path):
    class Watcher(Unwatched):
        def report(self, done, total):
            told.append((done, total))

    told = []
    write_acceptance(paper, tmp_path / "r.pdf", FONTS, Watcher())
    assert told[0][0] == 0
    assert told[-1][0] == told[-1][1]


def test_an_old_report_stays_until_the_new_one_is_whole(tmp_path):
    out = tmp_path / "r.pdf"
    out.write_bytes(b"old")
    gone = make_photo(tmp_path / "p", 1)
    paper = make_empty_acceptance(photos=(gone,))

    class Thief(Unwatched):
        def report(self, done, total):
            if done == total:
                gone.preview.unlink(missing_ok=True)

    with pytest.raises(InspectorError) as caught:
        write_acceptance(paper, out, FONTS, Thief())
    assert caught.value.problem is Problem.FILE_MISSING
    assert out.read_bytes() == b"old"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["p", "r.pdf"]


def test_a_full_disk_is_told_and_leaves_nothing(tmp_path):
    program = (
        "import resource, signal, sys; from pathlib import Path\n"
        "from tests.kit.sample_papers import FONTS, make_acceptance\n"
        "from inspector.core.errors import InspectorError\n"
        "from inspector.core.progress import Unwatched\n"
        "from inspector.reports.acceptance import write_acceptance\n"
        "paper = make_acceptance(Path(sys.argv[1]), defects=3, photos=3)\n"
        "signal.signal(signal.SIGXFSZ, signal.SIG_IGN)\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (50_000, 50_000))\n"
        "try:\n"
        "    write_acceptance(paper, Path(sys.argv[2]) / 'r.pdf', FONTS, Unwatched())\n"
        "except InspectorError as error:\n"
        "    print(error.problem, Path(error.facts['file']).name)\n"
    )
    pytest.importorskip("resource", reason="limits of file size are a POSIX thing")
    out = tmp_path / "out"
    out.mkdir()
    command = [sys.executable, "-c", program, str(tmp_path / "p"), str(out)]
    done = subprocess.run(  # noqa: S603 - our own program
        command, cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "disk_full r.pdf"
    assert list(out.iterdir()) == []


def test_a_folder_that_is_not_there_is_told(tmp_path):
    with pytest.raises(InspectorError) as caught:
        write_acceptance(make_empty_acceptance(), tmp_path / "no" / "r.pdf", FONTS, Unwatched())
    assert caught.value.problem is Problem.FOLDER_NOT_WRITABLE


def test_markup_in_a_name_is_only_text(tmp_path):
    name = "<b>甲</b> & <img src='/etc/passwd'/> \"乙\" =1+1"
    made = report(tmp_path, make_empty_acceptance(project=replace(PROJECT, name=name)))
    assert joined(name) in whole_text(made.path)
    assert quick_faults(made.path) == []


def test_the_number_of_the_report_is_in_the_metadata(written):
    document = pypdfium2.PdfDocument(written.path)
    facts = document.get_metadata_dict()
    document.close()
    assert facts["Title"] == "联合竣工验收报告"
    assert facts["Subject"] == f"{PROJECT.name}（JF2）"
    assert IDENTITY.number in facts["Keywords"]
    assert facts["CreationDate"] == "D:20261122164000+08'00'"


def test_the_language_of_the_paper_follows_the_program(tmp_path):
    assert language.language() == "zh"
    made = report(tmp_path, make_empty_acceptance())
    assert b"/Lang (zh-CN)" in made.path.read_bytes()


def test_photos_without_counterpart_share_a_row(tmp_path):
    before, after = make_photo(tmp_path, 1), make_photo(tmp_path, 2)
    pairs = (PhotoPair(before=before, after=None), PhotoPair(before=None, after=after))
    made = report(tmp_path, make_empty_acceptance(defects=(make_defect(tmp_path, 1, pairs=pairs),)))
    text = whole_text(made.path)
    assert "（整改前）" in text
    assert "（整改后）" in text
    assert "无整改" not in text


def test_a_single_photo_says_which_one_is_missing(tmp_path):
    pairs = (PhotoPair(before=make_photo(tmp_path, 1), after=None),)
    made = report(tmp_path, make_empty_acceptance(defects=(make_defect(tmp_path, 1, pairs=pairs),)))
    assert "无整改后照片" in whole_text(made.path)
