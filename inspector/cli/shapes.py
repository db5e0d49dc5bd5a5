"""How records look in `--json`: every one has id, code and title; the names are fixed."""

from collections.abc import Iterable
from dataclasses import asdict
from datetime import UTC, datetime
from decimal import Decimal

from inspector.core.checklists import Item, Pack
from inspector.core.inspections import Visit
from inspector.core.issued import IssuedReport, SealedBundle
from inspector.core.lookups import CheckedPaper
from inspector.core.photos import PhotoFacts
from inspector.core.projects import Party, Place, Programme, Project
from inspector.core.rechecks import Recheck
from inspector.operations.defects import DefectLine
from inspector.operations.disclosures import VisitLists
from inspector.operations.history import HistoryLine
from inspector.operations.inspecting import ItemLine
from inspector.operations.notices import NoticeLine
from inspector.operations.packs import PackLine, pack_code
from inspector.operations.past import PastRecord
from inspector.operations.photos import PhotoLine
from inspector.operations.programmes import YearLine
from inspector.operations.projects import ProjectSummary
from inspector.words.checklists import group_title, item_title, method, requirement, sampling
from inspector.words.language import local
from inspector.words.records import role_name
from inspector.words.reports import part_name
from inspector.words.signatures import seal_text
from inspector.words.verdicts import computation

Shape = dict[str, object]


def project_shape(project: Project) -> Shape:
    """Show a project."""
    return {
        "id": project.id,
        "code": project.code,
        "title": project.name,
        "plan_year": project.plan_year,
        "district": project.district,
        "subdistrict": project.subdistrict,
        "address": project.address,
        "approval_number": project.approval_number,
        "investment_yuan": project.investment_yuan,
        "planned_start_on": project.planned_start_on,
        "planned_finish_on": project.planned_finish_on,
        "started_on": project.started_on,
        "finished_on": project.finished_on,
    }


def summary_shape(summary: ProjectSummary) -> Shape:
    """Show a project with its numbers."""
    names = (
        *("buildings", "due", "answered", "failed"),
        *("open_defects", "open_critical", "photos", "visits"),
    )
    return {
        **project_shape(summary.project),
        "counts": {name: getattr(summary, name) for name in names},
    }


def place_shape(place: Place, depth: int = 0) -> Shape:
    """Show a place and how deep in the tree it stands."""
    return {
        "id": place.id,
        "code": place.code,
        "title": place.name,
        "kind": place.kind,
        "project_id": place.project_id,
        "parent_id": place.parent_id,
        "depth": depth,
        "facts": place.facts,
    }


def programme_shape(programme: Programme, years: Iterable[YearLine] = ()) -> Shape:
    """Show a programme, and its years where they are asked for."""
    return {
        "id": programme.id,
        "code": programme.name,
        "title": programme.name,
        "district": programme.district,
        "first_year": programme.first_year,
        "last_year": programme.last_year,
        "cutoff_year": programme.cutoff_year,
        "communities": programme.communities,
        "buildings": programme.buildings,
        "flats": programme.flats,
        "households": programme.households,
        "floor_area_m2": programme.floor_area_m2,
        "years": [
            {"year": one.year, **asdict(one.targets), "projects": one.projects} for one in years
        ],
    }


def party_shape(party: Party) -> Shape:
    """Show a party; the phone is personal and stays out."""
    return {
        "id": party.id,
        "code": party.role,
        "title": party.unit,
        "role": role_name(party.role),
        "project_id": party.project_id,
        "representative": party.representative,
        "dismissed": asdict(party.dismissed) if party.dismissed else None,
    }


def visit_shape(visit: Visit) -> Shape:
    """Show a visit."""
    return {
        "id": visit.id,
        "code": visit.number,
        "title": visit.title,
        "kind": visit.kind,
        "project_id": visit.project_id,
        "first_on": visit.first_on,
        "last_on": visit.last_on,
        "inspectors": visit.inspectors,
        "note": visit.note,
    }


def lists_shape(known: VisitLists) -> Shape:
    """Show what was told of a visit, list by list, and what was not."""
    return {
        **visit_shape(known.visit),
        "lists": [
            {
                "id": one.id,
                "code": one.number,
                "title": one.reason or "",
                "issued_on": one.issued_on,
                "supplement": one.is_supplement,
                "rows": one.rows,
            }
            for one in known.lists
        ],
        "untold": [defect.number for defect in known.untold],
    }


def pack_line_shape(line: PackLine) -> Shape:
    """Show a pack in a list."""
    return {
        "id": line.ref.pack_id,
        "code": line.code,
        "title": local(line.title_zh, line.title_en),
        "version": line.ref.version,
        "hash": line.ref.hash,
    }


def pack_shape(pack: Pack, items: list[Item] | None = None) -> Shape:
    """Show a pack with its items, or some of them."""
    head = pack.head
    return {
        "id": pack.id,
        "code": pack_code(pack.ref),
        "title": local(head.title_zh, head.title_en),
        "version": pack.version,
        "hash": pack.hash,
        "region": head.region,
        "checked_on": head.checked_on,
        "disciplines": [
            {"code": one.code, "title": local(one.title_zh, one.title_en)}
            for one in head.disciplines
        ],
        "items": [item_shape(item) for item in (pack.items if items is None else items)],
    }


def item_shape(item: Item) -> Shape:
    """Show an item of a checklist."""
    return {
        "id": item.id,
        "code": item.id,
        "title": item_title(item),
        "title_zh": item.title_zh,
        "title_en": item.title_en,
        "discipline": item.discipline,
        "level": item.level,
        "duty": item.duty,
        "control": item.control,
        "tier": item.tier,
        "severity": item.severity_default,
        "confidence": item.confidence,
        "group": group_title(item),
        "requirement": requirement(item),
        "requirement_zh": item.requirement_zh,
        "requirement_en": item.requirement_en,
        "method": method(item),
        "answer": item.answer,
        "variants": item.variants,
        "sampling": sampling(item),
        "evidence": item.evidence,
        "refs": item.refs,
    }


def answer_shape(line: ItemLine) -> Shape:
    """Show what was found of an item at a place."""
    answer, seen = line.answer, line.assessment
    return {
        "id": answer.id if answer else None,
        "code": line.item.id,
        "title": item_title(line.item),
        "visit_id": line.spot.visit_id,
        "place_id": line.spot.place_id,
        "state": line.state,
        "reason": (answer.result.reason or answer.result.rule) if answer else None,
        "rule": answer.result.rule if answer else None,
        "readings": [{"id": one.id, "value": one.value} for one in line.readings],
        "variant": line.variant,
        "choice": answer.choice if answer else None,
        "design_value": line.design_value,
        "due_points": line.due_points,
        "note": answer.note if answer else None,
        "duty": line.duty,
        "assessment": seen.status if seen else None,
        "computation": computation(seen) if seen else None,
        "contradiction": line.contradiction,
        "defects": line.defect_numbers,
    }


def defect_shape(line: DefectLine) -> Shape:
    """Show a defect."""
    defect = line.defect
    return {
        "id": defect.id,
        "code": defect.number,
        "title": defect.text,
        "number": defect.number,
        "text": defect.text,
        "project_id": defect.project_id,
        "place_id": defect.place_id,
        "place": "/".join(place.name for place in line.place_path),
        "item_id": defect.item_id,
        "severity": defect.severity,
        "state": defect.state,
        "reason": defect.standing.reason,
        "party_id": defect.party_id,
        "party": line.party.unit if line.party else None,
        "due_on": defect.due_on,
        "overdue": line.overdue,
        "measured": defect.measured,
        "demand": defect.demand,
        "visit_id": defect.visit_id,
        "photo_ids": line.photo_ids,
        "same_number": line.bearers - 1,
    }


def notice_shape(line: NoticeLine) -> Shape:
    """Show a rectification notice."""
    notice = line.notice
    return {
        "id": notice.id,
        "code": notice.number,
        "title": line.party.unit if line.party else "",
        "project_id": notice.project_id,
        "party_id": notice.party_id,
        "issued_on": notice.issued_on,
        "due_on": notice.due_on,
        "term": notice.term,
        "recheck_mode": notice.recheck_mode,
        "demand": notice.demand,
        "defect_ids": notice.defect_ids,
        "open_defects": line.open_defects,
        "replied_defects": line.standing.replied,
        "overdue_defects": line.standing.overdue,
        "overdue_days": line.standing.days,
        "withdrawn": notice.withdrawn is not None,
        "reason": notice.withdrawn.reason if notice.withdrawn else None,
    }


def photo_shape(line: PhotoLine) -> Shape:
    """Show a photo with what its file says of place and time.

    Coordinates, metres and degrees are plain JSON numbers, as every map program wants them; the
    database keeps the exact decimals.
    """
    photo = line.photo
    return {
        "id": photo.id,
        "code": photo.sha256[:12],
        "title": photo.caption or photo.name,
        "sha256": photo.sha256,
        "name": photo.name,
        "size": photo.size,
        **_place_shape(photo.facts),
        **_camera_shape(photo.facts),
        "project_id": photo.project_id,
        "visit_id": photo.visit_id,
        "place_id": photo.place_id,
        "caption": photo.caption,
        "photographer": photo.photographer,
        "people": photo.people,
        "background": photo.background,
        "taken_said": photo.taken_said,
        "group_title": photo.group_title,
        "notes": photo.facts.notes,
        "doubts": line.doubts,
        "is_here": line.is_here,
        "whereabouts": line.where,
        "links": [
            {"target": link.target, "target_id": link.target_id, "role": link.role}
            for link in line.links
        ],
    }


def _place_shape(facts: PhotoFacts) -> Shape:
    position = facts.position
    return {
        "latitude": _number(position.latitude if position else None),
        "longitude": _number(position.longitude if position else None),
        "position_reason": facts.position_reason,
        "position_source": position.source if position else None,
        "datum": position.datum if position else facts.datum,
        "altitude_m": _number(facts.altitude_m),
        "direction_deg": _number(facts.direction_deg),
        "direction_ref": facts.direction_ref,
        "accuracy_m": _number(facts.accuracy_m),
    }


def _camera_shape(facts: PhotoFacts) -> Shape:
    return {
        "mime": facts.mime,
        "width": facts.width,
        "height": facts.height,
        "taken_local": facts.taken_local,
        "utc_offset": facts.utc_offset,
        "offset_source": facts.offset_source,
        "make": facts.make,
        "model": facts.model,
        "orientation": facts.orientation,
    }


def _number(value: Decimal | None) -> float | None:
    return None if value is None else float(value)


def report_shape(report: IssuedReport) -> Shape:
    """Show a report that was made."""
    shown = {name: value for name, value in _fields(report).items() if name != "parts"}
    return {"code": report.number, **shown}


def checked_shape(look: CheckedPaper) -> Shape:
    """Show how a paper stands to the records."""
    return {
        "state": look.state,
        "asked": look.asked,
        "report": report_shape(look.report) if look.report else None,
        "paper": look.paper,
        "changed": [{"part": key, "title": part_name(key)} for key in look.changed],
        "newer": look.newer,
        "file": look.file,
        "program": look.program,
        "signatures": [
            {
                "holder": seal.certificate.holder if seal.certificate else None,
                "unit": seal.certificate.unit if seal.certificate else None,
                "holds": seal.holds,
                "is_trusted": seal.is_trusted,
                "title": seal_text(seal),
            }
            for seal in look.seals
        ],
    }


def bundle_shape(bundle: SealedBundle) -> Shape:
    """Show a bundle that was sealed."""
    return {"code": bundle.number, "title": bundle.name, **_fields(bundle)}


def recheck_shape(row: Recheck) -> Shape:
    """Show what a recheck found of one bundle."""
    shown = {name: getattr(row, name) for name in row.__dataclass_fields__}
    return {**shown, "checked_at": row.checked_at.isoformat(timespec="seconds")}


def _fields(record: IssuedReport | SealedBundle) -> Shape:
    return {name: getattr(record, name) for name in record.__dataclass_fields__}


def history_shape(line: HistoryLine) -> Shape:
    """Show one entry of a history."""
    return {
        "id": line.record_id,
        "code": f"{line.table}.{line.column}",
        "title": line.person,
        "at": datetime.fromtimestamp(line.at_ms / 1000, UTC).isoformat(timespec="milliseconds"),
        "person": line.person,
        "device": line.device,
        "table": line.table,
        "column": line.column,
        "before": line.before,
        "after": line.after,
        "sealed": line.sealed,
        "entry": line.opid,
        "settles": line.settles,
        "skew_ms": line.skew_ms,
        "package": asdict(line.origin) if line.origin else None,
    }


def past_shape(record: PastRecord) -> Shape:
    """Show a record as it was."""
    return {
        "id": record.id,
        "table": record.table,
        "deleted": record.is_deleted,
        "fields": dict(record.fields),
        "withheld": sorted(record.withheld),
    }
