"""One report, three editions: PDF to be signed, Word to be worked on, Excel to be counted."""

import hashlib
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from inspector.core.issued import edition_of
from inspector.core.papers import (
    USUAL,
    AcceptancePaper,
    BuildingPaper,
    DefectsPaper,
    EditedPaper,
    FormPaper,
    NoticePaper,
    PaperLook,
    PaperWarning,
    VisitPaper,
    Written,
    snapshot_sha256,
)
from inspector.core.progress import Progress
from inspector.reports.layout.pdffile import whole_file
from inspector.reports.outlines import outline_of

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping


def write_edition(
    paper: EditedPaper, out: Path, fonts: Path, progress: Progress, look: PaperLook = USUAL
) -> Written:
    """Write a report in the edition that the file's name asks for, in the office's look."""
    edition = edition_of(out.name)
    if edition == ".docx":
        from inspector.reports.wordfile import document_of

        content, warnings = document_of(outline_of(paper), progress, look)
        return _written(paper, out, content, warnings)
    if edition == ".xlsx":
        from inspector.reports.sheetfile import workbook_of

        return _written(paper, out, workbook_of(outline_of(paper), look), ())
    return _printed(paper, out, _Printing(fonts, progress, look))


@dataclass(frozen=True, slots=True)
class _Printing:
    fonts: Path
    progress: Progress
    look: PaperLook


def _printed(paper: EditedPaper, out: Path, how: _Printing) -> Written:
    from inspector.reports.acceptance import write_acceptance
    from inspector.reports.forms import write_form
    from inspector.reports.notice import write_notice
    from inspector.reports.records import write_building, write_defects, write_visit

    if isinstance(paper, NoticePaper):
        return write_notice(paper, out, how.fonts, how.look)
    writers: Mapping[type, Callable[..., Written]] = {
        AcceptancePaper: write_acceptance,
        DefectsPaper: write_defects,
        BuildingPaper: write_building,
        FormPaper: write_form,
        VisitPaper: write_visit,
    }
    return writers[type(paper)](paper, out, how.fonts, how.progress, how.look)


def _written(
    paper: EditedPaper, out: Path, content: bytes, warnings: tuple[PaperWarning, ...]
) -> Written:
    with whole_file(out) as file:
        file.write(content)
    return Written(
        path=out,
        sha256=hashlib.sha256(content).hexdigest(),
        size=len(content),
        pages=0,
        snapshot=snapshot_sha256(paper),
        warnings=warnings,
    )
