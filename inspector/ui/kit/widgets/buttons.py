"""Buttons that say their key, show their focus and can be hit with a thumb."""

from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QEnterEvent, QFocusEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from inspector.ui.kit.icons import draw_icon
from inspector.ui.kit.painting import (
    Pen,
    cap_width,
    draw_box,
    draw_cap,
    draw_ring,
    draw_text,
    text_width,
)
from inspector.ui.kit.style.look import tokens
from inspector.ui.kit.style.tokens import (
    BASE,
    DRAWN,
    ICON,
    LARGE,
    SPACE_2,
    TARGET,
    VERDICT,
    Tone,
    mixed,
)

_MOUSE_LIKE = {
    Qt.FocusReason.MouseFocusReason,
    Qt.FocusReason.ActiveWindowFocusReason,
    Qt.FocusReason.PopupFocusReason,
    Qt.FocusReason.OtherFocusReason,
}


class PaintedButton(QAbstractButton):
    """A button that paints itself: pointer, press, keyboard focus and target size are settled."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setText(name)
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._by_keyboard = False

    def shows_ring(self) -> bool:
        """Tell whether the focus came by keyboard and is drawn."""
        return self.hasFocus() and self._by_keyboard

    def minimumSizeHint(self) -> QSize:
        """Ask for the least room that still reads."""
        return self.sizeHint()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Remember whether the focus came by keyboard."""
        if event.reason() not in _MOUSE_LIKE:
            self._by_keyboard = True
        elif event.reason() is Qt.FocusReason.MouseFocusReason:
            self._by_keyboard = False
        super().focusInEvent(event)

    def enterEvent(self, event: QEnterEvent) -> None:
        """Show that the pointer is here."""
        self.update()
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        """Show that the pointer is gone."""
        self.update()
        super().leaveEvent(event)


class Kind(StrEnum):
    """How loud a button is; one primary per screen."""

    PLAIN = "plain"
    PRIMARY = "primary"
    QUIET = "quiet"
    PASS = "pass"  # noqa: S105 - a verdict, no password
    FAIL = "fail"


_FILLED = {Kind.PRIMARY: Tone.ACCENT, Kind.PASS: Tone.PASS, Kind.FAIL: Tone.FAIL}


@dataclass(frozen=True, slots=True)
class _Colours:
    """A button's colours at the moment."""

    ground: str
    line: str
    ink: str
    icon: str
    cap: str


class KeyButton(PaintedButton):
    """A button of icon, words and key hint, drawn 36 px high in a 44 px target.

    The hint only tells the key; the action table makes it work (`kit/actions.py`).
    """

    def __init__(
        self,
        text: str,
        *,
        keys: str = "",
        icon: str = "",
        kind: Kind = Kind.PLAIN,
        size: int = BASE,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(text, parent)
        self._keys = keys
        self._icon_name = icon
        self._kind = kind
        self._pen = Pen(size=size, bold=kind in _FILLED)
        self._drawn = DRAWN if size == BASE else DRAWN + (size - BASE) * 2
        if keys:
            self.setAccessibleDescription(keys)
            self.setToolTip(f"{text}（{keys}）")

    def set_text(self, text: str) -> None:
        """Say something else."""
        self.setText(text)
        self.setAccessibleName(text)
        self.updateGeometry()

    def set_kind(self, kind: Kind) -> None:
        """Become louder or quieter."""
        self._kind = kind
        self._pen = Pen(size=self._pen.size, bold=kind in _FILLED)
        self.updateGeometry()
        self.update()

    def set_icon(self, icon: str) -> None:
        """Show another icon."""
        self._icon_name = icon
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Ask for the room that the content needs."""
        return QSize(self._content_width(with_keys=True) + 28, max(TARGET, self._drawn + 8))

    def minimumSizeHint(self) -> QSize:
        """Ask for the least room that still reads."""
        return QSize(self._content_width(with_keys=False) + 20, self.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint it from the tokens."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = self._box()
        colours = self._colours()
        painter.setOpacity(1.0 if self.isEnabled() else 0.45)
        draw_box(painter, box, fill=colours.ground, line=colours.line, width=self._line_width())
        self._paint_content(painter, box, colours)
        if self.shows_ring():
            draw_ring(painter, box)

    def _line_width(self) -> int:
        return tokens().line_px

    def _box(self) -> QRectF:
        margin = (self.height() - self._drawn) / 2
        side = min(margin, 2.0)
        return QRectF(self.rect()).adjusted(side, margin, -side, -margin)

    def _content_width(self, *, with_keys: bool) -> int:
        width = text_width(self.text(), self._pen)
        if self._icon_name:
            width += ICON + (SPACE_2 if self.text() else 0)
        if with_keys and self._keys:
            width += cap_width(self._keys) + 10
        return width

    def _paint_content(self, painter: QPainter, box: QRectF, colours: _Colours) -> None:
        with_keys = bool(self._keys) and self._content_width(with_keys=True) + 12 <= box.width()
        width = self._content_width(with_keys=with_keys)
        left = max(box.x() + (box.width() - width) / 2, box.x() + 8)
        if self._icon_name:
            top = box.center().y() - ICON / 2
            draw_icon(painter, self._icon_name, QRectF(left, top, ICON, ICON), colours.icon)
            left += ICON + SPACE_2
        room = QRectF(left, box.y(), box.right() - 8 - left, box.height())
        pen = Pen(size=self._pen.size, bold=self._pen.bold, colour=colours.ink)
        left += draw_text(painter, room, self.text(), pen) + 10
        if with_keys:
            area = QRectF(left, box.y(), cap_width(self._keys), box.height())
            draw_cap(painter, area, self._keys, colours.cap)

    def _colours(self) -> _Colours:
        now = tokens()
        tone = _FILLED.get(self._kind)
        if tone is not None:
            ground = now.tone(tone)
            if self.isDown() or self.underMouse():
                ground = mixed(now.text, ground, 0.16 if self.isDown() else 0.08)
            return _Colours(ground, "", now.on_fill, now.on_fill, now.on_fill)
        ground = "" if self._kind is Kind.QUIET else now.surface
        if self.underMouse() or self.isDown():
            ground = now.hover() if not self.isDown() else now.tint(Tone.ACCENT)
        line = "" if self._kind is Kind.QUIET else now.line
        return _Colours(ground, line, now.text, now.text, "")


class VerdictButton(KeyButton):
    """合格, 不合格, 不适用: 56 px, checkable, filled with its tone when it is the answer."""

    def __init__(
        self, text: str, *, keys: str, icon: str, tone: Tone, parent: QWidget | None = None
    ) -> None:
        super().__init__(text, keys=keys, icon=icon, size=LARGE, parent=parent)
        self.setCheckable(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._tone = tone
        self._drawn = VERDICT
        self._pen = Pen(size=LARGE, bold=True)

    def sizeHint(self) -> QSize:
        """Ask for the room that the content needs."""
        return QSize(self._content_width(with_keys=True) + 28, VERDICT + 4)

    def _colours(self) -> _Colours:
        now = tokens()
        tone = now.tone(self._tone)
        if self.isChecked():
            return _Colours(tone, "", now.on_fill, now.on_fill, now.on_fill)
        ground = now.surface
        if self.underMouse() or self.isDown():
            ground = now.tint(self._tone) if now.tint_share else now.hover()
        return _Colours(ground, now.line, now.text, tone, "")


class IconButton(PaintedButton):
    """A 44 px square with an icon alone; its name is the tooltip."""

    def __init__(
        self, icon: str, name: str, *, keys: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(name, parent)
        self._icon_name = icon
        self.setToolTip(f"{name}（{keys}）" if keys else name)

    def set_icon(self, icon: str, name: str) -> None:
        """Show another icon under another name."""
        self._icon_name = icon
        self.setAccessibleName(name)
        self.setToolTip(name)
        self.update()

    def sizeHint(self) -> QSize:
        """Ask for the room that the content needs."""
        return QSize(TARGET, TARGET)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint it from the tokens."""
        now = tokens()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setOpacity(1.0 if self.isEnabled() else 0.45)
        box = QRectF(self.rect()).adjusted(4, 4, -4, -4)
        if self.isChecked() or self.isDown():
            draw_box(painter, box, fill=now.tint(Tone.ACCENT), line=now.accent)
        elif self.underMouse():
            draw_box(painter, box, fill=now.hover())
        ink = now.accent if self.isChecked() else now.text
        centre = box.center()
        area = QRectF(centre.x() - ICON / 2, centre.y() - ICON / 2, ICON, ICON)
        draw_icon(painter, self._icon_name, area, ink)
        if self.shows_ring():
            draw_ring(painter, box, gap=1)
