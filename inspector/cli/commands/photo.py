"""`photo`: take in, list, link, release."""

from argparse import Namespace
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

from inspector.cli.commands.photo_describe import declare_describe
from inspector.cli.lookup import (
    item_meant,
    photo_meant,
    place_meant,
    project_meant,
    visit_meant,
)
from inspector.cli.parsing import Actions, Parser, add_action
from inspector.cli.photo_masks import declare_masks
from inspector.cli.session import Session
from inspector.cli.shapes import photo_shape
from inspector.cli.telling import Told, facts, table
from inspector.core.evidence import PhotoRole, Target
from inspector.core.ids import TRAY
from inspector.core.projects import Project
from inspector.core.text import clean
from inspector.operations.defects import show_defect
from inspector.operations.inspecting import Spot, answer_id
from inspector.operations.photos import (
    IntakeOrder,
    PhotoLine,
    import_photos,
    link_photo,
    list_photos,
    take_from_tray,
)
from inspector.operations.releasing import plan_release, release_originals
from inspector.words.language import _
from inspector.words.photos import cover_sentence, retained_sentence, whereabouts_name
from inspector.words.problems import explain
from inspector.words.records import field_name

if TYPE_CHECKING:
    from inspector.operations.workspace import Workspace

_TRAY_WORD = "tray"


def declare(parser: Parser) -> None:
    """Declare the actions."""
    actions = parser.actions()
    bring = add_action(actions, "import", _("收入照片文件或文件夹"), import_some)
    bring.add_argument("paths", nargs="+", type=Path, metavar="PATH", help=_("文件或文件夹"))
    bring.add_argument("--project", metavar="P", help=_("项目（编码或 id）；缺省放入待分拣"))
    bring.add_argument("--visit", metavar="V", help=_("查验（编号或 id），须同时指明项目"))
    bring.add_argument("--place", metavar="L", help=_("部位，须同时指明项目"))
    bring.add_argument("--photographer", help=field_name("photographer"))
    listing = add_action(actions, "list", _("列出照片"), list_all)
    listing.add_argument(
        "--project", metavar="P", help=_("项目（编码或 id），tray 为待分拣；缺省全部")
    )
    _declare_release(actions)
    declare_masks(actions)
    declare_describe(actions)
    link = add_action(actions, "link", _("说明照片拍的是什么"), link_one)
    link.add_argument("photo", help=_("照片（id 或校验值的前 6 位以上）"))
    aims = link.add_mutually_exclusive_group(required=True)
    aims.add_argument("--defect", metavar="D", help=_("问题（编号或 id）"))
    aims.add_argument("--place", metavar="L", help=_("部位（编码、名称或 id）"))
    link.add_argument("--item", metavar="I", help=_("检查项：与 --place 一起表示查验结果"))
    link.add_argument("--visit", metavar="V", help=_("查验（编号或 id），缺省为最近一次"))
    link.add_argument("--project", metavar="P", help=_("项目（编码或 id）；待分拣的照片由此归入"))
    link.add_argument(
        "--role",
        choices=[role.value for role in PhotoRole],
        default=PhotoRole.EVIDENCE.value,
        help=_("拍的是什么：全景、近景、整改前、整改后等"),
    )


def _declare_release(actions: Actions) -> None:
    release = add_action(
        actions,
        "release",
        _("删除其他电脑已存有的照片原件，腾出空间；绝不删最后一份"),
        release_some,
    )
    release.add_argument("--project", metavar="P", help=_("项目（编码或 id）；缺省全部"))
    release.add_argument("--dry-run", action="store_true", help=_("只说明哪些能释放，不删除"))


def import_some(session: Session, given: Namespace) -> Told:
    """Take photos in; what is no photo is named and does not stop the others."""
    with session.writing() as workspace:
        order = _order(workspace, given)
        receipt = import_photos(workspace, given.paths, order, session.progress).value
        mine = {photo.id for photo in (*receipt.taken, *receipt.known)}
        lines = {one.photo.id: one for one in list_photos(workspace) if one.photo.id in mine}
    refused = [
        {"file": one.file, "problem": one.error.problem, "message": explain(one.error)}
        for one in receipt.refused
    ]
    data = {
        "taken": [photo_shape(lines[photo.id]) for photo in receipt.taken],
        "known": [photo_shape(lines[photo.id]) for photo in receipt.known],
        "refused": refused,
    }
    counts = _("收入 {taken} 张，已有 {known} 张，未收入 {refused} 个文件").format(
        taken=len(receipt.taken), known=len(receipt.known), refused=len(refused)
    )
    sentences = tuple(explain(one.error) for one in receipt.refused)
    return Told(data=data, lines=(counts,), sentences=sentences, done=not refused)


def _order(workspace: "Workspace", given: Namespace) -> IntakeOrder:
    """Say where the photos belong; without a project they wait in the tray."""
    photographer = clean(given.photographer or "") or None
    if not (given.project or given.visit or given.place):
        return IntakeOrder(photographer=photographer)
    project = project_meant(workspace, given.project)
    visit = visit_meant(workspace, project, given.visit) if given.visit else None
    place = place_meant(workspace, project, given.place) if given.place else None
    return IntakeOrder(
        project_id=project.id,
        visit_id=visit.id if visit else None,
        place_id=place.id if place else None,
        photographer=photographer,
    )


def list_all(session: Session, given: Namespace) -> Told:
    """List the photos of a project, of the tray, or all."""
    with session.reading() as workspace:
        if given.project == _TRAY_WORD:
            found = list_photos(workspace, TRAY)
        else:
            chosen = project_meant(workspace, given.project).id if given.project else None
            found = list_photos(workspace, chosen)
    headers = (
        field_name("name"),
        _("拍摄时间"),
        _("纬度"),
        _("经度"),
        _("设备"),
        _("关联"),
        _("原件"),
    )
    return Told(data=[photo_shape(line) for line in found], lines=table(headers, map(_row, found)))


def _row(line: PhotoLine) -> tuple[object, ...]:
    facts_ = line.photo.facts
    position = facts_.position
    return (
        line.photo.name,
        facts_.taken_local,
        position.latitude if position else "",
        position.longitude if position else "",
        facts_.model,
        len(line.links),
        whereabouts_name(line.where),
    )


def release_some(session: Session, given: Namespace) -> Told:
    """Delete the originals that other laptops hold, and say why the others stay."""
    with session.writing() as workspace:
        chosen = project_meant(workspace, given.project).id if given.project else None
        photos = [line.photo for line in list_photos(workspace, chosen) if line.is_here]
        if given.dry_run:
            plan = plan_release(workspace, photos)
        else:
            plan = release_originals(workspace, photos, session.progress).value
    data = {
        "released": [photo.id for photo in plan.photos],
        "bytes": plan.size,
        "kept": [
            {"id": photo.id, "code": why, "message": retained_sentence(why, photo.name)}
            for photo, why in plan.retained
        ],
        "held_by": [asdict(cover) for cover in plan.covers],
        "dry_run": given.dry_run,
    }
    told = (
        _("可释放 {count} 张，{size} 字节") if given.dry_run else _("释放 {count} 张，{size} 字节")
    )
    count = told.format(count=len(plan.photos), size=plan.size)
    why = tuple(retained_sentence(why, photo.name) for photo, why in plan.retained)
    held = tuple(cover_sentence(one.name, one.count, one.package) for one in plan.covers)
    return Told(data=data, lines=(count, *held, *why))


def link_one(session: Session, given: Namespace) -> Told:
    """Say what a photo shows; one from the tray is given to the project first."""
    with session.writing() as workspace:
        photo = photo_meant(workspace, given.photo)
        project, target, target_id = _aim(workspace, given)
        if photo.project_id == TRAY:
            photo = take_from_tray(workspace, project.id, [photo.id]).value[0]
        link = link_photo(workspace, photo.id, target, target_id, PhotoRole(given.role)).value
    data = {"id": link.id, "code": link.role, "title": photo.name, "link": link}
    return Told(data=data, lines=facts([("id", link.id), (target.value, target_id)]))


def _aim(workspace: "Workspace", given: Namespace) -> tuple[Project, Target, str]:
    if given.defect:
        defect = show_defect(workspace, given.defect).defect
        return project_meant(workspace, defect.project_id), Target.DEFECT, defect.id
    project = project_meant(workspace, given.project)
    place = place_meant(workspace, project, given.place)
    if not given.item:
        return project, Target.PLACE, place.id
    visit = visit_meant(workspace, project, given.visit)
    _ref, item = item_meant(workspace, project, given.item)
    return project, Target.ANSWER, answer_id(project.id, Spot(visit.id, place.id, item))
