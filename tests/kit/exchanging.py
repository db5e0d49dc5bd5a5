"""Offices and laptops with folders of their own, and packages carried between them by hand."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import count
from pathlib import Path
from typing import Any

import pytest

from inspector.core.errors import InspectorError, Problem
from inspector.core.exchange import Receipt
from inspector.operations.conflicts import list_conflicts
from inspector.operations.organisation import Enrolment, enrol, load_request, write_request
from inspector.operations.packing import PackOrder, pack
from inspector.operations.taking import take_packages
from inspector.operations.upkeep import check_workspace, workspace_info
from inspector.operations.workspace import Workspace, open_workspace
from inspector.store.content import content_hash
from tests.kit.builders import StoppedClock, make_workspace

PHRASE = "correct horse"
_numbers = count(1)


@contextmanager
def laptops(folder: Path, *names: str) -> Iterator[list[Workspace]]:
    """Give workspaces of different people, closed afterwards."""
    made = [make_workspace(folder / name, person=f"{name}工") for name in names]
    try:
        yield made
    finally:
        for workspace in made:
            workspace.close()


def stick(giver: Workspace, *, photos: bool = True, to: Workspace | None = None) -> Path:
    """Pack all that a workspace has, or what another lacks, onto a stick."""
    order = PackOrder(receiver=to.key().public.hex() if to else "", photos=photos)
    target = giver.folder.parent / f"stick-{next(_numbers)}.ipkg"
    (path,) = pack(giver, target, order).paths
    return path


def hand_over(giver: Workspace, *takers: Workspace, **order: Any) -> list[Receipt]:
    """Carry a stick from one to others; every operation on it is accounted for."""
    path = stick(giver, **order)
    return [receipt for taker in takers for receipt in taken(taker, path)]


def taken(taker: Workspace, *paths: Path, join: bool = False) -> tuple[Receipt, ...]:
    """Take packages in; none may be refused and every receipt must balance."""
    intake = take_packages(taker, paths, join=join).value
    assert not intake.refused
    for receipt in intake.receipts:
        assert receipt.is_balanced, receipt
    return intake.receipts


def meet(*workspaces: Workspace) -> None:
    """Let everybody have everything."""
    for _round in range(2):
        for giver in workspaces:
            hand_over(giver, *(one for one in workspaces if one is not giver))


def admit(office: Workspace, laptop: Workspace, *, code: str = "", supervises: bool = False) -> str:
    """Enrol a laptop on its request; give the file of the answer's mandate."""
    path = laptop.folder.parent / f"request-{next(_numbers)}.json"
    request = load_request(write_request(laptop, path))
    enrolment = Enrolment(request=request, code=code, supervises=supervises)
    return enrol(office, enrolment, PHRASE).value


def key_of(workspace: Workspace) -> str:
    """Give the name of a laptop's key."""
    return workspace.key().public.hex()


# -- what a workspace holds ----------------------------------------------------------------------


def shows(workspace: Workspace) -> str:
    """Give the hash of all records."""
    with workspace.read() as office:
        return content_hash(office.db)


def everything_in(workspace: Workspace) -> dict[str, list[dict[str, Any]]]:
    """Give every row of every table of the database, local ones too."""
    with workspace.read() as office:
        names = office.db.execute(
            "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'"
        ).fetchall()
        return {name: sorted(office.db[name].rows, key=repr) for (name,) in names}


def codes_in(workspace: Workspace) -> list[str]:
    """List the codes of the projects."""
    with workspace.read() as office:
        return sorted(project.code for project in office.projects.all())


def refusal(workspace: Workspace, *paths: Path, join: bool = False) -> Problem:
    """Take something in that must be refused, and nothing in the database may have changed."""
    workspace.seal()
    before = everything_in(workspace)
    with pytest.raises(InspectorError) as caught:
        take_packages(workspace, paths, join=join)
    assert everything_in(workspace) == before
    return caught.value.problem


def assert_sound(*workspaces: Workspace) -> None:
    """Check that tables, journal and files of workspaces agree, and that they show the same."""
    for workspace in workspaces:
        workspace.seal()
        found = check_workspace(workspace.folder)
        assert not [one for one in found.findings if not one.is_harmless], found.findings
    assert len({shows(workspace) for workspace in workspaces}) == 1
    conflicts = [sorted(one.id for one in list_conflicts(each)) for each in workspaces]
    assert all(one == conflicts[0] for one in conflicts)


# -- disks ----------------------------------------------------------------------------------------


def copy_of(workspace: Workspace, folder: Path) -> Workspace:
    """Copy a closed workspace's folder and open the copy with the same profile."""
    shutil.copytree(workspace.folder, folder)
    return open_workspace(folder, workspace.profile, StoppedClock())


def replica_of(workspace: Workspace) -> str:
    """Name the stream that a workspace writes."""
    return workspace_info(workspace.folder).replica
