"""Gather the register of defects and the record of a visit: everything from the records."""

from inspector.core.checklists import AnswerState, Item
from inspector.core.inspections import Answer, Reading, Visit
from inspector.core.papers import AnswerRow, DefectsPaper, PaperIdentity, VisitPaper
from inspector.core.progress import Progress
from inspector.core.projects import Place, SchemeRow, by_tree
from inspector.operations.acceptance import visit_row
from inspector.operations.defect_papers import defect_lines, defect_sheets
from inspector.operations.inspecting import assess_answer
from inspector.operations.paper_photos import PhotoSheet, place_text
from inspector.operations.project_papers import project_facts
from inspector.operations.workspace import Workspace
from inspector.store.office import Office
from inspector.words.checklists import item_title, number_text, reason_said, state_name
from inspector.words.verdicts import computation

_GAP = "　"


def gather_defects(
    workspace: Workspace, project_id: str, identity: PaperIdentity, progress: Progress | None
) -> DefectsPaper:
    """Gather all defects of a project from one consistent state of the records."""
    with workspace.read() as office:
        places = {place.id: place for place in office.places.of_project(project_id)}
        photos = PhotoSheet(office.photos.of_project(project_id), places)
        photos.with_previews(workspace, progress)
        defects = office.defects.of_project(project_id)
        return DefectsPaper(
            identity=identity,
            project=project_facts(office, office.projects.get(project_id), places),
            defect_lines=defect_lines(defects, identity.made_at.date()),
            defects=defect_sheets(workspace, office, photos, defects, identity.made_at.date()),
        )


def gather_visit(
    workspace: Workspace, visit: Visit, identity: PaperIdentity, progress: Progress | None
) -> VisitPaper:
    """Gather what a visit found from one consistent state of the records."""
    with workspace.read() as office:
        places = {place.id: place for place in office.places.of_project(visit.project_id)}
        taken = office.photos.of_project(visit.project_id)
        photos = PhotoSheet(taken, places)
        photos.with_previews(workspace, progress)
        defects = [
            defect
            for defect in office.defects.of_project(visit.project_id)
            if defect.visit_id == visit.id
        ]
        answers = _answers(workspace, office, visit, places)
        return VisitPaper(
            identity=identity,
            project=project_facts(office, office.projects.get(visit.project_id), places),
            visit=visit_row(visit, len(answers)),
            note=visit.note,
            answers=answers,
            defect_lines=defect_lines(defects, identity.made_at.date()),
            defects=defect_sheets(workspace, office, photos, defects, identity.made_at.date()),
            photos=photos.of(photo.id for photo in taken if photo.visit_id == visit.id),
        )


def _answers(
    workspace: Workspace, office: Office, visit: Visit, places: dict[str, Place]
) -> tuple[AnswerRow, ...]:
    """Give what was stated, by place as the tree has them, then by item."""
    stated = [
        answer
        for answer in office.answers.of_visit(visit.id)
        if answer.result.state is not AnswerState.UNCHECKED
    ]
    tree = by_tree(list(places.values()))
    order = {place.id: number for number, (_depth, place) in enumerate(tree)}
    stated.sort(key=lambda answer: (order.get(answer.place_id, len(order)), answer.item_id))
    scheme = {
        (row.item_id, row.place_id): row for row in office.scheme.of_project(visit.project_id)
    }
    readings = office.answers.readings_of_project(visit.project_id)
    return tuple(
        _row(
            workspace.pack(answer.pack).item(answer.item_id),
            answer,
            scheme.get((answer.item_id, answer.place_id)),
            readings.get(answer.id, []),
            places,
        )
        for answer in stated
    )


def _row(
    item: Item,
    answer: Answer,
    scheme: SchemeRow | None,
    readings: list[Reading],
    places: dict[str, Place],
) -> AnswerRow:
    seen = assess_answer(item, scheme, answer, readings) if readings else None
    return AnswerRow(
        item=f"{item.id} {item_title(item)}",
        place=place_text(answer.place_id, places) or "—",
        verdict=state_name(answer.result.state),
        reason=reason_said(item, answer.result) or None,
        readings=_GAP.join(number_text(reading.value) for reading in readings) or None,
        computation=computation(seen) if seen else None,
        note=answer.note,
        is_against=answer.result.state is AnswerState.FAIL,
    )
