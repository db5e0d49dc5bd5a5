"""`bundle public`: the copy of a project for publication, without personal data."""

from argparse import Namespace
from dataclasses import asdict
from pathlib import Path

from inspector.cli.lookup import add_project_option, byte_count, project_meant
from inspector.cli.parsing import Actions, add_action
from inspector.cli.session import Session
from inspector.cli.telling import Told, facts, table
from inspector.core.bundles import BundleForm
from inspector.core.privacy import PersonalKind
from inspector.operations.public_copy import PublicWish, seal_public_copy
from inspector.operations.publishing import publishable
from inspector.words.language import _
from inspector.words.masks import personal_name
from inspector.words.publishing import left_out_lines, origin_name
from inspector.words.records import field_name


def declare_public(actions: Actions) -> None:
    """Declare the action."""
    about = _("制作公开副本：删除个人信息，照片按画框遮挡，另成一包")
    public = add_action(actions, "public", about, make_public)
    add_project_option(public)
    where = public.add_mutually_exclusive_group(required=True)
    where.add_argument("--out", type=Path, metavar="FILE", help=_("要写的 ZIP 文件"))
    where.add_argument(
        "--plan", action="store_true", help=_("只列出未审看的照片数和收到的文件，不制作")
    )
    public.add_argument(
        "--leave-unreviewed", action="store_true", help=_("不收入未审看的照片，而不是停下")
    )
    public.add_argument(
        "--release",
        action="append",
        default=[],
        metavar="SHA256",
        help=_("放行一件收到的文件（校验值的前 6 位以上），原样收入；可多次使用"),
    )
    public.add_argument("--folder", action="store_true", help=_("写成文件夹，不打包成 ZIP"))
    public.add_argument(
        "--part-size",
        type=byte_count,
        metavar="SIZE",
        help=_("分盘：每部分最多这么大，如 700MB、4.7GB、25GB"),
    )


def make_public(session: Session, given: Namespace) -> Told:
    """Write the public copy of a project, or tell what there is to publish."""
    if given.plan:
        return _planned(session, given)
    wish = PublicWish(
        leave_unreviewed=given.leave_unreviewed,
        released=tuple(given.release),
        form=BundleForm(as_folder=given.folder, part_bytes=given.part_size),
    )
    with session.writing() as workspace:
        project = project_meant(workspace, given.project)
        made = seal_public_copy(workspace, project.id, given.out, wish, session.progress).value
    shown = [
        (field_name("public_copy"), "、".join(map(str, made.paths))),
        (field_name("number"), made.copy.number),
        (_("文件数"), made.copy.files),
        (field_name("photo"), made.copy.photos),
        (_("校验值"), made.copy.sha256),
        *(
            (_("从文字中删除：{what}").format(what=personal_name(PersonalKind(kind))), count)
            for kind, count in made.removed.items()
        ),
    ]
    data = {
        "id": made.copy.id,
        "code": made.copy.number,
        "title": made.copy.name,
        "files": list(made.paths),
        "sha256": made.copy.sha256,
        "photos": made.copy.photos,
        "released": made.copy.released.split(),
        "removed_from_texts": made.removed,
        "left_out": [asdict(one) for one in made.left_out],
    }
    return Told(data=data, lines=facts(shown), sentences=left_out_lines(made.left_out))


def _planned(session: Session, given: Namespace) -> Told:
    with session.reading() as workspace:
        found = publishable(workspace, project_meant(workspace, given.project).id)
    shown = [(field_name("photo"), found.photos), (_("未审看"), found.unseen)]
    headers = (_("收到的文件"), field_name("name"), _("校验值"))
    rows = [(origin_name(one.origin), one.title, one.sha256) for one in found.received]
    lines = (*facts(shown), *(table(headers, rows) if rows else ()))
    return Told(data=asdict(found), lines=lines)
