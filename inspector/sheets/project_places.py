"""Build the places of a project workbook, and find them again by their codes."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from decimal import Decimal

from inspector.core.imports import Path, PlaceDraft, SheetFault, SheetFaultCode
from inspector.core.projects import PlaceFacts, PlaceKind
from inspector.sheets.project_form import SCOPES
from inspector.sheets.tables import Row

_MAIN_KINDS = frozenset({PlaceKind.COMMUNITY, PlaceKind.BUILDING})
_BETWEEN = str.maketrans(dict.fromkeys("、，,；;", "\n"))


class PlaceTree:
    """The places read so far, by path; the rows that gave them, to tell what is there twice."""

    def __init__(self) -> None:
        self.faults: list[SheetFault] = []
        self._places: dict[Path, PlaceDraft] = {}
        self._rows: dict[Path, int] = {}
        self._lost: set[str] = set()

    @property
    def places(self) -> tuple[PlaceDraft, ...]:
        """Give the places, parents first, with their position among all."""
        return tuple(
            replace(place, position=position)
            for position, place in enumerate(self._places.values(), start=1)
        )

    def add_community(self, row: Row) -> None:
        """Take a row of the sheet 小区."""
        code, name = row.get("code"), row.get("name")
        if isinstance(code, str):
            facts = PlaceFacts(built_year=_whole(row, "built_year"), address=_text(row, "address"))
            self._add(row, PlaceKind.COMMUNITY, (code,), str(name or code), facts)

    def add_building(self, row: Row) -> None:
        """Take a row of the sheet 楼栋, and make its units."""
        community, code = row.get("community"), row.get("code")
        if not isinstance(community, str):
            self._lose(row)
        elif (community,) not in self._places:
            known = (path[0] for path in self._places if len(path) == 1)
            self.faults.append(row.fault(SheetFaultCode.COMMUNITY_UNKNOWN, "community", *known))
            self._lose(row)
        elif isinstance(code, str):
            path = (community, code)
            name = _text(row, "name") or f"{code}幢"
            if self._add(row, PlaceKind.BUILDING, path, name, _building_facts(row)):
                self._make_units(path, _whole(row, "units") or 0)

    def add_other(self, row: Row) -> None:
        """Take a row of the sheet 部位; one that names a made unit gives it its name."""
        parent, kind, code = row.get("parent"), row.get("kind"), row.get("code")
        above = self.find(row, "parent", parent) if isinstance(parent, str) else None
        if above is not None and isinstance(kind, str) and isinstance(code, str):
            name = str(row.get("name") or code)
            self._add(row, PlaceKind(kind), (*above, code), name, PlaceFacts())
        else:
            self._lose(row)

    def scope(self, row: Row, name: str) -> tuple[Path, ...]:
        """Give the places that a cell names: codes, or all places of a kind."""
        cell = row.get(name)
        if not isinstance(cell, str):
            return ()
        found: list[Path] = []
        for word in filter(None, (part.strip() for part in cell.translate(_BETWEEN).split("\n"))):
            if word in SCOPES:
                found += self._all_of(row, name, SCOPES[word])
            elif (path := self.find(row, name, word)) is not None:
                found.append(path)
        return tuple(dict.fromkeys(found))

    def find(self, row: Row, name: str, word: str) -> Path | None:
        """Find one place by the end of its path; communities and buildings come first.

        A word that fits several places is refused rather than guessed.
        """
        parts = tuple(part.strip().upper() for part in word.split("/"))
        fitting = [path for path in self._places if path[-len(parts) :] == parts]
        main = [path for path in fitting if self._places[path].kind in _MAIN_KINDS]
        chosen = [parts] if parts in self._places and len(parts) > 1 else main or fitting
        if len(chosen) == 1:
            return chosen[0]
        if not chosen and not self._lost.isdisjoint(parts):
            return None
        code = SheetFaultCode.PLACE_AMBIGUOUS if chosen else SheetFaultCode.PLACE_UNKNOWN
        self.faults.append(row.fault(code, name, word, *("/".join(path) for path in chosen[:5])))
        return None

    def _lose(self, row: Row) -> None:
        """Remember a place whose own row is faulty: what leans on it is told only once."""
        code = row.get("code")
        if isinstance(code, str):
            self._lost.add(code)

    def _all_of(self, row: Row, name: str, kind: PlaceKind) -> list[Path]:
        paths = [path for path, place in self._places.items() if place.kind is kind]
        if not paths:
            self.faults.append(row.fault(SheetFaultCode.SCOPE_EMPTY, name))
        return paths

    def _add(self, row: Row, kind: PlaceKind, path: Path, name: str, facts: PlaceFacts) -> bool:
        first = self._rows.get(path)
        made = self._places.get(path)
        if first is not None or (made is not None and made.kind is not kind):
            self.faults.append(
                row.fault(SheetFaultCode.TAKEN, "code", *([str(first)] if first else []))
            )
            return False
        self._places[path] = PlaceDraft(path=path, kind=kind, name=name, facts=facts)
        self._rows[path] = row.number
        return True

    def _make_units(self, building: Path, count: int) -> None:
        for number in range(1, count + 1):
            path = (*building, str(number))
            self._places[path] = PlaceDraft(path=path, kind=PlaceKind.UNIT, name=f"{number}单元")


def build_places(
    communities: Sequence[Row], buildings: Iterable[Row], others: Iterable[Row]
) -> PlaceTree:
    """Build the tree of places from the rows of three sheets."""
    tree = PlaceTree()
    for row in communities:
        tree.add_community(row)
    for row in buildings:
        tree.add_building(row)
    for row in others:
        tree.add_other(row)
    return tree


def _building_facts(row: Row) -> PlaceFacts:
    lift = row.get("has_lift")
    return PlaceFacts(
        built_year=_whole(row, "built_year"),
        storeys=_whole(row, "storeys"),
        units=_whole(row, "units"),
        households=_whole(row, "households"),
        floor_area_m2=_decimal(row, "floor_area_m2"),
        height_m=_decimal(row, "height_m"),
        structure=_text(row, "structure"),
        has_lift=lift if isinstance(lift, bool) else None,
    )


def _text(row: Row, name: str) -> str | None:
    value = row.get(name)
    return value if isinstance(value, str) else None


def _whole(row: Row, name: str) -> int | None:
    value = row.get(name)
    return value if isinstance(value, int) else None


def _decimal(row: Row, name: str) -> Decimal | None:
    value = row.get(name)
    return value if isinstance(value, Decimal) else None
