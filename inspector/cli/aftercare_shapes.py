"""How what follows an acceptance is shown on the command line."""

from collections.abc import Iterable

from inspector.cli.telling import facts, table
from inspector.core.aftercare.account import SOURCES, STAGES
from inspector.core.aftercare.care import GROUPS, CarePoint
from inspector.core.aftercare.claim import WarrantyClaim
from inspector.core.aftercare.handover import HandoverRow
from inspector.core.aftercare.warranty import Warranty
from inspector.operations.aftercare import Aftercare, CareVisit, ClaimLine
from inspector.words.aftercare import (
    care_state_name,
    claim_state_name,
    cover_text,
    difference_text,
    group_name,
    handover_kind_name,
    lack_text,
    least_text,
    mode_name,
    point_text,
    tally_text,
    warranty_kind_name,
    warranty_state_name,
    yuan_text,
)
from inspector.words.language import _
from inspector.words.records import field_name

Shape = dict[str, object]


def aftercare_shape(view: Aftercare) -> Shape:
    """Show everything."""
    return {
        "project": view.project.code,
        "accepted_on": view.accepted_on,
        "account": account_shape(view),
        "management": view.management,
        "warranties": [warranty_shape(view, one) for one in view.warranties],
        "handover": [handover_shape(row) for row in view.handover],
        "visits": [care_shape(one) for one in view.visits],
        "claims": [claim_shape(view, one) for one in view.claims],
    }


def account_shape(view: Aftercare) -> Shape:
    """Show the final account with its differences and what it lacks."""
    account = view.account
    return {
        **{name: getattr(account, name) for name in (*STAGES, *SOURCES)},
        "funded": account.funded,
        "differences": [
            {
                "part": one.part,
                "whole": one.whole,
                "amount": one.amount,
                "over": one.is_over,
                "text": difference_text(one),
            }
            for one in view.differences
        ],
        "explanation": account.explanation,
        "due_on": view.due_on,
        "overdue": view.is_overdue,
        "approved_on": account.approved_on,
        "approved_by": account.approved_by,
        "approval_paper": account.approval_paper,
        "lacks": [{"id": lack, "text": lack_text(lack)} for lack in view.lacks],
    }


def warranty_shape(view: Aftercare, one: Warranty) -> Shape:
    """Show a warranty with how it stands."""
    return {
        "id": one.id,
        "code": one.kind,
        "title": one.part,
        "kind": one.kind,
        "part": one.part,
        "starts_on": one.starts_on,
        "months": one.months,
        "ends_on": one.ends_on,
        "least": least_text(one.kind),
        "state": one.state(view.today),
        "party": _unit(view, one),
        "paper": one.paper,
    }


def claim_shape(view: Aftercare, line: ClaimLine) -> Shape:
    """Show a claim with whether it is within its warranty."""
    one, warranty = line.claim, line.warranty
    return {
        "id": one.id,
        "code": one.number,
        "title": one.text,
        "number": one.number,
        "reported_on": one.reported_on,
        "place_id": one.place_id,
        "place": line.place,
        "text": one.text,
        "warranty_id": one.warranty_id,
        "warranty": warranty.part if warranty else None,
        "ends_on": warranty.ends_on if warranty else None,
        "cover": line.cover,
        "party": _unit(view, one),
        "state": one.state,
        "repaired_on": one.repaired_on,
        "repaired_by": one.repaired_by,
        "repair": one.repair,
        "closed_on": one.closed_on,
        "closed_by": one.closed_by,
        "note": one.note,
        "photos": {
            "before": [photo.id for photo in line.before],
            "after": [photo.id for photo in line.after],
        },
    }


def _unit(view: Aftercare, one: Warranty | WarrantyClaim) -> str | None:
    party = view.parties.get(one.party_id or "")
    return party.unit if party else None


def handover_shape(row: HandoverRow) -> Shape:
    """Show a line of the handover list."""
    return {
        "id": row.id,
        "code": row.kind,
        "title": row.item,
        "kind": row.kind,
        "item": row.item,
        "quantity": row.quantity,
        "receiver": row.receiver,
        "handed_on": row.handed_on,
        "paper": row.paper,
        "note": row.note,
    }


def care_shape(one: CareVisit) -> Shape:
    """Show what a visit found of every point."""
    visit = one.visit
    return {
        "id": visit.id,
        "code": visit.number,
        "title": visit.title,
        "first_on": visit.first_on,
        "inspectors": visit.inspectors,
        "lists": [
            {
                "id": tally.group,
                "title": group_name(tally.group),
                "held": tally.held,
                "partly": tally.partly,
                "lacking": tally.lacking,
                "unchecked": tally.unchecked,
            }
            for tally in one.tallies
        ],
        "points": [
            {
                "id": point,
                "list": GROUPS[point],
                "title": point_text(point),
                "state": answer.state if answer else None,
                "note": answer.note if answer else None,
                "photos": [photo.id for photo in one.photos.get(point, ())],
            }
            for point in CarePoint
            for answer in (one.answers.get(point),)
        ],
    }


def aftercare_lines(view: Aftercare) -> tuple[str, ...]:
    """Write everything, one list below the other."""
    return (
        *account_lines(view),
        "",
        *management_lines(view),
        "",
        *warranty_lines(view, view.warranties),
        "",
        *handover_lines(view.handover),
        *(("", *claim_lines(view)) if view.claims else ()),
        *(line for one in view.visits for line in ("", *care_lines(one))),
    )


def account_lines(view: Aftercare) -> tuple[str, ...]:
    """Write the final account."""
    account = view.account
    sums = ((name, getattr(account, name)) for name in (*STAGES, *SOURCES, "funded"))
    told = (
        *((field_name(name), None if sum_ is None else yuan_text(sum_)) for name, sum_ in sums),
        (field_name("explanation"), account.explanation),
        (_("决算期限"), view.due_on),
        *((field_name(n), getattr(account, n)) for n in ("approved_by", "approved_on")),
        (field_name("approval_paper"), account.approval_paper),
    )
    marks = [f"  {difference_text(one)}" for one in view.differences if one.amount]
    lacks = [f"  {lack_text(one)}" for one in view.lacks]
    late = [_("  竣工财务决算已逾期")] if view.is_overdue else []
    return (field_name("final_account"), *facts(told), *marks, *lacks, *late)


def management_lines(view: Aftercare) -> tuple[str, ...]:
    """Write who manages the place."""
    one = view.management
    names = ("body", "agreement", "signed_on", "until_on", "fund_on", "rules_on", "note")
    told = (
        (field_name("mode"), mode_name(one.mode) if one.mode else None),
        *((field_name(name), getattr(one, name)) for name in names),
    )
    return (field_name("management"), *facts(told))


def warranty_lines(view: Aftercare, warranties: Iterable[Warranty]) -> tuple[str, ...]:
    """Write warranties with their ends."""
    headers = (
        *(field_name("kind"), field_name("part"), field_name("starts_on"), field_name("ends_on")),
        *(field_name("state"), field_name("party_id"), "id"),
    )
    rows = (
        (
            *(warranty_kind_name(one.kind), one.part, one.starts_on, one.ends_on),
            warranty_state_name(one.state(view.today)),
            *(_unit(view, one), one.id),
        )
        for one in warranties
    )
    return (field_name("warranty"), *table(headers, rows))


def claim_lines(view: Aftercare, lines: Iterable[ClaimLine] | None = None) -> tuple[str, ...]:
    """Write claims with how far they are."""
    names = ("number", "reported_on", "place_id", "text", "party_id")
    headers = (
        *(*(field_name(name) for name in names), _("质保")),
        *(field_name("state"), field_name("repaired_on"), field_name("closed_on")),
    )
    rows = (
        (
            *(line.claim.number, line.claim.reported_on, line.place, line.claim.text),
            *(_unit(view, line.claim), cover_text(line.cover)),
            claim_state_name(line.claim.state),
            *(line.claim.repaired_on, line.claim.closed_on),
        )
        for line in (view.claims if lines is None else lines)
    )
    return (field_name("warranty_claim"), *table(headers, rows))


def handover_lines(rows: Iterable[HandoverRow]) -> tuple[str, ...]:
    """Write the handover list."""
    names = ("item", "quantity", "receiver", "handed_on", "paper", "note", "id")
    headers = (field_name("kind"), *(field_name(name) for name in names))
    cells = (
        (handover_kind_name(row.kind), *(getattr(row, name) for name in names)) for row in rows
    )
    return (field_name("handover_row"), *table(headers, cells))


def care_lines(one: CareVisit) -> tuple[str, ...]:
    """Write what a visit found, point by point."""
    lists = "　".join(tally_text(tally) for tally in one.tallies)
    head = f"{one.visit.number}　{one.visit.title}　{lists}"
    answers = ((point, one.answers.get(point)) for point in CarePoint)
    rows = (
        (
            *(point.value, group_name(GROUPS[point]), point_text(point)),
            *(care_state_name(found.state if found else None), found.note if found else None),
            len(one.photos.get(point, ())),
        )
        for point, found in answers
    )
    names = ("point", "result", "note", "photo")
    headers = ("", _("清单"), *(field_name(name) for name in names))
    return (head, *table(headers, rows))
