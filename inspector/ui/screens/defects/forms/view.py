"""The panels in which defects are recorded, changed, answered and put on a notice."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import TypedDict

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from inspector.core.checklists import Item, Severity
from inspector.core.defects import Defect, DefectStep, RecheckMode, needs_reason
from inspector.core.errors import InspectorError, Problem
from inspector.operations.defects import DefectDraft, MoveDraft
from inspector.operations.notices import NoticeDraft
from inspector.ui.kit.pictures import Pictures
from inspector.ui.kit.widgets.buttons import KeyButton, Kind
from inspector.ui.kit.widgets.chips import Segmented
from inspector.ui.kit.widgets.days import DayField, day_of
from inspector.ui.kit.widgets.fields import ChoiceBox, FieldRow, line_edit, text_edit
from inspector.ui.kit.widgets.pasts import PastView
from inspector.ui.kit.widgets.stories import Event
from inspector.ui.kit.widgets.texts import Pairs, small, title
from inspector.ui.screens.defects.model import StoryLine, party_text
from inspector.ui.screens.defects.parts.view import AttachStrip, FittedPane, FormPane
from inspector.ui.screens.defects.viewmodel import DefectBoard, next_reason_title
from inspector.words.checklists import item_title, requirement, severity_name
from inspector.words.language import _
from inspector.words.records import recheck_mode_name, step_name


def place_choices(board: DefectBoard) -> list[tuple[str, str]]:
    """List the places as an indented tree."""
    return [(place.id, f"{'　' * depth}{place.name}") for depth, place in board.places]


def party_choices(board: DefectBoard) -> list[tuple[str, str]]:
    """List the parties with their parts."""
    return [(party.id, party_text(party)) for party in board.parties]


class FactsForm(FormPane):
    """The facts of a defect: new ones with item and photos, known ones to be changed."""

    def __init__(
        self, board: DefectBoard, pictures: Pictures, defect: Defect | None = None
    ) -> None:
        super().__init__(
            _("修改 {number}").format(number=defect.number) if defect else _("记问题"),
            _("保存修改") if defect else _("记录"),
        )
        self._board = board
        self.defect = defect
        self._items: dict[str, Item] = {}
        self.place = ChoiceBox(place_choices(board))
        self.item = ChoiceBox()
        self.text = text_edit(defect.text if defect else "", _("哪里、什么样、差多少"), lines=2)
        severities = [(one.value, severity_name(one)) for one in Severity]
        self.severity = Segmented(severities, _("严重程度"))
        self.party = ChoiceBox([("", _("暂不指定")), *party_choices(board)])
        self.due = DayField(board.today(), defect.due_on if defect else None)
        self.measured = line_edit((defect.measured or "") if defect else "")
        self.demand = text_edit((defect.demand or "") if defect else "", lines=2)
        self.attach = AttachStrip(pictures)
        self._lay_out()
        self._fill()

    def draft(self) -> DefectDraft | None:
        """Give what was filled in, or say what is missing."""
        text = self.text.toPlainText().strip()
        self._text_row.clear_error()
        if not text:
            self._text_row.show_error(_("请写明问题是什么。"))
            return None
        is_right, due_on = day_of(self._due_row, self.due)
        if not is_right:
            return None
        return DefectDraft(
            place_id=self.place.current(),
            text=text,
            severity=Severity(self.severity.current()),
            item_id=self.item.current() or None,
            party_id=self.party.current() or None,
            measured=self.measured.text(),
            demand=self.demand.toPlainText(),
            due_on=due_on,
            photo_ids=self.attach.photo_ids(),
        )

    def changes(self) -> dict[str, str] | None:
        """Give the fields that say something else than the record, or None if one is wrong."""
        draft, defect = self.draft(), self.defect
        if draft is None or defect is None:
            return None
        before = {
            "place_id": defect.place_id,
            "text": defect.text,
            "severity": defect.severity.value,
            "party_id": defect.party_id or "",
            "measured": defect.measured or "",
            "demand": defect.demand or "",
            "due_on": defect.due_on.isoformat() if defect.due_on else "",
        }
        after = {
            "place_id": draft.place_id,
            "text": draft.text,
            "severity": draft.severity.value,
            "party_id": draft.party_id or "",
            "measured": (draft.measured or "").strip(),
            "demand": (draft.demand or "").strip(),
            "due_on": draft.due_on.isoformat() if draft.due_on else "",
        }
        return {name: value for name, value in after.items() if value != before[name]}

    def _lay_out(self) -> None:
        is_new = self.defect is None
        self._text_row = FieldRow(_("问题"), self.text)
        self._due_row = FieldRow(_("期限"), self.due)
        hint = _("方案中这一部位的检查项，可不选")
        item_row = FieldRow(_("检查项"), self.item, hint)
        for part in (
            FieldRow(_("部位"), self.place),
            item_row,
            self._text_row,
            small(_("严重程度")),
            self.severity,
            FieldRow(_("责任单位"), self.party),
            self._due_row,
            FieldRow(_("实测值"), self.measured),
            FieldRow(_("整改要求"), self.demand),
            self.attach,
        ):
            self.body.addWidget(part)
        item_row.setVisible(is_new)
        self.attach.setVisible(is_new)
        self.body.addStretch(1)

    def _fill(self) -> None:
        if self.defect is not None:
            self.place.choose(self.defect.place_id)
            self.severity.choose(self.defect.severity.value)
            self.party.choose(self.defect.party_id or "")
            return
        self.severity.choose(Severity.MAJOR.value)
        self.offer_items()
        self.place.currentIndexChanged.connect(self.offer_items)
        self.item.currentIndexChanged.connect(self._take_item)

    def offer_items(self, *_index: object) -> None:
        """Offer the items of the scheme at the chosen place."""
        self._items = {item.id: item for item in self._board.items_at(self.place.current())}
        named = [(key, f"{key} {item_title(item)}") for key, item in self._items.items()]
        self.item.set_choices([("", _("不对应检查项")), *named])

    def _take_item(self, *_index: object) -> None:
        item = self._items.get(self.item.current())
        if item is not None:
            self.severity.choose(item.severity_default.value)
            if not self.demand.toPlainText().strip():
                self.demand.setPlainText(requirement(item))


class StepForm(FormPane):
    """A step that takes words, and photos or a new day: a reply, an extension."""

    def __init__(
        self, board: DefectBoard, pictures: Pictures, defect: Defect, step: DefectStep
    ) -> None:
        super().__init__(f"{step_name(step)} · {defect.number}", step_name(step))
        self.defect, self.step = defect, step
        self.words = text_edit("", _reply_hint() if step is DefectStep.REPLY else "", lines=4)
        label = _("整改情况") if step is DefectStep.REPLY else next_reason_title(step)
        self._words_row = FieldRow(label, self.words)
        self.due = DayField(board.today())
        self._due_row = FieldRow(_("新的期限"), self.due, _former_day(defect))
        self.attach = AttachStrip(pictures)
        self.body.addWidget(small(defect.text))
        remark = small(_("整改后照片（销项前至少要有一张）"))
        for part in (self._due_row, self._words_row, remark, self.attach):
            self.body.addWidget(part)
        takes_photos = step is not DefectStep.EXTEND
        self._due_row.setVisible(not takes_photos)
        remark.setVisible(takes_photos)
        self.attach.setVisible(takes_photos)
        self.body.addStretch(1)

    def draft(self) -> MoveDraft | None:
        """Give the step as filled in, or say what is missing."""
        reason = self.words.toPlainText().strip()
        self._words_row.clear_error()
        day: date | None = None
        if self.step is DefectStep.EXTEND:
            is_right, day = day_of(self._due_row, self.due, is_owed=True)
            if not is_right or not self._is_later(day):
                return None
        if needs_reason(self.step) and not reason:
            self._words_row.show_error(_("请写明原因。"))
            return None
        return MoveDraft(
            step=self.step,
            reason=reason or None,
            due_on=day,
            party_id=self.defect.party_id if self.step is DefectStep.REPLY else None,
            photo_ids=self.attach.photo_ids(),
        )

    def _is_later(self, day: date | None) -> bool:
        """Tell whether a new day is later than the former; say so under the field if not."""
        former = self.defect.due_on
        is_later = former is None or (day is not None and day > former)
        if not is_later:
            self._due_row.show_error(_former_day(self.defect))
        return is_later


def _former_day(defect: Defect) -> str:
    if defect.due_on is None:
        return ""
    return _("须晚于原期限 {day}。").format(day=defect.due_on.isoformat())


def _reply_hint() -> str:
    return _("责任单位怎样整改、整改到什么程度")


class _Time(TypedDict, total=False):
    """Until when: a day, or a count of working days."""

    due_on: date
    term: int


class NoticeForm(FormPane):
    """A rectification notice: whose, which defects, until when, how it is checked.

    Signals:
        issued_plainly(): issue the defects without a paper.
        year_wanted(int): the term asks for the holidays of this year.
    """

    issued_plainly = Signal()
    year_wanted = Signal(int)

    def __init__(self, board: DefectBoard, defect: Defect | None = None) -> None:
        super().__init__(_("下发整改通知单"), _("下发并生成通知单"))
        self._board = board
        self._only = defect.id if defect else ""
        self._boxes: dict[str, QCheckBox] = {}
        self.party = ChoiceBox(party_choices(board))
        self.time = Segmented([("term", _("工作日")), ("day", _("日期"))], _("期限的算法"))
        if defect is not None and defect.due_on is not None:
            self.time.choose("day")
        self.term = line_edit("", _("自下发次日起的工作日数，如 15"))
        self._unknown = 0
        self.year = KeyButton("", icon="calendar")
        self.year.setObjectName("fill_year")
        self.due = DayField(board.today(), defect.due_on if defect else None)
        modes = [(mode.value, recheck_mode_name(mode)) for mode in RecheckMode]
        self.mode = Segmented(modes, _("复验方式"))
        self.demand = text_edit("", _("对本次整改的总要求，可不填"), lines=2)
        self.plainly = KeyButton(_("只下发，不出通知单"), kind=Kind.QUIET)
        self.plainly.setObjectName("issue_plainly")
        self.plainly.clicked.connect(self.issued_plainly)
        self.foot.insertWidget(0, self.plainly)
        self._lay_out()
        if defect is not None and defect.party_id:
            self.party.choose(defect.party_id)
        else:
            self._choose_first_owing()
        self.list_defects()
        self.party.currentIndexChanged.connect(self.list_defects)

    def draft(self) -> NoticeDraft | None:
        """Give the notice as filled in, or say what is missing."""
        self.refusal.hide()
        chosen = self.chosen_ids()
        if not chosen:
            self.refuse(_("请至少选择一条问题。"))
            return None
        time = self._term() if self.time.current() == "term" else self._day()
        if time is None:
            return None
        return NoticeDraft(
            party_id=self.party.current(),
            **time,
            defect_ids=chosen,
            recheck_mode=RecheckMode(self.mode.current()),
            demand=self.demand.toPlainText().strip() or None,
        )

    def _day(self) -> _Time | None:
        is_right, due_on = day_of(self._due_row, self.due, is_owed=True)
        return _Time(due_on=due_on) if is_right and due_on is not None else None

    def _term(self) -> _Time | None:
        """Read the term, and say under it which day it ends on, or why nobody can tell."""
        self._term_row.clear_error()
        text = self.term.text().strip()
        if not (text.isascii() and text.isdecimal()):
            self._term_row.show_error(_("请填写工作日数，如 15。"))
            return None
        told = self._board.end_of_term(int(text))
        self.year.hide()
        if isinstance(told, InspectorError):
            self._refuse_term(told)
            return None
        self._ends.set(_("到 {day}（含当日），按节假日表计算。").format(day=told.isoformat()))
        return _Time(term=int(text))

    def _refuse_term(self, error: InspectorError) -> None:
        """Say why nobody can tell the day; where a year is unknown, offer to fill it in."""
        self._term_row.show_error(self._board.explain(error))
        if error.problem is Problem.CALENDAR_YEAR_UNKNOWN:
            self._unknown = int(str(error.facts["year"]))
            self.year.set_text(_("填写 {year} 年的放假和调休…").format(year=self._unknown))
            self.year.show()

    def tell_end(self, *_text: object) -> None:
        """Say under the term which day it ends on."""
        self._ends.set("")
        if self.term.text().strip():
            self._term()

    def _turn_time(self, *_key: object) -> None:
        by_term = self.time.current() == "term"
        self._term_row.setVisible(by_term)
        self._ends.setVisible(by_term)
        self.year.setVisible(by_term and bool(self._unknown) and bool(self._term_row.error()))
        self._due_row.setVisible(not by_term)

    def chosen_ids(self) -> tuple[str, ...]:
        """Give the defects that are ticked."""
        return tuple(key for key, box in self._boxes.items() if box.isChecked())

    def list_defects(self, *_index: object) -> None:
        """List what the party has to be told."""
        for box in self._boxes.values():
            box.hide()
            box.deleteLater()
        recorded = self._board.recorded_of(self.party.current())
        self._boxes = {defect.id: self._box(defect) for defect in recorded}
        self._count.set(
            _("待下发的问题 {count} 条").format(count=len(recorded))
            if recorded
            else _("这个单位没有待下发的问题；请先给问题指定责任单位。")
        )

    def _box(self, defect: Defect) -> QCheckBox:
        box = QCheckBox(f"{defect.number}　{severity_name(defect.severity)}　{defect.text}")
        box.setObjectName(f"defect_{defect.number}")
        box.setChecked(not self._only or defect.id == self._only)
        self._list.addWidget(box)
        return box

    def _choose_first_owing(self) -> None:
        owing = (party.id for party in self._board.parties if self._board.recorded_of(party.id))
        self.party.choose(next(owing, ""))

    def _lay_out(self) -> None:
        self._due_row = FieldRow(_("期限"), self.due)
        self._term_row = FieldRow(_("期限（工作日）"), self.term)
        self._ends = small()
        self._count = small()
        holder = QWidget()
        self._list = QVBoxLayout(holder)
        self._list.setContentsMargins(0, 0, 0, 0)
        self._list.setSpacing(0)
        self.body.addWidget(FieldRow(_("责任单位"), self.party))
        self.body.addWidget(self._count)
        self.body.addWidget(holder)
        self.body.addWidget(small(_("期限的算法")))
        for part in (self.time, self._term_row, self.year, self._ends, self._due_row):
            self.body.addWidget(part)
        self.year.hide()
        self.time.chosen.connect(self._turn_time)
        self.term.editingFinished.connect(self.tell_end)
        self.year.clicked.connect(lambda: self.year_wanted.emit(self._unknown))
        self._turn_time()
        self.body.addWidget(small(_("复验方式")))
        self.body.addWidget(self.mode)
        self.body.addWidget(FieldRow(_("总要求"), self.demand))
        self.body.addStretch(1)


class NoticeDone(FormPane):
    """The notice as it now lies on the disk: open it, or see it in its folder.

    Signals:
        asked_folder(): show the folder.
    """

    asked_folder = Signal()

    def __init__(self, number: str, path: Path, count: int) -> None:
        super().__init__(_("整改通知单 {number} 已下发").format(number=number), _("打开通知单"))
        self.path = path
        facts = Pairs()
        facts.set(
            [
                (_("问题"), _("{count} 条").format(count=count)),
                (_("文件"), path.name),
                (_("文件夹"), str(path.parent)),
            ]
        )
        folder = KeyButton(_("在文件夹中显示"), icon="folder")
        folder.setObjectName("show_folder")
        folder.clicked.connect(self.asked_folder)
        self.no.set_text(_("返回"))
        self.foot.insertWidget(0, folder)
        self.body.addWidget(facts)
        self.body.addWidget(small(_("请打印或转发给责任单位。")))
        self.body.addStretch(1)


class PastPane(FittedPane):
    """Everything that was ever written of a record.

    Signals:
        left(): back to the sheet.
    """

    left = Signal()

    def __init__(self, number: str, lines: Sequence[StoryLine]) -> None:
        super().__init__(_("历史"))
        self.body.addWidget(title(_("{number} 的历史").format(number=number)))
        self.body.addWidget(small(_("每次改动都留在日志里，不能删除；新的在前。")))
        self.past = PastView([])
        self.story = self.past.timeline
        self.set(lines)
        self.body.addSpacing(8)
        self.body.addWidget(self.past)
        self.body.addStretch(1)
        back = KeyButton(_("返回"), keys="Esc", icon="chevron-left")
        back.setObjectName("leave_form")
        back.clicked.connect(self.left)
        self.foot.addWidget(back)
        self.foot.addStretch(1)

    def set(self, lines: Sequence[StoryLine]) -> None:
        """Tell this story."""
        self.past.set(
            [
                Event(
                    when=line.when,
                    text=line.text,
                    detail=line.detail,
                    tone=line.tone,
                    act=line.act,
                    key=line.key,
                )
                for line in lines
            ]
        )
