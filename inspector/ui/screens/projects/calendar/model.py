"""The holidays and worked weekend days (调休) of a year, as a form shows and reads them."""

from inspector.core.workdays import WorkCalendar, YearTable, spell_days
from inspector.ui.screens.projects.forms.model import FieldKind, FieldSpec
from inspector.words.language import _
from inspector.words.records import field_name


def calendar_specs() -> tuple[FieldSpec, ...]:
    """Give the fields of a year."""
    days = _("写作 2026-05-01 或 2026-05-01..2026-05-05，用空格分开。")
    year = FieldSpec(
        key="year", label=field_name("year"), kind=FieldKind.WHOLE, is_needed=True, is_wide=True
    )
    return (
        year,
        FieldSpec(key="off", label=_("放假日期"), hint=days, is_wide=True),
        FieldSpec(key="work", label=_("调休上班日期"), hint=days, is_wide=True),
    )


def calendar_values(year: int, calendar: WorkCalendar) -> dict[str, object]:
    """Give what is known of a year, as the form of its holidays shows it."""
    table = calendar.years.get(year, YearTable())
    return {
        "year": year,
        "off": " ".join(spell_days(table.off)),
        "work": " ".join(spell_days(table.work)),
    }


def days_typed(text: str | None) -> list[str]:
    """Part typed days; a comma parts them as a blank does."""
    plain = text or ""
    for sign in ("，", "、", ",", "；", ";"):
        plain = plain.replace(sign, " ")
    return plain.split()
