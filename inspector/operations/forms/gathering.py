"""Gather a form from one consistent state of the records."""

from collections.abc import Callable, Mapping

from inspector.core.issued import PaperKind
from inspector.core.papers import FormPaper, FormSheet, PaperIdentity
from inspector.core.progress import Progress
from inspector.core.signatures import Printed
from inspector.operations.forms.aftercare import aftercare_sheets
from inspector.operations.forms.book import FormBook, open_book
from inspector.operations.forms.departments import department_sheets
from inspector.operations.forms.filing import filing_sheets, open_filing
from inspector.operations.forms.five import five_sheets
from inspector.operations.forms.groups import group_sheets
from inspector.operations.forms.residents import resident_sheets
from inspector.operations.project_papers import project_facts
from inspector.operations.signing import SigningSheet
from inspector.operations.workspace import Workspace
from inspector.words.records import paper_name

_SHEETS: Mapping[PaperKind, Callable[[FormBook], tuple[FormSheet, ...]]] = {
    PaperKind.GROUPS: group_sheets,
    PaperKind.DEPARTMENTS: department_sheets,
    PaperKind.RESIDENTS: resident_sheets,
    PaperKind.FIVE_PARTIES: five_sheets,
    PaperKind.AFTERCARE: aftercare_sheets,
}


def gather_form(
    workspace: Workspace,
    project_id: str,
    kind: PaperKind,
    identity: PaperIdentity,
    progress: Progress | None = None,
) -> FormPaper:
    """Gather one of the forms of a project; without a progress nobody will look at pictures."""
    with workspace.read() as office:
        book = open_book(workspace, office, project_id)
        if kind is PaperKind.AFTERCARE:
            book.shots.with_previews(workspace, progress)
        project = project_facts(office, book.project, book.places)
        return FormPaper(
            identity=identity,
            project=project,
            title=paper_name(kind),
            sheets=filing_sheets(open_filing(workspace, office, book, project.communities))
            if kind is PaperKind.FILING
            else _SHEETS[kind](book),
            is_parted=kind is PaperKind.GROUPS,
            printed=_printed(book.signing),
        )


def _printed(signing: SigningSheet | None) -> Printed | None:
    return Printed(signing.sheet.meeting.id, signing.shown) if signing else None
