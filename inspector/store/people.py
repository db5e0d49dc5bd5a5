"""People, laptops and packs: the rows of the organisation's own project."""

from typing import TYPE_CHECKING

from inspector.core.checklists import PackRef
from inspector.core.ids import ORG, natural_id
from inspector.core.people import Device, Person, machine_code
from inspector.core.projects import AnnualPlan, Programme
from inspector.store.rows import Row, Rows, from_day, to_day

if TYPE_CHECKING:
    from sqlite_utils import Database as Tables

_TARGETS = ("communities", "buildings", "flats", "households", "floor_area_m2")


class PersonRepository:
    """Those who record."""

    def __init__(self, db: "Tables") -> None:
        self._rows = Rows(db, "person")

    def get(self, person_id: str) -> Person:
        """Read one person."""
        return _person(self._rows.get(person_id))

    def find(self, person_id: str) -> Person | None:
        """Read one person, if it is on record."""
        row = self._rows.find(person_id)
        return _person(row) if row is not None else None

    def all(self) -> list[Person]:
        """List all people by name."""
        return [_person(row) for row in self._rows.of_project(ORG, "ORDER BY name, id")]

    def put(self, person: Person) -> None:
        """Keep a person."""
        self._rows.put(
            {"id": person.id, "project_id": ORG, "name": person.name, "unit": person.unit}
        )


class DeviceRepository:
    """Laptops, each with the code that its numbers carry."""

    def __init__(self, db: "Tables") -> None:
        self._rows = Rows(db, "device")

    def all(self) -> list[Device]:
        """List all laptops that are known here."""
        return [_device(row) for row in self._rows.of_project(ORG, "ORDER BY code, id")]

    def of_replica(self, replica: bytes) -> Device:
        """Read the laptop that an incarnation belongs to; a new one goes by a derived code."""
        rows = self._rows.where("replica = ?", [replica.hex()])
        return next((_device(row) for row in rows), Device("", machine_code(replica), "", ""))

    def streams(self) -> list[tuple[str, str, str]]:
        """List (key, replica, code) of the incarnations that are known here, the oldest first."""
        rows = self._rows.of_project(ORG, "ORDER BY id")
        return [(row["key"] or "", row["replica"] or "", row["code"] or "") for row in rows]

    def codes(self) -> dict[str, str]:
        """Give the code of each incarnation (hexadecimal) that is known here."""
        return {row["replica"]: row["code"] or "" for row in self._rows.of_project(ORG)}

    def put(self, device: Device, replica: bytes) -> None:
        """Keep a laptop."""
        self._rows.put(
            {
                "id": device.id,
                "project_id": ORG,
                "code": device.code,
                "name": device.name,
                "key": device.key,
                "replica": replica.hex(),
            }
        )


class ProgrammeRepository:
    """Programmes of a district."""

    def __init__(self, db: "Tables") -> None:
        self._rows = Rows(db, "programme")

    def all(self) -> list[Programme]:
        """List all programmes by name."""
        return [_programme(row) for row in self._rows.of_project(ORG, "ORDER BY name, id")]

    def get(self, programme_id: str) -> Programme:
        """Read one programme."""
        return _programme(self._rows.get(programme_id))

    def put(self, programme: Programme) -> None:
        """Keep a programme."""
        self._rows.put(
            {
                "id": programme.id,
                "project_id": ORG,
                "name": programme.name,
                "district": programme.district,
                "first_year": programme.first_year,
                "last_year": programme.last_year,
                **{name: getattr(programme, name) for name in _TARGETS},
                "cutoff_year": programme.cutoff_year,
            }
        )


class AnnualPlanRepository:
    """What programmes set themselves for each year."""

    def __init__(self, db: "Tables") -> None:
        self._rows = Rows(db, "annual_plan")

    def of_programme(self, programme_id: str) -> list[AnnualPlan]:
        """List the plans of a programme by year."""
        rows = self._rows.where("programme_id = ?", [programme_id], "ORDER BY year, id")
        return [_annual_plan(row) for row in rows]

    def put(self, plan: AnnualPlan) -> None:
        """Keep a plan; the same year on two laptops is one row."""
        self._rows.put(
            {
                "id": plan.id,
                "project_id": ORG,
                "programme_id": plan.programme_id,
                "year": plan.year,
                **{name: getattr(plan, name) for name in _TARGETS},
                "declare_by": to_day(plan.declare_by),
                "document_number": plan.document_number,
            }
        )


class PackRepository:
    """Which checklist packs are here; their content lies under its hash in files/."""

    def __init__(self, db: "Tables") -> None:
        self._rows = Rows(db, "checklist_pack")

    def all(self) -> list[tuple[PackRef, str, str]]:
        """List (reference, Chinese title, English title), versions side by side."""
        rows = self._rows.of_project(ORG, "ORDER BY pack_id, version, hash")
        return [
            (PackRef(row["pack_id"], row["version"], row["hash"]), row["title_zh"], row["title_en"])
            for row in rows
        ]

    def put(self, ref: PackRef, title_zh: str, title_en: str, region: str | None) -> None:
        """Keep one row for a pack; the same pack on two laptops is one row."""
        self._rows.put(
            {
                "id": natural_id(ORG, "checklist_pack", ref.pack_id, ref.version, ref.hash),
                "project_id": ORG,
                "pack_id": ref.pack_id,
                "version": ref.version,
                "hash": ref.hash,
                "title_zh": title_zh,
                "title_en": title_en,
                "region": region,
            }
        )


def _person(row: Row) -> Person:
    return Person(row["id"], row["name"] or "", row["unit"] or "")


def _device(row: Row) -> Device:
    return Device(row["id"], row["code"] or "", row["name"] or "", row["key"] or "")


def _programme(row: Row) -> Programme:
    names = ("id", "name", "district", "first_year", "last_year", "cutoff_year", *_TARGETS)
    return Programme(**{name: row[name] for name in names})


def _annual_plan(row: Row) -> AnnualPlan:
    names = ("id", "programme_id", "year", "document_number", *_TARGETS)
    values = {name: row[name] for name in names}
    return AnnualPlan(**values, declare_by=from_day(row["declare_by"]))
