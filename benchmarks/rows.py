"""A list of 100,000 rows: opened, and its end reached, over real SQL."""

import os
import sqlite3
from collections.abc import Mapping, Sequence
from pathlib import Path

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QApplication

from benchmarks.measure import compete, judge
from inspector.folders import resources
from inspector.ui.kit.paged import PagedListModel
from inspector.ui.kit.painting import Pen, draw_text
from inspector.ui.kit.rows import RowDelegate, RowList
from inspector.ui.kit.style.look import Look

ROWS = 100_000
OPEN_MS, END_MS = 80, 20


class _Delegate(RowDelegate[str]):
    def paint_row(self, painter: QPainter, area: QRectF, row: str, *, chosen: bool) -> None:
        draw_text(painter, area, row, Pen(bold=chosen))


class _Book:
    """A table with an index in the order of the list."""

    def __init__(self, path: Path) -> None:
        self._db = sqlite3.connect(path)
        self._db.execute("CREATE TABLE defect(id TEXT PRIMARY KEY, number TEXT, text TEXT)")
        self._db.executemany(
            "INSERT INTO defect VALUES (?, ?, ?)",
            ((f"{i:032x}", f"JF2-{i % 30:02d}-K7-{i:06d}", "扶手末端未延伸") for i in range(ROWS)),
        )
        self._db.execute("CREATE INDEX by_number ON defect(number, id)")
        self._db.commit()

    def ids(self) -> list[str]:
        return [one for (one,) in self._db.execute("SELECT id FROM defect ORDER BY number")]

    def page(self, ids: Sequence[str]) -> Mapping[str, str]:
        marks = ", ".join("?" for _one in ids)
        rows = self._db.execute(
            f"SELECT id, number || ' ' || text FROM defect WHERE id IN ({marks})",  # noqa: S608 - marks only
            list(ids),
        )
        return dict(rows.fetchall())

    def close(self) -> None:
        self._db.close()


def run(folder: Path) -> None:
    """Open the list and reach its end; the floor is the query for the ids alone."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    app = QApplication.instance() or QApplication([])
    if isinstance(app, QApplication):
        Look(app, resources())
    book = _Book(folder / "rows.db")
    shown = _shown(book)
    table = compete(
        f"{ROWS:,} rows",
        "the ids by SQL alone",
        {
            "the ids by SQL alone": book.ids,
            "list opened and painted": lambda: _shown(book),
            "its end reached and painted": lambda: _end(shown),
        },
    )
    judge("open", table.wall("list opened and painted") * 1000, OPEN_MS, "ms")
    judge("reach the end", table.wall("its end reached and painted") * 1000, END_MS, "ms")
    book.close()


def _shown(book: _Book) -> RowList:
    model: PagedListModel[str] = PagedListModel(book.page, say=str)
    model.show_ids(book.ids())
    view = RowList("rows", _Delegate(height=44))
    model.setParent(view)
    view.setModel(model)
    view.resize(600, 700)
    view.show()
    view.grab()
    return view


def _end(view: RowList) -> None:
    model = view.model()
    if isinstance(model, PagedListModel):
        model.refresh()
    view.scrollToTop()
    view.scrollToBottom()
    view.grab()
