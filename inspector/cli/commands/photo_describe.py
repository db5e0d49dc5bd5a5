"""`photo describe`: the caption elements of one photo or of many (DA/T 50-2014)."""

from argparse import Namespace
from typing import TYPE_CHECKING

from inspector.cli.lookup import photo_meant, place_meant, project_meant, visit_meant
from inspector.cli.parsing import Actions, add_action
from inspector.cli.session import Session
from inspector.cli.telling import Told, table
from inspector.core.bundles import ArchivePhoto, PhotoElement
from inspector.core.errors import InspectorError, Problem
from inspector.operations.archive_photos import captioned_photos
from inspector.operations.photos import PhotoWords, describe_photos
from inspector.words.archive import element_name
from inspector.words.language import _
from inspector.words.records import field_name

if TYPE_CHECKING:
    from inspector.core.projects import Project
    from inspector.operations.workspace import Workspace

_SAID = {
    "matter": "caption",
    "taken": "taken_said",
    "people": "people",
    "background": "background",
    "photographer": "photographer",
    "group": "group_title",
}
"""What an option says, by the field that it goes to."""


def declare_describe(actions: Actions) -> None:
    """Declare the action."""
    told = _("填写照片的著录要素：一张、若干张，或一个项目里缺某要素的全部；不填则只列出")
    describe = add_action(actions, "describe", told, describe_some)
    describe.add_argument(
        "photos", nargs="*", metavar="PHOTO", help=_("照片（id 或校验值的前 6 位以上）")
    )
    describe.add_argument("--project", metavar="P", help=_("项目（编码或 id）"))
    describe.add_argument(
        "--lacking",
        action="append",
        choices=[one.value for one in PhotoElement],
        help=_("只取缺这一要素的照片，可多次"),
    )
    describe.add_argument("--visit", metavar="V", help=_("只取这次查验的照片（编号或 id）"))
    for option in PhotoElement:
        if option is not PhotoElement.PLACE:
            describe.add_argument(f"--{option.value}", metavar="T", help=element_name(option))
    describe.add_argument("--place", metavar="L", help=element_name(PhotoElement.PLACE))
    describe.add_argument("--group", metavar="T", help=field_name("group_title"))


def describe_some(session: Session, given: Namespace) -> Told:
    """Say the same of the photos that are meant, or list what they have where nothing is said."""
    says = any(getattr(given, name) is not None for name in (*_SAID, "place"))
    if not says:
        with session.reading() as workspace:
            project = project_meant(workspace, given.project)
            return _listed(_meant(workspace, project, given))
    with session.writing() as workspace:
        project = project_meant(workspace, given.project)
        meant = {one.photo_id for one in _meant(workspace, project, given)}
        said = {field: getattr(given, option) for option, field in _SAID.items()}
        if given.place:
            said["place_id"] = place_meant(workspace, project, given.place).id
        describe_photos(workspace, sorted(meant), PhotoWords(**said))
        now = captioned_photos(workspace, project.id)
    return _listed([one for one in now if one.photo_id in meant])


def _meant(workspace: "Workspace", project: "Project", given: Namespace) -> list[ArchivePhoto]:
    """Give the photos of a project that are named, or all; then those that lack what is said.

    Where nothing but words is given, they are meant for the photos that lack them: nothing that
    was said is written over.
    """
    chosen = captioned_photos(workspace, project.id)
    if given.photos:
        ids = {_photo_of(workspace, project, one) for one in given.photos}
        chosen = tuple(one for one in chosen if one.photo_id in ids)
    if given.visit:
        visit = visit_meant(workspace, project, given.visit)
        with workspace.read() as office:
            own = {p.id for p in office.photos.of_project(project.id) if p.visit_id == visit.id}
        chosen = tuple(one for one in chosen if one.photo_id in own)
    elements = [PhotoElement(one) for one in given.lacking or ()]
    if not (elements or given.photos or given.visit):
        elements = [one for one in PhotoElement if getattr(given, one.value) is not None]
    if elements:
        chosen = tuple(one for one in chosen if one.lacking(elements))
    return list(chosen)


def _photo_of(workspace: "Workspace", project: "Project", code: str) -> str:
    photo = photo_meant(workspace, code)
    if photo.project_id != project.id:
        raise InspectorError(Problem.RECORD_MISSING, record="photo", id=code)
    return photo.id


def _listed(photos: list[ArchivePhoto]) -> Told:
    headers = (field_name("name"), *(element_name(one) for one in PhotoElement))
    rows = [
        (one.original_name, *(getattr(one, element.value) for element in PhotoElement))
        for one in photos
    ]
    data = [
        {
            "id": one.photo_id,
            "name": one.original_name,
            **{element.value: getattr(one, element.value) for element in PhotoElement},
            "lacking": list(one.lacking(PhotoElement)),
        }
        for one in photos
    ]
    count = _("{count} 张照片").format(count=len(photos))
    return Told(data=data, lines=(*table(headers, rows), count) if rows else (count,))
