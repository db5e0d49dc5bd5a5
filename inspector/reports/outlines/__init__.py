"""The outline of each report."""

from inspector.core.papers import (
    AcceptancePaper,
    DefectsPaper,
    EditedPaper,
    FormPaper,
    NoticePaper,
    VisitPaper,
)
from inspector.reports.outline import Outline
from inspector.reports.outlines.acceptance import acceptance_outline
from inspector.reports.outlines.forms import form_outline
from inspector.reports.outlines.notice import notice_outline
from inspector.reports.outlines.records import defects_outline, visit_outline


def outline_of(paper: EditedPaper) -> Outline:
    """Draw the outline of a report."""
    match paper:
        case AcceptancePaper():
            return acceptance_outline(paper)
        case DefectsPaper():
            return defects_outline(paper)
        case VisitPaper():
            return visit_outline(paper)
        case NoticePaper():
            return notice_outline(paper)
        case FormPaper():
            return form_outline(paper)
