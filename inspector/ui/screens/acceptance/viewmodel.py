"""The acceptance screen's table: which project, how it stands, which reports were made."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QUrl, Signal
from PySide6.QtGui import QDesktopServices

from inspector.core.changes import Outcome
from inspector.core.conclusion import OF_EXCHANGE, Condition
from inspector.core.errors import InspectorError, Problem
from inspector.core.issued import IssuedReport
from inspector.core.progress import Progress
from inspector.core.projects import Place, Project
from inspector.folders import EXPORTS
from inspector.operations.files import refuse_target, write_whole
from inspector.operations.projects import list_places
from inspector.operations.reports import (
    issue_acceptance_report,
    kept_paper,
    list_reports,
)
from inspector.operations.sealing import newest_sealed
from inspector.operations.sites import list_sites, newest_visit
from inspector.operations.standing import Standing
from inspector.operations.verdicts import MeetingSheet, stand_with_meeting
from inspector.ui.kit.ask import FileQuestion
from inspector.ui.kit.desk import Desk
from inspector.ui.kit.jobs import Job
from inspector.ui.screens.acceptance.findings.model import (
    FindingRow,
    Items,
    Lead,
    Listing,
    listing_of_items,
    listing_of_reason,
)
from inspector.ui.screens.acceptance.model import Cell, defects_against, listing_of_cell
from inspector.ui.screens.acceptance.papers.model import (
    PaperRow,
    last_line,
    paper_row,
    proposed_name,
    warning_lines,
)
from inspector.words.language import _

if TYPE_CHECKING:
    from inspector.operations.workspace import Workspace

PDF_KIND = "PDF (*.pdf)"
Retry = Callable[[], object]


def open_path(path: Path) -> bool:
    """Open a file or folder with the system's own program."""
    return QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))


@dataclass(frozen=True, slots=True, kw_only=True)
class _Read:
    """What one reading found."""

    standing: Standing
    places: dict[str, Place]
    meeting: MeetingSheet | None


class AcceptanceBoard(QObject):
    """Reads for the screen and acts for the person.

    Signals:
        scope_changed(): another project, or none.
        standing_changed(): the project stands differently, or is not read yet.
        papers_changed(): other reports are listed.
        list_wanted(str, object, bool): show these items (title, rows), and whether they are the
            ones that are shown already, read again.
        refused(object, object): something was not written (InspectorError), and how to try again.
        made(object): a report was made (its id, its warnings as sentences).
        working(bool): whether a report is being made.
    """

    scope_changed = Signal()
    standing_changed = Signal()
    papers_changed = Signal()
    list_wanted = Signal(str, object, bool)
    refused = Signal(object, object)
    made = Signal(object)
    working = Signal(bool)

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._workspace: Workspace = desk.workspace
        self.open_path: Callable[[Path], bool] = open_path
        self.projects: Sequence[Project] = ()
        self.project: Project | None = None
        self.standing: Standing | None = None
        self.meeting: MeetingSheet | None = None
        self.reports: Sequence[IssuedReport] = ()
        self.is_working = False
        self._places: dict[str, Place] = {}
        self._saved: dict[str, Path] = {}
        self._reading: Job | None = None
        self._again = False
        self._listing: Listing | None = None
        self._asked: Mapping[str, str] | None = None

    # -- reading ----------

    def reread(self) -> None:
        """Read again; the standing is computed off the window's thread."""
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
            self.standing = None
            self._listing = None
            self.standing_changed.emit()
        self._read_papers()
        self.scope_changed.emit()
        self._read_standing()

    def _read_papers(self) -> None:
        made = list_reports(self._workspace, self.project.id) if self.project else []
        own = [report for report in made if report.is_sealed_report]
        self.reports = sorted(own, key=lambda report: (report.made_at, report.version))
        self.papers_changed.emit()

    def _read_standing(self) -> None:
        """Read once at a time; what changed meanwhile is read after."""
        if self.project is None:
            return
        if self._reading is not None:
            self._again = True
            return
        project_id, workspace = self.project.id, self._workspace

        def work(_progress: Progress) -> _Read:
            places = {place.id: place for _depth, place in list_places(workspace, project_id)}
            standing, meeting = stand_with_meeting(workspace, project_id)
            return _Read(standing=standing, places=places, meeting=meeting)

        self._reading = Job(
            work=work,
            on_success=self._take,
            on_refusal=self._desk.ask.refuse,
            on_crash=self._desk.crashed,
            on_end=self._ended,
        )
        self._desk.jobs.acts.start(self._reading)

    def _take(self, read: _Read) -> None:
        if self.project is not None and read.standing.project.id == self.project.id:
            self.standing, self._places = read.standing, read.places
            self.meeting = read.meeting
            self.standing_changed.emit()
            self._answer()

    def _ended(self) -> None:
        self._reading = None
        if self._again:
            self._again = False
            self._read_standing()

    def can_make(self) -> bool:
        """Tell whether a report can be made now."""
        return bool(self.standing and self.standing.findings) and not self.is_working

    def empty_text(self) -> tuple[str, str, str] | None:
        """Say what is missing before there is anything to accept (heading, text, step)."""
        if self.project is None:
            return _("还没有项目"), _("先建一个项目，录入楼栋和方案。"), _("去项目")
        if self.standing is not None and not self.standing.findings:
            text = _("“{name}”的方案里还没有检查项，没有可以验收的内容。")
            return _("还没有方案"), text.format(name=self.project.name), _("去编制方案")
        return None

    def first_step(self) -> Lead:
        """Lead to where the missing is entered."""
        return Lead("projects", {"project": self.project.id} if self.project else {})

    # -- what stands behind a reason or a number ----------

    def follow_reason(self, condition: Condition) -> None:
        """Lead to what stands against a condition: defects, one item, or a list of items."""
        standing = self.standing
        if standing is None or self.project is None:
            return
        lead = defects_against(condition, self.project.id)
        if lead is not None:
            self.follow(lead)
            return
        listing = listing_of_reason(condition)
        rows = self._rows(listing)
        if len(rows) == 1 and condition not in OF_EXCHANGE:
            self.follow(rows[0].lead)
        else:
            self._list(listing)

    def follow_cell(self, cell: Cell) -> None:
        """List the items that a number counts."""
        if self.standing is not None and cell.leads:
            self._list(listing_of_cell(cell))

    def ask_items(self, asked: Mapping[str, str]) -> None:
        """List the items that another room names, as soon as the standing is read."""
        self._asked = asked
        if self.standing is not None and self._reading is None:
            self._answer()

    def lists(self) -> bool:
        """Tell whether a list is shown instead of the standing."""
        return self._listing is not None

    def leave_list(self) -> None:
        """Keep no list up to date any longer."""
        self._listing = None

    def follow(self, lead: Lead) -> None:
        """Go to another screen."""
        self._desk.go(lead.screen, **lead.target)

    def _answer(self) -> None:
        """Show what was asked for before the standing was read; keep a shown list up to date."""
        if self._asked is not None:
            asked, self._asked = self._asked, None
            block, discipline = asked.get("block", ""), asked.get("discipline", "")
            items = Items(asked["items"])
            self._list(listing_of_items(items, self._places, block, discipline))
        elif self._listing is not None:
            self._list(self._listing)

    def _list(self, listing: Listing) -> None:
        if self.standing is not None and self.standing.findings:
            is_same, self._listing = listing is self._listing, listing
            self.list_wanted.emit(listing.title(self.standing), self._rows(listing), is_same)

    def _rows(self, listing: Listing) -> list[FindingRow]:
        if self.standing is None:
            return []
        return listing.rows(self.standing, self._places)

    # -- reports ----------

    def paper_ids(self) -> list[str]:
        """Give the reports, newest first."""
        return [report.id for report in reversed(self.reports)]

    def page(self, ids: Sequence[str]) -> Mapping[str, PaperRow]:
        """Give the rows of some reports."""
        return {
            report.id: paper_row(report, is_here=self.path_of(report.id) is not None)
            for report in self.reports
            if report.id in ids
        }

    def last_line(self) -> str:
        """Say which report was made last."""
        return last_line(self.reports)

    def path_of(self, report_id: str) -> Path | None:
        """Give where a report lies: where the person put it, else the copy kept here."""
        saved = self._saved.get(report_id)
        if saved is not None and saved.is_file():
            return saved
        report = self.report(report_id)
        return kept_paper(self._workspace, report) if report else None

    def report(self, report_id: str) -> IssuedReport | None:
        """Give a report of the list."""
        return next((report for report in self.reports if report.id == report_id), None)

    def open_paper(self, report_id: str) -> None:
        """Open a report with the system's viewer, as it was signed last."""
        report, signed = self.report(report_id), self._signed(report_id)
        is_signed = report is not None and signed != kept_paper(self._workspace, report)
        path = signed if is_signed else self.path_of(report_id)
        if path is not None:
            self._open(path)

    def show_in_folder(self, report_id: str) -> None:
        """Open the folder where a report lies."""
        path = self.path_of(report_id)
        if path is not None:
            self._open(path.parent)

    def _signed(self, report_id: str) -> Path | None:
        """Find the kept copy of a report, with the certificate signatures that it has by now."""
        report = self.report(report_id)
        return newest_sealed(self._workspace, report) if report else None

    def _open(self, path: Path) -> None:
        if not self.open_path(path):
            self._desk.ask.tell(_("这台电脑没有打开它的程序"), str(path))

    def save_copy(self, report_id: str) -> None:
        """Ask where to put a copy of a report, byte for byte."""
        report, kept = self.report(report_id), self._signed(report_id)
        if report is None or kept is None:
            return
        question = FileQuestion(
            title=_("另存报告"), kinds=PDF_KIND, folder=self._folder(), name=report.name
        )
        self._desk.ask.save_as(question, lambda out: self._copy(report_id, kept, _pdf(out)))

    def _copy(self, report_id: str, kept: Path, out: Path) -> None:
        def refused(error: InspectorError) -> None:
            self._refuse(error, lambda: self.save_copy(report_id))

        def work() -> Outcome[Path]:
            refuse_target(self._workspace.folder, out)
            write_whole(out, kept.read_bytes())
            return Outcome(out)

        self._desk.act(work, self._told_copy, refused)

    def _told_copy(self, out: Path) -> None:
        text = _("已另存：{name}").format(name=out.name)
        self._desk.toast(text, _("打开文件夹"), lambda: self._open(out.parent))

    def make_report(self) -> None:
        """Ask where the report goes, then make it."""
        if self.project is None or not self.can_make():
            return
        folder = self._folder()
        taken = [path.name for path in Path(folder).iterdir()]
        question = FileQuestion(
            title=_("生成联合竣工验收报告"),
            kinds=PDF_KIND,
            folder=folder,
            name=proposed_name(self.project, self.reports, taken),
        )
        project_id = self.project.id
        self._desk.ask.save_as(question, lambda out: self._make(project_id, _pdf(out)))

    def _folder(self) -> str:
        folder = self._workspace.folder / EXPORTS
        return str(folder if folder.is_dir() else self._workspace.folder)

    def _make(self, project_id: str, out: Path) -> None:
        told: list[object] = []

        def work(progress: Progress) -> Outcome[Any]:
            return issue_acceptance_report(self._workspace, project_id, out, progress)

        def done(outcome: Outcome[Any]) -> None:
            told.append(outcome)
            self._saved[outcome.value.report.id] = outcome.value.path
            self._desk.hub.tell_outcome(outcome)
            self._announce(outcome.value)

        def refused(error: InspectorError) -> None:
            told.append(error)
            self._refuse(error, self.make_report)

        def crashed(error: BaseException) -> None:
            told.append(error)
            self._desk.crashed(error)

        def ended() -> None:
            self._set_working(is_working=False)
            if not told:
                self._desk.toast(_("已停止，没有留下文件"))

        self._set_working(is_working=True)
        self._desk.long_work(
            _("正在生成报告"),
            Job(work=work, on_success=done, on_refusal=refused, on_crash=crashed, on_end=ended),
        )

    def _announce(self, made: Any) -> None:
        self._read_papers()
        self.made.emit((made.report.id, warning_lines(made.warnings)))
        text = _("报告已生成：{name}，{pages} 页").format(name=made.path.name, pages=made.pages)
        self._desk.toast(text, _("打开"), lambda: self._open(made.path))

    def _refuse(self, error: InspectorError, retry: Retry) -> None:
        """Say it where the work is; another name is offered where that would help."""
        is_name = error.problem in {Problem.FILE_EXISTS, Problem.FILE_AMONG_RECORDS}
        self.refused.emit(error, retry if is_name else None)

    def _set_working(self, *, is_working: bool) -> None:
        self.is_working = is_working
        self.working.emit(is_working)


def _pdf(out: Path) -> Path:
    """Give the file its ending where the person left it out."""
    return out if out.suffix.lower() == ".pdf" else out.with_name(f"{out.name}.pdf")
