"""`photo mask`: boxes over what must not be published, and who looked at which photo."""

from argparse import Namespace
from typing import TYPE_CHECKING

from inspector.cli.lookup import photo_meant, project_meant
from inspector.cli.parsing import Actions, Parser, add_action
from inspector.cli.session import Session
from inspector.cli.telling import Told, facts, table
from inspector.core.masks import MaskKind, PhotoMask, box_text, parse_box
from inspector.operations.finding import only
from inspector.operations.masks import (
    MaskedPhoto,
    add_mask,
    list_masked,
    masked_photo,
    remove_mask,
    review_photo,
)
from inspector.words.language import _
from inspector.words.masks import mask_kind_name, review_name
from inspector.words.records import field_name

if TYPE_CHECKING:
    from inspector.operations.workspace import Workspace


def declare_masks(actions: Actions) -> None:
    """Declare the actions."""
    about = _("公开副本的遮挡：在照片上画框、列出、删除，说明哪些照片已审看")
    mask = actions.add_parser("mask", help=about, help_text=about).actions()
    add = add_action(mask, "add", _("在照片上画一个遮挡框"), add_one)
    _photo_argument(add)
    add.add_argument(
        "--box",
        required=True,
        metavar="X,Y,W,H",
        help=_("左、上、宽、高，各为转正后画面宽高的小数，如 0.25,0.1,0.2,0.3"),
    )
    add.add_argument(
        "--kind",
        choices=[kind.value for kind in MaskKind],
        default=MaskKind.FACE.value,
        help=_("遮挡的是什么：人脸、车牌、其他"),
    )
    listing = add_action(mask, "list", _("列出照片的遮挡框和审看情况"), list_all)
    listing.add_argument("--project", metavar="P", help=_("项目（编码或 id）"))
    remove = add_action(mask, "remove", _("删除一个遮挡框"), remove_one)
    remove.add_argument("mask", help=_("遮挡框的 id"))
    done = add_action(mask, "done", _("说明照片已审看，要遮挡的都画了框"), review_some)
    done.add_argument("photo", nargs="+", help=_("照片（id 或校验值的前 6 位以上）"))
    undone = add_action(mask, "undone", _("收回“已审看”"), unreview_some)
    undone.add_argument("photo", nargs="+", help=_("照片（id 或校验值的前 6 位以上）"))


def _photo_argument(parser: Parser) -> None:
    parser.add_argument("photo", help=_("照片（id 或校验值的前 6 位以上）"))


def add_one(session: Session, given: Namespace) -> Told:
    """Draw a box."""
    box = parse_box(given.box)
    with session.writing() as workspace:
        photo = photo_meant(workspace, given.photo)
        mask = add_mask(workspace, photo.id, box, MaskKind(given.kind)).value
    shown = [("id", mask.id), (field_name("photo"), photo.name), (field_name("box"), box_text(box))]
    return Told(data=_mask_shape(mask), lines=facts(shown))


def list_all(session: Session, given: Namespace) -> Told:
    """List photos with their boxes."""
    with session.reading() as workspace:
        project = project_meant(workspace, given.project)
        found = list_masked(workspace, project.id)
    headers = (field_name("photo"), _("审看"), _("遮挡"), field_name("box"), "id")
    rows = (row for one in found for row in _rows(one))
    return Told(data=[_photo_shape(one) for one in found], lines=table(headers, rows))


def _rows(one: MaskedPhoto) -> list[tuple[object, ...]]:
    state = review_name(is_reviewed=one.review is not None)
    if not one.masks:
        return [(one.photo.name, state, "", "", "")]
    return [
        (one.photo.name, state, mask_kind_name(mask.kind), box_text(mask.box), mask.id)
        for mask in one.masks
    ]


def remove_one(session: Session, given: Namespace) -> Told:
    """Take a box away."""
    with session.writing() as workspace:
        mask = remove_mask(workspace, _mask_meant(workspace, given.mask)).value
    return Told(data=_mask_shape(mask), lines=facts([("id", mask.id)]))


def _mask_meant(workspace: "Workspace", code: str) -> str:
    with workspace.read() as office:
        masks = [
            mask
            for project in office.projects.all()
            for boxes in office.masks.of_project(project.id).values()
            for mask in boxes
        ]
    return only([mask for mask in masks if mask.id == code.lower()], "photo_mask", code).id


def review_some(session: Session, given: Namespace) -> Told:
    """Say that photos were looked at."""
    return _reviewed(session, given, done=True)


def unreview_some(session: Session, given: Namespace) -> Told:
    """Take that back."""
    return _reviewed(session, given, done=False)


def _reviewed(session: Session, given: Namespace, *, done: bool) -> Told:
    with session.writing() as workspace:
        photos = [photo_meant(workspace, code) for code in given.photo]
        for photo in photos:
            review_photo(workspace, photo.id, done=done)
        found = [masked_photo(workspace, photo.id) for photo in photos]
    lines = tuple(
        _("{photo}：{state}").format(
            photo=one.photo.name, state=review_name(is_reviewed=one.review is not None)
        )
        for one in found
    )
    return Told(data=[_photo_shape(one) for one in found], lines=lines)


def _photo_shape(one: MaskedPhoto) -> dict[str, object]:
    review = one.review
    return {
        "id": one.photo.id,
        "code": one.photo.sha256,
        "title": one.photo.name,
        "reviewed": review is not None,
        "reviewed_by": review and review.by,
        "reviewed_at_ms": review and review.at_ms,
        "masks": [_mask_shape(mask) for mask in one.masks],
    }


def _mask_shape(mask: PhotoMask) -> dict[str, object]:
    return {
        "id": mask.id,
        "code": mask.kind,
        "title": mask_kind_name(mask.kind),
        "photo_id": mask.photo_id,
        "box": box_text(mask.box),
        "by_id": mask.by,
        "at_ms": mask.at_ms,
    }
