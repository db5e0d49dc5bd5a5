"""Several places in one act: a row of buildings with their units, or a place with all below it."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from inspector.core.changes import Changes, Outcome, Topic
from inspector.core.projects import Place
from inspector.operations.projects import PlaceDraft, put_place
from inspector.operations.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Branch:
    """A place to be put on record, and those that stand below it."""

    draft: PlaceDraft
    below: tuple["Branch", ...] = ()


def add_branches(
    workspace: Workspace, project_id: str, branches: Sequence[Branch]
) -> Outcome[list[Place]]:
    """Put all these places on record in one act; a code that is taken refuses the whole."""
    made: list[Place] = []
    with workspace.act() as writing:
        writing.office.projects.get(project_id)
        waiting = list(reversed(branches))
        while waiting:
            branch = waiting.pop()
            place = put_place(workspace, writing, project_id, branch.draft)
            made.append(place)
            waiting.extend(
                Branch(replace(child.draft, parent_id=place.id), child.below)
                for child in reversed(branch.below)
            )
    changes = Changes.of(Topic.PLACES, ids={place.id for place in made})
    return Outcome(made, changes, writing.act)


def remove_branch(workspace: Workspace, place_id: str) -> Outcome[int]:
    """Mark a place and all below it as deleted; what was recorded there stays on record."""
    with workspace.act() as writing:
        office = writing.office
        top = office.places.get(place_id)
        children: dict[str | None, list[str]] = {}
        for place in office.places.of_project(top.project_id):
            children.setdefault(place.parent_id, []).append(place.id)
        gone: list[str] = []
        waiting = [top.id]
        while waiting:
            current = waiting.pop()
            if current not in gone:
                gone.append(current)
                waiting.extend(children.get(current, []))
        for one in gone:
            office.places.delete(one)
    return Outcome(len(gone), Changes.of(Topic.PLACES, ids=set(gone)), writing.act)
