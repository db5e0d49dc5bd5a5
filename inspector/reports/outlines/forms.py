"""The outline of a form: each of its sheets is a section, its boxes to sign are a table."""

from collections.abc import Iterator

from inspector.core.papers import FormPaper, FormSheet, snapshot_sha256
from inspector.reports.outline import Outline, OutlinePhoto, OutlineTable, Section, facts_table
from inspector.reports.outlines.common import identity_table
from inspector.words.language import _


def form_outline(paper: FormPaper) -> Outline:
    """Draw a form."""
    snapshot = snapshot_sha256(paper)
    sections = [
        Section(
            title=sheet.title,
            lines=sheet.lines,
            tables=tuple(_tables(sheet, is_alone=len(paper.sheets) == 1)),
            photos=tuple(OutlinePhoto(photo) for photo in sheet.photos),
        )
        for sheet in paper.sheets
    ]
    statement = Section(title=_("数据说明"), tables=(identity_table(paper.identity, snapshot),))
    return Outline(
        title=paper.title,
        subject=paper.project.name,
        code=paper.project.code,
        identity=paper.identity,
        snapshot=snapshot,
        sections=(*sections, statement),
    )


def _tables(sheet: FormSheet, *, is_alone: bool) -> Iterator[OutlineTable]:
    """Give the tables of a sheet; where there are several sheets each title names its own."""

    def titled(title: str) -> str:
        return title if is_alone else f"{sheet.title} {title}"

    if sheet.facts:
        yield facts_table(titled(_("概况")), sheet.facts)
    for table in sheet.tables:
        yield OutlineTable(
            title=titled(table.title),
            head=table.head,
            rows=table.rows,
            widths=table.widths,
            note=table.note,
        )
    if sheet.signs:
        yield _signs(sheet, titled(_("签署")))


def _signs(sheet: FormSheet, title: str) -> OutlineTable:
    seal = _("（公章）")
    return OutlineTable(
        title=title,
        head=(_("单位（人员）"), _("意见"), _("签署"), _("盖章")),
        rows=tuple(
            (
                *(each.title, "\n".join(each.told) or None),
                *("\n".join(each.lines), seal if each.has_seal else ""),
            )
            for each in sheet.signs
        ),
        widths=(44, 50, 46, 20),
    )
