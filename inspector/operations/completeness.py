"""The list of what an archive asks for of a project (归档完整性清单), read from the records."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from inspector.core.bundles import ArchivePhoto, PhotoElement
from inspector.core.checklists import AnswerState
from inspector.core.completeness import (
    Completeness,
    Ground,
    Held,
    Holding,
    Holdings,
    Subject,
    excuses_of,
    judge,
)
from inspector.core.defects import DefectStep
from inspector.core.disclosures import untold
from inspector.core.filing import FiledPaper
from inspector.core.issued import PaperKind
from inspector.core.process.facts import ProcessFacts
from inspector.core.process.names import DocumentKind
from inspector.operations.archive_photos import captioned_photos
from inspector.operations.binders import Binder, binder_of
from inspector.operations.blobs import blob_path, named_blobs
from inspector.operations.captions import Captions
from inspector.operations.filed_papers import papers_by_name
from inspector.operations.process import process_of
from inspector.operations.standing import Standing, stand_of
from inspector.operations.verdicts import latest_meeting
from inspector.operations.workspace import Workspace
from inspector.store.office import Office
from inspector.words.archive import element_name
from inspector.words.checklists import discipline_title
from inspector.words.language import _
from inspector.words.process import document_name
from inspector.words.records import role_name

_DIGITS = 12
"""Digits of its hash that a file without a name is told by."""
_WITH_NOTICES = (DocumentKind.RECTIFICATION_NOTICE, DocumentKind.RECHECK_OPINION)
"""Papers that are owed only where notices were issued."""


def completeness(workspace: Workspace, project_id: str) -> Completeness:
    """Hold what a project has against what the office's template asks for."""
    return completeness_of(binder_of(workspace, project_id, Path()))


def completeness_of(binder: Binder) -> Completeness:
    """Give the same for a bundle that is being made."""
    return judge(binder.template, _Gathering.of(binder).holdings())


@dataclass(frozen=True, slots=True, kw_only=True)
class _Gathering:
    """Everything that the list is made from."""

    binder: Binder
    facts: ProcessFacts
    standing: Standing

    @classmethod
    def of(cls, binder: Binder) -> "_Gathering":
        workspace, project_id = binder.workspace, binder.project_id
        return cls(
            binder=binder,
            facts=process_of(workspace, project_id).facts,
            standing=stand_of(workspace, project_id),
        )

    def holdings(self) -> Holdings:
        by_want: dict[str, Holding] = dict(self._papers())
        with self.binder.workspace.read() as office:
            by_want |= self._of_notices(office, by_want)
            by_want |= {
                Subject.SCOPE_CHECKED: self._scope(),
                Subject.DISCIPLINE_PHOTOS: self._discipline_photos(office),
                Subject.VISIT_DISCLOSURES: _disclosures(office, self.binder.project_id),
                Subject.RECEIVED_FILES: self._received(office),
                Subject.MEETING_VERDICT: _verdict(office, self.binder.project_id),
            }
        by_want[Subject.PARTY_SIGNATURES] = _signatures(self.facts)
        by_want[Subject.PHOTO_ELEMENTS] = self._photo_elements()
        codes = frozenset(one.discipline.code for one in self.standing.disciplines)
        return Holdings(by_want=by_want, excuses=excuses_of(self.facts), disciplines=codes)

    # -- papers -------------------------------------------------------------------------------

    def _papers(self) -> Iterator[tuple[str, Holding]]:
        """Give each kind of paper with its files; what is on record without a file lacks."""
        held: dict[str, list[Held]] = {}
        for filed in papers_by_name(self.binder):
            held.setdefault(filed.kind, []).append(_held(filed))
        without = self._without_file()
        for kind in (*PaperKind, *DocumentKind):
            there, lacking = tuple(held.get(kind, ())), tuple(without.get(kind, ()))
            if there or lacking:
                yield (
                    kind.value,
                    Holding(
                        there=there, lacking=lacking, ground=_ground(there), lack=Ground.NO_FILE
                    ),
                )
            elif kind in self.facts.supplied():
                by_records = Held(title=document_name(DocumentKind(kind)))
                yield kind.value, Holding(there=(by_records,), ground=Ground.BY_RECORDS)

    def _without_file(self) -> Mapping[str, list[str]]:
        """Name the documents that are on record, but whose files are not here."""
        found: dict[str, list[str]] = {}
        for document in self.facts.documents:
            if blob_path(self.binder.workspace.folder, document.sha256 or "") is None:
                title = document.title or document_name(document.kind)
                named = f"{document.number} {title}" if document.number else title
                found.setdefault(document.kind, []).append(named)
        return found

    def _received(self, office: Office) -> Holding:
        """Tell which files that records name are not here: they would lack in the bundle."""
        project_id, folder = self.binder.project_id, self.binder.workspace.folder
        photos = {photo.sha256 for photo in office.photos.of_project(project_id)}
        digests = [one for one in named_blobs(office, (project_id,)) if one not in photos]
        names = _names_of_files(office, project_id)
        absent = [one for one in digests if blob_path(folder, one) is None]
        count = len(digests) - len(absent)
        there = (Held(title=_("{count} 个文件").format(count=count)),) if count else ()
        lacking = tuple(names.get(one, one[:_DIGITS]) for one in absent)
        return Holding(
            there=there, lacking=lacking, is_owed=bool(digests), ground=Ground.BY_RECORDS
        )

    # -- records ------------------------------------------------------------------------------

    def _scope(self) -> Holding:
        due = Counter(one.item.discipline for one in self.standing.findings)
        left = Counter(
            one.item.discipline
            for one in self.standing.findings
            if one.state is AnswerState.UNCHECKED
        )
        titles = self._titles()
        there = tuple(
            Held(title=_("{name} {count} 项").format(name=titles[code], count=count))
            for code, count in due.items()
            if not left[code]
        )
        lacking = tuple(
            _("{name} {count} 项未查").format(name=titles[code], count=count)
            for code, count in left.items()
        )
        return Holding(there=there, lacking=lacking, ground=Ground.BY_RECORDS)

    def _discipline_photos(self, office: Office) -> Holding:
        """Count the photos of each discipline of the scheme by the items that they show."""
        captions = Captions(self.binder.workspace, office, self.binder.project_id)
        discipline_of = {one.item.id: one.item.discipline for one in self.standing.findings}
        shown: Counter[str] = Counter()
        for photo in office.photos.of_project(self.binder.project_id):
            items = captions.items_shown(photo)
            shown.update({discipline_of[item] for item in items if item in discipline_of})
        titles = self._titles()
        there = tuple(
            Held(title=_("{name} {count} 张").format(name=title, count=shown[code]))
            for code, title in titles.items()
            if shown[code]
        )
        lacking = tuple(title for code, title in titles.items() if not shown[code])
        return Holding(there=there, lacking=lacking, is_owed=bool(titles), ground=Ground.BY_RECORDS)

    def _titles(self) -> dict[str, str]:
        return {
            one.discipline.code: discipline_title(one.discipline)
            for one in self.standing.disciplines
        }

    def _photo_elements(self) -> Holding:
        photos = captioned_photos(self.binder.workspace, self.binder.project_id)
        wanted = self.binder.template.photo_elements
        lacking = tuple(_lacks(one, wanted) for one in photos if one.lacking(wanted))
        whole = len(photos) - len(lacking)
        there = (Held(title=_("{count} 张著录齐全").format(count=whole)),) if whole else ()
        return Holding(there=there, lacking=lacking, is_owed=bool(photos), ground=Ground.BY_RECORDS)

    def _of_notices(self, office: Office, by_want: Mapping[str, Holding]) -> dict[str, Holding]:
        """Judge what notices call for; without any nothing is owed."""
        notices = office.notices.in_force(self.binder.project_id)
        if not notices:
            not_owed = Holding(is_owed=False)
            kinds = (PaperKind.NOTICE, *_WITH_NOTICES, Subject.NOTICE_REPLIES)
            return {kind: not_owed for kind in kinds if kind not in by_want}
        defects = {one.id: one for one in office.defects.of_project(self.binder.project_id)}
        events = office.defects.events_of_project(self.binder.project_id)
        replied = {
            defect_id
            for defect_id, own in events.items()
            if any(event.step is DefectStep.REPLY for event in own)
        }
        open_numbers = {
            notice.number: [
                one
                for one in notice.defect_ids
                if one in defects and defects[one].is_open and one not in replied
            ]
            for notice in notices
        }
        there = tuple(Held(title=n, number=n) for n, left in open_numbers.items() if not left)
        lacking = tuple(
            _("{notice}（{count} 个问题没有回复）").format(notice=number, count=len(left))
            for number, left in open_numbers.items()
            if left
        )
        replies = Holding(there=there, lacking=lacking, ground=Ground.BY_RECORDS)
        return {Subject.NOTICE_REPLIES: replies}


def _names_of_files(office: Office, project_id: str) -> dict[str, str]:
    """Name the files of a project by their hashes, as they came."""
    documents = office.process.documents(project_id)
    names = {one.sha256: one.name or one.title for one in documents if one.sha256}
    names |= {one.sha256: one.name for one in office.replies.of_project(project_id)}
    names |= {one.sha256: one.name for one in office.papers.reports(project_id)}
    for meeting in office.meetings.of_project(project_id):
        signatures = office.signatures.of_meeting(meeting.id)
        names |= {one.scan.sha256: one.scan.name for one in signatures if one.scan}
        letters = [one.letter for one in office.meetings.attendance(meeting.id)]
        letters += [one.letter for one in office.meetings.opinions(meeting.id)]
        names |= {one.sha256: one.name for one in letters if one}
    return names


def _held(filed: FiledPaper) -> Held:
    paper = filed.paper
    return Held(title=paper.title, number=paper.number, sha256=paper.sha256 or "")


def _ground(there: Iterable[Held]) -> Ground:
    """Tell whether files are here already, or are written when the bundle is sealed."""
    return Ground.HELD if any(one.sha256 for one in there) else Ground.MADE_AT_SEALING


def _lacks(photo: ArchivePhoto, wanted: Iterable[PhotoElement]) -> str:
    elements = _("、").join(element_name(one) for one in photo.lacking(wanted))
    return _("{photo}（缺{elements}）").format(photo=photo.original_name, elements=elements)


def _disclosures(office: Office, project_id: str) -> Holding:
    """Tell of each visit that found something whether it was told in writing, wholly."""
    lists = office.disclosures.of_project(project_id)
    defects = office.defects.of_project(project_id)
    there: list[Held] = []
    lacking: list[str] = []
    for visit in office.visits.of_project(project_id):
        own = [one for one in lists if one.visit_id == visit.id]
        found = [one for one in defects if one.visit_id == visit.id]
        left = untold(found, own)
        there += [Held(title=visit.number, number=one.number) for one in own]
        if left:
            text = _("{visit}（{count} 个问题没有告知）")
            lacking.append(text.format(visit=visit.number, count=len(left)))
    return Holding(
        there=tuple(there),
        lacking=tuple(lacking),
        is_owed=bool(there or lacking),
        ground=Ground.BY_RECORDS,
    )


def _verdict(office: Office, project_id: str) -> Holding:
    meeting = latest_meeting(office, project_id)
    if meeting is None:
        return Holding()
    if meeting.declared is None:
        return Holding(lacking=(meeting.number,))
    return Holding(there=(Held(title=meeting.number),), ground=Ground.BY_RECORDS)


def _signatures(facts: ProcessFacts) -> Holding:
    signing = facts.signing
    if signing is None:
        return Holding()
    changed = (_("{unit}（签后有变更）").format(unit=unit) for unit in signing.changed)
    unknown = (_("{role}（没有登记）").format(role=role_name(role)) for role in signing.unknown)
    signed = _("{number} {count} 方").format(number=signing.number, count=signing.signed)
    return Holding(
        there=(Held(title=signed),) if signing.signed else (),
        lacking=(*signing.lacking, *changed, *unknown),
        ground=Ground.BY_RECORDS,
    )
