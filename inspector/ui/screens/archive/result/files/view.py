"""Every file of a bundle with its state and what that means; faults first."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter
from PySide6.QtWidgets import QVBoxLayout, QWidget

from inspector.operations.bundle_checks import FileLine
from inspector.ui.kit.paged import PagedListModel
from inspector.ui.kit.painting import RIGHT, Pen, draw_tag, draw_text, tag_size, text_width
from inspector.ui.kit.rows import RowDelegate, RowList
from inspector.ui.kit.style.look import font, tokens
from inspector.ui.kit.style.tokens import BASE, SMALL, SPACE_4, Tone
from inspector.ui.kit.widgets.chips import ChipRow
from inspector.ui.screens.archive.result.model import (
    filters,
    is_amiss,
    kept_rows,
    row_words,
    state_tone,
    state_word,
)
from inspector.words.language import _
from inspector.words.sizes import size_text

_HEIGHT = 64
_LINE = 22


class FileDelegate(RowDelegate[FileLine]):
    """The end of the name and the state; below it what that means, and the size."""

    def paint_row(self, painter: QPainter, area: QRectF, row: FileLine, *, chosen: bool) -> None:
        """Paint the row's words."""
        word = state_word(row)
        tag = tag_size(word)
        right = QRectF(area.right() - tag.width(), area.y() + 8, tag.width(), tag.height())
        draw_tag(painter, right, word, state_tone(row))
        top = QRectF(area.x(), area.y() + 8, area.width() - tag.width() - 12, _LINE)
        if row.name:
            _draw_name(painter, top, row.name, bold=chosen or is_amiss(row))
        below = QRectF(area.x(), area.y() + 34, area.width(), _LINE)
        if row.state is not None and row.size:
            size = size_text(row.size)
            draw_text(painter, below, size, Pen(size=SMALL, tone=Tone.MUTED, align=RIGHT))
            below = below.adjusted(0, 0, -text_width(size, Pen(size=SMALL)) - 12, 0)
        tone = Tone.FAIL if is_amiss(row) else Tone.MUTED
        room = below if row.name else top.adjusted(0, 0, 0, _LINE)
        _draw_wrapped(painter, room, row.meaning, tone)


def _draw_name(painter: QPainter, area: QRectF, name: str, *, bold: bool) -> None:
    """Draw a path whose end is what tells files apart."""
    written = font(BASE, bold=bold)
    room = int(area.width())
    shown = QFontMetrics(written).elidedText(name, Qt.TextElideMode.ElideLeft, room)
    draw_text(painter, area, shown, Pen(bold=bold))


def _draw_wrapped(painter: QPainter, area: QRectF, text: str, tone: Tone) -> None:
    written = font(SMALL)
    lines = max(1, int(area.height() // _LINE))
    shown = QFontMetrics(written).elidedText(
        text, Qt.TextElideMode.ElideRight, int(area.width() * lines - 40 * (lines - 1))
    )
    painter.setFont(written)
    painter.setPen(QColor(tokens().tone(tone)))
    flags = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
    painter.drawText(area, flags | Qt.TextFlag.TextWordWrap, shown)


class FilesPage(QWidget):
    """The files that a filter lets through."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: Sequence[FileLine] = ()
        self.model = PagedListModel[FileLine](self._page, say=row_words)
        self.model.setParent(self)
        self.chips = ChipRow()
        self.chips.setObjectName("file_filters")
        self.list = RowList(_("逐个文件"), FileDelegate(_HEIGHT, margin=16))
        self.list.setObjectName("files")
        self.list.setModel(self.model)
        self.chips.chosen.connect(self._keep)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self.chips.setContentsMargins(SPACE_4 - 2, 0, SPACE_4, 0)
        column.addWidget(self.chips)
        column.addWidget(self.list, 1)

    def show_rows(self, rows: Sequence[FileLine]) -> None:
        """Show these files, those with faults if there are any."""
        self._rows = rows
        specs = filters(rows)
        self.chips.set_chips(specs)
        self.chips.choose(specs[0].key)
        self.model.show_ids([])
        self._keep(specs[0].key)

    def shown(self) -> list[FileLine]:
        """Give the rows that the filter lets through."""
        rows = (self.model.row_at(place) for place in range(self.model.rowCount()))
        return [row for row in rows if row is not None]

    def _keep(self, key: str) -> None:
        self.model.show_ids([str(place) for place in kept_rows(self._rows, key)])

    def _page(self, ids: Sequence[str]) -> Mapping[str, FileLine]:
        return {one: self._rows[int(one)] for one in ids}
