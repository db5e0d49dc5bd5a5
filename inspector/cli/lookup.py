"""From what a person types to the record that is meant: an id, a code, a number or a name."""

import re
from argparse import ArgumentTypeError
from datetime import date, datetime, time
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING

from inspector.core.checklists import PackRef
from inspector.core.errors import InspectorError, Problem
from inspector.core.inspections import Visit
from inspector.core.projects import Party, Place, Project
from inspector.operations.finding import only, party_of, place_of, project_of, visit_of
from inspector.operations.organisation import key_of
from inspector.operations.packs import find_pack
from inspector.words.language import _

if TYPE_CHECKING:
    from inspector.cli.parsing import Parser
    from inspector.core.defects import Defect, Notice
    from inspector.core.evidence import Photo
    from inspector.core.meetings import Meeting
    from inspector.core.signatures import Signature
    from inspector.operations.workspace import Workspace

_SHORTEST_HASH = 6
_UNITS = {"": 1, "K": 10**3, "M": 10**6, "G": 10**9, "T": 10**12}


def add_project_option(parser: "Parser") -> None:
    """Let a command be told which project it is about."""
    parser.add_argument(
        "--project", metavar="P", help=_("项目（编码或 id）；工作区里只有一个项目时可省略")
    )


def project_meant(workspace: "Workspace", code: str | None) -> Project:
    """Find the project that was named, or the only one that there is."""
    with workspace.read() as office:
        if code is not None:
            return project_of(office, code)
        known = office.projects.all()
    if len(known) > 1:
        codes = ", ".join(project.code for project in known)
        raise InspectorError(Problem.PROJECT_NOT_NAMED, codes=codes)
    return only(known, "project", "")


def place_meant(workspace: "Workspace", project: Project, code: str) -> Place:
    """Find a place by id, code, name, or the codes that lead to it (JF2/12/1)."""
    with workspace.read() as office:
        if "/" not in code:
            return place_of(office, project.id, code)
        places = office.places.of_project(project.id)
    found: list[Place] = []
    for depth, part in enumerate(code.split("/")):
        parents = {place.id for place in found}
        found = [
            place
            for place in places
            if part.upper() == place.code and (not depth or place.parent_id in parents)
        ]
    return only(found, "place", code)


def device_meant(workspace: "Workspace", code: str) -> str:
    """Find the key of a laptop by its code (机号) or key."""
    return key_of(workspace, code)


def party_meant(workspace: "Workspace", project: Project, code: str) -> Party:
    """Find a party by id, unit or role."""
    with workspace.read() as office:
        return party_of(office, project.id, code)


def visit_meant(workspace: "Workspace", project: Project, code: str | None) -> Visit:
    """Find a visit by id or number; without one it is the newest."""
    with workspace.read() as office:
        if code is not None:
            return visit_of(office, project.id, code)
        visits = office.visits.of_project(project.id)
    return only(visits[-1:], "visit", "")


def notice_meant(workspace: "Workspace", project: str | None, code: str) -> "Notice":
    """Find a notice by id or number, in one project or in all."""
    with workspace.read() as office:
        projects = office.projects.all() if project is None else [project_of(office, project)]
        notices = [notice for one in projects for notice in office.notices.of_project(one.id)]
    return only([n for n in notices if code in {n.id, n.number}], "notice", code)


def meeting_meant(workspace: "Workspace", project: str | None, code: str | None) -> "Meeting":
    """Find a meeting by id or number; without one it is the newest round of the project."""
    with workspace.read() as office:
        if code is not None:
            return only(office.meetings.named(code), "meeting", code)
    chosen = project_meant(workspace, project)
    with workspace.read() as office:
        return only(office.meetings.of_project(chosen.id)[-1:], "meeting", "")


def defect_meant(workspace: "Workspace", code: str) -> "Defect":
    """Find a defect by id or number."""
    with workspace.read() as office:
        return only(office.defects.named(code), "defect", code)


def signature_meant(workspace: "Workspace", code: str) -> "Signature":
    """Find a signature by id, or by the first digits of it; several are told apart in words."""
    if len(code) < _SHORTEST_HASH:
        raise InspectorError(
            Problem.ID_TOO_SHORT, record="signature", code=code, least=_SHORTEST_HASH
        )
    with workspace.read() as office:
        found = office.signatures.named(code.lower())
        if len(found) > 1:
            units = {p.id: p.unit for p in office.parties.of_project(found[0].project_id)}
            told = (_one_of(one, units.get(one.party_id, "—")) for one in found)
            raise InspectorError(Problem.RECORD_AMBIGUOUS, code=code, ids=tuple(told))
    return only(found, "signature", code)


def _one_of(one: "Signature", unit: str) -> str:
    at = one.signed_at[:16].replace("T", " ")
    return _("{id}（{unit}，{at}）").format(id=one.id, unit=unit, at=at)


def photo_meant(workspace: "Workspace", code: str) -> "Photo":
    """Find a photo by id, or by the first digits of its hash."""
    wanted = code.lower()
    with workspace.read() as office:
        photos = office.photos.all()
    by_hash = len(wanted) >= _SHORTEST_HASH
    found = [p for p in photos if p.id == wanted or (by_hash and p.sha256.startswith(wanted))]
    return only(found, "photo", code)


def item_meant(workspace: "Workspace", project: Project, code: str) -> tuple[PackRef, str]:
    """Find an item in the pack of the project's scheme, else in the newest national one."""
    with workspace.read() as office:
        scheme = office.scheme.of_project(project.id)
    pack = workspace.pack(scheme[0].pack) if scheme else find_pack(workspace)
    return pack.ref, pack.item(code.strip().upper()).id


def moment(text: str) -> datetime:
    """Read a moment; of a day alone its last instant."""
    typed = text.strip()
    read = datetime.fromisoformat(typed)
    is_day = len(typed) == len("2026-05-10")
    return datetime.combine(read.date(), time.max) if is_day else read


def day(text: str) -> date:
    """Read a day such as 2026-05-06."""
    return date.fromisoformat(text.strip())


def file_out(parser: "Parser", what: str) -> None:
    """Let a command be told where its file goes."""
    parser.add_argument("--out", type=Path, required=True, metavar="FILE", help=what)


def byte_count(text: str) -> int:
    """Read a size such as 700MB or 4.7GB, in the thousands that discs are sold by."""
    match = re.fullmatch(r"(\d+(?:\.\d+)?)\s*([KMGT]?B?)", text.strip().upper())
    size = int(Decimal(match[1]) * _UNITS[match[2].removesuffix("B")]) if match else 0
    if not size:
        raise ArgumentTypeError(_("大小写成 700MB、4.7GB 这样：{text}").format(text=text))
    return size
