"""Hide and show items as the rules of their checklists have it, within the act that decides."""

from dataclasses import replace

from inspector.core.checklists import Item
from inspector.core.inspections import Answer, Visit, begin_answer
from inspector.core.projects import SchemeRow
from inspector.core.show_rules import rule_over
from inspector.operations.workspace import Workspace
from inspector.store.office import Office


def apply_rules(workspace: Workspace, office: Office, visit: Visit, place_id: str) -> None:
    """Keep what rules hide at a place as not applicable, and give back what they let go.

    The same visit and place only. Readings, notes and photos of a hidden item stay, and so does
    what was stated of it: it counts again as soon as the item shows.
    """
    packs = office.scheme.packs_at(visit.project_id, place_id, visit.id)
    if not any(workspace.pack(ref).has_rules for ref in packs):
        return
    rows = office.scheme.of_place(visit.project_id, place_id)
    answers = {answer.item_id: answer for answer in office.answers.of_place(visit.id, place_id)}
    items = {row.item_id: _item(workspace, row, answers.get(row.item_id)) for row in rows}
    stated = {
        name: (answer.result.stated if name in items else answer.result).state
        for name, answer in answers.items()
    }
    for row in rows:
        answer = answers.get(row.item_id) or begin_answer(visit, row)
        result = answer.result.under(rule_over(items[row.item_id], items, stated))
        if result != answer.result:
            office.answers.put(replace(answer, result=result))


def apply_rules_in_visits(
    workspace: Workspace, office: Office, project_id: str, place_ids: set[str]
) -> None:
    """Do so in every visit of a project: what is in scope at these places has changed."""
    for visit in office.visits.of_project(project_id):
        for place_id in sorted(place_ids):
            apply_rules(workspace, office, visit, place_id)


def _item(workspace: Workspace, row: SchemeRow, answer: Answer | None) -> Item:
    return workspace.pack(answer.pack if answer else row.pack).item(row.item_id)
