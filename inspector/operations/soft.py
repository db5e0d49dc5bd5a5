"""A view of what came together without a conflict and yet wants a look (sync design, 3.7)."""

from collections.abc import Iterator

from inspector.core.soft import SoftConflict, SoftKind, unaware
from inspector.operations.conflicts import Teller
from inspector.operations.workspace import Workspace
from inspector.store.office import Office
from inspector.store.schema import BY_NAME
from inspector.store.soft import SoftRepository


def list_soft_conflicts(workspace: Workspace, project_id: str | None = None) -> list[SoftConflict]:
    """List records that people may want to look at after laptops met; nothing is blocked by it.

    Changes of different fields go from the list when the laptops have each other's.
    """
    with workspace.read() as office:
        soft = SoftRepository(office.db)
        return [
            *_shared_numbers(office, soft, project_id),
            *_orphans(office, soft, project_id),
            *_fields(office, soft, project_id),
        ]


def _fields(office: Office, soft: SoftRepository, project_id: str | None) -> Iterator[SoftConflict]:
    sight, teller = soft.sight(), Teller(office)
    if not sight.held:
        return
    for row, table, project, changes in soft.changes(sight, project_id):
        met = unaware(changes, sight) if table in BY_NAME else []
        if met and office.conflicts.exists(table, row):
            yield SoftConflict(
                kind=SoftKind.FIELDS,
                project_id=project,
                table=table,
                row=row,
                title=office.conflicts.title_of(table, row),
                values=tuple(teller.tell(one.opid, table, one.column) for one in met),
            )


def _orphans(
    office: Office, soft: SoftRepository, project_id: str | None
) -> Iterator[SoftConflict]:
    for row, table, project, column, _target, gone in soft.orphans(project_id):
        yield SoftConflict(
            kind=SoftKind.ORPHAN,
            project_id=project,
            table=table,
            row=row,
            title=office.conflicts.title_of(table, row),
            column=column,
            others=(gone,),
        )


def _shared_numbers(
    office: Office, soft: SoftRepository, project_id: str | None
) -> Iterator[SoftConflict]:
    for table, column, number, bearers in soft.shared_numbers(project_id):
        for row, project in bearers:
            yield SoftConflict(
                kind=SoftKind.NUMBER,
                project_id=project,
                table=table,
                row=row,
                title=office.conflicts.title_of(table, row),
                column=column,
                others=tuple(other for other, _project in bearers if other != row),
                number=number,
            )
