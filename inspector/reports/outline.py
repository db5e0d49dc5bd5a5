"""A report as headings, lines, tables and photos: what its Word and Excel editions are made of.

The outline is drawn from the same frozen snapshot as the PDF, so their numbers cannot differ.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from inspector.core.papers import PaperIdentity, PaperPhoto, PhotoPair
from inspector.words.language import _


@dataclass(frozen=True, slots=True)
class Against:
    """A text that speaks against the acceptance: red where there is colour."""

    text: str

    def __str__(self) -> str:
        """Give the text."""
        return self.text


Value = str | int | Against | None


@dataclass(frozen=True, slots=True, kw_only=True)
class OutlineTable:
    """A table; `widths` share the width of the page, None is what nobody recorded.

    `middle` are the columns whose texts stand in the middle; counts always do.
    """

    title: str
    head: tuple[str, ...]
    rows: tuple[tuple[Value, ...], ...]
    widths: tuple[int, ...]
    note: str | None = None
    middle: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class OutlinePhoto:
    """A photo, and what it shows of which record."""

    photo: PaperPhoto
    role: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """One chapter; tables without rows are left out, its lines say what is not on record."""

    title: str
    lines: tuple[str, ...] = ()
    tables: tuple[OutlineTable, ...] = ()
    photos: tuple[OutlinePhoto, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Outline:
    """A whole report; `subject` is the project, `code` its code."""

    title: str
    subject: str
    code: str
    identity: PaperIdentity
    snapshot: str
    sections: tuple[Section, ...]


def stated(text: str, *, against: bool) -> Value:
    """Mark a text that speaks against the acceptance."""
    return Against(text) if against else text


def told_section(title: str, lines: Sequence[str], tables: Sequence[OutlineTable]) -> Section:
    """Make a chapter of what is on record; of a chapter without anything a line says so."""
    kept = tuple(table for table in tables if table.rows)
    if not lines and not kept:
        lines = (unrecorded(),)
    return Section(title=title, lines=tuple(lines), tables=kept)


def unrecorded(what: str = "") -> str:
    """Say in one sentence that nothing was put on record."""
    return _("{what}未记录。").format(what=what or _("本章内容"))


def facts_table(title: str, facts: Sequence[tuple[str, Value]]) -> OutlineTable:
    """Make a table of names and values."""
    return OutlineTable(title=title, head=(_("项"), _("内容")), rows=tuple(facts), widths=(40, 120))


def photos_table(photos: Sequence[PaperPhoto]) -> OutlineTable:
    """List photos with all that stands below each."""
    return OutlineTable(
        title=_("照片目录"),
        head=(
            *(_("照片"), _("说明"), _("时间"), _("地点"), _("位置")),
            *(_("朝向"), _("摄影"), _("SHA-256")),
        ),
        rows=tuple(
            (
                *(each.number, each.caption, each.taken, each.place, each.position),
                *(each.direction, each.photographer, each.sha256),
            )
            for each in photos
        ),
        widths=(12, 24, 24, 24, 28, 16, 14, 18),
    )


def pair_photos(number: str, pairs: Sequence[PhotoPair]) -> list[OutlinePhoto]:
    """List the photos of a defect, before and after."""
    found: list[OutlinePhoto] = []
    for pair in pairs:
        if pair.before:
            found.append(OutlinePhoto(pair.before, _("{number} 整改前").format(number=number)))
        if pair.after:
            role = _("{number} 整改后").format(number=number)
            said = (role, pair.distance, pair.doubt)
            found.append(OutlinePhoto(pair.after, "　".join(part for part in said if part)))
    return found
