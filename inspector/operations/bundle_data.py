"""The records of a project as a bundle carries them: tables, journals, checklists."""

import json
from collections.abc import Iterator

from inspector.checklists.dump import dump
from inspector.core.ids import ORG
from inspector.operations.acceptance import program_name
from inspector.operations.workspace import Workspace
from inspector.store.content import project_hash
from inspector.store.export import column_kinds, project_tables
from inspector.store.office import Office

BUNDLE_FACTS, JOURNAL, ORG_JOURNAL = "bundle.json", "journal", "journal-org"
"""Files of a bundle's data: what they come to; the journal of the project, and the office's."""


def bundle_data(workspace: Workspace, project_id: str) -> Iterator[tuple[str, bytes]]:
    """Give the records as JSON, one file a table, with the journal that proves them."""
    with workspace.read() as office:
        for table, rows in project_tables(office.db, project_id).items():
            yield f"{table}.json", _json(rows)
        yield "columns.json", _json(column_kinds())
        yield BUNDLE_FACTS, _json(_facts(office, project_id))
        yield from _journal(office, project_id, JOURNAL)
        yield from _journal(office, ORG, ORG_JOURNAL)
    yield from pack_contents(workspace, project_id)


def _facts(office: Office, project_id: str) -> dict[str, object]:
    """Say what the records must come to when they are made again from the journals."""
    pin = office.segments.pin()
    return {
        "project": project_id,
        "content_hash": project_hash(office.db, project_id),
        "organisation": pin.root if pin else "",
        "organisation_name": pin.name if pin else "",
        "heads": {
            JOURNAL: office.journal.heads_of(project_id),
            ORG_JOURNAL: office.journal.heads_of(ORG),
        },
        "program": program_name(),
    }


def _journal(office: Office, project_id: str, folder: str) -> Iterator[tuple[str, bytes]]:
    """Give the sealed segments in order, and a list of their hashes, keys and signatures."""
    listed = []
    for number, (digest, key, signature, body) in enumerate(
        office.journal.bodies_of(project_id), start=1
    ):
        name = f"{folder}/{number:05d}-{digest[:12]}.json"
        listed.append({"file": name, "hash": digest, "key": key, "signature": signature})
        yield name, body
    yield f"{folder}.json", _json(listed)


def pack_contents(workspace: Workspace, project_id: str) -> list[tuple[str, bytes]]:
    """Give the checklists that a project's scheme and answers name."""
    with workspace.read() as office:
        refs = {row.pack for row in office.scheme.of_project(project_id)}
        refs |= {answer.pack for answer in office.answers.of_project(project_id)}
    ordered = sorted(refs, key=lambda ref: (ref.pack_id, ref.version, ref.hash))
    return [
        (f"checklist-{ref.pack_id}-{ref.version}.json", dump(workspace.pack(ref)))
        for ref in ordered
    ]


def _json(value: object) -> bytes:
    return json.dumps(value, ensure_ascii=False, indent=1, sort_keys=True).encode()
