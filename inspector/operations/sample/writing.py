"""Write what the story found: many records in one act, by the rules of the single acts."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from inspector.core.checklists import PackRef
from inspector.core.defects import Defect
from inspector.core.evidence import Photo, PhotoLink, PhotoRole, Target
from inspector.core.ids import natural_id
from inspector.core.inspections import Answer, Reading, Result, Visit
from inspector.core.verdicts import parse_reading
from inspector.operations.defects import DefectDraft, link_defect_photos, write_defect
from inspector.operations.inspecting import Spot, answer_id
from inspector.operations.sample.clock import StoryClock
from inspector.operations.sample.finding import Finding
from inspector.operations.sample.ground import MACHINE_CODE, Ground
from inspector.operations.sample.pictures import PlannedPhoto
from inspector.operations.sample.plan import PlannedAnswer
from inspector.operations.workspace import Workspace
from inspector.store.database import Writing
from inspector.store.office import Office

_ANSWER_ROLES = {PhotoRole.BEFORE: PhotoRole.NEAR, PhotoRole.AFTER: PhotoRole.EVIDENCE}
_HUNG_ON_DEFECTS = {PhotoRole.BEFORE, PhotoRole.FAR, PhotoRole.RECHECK}
_SECONDS_TO_RECORD = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class Pen:
    """What writing needs at hand."""

    workspace: Workspace
    clock: StoryClock
    ground: Ground
    pack: PackRef

    def spot(self, visit: Visit, place: str, item_id: str) -> Spot:
        """Give the place and item of the story as the records name them."""
        return Spot(visit.id, self.ground.places[place], item_id)

    def answer_id(self, visit: Visit, place: str, item_id: str) -> str:
        """Give the id of an answer of the story."""
        return answer_id(self.ground.project.id, self.spot(visit, place, item_id))


def write_answer(pen: Pen, writing: Writing, visit: Visit, planned: PlannedAnswer) -> Answer:
    """Write one answer with its readings within an act, at the story's time."""
    pen.clock.reach(planned.at)
    scope = planned.scope
    answer = Answer(
        id=pen.answer_id(visit, scope.place.key, scope.item.id),
        project_id=visit.project_id,
        visit_id=visit.id,
        place_id=pen.ground.places[scope.place.key],
        item_id=scope.item.id,
        pack=pen.pack,
        result=Result(planned.state, planned.reason).checked(),
        choice=planned.choice,
        note=planned.note,
    )
    is_new = writing.office.answers.find(answer.id) is None
    writing.office.answers.put(answer)
    for position, text in enumerate(planned.readings if is_new else (), start=1):
        value = parse_reading(text, scope.item.answer.decimals)
        reading = Reading(
            id=pen.workspace.new_id(), answer_id=answer.id, position=position, value=value
        )
        writing.office.answers.put_reading(visit.project_id, reading)
    return answer


def open_finding(
    pen: Pen, writing: Writing, visit: Visit, planned: PlannedAnswer, finding: Finding
) -> Defect:
    """Put a finding's defect on record within an act, with everything that its answer tells."""
    pen.clock.tick(_SECONDS_TO_RECORD)
    item = planned.scope.item
    bad = finding.bad.split() if planned.readings else []
    draft = DefectDraft(
        place_id=pen.ground.places[finding.place],
        text=finding.text,
        severity=item.severity_default,
        item_id=item.id,
        pack=pen.pack,
        visit_id=visit.id,
        answer_id=pen.answer_id(visit, finding.place, finding.item),
        party_id=pen.ground.parties[finding.party],
        measured=f"{'、'.join(bad)} {item.answer.unit or ''}" if bad else finding.bad or None,
        demand=item.requirement_zh,
    )
    return write_defect(pen.workspace, writing, pen.ground.project.id, draft, MACHINE_CODE)


def hang_photos(
    pen: Pen,
    visits: Mapping[str, Visit],
    defects: Mapping[tuple[str, str], Defect],
    photos: Iterable[tuple[PlannedPhoto, Photo]],
) -> None:
    """Give the photos of a day their captions, and link them to what they show."""
    with pen.workspace.act() as writing:
        for planned, photo in photos:
            _describe(pen, writing.office, planned, photo)
            _link_answer(pen, writing.office, visits[planned.round], planned, photo)
            defect = defects.get(planned.spot) if planned.finding is not None else None
            if defect is not None and planned.role in _HUNG_ON_DEFECTS:
                link_defect_photos(pen.workspace, writing.office, defect, [photo.id], planned.role)


def _describe(pen: Pen, office: Office, planned: PlannedPhoto, photo: Photo) -> None:
    told = replace(
        photo,
        place_id=pen.ground.places[planned.place.key],
        photographer=planned.photographer,
        caption=planned.caption,
    )
    office.photos.put(told)


def _link_answer(
    pen: Pen, office: Office, visit: Visit, planned: PlannedPhoto, photo: Photo
) -> None:
    target = pen.answer_id(visit, *planned.spot)
    role = _ANSWER_ROLES.get(planned.role, planned.role)
    office.photos.put_link(
        PhotoLink(
            id=natural_id(photo.project_id, "photo_link", photo.id, target, role.value),
            project_id=photo.project_id,
            photo_id=photo.id,
            target=Target.ANSWER,
            target_id=target,
            role=role,
            position=len(office.photos.links_of(target)) + 1,
        )
    )
