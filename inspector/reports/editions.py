"""One report, three editions: PDF to be signed, Word to be worked on, Excel to be counted."""

import hashlib
from pathlib import Path

from inspector.core.issued import edition_of
from inspector.core.papers import (
    AcceptancePaper,
    DefectsPaper,
    EditedPaper,
    FormPaper,
    NoticePaper,
    PaperWarning,
    Written,
    snapshot_sha256,
)
from inspector.core.progress import Progress
from inspector.reports.layout.pdffile import whole_file
from inspector.reports.outlines import outline_of


def write_edition(paper: EditedPaper, out: Path, fonts: Path, progress: Progress) -> Written:
    """Write a report in the edition that the file's name asks for."""
    edition = edition_of(out.name)
    if edition == ".docx":
        from inspector.reports.wordfile import document_of

        content, warnings = document_of(outline_of(paper), progress)
        return _written(paper, out, content, warnings)
    if edition == ".xlsx":
        from inspector.reports.sheetfile import workbook_of

        return _written(paper, out, workbook_of(outline_of(paper)), ())
    return _printed(paper, out, fonts, progress)


def _printed(paper: EditedPaper, out: Path, fonts: Path, progress: Progress) -> Written:
    from inspector.reports.acceptance import write_acceptance
    from inspector.reports.forms import write_form
    from inspector.reports.notice import write_notice
    from inspector.reports.records import write_defects, write_visit

    if isinstance(paper, AcceptancePaper):
        return write_acceptance(paper, out, fonts, progress)
    if isinstance(paper, DefectsPaper):
        return write_defects(paper, out, fonts, progress)
    if isinstance(paper, NoticePaper):
        return write_notice(paper, out, fonts)
    if isinstance(paper, FormPaper):
        return write_form(paper, out, fonts, progress)
    return write_visit(paper, out, fonts, progress)


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
