"""How reply sheets look in `--json` and in lines."""

from collections.abc import Iterator

from inspector.cli.shapes import Shape
from inspector.cli.telling import table
from inspector.operations.replies import ReplyPlan, ReplyReceipt
from inspector.words.language import _
from inspector.words.records import field_name
from inspector.words.replies import (
    bare_text,
    owing_text,
    receipt_text,
    unanswered_text,
    unplaced_text,
)


def plan_shape(plan: ReplyPlan) -> Shape:
    """Show what taking a reply in does."""
    return {
        "id": plan.notice.id,
        "code": plan.notice.number,
        "title": plan.file.name,
        "answers": [
            {
                "id": one.defect.id,
                "code": one.defect.number,
                "title": one.row.measure,
                "row": one.row.row,
                "done_on": one.row.done_on,
                "done_by": one.row.done_by,
                "pictures": len(one.pictures),
                "known": one.is_known,
            }
            for one in plan.answers
        ],
        "unplaced": [one.part for one in plan.unplaced],
        "bare": plan.bare,
        "owing": plan.owing,
        "unanswered": plan.unanswered,
    }


def plan_lines(plan: ReplyPlan) -> Iterator[str]:
    """Say what taking a reply in does."""
    headers = (
        *(field_name("number"), field_name("done_on"), field_name("done_by")),
        *(_("照片"), _("情况"), _("整改情况")),
    )
    rows = (
        (
            *(one.defect.number, one.row.done_on, one.row.done_by, len(one.pictures)),
            *(_("已收过") if one.is_known else _("新回复"), one.row.measure),
        )
        for one in plan.answers
    )
    yield from table(headers, rows)
    if plan.unplaced:
        yield unplaced_text(len(plan.unplaced))
    if plan.bare:
        yield bare_text(plan.bare)
    if plan.owing:
        yield owing_text(plan.owing)
    if plan.unanswered:
        yield unanswered_text(plan.unanswered)


def receipt_shape(receipt: ReplyReceipt) -> Shape:
    """Show what became of a reply."""
    photos = receipt.photos
    return {
        **plan_shape(receipt.plan),
        "sha256": receipt.reply.sha256,
        "changed": receipt.changed,
        "linked": photos.linked,
        "loose": photos.loose,
        "refused": [one.file.name for one in photos.refused],
    }


def receipt_lines(receipt: ReplyReceipt) -> Iterator[str]:
    """Say what became of a reply."""
    yield from plan_lines(receipt.plan)
    photos = receipt.photos
    yield receipt_text(
        receipt.plan.notice.number, len(receipt.plan.fresh), photos.linked, photos.loose
    )
