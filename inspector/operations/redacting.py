"""A workspace without personal values, beside the real one: all that is published comes from it.

Records are read, freed of what is personal (`core.privacy`) and written into a new workspace that
lives as long as a public copy is made. Papers, lists and data are made there by the functions that
make them anywhere, so that none of them can show what is not there.
"""

import json
import shutil
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from inspector.core.checklists import AnswerState
from inspector.core.ids import ORG
from inspector.core.issued import IssuedReport, SealedBundle
from inspector.core.privacy import (
    UNPUBLISHED,
    PersonalKind,
    Redaction,
    stands_for_residents,
)
from inspector.core.signatures import Shown, read_shown, spell_shown
from inspector.folders import FILES
from inspector.operations.files import content_path
from inspector.operations.signing import signing_over
from inspector.operations.verdicts import sheet_over
from inspector.operations.workspace import Workspace, create_workspace
from inspector.store.office import Office
from inspector.store.schema import BY_NAME, TABLES
from inspector.words.masks import public_mark, redaction_marks

NUMBER_END = "-GK"
"""What the numbers of papers in a public copy end in (公开)."""
_OF_ORG = ("person", "programme", "annual_plan", "checklist_pack")
_RULES = "rules"
_OTHER = "0" * 64
"""A digest that fits nothing, in the place of one of a content with personal values."""

Row = dict[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Redacted:
    """The workspace without personal values, and how many of each kind were taken out of texts."""

    workspace: Workspace
    project_id: str
    removed: Mapping[PersonalKind, int]
    people: frozenset[str]
    """The people of the records, without whoever made this workspace."""


def redacted_workspace(workspace: Workspace, project_id: str, folder: Path) -> Redacted:
    """Make a workspace in an empty folder that holds a project without what is personal.

    Its photos have no files yet: `publish_photos` puts in what may be seen.
    """
    with workspace.read() as office:
        redaction = Redaction(redaction_marks(), _known_values(office, project_id))
        found: Counter[PersonalKind] = Counter()
        tables = dict(_freed_tables(office, project_id, redaction, found))
        stubs = tuple(_stubs(office, project_id))
        failed = _once_failed(office, tables.get("answer", []))
        shown = _shown_now(workspace, office, project_id)
    person = workspace.person()
    other = create_workspace(
        folder / "workspace", folder / "profile", workspace.now, person.name, person.unit
    )
    other.mark = public_mark()
    _copy_contents(workspace, other, tables)
    _write(other, project_id, {**tables, **dict(stubs)}, failed)
    _bind_signatures(other, project_id, shown)
    people = frozenset(row["id"] for row in tables.get("person", []))
    return Redacted(workspace=other, project_id=project_id, removed=dict(found), people=people)


# -- reading ---------------------------------------------------------------------------------------


def _known_values(office: Office, project_id: str) -> frozenset[str]:
    """Give the personal values that are on record here, drawings aside: they may stand in texts."""
    known = {
        value
        for _row, column, _digest, _salt, value in office.peers.private_values([project_id])
        if column != "ink"
    }
    parties = office.parties.of_project(project_id)
    known |= {one.representative or "" for one in parties if stands_for_residents(one.role)}
    return frozenset(known)


def _freed_tables(
    office: Office, project_id: str, redaction: Redaction, found: Counter[PersonalKind]
) -> Iterator[tuple[str, list[Row]]]:
    residents = {
        party.id
        for party in office.parties.of_project(project_id)
        if stands_for_residents(party.role)
    }
    everything: list[str] = []
    for table in TABLES:
        if table.name in UNPUBLISHED or table.name in _OF_ORG:
            continue
        rows = []
        for row in _raw(office, table.name, project_id):
            freed, kinds = redaction.row(table.name, row, table.personal)
            found.update(kinds)
            rows.append(_without_resident(table.name, freed, residents))
        everything.append(json.dumps(rows, ensure_ascii=False))
        yield table.name, rows
    yield from _organisation(office, "\n".join(everything), redaction)


def _raw(office: Office, table: str, project_id: str) -> Iterator[Row]:
    if table == "project":
        return office.rows(table).where("id = ?", [project_id])
    return office.rows(table).of_project(project_id, "ORDER BY id")


def _without_resident(table: str, row: Row, residents: set[str]) -> Row:
    """Take the name of who stands for residents out of records older than its own column."""
    party = row["id"] if table == "party" else row.get("party_id")
    if table in {"party", "attendance"} and party in residents:
        return {**row, "representative": None}
    return row


def _organisation(
    office: Office, records: str, redaction: Redaction
) -> Iterator[tuple[str, list[Row]]]:
    """Give the people, programmes and packs that a project's records name, and no others."""
    plans = list(office.rows("annual_plan").where("1"))
    for name in _OF_ORG:
        rows = [
            redaction.row(name, row, BY_NAME[name].personal)[0]
            for row in (plans if name == "annual_plan" else office.rows(name).where("1"))
        ]
        if name == "checklist_pack":
            yield name, rows
        else:
            key = "programme_id" if name == "annual_plan" else "id"
            yield name, [row for row in rows if str(row[key]) in records]


def _stubs(office: Office, project_id: str) -> Iterator[tuple[str, list[Row]]]:
    """Give the papers and bundles that were made, for gates to count: without their files."""
    reports = office.papers.reports(project_id)
    yield "report", [_report_stub(report) for report in reports]
    yield "sealed_bundle", [_bundle_stub(one) for one in office.papers.bundles(project_id)]


def _report_stub(report: IssuedReport) -> Row:
    """Leave kind and number of a paper; its version counts anew in the public copy."""
    return {
        "id": report.id,
        "project_id": report.project_id,
        "number": f"{report.number}{NUMBER_END}",
        "version": 0,
        "kind": report.kind.value,
        "title": report.title,
        "made_at": report.made_at,
        "pages": report.pages,
        **dict.fromkeys(("name", "sha256", "snapshot"), ""),
    }


def _bundle_stub(bundle: SealedBundle) -> Row:
    return {
        "id": bundle.id,
        "project_id": bundle.project_id,
        "number": bundle.number,
        "made_at": bundle.made_at,
        **dict.fromkeys(("name", "sha256"), ""),
        **dict.fromkeys(("size", "files"), 0),
    }


def _once_failed(office: Office, answers: list[Row]) -> dict[str, str]:
    """Give the failing result of answers that came to another one: rules ask what was dropped."""
    rows = [str(row["id"]) for row in answers]
    return {
        row_id: value
        for row_id, value in office.journal.values_of("answer", "result", rows)
        if value and json.loads(value).get("state") == AnswerState.FAIL
    }


def _shown_now(workspace: Workspace, office: Office, project_id: str) -> dict[str, Shown]:
    """Give what there is to sign of each meeting, as it stands in the real records."""
    return {
        meeting.id: signing_over(office, sheet_over(workspace, office, meeting)).shown
        for meeting in office.meetings.of_project(project_id)
    }


# -- writing ---------------------------------------------------------------------------------------


def _copy_contents(workspace: Workspace, other: Workspace, tables: Mapping[str, list[Row]]) -> None:
    """Copy what is nobody's: checklists, and the office's own rules and templates."""
    for row in tables.get("checklist_pack", []):
        source = content_path(workspace.folder / FILES, str(row["hash"]), ".json")
        target = content_path(other.folder / FILES, str(row["hash"]), ".json")
        if source.is_file() and not target.exists():
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(source, target)
    if (workspace.folder / _RULES).is_dir():
        shutil.copytree(workspace.folder / _RULES, other.folder / _RULES, dirs_exist_ok=True)


def _write(
    other: Workspace, project_id: str, tables: Mapping[str, list[Row]], failed: Mapping[str, str]
) -> None:
    with other.act() as writing:
        office = writing.office
        office.journal.open_project(ORG)
        for name in _OF_ORG:
            for row in tables.get(name, []):
                office.rows(name).put(row)
        office.journal.open_project(project_id)
        for name, rows in tables.items():
            if name in _OF_ORG:
                continue
            for row in rows:
                if name == "answer" and failed.get(str(row["id"])) not in {None, row["result"]}:
                    office.rows(name).put({**row, "result": failed[str(row["id"])]})
                office.rows(name).put(_unseen(row) if name == "photo" else row)


def _unseen(row: Row) -> Row:
    """Leave of a photo its record alone; who publishes a picture of it puts that in."""
    return {**row, "sha256": "", "size": 0, "mime": "", "position_reason": "withheld"}


def _bind_signatures(other: Workspace, project_id: str, before: Mapping[str, Shown]) -> None:
    """Bind each signature to what it stood for here: a part that fitted the records fits these.

    What was signed are the real records; those here differ from them by what is not published.
    """
    with other.act() as writing:
        office = writing.office
        for meeting in office.meetings.of_project(project_id):
            now = signing_over(office, sheet_over(other, office, meeting)).shown
            old, new = dict(before[meeting.id].parts), dict(now.parts)
            rows = office.rows("signature")
            for row in rows.where("meeting_id = ?", [meeting.id]):
                signed = read_shown(row["shown"])
                parts = tuple(
                    (part, new.get(part, _OTHER) if old.get(part) == digest else _OTHER)
                    for part, digest in signed.parts
                )
                rows.set_columns(row["id"], {"shown": spell_shown(Shown(parts, signed.form))})
