"""Defects as papers show them: what, where, who, until when, what happened, before and after."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from inspector.core.checklists import Item
from inspector.core.defects import Defect, DefectEvent, DefectStep
from inspector.core.disclosures import late_marks
from inspector.core.evidence import PhotoLink, Target
from inspector.core.papers import DefectSheet, EventRow
from inspector.core.projects import Party, Place
from inspector.core.times import wall_time
from inspector.operations.paper_photos import PhotoSheet, basis_text, links_by_target, place_text
from inspector.operations.workspace import Workspace
from inspector.store.office import Office
from inspector.words.acceptance import defect_line, overdue_line
from inspector.words.checklists import item_title, severity_name
from inspector.words.disclosures import late_text
from inspector.words.language import _
from inspector.words.records import state_name, step_name

_CHECKS = frozenset({DefectStep.RECHECK_PASS, DefectStep.RECHECK_FAIL})


@dataclass(frozen=True, slots=True, kw_only=True)
class _Book:
    """What the sheets draw on."""

    workspace: Workspace
    places: dict[str, Place]
    parties: dict[str, Party]
    people: dict[str, str]
    photos: PhotoSheet
    links: dict[str, list[PhotoLink]]
    on: date
    late: dict[str, str]


def defect_sheets(
    workspace: Workspace,
    office: Office,
    photos: PhotoSheet,
    defects: Sequence[Defect],
    on: date,
) -> tuple[DefectSheet, ...]:
    """Give the sheets of some defects of one project, as they stand on the day of the report."""
    if not defects:
        return ()
    project_id = defects[0].project_id
    book = _Book(
        workspace=workspace,
        places={place.id: place for place in office.places.of_project(project_id)},
        parties={party.id: party for party in office.parties.of_project(project_id)},
        people={person.id: person.name for person in office.people.all()},
        photos=photos,
        links=links_by_target(office.photos.links_of_project(project_id), Target.DEFECT),
        on=on,
        late=_late(office, project_id, defects),
    )
    events = office.defects.events_of_project(project_id)
    return tuple(_sheet(book, defect, events.get(defect.id, [])) for defect in defects)


def _late(office: Office, project_id: str, defects: Sequence[Defect]) -> dict[str, str]:
    """Say of each defect that the list of its visit did not tell, how it was told."""
    marks = late_marks(defects, office.disclosures.of_project(project_id))
    return {defect_id: late_text(mark) for defect_id, mark in marks.items()}


def defect_lines(defects: Sequence[Defect], on: date) -> tuple[str, ...]:
    """Count defects in a sentence, and those that were late on the day of the report."""
    ended = sum(not defect.is_open for defect in defects)
    total = len(defects)
    late = sum(defect.is_overdue(on) for defect in defects)
    line = defect_line(total=total, ended=ended, still_open=total - ended)
    return (line, overdue_line(late, on)) if late else (line,)


def _sheet(book: _Book, defect: Defect, events: list[DefectEvent]) -> DefectSheet:
    party = book.parties.get(defect.party_id or "")
    item = _item_of(book.workspace, defect)
    links = book.links.get(defect.id, [])
    return DefectSheet(
        number=defect.number,
        place=place_text(defect.place_id, book.places) or "—",
        text=defect.text,
        severity=severity_name(defect.severity),
        status=state_name(defect.state),
        item=f"{item.id} {item_title(item)}" if item else None,
        demand=defect.demand,
        measured=defect.measured,
        basis=basis_text(defect, references(item) if item else ""),
        party=party.unit if party else None,
        due=f"{defect.due_on:%Y-%m-%d}" if defect.due_on else None,
        overdue=_overdue(defect, book.on),
        late=book.late.get(defect.id),
        recheck=_recheck(book, [event for event in events if event.step in _CHECKS]),
        rechecks=sum(event.step in _CHECKS for event in events),
        is_open=defect.is_open,
        events=tuple(_event(book, event, links) for event in events),
        pairs=book.photos.pairs(links),
    )


def _item_of(workspace: Workspace, defect: Defect) -> Item | None:
    if defect.item_id is None or defect.pack is None:
        return None
    return workspace.pack(defect.pack).by_id().get(defect.item_id)


def references(item: Item) -> str:
    """Cite what an item rests on."""
    cited = (f"{ref.std} {ref.clause}" if ref.clause else ref.std for ref in item.refs)
    return _("；").join(cited)


def _overdue(defect: Defect, on: date) -> str | None:
    if defect.due_on is None or not defect.is_overdue(on):
        return None
    return _("超期 {days} 天").format(days=(on - defect.due_on).days)


def _recheck(book: _Book, checks: list[DefectEvent]) -> str | None:
    if not checks:
        return None
    last = checks[-1]
    return _("第 {round} 次 {step}（{by}，{at}）").format(
        round=last.round,
        step=step_name(last.step),
        by=book.people.get(last.by, "—"),
        at=_local(last.at_ms),
    )


def _event(book: _Book, event: DefectEvent, links: Sequence[PhotoLink]) -> EventRow:
    step = step_name(event.step)
    if event.step in _CHECKS and event.round:
        step = _("{said}（第 {round} 次复验）").format(said=step, round=event.round)
    photos = (link.photo_id for link in links if link.event_id == event.id)
    return EventRow(
        at=_local(event.at_ms),
        step=step,
        by=event.done_by or book.people.get(event.by),
        note=_noted(event),
        photos=book.photos.numbers_of(photos) or None,
    )


def _noted(event: DefectEvent) -> str | None:
    if event.done_on is None:
        return event.reason
    return _("{what}（{day} 完成）").format(what=event.reason or "", day=event.done_on.isoformat())


def _local(at_ms: int) -> str:
    return f"{wall_time(at_ms):%Y-%m-%d %H:%M}"
