"""Where inspecting can begin: projects by name, and the visit that is under way."""

from inspector.core.inspections import Visit
from inspector.core.projects import Project
from inspector.operations.workspace import Workspace


def list_sites(workspace: Workspace) -> list[Project]:
    """List the projects by code, without the numbers of their cards."""
    with workspace.read() as office:
        return office.projects.all()


def newest_visit(workspace: Workspace) -> Visit | None:
    """Find the visit that began last, in whichever project."""
    with workspace.read() as office:
        visits = [
            visit
            for project in office.projects.all()
            for visit in office.visits.of_project(project.id)
        ]
    return max(visits, key=lambda visit: (visit.first_on, visit.number), default=None)
