"""`claim`: what breaks within its warranty: reported, repaired, closed by another person."""

from argparse import Namespace
from pathlib import Path
from typing import TYPE_CHECKING

from inspector.cli.aftercare_shapes import claim_lines, claim_shape
from inspector.cli.lookup import add_project_option, day, party_meant, place_meant, project_meant
from inspector.cli.parsing import Actions, Parser, add_action
from inspector.cli.session import Session
from inspector.cli.telling import Told
from inspector.core.aftercare.claim import WarrantyClaim
from inspector.core.evidence import PhotoRole
from inspector.core.projects import Project
from inspector.operations.aftercare import aftercare_of, remove_aftercare_record
from inspector.operations.attaching import attach_claim_photos
from inspector.operations.claims import (
    ClaimDraft,
    claim_of,
    close_claim,
    edit_claim,
    reopen_claim,
    repair_claim,
    report_claim,
)
from inspector.operations.workspace import Workspace
from inspector.words.language import _
from inspector.words.records import field_name

if TYPE_CHECKING:
    from inspector.cli.parsing import Run

_PHOTOS = (("before", PhotoRole.BEFORE), ("after", PhotoRole.AFTER))


def declare(parser: Parser) -> None:
    """Declare the actions."""
    actions = parser.actions()
    listing = add_action(actions, "list", _("列出质保报修"), list_all)
    add_project_option(listing)
    _declare_facts(actions)
    repairing = _on_claim(actions, "repair", _("登记修复"), repair_one)
    repairing.add_argument("--on", type=day, metavar="DATE", help=_("修复日期，缺省为今天"))
    repairing.add_argument("--by", required=True, metavar="NAME", help=field_name("repaired_by"))
    repairing.add_argument("--text", default="", help=field_name("repair"))
    closing = _on_claim(actions, "close", _("查看后销项（不能是维修人）"), close_one)
    closing.add_argument("--on", type=day, metavar="DATE", help=_("销项日期，缺省为今天"))
    _on_claim(actions, "reopen", _("撤销销项"), reopen_one)
    photos = _on_claim(actions, "photos", _("加上修复前后的照片"), photos_of)
    for name, text in (("--before", _("报修时的照片")), ("--after", _("修复后的照片"))):
        photos.add_argument(name, nargs="+", default=[], type=Path, metavar="PATH", help=text)
    _on_claim(actions, "remove", _("删除一条误录的记录"), remove_one)


def _declare_facts(actions: Actions) -> None:
    adding = add_action(actions, "add", _("登记一项质保报修"), add_one)
    editing = _on_claim(actions, "edit", _("修改一项质保报修"), edit_one)
    add_project_option(adding)
    for parser in (adding, editing):
        is_new = parser is adding
        parser.add_argument("--text", required=is_new, help=field_name("text"))
        parser.add_argument("--on", type=day, metavar="DATE", help=field_name("reported_on"))
        parser.add_argument("--place", metavar="L", help=field_name("place_id"))
        parser.add_argument("--warranty", metavar="ID", help=field_name("warranty_id"))
        parser.add_argument("--party", metavar="P", help=_("责任单位，缺省为该项保修的责任单位"))
        parser.add_argument("--note", help=field_name("note"))


def _on_claim(actions: Actions, name: str, text: str, run: "Run") -> Parser:
    parser = add_action(actions, name, text, run)
    parser.add_argument("claim", help=_("质保报修（编号或 id）"))
    return parser


def list_all(session: Session, given: Namespace) -> Told:
    """List the claims of a project."""
    with session.reading() as workspace:
        view = aftercare_of(workspace, project_meant(workspace, given.project).id)
    return Told(data=[claim_shape(view, one) for one in view.claims], lines=claim_lines(view))


def add_one(session: Session, given: Namespace) -> Told:
    """Put a claim on record."""
    with session.writing() as workspace:
        project = project_meant(workspace, given.project)
        draft = ClaimDraft(
            text=given.text,
            reported_on=given.on,
            place_id=_place(workspace, project, given),
            warranty_id=given.warranty,
            party_id=_party(workspace, project, given),
            note=given.note,
        )
        return _told(workspace, report_claim(workspace, project.id, draft).value)


def edit_one(session: Session, given: Namespace) -> Told:
    """Change facts of a claim."""
    with session.writing() as workspace:
        claim = claim_of(workspace, given.claim)
        project = project_meant(workspace, claim.project_id)
        told = {
            "text": given.text,
            "reported_on": given.on,
            "place_id": _place(workspace, project, given),
            "warranty_id": given.warranty,
            "party_id": _party(workspace, project, given),
            "note": given.note,
        }
        facts = {name: value for name, value in told.items() if value is not None}
        return _told(workspace, edit_claim(workspace, claim.id, facts).value)


def repair_one(session: Session, given: Namespace) -> Told:
    """Put the repair of a claim on record."""
    with session.writing() as workspace:
        claim = claim_of(workspace, given.claim)
        on = given.on or workspace.today()
        return _told(workspace, repair_claim(workspace, claim.id, on, given.by, given.text).value)


def close_one(session: Session, given: Namespace) -> Told:
    """Close a claim."""
    with session.writing() as workspace:
        claim = claim_of(workspace, given.claim)
        return _told(workspace, close_claim(workspace, claim.id, given.on).value)


def reopen_one(session: Session, given: Namespace) -> Told:
    """Take the closing of a claim back."""
    with session.writing() as workspace:
        claim = claim_of(workspace, given.claim)
        return _told(workspace, reopen_claim(workspace, claim.id).value)


def photos_of(session: Session, given: Namespace) -> Told:
    """Add photos to a claim."""
    with session.writing() as workspace:
        claim = claim_of(workspace, given.claim)
        for name, role in _PHOTOS:
            paths = getattr(given, name)
            if paths:
                attach_claim_photos(workspace, claim.id, role, paths, session.progress)
        return _told(workspace, claim)


def remove_one(session: Session, given: Namespace) -> Told:
    """Take a claim off that was entered by mistake."""
    with session.writing() as workspace:
        claim = claim_of(workspace, given.claim)
        remove_aftercare_record(workspace, claim.id)
    return Told(data={"id": claim.id, "deleted": True}, lines=(claim.number,))


def _place(workspace: Workspace, project: Project, given: Namespace) -> str | None:
    return place_meant(workspace, project, given.place).id if given.place else None


def _party(workspace: Workspace, project: Project, given: Namespace) -> str | None:
    return party_meant(workspace, project, given.party).id if given.party else None


def _told(workspace: Workspace, claim: WarrantyClaim) -> Told:
    view = aftercare_of(workspace, claim.project_id)
    line = next(one for one in view.claims if one.claim.id == claim.id)
    return Told(data=claim_shape(view, line), lines=claim_lines(view, [line]))
