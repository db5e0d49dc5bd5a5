"""The 18 points of long-term management: each with what was found, and what lacks."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from inspector.core.aftercare.care import GROUPS, CareGroup, CarePoint, CareState
from inspector.core.evidence import Photo
from inspector.operations.aftercare import CareVisit
from inspector.ui.kit.pictures import Pictures
from inspector.ui.kit.style.tokens import SMALL, SPACE_2, SPACE_3
from inspector.ui.kit.widgets.buttons import IconButton
from inspector.ui.kit.widgets.chips import Segmented
from inspector.ui.kit.widgets.fields import FieldRow, line_edit
from inspector.ui.kit.widgets.panes import DetailPane
from inspector.ui.kit.widgets.texts import SectionLabel, Words, small, title
from inspector.ui.screens.projects.shots.view import ShotStrip
from inspector.words.aftercare import care_state_name, group_name, point_name, point_text
from inspector.words.language import _

_WORDED = frozenset({CareState.PARTLY, CareState.LACKING})


def keep_room(widget: QWidget) -> None:
    """Let a widget that is hidden keep its room, so that the answers stay in line."""
    policy = widget.sizePolicy()
    policy.setRetainSizeWhenHidden(True)
    widget.setSizePolicy(policy)


class PointRow(QWidget):
    """One point: its name, the three answers, and a line for what lacks.

    Signals:
        given(str, str): the person answered (state, note); an empty state opens it again.
        photos_wanted(): add photos of what was found.
    """

    given = Signal(str, str)
    photos_wanted = Signal()

    def __init__(self, point: CarePoint, pictures: Pictures) -> None:
        super().__init__()
        self._state, self._note = "", ""
        choices = [("", care_state_name(None))]
        choices += [(one.value, care_state_name(one)) for one in CareState]
        self.answers = Segmented(choices, point_name(point), size=SMALL)
        self.answers.setObjectName(f"care_{point.value}")
        self.answers.chosen.connect(self._choose)
        self.note = line_edit("", _("写明缺什么，回车保存"))
        self.note.setObjectName(f"note_{point.value}")
        self.note.editingFinished.connect(self._write)
        self._below = FieldRow(_("缺什么"), self.note)
        top = QHBoxLayout()
        top.setContentsMargins(0, 0, 0, 0)
        top.addWidget(Words(point_text(point)), 1)
        top.addWidget(self.answers)
        self.camera = IconButton("camera", _("加照片…"))
        self.camera.setObjectName(f"camera_{point.value}")
        self.camera.clicked.connect(self.photos_wanted)
        keep_room(self.camera)
        top.addWidget(self.camera)
        self.shots = ShotStrip(pictures, f"shots_{point.value}", _("加照片…"))
        self.shots.asked.connect(self.photos_wanted)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE_2)
        column.addLayout(top)
        column.addWidget(self._below)
        column.addWidget(self.shots)
        self._below.hide()
        self.shots.hide()

    def show_photos(self, photos: Sequence[Photo], *, is_answered: bool) -> None:
        """Show the photos of the point; what has no finding yet takes none."""
        self.shots.show_photos(photos)
        self.shots.setVisible(bool(photos))
        self.camera.setVisible(not photos)
        self.camera.setEnabled(is_answered)

    def show_answer(self, state: str, note: str) -> None:
        """Show what is on record; words that are being typed stay."""
        is_typing = self.note.hasFocus() and self.note.isModified()
        if is_typing and not state:
            return
        self._state, self._note = state, note
        self.answers.choose(state)
        if not is_typing:
            self.note.setText(note)
        self._below.setVisible(state in _WORDED)
        self._below.clear_error()

    def _choose(self, state: str) -> None:
        self._below.setVisible(state in _WORDED)
        if state not in _WORDED:
            self.given.emit(state, "")
        elif self.note.text().strip():
            self.given.emit(state, self.note.text())
        else:
            self.note.setFocus()

    def _write(self) -> None:
        state, note = self.answers.current(), self.note.text().strip()
        if state not in _WORDED or (state, note) == (self._state, self._note):
            return
        if note:
            self.given.emit(state, note)
        else:
            self._below.show_error(_("请写明缺什么；写好后才会保存。"))


class CareSheet(DetailPane):
    """A visit of long-term management.

    Signals:
        answered(str, str, str): the person answered a point (point, state, note).
        photos_wanted(str): add photos of a point.
        photo_opened(str): look at this photo.
    """

    answered = Signal(str, str, str)
    photos_wanted = Signal(str)
    photo_opened = Signal(str)

    def __init__(self, pictures: Pictures) -> None:
        super().__init__(_("长效管理检查"))
        self.title = title()
        self.remark = small()
        self.body.addWidget(self.title)
        self.body.addWidget(self.remark)
        self.rows: dict[CarePoint, PointRow] = {}
        for group in CareGroup:
            self.body.addSpacing(SPACE_3)
            self.body.addWidget(SectionLabel(group_name(group)))
            for point in (one for one in CarePoint if GROUPS[one] is group):
                row = PointRow(point, pictures)
                row.given.connect(partial(self.answered.emit, point.value))
                row.photos_wanted.connect(partial(self.photos_wanted.emit, point.value))
                row.shots.opened.connect(self.photo_opened)
                self.rows[point] = row
                self.body.addWidget(row)
        self.body.addStretch(1)
        self.show_foot(is_shown=False)

    def show_visit(self, one: CareVisit, remark: str) -> None:
        """Show what a visit found."""
        self.title.set(one.visit.title)
        self.remark.set(remark)
        for point, row in self.rows.items():
            answer = one.answers.get(point)
            row.show_answer(answer.state.value if answer else "", (answer and answer.note) or "")
            row.show_photos(one.photos.get(point, ()), is_answered=answer is not None)
