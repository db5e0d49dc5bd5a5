"""Gather rectification notices as papers show them: everything from the records."""

from dataclasses import dataclass
from datetime import datetime, timezone

from inspector.core.checklists import Item
from inspector.core.defects import Defect, Notice
from inspector.core.evidence import PhotoLink, PhotoRole, Target
from inspector.core.papers import NoticePaper, NoticeRow, PaperIdentity
from inspector.core.photos import HOME_OFFSET, offset_of
from inspector.core.progress import Progress
from inspector.core.projects import Party, PartyRole, Place
from inspector.operations.acceptance import program_name
from inspector.operations.defect_papers import references
from inspector.operations.paper_photos import PhotoSheet, basis_text, links_by_target, place_text
from inspector.operations.project_papers import project_facts
from inspector.operations.workspace import Workspace
from inspector.store.office import Office
from inspector.words.checklists import severity_name
from inspector.words.notices import notice_due_text, withdrawn_text
from inspector.words.records import recheck_mode_name

_AFTERWARDS = frozenset({PhotoRole.AFTER, PhotoRole.RECHECK})


@dataclass(frozen=True, slots=True, kw_only=True)
class _Book:
    """What the notices of a project draw on."""

    workspace: Workspace
    office: Office
    places: dict[str, Place]
    parties: dict[str, Party]
    defects: dict[str, Defect]
    photos: PhotoSheet
    links: dict[str, list[PhotoLink]]


def gather_notices(
    workspace: Workspace, project_id: str, progress: Progress | None
) -> list[tuple[Notice, NoticePaper]]:
    """Gather all notices of a project, by number, from one consistent state of the records."""
    with workspace.read() as office:
        places = {place.id: place for place in office.places.of_project(project_id)}
        photos = PhotoSheet(office.photos.of_project(project_id), places)
        photos.with_previews(workspace, progress)
        book = _Book(
            workspace=workspace,
            office=office,
            places=places,
            parties={party.id: party for party in office.parties.of_project(project_id)},
            defects={defect.id: defect for defect in office.defects.of_project(project_id)},
            photos=photos,
            links=links_by_target(office.photos.links_of_project(project_id), Target.DEFECT),
        )
        return [(notice, _paper(book, notice)) for notice in office.notices.of_project(project_id)]


def _paper(book: _Book, notice: Notice) -> NoticePaper:
    party = book.parties.get(notice.party_id)
    project = book.office.projects.get(notice.project_id)
    defects = [book.defects[one] for one in notice.defect_ids if one in book.defects]
    issuer = book.office.people.get(notice.by)
    shown = [photo for defect in defects for photo in _photo_ids(book, defect)]
    return NoticePaper(
        identity=PaperIdentity(
            number=notice.number,
            made_at=_issued_at(notice),
            program=program_name(),
            made_by=issuer.name,
            unit=issuer.unit,
            mark=book.workspace.mark,
            record_id=notice.id,
        ),
        project=project_facts(book.office, project, book.places),
        to=party.unit if party else "—",
        issuer=issuer.unit,
        copies_to=_copies(book, notice),
        rows=tuple(_row(book, defect) for defect in defects),
        demand=notice.demand,
        due=notice_due_text(notice),
        recheck_mode=recheck_mode_name(notice.recheck_mode),
        photos=book.photos.of(dict.fromkeys(shown)),
        withdrawn=withdrawn_text(notice),
    )


def _issued_at(notice: Notice) -> datetime:
    """Give the day of issue as the paper's only date, so that equal records give equal bytes."""
    day = notice.issued_on
    return datetime(day.year, day.month, day.day, tzinfo=timezone(offset_of(HOME_OFFSET)))


def _copies(book: _Book, notice: Notice) -> tuple[str, ...]:
    """Name who gets a copy: owner and supervisor, where they are not the ones addressed."""
    copied = {PartyRole.OWNER, PartyRole.SUPERVISOR}
    units = [
        party.unit
        for party in book.parties.values()
        if party.role in copied and party.id != notice.party_id
    ]
    return tuple(dict.fromkeys(units))


def _row(book: _Book, defect: Defect) -> NoticeRow:
    item = _item_of(book.workspace, defect)
    return NoticeRow(
        number=defect.number,
        place=place_text(defect.place_id, book.places) or "—",
        text=defect.text,
        severity=severity_name(defect.severity),
        demand=defect.demand,
        measured=defect.measured,
        basis=basis_text(defect, references(item) if item else ""),
        photo_numbers=book.photos.numbers_of(_photo_ids(book, defect)) or None,
    )


def _photo_ids(book: _Book, defect: Defect) -> list[str]:
    """Give the photos that show the defect, without those of its repair."""
    links = book.links.get(defect.id, [])
    return [link.photo_id for link in links if link.role not in _AFTERWARDS]


def _item_of(workspace: Workspace, defect: Defect) -> Item | None:
    if defect.item_id is None or defect.pack is None:
        return None
    return workspace.pack(defect.pack).by_id().get(defect.item_id)
