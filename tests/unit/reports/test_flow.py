"""Pages fill as a careful typesetter would fill them."""

from pathlib import Path

from hypothesis import example, given
from hypothesis import strategies as st

from inspector.core.papers import PaperPhoto, WarningCode
from inspector.reports.composer import Composer
from inspector.reports.layout.blocks import Gap, Led, NewPage, Stack
from inspector.reports.layout.colours import AGAINST
from inspector.reports.layout.grid import grid
from inspector.reports.layout.measures import MM
from inspector.reports.layout.pen import Anchor
from inspector.reports.photocaptions import caption_lines
from inspector.reports.press import Press
from inspector.reports.styles import CELL
from tests.kit.pdf import joined, page_texts, quick_faults, whole_text
from tests.kit.sample_papers import FONTS, IDENTITY, draw_photo, make_photo

COLUMNS = [40 * MM, 120 * MM]


def printed(folder: Path, make):
    """Print the blocks that `make` gives for a composer."""
    press = Press(FONTS, "ab" * 32)
    blocks = make(press.composer)
    press.fill(blocks, press.furniture("项目", "编号"))
    return press.finish(folder / "paper.pdf", IDENTITY, "纸", "题")


def rows(composer: Composer, count: int, text: str = "内容"):
    return [
        (composer.cell(f"行{number:03d}"), composer.cell(text)) for number in range(1, count + 1)
    ]


def table(composer: Composer, count: int, **more):
    numbered = composer.numbered("台账")
    head = composer.head("编号", "正文")
    return grid(COLUMNS, rows(composer, count), head=head, caption=numbered.caption, **more)


def test_a_table_carries_head_and_caption_to_every_page(tmp_path):
    written = printed(tmp_path, lambda composer: [table(composer, 300)])
    pages = page_texts(written.path)
    assert len(pages) == written.pages > 5
    assert all("编号" in page and "正文" in page for page in pages)
    assert "表 1　台账（续）" not in pages[0]
    assert all("台账（续）" in page for page in pages[1:])


def test_no_row_of_a_table_is_lost_or_doubled(tmp_path):
    written = printed(tmp_path, lambda composer: [table(composer, 300)])
    text = whole_text(written.path)
    assert all(text.count(f"行{number:03d}") == 1 for number in range(1, 301))


def test_no_page_holds_a_single_last_row(tmp_path):
    for count in range(30, 50):
        written = printed(tmp_path, lambda composer, count=count: [table(composer, count)])
        assert page_texts(written.path)[-1].count("行") >= 2


def test_a_heading_moves_with_its_table(tmp_path):
    def make(composer):
        heading = composer.heading(Anchor("a", "一、标题"))
        return [Gap(1), composer.text("前文"), Gap(225 * MM), Led([heading], table(composer, 5))]

    first, second = page_texts(printed(tmp_path, make).path)
    assert "标题" not in first
    assert second.index("标题") < second.index("表 1") < second.index("行001")


def test_a_note_stays_with_the_end_of_its_table(tmp_path):
    for count in range(30, 60):

        def make(composer, count=count):
            return [table(composer, count, note=composer.remark("表注"))]

        last = page_texts(printed(tmp_path, make).path)[-1]
        assert "表注" in last
        assert last.count("行") >= 2


def test_a_cell_higher_than_a_page_goes_on_on_the_next(tmp_path):
    text = "".join(f"第{number}句话。" for number in range(3000))

    def make(composer):
        row = (composer.cell("长"), composer.cell(text))
        return [grid(COLUMNS, [row, *rows(composer, 3)], head=composer.head("甲", "乙"))]

    written = printed(tmp_path, make)
    shown = "".join(joined(page.split("乙", 1)[-1]) for page in page_texts(written.path))
    assert written.pages > 3
    assert all(shown.count(f"第{number}句话") == 1 for number in range(0, 3000, 100))
    assert "行003" in shown


def test_a_whole_table_moves_rather_than_break(tmp_path):
    def make(composer):
        return [
            composer.text("前文"),
            Gap(200 * MM),
            grid(COLUMNS, rows(composer, 12)).kept_whole(),
        ]

    first, second = page_texts(printed(tmp_path, make).path)
    assert "行" not in first
    assert second.count("行") == 12


def test_a_paragraph_leaves_no_line_alone(tmp_path):
    def make(composer):
        return [Gap(1), composer.text("头"), Gap(241 * MM), composer.text("甲乙丙丁戊" * 40)]

    pages = page_texts(printed(tmp_path, make).path)
    assert len(pages) == 2
    assert "甲" not in pages[0]


def test_a_new_page_at_the_top_of_a_page_makes_no_empty_one(tmp_path):
    written = printed(
        tmp_path,
        lambda composer: [
            NewPage(),
            composer.text("一"),
            NewPage(),
            NewPage(),
            composer.text("二"),
        ],
    )
    assert written.pages == 2


def test_what_stays_together_is_higher_than_the_page_and_still_prints(tmp_path):
    def make(composer):
        return [Stack(*(composer.text(f"段{number}") for number in range(60)))]

    assert "段0" in whole_text(printed(tmp_path, make).path)


def test_a_missing_photo_leaves_a_frame_that_says_so(tmp_path):
    photo = PaperPhoto(number="P-9", sha256="0" * 64, preview=tmp_path / "gone.jpg")
    written = printed(tmp_path, lambda composer: [composer.photo(photo, 60, 45)])
    assert "照片P-9无法显示" in whole_text(written.path)
    assert [warning.code for warning in written.warnings] == [WarningCode.PHOTO_MISSING]


def test_a_photo_without_preview_says_its_own_reason(tmp_path):
    photo = PaperPhoto(number="P-9", sha256="0" * 64, trouble="原件已损坏")
    written = printed(tmp_path, lambda composer: [composer.photo(photo, 60, 45)])
    assert "原件已损坏" in whole_text(written.path)
    assert written.warnings[0].detail == "原件已损坏"


def test_an_original_that_is_elsewhere_is_said_in_red_below_the_photo(tmp_path):
    absent = make_photo(tmp_path, 3, absence="照片原件不在本机（在其他电脑）")
    made = []
    printed(tmp_path, lambda composer: made.extend(caption_lines(composer, absent)) or made)
    assert (made[-1].text, made[-1].style.colour) == (absent.absence, AGAINST)
    here = []
    printed(
        tmp_path,
        lambda composer: here.extend(caption_lines(composer, make_photo(tmp_path, 3))) or here,
    )
    assert [line.text for line in here] == [line.text for line in made[:-1]]


def test_a_broken_preview_leaves_a_frame_that_says_so(tmp_path):
    broken = tmp_path / "b.jpg"
    broken.write_bytes(draw_photo(tmp_path / "a.jpg", 1).read_bytes()[:900])
    photo = make_photo(tmp_path, 3, preview=broken)
    written = printed(tmp_path, lambda composer: [composer.photo(photo, 60, 45)])
    assert "预览文件已损坏" in whole_text(written.path)
    assert written.warnings[0].code is WarningCode.PHOTO_BROKEN
    assert quick_faults(written.path) == []


def test_one_photo_shown_twice_is_kept_once(tmp_path):
    photo = make_photo(tmp_path, 3)
    once = printed(tmp_path, lambda composer: [composer.photo(photo, 60, 45)]).size
    twice = printed(tmp_path, lambda composer: [composer.photo(photo, 60, 45)] * 2).size
    assert twice - once < photo.preview.stat().st_size / 10


PLAIN = st.text(
    alphabet="验收合格张㛃陈䶮王𬭎，。（）《》“”、；：！？—…·ABCxyz019 %≤≥°<>&\"'\\/#()[]{}+=~_\n",
    max_size=300,
)


@given(text=PLAIN)
@example(text="<b>不是标记</b><img src='/etc/passwd'/>&amp;")
@example(text="张㛃 陈䶮 王𬭎" * 30)
@example(text="=1+1")
def test_any_text_reads_back_as_it_was_given(tmp_path_factory, text):
    folder = tmp_path_factory.mktemp("text")
    written = printed(
        folder, lambda composer: [composer.text("始"), composer.text(text), composer.text("终")]
    )
    shown = whole_text(written.path)
    found = shown[shown.index("始") + 1 : shown.rindex("终")]
    assert found == joined(text)


@given(text=st.text(st.characters(), max_size=200))
@example(text="\x00\x07\ud800\udfff\ufffe\u202e\u200b🧱👷🏽")
def test_any_text_at_all_makes_a_sound_file(tmp_path_factory, text):
    folder = tmp_path_factory.mktemp("any")
    written = printed(
        folder,
        lambda composer: [
            composer.text(text),
            grid(COLUMNS, [(composer.cell(text), composer.cell(text, style=CELL))]),
        ],
    )
    assert quick_faults(written.path) == []


def test_a_character_without_glyph_is_spelled_and_warned_of(tmp_path):
    written = printed(tmp_path, lambda composer: [composer.text("李𠮷")])
    assert "李〔U+20BB7〕" in whole_text(written.path)
    assert [warning.subject for warning in written.warnings] == ["U+20BB7"]
