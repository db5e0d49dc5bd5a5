"""Scrolling with a finger."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QAbstractScrollArea,
    QFrame,
    QScrollArea,
    QScroller,
    QScrollerProperties,
    QWidget,
)


def make_kinetic(area: QAbstractScrollArea) -> None:
    """Let a finger throw the content; the mouse keeps selecting."""
    scroller = QScroller.scroller(area.viewport())
    manners = scroller.scrollerProperties()
    metric = QScrollerProperties.ScrollMetric
    off = QScrollerProperties.OvershootPolicy.OvershootAlwaysOff
    manners.setScrollMetric(metric.VerticalOvershootPolicy, off)
    manners.setScrollMetric(metric.HorizontalOvershootPolicy, off)
    scroller.setScrollerProperties(manners)
    QScroller.grabGesture(area.viewport(), QScroller.ScrollerGestureType.TouchGesture)


class _DownArea(QScrollArea):
    """Scrolls down only: the content is as wide as the view, whatever it would like."""

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay out for the new size."""
        super().resizeEvent(event)
        content = self.widget()
        if content is not None:
            content.setFixedWidth(self.viewport().width())


def scrolled(content: QWidget, name: str) -> QScrollArea:
    """Put a pane into a scroll area that only scrolls down and has no frame."""
    area = _DownArea()
    area.setAccessibleName(name)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setWidgetResizable(True)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    content.setProperty("ground", "none")
    content.setAttribute(Qt.WidgetAttribute.WA_StyledBackground, on=True)
    area.setWidget(content)
    make_kinetic(area)
    return area
