"""The parts of the bundle as a list, and its tree exactly as it will be."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from inspector.core.evidence import Photo
from inspector.ui.kit.icons import draw_icon
from inspector.ui.kit.painting import (
    RIGHT,
    Mark,
    Pen,
    draw_box,
    draw_mark,
    draw_ring,
    draw_text,
    text_width,
)
from inspector.ui.kit.rows import RowDelegate, RowTree
from inspector.ui.kit.style.look import tokens
from inspector.ui.kit.style.tokens import ROW, SMALL, SPACE_2, Tone
from inspector.ui.kit.widgets.buttons import PaintedButton
from inspector.ui.kit.widgets.texts import Words
from inspector.ui.screens.archive.contents.model import Node, TreeModel
from inspector.ui.screens.archive.model import Part, missing_text
from inspector.words.language import _

_MARK_ROOM = 36
_CHEVRON = 24


class PartLine(PaintedButton):
    """One part with its count; it is a button where there is something to look at."""

    def __init__(self, part: Part, parent: QWidget | None = None) -> None:
        super().__init__(part.text, parent)
        self.setObjectName(f"part_{part.key}")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.part = part
        self.set_part(part)

    def set_part(self, part: Part) -> None:
        """Show how the part stands now."""
        self.part = part
        self.setText(part.text)
        self.setAccessibleName(_("，").join(text for text in (part.text, part.value) if text))
        leads = part.lead is not None
        self.setEnabled(leads)
        self.setCursor(Qt.CursorShape.PointingHandCursor if leads else Qt.CursorShape.ArrowCursor)
        self._tell_whole()
        self.update()

    def sizeHint(self) -> QSize:
        """Ask for the room that the content needs."""
        return QSize(text_width(self.part.text) + text_width(self.part.value) + 100, ROW)

    def minimumSizeHint(self) -> QSize:
        """Ask for the least room that still reads."""
        return QSize(240, ROW)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay out for the new size."""
        super().resizeEvent(event)
        self._tell_whole()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint it from the tokens."""
        now, painter, part = tokens(), QPainter(self), self.part
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = QRectF(self.rect())
        if part.lead is not None and (self.underMouse() or self.isDown()):
            draw_box(painter, area, fill=now.hover())
        line = QRectF(0, area.bottom() - now.line_px, area.width(), now.line_px)
        painter.fillRect(line, now.line)
        draw_mark(painter, part.mark, QPointF(SPACE_2 + 9, area.center().y()))
        draw_text(painter, self._text_area(), part.text, self._pen())
        room = area.adjusted(0, 0, -_CHEVRON, 0)
        draw_text(painter, room, part.value, Pen(tone=Tone.MUTED, align=RIGHT))
        if part.lead is not None:
            spot = QRectF(area.right() - 18, area.center().y() - 8, 16, 16)
            draw_icon(painter, "chevron-right", spot, now.muted)
        if self.shows_ring():
            draw_ring(painter, area.adjusted(1, 1, -1, -1), gap=0)

    def _pen(self) -> Pen:
        tone = Tone.FAIL if self.part.mark is Mark.FAIL else Tone.PLAIN
        return Pen(bold=self.part.mark in {Mark.FAIL, Mark.WARN}, tone=tone)

    def _text_area(self) -> QRectF:
        value = text_width(self.part.value) + SPACE_2 + _CHEVRON
        return QRectF(self.rect()).adjusted(_MARK_ROOM, 0, -value, 0)

    def _tell_whole(self) -> None:
        cut = text_width(self.part.text, self._pen()) > self._text_area().width()
        self.setToolTip(self.part.text if cut else "")


class PartList(QWidget):
    """All parts, and the names of photos that are missing.

    Signals:
        followed(object): the person wants to look at a part (Lead).
    """

    followed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._missing = Words("", Pen(size=SMALL, tone=Tone.FAIL))
        self._missing.setObjectName("missing_names")
        self._missing.setContentsMargins(_MARK_ROOM, 6, 0, 6)
        self._missing.hide()
        self._column.addWidget(self._missing)
        self._lines: list[PartLine] = []

    def show_parts(self, parts: Sequence[Part], missing: Sequence[Photo]) -> None:
        """Show the parts as they stand."""
        if [part.key for part in parts] == [line.part.key for line in self._lines]:
            for line, part in zip(self._lines, parts, strict=True):
                line.set_part(part)
        else:
            self._build(parts)
        self._missing.set(missing_text(missing))
        self._missing.setVisible(bool(missing))

    def parts(self) -> list[Part]:
        """Give what is shown."""
        return [line.part for line in self._lines]

    def _build(self, parts: Sequence[Part]) -> None:
        for line in self._lines:
            self._column.removeWidget(line)
            line.hide()
            line.deleteLater()
        self._column.removeWidget(self._missing)
        self._lines = [PartLine(part, self) for part in parts]
        for line in self._lines:
            line.clicked.connect(partial(self._follow, line))
            self._column.addWidget(line)
            if line.part.key == "missing":
                self._column.addWidget(self._missing)

    def _follow(self, line: PartLine) -> None:
        self.followed.emit(line.part.lead)


class NodeDelegate(RowDelegate[Node]):
    """A file or folder; a folder counts its files."""

    def __init__(self) -> None:
        super().__init__(ROW, lines=False, margin=6)

    def paint_row(self, painter: QPainter, area: QRectF, row: Node, *, chosen: bool) -> None:
        """Paint the row's words."""
        now = tokens()
        spot = QRectF(area.x(), area.center().y() - 9, 18, 18)
        name = "folder" if row.is_folder else "file"
        draw_icon(painter, name, spot, now.text if row.is_folder else now.muted)
        room = area.adjusted(28, 0, -8, 0)
        if row.is_folder:
            count = Pen(size=SMALL, tone=Tone.MUTED, align=RIGHT)
            draw_text(painter, room, str(row.files), count)
            room = room.adjusted(0, 0, -text_width(str(row.files), count) - 12, 0)
        draw_text(painter, room, row.name, Pen(bold=chosen or row.is_folder))


class BundleTree(RowTree):
    """The tree of the bundle as it will be."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(_("归档包的目录"), NodeDelegate(), parent)
        self.setObjectName("bundle_tree")
        self.names_model = TreeModel()
        self.names_model.setParent(self)
        self.setModel(self.names_model)
        self.names_model.modelReset.connect(self._unfold)

    def _unfold(self) -> None:
        for index in self.names_model.unfolded():
            self.expand(index)
