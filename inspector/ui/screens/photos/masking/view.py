"""Look at the photos one by one before they are published: boxes over faces and plates."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from inspector.core.masks import MaskKind, PhotoMask
from inspector.ui.kit.desk import Desk
from inspector.ui.kit.painting import MIDDLE, Pen
from inspector.ui.kit.pictures import Pictures
from inspector.ui.kit.style.tokens import LARGE, SMALL, SPACE_2, SPACE_3, SPACE_4, Tone
from inspector.ui.kit.widgets.buttons import IconButton, KeyButton, Kind
from inspector.ui.kit.widgets.chips import Segmented, Tag
from inspector.ui.kit.widgets.panels import Ground
from inspector.ui.kit.widgets.texts import ElidedLabel
from inspector.ui.screens.photos.masking.canvas.view import MaskCanvas
from inspector.ui.screens.photos.masking.viewmodel import MaskBoard
from inspector.words.language import _
from inspector.words.masks import mask_kind_name, review_name

_ZOOM = 1.25
_KEYS: Mapping[int, MaskKind] = {
    Qt.Key.Key_F: MaskKind.FACE,
    Qt.Key.Key_P: MaskKind.PLATE,
    Qt.Key.Key_O: MaskKind.OTHER,
}


class MaskPane(Ground):
    """One photo with its boxes; Enter says that it was looked at, and the next one follows.

    Signals:
        closed(): the person has seen enough.
    """

    closed = Signal()

    def __init__(self, desk: Desk, pictures: Pictures, parent: QWidget | None = None) -> None:
        super().__init__(canvas=True, parent=parent)
        self._desk = desk
        self._pictures = pictures
        self._project_id = ""
        self._shown = ("", "")
        self.board = MaskBoard(desk)
        self.canvas = MaskCanvas()
        self.canvas.setObjectName("mask_canvas")
        self.name = ElidedLabel("", Pen(size=LARGE, bold=True))
        self.count = ElidedLabel("", Pen(size=SMALL, tone=Tone.MUTED, align=MIDDLE))
        self.state = Tag("")
        self.kinds = Segmented(
            [(kind.value, mask_kind_name(kind)) for kind in MaskKind], _("遮挡的是什么")
        )
        self.done = KeyButton("", keys="Enter", icon="check", kind=Kind.PRIMARY)
        self.done.setObjectName("mask_done")
        self.hint = ElidedLabel("", Pen(size=SMALL, tone=Tone.MUTED))
        self._lay_out()
        self._listen()

    # -- what the room asks ----------

    def open_at(self, project_id: str, photo_id: str) -> None:
        """Show a photo of a project."""
        self._project_id = project_id
        self.canvas.forget()
        self.board.read(project_id, photo_id, self._show)
        self.canvas.setFocus()

    def reread(self) -> None:
        """Read again what is shown; keep the place."""
        if self._project_id:
            self.board.read(self._project_id, "", self._show)

    # -- building ----------

    def _lay_out(self) -> None:
        top, foot = Ground(edges="bottom"), Ground(edges="top")
        bar = QHBoxLayout(top)
        bar.setContentsMargins(SPACE_4, 4, SPACE_3, 4)
        bar.setSpacing(SPACE_2)
        self.count.setFixedWidth(76)
        bar.addWidget(self.name, 1)
        bar.addWidget(self.state)
        for part in (
            self._button("chevron-left", _("上一张"), "PgUp", lambda: self._page(-1)),
            self.count,
            self._button("chevron-right", _("下一张"), "PgDown", lambda: self._page(1)),
            self._button("expand", _("适合窗口"), "0", self.canvas.fit),
            self._button("cross", _("回到照片"), "Esc", self._leave),
        ):
            bar.addWidget(part)
        tools = QHBoxLayout(foot)
        tools.setContentsMargins(SPACE_4, 4, SPACE_3, 4)
        tools.setSpacing(SPACE_2)
        self.new = self._button("plus", _("用键盘放一个框"), "N", self.canvas.begin_draft)
        self.trash = self._button("trash", _("删除这个框"), "Del", self._remove)
        tools.addWidget(self.kinds)
        tools.addWidget(self.new)
        tools.addWidget(self.trash)
        tools.addWidget(self.hint, 1)
        tools.addWidget(self.done)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(top)
        column.addWidget(self.canvas, 1)
        column.addWidget(foot)

    def _button(self, icon: str, name: str, keys: str, do: Callable[[], object]) -> IconButton:
        made = IconButton(icon, name, keys=keys)
        made.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        made.clicked.connect(lambda _checked=False: do())
        return made

    def _listen(self) -> None:
        self.canvas.drawn.connect(self.board.add)
        self.canvas.moved.connect(self._move)
        self.canvas.chosen.connect(self._show_chosen)
        self.canvas.pressed.connect(self._press)
        self.kinds.chosen.connect(lambda key: self._to_kind(MaskKind(key)))
        self.done.clicked.connect(self._finish)
        self._pictures.ready.connect(self._arrived)

    # -- showing ----------

    def _show(self) -> None:
        now = self.board.current()
        if now is None:
            self._desk.toast(_("本项目还没有照片。"))
            self._leave()
            return
        place, count = self.board.place()
        self.name.set(now.photo.caption or now.photo.name)
        self.count.set(f"{place} / {count}")
        is_reviewed = now.review is not None
        words = review_name(is_reviewed=is_reviewed)
        unseen = self.board.unseen()
        told = _("{state} · 余 {count} 张").format(state=words, count=unseen)
        self.state.set(told if unseen else words, Tone.PASS if is_reviewed else Tone.WARN)
        self.done.set_text(_("收回“已审看”") if is_reviewed else _("审看完毕，下一张"))
        self.done.set_kind(Kind.PLAIN if is_reviewed else Kind.PRIMARY)
        shown = (now.photo.id, now.photo.sha256)
        if shown != self._shown:
            self._shown = shown
            self.canvas.forget()
            self._fill()
        self.canvas.show_masks(now.masks)

    def _fill(self) -> None:
        sha256 = self._shown[1]
        broken = self._pictures.is_broken(sha256)
        why = (
            _("画面无法读出，不能审看；制作公开副本时请选择不收入未审看的照片。") if broken else ""
        )
        self.canvas.set(self._pictures.picture(sha256), why)

    def _arrived(self, sha256: str) -> None:
        if sha256 == self._shown[1]:
            self._fill()

    def _show_chosen(self) -> None:
        mask, draft = self.canvas.chosen_mask(), self.canvas.draft()
        self.kinds.choose((mask.kind if mask else self.board.kind).value)
        self.trash.setEnabled(mask is not None)
        if draft is not None:
            self.hint.set(_("方向键移动，Shift+方向键改大小，Enter 保存，Esc 放弃。"))
        elif mask is not None:
            self.hint.set(_("拖动可移动；N 用键盘调整，Del 删除，T 选下一个框。"))
        else:
            self.hint.set(_("在人脸、车牌上拖出方框；公开副本中框内换成单色，原件不变。"))

    # -- acting ----------

    def _press(self, key: int) -> None:
        if key in _KEYS:
            self._to_kind(_KEYS[key])
            return
        doing: Mapping[int, Callable[[], object]] = {
            Qt.Key.Key_Return: self._enter,
            Qt.Key.Key_Enter: self._enter,
            Qt.Key.Key_Escape: self._escape,
            Qt.Key.Key_N: self.canvas.begin_draft,
            Qt.Key.Key_T: self.canvas.choose_next,
            Qt.Key.Key_Delete: self._remove,
            Qt.Key.Key_Backspace: self._remove,
            Qt.Key.Key_PageUp: lambda: self._page(-1),
            Qt.Key.Key_PageDown: lambda: self._page(1),
            Qt.Key.Key_Left: lambda: self._page(-1),
            Qt.Key.Key_Right: lambda: self._page(1),
            Qt.Key.Key_Plus: lambda: self.canvas.zoom(_ZOOM),
            Qt.Key.Key_Equal: lambda: self.canvas.zoom(_ZOOM),
            Qt.Key.Key_Minus: lambda: self.canvas.zoom(1 / _ZOOM),
            Qt.Key.Key_0: self.canvas.fit,
        }
        doing.get(key, lambda: None)()

    def _enter(self) -> None:
        if not self.canvas.keep_draft():
            self._finish()

    def _escape(self) -> None:
        if not self.canvas.drop_draft():
            self._leave()

    def _page(self, by: int) -> None:
        if self.board.page(by):
            self._show()

    def _to_kind(self, kind: MaskKind) -> None:
        self.board.kind = kind
        mask = self.canvas.chosen_mask()
        if mask is not None:
            self.board.change(mask, kind=kind)
        self.kinds.choose(kind.value)
        self.canvas.setFocus()

    def _move(self, mask: PhotoMask, box: object) -> None:
        self.board.change(mask, box=box)  # type: ignore[arg-type]  # a signal carries objects

    def _remove(self) -> None:
        mask = self.canvas.chosen_mask()
        if mask is not None:
            self.canvas.drop_draft()
            self.board.remove(mask)
        self.canvas.setFocus()

    def _finish(self) -> None:
        now = self.board.current()
        if now is None or not self.canvas.is_shown():
            return
        if now.review is not None:
            self.board.review(done=False, on_done=lambda: None)
        else:
            self.board.review(done=True, on_done=self._next)
        self.canvas.setFocus()

    def _next(self) -> None:
        """Go on to what nobody looked at; this one is still told as such until it is read again."""
        here = self.board.current_id()
        if self.board.to_unseen() and self.board.current_id() != here:
            self._show()
        else:
            self._desk.toast(_("全部照片都已审看，可以制作公开副本。"))

    def _leave(self) -> None:
        self.canvas.drop_draft()
        self._project_id = ""
        self.closed.emit()
