"""The fields of a claim within a warranty, and what is said of how it stands."""

from collections.abc import Iterable, Mapping
from typing import Any

from inspector.core.aftercare.claim import ClaimState, Cover
from inspector.core.aftercare.warranty import Warranty
from inspector.core.projects import Place
from inspector.operations.aftercare import ClaimLine
from inspector.operations.claims import ClaimDraft
from inspector.ui.kit.style.tokens import Tone
from inspector.ui.screens.projects.forms.model import FieldKind, FieldSpec
from inspector.words.aftercare import claim_state_name, cover_text, warranty_kind_name
from inspector.words.language import _
from inspector.words.records import field_name

CHOICES = ("place_id", "warranty_id", "party_id")
"""The fields that are chosen from what is on record."""
_TONES = {
    ClaimState.OPEN: Tone.FAIL,
    ClaimState.REPAIRED: Tone.WARN,
    ClaimState.CLOSED: Tone.PASS,
}


def draft_fields() -> tuple[FieldSpec, ...]:
    """Give the fields of a claim that is being reported."""
    unset = (("", _("未指定")),)
    chosen = FieldKind.CHOICE
    own = _("不选则为该项保修的责任单位。")
    return (
        FieldSpec(key="text", label=field_name("text"), is_needed=True, is_wide=True),
        FieldSpec(key="reported_on", label=field_name("reported_on"), kind=FieldKind.DAY),
        FieldSpec(key="place_id", label=field_name("place_id"), kind=chosen, choices=unset),
        FieldSpec(key="warranty_id", label=field_name("warranty_id"), kind=chosen, choices=unset),
        FieldSpec(key="party_id", label=_("责任单位"), kind=chosen, choices=unset, hint=own),
        FieldSpec(key="note", label=field_name("note"), is_wide=True),
    )


def claim_fields() -> tuple[FieldSpec, ...]:
    """Give the fields of a claim on record, with those of its repair."""
    return (
        *draft_fields(),
        FieldSpec(key="repaired_by", label=field_name("repaired_by")),
        FieldSpec(
            key="repaired_on",
            label=field_name("repaired_on"),
            kind=FieldKind.DAY,
            hint=_("先填维修人，再填日期。"),
        ),
        FieldSpec(key="repair", label=field_name("repair"), is_wide=True),
    )


def claim_draft(values: Mapping[str, Any]) -> ClaimDraft:
    """Make a claim of a form's values."""
    linked = {name: values[name] or None for name in CHOICES}
    return ClaimDraft(
        text=values["text"], reported_on=values["reported_on"], note=values["note"], **linked
    )


def warranty_choices(warranties: Iterable[Warranty]) -> list[tuple[str, str]]:
    """Give the warranties to choose from, each with its end."""
    told = _("{kind} {part}（至 {day}）")
    return [
        ("", _("未指定")),
        *(
            (one.id, told.format(kind=warranty_kind_name(one.kind), part=one.part, day=one.ends_on))
            for one in warranties
        ),
    ]


def place_choices(tree: Iterable[tuple[int, Place]]) -> list[tuple[str, str]]:
    """Give the places to choose from, each indented by its depth."""
    return [("", _("未指定")), *((one.id, "　" * depth + one.name) for depth, one in tree)]


def claim_word(line: ClaimLine) -> tuple[str, Tone]:
    """Say how far a claim is."""
    state = line.claim.state
    return claim_state_name(state), _TONES[state]


def claim_remark(line: ClaimLine) -> str:
    """Say of a claim its number, whether its warranty covers it, and who closed it."""
    claim, warranty = line.claim, line.warranty
    cover = cover_text(line.cover)
    if warranty is not None and line.cover in {Cover.WITHIN, Cover.OVER}:
        cover = _("{cover}（至 {day}）").format(cover=cover, day=warranty.ends_on)
    closed = (
        _("{day} 由 {name} 销项").format(day=claim.closed_on, name=claim.closed_by)
        if claim.closed_on
        else ""
    )
    return " · ".join(filter(None, (claim.number, cover, claim_word(line)[0], closed)))
