"""The fields of a visit."""

from datetime import date

from inspector.core.inspections import Visit, VisitKind
from inspector.operations.visits import VisitDraft
from inspector.ui.screens.projects.forms.model import FieldKind, FieldSpec
from inspector.words.language import _
from inspector.words.records import field_name, visit_kind_name


def visit_fields() -> tuple[FieldSpec, ...]:
    """Give the fields of a new visit."""
    return (
        FieldSpec(
            key="kind",
            label=field_name("kind"),
            kind=FieldKind.CHOICE,
            choices=tuple(
                (kind.value, visit_kind_name(kind))
                for kind in VisitKind
                if kind is not VisitKind.AFTERCARE  # they begin in their own tab
            ),
        ),
        FieldSpec(key="first_on", label=field_name("first_on"), kind=FieldKind.DAY, is_needed=True),
        FieldSpec(
            key="last_on",
            label=field_name("last_on"),
            kind=FieldKind.DAY,
            hint=_("当天结束可不填。"),
        ),
        FieldSpec(
            key="inspectors",
            label=field_name("inspectors"),
            hint=_("多人用顿号分开；不填则为操作人。"),
        ),
        FieldSpec(key="title", label=field_name("title"), hint=_("不填则按日期和类型取名。")),
    )


def draft_of(values: dict[str, object], today: date) -> VisitDraft:
    """Make a draft of a form's values."""
    first, last = values["first_on"], values["last_on"]
    people = str(values["inspectors"] or "")
    for sign in ("，", ",", "；", ";", " "):
        people = people.replace(sign, "、")
    return VisitDraft(
        kind=VisitKind(str(values["kind"])),
        first_on=first if isinstance(first, date) else today,
        last_on=last if isinstance(last, date) else None,
        title=str(values["title"] or ""),
        inspectors=tuple(name for name in people.split("、") if name),
    )


def days_text(visit: Visit) -> str:
    """Write the days of a visit."""
    return span_text(visit.first_on.isoformat(), visit.last_on.isoformat())


def span_text(first: str, last: str) -> str:
    """Write from which day to which."""
    return first if first == last else _("{first} 至 {last}").format(first=first, last=last)
