"""Inspecting: answers, readings, notes, and what follows from them. Each act saves itself."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from decimal import Decimal

from inspector.core import inspections
from inspector.core.changes import Changes, Outcome, Topic
from inspector.core.checklists import AnswerState, Duty, Item
from inspector.core.errors import InspectorError, Problem
from inspector.core.exchange import Conflict
from inspector.core.ids import natural_id
from inspector.core.inspections import (
    Answer,
    Reading,
    Result,
    Visit,
    begin_answer,
    checked_due_points,
)
from inspector.core.projects import Place, SchemeRow, by_tree
from inspector.core.text import clean
from inspector.core.verdicts import (
    Assessment,
    Contradiction,
    assess_item,
    contradiction,
    parse_reading,
)
from inspector.operations.conflicts import critical_by_row
from inspector.operations.defects import DefectDraft
from inspector.operations.showing import apply_rules
from inspector.operations.workspace import Workspace
from inspector.store.figures import Progress, progress_of_visit
from inspector.store.office import Office
from inspector.words.checklists import requirement, suggested_defect_text

_TOUCHED = Changes.of(Topic.ANSWERS)


@dataclass(frozen=True, slots=True)
class Spot:
    """One item at one place in one visit: what an answer is about."""

    visit_id: str
    place_id: str
    item_id: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceLine:
    """A place in the tree with how far its items have been inspected."""

    depth: int
    place: Place
    progress: Progress


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemLine:
    """One item at a place as the list and the sheet show it."""

    spot: Spot
    item: Item
    scheme: SchemeRow
    answer: Answer | None
    readings: tuple[Reading, ...]
    assessment: Assessment | None
    contradiction: Contradiction | None
    photo_count: int
    defect_numbers: tuple[str, ...]
    conflicts: tuple[Conflict, ...] = ()
    """What is critical and in dispute: of the answer, its readings, the row of the scheme."""

    @property
    def state(self) -> AnswerState:
        """Give the stated verdict."""
        return AnswerState.UNCHECKED if self.answer is None else self.answer.result.state

    @property
    def duty(self) -> Duty:
        """Give the duty by the scheme, which may differ from the pack's."""
        return self.scheme.duty

    @property
    def variant(self) -> str | None:
        """Give the variant in force: the answer's, else the scheme's."""
        return (self.answer.variant if self.answer else None) or self.scheme.variant

    @property
    def design_value(self) -> str | None:
        """Give the design value in force: the answer's, else the scheme's."""
        return (self.answer.design_value if self.answer else None) or self.scheme.design_value

    @property
    def due_points(self) -> int | None:
        """Give the points due: the answer's, else the scheme's."""
        answered = self.answer.due_points if self.answer else None
        return self.scheme.due_points if answered is None else answered


def list_progress(workspace: Workspace, visit: Visit) -> list[PlaceLine]:
    """List the places in scope as a tree, with the progress of a visit.

    A place without items of its own counts those below it only by its children's lines.
    """
    with workspace.read() as office:
        done = progress_of_visit(office.db, visit.project_id, visit.id)
        places = by_tree(office.places.of_project(visit.project_id))
    nothing = Progress(due=0, answered=0, failed=0, mandatory_unchecked=0)
    return [
        PlaceLine(depth=depth, place=place, progress=done.get(place.id, nothing))
        for depth, place in places
    ]


def list_items(workspace: Workspace, visit: Visit, place_id: str) -> list[ItemLine]:
    """List the items in scope at a place with what the visit has found so far."""
    with workspace.read() as office:
        scheme = office.scheme.of_place(visit.project_id, place_id)
        answers = {a.item_id: a for a in office.answers.of_place(visit.id, place_id)}
        lines = [
            _line(workspace, office, Spot(visit.id, place_id, row.item_id), row, answers)
            for row in scheme
        ]
        return _with_conflicts(office, lines)


def show_item(workspace: Workspace, visit: Visit, spot: Spot) -> ItemLine:
    """Read one item at a place with what the visit has found."""
    with workspace.read() as office:
        return _line_of(workspace, office, visit, spot)


def _line_of(workspace: Workspace, office: Office, visit: Visit, spot: Spot) -> ItemLine:
    row = _scheme_row(office, visit.project_id, spot)
    answer = office.answers.find(answer_id(visit.project_id, spot))
    line = _line(workspace, office, spot, row, {spot.item_id: answer} if answer else {})
    return _with_conflicts(office, [line])[0]


def _with_conflicts(office: Office, lines: list[ItemLine]) -> list[ItemLine]:
    rows = {line.spot.item_id: _rows_of(line) for line in lines}
    found = critical_by_row(office, {row for own in rows.values() for row in own})
    if not found:
        return lines
    return [
        replace(
            line,
            conflicts=tuple(one for row in rows[line.spot.item_id] for one in found.get(row, ())),
        )
        for line in lines
    ]


def _rows_of(line: ItemLine) -> list[str]:
    answer = [line.answer.id] if line.answer else []
    return [*answer, *(reading.id for reading in line.readings), line.scheme.id]


def _line(
    workspace: Workspace,
    office: Office,
    spot: Spot,
    row: SchemeRow,
    answers: dict[str, Answer],
) -> ItemLine:
    answer = answers.get(spot.item_id)
    item = workspace.pack(answer.pack if answer else row.pack).item(spot.item_id)
    readings = tuple(office.answers.readings(answer.id)) if answer else ()
    seen = _assess(item, row, answer, readings)
    state = answer.result.state if answer else AnswerState.UNCHECKED
    return ItemLine(
        spot=spot,
        item=item,
        scheme=row,
        answer=answer,
        readings=readings,
        assessment=seen,
        contradiction=contradiction(state, seen),
        photo_count=len(office.photos.links_of(answer.id)) if answer else 0,
        defect_numbers=_defect_numbers(office, answer),
    )


def _defect_numbers(office: Office, answer: Answer | None) -> tuple[str, ...]:
    found = office.defects.of_answer(answer.id) if answer else []
    return tuple(defect.number for defect in found)


def _assess(
    item: Item, row: SchemeRow, answer: Answer | None, readings: tuple[Reading, ...]
) -> Assessment | None:
    """Judge the readings under the answer's variant, design value and points due."""
    given = answer or Answer(
        id="",
        project_id="",
        visit_id="",
        place_id="",
        item_id=item.id,
        pack=row.pack,
        result=Result(),
    )
    design = given.design_value or row.design_value
    due = row.due_points if given.due_points is None else given.due_points
    return assess_item(
        item,
        variant=given.variant or row.variant,
        design=Decimal(design) if design else None,
        readings=[reading.value for reading in readings],
        due=due,
        choice=given.choice,
    )


def assess_answer(
    item: Item, row: SchemeRow | None, answer: Answer, readings: list[Reading]
) -> Assessment | None:
    """Judge an answer's readings; where it left the scheme, by what the answer itself holds."""
    stand_in = row or SchemeRow(
        id="",
        project_id="",
        pack=answer.pack,
        item_id=item.id,
        place_id="",
        duty=item.duty,
    )
    return _assess(item, stand_in, answer, tuple(readings))


# -- acts -------------------------------------------------------------------------


def set_result(
    workspace: Workspace, visit: Visit, spot: Spot, state: AnswerState, reason: str | None = None
) -> Outcome[ItemLine]:
    """State the verdict of an item at a place; "not applicable" needs a reason.

    What the rules of the checklist hide or show because of it changes in the same act.
    """
    result = Result(state, clean(reason or "") or None)

    def give(answer: Answer) -> Answer:
        return replace(answer, result=answer.result.given(result, spot.item_id))

    return _change(workspace, visit, spot, give, decides=True)


def set_note(workspace: Workspace, visit: Visit, spot: Spot, note: str) -> Outcome[ItemLine]:
    """Keep a note to an item."""
    text = clean(note) or None
    return _change(workspace, visit, spot, lambda answer: replace(answer, note=text))


def set_variant(
    workspace: Workspace, visit: Visit, spot: Spot, variant: str | None
) -> Outcome[ItemLine]:
    """Choose which case of an item applies here."""
    return _change(workspace, visit, spot, lambda answer: replace(answer, variant=variant))


def set_choice(
    workspace: Workspace, visit: Visit, spot: Spot, choice: str | None
) -> Outcome[ItemLine]:
    """Choose one of an item's options."""
    return _change(workspace, visit, spot, lambda answer: replace(answer, choice=choice))


def set_design_value(
    workspace: Workspace, visit: Visit, spot: Spot, text: str
) -> Outcome[ItemLine]:
    """Give the design value that readings are compared with; empty takes it back."""
    value = str(parse_reading(text)) if text.strip() else None
    return _change(workspace, visit, spot, lambda answer: replace(answer, design_value=value))


def set_due_points(
    workspace: Workspace, visit: Visit, spot: Spot, due: int | None
) -> Outcome[ItemLine]:
    """Say how many points are due here."""
    checked_due_points(due)
    return _change(workspace, visit, spot, lambda answer: replace(answer, due_points=due))


def add_readings(
    workspace: Workspace, visit: Visit, spot: Spot, texts: list[str]
) -> Outcome[ItemLine]:
    """Record measured points exactly as typed."""
    with workspace.act() as writing:
        office = writing.office
        answer = _answer(office, visit, spot)
        item = workspace.pack(answer.pack).item(spot.item_id)
        values = [parse_reading(text, item.answer.decimals) for text in texts]
        office.answers.put(answer)
        known = office.answers.readings(answer.id)
        first = max((reading.position for reading in known), default=0) + 1
        for position, value in enumerate(values, start=first):
            reading = Reading(
                id=workspace.new_id(), answer_id=answer.id, position=position, value=value
            )
            office.answers.put_reading(visit.project_id, reading)
        line = _line_of(workspace, office, visit, spot)
    return Outcome(line, _TOUCHED, writing.act)


def change_reading(
    workspace: Workspace, visit: Visit, spot: Spot, reading_id: str, text: str
) -> Outcome[ItemLine]:
    """Correct a measured point; the former value stays in the history."""
    with workspace.act() as writing:
        office = writing.office
        answer = _answer(office, visit, spot)
        reading = _reading(office, answer, reading_id)
        item = workspace.pack(answer.pack).item(spot.item_id)
        value = parse_reading(text, item.answer.decimals)
        office.answers.put_reading(visit.project_id, replace(reading, value=value))
        line = _line_of(workspace, office, visit, spot)
    return Outcome(line, _TOUCHED, writing.act)


def remove_reading(
    workspace: Workspace, visit: Visit, spot: Spot, reading_id: str
) -> Outcome[ItemLine]:
    """Take a measured point back."""
    with workspace.act() as writing:
        office = writing.office
        _reading(office, _answer(office, visit, spot), reading_id)
        office.answers.delete_reading(reading_id)
        line = _line_of(workspace, office, visit, spot)
    return Outcome(line, _TOUCHED, writing.act)


def draft_defect(workspace: Workspace, visit: Visit, spot: Spot) -> DefectDraft:
    """Fill a defect in with everything that a failed item already tells."""
    with workspace.read() as office:
        line = _line_of(workspace, office, visit, spot)
        links = office.photos.links_of(line.answer.id) if line.answer else []
    values = [str(reading.value) for reading in line.readings]
    unit = line.item.answer.unit or ""
    return DefectDraft(
        place_id=spot.place_id,
        text=suggested_defect_text(line.item, line.assessment),
        severity=line.item.severity_default,
        item_id=spot.item_id,
        pack=line.answer.pack if line.answer else line.scheme.pack,
        visit_id=visit.id,
        answer_id=line.answer.id if line.answer else None,
        measured=f"{'、'.join(values)} {unit}".strip() if values else None,
        demand=requirement(line.item),
        photo_ids=tuple(link.photo_id for link in links),
    )


def answer_id(project_id: str, spot: Spot) -> str:
    """Give the id of an answer: two people who fill it make one record."""
    return inspections.answer_id(project_id, spot.visit_id, spot.place_id, spot.item_id)


def _change(
    workspace: Workspace,
    visit: Visit,
    spot: Spot,
    change: Callable[[Answer], Answer],
    *,
    decides: bool = False,
) -> Outcome[ItemLine]:
    with workspace.act() as writing:
        answer = change(_answer(writing.office, visit, spot))
        item = workspace.pack(answer.pack).item(spot.item_id)
        if answer.variant is not None:
            item.variant(answer.variant)
        if answer.choice is not None and answer.choice not in item.answer.options:
            raise InspectorError(Problem.FIELD_INVALID, field="choice", value=answer.choice)
        writing.office.answers.put(answer)
        if decides:
            apply_rules(workspace, writing.office, visit, spot.place_id)
        line = _line_of(workspace, writing.office, visit, spot)
    return Outcome(line, _TOUCHED, writing.act)


def _answer(office: Office, visit: Visit, spot: Spot) -> Answer:
    """Read the answer, or begin one under the pack of the scheme."""
    found = office.answers.find(answer_id(visit.project_id, spot))
    if found is not None:
        return found
    return begin_answer(visit, _scheme_row(office, visit.project_id, spot))


def _scheme_row(office: Office, project_id: str, spot: Spot) -> SchemeRow:
    row = office.scheme.find(natural_id(project_id, "scheme_row", spot.item_id, spot.place_id))
    if row is None:
        raise InspectorError(Problem.ITEM_NOT_IN_SCHEME, item=spot.item_id)
    return row


def _reading(office: Office, answer: Answer, reading_id: str) -> Reading:
    for reading in office.answers.readings(answer.id):
        if reading.id == reading_id:
            return reading
    raise InspectorError(Problem.RECORD_MISSING, record="reading", id=reading_id)
