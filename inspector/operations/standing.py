"""How a project stands by its records: the newest verdict of every item, figures, conclusion."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from inspector.core.checklists import AnswerState, Control, Discipline, Duty, Item, Severity
from inspector.core.conclusion import Conclusion, Figures, conclude
from inspector.core.defects import Defect, DefectState
from inspector.core.exchange import Unsettled
from inspector.core.inspections import Answer, Reading, Visit, VisitKind
from inspector.core.projects import Place, Project, SchemeRow, by_tree
from inspector.core.tallies import LotSummary, summarise
from inspector.core.verdicts import Assessment, Contradiction, contradiction
from inspector.operations.inspecting import assess_answer
from inspector.operations.unsettled import unsettled_over
from inspector.operations.workspace import Workspace
from inspector.store.office import Office


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One item in scope at a place with the newest answer that any visit gave."""

    row: SchemeRow
    item: Item
    place: Place | None
    answer: Answer | None
    visit: Visit | None
    readings: tuple[Reading, ...]
    assessment: Assessment | None

    @property
    def state(self) -> AnswerState:
        """Give the stated verdict."""
        return self.answer.result.state if self.answer else AnswerState.UNCHECKED

    @property
    def contradiction(self) -> Contradiction | None:
        """Tell whether the stated verdict and the readings disagree."""
        return contradiction(self.state, self.assessment)


@dataclass(frozen=True, slots=True, kw_only=True)
class DisciplineStanding:
    """One discipline's answers by class, and the share of good points of its general items.

    `points` is (passing, due) over the general items that were measured.
    """

    discipline: Discipline
    summary: LotSummary
    points: tuple[int, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """A project as its records have it."""

    project: Project
    findings: tuple[Finding, ...]
    disciplines: tuple[DisciplineStanding, ...]
    figures: Figures
    conclusion: Conclusion
    unsettled: Unsettled


def stand_of(workspace: Workspace, project_id: str) -> Standing:
    """Compute how a project stands now."""
    with workspace.read() as office:
        return standing_over(workspace, office, project_id)


def standing_over(workspace: Workspace, office: Office, project_id: str) -> Standing:
    """Compute how a project stands by the records of one consistent state."""
    order = _Order(workspace, office, project_id)
    findings = tuple(sorted(_findings(workspace, office, project_id), key=order.key))
    unsettled = unsettled_over(office, project_id)
    figures = _figures(findings, defects_of_works(office, project_id), unsettled)
    return Standing(
        project=office.projects.get(project_id),
        findings=findings,
        disciplines=tuple(_disciplines(workspace, findings)),
        figures=figures,
        conclusion=conclude(figures),
        unsettled=unsettled,
    )


def _findings(workspace: Workspace, office: Office, project_id: str) -> Iterable[Finding]:
    places = {place.id: place for place in office.places.of_project(project_id)}
    visits = {visit.id: visit for visit in office.visits.of_project(project_id)}
    newest = newest_answers(office.answers.of_project(project_id), visits)
    readings = office.answers.readings_of_project(project_id)
    items = _Items(workspace)
    for row in office.scheme.of_project(project_id):
        answer = newest.get((row.item_id, row.place_id))
        item = items.of(answer.pack.hash if answer else row.pack.hash, row, answer)
        taken = readings.get(answer.id, []) if answer else []
        yield Finding(
            row=row,
            item=item,
            place=places.get(row.place_id),
            answer=answer,
            visit=visits.get(answer.visit_id) if answer else None,
            readings=tuple(taken),
            assessment=assess_answer(item, row, answer, taken) if answer else None,
        )


class _Order:
    """The order of papers: by discipline as the pack has it, by item, by the tree of places."""

    def __init__(self, workspace: Workspace, office: Office, project_id: str) -> None:
        self._workspace = workspace
        self._disciplines: dict[str, dict[str, int]] = {}
        tree = by_tree(office.places.of_project(project_id))
        self._places = {place.id: number for number, (_depth, place) in enumerate(tree)}

    def key(self, finding: Finding) -> tuple[int, str, int, str]:
        """Give where a finding stands."""
        pack = finding.row.pack
        if pack.hash not in self._disciplines:
            codes = [one.code for one in self._workspace.pack(pack).disciplines]
            self._disciplines[pack.hash] = {code: number for number, code in enumerate(codes)}
        discipline = self._disciplines[pack.hash].get(finding.item.discipline, len(self._places))
        place = self._places.get(finding.row.place_id, len(self._places))
        return discipline, finding.item.id, place, finding.row.id


class _Items:
    """Items by pack and id, found once."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace
        self._packs: dict[str, dict[str, Item]] = {}

    def of(self, pack_hash: str, row: SchemeRow, answer: Answer | None) -> Item:
        if pack_hash not in self._packs:
            pack = self._workspace.pack(answer.pack if answer else row.pack)
            self._packs[pack_hash] = pack.by_id()
        return self._packs[pack_hash][row.item_id]


def newest_answers(
    answers: Iterable[Answer], visits: dict[str, Visit]
) -> dict[tuple[str, str], Answer]:
    """Give the newest stated answer of each (item, place); a later visit replaces an earlier.

    What a visit after the handover found does not change how the works were accepted.
    """

    def order(answer: Answer) -> tuple[date, str, str]:
        visit = visits.get(answer.visit_id)
        return (visit.first_on, visit.number, answer.id) if visit else (date.min, "", answer.id)

    after = {visit.id for visit in visits.values() if visit.kind is VisitKind.AFTERCARE}
    stated = (
        answer
        for answer in answers
        if answer.result.state is not AnswerState.UNCHECKED and answer.visit_id not in after
    )
    return {(a.item_id, a.place_id): a for a in sorted(stated, key=order)}


def defects_of_works(office: Office, project_id: str) -> list[Defect]:
    """List the defects without those that a visit after the handover found."""
    after = {
        visit.id
        for visit in office.visits.of_project(project_id)
        if visit.kind is VisitKind.AFTERCARE
    }
    return [one for one in office.defects.of_project(project_id) if one.visit_id not in after]


def _figures(findings: tuple[Finding, ...], defects: list[Defect], unsettled: Unsettled) -> Figures:
    conceded = conceded_answers(defects)
    all_failed = [finding for finding in findings if finding.state is AnswerState.FAIL]
    failed = [f for f in all_failed if f.answer is None or f.answer.id not in conceded]
    waived = [f for f in all_failed if f not in failed]
    opened = [defect.severity for defect in defects if defect.is_open]
    return Figures(
        due=len(findings),
        unchecked=sum(finding.state is AnswerState.UNCHECKED for finding in findings),
        contradictions=sum(_speaks_against(finding) for finding in findings),
        dominant_failed=_of_control(failed, Control.DOMINANT),
        mandatory_failed=sum(f.row.duty is Duty.MANDATORY for f in failed),
        general_failed=_of_control(failed, Control.GENERAL),
        dominant_conceded=_of_control(waived, Control.DOMINANT),
        mandatory_conceded=sum(f.row.duty is Duty.MANDATORY for f in waived),
        general_conceded=_of_control(waived, Control.GENERAL),
        open_critical=opened.count(Severity.CRITICAL),
        open_major=opened.count(Severity.MAJOR),
        open_minor=opened.count(Severity.MINOR),
        conflicts=len(unsettled.conflicts),
        waiting=unsettled.waiting,
        missing=len(unsettled.missing),
    )


def _of_control(findings: list[Finding], control: Control) -> int:
    return sum(finding.item.control is control for finding in findings)


def conceded_answers(defects: Iterable[Defect]) -> frozenset[str]:
    """Name the answers whose failure was accepted (让步接收, GB 50300-2013 5.0.6).

    A concession is on record for a defect of theirs, and nothing of them is still open.
    """
    found = list(defects)
    conceded = {one.answer_id for one in found if one.state is DefectState.CONCEDED}
    still_open = {one.answer_id for one in found if one.is_open}
    return frozenset(answer_id for answer_id in conceded - still_open if answer_id)


def _speaks_against(finding: Finding) -> bool:
    """Tell whether readings speak against a stated pass; a stated failure is never doubted."""
    return finding.contradiction in {
        Contradiction.PASS_BUT_FAILING,
        Contradiction.PASS_BUT_INCOMPLETE,
    }


def _disciplines(
    workspace: Workspace, findings: tuple[Finding, ...]
) -> Iterable[DisciplineStanding]:
    known: dict[str, Discipline] = {}
    for finding in findings:
        pack = workspace.pack(finding.answer.pack if finding.answer else finding.row.pack)
        for discipline in pack.disciplines:
            known.setdefault(discipline.code, discipline)
    grouped: dict[str, list[Finding]] = {}
    for finding in findings:
        grouped.setdefault(finding.item.discipline, []).append(finding)
    for code, discipline in known.items():
        if code in grouped:
            own = grouped[code]
            yield DisciplineStanding(
                discipline=discipline,
                summary=summarise((f.item.control, f.state) for f in own),
                points=_general_points(own),
            )


def _general_points(findings: list[Finding]) -> tuple[int, int]:
    measured = [
        finding.assessment
        for finding in findings
        if finding.item.control is Control.GENERAL
        and finding.assessment is not None
        and finding.assessment.rate is not None
        and finding.item.answer.points
    ]
    rates = [seen.rate for seen in measured if seen.rate is not None]
    return sum(rate.part for rate in rates), sum(rate.whole for rate in rates)
