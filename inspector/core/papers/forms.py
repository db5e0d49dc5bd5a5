"""What a form shows: facts, tables to be read or filled in by hand, and boxes to be signed."""

from dataclasses import dataclass, field

from inspector.core.ink import Ink
from inspector.core.papers.defects import PaperPhoto

FormValue = str | int | None
"""What a cell holds: None is what nobody recorded, an empty text is left for a pen."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FormTable:
    """A table of a form; `widths` in millimetres, `row_mm` is the least height of a row."""

    title: str
    head: tuple[str, ...]
    rows: tuple[tuple[FormValue, ...], ...]
    widths: tuple[int, ...]
    row_mm: int = 7
    note: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class SignBox:
    """Room for one unit or person: what is said, lines to be signed, and a seal where one is set.

    `told` is what the records say already; `lines` are left for a pen. A drawn signature stands on
    the line `ink_at`; being personal it is no part of the snapshot.
    """

    title: str
    told: tuple[str, ...] = ()
    lines: tuple[str, ...] = ()
    has_seal: bool = True
    ink: Ink | None = field(default=None, metadata={"hashed": False})
    ink_at: int = field(default=0, metadata={"hashed": False})


@dataclass(frozen=True, slots=True, kw_only=True)
class FormSheet:
    """A part of a form that can be handed over by itself, such as that of one group."""

    title: str
    facts: tuple[tuple[str, FormValue], ...] = ()
    lines: tuple[str, ...] = ()
    tables: tuple[FormTable, ...] = ()
    photos: tuple[PaperPhoto, ...] = field(default=(), metadata={"hashed": "filled"})
    signs: tuple[SignBox, ...] = ()
