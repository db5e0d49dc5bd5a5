"""What keeps the papers of a project from being final: disputes, and what is yet to come."""

from inspector.core.exchange import MissingTarget, Unsettled
from inspector.operations.conflicts import conflicts_over
from inspector.store.checks import dangling_links
from inspector.store.office import Office
from inspector.store.segments import State


def unsettled_over(office: Office, project_id: str) -> Unsettled:
    """Look for what is open in a project, in one consistent state.

    Only critical conflicts count. What lies in quarantine does not: the organisation has not
    said that it belongs here.
    """
    found = conflicts_over(office, project_id)
    return Unsettled(
        conflicts=tuple(conflict for conflict in found if conflict.is_critical),
        waiting=sum(
            one.count
            for one in office.segments.unsettled()
            if one.state is State.WAITING and one.project == project_id
        ),
        missing=tuple(MissingTarget(*link) for link in dangling_links(office.db, project_id)),
    )
