"""The six caption elements of photos (DA/T 50-2014): said by a person, else told by the records.

事由, 时间, 地点, 人物, 背景, 摄影者 (guide 3.5). What a person said always comes first.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from inspector.core.checklists import AnswerState, Pack, PackRef
from inspector.core.defects import Defect
from inspector.core.evidence import Photo, PhotoLink, PhotoRole, Target
from inspector.core.inspections import Answer, Visit
from inspector.core.photodata import OTHER_GROUP
from inspector.core.process.records import Publicity
from inspector.operations.paper_photos import place_text
from inspector.operations.workspace import Workspace
from inspector.store.office import Office
from inspector.words.acceptance import taken_text
from inspector.words.checklists import discipline_title, item_title, state_name
from inspector.words.language import _
from inspector.words.records import photo_role_name, visit_kind_name

_PLAIN_ROLES = frozenset({PhotoRole.EVIDENCE, PhotoRole.FAR, PhotoRole.NEAR})


@dataclass(frozen=True, slots=True, kw_only=True)
class Caption:
    """The six elements as texts; what nobody knows is empty."""

    matter: str
    taken: str
    place: str
    people: str
    background: str
    photographer: str


class Captions:
    """What the records of a project tell of its photos."""

    def __init__(self, workspace: Workspace, office: Office, project_id: str) -> None:
        self._workspace = workspace
        self._places = {one.id: one for one in office.places.of_project(project_id)}
        self._visits = {one.id: one for one in office.visits.of_project(project_id)}
        self._defects = {one.id: one for one in office.defects.of_project(project_id)}
        self._answers = {one.id: one for one in office.answers.of_project(project_id)}
        self._posted = {one.id: one for one in office.process.publicities(project_id)}
        self._links: dict[str, list[PhotoLink]] = {}
        for link in office.photos.links_of_project(project_id):
            self._links.setdefault(link.photo_id, []).append(link)
        self._packs: dict[PackRef, Pack] = {}

    def of(self, photo: Photo) -> Caption:
        """Give the elements of a photo."""
        links = self._links.get(photo.id, [])
        visit = self._visits.get(photo.visit_id or "")
        return Caption(
            matter=photo.caption or self._matter(links, visit),
            taken=photo.taken_said or taken_text(photo.facts) or _day_text(visit),
            place=self._place(photo, links),
            people=photo.people or "",
            background=photo.background or _background(links, visit),
            photographer=photo.photographer or _only_inspector(visit),
        )

    def group_title(self, photo: Photo) -> str:
        """Name the group of a photo: as a person said, else by the one matter that it shows."""
        if photo.group_title:
            return photo.group_title
        records = [self._record(link) for link in self._links.get(photo.id, [])]
        for kind in (Defect, Publicity, Answer):
            found = next((one for one in records if isinstance(one, kind)), None)
            if found is not None:
                return self._group_of(found)
        visit = self._visits.get(photo.visit_id or "")
        return f"{visit_kind_name(visit.kind)} {visit.number}" if visit else OTHER_GROUP

    def _group_of(self, record: "_Record") -> str:
        """Name the group of a record: a defect, a publicity, or a discipline in a visit."""
        if isinstance(record, Defect):
            return f"{record.number} {record.text}"
        if isinstance(record, Publicity):
            return record.title
        visit, pack = self._visits.get(record.visit_id), self._pack(record.pack)
        item = pack.by_id().get(record.item_id)
        titles = {one.code: discipline_title(one) for one in pack.disciplines}
        named = titles.get(item.discipline, "") if item else ""
        told = f"{visit_kind_name(visit.kind)} {visit.number}" if visit else ""
        return f"{told} {named}".strip() or OTHER_GROUP

    def items_shown(self, photo: Photo) -> set[str]:
        """Give the check items that a photo shows, by its answers and defects."""
        shown = (self._record(link) for link in self._links.get(photo.id, []))
        return {one.item_id for one in shown if isinstance(one, Answer | Defect) and one.item_id}

    def _matter(self, links: Iterable[PhotoLink], visit: Visit | None) -> str:
        told = [self._told(self._record(link)) for link in links]
        shown = _("；").join(dict.fromkeys(text for text in told if text))
        if shown or visit is None:
            return shown
        return f"{visit_kind_name(visit.kind)} {visit.number}"

    def _told(self, record: "_Record | None") -> str:
        """Tell what a record is about: the defect, or the item with what was found."""
        if isinstance(record, Defect):
            return f"{record.number} {record.text}"
        if isinstance(record, Answer):
            item = self._pack(record.pack).by_id().get(record.item_id)
            title = f"{record.item_id} {item_title(item)}" if item else record.item_id
            state = record.result.state
            return title if state is AnswerState.UNCHECKED else f"{title}：{state_name(state)}"
        return record.title if isinstance(record, Publicity) else ""

    def _place(self, photo: Photo, links: Iterable[PhotoLink]) -> str:
        """Name where it was taken: as said, else where the record is that it shows."""
        ids = [photo.place_id]
        for link in links:
            record = self._record(link)
            if isinstance(record, Answer | Defect):
                ids.append(record.place_id)
            elif link.target is Target.PLACE:
                ids.append(link.target_id)
        named = (place_text(place_id, self._places) for place_id in ids if place_id)
        posted = [one.place for link in links if isinstance(one := self._record(link), Publicity)]
        return next((one for one in (*named, *posted) if one), "")

    def _record(self, link: PhotoLink) -> "_Record | None":
        kept: Mapping[Target, Mapping[str, _Record]] = {
            Target.DEFECT: self._defects,
            Target.ANSWER: self._answers,
            Target.PUBLICITY: self._posted,
        }
        return kept.get(link.target, {}).get(link.target_id)

    def _pack(self, ref: PackRef) -> Pack:
        if ref not in self._packs:
            self._packs[ref] = self._workspace.pack(ref)
        return self._packs[ref]


_Record = Defect | Answer | Publicity


def _day_text(visit: Visit | None) -> str:
    """Give the day of a visit for a photo whose file tells none, and say so."""
    if visit is None or visit.first_on != visit.last_on:
        return ""
    return _("{day}（按查验日期）").format(day=visit.first_on.isoformat())


def _background(links: Iterable[PhotoLink], visit: Visit | None) -> str:
    """Give the stage that a photo shows: before or after repair, publicity, else the visit."""
    telling = [link.role for link in links if link.role not in _PLAIN_ROLES]
    shown = _("、").join(dict.fromkeys(photo_role_name(role) for role in telling))
    return shown or (visit_kind_name(visit.kind) if visit else "")


def _only_inspector(visit: Visit | None) -> str:
    """Give who inspected, where that was one person: nobody else was there to take the photo."""
    return visit.inspectors[0] if visit is not None and len(visit.inspectors) == 1 else ""
