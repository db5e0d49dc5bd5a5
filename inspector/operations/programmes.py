"""Programmes (三年行动计划): what several projects belong to."""

from dataclasses import replace

from inspector.core.changes import Changes, Outcome, Topic
from inspector.core.ids import ORG, natural_id
from inspector.core.projects import Programme
from inspector.core.text import named
from inspector.operations.workspace import Workspace
from inspector.store.office import Office


def list_programmes(workspace: Workspace) -> list[Programme]:
    """List all programmes by name."""
    with workspace.read() as office:
        return office.programmes.all()


def put_programme(
    workspace: Workspace, name: str, *, district: str | None = None
) -> Outcome[Programme]:
    """Put a programme on record, or give the one that has the name already its district."""
    with workspace.act() as writing:
        programme = _named(writing.office, name)
        programme = replace(programme, district=district or programme.district)
        writing.office.programmes.put(programme)
    return Outcome(programme, Changes.of(Topic.PROJECTS, ids={programme.id}), writing.act)


def with_programme(office: Office, facts: dict[str, object]) -> dict[str, object]:
    """Turn a programme's name among the facts of a project into its id, within an act.

    A new name makes a programme; an empty one takes the project out of its programme.
    """
    if "programme" not in facts:
        return facts
    rest = {key: value for key, value in facts.items() if key != "programme"}
    name = facts["programme"]
    if not isinstance(name, str) or not name.strip():
        return {**rest, "programme_id": None}
    programme = _named(office, name)
    office.programmes.put(programme)
    return {**rest, "programme_id": programme.id}


def programme_name(office: Office, programme_id: str | None) -> str | None:
    """Give the name of a programme; None where there is none, or it has not arrived."""
    known = {programme.id: programme.name for programme in office.programmes.all()}
    return known.get(programme_id or "")


def _named(office: Office, name: str) -> Programme:
    """Find a programme by its name, or begin one: the same name on two laptops is one."""
    wanted = named(name, "programme")
    found = (one for one in office.programmes.all() if one.name == wanted)
    made = Programme(id=natural_id(ORG, "programme", wanted), name=wanted)
    return next(found, made)
