"""The outline of each report."""

from collections.abc import Callable, Mapping
from typing import Any

from inspector.core.papers import (
    AcceptancePaper,
    BuildingPaper,
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
from inspector.reports.outlines.records import building_outline, defects_outline, visit_outline

_DRAWN: Mapping[type, Callable[[Any], Outline]] = {
    AcceptancePaper: acceptance_outline,
    DefectsPaper: defects_outline,
    VisitPaper: visit_outline,
    BuildingPaper: building_outline,
    NoticePaper: notice_outline,
    FormPaper: form_outline,
}


def outline_of(paper: EditedPaper) -> Outline:
    """Draw the outline of a report."""
    return _DRAWN[type(paper)](paper)
