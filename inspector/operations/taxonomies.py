"""The kind of renovation of a project under each taxonomy of its checklists."""

from dataclasses import dataclass

from inspector.core.checklists import Item, TierProfile
from inspector.core.taxonomies import renovation_type
from inspector.operations.standing import Standing, stand_of
from inspector.operations.workspace import Workspace


@dataclass(frozen=True, slots=True)
class RenovationType:
    """What a project is under one taxonomy."""

    profile: TierProfile
    name: str


def renovation_types(workspace: Workspace, project_id: str) -> tuple[RenovationType, ...]:
    """Derive what a project is under each taxonomy, from its works in scope."""
    return types_over(workspace, stand_of(workspace, project_id))


def types_over(workspace: Workspace, standing: Standing) -> tuple[RenovationType, ...]:
    """Derive it from how a project stands; taxonomies of several checklists count once each."""
    profiles: dict[str, TierProfile] = {}
    items: dict[str, Item] = {}
    for finding in standing.findings:
        items.setdefault(finding.item.id, finding.item)
    for ref in {finding.row.pack.hash: finding.row.pack for finding in standing.findings}.values():
        for profile in workspace.pack(ref).head.profiles:
            profiles.setdefault(profile.code, profile)
    found = ((profile, renovation_type(profile, items.values())) for profile in profiles.values())
    return tuple(RenovationType(profile, name) for profile, name in found if name is not None)
