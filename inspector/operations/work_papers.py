"""What was done, sampled and tested, by item and place: T3 by building, T9, chapter 4, annexes."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal

from inspector.core.checklists import AnswerState, EvidenceKind
from inspector.core.evidence import Photo
from inspector.core.papers import (
    BlockRow,
    CareItemRow,
    QuantityRow,
    SampleRow,
    SpotRow,
    TrialRow,
    WorksText,
)
from inspector.core.projects import Place, block_of, by_tree
from inspector.operations.paper_photos import place_text
from inspector.operations.standing import Finding
from inspector.words.acceptance import datum_text
from inspector.words.checklists import (
    control_name,
    item_title,
    limit_text,
    method,
    number_text,
    reason_said,
    requirement,
    sampling,
    state_name,
)
from inspector.words.language import _

_LONG_TERM = "LM"
"""The discipline of the items of long-term management in the packs of this country."""
_FEW = 3
"""Places that are named one by one."""
_STEP = Decimal("0.00001")
"""About a metre on the ground: a mean of photos tells no more."""
Places = dict[str, Place]


def works_text(findings: Sequence[Finding], places: Places) -> WorksText:
    """Put the works into tables: by building, by quantity, by sample and by test."""
    return WorksText(
        blocks=tuple(_blocks(findings, places)),
        quantities=tuple(_quantity(one, places) for one in findings if _is_measured_out(one)),
        samples=tuple(_sample(own) for own in _by_item(findings).values()),
        trials=tuple(_trials(findings, places)),
    )


def _by_item(findings: Iterable[Finding]) -> dict[str, list[Finding]]:
    grouped: dict[str, list[Finding]] = {}
    for finding in findings:
        grouped.setdefault(finding.item.id, []).append(finding)
    return grouped


def item_text(finding: Finding) -> str:
    """Name an item by number and title."""
    return f"{finding.item.id} {item_title(finding.item)}"


# -- T3: by building and by quantity ----------


def _blocks(findings: Iterable[Finding], places: Places) -> Iterator[BlockRow]:
    counts: dict[str, Counter[AnswerState]] = {}
    for finding in findings:
        block = block_of(finding.row.place_id, places)
        counts.setdefault(block.id if block else "", Counter())[finding.state] += 1
    order = [place.id for _depth, place in by_tree(list(places.values()))]
    for block_id in [*order, ""]:
        if block_id in counts:
            states = counts[block_id]
            yield BlockRow(
                place=place_text(block_id or None, places) or _("部位不明"),
                items=states.total(),
                passed=states[AnswerState.PASS],
                failed=states[AnswerState.FAIL],
                not_applicable=states[AnswerState.NOT_APPLICABLE],
                unchecked=states[AnswerState.UNCHECKED],
            )


def _is_measured_out(finding: Finding) -> bool:
    row = finding.row
    return row.planned_quantity is not None or row.done_quantity is not None


def _quantity(finding: Finding, places: Places) -> QuantityRow:
    row = finding.row
    unit = row.quantity_unit or ""
    planned, done = row.planned_quantity, row.done_quantity
    difference = None if planned is None or done is None else done - planned
    return QuantityRow(
        item=item_text(finding),
        place=place_text(row.place_id, places) or "—",
        planned=None if planned is None else f"{number_text(planned)} {unit}".strip(),
        done=None if done is None else f"{number_text(done)} {unit}".strip(),
        difference=difference_text(difference),
        note=row.note,
        is_against=difference is not None and difference < 0 and not row.note,
    )


def difference_text(difference: Decimal | None) -> str | None:
    """Write what was done more, or less, than planned; nothing is 0, in whatever unit."""
    if difference is None:
        return None
    return number_text(difference, signed=True) if difference else "0"


# -- chapter 4: method and sampling ----------


def _sample(findings: list[Finding]) -> SampleRow:
    first = findings[0]
    return SampleRow(
        item=item_text(first),
        control=control_name(first.item.control),
        method=method(first.item),
        sampling=sampling(first.item),
        places=len(findings),
        checked=sum(one.state is not AnswerState.UNCHECKED for one in findings),
    )


# -- T9: tests ----------


def _trials(findings: Iterable[Finding], places: Places) -> Iterator[TrialRow]:
    """Gather what a test proves by item and result, with all its places."""
    tested = [one for one in findings if EvidenceKind.TEST_REPORT in one.item.evidence]
    wholes = Counter(one.item.id for one in tested)
    grouped: dict[tuple[str, AnswerState], list[Finding]] = {}
    for finding in tested:
        grouped.setdefault((finding.item.id, finding.state), []).append(finding)
    for (item_id, state), own in grouped.items():
        first = own[0]
        yield TrialRow(
            item=item_text(first),
            demand=limit_text(first.item, first.row.variant) or requirement(first.item),
            places=_places(own, places, whole=wholes[item_id]),
            days=_days(own),
            verdict=state_name(state),
            note=_notes(own),
            is_against=state in {AnswerState.FAIL, AnswerState.UNCHECKED},
        )


def _places(findings: Sequence[Finding], places: Places, whole: int) -> str:
    """Name the places: all of them, by building where there are many, each where there are few."""
    ids = [one.row.place_id for one in findings]
    if len(ids) <= _FEW:
        return _("；").join(place_text(place_id, places) or "—" for place_id in ids)
    if len(ids) == whole:
        return _("全部 {count} 处").format(count=whole)
    blocks = (block_of(place_id, places) for place_id in ids)
    counts = Counter(place_text(block.id, places) if block else None for block in blocks)
    return _("；").join(
        _("{place} {count} 处").format(place=place or "—", count=count)
        for place, count in counts.items()
    )


def _days(findings: Iterable[Finding]) -> str | None:
    days = sorted({one.visit.last_on for one in findings if one.visit is not None})
    return "\n".join(dict.fromkeys((days[0].isoformat(), days[-1].isoformat()))) if days else None


def _notes(findings: Iterable[Finding]) -> str | None:
    told = (_note(one) for one in findings)
    return _("；").join(dict.fromkeys(note for note in told if note)) or None


def _note(finding: Finding) -> str | None:
    answer = finding.answer
    if answer is None:
        return None
    reason = ""
    if finding.state is AnswerState.NOT_APPLICABLE:
        reason = reason_said(finding.item, answer.result)
    return _("；").join(part for part in (reason, answer.note) if part) or None


# -- annexes C and D ----------


def care_items(findings: Iterable[Finding], places: Places) -> tuple[CareItemRow, ...]:
    """Give what visits found for the items of long-term management."""
    return tuple(
        CareItemRow(
            item=item_text(one),
            place=place_text(one.row.place_id, places) or "—",
            verdict=state_name(one.state),
            note=_note(one),
            is_against=one.state is AnswerState.FAIL,
        )
        for one in findings
        if one.item.discipline == _LONG_TERM
    )


def spots(photos: Iterable[Photo], places: Places) -> tuple[SpotRow, ...]:
    """Say where each building or outdoor part lies, by the mean of its photos' positions."""
    grouped: dict[tuple[str, str], list[Photo]] = {}
    for photo in photos:
        block = block_of(photo.place_id, places) if photo.place_id else None
        if block is not None and photo.facts.position is not None:
            grouped.setdefault((block.id, photo.facts.position.datum), []).append(photo)
    order = {place.id: at for at, (_depth, place) in enumerate(by_tree(list(places.values())))}
    found = sorted(grouped.items(), key=lambda one: (order[one[0][0]], one[0][1]))
    return tuple(
        SpotRow(
            label=str(number),
            place=place_text(block_id, places) or "—",
            latitude=_mean([p.facts.position.latitude for p in own if p.facts.position]),
            longitude=_mean([p.facts.position.longitude for p in own if p.facts.position]),
            datum=datum_text(datum),
            photos=len(own),
        )
        for number, ((block_id, datum), own) in enumerate(found, start=1)
    )


def mean_position(photos: Iterable[Photo]) -> tuple[Decimal, Decimal] | None:
    """Give latitude and longitude in the middle of the photos that have a position."""
    known = [photo.facts.position for photo in photos if photo.facts.position is not None]
    if not known:
        return None
    return _mean([one.latitude for one in known]), _mean([one.longitude for one in known])


def _mean(values: list[Decimal]) -> Decimal:
    return (sum(values, Decimal(0)) / len(values)).quantize(_STEP)
