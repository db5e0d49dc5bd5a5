"""Find records by a piece of text, whatever its case and width."""

import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import chain, zip_longest

from inspector.core.checklists import Item, PackRef
from inspector.core.errors import InspectorError, Problem
from inspector.core.projects import address_of
from inspector.core.text import clean
from inspector.operations.workspace import Workspace
from inspector.store.inspections import pack_from_json
from inspector.store.office import Office
from inspector.words.checklists import item_title
from inspector.words.records import address_text

DEFAULT_LIMIT = 50
_WIDE = 0xFEE0
_NARROW = range(0x21, 0x7F)


class HitKind(StrEnum):
    """What kind of record was found."""

    PROJECT = "project"
    PLACE = "place"
    DEFECT = "defect"
    VISIT = "visit"
    PARTY = "party"
    PERSON = "person"
    ITEM = "item"


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """A record that holds the text: `title` names it, `detail` tells more of it."""

    kind: HitKind
    id: str
    title: str
    detail: str
    project_id: str | None


_FINDERS = {
    HitKind.PROJECT: """
        SELECT id, name, code, id FROM project
         WHERE deleted = 0 AND (name GLOB ? OR code GLOB ?) ORDER BY code LIMIT ?""",
    HitKind.PLACE: """
        SELECT id, name, code, project_id FROM place
         WHERE deleted = 0 AND (name GLOB ? OR code GLOB ?) ORDER BY position, code LIMIT ?""",
    HitKind.DEFECT: """
        SELECT id, number, text, project_id FROM defect
         WHERE deleted = 0 AND (number GLOB ? OR text GLOB ?) ORDER BY number DESC LIMIT ?""",
    HitKind.VISIT: """
        SELECT id, title, number, project_id FROM visit
         WHERE deleted = 0 AND (title GLOB ? OR number GLOB ?) ORDER BY number DESC LIMIT ?""",
    HitKind.PARTY: """
        SELECT id, unit, coalesce(representative, ''), project_id FROM party
         WHERE deleted = 0 AND (unit GLOB ? OR representative GLOB ?) ORDER BY unit LIMIT ?""",
    HitKind.PERSON: """
        SELECT id, name, unit, NULL FROM person
         WHERE deleted = 0 AND (name GLOB ? OR unit GLOB ?) ORDER BY name LIMIT ?""",
}
_NAMED = """
    SELECT id FROM project WHERE deleted = 0 AND code = :code
    UNION SELECT id FROM defect WHERE deleted = 0 AND number = :code
    UNION SELECT id FROM visit WHERE deleted = 0 AND number = :code
    UNION SELECT id FROM notice WHERE deleted = 0 AND number = :code
    UNION SELECT id FROM report WHERE deleted = 0 AND number = :code
    UNION SELECT id FROM sealed_bundle WHERE deleted = 0 AND number = :code
    UNION SELECT id FROM photo WHERE deleted = 0 AND sha256 = lower(:code)
"""


def find(workspace: Workspace, text: str, limit: int = DEFAULT_LIMIT) -> list[Hit]:
    """Find records that hold the text, a fair share of each kind, in the order of the kinds."""
    needle = clean(text)
    if not needle:
        return []
    with workspace.read() as office:
        found = [list(_hits(office, kind, needle, limit)) for kind in _FINDERS]
        found = [_with_address(office, hits) for hits in found]
        refs = _packs_in_use(office)
    found.append(list(_item_hits(workspace, refs, needle)))
    shared = [hit for turn in zip_longest(*found) for hit in turn if hit is not None][:limit]
    order = list(HitKind)
    return sorted(shared, key=lambda hit: order.index(hit.kind))


def record_named(workspace: Workspace, code: str) -> str:
    """Give the id of the record that has this id, code, number, or photo's hash."""
    with workspace.read() as office:
        found = [row_id for (row_id,) in office.db.execute(_NAMED, {"code": code.strip().upper()})]
    if len(found) > 1:
        raise InspectorError(Problem.RECORD_AMBIGUOUS, code=code, ids=", ".join(sorted(found)))
    return found[0] if found else code.strip()


def pattern_of(text: str) -> str:
    """Spell a text as a GLOB that ignores case and width: `b1` finds B1, ｂ１ and Ｂ１.

    The database walks this natively, without calling back into Python for each row.
    """
    return f"*{''.join(map(_any_form, unicodedata.normalize('NFC', text)))}*"


def _any_form(char: str) -> str:
    forms = {char, *_other_widths(char)}
    forms |= {form for one in forms for form in (one.lower(), one.upper()) if len(form) == 1}
    if len(forms) == 1 and char not in "*?[":
        return char
    # In a GLOB's brackets "]" counts as itself only in front, "^" only elsewhere, "-" at the end.
    return f"[{''.join(sorted(forms, key=lambda form: (form != ']', form in '^-', form)))}]"


def _other_widths(char: str) -> Iterator[str]:
    if char in " \u3000":
        yield from " \u3000"
    elif ord(char) in _NARROW:
        yield chr(ord(char) + _WIDE)
    elif ord(char) - _WIDE in _NARROW:
        yield chr(ord(char) - _WIDE)


def _hits(office: Office, kind: HitKind, needle: str, limit: int) -> Iterator[Hit]:
    pattern = pattern_of(needle)
    for row_id, title, detail, project_id in office.db.execute(
        _FINDERS[kind], [pattern, pattern, limit]
    ):
        yield Hit(kind=kind, id=row_id, title=title, detail=detail, project_id=project_id)


def _with_address(office: Office, hits: list[Hit]) -> list[Hit]:
    """Name places with the building that they lie in: every building has a first entrance."""
    books = {
        hit.project_id: {place.id: place for place in office.places.of_project(hit.project_id)}
        for hit in hits
        if hit.kind is HitKind.PLACE and hit.project_id
    }
    return [
        replace(hit, title=address_text(address_of(hit.id, books[hit.project_id])))
        if hit.kind is HitKind.PLACE and hit.project_id
        else hit
        for hit in hits
    ]


def _packs_in_use(office: Office) -> set[PackRef]:
    """Name the packs of all schemes; where there is no scheme yet, all packs."""
    schemes = office.db.execute("SELECT DISTINCT pack FROM scheme_row WHERE deleted = 0")
    used = {ref for (text,) in schemes if (ref := pack_from_json(text)) is not None}
    return used or {ref for ref, _zh, _en in office.packs.all()}


def _item_hits(workspace: Workspace, refs: Iterable[PackRef], needle: str) -> Iterator[Hit]:
    wanted = _plain(needle)
    seen: set[str] = set()
    packs = [workspace.pack(ref) for ref in sorted(refs, key=lambda ref: ref.version, reverse=True)]
    for item in chain.from_iterable(pack.items for pack in packs):
        if item.id not in seen and wanted in _plain(_text_of(item)):
            seen.add(item.id)
            yield Hit(
                kind=HitKind.ITEM,
                id=item.id,
                title=item_title(item),
                detail=_clauses(item),
                project_id=None,
            )


def _text_of(item: Item) -> str:
    return "\n".join((item.id, item.title_zh, item.title_en, _clauses(item)))


def _clauses(item: Item) -> str:
    return "; ".join(" ".join(filter(None, (ref.std, ref.clause))) for ref in item.refs)


def _plain(text: str) -> str:
    return unicodedata.normalize("NFKC", text).casefold()
