"""Give everything known of one item at a place in one act, as commands and imports do."""

from dataclasses import dataclass, replace

from inspector.core.changes import Changes, Outcome, Topic
from inspector.core.checklists import AnswerState, Item
from inspector.core.errors import InspectorError, Problem
from inspector.core.inspections import (
    Answer,
    Reading,
    Result,
    Visit,
    begin_answer,
    checked_due_points,
)
from inspector.core.projects import SchemeRow
from inspector.core.text import clean
from inspector.core.verdicts import parse_reading
from inspector.operations.inspecting import ItemLine, Spot, answer_id, show_item
from inspector.operations.packs import find_pack
from inspector.operations.scheme import SchemeDraft, scheme_id, write_scheme
from inspector.operations.showing import apply_rules
from inspector.operations.workspace import Workspace
from inspector.store.database import Writing
from inspector.store.office import Office


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerDraft:
    """What is known of an item; None leaves a field as it is, readings are added.

    `widens_scheme` puts an item in scope that is not: whoever answers it has seen that it is there.
    """

    state: AnswerState | None = None
    reason: str | None = None
    readings: tuple[str, ...] = ()
    note: str | None = None
    variant: str | None = None
    choice: str | None = None
    design_value: str | None = None
    due_points: int | None = None
    widens_scheme: bool = False


def answer_item(
    workspace: Workspace, visit: Visit, spot: Spot, draft: AnswerDraft
) -> Outcome[ItemLine]:
    """Answer an item in one act: verdict, readings and all else are kept together or not at all."""
    with workspace.act() as writing:
        office = writing.office
        row = _scheme_row(workspace, writing, visit, spot, widens=draft.widens_scheme)
        before = office.answers.find(answer_id(visit.project_id, spot))
        answer = before or begin_answer(visit, row)
        item = workspace.pack(answer.pack).item(spot.item_id)
        office.answers.put(_filled(answer, item, draft))
        _add_readings(workspace, office, answer, item, draft.readings)
        apply_rules(workspace, office, visit, spot.place_id)
    line = show_item(workspace, visit, spot)
    return Outcome(line, Changes.of(Topic.ANSWERS, Topic.SCHEME), writing.act)


def _scheme_row(
    workspace: Workspace, writing: Writing, visit: Visit, spot: Spot, *, widens: bool
) -> SchemeRow:
    project_id = visit.project_id
    row = writing.office.scheme.find(scheme_id(project_id, spot.item_id, spot.place_id))
    if row is not None:
        return row
    if not widens:
        raise InspectorError(Problem.ITEM_NOT_IN_SCHEME, item=spot.item_id)
    scheme = writing.office.scheme.of_project(project_id)
    pack = scheme[0].pack if scheme else find_pack(workspace).ref
    draft = SchemeDraft(item_id=spot.item_id, place_id=spot.place_id)
    return write_scheme(workspace, writing, project_id, pack, [draft])[0]


def _filled(answer: Answer, item: Item, draft: AnswerDraft) -> Answer:
    """Return the answer with what the draft gives, checked against the item."""
    if draft.variant:
        item.variant(draft.variant)
    if draft.choice and draft.choice not in item.answer.options:
        raise InspectorError(Problem.FIELD_INVALID, field="choice", value=draft.choice)
    if draft.state is not None or draft.reason is not None:
        state = draft.state or answer.result.state
        result = Result(state, clean(draft.reason or "") or None)
        answer = replace(answer, result=answer.result.given(result, item.id))
    if draft.design_value is not None:
        value = str(parse_reading(draft.design_value)) if draft.design_value.strip() else None
        answer = replace(answer, design_value=value)
    note = answer.note if draft.note is None else clean(draft.note) or None
    given_due = checked_due_points(draft.due_points)
    return replace(
        answer,
        note=note,
        variant=_or_none(answer.variant, draft.variant),
        choice=_or_none(answer.choice, draft.choice),
        due_points=answer.due_points if given_due is None else given_due,
    )


def _or_none(kept: str | None, given: str | None) -> str | None:
    return kept if given is None else given or None


def _add_readings(
    workspace: Workspace, office: Office, answer: Answer, item: Item, texts: tuple[str, ...]
) -> None:
    known = office.answers.readings(answer.id)
    first = 1 + max((reading.position for reading in known), default=0)
    for position, text in enumerate(texts, start=first):
        value = parse_reading(text, item.answer.decimals)
        reading = Reading(
            id=workspace.new_id(), answer_id=answer.id, position=position, value=value
        )
        office.answers.put_reading(answer.project_id, reading)
