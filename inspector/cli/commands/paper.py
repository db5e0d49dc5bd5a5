"""`paper`: list the papers of a project, make one of them."""

from argparse import Namespace
from pathlib import Path

from inspector.cli.commands.report import told_made
from inspector.cli.lookup import add_project_option, file_out, project_meant
from inspector.cli.parsing import Parser, add_action
from inspector.cli.session import Session
from inspector.cli.shapes import report_shape
from inspector.cli.telling import Told, facts, table
from inspector.core.issued import OF_PROJECT, PaperKind
from inspector.operations.looks import export_look, office_look, take_look, take_picture
from inspector.operations.papers import PaperLine, list_papers, make_paper
from inspector.words.language import _
from inspector.words.records import field_name, paper_name


def declare(parser: Parser) -> None:
    """Declare the actions."""
    actions = parser.actions()
    listing = add_action(actions, "list", _("列出可以生成的表格和报告"), list_all)
    add_project_option(listing)
    making = add_action(actions, "make", _("生成一种表格或报告"), make_one)
    kinds = "；".join(f"{kind.value} {paper_name(kind)}" for kind in OF_PROJECT)
    making.add_argument(
        "kind", choices=[kind.value for kind in OF_PROJECT], metavar="KIND", help=kinds
    )
    add_project_option(making)
    file_out(making, _("要写的文件：.pdf（签署、归档）、.docx（编辑）或 .xlsx（统计）"))
    layout = add_action(
        actions, "layout", _("版面文件（照片数、说明、公章圈、抬头）：取出、收入、检查"), set_look
    )
    way = layout.add_mutually_exclusive_group(required=True)
    way.add_argument("--out", type=Path, metavar="FILE", help=_("把在用的版面文件写出来修改"))
    way.add_argument("--take", type=Path, metavar="FILE", help=_("检查并改用这份版面文件"))
    way.add_argument(
        "--picture", type=Path, metavar="JPEG", help=_("收入抬头图片，再在版面文件里写上它的文件名")
    )
    way.add_argument("--show", action="store_true", help=_("检查在用的版面文件并列出各项"))


def set_look(session: Session, given: Namespace) -> Told:
    """Write out, take over or show how papers are set."""
    if given.picture:
        with session.writing() as workspace:
            take_picture(workspace, given.picture)
            look = office_look(workspace)
    elif given.take:
        with session.writing() as workspace:
            look = take_look(workspace, given.take)
    else:
        with session.reading() as workspace:
            look = office_look(workspace)
            if given.out:
                export_look(workspace, given.out)
    shown = [
        (_("每页照片数"), look.photos_per_page),
        (_("照片说明"), ", ".join(sorted(look.caption))),
        (_("公章圈（mm）"), look.seal_mm),
        (_("抬头"), " / ".join(look.letterhead) or None),
        (_("抬头图片"), look.picture),
        (_("页边距：左、上、下（mm）"), f"{look.left_mm}, {look.top_mm}, {look.bottom_mm}"),
    ]
    data = {
        "photos_per_page": look.photos_per_page,
        "caption": sorted(look.caption),
        "seal_mm": look.seal_mm,
        "letterhead": list(look.letterhead),
        "picture": look.picture,
        "margins_mm": {"left": look.left_mm, "top": look.top_mm, "bottom": look.bottom_mm},
    }
    return Told(data=data, lines=facts(shown))


def list_all(session: Session, given: Namespace) -> Told:
    """List the papers of a project."""
    with session.reading() as workspace:
        lines = list_papers(workspace, project_meant(workspace, given.project).id)
    headers = (field_name("kind"), _("名称"), field_name("number"), _("版次"), _("生成时间"))
    return Told(data=[_shape(line) for line in lines], lines=table(headers, map(_row, lines)))


def make_one(session: Session, given: Namespace) -> Told:
    """Make a paper of a project."""
    with session.writing() as workspace:
        project = project_meant(workspace, given.project)
        kind = PaperKind(given.kind)
        made = make_paper(workspace, project.id, kind, given.out, session.progress).value
    return told_made(made)


def _shape(line: PaperLine) -> dict[str, object]:
    return {
        "kind": line.kind,
        "title": paper_name(line.kind),
        "made": line.made,
        "newest": report_shape(line.newest) if line.newest else None,
    }


def _row(line: PaperLine) -> tuple[object, ...]:
    one = line.newest
    told = (one.number, one.version, one.made_at) if one else (None, None, None)
    return (line.kind.value, paper_name(line.kind), *told)
