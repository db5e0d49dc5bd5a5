"""A pane whose body scrolls and whose acts stay in reach at the foot."""

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from inspector.ui.kit.style.tokens import SPACE_2, SPACE_3, SPACE_4
from inspector.ui.kit.touch import scrolled
from inspector.ui.kit.widgets.panels import Ground


class DetailPane(Ground):
    """Add content to `pane.body`, the acts to `pane.foot` (primary one last, at the right)."""

    def __init__(self, name: str, *, edges: str = "left", parent: QWidget | None = None) -> None:
        super().__init__(edges=edges, parent=parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 0, 0, 0)
        column.setSpacing(0)
        content = QWidget()
        self.body = QVBoxLayout(content)
        self.body.setContentsMargins(SPACE_4, SPACE_3, SPACE_4, SPACE_3)
        self.body.setSpacing(SPACE_2)
        self.area = scrolled(content, name)
        self._foot = QWidget()
        self.foot = QHBoxLayout(self._foot)
        self.foot.setContentsMargins(SPACE_4 - 2, 4, SPACE_4 - 2, SPACE_3)
        self.foot.setSpacing(6)
        column.addWidget(self.area, 1)
        column.addWidget(self._foot)

    def show_foot(self, *, is_shown: bool) -> None:
        """Show the acts, or nothing to act on."""
        self._foot.setVisible(is_shown)


class ListPane(Ground):
    """A head of 52 px (title, filters) over a list: add to `pane.head`, then `pane.column`."""

    def __init__(self, *, edges: str = "", parent: QWidget | None = None) -> None:
        super().__init__(edges=edges, parent=parent)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 1 if "right" in edges else 0, 0)
        self.column.setSpacing(0)
        top = Ground(edges="bottom")
        top.setMinimumHeight(52)
        self.head = QHBoxLayout(top)
        self.head.setContentsMargins(SPACE_3, 3, SPACE_3, 4)
        self.head.setSpacing(SPACE_2)
        self.column.addWidget(top)
