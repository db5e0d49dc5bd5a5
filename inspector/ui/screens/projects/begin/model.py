"""The fields of a project."""

from inspector.ui.screens.projects.forms.model import FieldKind, FieldSpec
from inspector.words.language import _
from inspector.words.records import field_name

_FIRST_YEAR = 1980
_DAYS = (
    ("planned_start_on", "2026-3-1"),
    ("planned_finish_on", "2026-11-30"),
    ("started_on", "2026-3-8"),
    ("finished_on", "2026-11-20"),
)


def identity_fields() -> tuple[FieldSpec, ...]:
    """Give the fields that every project needs."""
    return (
        FieldSpec(
            key="code",
            label=_("项目编码"),
            hint=_("2 至 8 位大写字母和数字，字母开头。用在各种编号里，以后不能改。"),
            placeholder="JF2",
            is_needed=True,
        ),
        FieldSpec(
            key="name",
            label=_("项目名称"),
            hint=_("按批复文件填写。"),
            placeholder=_("景芳二区老旧小区改造"),
            is_needed=True,
        ),
    )


def fact_fields() -> tuple[FieldSpec, ...]:
    """Give what may be known of a project besides."""
    return (
        FieldSpec(
            key="plan_year",
            label=field_name("plan_year"),
            kind=FieldKind.WHOLE,
            least=_FIRST_YEAR,
            placeholder="2026",
        ),
        FieldSpec(key="programme", label=field_name("programme"), placeholder=_("三年行动计划")),
        FieldSpec(key="district", label=field_name("district"), placeholder=_("上城区")),
        FieldSpec(key="subdistrict", label=field_name("subdistrict"), placeholder=_("四季青街道")),
        FieldSpec(key="address", label=field_name("address")),
        FieldSpec(key="approval_number", label=field_name("approval_number")),
        FieldSpec(
            key="investment_yuan",
            label=field_name("investment_yuan"),
            kind=FieldKind.DECIMAL,
            placeholder="12500000",
        ),
        *(
            FieldSpec(key=key, label=field_name(key), kind=FieldKind.DAY, placeholder=placeholder)
            for key, placeholder in _DAYS
        ),
    )
