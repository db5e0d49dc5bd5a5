"""Three panes that fold: tree, list and detail beside each other, or one after the other."""

from enum import StrEnum

from PySide6.QtCore import QEvent, QObject, QPoint, QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QApplication,
    QBoxLayout,
    QFrame,
    QHBoxLayout,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from inspector.ui.kit.style.tokens import FOLD_DETAIL, FOLD_TREE, SPACE_2
from inspector.ui.kit.widgets.buttons import KeyButton, Kind
from inspector.ui.kit.widgets.panels import Ground
from inspector.words.language import _


class Fold(StrEnum):
    """How much of the three panes is seen at once."""

    ALL = "all"
    NO_TREE = "no_tree"
    PAGES = "pages"


class _Drawer(QFrame):
    """The folded tree, as a sheet that drops from the head."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setFrameShape(QFrame.Shape.Box)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 1, 1, 1)
        self.column = column


class FoldingPanes(QWidget):
    """Tree | list | detail; under 1000 px the tree folds into a button, under 900 the detail pages.

    `tree_button` and `back_button` stand in a strip of their own; a screen with a head may move
    them there (`pane.head.insertWidget(0, panes.tree_button)`), which saves the strip.

    Signals:
        folded(Fold): the arrangement changed.
    """

    folded = Signal(object)

    def __init__(  # noqa: PLR0913 - three panes and how wide they are
        self,
        tree: QWidget | None,
        middle: QWidget,
        detail: QWidget,
        *,
        tree_name: str = "",
        tree_width: int = 226,
        detail_share: float = 0.455,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._tree, self._middle, self._detail = tree, middle, detail
        self._tree_width, self._detail_share = tree_width, detail_share
        self._fold = Fold.ALL
        self._reading = False
        self._drawer = _Drawer(self)
        self.tree_button = KeyButton(tree_name or _("部位"), icon="tree", kind=Kind.QUIET)
        self.tree_button.setObjectName("unfold_tree")
        self.tree_button.clicked.connect(self.open_tree)
        self.back_button = KeyButton(_("返回列表"), icon="chevron-left", kind=Kind.QUIET)
        self.back_button.setObjectName("back_to_list")
        self.back_button.clicked.connect(self.show_list)
        self._lay_out()

    def fold(self) -> Fold:
        """Tell how the panes are arranged now."""
        return self._fold

    def show_detail(self) -> None:
        """Lead to the detail where it is a page of its own."""
        self._reading = True
        self._arrange()

    def show_list(self) -> None:
        """Lead back to the list."""
        self._reading = False
        self._arrange()

    def open_tree(self) -> None:
        """Drop the folded tree open."""
        if self._tree is None:
            return
        self._drawer.column.addWidget(self._tree)
        self._tree.show()
        corner = self.mapToGlobal(QPoint(0, self._head.height()))
        self._drawer.setGeometry(
            corner.x(), corner.y(), self._tree_width + 60, max(self.height() - 60, 200)
        )
        self._drawer.show()
        self._tree.setFocus(Qt.FocusReason.PopupFocusReason)

    def close_tree(self) -> None:
        """Fold the tree again: something was chosen in it."""
        self._drawer.hide()

    def set_tree_name(self, name: str) -> None:
        """Say on the fold button which place is chosen."""
        self.tree_button.set_text(name)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay out for the new size."""
        super().resizeEvent(event)
        self._arrange()

    def showEvent(self, event: QShowEvent) -> None:
        """Catch up when shown."""
        super().showEvent(event)
        self._arrange()
        self.window().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the window's width."""
        if event.type() is QEvent.Type.Resize and self.isVisible():
            self._arrange()
        return super().eventFilter(watched, event)

    def sizeHint(self) -> QSize:
        """Ask for the room that the content needs."""
        return QSize(1100, 600)

    def minimumSizeHint(self) -> QSize:
        """Ask for the least room that still reads."""
        return QSize(400, 300)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self._head = Ground(edges="bottom")
        head_row = QHBoxLayout(self._head)
        head_row.setContentsMargins(SPACE_2, 0, SPACE_2, 0)
        head_row.addWidget(self.tree_button)
        head_row.addWidget(self.back_button)
        head_row.addStretch(1)
        column.addWidget(self._head)
        self._row = QHBoxLayout()
        self._row.setSpacing(0)
        column.addLayout(self._row, 1)
        if self._tree is not None:
            self._row.addWidget(self._tree)
        self._row.addWidget(self._middle)
        self._row.addWidget(self._detail)
        self._row.setDirection(QBoxLayout.Direction.LeftToRight)
        for pane in (self._middle, self._detail):
            pane.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Expanding)
        share = round(self._detail_share * 1000)
        self._row.setStretchFactor(self._middle, 1000 - share)
        self._row.setStretchFactor(self._detail, share)

    def _wanted(self) -> Fold:
        width = self.window().width()
        if width < FOLD_DETAIL:
            return Fold.PAGES
        return Fold.NO_TREE if width < FOLD_TREE else Fold.ALL

    def _arrange(self) -> None:
        before, self._fold = self._fold, self._wanted()
        paged = self._fold is Fold.PAGES
        focus = QApplication.focusWidget()
        if self._tree is not None:
            self._place_tree(self._tree, in_row=self._fold is Fold.ALL)
        self._middle.setVisible(not paged or not self._reading)
        self._detail.setVisible(not paged or self._reading)
        self._keep_focus(focus)
        has_tree = self._tree is not None and self._fold is not Fold.ALL
        self.tree_button.setVisible(has_tree and not (paged and self._reading))
        self.back_button.setVisible(paged and self._reading)
        waiting = (self.tree_button, self.back_button)
        self._head.setVisible(any(not b.isHidden() and b.parent() is self._head for b in waiting))
        if self._fold is not before:
            self.folded.emit(self._fold)

    def _keep_focus(self, focus: QWidget | None) -> None:
        """Take the focus along where its pane is hidden: the keys of the room still work."""
        panes = (self._middle, self._detail)
        for gone, shown in (panes, panes[::-1]):
            had_it = focus is not None and (gone is focus or gone.isAncestorOf(focus))
            if had_it and gone.isHidden():
                shown.setFocus(Qt.FocusReason.OtherFocusReason)

    def _place_tree(self, tree: QWidget, *, in_row: bool) -> None:
        if in_row:
            self._drawer.hide()
            if self._row.indexOf(tree) < 0:
                self._row.insertWidget(0, tree)
            tree.setFixedWidth(self._tree_width)
            tree.show()
        elif self._row.indexOf(tree) >= 0:
            self._row.removeWidget(tree)
            tree.setMinimumWidth(0)
            tree.setMaximumWidth(16777215)
            self._drawer.column.addWidget(tree)
