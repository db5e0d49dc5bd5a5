"""Every widget of the kit on one page: `python tests/gui/kit/gallery.py OUT.png dark`."""

import sys
from pathlib import Path

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QLinearGradient, QPainter
from PySide6.QtWidgets import QApplication, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from inspector.ui.kit.paged import PagedListModel
from inspector.ui.kit.painting import RIGHT, Mark, Pen, bar_height, draw_bar, draw_mark, draw_text
from inspector.ui.kit.rows import RowDelegate, RowList
from inspector.ui.kit.style.look import Look
from inspector.ui.kit.style.tokens import SMALL, Tone
from inspector.ui.kit.touch import scrolled
from inspector.ui.kit.widgets.buttons import IconButton, KeyButton, Kind, VerdictButton
from inspector.ui.kit.widgets.chips import ChipRow, ChipSpec, Segmented, Tag
from inspector.ui.kit.widgets.fields import ChoiceBox, FieldRow, line_edit, text_edit
from inspector.ui.kit.widgets.flow import FlowLayout
from inspector.ui.kit.widgets.folding import FoldingPanes
from inspector.ui.kit.widgets.panels import Banner, Card, EmptyPanel, Ground, Line
from inspector.ui.kit.widgets.panes import DetailPane, ListPane
from inspector.ui.kit.widgets.photos import PhotoThumb
from inspector.ui.kit.widgets.stories import Event, Step, Stepper, StepState, Timeline
from inspector.ui.kit.widgets.texts import Pairs, SectionLabel, Words, small, title

PLACES = [
    ("小区道路", 12, 20),
    ("1幢", 42, 94),
    ("2幢", 0, 94),
    ("3幢", 94, 94),
    ("室外绿地", 30, 36),
]
ITEMS = [
    ("RD-002", "沥青面层压实度", "必改 · 主控", "合格", Mark.PASS),
    ("RD-003", "沥青面层厚度", "必改 · 主控", "合格", Mark.PASS),
    ("RD-006", "沥青路面平整度", "必改 · 一般", "合格 4/5", Mark.PASS),
    ("RD-007", "路面横坡", "必改 · 一般", "未查", Mark.OPEN),
    (
        "RD-009",
        "井框与路面高差，检查井周边加固与防沉降措施是否到位",
        "必改 · 一般",
        "不合格 2/6",
        Mark.FAIL,
    ),
    ("RD-011", "水泥面层厚度", "必改 · 主控", "不适用", Mark.NONE),
]


class PlaceDelegate(RowDelegate[tuple[str, int, int]]):
    """A place with its progress."""

    def __init__(self):
        super().__init__(50, lines=False, rounded=True)

    def paint_row(self, painter, area, row, *, chosen):
        name, done, total = row
        top = QRectF(area.x(), area.y() + 6, area.width(), 22)
        draw_text(painter, top, name, Pen(bold=chosen))
        draw_text(painter, top, f"{done}/{total}", Pen(tone=Tone.MUTED, align=RIGHT))
        draw_bar(
            painter,
            QRectF(area.x(), area.bottom() - 8 - bar_height(), area.width(), bar_height()),
            done / total,
        )


class ItemDelegate(RowDelegate[tuple[str, str, str, str, Mark]]):
    """An item with its mark and verdict."""

    def paint_row(self, painter, area, row, *, chosen):
        code, name, duty, verdict, mark = row
        draw_mark(painter, mark, QPointF(area.x() + 8, area.center().y()))
        right = area.right()
        word = Pen(bold=True, tone=mark.tone if mark is not Mark.OPEN else Tone.PLAIN, align=RIGHT)
        draw_text(painter, area, verdict, word)
        draw_text(
            painter,
            QRectF(right - 190, area.y(), 90, area.height()),
            duty,
            Pen(size=SMALL, tone=Tone.MUTED),
        )
        draw_text(
            painter, QRectF(area.x() + 28, area.y(), 60, area.height()), code, Pen(tone=Tone.MUTED)
        )
        room = QRectF(area.x() + 92, area.y(), right - 200 - area.x() - 92, area.height())
        draw_text(painter, room, name, Pen(bold=chosen))


def row_list(name, rows, delegate, chosen=0):
    model = PagedListModel(lambda ids: {i: rows[int(i)] for i in ids}, say=lambda row: str(row[0]))
    model.show_ids([str(n) for n in range(len(rows))])
    view = RowList(name, delegate)
    model.setParent(view)
    view.setModel(model)
    view.choose(chosen)
    return view


def picture(top, bottom):
    image = QImage(QSize(400, 300), QImage.Format.Format_RGB32)
    painter = QPainter(image)
    shade = QLinearGradient(0, 0, 60, 300)
    shade.setColorAt(0, QColor(top))
    shade.setColorAt(1, QColor(bottom))
    painter.fillRect(image.rect(), shade)
    painter.end()
    return image


def detail():
    pane = DetailPane("检查项详情")
    column = pane.body
    column.addWidget(small("RD-006　道路 · 沥青面层"))
    column.addWidget(title("沥青路面平整度"))
    tags = QHBoxLayout()
    tags.setSpacing(6)
    for text, tone in (
        ("必改", Tone.PLAIN),
        ("一般项目", Tone.PLAIN),
        ("严重", Tone.FAIL),
        ("待复验", Tone.WARN),
    ):
        tags.addWidget(Tag(text, tone))
    tags.addStretch(1)
    column.addLayout(tags)
    column.addWidget(Words("用 3 m 直尺量最大间隙，不大于 5 mm；连续量两尺取大值。"))
    column.addWidget(SectionLabel("读数", "mm"))
    card = Card(tone=Tone.PASS)
    card.column.addWidget(
        Words(
            "合格点 4 / 5 = 80.0 %，达到 80 %；最大 7.4 mm，未超 1.5 × 5 = 7.5 mm。"
            "按一般项目判定为合格"
        )
    )
    column.addWidget(card)
    column.addLayout(verdicts())
    column.addLayout(photos())
    column.addStretch(1)
    pane.foot.addWidget(KeyButton("备注", keys="Ctrl+E"))
    pane.foot.addWidget(KeyButton("记问题", keys="Ctrl+N"))
    pane.foot.addStretch(1)
    pane.foot.addWidget(KeyButton("下一未查项", keys="Enter", kind=Kind.PRIMARY))
    return pane


def verdicts():
    row = QHBoxLayout()
    row.setSpacing(6)
    for text, keys, icon, tone in (
        ("合格", "1", "check", Tone.PASS),
        ("不合格", "2", "cross", Tone.FAIL),
        ("不适用", "3", "dash", Tone.NONE),
    ):
        button = VerdictButton(text, keys=keys, icon=icon, tone=tone)
        button.setChecked(keys == "1")
        row.addWidget(button)
    return row


def photos():
    row = FlowLayout(gap=6, line_gap=6)
    for number in range(4):
        thumb = PhotoThumb(f"照片 {number + 1}")
        thumb.setCheckable(True)
        if number < 2:
            thumb.set_picture(
                picture("#9fb0c4", "#3a3f48") if number else picture("#b7c4a4", "#4c5742")
            )
        if number == 1:
            thumb.set_mark(Mark.WARN, "没有拍摄时间")
        if number == 2:
            thumb.set_picture(None)
        row.addWidget(thumb)
    row.addWidget(KeyButton("照片", keys="Ctrl+P", icon="plus"))
    return row


def middle():
    pane = ListPane()
    row = pane.head
    row.addWidget(Words("道路", Pen(bold=True)))
    row.addStretch(1)
    row.addWidget(
        ChipRow(
            [
                ChipSpec(key="open", text="未查", count=8),
                ChipSpec(key="all", text="全部"),
                ChipSpec(key="fail", text="不合格", count=2, tone=Tone.FAIL, mark=Mark.FAIL),
                ChipSpec(key="warn", text="待复验", count=6, tone=Tone.WARN),
            ]
        )
    )
    pane.column.addWidget(row_list("检查项", ITEMS, ItemDelegate(), chosen=2))
    return pane


def inspect_like():
    places = QWidget()
    column = QVBoxLayout(places)
    column.setContentsMargins(0, 0, 0, 0)
    ground = Ground(edges="right")
    inner = QVBoxLayout(ground)
    inner.setContentsMargins(8, 8, 9, 8)
    inner.addWidget(row_list("部位", PLACES, PlaceDelegate()))
    column.addWidget(ground)
    centre = middle()
    panes = FoldingPanes(places, centre, detail())
    centre.head.insertWidget(0, panes.tree_button)
    return panes


def parts():
    pane = Ground(canvas=True)
    grid = QGridLayout(pane)
    grid.setContentsMargins(24, 16, 24, 16)
    grid.setSpacing(16)
    grid.addWidget(form(), 0, 0)
    grid.addWidget(stories(), 0, 1)
    banner = Banner()
    banner.say(
        "读数与结论不一致：5 点中 3 点合格，不到 80 %。", Tone.WARN, "改为不合格", lambda: None
    )
    grid.addWidget(banner, 1, 0)
    failed = Banner()
    failed.say("磁盘已满，刚才的一项没有存上。", Tone.FAIL, "清理缓存", lambda: None)
    grid.addWidget(failed, 1, 1)
    return pane


def form():
    card = Card()
    name = FieldRow("项目名称", line_edit("景芳二区"), "按批复文件填写")
    code = FieldRow("项目码", line_edit("JF 2"))
    code.show_error("只能用大写字母和数字，例如 JF2。")
    card.column.addWidget(name)
    card.column.addWidget(code)
    card.column.addWidget(
        FieldRow("责任单位", ChoiceBox([("a", "施工：××建设"), ("b", "绿化：××园林")]))
    )
    card.column.addWidget(FieldRow("备注", text_edit("", "可不填", 2)))
    row = QHBoxLayout()
    row.addWidget(Segmented([("light", "浅色"), ("dark", "深色"), ("sun", "阳光下")], "外观"))
    row.addWidget(IconButton("history", "历史"))
    row.addWidget(IconButton("more", "更多"))
    row.addStretch(1)
    card.column.addLayout(row)
    buttons = QHBoxLayout()
    buttons.setSpacing(6)
    buttons.addWidget(KeyButton("延期…"))
    off = KeyButton("不可用")
    off.setEnabled(False)
    buttons.addWidget(off)
    buttons.addWidget(KeyButton("作废", kind=Kind.FAIL))
    buttons.addWidget(KeyButton("销项", keys="1", kind=Kind.PASS, icon="check"))
    buttons.addStretch(1)
    card.column.addLayout(buttons)
    card.column.addStretch(1)
    return card


def stories():
    card = Card()
    steps = Stepper("验收步骤")
    words = ["签到", "查验结果", "问题", "结论", "签字"]
    states = [StepState.DONE, StepState.DONE, StepState.NOW, StepState.BLOCKED, StepState.NEXT]
    steps.set([Step(w, w, s) for w, s in zip(words, states, strict=True)])
    card.column.addWidget(steps)
    pairs = Pairs(2)
    pairs.set(
        [
            ("责任单位", "施工：××建设"),
            ("期限", "11-22（工作日 3 天）"),
            ("依据", "GB 50016-2014 5.5.30"),
            ("空", ""),
        ]
    )
    card.column.addWidget(pairs)
    card.column.addWidget(Line())
    line = Timeline()
    line.set(
        [
            Event(when="11-19 09:42", text="李工 记录，附照片 2 张（远、近）"),
            Event(when="11-19 18:10", text="下发 整改通知单 ZG-2026-JF2-K7-007", tone=Tone.ACCENT),
            Event(
                when="11-22 10:05",
                text="××建设 回复：扶手内移，净宽 1.12 m",
                detail="照片 2 张",
                tone=Tone.PASS,
            ),
        ]
    )
    card.column.addWidget(line)
    card.column.addWidget(
        EmptyPanel(
            "camera", "还没有照片", "把照片文件拖到这里，或者从相机导入。", "导入照片…", "Ctrl+I"
        )
    )
    return card


def page():
    whole = QWidget()
    whole.setWindowTitle("kit")
    column = QVBoxLayout(whole)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    column.addWidget(inspect_like(), 1)
    column.addWidget(Line())
    column.addWidget(scrolled(parts(), "零件"), 1)
    return whole


def main(out: str, mode: str, size: str = "1366x1400") -> None:
    app = QApplication(sys.argv[:1])
    Look(app, Path(__file__).parents[3] / "resources").choose(mode)
    shown = page()
    shown.resize(QSize(*map(int, size.split("x"))))
    shown.show()
    shown.activateWindow()
    app.processEvents()
    button = shown.findChildren(VerdictButton)[1]
    button.setFocus(Qt.FocusReason.TabFocusReason)
    app.processEvents()
    app.processEvents()
    shown.grab().save(out)
    shown.close()


if __name__ == "__main__":
    main(*sys.argv[1:])
