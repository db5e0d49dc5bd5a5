"""The parts of the bundle as a list, and its tree exactly as it will be."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from inspector.operations.photos import PhotoLine
from inspector.ui.kit.icons import draw_icon
from inspector.ui.kit.painting import (
    RIGHT,
    Pen,
    draw_text,
    text_width,
)
from inspector.ui.kit.rows import RowDelegate, RowTree
from inspector.ui.kit.style.look import tokens
from inspector.ui.kit.style.tokens import ROW, SMALL, Tone
from inspector.ui.kit.widgets.lines import MARK_ROOM, LineList
from inspector.ui.kit.widgets.texts import Words
from inspector.ui.screens.archive.contents.model import Node, TreeModel
from inspector.ui.screens.archive.model import Part, line_of, missing_text
from inspector.words.language import _

_SLACK = 6
"""Pixels by which words may be wider than they are measured."""
_MOST = 0.7
"""What of a row a note may take."""


class PartList(LineList):
    """All parts, and the names of photos that are missing.

    Signals:
        part_followed(object): the person wants to look at a part (Lead).
    """

    part_followed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        self._missing = Words("", Pen(size=SMALL, tone=Tone.FAIL))
        self._missing.setObjectName("missing_names")
        self._missing.setContentsMargins(MARK_ROOM, 6, 0, 6)
        self._missing.hide()
        super().__init__("part", {"missing": self._missing}, parent)
        self._parts: dict[str, Part] = {}
        self.followed.connect(self._follow)

    def show_parts(self, parts: Sequence[Part], missing: Sequence[PhotoLine]) -> None:
        """Show the parts as they stand."""
        self._parts = {part.key: part for part in parts}
        self.show_lines([line_of(part) for part in parts])
        self._missing.set(missing_text(missing))
        self._missing.setVisible(bool(missing))

    def parts(self) -> list[Part]:
        """Give what is shown."""
        return list(self._parts.values())

    def _follow(self, key: str) -> None:
        self.part_followed.emit(self._parts[key].lead)


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
        told = row.note or (str(row.files) if row.is_folder else "")
        if told:
            pen = Pen(size=SMALL, tone=Tone.MUTED, align=RIGHT)
            width = min(text_width(told, pen) + _SLACK, int(room.width() * _MOST))
            draw_text(painter, room.adjusted(room.width() - width, 0, 0, 0), told, pen)
            room = room.adjusted(0, 0, -width - 12, 0)
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
