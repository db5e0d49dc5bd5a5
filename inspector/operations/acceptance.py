"""Gather the joint acceptance report: everything from the records, nothing invented."""

import hashlib
from dataclasses import dataclass, replace
from decimal import Decimal

from inspector import __version__
from inspector.core.canonical import canonical
from inspector.core.checklists import AnswerState, Pack
from inspector.core.defects import Defect
from inspector.core.exchange import Conflict
from inspector.core.inspections import Visit, VisitKind
from inspector.core.papers import (
    AcceptancePaper,
    AfterText,
    BuilderRow,
    ConclusionText,
    ConflictRow,
    DataStatement,
    DisciplineRow,
    MeasuredRow,
    NotApplicableRow,
    PackText,
    PaperIdentity,
    PartyRow,
    ProjectFacts,
    ReadingText,
    ReasonLine,
    ScopeRow,
    VisitRow,
)
from inspector.core.process.facts import ProcessFacts
from inspector.core.progress import Progress
from inspector.core.projects import Place
from inspector.core.tallies import Tally
from inspector.core.verdicts import Rate, Status
from inspector.folders import FILES
from inspector.operations.defect_papers import defect_lines, defect_sheets
from inspector.operations.document_papers import (
    builder_rows,
    care_rows,
    handover_lines,
    managed_text,
    papers_text,
    warranty_lines,
)
from inspector.operations.firstchecks import checks_over
from inspector.operations.gate_facts import gate_facts
from inspector.operations.meeting_papers import (
    attending_parties,
    meeting_conclusion,
    meeting_sheets,
    meeting_text,
    printed_name,
)
from inspector.operations.paper_photos import PhotoSheet, place_text
from inspector.operations.project_papers import project_facts
from inspector.operations.signature_papers import signed_text
from inspector.operations.standing import DisciplineStanding, Finding, Standing, standing_over
from inspector.operations.taxonomies import types_over
from inspector.operations.verdicts import MeetingSheet, dropped_failures
from inspector.operations.way_papers import way_text
from inspector.operations.work_papers import care_items, difference_text, spots, works_text
from inspector.operations.workspace import Workspace
from inspector.store.content import content_hash
from inspector.store.migrations import SCHEMA_VERSION
from inspector.store.office import Office
from inspector.words.acceptance import (
    conclusion_title,
    conclusion_wording,
    day_text,
    reason_text,
    result_line,
    rule_note,
    status_name,
)
from inspector.words.checklists import (
    discipline_title,
    duty_name,
    group_title,
    item_title,
    limit_text,
    number_text,
    reason_said,
)
from inspector.words.checklists import state_name as answer_name
from inspector.words.conflicts import conflict_field, conflict_values
from inspector.words.language import _, local
from inspector.words.notices import first_checks_line
from inspector.words.records import role_name, visit_kind_name
from inspector.words.taxonomies import taxonomy_level, taxonomy_title
from inspector.words.verdicts import computation


@dataclass(frozen=True, slots=True, kw_only=True)
class _Book:
    """What the chapters draw on."""

    workspace: Workspace
    office: Office
    standing: Standing
    places: dict[str, Place]
    photos: PhotoSheet
    facts: ProcessFacts
    sheets: tuple[MeetingSheet, ...]
    """The rounds of the meeting, oldest first; none before any was held."""


def gather_acceptance(
    workspace: Workspace, project_id: str, identity: PaperIdentity, progress: Progress | None
) -> AcceptancePaper:
    """Gather the report of a project from one consistent state of the records."""
    with workspace.read() as office:
        places = {place.id: place for place in office.places.of_project(project_id)}
        photos = PhotoSheet(office.photos.of_project(project_id), places)
        photos.with_previews(workspace, progress)
        standing = standing_over(workspace, office, project_id)
        book = _Book(
            workspace=workspace,
            office=office,
            standing=standing,
            facts=gate_facts(workspace, office, project_id, standing),
            sheets=meeting_sheets(workspace, office, standing),
            places=places,
            photos=photos,
        )
        return _paper(book, identity)


def _paper(book: _Book, identity: PaperIdentity) -> AcceptancePaper:
    office, standing, sheets = book.office, book.standing, book.sheets
    defects = office.defects.of_project(standing.project.id)
    total = _total(standing)
    return AcceptancePaper(
        identity=identity,
        project=_project(book),
        conclusion=meeting_conclusion(sheets[-1]) if sheets else _conclusion(standing),
        statement=_statement(book),
        acceptance_day=_acceptance_day(book),
        parties=_parties(book),
        scope=tuple(_scope(book)),
        visits=tuple(_visits(book)),
        disciplines=tuple(_discipline(one) for one in standing.disciplines),
        total=total,
        result_lines=(_result_line(standing, total),),
        measured=tuple(_measured(book)),
        not_applicable=tuple(_not_applicable(book)),
        rule_note=rule_note(),
        defect_lines=(
            *defect_lines(defects, identity.made_at.date()),
            *_first_checks(book, defects),
        ),
        defects=defect_sheets(
            book.workspace, office, book.photos, defects, identity.made_at.date()
        ),
        photos=book.photos.all(),
        is_final=standing.conclusion.is_final,
        conflicts=tuple(_conflict(book, one) for one in standing.unsettled.conflicts),
        meeting=meeting_text(sheets),
        signed=signed_text(office, sheets),
        way=way_text(book.facts),
        builders=_builders(book, defects),
        papers=papers_text(book.facts, sheets, book.workspace.folder / FILES),
        works=works_text(standing.findings, book.places),
        after=_after(book),
    )


def _project(book: _Book) -> ProjectFacts:
    types = types_over(book.workspace, book.standing)
    return replace(
        project_facts(book.office, book.standing.project, book.places),
        renovation_types=tuple((taxonomy_title(o.profile), taxonomy_level(o.name)) for o in types),
    )


def _first_checks(book: _Book, defects: list[Defect]) -> list[str]:
    """Say how often repairs passed their first re-check, party by party, and together."""
    rows = checks_over(book.office, book.standing.project.id, defects)
    return [first_checks_line([(one.unit, one.checks) for one in rows])] if rows else []


def _builders(book: _Book, defects: list[Defect]) -> tuple[BuilderRow, ...]:
    project_id = book.standing.project.id
    parties = book.office.parties.in_force(project_id)
    said = {one.party_id: one.text for one in book.office.appraisals.of_project(project_id)}
    return builder_rows(parties, book.facts, defects, book.sheets, said)


def _after(book: _Book) -> AfterText:
    photos = book.office.photos.of_project(book.standing.project.id)
    return AfterText(
        care=care_rows(book.facts),
        care_items=care_items(book.standing.findings, book.places),
        managed=managed_text(book.office, book.standing.project.id),
        handover=handover_lines(book.office, book.standing.project.id),
        warranties=warranty_lines(book.office, book.standing.project.id),
        spots=spots(photos, book.places),
    )


def _conflict(book: _Book, conflict: Conflict) -> ConflictRow:
    names = {place.id: place.name for place in book.places.values()}
    return ConflictRow(
        record=conflict.title,
        field=conflict_field(conflict),
        values=conflict_values(conflict, names),
    )


# -- chapter 1 ----------


def _parties(book: _Book) -> tuple[PartyRow, ...]:
    if book.sheets:
        return attending_parties(book.sheets[-1])
    return tuple(
        PartyRow(
            role=role_name(one.role),
            unit=one.unit,
            representative=printed_name(one.role, one.representative),
        )
        for one in book.office.parties.in_force(book.standing.project.id)
    )


def _scope(book: _Book) -> list[ScopeRow]:
    """Sum the scheme by item: planned and done quantities where they share a unit."""
    grouped: dict[tuple[str, str], list[Finding]] = {}
    for finding in book.standing.findings:
        grouped.setdefault((finding.item.discipline, finding.item.group), []).append(finding)
    return [_scope_row(book, findings) for findings in grouped.values()]


def _scope_row(book: _Book, findings: list[Finding]) -> ScopeRow:
    first = findings[0]
    duties = list(dict.fromkeys(duty_name(finding.row.duty) for finding in findings))
    planned, done = _quantity(findings, "planned_quantity"), _quantity(findings, "done_quantity")
    unit = next((f.row.quantity_unit for f in findings if f.row.quantity_unit), "") or ""
    difference = None if planned is None or done is None else done - planned
    notes = list(dict.fromkeys(f.row.note for f in findings if f.row.note))
    titles = {one.discipline.code: one.discipline for one in book.standing.disciplines}
    return ScopeRow(
        discipline=discipline_title(titles[first.item.discipline]),
        content=_("{group}（{items} 项，{places} 处）").format(
            group=group_title(first.item),
            items=len({finding.item.id for finding in findings}),
            places=len({finding.row.place_id for finding in findings}),
        ),
        duty=_("／").join(duties),
        planned=None if planned is None else f"{number_text(planned)} {unit}".strip(),
        done=None if done is None else f"{number_text(done)} {unit}".strip(),
        difference=difference_text(difference),
        reason=_("；").join(notes) or None,
    )


def _quantity(findings: list[Finding], field: str) -> Decimal | None:
    known = [
        (value, finding.row.quantity_unit)
        for finding in findings
        if (value := getattr(finding.row, field)) is not None
    ]
    if not known or len({unit for _value, unit in known}) > 1:
        return None
    return sum((value for value, _unit in known), Decimal(0))


# -- chapter 6 ----------


def _acceptance_day(book: _Book) -> str | None:
    if book.sheets:
        return day_text(book.sheets[-1].meeting.held_on)
    visits = book.office.visits.of_project(book.standing.project.id)
    joint = [visit for visit in visits if visit.kind is VisitKind.JOINT]
    return day_text(joint[-1].last_on) if joint else None


def _visits(book: _Book) -> list[VisitRow]:
    project_id = book.standing.project.id
    answers = book.office.answers.of_project(project_id)
    stated = [a.visit_id for a in answers if a.result.state is not AnswerState.UNCHECKED]
    visits = book.office.visits.of_project(project_id)
    return [visit_row(visit, stated.count(visit.id)) for visit in visits]


def visit_row(visit: Visit, answers: int) -> VisitRow:
    """Give a visit as papers show it."""
    return VisitRow(
        kind=visit_kind_name(visit.kind),
        day=f"{visit.first_on:%Y-%m-%d}"
        if visit.first_on == visit.last_on
        else f"{visit.first_on:%Y-%m-%d} – {visit.last_on:%m-%d}",
        people=_("、").join(visit.inspectors) or None,
        scope=visit.title,
        answers=answers,
    )


def _discipline(one: DisciplineStanding) -> DisciplineRow:
    together = one.summary.together
    passing, due = one.points
    return DisciplineRow(
        discipline=discipline_title(one.discipline),
        due=together.total,
        passed=together.passed,
        failed=together.failed,
        not_applicable=together.not_applicable,
        unchecked=together.unchecked,
        dominant_percent=_percent(one.summary.dominant),
        general_percent=_points_percent(passing, due),
        verdict=status_name(together.status),
        is_against=together.status is Status.FAIL,
    )


def _total(standing: Standing) -> DisciplineRow:
    rows = [one.summary.together for one in standing.disciplines]
    dominant = [one.summary.dominant for one in standing.disciplines]
    together = _added(rows)
    passing = sum(one.points[0] for one in standing.disciplines)
    due = sum(one.points[1] for one in standing.disciplines)
    return DisciplineRow(
        discipline=_("合计"),
        due=together.total,
        passed=together.passed,
        failed=together.failed,
        not_applicable=together.not_applicable,
        unchecked=together.unchecked,
        dominant_percent=_percent(_added(dominant)),
        general_percent=_points_percent(passing, due),
        verdict=status_name(together.status),
        is_against=together.status is Status.FAIL,
    )


def _added(tallies: list[Tally]) -> Tally:
    return Tally(
        unchecked=sum(tally.unchecked for tally in tallies),
        passed=sum(tally.passed for tally in tallies),
        failed=sum(tally.failed for tally in tallies),
        not_applicable=sum(tally.not_applicable for tally in tallies),
    )


def _percent(tally: Tally) -> str | None:
    return None if tally.rate is None else tally.rate.text


def _points_percent(passing: int, due: int) -> str | None:
    return Rate(passing, due).text if due else None


def _result_line(standing: Standing, total: DisciplineRow) -> str:
    return result_line(
        standing.figures,
        places=len({finding.row.place_id for finding in standing.findings}),
        checked=total.checked,
        failed=total.failed,
        na=total.not_applicable,
    )


def _measured(book: _Book) -> list[MeasuredRow]:
    return [
        _measured_row(book, finding)
        for finding in book.standing.findings
        if finding.assessment is not None and finding.readings
    ]


def _measured_row(book: _Book, finding: Finding) -> MeasuredRow:
    seen, answer = finding.assessment, finding.answer
    if seen is None or answer is None:
        message = "only measured findings have a row"
        raise ValueError(message)
    design = answer.design_value or finding.row.design_value
    failing = set(seen.failing)
    return MeasuredRow(
        item=f"{finding.item.id} {item_title(finding.item)}",
        place=place_text(finding.row.place_id, book.places) or "—",
        limit=limit_text(
            finding.item,
            answer.variant or finding.row.variant,
            Decimal(design) if design else None,
        ),
        readings=tuple(
            ReadingText(number_text(reading.value), position not in failing)
            for position, reading in enumerate(finding.readings)
        ),
        computation=(computation(seen),),
        verdict=_stated(finding.state),
        unit=finding.item.answer.unit,
        worst=number_text(seen.worst) if seen.worst is not None else None,
        is_against=finding.state is AnswerState.FAIL,
    )


def _not_applicable(book: _Book) -> list[NotApplicableRow]:
    """Gather what does not apply by item and reason, with all its places."""
    places: dict[tuple[str, str], list[str]] = {}
    dropped = dropped_failures(book.office, book.standing)
    for finding in book.standing.findings:
        if finding.answer is None or finding.state is not AnswerState.NOT_APPLICABLE:
            continue
        item = f"{finding.item.id} {item_title(finding.item)}"
        reason = reason_said(finding.item, finding.answer.result)
        if finding.row.id in dropped:
            reason = _("原判不合格，后改为不适用：{reason}").format(reason=reason)
        place = place_text(finding.row.place_id, book.places) or "—"
        places.setdefault((item, reason), []).append(place)
    return [
        NotApplicableRow(item=item, places=_("；").join(where), reason=reason)
        for (item, reason), where in places.items()
    ]


def _stated(state: AnswerState) -> str:
    return answer_name(state)


# -- chapter 9 and annex E ----------


def _conclusion(standing: Standing) -> ConclusionText:
    conclusion = standing.conclusion
    return ConclusionText(
        kind=conclusion.kind,
        title=conclusion_title(conclusion.kind),
        wording=conclusion_wording(conclusion),
        reasons=tuple(ReasonLine(reason_text(r), r.is_met, r.binding) for r in conclusion.reasons),
    )


def _statement(book: _Book) -> DataStatement:
    project_id = book.standing.project.id
    photos = book.office.photos.of_project(project_id)
    files = sorted({(photo.sha256, photo.size) for photo in photos})
    refs = {finding.answer.pack for finding in book.standing.findings if finding.answer}
    refs |= {finding.row.pack for finding in book.standing.findings}
    packs = sorted(refs, key=lambda ref: (ref.pack_id, ref.version, ref.hash))
    return DataStatement(
        packs=tuple(_pack_text(book.workspace.pack(ref)) for ref in packs),
        counts=(
            (_("部位"), len(book.places)),
            (_("检查项次"), len(book.standing.findings)),
            (_("问题"), len(book.office.defects.of_project(project_id))),
            (_("照片"), len(photos)),
        ),
        file_count=len(files),
        file_bytes=sum(size for _sha256, size in files),
        file_list_sha256=hashlib.sha256(canonical(files).encode()).hexdigest(),
        content_sha256=content_hash(book.office.db),
        schema_version=SCHEMA_VERSION,
    )


def _pack_text(pack: Pack) -> PackText:
    return PackText(
        title=local(pack.head.title_zh, pack.head.title_en),
        version=pack.version,
        sha256=pack.hash,
        editions_checked_on=pack.head.checked_on,
    )


def program_name() -> str:
    """Name this program and its version as papers do."""
    return f"Inspector {__version__}"
