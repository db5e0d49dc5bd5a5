"""What a photo says and proves; its caption, place, position and links, changed in place."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QSizePolicy, QVBoxLayout, QWidget

from inspector.core.evidence import PhotoRole, Target
from inspector.ui.kit.painting import Pen
from inspector.ui.kit.style.tokens import SMALL, SPACE_1, SPACE_2, Tone
from inspector.ui.kit.widgets.buttons import IconButton, KeyButton, Kind
from inspector.ui.kit.widgets.fields import ChoiceBox, FieldRow, line_edit
from inspector.ui.kit.widgets.panels import Card, Line
from inspector.ui.kit.widgets.panes import DetailPane
from inspector.ui.kit.widgets.texts import ElidedLabel, Pairs, Words, small, strong
from inspector.ui.screens.photos.model import point
from inspector.ui.screens.photos.viewmodel import Goal, PhotoBoard, Tie, Told
from inspector.words.language import _
from inspector.words.photos import absence_sentence
from inspector.words.records import photo_role_name

_ROLES = (
    PhotoRole.EVIDENCE,
    PhotoRole.FAR,
    PhotoRole.NEAR,
    PhotoRole.BEFORE,
    PhotoRole.AFTER,
    PhotoRole.RECHECK,
)


class FactsView(QWidget):
    """What the file says about itself, and what makes one doubt it. It changes nothing."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE_2)
        self._doubts = Card(tone=Tone.WARN)
        self.doubt_words = Words("", Pen(size=SMALL, tone=Tone.WARN))
        self._doubts.column.addWidget(self.doubt_words)
        self.pairs = Pairs()
        column.addWidget(self._doubts)
        column.addWidget(self.pairs)

    def show_photo(self, told: Told) -> None:
        """Show this photo's."""
        lost = absence_sentence(told.where)
        words = (*told.doubts, *((lost,) if lost else ()))
        self.doubt_words.set("\n".join(words))
        self._doubts.setVisible(bool(words))
        self.pairs.set(told.facts)


class GoalList(QWidget):
    """Records that a photo may show, one button each.

    Signals:
        chosen(Goal): this is what it shows.
    """

    chosen = Signal(object)

    def __init__(self, *, numbered: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._numbered = numbered
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._buttons: list[QWidget] = []
        self.goals: Sequence[Goal] = ()

    def set(self, goals: Sequence[Goal]) -> None:
        """Offer these."""
        self.goals = goals
        for button in self._buttons:
            button.hide()
            button.deleteLater()
        self._buttons = [self._button(number, goal) for number, goal in enumerate(goals, start=1)]

    def take(self, place: int) -> bool:
        """Choose one by its place; tell whether there is one."""
        if place >= len(self.goals):
            return False
        self.chosen.emit(self.goals[place])
        return True

    def _button(self, number: int, goal: Goal) -> QWidget:
        words = f"{goal.title}（{goal.remark}）" if goal.remark else goal.title
        shown = f"{number} · {words}" if self._numbered else words
        button = KeyButton(shown, icon="link", kind=Kind.PLAIN)
        button.setObjectName(f"goal_{number}")
        button.setToolTip(words)
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        button.setSizePolicy(policy)
        button.clicked.connect(lambda: self.chosen.emit(goal))
        self._column.addWidget(button)
        return button


class PositionForm(QWidget):
    """A position that a person knows, in degrees.

    Signals:
        given(Decimal, Decimal): latitude and longitude.
    """

    given = Signal(object, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.latitude = line_edit("", _("如 30.27415"))
        self.longitude = line_edit("", _("如 120.15515"))
        self._rows = [
            FieldRow(_("纬度（北纬为正）"), self.latitude),
            FieldRow(_("经度（东经为正）"), self.longitude),
        ]
        save = KeyButton(_("保存位置"))
        save.setObjectName("save_position")
        save.clicked.connect(self.give)
        self.latitude.textChanged.connect(self._split)
        self.longitude.returnPressed.connect(self.give)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        for row in self._rows:
            column.addWidget(row)
        column.addWidget(save, 0, Qt.AlignmentFlag.AlignLeft)

    def errors(self) -> list[str]:
        """Give what is wrong with the fields."""
        return [row.error() for row in self._rows]

    def give(self) -> None:
        """Give the position, or say what is wrong with it."""
        latitude, longitude = point(self.latitude.text(), self.longitude.text())
        for row in self._rows:
            row.clear_error()
        if longitude is None:
            self._rows[1].show_error(_("请填 −180 到 180 之间的度数。"))
        if latitude is None:
            self._rows[0].show_error(_("请填 −90 到 90 之间的度数。"))
        if latitude is None or longitude is None:
            return
        if latitude == 0 and longitude == 0:
            self._rows[0].show_error(_("纬度、经度都为零不是有效位置。"))
            return
        self.given.emit(latitude, longitude)

    def _split(self, text: str) -> None:
        """Take both parts where they are pasted as one: 30.27, 120.15."""
        parts = text.replace("，", ",").split(",")
        if len(parts) == 2:  # noqa: PLR2004 - latitude and longitude
            self.longitude.setText(parts[1].strip())
            self.latitude.setText(parts[0].strip())


class EvidencePane(DetailPane):
    """One photo: suggestions, what it shows, what it says, and what can be said about it.

    Signals:
        opened(): see it large.
        asked_original(): show the file in its folder.
        asked_target(str, str): go to a record (kind, id).
        taken(): give it to the project.
        linked(Goal): it shows this.
        unlinked(str): take this link back.
        described(str, str): a field has this value now.
        placed(Decimal, Decimal): it was taken here.
    """

    opened = Signal()
    asked_original = Signal()
    asked_target = Signal(str, str)
    taken = Signal()
    linked = Signal(object)
    unlinked = Signal(str)
    described = Signal(str, str)
    placed = Signal(object, object)

    def __init__(self, board: PhotoBoard, parent: QWidget | None = None) -> None:
        super().__init__(_("照片详情"), edges="left", parent=parent)
        self._board = board
        self._told: Told | None = None
        self.name = ElidedLabel("", Pen(size=16, bold=True))
        self.facts = FactsView()
        self.take_button = KeyButton(_("收入本项目"), keys="1", kind=Kind.PRIMARY)
        self.take_button.setObjectName("take_photo")
        self.take_button.clicked.connect(self.taken)
        self.suggestions = GoalList(numbered=True)
        self.suggestions.chosen.connect(self.linked)
        self._suggested = strong(_("可能属于"))
        self._ties = QWidget()
        self._tie_column = QVBoxLayout(self._ties)
        self._tie_column.setContentsMargins(0, 0, 0, 0)
        self._tie_column.setSpacing(0)
        self._tie_rows: list[QWidget] = []
        self.caption = line_edit("", _("照片说明"))
        self.photographer = line_edit("", _("摄影者"))
        self.place = ChoiceBox()
        self.position = PositionForm()
        self.search = line_edit("", _("问题编号、描述、检查项或部位"))
        self.search.setAccessibleName(_("关联到"))
        self.role = ChoiceBox(
            [("", _("按问题状态")), *((one.value, photo_role_name(one)) for one in _ROLES)],
            _("照片内容"),
        )
        self.found = GoalList()
        self._lay_out()
        self._listen()

    def show_photo(self, told: Told, goals: Sequence[Goal]) -> None:
        """Show this photo; fields in which the person types keep what is typed."""
        is_same = self._told is not None and self._told.photo.id == told.photo.id
        self._told = told
        self.name.set(told.photo.name)
        self.facts.show_photo(told)
        self.take_button.setVisible(told.is_foreign)
        self.suggestions.set(goals)
        self._suggested.setVisible(bool(goals))
        self._show_ties(told.ties)
        self._fill(told, keep_typed=is_same)
        if not is_same:
            self._linker.hide()
            self.position.hide()
            self.search.clear()

    def open_search(self) -> None:
        """Open the search for what the photo shows."""
        if self._told is not None and not self._told.is_foreign:
            self._linker.show()
            self._search_again()
            self.search.setFocus()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Measure again when the content or its width is another."""
        if event.type() in {QEvent.Type.LayoutRequest, QEvent.Type.Resize}:
            content = self.area.widget()
            height = self.body.totalHeightForWidth(content.width())
            if height > 0 and content.minimumHeight() != height:
                content.setMinimumHeight(height)
        return super().eventFilter(watched, event)

    # -- building ----------

    def _lay_out(self) -> None:
        self.area.widget().installEventFilter(self)
        self._linker = QWidget()
        inner = QVBoxLayout(self._linker)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(SPACE_1)
        inner.addWidget(self.search)
        inner.addWidget(self.role)
        inner.addWidget(self.found)
        self._linker.hide()
        self._where = KeyButton(_("填写位置…"), icon="pin", kind=Kind.QUIET)
        self._where.setObjectName("open_position")
        self.position.hide()
        self._link = KeyButton(_("关联…"), icon="link", keys="Ctrl+L", kind=Kind.QUIET)
        self._link.setObjectName("open_link")
        self.body.addLayout(self._head())
        for part in (
            self.take_button,
            self._suggested,
            self.suggestions,
            self._ties,
            self._link,
            self._linker,
            Line(),
            self.facts,
            self._where,
            self.position,
            Line(),
            FieldRow(_("照片说明"), self.caption),
            FieldRow(_("摄影者"), self.photographer),
            FieldRow(_("部位"), self.place),
        ):
            self.body.addWidget(part)
        self.body.addStretch(1)
        self.show_foot(is_shown=False)

    def _head(self) -> QHBoxLayout:
        head = QHBoxLayout()
        large = IconButton("expand", _("看大图"), keys="Enter")
        large.setObjectName("open_large")
        large.clicked.connect(self.opened)
        folder = IconButton("folder", _("在文件夹中显示原件"), keys="Ctrl+Shift+O")
        folder.setObjectName("show_original")
        folder.clicked.connect(self.asked_original)
        head.addWidget(self.name, 1)
        head.addWidget(large)
        head.addWidget(folder)
        return head

    def _listen(self) -> None:
        self._link.clicked.connect(self.open_search)
        self._where.clicked.connect(lambda: self.position.setVisible(self.position.isHidden()))
        self.position.given.connect(self._place_it)
        self.search.textChanged.connect(self._search_again)
        self.search.returnPressed.connect(lambda: self.found.take(0))
        self.found.chosen.connect(self._link_found)
        self.caption.editingFinished.connect(partial(self._give, "caption", self.caption))
        self.photographer.editingFinished.connect(
            partial(self._give, "photographer", self.photographer)
        )
        self.place.chosen.connect(partial(self.described.emit, "place_id"))

    # -- showing ----------

    def _fill(self, told: Told, *, keep_typed: bool) -> None:
        for editor, text in (
            (self.caption, told.photo.caption),
            (self.photographer, told.photo.photographer),
        ):
            if not (keep_typed and editor.hasFocus()):
                editor.setText(text or "")
                editor.setCursorPosition(0)
            editor.setEnabled(not told.is_foreign)
        places = [(one.id, f"{'　' * depth}{one.name}") for depth, one in self._board.places]
        self.place.set_choices([("", _("未定")), *places])
        self.place.choose(told.photo.place_id or "")
        self.place.setEnabled(not told.is_foreign)
        self._link.setVisible(not told.is_foreign)
        self._where.setVisible(not told.is_foreign)

    def _show_ties(self, ties: Sequence[Tie]) -> None:
        for row in self._tie_rows:
            row.hide()
            row.deleteLater()
        self._tie_rows = [self._tie_row(tie) for tie in ties]
        if not ties:
            self._tie_rows = [small(_("还没有关联到任何记录。"))]
            self._tie_column.addWidget(self._tie_rows[0])

    def _tie_row(self, tie: Tie) -> QWidget:
        row = QWidget()
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(SPACE_1)
        line.addWidget(ElidedLabel(tie.text), 1)
        if tie.target is Target.DEFECT:
            go = IconButton("chevron-right", _("打开这条问题"))
            go.clicked.connect(lambda: self.asked_target.emit(tie.target.value, tie.target_id))
            line.addWidget(go)
        cut = IconButton("cross", _("取消关联：{what}").format(what=tie.text))
        cut.setObjectName("unlink")
        cut.clicked.connect(lambda: self.unlinked.emit(tie.link_id))
        line.addWidget(cut)
        self._tie_column.addWidget(row)
        return row

    # -- acting ----------

    def _search_again(self, *_text: object) -> None:
        if self._told is not None and not self._linker.isHidden():
            found = self._board.find(self._told.photo.id, self.search.text())
            self.found.set(found[:8])

    def _link_found(self, goal: Goal) -> None:
        role = self.role.current()
        self._linker.hide()
        self.linked.emit(goal.as_role(PhotoRole(role)) if role else goal)

    def _give(self, field: str, editor: QLineEdit) -> None:
        if self._told is None:
            return
        known = getattr(self._told.photo, field) or ""
        if editor.text().strip() != known:
            self.described.emit(field, editor.text().strip())

    def _place_it(self, latitude: object, longitude: object) -> None:
        self.position.hide()
        self.placed.emit(latitude, longitude)
