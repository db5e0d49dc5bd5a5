"""The dialog of caption elements: photos at the left, what is said of the chosen at the right."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QObject, QRectF, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QHBoxLayout,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from inspector.core.bundles import PhotoElement
from inspector.core.errors import InspectorError
from inspector.ui.kit.desk import Desk
from inspector.ui.kit.paged import PagedListModel
from inspector.ui.kit.painting import Pen, draw_text
from inspector.ui.kit.pictures import Pictures
from inspector.ui.kit.rows import RowDelegate, RowList
from inspector.ui.kit.style.tokens import LARGE, SMALL, SPACE_2, SPACE_3, SPACE_4, Tone
from inspector.ui.kit.touch import scrolled
from inspector.ui.kit.widgets.buttons import KeyButton, Kind
from inspector.ui.kit.widgets.chips import ChipRow
from inspector.ui.kit.widgets.fields import ChoiceBox, FieldRow, line_edit
from inspector.ui.kit.widgets.panels import Banner
from inspector.ui.kit.widgets.photos import PhotoThumb
from inspector.ui.kit.widgets.texts import ElidedLabel, Words
from inspector.ui.screens.archive.captions.model import (
    CaptionRow,
    caption_filters,
    in_common,
    kept_captions,
)
from inspector.ui.screens.archive.captions.viewmodel import CaptionBoard, Captioned
from inspector.words.archive import element_name
from inspector.words.language import _

_WIDTH, _HEIGHT, _ROOM_AROUND = 1080, 680, 40
_ROW, _LINE = 60, 22
_KEPT, _MOST_PX = 24, 640


class CaptionDelegate(RowDelegate[CaptionRow]):
    """What a photo shows, and what lacks of it."""

    def paint_row(self, painter: QPainter, area: QRectF, row: CaptionRow, *, chosen: bool) -> None:
        """Paint the row's words."""
        top = QRectF(area.x(), area.y() + 8, area.width(), _LINE)
        name = row.photo.matter or row.photo.original_name
        draw_text(painter, top, name, Pen(bold=chosen))
        below = top.translated(0, _LINE)
        draw_text(painter, below, row.told, Pen(size=SMALL, tone=row.tone))


class SaidFields(QWidget):
    """The six elements of the chosen photos; only what is changed is said."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._before: dict[PhotoElement, str] = {}
        self.place = ChoiceBox((), element_name(PhotoElement.PLACE))
        self.editors: dict[PhotoElement, QLineEdit] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE_2)
        self._place_row = FieldRow(element_name(PhotoElement.PLACE), self.place)
        for element in PhotoElement:
            if element is PhotoElement.PLACE:
                column.addWidget(self._place_row)
                continue
            editor = line_edit("")
            editor.setObjectName(f"said_{element}")
            self.editors[element] = editor
            column.addWidget(FieldRow(element_name(element), editor))

    def show_rows(self, rows: Sequence[CaptionRow]) -> None:
        """Show what the chosen photos have in common."""
        photos = [row.photo for row in rows]
        for element, editor in self.editors.items():
            text, differs = in_common(photos, element) if photos else ("", False)
            self._before[element] = text
            editor.setText(text)
            editor.setPlaceholderText(_("各张不同；填写则全部改成它") if differs else "")
            editor.setEnabled(bool(photos))
        self.place.setCurrentIndex(0)
        self.place.setEnabled(bool(photos))
        text, differs = in_common(photos, PhotoElement.PLACE) if photos else ("", False)
        self._place_row.set_hint(_("各张不同") if differs else text)

    def changed(self) -> dict[PhotoElement, str]:
        """Give what a person changed."""
        said = {
            element: editor.text().strip()
            for element, editor in self.editors.items()
            if editor.text().strip() != self._before.get(element, "")
        }
        if self.place.current():
            said[PhotoElement.PLACE] = self.place.current()
        return said


class CaptionDialog(QDialog):
    """Photos that lack something first; Ctrl and Shift choose many."""

    def __init__(self, board: CaptionBoard, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("caption_dialog")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(_("照片著录要素"))
        self._board, self._desk = board, desk
        self._rows: Sequence[CaptionRow] = ()
        self.model = PagedListModel[CaptionRow](self._page, say=CaptionRow.spoken)
        self.model.setParent(self)
        self._pictures = Pictures(board.picture, _KEPT, self, most_px=_MOST_PX)
        self._pictures.ready.connect(self._show_picture)
        self.banner = Banner()
        self.chips = ChipRow()
        self.chips.chosen.connect(lambda _key: self._keep())
        self.fields = SaidFields()
        self._lay_out()
        board.ready.connect(self.show_captioned)
        board.refused.connect(self._refuse)

    def show_captioned(self, read: Captioned) -> None:
        """Show the photos as they stand; those chosen stay chosen where they are still shown."""
        self._rows = read.rows
        self.fields.place.set_choices(read.places)
        specs = caption_filters(read.rows)
        is_first = not self.chips.current()
        self.chips.set_chips(specs)
        if is_first:
            self.chips.choose(specs[0].key)
        self._keep()

    def chosen(self) -> list[CaptionRow]:
        """Give the chosen photos, in the order of the list."""
        places = sorted(index.row() for index in self.list.selectionModel().selectedRows())
        rows = (self.model.row_at(place) for place in places)
        return [row for row in rows if row is not None]

    # -- building ----------

    def _lay_out(self) -> None:
        self.list = RowList(_("照片"), CaptionDelegate(_ROW, margin=16))
        self.list.setObjectName("captions")
        self.list.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.list.setModel(self.model)
        self.list.selectionModel().selectionChanged.connect(lambda *_both: self._show_chosen())
        left = QVBoxLayout()
        left.addWidget(Words(_("照片著录要素"), Pen(size=LARGE, bold=True)))
        left.addWidget(self.chips)
        left.addWidget(self.list, 1)
        row = QHBoxLayout()
        row.setContentsMargins(SPACE_4, SPACE_3, SPACE_4, 0)
        row.setSpacing(SPACE_4)
        row.addLayout(left, 1)
        row.addWidget(scrolled(self._right(), _("所选照片的著录")), 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.banner)
        column.addLayout(row, 1)
        column.addLayout(self._foot())
        room = self.screen().availableGeometry()
        self.resize(
            min(_WIDTH, room.width() - _ROOM_AROUND), min(_HEIGHT, room.height() - _ROOM_AROUND)
        )

    def _right(self) -> QWidget:
        content = QWidget()
        self._thumb = PhotoThumb(_("所选照片"), size=QSize(280, 170))
        self._thumb.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._told = ElidedLabel("", Pen(bold=True))
        self._told.setObjectName("chosen_told")
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, SPACE_3, 0)
        column.setSpacing(SPACE_2)
        column.addWidget(self._thumb)
        column.addWidget(self._told)
        column.addWidget(self.fields)
        column.addStretch(1)
        return content

    def _foot(self) -> QHBoxLayout:
        everything = KeyButton(_("全选"), keys="Ctrl+A")
        everything.setObjectName("choose_all")
        everything.clicked.connect(self.list.selectAll)
        leave = KeyButton(_("关闭"), keys="Esc")
        leave.setObjectName("captions_leave")
        leave.clicked.connect(self.accept)
        self._give = KeyButton(_("写到所选照片"), keys="Ctrl+Enter", kind=Kind.PRIMARY)
        self._give.setObjectName("captions_give")
        self._give.setShortcut("Ctrl+Return")
        self._give.clicked.connect(self._say)
        foot = QHBoxLayout()
        foot.setContentsMargins(SPACE_4, SPACE_2, SPACE_4, SPACE_3)
        foot.addWidget(everything)
        foot.addStretch(1)
        foot.addWidget(leave)
        foot.addWidget(self._give)
        return foot

    # -- showing ----------

    def _keep(self) -> None:
        chosen = {row.photo.photo_id for row in self.chosen()}
        shown = kept_captions(self._rows, self.chips.current())
        self.model.show_ids([])
        self.model.show_ids([row.photo.photo_id for row in shown])
        again = [at for at, row in enumerate(shown) if row.photo.photo_id in chosen]
        if again:
            for at in again:
                self.list.selectRow(at) if len(again) == 1 else self._also(at)
        elif shown:
            self.list.choose(0)
        self._show_chosen()

    def _also(self, place: int) -> None:
        model = self.list.selectionModel()
        flag = model.SelectionFlag.Select | model.SelectionFlag.Rows
        model.select(self.model.index(place, 0), flag)

    def _show_chosen(self) -> None:
        rows = self.chosen()
        self.fields.show_rows(rows)
        count = len(rows)
        one = rows[0].photo.original_name if count == 1 else ""
        self._told.set(one or _("已选 {count} 张").format(count=count))
        self._give.setEnabled(bool(rows))
        self._show_picture()

    def _show_picture(self, _sha256: str = "") -> None:
        rows = self.chosen()
        self._thumb.setVisible(len(rows) == 1)
        if len(rows) == 1:
            digest = rows[0].photo.sha256
            picture = self._pictures.picture(digest)
            if picture is not None or self._pictures.is_broken(digest):
                self._thumb.set_picture(picture)

    def _say(self) -> None:
        changed = self.fields.changed()
        rows = self.chosen()
        if not changed:
            self.banner.say(_("没有改动任何一项。"), Tone.WARN)
            return
        self.banner.hide()
        self._board.say([row.photo.photo_id for row in rows], changed)

    def _refuse(self, error: InspectorError) -> None:
        self.banner.say(self._desk.ask.explain(error), Tone.FAIL)

    def _page(self, ids: Sequence[str]) -> Mapping[str, CaptionRow]:
        wanted = set(ids)
        return {row.photo.photo_id: row for row in self._rows if row.photo.photo_id in wanted}


class CaptionFlow(QObject):
    """Opens the dialog over a screen."""

    def __init__(self, desk: Desk, screen: QWidget) -> None:
        super().__init__(screen)
        self._desk, self._screen = desk, screen
        self.board = CaptionBoard(desk, self)
        self.dialog: CaptionDialog | None = None

    def begin(self, project_id: str) -> None:
        """Show the photos of a project."""
        if self.dialog is not None:
            return
        self.dialog = CaptionDialog(self.board, self._desk, self._screen.window())
        self.dialog.finished.connect(self._closed)
        self.dialog.open()
        self.board.open(project_id)

    def _closed(self) -> None:
        self.dialog = None
