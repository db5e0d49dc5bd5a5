"""Say something as the organisation: rows that count because its key signed them (3.10)."""

from collections.abc import Mapping, Sequence
from typing import Any

from inspector.core.ids import ORG
from inspector.store.office import Office
from inspector.store.rows import Rows
from inspector.sync.keys import DeviceKey
from inspector.sync.segments import seal, seal_all
from inspector.sync.taking import settle_anew

Said = tuple[str, Mapping[str, Any]]
"""A row of `mandate` or `mandate_end`: (table, row without project)."""


def speak(
    office: Office, key: DeviceKey, root: DeviceKey, said: Sequence[Said], fresh: bytes
) -> None:
    """Write rows in a segment of their own that the organisation's key signs, and obey them."""
    seal_all(office, key)
    for table, row in said:
        Rows(office.db, table).put({**row, "project_id": ORG})
    for seg in office.journal.unsealed():
        seal(office.journal, seg, root)
    settle_anew(office, key, fresh)
