"""The room of photos: the tray first, then visit by visit, each photo with what it proves."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from types import MappingProxyType

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices, QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from inspector.core.changes import Changes, Topic
from inspector.core.errors import InspectorError
from inspector.operations.photos import Receipt
from inspector.ui.kit.actions import Action
from inspector.ui.kit.ask import FileQuestion
from inspector.ui.kit.desk import Desk
from inspector.ui.kit.paged import PagedListModel
from inspector.ui.kit.pictures import Pictures
from inspector.ui.kit.screen import Crumb, Screen, project_crumb
from inspector.ui.kit.style.tokens import Tone
from inspector.ui.kit.widgets.buttons import IconButton, KeyButton, Kind
from inspector.ui.kit.widgets.chips import ChipRow, ChipSpec
from inspector.ui.kit.widgets.folding import Fold, FoldingPanes
from inspector.ui.kit.widgets.panels import EmptyPanel, Ground
from inspector.ui.kit.widgets.panes import ListPane
from inspector.ui.screens.photos.evidence.view import EvidencePane
from inspector.ui.screens.photos.masking.view import MaskPane
from inspector.ui.screens.photos.model import Cell, Shelf, shelves
from inspector.ui.screens.photos.receipt.view import ReceiptPanel
from inspector.ui.screens.photos.sheet.view import ContactSheet
from inspector.ui.screens.photos.viewer.view import PhotoViewer
from inspector.ui.screens.photos.viewmodel import Goal, PhotoBoard, Told
from inspector.words.language import _

_KINDS = "(*.jpg *.jpeg *.heic *.heif *.png *.webp *.avif *.tif *.tiff)"
_THUMBS_KEPT, _LARGE_KEPT = 600, 5
_SUGGESTION_KEYS = 5


class PhotosScreen(Screen):
    """The contact sheet on the left, the evidence of one photo on the right."""

    reads = frozenset(
        {Topic.PROJECTS, Topic.PLACES, Topic.VISITS, Topic.PHOTOS, Topic.DEFECTS, Topic.ANSWERS}
    )
    waiting = MappingProxyType({"shelf": Shelf.LOOSE.value})

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.setAcceptDrops(True)
        self._board = PhotoBoard(desk)
        self._current = ""
        self._ids: list[str] = []
        self._fresh: list[str] = []
        self._wants_masks = False
        self.thumbnails = Pictures(self._board.thumbnail, _THUMBS_KEPT, self)
        self._large = Pictures(self._board.large, _LARGE_KEPT, self)
        self._model: PagedListModel[Cell] = PagedListModel(self._board.page, say=Cell.spoken)
        self._model.setParent(self)
        self.sheet = ContactSheet(self.thumbnails)
        self.sheet.setObjectName("contact_sheet")
        self.sheet.setModel(self._model)
        self.detail = EvidencePane(self._board)
        self.viewer = PhotoViewer(self._large, self._board.tell, self)
        self.receipt = ReceiptPanel()
        self.masking = MaskPane(desk, self._large)
        self._build()
        self._listen()
        self.set_crumbs(Crumb(_("照片")))
        self.set_actions(*self._table())

    # -- what the window asks ----------

    def reread(self) -> None:
        """Read again what is shown; keep the place."""
        self._board.read(self._show_read)

    def _show_read(self) -> None:
        self.thumbnails.forget_broken()
        self._show_crumbs()
        self._list_again()
        self.masking.reread()
        self.badge_changed.emit(self._board.loose())
        if self._fresh:
            self._lead_to_fresh()
        if self._wants_masks:
            self._wants_masks = False
            self.open_masks()

    def go_to(self, **target: str) -> None:
        """Lead to a project, to a shelf of its photos, or to one of them."""
        if target.get("project"):
            self._board.open_project(target["project"])
        if target.get("shelf"):
            self._board.shelf = Shelf(target["shelf"])
            self.panes.show_list()
        wanted = target.get("photo", "")
        if wanted:
            self._board.shelf = Shelf.ALL
            self._current = wanted
        self._wants_masks = "masks" in target
        self.reread()
        if wanted:
            self.panes.show_detail()

    def home(self) -> QWidget:
        """Begin on the contact sheet."""
        return self.sheet

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take files and folders, wherever they are dropped."""
        if event.mimeData().hasUrls():
            event.setDropAction(Qt.DropAction.CopyAction)
            event.accept()

    def dropEvent(self, event: QDropEvent) -> None:
        """Take them in."""
        event.acceptProposedAction()
        urls = event.mimeData().urls()
        self.take_in([Path(url.toLocalFile()) for url in urls if url.isLocalFile()])

    def take_in(self, paths: Sequence[Path]) -> None:
        """Take files and folders in; a receipt tells what became of each."""
        if paths:
            self._board.take_in(paths, self._came, self.receipt.show_stopped)

    def _hear(self, changes: Changes) -> None:
        """Let the board forget what it keeps of others' records, then read again."""
        self._board.forget(changes)
        super()._hear(changes)

    # -- building ----------

    def _build(self) -> None:
        side = ListPane()
        self.chips = ChipRow()
        self.import_button = KeyButton(
            _("导入照片…"), keys="Ctrl+I", icon="import", kind=Kind.PRIMARY
        )
        self.import_button.setObjectName("import_photos")
        self.take_all = KeyButton("", kind=Kind.PLAIN)
        self.take_all.setObjectName("take_all")
        side.head.addWidget(self.chips, 1)
        side.head.addWidget(self.take_all)
        self.mask_button = IconButton("mask", _("审看并遮挡人脸、车牌"), keys="Ctrl+M")
        self.mask_button.setObjectName("mask_photos")
        side.head.addWidget(self.mask_button)
        side.head.addWidget(self.import_button)
        side.column.addWidget(self.receipt)
        self.empty = EmptyPanel("camera", "", "", " ", keys="Ctrl+I")
        self._stack = QStackedWidget()
        self._stack.addWidget(self.sheet)
        self._stack.addWidget(self.empty)
        side.column.addWidget(self._stack, 1)
        blank = Ground(edges="left")
        inner = QVBoxLayout(blank)
        inner.addWidget(EmptyPanel("image", _("没有选择照片"), _("选一张，这里就是它的证据信息。")))
        self._pages = QStackedWidget()
        self._pages.addWidget(blank)
        self._pages.addWidget(self.detail)
        self._stack_rooms(side)

    def _stack_rooms(self, side: ListPane) -> None:
        """Lay the sheet with its evidence and the looking for masks over each other."""
        self.panes = FoldingPanes(None, side, self._pages, detail_share=0.33)
        self._rooms = QStackedWidget()
        self._rooms.addWidget(self.panes)
        self._rooms.addWidget(self.masking)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._rooms)

    def _listen(self) -> None:
        detail = self.detail
        self.sheet.chosen.connect(self._choose)
        self.sheet.opened.connect(lambda _cell: self._open_large())
        self.sheet.clicked.connect(self._tap)
        self.chips.chosen.connect(self._to_shelf)
        self.import_button.clicked.connect(self._import_files)
        self.take_all.clicked.connect(self._take_all)
        self.mask_button.clicked.connect(self.open_masks)
        self.masking.closed.connect(self._close_masks)
        self.empty.asked.connect(self._empty_step)
        self.viewer.moved.connect(self._follow)
        self.viewer.closed.connect(self.sheet.setFocus)
        detail.opened.connect(self._open_large)
        detail.asked_original.connect(self._show_original)
        detail.asked_target.connect(self._go_to_target)
        detail.taken.connect(lambda: self._take([self._current]))
        detail.linked.connect(self._link)
        detail.unlinked.connect(self._board.unlink)
        detail.described.connect(self._describe)
        detail.placed.connect(self._place_by_hand)

    def _table(self) -> list[Action]:
        rows: list[tuple[str, str, str, Callable[[], object]]] = [
            ("import", _("导入照片文件"), "Ctrl+I", self._import_files),
            ("import_folder", _("导入整个文件夹"), "Ctrl+Shift+I", self._import_folder),
            ("mask", _("审看并遮挡人脸、车牌"), "Ctrl+M", self.open_masks),
            ("link", _("关联到记录"), "Ctrl+L", self.detail.open_search),
            ("original", _("在文件夹中显示原件"), "Ctrl+Shift+O", self._show_original),
            ("back", _("回到照片"), "Escape", self._back),
        ]
        actions = [
            Action(
                id=f"photos.{key}",
                text=text,
                shortcut=keys,
                slot=do,
                while_typing=keys == "Escape",
            )
            for key, text, keys, do in rows
        ]
        suggest = [
            Action(
                id=f"photos.suggestion_{number}",
                text=_("归到第 {number} 个建议").format(number=number),
                shortcut=str(number),
                slot=partial(self._accept, number - 1),
            )
            for number in range(1, _SUGGESTION_KEYS + 1)
        ]
        return [*actions, *suggest]

    # -- the sheet ----------

    def _list_again(self) -> None:
        before = self._model.place_of(self._current)
        sections = self._board.sections()
        self._ids = [photo_id for section in sections for photo_id in section.ids]
        self._show_counts()
        self._model.show_ids(self._ids)
        self.sheet.show_sections(sections)
        self._stack.setCurrentIndex(0 if self._ids else 1)
        if not self._ids:
            self._say_empty()
        if self._current not in self._ids:
            last = len(self._ids) - 1
            self._current = self._ids[min(max(before, 0), last)] if self._ids else ""
        self.sheet.choose(self._model.place_of(self._current))
        self._show_detail()

    def _show_counts(self) -> None:
        counts = self._board.counts()
        names = {
            Shelf.ALL: (_("全部"), Tone.PLAIN),
            Shelf.OWN: (_("本项目"), Tone.PLAIN),
            Shelf.TRAY: (_("待领"), Tone.WARN),
            Shelf.LOOSE: (_("未归位"), Tone.WARN),
            Shelf.DOUBTFUL: (_("有疑点"), Tone.PLAIN),
            Shelf.LOST: (_("读不出"), Tone.FAIL),
            Shelf.MISSING: (_("缺原件"), Tone.FAIL),
        }
        specs = [
            ChipSpec(
                key=shelf.value,
                text=names[shelf][0],
                count=counts[shelf],
                tone=names[shelf][1] if counts[shelf] else Tone.PLAIN,
            )
            for shelf in shelves(counts, self._board.shelf)
        ]
        self.chips.set_chips(specs)
        self.chips.choose(self._board.shelf.value)
        foreign = len(self._board.foreign_ids())
        self.take_all.set_text(_("收入待领照片 {count} 张").format(count=foreign))
        self.take_all.setVisible(foreign > 0 and self._board.project is not None)

    def _choose(self, cell: Cell | None) -> None:
        if cell is not None and cell.id != self._current:
            self._current = cell.id
            self._show_detail()

    def _tap(self) -> None:
        if self.panes.fold() is Fold.PAGES:
            self.panes.show_detail()

    def _to_shelf(self, key: str) -> None:
        self._board.shelf = Shelf(key)
        self._list_again()

    def open_masks(self) -> None:
        """Look at the photos of the project one by one, from the one at hand on."""
        project = self._board.project
        if project is None:
            self.desk.toast(_("请先选择项目。"))
            return
        self._rooms.setCurrentWidget(self.masking)
        self.masking.open_at(project.id, self._current)

    def _close_masks(self) -> None:
        self._rooms.setCurrentWidget(self.panes)
        self.sheet.setFocus()

    def _back(self) -> None:
        self.panes.show_list()
        self.sheet.setFocus()

    def _say_empty(self) -> None:
        if self._board.shelf is Shelf.ALL:
            text = _("把照片文件或文件夹拖到这里；原件原样保存，时间和位置自动读出。")
            self.empty.set(_("还没有照片"), text, _("导入照片…"))
        else:
            self.empty.set(_("这里没有照片"), _("换一个筛选看看。"), _("显示全部"))

    def _empty_step(self) -> None:
        if self._board.shelf is Shelf.ALL:
            self._import_files()
        else:
            self._to_shelf(Shelf.ALL.value)

    def _show_crumbs(self) -> None:
        current = self._board.project
        if current is None:
            self.set_crumbs(Crumb(_("照片")))
            return
        first = project_crumb(current, self._board.projects(), self._choose_project)
        self.set_crumbs(first, Crumb(_("照片")))

    def _choose_project(self, project_id: str) -> None:
        self.go_to(project=project_id)

    # -- one photo ----------

    def told(self) -> Told | None:
        """Give what is shown of the current photo."""
        return self._board.tell(self._current) if self._current else None

    def _show_detail(self) -> None:
        told = self.told()
        self._pages.setCurrentIndex(1 if told else 0)
        if told is not None:
            self.detail.show_photo(told, self._board.goals(self._current))
        if self.viewer.isVisible():
            self.viewer.refresh()

    def _open_large(self) -> None:
        if self._current:
            self.viewer.open_at(self._ids, self._current)

    def _follow(self, photo_id: str) -> None:
        self.sheet.choose(self._model.place_of(photo_id))

    def _show_original(self) -> None:
        if not self._current:
            return
        try:
            folder = self._board.original(self._current).parent
        except InspectorError as error:
            self.desk.ask.refuse(error)
            return
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))

    def _go_to_target(self, kind: str, target_id: str) -> None:
        project = self._board.project
        if project is not None:
            self.desk.go("defects", **{"project": project.id, kind: target_id})

    def _accept(self, place: int) -> None:
        """Take the suggestion of this number; the next loose photo follows by itself."""
        told = self.told()
        if told is not None and told.is_foreign:
            if place == 0:
                self._take([self._current])
        elif not self.detail.suggestions.take(place) and told is not None and not told.ties:
            self.desk.toast(_("没有第 {number} 个建议。").format(number=place + 1))

    def _link(self, goal: Goal) -> None:
        photo_id = self._current
        said = partial(self._linked, _("照片已归到 {what}").format(what=goal.title))
        self._next_loose()
        self._board.link(photo_id, goal, said)

    def _next_loose(self) -> None:
        """Go on to the next loose photo: this one is about to leave the tray."""
        place = self._model.place_of(self._current)
        cell, following = self._model.row_at(place), self._model.row_at(place + 1)
        if cell is not None and cell.is_loose and following is not None and following.is_loose:
            self.sheet.choose(place + 1)

    def _linked(self, text: str, _link: object) -> None:
        self.desk.toast(text)
        self.sheet.setFocus()

    def _describe(self, field: str, value: str) -> None:
        self._board.describe(self._current, **{field: value})

    def _place_by_hand(self, latitude: object, longitude: object) -> None:
        self._board.place_by_hand(self._current, latitude, longitude)  # type: ignore[arg-type]  # Decimals

    def _take(self, photo_ids: list[str]) -> None:
        self._board.take(photo_ids, self._took)

    def _take_all(self) -> None:
        self._take(self._board.foreign_ids())

    def _took(self, photos: Sequence[object]) -> None:
        self.desk.toast(_("已收入本项目 {count} 张").format(count=len(photos)))

    # -- importing ----------

    def _import_files(self) -> None:
        question = FileQuestion(title=_("导入照片"), kinds=f"{_('照片')} {_KINDS}")
        self.desk.ask.files(question, self.take_in)

    def _import_folder(self) -> None:
        question = FileQuestion(title=_("导入整个文件夹"))
        self.desk.ask.folder(question, lambda path: self.take_in([path]))

    def _came(self, receipt: Receipt) -> None:
        self.receipt.show_receipt(receipt, self.desk.ask.explain)
        self._fresh = [photo.id for photo in receipt.taken]
        self._lead_to_fresh()

    def _lead_to_fresh(self) -> None:
        """Show what was just taken in, once it is read."""
        seen = [photo_id for photo_id in self._fresh if photo_id in self._ids]
        if seen:
            self._fresh = []
            self.sheet.choose(self._model.place_of(seen[0]))
