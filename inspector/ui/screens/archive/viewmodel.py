"""The archive screen's table: what goes in, sealing it, and checking bundles."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QUrl, Signal
from PySide6.QtGui import QDesktopServices

from inspector.core.ids import TRAY
from inspector.core.marks import DrawnPage
from inspector.core.progress import Progress
from inspector.operations.bundle_preview import BundlePreview, draw_paper, preview_whole
from inspector.operations.bundles import MadeBundle, list_bundles
from inspector.operations.defects import list_defects
from inspector.operations.notices import list_notices
from inspector.operations.photos import list_photos
from inspector.operations.projects import summarise_project
from inspector.operations.public_copy import MadePublicCopy
from inspector.operations.publishing import publishable
from inspector.operations.reports import kept_paper, list_reports
from inspector.operations.sites import list_sites, newest_visit
from inspector.ui.kit.ask import FileQuestion
from inspector.ui.kit.desk import Desk
from inspector.ui.kit.jobs import Job
from inspector.ui.screens.archive.bundles.model import BundleRow, bundle_row
from inspector.ui.screens.archive.model import (
    HERE,
    Lead,
    Looked,
    Part,
    Stock,
    newest_kept,
    parts_of,
    stock_missing,
)
from inspector.ui.screens.archive.result.model import Result, same_bundle
from inspector.ui.screens.archive.result.viewmodel import ZIP_KIND, CheckBoard
from inspector.ui.screens.archive.sealing.model import Sealable, SealWish, sealable
from inspector.ui.screens.archive.sealing.viewmodel import SealingBoard
from inspector.ui.screens.archive.shelf.viewmodel import ShelfBoard
from inspector.ui.screens.archive.wants.model import lead_of
from inspector.words.language import _
from inspector.words.sizes import size_text

if TYPE_CHECKING:
    from inspector.core.issued import SealedBundle
    from inspector.core.projects import Project
    from inspector.operations.workspace import Workspace

Retry = Callable[[], object]


def open_path(path: Path) -> bool:
    """Open a file or folder with the system's own program."""
    return QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))


class ArchiveBoard(QObject):
    """Reads for the screen and acts for the person.

    Signals:
        scope_changed(): another project, or none.
        stock_changed(): other things to archive, or another tree.
        bundles_changed(): other bundles are listed.
        refused(object, object): a bundle was not sealed (InspectorError), and how to try again.
        page_wanted(str): the person wants to see another page of this screen.
        looked(object): the paper of the tree that the person looks at (Looked), or None.
    """

    scope_changed = Signal()
    stock_changed = Signal()
    bundles_changed = Signal()
    refused = Signal(object, object)
    page_wanted = Signal(str)
    looked = Signal(object)

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._workspace: Workspace = desk.workspace
        self.open_path: Callable[[Path], bool] = open_path
        self.projects: Sequence[Project] = ()
        self.project: Project | None = None
        self.stock: Stock | None = None
        self.preview: BundlePreview | None = None
        self.bundles: Sequence[SealedBundle] = ()
        self.sealing = SealingBoard(desk, self)
        self.sealing.sealed.connect(self._take_sealed)
        self.sealing.published.connect(self._take_published)
        self.sealing.refused.connect(self.refused)
        self.sealing.usable.connect(self.seal)
        self.checks = CheckBoard(desk, self)
        self.shelves = ShelfBoard(desk, self)
        self.checks.checked.connect(self._remember_places)
        self.checks.open_wanted.connect(self._open)
        self._paths: dict[str, Path] = {}
        self._reading = 0

    # -- reading ----------

    def reread(self) -> None:
        """Read again; counts and tree are gathered off the window's thread."""
        before = self.project
        self.projects = list_sites(self._workspace)
        wanted = before.id if before else self._first()
        found = (project for project in self.projects if project.id == wanted)
        self.project = next(found, next(iter(self.projects), None))
        self._enter(is_other=before is None or before.id != (self.project and self.project.id))

    def choose_project(self, project_id: str) -> None:
        """Turn to another project."""
        self.projects = self.projects or list_sites(self._workspace)
        found = next((one for one in self.projects if one.id == project_id), None)
        if found is not None and (self.project is None or found.id != self.project.id):
            self.project = found
            self._enter(is_other=True)

    def _first(self) -> str:
        visit = newest_visit(self._workspace)
        return visit.project_id if visit else ""

    def _enter(self, *, is_other: bool) -> None:
        if is_other:
            self.stock, self.preview = None, None
        self._read_bundles()
        self.scope_changed.emit()
        self.stock_changed.emit()
        if self.project is not None:
            self._reading += 1
            self._read_stock(self.project.id, self._reading)
            self._read_preview(self.project.id, self._reading)

    def _read_bundles(self) -> None:
        sealed = list_bundles(self._workspace, self.project.id) if self.project else []
        self.bundles = sorted(sealed, key=lambda one: (one.made_at, one.number), reverse=True)
        self.bundles_changed.emit()

    def _read_stock(self, project_id: str, turn: int) -> None:
        workspace = self._workspace

        def take(stock: Stock) -> None:
            if turn == self._reading:
                self.stock = stock
                self.stock_changed.emit()

        self._desk.jobs.acts.start(
            Job(
                work=lambda _progress: gather_stock(workspace, project_id),
                on_success=take,
                on_refusal=self._desk.ask.refuse,
                on_crash=self._desk.crashed,
            )
        )

    def _read_preview(self, project_id: str, turn: int) -> None:
        """Lay the bundle out; a newer reading that waits makes this one needless."""
        workspace = self._workspace

        def work(_progress: Progress) -> BundlePreview | None:
            return preview_whole(workspace, project_id) if turn == self._reading else None

        def take(preview: BundlePreview | None) -> None:
            if turn == self._reading:
                self.preview = preview
                self.stock_changed.emit()

        self._desk.jobs.long.start(
            Job(
                work=work,
                on_success=take,
                on_refusal=lambda error: self.refused.emit(error, None),
                on_crash=self._desk.crashed,
            )
        )

    # -- what is shown ----------

    def parts(self) -> list[Part]:
        """Say part by part what the bundle will hold."""
        return parts_of(self.stock, self.preview) if self.stock else []

    def bundle_rows(self) -> list[BundleRow]:
        """Give the sealed bundles, newest first."""
        return [bundle_row(one, self._path_of(one.id)) for one in self.bundles]

    def can_seal(self) -> bool:
        """Tell whether a bundle can be sealed now."""
        stock = self.stock
        return stock is not None and not stock.missing and not self.sealing.is_working

    def foot_line(self) -> str:
        """Say what sealing would write, or what is in its way."""
        if self.stock is None:
            return ""
        if self.stock.missing:
            text = _("缺少照片原件 {count} 张，补齐后才能封存")
            return text.format(count=len(self.stock.missing))
        size = size_text(sum(line.photo.size for line in self.stock.photos))
        if self.preview is None:
            return _("照片 {size}").format(size=size)
        count = len(self.preview.names)
        return _("将写入 {count} 个文件，其中照片 {size}").format(count=count, size=size)

    def follow(self, lead: Lead) -> None:
        """Go to another screen, or to a page of this one."""
        if lead.screen == HERE:
            self.page_wanted.emit(lead.target["page"])
        else:
            self._desk.go(lead.screen, **lead.target)

    def look(self, path: str) -> None:
        """Show a paper of the tree: drawn where sealing makes it, else by its file."""
        preview = self.preview
        note = preview.papers.get(path) if preview else None
        name = path.rpartition("/")[2]
        if preview is None or note is None:
            self.looked.emit(Looked(name=name) if name.endswith(".pdf") else None)
            return
        shown = Looked(name=name, pages=note.pages, file=note.file)

        def drawn(pages: tuple[DrawnPage, ...]) -> None:
            self.looked.emit(replace(shown, drawn=pages))

        self._desk.jobs.acts.start(
            Job(
                work=lambda _progress: draw_paper(preview, path),
                on_success=drawn,
                on_refusal=lambda error: self.refused.emit(error, None),
                on_crash=self._desk.crashed,
            )
        )

    def open_paper(self, path: Path) -> None:
        """Open a paper that was made already."""
        self._open(path)

    def supply(self, what: str) -> None:
        """Go where a thing that the archive asks for can be supplied."""
        if self.project is not None:
            screen, target = lead_of(what, self.project.id)
            self._desk.go(screen, **target)

    def sealable(self) -> Sealable | None:
        """Say what would be sealed now."""
        if self.project is None or self.stock is None or not self.can_seal():
            return None
        size = sum(line.photo.size for line in self.stock.photos)
        found = self.preview.completeness if self.preview else None
        return sealable(
            self.project.name, size, found, self.sealing.own_certificate(), self.stock.publishable
        )

    # -- sealing ----------

    def seal(self, wish: SealWish) -> None:
        """Ask where it goes, then seal and check it."""
        if self.project is None or not self.can_seal():
            return
        names = self.preview.names if self.preview else ()
        stem = names[0].partition("/")[0] if names else self.project.code
        self.sealing.seal(self.project.id, stem, wish)

    def _take_published(self, made: MadePublicCopy) -> None:
        self.checks.verify(list(made.paths))

    def _take_sealed(self, made: MadeBundle) -> None:
        parts = (made, *made.others)
        self._paths |= {one.bundle.id: one.path for one in parts}
        self._read_bundles()
        self.checks.verify([one.path for one in parts])

    # -- checking ----------

    def verify_again(self, bundle_id: str) -> None:
        """Check a sealed bundle; where it lies is asked if nobody has said so since the start."""
        path = self._path_of(bundle_id)
        bundle = next((one for one in self.bundles if one.id == bundle_id), None)
        if path is not None:
            self.checks.verify([path])
        elif bundle is not None:
            title = _("“{name}”现在在哪里？").format(name=bundle.name)
            question = FileQuestion(title=title, kinds=ZIP_KIND, name=bundle.name)
            self._desk.ask.files(question, self.checks.verify)

    def _remember_places(self, result: Result) -> None:
        """Know again where a sealed bundle lies that was checked."""
        for path, found in result.check.found:
            same = same_bundle(found, self.bundles)
            if same is not None and path.exists():
                self._paths[same.id] = path
                self.bundles_changed.emit()

    def _path_of(self, bundle_id: str) -> Path | None:
        path = self._paths.get(bundle_id)
        return path if path is not None and path.exists() else None

    def open_folder(self, bundle_id: str) -> None:
        """Open the folder where a bundle lies."""
        path = self._path_of(bundle_id)
        if path is not None:
            self._open(path.parent)

    def _open(self, path: Path) -> None:
        if not self.open_path(path):
            self._desk.ask.tell(_("这台电脑没有打开它的程序"), str(path))


def gather_stock(workspace: "Workspace", project_id: str) -> Stock:
    """Gather what there is to archive of a project."""
    reports = list_reports(workspace, project_id)
    kept = {report.id: kept_paper(workspace, report) is not None for report in reports}
    photos = tuple(list_photos(workspace, project_id))
    return Stock(
        summary=summarise_project(workspace, project_id),
        report=newest_kept(reports, kept),
        notices=len(list_notices(workspace, project_id)),
        defects=len(list_defects(workspace, project_id)),
        photos=photos,
        tray=len(list_photos(workspace, TRAY)),
        missing=stock_missing(photos),
        publishable=publishable(workspace, project_id),
    )
