"""What is chosen to be put in scope: items × places, and what still has to be said."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field

from inspector.core.checklists import Item, Level
from inspector.core.projects import Place, PlaceKind
from inspector.operations.scheme import SchemeDraft
from inspector.ui.screens.projects.scheme.model import draft_of
from inspector.words.checklists import item_title

ALL = "all"
_LEVELS = {
    Level.BUILDING: PlaceKind.BUILDING,
    Level.UNIT: PlaceKind.UNIT,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """The choice so far."""

    items: Sequence[Item] = ()
    places: Sequence[Place] = ()
    known: Collection[tuple[str, str]] = ()
    variants: Mapping[str, str] = field(default_factory=dict)

    @property
    def total(self) -> int:
        """Count the rows that would be put."""
        return len(self.items) * len(self.places)

    @property
    def repeated(self) -> int:
        """Count those of them that are in scope already."""
        return sum(
            (item.id, place.id) in self.known for item in self.items for place in self.places
        )

    @property
    def undecided(self) -> list[Item]:
        """List the items with several cases of which none was chosen."""
        return [item for item in self.items if item.variants and not self.variants.get(item.id)]

    def drafts(self, values: Mapping[str, object]) -> list[SchemeDraft]:
        """Give the rows to be put; those in scope already are left as they are."""
        return [
            draft_of(item.id, place.id, {**values, "variant": self.variants.get(item.id)})
            for item in self.items
            for place in self.places
            if (item.id, place.id) not in self.known
        ]


def matching(items: Sequence[Item], discipline: str, text: str) -> list[Item]:
    """List the items in force of a discipline whose code, title, requirement or clause match."""
    wanted = text.casefold().strip()
    return [
        item
        for item in items
        if not item.retired
        and discipline in {ALL, item.discipline}
        and (not wanted or wanted in _searched(item))
    ]


def _searched(item: Item) -> str:
    clauses = " ".join(f"{ref.std} {ref.clause or ''}" for ref in item.refs)
    text = f"{item.id} {item_title(item)} {item.title_zh} {item.requirement_zh} {clauses}"
    return text.casefold()


def usual_places(items: Sequence[Item], places: Sequence[Place]) -> list[str]:
    """Give the places at which these items are usually inspected, if all have one level."""
    levels = {item.level for item in items}
    kind = _LEVELS.get(next(iter(levels))) if len(levels) == 1 else None
    return [place.id for place in places if place.kind is kind]
