"""One photo, as large as the screen, with what it says about itself at the side."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QMouseEvent,
    QNativeGestureEvent,
    QPainter,
    QPaintEvent,
    QPixmap,
    QWheelEvent,
)
from PySide6.QtWidgets import (
    QGestureEvent,
    QHBoxLayout,
    QPinchGesture,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from inspector.ui.kit.actions import Action, install
from inspector.ui.kit.icons import draw_icon
from inspector.ui.kit.painting import MIDDLE, Pen, draw_text
from inspector.ui.kit.pictures import Pictures
from inspector.ui.kit.style.look import tokens
from inspector.ui.kit.style.tokens import LARGE, SMALL, SPACE_2, SPACE_3, SPACE_4, Tone
from inspector.ui.kit.touch import scrolled
from inspector.ui.kit.widgets.buttons import IconButton
from inspector.ui.kit.widgets.panels import Ground
from inspector.ui.kit.widgets.texts import ElidedLabel, small
from inspector.ui.screens.photos.evidence.view import FactsView
from inspector.ui.screens.photos.viewmodel import Told
from inspector.words.language import _

_STEP, _MOST = 1.25, 8.0
_SIDE_PX = 336


class Canvas(QWidget):
    """The picture: fitted at first, then as near as the person wants.

    Signals:
        zoomed(float): how much larger than fitted it is now.
    """

    zoomed = Signal(float)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(_("照片"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.grabGesture(Qt.GestureType.PinchGesture)
        self.setMinimumSize(QSize(200, 150))
        self._pixmap: QPixmap | None = None
        self._why = ""
        self._zoom = 1.0
        self._centre = QPointF(0.5, 0.5)
        self._held: QPointF | None = None

    def set(self, pixmap: QPixmap | None, why: str = "") -> None:
        """Show a picture, or why there is none; it is fitted again."""
        self._pixmap, self._why = pixmap, why
        self.fit()

    def fit(self) -> None:
        """Show all of it."""
        self._zoom, self._centre = 1.0, QPointF(0.5, 0.5)
        self._tell()

    def zoom(self, factor: float, at: QPointF | None = None) -> None:
        """Go nearer or away; what is under `at` stays there."""
        if self._pixmap is None:
            return
        point = at or QPointF(self.rect().center())
        before = self._share_under(point)
        self._zoom = min(max(self._zoom * factor, 1.0), _MOST)
        moved = before - self._share_under(point)
        self._centre += moved
        self._hold()
        self._tell()

    def level(self) -> float:
        """Tell how much larger than fitted it is."""
        return self._zoom

    def is_shown(self) -> bool:
        """Tell whether there is a picture."""
        return self._pixmap is not None

    def event(self, event: QEvent) -> bool:
        """Take the fingers' pinch, on screens and on touch pads."""
        if isinstance(event, QGestureEvent):
            pinch = event.gesture(Qt.GestureType.PinchGesture)
            if isinstance(pinch, QPinchGesture):
                self.zoom(pinch.scaleFactor(), self.mapFromGlobal(pinch.centerPoint()))
                return True
        if (
            isinstance(event, QNativeGestureEvent)
            and event.gestureType() is Qt.NativeGestureType.ZoomNativeGesture
        ):
            self.zoom(1 + event.value(), event.position())
            return True
        return super().event(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Zoom where the pointer is."""
        self.zoom(_STEP ** (event.angleDelta().y() / 120), event.position())

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take hold of the picture."""
        self._held = event.position()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Move the picture with the pointer."""
        if self._held is None or self._pixmap is None:
            return
        size, moved = self._shown_size(), event.position() - self._held
        self._held = event.position()
        self._centre -= QPointF(moved.x() / size.width(), moved.y() / size.height())
        self._hold()
        self.update()

    def mouseReleaseEvent(self, _event: QMouseEvent) -> None:
        """Let go."""
        self._held = None

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Go near where it was pressed, or show all again."""
        if self._zoom > 1:
            self.fit()
        else:
            self.zoom(_STEP**4, event.position())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint it from the tokens."""
        now = tokens()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.fillRect(self.rect(), now.canvas)
        if self._pixmap is not None:
            painter.drawPixmap(self._area(), self._pixmap, QRectF(self._pixmap.rect()))
            return
        middle = QRectF(self.rect()).center()
        sign = "image-broken" if self._why else "image"
        tone = now.failed if self._why else now.muted
        draw_icon(painter, sign, QRectF(middle.x() - 20, middle.y() - 40, 40, 40), tone)
        words = self._why or _("正在准备大图…")
        line = QRectF(0, middle.y() + 10, self.width(), 24)
        draw_text(painter, line, words, Pen(tone=Tone.MUTED, align=MIDDLE))

    def _tell(self) -> None:
        self.update()
        self.zoomed.emit(self._zoom)

    def _shown_size(self) -> QSize:
        picture = self._pixmap.size() if self._pixmap else QSize(4, 3)
        fitted = picture.scaled(self.size(), Qt.AspectRatioMode.KeepAspectRatio)
        return fitted * self._zoom

    def _area(self) -> QRectF:
        size = self._shown_size()
        left = self.width() / 2 - self._centre.x() * size.width()
        top = self.height() / 2 - self._centre.y() * size.height()
        return QRectF(left, top, size.width(), size.height())

    def _share_under(self, point: QPointF) -> QPointF:
        area = self._area()
        return QPointF(
            (point.x() - area.x()) / max(area.width(), 1),
            (point.y() - area.y()) / max(area.height(), 1),
        )

    def _hold(self) -> None:
        """Keep the picture over the middle: it cannot be pushed out of sight."""
        size = self._shown_size()
        for share, whole, put in (
            (self._centre.x(), (self.width(), size.width()), self._centre.setX),
            (self._centre.y(), (self.height(), size.height()), self._centre.setY),
        ):
            view, shown = whole
            half = min(view / max(shown, 1) / 2, 0.5)
            put(min(max(share, half), 1 - half))


class PhotoViewer(Ground):
    """The photos of the sheet one by one, over the whole screen.

    Signals:
        moved(str): this photo is shown now.
        closed(): the person has seen enough.
    """

    moved = Signal(str)
    closed = Signal()

    def __init__(
        self, pictures: Pictures, tell: Callable[[str], Told | None], parent: QWidget | None = None
    ) -> None:
        super().__init__(canvas=True, parent=parent)
        self.setWindowFlag(Qt.WindowType.Window)
        self.setWindowTitle(_("看照片"))
        self._pictures = pictures
        self._tell = tell
        self._ids: Sequence[str] = ()
        self._at = 0
        self._sha256 = ""
        self.canvas = Canvas()
        self.facts = FactsView()
        self.ties = small()
        self.name = ElidedLabel("", Pen(size=LARGE, bold=True))
        self._count = ElidedLabel("", Pen(size=SMALL, tone=Tone.MUTED, align=MIDDLE))
        self._lay_out()
        pictures.ready.connect(self._arrived)
        install(self._table(), self)

    def open_at(self, ids: Sequence[str], photo_id: str) -> None:
        """Show a photo; the others can be paged to."""
        self._ids = ids
        self._at = max(ids.index(photo_id), 0) if photo_id in ids else 0
        self._show()
        self.showFullScreen()
        self.activateWindow()
        self.canvas.setFocus()

    def actions_table(self) -> list[Action]:
        """Give what can be done here."""
        return self._table()

    def page(self, by: int) -> None:
        """Show another one; at the ends it stays."""
        to = min(max(self._at + by, 0), len(self._ids) - 1)
        if to != self._at:
            self._at = to
            self._show()
            self.moved.emit(self._ids[to])

    def current(self) -> str:
        """Give the photo that is shown."""
        return self._ids[self._at] if self._ids else ""

    def refresh(self) -> None:
        """Say again what is known of the photo."""
        told = self._tell(self.current())
        if told is not None:
            self._say(told)

    def _table(self) -> list[Action]:
        rows: list[tuple[str, str, str, Callable[[], object]]] = [
            ("back", _("上一张"), "Left", lambda: self.page(-1)),
            ("on", _("下一张"), "Right", lambda: self.page(1)),
            ("nearer", _("放大"), "+", lambda: self.canvas.zoom(_STEP)),
            ("nearer_too", _("放大"), "=", lambda: self.canvas.zoom(_STEP)),
            ("away", _("缩小"), "-", lambda: self.canvas.zoom(1 / _STEP)),
            ("fit", _("适合窗口"), "0", self.canvas.fit),
            ("side", _("显示或隐藏拍摄信息"), "I", self._fold_side),
            ("close", _("关闭"), "Escape", self._leave),
        ]
        return [
            Action(id=f"viewer.{key}", text=text, shortcut=keys, slot=do)
            for key, text, keys, do in rows
        ]

    def _lay_out(self) -> None:
        top = Ground(edges="bottom")
        bar = QHBoxLayout(top)
        bar.setContentsMargins(SPACE_4, 4, SPACE_2, 4)
        bar.setSpacing(2)
        bar.addWidget(self.name, 1)
        self._count.setFixedWidth(96)
        back = self._button("chevron-left", _("上一张"), "←", lambda: self.page(-1))
        on = self._button("chevron-right", _("下一张"), "→", lambda: self.page(1))
        for part in (back, self._count, on):
            bar.addWidget(part)
        bar.addStretch(1)
        for icon, name, keys, do in (
            ("minus", _("缩小"), "-", lambda: self.canvas.zoom(1 / _STEP)),
            ("plus", _("放大"), "+", lambda: self.canvas.zoom(_STEP)),
            ("expand", _("适合窗口"), "0", self.canvas.fit),
            ("info", _("拍摄信息"), "I", self._fold_side),
            ("cross", _("关闭"), "Esc", self._leave),
        ):
            bar.addWidget(self._button(icon, name, keys, do))
        self._side = self._evidence_side()
        row = QHBoxLayout()
        row.setSpacing(0)
        row.addWidget(self.canvas, 1)
        row.addWidget(self._side)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(top)
        column.addLayout(row, 1)

    def _evidence_side(self) -> Ground:
        content = QWidget()
        inner = QVBoxLayout(content)
        inner.setContentsMargins(SPACE_4, SPACE_3, SPACE_4, SPACE_3)
        inner.setSpacing(SPACE_3)
        inner.addWidget(self.facts)
        inner.addWidget(self.ties)
        inner.addStretch(1)
        side = Ground(edges="left")
        side.setFixedWidth(_SIDE_PX)
        holder = QVBoxLayout(side)
        holder.setContentsMargins(1, 0, 0, 0)
        holder.addWidget(scrolled(content, _("拍摄信息")))
        return side

    def _button(self, icon: str, name: str, keys: str, do: Callable[[], object]) -> IconButton:
        made = IconButton(icon, name, keys=keys)
        made.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        made.clicked.connect(partial(_without, do))
        return made

    def _show(self) -> None:
        told = self._tell(self.current())
        if told is None:
            self._leave()
            return
        self._sha256 = told.photo.sha256
        self._say(told)
        self._fill()

    def _say(self, told: Told) -> None:
        self.name.set(told.photo.caption or told.photo.name)
        self._count.set(f"{self._at + 1} / {len(self._ids)}")
        self.facts.show_photo(told)
        self.ties.set("\n".join(tie.text for tie in told.ties))

    def _fill(self) -> None:
        picture = self._pictures.picture(self._sha256)
        broken = self._pictures.is_broken(self._sha256)
        self.canvas.set(picture, _("画面无法读出；原件未改动。") if broken else "")

    def _arrived(self, sha256: str) -> None:
        if sha256 == self._sha256:
            self._fill()

    def _fold_side(self) -> None:
        self._side.setVisible(self._side.isHidden())

    def _leave(self) -> None:
        self.hide()
        self.closed.emit()


def _without(do: Callable[[], object], *_checked: bool) -> None:
    do()
