"""The fields of a programme and of its years."""

from collections.abc import Sequence
from dataclasses import replace

from inspector.core.projects import Programme
from inspector.operations.programmes import PlanTargets, YearLine
from inspector.ui.screens.projects.forms.model import FieldKind, FieldSpec
from inspector.words.language import _
from inspector.words.records import field_name

_FIRST_YEAR = 1980
_WHOLE = (
    ("first_year", "2026"),
    ("last_year", "2028"),
    ("communities", "73"),
    ("buildings", "941"),
    ("flats", "36000"),
    ("households", "36000"),
    ("floor_area_m2", "2450000"),
    ("cutoff_year", "2000"),
)
_TARGETS = ("communities", "buildings", "flats", "floor_area_m2", "declare_by", "document_number")
FACTS = ("name", "district", *(key for key, _example in _WHOLE))


def programme_fields() -> tuple[FieldSpec, ...]:
    """Give the fields of a programme."""
    return (
        FieldSpec(
            key="name",
            label=_("计划名称"),
            placeholder=_("2026—2028 三年行动计划"),
            is_needed=True,
            is_wide=True,
        ),
        FieldSpec(key="district", label=field_name("district"), is_wide=True),
        *(
            FieldSpec(
                key=key,
                label=field_name(key),
                kind=FieldKind.WHOLE,
                least=_FIRST_YEAR if key in {"first_year", "last_year"} else 0,
                placeholder=example,
            )
            for key, example in _WHOLE
        ),
    )


def year_fields(years: Sequence[int]) -> tuple[FieldSpec, ...]:
    """Give the fields of each year: how much it is to renovate, and by when one declares."""
    labels = {"communities": _("{year} 年 · 小区"), "buildings": _("{year} 年 · 楼栋")}
    more = _("{year} 年 · {field}")
    kinds = {"declare_by": FieldKind.DAY, "document_number": FieldKind.TEXT}
    return tuple(
        FieldSpec(
            key=f"{year}_{target}",
            label=labels.get(target, more).format(year=year, field=field_name(target)),
            kind=kinds.get(target, FieldKind.WHOLE),
        )
        for year in years
        for target in _TARGETS
    )


def year_values(lines: Sequence[YearLine]) -> dict[str, object]:
    """Give the targets as the fields of the years show them."""
    return {
        f"{line.year}_{target}": getattr(line.targets, target)
        for line in lines
        for target in _TARGETS
    }


def targets_with(lines: Sequence[YearLine], key: str, value: object) -> tuple[int, PlanTargets]:
    """Give the year that a field is about, and its targets with the field's new value."""
    year, _line, target = key.partition("_")
    before = next((line.targets for line in lines if line.year == int(year)), PlanTargets())
    return int(year), replace(before, **{target: value})  # type: ignore[arg-type]  # as its field reads it


def on_record(lines: Sequence[YearLine]) -> str:
    """Say how many projects are on record for each year."""
    parts = [
        _("{year} 年 {count} 个").format(year=line.year, count=line.projects)
        for line in lines
        if line.projects
    ]
    return (
        _("在册项目：{years}").format(years=_("，").join(parts)) if parts else _("还没有在册项目")
    )


def span_of(programme: Programme) -> str:
    """Write the years of a programme."""
    first, last = programme.first_year, programme.last_year
    return "—".join(str(year) for year in (first, last) if year is not None)


def sentence_of(programme: Programme) -> str:
    """Say a programme for those who hear it."""
    parts = (programme.name, programme.district or "", span_of(programme))
    return " ".join(part for part in parts if part)
