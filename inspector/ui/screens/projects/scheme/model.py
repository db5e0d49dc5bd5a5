"""The rows of a scheme as a table shows them: filtered, in the order of pack and tree."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from inspector.core.checklists import Discipline, Duty, Item, Pack
from inspector.core.projects import Place, SchemeRow, address_of
from inspector.operations.projects import list_places
from inspector.operations.scheme import SchemeDraft, list_scheme
from inspector.operations.workspace import Workspace
from inspector.ui.kit.paged import Column
from inspector.ui.screens.projects.forms.model import FieldKind, FieldSpec
from inspector.words.checklists import discipline_title, duty_name, item_title, variant_label
from inspector.words.language import _
from inspector.words.records import address_text, field_name

ALL = "all"


@dataclass(frozen=True, slots=True, kw_only=True)
class SchemeLine:
    """One item at one place, with everything that its row shows."""

    row: SchemeRow
    item: Item | None
    place: str
    discipline: str

    @property
    def title(self) -> str:
        """Name the item; one that the pack no longer has shows its code."""
        return item_title(self.item) if self.item else self.row.item_id


@dataclass(frozen=True, slots=True, kw_only=True)
class SchemeBook:
    """The whole scheme of a project, read once."""

    lines: Mapping[str, SchemeLine] = field(default_factory=dict)
    disciplines: Sequence[tuple[Discipline, int]] = ()

    def ids(self, discipline: str, text: str) -> list[str]:
        """List the rows of a discipline whose code, title or place holds the text."""
        wanted = text.casefold().strip()
        return [
            row_id
            for row_id, line in self.lines.items()
            if discipline in {ALL, line.discipline} and (not wanted or wanted in _searched(line))
        ]

    def scopes(self) -> frozenset[tuple[str, str]]:
        """Give which item stands at which place already."""
        return frozenset((line.row.item_id, line.row.place_id) for line in self.lines.values())


def _searched(line: SchemeLine) -> str:
    return f"{line.row.item_id} {line.title} {line.place}".casefold()


def read_book(workspace: Workspace, project_id: str) -> SchemeBook:
    """Read a scheme with the items and places that it names."""
    tree = list_places(workspace, project_id)
    places = {place.id: place for _depth, place in tree}
    order = {place_id: number for number, place_id in enumerate(places)}
    packs: dict[str, Pack] = {}
    items: dict[str, dict[str, Item]] = {}
    lines = []
    for row in list_scheme(workspace, project_id):
        if row.pack.hash not in packs:
            packs[row.pack.hash] = workspace.pack(row.pack)
            items[row.pack.hash] = packs[row.pack.hash].by_id()
        item = items[row.pack.hash].get(row.item_id)
        code = item.discipline if item else ""
        where = place_text(row.place_id, places)
        lines.append(SchemeLine(row=row, item=item, place=where, discipline=code))
    disciplines = _counted(lines, packs.values())
    rank = {discipline.code: number for number, (discipline, _count) in enumerate(disciplines)}
    lines.sort(
        key=lambda line: (
            rank.get(line.discipline, len(rank)),
            line.row.item_id,
            order.get(line.row.place_id, len(order)),
        )
    )
    return SchemeBook(lines={line.row.id: line for line in lines}, disciplines=disciplines)


def _counted(lines: Sequence[SchemeLine], packs: object) -> list[tuple[Discipline, int]]:
    counts: dict[str, int] = {}
    for line in lines:
        counts[line.discipline] = counts.get(line.discipline, 0) + 1
    known: dict[str, Discipline] = {}
    for pack in packs:  # type: ignore[attr-defined]  # a view of Packs
        for discipline in pack.disciplines:
            known.setdefault(discipline.code, discipline)
    return [(known[code], counts[code]) for code in known if code in counts]


def place_text(place_id: str, places: Mapping[str, Place]) -> str:
    """Write where a place is, without the community that all places share."""
    return address_text(address_of(place_id, dict(places)))


def scheme_columns() -> list[Column[SchemeLine]]:
    """Give the columns of the table."""
    return [
        Column(title=field_name("code"), text=lambda line: line.row.item_id),
        Column(title=field_name("item_id"), text=lambda line: line.title),
        Column(title=field_name("place_id"), text=lambda line: line.place),
        Column(title=field_name("duty"), text=lambda line: duty_name(line.row.duty)),
        Column(title=field_name("planned_quantity"), text=_planned, is_number=True),
        Column(title=field_name("design_value"), text=lambda line: line.row.design_value or ""),
        Column(title=field_name("variant"), text=variant_text),
        Column(
            title=field_name("due_points"),
            text=lambda line: "" if line.row.due_points is None else str(line.row.due_points),
            is_number=True,
        ),
    ]


def _planned(line: SchemeLine) -> str:
    if line.row.planned_quantity is None:
        return ""
    return f"{line.row.planned_quantity:f} {line.row.quantity_unit or ''}".strip()


def variant_text(line: SchemeLine) -> str:
    """Name the case of an item that has several; one that is missing says so."""
    if line.item is None or not line.item.variants:
        return ""
    for variant in line.item.variants:
        if variant.key == line.row.variant:
            return variant_label(variant)
    return _("未选")


# -- editing ----------


def row_fields() -> tuple[FieldSpec, ...]:
    """Give what can be said of an item at a place."""
    duties = tuple((duty.value, duty_name(duty)) for duty in Duty)
    return (
        FieldSpec(key="duty", label=field_name("duty"), kind=FieldKind.CHOICE, choices=duties),
        FieldSpec(key="variant", label=field_name("variant"), kind=FieldKind.CHOICE),
        FieldSpec(
            key="planned_quantity", label=field_name("planned_quantity"), kind=FieldKind.DECIMAL
        ),
        FieldSpec(key="quantity_unit", label=field_name("quantity_unit"), placeholder="m²"),
        FieldSpec(key="design_value", label=field_name("design_value")),
        FieldSpec(key="due_points", label=field_name("due_points"), kind=FieldKind.WHOLE),
        FieldSpec(key="note", label=field_name("note"), is_wide=True),
    )


def values_of(row: SchemeRow) -> dict[str, object]:
    """Give a row's values as the form shows them."""
    return {
        "duty": row.duty.value,
        "variant": row.variant,
        "planned_quantity": row.planned_quantity,
        "quantity_unit": row.quantity_unit,
        "design_value": row.design_value,
        "due_points": row.due_points,
        "note": row.note,
    }


def draft_of(item_id: str, place_id: str, values: Mapping[str, object]) -> SchemeDraft:
    """Make a draft of a form's values."""
    quantity, points = values.get("planned_quantity"), values.get("due_points")
    duty = values.get("duty")
    return SchemeDraft(
        item_id=item_id,
        place_id=place_id,
        duty=Duty(str(duty)) if duty else None,
        planned_quantity=quantity if isinstance(quantity, Decimal) else None,
        quantity_unit=_text(values.get("quantity_unit")),
        design_value=_text(values.get("design_value")),
        variant=_text(values.get("variant")),
        due_points=points if isinstance(points, int) else None,
        note=_text(values.get("note")),
    )


def _text(value: object) -> str | None:
    return str(value) if value else None


def variant_choices(item: Item | None) -> list[tuple[str, str]]:
    """Give the cases of an item, to choose from."""
    variants = item.variants if item else ()
    return [("", _("请选择")), *((one.key, variant_label(one)) for one in variants)]


def discipline_choices(book: SchemeBook) -> list[tuple[str, str]]:
    """Give the disciplines with their counts, to filter by."""
    every = _("全部专业 {count}").format(count=len(book.lines))
    some = [(one.code, f"{discipline_title(one)} {count}") for one, count in book.disciplines]
    return [(ALL, every), *some]
