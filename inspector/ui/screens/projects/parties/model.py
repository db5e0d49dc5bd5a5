"""The fields of a party."""

from inspector.core.projects import Party, PartyRole
from inspector.operations.projects import PartyDraft
from inspector.ui.screens.projects.forms.model import FieldKind, FieldSpec
from inspector.words.language import _
from inspector.words.records import field_name, role_name


def party_fields() -> tuple[FieldSpec, ...]:
    """Give the fields of a party."""
    return (
        FieldSpec(
            key="role",
            label=field_name("role"),
            kind=FieldKind.CHOICE,
            choices=tuple((role.value, role_name(role)) for role in PartyRole),
        ),
        FieldSpec(
            key="unit",
            label=_("单位名称"),
            hint=_("与合同和公章一致。"),
            is_needed=True,
        ),
        FieldSpec(key="representative", label=field_name("representative")),
        FieldSpec(
            key="phone",
            label=field_name("phone"),
            hint=_("个人信息：公开副本和校验值里都没有它，可以清除。"),
        ),
    )


def sheet_fields() -> tuple[FieldSpec, ...]:
    """Give the fields of a party that is on record, with what is said of its work."""
    said = FieldSpec(
        key="appraisal",
        label=field_name("appraisal"),
        hint=_("印入验收报告第三章；没有评价的印作“未记录”。"),
    )
    return (*party_fields(), said)


def draft_of(values: dict[str, object]) -> PartyDraft:
    """Make a draft of a form's values."""
    return PartyDraft(
        role=PartyRole(str(values["role"])),
        unit=str(values["unit"] or ""),
        representative=_text(values["representative"]),
        phone=_text(values["phone"]),
    )


def values_of(party: Party) -> dict[str, object]:
    """Give a party's values as the form shows them."""
    return {
        "role": party.role.value,
        "unit": party.unit,
        "representative": party.representative,
        "phone": party.phone,
    }


def _text(value: object) -> str | None:
    return str(value) if value else None
