"""A pack as an XLSForm (xlsform.org), as far as one can say it; and back, nothing lost.

What XLSForm has a column for stands there and may be edited with its tools: name, label, hint,
required, relevant, type and constraint, in Chinese and English. What it has none for travels in
one more column of JSON, which other tools pass over. A form made elsewhere, without that
column, is taken in with stated defaults.

Taken: begin_group and end_group (a discipline), select_one, integer, decimal, note-free rows;
`relevant` of the form ${RD-001} = 'pass'; `constraint` of the form . >= 1 and . <= 5.
"""

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from inspector.checklists.grid import Sheet
from inspector.core.canonical import canonical
from inspector.core.errors import InspectorError, Problem
from inspector.core.imports import column_letters

Table = dict[str, Any]
SURVEY, CHOICES, SETTINGS = "survey", "choices", "settings"
_VERDICT = "pass_fail_na"
_ZH, _EN = "label::中文 (zh)", "label::English (en)"
_HINT_ZH, _HINT_EN = "hint::中文 (zh)", "hint::English (en)"
_REST = "inspector::rest"
_SURVEY_HEAD = (
    *("type", "name", _ZH, _EN, _HINT_ZH, _HINT_EN),
    *("required", "relevant", "constraint", _REST),
)
_CHOICES_HEAD = ("list_name", "name", _ZH, _EN)
_SETTINGS_HEAD = ("form_title", "form_id", "version", "default_language", _REST)
_VERDICTS = (("pass", "合格", "Pass"), ("fail", "不合格", "Fail"), ("na", "不适用", "N/A"))
_RELEVANT = re.compile(r"\$\{([A-Za-z0-9._-]+)\}\s*=\s*'(pass|fail|not_applicable)'")
_BOUND = re.compile(r"\.\s*(>=|>|<=)\s*(-?\d+(?:\.\d+)?)")
_SHOWN = {
    *("id", "title_zh", "title_en", "requirement_zh", "requirement_en", "duty"),
    *("shown_when", "discipline"),
}
_HEAD_SHOWN = {"id", "version", "title_zh", "items"}
_DEFAULTS: Table = {
    "group": "未分组",
    "level": "project",
    "duty_basis": "local_guideline",
    "control_basis": "none",
    "tier": "basic",
    "method_zh": "观察",
    "sampling_zh": "全数",
    "severity_default": "minor",
    "confidence": "unsure",
    "confidence_basis": "none",
}
"""What an item of a form made elsewhere gets; whoever takes it in edits the pack afterwards."""


# -- out -------------------------------------------------------------------------------------------


def form_of(table: Mapping[str, Any]) -> list[Sheet]:
    """Lay a pack's plain table out as an XLSForm."""
    survey: list[tuple[str | None, ...]] = [_SURVEY_HEAD]
    for discipline in table["disciplines"]:
        titles = (discipline["title_zh"], discipline["title_en"])
        survey.append(("begin_group", discipline["code"], *titles, *[None] * 6))
        of_it = [one for one in table["items"] if one["discipline"] == discipline["code"]]
        survey += [_question(item) for item in of_it]
        survey.append(("end_group", *[None] * 9))
    choices: list[tuple[str | None, ...]] = [_CHOICES_HEAD]
    choices += [(_VERDICT, *one) for one in _VERDICTS]
    for item in table["items"]:
        choices += _choices(item)
    rest = {key: value for key, value in table.items() if key not in _HEAD_SHOWN}
    settings = (table["title_zh"], table["id"], table["version"], "中文 (zh)", canonical(rest))
    return [
        Sheet(SURVEY, tuple(survey)),
        Sheet(CHOICES, tuple(choices)),
        Sheet(SETTINGS, (_SETTINGS_HEAD, settings)),
    ]


def _question(item: Mapping[str, Any]) -> tuple[str | None, ...]:
    rule = item.get("shown_when")
    rest = {key: value for key, value in item.items() if key not in _SHOWN}
    return (
        *(_type(item), item["id"], item["title_zh"], item.get("title_en")),
        *(item["requirement_zh"], item.get("requirement_en")),
        "yes" if item["duty"] == "mandatory" else "no",
        f"${{{rule['item']}}} = '{rule['state']}'" if rule else None,
        _constraint(item),
        canonical(rest),
    )


def _type(item: Mapping[str, Any]) -> str:
    answer = item["answer"]
    if answer["type"] == "choice":
        return f"select_one {item['id']}"
    if answer["type"] == "pass_fail_na":
        return f"select_one {_VERDICT}"
    return "integer" if answer["type"] == "count" else "decimal"


def _constraint(item: Mapping[str, Any]) -> str | None:
    limits = item["answer"].get("limits") or {}
    sign = ">" if limits.get("strict_minimum") else ">="
    parts = []
    if limits.get("minimum") is not None:
        parts.append(f". {sign} {limits['minimum']}")
    if limits.get("maximum") is not None:
        parts.append(f". <= {limits['maximum']}")
    return " and ".join(parts) or None


def _choices(item: Mapping[str, Any]) -> Iterator[tuple[str | None, ...]]:
    options = item["answer"].get("options", ())
    english = item["answer"].get("options_en", ())
    for number, option in enumerate(options):
        in_english = english[number] if number < len(english) else None
        yield (item["id"], f"o{number + 1}", option, in_english)


# -- in --------------------------------------------------------------------------------------------


def is_form(sheets: Sequence[Sheet]) -> bool:
    """Tell whether a workbook is an XLSForm."""
    return any(sheet.name == SURVEY for sheet in sheets)


@dataclass(slots=True)
class _Reading:
    """A form while it is read."""

    file: str
    choices: dict[str, list[tuple[str, str | None]]]
    disciplines: list[Table] = field(default_factory=list)
    items: list[Table] = field(default_factory=list)
    group: str = ""

    def refuse(self, row: int, column: str, value: object) -> InspectorError:
        """Name the cell that cannot be taken."""
        place = _SURVEY_HEAD.index(column) + 1 if column in _SURVEY_HEAD else 1
        cell = f"{SURVEY}!{column_letters(place)}{row}"
        return InspectorError(
            Problem.FORM_NOT_TAKEN, file=self.file, cell=cell, value=str(value or "")
        )


def table_of_form(sheets: Sequence[Sheet], file: str) -> Table:
    """Read a pack's plain table from an XLSForm, or refuse what the subset does not have."""
    by_name = {sheet.name: _records(sheet) for sheet in sheets}
    reading = _Reading(file, _choice_lists(by_name.get(CHOICES, [])))
    for row, record in by_name[SURVEY]:
        _take(reading, row, record)
    settings = by_name.get(SETTINGS, [])
    told = settings[0][1] if settings else {}
    rest = _json(told.get(_REST))
    beside = {one["code"]: one for one in rest.pop("disciplines", ())}
    head: Table = {
        "id": told.get("form_id", "form"),
        "version": told.get("version", "1"),
        "title_zh": told.get("form_title", file),
        "disciplines": [{**beside.get(one["code"], {}), **one} for one in reading.disciplines],
        **rest,
    }
    if not rest:
        head |= {"title_en": head["title_zh"], "basis_zh": "XLSForm", "basis_en": "XLSForm"}
        head |= {"checked_on": "2000-01-01", "region": "CN"}
    return {**head, "items": reading.items}


def _records(sheet: Sheet) -> list[tuple[int, dict[str, str]]]:
    if not sheet.rows:
        return []
    names = [(name or "").strip() for name in sheet.rows[0]]
    found = []
    for number, cells in enumerate(sheet.rows[1:], start=2):
        pairs = zip(names, cells, strict=False)
        record = {name: cell.strip() for name, cell in pairs if name and cell and cell.strip()}
        if record:
            found.append((number, record))
    return found


def _choice_lists(
    records: Sequence[tuple[int, dict[str, str]]],
) -> dict[str, list[tuple[str, str | None]]]:
    lists: dict[str, list[tuple[str, str | None]]] = {}
    for _row, record in records:
        label = _said(record, _ZH, "label") or record.get("name", "")
        options = lists.setdefault(record.get("list_name", ""), [])
        options.append((label, record.get(_EN)))
    return lists


def _take(reading: _Reading, row: int, record: Mapping[str, str]) -> None:
    kind = record.get("type", "")
    if kind in ("begin_group", "begin group"):
        reading.group = record.get("name", "")
        title = _said(record, _ZH, "label") or reading.group
        titles = {"title_zh": title, "title_en": record.get(_EN, title)}
        reading.disciplines.append({"code": reading.group, **titles})
    elif kind in ("end_group", "end group"):
        reading.group = ""
    else:
        reading.items.append(_item(reading, row, record))


def _item(reading: _Reading, row: int, record: Mapping[str, str]) -> Table:
    if not reading.group:
        raise reading.refuse(row, "type", record.get("type"))
    title = _said(record, _ZH, "label")
    rest = _json(record.get(_REST))
    item: Table = {
        **(rest or _DEFAULTS),
        "id": record.get("name", ""),
        "discipline": reading.group,
        "title_zh": title,
        "title_en": record.get(_EN) or title,
        "requirement_zh": _said(record, _HINT_ZH, "hint") or title,
        "duty": "mandatory" if record.get("required", "") in ("yes", "true()") else "optional",
    }
    if _HINT_EN in record:
        item["requirement_en"] = record[_HINT_EN]
    if "relevant" in record:
        item["shown_when"] = _rule(reading, row, record["relevant"])
    item["answer"] = _answer(reading, row, record, item)
    return item


def _answer(reading: _Reading, row: int, record: Mapping[str, str], item: Table) -> Table:
    """Keep the answer that travelled beside, unless type or constraint were edited since."""
    beside: Table = item.get("answer") or {}
    kind, constraint = record.get("type", ""), record.get("constraint")
    if beside and (_type(item), _constraint(item)) == (kind, constraint):
        if beside.get("options"):
            options = reading.choices.get(item["id"], [])
            english = [said for _option, said in options if said]
            beside = {**beside, "options": [option for option, _english in options]}
            beside |= {"options_en": english} if english else {}
        return dict(beside)
    if kind == f"select_one {_VERDICT}":
        return {"type": "pass_fail_na"}
    if kind.startswith("select_one "):
        options = reading.choices.get(kind.split()[1], [])
        labels = [label for label, _english in options]
        return {"type": "choice", "options": labels, "pass_options": labels[:1]}
    if kind in ("integer", "decimal"):
        limits = _limits(reading, row, constraint)
        kept: Table = {key: beside[key] for key in ("unit", "decimals", "points") if key in beside}
        return {"type": "count" if kind == "integer" else "measure", **kept, "limits": limits}
    raise reading.refuse(row, "type", kind)


def _limits(reading: _Reading, row: int, constraint: str | None) -> Table:
    limits: Table = {}
    for part in (constraint or "").split(" and ") if constraint else ():
        found = _BOUND.fullmatch(part.strip())
        if found is None:
            raise reading.refuse(row, "constraint", constraint)
        side = "maximum" if found[1] == "<=" else "minimum"
        limits[side] = found[2]
        if found[1] == ">":
            limits["strict_minimum"] = True
    return limits


def _rule(reading: _Reading, row: int, text: str) -> Table:
    found = _RELEVANT.fullmatch(text)
    if found is None:
        raise reading.refuse(row, "relevant", text)
    return {"item": found[1], "state": found[2]}


def _said(record: Mapping[str, str], *names: str) -> str:
    return next((record[name] for name in names if name in record), "")


def _json(text: str | None) -> Table:
    try:
        told = json.loads(text) if text else {}
    except ValueError:
        return {}
    return told if isinstance(told, dict) else {}
