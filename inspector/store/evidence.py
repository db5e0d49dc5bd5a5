"""Photos, their links, and the papers made, as rows."""

from typing import TYPE_CHECKING, Any

from inspector.core.evidence import Photo, PhotoLink, PhotoRole, Target
from inspector.core.issued import IssuedReport, PaperKind, SealedBundle
from inspector.core.photos import (
    OffsetSource,
    PhotoFacts,
    Position,
    PositionReason,
    PositionSource,
)
from inspector.store.rows import Row, Rows, from_decimal, from_json, to_decimal, to_json
from inspector.store.triggers import INDEX_BITS

if TYPE_CHECKING:
    from sqlite_utils import Database as Tables


class PhotoRepository:
    """Photos of a project and what they are linked to."""

    def __init__(self, db: "Tables") -> None:
        self._rows = Rows(db, "photo")
        self._links = Rows(db, "photo_link")

    def find(self, photo_id: str) -> Photo | None:
        """Read one photo, if it is there."""
        row = self._rows.find(photo_id)
        return None if row is None else _photo(row)

    def get(self, photo_id: str) -> Photo:
        """Read one photo."""
        return _photo(self._rows.get(photo_id))

    def of_project(self, project_id: str) -> list[Photo]:
        """List the photos of a project by the time they were taken."""
        photos = [_photo(row) for row in self._rows.of_project(project_id)]
        return sorted(
            photos, key=lambda photo: (photo.facts.taken_local or "~", photo.name, photo.id)
        )

    def all(self) -> list[Photo]:
        """List the photos of all projects."""
        return [_photo(row) for row in self._rows.where("1", (), "ORDER BY project_id, id")]

    def hashes(self) -> set[str]:
        """Give the hashes of all originals that a row names, deleted rows included."""
        found = self._rows.database.execute("SELECT DISTINCT sha256 FROM photo")
        return {sha256 for (sha256,) in found}

    def makers(self, sha256: str) -> set[str]:
        """Give the keys of the laptops that put photos of this hash on record; all is sealed."""
        found = self._rows.database.execute(
            "SELECT DISTINCT lower(hex(g.device_key)) FROM photo p"
            " JOIN sync_op o ON o.row = p.id JOIN sync_col c ON c.cid = o.cid AND c.col = '*'"
            f" JOIN sync_segment g ON g.seg = o.opid >> {INDEX_BITS}"
            " WHERE p.sha256 = ?",
            [sha256],
        )
        return {key for (key,) in found}

    def put(self, photo: Photo) -> None:
        """Keep a photo's row; its bytes are on the disk already."""
        facts = photo.facts
        self._rows.put(
            {
                "id": photo.id,
                "project_id": photo.project_id,
                "sha256": photo.sha256,
                "size": photo.size,
                "mime": facts.mime,
                "name": photo.name,
                "visit_id": photo.visit_id,
                "place_id": photo.place_id,
                "photographer": photo.photographer,
                "caption": photo.caption,
                "people": photo.people,
                "background": photo.background,
                "taken_said": photo.taken_said,
                "group_title": photo.group_title,
                **_facts_to_row(facts),
            }
        )

    def delete(self, photo_id: str) -> None:
        """Mark a photo's record as deleted; its bytes stay."""
        self._rows.delete(photo_id)

    def written_near(
        self, project_id: str, target: Target, at_ms: int, span_ms: int
    ) -> list[tuple[str, str, int]]:
        """List (id, item or number, distance in ms) of records written near a moment."""
        title = "item_id" if target is Target.ANSWER else "number"
        found = self._rows.database.execute(
            f"""
            SELECT t.id, t.{title}, min(abs(o.at - ?)) AS apart
              FROM {target.value} t JOIN sync_op o ON o.row = t.id
             WHERE t.project_id = ? AND t.deleted = 0 AND o.at BETWEEN ? AND ?
             GROUP BY t.id ORDER BY apart LIMIT 5
            """,
            [at_ms, project_id, at_ms - span_ms, at_ms + span_ms],
        )
        return [(row_id, name, apart) for row_id, name, apart in found]

    def links_of(self, target_id: str) -> list[PhotoLink]:
        """List the links to one record in order."""
        found = self._links.where("target_id = ?", [target_id], "ORDER BY position, id")
        return [_link(row) for row in found]

    def links_of_photo(self, photo_id: str) -> list[PhotoLink]:
        """List what a photo is linked to."""
        return [_link(row) for row in self._links.where("photo_id = ?", [photo_id], "ORDER BY id")]

    def links_of_project(self, project_id: str) -> list[PhotoLink]:
        """List all links of a project."""
        found = self._links.of_project(project_id, "ORDER BY target_id, position, id")
        return [_link(row) for row in found]

    def put_link(self, link: PhotoLink) -> None:
        """Keep a link."""
        self._links.put(
            {
                "id": link.id,
                "project_id": link.project_id,
                "photo_id": link.photo_id,
                "target": link.target.value,
                "target_id": link.target_id,
                "role": link.role.value,
                "position": link.position,
                "event_id": link.event_id,
            }
        )

    def delete_link(self, link_id: str) -> None:
        """Mark a link as deleted; the photo stays."""
        self._links.delete(link_id)


class PaperRepository:
    """Reports and bundles that were made."""

    def __init__(self, db: "Tables") -> None:
        self._reports = Rows(db, "report")
        self._bundles = Rows(db, "sealed_bundle")

    def reports(self, project_id: str) -> list[IssuedReport]:
        """List the papers of a project, oldest first."""
        found = self._reports.of_project(project_id, "ORDER BY made_at, id")
        return [_report(row) for row in found]

    def bundles(self, project_id: str | None = None) -> list[SealedBundle]:
        """List the bundles of a project, or all, oldest first."""
        condition, values = ("1", []) if project_id is None else ("project_id = ?", [project_id])
        found = self._bundles.where(condition, values, "ORDER BY made_at, id")
        return [_bundle(row) for row in found]

    def bundles_ever(self, project_id: str) -> int:
        """Count the bundles of a project, undone ones included: their numbers stay taken."""
        (number,) = self._bundles.database.execute(
            "SELECT count(*) FROM sealed_bundle WHERE project_id = ?", [project_id]
        ).fetchone()
        return int(number)

    def put_report(self, report: IssuedReport) -> None:
        """Keep that a paper was made."""
        row = {name: getattr(report, name) for name in _REPORT_COLUMNS}
        self._reports.put({**row, "kind": report.kind.value})

    def put_bundle(self, bundle: SealedBundle) -> None:
        """Keep that a bundle was sealed."""
        self._bundles.put({name: getattr(bundle, name) for name in _BUNDLE_COLUMNS})


_REPORT_COLUMNS = tuple(IssuedReport.__dataclass_fields__)
_BUNDLE_COLUMNS = tuple(SealedBundle.__dataclass_fields__)


def _report(row: Row) -> IssuedReport:
    values = {name: row[name] for name in _REPORT_COLUMNS}
    return IssuedReport(**{**values, "kind": PaperKind(row["kind"])})


def _bundle(row: Row) -> SealedBundle:
    values = {name: row[name] for name in _BUNDLE_COLUMNS}
    return SealedBundle(**{**values, "gaps": row["gaps"] or 0})


def _facts_to_row(facts: PhotoFacts) -> dict[str, Any]:
    taken = {
        "local": facts.taken_local,
        "offset": facts.utc_offset,
        "offset_source": facts.offset_source.value if facts.offset_source else None,
    }
    direction = {"deg": facts.direction_deg, "ref": facts.direction_ref}
    notes = {"notes": list(facts.notes), "unreadable": facts.unreadable}
    return {
        "width": facts.width,
        "height": facts.height,
        "orientation": facts.orientation,
        "position": _position_to_json(facts),
        "position_reason": facts.position_reason.value if facts.position_reason else None,
        "altitude_m": to_decimal(facts.altitude_m),
        "direction": to_json(direction) if facts.direction_deg is not None else None,
        "taken": to_json(taken) if facts.taken_local else None,
        "make": facts.make,
        "model": facts.model,
        "software": facts.software,
        "processing_method": facts.processing_method,
        "notes": to_json(notes),
    }


def _position_to_json(facts: PhotoFacts) -> str | None:
    """Spell position, datum, source and accuracy as one value: they only make sense together."""
    position = facts.position
    if position is None:
        told = {"file_datum": facts.datum, "file_accuracy": facts.accuracy_m}
        return to_json(told) if facts.datum or facts.accuracy_m is not None else None
    return to_json(
        {
            "lat": position.latitude,
            "lon": position.longitude,
            "datum": position.datum,
            "source": position.source.value,
            "accuracy_m": position.accuracy_m,
            "file_datum": facts.datum,
            "file_accuracy": facts.accuracy_m,
        }
    )


def _photo(row: Row) -> Photo:
    return Photo(
        id=row["id"],
        project_id=row["project_id"],
        sha256=row["sha256"] or "",
        size=row["size"] or 0,
        name=row["name"] or "",
        facts=_facts(row),
        visit_id=row["visit_id"],
        place_id=row["place_id"],
        photographer=row["photographer"],
        caption=row["caption"],
        people=row["people"],
        background=row["background"],
        taken_said=row["taken_said"],
        group_title=row["group_title"],
    )


def _facts(row: Row) -> PhotoFacts:
    told, taken = from_json(row["position"]), from_json(row["taken"])
    direction, notes = from_json(row["direction"]), from_json(row["notes"])
    source = taken.get("offset_source")
    return PhotoFacts(
        position=_position(told),
        position_reason=PositionReason(row["position_reason"]) if row["position_reason"] else None,
        datum=told.get("file_datum"),
        altitude_m=from_decimal(row["altitude_m"]),
        direction_deg=from_decimal(direction.get("deg")),
        direction_ref=direction.get("ref"),
        accuracy_m=from_decimal(told.get("file_accuracy")),
        taken_local=taken.get("local"),
        utc_offset=taken.get("offset"),
        offset_source=OffsetSource(source) if source else None,
        make=row["make"],
        model=row["model"],
        software=row["software"],
        processing_method=row["processing_method"],
        orientation=row["orientation"],
        width=row["width"],
        height=row["height"],
        mime=row["mime"] or "",
        unreadable=bool(notes.get("unreadable", False)),
        notes=tuple(notes.get("notes", ())),
    )


def _position(told: dict[str, Any]) -> Position | None:
    latitude, longitude = from_decimal(told.get("lat")), from_decimal(told.get("lon"))
    if latitude is None or longitude is None:
        return None
    return Position(
        latitude=latitude,
        longitude=longitude,
        datum=told["datum"],
        source=PositionSource(told["source"]),
        accuracy_m=from_decimal(told.get("accuracy_m")),
    )


def _link(row: Row) -> PhotoLink:
    return PhotoLink(
        id=row["id"],
        project_id=row["project_id"],
        photo_id=row["photo_id"],
        target=Target(row["target"]),
        target_id=row["target_id"],
        role=PhotoRole(row["role"]),
        position=row["position"] or 0,
        event_id=row["event_id"],
    )
