"""归档: what goes into the bundle, sealing it, and checking any bundle."""

from pathlib import Path

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from inspector.core.changes import Topic
from inspector.core.completeness import Subject
from inspector.core.errors import InspectorError
from inspector.operations.bundle_preview import BundlePreview
from inspector.ui.kit.actions import Action
from inspector.ui.kit.desk import Desk
from inspector.ui.kit.dropping import dropped
from inspector.ui.kit.painting import Pen
from inspector.ui.kit.screen import Crumb, Screen, project_crumb
from inspector.ui.kit.style.tokens import SPACE_2, SPACE_3, SPACE_4, Tone
from inspector.ui.kit.widgets.buttons import KeyButton, Kind
from inspector.ui.kit.widgets.chips import Segmented
from inspector.ui.kit.widgets.folding import Fold, FoldingPanes
from inspector.ui.kit.widgets.panels import Banner, EmptyPanel, Ground
from inspector.ui.kit.widgets.panes import DetailPane, ListPane
from inspector.ui.kit.widgets.texts import ElidedLabel, SectionLabel
from inspector.ui.screens.archive.bundles.view import BundleCards
from inspector.ui.screens.archive.captions.view import CaptionFlow
from inspector.ui.screens.archive.contents.view import BundleTree, PartList
from inspector.ui.screens.archive.model import TEMPLATE, WANTS, Lead, Looked, tree_notes
from inspector.ui.screens.archive.papers.view import PaperPane
from inspector.ui.screens.archive.result.model import Result
from inspector.ui.screens.archive.result.view import ResultPane
from inspector.ui.screens.archive.sealing.view import SealForm
from inspector.ui.screens.archive.shelf.view import ShelfPane
from inspector.ui.screens.archive.shelf.viewmodel import ShelfBoard
from inspector.ui.screens.archive.template.view import TemplateFlow
from inspector.ui.screens.archive.viewmodel import ArchiveBoard, Retry
from inspector.ui.screens.archive.wants.view import WantsPane
from inspector.words.language import _

_TREE, _CHECK, _SHELF = "tree", "check", "shelf"


class StockPane(DetailPane):
    """What goes in, and what was sealed before."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(_("归档内容"), edges="", parent=parent)
        self.show_foot(is_shown=False)
        self.parts = PartList()
        self.cards = BundleCards()
        self.right_button = KeyButton(_("目录与校验"), icon="tree")
        self.right_button.setObjectName("show_right")
        self.right_button.hide()
        self._sealed = SectionLabel(_("已封存"))
        top = QHBoxLayout()
        top.addWidget(SectionLabel(_("归档内容")), 1)
        top.addWidget(self.right_button)
        self.body.addLayout(top)
        self.body.addWidget(self.parts)
        self.body.addSpacing(SPACE_3)
        self.body.addWidget(self._sealed)
        self.body.addWidget(self.cards)
        self.body.addStretch(1)

    def count_sealed(self, count: int) -> None:
        """Say how many bundles were sealed."""
        self._sealed.set(_("已封存 {count}").format(count=count) if count else _("已封存"))


class RightPane(ListPane):
    """The tree of the bundle to come, or what a check found."""

    def __init__(self, shelves: ShelfBoard, parent: QWidget | None = None) -> None:
        super().__init__(edges="left", parent=parent)
        self.column.setContentsMargins(1, 0, 0, 0)
        pages = ((_TREE, _("包内目录")), (_CHECK, _("校验结果")), (_SHELF, _("存放复查")))
        self.switch = Segmented(pages, _("右侧显示什么"))
        self.switch.setObjectName("right_switch")
        self.tree = BundleTree()
        self.result = ResultPane()
        self._listing = EmptyPanel("tree", _("正在列出包内文件…"), "")
        self._trees = QStackedWidget()
        self.paper = PaperPane()
        both = QWidget()
        column = QVBoxLayout(both)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.tree, 2)
        column.addWidget(self.paper, 3)
        self._trees.addWidget(self._listing)
        self._trees.addWidget(both)
        self._stack = QStackedWidget()
        self._stack.addWidget(self._trees)
        self._stack.addWidget(self.result)
        self.shelf = ShelfPane(shelves)
        self._stack.addWidget(self.shelf)
        self.head.addWidget(self.switch)
        self.head.addStretch(1)
        self.column.addWidget(self._stack, 1)
        self.switch.chosen.connect(self.turn_to)

    def turn_to(self, key: str) -> None:
        """Show the tree or the result."""
        self.switch.choose(key)
        self._stack.setCurrentIndex((_TREE, _CHECK, _SHELF).index(key))

    def show_tree(self, *, is_shown: bool) -> None:
        """Offer the tree; without a project there is only checking."""
        self.switch.show_choice(_TREE, is_shown=is_shown)
        if not is_shown and self.turned_to() == _TREE:
            self.turn_to(_CHECK)

    def turned_to(self) -> str:
        """Give which of the two is shown."""
        return self.switch.current()

    def show_paper(self, looked: Looked | None) -> None:
        """Show a paper below the tree; its row stays in sight."""
        self.paper.show_looked(looked)
        QTimer.singleShot(0, self, lambda: self.tree.scrollTo(self.tree.currentIndex()))

    def show_preview(self, preview: BundlePreview | None) -> None:
        """Show the tree as it will be."""
        names = preview.names if preview else ()
        self.tree.names_model.show(names, tree_notes(preview) if preview else {})
        self._trees.setCurrentIndex(1 if names else 0)


class ArchiveScreen(Screen):
    """归档."""

    reads = frozenset(
        {
            Topic.PROJECTS,
            Topic.PLACES,
            Topic.SCHEME,
            Topic.VISITS,
            Topic.ANSWERS,
            Topic.DEFECTS,
            Topic.NOTICES,
            Topic.PHOTOS,
            Topic.REPORTS,
            Topic.BUNDLES,
        }
    )

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.setAcceptDrops(True)
        self.board = ArchiveBoard(desk, self)
        self.stock = StockPane()
        self.right = RightPane(self.board.shelves)
        self.banner = Banner()
        self.wants = WantsPane()
        self.templates = TemplateFlow(desk, self)
        self.captions = CaptionFlow(desk, self)
        self.form: SealForm | None = None
        self._before_drag = ""
        self._build()
        self._connect()
        self._connect_pages()
        self.set_crumbs(Crumb(_("归档")))
        self.set_actions(*self._actions_here())

    def reread(self) -> None:
        """Read again what is shown; keep the place."""
        self.board.reread()

    def go_to(self, **target: str) -> None:
        """Lead to a project, or check a bundle."""
        if target.get("project"):
            self.board.choose_project(target["project"])
        if target.get("bundle"):
            self.board.checks.verify([Path(line) for line in target["bundle"].splitlines()])

    # -- a bundle dropped on the screen ----------

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Say that letting go checks it."""
        paths = dropped(event.mimeData())
        if not paths:
            return
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()
        self._before_drag = self.right.turned_to()
        self.right.turn_to(_CHECK)
        self.right.result.invite(paths[0].name)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        """Show again what was shown."""
        event.accept()
        self.right.result.invite()
        self.right.turn_to(self._before_drag or _TREE)

    def dropEvent(self, event: QDropEvent) -> None:
        """Check it, or all parts of it."""
        paths = dropped(event.mimeData())
        if paths:
            event.acceptProposedAction()
            self.board.checks.verify(paths)

    # -- building ----------

    def _build(self) -> None:
        self._nothing = EmptyPanel(
            "home",
            _("还没有项目"),
            _("有了项目，这里列出归档内容。校验归档包不需要项目。"),
            _("去项目"),
        )
        self._nothing.button.setObjectName("empty_step")
        self._left = QStackedWidget()
        self._left.addWidget(self.stock)
        self._left.addWidget(_on_surface(self._nothing))
        self._left.addWidget(self.wants)
        self.panes = FoldingPanes(None, self._left, self.right, detail_share=0.5)
        self.panes.back_button.set_text(_("返回归档内容"))
        self.right.head.insertWidget(0, self.panes.back_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.banner)
        column.addWidget(self.panes, 1)
        column.addWidget(self._foot())

    def _foot(self) -> QWidget:
        foot = Ground(edges="top")
        self._line = ElidedLabel("", Pen(tone=Tone.MUTED))
        self._line.setObjectName("foot_line")
        self.check_button = KeyButton(_("校验归档包…"), keys="Ctrl+O")
        self.check_button.setObjectName("check_bundle")
        self.seal_button = KeyButton(_("封存"), keys="Ctrl+B", icon="seal", kind=Kind.PRIMARY)
        self.seal_button.setObjectName("seal_bundle")
        row = QHBoxLayout(foot)
        row.setContentsMargins(SPACE_4, SPACE_2, SPACE_3, SPACE_2)
        row.setSpacing(SPACE_3)
        row.addWidget(self._line, 1)
        row.addWidget(self.check_button)
        row.addWidget(self.seal_button)
        return foot

    def _connect(self) -> None:
        board = self.board
        board.scope_changed.connect(self._show_scope)
        board.stock_changed.connect(self._show_stock)
        board.bundles_changed.connect(self._show_bundles)
        board.refused.connect(self._refuse)
        self.stock.parts.part_followed.connect(board.follow)
        self.stock.cards.check_wanted.connect(board.verify_again)
        self.stock.cards.folder_wanted.connect(board.open_folder)
        self.stock.right_button.clicked.connect(self.panes.show_detail)
        self.check_button.clicked.connect(board.checks.choose_files)
        self.seal_button.clicked.connect(self._seal)
        self._nothing.asked.connect(lambda: board.follow(Lead("projects", {})))
        self.panes.folded.connect(
            lambda fold: self.stock.right_button.setVisible(fold is Fold.PAGES)
        )

    def _connect_pages(self) -> None:
        board, checks, result = self.board, self.board.checks, self.right.result
        checks.checking.connect(self._show_checking)
        checks.checked.connect(self._show_result)
        result.wanted.connect(checks.choose_files)
        result.save_wanted.connect(checks.save_report)
        result.restore_wanted.connect(checks.restore)
        result.register_wanted.connect(checks.hand_over)
        result.folder_wanted.connect(checks.open_folder)
        result.repair_wanted.connect(lambda: checks.repair(result.summary.whole_value()))
        for told in (checks, board.shelves):
            told.refused.connect(lambda error: self._refuse(error, None))
            told.told.connect(lambda text: self.banner.say(text, Tone.PASS))
        board.sealing.working.connect(self._show_working)
        board.sealing.usable.connect(lambda _wish: self._leave_form())
        board.sealing.unusable.connect(self._refuse_form)
        board.page_wanted.connect(self._show_page)
        self.wants.back_wanted.connect(self._leave_wants)
        self.wants.followed.connect(self._supply)
        self.captions.board.refused.connect(lambda error: self._refuse(error, None))
        self.templates.board.used.connect(lambda _template: board.reread())
        self.right.tree.chosen.connect(lambda node: board.look(node.path if node else ""))
        self.right.paper.open_wanted.connect(board.open_paper)
        board.looked.connect(self.right.show_paper)
        self.right.shelf.check_wanted.connect(lambda path: checks.verify([path]))

    def _actions_here(self) -> tuple[Action, ...]:
        return (
            Action(id="archive.seal", text=_("封存"), shortcut="Ctrl+B", slot=self._seal),
            Action(
                id="archive.wants",
                text=_("归档完整性"),
                shortcut="Ctrl+Shift+L",
                slot=lambda: self._show_page(WANTS),
            ),
            Action(
                id="archive.captions",
                text=_("照片著录要素"),
                shortcut="Ctrl+Shift+E",
                slot=self._say_captions,
            ),
            Action(
                id="archive.template",
                text=_("归档模板"),
                shortcut="Ctrl+Shift+T",
                slot=self.templates.begin,
            ),
            *self._check_actions(),
        )

    def _check_actions(self) -> tuple[Action, ...]:
        checks = self.board.checks
        return (
            Action(
                id="archive.check",
                text=_("校验归档包"),
                shortcut="Ctrl+O",
                slot=checks.choose_files,
            ),
            Action(
                id="archive.check_folder",
                text=_("校验展开的归档包（文件夹）"),
                shortcut="Ctrl+Shift+O",
                slot=checks.choose_folder,
            ),
            Action(
                id="archive.shelf",
                text=_("复查存放的归档包"),
                shortcut="Ctrl+Shift+R",
                slot=self._go_to_shelf,
            ),
        )

    # -- showing ----------

    def _show_scope(self) -> None:
        board = self.board
        if board.project is None or self._left.currentIndex() == 1:
            self._left.setCurrentIndex(1 if board.project is None else 0)
        self.right.show_tree(is_shown=board.project is not None)
        if board.project is None:
            self.set_crumbs(Crumb(_("归档")))
            return
        first = project_crumb(board.project, board.projects, board.choose_project)
        self.set_crumbs(first, Crumb(_("归档")))

    def _show_stock(self) -> None:
        board = self.board
        missing = board.stock.missing if board.stock else ()
        self.stock.parts.show_parts(board.parts(), missing)
        self.right.show_preview(board.preview)
        if board.preview is not None:
            self.wants.show_list(board.preview.completeness)
        self._line.set(board.foot_line())
        self.seal_button.setEnabled(board.can_seal())

    def _show_bundles(self) -> None:
        rows = self.board.bundle_rows()
        self.stock.cards.show_rows(rows)
        self.stock.count_sealed(len(rows))

    def _show_checking(self, name: str) -> None:
        if name:
            self.banner.hide()
            self.right.turn_to(_CHECK)
            self.panes.show_detail()
            self.right.result.wait_for(name)
        else:
            self.right.result.invite()

    def _show_result(self, result: Result) -> None:
        self.right.turn_to(_CHECK)
        self.right.result.show_result(result)

    def _show_working(self, is_working: bool) -> None:
        self.seal_button.set_text(_("正在封存…") if is_working else _("封存"))
        self.seal_button.setEnabled(self.board.can_seal())

    def _refuse(self, error: InspectorError, retry: Retry | None) -> None:
        step = _("换个文件名") if retry else ""
        self.banner.say(self.desk.ask.explain(error), Tone.FAIL, step, retry)

    def _go_to_shelf(self) -> None:
        self.right.turn_to(_SHELF)
        self.panes.show_detail()
        if self.board.shelves.shelf is None:
            self.board.shelves.choose()

    def _show_page(self, page: str) -> None:
        if page == TEMPLATE:
            self.templates.begin()
        else:
            self._left.setCurrentWidget(self.wants)
            self.wants.list.setFocus()

    def _supply(self, what: str) -> None:
        """Lead where something can be supplied; captions are said here."""
        if what == Subject.PHOTO_ELEMENTS:
            self._say_captions()
        else:
            self.board.supply(what)

    def _say_captions(self) -> None:
        if self.board.project is not None:
            self.captions.begin(self.board.project.id)

    def _leave_wants(self) -> None:
        self._left.setCurrentIndex(0)

    def _seal(self) -> None:
        """Ask how, then where."""
        one = self.board.sealable()
        if one is None or self.form is not None:
            return
        self.banner.hide()
        self.form = SealForm(one, self.window())
        sealing = self.board.sealing
        self.form.wished.connect(sealing.try_out)
        take = self.form.take_certificate
        self.form.certificate_wanted.connect(lambda: sealing.choose_certificate(take))
        self.form.gaps_wanted.connect(lambda: self._show_page(WANTS))
        self.form.photos_wanted.connect(self._look_at_photos)
        self.form.finished.connect(self._form_closed)
        self.form.open()

    def _look_at_photos(self) -> None:
        if self.board.project is not None:
            self.desk.go("photos", project=self.board.project.id, masks="first")

    def _leave_form(self) -> None:
        if self.form is not None:
            self.form.accept()

    def _refuse_form(self, error: InspectorError) -> None:
        if self.form is not None:
            self.form.refuse(self.desk.ask.explain(error))

    def _form_closed(self) -> None:
        self.form = None


def _on_surface(panel: QWidget) -> Ground:
    ground = Ground()
    column = QVBoxLayout(ground)
    column.setContentsMargins(0, 0, 0, 0)
    column.addWidget(panel)
    return ground
